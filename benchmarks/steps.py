"""A step of a case through the service and through HTTP, against the ORM writing the same rows.

Printed as ratios within one run: the service step may cost twice the floor, the HTTP step three times.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from argon2 import PasswordHasher

from court_app import create_app
from court_app.bench import Bench
from court_app.db import upgrade
from court_app.demo.actors import PANEL, Play
from court_app.demo.people import PASSWORD, create_courts, create_people
from court_app.demo.petitions import petition
from court_app.services.casework import cases, users
from court_app.settings import Settings
from models import Case, CaseEvent, User
from models.vocabulary import Role

ROUNDS = 60


def stage(folder: Path) -> Play:
    """A court with its people, in a new database."""
    users.HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    settings = Settings.from_environment({"COURT_DATA_DIR": str(folder)})
    upgrade(settings.database_url)
    play = Play(Bench.of(settings), date(2026, 10, 12))
    with play.bench.writing() as session, session.begin():
        people = create_people(session, create_courts(session), play.now)
        play.people = {username: user.id for username, user in people.items()}
    return play


def timed(work: Callable[[], None]) -> float:
    """Milliseconds that something takes."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def step_once(play: Play, case_id: int) -> None:
    """A step that changes flags and writes one event."""
    with play.bench.writing() as session, session.begin():
        cases.take_step(
            play.occasion(session, "heqieyu"),
            case_id,
            "debtor_objects",
            {"objection": "有异议。"},
            version=None,
        )


def floor_once(play: Play, case_id: int) -> None:
    """The same reads and writes by the ORM alone: user, case with its people, event, flags, version."""
    with play.bench.writing() as session, session.begin():
        user = session.get_one(User, play.people["heqieyu"])
        case = session.get_one(Case, case_id)
        last = (
            session.query(CaseEvent)
            .filter(CaseEvent.case_id == case_id)
            .order_by(CaseEvent.position.desc())
            .first()
        )
        session.add(
            CaseEvent(
                case_id=case.id,
                position=last.position + 1 if last else 1,
                machine="floor",
                step="floor",
                source_state=case.state,
                target_state=case.state,
                actor_id=user.id,
                actor_name=user.name,
                actor_role=Role.CLERK,
                recorded_at=play.now,
                effective_on=play.day,
                payload={},
                basis="",
                law_version="",
                prev_hash="",
                hash="",
            )
        )
        case.flags = {**case.flags, "floor": last.position if last else 0}


def door(play: Play, case_id: int) -> Callable[[], None]:
    """The same step through the API."""
    client = create_app(play.bench.settings, lambda: play.now).test_client()
    credentials = {"username": "heqieyu", "password": PASSWORD}
    token = client.post("/api/v1/sessions", json=credentials).json["token"]
    body = {"step": "debtor_objects", "data": {"objection": "有异议。"}}

    def knock() -> None:
        answer = client.post(
            f"/api/v1/cases/{case_id}/steps", json=body, headers={"Authorization": f"Bearer {token}"}
        )
        if answer.status_code != 201:
            raise RuntimeError(answer.text)

    return knock


def main() -> None:
    """Measure in turn and print."""
    with tempfile.TemporaryDirectory() as folder:
        play = stage(Path(folder))
        case = play.receive(petition(1))
        play.assign(case, PANEL)
        play.step(case, "notify_debtor", "heqieyu")
        by_http = door(play, case)
        service, http, floor = [], [], []
        for _ in range(ROUNDS):
            service.append(timed(lambda: step_once(play, case)))
            http.append(timed(by_http))
            floor.append(timed(lambda: floor_once(play, case)))
        bare = statistics.median(floor)
        for name, taken, goal in (("service step", service, 2), ("HTTP step", http, 3)):
            took = statistics.median(taken)
            print(f"{name} {took:.2f} ms, ORM floor {bare:.2f} ms, ratio {took / bare:.2f} (goal {goal})")
        play.bench.database.dispose()


if __name__ == "__main__":
    main()
