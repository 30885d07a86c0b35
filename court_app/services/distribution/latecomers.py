"""Which claims missed an earlier distribution: after a failed plan it must be known (EBL 56(1), 93(3))."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Case, Claim, Distribution, Share


def latecomers(
    session: Session, case: Case, claims: Sequence[Claim], besides: Distribution | None = None
) -> frozenset[int]:
    """The ids of claims that had no share in some distribution of the case; none unless a plan failed."""
    if not any(claim.plan_received_fen for claim in claims):
        return frozenset()
    made = select(func.count(Distribution.id)).where(Distribution.case_id == case.id)
    shares = (
        select(Share.claim_id, func.count(Share.id))
        .join(Distribution, Distribution.id == Share.distribution_id)
        .where(Distribution.case_id == case.id)
        .group_by(Share.claim_id)
    )
    if besides is not None:
        made = made.where(Distribution.id != besides.id)
        shares = shares.where(Distribution.id != besides.id)
    total = session.scalar(made) or 0
    took_part = {claim_id: int(count) for claim_id, count in session.execute(shares)}
    return frozenset(claim.id for claim in claims if took_part.get(claim.id, 0) < total)
