"""How a period is counted, with the working that a judge can check by hand.

The day on which a period starts is not counted (CPL 85(2)); months and years end on the day of the same
number, else on the month's last day (CC 202); a last day that is a rest day moves to the first working day
after it (CPL 85(3)). Backward periods move to the working day before; look-backs do not move at all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from models.vocabulary import DeadlineKind, PeriodKind, PeriodUnit
from workflows.calendar import FIRST_DAY, LAST_DAY, WorkingCalendar, add_months
from workflows.errors import CalculationError
from workflows.law import (
    periods_administrator,
    periods_application,
    periods_case,
    periods_claims,
    periods_other,
)
from workflows.law.citations import Citation, cite
from workflows.law.rules import Length, Rule
from workflows.text import N_, Text

RULES: dict[DeadlineKind, Rule] = {
    rule.kind: rule
    for rule in (
        *periods_application.RULES,
        *periods_claims.RULES,
        *periods_case.RULES,
        *periods_administrator.RULES,
        *periods_other.RULES,
    )
}
SETTING_OF = {DeadlineKind.BA_CORRECTION: "correction_days"}
"""Periods whose length the court sets: by which setting."""
WITHOUT_ROLL = frozenset({PeriodKind.LOOKBACK, PeriodKind.POINT, PeriodKind.BAR})


@dataclass(frozen=True, slots=True)
class Period:
    """A period counted out: its last day, the day before moving, and the working, line by line."""

    nominal_on: date
    due_on: date
    rolled: bool
    provisional: bool
    working: tuple[Text, ...]
    basis: tuple[Citation, ...]
    earliest: date | None = None
    latest: date | None = None
    from_on: date | None = None
    until_on: date | None = None


@dataclass(slots=True)
class Count:
    """A count in progress: where it stands and what has been written down."""

    calendar: WorkingCalendar
    at: date
    working: list[Text] = field(default_factory=list)
    basis: list[Citation] = field(default_factory=list)

    def say(self, line: Text, *places: str) -> None:
        """Write a line of the working and what it rests on."""
        self.working.append(line)
        self.basis += [c for c in cite(*places) if c not in self.basis]


def rule_of(kind: DeadlineKind, *, on: date) -> Rule:
    """The rule of a period in force on a day. The table holds one wording of each so far."""
    return RULES[kind]


def compute(
    kind: DeadlineKind,
    trigger_on: date,
    calendar: WorkingCalendar,
    *,
    on: date,
    settings: Mapping[str, Any] | None = None,
    paused_days: int = 0,
    extended_days: int = 0,
    length: int | None = None,
) -> Period:
    """Count a period of the table from its trigger.

    `length` overrides the length where the court has named a day itself; pauses and extensions are
    calendar days.

    Raises:
        CalculationError: if the law gives this period no length.
    """
    rule = rule_of(kind, on=on)
    if rule.shortest and rule.longest:
        return between(rule, trigger_on, calendar)
    span = span_of(rule, settings, length)
    if rule.period_kind == PeriodKind.LOOKBACK:
        return look_back(rule, span, trigger_on, calendar)
    period = count(
        trigger_on,
        span,
        calendar,
        before=rule.before,
        rolls=rule.period_kind not in WITHOUT_ROLL,
        more_days=((paused_days, PAUSED), (extended_days, EXTENDED)),
    )
    named = Text("{kind}：自{trigger}（{day}）起算。", kind=kind, trigger=rule.trigger, day=trigger_on)
    return replace(
        period,
        working=(named, *period.working),
        basis=(*rule.basis, *(c for c in period.basis if c not in rule.basis)),
    )


def span_of(rule: Rule, settings: Mapping[str, Any] | None, length: int | None) -> Length:
    """How long a period is: as the court has named it, as its setting says, as the law does.

    Raises:
        CalculationError: if nobody says so.
    """
    if length is not None:
        return length, PeriodUnit.DAY
    if rule.kind in SETTING_OF and settings is not None:
        return int(settings[SETTING_OF[rule.kind]]), PeriodUnit.DAY
    if rule.span is None:
        told = Text("“{kind}”没有法定长度，不能计算。", kind=rule.kind)
        raise CalculationError("no_length", told, "deadline")
    return rule.span


PAUSED = N_("补正占用{days}日，不计入期限，顺延至{day}。")
EXTENDED = N_("经批准延长{days}日，至{day}。")


def count(
    trigger_on: date,
    span: Length,
    calendar: WorkingCalendar,
    *,
    before: bool = False,
    rolls: bool = True,
    more_days: tuple[tuple[int, str], ...] = (),
) -> Period:
    """Count a length from a day, and move the last day off rest days.

    Raises:
        CalculationError: if the result leaves the years that can be handled.
    """
    length, unit = span
    at = Count(calendar, step(trigger_on, -length if before else length, unit, calendar))
    at.say(not_counted_back(trigger_on) if before else not_counted(trigger_on), "CPL 85(2)")
    words = N_("向前推{length}{unit}，为{day}。") if before else N_("经过{length}{unit}，期满之日为{day}。")
    at.say(Text(words, length=length, unit=unit, day=at.at))
    if unit in {PeriodUnit.MONTH, PeriodUnit.YEAR}:
        at.say(Text("按月、年计算的，到期月的对应日为期满之日；没有对应日的，月末日为期满之日。"), "CC 202")
    for days, line in more_days:
        if days:
            at.at = shift(at.at, days)
            at.say(Text(line, days=days, day=at.at))
    nominal = at.at
    if rolls and unit != PeriodUnit.WORKING_DAY:
        roll(at, before=before)
    if calendar.is_provisional(max(nominal, at.at)):
        at.say(Text("{year}年的放假安排尚未公布，结果为暂定。", year=max(nominal, at.at).year))
    return Period(
        nominal,
        at.at,
        at.at != nominal,
        calendar.is_provisional(max(nominal, at.at)),
        tuple(at.working),
        tuple(at.basis),
    )


def not_counted(day: date) -> Text:
    """The line that leaves the first day out."""
    return Text("起算日{day}不计入，从次日起算。", day=day)


def not_counted_back(day: date) -> Text:
    """The line that leaves the first day out, counting back."""
    return Text("{day}当日不计入，向前推算。", day=day)


def roll(at: Count, *, before: bool) -> None:
    """Move a rest day: forward for periods that run on, backward for those that count back."""
    moved = at.calendar.previous_working_day(at.at) if before else at.calendar.next_working_day(at.at)
    if moved == at.at:
        return
    if before:
        at.say(Text("{day}为法定休假日，提前至此前的工作日{moved}。", day=at.at, moved=moved), "DESIGN")
    else:
        at.say(
            Text("{day}为法定休假日，顺延至其后的第一个工作日{moved}。", day=at.at, moved=moved), "CPL 85(3)"
        )
    at.at = moved


def shift(day: date, days: int) -> date:
    """A day some calendar days away.

    Raises:
        CalculationError: if it leaves the years that can be handled.
    """
    try:
        moved = day + timedelta(days=days)
    except OverflowError as error:
        raise CalculationError("date_out_of_range", Text("计算结果超出可以处理的年份。"), "length") from error
    if not FIRST_DAY <= moved <= LAST_DAY:
        raise CalculationError("date_out_of_range", Text("计算结果超出可以处理的年份。"), "length")
    return moved


def step(day: date, length: int, unit: PeriodUnit, calendar: WorkingCalendar) -> date:
    """The day that lies `length` units away, before any moving."""
    if unit == PeriodUnit.DAY:
        return shift(day, length)
    if unit == PeriodUnit.WORKING_DAY:
        return working_days(day, length, calendar)
    return add_months(day, length * (12 if unit == PeriodUnit.YEAR else 1))


def working_days(day: date, length: int, calendar: WorkingCalendar) -> date:
    """The working day that lies `length` working days away."""
    one = 1 if length >= 0 else -1
    for _ in range(abs(length)):
        day = shift(day, one)
        while not calendar.is_working_day(day):
            day = shift(day, one)
    return day


def between(rule: Rule, trigger_on: date, calendar: WorkingCalendar) -> Period:
    """A range: a last day may be named from `earliest` (a floor, not moved) to `latest` (moved)."""
    shortest, longest = rule.shortest or (0, PeriodUnit.DAY), rule.longest or (0, PeriodUnit.DAY)
    floor = count(trigger_on, shortest, calendar)
    ceiling = count(trigger_on, longest, calendar)
    working = (
        Text("{kind}：自{trigger}（{day}）起算。", kind=rule.kind, trigger=rule.trigger, day=trigger_on),
        not_counted(trigger_on),
        Text("最短{length}{unit}，不早于{day}。", length=shortest[0], unit=shortest[1], day=floor.nominal_on),
        Text("最长{length}{unit}，不迟于{day}。", length=longest[0], unit=longest[1], day=ceiling.due_on),
    )
    basis = (*rule.basis, *(c for c in ceiling.basis if c not in rule.basis))
    return Period(
        ceiling.nominal_on,
        ceiling.due_on,
        ceiling.rolled,
        ceiling.provisional,
        working,
        basis,
        earliest=floor.nominal_on,
        latest=ceiling.due_on,
    )


def look_back(rule: Rule, span: Length, anchor: date, calendar: WorkingCalendar) -> Period:
    """A look-back: from the first day of the window to the day before the anchor, never moved."""
    length, unit = span
    first = step(anchor, -length, unit, calendar)
    last = shift(anchor, -1)
    working = (
        Text("{kind}：自{trigger}（{day}）向前推算。", kind=rule.kind, trigger=rule.trigger, day=anchor),
        Text("向前推{length}{unit}，为{day}（当日在内）。", length=length, unit=unit, day=first),
        Text("至{day}为止（{anchor}当日不在内），不因休假日变动。", day=last, anchor=anchor),
    )
    return Period(
        first, first, False, calendar.is_provisional(last), working, rule.basis, from_on=first, until_on=last
    )
