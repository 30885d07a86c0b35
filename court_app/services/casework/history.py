"""The docket: an append-only chain of events per case, and its proof."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from models import Case, CaseEvent, ChainHead
from models.vocabulary import Role

BEGINNING = "0" * 64
HEAD = (
    select(CaseEvent.position, CaseEvent.hash)
    .where(CaseEvent.case_id == bindparam("case_id"))
    .order_by(CaseEvent.position.desc())
    .limit(1)
)
LAST_DAY = select(func.max(CaseEvent.effective_on)).where(
    CaseEvent.machine == bindparam("machine"), CaseEvent.subject_id == bindparam("subject_id")
)
"""Every step asks both; to build a question takes longer than to answer it."""


def canonical(values: Any) -> bytes:
    """JSON with sorted keys, no spaces, UTF-8: the bytes that are hashed."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(values: Any) -> str:
    """SHA-256 over canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical(values)).hexdigest()


def head(session: Session, case_id: int) -> tuple[int, str]:
    """How many events a case's chain has, and the hash of the last one."""
    found = session.execute(HEAD, {"case_id": case_id}).first()
    return (found.position, found.hash) if found else (0, BEGINNING)


def last_day_of(session: Session, machine: str, subject_id: int) -> date | None:
    """The day of the last step of a paper or a part of a case."""
    return session.scalar(LAST_DAY, {"machine": machine, "subject_id": subject_id})


def append(
    session: Session,
    case: Case,
    *,
    machine: str,
    subject_id: int | None,
    step: str,
    source: str,
    target: str,
    actor: tuple[int | None, str, Role],
    now: datetime,
    on: date,
    payload: dict[str, Any],
    basis: str,
) -> CaseEvent:
    """Write the next event of a case's chain; the caller holds the case."""
    with session.no_autoflush:
        length, previous = head(session, case.id)
    event = CaseEvent(
        case_id=case.id,
        position=length + 1,
        machine=machine,
        subject_id=subject_id,
        step=step,
        source_state=source,
        target_state=target,
        actor_id=actor[0],
        actor_name=actor[1],
        actor_role=actor[2],
        recorded_at=now,
        effective_on=on,
        payload=payload,
        basis=basis,
        law_version=case.law_version,
        prev_hash=previous,
        hash="",
    )
    event.hash = digest(event.sealed_values(case.number))
    session.add(event)
    session.flush()
    return event


def docket(session: Session, case_id: int, *, after: int = 0, limit: int = 100) -> list[CaseEvent]:
    """The events of a case in their order, `limit` at a time, after a position."""
    return list(
        session.scalars(
            select(CaseEvent)
            .where(CaseEvent.case_id == case_id, CaseEvent.position > after)
            .order_by(CaseEvent.position)
            .limit(limit)
        )
    )


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the history that does not fit, and where."""

    case_number: str
    position: int
    what: str


def check_chains(session: Session) -> Iterator[Fault]:
    """Recompute the chain of every case; the caller reads on a reading session."""
    numbers = dict(session.execute(select(Case.id, Case.number)).all())
    events = session.scalars(
        select(CaseEvent).order_by(CaseEvent.case_id, CaseEvent.position).execution_options(yield_per=500)
    )
    case_id, position, previous = 0, 0, BEGINNING
    for event in events:
        if event.case_id != case_id:
            case_id, position, previous = event.case_id, 0, BEGINNING
        number = numbers.get(case_id, f"#{case_id}")
        position += 1
        if event.position != position:
            yield Fault(number, event.position, "gap in the positions")
            position = event.position
        if event.prev_hash != previous:
            yield Fault(number, position, "does not follow the event before it")
        if digest(event.sealed_values(number)) != event.hash:
            yield Fault(number, position, "content does not fit its hash")
        previous = event.hash


def heads(session: Session) -> list[tuple[str, int, str]]:
    """Every case with the position and hash of its last event, by number."""
    last = (
        select(CaseEvent.case_id, func.max(CaseEvent.position).label("position"))
        .group_by(CaseEvent.case_id)
        .subquery()
    )
    rows = session.execute(
        select(Case.number, CaseEvent.position, CaseEvent.hash)
        .join(CaseEvent, CaseEvent.case_id == Case.id)
        .join(last, (last.c.case_id == CaseEvent.case_id) & (last.c.position == CaseEvent.position))
        .order_by(Case.number)
    )
    return [(number, position, value) for number, position, value in rows]


def seal_day(session: Session, on: date, now: datetime) -> ChainHead:
    """Keep the hash over all heads of a day, chained to the day before; once a day."""
    kept = session.scalar(select(ChainHead).where(ChainHead.on == on))
    if kept is not None:
        return kept
    before = session.scalar(select(ChainHead).order_by(ChainHead.on.desc()).limit(1))
    standing = heads(session)
    prev_hash = before.hash if before else BEGINNING
    head = ChainHead(
        on=on,
        cases=len(standing),
        events=sum(position for _, position, _ in standing),
        hash=digest({"on": on.isoformat(), "heads": standing, "prev_hash": prev_hash}),
        prev_hash=prev_hash,
        made_at=now,
    )
    session.add(head)
    session.flush()
    return head
