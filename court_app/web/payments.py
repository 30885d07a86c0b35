"""Payments of shares on pages: totals and rows, one payment's story, files for the bank and their results."""

from collections.abc import Mapping, Sequence

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from marshmallow import ValidationError

from court_app import visit
from court_app.errors import BadInput, StaleVersion
from court_app.languages import say
from court_app.services import distributions, payment_accounts, payment_lists, payment_tables
from court_app.services.payment_accounts import AccountWritten, masked
from court_app.services.payment_lists import PaymentRow
from court_app.services.payment_tables import Recorded
from court_app.visit import takes_uploads
from court_app.web.cases import filters, page_address
from court_app.web.form_reading import read_form
from court_app.web.forms import errors_of, sentences_of
from court_app.web.layout import number, wanted_page
from court_app.web.parts import as_table, opened
from court_app.web.payee_accounts import account_asked
from court_app.web.stepping import Answer
from models import Claim, Investor, Payment
from models.vocabulary import PaymentState
from workflows.calculations.money import plain
from workflows.engine import StepRefused
from workflows.guards.payments import READY
from workflows.text import Text
from workflows.transition import Obstacle

blueprint = Blueprint("payments", __name__, url_prefix="/cases/<int:case_id>")
ON_A_PAGE = 50
MOST_EXPORTED = 20_000
LIST_HEADING = (
    Text("付款序号"),
    Text("债权表序号"),
    Text("债权人"),
    Text("金额（元）"),
    Text("状态"),
    Text("账户尾号"),
    Text("说明"),
)
Troubles = Sequence[str]


@blueprint.get("/distributions/<int:serial>/payments")
def index(case_id: int, serial: int) -> str:
    """The payments of a distribution: totals that open into rows, files, who has no account."""
    occasion, case = visit.occasion(), opened(case_id)
    made = distributions.find(occasion, case, serial)
    state, stopped = request.args.get("state", None, PaymentState), bool(request.args.get("stopped"))
    page, totals = wanted_page(), payment_lists.totals_of(occasion, made)
    without = payment_lists.rows(occasion, made, stopped=True, size=1).total
    return render_template(
        "payments.html",
        case=case,
        made=made,
        totals=totals,
        waiting=without,
        ready=totals.waiting - without,
        with_bank=payment_lists.file_with_bank(occasion, made),
        found=payment_lists.rows(occasion, made, state=state, stopped=stopped, page=page, size=ON_A_PAGE),
        files=payment_lists.files_of(occasion, made),
        masked=masked,
        state=state,
        stopped=stopped,
        may_pay=payment_accounts.may_pay(occasion, case),
        filters=filters("state", "stopped"),
        address=page_address("payments.index", "state", "stopped", case_id=case_id, serial=serial),
        section="distributions",
    )


@blueprint.get("/distributions/<int:serial>/payments/export.<kind>")
def export(case_id: int, serial: int, kind: str) -> Response:
    """The payments of a distribution for a spreadsheet; of an account its end alone."""
    occasion, case = visit.occasion(), opened(case_id)
    made = distributions.find(occasion, case, serial)
    state, stopped = request.args.get("state", None, PaymentState), bool(request.args.get("stopped"))
    found = payment_lists.rows(occasion, made, state=state, stopped=stopped, size=MOST_EXPORTED)
    rows = [cells(row) for row in found.rows]
    return as_table(f"payments-{serial}", kind, [say(name) for name in LIST_HEADING], rows)


def cells(row: PaymentRow) -> list[str]:
    """A payment as a row for a spreadsheet."""
    return [
        str(row.payment.serial),
        str(row.claim.serial),
        row.claim.party.name,
        plain(row.payment.amount_fen),
        say(row.payment.state),
        masked(row.account.account_number) if row.account else "",
        row.payment.reason,
    ]


@blueprint.get("/payments/<int:serial>")
def show(case_id: int, serial: int) -> Answer:
    """One payment with its whole story, and the form for its creditor's account."""
    return shown(case_id, serial)


def shown(
    case_id: int,
    serial: int,
    typed: Mapping[str, object] | None = None,
    errors: Mapping[str, Sequence[str]] | None = None,
    status: int = 200,
) -> Answer:
    """The page of a payment, with what was wrong with an account."""
    occasion, case = visit.occasion(), opened(case_id)
    story = payment_lists.story_of(occasion, case, serial)
    page = render_template(
        "payment.html",
        case=case,
        story=story,
        path=path_of(story.claim),
        **account_asked(occasion, case, story.accounts, typed, errors),
        next_steps=next_steps(story.payment),
        section="distributions",
    )
    return page, status


def next_steps(payment: Payment) -> list[tuple[str, Text, dict[str, str]]]:
    """What may be done with a payment as it stands: the step, its name, and what its form is filled with."""
    number = str(payment.serial)
    if payment.state in READY:
        return [("deposit_unclaimed_share", Text("提存"), {"payments": number})]
    if payment.state == PaymentState.PAID:
        return [("record_sent_back", Text("登记付款后的退汇"), {"returned.0.payment": number})]
    thing = {"asset_serial": str(payment.asset.serial)} if payment.asset else {}
    if payment.state == PaymentState.DEPOSITED:
        settled = ("release_unclaimed_share", Text("领取或者视为放弃"), {"payments": number})
        return [settled, ("sell_refused_thing", Text("变卖拒绝受领的实物"), thing)] if thing else [settled]
    if payment.state == PaymentState.IN_KIND and payment.asset and not payment.asset.handed_over_on:
        return [("refuse_thing", Text("债权人拒绝受领实物"), thing)]
    return []


@blueprint.post("/payments/<int:serial>/account")
def write_account(case_id: int, serial: int) -> Answer:
    """Write down the account of the creditor of a payment."""
    occasion, case = visit.occasion(), opened(case_id)
    owner = payment_lists.story_of(occasion, case, serial).claim
    typed = read_form(AccountWritten, request.form, exclude=("replaces",))
    told = {**typed, "replaces": request.form.get("replaces", 0, number)}
    try:
        payment_accounts.write(occasion, case_id, owner.serial, told, path=path_of(owner))
    except (ValidationError, BadInput) as error:
        visit.session().rollback()
        return shown(case_id, serial, typed, errors_of(error), 422)
    except StaleVersion as error:
        visit.session().rollback()
        return shown(case_id, serial, typed, {"": [say(error.message)]}, 409)
    flash(say(Text("账户已登记。")), "success")
    return redirect(url_for("payments.show", case_id=case_id, serial=serial))


def path_of(owner: Claim | Investor) -> str:
    """The name in addresses of the kind of part that a payment belongs to."""
    return "investors" if isinstance(owner, Investor) else "claims"


@blueprint.get("/distributions/<int:serial>/payments/accounts")
def accounts(case_id: int, serial: int) -> Answer:
    """The form to upload creditors' accounts."""
    return accounts_page(case_id, serial)


def accounts_page(
    case_id: int, serial: int, errors: Troubles = (), status: int = 200, would_be: Text | None = None
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
        errors=errors,
        would_be=would_be,
        section="distributions",
    )
    return page, status


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
        if "check" in request.form:
            with visit.trying_out() as moment:
                count = payment_tables.record_accounts(moment, case_id, visit.uploaded())
            return accounts_page(case_id, serial, would_be=accounts_told(count))
        count = payment_tables.record_accounts(visit.occasion(), case_id, visit.uploaded())
    except BadInput as error:
        visit.session().rollback()
        return accounts_page(case_id, serial, sentences_of(error), 422)
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
    case_id: int,
    serial: int,
    errors: Troubles = (),
    obstacles: Sequence[Obstacle] = (),
    status: int = 200,
    would_be: Text | None = None,
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
        headings=payment_tables.RESULT_HEADING,
        address=page_address("payments.file", "state", case_id=case_id, serial=serial),
        errors=errors,
        obstacles=obstacles,
        would_be=would_be,
        section="distributions",
    )
    return made, status


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
    return as_table(f"payment-results-{serial}", kind, list(payment_tables.RESULT_HEADING), rows)


@blueprint.post("/payments/files/<int:serial>/results")
@takes_uploads
def upload_results(case_id: int, serial: int) -> Answer:
    """Record what the bank made of a file, all rows or none; or only check it."""
    try:
        if "check" in request.form:
            with visit.trying_out() as moment:
                made = payment_tables.record_results(moment, case_id, serial, visit.uploaded())
            return file_page(case_id, serial, would_be=results_told(made))
        made = payment_tables.record_results(visit.occasion(), case_id, serial, visit.uploaded())
    except BadInput as error:
        visit.session().rollback()
        return file_page(case_id, serial, errors=sentences_of(error), status=422)
    except StepRefused as error:
        visit.session().rollback()
        return file_page(case_id, serial, obstacles=error.obstacles, status=409)
    flash(say(results_told(made)), "success")
    return redirect(url_for("payments.file", case_id=case_id, serial=serial))


def results_told(made: Recorded) -> Text:
    """What a table of results came to."""
    counts = {"paid": made.paid, "back": made.back, "late": made.late}
    return Text("登记了{paid}笔已支付、{back}笔退回、{late}笔付款后退汇。", **counts)
