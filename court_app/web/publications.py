"""Announcements: what a case owes, where it appeared, what is missing today."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from marshmallow import ValidationError

from court_app import visit
from court_app.errors import BadInput
from court_app.languages import say
from court_app.services.casework import cases, publications, publishing
from court_app.services.once import once
from court_app.services.paging import pages_of
from court_app.web.cases import page_address
from court_app.web.form_errors import errors_of
from court_app.web.form_reading import Raw, read_form
from court_app.web.forms import FieldView, fields_of
from court_app.web.layout import wanted_page
from court_app.web.stepping import Answer
from workflows.payloads.notices import PublicationRecord
from workflows.text import Text

blueprint = Blueprint("publications", __name__)
ON_A_PAGE = 20


@blueprint.get("/publications")
def everywhere() -> str:
    """What is missing today in every case that the person may see."""
    visit.person()
    page = wanted_page()
    duties, total = publications.everywhere(visit.occasion(), page=page, size=ON_A_PAGE)
    return render_template(
        "publications_all.html",
        duties=duties,
        total=total,
        page=page,
        pages=pages_of(total, ON_A_PAGE),
        address=page_address("publications.everywhere"),
    )


@blueprint.get("/cases/<int:case_id>/publications")
def of_case(case_id: int) -> str:
    """The announcements of a case."""
    return listed(case_id, 0, {}, {})


def listed(case_id: int, event_id: int, typed: Raw, errors: dict[str, list[str]]) -> str:
    """The list, with the form of one announcement open if something is wrong with it."""
    occasion = visit.occasion()
    case = cases.find_shared(occasion, case_id)
    visit.reads_case(case_id)
    first = {"channel": publications.SITE, "published_on": occasion.today}
    return render_template(
        "publications.html",
        case=case,
        section="publications",
        duties=publications.duties(occasion, case),
        form_of=lambda duty: form_of(
            duty.event.id,
            values=typed if duty.event.id == event_id else first,
            errors=errors if duty.event.id == event_id else {},
        ),
        opened=event_id,
        working=bool(cases.roles_in(occasion, case)),
        key=secrets.token_urlsafe(12),
    )


def form_of(
    event_id: int, *, values: Mapping[str, Any], errors: Mapping[str, Sequence[str]]
) -> list[FieldView]:
    """The form of one announcement; the page has one of each, so each names its fields by its own number."""
    views = fields_of(PublicationRecord, values=values, errors=errors, exclude=("effective_on",))
    return [replace(view, within=f"{event_id}-") for view in views]


@blueprint.post("/cases/<int:case_id>/publications/<int:event_id>")
def record(case_id: int, event_id: int) -> Answer:
    """Record where an announcement has appeared."""
    occasion, typed = visit.occasion(), read_form(PublicationRecord, request.form, exclude=("effective_on",))
    try:
        once(
            occasion,
            request.form.get("key", ""),
            lambda: publishing.record(occasion, case_id, event_id, typed).id,
        )
    except (BadInput, ValidationError) as error:
        visit.session().rollback()
        return listed(case_id, event_id, typed, errors_of(error)), 422
    flash(say(Text("公告发布情况已登记。")), "success")
    return redirect(url_for("publications.of_case", case_id=case_id))
