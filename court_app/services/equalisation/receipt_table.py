"""A table of receipts under a failed plan (XLSX or CSV) read row by row: every wrong cell is named."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from court_app.services.sheets import MOST_ROWS, Cell, lines_of, no_table, plain, sheet_of, text_of, too_long
from workflows.calculations.money import typed_fen
from workflows.text import Text

SERIAL, CREDITOR, ORIGINAL = "债权表序号", "债权人", "原债权"
RECEIVED, RECEIVED_ON, EVIDENCE = "已受偿", "受偿日期", "证据"
HEADINGS = (SERIAL, CREDITOR, ORIGINAL, RECEIVED, RECEIVED_ON, EVIDENCE)
NEEDED = (SERIAL, RECEIVED, RECEIVED_ON, EVIDENCE)
MOST_SERIAL = 1_000_000


@dataclass(slots=True)
class ReceiptRow:
    """A row: its number in the sheet (the heading is 1), what it says, what is wrong with it by heading.

    `creditor` and `original_fen` are there to be held against the register; empty where nothing is said.
    """

    number: int
    serial: int | None = None
    creditor: str = ""
    original_fen: int | None = None
    received_fen: int | None = None
    received_on: date | None = None
    evidence: str = ""
    wrong: list[tuple[str, Text]] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether all is there that can be held against the case."""
        return None not in (self.serial, self.received_fen, self.received_on) and bool(self.evidence)


def read_receipts(content: bytes) -> Iterator[ReceiptRow]:
    """The rows of a table of receipts.

    Raises:
        BadInput: if it is no such table: unreadable, with formulas, without our headings, too long.
    """
    lines = sheet_of(content) if content[:4] == b"PK\x03\x04" else lines_of(content)
    heading = [text_of(cell) for cell in next(lines, [])]
    check_heading(heading)
    for number, cells in enumerate(lines, start=2):
        if number > MOST_ROWS + 1:
            raise too_long()
        if any(cell not in ("", None) for cell in cells):
            yield read_row(number, heading, cells)


def check_heading(heading: Sequence[str]) -> None:
    """Stop where the first line does not name our columns."""
    unknown = [name for name in heading if name not in HEADINGS]
    absent = [name for name in NEEDED if name not in heading]
    if unknown or absent or len(set(heading)) < len(heading):
        raise no_table(
            Text(
                "第一行须为列名，可用：{known}；必须有：{needed}。", known=list(HEADINGS), needed=list(NEEDED)
            )
        )


def read_row(number: int, heading: Sequence[str], cells: Sequence[Cell]) -> ReceiptRow:
    """One row; a cell that cannot be used is named and left out."""
    row, filled = ReceiptRow(number), set[str]()
    if len(cells) > len(heading) and any(text_of(cell) for cell in cells[len(heading) :]):
        row.wrong.append((heading[-1], Text("单元格比列名多。")))
    for name, cell in zip(heading, cells, strict=False):
        try:
            if text_of(cell):
                filled.add(name)
                READERS[name](row, cell)
        except ValueError as error:
            row.wrong.append((name, error.args[0]))
    row.wrong += [(name, Text("请填写此项。")) for name in NEEDED if name not in filled]
    return row


def read_serial(row: ReceiptRow, cell: Cell) -> None:
    text = text_of(cell)
    if not text.isdecimal() or not 1 <= int(text[:9]) <= MOST_SERIAL or len(text) > 9:
        raise ValueError(Text("请填写债权表中的序号。"))
    row.serial = int(text)


def read_creditor(row: ReceiptRow, cell: Cell) -> None:
    row.creditor = plain(text_of(cell), 200)


def read_original(row: ReceiptRow, cell: Cell) -> None:
    row.original_fen = typed_fen(text_of(cell))


def read_received(row: ReceiptRow, cell: Cell) -> None:
    row.received_fen = typed_fen(text_of(cell))


def read_received_on(row: ReceiptRow, cell: Cell) -> None:
    text = cell.date().isoformat() if isinstance(cell, datetime) else text_of(cell)
    try:
        row.received_on = date.fromisoformat(text.replace("/", "-"))
    except ValueError as error:
        raise ValueError(Text("请填写 2026-09-20 形式的日期。")) from error


def read_evidence(row: ReceiptRow, cell: Cell) -> None:
    row.evidence = plain(text_of(cell), 200)


READERS: dict[str, Callable[[ReceiptRow, Cell], None]] = {
    SERIAL: read_serial,
    CREDITOR: read_creditor,
    ORIGINAL: read_original,
    RECEIVED: read_received,
    RECEIVED_ON: read_received_on,
    EVIDENCE: read_evidence,
}


def examples() -> Iterable[list[str]]:
    """Two invented rows for the blank table."""
    return [
        ["1", "江澜市恒远钢材贸易有限公司", "1000000.00", "300000.00", "2026-03-31", "第一期清偿付款凭证1号"],
        ["2", "望川供应链管理有限公司", "2000000.00", "200000.00", "2026-03-31", "第一期清偿付款凭证2号"],
    ]
