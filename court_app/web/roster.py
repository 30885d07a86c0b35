"""The roster of administrators: as of a day, entry by entry, and what its court changes."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from marshmallow import Schema, ValidationError

from court_app import visit
from court_app.errors import BadInput
from court_app.languages import say
from court_app.services.administrators import keeping_roster, roster, roster_import, roster_sanctions
from court_app.services.occasion import Occasion
from court_app.services.paging import pages_of
from court_app.services.procedure.dry_run import nothing_kept
from court_app.web.cases import page_address
from court_app.web.form_errors import errors_of
from court_app.web.form_reading import read_form
from court_app.web.forms import FieldView, fields_of
from court_app.web.layout import number, wanted_page
from court_app.web.stepping import Answer, answers
from models import Administrator
from models.vocabulary import AdministratorGrade, PartyKind, RosterStatus
from workflows.engine import StepRefused
from workflows.law.citations import cite
from workflows.payloads.selection import KINDS
from workflows.text import Text
from workflows.transition import Obstacle

blueprint = Blueprint("roster", __name__, url_prefix="/roster")
ON_A_PAGE = 20
FILTERS = ("court", "on", "kind", "grade", "status", "q")
LISTING, SANCTIONING = cite("AA 2", "AA 10", "AA 12", "AA 14"), cite("AA 14(2)", "AA 39(2)")


def day_asked() -> date:
    """The day of the address; today where it names none."""
    try:
        return date.fromisoformat(request.args.get("on", ""))
    except ValueError:
        return visit.occasion().today


@blueprint.get("")
def index() -> str:
    """A roster as it stood on a day."""
    occasion = visit.occasion()
    court = roster.court_shown(occasion, request.args.get("court", None, number))
    wanted = roster.Wanted(
        on=day_asked(),
        kind=request.args.get("kind", None, PartyKind),
        grade=request.args.get("grade", None, AdministratorGrade),
        status=request.args.get("status", None, RosterStatus),
        text=request.args.get("q", "").strip()[:100],
    )
    found = roster.standings(occasion.session, court, wanted) if court else []
    page = wanted_page()
    return render_template(
        "roster.html",
        court=court,
        courts=roster.rosters(occasion.session),
        wanted=wanted,
        found=found[(page - 1) * ON_A_PAGE : page * ON_A_PAGE],
        total=len(found),
        kinds=KINDS,
        kind_label=kind_label,
        grades=list(AdministratorGrade),
        statuses=list(RosterStatus),
        may_keep=court is not None and roster.may_keep(occasion.user, court),
        page=page,
        pages=pages_of(len(found), ON_A_PAGE),
        address=page_address("roster.index", *FILTERS),
    )


def kind_label(kind: PartyKind) -> Text:
    """Which of the two rosters it is (AA 2(2))."""
    return Text("个人") if kind == PartyKind.PERSON else Text("机构")


def kind_choices() -> list[tuple[str, str]]:
    """The two rosters to choose from."""
    return [(kind.value, say(kind_label(kind))) for kind in KINDS]


@blueprint.get("/new")
def new() -> str:
    """The form of a new entry."""
    keeping_roster.own_roster(visit.occasion())
    return form_page(keeping_roster.NewEntry, Text("编入名册"), values={"listed_on": visit.occasion().today})


@blueprint.post("/new")
def add() -> Answer:
    """List somebody, after it has been read over."""
    keeping_roster.own_roster(visit.occasion())
    return written(
        keeping_roster.NewEntry,
        Text("编入名册"),
        keeping_roster.add,
        lambda entry: url_for("roster.show", administrator_id=entry.id),
    )


@blueprint.get("/import")
def import_form() -> str:
    """The form for a table."""
    keeping_roster.own_roster(visit.occasion())
    return import_page("", {})


@blueprint.post("/import")
def import_table() -> Answer:
    """List everybody in a table; with one wrong row, nobody."""
    keeping_roster.own_roster(visit.occasion())
    typed = request.form.get("csv", "")
    try:
        count = roster_import.import_table(visit.occasion(), typed)
    except BadInput as error:
        visit.session().rollback()
        return import_page(typed, error.fields), 422
    flash(say(Text("已编入{count}名。", count=count)), "success")
    return redirect(url_for("roster.index"))


def import_page(typed: str, wrong: Mapping[str, Sequence[Text]]) -> str:
    """The form for a table, with what is wrong row by row."""
    lines = [(name.removeprefix("row "), [say(line) for line in texts]) for name, texts in wrong.items()]
    return render_template(
        "roster_import.html", typed=typed, wrong=lines, columns=list(roster_import.COLUMNS)
    )


@blueprint.get("/<int:administrator_id>")
def show(administrator_id: int) -> str:
    """An entry with its history."""
    return entry_page(roster.find(visit.session(), administrator_id))


def entry_page(entry: Administrator) -> str:
    """An entry with its history, as it stands today."""
    occasion = visit.occasion()
    return render_template(
        "roster_entry.html",
        entry=entry,
        standing=roster.standing_of(entry, occasion.today),
        kind=kind_label(entry.kind),
        statuses=sorted(entry.statuses, key=lambda row: (row.from_on, row.id), reverse=True),
        grades=sorted(entry.grades, key=lambda row: (row.from_on, row.id), reverse=True),
        may_keep=roster.may_keep(occasion.user, entry.court),
        refusals=roster.unfounded_refusals(occasion.session, entry)
        if roster.may_keep(occasion.user, entry.court)
        else (),
    )


CHANGES: dict[str, tuple[type[Schema], Text, Callable[..., Administrator]]] = {
    "particulars": (keeping_roster.Particulars, Text("更正联系信息"), keeping_roster.correct),
    "grades": (keeping_roster.NewGrade, Text("变更等级"), keeping_roster.give_grade),
    "sanctions": (roster_sanctions.Sanction, Text("停止担任或者除名"), roster_sanctions.sanction),
}


@blueprint.get("/<int:administrator_id>/<any(particulars, grades, sanctions):change>")
def change_form(administrator_id: int, change: str) -> str:
    """The form of a change."""
    entry = kept_entry(administrator_id)
    schema, label, _ = CHANGES[change]
    values = {"from_on": visit.occasion().today, "head": entry.head, "address": entry.address}
    return form_page(schema, label, entry=entry, values={**values, "phone": entry.phone})


@blueprint.post("/<int:administrator_id>/<any(particulars, grades, sanctions):change>")
def make_change(administrator_id: int, change: str) -> Answer:
    """Change an entry, after it has been read over."""
    entry = kept_entry(administrator_id)
    schema, label, apply = CHANGES[change]
    return written(
        schema,
        label,
        lambda moment, typed: apply(moment, administrator_id, typed),
        lambda changed: url_for("roster.show", administrator_id=changed.id),
        entry=entry,
    )


def kept_entry(administrator_id: int) -> Administrator:
    """An entry of the roster that the person keeps."""
    entry = roster.find(visit.session(), administrator_id)
    keeping_roster.must_keep(visit.occasion(), entry.court)
    return entry


def written(
    schema: type[Schema],
    label: Text,
    apply: Callable[[Occasion, Mapping[str, Any]], Administrator],
    then: Callable[[Administrator], str],
    *,
    entry: Administrator | None = None,
) -> Answer:
    """Check what was typed, show it to be confirmed, or write it if it was."""
    typed = read_form(schema, request.form)
    obstacles: Sequence[Obstacle] = ()
    errors: dict[str, list[str]] = {}
    try:
        schema().load(typed)
        if "confirmed" in request.form:
            changed = apply(visit.occasion(), typed)
            flash(say(Text("已经保存。")), "success")
            return redirect(then(changed))
        with nothing_kept(visit.occasion()) as moment:
            apply(moment, typed)
    except (ValidationError, BadInput) as error:
        visit.session().rollback()
        errors = errors_of(error)
    except StepRefused as refusal:
        visit.session().rollback()
        obstacles = refusal.obstacles
    asked = bool(errors or obstacles) or "back" in request.form
    entry = roster.find(visit.session(), entry.id) if entry else None
    page = form_page(
        schema, label, entry=entry, values=typed, errors=errors, obstacles=obstacles, check=not asked
    )
    return (page, 409 if obstacles else 422) if errors or obstacles else page


def form_page(
    schema: type[Schema],
    label: Text,
    *,
    entry: Administrator | None = None,
    values: Mapping[str, Any] | None = None,
    errors: Mapping[str, Sequence[str]] | None = None,
    obstacles: Sequence[Obstacle] = (),
    check: bool = False,
) -> str:
    """The form of an entry or a change; or what was typed, to be read over."""
    views: list[FieldView] = fields_of(schema, values=values, errors=errors, choices={"kind": kind_choices()})
    return render_template(
        "roster_form.html",
        label=label,
        entry=entry,
        views=views,
        basis=SANCTIONING if schema is roster_sanctions.Sanction else LISTING,
        obstacles=obstacles,
        answers=answers(views) if check else None,
        form=request.form,
        back=url_for("roster.show", administrator_id=entry.id) if entry else url_for("roster.index"),
    )
