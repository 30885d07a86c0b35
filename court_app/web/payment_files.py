"""Tables of payments on pages: accounts sent in, files for the bank, and what the bank made of them."""

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for

from court_app import visit
from court_app.languages import say
from court_app.services.distribution import distributions
from court_app.services.payments import payment_accounts, payment_lists, payment_results, payment_tables
from court_app.services.payments.payment_accounts import masked
from court_app.services.payments.payment_results import Recorded
from court_app.visit import takes_uploads
from court_app.web.cases import page_address
from court_app.web.layout import wanted_page
from court_app.web.parts import as_table, opened
from court_app.web.payments import MOST_EXPORTED, ON_A_PAGE
from court_app.web.stepping import Answer
from court_app.web.uploads import NOTHING_REFUSED, REFUSALS, Refused, carried_out, only_checks, refused
from models.vocabulary import PaymentState
from workflows.calculations.money import plain
from workflows.text import Text

blueprint = Blueprint("payment_files", __name__, url_prefix="/cases/<int:case_id>")


@blueprint.get("/distributions/<int:serial>/payments/accounts")
def accounts(case_id: int, serial: int) -> Answer:
    """The form to upload creditors' accounts."""
    return accounts_page(case_id, serial)


def accounts_page(
    case_id: int, serial: int, why: Refused = NOTHING_REFUSED, would_be: Text | None = None
) -> Answer:
    """The form, with what was wrong with the last upload, or what a table that was only checked would do."""
    occasion, case = visit.occasion(), opened(case_id)
    payment_accounts.must_pay(occasion, case)
    made = distributions.find(occasion, case, serial)
    page = render_template(
        "payment_accounts.html",
        case=case,
        made=made,
        headings=payment_tables.ACCOUNT_HEADING,
        waiting=payment_lists.rows(occasion, made, stopped=True, size=1).total,
        errors=why.errors,
        would_be=would_be,
        section="distributions",
    )
    return page, why.status


@blueprint.get("/distributions/<int:serial>/payments/accounts.<kind>")
def blank_accounts(case_id: int, serial: int, kind: str) -> Response:
    """A table to fill in: everybody whose payment waits for an account."""
    occasion, case = visit.occasion(), opened(case_id)
    made = distributions.find(occasion, case, serial)
    found = payment_lists.rows(occasion, made, stopped=True, size=MOST_EXPORTED)
    rows = [[str(row.claim.serial), row.claim.party.name, "", "", ""] for row in found.rows]
    return as_table(f"accounts-{serial}", kind, list(payment_tables.ACCOUNT_HEADING), rows)


@blueprint.post("/distributions/<int:serial>/payments/accounts")
@takes_uploads
def upload_accounts(case_id: int, serial: int) -> Answer:
    """Write down the accounts of a table, all or none; or only check it."""
    try:
        count = carried_out(lambda moment: payment_tables.record_accounts(moment, case_id, visit.uploaded()))
    except REFUSALS as error:
        return accounts_page(case_id, serial, refused(error))
    if only_checks():
        return accounts_page(case_id, serial, would_be=accounts_told(count))
    flash(say(accounts_told(count)), "success")
    return redirect(url_for("payments.index", case_id=case_id, serial=serial))


def accounts_told(count: int) -> Text:
    """What a table of accounts came to."""
    return Text("登记或者变更了{count}个账户。", count=count)


@blueprint.get("/payments/files/<int:serial>")
def file(case_id: int, serial: int) -> Answer:
    """One payment file: its lines, what the bank made of them, the form for its results."""
    return file_page(case_id, serial)


def file_page(
    case_id: int, serial: int, why: Refused = NOTHING_REFUSED, would_be: Text | None = None
) -> Answer:
    """The page of a file, with why results were refused, or what a table that was only checked would do."""
    occasion, case = visit.occasion(), opened(case_id)
    found = payment_lists.file_of(occasion, case, serial)
    state, page = request.args.get("state", None, PaymentState), wanted_page()
    made = render_template(
        "payment_file.html",
        case=case,
        file=found,
        outcome=payment_lists.outcome_of(occasion, found),
        lines=payment_lists.lines_of(occasion, found, state=state, page=page, size=ON_A_PAGE),
        masked=masked,
        state=state,
        may_pay=payment_accounts.may_pay(occasion, case),
        headings=payment_results.RESULT_HEADING,
        address=page_address("payment_files.file", "state", case_id=case_id, serial=serial),
        errors=why.errors,
        obstacles=why.obstacles,
        would_be=would_be,
        section="distributions",
    )
    return made, why.status


@blueprint.get("/payments/files/<int:serial>/bank.<kind>")
def for_bank(case_id: int, serial: int, kind: str) -> Response:
    """The file as it goes to the bank."""
    occasion, case = visit.occasion(), opened(case_id)
    found = payment_lists.file_of(occasion, case, serial)
    rows = payment_tables.bank_rows(occasion, case, found)
    return as_table(f"payment-file-{serial}", kind, list(payment_tables.FILE_HEADING), rows)


@blueprint.get("/payments/files/<int:serial>/results.<kind>")
def blank_results(case_id: int, serial: int, kind: str) -> Response:
    """A table for results: the lines of which the bank has said nothing yet."""
    occasion, case = visit.occasion(), opened(case_id)
    found = payment_lists.file_of(occasion, case, serial)
    lines = payment_lists.lines_of(occasion, found, state=PaymentState.IN_FILE, size=MOST_EXPORTED)
    rows = [[str(row.line.position), plain(row.line.amount_fen), "", ""] for row in lines.rows]
    return as_table(f"payment-results-{serial}", kind, list(payment_results.RESULT_HEADING), rows)


@blueprint.post("/payments/files/<int:serial>/results")
@takes_uploads
def upload_results(case_id: int, serial: int) -> Answer:
    """Record what the bank made of a file, all rows or none; or only check it."""
    try:
        made = carried_out(
            lambda moment: payment_results.record_results(moment, case_id, serial, visit.uploaded())
        )
    except REFUSALS as error:
        return file_page(case_id, serial, refused(error))
    if only_checks():
        return file_page(case_id, serial, would_be=results_told(made))
    flash(say(results_told(made)), "success")
    return redirect(url_for("payment_files.file", case_id=case_id, serial=serial))


def results_told(made: Recorded) -> Text:
    """What a table of results came to."""
    counts = {"paid": made.paid, "back": made.back, "late": made.late}
    return Text("登记了{paid}笔已支付、{back}笔退回、{late}笔付款后退汇。", **counts)
