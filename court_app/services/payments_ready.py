"""Which payments of a distribution may go to the bank: their creditors' accounts are known."""

from sqlalchemy import Subquery, and_, func, or_, select
from sqlalchemy.orm import Session

from models import Claim, PayeeAccount, Payment, Share
from models.vocabulary import PaymentState


def latest_accounts() -> Subquery:
    """The number of the account of every party that counts now."""
    return (
        select(PayeeAccount.party_id, func.max(PayeeAccount.id).label("account_id"))
        .group_by(PayeeAccount.party_id)
        .subquery()
    )


def ready_payments(session: Session, distribution_id: int) -> list[tuple[Payment, int]]:
    """The payments of a distribution that may go to the bank, by number of the claim, with their accounts."""
    latest = latest_accounts()
    rows = session.execute(
        select(Payment, latest.c.account_id)
        .join(Share, Share.id == Payment.share_id)
        .join(Claim, Claim.id == Share.claim_id)
        .join(latest, latest.c.party_id == Claim.party_id)
        .where(
            Payment.distribution_id == distribution_id,
            or_(
                Payment.state == PaymentState.PREPARED,
                and_(Payment.state == PaymentState.RETURNED, latest.c.account_id > Payment.account_id),
            ),
        )
        .order_by(Claim.serial, Payment.serial)
    )
    return [(payment, account_id) for payment, account_id in rows]
