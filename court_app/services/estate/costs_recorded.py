"""Costs of assets that stand: what of them the ledger does not know is kept back (EBL 41②)."""

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models import Asset, AssetCost, Case, Spending
from models.vocabulary import Rank
from workflows.calculations.asset_costs import is_open, unbooked_fen
from workflows.calculations.shortage import COSTS, Outstanding


def standing_costs(session: Session, case: Case) -> list[AssetCost]:
    """Every cost of the assets of a case that counts, with its spending, in the order they were recorded."""
    chosen = (
        select(AssetCost)
        .join(Asset, Asset.id == AssetCost.asset_id)
        .where(Asset.case_id == case.id, AssetCost.struck_on.is_(None))
        .options(joinedload(AssetCost.asset), joinedload(AssetCost.spending).selectinload(Spending.costs))
        .order_by(AssetCost.id)
    )
    return list(session.scalars(chosen))


def kept_back_fen(session: Session, case: Case) -> int:
    """What of the costs of assets the ledger knows neither as owed nor as paid, in fen."""
    return sum(map(unbooked_fen, standing_costs(session, case)))


def open_costs(session: Session, case: Case) -> list[AssetCost]:
    """The costs that no spending pays."""
    return [cost for cost in standing_costs(session, case) if is_open(cost)]


def costs_outstanding(session: Session, case: Case) -> list[Outstanding]:
    """The same as expenses of the bankruptcy that are not paid (EBL 41②, 43)."""
    found = open_costs(session, case)
    return [Outstanding(one.id, Rank.EXPENSE, one.amount_fen, path=COSTS) for one in found]
