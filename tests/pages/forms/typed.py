"""What is typed into the forms of a liquidation."""

from sqlalchemy import func, select

from models import Claim
from tests.pages.estate import (
    Estate,
)


def filed(estate: Estate, **more: str) -> dict[str, str]:
    """What is typed to file a claim."""
    return {
        "creditor_id": str(estate.creditors[0]),
        "claim_class": "ORD",
        "filed_fen": "1000.50",
        "basis": "货款",
        **more,
    }


def claims(estate: Estate) -> int:
    """How many claims there are."""
    with estate.play.bench.reading() as session:
        return session.scalar(select(func.count(Claim.id))) or 0


def claim(estate: Estate, serial: int) -> Claim:
    """A claim by its number."""
    with estate.play.bench.reading() as session:
        return session.scalars(select(Claim).where(Claim.serial == serial)).one()
