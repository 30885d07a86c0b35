"""What plans, reports and requests of the administrator know of the whole case: claims, estate, shares."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, object_session

from court_app.services.estate import estate_account
from court_app.services.papers import about_requests as requests
from models import Asset, Case, Claim, Distribution, DistributionPlan, PlanEntry, Share, Spending
from models.vocabulary import (
    IN_ESCROW,
    ClaimClass,
    ClaimState,
    LiquidationState,
    Rank,
    ResolutionMatter,
    SpendingKind,
    SpendingState,
)
from workflows.numerals import arabic_date

Told = dict[str, Any]
PLANS = {
    "rule_management_plan": (ResolutionMatter.M8, "propose_management_plan"),
    "rule_realisation_plan": (ResolutionMatter.M9, "propose_realisation_plan"),
    "court_rules_distribution": (ResolutionMatter.M10, "propose_distribution_plan"),
    "recognise_distribution_plan": (ResolutionMatter.M10, "propose_distribution_plan"),
    "decide_management_plan": (ResolutionMatter.M8, "propose_management_plan"),
    "decide_realisation_plan": (ResolutionMatter.M9, "propose_realisation_plan"),
    "distribution_plan_passed": (ResolutionMatter.M10, "propose_distribution_plan"),
    "distribution_plan_failed_twice": (ResolutionMatter.M10, "propose_distribution_plan"),
}
"""Votes and rulings on plans: what was voted on, and how the plan came before the meeting (EBL 65, 115)."""
NAMES_OF_PLANS = {
    ResolutionMatter.M8: "债务人财产管理方案",
    ResolutionMatter.M9: "破产财产变价方案",
    ResolutionMatter.M10: "破产财产分配方案",
}
GONE = (ClaimState.WITHDRAWN.value,)
OF_EXPENSES = tuple(kind for kind in SpendingKind if kind.rank == Rank.EXPENSE)
OPEN = (SpendingState.REQUESTED.value, SpendingState.APPROVED.value)


def of_plan_of_distribution(case: Case, session: Session) -> Told:
    """The latest plan with its table (EBL 115(2))."""
    plan = latest_plan(session, case)
    if plan is None:
        return {}
    rows = session.execute(
        select(
            PlanEntry.serial,
            PlanEntry.creditor,
            PlanEntry.domicile,
            PlanEntry.claim_class,
            PlanEntry.amount_fen,
            PlanEntry.paid_fen,
        )
        .where(PlanEntry.plan_id == plan.id)
        .order_by(PlanEntry.serial)
    )
    return of_sums_of_plan(case, session) | {
        "plan_order": plan.order_and_ratio,
        "plan_method": plan.method,
        "common_fen": plan.common_fen,
        "plan_rows": [
            {
                "serial": serial,
                "creditor": creditor,
                "domicile": domicile or "—",
                "class": claim_class.zh,
                "amount_fen": amount_fen,
                "paid_fen": paid_fen,
            }
            for serial, creditor, domicile, claim_class, amount_fen, paid_fen in rows
        ],
    }


def of_sums_of_plan(case: Case, session: Session) -> Told:
    """What can be distributed under the latest plan, and the final remuneration (AR 10)."""
    plan = latest_plan(session, case)
    if plan is None:
        return {}
    return {"available_fen": plan.available_fen, "remuneration_fen": plan.remuneration_fen}


def latest_plan(session: Session, case: Case) -> DistributionPlan | None:
    """The plan that was proposed last."""
    return session.scalars(
        select(DistributionPlan)
        .where(DistributionPlan.case_id == case.id)
        .order_by(DistributionPlan.serial.desc())
        .limit(1)
    ).first()


def of_plan_lost(case: Case, session: Session) -> Told:
    """The distribution plan that was lost twice goes to the court (EBL 65(2))."""
    return {"plan_name": NAMES_OF_PLANS[ResolutionMatter.M10], "lost_twice": True}


def of_management_plan(case: Case, session: Session) -> Told:
    """The management plan that the meeting voted on (EBL 65(1))."""
    return {"plan_name": NAMES_OF_PLANS[ResolutionMatter.M8], "lost_twice": False}


def of_realisation_plan(case: Case, session: Session) -> Told:
    """The realisation plan that the meeting voted on (EBL 65(1))."""
    return {"plan_name": NAMES_OF_PLANS[ResolutionMatter.M9], "lost_twice": False}


def of_end_120(case: Case, session: Session) -> Told:
    """What was distributed, by distribution and by class of claim (EBL 120)."""
    held = func.sum(func.coalesce(Share.amount_fen, 0)).filter(Share.state.in_(IN_ESCROW))
    rows = session.execute(
        select(Distribution.serial, Distribution.made_on, Distribution.kind, func.sum(Share.amount_fen), held)
        .join(Share, Share.distribution_id == Distribution.id)
        .where(Distribution.case_id == case.id)
        .group_by(Distribution.id, Distribution.serial, Distribution.made_on, Distribution.kind)
        .order_by(Distribution.serial)
    ).all()
    found = [
        {
            "serial": serial,
            "on": arabic_date(made_on),
            "kind": kind.zh,
            "pool_fen": int(given or 0),
            "held_fen": int(kept or 0),
        }
        for serial, made_on, kind, given, kept in rows
    ]
    return {
        "after_distribution": case.state == LiquidationState.LQ_FINAL_DISTRIBUTED.value,
        "distributions": found,
        "distributed_fen": sum(one["pool_fen"] for one in found),
        "escrow_fen": sum(one["held_fen"] for one in found),
        "ranks": of_classes(case, session),
    }


def of_classes(case: Case, session: Session) -> list[Told]:
    """What claims of each class counted for, and what they got, over all distributions."""
    counted = (
        select(
            Share.claim_id,
            func.max(Share.counted_fen).label("counted"),
            func.sum(Share.amount_fen).label("given"),
        )
        .join(Distribution, Distribution.id == Share.distribution_id)
        .where(Distribution.case_id == case.id)
        .group_by(Share.claim_id)
        .subquery()
    )
    rows = session.execute(
        select(Claim.claim_class, func.count(), func.sum(counted.c.counted), func.sum(counted.c.given))
        .join(counted, counted.c.claim_id == Claim.id)
        .group_by(Claim.claim_class)
    )
    by_class = {
        ClaimClass(one): (count, int(of or 0), int(given or 0)) for one, count, of, given in rows if one
    }
    return [
        {"class": one.zh, "count": count, "counted_fen": of, "paid_fen": given, "ratio": ratio(given, of)}
        for one, (count, of, given) in sorted(
            by_class.items(), key=lambda row: list(ClaimClass).index(row[0])
        )
    ]


def ratio(part_fen: int, whole_fen: int) -> str:
    """A part in percent, to four places; nothing of nothing is a dash."""
    if not whole_fen:
        return "—"
    tenthousandths = (2_000_000 * part_fen + whole_fen) // (2 * whole_fen)
    return f"{tenthousandths // 10_000}.{tenthousandths % 10_000:04d}%"


def state_of_the_case(case: Case, session: Session) -> Told:
    """Claims, estate and costs in sums, for the administrator's report on his work (EBL 23, 41 to 43)."""
    claims, filed = session.execute(
        select(func.count(Claim.id), func.coalesce(func.sum(Claim.filed_fen), 0)).where(
            Claim.case_id == case.id, Claim.state.not_in(GONE)
        )
    ).one()
    assets, received = session.execute(
        select(func.count(Asset.id), func.coalesce(func.sum(Asset.received_fen), 0)).where(
            Asset.case_id == case.id
        )
    ).one()
    return {
        "claims_count": claims,
        "claims_filed_fen": int(filed),
        "assets_count": assets,
        "assets_received_fen": int(received),
        "on_hand_fen": estate_account.standing(session, case).on_hand(),
        **costs(session, case),
    }


def costs(session: Session, case: Case) -> Told:
    """Expenses and debts of common benefit: what was paid, and what was asked for and is not paid."""
    is_expense = Spending.kind.in_(OF_EXPENSES)
    due = func.coalesce(func.nullif(Spending.approved_fen, 0), Spending.amount_fen) - Spending.paid_fen
    rows = session.execute(
        select(
            is_expense.label("expense"),
            func.sum(Spending.paid_fen),
            func.sum(due).filter(Spending.state.in_(OPEN)),
        )
        .where(Spending.case_id == case.id)
        .group_by(is_expense)
    )
    told = dict.fromkeys(("expenses_paid_fen", "expenses_open_fen", "common_paid_fen", "common_open_fen"), 0)
    for expense, paid, unpaid in rows:
        name = "expenses" if expense else "common"
        told[f"{name}_paid_fen"], told[f"{name}_open_fen"] = int(paid or 0), int(unpaid or 0)
    return told


BY_STEP: dict[str, Callable[[Case, Session], Told]] = {
    "propose_distribution_plan": of_plan_of_distribution,
    "distribution_plan_passed": of_sums_of_plan,
    "distribution_plan_failed_twice": of_plan_lost,
    "decide_management_plan": of_management_plan,
    "decide_realisation_plan": of_realisation_plan,
    "request_termination_120": of_end_120,
    "submit_claims_table": requests.of_table,
    "publicise_employee_claims": requests.of_employees,
    "request_confirmation": requests.of_undisputed,
    "request_declaration": requests.of_declaration,
    "report_work": state_of_the_case,
}


def of_whole_case(case: Case, step: str) -> Told:
    """What a step of the case, or of a meeting, must know of the whole case for its paper."""
    session, told = object_session(case), BY_STEP.get(step)
    return told(case, session) if session is not None and told is not None else {}
