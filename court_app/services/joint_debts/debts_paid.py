"""What was paid on debts, to the creditor and to who paid him: for draft, dues, assets and votes alike."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from court_app.services.distribution.had_before import received
from court_app.services.estate.paid_of_collateral import paid_by_claim, wages_among
from court_app.services.joint_debts.one_debts import Ties, ties_of
from models import Case, Claim, JointParty
from models.vocabulary import ClaimClass

SECURED_CLASSES = tuple(word for word in ClaimClass if word.is_secured)


@dataclass(frozen=True, slots=True)
class DebtsPaid:
    """How claims hang together with what was paid on them; sums in fen.

    `had` is what distributions gave secured claims and claims for one debt, by id; `paid` what the ledger
    says was paid out of collateral, by number of the claim.
    """

    ties: Ties
    had: Mapping[int, int]
    paid: Mapping[int, int]

    def of_collateral(self, serial: int) -> int:
        """What collateral has paid on the debt of a creditor's claim, to him and to who steps in for him."""
        debt = self.ties.debt(serial)
        return self.paid.get(serial, 0) + sum(one.paid_fen for one in debt.behind)


def debts_paid(session: Session, case: Case) -> DebtsPaid:
    """What was paid on the debts of secured claims, and on those that others have paid on."""
    paid = paid_by_claim(session, case)
    tied = select(JointParty.claim_id).where(JointParty.case_id == case.id)
    only = select(Claim.id).where(
        Claim.case_id == case.id,
        Claim.claim_class.in_(SECURED_CLASSES) | Claim.principal_id.is_not(None) | Claim.id.in_(tied),
    )
    had = received(session, case, only=only, wages=wages_among(session, case, paid))
    return DebtsPaid(ties_of(session, case, had, paid=paid), had, paid)
