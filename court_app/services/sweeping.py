"""The sweep: warnings before a clock ends, and what the law itself brings about when one has.

Whatever it does is effective on the day the law says, however late the sweep runs, and doing it twice
changes nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from court_app.services import steps
from court_app.services.occasion import Occasion
from models import Case, Deadline, DeadlineEntry, Delivery
from models.vocabulary import DeadlineEntryKind, DeadlineKind, DeadlineStatus, DeliveryState, PeriodKind
from workflows.deadlines import RULES, rule_of
from workflows.engine import StepRefused
from workflows.law.settings import read_settings

AUTOMATIC: dict[DeadlineKind, frozenset[str]] = {}
for _procedure in steps.PROCEDURES.values():
    for _row in _procedure.transitions:
        if _row.automatic_after is not None:
            AUTOMATIC[_row.automatic_after] = AUTOMATIC.get(_row.automatic_after, frozenset()) | {_row.name}


RUNS_OUT = tuple(
    rule.kind for rule in RULES.values() if rule.period_kind not in {PeriodKind.MAX, PeriodKind.NONE}
)
"""Periods that end by themselves: a right lapses, a floor is passed."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep did."""

    warned: int
    taken: int
    deemed: int
    expired: int


def due_deeds(occasion: Occasion, today: date) -> Iterator[tuple[int, str, date]]:
    """Cases in which the law itself brings about a step, with the step and its day."""
    rows = occasion.session.execute(
        select(Deadline.case_id, Deadline.kind, Deadline.due_on)
        .where(
            Deadline.status == DeadlineStatus.RUNNING,
            Deadline.kind.in_(list(AUTOMATIC)),
            Deadline.due_on < today,
        )
        .order_by(Deadline.case_id, Deadline.due_on)
    )
    for case_id, kind, due_on in list(rows):
        for name in AUTOMATIC[kind]:
            yield case_id, name, due_on


def posted_papers_may_come(case: Case, name: str, due_on: date, today: date) -> bool:
    """An appeal posted in time may arrive later (CPL 85(4)): the court waits some days before it records."""
    wait = int(read_settings(case.court.settings)["posted_appeal_wait_days"])
    return name == "appeal_period_expired" and today <= due_on + timedelta(days=wait)


def take_due_step(occasion: Occasion, case_id: int, name: str, due_on: date) -> bool:
    """Take one step that the law brings about; False if it is not due after all."""
    case = occasion.session.scalar(select(Case).where(Case.id == case_id).with_for_update(of=Case))
    if case is None or posted_papers_may_come(case, name, due_on, occasion.today):
        return False
    try:
        steps.take(
            occasion.by_the_law_itself(),
            case,
            name,
            {"effective_on": due_on.isoformat()},
            version=None,
        )
    except StepRefused:
        return False
    return True


def deem_served(occasion: Occasion) -> int:
    """Deliveries by announcement whose period is over (CPL 95(1))."""
    running = occasion.session.scalars(
        select(Delivery).where(Delivery.state == DeliveryState.ANNOUNCED.value)
    ).all()
    over = [d for d in running if d.flags["deemed_on"] < occasion.today.isoformat()]
    for delivery in over:
        steps.take(
            occasion.by_the_law_itself(),
            delivery,
            "deem",
            {"effective_on": delivery.flags["deemed_on"]},
            version=None,
        )
    return len(over)


def warn(occasion: Occasion) -> int:
    """Mark the clocks that end soon; each is warned of once."""
    soon = occasion.session.scalars(
        select(Deadline).where(
            Deadline.status == DeadlineStatus.RUNNING,
            Deadline.warned_at.is_(None),
            Deadline.due_on <= occasion.today + timedelta(days=30),
        )
    ).all()
    warned = 0
    for clock in soon:
        if clock.due_on - timedelta(days=rule_of(clock.kind, on=occasion.today).warn_days) > occasion.today:
            continue
        clock.warned_at = occasion.now
        clock.entries.append(
            DeadlineEntry(kind=DeadlineEntryKind.WARNED, on=occasion.today, days=0, recorded_at=occasion.now)
        )
        warned += 1
    return warned


def expire(occasion: Occasion) -> int:
    """Windows and floors that have run out by themselves; a missed duty is none of them and stays overdue."""
    over = occasion.session.scalars(
        select(Deadline).where(
            Deadline.status == DeadlineStatus.RUNNING,
            Deadline.due_on < occasion.today,
            Deadline.kind.in_([kind for kind in RUNS_OUT if kind not in AUTOMATIC]),
        )
    ).all()
    for clock in over:
        clock.status, clock.met_on = DeadlineStatus.EXPIRED, clock.due_on
        clock.entries.append(
            DeadlineEntry(kind=DeadlineEntryKind.EXPIRED, on=clock.due_on, days=0, recorded_at=occasion.now)
        )
    return len(over)


def sweep(occasion: Occasion) -> Swept:
    """Do everything that is due today."""
    deemed = deem_served(occasion)
    taken = sum(
        take_due_step(occasion, case_id, name, due_on)
        for case_id, name, due_on in due_deeds(occasion, occasion.today)
    )
    return Swept(warned=warn(occasion), taken=taken, deemed=deemed, expired=expire(occasion))
