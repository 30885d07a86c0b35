"""The database: SQLite for one machine, PostgreSQL for more; one kind of session to read, one to write.

With `BEGIN IMMEDIATE` for readers, every page would queue for SQLite's one write lock.
"""

from functools import cache
from pathlib import Path
from typing import Any

import orjson
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session, sessionmaker

import models

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000")

STRICT = orjson.OPT_NON_STR_KEYS | orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS


class Database:
    """An engine and its two session makers."""

    def __init__(self, url: str) -> None:
        make_folder(url)
        self.url = url
        self.engine = create_engine(
            url,
            pool_pre_ping=not url.startswith("sqlite"),
            json_serializer=as_json,
            json_deserializer=orjson.loads,
        )
        if url.startswith("sqlite"):
            listen(self.engine)
        self._writing = sessionmaker(self.engine, expire_on_commit=False)
        self._reading = sessionmaker(self.engine.execution_options(read_only=True), expire_on_commit=False)

    def writing(self) -> Session:
        """A session that may write, and holds SQLite's write lock from its first statement."""
        return self._writing()

    def reading(self) -> Session:
        """A session that can only read."""
        session = self._reading()
        if not self.url.startswith("sqlite"):
            session.connection(execution_options={"postgresql_readonly": True})
        return session

    def dispose(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def as_json(value: Any) -> str:
    """A value of a JSON column as it is kept; a date or an object is refused, as by the standard library."""
    return orjson.dumps(value, option=STRICT).decode()


def listen(engine: Engine) -> None:
    """Teach an SQLite engine to begin transactions itself."""

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        read_only = connection.get_execution_options().get("read_only")
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")
        if read_only:
            connection.exec_driver_sql("PRAGMA query_only=ON")

    @event.listens_for(engine, "reset")
    def reset(connection: Any, _record: Any, _state: Any) -> None:
        connection.execute("PRAGMA query_only=OFF")


def make_folder(url: str) -> None:
    """Make the folder that an SQLite file lies in."""
    if url.startswith("sqlite:///"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)


def upgrade(url: str) -> None:
    """Bring the schema up to date."""
    make_folder(url)
    command.upgrade(alembic_config(url), "head")


def alembic_config(url: str) -> Config:
    """Alembic's configuration, without a file."""
    config = Config()
    config.set_main_option("script_location", str(Path(models.__file__).parent / "migrations"))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return config


@cache
def newest_revision() -> str | None:
    """The revision that this version of the program needs."""
    return ScriptDirectory.from_config(alembic_config("")).get_current_head()
