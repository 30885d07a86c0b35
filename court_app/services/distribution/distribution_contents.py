"""What distributions and payments of a case hold, looked up when a rule asks."""

from collections.abc import Collection, Mapping, Sequence, Set

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.services.distribution.holdings import holdings_of, numbered, surplus_was_given
from court_app.services.distribution.in_kind import planned_things
from court_app.services.estate.collateral import yet_to_be_sold
from court_app.services.payments.payments_ready import payments_named, ready_payments
from models import (
    Asset,
    Case,
    Claim,
    Distribution,
    DistributionPlan,
    Payment,
    PaymentFile,
    PaymentLine,
    Share,
)
from models.vocabulary import (
    AppointmentState,
    DistributionKind,
    PaymentState,
    ShareState,
    SpendingState,
)
from workflows.calculations.equity import Holding
from workflows.calculations.in_kind import Thing
from workflows.guards.payments import READY

IN_OFFICE = (
    AppointmentState.APPOINTED.value,
    AppointmentState.REPLACEMENT_ASKED.value,
    AppointmentState.RESIGNATION_ASKED.value,
    AppointmentState.RETAINED.value,
)
UNPAID = (SpendingState.REQUESTED.value, SpendingState.APPROVED.value)


class DistributionContents:
    """What rules ask about plans, shares, payments and the surplus; see `CaseContents`."""

    session: Session
    case: Case

    def share(self, claim_serial: int, state: ShareState) -> Share | None:
        """The latest share of a claim that stands in a state."""
        return self.session.scalar(
            select(Share)
            .join(Claim, Claim.id == Share.claim_id)
            .where(Claim.case_id == self.case.id, Claim.serial == claim_serial, Share.state == state)
            .order_by(Share.id.desc())
            .limit(1)
        )

    def yet_to_be_sold(self) -> Mapping[int, Sequence[str]]:
        """The assets whose sale the shares of claims wait for, by number of the claim."""
        return yet_to_be_sold(self.session, self.case)

    def unsold_shares(self) -> Sequence[int]:
        """The claims with a share that was laid aside until their collateral is sold, by number."""
        return self.session.scalars(
            select(Claim.serial)
            .join(Share, Share.claim_id == Claim.id)
            .where(Claim.case_id == self.case.id, Share.state == ShareState.UNSOLD, Share.amount_fen > 0)
            .distinct()
            .order_by(Claim.serial)
        ).all()

    def plan_limit_fen(self) -> int | None:
        """What claims may still get under the latest plan, in fen; None if the case keeps no plan.

        What is found later and distributed by the old plan (EBL 123) does not use it up.
        """
        plan = self.plan()
        if plan is None:
            return None
        given = self.session.scalar(
            select(func.coalesce(func.sum(Distribution.paid_fen), 0)).where(
                Distribution.case_id == self.case.id,
                Distribution.kind.not_in((DistributionKind.SUPPLEMENTARY, DistributionKind.SURPLUS)),
            )
        )
        return plan.limit_fen - int(given or 0)

    def plan(self) -> DistributionPlan | None:
        """The latest plan of distribution."""
        return self.session.scalar(
            select(DistributionPlan)
            .where(DistributionPlan.case_id == self.case.id)
            .order_by(DistributionPlan.serial.desc())
            .limit(1)
        )

    def things_planned(self) -> Sequence[Thing]:
        """What the latest plan gives creditors in kind."""
        plan = self.plan()
        return [] if plan is None else planned_things(plan)

    def given_in_kind(self, asset_serial: int) -> Payment | None:
        """The payment of a share for which an asset was given; None if there is none."""
        return self.session.scalar(
            select(Payment)
            .join(Asset, Asset.id == Payment.asset_id)
            .where(Asset.case_id == self.case.id, Asset.serial == asset_serial)
            .limit(1)
        )

    def things_laid_aside(self) -> int:
        """How many things that stand for a share are laid aside because their creditors refused them."""
        chosen = select(func.count(Payment.id)).where(
            Payment.case_id == self.case.id,
            Payment.state == PaymentState.DEPOSITED,
            Payment.asset_id.is_not(None),
        )
        return self.session.scalar(chosen) or 0

    def payments_in(self, *states: PaymentState) -> int:
        """How many payments of shares stand in these states."""
        chosen = select(func.count(Payment.id)).where(
            Payment.case_id == self.case.id, Payment.state.in_(states)
        )
        return self.session.scalar(chosen) or 0

    def payments_ready(self, distribution: int) -> tuple[int, int]:
        """Of the payments of a distribution that wait: how many may go to the bank, how many may not yet."""
        made = self.session.scalar(
            select(Distribution.id).where(
                Distribution.case_id == self.case.id, Distribution.serial == distribution
            )
        )
        if made is None:
            return 0, 0
        waiting = select(func.count(Payment.id)).where(
            Payment.distribution_id == made, Payment.state.in_(READY)
        )
        ready = len(ready_payments(self.session, made))
        return ready, (self.session.scalar(waiting) or 0) - ready

    def lines_with_the_bank(self, file: int) -> frozenset[int]:
        """The numbers of the lines of a payment file of which the bank has said nothing yet."""
        return frozenset(
            self.session.scalars(
                select(PaymentLine.position)
                .join(PaymentFile, PaymentFile.id == PaymentLine.file_id)
                .where(
                    PaymentFile.case_id == self.case.id,
                    PaymentFile.serial == file,
                    PaymentLine.state == PaymentState.IN_FILE,
                )
            )
        )

    def payments_named(self, serials: Collection[int], claim_serial: int | None) -> Sequence[Payment]:
        """The payments of these numbers, and all payments of a claim, by number."""
        return payments_named(self.session, self.case, serials, claim_serial)

    def investors_numbered(self, number: str) -> Set[int]:
        """Who on the list is known by a credit code or identity number, by his number on it."""
        return numbered(self.session, self.case, number)

    def holdings(self) -> Sequence[Holding]:
        """What the investors on the list have, by number."""
        return holdings_of(self.session, self.case)

    def surplus_given(self) -> bool:
        """Whether anything was given to the investors."""
        return surplus_was_given(self.session, self.case)
