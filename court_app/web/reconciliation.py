"""The bank's word on pages: statements, matched with the ledger, reconciled as at a day."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for

from court_app import visit
from court_app.errors import BadInput
from court_app.languages import say
from court_app.services.estate import (
    bank_agreements,
    bank_matching,
    bank_statements,
    bank_table,
    ledger_by_hand,
    reconciliation,
)
from court_app.services.estate.bank_matching import Outcome
from court_app.services.estate.reconciliation import WantedOpen
from court_app.services.once import once
from court_app.services.paging import pages_of
from court_app.visit import takes_uploads
from court_app.web.cases import filters, page_address
from court_app.web.estate_account import asked_day, read_day, words_of
from court_app.web.form_errors import sentences_of
from court_app.web.layout import MOST_PAGES, wanted_page
from court_app.web.parts import as_table, opened
from court_app.web.stepping import Answer
from workflows.text import Text

blueprint = Blueprint("reconciliation", __name__, url_prefix="/cases/<int:case_id>/account/reconciliation")
ON_A_PAGE = 50
AGREEMENTS = 20
FILTERS = ("on", "q", "first", "last")
Errors = Sequence[str]


@blueprint.get("")
def show(case_id: int) -> str:
    """Both balances as at a day, the difference opened into its rows, statements and agreements."""
    return shown(case_id)


def number_in(name: str) -> int:
    """Which page of one of the lists is asked for."""
    return min(max(request.args.get(name, 1, int), 1), MOST_PAGES)


def wanted(values: Mapping[str, str]) -> WantedOpen:
    """Which open rows are looked for."""
    return WantedOpen(
        text=values.get("q", "").strip()[:100],
        first=read_day(values.get("first", "")),
        last=read_day(values.get("last", "")),
        bank_page=number_in("bank"),
        ledger_page=number_in("ledger"),
        size=ON_A_PAGE * 2,
    )


def address_of(case_id: int, name: str) -> Callable[[int], str]:
    """The address of another page of one of the lists; the others stay where they are."""
    kept: dict[str, Any] = {**filters(*FILTERS, "page", "bank", "ledger"), "case_id": case_id}
    return lambda page: url_for("reconciliation.show", **{**kept, name: page})


def shown(case_id: int, errors: Errors = ()) -> str:
    """The page, with what was wrong with the last act and what was chosen then."""
    occasion, case = visit.occasion(), opened(case_id)
    page = wanted_page()
    agreements, total = bank_agreements.agreements(occasion, case, page=page, size=AGREEMENTS)
    sought = wanted(request.form if request.method == "POST" else request.args)
    return render_template(
        "reconciliation.html",
        case=case,
        found=reconciliation.as_at(occasion, case, asked_day("on") or occasion.today, sought),
        wanted=sought,
        ticked={name: set(request.form.getlist(name)) for name in ("bank_line", "ledger_line")},
        statements=bank_statements.of_case(occasion, case),
        agreements=agreements,
        total=total,
        page=page,
        pages=pages_of(total, AGREEMENTS),
        address=partial(address_of, case_id),
        filters=filters(*FILTERS),
        may_keep=ledger_by_hand.may_keep(occasion, case),
        needed=bank_table.NEEDED,
        more=bank_table.MORE,
        words_of=words_of,
        errors=errors,
        key=secrets.token_urlsafe(12),
        section="account",
    )


@blueprint.get("/agreements/<int:agreement>")
def agreement(case_id: int, agreement: int) -> str:
    """What agrees: every line of the bank and every entry of it."""
    occasion, case = visit.occasion(), opened(case_id)
    found, page = bank_agreements.agreement(occasion, case, agreement), wanted_page()
    longest = max(found.bank_lines, found.entries)
    return render_template(
        "bank_agreement.html",
        case=case,
        agreement=found,
        lines=bank_agreements.lines_in(occasion, found, page=page, size=ON_A_PAGE),
        entries=bank_agreements.entries_in(occasion, found, page=page, size=ON_A_PAGE),
        page=page,
        pages=pages_of(longest, ON_A_PAGE),
        address=page_address("reconciliation.agreement", case_id=case_id, agreement=agreement),
        may_keep=ledger_by_hand.may_keep(occasion, case),
        words_of=words_of,
        section="account",
    )


@blueprint.post("/statements")
@takes_uploads
def upload(case_id: int) -> Answer:
    """Read a statement and show it; nothing is written where a line is wrong."""
    (name, content), occasion = visit.file_sent(), visit.occasion()
    key = request.form.get("key", "")
    try:
        serial = once(occasion, key, lambda: bank_statements.upload(occasion, case_id, name, content).serial)
    except BadInput as error:
        return refused(case_id, error)
    return redirect(url_for("reconciliation.statement", case_id=case_id, serial=serial))


@blueprint.get("/statements/blank.<kind>")
def blank(case_id: int, kind: str) -> Response:
    """A table to fill in, with two invented lines."""
    opened(case_id)
    return as_table("statement", kind, list(bank_table.HEADINGS), bank_table.examples())


@blueprint.get("/statements/<int:serial>")
def statement(case_id: int, serial: int) -> str:
    """A statement with its lines."""
    occasion, case = visit.occasion(), opened(case_id)
    found = bank_statements.find(occasion, case, serial)
    page = wanted_page()
    lines, total = bank_statements.lines_of(occasion, found, page=page, size=ON_A_PAGE)
    return render_template(
        "bank_statement.html",
        case=case,
        statement=found,
        lines=lines,
        total=total,
        page=page,
        pages=pages_of(total, ON_A_PAGE),
        address=page_address("reconciliation.statement", case_id=case_id, serial=serial),
        may_keep=ledger_by_hand.may_keep(occasion, case),
        section="account",
    )


def acted(case_id: int, act: Callable[[], Outcome | None], done: Text | None = None) -> Answer:
    """Do something and go back to the reconciliation, with what came of it, or say why it was not done."""
    try:
        outcome = act()
    except BadInput as error:
        return refused(case_id, error)
    if done is not None:
        flash(say(done), "success")
    if outcome is not None:
        tell(outcome)
    kept: dict[str, Any] = {name: request.form[name] for name in FILTERS if request.form.get(name)}
    return redirect(url_for("reconciliation.show", **kept, case_id=case_id))


def tell(outcome: Outcome) -> None:
    """Say what an automatic matching has come to; that nothing was found is no success."""
    flash(" ".join(map(say, outcome.told())), "success" if outcome.lines else "warning")


def refused(case_id: int, error: BadInput) -> Answer:
    """The page, with why nothing was done."""
    visit.session().rollback()
    return shown(case_id, sentences_of(error)), 422


@blueprint.post("/statements/<int:serial>/confirm")
def confirm(case_id: int, serial: int) -> Answer:
    """Import a statement that was looked at, and match what surely says the same; or only check it."""

    def act() -> Outcome:
        bank_statements.confirm(visit.occasion(), case_id, serial)
        return bank_matching.match_all(visit.occasion(), case_id)

    if "check" not in request.form:
        return acted(case_id, act, Text("银行流水已导入。"))
    try:
        with visit.trying_out():
            told = act().told()
    except BadInput as error:
        return refused(case_id, error)
    flash(say(Text("只检查，没有导入。导入的结果将是：")) + " ".join(map(say, told)), "info")
    return redirect(url_for("reconciliation.statement", case_id=case_id, serial=serial))


@blueprint.post("/statements/<int:serial>/discard")
def discard(case_id: int, serial: int) -> Answer:
    """Give up a statement that was only looked at."""

    def act() -> None:
        bank_statements.discard(visit.occasion(), case_id, serial)

    return acted(case_id, act, Text("这份流水没有导入。"))


def ticked(name: str) -> list[int]:
    """The rows that were ticked."""
    return [int(one) for one in request.form.getlist(name) if one.isdecimal() and len(one) < 10]


@blueprint.post("/match")
def match(case_id: int) -> Answer:
    """Match the lines of the bank that were ticked, or all that are looked for, with the entries ticked."""
    all_of = wanted(request.form) if request.form.get("all_lines") else None

    def act() -> None:
        bank_matching.match_by_hand(
            visit.occasion(), case_id, ticked("bank_line"), ticked("ledger_line"), all_of=all_of
        )

    return acted(case_id, act, Text("所选银行流水和分录已核对。"))


@blueprint.post("/match-all")
def match_all(case_id: int) -> Answer:
    """Match what surely says the same."""
    return acted(case_id, lambda: bank_matching.match_all(visit.occasion(), case_id))


@blueprint.post("/unmatch")
def unmatch(case_id: int) -> Answer:
    """Take an agreement back."""
    chosen = ticked("agreement")

    def act() -> None:
        bank_matching.unmatch(visit.occasion(), case_id, chosen[0] if chosen else 0)

    return acted(case_id, act, Text("已取消核对。"))
