"""People at their browsers and programs, in front of a liquidation that was played before."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

from argon2 import PasswordHasher
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from court_app.bench import Bench
from court_app.demo.actors import Play
from court_app.demo.people import PASSWORD, create_courts, create_people
from court_app.services.casework import users
from court_app.settings import Settings
from court_app.visit import CourtFlask
from tests.applications import application
from tests.conftest import StandingClock
from tests.pages.estate import OTHER, Estate, accepted, an_administrator
from tests.people import enter
from tests.stages import Stages

MONDAY = date(2026, 3, 2)
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def a_stage(settings: Settings) -> Play:
    """The court with its people on an ordinary Monday, without cases; passwords are hashed cheaply."""
    users.HASHER = CHEAP
    bench = Bench.of(settings)
    play = Play(bench, MONDAY)
    with bench.writing() as session, session.begin():
        people = create_people(session, create_courts(session), play.now)
        play.people = {username: user.id for username, user in people.items()}
    return play


def kept(stages: Stages, name: str, settings: Settings, act: Callable[[Play], Estate]) -> Estate:
    """A liquidation that is played once under this name; each test has a copy of its court."""
    told = stages.play(name, settings, lambda on: told_of(act(a_stage(on))))
    day, people, case, creditors = told
    return Estate(Play(Bench.of(settings), day, dict(people)), case, list(creditors))


def told_of(estate: Estate) -> tuple[date, dict[str, int], int, list[int]]:
    """What is to be known of a liquidation besides what its court keeps."""
    return estate.play.day, estate.play.people, estate.case, estate.creditors


def another_case(play: Play) -> int:
    """A second accepted case, whose administrator signs in as `OTHER`; its own days do not matter."""
    case = accepted(play, 5)
    an_administrator(play, case, OTHER, "潮平清算事务有限公司")
    return case


def settings_in(folder: Path, url: str = "") -> Settings:
    """The settings of a small installation; on SQLite unless a database is named."""
    return Settings(data_dir=folder, database_url=url, secret_key="only-for-tests", session_hours=2000)


@dataclass
class Desk:
    """A person at a browser."""

    client: FlaskClient

    def page(self, path: str, status: int = 200) -> str:
        """What a page says."""
        answer = self.client.get(path)
        assert answer.status_code == status, (path, answer.status_code)
        return unescape(answer.text)

    def send(self, path: str, **typed: str) -> TestResponse:
        """Send a form with the token and the hidden fields that the page holds."""
        held = self.client.get(path).text
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', held))
        return self.client.post(path, data={**hidden, **typed})

    def send_to(self, page: str, path: str, **typed: str) -> TestResponse:
        """Send the form of a page that leads to another address."""
        return self.client.post(path, data={"csrf_token": self.token(page), **typed})

    def upload(self, path: str, name: str, content: bytes, **typed: str) -> TestResponse:
        """Send a file by the form of a page."""
        file = (io.BytesIO(content), name)
        return self.client.post(path, data={"csrf_token": self.token(path), "file": file, **typed})

    def token(self, page: str) -> str:
        """The token of the forms of a page."""
        return re.findall(r'name="csrf_token" value="([^"]+)"', self.client.get(page).text)[0]

    def confirm(self, path: str, **typed: str) -> TestResponse:
        """Send a form and confirm it on the check page."""
        return self.send(path, confirmed="1", **typed)


def desk(app: CourtFlask, username: str) -> Desk:
    """A person who has signed in."""
    client = app.test_client()
    enter(client, username, PASSWORD)
    return Desk(client)


def served(estate: Estate, settings: Settings) -> CourtFlask:
    """The application on the day to which the case was played."""
    return application(settings, StandingClock(estate.play.now))
