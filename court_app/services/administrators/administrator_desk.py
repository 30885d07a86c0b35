"""What waits for an administrator today, in his own cases and in nothing else."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, selectinload

from court_app.services.casework import access, cases
from court_app.services.casework.finding import BARE, IN_HAND
from court_app.services.occasion import Occasion
from court_app.services.papers import documents
from models import Case, Deadline, Document, Submission
from models.vocabulary import OF_ADMINISTRATOR, DeadlineStatus, LegalActor, SubmissionState
from workflows.engine import Option

ANSWERS_SHOWN_FOR = timedelta(days=30)
"""So long an answer of the court stays on the list."""
MOST_CASES = 20
"""Of so many cases the steps are reckoned; the others are in the list of cases."""


@dataclass(frozen=True, slots=True)
class OwnCase:
    """A case with what its administrator may record in it now."""

    case: Case
    steps: list[Option]


@dataclass(frozen=True, slots=True)
class Desk:
    """Clocks that he must keep, papers to sign and send out, answers to what he asked, steps he may take."""

    overdue: list[Deadline]
    running: list[Deadline]
    papers: list[Document]
    waiting: list[Submission]
    answered: list[Submission]
    cases: list[OwnCase]


def desk(occasion: Occasion, *, most: int = 50) -> Desk:
    """What waits for the administrator that the person acts for."""
    session, mine = occasion.session, access.visible_cases(occasion.user)
    clocks = list(
        session.scalars(
            select(Deadline)
            .join(Case, Case.id == Deadline.case_id)
            .where(mine, Deadline.status == DeadlineStatus.RUNNING, Deadline.owed_by == LegalActor.ADMIN)
            .options(contains_eager(Deadline.case).options(*BARE))
            .order_by(Deadline.due_on)
            .limit(most)
        )
    )
    submissions = (
        select(Submission)
        .join(Case, Case.id == Submission.case_id)
        .where(mine)
        .options(contains_eager(Submission.case).options(*BARE))
        .order_by(Submission.id.desc())
        .limit(most)
    )
    answered = submissions.where(
        Submission.state.in_([SubmissionState.GRANTED.value, SubmissionState.REFUSED.value]),
        Submission.answered_on >= occasion.today - ANSWERS_SHOWN_FOR,
    )
    return Desk(
        overdue=[clock for clock in clocks if clock.due_on < occasion.today],
        running=[clock for clock in clocks if clock.due_on >= occasion.today],
        papers=papers_in_hand(occasion, most),
        waiting=list(session.scalars(submissions.where(Submission.state == SubmissionState.SUBMITTED.value))),
        answered=list(session.scalars(answered)),
        cases=own_cases(occasion),
    )


def papers_in_hand(occasion: Occasion, most: int) -> list[Document]:
    """His own papers that are neither sent out nor discarded, the newest first."""
    chosen = (
        select(Document)
        .join(Case, Case.id == Document.case_id)
        .where(
            access.visible_cases(occasion.user),
            Document.kind.in_(sorted(OF_ADMINISTRATOR)),
            Document.state.in_(IN_HAND),
        )
        .options(contains_eager(Document.case).options(*BARE))
        .order_by(Document.id.desc())
        .limit(most)
    )
    return [paper for paper in occasion.session.scalars(chosen) if documents.is_own(occasion, paper)]


def own_cases(occasion: Occasion) -> list[OwnCase]:
    """The cases that go on, with the steps that may be taken in them now."""
    found = occasion.session.scalars(
        select(Case)
        .where(access.visible_cases(occasion.user), Case.closed_on.is_(None))
        .options(selectinload(Case.few_parties))
        .order_by(Case.received_on.desc(), Case.id.desc())
        .limit(MOST_CASES)
    )
    return [OwnCase(case, [o for o in cases.options(occasion, case) if o.allowed]) for case in found]
