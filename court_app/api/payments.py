"""Payments of shares: totals, rows, one payment's story, accounts, files, results; plans' tables."""

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
from court_app.languages import language, thawed, translate
from court_app.services import (
    distribution_plans,
    distributions,
    payment_accounts,
    payment_lists,
    payment_tables,
)
from court_app.services.distribution_drafts import Page
from court_app.services.exporting import as_csv
from court_app.services.payment_accounts import AccountWritten, masked
from court_app.services.payment_lists import FileRow, PaymentRow
from court_app.visit import takes_uploads
from models import Claim, Investor, PayeeAccount, PaymentLine, PlanEntry
from models.vocabulary import PaymentState
from workflows.payloads.base import Word

blueprint = CourtBlueprint("payments_api", "付款 · payments of shares", f"/cases/{ID}")


class PaymentQuery(PageQuery):
    """Which payments are looked for; `stopped` ones wait and may not be sent yet."""

    state: fields.Field[Any] = Word(PaymentState, load_default=None, allow_none=True)
    stopped = fields.Boolean(load_default=False)


class LineQuery(PageQuery):
    """Which lines of a file are looked for."""

    state: fields.Field[Any] = Word(PaymentState, load_default=None, allow_none=True)


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


@blueprint.post("/payments/accounts")
@blueprint.response(200)
@takes_uploads
@blueprint.doc(parameters=[PARAMETER])
@checkable
def upload_accounts(case_id: int) -> Response:
    """Write down the accounts of a table (XLSX or CSV, as the file `file`), all or none."""
    count = payment_tables.record_accounts(visit.occasion(), case_id, visit.uploaded())
    return jsonify(written=count)


@blueprint.get(f"/payments/files/{SERIAL}")
@blueprint.arguments(LineQuery, location="query")
@blueprint.response(200)
def show_file(query: dict[str, Any], case_id: int, serial: int) -> Response:
    """A payment file with what the bank made of it."""
    occasion = visit.occasion()
    file = payment_lists.file_of(occasion, shared(case_id), serial)
    found = payment_lists.lines_of(
        occasion, file, state=query["state"], page=query["page"], size=query["size"]
    )
    return jsonify(
        {
            "serial": file.serial,
            "distribution": file.distribution.serial,
            "made_on": views.day(file.made_on),
            "made_by": file.made_by,
            "payments": file.payments,
            **money("total", file.total_fen),
            "outcome": counted(payment_lists.outcome_of(occasion, file)),
            "lines": paged(found, [file_row_view(row) for row in found.rows]),
        }
    )


def file_row_view(row: FileRow) -> dict[str, Any]:
    """A line of a file with whose it is."""
    return {**line_view(row.line), **owner_view(row.claim)}


@blueprint.get(f"/payments/files/{SERIAL}/bank.csv")
@blueprint.response(200, content_type="text/csv")
def for_bank(case_id: int, serial: int) -> Response:
    """The file as it goes to the bank; only for who pays."""
    occasion, case = visit.occasion(), shared(case_id)
    rows = payment_tables.bank_rows(occasion, case, payment_lists.file_of(occasion, case, serial))
    return Response(as_csv(payment_tables.FILE_HEADING, rows), mimetype="text/csv")


@blueprint.post(f"/payments/files/{SERIAL}/results")
@blueprint.response(200)
@takes_uploads
@blueprint.doc(parameters=[PARAMETER])
@checkable
def upload_results(case_id: int, serial: int) -> Response:
    """Record the bank's result file (as the file `file`), all rows or none."""
    made = payment_tables.record_results(visit.occasion(), case_id, serial, visit.uploaded())
    return jsonify(paid=made.paid, returned=made.back, sent_back=made.late)


@blueprint.get(f"/plans/{SERIAL}")
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200)
def show_plan(query: dict[str, Any], case_id: int, serial: int) -> Response:
    """A plan of distribution with its contents and a page of its table (EBL 115(2))."""
    occasion = visit.occasion()
    plan = distribution_plans.find(occasion, shared(case_id), serial)
    found = distribution_plans.entries_of(occasion, plan, page=query["page"], size=query["size"])
    sums = distribution_plans.sums_of(occasion, plan)
    return jsonify(
        {
            "serial": plan.serial,
            "state": views.word(plan.state),
            "proposed_on": views.day(plan.proposed_on),
            **money("available", plan.available_fen),
            **money("expenses", plan.expenses_fen),
            **money("common", plan.common_fen),
            **money("for_claims", plan.limit_fen),
            **money("remuneration", plan.remuneration_fen),
            "order_and_ratio": plan.order_and_ratio,
            "rounding": distribution_plans.ROUNDING.render(language(), translate),
            "method": plan.method,
            "in_kind": [
                {
                    "asset_serial": one["asset_serial"],
                    "claim_serial": one["claim_serial"],
                    **money("value", one["value_fen"]),
                }
                for one in plan.in_kind
            ],
            "investors": [
                {"investor_serial": one["serial"], "name": one["name"], **money("paid", one["fen"])}
                for one in plan.investors
            ],
            "working": thawed(plan.working),
            **{
                key: value
                for name, fen in sums.items()
                for key, value in money(f"sum_{name[:-4]}", fen).items()
            },
            "entries": paged(found, [entry_view(entry) for entry in found.rows]),
        }
    )


def entry_view(entry: PlanEntry) -> dict[str, Any]:
    """A creditor in the table of a plan."""
    return {
        "claim_serial": entry.serial,
        "creditor": entry.creditor,
        "domicile": entry.domicile,
        "claim_class": views.word(entry.claim_class),
        "rank": views.word(entry.rank),
        "state": views.word(entry.state),
        **money("amount", entry.amount_fen),
        **money("secured", entry.secured_fen),
        **money("counted", entry.counted_fen),
        **money("paid", entry.paid_fen),
    }
