"""How a failed plan, and a receipt under it, is made of what was supplied (EBL 93, 103, 104)."""

from typing import cast

from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.step_records import Beginning
from models import Claim, FailedPlan, PlanReceipt

OF_PLAN = ("kind", "name", "approved_on", "approved_by", "ended_on", "ended_by", "guarantees", "evidence")


def make_failed_plan(begun: Beginning) -> None:
    """A failed plan as the judge records it."""
    for name in OF_PLAN:
        setattr(begun.part, name, begun.data[name])


def make_plan_receipt(begun: Beginning) -> None:
    """A receipt as it is recorded; checks have seen that plan and claim are there."""
    receipt, contents = cast(PlanReceipt, begun.part), CaseContents(begun.occasion.session, begun.case)
    receipt.failed_plan = cast(FailedPlan, contents.failed_plan())
    receipt.claim = cast(Claim, contents.claim(begun.data["claim_serial"]))
    receipt.original_fen, receipt.returned_fen = receipt.claim.original_fen, 0
    receipt.received_fen, receipt.received_on = begun.data["received_fen"], begun.data["received_on"]
    receipt.evidence = begun.data["evidence"]
