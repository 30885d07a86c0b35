"""The working-day calendar: a notice of the State Council is imported as text."""

from flask import Blueprint, flash, redirect, render_template, request, url_for

from court_app import visit
from court_app.languages import say
from court_app.services.casework import calendars
from court_app.web.stepping import Answer
from models.vocabulary import Role
from workflows.errors import CalculationError
from workflows.text import Text

blueprint = Blueprint("working_days", __name__, url_prefix="/administration/calendar")


@blueprint.get("")
def show() -> str:
    """What is known, and the form for a further notice."""
    return page("")


def page(typed: str, wrong: Text | None = None) -> str:
    """The page, with what was typed and what is wrong with it."""
    visit.must_be(Role.SYSTEM_ADMIN)
    occasion = visit.occasion()
    return render_template(
        "calendar.html",
        first=occasion.calendar.first_year,
        last=occasion.calendar.last_year,
        notices=calendars.notices(occasion),
        typed=typed,
        wrong=wrong,
        source=request.form.get("source", ""),
    )


@blueprint.post("")
def take() -> Answer:
    """Import a notice and count provisional clocks anew."""
    visit.must_be(Role.SYSTEM_ADMIN)
    typed, source = request.form.get("csv", ""), request.form.get("source", "").strip()
    if not source:
        return page(typed, Text("请填写通知的文号。")), 422
    try:
        done = calendars.import_notice(visit.occasion(), typed, source)
    except CalculationError as error:
        visit.session().rollback()
        return page(typed, error.message), 422
    flash(
        say(Text("已保存{days}日，重新计算{clocks}个期限。", days=done.days, clocks=done.recomputed)),
        "success",
    )
    return redirect(url_for("working_days.show"))
