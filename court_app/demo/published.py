"""Published facts of real proceedings, read from a YAML file: what is there, what is not, what is malformed.

The form is that of `announcements` in a file of published examples: every field may be null or missing
except court, debtor, acceptance and procedure; other keys are ignored. What was not published stays None.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from court_app.demo.published_fields import (
    MOST_CHARACTERS,
    Malformed,
    day_of,
    kind_of,
    line_of,
    needed,
    numbers_of,
    parsed,
    procedure_of,
    time_of,
)
from models.vocabulary import ProcedureType
from workflows.law.parameters import EBL_FROM
from workflows.text import Text

MOST_BYTES = 5_000_000
STOCK_CODE = re.compile(r"\s*[(（]\d{6}[)）]\s*$")
SUFFIX = re.compile(r"号之.+$")
"""之一, 之二: a later paper of the same case, not another case."""
ORDER = ("acceptance_ruling", "court_announcement", "claims_deadline", "first_meeting")
"""Nothing that follows the acceptance can lie before it."""


class UnreadableFile(ValueError):
    """The file as a whole is not of the form; `text` says why."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(str(text))


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an entry was not loaded: which entry, which field, what is wrong."""

    entry: str
    field: str
    text: Text | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One published case. None is what was not published."""

    id: str
    debtor: str
    court: str
    procedure: ProcedureType
    accepted_on: date
    numbers: tuple[str, ...] = ()
    applicant: str | None = None
    administrator: str | None = None
    announced_on: date | None = None
    claims_deadline: date | None = None
    first_meeting: date | None = None
    first_meeting_time: str | None = None
    first_meeting_form: str | None = None

    @property
    def debtor_name(self) -> str:
        """The debtor's own name, without the code of its shares."""
        return STOCK_CODE.sub("", self.debtor)

    @property
    def number(self) -> str | None:
        """The number of the accepted case as published; the application's where no other is known."""
        own = [number for number in self.numbers if kind_of(number) == "破"]
        return next((SUFFIX.sub("号", number) for number in own or self.numbers), None)

    @property
    def application_number(self) -> str | None:
        """The number of the application, if it was published."""
        of_application = (number for number in self.numbers if kind_of(number) == "破申")
        return next((SUFFIX.sub("号", number) for number in of_application), None)

    @property
    def court_code(self) -> str | None:
        """The court's code, as its numbers since 2016 show it."""
        return next((p.court_code for n in self.numbers if (p := parsed(n)) and p.court_code), None)


@dataclass(slots=True)
class Published:
    """What a file holds: entries that can be loaded, faults of those that cannot."""

    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_file(file: Path, today: date) -> Published:
    """Read a file; an entry that cannot be read is a fault and does not hinder the others.

    Raises:
        UnreadableFile: if it cannot be opened, is no YAML, or has no list of cases.
    """
    try:
        if file.stat().st_size > MOST_BYTES:
            raise UnreadableFile(Text("文件过大，最多{most}字节。", most=MOST_BYTES))
        content = yaml.safe_load(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(Text("不能读取文件：{why}", why=str(error))) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnreadableFile(Text("文件不是 YAML：{why}", why=str(error))) from error
    listed = content.get("announcements") if isinstance(content, Mapping) else content
    if not isinstance(listed, list):
        raise UnreadableFile(Text("文件中没有案件列表（announcements）。"))
    found = Published()
    for place, raw in enumerate(listed, start=1):
        name = id_of(raw, place)
        try:
            found.entries.append(entry_of(raw, name, today))
        except Malformed as problem:
            found.faults.append(Fault(name, problem.name, problem.text))
    return found


def id_of(raw: Any, place: int) -> str:
    """How an entry is called; by its place where it has no name."""
    given = raw.get("id") if isinstance(raw, Mapping) else None
    return str(given)[:MOST_CHARACTERS] if given not in (None, "") else f"#{place}"


def entry_of(raw: Any, name: str, today: date) -> Entry:
    """Read one entry.

    Raises:
        Malformed: naming the first field that cannot be read, or the Act that does not yet apply.
    """
    if not isinstance(raw, Mapping):
        raise Malformed("announcements", Text("每个案件应为一组字段。"))
    days = {known: day_of(raw, known) for known in ORDER}
    accepted_on = days["acceptance_ruling"]
    if accepted_on is None:
        raise Malformed("acceptance_ruling", Text("受理日期未公布，不能补录。"))
    if accepted_on < EBL_FROM:
        raise Malformed(
            "acceptance_ruling",
            Text(
                "{day}受理，早于企业破产法施行之日（{since}），不适用本系统，未补录。",
                day=accepted_on,
                since=EBL_FROM,
            ),
        )
    check_order(days, accepted_on, today)
    return Entry(
        id=name,
        debtor=needed(raw, "debtor"),
        court=needed(raw, "court"),
        procedure=procedure_of(raw),
        accepted_on=accepted_on,
        numbers=numbers_of(raw),
        applicant=line_of(raw, "applicant"),
        administrator=line_of(raw, "administrator"),
        announced_on=days["court_announcement"],
        claims_deadline=days["claims_deadline"],
        first_meeting=days["first_meeting"],
        first_meeting_time=time_of(raw),
        first_meeting_form=line_of(raw, "first_meeting_form"),
    )


def check_order(days: Mapping[str, date | None], accepted_on: date, today: date) -> None:
    """What was ruled and announced lies in the past, and nothing before the acceptance."""
    for name in ORDER[:2]:
        day = days[name]
        if day is not None and day > today:
            raise Malformed(name, Text("日期{day}晚于今天。", day=day))
    for name in ORDER[1:]:
        day = days[name]
        if day is not None and day < accepted_on:
            raise Malformed(name, Text("日期{day}早于受理日期{accepted}。", day=day, accepted=accepted_on))
