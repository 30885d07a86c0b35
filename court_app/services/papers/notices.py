"""Notices to many: everyone's own copy of an issued paper, made in chunks, as a job that can be left.

A chunk is drawn first, outside any transaction that writes: its bytes lie under their hash and harm nobody if
the worker dies. Then one short transaction writes down what was drawn. A copy that is written down is never
made again, so that `kill -9` at any moment costs at most the drawing of one chunk.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, insert, select

from court_app.errors import BadInput, NotFound
from court_app.services import jobs
from court_app.services.casework import cases
from court_app.services.occasion import Occasion
from court_app.services.papers import documents
from court_app.services.papers.mill import facts_on
from documents.facts.base import PartyFacts
from documents.facts.reading import party_facts
from documents.notices import draw_copies, is_personal
from models import Case, Delivery, Document, Notice, NoticeBatch
from models.vocabulary import DeliveryState, DocumentState, RecipientKind
from workflows.text import Text

JOB = "draw_notices"
CHUNK = 96
"""Copies drawn by one job: some seconds of work, and the most that a dead worker makes anew."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is. `stopped` are copies that cannot be made; `ends_at` is an estimate."""

    total: int
    done: int
    stopped: int
    ends_at: datetime | None

    @property
    def finished(self) -> bool:
        """Whether nothing is left to make."""
        return self.done + self.stopped >= self.total

    @property
    def percent(self) -> int:
        """How much of the work is done, in percent, rounded down."""
        return 100 * (self.done + self.stopped) // self.total if self.total else 100


def goes_to_many(document: Document) -> bool:
    """Whether the paper is issued and served on the known creditors."""
    served = {service["on"] for service in document.flags.get("serves", [])}
    return document.state == DocumentState.ISSUED and RecipientKind.KNOWN_CREDITORS.value in served


def find(occasion: Occasion, batch_id: int) -> NoticeBatch:
    """A batch of a case that the person may read.

    Raises:
        NotFound: if there is none for this person.
    """
    batch = occasion.session.get(NoticeBatch, batch_id)
    if batch is None or not cases.readable(occasion, batch.document.case):
        raise NotFound(Text("没有这批通知，或者您无权查阅。"))
    return batch


def of_case(occasion: Occasion, case: Case) -> list[NoticeBatch]:
    """The batches of a case, newest first."""
    return list(
        occasion.session.scalars(
            select(NoticeBatch).where(NoticeBatch.case_id == case.id).order_by(NoticeBatch.id.desc())
        )
    )


def waiting_papers(occasion: Occasion, case: Case) -> list[Document]:
    """The issued papers of a case that go to many and have no batch yet, newest first."""
    issued = occasion.session.scalars(
        select(Document)
        .where(
            Document.case_id == case.id,
            Document.state == DocumentState.ISSUED.value,
            ~Document.id.in_(select(NoticeBatch.document_id).where(NoticeBatch.case_id == case.id)),
            Document.id.in_(
                select(Delivery.document_id).where(
                    Delivery.case_id == case.id, Delivery.recipient_kind == RecipientKind.KNOWN_CREDITORS
                )
            ),
        )
        .order_by(Document.id.desc())
    )
    return list(issued)


def make(occasion: Occasion, document_id: int) -> NoticeBatch:
    """Promise everyone's copy of an issued paper; the second time it is the same batch.

    Raises:
        BadInput: if the paper is not issued, or is served on nobody of the known creditors.
        Forbidden: if the person does not work on the case.
    """
    document = documents.find(occasion, document_id)
    cases.must_work_on(occasion, cases.hold(occasion, document.case_id))
    kept = occasion.session.scalar(select(NoticeBatch).where(NoticeBatch.document_id == document.id))
    if kept is not None:
        return kept
    rows = addressees_of(occasion, document) if goes_to_many(document) else []
    if not rows:
        raise BadInput({"document_id": [Text("只有已制作正本、且须送达已知债权人的文书可以批量通知。")]})
    return begin(occasion, document, rows)


def begin(occasion: Occasion, document: Document, rows: Sequence[int]) -> NoticeBatch:
    """Write the batch, a row for every addressee and the jobs that draw them."""
    personal = is_personal(document.kind)
    batch = NoticeBatch(
        case_id=document.case_id,
        document=document,
        personal=personal,
        total=len(rows),
        made_by_id=occasion.user.id if occasion.user else 0,
        made_at=occasion.now,
        started_at=None if personal else occasion.now,
        finished_at=None if personal else occasion.now,
    )
    occasion.session.add(batch)
    occasion.session.flush()
    drawn = {} if personal else {"sha256": document.copy_sha256, "made_at": occasion.now}
    occasion.session.execute(
        insert(Notice),
        [
            {"batch_id": batch.id, "delivery_id": row, "position": place, "uncovered": "", **drawn}
            for place, row in enumerate(rows, 1)
        ],
    )
    for first in range(1, len(rows) + 1, CHUNK) if personal else ():
        payload = {"batch": batch.id, "first": first, "last": min(first + CHUNK - 1, len(rows))}
        jobs.promise(occasion.session, JOB, f"notices:{batch.id}:{first}", occasion.now, payload)
    return batch


def addressees_of(occasion: Occasion, document: Document) -> list[int]:
    """The rows of the ledger by which the known creditors are served with a paper, in their order."""
    return list(
        occasion.session.scalars(
            select(Delivery.id)
            .where(
                Delivery.document_id == document.id,
                Delivery.recipient_kind == RecipientKind.KNOWN_CREDITORS,
                Delivery.state != DeliveryState.CANCELLED.value,
            )
            .order_by(Delivery.id)
        )
    )


def draw(occasion: Occasion, payload: dict[str, Any]) -> dict[str, Any]:
    """Draw and store what is missing of a chunk; returns the payload with what was drawn."""
    rows = open_rows(occasion, payload)
    if not rows:
        return {**payload, "drawn": []}
    document, mill = rows[0].batch.document, occasion.mill
    copies = draw_copies(
        document.kind,
        facts_on(document),
        document.blocks,
        mill.look(document, sealed=True, copy=True),
        [addressee_of(row.delivery) for row in rows],
    )
    drawn = [
        (row.id, mill.store.put(copy.pdf) if copy.pdf else None, " ".join(copy.uncovered))
        for row, copy in zip(rows, copies, strict=True)
    ]
    return {**payload, "drawn": drawn}


def record(occasion: Occasion, payload: dict[str, Any]) -> None:
    """Write down what was drawn; what another worker has written down meanwhile stays as it is."""
    own = select(NoticeBatch.id).where(NoticeBatch.id == payload["batch"])
    occasion.session.execute(own.with_for_update())
    batch = occasion.session.get_one(NoticeBatch, payload["batch"])
    drawn = {number: (digest, letters) for number, digest, letters in payload["drawn"]}
    batch.started_at = batch.started_at or occasion.now
    for row in open_rows(occasion, payload):
        if row.id in drawn:
            row.sha256, row.uncovered = drawn[row.id]
            row.made_at = occasion.now
    occasion.session.flush()
    if not count(occasion, batch, Notice.made_at.is_(None)):
        batch.finished_at = occasion.now


def open_rows(occasion: Occasion, payload: dict[str, Any]) -> list[Notice]:
    """The copies of a chunk that are still to be made."""
    return list(
        occasion.session.scalars(
            select(Notice)
            .where(
                Notice.batch_id == payload["batch"],
                Notice.position.between(payload["first"], payload["last"]),
                Notice.made_at.is_(None),
            )
            .order_by(Notice.position)
        )
    )


def addressee_of(delivery: Delivery) -> PartyFacts:
    """The addressee as the ledger named him when the paper was issued."""
    if delivery.party is None:
        return PartyFacts(name=delivery.recipient_name, short_name=delivery.recipient_name, kind="")
    return replace(party_facts(delivery.party), name=delivery.recipient_name)


def count(occasion: Occasion, batch: NoticeBatch, *conditions: ColumnElement[bool]) -> int:
    """How many copies of a batch meet the conditions."""
    chosen = select(func.count(Notice.id)).where(Notice.batch_id == batch.id, *conditions)
    return occasion.session.scalar(chosen) or 0


def progress(occasion: Occasion, batch: NoticeBatch) -> Progress:
    """How far a batch is, and when it will be done at the pace so far."""
    done = count(occasion, batch, Notice.sha256.is_not(None))
    stopped = count(occasion, batch, Notice.made_at.is_not(None), Notice.sha256.is_(None))
    ends_at = None
    if batch.started_at and done and done + stopped < batch.total:
        pace = (occasion.now - batch.started_at) / (done + stopped)
        ends_at = occasion.now + max(pace * (batch.total - done - stopped), timedelta(seconds=1))
    return Progress(batch.total, done, stopped, ends_at)


def rows_of(occasion: Occasion, batch: NoticeBatch, *, page: int = 1, size: int = 20) -> list[Notice]:
    """The copies of a batch, by number, a page at a time."""
    return list(
        occasion.session.scalars(
            select(Notice)
            .where(Notice.batch_id == batch.id)
            .order_by(Notice.position)
            .limit(size)
            .offset((page - 1) * size)
        )
    )


def copy_of(occasion: Occasion, batch_id: int, position: int) -> bytes:
    """The bytes of one addressee's copy.

    Raises:
        NotFound: if it has not been made.
    """
    batch = find(occasion, batch_id)
    digest = occasion.session.scalar(
        select(Notice.sha256).where(Notice.batch_id == batch.id, Notice.position == position)
    )
    if digest is None:
        raise NotFound(Text("这份通知尚未制成。"))
    return occasion.mill.store.get(digest)


def draw_again(occasion: Occasion, batch_id: int) -> int:
    """Try once more what could not be made, after the fonts have been supplemented; returns how many."""
    batch = find(occasion, batch_id)
    cases.must_work_on(occasion, cases.hold(occasion, batch.case_id))
    stopped = list(
        occasion.session.scalars(
            select(Notice)
            .where(Notice.batch_id == batch.id, Notice.made_at.is_not(None), Notice.sha256.is_(None))
            .order_by(Notice.position)
        )
    )
    for row in stopped:
        row.made_at, row.uncovered = None, ""
        batch.finished_at = None
        payload = {"batch": batch.id, "first": row.position, "last": row.position}
        key = f"notices:{batch.id}:{row.position}:{occasion.now.isoformat()}"
        jobs.promise(occasion.session, JOB, key, occasion.now, payload)
    return len(stopped)
