"""Tables (XLSX or CSV) read row by row: every wrong cell is named, nothing is guessed."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from python_calamine import CalamineError, CalamineWorkbook

from court_app.errors import BadInput
from court_app.services.file_kinds import other_kind
from models.vocabulary import FigureKind
from workflows.calculations.money import typed_fen
from workflows.text import Text

MOST_ROWS = 100_000
MOST_UNPACKED = 1_000_000_000
"""Bytes of an unpacked workbook; beyond it a small file was made to fill the memory."""
FORMULA_MARKS, ROW_MARK = (b"<f>", b"<f "), b"<row"
NO_WORKBOOK = Text(
    "文件不是可以读取的 XLSX 表格（可能是 Word 文档、压缩包，或者已经损坏）；请另存为 XLSX 或者 CSV 后上传。"
)
NO_CSV = Text("文件不是 XLSX，也不是可以读取的 CSV 表格；请另存为 XLSX 或者 CSV 后上传。")
YES_OR_NO = {"": False, "否": False, "no": False, "是": True, "yes": True}
Cell = str | int | float | bool | date | datetime | object
Wrong = list[tuple[str, Text]]
Reader = Callable[[dict[str, Any], str, Cell, "Days"], None]


class Row(NamedTuple):
    """A row: its number in the sheet (the heading is 1), what it says, what is wrong with it by heading."""

    number: int
    content: dict[str, Any]
    wrong: Wrong


@dataclass(frozen=True, slots=True)
class Days:
    """Between which days a claim can have been filed."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a table may say: who a row is about, its sum, its figures, and how each column is read."""

    who: str
    total: str
    figures: Mapping[str, FigureKind]
    readers: Mapping[str, Reader]
    whole: Callable[[dict[str, Any], Wrong], Wrong]


def read_sheet(content: bytes, days: Days, sheet: Sheet) -> Iterator[Row]:
    """The rows of a table.

    Raises:
        BadInput: if it is no such table: unreadable, with formulas, without our headings, too long.
    """
    lines = sheet_of(content) if content[:4] == b"PK\x03\x04" else lines_of(content)
    heading = [text_of(cell) for cell in next(lines, [])]
    check_heading(heading, sheet)
    columns = [(name, sheet.readers[name]) for name in heading]
    for number, cells in enumerate(lines, start=2):
        if number > MOST_ROWS + 1:
            raise too_long()
        if any(cell not in ("", None) for cell in cells):
            yield read_row(number, columns, cells, days, sheet)


def no_table(why: Text) -> BadInput:
    """The file as a whole cannot be used."""
    return BadInput({"file": [why]})


def sheet_of(content: bytes) -> Iterator[Sequence[Cell]]:
    """The lines of the first sheet of a workbook.

    Raises:
        BadInput: if it cannot be read, unpacks into too much, or holds a formula.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise no_table(Text("文件解压后过大，请拆成几个文件。"))
            for part in packed.namelist():
                if part.startswith("xl/worksheets/"):
                    look_over(packed, part)
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return iter(book.get_sheet_by_index(0).to_python(skip_empty_area=False))
    except (zipfile.BadZipFile, CalamineError, NotImplementedError, KeyError, ValueError) as error:
        raise no_table(NO_WORKBOOK) from error


def look_over(packed: zipfile.ZipFile, part: str) -> None:
    """Look over a sheet before it is read into memory: a formula's value need not be what it would be today.

    Raises:
        BadInput: if it holds a formula, or more rows than may be imported.
    """
    rows, kept = 0, b""
    with packed.open(part) as sheet:
        while block := sheet.read(1_000_000):
            seen = kept + block
            if any(mark in seen for mark in FORMULA_MARKS):
                raise no_table(Text("表格含有公式，请把公式粘贴为数值后重新上传。"))
            rows += seen.count(ROW_MARK)
            kept = seen[-3:]
            if rows > MOST_ROWS + 1:
                raise too_long()


def too_long() -> BadInput:
    """There are more rows than may be imported at once."""
    return no_table(Text("表格超过{most}行，请拆成几个文件。", most=MOST_ROWS))


def lines_of(content: bytes) -> Iterator[Sequence[Cell]]:
    """The lines of a CSV file in UTF-8 or in GB 18030, as Chinese spreadsheets write it.

    Raises:
        BadInput: if it is neither.
    """
    other = other_kind(content)
    if other is not None:
        raise no_table(
            Text("这是{kind}，不是 XLSX 或者 CSV 表格；请用表格软件另存为 XLSX 或者 CSV 后上传。", kind=other)
        )
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        try:
            return iter(list(csv.reader(io.StringIO(text), strict=True)))
        except csv.Error as error:
            raise no_table(NO_CSV) from error
    raise no_table(NO_CSV)


def check_heading(heading: Sequence[str], sheet: Sheet) -> None:
    """Stop where the first line does not name our columns."""
    unknown = [name for name in heading if name not in sheet.readers]
    sums = sheet.total in heading or any(name in heading for name in sheet.figures)
    if sheet.who not in heading or not sums or unknown or len(set(heading)) < len(heading):
        raise no_table(
            Text(
                "第一行须为列名，可用：{known}；必须有“{creditor}”，以及“{total}”或者分项金额。",
                known=list(sheet.readers),
                creditor=sheet.who,
                total=sheet.total,
            )
        )


def text_of(cell: Cell) -> str:
    """A cell as text; a whole number that a spreadsheet keeps as 12.0 is 12."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 10**15 else repr(cell)
    return "" if cell is None else str(cell).strip()


def read_row(
    number: int, columns: Sequence[tuple[str, Reader]], cells: Sequence[Cell], days: Days, sheet: Sheet
) -> Row:
    """One row; a cell that cannot be used is named and left out."""
    wrong: Wrong = []
    content: dict[str, Any] = {"figures": []}
    if len(cells) > len(columns) and any(text_of(cell) for cell in cells[len(columns) :]):
        wrong.append((columns[-1][0], Text("单元格比列名多。")))
    for (name, read), cell in zip(columns, cells, strict=False):
        try:
            read(content, name, cell, days)
        except ValueError as error:
            wrong.append((name, error.args[0]))
    return Row(number, content, wrong + whole(content, wrong, sheet))


def whole(content: dict[str, Any], wrong: Wrong, sheet: Sheet) -> Wrong:
    """What is wrong with a row as a whole: no creditor, no sum, a sum that its figures do not make."""
    found: Wrong = sheet.whole(content, wrong)
    misread = {name for name, _ in wrong}
    if not content.get("creditor") and sheet.who not in misread:
        found.append((sheet.who, Text("请填写“{who}”。", who=sheet.who)))
    if misread and (sheet.total in misread or misread & sheet.figures.keys()):
        return found
    figures, total = content["figures"], content.get("filed_fen")
    made = sum([fen for _, fen in figures]) if figures else total
    if made is None:
        found.append((sheet.total, Text("请填写“{total}”或者分项金额。", total=sheet.total)))
    elif total not in (None, made):
        found.append((sheet.total, Text("“{total}”与分项合计不符。", total=sheet.total)))
    content["filed_fen"] = made
    if not figures and total is not None:
        content["figures"] = [(FigureKind.WHOLE.value, total)]
    return found


def read_creditor(content: dict[str, Any], _name: str, cell: Cell, _days: Days) -> None:
    content["creditor"] = plain(text_of(cell), 200)


def reader_of_text(field: str, most: int) -> Reader:
    """How a column of words is read."""

    def read_text(content: dict[str, Any], _name: str, cell: Cell, _days: Days) -> None:
        content[field] = plain(text_of(cell), most)

    return read_text


def plain(text: str, most: int) -> str:
    """A text without control characters, formulas and overlength."""
    if len(text) > most:
        raise ValueError(Text("内容过长，最多{most}个字。", most=most))
    if text.startswith("="):
        raise ValueError(Text("单元格含有公式，请改为数值或者文字。"))
    if not text.isprintable() and any(ord(c) < 32 and c not in "\n\t" for c in text):
        raise ValueError(Text("含有不能使用的控制字符，请删除后重试。"))
    return text


def reader_of_figure(kind: FigureKind) -> Reader:
    """How the column of a figure is read."""
    word = kind.value

    def read_figure(content: dict[str, Any], _name: str, cell: Cell, _days: Days) -> None:
        if text := text_of(cell):
            content["figures"].append((word, typed_fen(text)))

    return read_figure


def read_total(content: dict[str, Any], _name: str, cell: Cell, _days: Days) -> None:
    if text := text_of(cell):
        content["filed_fen"] = typed_fen(text)


def reader_of_answer(field: str) -> Reader:
    """How a column is read that says yes or no."""

    def read_answer(content: dict[str, Any], _name: str, cell: Cell, _days: Days) -> None:
        text = text_of(cell).lower()
        if text not in YES_OR_NO:
            raise ValueError(Text("请填写“是”或者“否”。"))
        content[field] = YES_OR_NO[text]

    return read_answer
