"""Every period against an independent reckoning, and every clock on both sides of its last day."""

import calendar
from datetime import date, timedelta

import pytest

from court_app.services.casework.clocks import settle
from models import Deadline
from models.vocabulary import DeadlineKind, DeadlineStatus, LegalActor, PeriodKind, PeriodUnit
from workflows.calendar import default_calendar
from workflows.deadlines import RULES, compute

CALENDAR = default_calendar()
TRIGGERS = (date(2024, 1, 31), date(2025, 9, 18), date(2026, 2, 11))
FORWARD = [
    rule.kind
    for rule in RULES.values()
    if rule.span
    and not rule.before
    and rule.period_kind not in {PeriodKind.POINT, PeriodKind.BAR}
    and rule.unit != PeriodUnit.WORKING_DAY
]


def reckoned(trigger: date, length: int, unit: PeriodUnit) -> date:
    """The rule of the statutes, written again: day after, same number, clip, first working day."""
    if unit == PeriodUnit.DAY:
        end = trigger + timedelta(days=length)
    else:
        months = trigger.month - 1 + length * (12 if unit == PeriodUnit.YEAR else 1)
        year, month = trigger.year + months // 12, months % 12 + 1
        end = date(year, month, min(trigger.day, calendar.monthrange(year, month)[1]))
    while not CALENDAR.is_working_day(end):
        end += timedelta(days=1)
    return end


def test_every_period_of_the_vocabulary_has_its_rule() -> None:
    assert set(RULES) == set(DeadlineKind)


@pytest.mark.parametrize("kind", FORWARD, ids=lambda kind: kind.value)
@pytest.mark.parametrize("trigger", TRIGGERS, ids=str)
def test_every_period_ends_where_an_independent_reckoning_says(kind: DeadlineKind, trigger: date) -> None:
    rule = RULES[kind]

    period = compute(kind, trigger, CALENDAR, on=trigger)

    assert period.due_on == reckoned(trigger, rule.length or 0, rule.unit or PeriodUnit.DAY)
    assert period.basis[: len(rule.basis)] == rule.basis
    assert len(period.working) >= 3


class Turned:
    """A step on a day, as far as settling a clock needs one."""

    class occasion:  # noqa: N801 (stands for an attribute)
        now = None

    class event:  # noqa: N801 (stands for an attribute)
        id = None

    on = date(2026, 1, 5)


@pytest.mark.parametrize("kind", FORWARD, ids=lambda kind: kind.value)
@pytest.mark.parametrize(("days", "status"), [(0, DeadlineStatus.MET), (1, DeadlineStatus.MET_LATE)])
def test_every_clock_is_met_on_its_last_day_and_late_the_day_after(
    kind: DeadlineKind, days: int, status: DeadlineStatus
) -> None:
    period = compute(kind, TRIGGERS[1], CALENDAR, on=TRIGGERS[1])
    clock = Deadline(
        kind=kind, due_on=period.due_on, status=DeadlineStatus.RUNNING, owed_by=LegalActor.COURT, entries=[]
    )

    settle(Turned(), clock, period.due_on + timedelta(days=days))  # type: ignore[arg-type]

    assert clock.status == status
