"""The clocks of a case: started, ended, paused, resumed, extended, each with a ledger line.

The arithmetic is `workflows.deadlines.compute`; here is only what is kept of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from court_app.services.occasion import Occasion
from models import Case, CaseEvent, Deadline, DeadlineEntry, Delivery, Document
from models.vocabulary import DeadlineEntryKind, DeadlineKind, DeadlineStatus
from workflows.deadlines import Period, compute, rule_of
from workflows.text import Text, freeze
from workflows.transition import Transition

OPEN = (DeadlineStatus.RUNNING, DeadlineStatus.PAUSED)


@dataclass(frozen=True, slots=True)
class Turn:
    """A step as the clocks see it: the case, its day, its event, the court's settings."""

    occasion: Occasion
    case: Case
    on: date
    event: CaseEvent
    settings: Mapping[str, Any]
    part: Any = None
    paper: Document | None = None

    @property
    def machine(self) -> str:
        """The machine of the part of the case that the step is about; empty for the case itself.

        The service of a paper is about what the paper is about.
        """
        if self.paper is not None:
            return self.paper.machine or ""
        return "" if self.part is None else type(self.part).__name__.lower()

    @property
    def subject_id(self) -> int | None:
        """The part of the case that the step is about."""
        if self.paper is not None:
            return self.paper.subject_id
        return None if self.part is None else int(self.part.id)

    def is_about(self, clock: Deadline) -> bool:
        """Whether a clock is about the same thing as the step."""
        return (clock.machine or "", clock.subject_id) == (self.machine, self.subject_id)


def turn_clocks(turn: Turn, row: Transition, data: Mapping[str, Any]) -> None:
    """Do to the clocks of a case what a row says: end, cancel, start, pause, resume, extend.

    A clock that would run from a day that was not supplied is not started.
    """
    end(turn, row.ends, expired=row.automatic_after)
    cancel(turn, row.cancels)
    for start_of in row.starts:
        if start_of.when(turn.case if turn.part is None else turn.part):
            trigger = data.get(start_of.from_field) if start_of.from_field else turn.on
            until = data.get(start_of.until_field) if start_of.until_field else None
            if trigger is not None:
                start(turn, start_of.kind, trigger, until=until)
    pause(turn, row.pauses)
    resume(turn, row.resumes)
    for kind, by in row.extends:
        extend(turn, kind, by)


def start(
    turn: Turn,
    kind: DeadlineKind,
    trigger_on: date,
    *,
    until: date | None = None,
    about: str = "",
    delivery: Delivery | None = None,
) -> Deadline:
    """Start a clock at `trigger_on`; `until` is a last day that the court has named itself."""
    rule = rule_of(kind, on=turn.on)
    period = reckon(turn, kind, trigger_on, until=until)
    clock = Deadline(
        kind=kind,
        owed_by=rule.owed_by,
        trigger_on=trigger_on,
        nominal_on=until or period.nominal_on,
        due_on=until or period.due_on,
        provisional=until is None and period.provisional,
        status=DeadlineStatus.RUNNING,
        working=working_of(period, until),
        basis="; ".join(str(citation) for citation in period.basis),
        about=about or (turn.part.title[:200] if turn.part is not None else ""),
        machine=turn.machine,
        subject_id=turn.subject_id,
        delivery_id=delivery.id if delivery else None,
        paused_days=0,
        extended_days=0,
    )
    turn.case.deadlines.append(clock)
    note(turn, clock, DeadlineEntryKind.STARTED)
    return clock


def reckon(turn: Turn, kind: DeadlineKind, trigger_on: date, *, until: date | None = None) -> Period:
    """The arithmetic of a clock under the settings of the court."""
    length = max((until - trigger_on).days, 1) if until else None
    return compute(
        kind, trigger_on, turn.occasion.calendar, on=turn.on, settings=turn.settings, length=length
    )


def working_of(period: Period, until: date | None) -> list[Any]:
    """The lines of the working as they are kept, with the day the court named, if it named one."""
    lines = list(period.working)
    if until:
        lines = [Text("法院指定或者双方约定的截止日：{day}。", day=until)]
    return [freeze(line) for line in lines]


def note(turn: Turn, clock: Deadline, kind: DeadlineEntryKind, *, days: int = 0) -> None:
    """Write a line into the ledger of a clock."""
    clock.entries.append(
        DeadlineEntry(kind=kind, on=turn.on, days=days, event_id=turn.event.id, recorded_at=turn.occasion.now)
    )


def running(case: Case, kinds: Iterable[DeadlineKind]) -> list[Deadline]:
    """The clocks of these kinds that have not ended."""
    wanted = set(kinds)
    return [c for c in case.deadlines if c.kind in wanted and c.status in OPEN]


def own(turn: Turn, kinds: Iterable[DeadlineKind]) -> list[Deadline]:
    """The clocks of these kinds that run about the same thing as the step."""
    return [clock for clock in running(turn.case, kinds) if turn.is_about(clock)]


def end(turn: Turn, kinds: Iterable[DeadlineKind], *, expired: DeadlineKind | None = None) -> None:
    """What had to happen has happened, in time or late; or a party's window has run out."""
    for clock in own(turn, kinds):
        settle(turn, clock, turn.on, expired=clock.kind == expired)


def settle(turn: Turn, clock: Deadline, met_on: date, *, expired: bool = False) -> None:
    """End one clock by what happened on `met_on`."""
    if clock.status == DeadlineStatus.PAUSED:
        restart(turn, clock)
    late = met_on > clock.due_on
    clock.status = DeadlineStatus.MET_LATE if late else DeadlineStatus.MET
    kind = DeadlineEntryKind.MET_LATE if late else DeadlineEntryKind.MET
    if expired:
        clock.status, kind = DeadlineStatus.EXPIRED, DeadlineEntryKind.EXPIRED
    clock.met_on = met_on
    note(turn, clock, kind)


def cancel(turn: Turn, kinds: Iterable[DeadlineKind]) -> None:
    """The clock has lost its object."""
    for clock in own(turn, kinds):
        clock.status = DeadlineStatus.CANCELLED
        note(turn, clock, DeadlineEntryKind.CANCELLED)


def cancel_all(turn: Turn, *, besides: Iterable[DeadlineKind] = ()) -> None:
    """Every clock of the case, and of its parts, has lost its object, but for some kinds."""
    kept = set(besides)
    for clock in turn.case.deadlines:
        if clock.status in OPEN and clock.kind not in kept:
            clock.status = DeadlineStatus.CANCELLED
            note(turn, clock, DeadlineEntryKind.CANCELLED)


def pause(turn: Turn, kinds: Iterable[DeadlineKind]) -> None:
    """Let clocks stand still from the day of the step (I1-7(3))."""
    for clock in running(turn.case, kinds):
        if clock.status == DeadlineStatus.RUNNING:
            clock.status = DeadlineStatus.PAUSED
            clock.paused_since = turn.on
            note(turn, clock, DeadlineEntryKind.PAUSED)


def resume(turn: Turn, kinds: Iterable[DeadlineKind]) -> None:
    """Let clocks go on; the days they stood still are added."""
    for clock in running(turn.case, kinds):
        if clock.status == DeadlineStatus.PAUSED:
            restart(turn, clock)


def restart(turn: Turn, clock: Deadline) -> None:
    """End the pause of one clock and reckon it anew."""
    stood = (turn.on - (clock.paused_since or turn.on)).days
    clock.paused_days += stood
    clock.paused_since = None
    clock.status = DeadlineStatus.RUNNING
    note(turn, clock, DeadlineEntryKind.RESUMED, days=stood)
    reckon_anew(turn, clock)


def extend(turn: Turn, kind: DeadlineKind, by: DeadlineKind) -> None:
    """The superior court extends a clock (EBL 10(3)), by the length that the law gives."""
    for clock in running(turn.case, (kind,)):
        before = clock.due_on
        clock.extended_days += int(rule_of(by, on=turn.on).length or 0)
        reckon_anew(turn, clock)
        note(turn, clock, DeadlineEntryKind.EXTENDED, days=(clock.due_on - before).days)


def prolong(turn: Turn, kind: DeadlineKind, until: date) -> None:
    """The court lets the latest clock of a kind run on, or run again, to a day that it fixes (CPL 86)."""
    known = [c for c in turn.case.deadlines if c.kind == kind and c.status != DeadlineStatus.CANCELLED]
    clock = max(known, key=lambda c: c.due_on)
    more = (until - clock.due_on).days
    clock.extended_days += more
    clock.nominal_on = clock.due_on = until
    clock.status, clock.met_on = DeadlineStatus.RUNNING, None
    clock.working = [*clock.working, freeze(Text("法院准许顺延至{day}。", day=until))]
    note(turn, clock, DeadlineEntryKind.EXTENDED, days=more)


def reckon_anew(turn: Turn, clock: Deadline) -> None:
    """Compute a clock again with its pauses and extensions."""
    period = compute(
        clock.kind,
        clock.trigger_on,
        turn.occasion.calendar,
        on=turn.on,
        settings=turn.settings,
        paused_days=clock.paused_days,
        extended_days=clock.extended_days,
    )
    clock.nominal_on, clock.due_on = period.nominal_on, period.due_on
    clock.provisional = period.provisional
    clock.working = working_of(period, None)
