"""Looking at failed plans: the receipts of a claim, and what was received under a plan in all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from court_app.services.equalisation.failed_plan_contents import STANDS
from court_app.services.equalisation.making_failed_plans import OF_PLAN
from court_app.services.occasion import Occasion
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.machines import Part
from models import Claim, FailedPlan, PlanReceipt
from workflows.calculations.money import yuan
from workflows.text import Text


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


def recorded(part: Part, step: str) -> Mapping[str, Any]:
    """What was recorded of a failed plan before, so that it is corrected and not typed again."""
    if not isinstance(part, FailedPlan) or step != "correct_failed_plan":
        return {}
    return {name: getattr(part, name) for name in OF_PLAN}


def rest_after(occasion: Occasion, part: Part | None, data: Mapping[str, Any]) -> tuple[Text, ...]:
    """What a claim would stand at once a receipt is recorded (EBL 93(2), 104(2))."""
    if not isinstance(part, PlanReceipt) or "received_fen" not in data or "claim_serial" not in data:
        return ()
    claim = CaseContents(occasion.session, part.case).claim(data["claim_serial"])
    if claim is None:
        return ()
    return (
        Text(
            "第{serial}号债权（{creditor}）：原债权{original}元－已登记受偿{had}元－本笔{fen}元＝余额{left}元。",
            serial=claim.serial,
            creditor=claim.party.name,
            original=yuan(claim.original_fen),
            had=yuan(claim.plan_received_fen or 0),
            fen=yuan(data["received_fen"]),
            left=yuan(max(0, claim.amount_fen - data["received_fen"])),
        ),
    )
