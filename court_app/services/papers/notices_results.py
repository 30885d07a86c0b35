"""Receipts and returns of a batch as a table: read whole, checked whole, then written or not at all."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from court_app.errors import BadInput
from court_app.services.occasion import Occasion
from court_app.services.papers.notices_sending import (
    Outcome,
    Wish,
    attempt_for,
    day_of,
    held,
    obstacles_of,
    rows_of,
    take_all,
)
from models import Notice
from models.vocabulary import DeliveryState
from workflows.payloads.notices import ConfirmList
from workflows.text import Text
from workflows.transition import Attempt

HEADING = ("序号", "受送达人", "送达日期", "签收人", "退回原因")
NUMBER, NAME, DAY, SIGNED, WHY = HEADING
MOST_SHOWN = 50
"""So many faults of a table are told at once."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table, numbered as a spreadsheet numbers it."""

    at: int
    cells: Mapping[str, str]


def record_results(occasion: Occasion, batch_id: int, raw: Mapping[str, Any]) -> Outcome:
    """Record the receipts and returns of a table; with one bad line, nothing.

    Raises:
        BadInput: naming every line that does not fit, and why.
    """
    batch, data = held(occasion, batch_id), dict(ConfirmList().load(dict(raw)))
    on, by_number = day_of(occasion, data), {row.position: row for row in rows_of(occasion, batch)}
    lines = list(lines_of(data["rows"]))
    wishes, faults = wishes_of(lines, by_number, on)
    if wishes and not faults:
        attempt = attempt_for(occasion, wishes[0].notice, on, wishes[0].step)
        faults = refusals(wishes, lines, attempt)
    if faults or not wishes:
        raise BadInput({"rows": faults[:MOST_SHOWN] or [Text("表中没有送达日期，也没有退回原因。")]})
    return take_all(occasion, batch, wishes, attempt)


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a table.

    Raises:
        BadInput: if the heading is another.
    """
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    heading = [cell.strip() for cell in next(reader, [])]
    if not set(HEADING) <= set(heading):
        raise BadInput({"rows": [Text("首行应为：{heading}", heading=",".join(HEADING))]})
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield Line(
                reader.line_num, dict(zip(heading, (c.strip().lstrip("'") for c in cells), strict=False))
            )


def wishes_of(
    lines: Sequence[Line], by_number: Mapping[int, Notice], on: date
) -> tuple[list[Wish], list[Text]]:
    """What the lines ask for, and what is wrong with them; lines without a result ask for nothing."""
    wishes: list[Wish] = []
    faults: list[Text] = []
    seen: set[int] = set()
    for line in lines:
        if not (line.cells.get(DAY) or line.cells.get(WHY)):
            continue
        number = line.cells.get(NUMBER, "")
        row = by_number.get(int(number)) if number.isdecimal() and len(number) < 7 else None
        fault = fault_of(line, row, seen)
        if fault is not None:
            faults.append(fault)
        elif row is not None:
            seen.add(row.position)
            wishes.append(wish_of(line, row, on))
    return wishes, faults


def fault_of(line: Line, row: Notice | None, seen: set[int]) -> Text | None:
    """What is wrong with the shape of a line."""
    return fault_of_number(line, row, seen) or fault_of_result(line)


def fault_of_number(line: Line, row: Notice | None, seen: set[int]) -> Text | None:
    """A line must name an addressee of the batch, once, by his own name."""
    name = line.cells.get(NAME, "")
    if row is None:
        return Text("第{line}行：本批没有第“{number}”号。", line=line.at, number=line.cells.get(NUMBER, ""))
    if row.position in seen:
        return Text("第{line}行：第{number}号出现了两次。", line=line.at, number=row.position)
    if name and name != row.delivery.recipient_name:
        return Text(
            "第{line}行：第{number}号是{name}，与表中的名称不一致。",
            line=line.at,
            number=row.position,
            name=row.delivery.recipient_name,
        )
    return None


def fault_of_result(line: Line) -> Text | None:
    """A line says either when the notice arrived and who signed, or why it came back."""
    day = line.cells.get(DAY, "")
    if day and line.cells.get(WHY):
        return Text("第{line}行：送达日期和退回原因只能填写一项。", line=line.at)
    if day and day_from_cell(day) is None:
        return Text("第{line}行：“{day}”不是日期，请写成2026-11-23。", line=line.at, day=day)
    if day and not line.cells.get(SIGNED):
        return Text("第{line}行：请填写签收人。", line=line.at)
    return None


def day_from_cell(cell: str) -> date | None:
    """A day as people write it in tables: 2026-11-23, 2026/11/23; None if it is none."""
    parts = cell.replace("/", "-").replace(".", "-").split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    try:
        return date(*(int(part) for part in parts))
    except (ValueError, OverflowError):
        return None


def wish_of(line: Line, row: Notice, on: date) -> Wish:
    """The step that a line asks for: arrived, or returned."""
    served_on = day_from_cell(line.cells.get(DAY, ""))
    if served_on is None:
        return Wish(row, "fail", {"reason": line.cells[WHY][:200], "effective_on": on})
    return Wish(
        row, "confirm", {"served_on": served_on, "signed_by": line.cells[SIGNED][:200], "effective_on": on}
    )


def refusals(wishes: Sequence[Wish], lines: Sequence[Line], attempt: Attempt) -> list[Text]:
    """What the law has against the lines."""
    at = {line.cells.get(NUMBER): line.at for line in lines}
    return [
        Text("第{line}行：{why}", line=at.get(str(wish.notice.position), 0), why=obstacle.text)
        for wish in wishes
        for obstacle in obstacles_of(wish, attempt)
    ]


def blank_table(rows: Sequence[Notice]) -> list[list[str]]:
    """The table to fill in: who is still on the way."""
    return [
        [str(row.position), row.delivery.recipient_name, "", "", ""]
        for row in rows
        if row.delivery.state == DeliveryState.SENT
    ]
