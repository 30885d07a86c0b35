"""Claims and creditors of tables that were imported before a claim named its row and a creditor his table."""

from typing import Any

import pytest
from alembic import command
from sqlalchemy import Engine, MetaData, Table, select
from sqlalchemy.orm import Session

from court_app.db import alembic_config, upgrade
from models import Claim, ClaimImport, ClaimImportRow, Party
from tests.court_app.test_migration_of_assets import blank

pytestmark = pytest.mark.slow


def kept_before(old: MetaData) -> list[tuple[Table, dict[str, Any]]]:
    """A table of three rows: a claim of a new creditor, a claim of a known one, a row not imported yet."""
    row = {"import_id": 1, "new_party": False, "faulty": False}
    return [
        (old.tables[name], values)
        for name, values in (
            ("courts", {"id": 1, "code": "豫97"}),
            ("users", {"id": 1, "court_id": 1}),
            ("cases", {"id": 1, "court_id": 1, "case_type": "BK_CASE"}),
            ("parties", {"id": 1, "case_id": 1, "role": "CREDITOR"}),
            ("parties", {"id": 2, "case_id": 1, "role": "CREDITOR"}),
            ("claims", {"id": 1, "case_id": 1, "serial": 1, "party_id": 2, "claim_class": "ORD"}),
            ("claims", {"id": 2, "case_id": 1, "serial": 2, "party_id": 1, "claim_class": "ORD"}),
            ("claims", {"id": 3, "case_id": 1, "serial": 3, "party_id": 1, "claim_class": "ORD"}),
            ("claim_imports", {"id": 1, "case_id": 1, "serial": 1, "kind": "CLAIMS", "made_by_id": 1}),
            ("claim_import_rows", {**row, "id": 1, "number": 2, "claim_id": 1, "new_party": True}),
            ("claim_import_rows", {**row, "id": 2, "number": 3, "claim_id": 2}),
            ("claim_import_rows", {**row, "id": 3, "number": 4}),
        )
    ]


def with_an_old_import(engine: Engine, database_url: str) -> MetaData:
    """The database as it was before, with such a table in it; then brought up to date."""
    command.downgrade(alembic_config(database_url), "0024-1")
    old = MetaData()
    old.reflect(engine)
    with engine.begin() as connection:
        for table, values in kept_before(old):
            connection.execute(table.insert().values(blank(table, **values)))
    upgrade(database_url)
    return old


def test_claims_name_their_rows_and_new_creditors_their_table(engine: Engine, database_url: str) -> None:
    with_an_old_import(engine, database_url)

    with Session(engine) as session:
        of_claims = session.execute(select(Claim.serial, Claim.import_row_id).order_by(Claim.serial)).all()
        of_creditors = session.execute(select(Party.id, Party.import_id).order_by(Party.id)).all()
        until = session.scalars(select(ClaimImport.imported_until)).all()
        last_row = session.get_one(ClaimImportRow, 3)
        assert last_row.claim is None, "its row is still to be imported"
    assert of_claims == [(1, 1), (2, 2), (3, None)], "the third was filed without a table"
    assert of_creditors == [(1, None), (2, 1)], "the first was known before"
    assert until == [3]


def test_taken_back_the_rows_name_their_claims_again(engine: Engine, database_url: str) -> None:
    old = with_an_old_import(engine, database_url)

    command.downgrade(alembic_config(database_url), "0024-1")

    rows = old.tables["claim_import_rows"]
    with engine.connect() as connection:
        kept = connection.execute(
            select(rows.c.number, rows.c.claim_id, rows.c.new_party).order_by(rows.c.number)
        ).all()
    assert kept == [(2, 1, True), (3, 2, False), (4, None, False)]
    upgrade(database_url)
