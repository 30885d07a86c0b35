"""Which payments may go to the bank because their creditors' accounts are known; payments by number."""

from collections.abc import Collection, Sequence

from sqlalchemy import ScalarSelect, and_, func, or_, select
from sqlalchemy.orm import Session, joinedload

from models import Case, Claim, PayeeAccount, Payment, Share
from workflows.guards.payments import READY

LATEST: ScalarSelect[int] = (
    select(func.max(PayeeAccount.id))
    .where(PayeeAccount.party_id == Claim.party_id)
    .correlate(Claim)
    .scalar_subquery()
)
"""The number of the account that counts now of the creditor of a claim; none if he has none."""
READY_NOW = and_(
    Payment.state.in_(READY),
    LATEST.is_not(None),
    or_(Payment.account_id.is_(None), Payment.account_id < LATEST),
)
"""A payment that waits and has an account; one that came back, an account written since."""


def ready_payments(session: Session, distribution_id: int) -> list[tuple[Payment, int]]:
    """The payments of a distribution that may go to the bank, by number of the claim, with their accounts."""
    rows = session.execute(
        select(Payment, LATEST)
        .join(Share, Share.id == Payment.share_id)
        .join(Claim, Claim.id == Share.claim_id)
        .where(Payment.distribution_id == distribution_id, READY_NOW)
        .order_by(Claim.serial, Payment.serial)
    )
    return [(payment, account_id) for payment, account_id in rows]


def payments_named(
    session: Session, case: Case, serials: Collection[int], claim_serial: int | None
) -> Sequence[Payment]:
    """The payments of these numbers, and all payments of a claim, by number."""
    return session.scalars(
        select(Payment)
        .join(Share, Share.id == Payment.share_id)
        .join(Claim, Claim.id == Share.claim_id)
        .where(
            Payment.case_id == case.id,
            or_(Payment.serial.in_(serials), Claim.serial == claim_serial),
        )
        .options(joinedload(Payment.share), joinedload(Payment.distribution))
        .order_by(Payment.serial)
    ).all()
