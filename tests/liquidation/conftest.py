"""A court with a case at every stage of a liquidation, built once for each database and copied for each test.

Papers are kept as plain bytes: what is printed on them is tested elsewhere.
"""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from court_app.bench import Bench
from court_app.db import Database
from court_app.demo.actors import Play
from court_app.demo.people import create_courts, create_people
from court_app.services.papers.mill import Mill
from court_app.settings import Settings
from documents.signing import Credentials, test_credentials
from documents.storage import BlobStore
from models import Document
from tests.conftest import BOTH
from tests.liquidation.paying_out import account
from tests.liquidation.playing import FIRST_DAY, JUDGE, Liquidation, stage_all
from tests.postgres import Contents, Databases, contents

Staged = tuple[str, dict[str, int], dict[str, int], Any]


class PlainMill(Mill):
    """A mill that stores a paper as its title, unprinted and unsigned."""

    def seal(self, document: Document, now: datetime, court_name: str) -> str:
        return self.store.put(f"{document.id} {document.title} {now}".encode())

    def copy(self, document: Document) -> str:
        return self.store.put(f"copy {document.id} {document.title}".encode())


def bench_on(url: str, folder: Path, credentials: Credentials) -> Bench:
    """A workplace on a database."""
    settings = Settings(data_dir=folder, database_url=url, secret_key="only-for-tests")
    mill = PlainMill(BlobStore(folder / "blobs"), credentials, "http://127.0.0.1:8000")
    return Bench(settings, Database(url), mill)


@pytest.fixture(scope="session")
def credentials(tmp_path_factory: pytest.TempPathFactory) -> Credentials:
    """A certificate that nobody uses."""
    return test_credentials(tmp_path_factory.mktemp("certificate"))


def staged(url: str, folder: Path, credentials: Credentials) -> Staged:
    """Play the stages on an empty database."""
    bench = bench_on(url, folder, credentials)
    play = Play(bench, FIRST_DAY)
    with bench.writing() as session, session.begin():
        people = create_people(session, create_courts(session), play.now)
        play.people = {username: user.id for username, user in people.items()}
    cases = stage_all(play)
    bench.database.dispose()
    return url, play.people, cases, play.day


@pytest.fixture(scope="session")
def staged_sqlite(
    empty_sqlite: Path, tmp_path_factory: pytest.TempPathFactory, credentials: Credentials
) -> Staged:
    """An SQLite file with the stages, to be copied."""
    folder = tmp_path_factory.mktemp("staged")
    shutil.copy(empty_sqlite, folder / "court.db")
    return staged(f"sqlite:///{folder / 'court.db'}", folder, credentials)


@pytest.fixture(scope="session")
def staged_postgres(
    databases: Databases, tmp_path_factory: pytest.TempPathFactory, credentials: Credentials
) -> tuple[Contents, Staged]:
    """What the stages leave in a database, to be put into others."""
    with databases.one() as url:
        told = staged(url, tmp_path_factory.mktemp("staged"), credentials)
        return contents(url), told


@pytest.fixture(params=BOTH)
def play_and_cases(
    request: pytest.FixtureRequest, tmp_path: Path, credentials: Credentials
) -> Iterator[tuple[Play, dict[str, int]]]:
    """The court with its staged cases, on each database."""
    if request.param == "sqlite":
        url, people, cases, day = request.getfixturevalue("staged_sqlite")
        shutil.copy(url.removeprefix("sqlite:///"), tmp_path / "court.db")
        bench = bench_on(f"sqlite:///{tmp_path / 'court.db'}", tmp_path, credentials)
        yield Play(bench, day, people), cases
        bench.database.dispose()
        return
    kept, (_, people, cases, day) = request.getfixturevalue("staged_postgres")
    with request.getfixturevalue("databases").one(kept) as url:
        bench = bench_on(url, tmp_path, credentials)
        yield Play(bench, day, people), cases
        bench.database.dispose()


@pytest.fixture
def at(play_and_cases: tuple[Play, dict[str, int]]) -> Callable[[str], Liquidation]:
    """The case at a stage."""
    play, cases = play_and_cases
    return lambda stage: Liquidation(play, cases[stage])


@pytest.fixture
def opened(at: Callable[[str], Liquidation]) -> Liquidation:
    """Accepted two months ago; nothing else was done."""
    return at("opened")


@pytest.fixture
def met(at: Callable[[str], Liquidation]) -> Liquidation:
    """Published, three claims verified, the first meeting held today."""
    return at("met")


@pytest.fixture
def declared(at: Callable[[str], Liquidation]) -> Liquidation:
    """Its claims are confirmed, the debtor is declared bankrupt today."""
    return at("declared")


@pytest.fixture
def planned(at: Callable[[str], Liquidation]) -> Liquidation:
    """A machine is sold for 750,000 yuan, the plan of distribution is recognised."""
    return at("planned")


@pytest.fixture
def at_on_sqlite(
    staged_sqlite: Staged, tmp_path: Path, credentials: Credentials
) -> Iterator[Callable[[str], Liquidation]]:
    """The case at a stage, on SQLite alone, for tests that take many steps."""
    url, people, cases, day = staged_sqlite
    shutil.copy(url.removeprefix("sqlite:///"), tmp_path / "court.db")
    bench = bench_on(f"sqlite:///{tmp_path / 'court.db'}", tmp_path, credentials)
    yield lambda stage: Liquidation(Play(bench, day, people), cases[stage])
    bench.database.dispose()


@pytest.fixture
def distributed(planned: Liquidation) -> Liquidation:
    """Three claims have 120,000 yuan each of the last distribution; their accounts are known."""
    planned.final(360_000)
    for serial in (1, 2, 3):
        account(planned, serial)
    return planned


@pytest.fixture
def voting(met: Liquidation) -> Liquidation:
    """The first meeting was held, and the court has fixed amounts for voting of all three claims."""
    met.step("fix_provisional_amounts", JUDGE, reason="管理人已经审查。")
    return met
