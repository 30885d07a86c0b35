"""Lists as tables for a spreadsheet; a cell that would be a formula is text."""

import csv
import io
from collections.abc import Iterable, Sequence

import xlsxwriter

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(cell: str) -> str:
    """A cell that a spreadsheet will not run."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def as_csv(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table as CSV with a byte order mark, which spreadsheets need for Chinese."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(heading)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def as_workbook(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table as a workbook with one sheet."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for place, row in enumerate([heading, *rows]):
            for column, cell in enumerate(row):
                sheet.write_string(place, column, cell)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(heading) - 1, 24)
    return out.getvalue()
