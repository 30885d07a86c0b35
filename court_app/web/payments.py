"""Payments of shares on pages: totals and rows, one payment's story and its account."""

from flask import Blueprint, Response, redirect, render_template, request, url_for

from court_app import visit
from court_app.languages import say
from court_app.services.distribution import distributions
from court_app.services.payments import payment_accounts, payment_lists
from court_app.services.payments.payment_accounts import masked
from court_app.services.payments.payment_lists import PaymentRow
from court_app.web.cases import filters, page_address
from court_app.web.layout import wanted_page
from court_app.web.parts import as_table, opened
from court_app.web.payee_accounts import NOT_REFUSED, AccountRefused, account_asked, account_refused
from court_app.web.stepping import Answer
from models import Claim, Investor, Payment
from models.vocabulary import PaymentState
from workflows.calculations.money import plain
from workflows.guards.payments import READY
from workflows.text import Text

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


def shown(case_id: int, serial: int, why: AccountRefused = NOT_REFUSED) -> Answer:
    """The page of a payment, with what was wrong with an account."""
    occasion, case = visit.occasion(), opened(case_id)
    story = payment_lists.story_of(occasion, case, serial)
    page = render_template(
        "payment.html",
        case=case,
        story=story,
        path=path_of(story.claim),
        **account_asked(occasion, case, story.accounts, why),
        next_steps=next_steps(story.payment),
        section="distributions",
    )
    return page, why.status


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
    if why := account_refused(case_id, owner.serial, path_of(owner)):
        return shown(case_id, serial, why)
    return redirect(url_for("payments.show", case_id=case_id, serial=serial))


def path_of(owner: Claim | Investor) -> str:
    """The name in addresses of the kind of part that a payment belongs to."""
    return "investors" if isinstance(owner, Investor) else "claims"
