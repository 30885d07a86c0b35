"""Sealing a long paper: checked and answered at once, drawn and sealed by a job that can be left.

Whether the step may be taken is found out while the person waits, as for any other. The job draws and signs
outside any transaction that writes; one short transaction then takes the step, in the name of whoever asked.
A worker that dies leaves nothing sealed, and its job for the next. A paper that was changed meanwhile is not
sealed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from court_app.errors import NotFound, ServiceError
from court_app.services import jobs
from court_app.services.occasion import Occasion
from court_app.services.procedure import steps
from court_app.services.procedure.dry_run import nothing_kept
from court_app.services.procedure.step_records import Taken
from documents.drafting import sections
from documents.tables import is_barred
from models import Document, Job, User
from models.vocabulary import DocumentState, SealingState
from workflows.text import Text, freeze

JOB, STEP = "seal_paper", "seal"
AT_ONCE_ROWS = 200
"""Lines of tables that are drawn while the person waits: some five seconds. A table of 3,000 creditors takes
more than a minute, and a browser gives up."""
GIVEN_UP = Text("多次制作没有成功。")
ROWS_IN_A_SECOND = 50
"""How fast a table is drawn on a slow machine, to say how long it will take."""


class TooLongToDraw(ServiceError):
    """A draft whose PDF takes longer than a request; its page shows it all, its PDF comes with the seal."""

    status, kind, title = 409, "too-long-to-draw", Text("表格太长")


@dataclass(frozen=True, slots=True)
class Sealing:
    """How far the sealing of a long paper is; `why` are frozen sentences, if it was not sealed."""

    document_id: int
    state: SealingState
    rows: int
    asked_by: str
    asked_at: datetime
    tries: int
    why: list[Any]

    @property
    def under_way(self) -> bool:
        """Whether it is still to come."""
        return self.state in {SealingState.WAITING, SealingState.AT_WORK}

    @property
    def takes(self) -> timedelta:
        """How long drawing takes about, in whole minutes."""
        return timedelta(minutes=1 + self.rows // (60 * ROWS_IN_A_SECOND))


def rows_of(document: Document) -> int:
    """How many lines of tables a paper has."""
    written = sections(document.kind, document.facts, document.blocks)
    return sum(map(is_barred, (line for lines in written.values() for line in lines)))


def is_long(document: Document) -> bool:
    """Whether drawing a paper takes longer than somebody waits."""
    return rows_of(document) > AT_ONCE_ROWS


def must_be_short(document: Document) -> None:
    """Stop who wants the PDF of a long draft.

    Raises:
        TooLongToDraw: with the way out.
    """
    if (rows := rows_of(document)) > AT_ONCE_ROWS:
        raise TooLongToDraw(
            Text(
                "这份文书的表格共{rows}行，用印前不制作 PDF；请先看文书页面上的成文样式，用印后再打开 PDF。",
                rows=rows,
            )
        )


def ask(
    occasion: Occasion,
    document: Document,
    data: Mapping[str, Any],
    *,
    version: int | None,
    knows: Mapping[str, Any],
) -> Taken:
    """Have a long paper sealed; asked again while it stands as it is, there is still one job.

    Returns the step as it would be taken, undone again, with the job that will take it.

    Raises:
        NoSuchStep, StaleVersion, StepRefused, ValidationError: as `steps.take`; nothing is promised.
    """
    with nothing_kept(occasion) as moment:
        done = steps.take(moment, document, STEP, data, version=version, knows=knows)
    occasion.session.refresh(document)
    payload = {
        "document": document.id,
        "version": document.version,
        "user": occasion.user.id if occasion.user else None,
        "rows": rows_of(document),
        "data": dict(data),
    }
    job = jobs.promise(occasion.session, JOB, key_of(document.id, document.version), occasion.now, payload)
    if job.done_at is not None or job.attempts >= jobs.MOST_ATTEMPTS:
        jobs.promise_anew(job, occasion.now, payload)
    return replace(done, later=job.id)


def key_of(document_id: int, version: int) -> str:
    """The key of the one job that seals a paper as it stands."""
    return f"{JOB}:{document_id}:{version}"


def of_paper(occasion: Occasion, document: Document) -> Sealing:
    """How the sealing that was last asked for a paper stands.

    Raises:
        NotFound: if none was asked for; short papers are sealed at once.
    """
    job = occasion.session.scalar(
        select(Job)
        .where(Job.kind == JOB, Job.key.startswith(f"{JOB}:{document.id}:", autoescape=True))
        .order_by(Job.id.desc())
        .limit(1)
    )
    if job is None:
        raise NotFound(Text("这份文书没有在后台用印。"))
    return read(occasion, job)


def of_this_text(occasion: Occasion, document: Document) -> Sealing | None:
    """How the sealing stands that was asked for a paper as it is; None if none was, or it is sealed."""
    if document.state != DocumentState.APPROVED:
        return None
    job = jobs.of_key(occasion.session, key_of(document.id, document.version))
    return read(occasion, job) if job is not None else None


def read(occasion: Occasion, job: Job) -> Sealing:
    """A job as people see it."""
    user, state = occasion.session.get(User, job.payload["user"] or 0), state_of(job, occasion.now)
    return Sealing(
        document_id=job.payload["document"],
        state=state,
        rows=job.payload["rows"],
        asked_by=user.name if user else "",
        asked_at=job.created_at,
        tries=job.attempts,
        why=job.payload.get("why", [] if state != SealingState.STOPPED else [freeze(GIVEN_UP)]),
    )


def state_of(job: Job, now: datetime) -> SealingState:
    """How far a job is."""
    if job.done_at is not None:
        return SealingState.STOPPED if job.payload.get("why") else SealingState.SEALED
    if job.leased_until is not None and job.leased_until >= now:
        return SealingState.AT_WORK
    return SealingState.STOPPED if job.attempts >= jobs.MOST_ATTEMPTS else SealingState.WAITING
