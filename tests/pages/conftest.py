"""The demonstration court, played once, behind the pages and the API."""

import os
import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from court_app.bench import Bench
from court_app.db import upgrade
from court_app.demo.cases import load
from court_app.demo.people import PASSWORD, PEOPLE
from court_app.settings import Settings
from court_app.visit import CourtFlask
from tests.applications import application
from tests.people import enter
from workflows.calendar import court_date

NOW = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
USERS = tuple(username for username, *_ in PEOPLE)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CourtFlask]:
    """The application with its demonstration cases, on SQLite; tests only read it."""
    folder = tmp_path_factory.mktemp("demo") / "court"
    shutil.copytree(played(tmp_path_factory), folder)
    settings = settings_in(folder)
    yield application(settings, lambda: NOW)
    Bench.of(settings).database.dispose()


def settings_in(folder: Path) -> Settings:
    """The settings of a demonstration that keeps its data in a folder."""
    return Settings.from_environment({"COURT_DATA_DIR": str(folder), "COURT_DEMO": "1"})


def played(factory: pytest.TempPathFactory) -> Path:
    """The demonstration, played once for all who test at the same time; the others wait for the first."""
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder, ready = shared / "played", shared / "played.ready"
    try:
        folder.mkdir()
    except FileExistsError:
        for _ in range(600):
            if ready.exists():
                return folder
            time.sleep(1)
        raise
    settings = settings_in(folder)
    upgrade(settings.database_url)
    bench = Bench.of(settings)
    load(bench, court_date(NOW))
    bench.database.dispose()
    ready.touch()
    return folder


@pytest.fixture(scope="session")
def browsers(demo: CourtFlask) -> dict[str, FlaskClient]:
    """Every demonstration user, signed in."""
    clients = {}
    for username in USERS:
        clients[username] = demo.test_client()
        enter(clients[username], username, PASSWORD)
    return clients
