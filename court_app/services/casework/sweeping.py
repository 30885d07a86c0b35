"""The sweep: warnings before a clock ends, and what the law itself brings about when one has.

Whatever it does is effective on the day the law says, however late the sweep runs, and doing it twice
changes nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from sqlalchemy import select

from court_app.services.occasion import Occasion
from court_app.services.procedure import machines, parts, steps
from models import Case, Deadline, DeadlineEntry, Delivery
from models.vocabulary import DeadlineEntryKind, DeadlineKind, DeadlineStatus, DeliveryState, PeriodKind
from workflows.deadlines import RULES, rule_of
from workflows.engine import StepRefused
from workflows.law.settings import read_settings

Key = tuple[str, DeadlineKind]


def automatic_steps() -> dict[Key, frozenset[str]]:
    """What the law brings about when a clock has run out, by the machine that the clock belongs to.

    The clocks of a case itself belong to no machine, whichever procedure the case follows.
    """
    found: dict[Key, frozenset[str]] = {}
    of_cases = {procedure.name for procedure in machines.PROCEDURES.values()}
    for machine, procedure in machines.MACHINES.items():
        for row in procedure.transitions:
            if row.automatic_after is not None:
                key = ("" if machine in of_cases else machine, row.automatic_after)
                found[key] = found.get(key, frozenset()) | {row.name}
    return found


AUTOMATIC = automatic_steps()
WAITS_FOR_POST = frozenset({"appeal_period_expired", "dismissal_effective", "become_final"})
"""Steps that wait some days, because what was posted in time may still come (CPL 85(4))."""


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


@dataclass(frozen=True, slots=True)
class Deed:
    """A step that the law brings about: in which case, of which part if of one, on which day."""

    case_id: int
    machine: str
    subject_id: int | None
    step: str
    on: date


def due_deeds(occasion: Occasion, today: date) -> Iterator[Deed]:
    """Every step that the law itself may have brought about by now, in the order of the days."""
    rows = occasion.session.execute(
        select(Deadline.case_id, Deadline.machine, Deadline.subject_id, Deadline.kind, Deadline.due_on)
        .where(
            Deadline.status == DeadlineStatus.RUNNING,
            Deadline.kind.in_({kind for _, kind in AUTOMATIC}),
            Deadline.due_on < today,
        )
        .order_by(Deadline.case_id, Deadline.due_on)
    )
    for case_id, machine, subject_id, kind, due_on in list(rows):
        for name in AUTOMATIC.get((machine, kind), frozenset()):
            yield Deed(case_id, machine, subject_id, name, due_on)


def posted_papers_may_come(case: Case, deed: Deed, today: date) -> bool:
    """What was posted in time may arrive later (CPL 85(4)): the court waits some days before it records."""
    wait = int(read_settings(case.court.settings)["posted_appeal_wait_days"])
    return deed.step in WAITS_FOR_POST and today <= deed.on + timedelta(days=wait)


def take_due_step(occasion: Occasion, deed: Deed) -> bool:
    """Take one step that the law brings about; False if it is not due after all."""
    case = occasion.session.scalar(select(Case).where(Case.id == deed.case_id).with_for_update(of=Case))
    if case is None or posted_papers_may_come(case, deed, occasion.today):
        return False
    subject: machines.Stepping | None = case
    if deed.machine:
        model = parts.BY_MACHINE[deed.machine].model
        subject = cast("machines.Part | None", occasion.session.get(model, deed.subject_id))
    if subject is None:
        return False
    try:
        steps.take(
            occasion.by_the_law_itself(),
            subject,
            deed.step,
            {"effective_on": deed.on.isoformat()},
            version=None,
        )
    except StepRefused:
        return False
    return True


def deem_served(occasion: Occasion) -> int:
    """Deliveries by announcement whose period is over (CPL 95(1))."""
    running = occasion.session.scalars(
        select(Delivery).where(Delivery.state == DeliveryState.ANNOUNCED.value).order_by(Delivery.id)
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
    over = list(
        occasion.session.scalars(
            select(Deadline).where(
                Deadline.status == DeadlineStatus.RUNNING,
                Deadline.due_on < occasion.today,
                Deadline.kind.in_(RUNS_OUT),
            )
        )
    )
    over = [clock for clock in over if (clock.machine, clock.kind) not in AUTOMATIC]
    for clock in over:
        clock.status, clock.met_on = DeadlineStatus.EXPIRED, clock.due_on
        clock.entries.append(
            DeadlineEntry(kind=DeadlineEntryKind.EXPIRED, on=clock.due_on, days=0, recorded_at=occasion.now)
        )
    return len(over)


def sweep(occasion: Occasion) -> Swept:
    """Do everything that is due today."""
    deemed = deem_served(occasion)
    taken = sum(take_due_step(occasion, deed) for deed in due_deeds(occasion, occasion.today))
    return Swept(warned=warn(occasion), taken=taken, deemed=deemed, expired=expire(occasion))
