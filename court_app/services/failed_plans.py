"""Looking at failed plans: the receipts of a claim, and what was received under a plan in all."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from court_app.services.failed_plan_contents import STANDS
from court_app.services.machines import Part
from court_app.services.occasion import Occasion
from models import Claim, FailedPlan, PlanReceipt


@dataclass(frozen=True, slots=True)
class PlanSums:
    """How many receipts stand under a plan, of how many claims, and what creditors have kept, in fen."""

    receipts: int
    claims: int
    kept_fen: int


def receipts_of_claim(occasion: Occasion, part: Part) -> Sequence[PlanReceipt]:
    """What a claim had received under a failed plan, by number; of anything but a claim there is nothing."""
    if not isinstance(part, Claim):
        return ()
    own = select(PlanReceipt).where(PlanReceipt.claim_id == part.id, STANDS).order_by(PlanReceipt.serial)
    return occasion.session.scalars(own).all()


def sums_of_plan(occasion: Occasion, part: Part) -> PlanSums | None:
    """What was received under a failed plan; None for anything else."""
    if not isinstance(part, FailedPlan):
        return None
    kept = func.coalesce(func.sum(PlanReceipt.received_fen - PlanReceipt.returned_fen), 0)
    counted = select(func.count(PlanReceipt.id), func.count(PlanReceipt.claim_id.distinct()), kept)
    receipts, claims, fen = occasion.session.execute(
        counted.where(PlanReceipt.failed_plan_id == part.id, STANDS)
    ).one()
    return PlanSums(receipts, claims, int(fen))
