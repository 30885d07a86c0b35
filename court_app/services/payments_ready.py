"""Which payments of a distribution may go to the bank: their creditors' accounts are known."""

from sqlalchemy import ScalarSelect, and_, func, or_, select
from sqlalchemy.orm import Session

from models import Claim, PayeeAccount, Payment, Share
from models.vocabulary import PaymentState

LATEST: ScalarSelect[int] = (
    select(func.max(PayeeAccount.id))
    .where(PayeeAccount.party_id == Claim.party_id)
    .correlate(Claim)
    .scalar_subquery()
)
"""The number of the account that counts now of the creditor of a claim; none if he has none."""
READY_NOW = or_(
    and_(Payment.state == PaymentState.PREPARED, LATEST.is_not(None)),
    and_(Payment.state == PaymentState.RETURNED, Payment.account_id < LATEST),
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
