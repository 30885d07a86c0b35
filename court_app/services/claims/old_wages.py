"""What of employees' claims is owed from before the day of EBL 132, and what is due to them of collateral."""

from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.services.claims.claims_counted import TAKING_PART
from models import Case, Claim, ClaimFigure, DistributionPlan, PlanEntry
from models.vocabulary import ClaimClass, PlanState, Rank
from workflows.calculations.old_wages import OldWages, moved_to_wages
from workflows.law.parameters import EBL_MADE_PUBLIC


def old_wages_of(session: Session, case: Case, met: Mapping[int, int]) -> dict[int, OldWages]:
    """What employees' claims that take part hold of old wages, by number of the claim.

    `met` is what collateral has paid them, by id of the claim, in fen.
    """
    counts = func.coalesce(ClaimFigure.admitted_fen, ClaimFigure.filed_fen)
    rows = session.execute(
        select(Claim.id, Claim.serial, func.sum(counts))
        .join(ClaimFigure, ClaimFigure.claim_id == Claim.id)
        .where(
            Claim.case_id == case.id,
            Claim.claim_class == ClaimClass.EMP,
            Claim.state.in_(TAKING_PART),
            ClaimFigure.owed_on < EBL_MADE_PUBLIC,
        )
        .group_by(Claim.id, Claim.serial)
    )
    return {serial: OldWages(int(fen or 0), met.get(claim_id, 0)) for claim_id, serial, fen in rows}


def due_after_old_wages(session: Session, case: Case, met: Mapping[int, int]) -> dict[int, int]:
    """What is due of collateral that is money, by number of the claim, in fen, as the plan in force has it.

    `met` is what is due by EBL 109 alone; where the plan meets old wages, they take it from who bears them.
    """
    latest = (
        select(DistributionPlan.id)
        .where(
            DistributionPlan.case_id == case.id,
            DistributionPlan.state.in_((PlanState.RECOGNISED, PlanState.COURT_RULED)),
        )
        .order_by(DistributionPlan.serial.desc())
        .limit(1)
        .scalar_subquery()
    )
    rows = session.execute(
        select(PlanEntry.serial, PlanEntry.secured_fen, PlanEntry.rank == Rank.EMPLOYEE).where(
            PlanEntry.plan_id == latest, PlanEntry.secured_fen > 0
        )
    ).all()
    wages = {serial: int(fen) for serial, fen, of_employee in rows if of_employee}
    planned = {serial: int(fen) for serial, fen, of_employee in rows if not of_employee}
    return moved_to_wages(met, planned, wages) if wages else dict(met)
