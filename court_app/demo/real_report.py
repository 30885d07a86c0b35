"""Which statutory windows published proceedings kept: EBL 14, 45, 62(1), 63, per case.

Everything is counted anew by `acceptance_schedule` (with rolled days); nothing is copied from the file.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from court_app.demo.published import Entry, Fault
from court_app.demo.real import Loaded
from models.vocabulary import Term
from workflows.calculations.acceptance_schedule import Dates, Window, schedule
from workflows.calendar import WorkingCalendar
from workflows.text import UNPUBLISHED, Text

ARTICLES = {"art14": "EBL 14", "art45": "EBL 45", "art62": "EBL 62(1)", "art63": "EBL 63"}
WIDTHS = (13, 14, 8, 26)


class Kept(Term):
    """What a window says of a case."""

    KEPT = "kept", "符合", "kept"
    NOT_KEPT = "not_kept", "不符合", "not kept"
    NOT_JUDGEABLE = "not_judgeable", "无法判断", "not judgeable"


@dataclass(frozen=True, slots=True)
class Judged:
    """One rule in one case: kept or not, the days that passed, the window."""

    article: str
    result: Kept
    days: int | None
    window: Window
    why: Text


@dataclass(frozen=True, slots=True)
class CaseReport:
    """One case: what was published, and what each rule says of it."""

    entry: Entry
    case_id: int
    was_known: bool
    judged: tuple[Judged, ...]


def report_of(loaded: Loaded, calendar: WorkingCalendar, today: date) -> list[CaseReport]:
    """The report of every case that is there."""
    return [
        CaseReport(entry, case_id, entry.id in loaded.known, judge(entry, calendar, today))
        for entry, case_id in loaded.cases
    ]


def judge(entry: Entry, calendar: WorkingCalendar, today: date) -> tuple[Judged, ...]:
    """What the schedule of an acceptance says of the published days."""
    counted = schedule(
        Dates(
            entry.accepted_on,
            announced_on=entry.announced_on,
            claims_deadline=entry.claims_deadline,
            first_meeting=entry.first_meeting,
            meeting_notice_on=entry.announced_on,
        ),
        calendar,
        today,
    )
    spans = {
        "art14": (entry.accepted_on, entry.announced_on, counted.announcement),
        "art45": (entry.announced_on, entry.claims_deadline, counted.claims_deadline),
        "art62": (entry.claims_deadline, entry.first_meeting, counted.first_meeting),
        "art63": (entry.announced_on, entry.first_meeting, counted.meeting_notice),
    }
    results = {True: Kept.KEPT, False: Kept.NOT_KEPT, None: Kept.NOT_JUDGEABLE}
    return tuple(
        Judged(
            ARTICLES[finding.rule],
            results[finding.ok],
            days_between(*spans[finding.rule][:2]),
            spans[finding.rule][2],
            finding.why,
        )
        for finding in counted.findings
    )


def days_between(first: date | None, last: date | None) -> int | None:
    """Calendar days from one day to another, the first not counted; None where one is not known."""
    return (last - first).days if first and last else None


def as_json(reports: list[CaseReport], faults: list[Fault]) -> dict[str, Any]:
    """The report for machines."""
    return {
        "cases": [
            {
                "entry": report.entry.id,
                "case_id": report.case_id,
                "loaded": "already_there" if report.was_known else "new",
                "debtor": report.entry.debtor,
                "court": report.entry.court,
                "case_numbers": list(report.entry.numbers),
                "procedure_type": report.entry.procedure.value,
                "acceptance": iso(report.entry.accepted_on),
                "announcement": iso(report.entry.announced_on),
                "claims_deadline": iso(report.entry.claims_deadline),
                "first_meeting": iso(report.entry.first_meeting),
                "findings": [
                    {
                        "article": one.article,
                        "result": one.result.value,
                        "days": one.days,
                        "earliest": iso(one.window.earliest),
                        "latest": iso(one.window.latest),
                        "why": str(one.why),
                    }
                    for one in report.judged
                ],
            }
            for report in reports
        ],
        "not_loaded": [
            {"entry": fault.entry, "field": fault.field, "why": str(fault.text)} for fault in faults
        ],
    }


def iso(day: date | None) -> str | None:
    """A day as JSON has it."""
    return day.isoformat() if day else None


def shown(day: date | None) -> str:
    """A day in the table."""
    return day.isoformat() if day else UNPUBLISHED


def lines_of(reports: list[CaseReport], faults: list[Fault]) -> Iterator[str]:
    """The report for the console."""
    for report in reports:
        yield from lines_of_case(report)
    for fault in faults:
        yield f"未补录　{fault.entry}　{fault.field}：{fault.text}"
    fresh = sum(not report.was_known for report in reports)
    known = len(reports) - fresh
    yield f"共 {len(reports)} 件，其中新补录 {fresh} 件，原已在库 {known} 件；未补录 {len(faults)} 项。"


def lines_of_case(report: CaseReport) -> Iterator[str]:
    """One case as a small table."""
    entry = report.entry
    yield f"{entry.id}　{entry.debtor}　{entry.procedure.zh}　{'（原已在库）' if report.was_known else ''}"
    yield f"  {entry.court}　{'、'.join(entry.numbers) or UNPUBLISHED}"
    yield (
        f"  受理 {shown(entry.accepted_on)}　公告 {shown(entry.announced_on)}"
        f"　申报截止 {shown(entry.claims_deadline)}　第一次会议 {shown(entry.first_meeting)}"
    )
    yield "  " + columns("法条", "结论", "天数", "法定区间") + "说明"
    for one in report.judged:
        days = "—" if one.days is None else f"{one.days} 日"
        yield "  " + columns(one.article, one.result.zh, days, span_of(one.window)) + str(one.why)
    yield ""


def span_of(window: Window) -> str:
    """From which day to which day."""
    if window.earliest is None and window.latest is None:
        return "—"
    return f"{window.earliest or '—'} 至 {window.latest or '—'}"


def columns(*cells: str) -> str:
    """Cells side by side; a Chinese character is two columns wide."""
    return "".join(cell + " " * max(1, width - wide(cell)) for cell, width in zip(cells, WIDTHS, strict=True))


def wide(text: str) -> int:
    """How many columns a text takes on a console."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
