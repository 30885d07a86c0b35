"""The migrated schema is the schema of the models, on both databases."""

from datetime import UTC, date, datetime

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, MetaData, Table, inspect, select
from sqlalchemy.orm import Session

from court_app.db import alembic_config, newest_revision, upgrade
from court_app.services.estate.estate_account import standing
from models import Appointment, Base, Case, LedgerEntry, Meeting
from models.vocabulary import LedgerAccount

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)


def test_the_migrated_schema_is_the_schema_of_the_models(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        differences = compare_metadata(context, Base.metadata)

    assert differences == []


def test_every_table_of_the_models_is_there(engine: Engine) -> None:
    there = set(inspect(engine).get_table_names())

    assert there - {"alembic_version"} == set(Base.metadata.tables)


def test_bringing_a_current_schema_up_to_date_changes_nothing(engine: Engine, database_url: str) -> None:
    upgrade(database_url)

    with engine.connect() as connection:
        assert MigrationContext.configure(connection).get_current_revision() == newest_revision()


def test_the_migrations_form_one_line() -> None:
    script = ScriptDirectory.from_config(alembic_config(""))

    assert len(script.get_heads()) == 1
    assert len(script.get_bases()) == 1


def filled(table: Table, **values: object) -> dict[str, object]:
    """A row with something in every column that needs it."""
    blanks: dict[type, object] = {
        str: "",
        int: 1,
        date: date(2026, 3, 2),
        datetime: NOON,
        object: {},
        bool: False,
    }
    needed = {
        column.name: blanks.get(column.type.python_type, "")
        for column in table.columns
        if not column.nullable and not column.primary_key
    }
    return {**needed, **values}


def test_a_case_accepted_before_gets_its_administrators_office_and_the_meeting_it_announced(
    engine: Engine, database_url: str
) -> None:
    command.downgrade(alembic_config(database_url), "0001")
    old = MetaData()
    old.reflect(engine)
    tables = old.tables
    said = {
        "claims_deadline": "2026-04-27",
        "first_meeting_on": "2026-05-07",
        "first_meeting_time": "09:30",
        "first_meeting_place": "本院第一法庭",
    }
    with engine.begin() as connection:
        for name, values in (
            ("courts", {"id": 1, "code": "豫97"}),
            ("cases", {"id": 1, "court_id": 1, "case_type": "BK_CASE", "accepted_on": date(2026, 3, 9)}),
            ("parties", {"id": 1, "case_id": 1, "role": "DEBTOR"}),
            ("parties", {"id": 2, "case_id": 1, "role": "ADMINISTRATOR"}),
            ("case_events", {"case_id": 1, "step": "publish_acceptance", "payload": said}),
        ):
            connection.execute(tables[name].insert().values(filled(tables[name], **values)))

    upgrade(database_url)

    with Session(engine) as session:
        office = session.execute(
            select(Appointment.party_id, Appointment.state, Appointment.appointed_on)
        ).one()
        meeting = session.execute(select(Meeting.planned_on, Meeting.state)).one()
        flags = session.scalars(select(Case.flags)).one()
    assert office == (2, "APPOINTED", date(2026, 3, 9))
    assert meeting == (date(2026, 5, 7), "NOTICED")
    assert flags == {"claims_deadline": "2026-04-27", "first_meeting_on": "2026-05-07"}


def test_what_came_in_and_was_distributed_before_stands_in_the_ledger(
    engine: Engine, database_url: str
) -> None:
    command.downgrade(alembic_config(database_url), "0003")
    old = MetaData()
    old.reflect(engine)
    tables = old.tables
    asset = {"case_id": 1, "serial": 1, "received_fen": 50_000, "received_on": date(2026, 4, 1), "flags": {}}
    with engine.begin() as connection:
        for name, values in (
            ("courts", {"id": 1, "code": "豫97"}),
            ("cases", {"id": 1, "court_id": 1, "case_type": "BK_CASE"}),
            ("parties", {"id": 1, "case_id": 1, "role": "CREDITOR"}),
            ("assets", asset),
            ("claims", {"id": 1, "case_id": 1, "serial": 1, "party_id": 1, "claim_class": "ORD"}),
            ("claims", {"id": 2, "case_id": 1, "serial": 2, "party_id": 1, "claim_class": "EMP"}),
            ("distributions", {"id": 1, "case_id": 1, "serial": 1, "kind": "INTERIM"}),
            ("shares", {"distribution_id": 1, "claim_id": 1, "amount_fen": 9_000, "state": "LITIGATED"}),
            ("shares", {"distribution_id": 1, "claim_id": 2, "amount_fen": 11_000, "state": "PAID"}),
        ):
            connection.execute(tables[name].insert().values(filled(tables[name], **values)))

    upgrade(database_url)

    with Session(engine) as session:
        account = standing(session, Case(id=1))
        numbers = session.scalars(select(LedgerEntry.serial).order_by(LedgerEntry.serial)).all()
    assert numbers == [1, 2, 3], "the asset, the distribution, and what of it was paid"
    assert account.balances == {
        LedgerAccount.BANK: 39_000,
        LedgerAccount.PROCEEDS: -50_000,
        LedgerAccount.EMPLOYEE: 11_000,
        LedgerAccount.ORDINARY: 9_000,
        LedgerAccount.ESCROW: -9_000,
    }
    assert account.distributable_fen == 30_000
