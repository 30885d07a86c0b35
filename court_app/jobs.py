"""The worker: huey rings, the outbox says what is to be done.

Run by `court serve` as a process of its own; `court jobs run` does the same once, by hand.
"""

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any

from huey import SqliteHuey, crontab

from court_app.bench import Bench
from court_app.services import jobs
from court_app.services.casework import history
from court_app.services.casework.sweeping import sweep
from court_app.services.claims import claim_import, claim_import_run
from court_app.services.occasion import Occasion
from court_app.services.papers import notices, notices_proof, sealing, sealing_run
from court_app.settings import Settings
from models import Case, Document, Job

log = logging.getLogger("court.jobs")
settings = Settings.from_environment()
settings.data_dir.mkdir(parents=True, exist_ok=True)
huey = SqliteHuey("court", filename=str(settings.data_dir / "doorbell.db"))


def sweep_deadlines(occasion: Occasion, payload: dict[str, Any]) -> None:
    """Warnings, and what the law itself brings about."""
    done = sweep(occasion)
    log.info(
        "sweep",
        extra={"warned": done.warned, "taken": done.taken, "deemed": done.deemed, "expired": done.expired},
    )


def seal_the_day(occasion: Occasion, payload: dict[str, Any]) -> None:
    """Keep the hash over the heads of all cases."""
    history.seal_day(occasion.session, occasion.today - timedelta(days=1), occasion.now)


def destroy_blob(occasion: Occasion, payload: dict[str, Any]) -> None:
    """Destroy sealed bytes that were never issued (撤回签发)."""
    digest = payload["sha256"]
    kept = occasion.session.query(Document.id).filter(Document.sha256 == digest).first()
    if kept is None:
        occasion.mill.store.destroy(digest)


KINDS: dict[str, Callable[[Occasion, dict[str, Any]], None]] = {
    "sweep": sweep_deadlines,
    "seal_day": seal_the_day,
    "destroy_blob": destroy_blob,
    claim_import.READ_JOB: claim_import.record_rows,
    claim_import.RUN_JOB: claim_import_run.run_chunk,
    notices.JOB: notices.record,
    notices_proof.JOB: notices_proof.record_sheet,
    sealing.JOB: sealing_run.seal,
}
PREPARATIONS: dict[str, Callable[[Occasion, dict[str, Any]], dict[str, Any]]] = {
    claim_import.READ_JOB: claim_import.read,
    notices.JOB: notices.draw,
    notices_proof.JOB: notices_proof.draw_sheet,
    sealing.JOB: sealing_run.draw,
}
"""Long work that a job does before its transaction, reading only; returns the payload with what it made."""


def run_open_jobs(bench: Bench, now: datetime) -> int:
    """Do every open job, each in a transaction of its own; returns how many were done."""
    begun, done = monotonic(), 0
    while waiting := waiting_jobs(bench, now):
        for job_id in waiting:
            done += run_job(bench, job_id, now + timedelta(seconds=monotonic() - begun))
    return done


def waiting_jobs(bench: Bench, now: datetime) -> list[int]:
    """The jobs that can be done now."""
    with bench.reading() as session:
        return jobs.open_jobs(session, now)


def run_job(bench: Bench, job_id: int, now: datetime) -> bool:
    """Lease a job, do it, and mark it done together with what it did."""
    with bench.writing() as session, session.begin():
        if jobs.lease(session, job_id, now) is None:
            return False
    try:
        kind, payload = prepared(bench, job_id, now)
        with bench.writing() as session, session.begin():
            KINDS[kind](bench.occasion(session, None, now), payload)
            jobs.finish(session, job_id, now)
    except Exception as error:
        log.exception("job failed", extra={"job": job_id})
        with bench.writing() as session, session.begin():
            jobs.put_back(session, job_id, now, type(error).__name__)
        return False
    return True


def prepared(bench: Bench, job_id: int, now: datetime) -> tuple[str, dict[str, Any]]:
    """A job's kind and its payload, with what its long work has made while nobody waited for it."""
    with bench.reading() as session:
        job = session.get_one(Job, job_id)
        prepare = PREPARATIONS.get(job.kind)
        if prepare is None:
            return job.kind, dict(job.payload)
        return job.kind, prepare(bench.occasion(session, None, now), dict(job.payload))


def promise_daily_work(bench: Bench, now: datetime) -> None:
    """Promise the day's sweep and seal; once a day, however often it is called."""
    with bench.writing() as session, session.begin():
        day = bench.occasion(session, None, now).today
        jobs.promise(session, "sweep", f"sweep:{day}:{now.astimezone(UTC):%H}", now, {})
        if session.query(Case.id).first() is not None:
            jobs.promise(session, "seal_day", f"seal_day:{day}", now, {})


@huey.periodic_task(crontab(minute="*"))  # type: ignore[untyped-decorator]
def ring() -> None:
    """Every minute: promise what the day needs, do what is open, re-queue what a dead worker left."""
    bench = Bench.of(settings)
    now = datetime.now(UTC)
    promise_daily_work(bench, now)
    run_open_jobs(bench, now)
