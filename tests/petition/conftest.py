"""A stage: the demonstration court with its people, on each database, without its cases."""

from collections.abc import Iterator
from datetime import date

import pytest
from argon2 import PasswordHasher

from court_app.bench import Bench
from court_app.demo.actors import Play
from court_app.demo.people import create_courts, create_people
from court_app.services.casework import users
from court_app.settings import Settings

MONDAY = date(2026, 10, 12)


@pytest.fixture
def play(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Play]:
    """The court on an ordinary Monday; passwords are hashed cheaply."""
    monkeypatch.setattr(users, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    bench = Bench.of(settings)
    staged = Play(bench, MONDAY)
    with bench.writing() as session, session.begin():
        people = create_people(session, create_courts(session), staged.now)
        staged.people = {username: user.id for username, user in people.items()}
    yield staged
    bench.database.dispose()
