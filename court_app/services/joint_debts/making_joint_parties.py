"""How a joint party is made of what was supplied, and what a claim says of the debt that it is for."""

from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import select

from court_app.services.procedure.step_records import Beginning
from models import Claim, JointParty

TOLD = ("name", "identity_number", "role", "bankrupt_court", "bankrupt_number", "bankrupt_on", "filed_there")


def make_joint_party(begun: Beginning) -> None:
    """A joint debtor, guarantor or joint creditor of a claim; a check has seen that the claim is there."""
    party, data = cast(JointParty, begun.part), begun.data
    party.claim = begun.occasion.session.scalars(
        select(Claim).where(Claim.case_id == begun.case.id, Claim.serial == data["claim_serial"])
    ).one()
    for name in TOLD:
        setattr(party, name, data[name])
    party.remark, party.named_on, party.received_fen = data["remark"], begun.on, 0


def state_debt(claim: Claim, data: Mapping[str, Any]) -> None:
    """As what the debtor owes, and whether it is recourse; what was found of that is not stated anew."""
    claim.debtor_as, claim.same_debt_creditor = data["debtor_as"], data["same_debt_creditor"]
    if claim.principal_id is None:
        claim.same_debt, claim.paid_on, claim.paid_fen = data["same_debt"], data["paid_on"], data["paid_fen"]
