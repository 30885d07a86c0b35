"""The State Council's notice of a year: imported once, and every provisional clock counted anew."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from court_app.services.casework import clocks
from court_app.services.occasion import Occasion
from models import CalendarDay, Deadline, DeadlineEntry
from models.vocabulary import DeadlineEntryKind
from workflows.calendar import WorkingCalendar, read_calendar_csv
from workflows.deadlines import compute
from workflows.errors import CalculationError
from workflows.law.settings import read_settings
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: days kept, clocks that moved or are no longer provisional."""

    days: int
    recomputed: int


def import_notice(occasion: Occasion, text: str, source: str) -> Imported:
    """Keep the days of a notice, and count every provisional clock again.

    Raises:
        CalculationError: naming the line that cannot be read, or if there is none.
    """
    days = read_calendar_csv(text)
    if not days:
        raise CalculationError("no_days", Text("文件中没有日期。"), "csv")
    kept = {
        day.on: day
        for day in occasion.session.scalars(select(CalendarDay).where(CalendarDay.on.in_(list(days))))
    }
    for on, kind in days.items():
        if on in kept:
            kept[on].kind, kept[on].source = kind, source[:200]
        else:
            occasion.session.add(CalendarDay(on=on, kind=kind, source=source[:200]))
    occasion.session.flush()
    return Imported(len(days), count_anew(occasion, occasion.calendar.with_days(days)))


def count_anew(occasion: Occasion, calendar: WorkingCalendar) -> int:
    """Count the running provisional clocks again; those whose last day the court named stay."""
    provisional = occasion.session.scalars(
        select(Deadline)
        .where(Deadline.provisional, Deadline.status.in_(clocks.OPEN))
        .options(selectinload(Deadline.case))
    ).all()
    changed = 0
    for clock in provisional:
        period = compute(
            clock.kind,
            clock.trigger_on,
            calendar,
            on=occasion.today,
            settings=read_settings(clock.case.court.settings),
            paused_days=clock.paused_days,
            extended_days=clock.extended_days,
        )
        if len(clock.working) == 1 or period.provisional:
            continue
        moved = (period.due_on - clock.due_on).days
        clock.nominal_on, clock.due_on, clock.provisional = period.nominal_on, period.due_on, False
        clock.working = clocks.working_of(period, None)
        clock.entries.append(
            DeadlineEntry(
                kind=DeadlineEntryKind.RECOMPUTED, on=occasion.today, days=moved, recorded_at=occasion.now
            )
        )
        changed += 1
    return changed


def notices(occasion: Occasion) -> list[tuple[str, int]]:
    """The notices that have been imported, the earliest first, with how many days each has."""
    rows = occasion.session.execute(
        select(CalendarDay.source, func.count(CalendarDay.id))
        .group_by(CalendarDay.source)
        .order_by(func.min(CalendarDay.on), CalendarDay.source)
    )
    return [(source, days) for source, days in rows]
