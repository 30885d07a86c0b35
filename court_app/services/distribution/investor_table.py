"""A list of investors (XLSX or CSV) read row by row: every wrong cell is named, nothing is guessed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from marshmallow import ValidationError

from court_app.errors import BadInput, flatten
from court_app.services.sheets import Cell, lines_of, no_table, plain, sheet_of, text_of
from models.vocabulary import HoldingKind, PartyKind, Term
from workflows.payloads.investors import InvestorListed
from workflows.text import Text

COLUMNS = {
    "出资人": "name",
    "主体类型": "kind",
    "证件号码": "identity_number",
    "分配依据": "holding",
    "认缴出资": "subscribed_fen",
    "实缴出资": "paid_in_fen",
    "股份数": "shares",
    "来源": "source",
}
HEADINGS = tuple(COLUMNS)
NEEDED = ("出资人", "主体类型", "分配依据", "来源")
HEADING_OF = {name: heading for heading, name in COLUMNS.items()}
WORDS: Mapping[str, tuple[type[Term], Mapping[str, str]]] = {
    "kind": (PartyKind, {"企业": "ENTERPRISE", "法人": "ENTERPRISE", "个人": "PERSON"}),
    "holding": (HoldingKind, {"实缴出资": "CONTRIBUTION", "股份": "SHARES"}),
}
"""Columns that hold a word: its label, its value or one of these names."""
BY_CAPITAL = ("subscribed_fen", "paid_in_fen")
"""What must be told of who shares by capital paid in, be it nought: an empty cell is not read as nothing."""
MOST_INVESTORS = 10_000
"""So many rows of one table."""
LISTED_AS = InvestorListed()


@dataclass(slots=True)
class InvestorRow:
    """A row: its number in the sheet (the heading is 1), what it says, what is wrong with it by heading.

    `listed` is what is recorded of the investor; empty where the row cannot be used. Sums in fen.
    """

    number: int
    told: dict[str, str] = field(default_factory=dict)
    listed: dict[str, Any] = field(default_factory=dict)
    wrong: list[tuple[str, Text]] = field(default_factory=list)


def read_investors(content: bytes) -> list[InvestorRow]:
    """The rows of a list of investors.

    Raises:
        BadInput: if it is no such table: unreadable, with formulas, without our headings, empty, too long.
    """
    lines = sheet_of(content) if content[:4] == b"PK\x03\x04" else lines_of(content)
    heading = [text_of(cell) for cell in next(lines, [])]
    check_heading(heading)
    found = list[InvestorRow]()
    for number, cells in enumerate(lines, start=2):
        if any(text_of(cell) for cell in cells):
            found.append(read_row(number, heading, cells))
        if len(found) > MOST_INVESTORS:
            raise no_table(Text("表格超过{most}行，请拆成几个文件。", most=MOST_INVESTORS))
    if not found:
        raise BadInput({"file": [Text("表格没有内容。")]})
    return found


def check_heading(heading: Sequence[str]) -> None:
    """Stop where the first line does not name our columns."""
    unknown = [name for name in heading if name not in COLUMNS]
    absent = [name for name in NEEDED if name not in heading]
    if unknown or absent or len(set(heading)) < len(heading):
        raise no_table(
            Text(
                "第一行须为列名，可用：{known}；必须有：{needed}。", known=list(HEADINGS), needed=list(NEEDED)
            )
        )


def read_row(number: int, heading: Sequence[str], cells: Sequence[Cell]) -> InvestorRow:
    """One row, held against what is asked of an investor who is entered by hand."""
    row = InvestorRow(number)
    if len(cells) > len(heading) and any(text_of(cell) for cell in cells[len(heading) :]):
        row.wrong.append((heading[-1], Text("单元格比列名多。")))
    for name, cell in zip(heading, cells, strict=False):
        try:
            if name == HEADING_OF["identity_number"] and isinstance(cell, float):
                row.wrong.append((name, KEPT_AS_NUMBER))
                continue
            if text := plain(text_of(cell), 500):
                row.told[COLUMNS[name]] = text
        except ValueError as error:
            row.wrong.append((name, error.args[0]))
    load(row)
    return row


def load(row: InvestorRow) -> None:
    """Read what a row tells of an investor; what is wrong is said once for each column."""
    said = {name: valued(name, text) for name, text in row.told.items()}
    for name, (words, _short) in WORDS.items():
        if name in said and said[name] not in {word.value for word in words}:
            row.wrong.append((HEADING_OF[name], Text("请填写以下之一：{known}。", known=list(words))))
    named = {column for column, _ in row.wrong}
    if said.get("holding") == HoldingKind.CONTRIBUTION.value:
        absent = [HEADING_OF[name] for name in BY_CAPITAL if name not in said]
        row.wrong += [(name, NOTHING_TOLD) for name in absent if name not in named]
    try:
        listed = LISTED_AS.load(said)
    except ValidationError as error:
        normalized: Callable[[], Any] = error.normalized_messages
        named = {column for column, _ in row.wrong}
        for name, why in flatten(normalized()).items():
            column = HEADING_OF.get(name, HEADINGS[0])
            row.wrong += [(column, line) for line in why if column not in named]
        return
    row.listed = {} if row.wrong else listed


KEPT_AS_NUMBER = Text("证件号码被存成了数字，后几位可能已经丢失；请将该列改为文本后重新填写。")
NOTHING_TOLD = Text("请填写此项；没有的填写 0。")


def valued(name: str, text: str) -> str:
    """The value of a word that is written by its label; any other text stays, to be refused where wrong."""
    if name not in WORDS:
        return text
    words, short = WORDS[name]
    return short.get(text) or next((word.value for word in words if text in {word.zh, word.en}), text)


def examples() -> Iterable[list[str]]:
    """Two invented rows for the blank table."""
    by = "实缴出资"
    return [
        ["江澜晨星投资有限公司", "企业法人", "", by, "1000000.00", "600000.00", "", "公司章程、验资报告"],
        ["苏见微", "自然人", "", by, "400000.00", "400000.00", "", "股东名册"],
    ]
