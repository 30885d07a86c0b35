"""Property of others and its money: small verbs for the tests beside."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from court_app.services.estate import retrieval_entries
from court_app.services.fees import fee_proposals
from models import Asset, Case, Retrieval
from tests.liquidation.playing import Liquidation
from tests.liquidation.test_retrievals import ACCEPTED, asset, claimed

At = Callable[[str], Liquidation]


def accepted(case: Liquidation, costs: str = "3000", **more: Any) -> int:
    """A machine is to be given back against costs; returns the number of the retrieval."""
    serial = claimed(case, asset_serial=asset(case), **more)
    case.move("retrievals", serial, "accept_retrieval", costs_fen=costs, **ACCEPTED)
    return serial


def pays(case: Liquidation, serial: int, yuan: str, what: str = "COSTS", **more: Any) -> None:
    """The owner pays."""
    case.move("retrievals", serial, "receive_from_owner", what=what, amount_fen=yuan, **more)


def entries(case: Liquidation, serial: int) -> list[tuple[int, str, int]]:
    """The ledger entries of a retrieval: number, source, sum."""
    with case.play.bench.reading() as session:
        retrieval = session.scalars(
            select(Retrieval).where(Retrieval.case_id == case.case, Retrieval.serial == serial)
        ).one()
        found = retrieval_entries.entries_of(session, retrieval)
        return [(entry.serial, entry.source.value, entry.debit_fen) for entry in found]


def brought(case: Liquidation, serial: int) -> tuple[int, list[tuple[str, int]]]:
    """What an asset has brought, and its receipts."""
    with case.play.bench.reading() as session:
        found = session.scalars(select(Asset).where(Asset.case_id == case.case, Asset.serial == serial)).one()
        return found.received_fen, [(one.kind.value, one.amount_fen) for one in found.receipts]


def perished(case: Liquidation, yuan: int = 8_000) -> int:
    """Fresh goods of unclear ownership sold in time; returns the number of the asset."""
    return case.sell(yuan)


def free_property(case: Liquidation) -> int:
    """The property without security that a court fee is reckoned on, in fen."""
    with case.play.bench.reading() as session:
        return fee_proposals.property_fen(session, session.get_one(Case, case.case), secured=False)


def proceeds_claimed(case: Liquidation, goods: int, **more: Any) -> int:
    """The owner claims the proceeds, which were kept apart."""
    return claimed(case, asset_serial=goods, ground="PROCEEDS", **{"kept_apart": True, **more})
