"""The calculator of periods: a length from a day, or a period of the table from its trigger."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from models.vocabulary import DeadlineKind, PeriodUnit
from workflows.calculations.reading import (
    read_choice,
    read_day,
    read_moment,
    read_whole,
    reject_unknown,
)
from workflows.calendar import BEIJING, WorkingCalendar
from workflows.deadlines import Period, compute, count
from workflows.errors import CalculationError
from workflows.law.citations import cite
from workflows.text import Text

MOST = {
    PeriodUnit.HOUR: 100_000,
    PeriodUnit.DAY: 50_000,
    PeriodUnit.WORKING_DAY: 5_000,
    PeriodUnit.MONTH: 2_400,
    PeriodUnit.YEAR: 200,
}
"""The longest length in each unit that is counted."""


def period(data: Any, calendar: WorkingCalendar, today: date) -> dict[str, Any]:
    """Count a period; see the page of the calculators for input and output."""
    given = reject_unknown(data, ("from", "length", "unit", "direction", "deadline"))
    if given.get("deadline") is not None:
        return by_name(given, calendar, today)
    unit = PeriodUnit(read_choice(given, "unit", [u.value for u in PeriodUnit], None))
    length = read_whole(given, "length", least=0, most=MOST[unit])
    before = read_choice(given, "direction", ("after", "before"), "after") == "before"
    if unit == PeriodUnit.HOUR:
        return hours(given, length, before=before)
    return answer(count(read_day(given, "from"), (length, unit), calendar, before=before))


def by_name(given: Mapping[str, Any], calendar: WorkingCalendar, today: date) -> dict[str, Any]:
    """Count a period of the table, whose length the law knows."""
    for name in ("length", "unit", "direction"):
        if given.get(name) is not None:
            raise CalculationError(
                "length_given", Text("指明了“deadline”的，不再填写“{field}”。", field=name), name
            )
    named = given["deadline"]
    try:
        kind = DeadlineKind(str(named).upper()) if isinstance(named, str) else None
    except ValueError:
        kind = None
    if kind is None:
        raise CalculationError(
            "unknown_deadline", Text("没有“{name}”这一期限。", name=str(named)[:60]), "deadline"
        )
    return answer(compute(kind, read_day(given, "from"), calendar, on=today))


def answer(counted: Period) -> dict[str, Any]:
    """The answer in JSON's types; lines and articles stay `Text` and `Citation` for the edge."""
    result: dict[str, Any] = {
        "due_on": counted.due_on.isoformat(),
        "nominal_on": counted.nominal_on.isoformat(),
        "rolled": counted.rolled,
        "provisional": counted.provisional,
        "working": list(counted.working),
        "basis": list(counted.basis),
    }
    if counted.earliest and counted.latest:
        result |= {"earliest": counted.earliest.isoformat(), "latest": counted.latest.isoformat()}
    if counted.from_on and counted.until_on:
        result |= {"from": counted.from_on.isoformat(), "until": counted.until_on.isoformat()}
    return result


def hours(given: Mapping[str, Any], length: int, *, before: bool) -> dict[str, Any]:
    """Count hours from a moment; hours run through nights and rest days, the first hour is not counted."""
    if "T" not in str(given.get("from", "")) and given.get("from") is not None:
        raise CalculationError(
            "moment_needed", Text("按小时计算的，“from”须写明时间，例如 2026-09-20T09:30。"), "from"
        )
    start = read_moment(given, "from")
    start = start if start.tzinfo else start.replace(tzinfo=BEIJING)
    end = start + timedelta(hours=-length if before else length)
    stamp = end.astimezone(BEIJING).replace(tzinfo=None).isoformat(timespec="minutes")
    return {
        "due_on": stamp,
        "nominal_on": stamp,
        "rolled": False,
        "provisional": False,
        "working": [
            Text(
                "自{start}起经过{length}小时，至{end}。",
                start=start.astimezone(BEIJING).replace(tzinfo=None).isoformat(timespec="minutes"),
                length=-length if before else length,
                end=stamp,
            )
        ],
        "basis": list(cite("CPL 85(2)")),
    }
