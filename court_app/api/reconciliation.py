"""The reconciliation of the ledger with the bank: what is open, matches, agreements."""

from typing import Any

from flask import Response, jsonify
from marshmallow import Schema, fields, validate

from court_app import visit
from court_app.api import views
from court_app.api.blueprints import CourtBlueprint
from court_app.api.cases import ID, shared
from court_app.api.checking import PARAMETER, checkable
from court_app.api.estate_account import DayQuery, bank_line_view, line_view, outcome_view
from court_app.api.schemas_common import PageQuery
from court_app.languages import say
from court_app.services.estate import bank_agreements, bank_matching, reconciliation
from court_app.services.estate.reconciliation import WantedOpen
from models import BankAgreement

blueprint = CourtBlueprint(
    "reconciliation_api", "对账 · reconciliation", f"/cases/{ID}/account/reconciliation"
)


class OpenQuery(DayQuery):
    """As at which day, and which of the open rows: lines of the bank with a word, rows between two days."""

    q = fields.String(load_default="")
    first: fields.Field[Any] = fields.Date(load_default=None, allow_none=True)
    last: fields.Field[Any] = fields.Date(load_default=None, allow_none=True)
    bank_page = fields.Integer(load_default=1, validate=validate.Range(1, 1_000_000))
    ledger_page = fields.Integer(load_default=1, validate=validate.Range(1, 1_000_000))
    size = fields.Integer(load_default=100, validate=validate.Range(1, 500))


class MatchBody(Schema):
    """Lines of the bank, and the lines of the ledger that they are together; `bank_line` names one."""

    bank_line = fields.Integer(load_default=None, allow_none=True)
    bank_lines = fields.List(fields.Integer(), load_default=list)
    ledger_lines = fields.List(fields.Integer(), required=True)


class UnmatchBody(Schema):
    """An agreement that is taken back, by its number or by a line of the bank that is in it."""

    agreement = fields.Integer(load_default=None, allow_none=True)
    bank_line = fields.Integer(load_default=None, allow_none=True)


def agreement_view(agreement: BankAgreement) -> dict[str, Any]:
    """An agreement; its sum in fen."""
    names = ("id", "change_fen", "bank_lines", "entries")
    return {
        **{name: getattr(agreement, name) for name in names},
        "way": views.word(agreement.way),
        "last_on": views.day(agreement.last_on),
        "made_at": views.day(agreement.made_at),
    }


@blueprint.get("")
@blueprint.arguments(OpenQuery, location="query")
@blueprint.response(200)
def show_reconciliation(query: dict[str, Any], case_id: int) -> Response:
    """Both balances at the end of a day, and the rows that only one side knows, a page at a time; in fen."""
    occasion, case = visit.occasion(), shared(case_id)
    day = query.pop("on") or occasion.today
    found = reconciliation.as_at(occasion, case, day, WantedOpen(text=query.pop("q"), **query))
    names = ("ledger_fen", "statement_fen", "opening_fen", "ledger_only_fen", "bank_only_fen")
    more = ("difference_fen", "unexplained_fen")
    return jsonify(
        {
            **{name: getattr(found, name) for name in (*names, *more)},
            "on": found.on.isoformat(),
            "statement_on": views.day(found.statement_on),
            "working": [say(line) for line in found.working()],
            "ledger_only": [{**line_view(one), "entry": one.entry.serial} for one in found.ledger_rows],
            "bank_only": [bank_line_view(one) for one in found.bank_rows],
            "ledger_only_total": found.ledger.total,
            "bank_only_total": found.bank.total,
        }
    )


@blueprint.post("/match-all")
@blueprint.response(200)
@blueprint.doc(parameters=[PARAMETER])
@checkable
def match_all(case_id: int) -> Response:
    """Match what surely says the same; what was matched and what is left."""
    return jsonify(outcome_view(bank_matching.match_all(visit.occasion(), case_id)))


@blueprint.post("/match")
@blueprint.arguments(MatchBody)
@blueprint.response(200)
@blueprint.doc(parameters=[PARAMETER])
@checkable
def match(body: dict[str, Any], case_id: int) -> Response:
    """Match lines of the bank with the lines of the ledger that they are together."""
    one = [body["bank_line"]] if body["bank_line"] is not None else []
    lines, entries = [*body["bank_lines"], *one], body["ledger_lines"]
    made = bank_matching.match_by_hand(visit.occasion(), case_id, lines, entries)
    return jsonify({"matched": made.bank_lines, "agreement": made.id})


@blueprint.post("/unmatch")
@blueprint.arguments(UnmatchBody)
@blueprint.response(200)
@blueprint.doc(parameters=[PARAMETER])
@checkable
def unmatch(body: dict[str, Any], case_id: int) -> Response:
    """Take an agreement back: its lines and entries are open again."""
    occasion = visit.occasion()
    line = body["bank_line"] or 0
    chosen = body["agreement"] or bank_matching.agreement_of_line(occasion, shared(case_id), line)
    bank_matching.unmatch(occasion, case_id, chosen)
    return jsonify(matched=0)


@blueprint.get("/agreements")
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200)
def list_agreements(query: dict[str, Any], case_id: int) -> Response:
    """What of the bank and the ledger says the same, newest first."""
    occasion, case = visit.occasion(), shared(case_id)
    found, total = bank_agreements.agreements(occasion, case, page=query["page"], size=query["size"])
    return jsonify(
        items=[agreement_view(one.agreement) for one in found],
        page=query["page"],
        size=query["size"],
        total=total,
    )


@blueprint.get("/agreements/<int:agreement>")
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200)
def show_agreement(query: dict[str, Any], case_id: int, agreement: int) -> Response:
    """An agreement with a page of its lines and of its entries."""
    occasion, case = visit.occasion(), shared(case_id)
    found = bank_agreements.agreement(occasion, case, agreement)
    page = {"page": query["page"], "size": query["size"]}
    return jsonify(
        {
            **agreement_view(found),
            "bank": [bank_line_view(one) for one in bank_agreements.lines_in(occasion, found, **page)],
            "ledger": [
                {**line_view(one), "entry": one.entry.serial}
                for one in bank_agreements.entries_in(occasion, found, **page)
            ],
        }
    )
