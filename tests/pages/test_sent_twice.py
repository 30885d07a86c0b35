"""A double click on the last button of a form does its work once."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from flask.testing import FlaskClient

from court_app.bench import Bench
from court_app.demo.people import PASSWORD, create_courts, create_people
from court_app.services.casework import users
from court_app.settings import Settings
from models import Case
from tests.applications import application
from tests.conftest import StandingClock
from tests.people import enter, form_token

MONDAY = datetime(2026, 10, 12, 1, 30, tzinfo=UTC)
TYPED = {
    "procedure_type": "LIQUIDATION",
    "applicant_kind": "DEBTOR",
    "debtor.kind": "ENTERPRISE",
    "debtor.name": "澜川精密机械有限公司",
    "purpose": "申请破产清算。",
    "facts_and_reasons": "不能清偿到期债务。",
}


@pytest.fixture
def window(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[FlaskClient, Bench]:
    """A filing officer at a browser."""
    monkeypatch.setattr(users, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    chosen = Settings(data_dir=tmp_path, database_url=database_url, secret_key="only-for-tests")
    bench = Bench.of(chosen)
    with bench.writing() as session, session.begin():
        create_people(session, create_courts(session), MONDAY)
    client = application(chosen, StandingClock(MONDAY)).test_client()
    enter(client, "lian", PASSWORD)
    return client, bench


def test_a_petition_confirmed_twice_opens_one_case(window: tuple[FlaskClient, Bench]) -> None:
    client, bench = window
    path = "/filing/receive_application"
    form = {**TYPED, "csrf_token": form_token(client, path)}
    check = client.post(path, data=form).text
    key = re.search(r'name="key" value="([^"]+)"', check)
    assert key is not None

    first = client.post(path, data={**form, "confirmed": "1", "key": key.group(1)})
    again = client.post(path, data={**form, "confirmed": "1", "key": key.group(1)})

    assert (first.status_code, again.status_code) == (302, 302)
    assert first.location == again.location
    with bench.reading() as session:
        assert session.query(Case).count() == 1
    bench.database.dispose()


def test_a_form_put_aside_comes_back_as_it_was_typed(window: tuple[FlaskClient, Bench]) -> None:
    client, bench = window
    path = "/filing/receive_application"
    form = {"csrf_token": form_token(client, path), "debtor.name": "澜川精密机械有限公司", "save": "1"}

    client.post(path, data=form)
    kept = client.get("/filing").text

    assert "澜川精密机械有限公司" in kept
    again = client.get(f"{path}?draft=1").text
    assert 'value="澜川精密机械有限公司"' in again
    with bench.reading() as session:
        assert session.query(Case).count() == 0
    bench.database.dispose()


def test_a_draft_kept_from_another_window_is_not_overwritten(window: tuple[FlaskClient, Bench]) -> None:
    client, bench = window
    path = "/filing/receive_application"
    token = form_token(client, path)
    client.post(path, data={"csrf_token": token, "debtor.name": "甲公司", "save": "1"})
    form = {"csrf_token": token, "draft": "1", "draft_version": "1", "save": "1"}

    first = client.post(path, data={**form, "debtor.name": "乙公司"})
    other = client.post(path, data={**form, "debtor.name": "丙公司"})

    assert (first.status_code, other.status_code) == (302, 409)
    assert "乙公司" in client.get("/filing").text
    bench.database.dispose()
