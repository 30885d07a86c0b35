"""What creditors have paid above their shares for things that they have not collected yet (EBL 114)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from court_app.services.estate.realising import burdens_of
from models import Asset, Case
from models.vocabulary import AssetState, SaleMethod


def differences_held(session: Session, case: Case) -> int:
    """What of the money that is there may have to go back to who paid it, in fen (DESIGN).

    Until he has the thing in his hands he may refuse it, and what he paid for it is laid aside for him. What
    comes in for collateral is its creditors' and is not counted here.
    """
    waiting = select(Asset).where(
        Asset.case_id == case.id,
        Asset.state == AssetState.SOLD.value,
        Asset.method == SaleMethod.IN_KIND,
    )
    found = [one for one in session.scalars(waiting) if one.paid_fen > 0]
    return sum(one.paid_fen for one in found if not burdens_of(session, one))
