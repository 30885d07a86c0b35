"""The parts of a case: claims, meetings, resolutions, assets, appointments, submissions; one way for all.

Each kind has its own addresses, so that the description of the API says of each what it answers.
"""

from typing import Any

from flask import jsonify, request, url_for
from flask.wrappers import Response
from marshmallow import fields, validate
from werkzeug.wrappers import Response as BaseResponse

from court_app import visit
from court_app.api import step_views
from court_app.api.blueprints import CourtBlueprint
from court_app.api.cases import ID, expected_version
from court_app.api.cases import shared as shared_case
from court_app.api.schemas import StepBody
from court_app.api.schemas_common import PageQuery
from court_app.api.schemas_parts import list_schema, schema_of, values_of
from court_app.api.stepping import answered
from court_app.services.procedure import part_lists, parts
from court_app.services.procedure.part_lists import WantedParts
from court_app.services.procedure.parts import PARTS, PartKind
from court_app.services.procedure.previewing import preview
from models import Case

blueprint = CourtBlueprint("parts_api", "案件各组成部分 · parts of a case", f"/cases/{ID}")
CREATED = 201
SERIAL = "<int(max=2147483647):serial>"


class PartQuery(PageQuery):
    """Which parts are looked for."""

    state = fields.String(load_default="", validate=validate.Length(max=40))
    category = fields.String(load_default="", validate=validate.Length(max=40))
    q = fields.String(load_default="", validate=validate.Length(max=100))


def publish(kind: PartKind) -> None:
    """Give a kind of part its addresses."""
    name = kind.path
    listing = blueprint.response(200, list_schema(kind))(lister(kind))
    blueprint.get(f"/{name}", endpoint=f"list_{name}")(
        blueprint.arguments(PartQuery, location="query")(listing)
    )
    blueprint.post(f"/{name}", endpoint=f"begin_{name}")(
        blueprint.arguments(StepBody)(blueprint.response(201)(beginner(kind)))
    )
    blueprint.get(f"/{name}/beginnings", endpoint=f"beginnings_{name}")(
        blueprint.response(200)(beginnings(kind))
    )
    blueprint.get(f"/{name}/{SERIAL}", endpoint=f"show_{name}")(
        blueprint.response(200, schema_of(kind))(shower(kind))
    )
    blueprint.get(f"/{name}/{SERIAL}/steps", endpoint=f"steps_{name}")(blueprint.response(200)(stepper(kind)))
    blueprint.post(f"/{name}/{SERIAL}/steps", endpoint=f"take_step_{name}")(
        blueprint.arguments(StepBody)(blueprint.response(201)(taker(kind)))
    )


def opened(case_id: int, kind: PartKind) -> Case:
    """A case that the program's user takes part in, if he may see parts of that kind."""
    parts.shown_kind(visit.occasion(), kind.path)
    return shared_case(case_id)


def lister(kind: PartKind) -> Any:
    """The list of a kind."""

    def list_parts(query: dict[str, Any], case_id: int) -> dict[str, Any]:
        """The parts of this kind in a case, by number, with totals over all pages."""
        wanted = WantedParts(
            state=query["state"],
            category=query["category"],
            text=query["q"],
            page=query["page"],
            size=query["size"],
        )
        found = part_lists.search(visit.occasion(), opened(case_id, kind), kind, wanted)
        return {
            "items": [values_of(kind, part) for part in found.parts],
            "totals": found.sums,
            "page": found.page,
            "size": found.size,
            "total": found.total,
            "pages": found.pages,
        }

    return list_parts


def beginner(kind: PartKind) -> Any:
    """The beginning of a part of a kind."""

    def begin_part(body: dict[str, Any], case_id: int) -> tuple[Response, int, dict[str, str]]:
        """Begin a part of this kind by one of the steps that begin one."""
        answer, status = answered(
            body, lambda moment: parts.begin(moment, case_id, kind.path, body["step"], body["data"])
        )
        if status != CREATED:
            return answer, status, {}
        serial = answer.get_json()["serial"]
        where = url_for(f"parts_api.show_{kind.path}", case_id=case_id, serial=serial)
        return answer, status, {"Location": where}

    return begin_part


def beginnings(kind: PartKind) -> Any:
    """The steps that begin a part of a kind."""

    def list_beginnings(case_id: int) -> Response:
        """Every step that begins a part of this kind, with its obstacles and its JSON schema."""
        case, occasion = opened(case_id, kind), visit.occasion()
        return jsonify(items=[step_views.option(o) for o in parts.beginnings(occasion, case, kind)])

    return list_beginnings


def shower(kind: PartKind) -> Any:
    """One part of a kind."""

    def show_part(case_id: int, serial: int) -> BaseResponse:
        """One part of this kind."""
        part = parts.of_case(visit.occasion(), opened(case_id, kind), kind, serial)
        answer = jsonify(schema_of(kind)().dump(values_of(kind, part)))
        answer.set_etag(str(part.version))
        return answer.make_conditional(request)

    return show_part


def stepper(kind: PartKind) -> Any:
    """The steps of a part of a kind."""

    def list_part_steps(case_id: int, serial: int) -> Response:
        """Every step of the part: allowed or not, with every obstacle, its JSON schema, what it would do."""
        occasion = visit.occasion()
        part = parts.of_case(occasion, opened(case_id, kind), kind, serial)
        return jsonify(
            version=part.version,
            items=[
                step_views.option(o, preview(occasion, part, o.transition) if o.allowed else None)
                for o in parts.options(occasion, part)
            ],
        )

    return list_part_steps


def taker(kind: PartKind) -> Any:
    """A step of a part of a kind."""

    def take_part_step(body: dict[str, Any], case_id: int, serial: int) -> tuple[Response, int]:
        """Take a step of the part; refused with every obstacle where the law does not allow it."""
        version, name, data = expected_version(body), body["step"], body["data"]
        return answered(
            body,
            lambda moment: parts.take_step(moment, case_id, kind.path, serial, name, data, version=version),
        )

    return take_part_step


for part_kind in PARTS.values():
    publish(part_kind)
