"""What a case must announce, where it has been announced, and what is missing today.

Which announcements are owed is read off the steps that were taken (`Transition.announces`); until when,
off the clock that such a step ends, or within which it has the known creditors told. A missing announcement
is a flag, never a blocked step.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from court_app.services.casework import access
from court_app.services.occasion import Occasion
from court_app.services.procedure import machines, step_records
from documents.forms import FORMS, Shape
from documents.kinds import form_of
from models import Case, CaseEvent, Deadline, Document, Publication
from models.vocabulary import (
    DeadlineKind,
    DeadlineStatus,
    DocumentState,
    DutyState,
    PublicationChannel,
    RecipientKind,
)
from workflows.law.citations import Citation, cite
from workflows.text import Text
from workflows.transition import Transition

SITE = PublicationChannel.NATIONAL_SITE
MANDATORY = cite("O2020 1")
ANNOUNCING = {
    (machine, row.name)
    for machine, procedure in machines.MACHINES.items()
    for row in procedure.transitions
    if row.announces
}
ANNOUNCED_BEFORE = {
    kind
    for procedure in machines.PROCEDURES.values()
    for row in procedure.transitions
    if row.announces and row.target is None
    for kind in row.ends
}
"""Clocks that run until an announcement is made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """An announcement that a case owes; `event` is None while the step that makes it is still to be taken."""

    case: Case
    row: Transition
    event: CaseEvent | None
    paper: Document | None
    clock: Deadline | None
    publications: tuple[Publication, ...] = ()
    today: date

    @property
    def due_on(self) -> date | None:
        """Until when, where the law gives a day."""
        return self.clock.due_on if self.clock else None

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The articles that order it."""
        return (*self.row.basis, *MANDATORY)

    @property
    def published_on(self) -> date | None:
        """Since when it stands on the national site."""
        return min((p.published_on for p in self.publications if p.channel == SITE), default=None)

    @property
    def missing(self) -> tuple[Text, ...]:
        """What is missing today."""
        if self.event is None:
            return (Text("尚未进行“{step}”。", step=self.row.label),)
        found = []
        if self.paper is None and any(is_announcement(issue.kind) for issue in self.row.documents):
            found.append(Text("公告文书已作废，须重新起草。"))
        if self.paper is not None and not is_issued(self.paper):
            state = DocumentState(self.paper.state)
            found.append(Text("公告文书尚未制作正本（{state}）。", state=state))
        if self.published_on is None:
            found.append(Text("尚未在{site}发布。", site=SITE))
        return tuple(found)

    @property
    def state(self) -> DutyState:
        """How the duty stands today."""
        return standing(self.published_on, self.due_on, self.today, complete=not self.missing)


def standing(done_on: date | None, due_on: date | None, today: date, *, complete: bool) -> DutyState:
    """How a duty stands that was fulfilled on `done_on`, or not yet."""
    if not complete or done_on is None:
        return DutyState.OVERDUE if due_on is not None and today > due_on else DutyState.OPEN
    if due_on is None:
        return DutyState.DONE
    return DutyState.KEPT if done_on <= due_on else DutyState.LATE


def is_announcement(kind: Any) -> bool:
    """Whether a kind of paper is an announcement."""
    return form_of(kind).shape == Shape.ANNOUNCEMENT


def is_issued(paper: Document) -> bool:
    """Whether a paper has gone out, corrected since or not."""
    return paper.state in {DocumentState.ISSUED, DocumentState.SUPERSEDED}


def row_taken(event: CaseEvent) -> Transition:
    """The row of the law by which a step was taken."""
    procedure = machines.MACHINES[event.machine]
    return procedure.row(event.step, event.source_state or None, {}, event.effective_on)


def clock_for(case: Case, row: Transition) -> Deadline | None:
    """The clock until which public and known creditors must be told of a step, if the law gives one."""
    kinds: Iterable[DeadlineKind | None] = [
        s.within for s in row.serves if s.on == RecipientKind.KNOWN_CREDITORS
    ]
    if not any(kinds):
        kinds = row.ends if row.announces and row.target is None else ()
    clocks = [c for c in case.deadlines if c.kind in kinds and c.status != DeadlineStatus.CANCELLED]
    return max(clocks, key=lambda clock: clock.id, default=None)


def duties(occasion: Occasion, case: Case) -> list[Duty]:
    """Every announcement that the case owes so far, in the order of its history."""
    events = [
        event
        for event in occasion.session.scalars(
            select(CaseEvent)
            .where(CaseEvent.case_id == case.id, CaseEvent.step.in_({step for _, step in ANNOUNCING}))
            .order_by(CaseEvent.position)
        )
        if (event.machine, event.step) in ANNOUNCING and row_taken(event).announces
    ]
    papers = papers_of(occasion, events)
    appeared = appearances(occasion, case)
    done = [
        Duty(
            case=case,
            row=row_taken(event),
            event=event,
            paper=papers.get(event.id),
            clock=clock_for(case, row_taken(event)),
            publications=tuple(appeared.get(event.id, ())),
            today=occasion.today,
        )
        for event in events
    ]
    return done + ahead(occasion, case)


def ahead(occasion: Occasion, case: Case) -> list[Duty]:
    """Announcements whose very step is still due: a clock runs that only an announcing step ends."""
    procedure = step_records.procedure_of(case)
    running = [c for c in case.deadlines if c.status == DeadlineStatus.RUNNING and not c.machine]
    return [
        Duty(case=case, row=row, event=None, paper=None, clock=clock, today=occasion.today)
        for clock in running
        for row in procedure.transitions
        if row.announces and row.target is None and clock.kind in row.ends
    ]


def papers_of(occasion: Occasion, events: Sequence[CaseEvent]) -> dict[int, Document]:
    """The announcement of each step; of several drafts the one that counts."""
    found: dict[int, Document] = {}
    drafted = occasion.session.scalars(
        select(Document)
        .where(
            Document.event_id.in_([e.id for e in events]),
            Document.kind.in_([kind for kind in FORMS if is_announcement(kind)]),
            Document.state != DocumentState.DISCARDED,
        )
        .order_by(Document.id)
    )
    for paper in drafted:
        if paper.event_id is not None:
            found[paper.event_id] = paper
    return found


def appearances(occasion: Occasion, case: Case) -> dict[int, list[Publication]]:
    """Where the announcements of a case have appeared, by the step that orders them."""
    found: dict[int, list[Publication]] = {}
    for one in occasion.session.scalars(
        select(Publication)
        .where(Publication.case_id == case.id)
        .order_by(Publication.published_on, Publication.id)
    ):
        found.setdefault(one.event_id, []).append(one)
    return found


def everywhere(occasion: Occasion, *, page: int = 1, size: int = 20) -> tuple[list[Duty], int]:
    """What is missing today in all cases that the person may see: the earliest due day first."""
    announced = select(CaseEvent.case_id).where(CaseEvent.step.in_({step for _, step in ANNOUNCING}))
    ahead_of = select(Deadline.case_id).where(
        Deadline.status == DeadlineStatus.RUNNING, Deadline.kind.in_(ANNOUNCED_BEFORE)
    )
    owing = occasion.session.scalars(
        select(Case)
        .where(access.visible_cases(occasion.user), Case.id.in_(announced) | Case.id.in_(ahead_of))
        .options(selectinload(Case.deadlines))
    )
    found = [duty for case in owing for duty in duties(occasion, case) if duty.missing]
    found.sort(key=lambda duty: (duty.due_on or date.max, duty.case.id))
    return found[(page - 1) * size : page * size], len(found)
