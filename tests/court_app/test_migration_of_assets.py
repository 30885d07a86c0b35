"""Assets that were appraised, offered, sold and paid before each of that was a row of its own."""

from datetime import UTC, date, datetime

import pytest
from alembic import command
from sqlalchemy import Engine, MetaData, Table
from sqlalchemy.orm import Session

from court_app.db import alembic_config, upgrade
from models import Asset
from models.vocabulary import ReceiptKind, RoundResult

pytestmark = pytest.mark.slow

DAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
BLANKS: dict[type, object] = {str: "", int: 1, date: DAY, datetime: NOON, bool: False, object: {}}


def blank(table: Table, **values: object) -> dict[str, object]:
    """A row with something in every column that needs it."""
    needed = [column for column in table.columns if not column.nullable and not column.primary_key]
    return {column.name: BLANKS.get(column.type.python_type, "") for column in needed} | values


def test_what_was_known_of_an_asset_is_its_first_appraisal_round_and_receipt(
    engine: Engine, database_url: str
) -> None:
    command.downgrade(alembic_config(database_url), "0006-1")
    old = MetaData()
    old.reflect(engine)
    assets, zero = old.tables["assets"], {"received_fen": 0}
    appraised = {"appraiser": "某评估所", "appraised_fen": 800, "method": "AUCTION", "reserve_fen": 700}
    paid = {"price_fen": 750, "buyer": "某公司", "sold_on": DAY, "received_fen": 750, "received_on": DAY}
    with engine.begin() as connection:
        for name, values in (
            ("courts", {"id": 1, "code": "豫97"}),
            ("cases", {"id": 1, "court_id": 1, "case_type": "BK_CASE"}),
        ):
            connection.execute(old.tables[name].insert().values(blank(old.tables[name], **values)))
        for serial, values in enumerate(
            (
                {"state": "FOUND"},
                {"state": "FOR_SALE", **appraised},
                {"state": "PAID", **appraised, **paid},
                {"state": "PAID", "received_fen": 90, "received_on": DAY},
            ),
            1,
        ):
            connection.execute(
                assets.insert().values(
                    blank(assets, kind="EQUIPMENT", case_id=1, serial=serial, **zero | values)
                )
            )

    upgrade(database_url)

    with Session(engine) as session:
        found, offered, sold, collected = session.query(Asset).order_by(Asset.serial)
        assert (found.appraisals, found.rounds, found.receipts) == ([], [], [])
        assert offered.open_round is not None
        assert offered.appraisal is not None
        assert (offered.open_round.reserve_fen, offered.appraisal.value_fen) == (700, 800)
        assert offered.appraisal.is_valid(date(2099, 1, 1))
        assert sold.last_round is not None
        assert (sold.last_round.result, sold.last_round.price_fen) == (RoundResult.SOLD, 750)
        assert (sold.paid_fen, sold.proceeds_fen, sold.realisation_cost_fen) == (750, 750, 0)
        assert [(one.kind, one.amount_fen, one.round) for one in collected.receipts] == [
            (ReceiptKind.COLLECTED, 90, None)
        ]
