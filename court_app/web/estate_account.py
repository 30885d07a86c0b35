"""The estate's account on pages: what there is, every account, every entry; entries by hand; article 43."""

import secrets
from collections.abc import Callable
from datetime import date

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from marshmallow import ValidationError

from court_app import visit
from court_app.errors import BadInput
from court_app.languages import language, say, translate
from court_app.services.estate import (
    costs_recorded,
    estate_book,
    estate_sheet,
    ledger_by_hand,
    secured_entries,
)
from court_app.services.estate.estate_book import WantedEntries
from court_app.services.occasion import Occasion
from court_app.services.once import once
from court_app.web.cases import filters, page_address
from court_app.web.form_errors import errors_of, sentences_of
from court_app.web.form_reading import read_form
from court_app.web.forms import FieldView, fields_of
from court_app.web.layout import day, number, wanted_page
from court_app.web.parts import as_table, opened
from court_app.web.stepping import Answer
from models import Case, LedgerEntry
from models.vocabulary import EntrySource, LedgerAccount, SpendingState
from workflows.calculations.bookkeeping import signed
from workflows.calculations.money import plain
from workflows.calculations.shortage import Cover
from workflows.payloads.ledger import ManualEntry, Reversal
from workflows.text import Text, thaw

blueprint = Blueprint("estate_account", __name__, url_prefix="/cases/<int:case_id>/account")
ON_A_PAGE = 50
FILTERS = ("account", "first", "last", "source", "serial")
PAGES_OF = {
    EntrySource.ASSET: "assets",
    EntrySource.SPENDING: "spendings",
    EntrySource.RETRIEVAL: "retrievals",
    EntrySource.SECURED_RETURN: "secured_returns",
}
"""The kind of part whose page shows what caused an entry."""
HEADING = (
    Text("分录号"),
    Text("日期"),
    Text("分录摘要"),
    Text("科目"),
    Text("借方（元）"),
    Text("贷方（元）"),
    Text("来源"),
    Text("银行流水号"),
    Text("理由和凭证"),
    Text("记账人"),
)


def asked_day(name: str) -> date | None:
    """A day that the address names; none if it cannot be read."""
    return read_day(request.args.get(name, ""))


def read_day(typed: str) -> date | None:
    """A day as a form sends it; none if it cannot be read."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def wanted() -> WantedEntries:
    """What the address asks for."""
    return WantedEntries(
        account=request.args.get("account", None, LedgerAccount),
        first=asked_day("first"),
        last=asked_day("last"),
        source=request.args.get("source", None, EntrySource),
        source_serial=request.args.get("serial", None, number),
        page=wanted_page(),
    )


def words_of(entry: LedgerEntry) -> str:
    """What an entry says, in the reader's language."""
    return thaw(entry.text, language(), translate)


def cause_of(case: Case, entry: LedgerEntry) -> str | None:
    """The page of what caused an entry; none where it has no page."""
    serial = entry.source_serial
    kind = PAGES_OF.get(entry.source)
    if serial and kind:
        return url_for("parts.show", case_id=case.id, part_kind=kind, serial=serial)
    if serial and entry.source in {EntrySource.DISTRIBUTION, EntrySource.PAYMENT}:
        return url_for("distributions.show", case_id=case.id, serial=serial)
    return None


@blueprint.get("")
def show(case_id: int) -> str:
    """What there is at the end of a day with its working, every account, the entries that are asked for."""
    occasion, case, sought = visit.occasion(), opened(case_id), wanted()
    on = sought.last or occasion.today
    cover = estate_book.article_43(occasion, case)
    found = estate_book.entries(occasion, case, sought, size=ON_A_PAGE)
    return render_template(
        "estate_account.html",
        case=case,
        on=on,
        wanted=sought,
        standing=estate_book.standing(occasion, case, on),
        cover=cover,
        ask_end=address_of_end(case, cover),
        open_costs=costs_recorded.open_costs(occasion.session, case),
        any_spending=estate_book.has_spendings(occasion, case),
        due=estate_book.falling_due(occasion, case, occasion.today),
        found=found,
        reversed=estate_book.reversed_serials(occasion, found.entries),
        accounts=list(LedgerAccount),
        approved=SpendingState.APPROVED.value,
        may_keep=ledger_by_hand.may_keep(occasion, case),
        by_hand=EntrySource.MANUAL,
        pays_secured=secured_entries.pays_secured,
        came_back=secured_entries.returned(occasion.session, found.entries),
        words_of=words_of,
        cause_of=cause_of,
        filters=filters(*FILTERS),
        address=page_address("estate_account.show", *FILTERS, case_id=case_id),
        section="account",
    )


def address_of_end(case: Case, cover: Cover) -> str:
    """The form that asks for the end (EBL 43(4)), filled with what the ledger says."""
    return url_for(
        "steps.show",
        case_id=case.id,
        name="request_termination_43",
        estate_fen=plain(max(cover.available_fen, 0)),
        expenses_fen=plain(cover.expenses_fen),
    )


@blueprint.get("/export.<kind>")
def export(case_id: int, kind: str) -> Response:
    """The entries that are asked for, line by line, as a table for a spreadsheet."""
    occasion, case = visit.occasion(), opened(case_id)
    rows = [line for entry in estate_book.everything(occasion, case, wanted()) for line in cells(entry)]
    return as_table("account", kind, [say(name) for name in HEADING], rows)


def cells(entry: LedgerEntry) -> list[list[str]]:
    """The lines of an entry as rows of a table."""
    return [
        [
            str(entry.serial),
            day(entry.on),
            words_of(entry),
            say(line.account),
            signed(line.debit_fen).replace(",", "") if line.debit_fen else "",
            signed(line.credit_fen).replace(",", "") if line.credit_fen else "",
            say(entry.source),
            entry.reference,
            entry.reason,
            entry.made_by_name,
        ]
        for line in entry.lines
    ]


@blueprint.get("/statement.pdf")
def printed(case_id: int) -> Answer:
    """The account as at a day, to be printed and signed."""
    occasion, case = visit.occasion(), opened(case_id)
    on = asked_day("last") or occasion.today
    try:
        pdf = estate_sheet.printed(occasion, case, asked_day("first"), on)
    except BadInput as error:
        flash(" ".join(sentences_of(error)), "danger")
        return redirect(url_for("estate_account.show", case_id=case_id, last=on.isoformat()))
    answer = Response(pdf, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f"inline; filename=account-{on}.pdf"
    return answer


@blueprint.get("/entries/new")
def new(case_id: int) -> str:
    """The form of an entry by hand, for who may make one."""
    case = opened(case_id)
    ledger_by_hand.must_keep(visit.occasion(), case)
    return form(case, fields_of(ManualEntry, values=request.args.to_dict()), Text("手工记账"))


@blueprint.post("/entries/new")
def enter(case_id: int) -> Answer:
    """Show what an entry by hand would be; once that is confirmed, make it. Sent twice it makes one."""
    typed, occasion = read_form(ManualEntry, request.form), visit.occasion()
    key = request.form.get("key", "")
    if "back" in request.form:
        return form(opened(case_id), fields_of(ManualEntry, values=typed), Text("手工记账"))
    try:
        if "confirmed" not in request.form:
            return tried(case_id, lambda moment: ledger_by_hand.enter(moment, case_id, typed))
        serial = once(occasion, key, lambda: ledger_by_hand.enter(occasion, case_id, typed).serial)
    except (ValidationError, BadInput) as error:
        visit.session().rollback()
        views = fields_of(ManualEntry, values=typed, errors=errors_of(error))
        return form(opened(case_id), views, Text("手工记账")), 422
    flash(say(Text("已记入第{serial}号分录。", serial=serial)), "success")
    return redirect(url_for("estate_account.show", case_id=case_id))


@blueprint.get("/entries/<int:serial>/reverse")
def undo(case_id: int, serial: int) -> Answer:
    """The form of a reversal; what cannot be reversed by hand is told at once."""
    case, occasion = opened(case_id), visit.occasion()
    ledger_by_hand.must_keep(occasion, case)
    entry = ledger_by_hand.find(occasion, case, serial)
    why = ledger_by_hand.why_not_reversed(occasion, entry)
    if why is not None:
        flash(say(why), "danger")
        return redirect(url_for("estate_account.show", case_id=case_id))
    return form(case, fields_of(Reversal), Text("冲正第{serial}号分录", serial=entry.serial))


@blueprint.post("/entries/<int:serial>/reverse")
def reverse(case_id: int, serial: int) -> Answer:
    """Show what the reversing entry would be; once that is confirmed, make it."""
    typed = read_form(Reversal, request.form)
    if "back" in request.form:
        title = Text("冲正第{serial}号分录", serial=serial)
        return form(opened(case_id), fields_of(Reversal, values=typed), title)
    try:
        if "confirmed" not in request.form:
            return tried(case_id, lambda moment: ledger_by_hand.reverse(moment, case_id, serial, typed))
        made = ledger_by_hand.reverse(visit.occasion(), case_id, serial, typed).serial
    except (ValidationError, BadInput) as error:
        visit.session().rollback()
        views = fields_of(Reversal, values=typed, errors=errors_of(error))
        title = Text("冲正第{serial}号分录", serial=serial)
        return form(opened(case_id), views, title, loose_of(error)), 422
    flash(say(Text("已记入第{serial}号分录。", serial=made)), "success")
    return redirect(url_for("estate_account.show", case_id=case_id))


def tried(case_id: int, make: Callable[[Occasion], LedgerEntry]) -> str:
    """The entry as it would be and what would be left, to be confirmed; nothing of it is kept."""
    with visit.trying_out() as moment:
        entry = make(moment)
        return render_template(
            "ledger_check.html",
            case=opened(case_id),
            entry=entry,
            says=words_of(entry),
            left=estate_book.standing(moment, entry.case, moment.today),
            form=request.form,
            key=request.form.get("key", ""),
            section="account",
        )


def loose_of(error: ValidationError | BadInput) -> list[str]:
    """Sentences about what the form of a reversal does not ask for."""
    shown = Reversal().fields
    return [line for name, lines in errors_of(error).items() if name not in shown for line in lines]


def form(case: Case, views: list[FieldView], title: Text, loose: list[str] | None = None) -> str:
    """A form about the ledger."""
    return render_template(
        "ledger_entry.html",
        case=case,
        views=views,
        title=title,
        loose=loose or [],
        key=request.form.get("key") or secrets.token_urlsafe(12),
        section="account",
    )
