"""The petition through the API alone; what it refuses; and its description, tried by a machine."""

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from argon2 import PasswordHasher
from hypothesis import HealthCheck, given, settings
from sqlalchemy import func, select

from court_app.bench import Bench
from court_app.demo.people import PASSWORD, create_courts, create_people
from court_app.demo.petitions import acceptance, petition
from court_app.services.casework import sweeping, users
from court_app.settings import Settings
from court_app.visit import CourtFlask
from models import Case, CaseEvent, Document, User
from tests.applications import application
from tests.conftest import StandingClock

MONDAY = datetime(2026, 10, 12, 1, 30, tzinfo=UTC)


class Caller:
    """A program that acts for one person."""

    def __init__(self, app: CourtFlask, username: str) -> None:
        self.client = app.test_client()
        answer = self.client.post("/api/v1/sessions", json={"username": username, "password": PASSWORD})
        self.headers = {"Authorization": f"Bearer {answer.json['token']}"}

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(f"/api/v1{path}", headers={**self.headers, **headers})

    def post(self, path: str, body: Any, **headers: str) -> Any:
        return self.client.post(f"/api/v1{path}", json=body, headers={**self.headers, **headers})

    def upload(self, path: str, name: str, content: bytes, **typed: str) -> Any:
        """Send a file as `file`."""
        file = (io.BytesIO(content), name)
        return self.client.post(f"/api/v1{path}", data={"file": file, **typed}, headers=self.headers)

    def step(self, path: str, step: str, **data: Any) -> Any:
        """Take a step with the version that is current."""
        version = self.get(f"{path}/steps").json["version"]
        return self.post(f"{path}/steps", {"step": step, "data": data, "version": version})


Court = tuple[CourtFlask, StandingClock, Bench, Callable[[str], Caller]]


@pytest.fixture
def court(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Court]:
    """An empty court with its people, on each database."""
    monkeypatch.setattr(users, "HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    chosen = Settings(
        data_dir=tmp_path, database_url=database_url, secret_key="only-for-tests", session_hours=1000
    )
    bench, clock = Bench.of(chosen), StandingClock(MONDAY)
    with bench.writing() as session, session.begin():
        create_people(session, create_courts(session), MONDAY)
    app = application(chosen, clock)
    yield app, clock, bench, lambda username: Caller(app, username)
    bench.database.dispose()


def issue(caller: Callable[[str], Caller], paper: int, clerk: str = "heqieyu") -> None:
    """Take a paper through approval, seal and issue."""
    for who, step in (
        ("shenzhiheng", "submit"),
        ("shenzhiheng", "approve"),
        ("guyin", "seal"),
        (clerk, "issue"),
    ):
        answer = caller(who).step(f"/documents/{paper}", step)
        assert answer.status_code == 201, answer.json


def test_a_petition_goes_all_the_way_through_the_api(court: Court) -> None:
    _, clock, bench, caller = court
    case = caller("lian").post("/cases", {"step": "receive_application", "data": petition(0)}).json["id"]
    people = {m["username"]: m["id"] for m in everybody(bench)}
    team = [
        {"user_id": people["shenzhiheng"], "role": "JUDGE_IN_CHARGE"},
        {"user_id": people["heqieyu"], "role": "CLERK"},
    ]
    head = caller("tangbo")
    head.client.put(f"/api/v1/cases/{case}/team", json={"team": team}, headers=head.headers)

    caller("heqieyu").step(f"/cases/{case}", "notify_debtor")
    issue(caller, paper_of(bench, "DEBTOR_NOTICE"))
    caller("heqieyu").step("/deliveries/1", "send", method="DIRECT")
    caller("heqieyu").step("/deliveries/1", "confirm", served_on="2026-10-12", signed_by="前台")
    clock.forward(days=9)
    with bench.writing() as session, session.begin():
        sweeping.sweep(bench.occasion(session, None, clock.now))
    accepted = caller("shenzhiheng").step(f"/cases/{case}", "accept", **acceptance())
    issue(caller, paper_of(bench, "ACCEPTANCE_RULING"))

    assert accepted.json["state"]["value"] == "BA_ACCEPTED"
    ruling = caller("lian").get(f"/documents/{paper_of(bench, 'ACCEPTANCE_RULING')}").json
    assert caller("lian").get(f"/documents/{ruling['id']}/pdf").data.startswith(b"%PDF")
    proof = caller("lian").get(f"/verify/{ruling['verification_code']}").json
    assert (proof["sha256"], proof["intact"]) == (ruling["sha256"], True)


def everybody(bench: Bench) -> list[dict[str, Any]]:
    """Who works at the court."""
    with bench.reading() as session:
        return [{"username": u.username, "id": u.id} for u in session.scalars(select(User))]


def paper_of(bench: Bench, kind: str) -> int:
    """The paper of a kind."""
    with bench.reading() as session:
        return session.scalars(select(Document.id).where(Document.kind == kind)).one()


def counted(bench: Bench) -> tuple[int, int]:
    """How many cases and events there are."""
    with bench.reading() as session:
        return (
            session.scalar(select(func.count(Case.id))) or 0,
            session.scalar(select(func.count(CaseEvent.id))) or 0,
        )


def test_a_double_click_opens_one_case(court: Court) -> None:
    _, _, bench, caller = court
    window, body = caller("lian"), {"step": "receive_application", "data": petition(1)}

    first = window.post("/cases", body, **{"Idempotency-Key": "one"})
    again = window.post("/cases", body, **{"Idempotency-Key": "one"})
    other = window.post("/cases", {**body, "data": petition(2)}, **{"Idempotency-Key": "one"})

    assert (first.status_code, again.status_code, other.status_code) == (201, 201, 422)
    assert first.json == again.json
    assert counted(bench)[0] == 1


def test_every_step_says_whether_and_why(court: Court) -> None:
    _, _, _, caller = court
    case = caller("lian").post("/cases", {"data": petition(1)}).json["id"]

    steps = {step["name"]: step for step in caller("lian").get(f"/cases/{case}/steps").json["items"]}

    assert steps["notify_debtor"]["allowed"]
    assert steps["notify_debtor"]["preview"]["documents"][0]["value"] == "DEBTOR_NOTICE"
    assert {o["code"] for o in steps["accept"]["obstacles"]} == {"not_permitted", "wrong_state"}
    assert steps["accept"]["payload"]["additionalProperties"] is False
    assert steps["start_direct_review"]["obstacles"][0]["basis"]


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"step": "notify_debtor", "version": 77}, 409, None),
        ({"step": "fly"}, 404, None),
        ({"step": "accept"}, 409, None),
        ({"step": "notify_debtor", "data": {"colour": "red"}}, 422, "colour"),
        ({"step": "notify_debtor", "data": {"remark": "a\u0000b"}}, 422, "remark"),
        ({"step": "notify_debtor", "data": {"effective_on": "2026-10-11"}}, 422, "effective_on"),
        ({"step": "notify_debtor", "data": {"effective_on": "2026-10-13"}}, 422, "effective_on"),
        ({"step": "notify_debtor", "data": [1]}, 422, "data"),
        ({"step": 7}, 422, "step"),
        ({"step": "notify_debtor", "version": True}, 422, "version"),
        ({}, 422, "step"),
        ([], 422, None),
    ],
)
def test_bad_input_is_named_and_writes_nothing(
    court: Court, body: Any, status: int, field: str | None
) -> None:
    _, _, bench, caller = court
    window = caller("lian")
    case = window.post("/cases", {"data": petition(1)}).json["id"]
    before = counted(bench)

    answer = window.post(f"/cases/{case}/steps", body)

    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    assert field is None or field in answer.json["errors"]
    assert counted(bench) == before


def test_an_error_speaks_the_language_that_is_asked_for(court: Court) -> None:
    _, _, _, caller = court
    data = {"from": "2026-01-01", "length": 1, "unit": "week"}

    english = caller("lian").post("/calculators/period", data, **{"Accept-Language": "en"})
    chinese = caller("lian").post("/calculators/period", data)

    assert "must be" in english.json["message"]
    assert "须为" in chinese.json["message"]
    assert english.json["field"] == "unit"


@pytest.mark.parametrize("who", ["gaoyuan", "guanli"])
def test_another_courts_user_does_not_learn_that_a_case_exists(court: Court, who: str) -> None:
    _, _, _, caller = court
    case = caller("lian").post("/cases", {"data": petition(1)}).json["id"]

    for path in ("", "/steps", "/deadlines", "/history", "/documents", "/parties", "/deliveries"):
        assert caller(who).get(f"/cases/{case}{path}").status_code == 404


def test_too_large_a_body_is_refused(court: Court) -> None:
    _, _, bench, caller = court

    answer = caller("lian").post("/cases", {"data": {"purpose": "长" * 600_000}})

    assert answer.status_code == 413
    assert counted(bench) == (0, 0)


@pytest.mark.slow
@pytest.mark.long
def test_the_description_of_the_api_is_what_it_does(demo: CourtFlask) -> None:
    caller = Caller(demo, "lian")
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", demo)
    broken = []

    for found in schema.get_all_operations():
        operation = found.ok()
        for case in drawn(operation):
            answer = case.call(headers=caller.headers)
            documented = str(answer.status_code) in operation.definition.raw["responses"]
            if answer.status_code >= 500 or not documented:
                broken.append((operation.label, answer.status_code))

    assert sorted(set(broken)) == []


def drawn(operation: Any) -> list[Any]:
    """A few cases of an operation, drawn from its description."""
    kept: list[Any] = []

    @settings(max_examples=6, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(operation.as_strategy())
    def draw(case: Any) -> None:
        kept.append(case)

    draw()
    return kept
