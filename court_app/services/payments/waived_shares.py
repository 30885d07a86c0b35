"""What creditors have let go by not collecting it: no later distribution brings it back (EBL 118)."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Case, Distribution, Payment, Share
from models.vocabulary import PaymentState


def waived_of(session: Session, case: Case, besides: Distribution | None = None) -> dict[int, int]:
    """What creditors have waived by not collecting it, by id of the claim, in fen (EBL 118)."""
    query = (
        select(Share.claim_id, func.sum(Payment.amount_fen))
        .join(Share, Share.id == Payment.share_id)
        .where(
            Payment.case_id == case.id,
            Payment.state == PaymentState.FORFEITED,
            Share.claim_id.is_not(None),
        )
        .group_by(Share.claim_id)
    )
    if besides is not None:
        query = query.where(Payment.distribution_id != besides.id)
    return {claim: int(fen) for claim, fen in session.execute(query) if claim is not None}
