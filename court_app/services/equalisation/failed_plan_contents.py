"""What lies in a case of a failed plan, looked up when a rule asks (`workflows.contents`)."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Case, Distribution, FailedPlan, PlanReceipt, Share
from models.vocabulary import FailedPlanState, PlanReceiptState

STANDS = PlanReceipt.state != PlanReceiptState.CANCELLED.value
"""A receipt that was not recorded in error."""


def failed_plan_of(session: Session, case: Case) -> FailedPlan | None:
    """The failed plan of a case that is in force."""
    return session.scalar(
        select(FailedPlan).where(
            FailedPlan.case_id == case.id, FailedPlan.state == FailedPlanState.IN_FORCE.value
        )
    )


class FailedPlanContents:
    """A failed plan, what was received under it, and whether anything was distributed since."""

    session: Session
    case: Case

    def failed_plan(self) -> FailedPlan | None:
        """The failed reorganization plan or composition that is in force."""
        return failed_plan_of(self.session, self.case)

    def plan_receipts(self, failed_plan: int) -> int:
        """How many receipts stand under a failed plan."""
        own = select(func.count(PlanReceipt.id)).where(PlanReceipt.failed_plan_id == failed_plan, STANDS)
        return self.session.scalar(own) or 0

    def days_of_receipts(self, failed_plan: int) -> tuple[date, date] | None:
        """The first and the last day of what was received under a failed plan; None if nothing was."""
        days = func.min(PlanReceipt.received_on), func.max(PlanReceipt.received_on)
        own = select(*days).where(PlanReceipt.failed_plan_id == failed_plan, STANDS)
        first, last = self.session.execute(own).one()
        return None if first is None else (first, last)

    def distributions(self) -> int:
        """How many distributions were made."""
        own = select(func.count(Distribution.id)).where(Distribution.case_id == self.case.id)
        return self.session.scalar(own) or 0

    def has_shares(self, claim: int) -> bool:
        """Whether a claim took part in a distribution, by its id."""
        return self.session.scalar(select(Share.id).where(Share.claim_id == claim).limit(1)) is not None
