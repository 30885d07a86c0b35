"""Payments of shares: totals, rows, one payment's story, accounts of those who are paid."""

from typing import Any

from flask import Response, jsonify
from marshmallow import fields

from court_app import visit
from court_app.api import views
from court_app.api.blueprints import CourtBlueprint
from court_app.api.cases import ID, shared
from court_app.api.checking import PARAMETER, checkable
from court_app.api.distribution_drafts import money
from court_app.api.parts import SERIAL
from court_app.api.schemas_common import PageQuery
from court_app.services.distribution import distributions
from court_app.services.distribution.distribution_drafts import Page
from court_app.services.payments import payment_accounts, payment_lists
from court_app.services.payments.payment_accounts import AccountWritten, masked
from court_app.services.payments.payment_lists import PaymentRow
from models import Claim, Investor, PayeeAccount, PaymentLine
from models.vocabulary import PaymentState
from workflows.payloads.base import Word

blueprint = CourtBlueprint("payments_api", "付款 · payments of shares", f"/cases/{ID}")


class PaymentQuery(PageQuery):
    """Which payments are looked for; `stopped` ones wait and may not be sent yet."""

    state: fields.Field[Any] = Word(PaymentState, load_default=None, allow_none=True)
    stopped = fields.Boolean(load_default=False)


def paged(found: Page, items: list[dict[str, Any]]) -> dict[str, Any]:
    """A page of rows."""
    return {
        "items": items,
        "page": found.page,
        "size": found.size,
        "total": found.total,
        "pages": found.pages,
    }


def owner_view(owner: Claim | Investor) -> dict[str, Any]:
    """Whose a payment is: a claim's, or of a surplus an investor's."""
    if isinstance(owner, Investor):
        return {"claim_serial": None, "investor_serial": owner.serial, "creditor": owner.party.name}
    return {"claim_serial": owner.serial, "investor_serial": None, "creditor": owner.party.name}


def payment_view(row: PaymentRow) -> dict[str, Any]:
    """A payment in a list; of an account its end alone."""
    payment = row.payment
    return {
        "serial": payment.serial,
        **owner_view(row.claim),
        **money("amount", payment.amount_fen),
        "state": views.word(payment.state),
        "reason": payment.reason,
        "prepared_on": views.day(payment.prepared_on),
        "settled_on": views.day(payment.settled_on),
        "sent_back_on": views.day(payment.reopened_on),
        "asset_serial": payment.asset.serial if payment.asset else None,
        "account": masked(row.account.account_number) if row.account else None,
        "ready": row.ready,
    }


def account_view(account: PayeeAccount, *, whole: bool) -> dict[str, Any]:
    """An account, whole only for who pays."""
    return {
        "id": account.id,
        "account_name": account.account_name,
        "bank": account.bank,
        "account_number": account.account_number if whole else masked(account.account_number),
        "reason": account.reason,
        "made_by": account.made_by,
        "made_at": views.day(account.made_at),
    }


def line_view(line: PaymentLine) -> dict[str, Any]:
    """A line of a file."""
    return {
        "file_serial": line.file.serial,
        "position": line.position,
        **money("amount", line.amount_fen),
        "account": masked(line.account.account_number),
        "state": views.word(line.state),
        "settled_on": views.day(line.settled_on),
        "sent_back_on": views.day(line.sent_back_on),
        "reason": line.reason,
    }


def counted(groups: Any) -> list[dict[str, Any]]:
    """Counts and sums by state."""
    return [{"state": views.word(state), "count": count, **money("sum", fen)} for state, count, fen in groups]


@blueprint.get(f"/distributions/{SERIAL}/payments")
@blueprint.arguments(PaymentQuery, location="query")
@blueprint.response(200)
def list_payments(query: dict[str, Any], case_id: int, serial: int) -> Response:
    """The payments of a distribution with what became of all of it."""
    occasion = visit.occasion()
    made = distributions.find(occasion, shared(case_id), serial)
    totals = payment_lists.totals_of(occasion, made)
    found = payment_lists.rows(
        occasion,
        made,
        state=query["state"],
        stopped=query["stopped"],
        page=query["page"],
        size=query["size"],
    )
    return jsonify(
        {
            "payments": counted(totals.payments),
            "escrow": counted(totals.escrow),
            **money("sum", totals.sum_fen),
            "files": [file.serial for file in payment_lists.files_of(occasion, made)],
            "rows": paged(found, [payment_view(row) for row in found.rows]),
        }
    )


@blueprint.get(f"/payments/{SERIAL}")
@blueprint.response(200)
def show_payment(case_id: int, serial: int) -> Response:
    """One payment from its preparation to the creditor; accounts are whole only for who pays."""
    occasion, case = visit.occasion(), shared(case_id)
    story = payment_lists.story_of(occasion, case, serial)
    whole = payment_accounts.may_pay(occasion, case)
    account = story.accounts[0] if story.accounts else None
    return jsonify(
        {
            **payment_view(PaymentRow(story.payment, story.claim, account)),
            "distribution": story.payment.distribution.serial,
            "last_day_to_collect": views.day(story.last_day),
            "others_of_the_claim": [payment.serial for payment in story.others],
            "lines": [line_view(line) for line in story.lines],
            "accounts": [account_view(one, whole=whole) for one in story.accounts],
        }
    )


@blueprint.put(f"/claims/{SERIAL}/account")
@blueprint.arguments(AccountWritten)
@blueprint.response(200)
@blueprint.doc(parameters=[PARAMETER])
@checkable
def write_account(body: dict[str, Any], case_id: int, serial: int) -> Response:
    """Write down the account of the creditor of a claim; `replaces` is the id of the one that was seen."""
    return jsonify(account_view(payment_accounts.write(visit.occasion(), case_id, serial, body), whole=True))


@blueprint.put(f"/investors/{SERIAL}/account")
@blueprint.arguments(AccountWritten)
@blueprint.response(200)
def write_investor_account(body: dict[str, Any], case_id: int, serial: int) -> Response:
    """Write down the account of an investor; `replaces` is the id of the one that was seen."""
    made = payment_accounts.write(visit.occasion(), case_id, serial, body, path="investors")
    return jsonify(account_view(made, whole=True))
