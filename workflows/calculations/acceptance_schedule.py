"""The dates that follow an acceptance and hold each other: EBL 14, 45, 62, 63."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from models.vocabulary import DeadlineKind
from workflows.calculations.reading import read_day, read_day_or_none, reject_unknown
from workflows.calendar import WorkingCalendar
from workflows.deadlines import Period, compute
from workflows.text import Text

FIELDS = ("accepted_on", "announced_on", "claims_deadline", "first_meeting", "meeting_notice_on")


@dataclass(frozen=True, slots=True)
class Dates:
    """What is known of the days of an acceptance."""

    accepted_on: date
    announced_on: date | None = None
    claims_deadline: date | None = None
    first_meeting: date | None = None
    meeting_notice_on: date | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """From which day to which day something may lie; None where a date to count from is missing."""

    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether a rule is kept: True, False, or None where a date is missing; and why."""

    rule: str
    ok: bool | None
    why: Text


@dataclass(frozen=True, slots=True)
class Schedule:
    """Windows and findings of an acceptance."""

    announcement: Window
    claims_deadline: Window
    first_meeting: Window
    meeting_notice: Window
    findings: tuple[Finding, ...]


def schedule(dates: Dates, calendar: WorkingCalendar, on: date) -> Schedule:
    """Count every window and test every rule.

    Ceilings compare with the rolled day, floors with the nominal one; the named last day counts.
    """

    def counted(kind: DeadlineKind, day: date | None) -> Period | None:
        return compute(kind, day, calendar, on=on) if day else None

    announce = compute(DeadlineKind.LQ_NOTIFY_PUBLISH, dates.accepted_on, calendar, on=on)
    claims = counted(DeadlineKind.CLAIM_WINDOW, dates.announced_on)
    meeting = counted(DeadlineKind.FIRST_MEETING, dates.claims_deadline)
    notice = counted(DeadlineKind.MEET_NOTICE, dates.first_meeting)
    next_day = compute_next(dates.claims_deadline)
    return Schedule(
        announcement=Window(dates.accepted_on, announce.due_on),
        claims_deadline=Window(claims.earliest if claims else None, claims.latest if claims else None),
        first_meeting=Window(next_day, meeting.due_on if meeting else None),
        meeting_notice=Window(
            dates.announced_on or dates.accepted_on if notice else None, notice.nominal_on if notice else None
        ),
        findings=(
            article_14(dates, announce),
            article_45(dates, claims),
            article_62(dates, meeting),
            article_63(dates, notice),
        ),
    )


def compute_next(day: date | None) -> date | None:
    """The day after."""
    return date.fromordinal(day.toordinal() + 1) if day else None


def article_14(dates: Dates, window: Period) -> Finding:
    """Announced within 25 days of acceptance."""
    if dates.announced_on is None:
        return Finding("art14", None, Text("没有填写公告日期，应不迟于{day}公告。", day=window.due_on))
    if dates.announced_on < dates.accepted_on:
        return Finding("art14", False, Text("公告日期早于受理日期。"))
    if dates.announced_on <= window.due_on:
        return Finding(
            "art14", True, Text("{on}公告，不迟于{day}。", on=dates.announced_on, day=window.due_on)
        )
    return Finding("art14", False, Text("{on}公告，晚于{day}。", on=dates.announced_on, day=window.due_on))


def article_45(dates: Dates, window: Period | None) -> Finding:
    """Claims: not shorter than 30 days, not longer than three months, from the announcement."""
    if window is None or window.earliest is None or window.latest is None or dates.claims_deadline is None:
        return Finding("art45", None, Text("没有填写公告日期或者申报截止日。"))
    day = dates.claims_deadline
    if day < window.earliest:
        return Finding(
            "art45", False, Text("申报截止日{on}早于{day}，不足三十日。", on=day, day=window.earliest)
        )
    if day > window.latest:
        return Finding(
            "art45", False, Text("申报截止日{on}晚于{day}，超过三个月。", on=day, day=window.latest)
        )
    return Finding(
        "art45",
        True,
        Text("申报截止日{on}在{first}至{last}之间。", on=day, first=window.earliest, last=window.latest),
    )


def article_62(dates: Dates, window: Period | None) -> Finding:
    """The first meeting: after the claims window closes, within 15 days."""
    if window is None or dates.claims_deadline is None or dates.first_meeting is None:
        return Finding("art62", None, Text("没有填写申报截止日或者会议日期。"))
    day = dates.first_meeting
    if day <= dates.claims_deadline:
        return Finding("art62", False, Text("会议日期{on}没有晚于申报截止日。", on=day))
    if day > window.due_on:
        return Finding("art62", False, Text("会议日期{on}晚于{day}。", on=day, day=window.due_on))
    return Finding("art62", True, Text("会议日期{on}不迟于{day}。", on=day, day=window.due_on))


def article_63(dates: Dates, window: Period | None) -> Finding:
    """Notice of the meeting at least 15 days before it."""
    if window is None or dates.meeting_notice_on is None:
        return Finding("art63", None, Text("没有填写会议日期或者会议通知日期。"))
    day = dates.meeting_notice_on
    if day <= window.nominal_on:
        return Finding("art63", True, Text("{on}通知，不迟于{day}。", on=day, day=window.nominal_on))
    return Finding("art63", False, Text("{on}通知，晚于{day}，不足十五日。", on=day, day=window.nominal_on))


def acceptance_schedule(data: Any, calendar: WorkingCalendar, today: date) -> dict[str, Any]:
    """The calculator: read, count, answer."""
    given = reject_unknown(data, FIELDS)
    dates = Dates(
        read_day(given, "accepted_on"), **{name: read_day_or_none(given, name) for name in FIELDS[1:]}
    )
    result = schedule(dates, calendar, today)
    windows = {
        "announcement": result.announcement,
        "claims_deadline": result.claims_deadline,
        "first_meeting": result.first_meeting,
        "meeting_notice": result.meeting_notice,
    }
    return {
        "windows": {
            name: {
                "earliest": window.earliest and window.earliest.isoformat(),
                "latest": window.latest and window.latest.isoformat(),
            }
            for name, window in windows.items()
        },
        "findings": [{"rule": f.rule, "ok": f.ok, "why": f.why} for f in result.findings],
    }
