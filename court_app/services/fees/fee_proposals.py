"""What the forms of sums propose: the plan as it stands, what has come in, what was asked."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import case as either
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.services.estate.estate_account import balances
from court_app.services.estate.estate_pool import EstatePool, pool_of
from court_app.services.estate.realising import burdens_of, encumbered, proceeds_of
from court_app.services.occasion import Occasion
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.machines import Stepping
from models import Asset, Case, CollateralFee, CourtFee, Instalment, Remuneration, Spending
from models.vocabulary import AssetState, RemunerationBase, SpendingKind
from workflows.calculations.money import plain
from workflows.calculations.remuneration_fixing import at_rates, rates_from, working_of_base
from workflows.guards.court_fee import finally_fixed
from workflows.law.settings import read_settings
from workflows.payloads.remuneration import RATE_NAMES

OTHER_EXPENSES = tuple(
    kind.account
    for kind in SpendingKind
    if kind not in {SpendingKind.REMUNERATION, SpendingKind.ADVANCE, SpendingKind.LOAN}
)
"""Advances and loans are debts that paid other expenses; the remuneration is what is to be fixed."""
NOTED = (Asset.price_fen, Asset.appraised_fen, Asset.book_fen, 0)
"""What an asset counts for that has brought in nothing yet: the first of these that is known."""


def proposal_of(occasion: Occasion, subject: Stepping, step: str) -> dict[str, Any]:
    """What the form of a step proposes, by the names of its fields; sums as a form holds them."""
    propose = PROPOSALS.get(step)
    return propose(occasion.session, subject) if propose else {}


def plan_as_it_stands(_session: Session, remuneration: Remuneration) -> dict[str, Any]:
    """The contents of a plan that is to be changed."""
    return {
        "forecast_fen": plain(remuneration.forecast_fen),
        "rates": dict(zip(RATE_NAMES, remuneration.rates, strict=True)),
        "collection": remuneration.collection.value,
        "stages": remuneration.stages,
        "collateral": [
            {
                "name": one["name"],
                "value_fen": plain(one["value_fen"]),
                "claim_fen": plain(one["claim_fen"]),
            }
            for one in remuneration.collateral
        ],
        "factors": remuneration.factors,
    }


def final_amount(session: Session, remuneration: Remuneration) -> dict[str, Any]:
    """What has come in free of security, surpluses included, and what the plan's rates make of it.

    Where the court takes other expenses off first, they are what the account has booked as such.
    """
    case = remuneration.case
    pool = pool_of(session, case)
    told = {"pool_fen": plain(pool.pool_fen)}
    after = read_settings(case.court.settings)["remuneration_base"] == RemunerationBase.AFTER
    expenses = other_expenses_fen(session, case, pool) if after else 0
    if after:
        told["expenses_fen"] = plain(expenses)
    base, _ = working_of_base(pool.pool_fen, expenses, after=after)
    return {**told, "fixed_fen": plain(at_rates(base, rates_from(remuneration.rates)).fen)}


def other_expenses_fen(session: Session, case: Case, pool: EstatePool) -> int:
    """Expenses and debts of common benefit besides the remuneration, as the account has booked them, in fen.

    Costs of collateral are no part of them: its proceeds have borne them.
    """
    booked = balances(session, case)
    borne = sum(row.proceeds.cost_fen for row in pool.rows)
    return max(0, sum(booked.get(account, 0) for account in OTHER_EXPENSES) - borne)


def what_was_asked(_session: Session, instalment: Instalment) -> dict[str, Any]:
    """What the administrator has applied for."""
    return {"allowed_fen": plain(instalment.asked_fen)}


def value_and_claim(session: Session, fee: CollateralFee) -> dict[str, Any]:
    """What a collateral has brought net of its own costs and of claims before this one; what it secures.

    It counts for what this very collateral stands for: the base is what goes to its creditor (AR 2(2), 13).
    """
    brought = proceeds_of(session, fee.asset)
    own = (
        next((one for one in brought.met if one.claim.serial == fee.claim.serial), None) if brought else None
    )
    if brought is None or own is None:
        value = fee.asset.received_fen if brought is None else brought.net_fen
        return {"value_fen": plain(value), "claim_fen": plain(fee.claim.amount_fen)}
    before = sum(one.paid_fen for one in brought.met if one is not own and one.rank <= own.rank)
    return {
        "value_fen": plain(brought.net_fen - before),
        "claim_fen": plain(own.claim.covered_fen),
    }


def property_of_case(session: Session, fee: CourtFee) -> dict[str, Any]:
    """Property without security, and property that secures a claim."""
    return {
        "unencumbered_fen": plain(property_fen(session, fee.case, secured=False)),
        "encumbered_fen": plain(property_fen(session, fee.case, secured=True)),
    }


def listed_remuneration(session: Session, case: Case) -> dict[str, Any]:
    """What the court has fixed finally, if it has fixed anything."""
    fixed = finally_fixed(CaseContents(session, case).remunerations())
    return {"remuneration_fen": plain(sum(fixed))} if fixed else {}


def property_fen(session: Session, case: Case, *, secured: bool) -> int:
    """What assets that secure a claim, or those that do not, have brought in or are worth, in fen."""
    noted = func.coalesce(func.nullif(Asset.received_fen, 0), *NOTED)
    worth = either((Asset.state == AssetState.PAID.value, Asset.received_fen), else_=noted)
    burdened = [asset.id for asset in encumbered(session, case) if burdens_of(session, asset)]
    chosen = select(func.coalesce(func.sum(worth), 0)).where(
        Asset.case_id == case.id,
        Asset.state != AssetState.RELEASED.value,
        Asset.id.in_(burdened) if secured else Asset.id.not_in(burdened),
    )
    return int(session.scalar(chosen) or 0)


def what_is_asked_for(_session: Session, spending: Spending) -> dict[str, Any]:
    """The sum for which approval is asked."""
    return {"approved_fen": plain(spending.amount_fen)}


def what_is_unpaid(_session: Session, spending: Spending) -> dict[str, Any]:
    """What was approved and is not paid yet."""
    return {"paid_fen": plain(spending.unpaid_fen)}


def rest_of_price(_session: Session, asset: Asset) -> dict[str, Any]:
    """What is still owed of a price."""
    return {} if asset.price_fen is None else {"received_fen": plain(asset.price_fen - asset.received_fen)}


PROPOSALS: dict[str, Callable[[Session, Any], dict[str, Any]]] = {
    "adjust_by_agreement": plan_as_it_stands,
    "adjust_by_court": plan_as_it_stands,
    "uphold_objection": plan_as_it_stands,
    "fix_remuneration": final_amount,
    "allow_payment": what_was_asked,
    "approve_spending": what_is_asked_for,
    "pay_spending": what_is_unpaid,
    "receive_price": rest_of_price,
    "fix_collateral_fee": value_and_claim,
    "reckon_court_fee": property_of_case,
    "reckon_court_fee_anew": property_of_case,
    "propose_distribution_plan": listed_remuneration,
}
