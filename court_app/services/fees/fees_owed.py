"""What is owed of remuneration and court fee: bankruptcy expenses that are fixed and not paid (EBL 41①③)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Case, CourtFee, Instalment, Remuneration
from models.vocabulary import CourtFeeState, InstalmentState, Rank, RemunerationState
from workflows.calculations.shortage import Outstanding


def fees_owed(session: Session, case: Case) -> list[Outstanding]:
    """What is owed to every administrator, then to the court; a forecast binds nobody yet (AR 4, 10, 11)."""
    remunerations = session.scalars(
        select(Remuneration)
        .where(Remuneration.case_id == case.id, Remuneration.state != RemunerationState.FORGONE.value)
        .order_by(Remuneration.serial)
    )
    fees = session.scalars(
        select(CourtFee)
        .where(CourtFee.case_id == case.id, CourtFee.state == CourtFeeState.FIXED.value)
        .order_by(CourtFee.serial)
    )
    owed = [
        *(remuneration_owed(session, one) for one in remunerations),
        *(
            Outstanding(fee.serial, Rank.EXPENSE, fee.amount_fen, fee.paid_fen, path="court_fees")
            for fee in fees
        ),
    ]
    return [one for one in owed if one.amount_fen > one.paid_fen]


def remuneration_owed(session: Session, remuneration: Remuneration) -> Outstanding:
    """What was fixed finally less instalments that are paid; before that, what is allowed and is not paid.

    What was paid in part of an instalment counts as a part of what is owed (EBL 43(3)).
    """
    allowed = session.scalars(
        select(Instalment).where(
            Instalment.remuneration_id == remuneration.id, Instalment.state == InstalmentState.ALLOWED.value
        )
    ).all()
    in_part = sum(one.paid_fen for one in allowed)
    owed = sum(one.allowed_fen or 0 for one in allowed)
    if remuneration.fixed_fen is not None:
        owed = remuneration.fixed_fen - (remuneration.paid_fen - in_part)
    return Outstanding(remuneration.serial, Rank.EXPENSE, owed, in_part, path="remunerations")
