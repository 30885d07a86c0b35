"""What the steps of a failed plan and of the receipts under it do to the claims (EBL 93, 103, 104)."""

from collections.abc import Callable
from typing import cast

from sqlalchemy import func, select

from court_app.services.claims import claim_register
from court_app.services.claims.set_off_effects import not_before_last_entry
from court_app.services.equalisation.failed_plan_contents import STANDS
from court_app.services.equalisation.making_failed_plans import OF_PLAN
from court_app.services.meetings import voting_roll
from court_app.services.procedure import parts, steps
from court_app.services.procedure.step_records import Taken
from models import PlanReceipt
from models.vocabulary import AssetKind, AssetOrigin
from workflows.calculations.money import plain


def correct_failed_plan(taken: Taken) -> None:
    """What was recorded wrongly, put right."""
    for name in OF_PLAN:
        setattr(taken.subject, name, taken.data[name])


def receipt_of(taken: Taken) -> PlanReceipt:
    """The receipt whose step it is."""
    return cast(PlanReceipt, taken.subject)


def reckon_plan_receipts(taken: Taken) -> None:
    """The claim stands at the original less what was received and kept; the register says so."""
    claim = receipt_of(taken).claim
    session = taken.occasion.session
    session.flush()
    kept = func.coalesce(func.sum(PlanReceipt.received_fen - PlanReceipt.returned_fen), 0)
    own = select(kept).where(PlanReceipt.claim_id == claim.id, STANDS)
    claim.plan_received_fen = int(session.scalar(own) or 0)
    voting_roll.follow(taken.occasion, taken.case, taken.settings)
    claim_register.enter(taken.occasion, [claim], not_before_last_entry(taken.occasion, claim, taken.on))


def cancel_plan_receipt(taken: Taken) -> None:
    """What was recorded in error is nothing in any total; what it said stays with it."""
    receipt = receipt_of(taken)
    receipt.flags = {**receipt.flags, "cancelled_fen": receipt.received_fen}
    receipt.received_fen = 0


def reclaim_excess(taken: Taken) -> None:
    """What is asked back is a receivable of the estate (EBL 103(2)); its money comes in there."""
    receipt, kind = receipt_of(taken), parts.PARTS["assets"]
    found = {
        "effective_on": taken.on.isoformat(),
        "kind": AssetKind.RECEIVABLE.value,
        "origin": AssetOrigin.RECOVERED.value,
        "name": f"应返还的和解清偿（{receipt.claim.party.name}）"[:200],
        "book_fen": plain(taken.data["reclaimed_fen"]),
        "location": "",
    }
    made = parts.blank(taken.occasion, taken.case, kind)
    begun = steps.begin(taken.occasion, made, "find_asset", found, kind.make)
    receipt.flags = {
        **receipt.flags,
        "asset": begun.part.serial if begun.part else None,
        "reclaimed_fen": taken.data["reclaimed_fen"],
    }


def record_excess_returned(taken: Taken) -> None:
    """What has come back is no receipt any more."""
    receipt_of(taken).returned_fen, receipt_of(taken).returned_on = taken.data["returned_fen"], taken.on


FAILED_PLAN_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "correct_failed_plan": correct_failed_plan,
    "cancel_plan_receipt": cancel_plan_receipt,
    "reckon_plan_receipts": reckon_plan_receipts,
    "reclaim_excess": reclaim_excess,
    "record_excess_returned": record_excess_returned,
}
