"""A roster out of a table (CSV): every wrong row is named, and then nothing is written."""

import csv
import io
from typing import Any

from marshmallow import ValidationError

from court_app.errors import BadInput, flatten
from court_app.services.administrators import keeping_roster
from court_app.services.occasion import Occasion
from models.vocabulary import AdministratorGrade, PartyKind, Term
from workflows.engine import StepRefused
from workflows.text import Text

COLUMNS = {
    "名册": "kind",
    "名称": "name",
    "负责人": "head",
    "地址": "address",
    "电话": "phone",
    "等级": "grade",
    "编入日期": "listed_on",
}
NEEDED = ("名册", "名称", "编入日期")
KIND_WORDS = {"机构": PartyKind.ORGANISATION, "个人": PartyKind.PERSON}
MOST_ROWS = 2_000
Errors = dict[str, list[Text]]


def import_table(occasion: Occasion, text: str) -> int:
    """List everybody in a table; returns how many.

    Raises:
        BadInput: naming every row that does not fit.
        Forbidden: if the person may not change a roster.
    """
    court = keeping_roster.own_roster(occasion)
    rows = read_table(text)
    wrong: Errors = {}
    ready: list[tuple[int, dict[str, Any]]] = []
    seen: dict[str, int] = {}
    for number, raw in rows:
        try:
            data = keeping_roster.NewEntry().load(raw)
            keeping_roster.not_in_the_future(occasion, "listed_on", data["listed_on"])
        except ValidationError as error:
            normalized: Any = error.normalized_messages
            wrong |= {row_key(number): named(flatten(normalized()))}
            continue
        except BadInput as error:
            wrong |= {row_key(number): named(error.fields)}
            continue
        if data["name"] in seen:
            twice = Text("名称“{name}”与第{row}行重复。", name=data["name"], row=seen[data["name"]])
            wrong[row_key(number)] = [twice]
            continue
        seen[data["name"]] = number
        ready.append((number, data))
    for number, data in ready if not wrong else ():
        try:
            keeping_roster.enlist(occasion, court, data)
        except StepRefused as error:
            wrong[row_key(number)] = [obstacle.text for obstacle in error.obstacles]
    if wrong:
        raise BadInput(wrong)
    return len(ready)


def read_table(text: str) -> list[tuple[int, dict[str, Any]]]:
    """The rows of a table with their numbers, by our names; the heading is row 1.

    Raises:
        BadInput: if it is no table with our columns.
    """
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff")))
    try:
        lines = list(reader)
    except csv.Error as error:
        raise BadInput({"csv": [Text("不是可以读取的 CSV 表格。")]}) from error
    heading = [cell.strip() for cell in lines[0]] if lines else []
    absent = [name for name in NEEDED if name not in heading]
    unknown = [name for name in heading if name not in COLUMNS]
    if absent or unknown or len(set(heading)) < len(heading):
        wrong = Text(
            "第一行须为列名，可用：{known}；必须有：{needed}。", known=list(COLUMNS), needed=list(NEEDED)
        )
        raise BadInput({"csv": [wrong]})
    rows = [(number, cells) for number, cells in enumerate(lines[1:], start=2) if any(map(str.strip, cells))]
    if not 1 <= len(rows) <= MOST_ROWS:
        raise BadInput({"csv": [Text("表格须有1至{most}行。", most=MOST_ROWS)]})
    return [(number, read_row(number, heading, cells)) for number, cells in rows]


def read_row(number: int, heading: list[str], cells: list[str]) -> dict[str, Any]:
    """One row by our names, its words by their values; an empty cell is left out."""
    if len(cells) > len(heading):
        raise BadInput({row_key(number): [Text("单元格比列名多。")]})
    typed = {COLUMNS[name]: cell.strip() for name, cell in zip(heading, cells, strict=False) if cell.strip()}
    if "kind" in typed:
        typed["kind"] = KIND_WORDS[typed["kind"]].value if typed["kind"] in KIND_WORDS else typed["kind"]
    if "grade" in typed:
        typed["grade"] = value_of(typed["grade"], AdministratorGrade)
    return typed


def value_of(text: str, words: type[Term]) -> str:
    """The value of a word that is written by its label; any other text stays, to be refused."""
    return next((word.value for word in words if text in {word.zh, word.en}), text)


def row_key(number: int) -> str:
    """How a row is named in errors."""
    return f"row {number}"


def named(errors: Errors) -> list[Text]:
    """Sentences of a row, each with its column."""
    columns = {ours: column for column, ours in COLUMNS.items()}
    return [
        Text("{column}：{what}", column=columns.get(name, name), what=line)
        for name, lines in errors.items()
        for line in lines
    ]
