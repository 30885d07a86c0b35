"""The outbox: work written in the transaction that needs it, done later, lost never.

The table is the truth; huey only rings. A job is leased, tried, and marked done in the transaction of its
own effect, so that `kill -9` at any moment leaves it open or done, never half done.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from models import Job

LEASE = timedelta(minutes=5)
MOST_ATTEMPTS = 8


def promise(
    session: Session,
    kind: str,
    key: str,
    now: datetime,
    payload: dict[str, Any],
    run_after: datetime | None = None,
) -> Job:
    """Promise a piece of work; the same key is promised once."""
    kept = of_key(session, key)
    if kept is not None:
        return kept
    job = Job(kind=kind, key=key, payload=payload, run_after=run_after or now, created_at=now)
    session.add(job)
    session.flush()
    return job


def promise_anew(job: Job, now: datetime, payload: dict[str, Any]) -> None:
    """Promise once more what was given up, or came to nothing."""
    job.payload, job.run_after, job.created_at = payload, now, now
    job.attempts, job.last_error = 0, ""
    job.done_at = job.leased_until = None


def of_key(session: Session, key: str) -> Job | None:
    """The job that was promised under a key."""
    return session.scalar(select(Job).where(Job.key == key))


def open_jobs(session: Session, now: datetime, limit: int = 50) -> list[int]:
    """The ids of jobs that wait to be done, oldest first."""
    return list(
        session.scalars(
            select(Job.id)
            .where(
                Job.done_at.is_(None),
                Job.run_after <= now,
                Job.attempts < MOST_ATTEMPTS,
                or_(Job.leased_until.is_(None), Job.leased_until < now),
            )
            .order_by(Job.run_after)
            .limit(limit)
        )
    )


def lease(session: Session, job_id: int, now: datetime) -> Job | None:
    """Take a job for a while; None if another worker has it."""
    taken = session.execute(
        update(Job)
        .where(
            Job.id == job_id,
            Job.done_at.is_(None),
            or_(Job.leased_until.is_(None), Job.leased_until < now),
        )
        .values(leased_until=now + LEASE, attempts=Job.attempts + 1)
        .execution_options(synchronize_session=False)
    )
    return session.get(Job, job_id) if taken.rowcount else None  # type: ignore[attr-defined]


def finish(session: Session, job_id: int, now: datetime) -> None:
    """Mark a job done, in the transaction of what it did."""
    session.execute(update(Job).where(Job.id == job_id).values(done_at=now, leased_until=None))


def put_back(session: Session, job_id: int, now: datetime, error: str) -> None:
    """A try failed: wait longer each time."""
    job = session.get_one(Job, job_id)
    job.leased_until = None
    job.last_error = error[:2000]
    job.run_after = now + timedelta(minutes=2**job.attempts)
