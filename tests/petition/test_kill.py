"""`kill -9` in the middle of a step and of a job: all or nothing."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from court_app.bench import Bench
from court_app.demo.actors import Play
from court_app.demo.petition_scenes import notified
from court_app.jobs import run_open_jobs
from court_app.services import jobs
from models import Job
from tests.petition.looking import events, state_of

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
DYING = """
import os, signal, sys
from datetime import date
from pathlib import Path
from court_app.bench import Bench
from court_app.demo.actors import Play
from court_app.demo.petitions import acceptance
from court_app.settings import Settings
from sqlalchemy import event
from sqlalchemy.orm import Session

folder, url, case, day, people = sys.argv[1:6]
bench = Bench.of(Settings(data_dir=Path(folder), database_url=url, secret_key="only-for-tests"))
play = Play(bench, date.fromisoformat(day), dict(p.split("=") for p in people.split(",")))
play.people = {name: int(number) for name, number in play.people.items()}
event.listen(Session, "before_commit", lambda _session: os.kill(os.getpid(), signal.SIGKILL))
play.step(int(case), "accept", "shenzhiheng", **acceptance())
"""


def test_a_step_killed_before_its_commit_leaves_nothing(play: Play) -> None:
    case = notified(play)
    play.later(9)
    before = events(play, case)
    people = ",".join(f"{name}={number}" for name, number in play.people.items())
    settings = play.bench.settings

    died = subprocess.run(  # noqa: S603 (our own program)
        [
            sys.executable,
            "-c",
            DYING,
            str(settings.data_dir),
            settings.database_url,
            str(case),
            play.day.isoformat(),
            people,
        ],
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )

    assert died.returncode == -signal.SIGKILL
    assert events(play, case) == before
    assert state_of(play, case) == "BA_REVIEW"


def test_a_job_whose_worker_died_is_done_by_the_next(play: Play) -> None:
    with play.bench.writing() as session, session.begin():
        job = jobs.promise(session, "sweep", "sweep:once", play.now, {}).id
    with play.bench.writing() as session, session.begin():
        jobs.lease(session, job, play.now)

    at_once = run_open_jobs(play.bench, play.now)
    after_the_lease = run_open_jobs(play.bench, play.now + jobs.LEASE * 2)

    assert (at_once, after_the_lease) == (0, 1)
    with play.bench.reading() as session:
        assert session.get_one(Job, job).attempts == 2


def test_a_job_that_fails_is_tried_again_later(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setitem(__import__("court_app.jobs").jobs.KINDS, "sweep", fail)
    with play.bench.writing() as session, session.begin():
        job = jobs.promise(session, "sweep", "sweep:once", play.now, {}).id

    done = run_open_jobs(play.bench, play.now)

    with play.bench.reading() as session:
        kept = session.get_one(Job, job)
        assert (done, kept.done_at, kept.last_error) == (0, None, "OSError")
        assert kept.run_after > play.now


def test_the_same_work_is_promised_once(play: Play) -> None:
    bench: Bench = play.bench
    for _ in range(2):
        with bench.writing() as session, session.begin():
            jobs.promise(session, "sweep", "sweep:once", play.now, {})

    with bench.reading() as session:
        assert len(session.scalars(select(Job.id)).all()) == 1
