"""What of employees' claims is owed from before the day of EBL 132, out of their figures."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.services.claims_counted import TAKING_PART
from models import Case, Claim, ClaimFigure
from models.vocabulary import ClaimClass
from workflows.law.parameters import EBL_MADE_PUBLIC


def old_wages_of(session: Session, case: Case) -> dict[int, int]:
    """What employees' claims that take part hold of old wages, by number of the claim, in fen."""
    counts = func.coalesce(ClaimFigure.admitted_fen, ClaimFigure.filed_fen)
    rows = session.execute(
        select(Claim.serial, func.sum(counts))
        .join(ClaimFigure, ClaimFigure.claim_id == Claim.id)
        .where(
            Claim.case_id == case.id,
            Claim.claim_class == ClaimClass.EMP,
            Claim.state.in_(TAKING_PART),
            ClaimFigure.owed_on < EBL_MADE_PUBLIC,
        )
        .group_by(Claim.serial)
    )
    return {serial: int(fen or 0) for serial, fen in rows}
