"""What the docket said of assets, claims, votes and fees before each of that was a column of its own."""

from datetime import date
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Engine, MetaData, select
from sqlalchemy.orm import Session

from court_app.db import alembic_config, upgrade
from models import Asset, Avoidance, Claim, Remuneration
from models.vocabulary import AssetOrigin
from tests.court_app.test_migration_of_assets import blank

pytestmark = pytest.mark.slow

DAY, LATER = date(2026, 4, 1), date(2026, 4, 20)


def event(position: int, machine: str, step: str, **values: Any) -> dict[str, Any]:
    """A step in the docket about the first part of its kind."""
    told = {"subject_id": 1, "effective_on": DAY, "payload": {}}
    return {"case_id": 1, "position": position, "machine": machine, "step": step, **told, **values}


def test_what_the_docket_says_stands_in_the_rows(engine: Engine, database_url: str) -> None:
    command.downgrade(alembic_config(database_url), "0023-1")
    old = MetaData()
    old.reflect(engine)
    rows: tuple[tuple[str, dict[str, Any]], ...] = (
        ("courts", {"id": 1, "code": "豫97"}),
        ("cases", {"id": 1, "court_id": 1, "case_type": "BK_CASE"}),
        ("parties", {"id": 1, "case_id": 1, "role": "CREDITOR"}),
        ("assets", {"id": 1, "case_id": 1, "serial": 1, "kind": "EQUIPMENT"}),
        ("assets", {"id": 2, "case_id": 1, "serial": 2, "kind": "VEHICLE"}),
        ("avoidances", {"id": 1, "case_id": 1, "ground": "GIFT", "exception": "NONE", "flags": {"asset": 2}}),
        ("claims", {"id": 1, "case_id": 1, "serial": 1, "party_id": 1, "claim_class": "ORD"}),
        (
            "remunerations",
            {"id": 1, "case_id": 1, "party_id": 1, "payee": "LAW_FIRM", "collection": "AT_END"},
        ),
        ("case_events", event(1, "asset", "take_over_asset")),
        ("case_events", event(2, "claim", "dispute", payload={"objector": "某债权人"})),
        ("case_events", event(3, "claim", "dispute", payload={"objector": "债务人"}, effective_on=LATER)),
        (
            "case_events",
            event(4, "claim", "sue", payload={"posted_on": DAY.isoformat()}, effective_on=LATER),
        ),
        ("case_events", event(5, "remuneration", "object_to_remuneration")),
        ("case_events", event(6, "remuneration", "reject_objection", effective_on=LATER)),
        ("case_events", event(8, "avoidance", "demand_return")),
        ("case_events", event(7, "avoidance", "dispute", payload={"objector": "无关"})),
    )
    with engine.begin() as connection:
        for name, values in rows:
            connection.execute(old.tables[name].insert().values(blank(old.tables[name], **values)))

    upgrade(database_url)

    with Session(engine) as session:
        assets = session.execute(select(Asset.taken_over_on, Asset.origin).order_by(Asset.serial)).all()
        claim = session.execute(select(Claim.objector, Claim.objected_on, Claim.sued_on)).one()
        demanded = session.scalars(select(Avoidance.demanded_on)).all()
        fee = session.execute(select(Remuneration.objected_on, Remuneration.objection_answered_on)).one()
    assert assets == [(DAY, None), (None, AssetOrigin.RECOVERED)], "nobody said whence the first came"
    assert claim == ("债务人", LATER, DAY)
    assert demanded == [DAY]
    assert fee == (DAY, LATER)
