"""The estate's account: what there is, entries, entries by hand; bank statements and the reconciliation."""

from typing import Any

from flask import Response, jsonify, request, url_for
from marshmallow import Schema, fields

from court_app import visit
from court_app.api import views
from court_app.api.blueprints import CourtBlueprint
from court_app.api.cases import ID, shared
from court_app.api.checking import PARAMETER, checkable
from court_app.api.parts import SERIAL
from court_app.api.schemas_common import PageQuery
from court_app.languages import language, say, translate
from court_app.services.estate import bank_matching, bank_statements, estate_book, ledger_by_hand
from court_app.services.estate.bank_matching import Outcome
from court_app.services.estate.estate_book import WantedEntries
from court_app.visit import takes_uploads
from models import BankLine, BankStatement, LedgerEntry, LedgerLine
from models.vocabulary import EntrySource, LedgerAccount
from workflows.calculations.shortage import Cover
from workflows.payloads.base import Word
from workflows.payloads.ledger import ManualEntry, Reversal
from workflows.text import thaw

blueprint = CourtBlueprint("estate_account_api", "财产账户 · estate account", f"/cases/{ID}/account")


class DayQuery(Schema):
    """As at which day; today if none is named."""

    on: fields.Field[Any] = fields.Date(load_default=None, allow_none=True)


class EntryQuery(PageQuery):
    """Which entries are looked for."""

    account: fields.Field[Any] = Word(LedgerAccount, load_default=None, allow_none=True)
    source: fields.Field[Any] = Word(EntrySource, load_default=None, allow_none=True)
    source_serial = fields.Integer(load_default=None, allow_none=True)
    first: fields.Field[Any] = fields.Date(load_default=None, allow_none=True)
    last: fields.Field[Any] = fields.Date(load_default=None, allow_none=True)


def line_view(line: LedgerLine) -> dict[str, Any]:
    """One side of an entry; sums in fen."""
    return {
        "id": line.id,
        "account": views.word(line.account),
        "debit_fen": line.debit_fen,
        "credit_fen": line.credit_fen,
    }


def entry_view(entry: LedgerEntry) -> dict[str, Any]:
    """An entry with its lines."""
    return {
        "serial": entry.serial,
        "on": views.day(entry.on),
        "text": thaw(entry.text, language(), translate),
        "reason": entry.reason,
        "reference": entry.reference,
        "source": views.word(entry.source),
        "source_serial": entry.source_serial,
        "reverses": entry.reverses.serial if entry.reverses else None,
        "made_by": entry.made_by_name,
        "recorded_at": views.day(entry.recorded_at),
        "lines": [line_view(line) for line in entry.lines],
    }


FEES = ("remunerations", "court_fees")


def cover_view(cover: Cover) -> dict[str, Any]:
    """What is there against what is not paid (EBL 43); sums in fen."""
    return {
        "money_fen": cover.money_fen,
        "expected_fen": cover.expected_fen,
        "expenses_fen": cover.expenses_fen,
        "debts_fen": cover.debts_fen,
        "expenses_are_covered": cover.expenses_are_covered,
        "all_is_covered": cover.all_is_covered,
        "payments_fen": {str(serial): fen for serial, fen in cover.shares("spendings").items()},
        "fees_fen": {path: {str(serial): fen for serial, fen in cover.shares(path).items()} for path in FEES},
        "working": [say(line) for line in cover.working()],
    }


def statement_view(statement: BankStatement) -> dict[str, Any]:
    """A statement; sums in fen."""
    names = ("serial", "name", "sha256", "opening_fen", "closing_fen")
    return {
        **{name: getattr(statement, name) for name in names},
        "state": views.word(statement.state),
        "first_on": views.day(statement.first_on),
        "last_on": views.day(statement.last_on),
    }


def bank_line_view(line: BankLine) -> dict[str, Any]:
    """A line of a statement; sums in fen."""
    sums = ("in_fen", "out_fen", "balance_fen")
    names = ("id", "number", *sums, "counterparty", "account", "text", "reference")
    return {**{name: getattr(line, name) for name in names}, "on": views.day(line.on)}


def outcome_view(outcome: Outcome) -> dict[str, Any]:
    """What an automatic matching has come to."""
    return {
        "matched": outcome.lines,
        "matched_entries": outcome.entries,
        "bank_left": outcome.lines_left,
        "ledger_left": outcome.entries_left,
        "told": [say(text) for text in outcome.told()],
    }


@blueprint.get("")
@blueprint.arguments(DayQuery, location="query")
@blueprint.response(200)
def show_account(query: dict[str, Any], case_id: int) -> Response:
    """What the estate has and owes at the end of a day, every account, and article 43 as of now; in fen."""
    occasion, case = visit.occasion(), shared(case_id)
    on = query["on"] or occasion.today
    standing = estate_book.standing(occasion, case, on)
    return jsonify(
        on=on.isoformat(),
        on_hand_fen=standing.on_hand(),
        spendable_fen=standing.spendable_fen,
        distributable_fen=standing.distributable_fen,
        working=[say(line) for line in standing.working()],
        balances=[
            {"account": views.word(account), "balance_fen": standing.balances[account]}
            for account in LedgerAccount
            if standing.balances.get(account)
        ],
        article_43=cover_view(estate_book.article_43(occasion, case)),
    )


@blueprint.get("/entries")
@blueprint.arguments(EntryQuery, location="query")
@blueprint.response(200)
def list_entries(query: dict[str, Any], case_id: int) -> Response:
    """The entries by day and number, of an account, of what caused them, between two days."""
    names = ("account", "source", "source_serial", "first", "last", "page")
    wanted = WantedEntries(**{name: query[name] for name in names})
    found = estate_book.entries(visit.occasion(), shared(case_id), wanted, size=query["size"])
    return jsonify(
        items=[entry_view(entry) for entry in found.entries],
        debit_fen=found.debit_fen,
        credit_fen=found.credit_fen,
        page=found.page,
        size=found.size,
        total=found.total,
        pages=found.pages,
    )


@blueprint.post("/entries")
@blueprint.arguments(ManualEntry)
@blueprint.response(201)
@blueprint.doc(parameters=[PARAMETER])
@checkable
def enter(_body: dict[str, Any], case_id: int) -> tuple[Response, int]:
    """Make an entry by hand; a reason is needed."""
    entry = ledger_by_hand.enter(visit.occasion(), case_id, request.get_json())
    return jsonify(entry_view(entry)), 201


@blueprint.post(f"/entries/{SERIAL}/reverse")
@blueprint.arguments(Reversal)
@blueprint.response(201)
@blueprint.doc(parameters=[PARAMETER])
@checkable
def reverse(_body: dict[str, Any], case_id: int, serial: int) -> tuple[Response, int]:
    """Reverse an entry that was made by hand, by a new one."""
    entry = ledger_by_hand.reverse(visit.occasion(), case_id, serial, request.get_json())
    return jsonify(entry_view(entry)), 201


@blueprint.get("/statements")
@blueprint.response(200)
def list_statements(case_id: int) -> Response:
    """The bank statements of a case, newest first."""
    found = bank_statements.of_case(visit.occasion(), shared(case_id))
    return jsonify(items=[statement_view(one) for one in found])


@blueprint.post("/statements")
@blueprint.response(201)
@takes_uploads
@blueprint.doc(parameters=[PARAMETER])
@checkable
def upload_statement(case_id: int) -> tuple[Response, int, dict[str, str]]:
    """Upload a statement (XLSX or CSV) as the file `file`; a wrong line is named and nothing is written."""
    name, content = visit.file_needed()
    made = bank_statements.upload(visit.occasion(), case_id, name, content)
    where = url_for("estate_account_api.show_statement", case_id=case_id, serial=made.serial)
    return jsonify(statement_view(made)), 201, {"Location": where}


@blueprint.get(f"/statements/{SERIAL}")
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200)
def show_statement(query: dict[str, Any], case_id: int, serial: int) -> Response:
    """A statement with a page of its lines."""
    occasion = visit.occasion()
    found = bank_statements.find(occasion, shared(case_id), serial)
    lines, total = bank_statements.lines_of(occasion, found, page=query["page"], size=query["size"])
    return jsonify(
        {**statement_view(found), "items": [bank_line_view(line) for line in lines], "total": total}
    )


@blueprint.post(f"/statements/{SERIAL}/confirm")
@blueprint.response(200)
@blueprint.doc(parameters=[PARAMETER])
@checkable
def confirm_statement(case_id: int, serial: int) -> Response:
    """Import a statement that was looked at, and match what surely says the same."""
    made = bank_statements.confirm(visit.occasion(), case_id, serial)
    outcome = bank_matching.match_all(visit.occasion(), case_id)
    return jsonify({**statement_view(made), **outcome_view(outcome)})


@blueprint.post(f"/statements/{SERIAL}/discard")
@blueprint.response(200)
@blueprint.doc(parameters=[PARAMETER])
@checkable
def discard_statement(case_id: int, serial: int) -> Response:
    """Give up a statement that was only looked at."""
    return jsonify(statement_view(bank_statements.discard(visit.occasion(), case_id, serial)))
