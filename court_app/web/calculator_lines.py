"""Lists typed one item a line, or pasted from a spreadsheet, as the calculators read them; and back."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.vocabulary import ClaimClass, Rank, Term
from workflows.calculations.sum_faults import half_width
from workflows.errors import CalculationError
from workflows.law.cram_down import PlanClassKind
from workflows.text import Bilingual, Text

BETWEEN = re.compile(r"[\s，；;]+")
NUMERIC = re.compile(r"[-+0-9.,eE%]+").fullmatch
NAMES = ("id", "asset")
"""Columns in which a number is a name and stays as it was typed."""
Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """What stands at one place of a line: a `whole` number, or one of some `terms`, by any of its `words`."""

    name: str
    label: Bilingual
    whole: bool = False
    terms: tuple[Term, ...] = ()
    words: Mapping[str, str] | None = None
    optional: bool = False

    def read(self, typed: str) -> Any:
        """What was typed, as the calculator takes it; what does not fit is left for it to refuse."""
        if self.whole and typed.isdecimal() and len(typed) < 20:
            return int(typed)
        if self.name not in NAMES:
            typed = typed_number(typed)
        return self.words.get(typed.lower(), typed) if self.words else typed


@dataclass(frozen=True, slots=True)
class Lines:
    """A list typed line by line: the items, and on which line each stands, counted from 1."""

    items: list[Item]
    places: list[int]


def read_lines(text: str, columns: Sequence[Column], name: str) -> Lines:
    """Read a text, one item a line.

    Raises:
        CalculationError: naming the line that has too few or too many places.
    """
    items: list[Item] = []
    places: list[int] = []
    for place, line in enumerate(text.splitlines(), 1):
        cells = split(line)
        if not cells:
            continue
        least = sum(not column.optional for column in columns)
        if not least <= len(cells) <= len(columns):
            wrong = Text("第{line}行有{count}栏，须有{least}栏。", line=place, count=len(cells), least=least)
            if len(cells) > least:
                most = len(columns)
                wrong = Text("第{line}行有{count}栏，最多{most}栏。", line=place, count=len(cells), most=most)
            raise CalculationError("bad_line", wrong, f"{name}.{len(items)}")
        items.append(
            {column.name: column.read(cell) for column, cell in zip(columns, cells, strict=False) if cell}
        )
        places.append(place)
    return Lines(items, places)


def typed_number(text: str) -> str:
    """A number as it was typed, in half width; any other text stays as it is."""
    half = half_width(text)
    return half if NUMERIC(half) else text


def split(line: str) -> list[str]:
    """The places of a line: between tabs if there are any, else between spaces, else between commas."""
    line = line.rstrip()
    if "\t" in line:
        return [cell.strip() for cell in line.split("\t")]
    cells = [cell for cell in BETWEEN.split(line.strip()) if cell]
    return [cell.strip() for cell in line.split(",")] if len(cells) == 1 and "," in line else cells


def write_lines(items: Iterable[Mapping[str, Any]], columns: Sequence[Column], language: str) -> str:
    """Items as a person would type them, words in his language where it has them in one word."""
    return "\n".join("\t".join(cells_of(item, columns, language)) for item in items)


def cells_of(item: Mapping[str, Any], columns: Sequence[Column], language: str) -> list[str]:
    """The places of one item's line, empty ones at its end left out."""
    cells = [written(item.get(column.name, ""), column, language) for column in columns]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def written(value: Any, column: Column, language: str) -> str:
    """A value as it stands on a line."""
    if column.words is not None and language == "zh":
        return next((name for name, word in column.words.items() if word == value), str(value))
    return str(value)


def names_of(*terms: tuple[Term, str]) -> dict[str, str]:
    """Every name of some words, in small letters, with what each means; the Chinese one first."""
    names: dict[str, str] = {}
    for term, meaning in terms:
        for name in (term.zh, term.zh.removesuffix("组"), term.value, term.en):
            names.setdefault(name.lower(), meaning)
    return names


RANKS = names_of(
    *((rank, rank.value) for rank in Rank),
    *((word, word.rank.value) for word in ClaimClass if word.rank is not None),
)
"""Ranks by their own names and by those of the classes that stand in them."""
KINDS = names_of(*((kind, kind.value) for kind in PlanClassKind))
SECOND = {"拒绝": "refused", "refused": "refused"}
