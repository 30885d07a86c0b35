"""A bank statement (XLSX or CSV) read line by line: every wrong cell is named, nothing is guessed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from court_app.services.sheets import (
    MOST_ROWS,
    Cell,
    Days,
    Wrong,
    lines_of,
    no_table,
    plain,
    sheet_of,
    text_of,
    too_long,
)
from workflows.calculations.bookkeeping import signed
from workflows.calculations.money import typed_fen
from workflows.calculations.sum_faults import half_width
from workflows.text import Text

DAY, IN, OUT, BALANCE, PARTY, ACCOUNT, WORDS, REFERENCE = (
    "日期",
    "收入",
    "支出",
    "余额",
    "对方户名",
    "对方账号",
    "摘要",
    "流水号",
)
HEADINGS = (DAY, IN, OUT, BALANCE, PARTY, ACCOUNT, WORDS, REFERENCE)
NEEDED = (DAY, IN, OUT, BALANCE, REFERENCE)
MORE = (PARTY, ACCOUNT, WORDS)
ALSO_CALLED = {
    "交易日期": DAY,
    "记账日期": DAY,
    "收入金额": IN,
    "贷方发生额": IN,
    "支出金额": OUT,
    "借方发生额": OUT,
    "账户余额": BALANCE,
    "对方名称": PARTY,
    "对方账户": ACCOUNT,
    "对方帐号": ACCOUNT,
    "附言": WORDS,
    "交易流水号": REFERENCE,
}
"""As banks head the same columns; to the bank what comes in is a credit."""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A line of a statement: its number in the sheet (the heading is 1), what it says; sums in fen."""

    number: int
    content: dict[str, Any]
    wrong: Wrong

    @property
    def change_fen(self) -> int:
        """By how much it changes the balance."""
        return int(self.content["in_fen"]) - int(self.content["out_fen"])


def read_statement(content: bytes, days: Days) -> list[StatementRow]:
    """The lines of a statement in the order in which the bank booked them, each with what is wrong with it.

    A statement whose newest line comes first is turned round.

    Raises:
        BadInput: if it is no such table: unreadable, with formulas, without our headings, too long, empty.
    """
    refuse_other_types(content)
    lines = sheet_of(content) if content[:2] == b"PK" else lines_of(content)
    heading = [ALSO_CALLED.get(name, name) for name in map(text_of, next(lines, []))]
    check_heading(heading)
    rows = list(read_rows(lines, heading, days))
    if not rows:
        raise no_table(Text("表格没有内容。"))
    if any(row.wrong for row in rows):
        return rows
    if not runs(rows) and runs(rows[::-1]):
        rows.reverse()
    return rows[:1] + [checked(earlier, later) for earlier, later in pairwise(rows)]


OTHER_TYPES = (
    (b"%PDF", "PDF"),
    (b"\xd0\xcf\x11\xe0", "XLS"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7Z"),
    (b"\x1f\x8b", "GZIP"),
    (b"{\\rtf", "RTF"),
)
"""How files begin that are no table that can be read."""


def refuse_other_types(content: bytes) -> None:
    """Stop at a file that is no table at all: its columns are not what is wrong with it.

    Raises:
        BadInput: naming the type that it seems to be, and what to do.
    """
    kind = next((name for mark, name in OTHER_TYPES if content.startswith(mark)), None)
    if kind is None and content.lstrip()[:1] == b"<":
        kind = "HTML"
    if kind is None and b"\x00" in content[:4096] and content[:2] not in (b"PK", b"\xff\xfe", b"\xfe\xff"):
        kind = "?"
    if kind is not None:
        raise no_table(
            Text(
                "文件类型不对（{kind}）。请上传银行流水表格（XLSX 或者 CSV）；"
                "银行给出的是其他格式的，请先在电子表格软件中另存为 XLSX。",
                kind=kind if kind != "?" else Text("其他类型"),
            )
        )


def check_heading(heading: Sequence[str]) -> None:
    """Stop where the first line does not name our columns; others are not read."""
    known = [name for name in heading if name in HEADINGS]
    if any(name not in known for name in NEEDED) or len(set(known)) < len(known):
        raise no_table(
            Text(
                "第一行须为列名，必须有：{needed}；还可以有：{more}。",
                needed=list(NEEDED),
                more=list(MORE),
            )
        )


def read_rows(lines: Iterator[Sequence[Cell]], heading: Sequence[str], days: Days) -> Iterator[StatementRow]:
    """The lines, cell by cell."""
    for number, cells in enumerate(lines, start=2):
        if number > MOST_ROWS + 1:
            raise too_long()
        if any(cell not in ("", None) for cell in cells):
            yield read_row(number, dict(zip(heading, cells, strict=False)), days)


def read_row(number: int, cells: dict[str, Cell], days: Days) -> StatementRow:
    """One line; a cell that cannot be used is named."""
    wrong: Wrong = []
    content: dict[str, Any] = {}
    for name, read in (
        (DAY, lambda cell: ("on", day_of(cell, days))),
        (IN, lambda cell: ("in_fen", fen_or_nothing(cell))),
        (OUT, lambda cell: ("out_fen", fen_or_nothing(cell))),
        (BALANCE, lambda cell: ("balance_fen", balance_of(cell))),
        (PARTY, lambda cell: ("counterparty", plain(text_of(cell), 200))),
        (ACCOUNT, lambda cell: ("account", plain(text_of(cell), 64))),
        (WORDS, lambda cell: ("text", plain(text_of(cell), 200))),
        (REFERENCE, lambda cell: ("reference", reference_of(cell))),
    ):
        try:
            ours, value = read(cells.get(name, ""))
            content[ours] = value
        except ValueError as error:
            wrong.append((name, error.args[0]))
    if not wrong and bool(content["in_fen"]) == bool(content["out_fen"]):
        wrong.append((IN, Text("收入、支出须填写其中一项。")))
    return StatementRow(number, content, wrong)


def day_of(cell: Cell, days: Days) -> date:
    """The day on which the bank booked it, between the acceptance and today."""
    text = cell.date().isoformat() if isinstance(cell, datetime) else text_of(cell)[:10]
    text = f"{text[:4]}-{text[4:6]}-{text[6:]}" if len(text) == 8 and text.isdecimal() else text
    try:
        day = date.fromisoformat(text.replace("/", "-"))
    except ValueError as error:
        raise ValueError(Text("请填写 2026-09-20 形式的日期。")) from error
    if not days.first <= day <= days.last:
        raise ValueError(Text("日期须在{first}至{last}之间。", first=days.first, last=days.last))
    return day


def fen_or_nothing(cell: Cell) -> int:
    """A sum; nothing where nothing is written."""
    text = text_of(cell)
    return typed_fen(text) if text not in ("", "-", "—") else 0


def balance_of(cell: Cell) -> int:
    """A balance, which may be less than nothing."""
    text = half_width(text_of(cell))
    fen = typed_fen(text.removeprefix("-"))
    return -fen if text.startswith("-") else fen


def reference_of(cell: Cell) -> str:
    """The bank's own number of the line: without it, nobody can tell two lines apart."""
    text = plain(text_of(cell), 200)
    if not text:
        raise ValueError(Text("请填写流水号。"))
    return text


def runs(rows: Sequence[StatementRow]) -> bool:
    """Whether every balance follows from the one before."""
    return all(
        later.content["balance_fen"] == earlier.content["balance_fen"] + later.change_fen
        for earlier, later in pairwise(rows)
    )


def checked(earlier: StatementRow, row: StatementRow) -> StatementRow:
    """A line with what is wrong with its balance or its day, seen from the line before it."""
    held: int = earlier.content["balance_fen"]
    wrong: Wrong = []
    if row.content["balance_fen"] != held + row.change_fen:
        expected = Text(
            "余额应为{sum}元（上一行余额{before}元，加收入、减支出）。",
            sum=signed(held + row.change_fen),
            before=signed(held),
        )
        wrong.append((BALANCE, expected))
    if row.content["on"] < earlier.content["on"]:
        wrong.append((DAY, Text("日期早于上一行的{day}。", day=earlier.content["on"])))
    return StatementRow(row.number, row.content, wrong)


def examples() -> list[list[str]]:
    """Two invented lines for the blank table."""
    return [
        [
            "2026-09-01",
            "120000.00",
            "",
            "120000.00",
            "江澜正通机电有限公司",
            "6222000000000001",
            "设备款",
            "0001",
        ],
        ["2026-09-02", "", "15.00", "119985.00", "", "", "手续费", "0002"],
    ]
