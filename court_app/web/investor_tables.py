"""Investors out of a table, on pages: look at every row, list them all at once, take them back as a whole."""

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for

from court_app import visit
from court_app.languages import say
from court_app.services.distribution import investor_table, investor_tables
from court_app.services.distribution.investor_tables import LookedAt
from court_app.visit import takes_uploads
from court_app.web.parts import as_table, opened
from court_app.web.stepping import Answer
from court_app.web.uploads import NOTHING_REFUSED, REFUSALS, Refused, kept, new_key, only_checks, refused
from workflows.text import Text

blueprint = Blueprint("investor_tables", __name__, url_prefix="/cases/<int:case_id>/investors/tables")
MOST_SHOWN = 200
"""So many rows of a table that is only checked."""


@blueprint.get("")
def index(case_id: int) -> Answer:
    """The tables that were listed, and the form to upload another."""
    return shown(case_id)


def shown(case_id: int, why: Refused = NOTHING_REFUSED, found: LookedAt | None = None) -> Answer:
    """The page, with what was wrong, or the rows of a table that was only checked."""
    case = opened(case_id)
    rows = [*found.wrong, *(row for row in found.rows if not row.wrong)] if found else []
    page = render_template(
        "investor_tables.html",
        case=case,
        tables=investor_tables.of_case(visit.occasion(), case),
        headings=investor_table.HEADINGS,
        needed=investor_table.NEEDED,
        most=investor_table.MOST_INVESTORS,
        found=found,
        rows=rows[:MOST_SHOWN],
        errors=why.errors,
        obstacles=why.obstacles,
        key=new_key(),
        section="investors",
    )
    return page, why.status


@blueprint.post("")
@takes_uploads
def upload(case_id: int) -> Answer:
    """Show what would come of a table, or list its investors; a form that is sent twice lists them once."""
    _, content = visit.file_sent()
    try:
        if only_checks():
            return shown(case_id, found=investor_tables.looked_at(visit.occasion(), case_id, content))
        serial = kept(lambda moment: investor_tables.record(moment, case_id, content))
    except REFUSALS as error:
        return shown(case_id, refused(error))
    flash(say(Text("第{serial}号表的出资人已经全部登记。", serial=serial)), "success")
    return redirect(url_for("investor_tables.index", case_id=case_id))


@blueprint.get("/blank.<kind>")
def blank(case_id: int, kind: str) -> Response:
    """A table to fill in, with two invented rows."""
    opened(case_id)
    rows = [list(row) for row in investor_table.examples()]
    return as_table("investors", kind, list(investor_table.HEADINGS), rows)


@blueprint.post("/<int:serial>/undo")
def undo(case_id: int, serial: int) -> Answer:
    """Take back every investor of a table who is listed still."""
    try:
        count = investor_tables.take_back(visit.occasion(), case_id, serial, request.form.get("reason", ""))
    except REFUSALS as error:
        return shown(case_id, refused(error))
    flash(say(Text("已经整批撤销{count}位出资人。", count=count)), "success")
    return redirect(url_for("investor_tables.index", case_id=case_id))
