"""The demonstration court, played once, behind the pages and the API."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from court_app import create_app
from court_app.bench import Bench
from court_app.db import upgrade
from court_app.demo.cases import load
from court_app.demo.people import PASSWORD, PEOPLE
from court_app.settings import Settings
from court_app.visit import CourtFlask
from tests.people import enter
from workflows.calendar import court_date

NOW = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
USERS = tuple(username for username, *_ in PEOPLE)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CourtFlask]:
    """The application with its demonstration cases, on SQLite; tests only read it."""
    settings = Settings.from_environment({"COURT_DATA_DIR": str(made(tmp_path_factory)), "COURT_DEMO": "1"})
    upgrade(settings.database_url)
    bench = Bench.of(settings)
    load(bench, court_date(NOW))
    yield create_app(settings, lambda: NOW)
    bench.database.dispose()


def made(factory: pytest.TempPathFactory) -> Path:
    """A folder for its data."""
    return factory.mktemp("demo")


@pytest.fixture(scope="session")
def browsers(demo: CourtFlask) -> dict[str, FlaskClient]:
    """Every demonstration user, signed in."""
    clients = {}
    for username in USERS:
        clients[username] = demo.test_client()
        enter(clients[username], username, PASSWORD)
    return clients
