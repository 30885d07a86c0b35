"""What is owed of remuneration and court fee: bankruptcy expenses that are fixed and not paid (EBL 41①③)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Case, CourtFee, Instalment, Remuneration
from models.vocabulary import CourtFeeState, InstalmentState, Rank, RemunerationState
from workflows.calculations.shortage import Outstanding


def fees_owed(session: Session, case: Case) -> list[Outstanding]:
    """What is owed to every administrator, then to the court; a forecast binds nobody yet (AR 4, 10, 11)."""
    owed = {
        one.serial: remuneration_owed_fen(session, one)
        for one in session.scalars(
            select(Remuneration)
            .where(Remuneration.case_id == case.id, Remuneration.state != RemunerationState.FORGONE.value)
            .order_by(Remuneration.serial)
        )
    }
    fees = session.scalars(
        select(CourtFee)
        .where(CourtFee.case_id == case.id, CourtFee.state == CourtFeeState.FIXED.value)
        .order_by(CourtFee.serial)
    )
    return [
        *(
            Outstanding(serial, Rank.EXPENSE, fen, path="remunerations")
            for serial, fen in owed.items()
            if fen > 0
        ),
        *(Outstanding(fee.serial, Rank.EXPENSE, fee.amount_fen, path="court_fees") for fee in fees),
    ]


def remuneration_owed_fen(session: Session, remuneration: Remuneration) -> int:
    """What was fixed finally and is not paid; before that, what the court has allowed and is not paid."""
    if remuneration.fixed_fen is not None:
        return remuneration.fixed_fen - remuneration.paid_fen
    allowed = session.scalars(
        select(Instalment.allowed_fen).where(
            Instalment.remuneration_id == remuneration.id, Instalment.state == InstalmentState.ALLOWED.value
        )
    )
    return sum(fen or 0 for fen in allowed)
