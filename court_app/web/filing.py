"""The filing window: a petition is typed, kept, checked, and becomes a case."""

import secrets
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from marshmallow import ValidationError
from werkzeug.wrappers import Response

from court_app import visit
from court_app.errors import BadInput, NotFound
from court_app.languages import say
from court_app.services.casework import cases, filing_drafts
from court_app.services.once import once
from court_app.services.procedure import machines
from court_app.services.procedure.dry_run import nothing_kept
from court_app.web.form_errors import errors_of
from court_app.web.form_reading import read_form
from court_app.web.forms import Choices, fields_of
from court_app.web.layout import number
from court_app.web.stepping import Answer, answers, loose
from models import Case
from models.vocabulary import CaseType, Role
from workflows.engine import StepRefused
from workflows.law.petition_papers import PAPERS
from workflows.text import Text
from workflows.transition import Obstacle, Transition

blueprint = Blueprint("filing", __name__, url_prefix="/filing")


def beginnings() -> dict[str, Transition]:
    """The steps that begin a case, by name."""
    rows = machines.PROCEDURES[CaseType.BK_APPLICATION].transitions
    return {row.name: row for row in rows if not row.sources}


def row_of(name: str) -> Transition:
    """A step that begins a case.

    Raises:
        NotFound: if there is none of that name.
    """
    visit.must_be(Role.FILING_OFFICER, Role.JUDGE)
    found = beginnings().get(name)
    if found is None:
        raise NotFound(Text("没有这种立案方式。"))
    return found


@blueprint.get("")
def index() -> str:
    """Ways to begin a case, and what has been begun."""
    visit.must_be(Role.FILING_OFFICER, Role.JUDGE)
    return render_template(
        "filing.html", rows=list(beginnings().values()), drafts=filing_drafts.drafts_of(visit.occasion())
    )


def checklist() -> dict[str, Choices]:
    """The papers of Article 8, as the form lists them."""
    return {"checklist": [(paper.code, say(paper.label)) for paper in PAPERS]}


def page(
    row: Transition,
    values: Mapping[str, Any],
    *,
    draft_id: int | None = None,
    version: int | None = None,
    errors: Mapping[str, list[str]] | None = None,
    obstacles: tuple[Obstacle, ...] = (),
) -> str:
    """The form, filled with what was typed."""
    views = fields_of(row.payload, values=values, errors=errors, choices=checklist())
    return render_template(
        "filing_form.html",
        row=row,
        views=views,
        obstacles=obstacles,
        draft_id=draft_id,
        version=version or request.form.get("draft_version"),
        loose=loose(errors or {}, views),
    )


@blueprint.get("/<name>")
def show(name: str) -> str:
    """The form of a petition, empty or as it was kept."""
    row, draft_id = row_of(name), request.args.get("draft", None, number)
    draft = filing_drafts.find(visit.occasion(), draft_id) if draft_id else None
    return page(row, draft.data if draft else {}, draft_id=draft_id, version=draft.version if draft else None)


@blueprint.post("/<name>")
def take(name: str) -> Answer:
    """Keep, check, or receive what was typed."""
    row, draft_id = row_of(name), request.form.get("draft", None, number)
    typed = read_form(row.payload, request.form)
    if "save" in request.form:
        return kept(row, typed, draft_id)
    if "back" in request.form:
        return page(row, typed, draft_id=draft_id)
    try:
        row.payload().load(typed)
        if "confirmed" in request.form:
            return received(row, typed, draft_id)
        with nothing_kept(visit.occasion()) as moment:
            cases.receive(moment, row.name, typed)
    except (ValidationError, BadInput) as error:
        visit.session().rollback()
        return page(row, typed, draft_id=draft_id, errors=errors_of(error)), 422
    except StepRefused as error:
        visit.session().rollback()
        return page(row, typed, draft_id=draft_id, obstacles=error.obstacles), 409
    views = fields_of(row.payload, values=typed, choices=checklist())
    return render_template(
        "filing_check.html",
        row=row,
        answers=answers(views),
        form=request.form,
        key=request.form.get("key") or secrets.token_urlsafe(12),
    )


def kept(row: Transition, typed: Mapping[str, Any], draft_id: int | None) -> Response:
    """Keep the form and say where it is."""
    filing_drafts.save(
        visit.occasion(), row.name, typed, draft_id, request.form.get("draft_version", None, int)
    )
    flash(say(Text("已保存，可以稍后继续填写。")), "success")
    return redirect(url_for("filing.index"))


def received(row: Transition, typed: Mapping[str, Any], draft_id: int | None) -> Response:
    """Open the case once, however often the form is sent."""
    occasion = visit.occasion()
    made = once(occasion, request.form.get("key", ""), lambda: opened(row, typed, draft_id))
    case = occasion.session.get_one(Case, made)
    flash(say(Text("已立案：")) + case.number, "success")
    readable = cases.readable(occasion, case)
    return redirect(url_for("cases.show", case_id=case.id) if readable else url_for("filing.index"))


def opened(row: Transition, typed: Mapping[str, Any], draft_id: int | None) -> int:
    """Open the case; its draft has served."""
    occasion = visit.occasion()
    case = cases.receive(occasion, row.name, typed)
    if draft_id:
        filing_drafts.discard(occasion, draft_id)
    return case.id


@blueprint.post("/drafts/<int:draft_id>/discard")
def discard(draft_id: int) -> Response:
    """Throw a draft away."""
    filing_drafts.discard(visit.occasion(), draft_id)
    flash(say(Text("草稿已删除。")), "success")
    return redirect(url_for("filing.index"))
