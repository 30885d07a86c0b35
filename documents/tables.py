"""Tables in the text of a paper: lines that begin with a bar, the first of them the heading.

`| 序号 | 债权人 | 确认金额（元） |`: a heading that ends with （元） makes a column of money, set flush
right; a line whose first cell is 合计 is the line of totals.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

BAR, MONEY, TOTAL = "|", "（元）", "合计"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table."""

    cells: tuple[str, ...]

    @property
    def is_total(self) -> bool:
        """Whether it sums the lines above it."""
        return bool(self.cells) and self.cells[0] == TOTAL


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its headings, and every line with as many cells."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]

    def is_money(self, column: int) -> bool:
        """Whether a column holds sums."""
        return self.headings[column].endswith(MONEY)


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two tables: one paragraph; or a table."""

    line: str = ""
    table: Table | None = None


def pieces(lines: Iterable[str]) -> list[Piece]:
    """The paragraphs of a section in order, neighbouring lines of a table together."""
    return [piece for barred, group in groupby(lines, is_barred) for piece in pieces_of(barred, group)]


def is_barred(line: str) -> bool:
    """Whether a line belongs to a table."""
    return line.startswith(BAR)


def pieces_of(barred: bool, lines: Iterable[str]) -> Iterator[Piece]:
    """A run of lines of one kind."""
    if barred:
        yield Piece(table=table_of(lines))
    else:
        yield from (Piece(line=line) for line in lines)


def table_of(lines: Iterable[str]) -> Table:
    """A table from its lines; a line with too few cells is filled up, what is too many joins the last."""
    headings, *rows = (cells_of(line) for line in lines)
    return Table(headings, tuple(Row(fitted(cells, len(headings))) for cells in rows))


def cells_of(line: str) -> tuple[str, ...]:
    """The cells of a line, without the bars at its ends."""
    return tuple(cell.strip() for cell in line.strip().removeprefix(BAR).removesuffix(BAR).split(BAR))


def fitted(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    """As many cells as the table has columns."""
    kept = (*cells[: width - 1], " ".join(cells[width - 1 :]))
    return kept + ("",) * (width - len(kept))
