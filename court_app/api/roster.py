"""The roster of administrators, and the choice among those on it."""

from typing import Any, cast

from flask import Response, jsonify, request
from marshmallow import Schema, fields

from court_app import visit
from court_app.api import views
from court_app.api.blueprints import CourtBlueprint
from court_app.api.cases import ID, expected_version, opened
from court_app.api.schemas import StepBody
from court_app.api.schemas_common import PageQuery
from court_app.api.stepping import answered
from court_app.services.administrators import chosen, keeping_roster, roster, roster_import, roster_sanctions
from court_app.services.procedure import parts
from models import Administrator, Selection
from models.vocabulary import AdministratorGrade, ExclusionGround, PartyKind, RosterStatus
from workflows.payloads.base import Word, labelled

blueprint = CourtBlueprint("roster_api", "管理人名册与选定 · roster and selection")
ENTRY = "<int(max=2147483647):administrator_id>"
SERIAL = "<int(max=2147483647):serial>"
SELECTION = "<int(max=2147483647):selection_id>"
SELECTIONS = parts.kind_of("selections")


class RosterQuery(PageQuery):
    """Which roster is wanted, as of which day, narrowed by what."""

    court = fields.Integer(load_default=None)
    on = fields.Date(load_default=None, metadata=labelled("截至日期，不填即为今天", "as of; today if empty"))
    kind = Word(PartyKind, load_default=None)
    grade = Word(AdministratorGrade, load_default=None)
    status = Word(RosterStatus, load_default=None)
    q = fields.String(load_default="")


class TableBody(Schema):
    """A table as text."""

    csv = fields.String(required=True, metadata=labelled("表格内容（CSV）", "table (CSV)"))


@blueprint.get("/roster")
@blueprint.arguments(RosterQuery, location="query")
@blueprint.response(200)
def list_roster(query: dict[str, Any]) -> Response:
    """A roster as it stood on a day."""
    occasion = visit.occasion()
    court = roster.court_shown(occasion, query["court"])
    wanted = roster.Wanted(
        on=query["on"] or occasion.today,
        kind=query["kind"],
        grade=query["grade"],
        status=query["status"],
        text=query["q"],
    )
    found = roster.standings(occasion.session, court, wanted) if court else []
    page, size = query["page"], query["size"]
    return jsonify(
        court=court.name if court else None,
        on=wanted.on.isoformat(),
        **views.page_of([standing(one) for one in found[(page - 1) * size : page * size]], len(found), query),
    )


def standing(one: roster.Standing) -> dict[str, Any]:
    """How somebody stands."""
    entry = one.administrator
    return {
        "id": entry.id,
        "number": entry.serial,
        "kind": views.word(entry.kind),
        "name": entry.name,
        "head": entry.head,
        "status": views.word(one.status),
        "until_on": views.day(one.until_on),
        "grade": views.word(one.grade),
    }


@blueprint.get(f"/roster/{ENTRY}")
@blueprint.response(200)
def show_entry(administrator_id: int) -> Response:
    """An entry with its history."""
    return jsonify(entry_whole(roster.find(visit.session(), administrator_id)))


def entry_whole(entry: Administrator) -> dict[str, Any]:
    """An entry with every row of its history."""
    return {
        "id": entry.id,
        "number": entry.serial,
        "court": entry.court.name,
        "kind": views.word(entry.kind),
        "name": entry.name,
        "head": entry.head,
        "address": entry.address,
        "phone": entry.phone,
        "statuses": [
            {
                "status": views.word(row.status),
                "from_on": views.day(row.from_on),
                "until_on": views.day(row.until_on),
                "ground": views.word(row.ground),
                "reason": row.reason,
            }
            for row in entry.statuses
        ],
        "grades": [
            {"grade": views.word(row.grade), "from_on": views.day(row.from_on), "reason": row.reason}
            for row in entry.grades
        ],
    }


@blueprint.post("/roster")
@blueprint.arguments(keeping_roster.NewEntry)
@blueprint.response(201)
def add_entry(_body: dict[str, Any]) -> tuple[Response, int]:
    """List somebody on the roster of the own court."""
    return jsonify(entry_whole(keeping_roster.add(visit.occasion(), request.get_json()))), 201


@blueprint.post("/roster/imports")
@blueprint.arguments(TableBody)
@blueprint.response(201)
def import_roster(body: dict[str, Any]) -> tuple[Response, int]:
    """List everybody in a table; with one wrong row, nobody."""
    return jsonify(listed=roster_import.import_table(visit.occasion(), body["csv"])), 201


@blueprint.post(f"/roster/{ENTRY}/grades")
@blueprint.arguments(keeping_roster.NewGrade)
@blueprint.response(201)
def give_grade(_body: dict[str, Any], administrator_id: int) -> tuple[Response, int]:
    """Give another grade."""
    changed = keeping_roster.give_grade(visit.occasion(), administrator_id, request.get_json())
    return jsonify(entry_whole(changed)), 201


@blueprint.post(f"/roster/{ENTRY}/sanctions")
@blueprint.arguments(roster_sanctions.Sanction)
@blueprint.response(201)
def sanction(_body: dict[str, Any], administrator_id: int) -> tuple[Response, int]:
    """Suspend somebody for one to three years, or remove him."""
    changed = roster_sanctions.sanction(visit.occasion(), administrator_id, request.get_json())
    return jsonify(entry_whole(changed)), 201


def selection(one: Selection) -> dict[str, Any]:
    """A selection; its seed only once it has been opened."""
    return {
        "id": one.id,
        "case_id": one.case_id,
        "serial": one.serial,
        "state": views.state_of(one),
        "method": views.word(one.method),
        "roster_court": one.roster_court.name if one.roster_court else None,
        "prepared_on": views.day(one.prepared_on),
        "candidates": [
            {**line, "ground": views.word(ExclusionGround(line["ground"])) if line["ground"] else None}
            for line in one.candidates
        ],
        "commitment": one.commitment or None,
        "seed": one.seed or None,
        "drawn_on": views.day(one.drawn_on),
        "ranking": one.ranking,
        "standbys": one.waiting,
        "chosen": one.chosen_name or None,
        "declaration": one.declaration or None,
        "version": one.version,
    }


@blueprint.get(f"/cases/{ID}/selections/{SERIAL}/trail")
@blueprint.response(200)
def show_trail(case_id: int, serial: int) -> Response:
    """Everything that lets a selection be repeated: frozen roster, exclusions, commitment, seed, ranking."""
    found = parts.of_case(visit.occasion(), opened(case_id), SELECTIONS, serial)
    return jsonify(selection(cast(Selection, found)))


@blueprint.get("/selections")
@blueprint.response(200)
def list_own_selections() -> Response:
    """What the administrator of the person has been chosen for."""
    return jsonify(items=[selection(one) for one in chosen.mine(visit.occasion())])


@blueprint.post(f"/selections/{SELECTION}/steps")
@blueprint.arguments(StepBody)
@blueprint.response(201)
def take_own_step(body: dict[str, Any], selection_id: int) -> tuple[Response, int]:
    """Declare, or drop out, as the chosen one."""
    version = expected_version(body)
    return answered(
        body,
        lambda moment: chosen.take_step(moment, selection_id, body["step"], body["data"], version=version),
    )
