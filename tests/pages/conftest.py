"""The demonstration court, played once, behind the pages and the API."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, sync_playwright

from court_app.bench import Bench
from court_app.demo.people import PASSWORD, PEOPLE
from court_app.visit import CourtFlask
from tests.applications import application
from tests.pages.browser import launch
from tests.people import enter
from tests.played import NOW, a_copy

USERS = tuple(username for username, *_ in PEOPLE)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CourtFlask]:
    """The application with its demonstration cases, on SQLite; tests only read it."""
    settings = a_copy(tmp_path_factory, "demo")
    yield application(settings, lambda: NOW)
    Bench.of(settings).database.dispose()


@pytest.fixture(scope="session")
def browsers(demo: CourtFlask) -> dict[str, FlaskClient]:
    """Every demonstration user, signed in."""
    clients = {}
    for username in USERS:
        clients[username] = demo.test_client()
        enter(clients[username], username, PASSWORD)
    return clients


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the tests of a file."""
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()
