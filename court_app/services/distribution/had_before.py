"""What claims have had in the distributions of a case: paid, laid aside for them, or let go by themselves."""

from collections.abc import Mapping

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from court_app.services.claims.claims_counted import counted_fen
from court_app.services.estate.paid_of_collateral import wages_met
from court_app.services.payments.waived_shares import waived_of
from models import Case, Distribution, Share
from models.vocabulary import ShareState


def received(
    session: Session,
    case: Case,
    besides: Distribution | None = None,
    *,
    only: Select[int] | None = None,
    wages: Mapping[int, int] | None = None,
) -> dict[int, int]:
    """What every claim has had in the distributions of the case, by id of the claim, in fen.

    What collateral has paid of old wages is had too (EBL 132), and what its creditor let go (EBL 118). What
    is still laid aside for a claim that was fixed at less since is had in that measure: the rest will go to
    the others (EBL 119; I3-4(2)).

    Args:
        session: the database.
        case: the case.
        besides: a distribution that is left out.
        only: the ids of the claims that are asked about; all if not given.
        wages: what employees were paid of collateral, if it is known already.
    """
    query = (
        select(Share.claim_id, func.sum(Share.amount_fen))
        .join(Distribution, Distribution.id == Share.distribution_id)
        .where(Distribution.case_id == case.id, Share.state != ShareState.REDISTRIBUTED)
        .group_by(Share.claim_id)
    )
    if besides is not None:
        query = query.where(Distribution.id != besides.id)
    if only is not None:
        query = query.where(Share.claim_id.in_(only))
    had = {claim_id: int(fen) for claim_id, fen in session.execute(query) if claim_id is not None}
    for share in laid_aside_for_more(session, case, besides, only):
        had[share.claim.id] -= share.amount_fen - (
            share.amount_fen * counted_fen(share.claim) // (share.counted_fen or 1)
        )
    wages = wages_met(session, case) if wages is None else wages
    for claim_id, fen in (*wages.items(), *waived_of(session, case, besides).items()):
        had[claim_id] = had.get(claim_id, 0) + fen
    return had


def laid_aside_for_more(
    session: Session, case: Case, besides: Distribution | None, only: Select[int] | None
) -> list[Share]:
    """Shares in escrow of claims that count for less now than when the share was laid aside."""
    query = (
        select(Share)
        .join(Distribution, Distribution.id == Share.distribution_id)
        .where(
            Distribution.case_id == case.id,
            Share.claim_id.is_not(None),
            Share.amount_fen > 0,
            Share.state.in_((ShareState.LITIGATED, ShareState.GUARANTEE)),
        )
    )
    if besides is not None:
        query = query.where(Distribution.id != besides.id)
    if only is not None:
        query = query.where(Share.claim_id.in_(only))
    return [share for share in session.scalars(query) if counted_fen(share.claim) < (share.counted_fen or 0)]
