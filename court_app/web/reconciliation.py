"""The bank's word on pages: statements, matched with the ledger, reconciled as at a day."""

import secrets
from collections.abc import Callable, Sequence
from typing import Any

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for

from court_app import visit
from court_app.errors import BadInput
from court_app.languages import say
from court_app.services import bank_statements, bank_table, ledger_by_hand, reconciliation
from court_app.services.once import once
from court_app.visit import takes_uploads
from court_app.web.cases import page_address
from court_app.web.estate_account import asked_day, words_of
from court_app.web.layout import wanted_page
from court_app.web.parts import as_table, opened
from court_app.web.stepping import Answer
from workflows.text import Text

blueprint = Blueprint("reconciliation", __name__, url_prefix="/cases/<int:case_id>/account/reconciliation")
ON_A_PAGE = 50
MOST_OPEN = 200
"""So many open rows of each side are shown at once; the totals are of all of them."""
Errors = Sequence[Text]


@blueprint.get("")
def show(case_id: int) -> str:
    """Both balances as at a day, the difference opened into its rows, statements and matches."""
    return shown(case_id)


def shown(case_id: int, errors: Errors = ()) -> str:
    """The page, with what was wrong with the last act."""
    occasion, case = visit.occasion(), opened(case_id)
    page = wanted_page()
    matches, total = reconciliation.matches_of(occasion, case, page=page, size=ON_A_PAGE)
    return render_template(
        "reconciliation.html",
        case=case,
        found=reconciliation.as_at(occasion, case, asked_day("on") or occasion.today),
        statements=bank_statements.of_case(occasion, case),
        matches=matches,
        total=total,
        page=page,
        pages=max(1, -(-total // ON_A_PAGE)),
        address=page_address("reconciliation.show", "on", case_id=case_id),
        may_keep=ledger_by_hand.may_keep(occasion, case),
        most=MOST_OPEN,
        needed=bank_table.NEEDED,
        words_of=words_of,
        errors=errors,
        key=secrets.token_urlsafe(12),
        section="account",
    )


@blueprint.post("/statements")
@takes_uploads
def upload(case_id: int) -> Answer:
    """Read a statement and show it; nothing is written where a line is wrong."""
    file, occasion = request.files.get("file"), visit.occasion()
    content, name = (file.read(), file.filename or "") if file else (b"", "")
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
        pages=max(1, -(-total // ON_A_PAGE)),
        address=page_address("reconciliation.statement", case_id=case_id, serial=serial),
        may_keep=ledger_by_hand.may_keep(occasion, case),
        section="account",
    )


def acted(case_id: int, act: Callable[[], Any], done: Text) -> Answer:
    """Do something and go back to the reconciliation, or say why it was not done."""
    try:
        act()
    except BadInput as error:
        return refused(case_id, error)
    flash(say(done), "success")
    return redirect(url_for("reconciliation.show", case_id=case_id))


def refused(case_id: int, error: BadInput) -> Answer:
    """The page, with why nothing was done."""
    visit.session().rollback()
    return shown(case_id, [text for texts in error.fields.values() for text in texts]), 422


@blueprint.post("/statements/<int:serial>/confirm")
def confirm(case_id: int, serial: int) -> Answer:
    """Import a statement that was looked at, and match what surely says the same."""

    def act() -> None:
        bank_statements.confirm(visit.occasion(), case_id, serial)
        reconciliation.match_all(visit.occasion(), case_id)

    return acted(case_id, act, Text("银行流水已导入，并已自动核对。"))


@blueprint.post("/statements/<int:serial>/discard")
def discard(case_id: int, serial: int) -> Answer:
    """Give up a statement that was only looked at."""
    return acted(
        case_id,
        lambda: bank_statements.discard(visit.occasion(), case_id, serial),
        Text("这份流水没有导入。"),
    )


@blueprint.post("/match")
def match(case_id: int) -> Answer:
    """Match a line of the bank with the entries that were ticked."""
    ticked = [int(one) for one in request.form.getlist("ledger_line") if one.isdecimal()]
    line = request.form.get("bank_line", 0, int)
    return acted(
        case_id,
        lambda: reconciliation.match_by_hand(visit.occasion(), case_id, line, ticked),
        Text("已核对。"),
    )


@blueprint.post("/match-all")
def match_all(case_id: int) -> Answer:
    """Match what surely says the same."""
    return acted(case_id, lambda: reconciliation.match_all(visit.occasion(), case_id), Text("已自动核对。"))


@blueprint.post("/unmatch")
def unmatch(case_id: int) -> Answer:
    """Take back the matches of a line of the bank."""
    typed = request.form.get("bank_line", "")
    line = int(typed) if typed.isdecimal() and len(typed) < 10 else 0
    return acted(
        case_id,
        lambda: reconciliation.unmatch(visit.occasion(), case_id, line),
        Text("已取消核对。"),
    )
