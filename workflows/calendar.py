"""Working days, rest days and the day it is at the court.

Years of the State Council's notices (2004 on) come from `chinesecalendar` or from a notice that a court
imports as CSV; outside them stand weekends and the fixed statutory days, and results after the last known
year are provisional (暂定).
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from models.vocabulary import DayKind
from workflows.errors import CalculationError
from workflows.text import Text

BEIJING = ZoneInfo("Asia/Shanghai")
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)
SATURDAY = 5


def court_date(now: datetime) -> date:
    """The day it is at the court, in Beijing time."""
    return now.astimezone(BEIJING).date()


@dataclass(frozen=True)
class WorkingCalendar:
    """Which days are working days; `exceptions` are days that depart from the ordinary week."""

    exceptions: Mapping[date, DayKind]
    first_year: int
    last_year: int
    _fixed: dict[int, frozenset[date]] = field(default_factory=dict, compare=False, repr=False)

    def is_working_day(self, day: date) -> bool:
        """Whether courts work on `day`."""
        kind = self.exceptions.get(day)
        if kind is not None:
            return kind == DayKind.WORKING
        if day.weekday() >= SATURDAY:
            return False
        return self.first_year <= day.year <= self.last_year or day not in self._statutory(day.year)

    def is_provisional(self, day: date) -> bool:
        """Whether the notice for that year is not yet known."""
        return day.year > self.last_year

    def next_working_day(self, day: date) -> date:
        """`day` itself if it is a working day, else the first after it."""
        while not self.is_working_day(day):
            day += timedelta(days=1)
        return day

    def previous_working_day(self, day: date) -> date:
        """`day` itself if it is a working day, else the last before it."""
        while not self.is_working_day(day):
            day -= timedelta(days=1)
        return day

    def with_days(self, days: Mapping[date, DayKind]) -> "WorkingCalendar":
        """The calendar with the days of further notices; their years become known."""
        known = max([self.last_year, *(day.year for day in days)])
        return replace(self, exceptions={**self.exceptions, **days}, last_year=known, _fixed={})

    def _statutory(self, year: int) -> frozenset[date]:
        if year not in self._fixed:
            self._fixed[year] = statutory_days(year)
        return self._fixed[year]


@cache
def statutory_days(year: int) -> frozenset[date]:
    """The fixed statutory rest days of a year whose notice is not known, without days moved."""
    import holidays

    days = holidays.country_holidays("CN", years=year, observed=False)
    return frozenset(days)


@cache
def default_calendar() -> WorkingCalendar:
    """What the package `chinesecalendar` knows."""
    from chinese_calendar import constants

    rest = dict.fromkeys(constants.holidays, DayKind.REST)
    work = dict.fromkeys(constants.workdays, DayKind.WORKING)
    years = [day.year for day in rest]
    return WorkingCalendar({**rest, **work}, min(years), max(years))


def add_months(day: date, months: int) -> date:
    """The same day of the month `months` later, else that month's last day (CC 202)."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not FIRST_DAY.year <= years <= LAST_DAY.year:
        raise CalculationError("date_out_of_range", Text("计算结果超出可以处理的年份。"), "length")
    last = 31
    while True:
        try:
            return date(years, month + 1, min(day.day, last))
        except ValueError:
            last -= 1


def read_calendar_csv(text: str) -> dict[date, DayKind]:
    """Read a notice: lines `2027-02-05,REST` or `2027-02-07,WORKING`, a heading allowed.

    Raises:
        CalculationError: naming the line that cannot be read.
    """
    days: dict[date, DayKind] = {}
    for number, row in enumerate(csv.reader(text.splitlines()), start=1):
        cells = [cell.strip() for cell in row if cell.strip()]
        if not cells or (number == 1 and not cells[0][:1].isdigit()):
            continue
        try:
            day, kind = date.fromisoformat(cells[0]), DayKind(cells[1].upper())
        except (ValueError, IndexError) as error:
            raise CalculationError(
                "bad_calendar_line",
                Text("第{line}行不能识别；每行应为“2027-02-05,REST”或者“2027-02-07,WORKING”。", line=number),
                "csv",
            ) from error
        if day in days:
            raise CalculationError(
                "day_twice", Text("第{line}行的{day}重复出现。", line=number, day=day), "csv"
            )
        days[day] = kind
    return days
