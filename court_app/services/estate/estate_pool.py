"""What the estate has brought in: encumbered assets to their claims, surpluses and the rest to the pool."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.services.estate.realising import Known, encumbered, proceeds_of
from models import Asset, Case
from models.vocabulary import AssetState
from workflows.calculations.money import yuan
from workflows.calculations.proceeds import Proceeds
from workflows.text import Text

SUMS = ("gross_fen", "cost_fen", "net_fen", "surplus_fen", "short_fen")


@dataclass(frozen=True, slots=True)
class Brought:
    """An encumbered asset that was sold, and where its proceeds go."""

    asset: Asset
    proceeds: Proceeds


@dataclass(frozen=True, slots=True)
class EstatePool:
    """What has come in and joins the pool, before expenses (money section 6(4)); sums in fen.

    `free_fen` came in from what bears no claim; an encumbered asset counts once its price is complete.
    """

    rows: tuple[Brought, ...]
    free_fen: int

    @property
    def surplus_fen(self) -> int:
        """What encumbered assets that are paid for have left."""
        return sum(row.proceeds.surplus_fen for row in self.rows if is_paid(row.asset))

    @property
    def pool_fen(self) -> int:
        """What joins the pool."""
        return self.free_fen + self.surplus_fen

    @property
    def working(self) -> tuple[Text, ...]:
        """The pool as a judge checks it."""
        return (
            Text(
                "未设担保的财产到账{free}元＋担保财产剩余{surplus}元＝{pool}元（尚未扣除破产费用和共益债务）。",
                free=yuan(self.free_fen),
                surplus=yuan(self.surplus_fen),
                pool=yuan(self.pool_fen),
            ),
        )


def is_paid(asset: Asset) -> bool:
    """Whether its price is complete."""
    return asset.state == AssetState.PAID.value


def pool_of(session: Session, case: Case) -> EstatePool:
    """The encumbered assets of a case that were sold, by number, and what joins the pool."""
    known = Known()
    found = [(asset, proceeds_of(session, asset, known)) for asset in encumbered(session, case)]
    rows = tuple(Brought(asset, one) for asset, one in found if one is not None and one.met)
    received = session.scalar(
        select(func.coalesce(func.sum(Asset.received_fen), 0)).where(Asset.case_id == case.id)
    )
    bound = sum(row.proceeds.gross_fen if is_paid(row.asset) else row.asset.paid_fen for row in rows)
    return EstatePool(rows, int(received or 0) - bound)
