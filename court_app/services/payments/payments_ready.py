"""Which payments may go to the bank because the accounts of who is paid are known; payments by number."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, ScalarSelect, and_, func, or_, select
from sqlalchemy.orm import Session, joinedload

from models import Case, Claim, Investor, PayeeAccount, Payment, Share
from workflows.guards.payments import READY

PAYEE = func.coalesce(Claim.party_id, Investor.party_id)
"""Who is paid: the creditor of a claim, or the investor."""
PLACE = func.coalesce(Claim.serial, Investor.serial)
"""The number of the claim or of the investor."""
LATEST: ScalarSelect[int] = (
    select(func.max(PayeeAccount.id))
    .where(PayeeAccount.party_id == PAYEE)
    .correlate(Claim, Investor)
    .scalar_subquery()
)
"""The number of the account that counts now of who is paid; none if he has none."""
READY_NOW = and_(
    Payment.state.in_(READY),
    LATEST.is_not(None),
    or_(Payment.account_id.is_(None), Payment.account_id < LATEST),
)
"""A payment that waits and has an account; one that came back, an account written since."""


class Ready(NamedTuple):
    """A payment that may go to the bank, as it was read, and the account that counts now; in fen."""

    payment_id: int
    amount_fen: int
    version: int
    account_id: int


def ready_payments(session: Session, distribution_id: int) -> list[Ready]:
    """The payments of a distribution that may go to the bank, by number of the claim, with their accounts."""
    rows = session.execute(
        select(Payment.id, Payment.amount_fen, Payment.version, LATEST)
        .join(Share, Share.id == Payment.share_id)
        .outerjoin(Claim, Claim.id == Share.claim_id)
        .outerjoin(Investor, Investor.id == Share.investor_id)
        .where(Payment.distribution_id == distribution_id, READY_NOW)
        .order_by(PLACE, Payment.serial)
    )
    return [Ready(*row) for row in rows]


def payments_named(
    session: Session, case: Case, serials: Collection[int], claim_serial: int | None
) -> Sequence[Payment]:
    """The payments of these numbers, and all payments of a claim, by number."""
    fits: ColumnElement[bool] = Payment.serial.in_(serials)
    if claim_serial is not None:
        fits |= Claim.serial == claim_serial
    return session.scalars(
        select(Payment)
        .join(Share, Share.id == Payment.share_id)
        .outerjoin(Claim, Claim.id == Share.claim_id)
        .where(Payment.case_id == case.id, fits)
        .options(joinedload(Payment.share), joinedload(Payment.distribution))
        .order_by(Payment.serial)
    ).all()
