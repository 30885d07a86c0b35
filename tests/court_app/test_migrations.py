"""The migrated schema is the schema of the models, on both databases."""

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect

from court_app.db import alembic_config, newest_revision, upgrade
from models import Base


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
