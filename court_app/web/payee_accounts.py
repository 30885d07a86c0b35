"""A creditor's account on a page of its own, by the number of his claim; whole only for who pays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from flask import Blueprint, flash, redirect, render_template, request, url_for
from marshmallow import ValidationError

from court_app import visit
from court_app.errors import BadInput, StaleVersion
from court_app.languages import say
from court_app.services.occasion import Occasion
from court_app.services.payments import payment_accounts
from court_app.services.payments.payment_accounts import AccountWritten, masked
from court_app.services.procedure import parts
from court_app.web.form_errors import errors_of
from court_app.web.form_reading import read_form
from court_app.web.forms import fields_of
from court_app.web.layout import number
from court_app.web.parts import opened
from court_app.web.stepping import Answer
from models import Case, Claim, PayeeAccount
from workflows.text import Text

ADDRESS = "/cases/<int:case_id>/claims/<int:serial>/account"
blueprint = Blueprint("payee_accounts", __name__, url_prefix=ADDRESS)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRefused:
    """Why an account was not written down, and what was typed."""

    typed: Mapping[str, object] = field(default_factory=dict)
    errors: Mapping[str, Sequence[str]] = field(default_factory=dict)
    status: int = 200


NOT_REFUSED = AccountRefused()


@blueprint.get("")
def show(case_id: int, serial: int) -> Answer:
    """Every account of the creditor of a claim, and the form for another one."""
    return shown(case_id, serial)


def shown(case_id: int, serial: int, why: AccountRefused = NOT_REFUSED) -> Answer:
    """The page, with what was wrong with an account."""
    occasion, case = visit.occasion(), opened(case_id)
    claim = cast(Claim, parts.of_case(occasion, case, parts.PARTS["claims"], serial))
    accounts = payment_accounts.accounts_of(occasion, claim.party_id)
    page = render_template(
        "payee_account.html",
        case=case,
        claim=claim,
        accounts=accounts,
        **account_asked(occasion, case, accounts, why),
        section="claims",
    )
    return page, why.status


def account_asked(
    occasion: Occasion, case: Case, accounts: Sequence[PayeeAccount], why: AccountRefused
) -> dict[str, Any]:
    """What a page shows of somebody's account: its form, numbers whole for who pays, what was wrong."""
    may_pay = payment_accounts.may_pay(occasion, case)
    views = fields_of(AccountWritten, values=why.typed, errors=why.errors, exclude=("replaces",))
    named = {view.name for view in views}
    return {
        "may_pay": may_pay,
        "number": (lambda text: text) if may_pay else masked,
        "fields": views,
        "wrong": [line for name, lines in why.errors.items() if name not in named for line in lines],
        "replaces": accounts[0].id if accounts else 0,
    }


def account_refused(case_id: int, serial: int, path: str = "claims") -> AccountRefused | None:
    """Write down the account that was typed for a claim, or for a part of another `path`; or say why not."""
    typed = read_form(AccountWritten, request.form, exclude=("replaces",))
    told = {**typed, "replaces": request.form.get("replaces", 0, number)}
    try:
        payment_accounts.write(visit.occasion(), case_id, serial, told, path=path)
    except (ValidationError, BadInput) as error:
        visit.session().rollback()
        return AccountRefused(typed=typed, errors=errors_of(error), status=422)
    except StaleVersion as error:
        visit.session().rollback()
        return AccountRefused(typed=typed, errors={"": [say(error.message)]}, status=409)
    flash(say(Text("账户已登记。")), "success")
    return None


@blueprint.post("")
def write(case_id: int, serial: int) -> Answer:
    """Write down the account of the creditor of a claim."""
    if why := account_refused(case_id, serial):
        return shown(case_id, serial, why)
    return redirect(url_for("payee_accounts.show", case_id=case_id, serial=serial))
