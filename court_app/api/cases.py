"""Cases, their steps, clocks, docket, people."""

from typing import Any

from flask import jsonify, request, url_for
from flask.wrappers import Response
from werkzeug.wrappers import Response as BaseResponse

from court_app import visit
from court_app.api import step_views, views
from court_app.api.blueprints import CourtBlueprint
from court_app.api.schemas import CaseQuery, NewCaseBody, RecusalBody, StepBody, TeamBody
from court_app.api.schemas_common import PageQuery
from court_app.api.stepping import answered
from court_app.errors import BadInput
from court_app.services.casework import cases, finding, history, parties, teams
from court_app.services.casework.finding import Wanted
from court_app.services.procedure.dry_run import nothing_kept
from court_app.services.procedure.previewing import preview
from models import Case
from models.vocabulary import LegalActor
from workflows.text import Text

blueprint = CourtBlueprint("cases_api", "案件 · cases", "/cases")
ID = "<int(max=2147483647):case_id>"


def shared(case_id: int) -> Case:
    """A case that the program's user takes part in, also as its administrator."""
    case = cases.find_shared(visit.occasion(), case_id)
    visit.reads_case(case_id)
    return case


def opened(case_id: int) -> Case:
    """A case that the program's user may read."""
    case = cases.find(visit.occasion(), case_id)
    visit.reads_case(case_id)
    return case


@blueprint.get("")
@blueprint.arguments(CaseQuery, location="query")
@blueprint.response(200)
def find_cases(query: dict[str, Any]) -> Response:
    """Cases that may be seen, newest first."""
    wanted = Wanted(
        text=query["q"],
        case_type=query["case_type"],
        state=query["state"],
        procedure_type=query["procedure_type"],
        year=query["year"],
        open_only=query["open_only"],
        mine=query["mine"],
        page=query["page"],
        size=query["size"],
    )
    found = finding.search(visit.occasion(), wanted)
    return jsonify(
        items=[views.case_line(case) for case in found.cases],
        page=found.page,
        size=found.size,
        total=found.total,
        pages=found.pages,
    )


@blueprint.post("")
@blueprint.arguments(NewCaseBody)
@blueprint.response(201)
def receive_case(body: dict[str, Any]) -> tuple[Response, int, dict[str, str]]:
    """Open a case by a step that begins one; or with `check` say whether it would be."""
    if body["check"]:
        visit.keeps_nothing()
        with nothing_kept(visit.occasion()) as moment:
            state = views.state_of(cases.receive(moment, body["step"], body["data"]))
        return jsonify(checked=True, state=state), 200, {}
    case = cases.receive(visit.occasion(), body["step"], body["data"])
    return jsonify(views.case_whole(case)), 201, {"Location": url_for("cases_api.show_case", case_id=case.id)}


@blueprint.get(f"/{ID}")
@blueprint.response(200)
def show_case(case_id: int) -> BaseResponse:
    """One case with its people and its petition; for its administrator, what it shares with him."""
    case = shared(case_id)
    whole = cases.readable(visit.occasion(), case)
    answer = jsonify(views.case_whole(case) if whole else views.case_shared(case))
    answer.set_etag(str(case.version))
    return answer.make_conditional(request)


@blueprint.get(f"/{ID}/steps")
@blueprint.response(200)
def list_steps(case_id: int) -> Response:
    """Every step: allowed or not, with every obstacle, its JSON schema, and what it would do."""
    case, occasion = shared(case_id), visit.occasion()
    return jsonify(
        version=case.version,
        items=[
            step_views.option(o, preview(occasion, case, o.transition) if o.allowed else None)
            for o in cases.options(occasion, case)
        ],
    )


@blueprint.post(f"/{ID}/steps")
@blueprint.arguments(StepBody)
@blueprint.response(201)
def take_step(body: dict[str, Any], case_id: int) -> tuple[Response, int]:
    """Take a step; refused with every obstacle where the law does not allow it."""
    version = expected_version(body)
    return answered(
        body,
        lambda moment: cases.take_step(moment, case_id, body["step"], body["data"], version=version),
    )


def expected_version(body: dict[str, Any]) -> int | None:
    """The version that was read: of the body, or of the If-Match header.

    Raises:
        BadInput: if the header is no version.
    """
    if body["version"] is not None or "If-Match" not in request.headers:
        version: int | None = body["version"]
        return version
    tag = request.headers["If-Match"].removeprefix("W/").strip('"')
    if not tag.isdecimal():
        raise BadInput({"If-Match": [Text("须为所读内容的 ETag。")]})
    return int(tag)


@blueprint.get(f"/{ID}/deadlines")
@blueprint.response(200)
def list_deadlines(case_id: int) -> Response:
    """The clocks of a case with their arithmetic; for its administrator, those that he must keep."""
    case = shared(case_id)
    whole = cases.readable(visit.occasion(), case)
    clocks = [clock for clock in case.deadlines if whole or clock.owed_by == LegalActor.ADMIN]
    return jsonify(items=[views.deadline(clock) for clock in clocks])


@blueprint.get(f"/{ID}/history")
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200)
def list_history(query: dict[str, Any], case_id: int) -> Response:
    """The docket of a case, in its order."""
    opened(case_id)
    session, size = visit.session(), query["size"]
    total, _ = history.head(session, case_id)
    events = history.docket(session, case_id, after=(query["page"] - 1) * size, limit=size)
    return jsonify(views.page_of([views.event(event) for event in events], total, query))


@blueprint.get(f"/{ID}/parties")
@blueprint.response(200)
def list_parties(case_id: int) -> Response:
    """Who takes part."""
    return jsonify(items=[views.party(party) for party in opened(case_id).parties])


@blueprint.post(f"/{ID}/parties")
@blueprint.arguments(parties.NewParty)
@blueprint.response(201)
def add_party(body: dict[str, Any], case_id: int) -> tuple[Response, int]:
    """Take a creditor, an authority or an interested party into the case."""
    party = parties.add(visit.occasion(), case_id, request.get_json())
    return jsonify(views.party(party)), 201


@blueprint.patch(f"/{ID}/parties/<int(max=2147483647):party_id>")
@blueprint.arguments(parties.PartyChange(partial=("name",)))
@blueprint.response(200)
def change_party(body: dict[str, Any], case_id: int, party_id: int) -> Response:
    """Change particulars of a party."""
    occasion = visit.occasion()
    case = opened(case_id)
    sent = request.get_json()
    sent.setdefault("name", parties.of_case(occasion, case, party_id).name)
    return jsonify(views.party(parties.change(occasion, case_id, party_id, sent)))


@blueprint.put(f"/{ID}/team")
@blueprint.arguments(TeamBody)
@blueprint.response(200)
def assign_team(body: dict[str, Any], case_id: int) -> Response:
    """Name the whole team of a case."""
    places = [(place["user_id"], place["role"]) for place in body["team"]]
    case = teams.assign(visit.occasion(), case_id, places, version=body["version"])
    return jsonify(views.case_whole(case))


@blueprint.post(f"/{ID}/recusals")
@blueprint.arguments(RecusalBody)
@blueprint.response(201)
def recuse(body: dict[str, Any], case_id: int) -> tuple[Response, int]:
    """Shut a person out of a case."""
    recusal = teams.recuse(visit.occasion(), case_id, body["user_id"], body["reason"])
    return jsonify(user_id=recusal.user_id, decided_on=recusal.decided_on.isoformat()), 201
