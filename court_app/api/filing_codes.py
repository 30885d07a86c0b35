"""Filing codes of a case for programs of the team: list, make, make anew; the codes are only on the slips."""

from typing import Any

from flask import Response, jsonify
from marshmallow import Schema, fields, validate

from court_app import visit
from court_app.api import views
from court_app.api.blueprints import CourtBlueprint
from court_app.api.cases import ID, shared
from court_app.api.creditor_filings import paper_view
from court_app.api.parts import SERIAL
from court_app.api.schemas_common import PageQuery
from court_app.errors import Forbidden
from court_app.services.filing import creditor_filings, filing_codes
from court_app.services.procedure import parts
from models import FilingCode
from workflows.text import Text

blueprint = CourtBlueprint("filing_codes_api", "申报码 · filing codes", f"/cases/{ID}")


class CodeQuery(PageQuery):
    """Which codes are looked for."""

    q = fields.String(load_default="", validate=validate.Length(max=100))


class IssueBody(Schema):
    """For whom codes are made: a newcomer by his name, a code anew by its number, else all who have none."""

    holder = fields.String(load_default=None, allow_none=True, validate=validate.Length(1, 200))
    serial = fields.Integer(load_default=None, allow_none=True, validate=validate.Range(1))


def code_view(code: FilingCode) -> dict[str, Any]:
    """A code without the code: its number, whose it is, how often it was made."""
    return {
        "serial": code.serial,
        "creditor_id": code.party_id,
        "named": code.named,
        "edition": code.edition,
        "issues": code.issues,
    }


@blueprint.get("/filing-codes")
@blueprint.arguments(CodeQuery, location="query")
@blueprint.response(200)
def list_codes(query: dict[str, Any], case_id: int) -> Response:
    """The codes of a case, by number, a page at a time."""
    occasion, case = visit.occasion(), shared(case_id)
    if not filing_codes.may_hand_out(occasion, case):
        raise Forbidden(Text("只有本案管理人和办案人员可以制发申报码。"))
    found = filing_codes.page_of(occasion, case, text=query["q"], page=query["page"], size=query["size"])
    return jsonify(
        {
            "items": [{**code_view(row.code), "claims": row.claims} for row in found.rows],
            "waiting": filing_codes.count_waiting(occasion, case),
            **{name: getattr(found, name) for name in ("page", "size", "total", "pages")},
        }
    )


@blueprint.post("/filing-codes")
@blueprint.arguments(IssueBody)
@blueprint.response(201)
def issue_codes(body: dict[str, Any], case_id: int) -> Response:
    """Make codes; they are printed as slips under `/cases/…/filing-codes`."""
    occasion = visit.occasion()
    if body["serial"] is not None:
        made = {"items": [code_view(filing_codes.renew(occasion, case_id, body["serial"]))]}
    elif body["holder"] is not None:
        made = {"items": [code_view(filing_codes.issue_to_newcomer(occasion, case_id, body["holder"]))]}
    else:
        return created({"made": filing_codes.issue_to_known(occasion, case_id)})
    return created({"made": 1, **made})


def created(made: dict[str, Any]) -> Response:
    """What was made."""
    answer = jsonify(made)
    answer.status_code = 201
    return answer


@blueprint.get(f"/claims/{SERIAL}/filing")
@blueprint.response(200)
def show_filing(case_id: int, serial: int) -> Response:
    """By whom and how a claim was filed by a code, with its papers; empty if it came another way."""
    occasion, case = visit.occasion(), shared(case_id)
    claim = parts.of_case(occasion, case, parts.PARTS["claims"], serial)
    seen = creditor_filings.seen(occasion, claim)
    if seen is None:
        return jsonify({"filing": None, "papers": []})
    names = ("phone", "service_address", "electronic_address", "consents_to_electronic", "identity_number")
    may = filing_codes.may_hand_out(occasion, case)
    own = {name: getattr(seen.filing, name) for name in names} if may else {}
    filing = {"code": seen.filing.code.serial, "filed_at": views.day(seen.filing.filed_at), **own}
    return jsonify(
        {
            "filing": {**filing, "namesakes": seen.namesakes},
            "papers": [paper_view(paper) for paper in seen.papers],
        }
    )
