"""The registers of claims (债权申报登记册, 债权表) as tables for the file, signed below (I3-6)."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.batch import merge
from documents.rendering import check_text, environment, pressed

ON_A_SHEET = 300
"""Lines that are laid out together: the time for a table grows faster than its length."""
UNPRINTABLE = "□"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its label, its width in millimetres (0 takes what is left), how it is set."""

    label: str
    width: int = 0
    align: str = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterSheet:
    """What a register says as at a day. Days are ISO text, sums are written out."""

    court: str
    number: str
    debtor: str
    title: str
    basis: str
    as_at: str
    made_on: str
    made_by: str
    columns: tuple[SheetColumn, ...]
    lines: tuple[tuple[str, ...], ...]
    totals: tuple[str, ...]


def render_register(sheet: RegisterSheet) -> bytes:
    """The register as PDF; a letter that no font covers is shown as a box."""
    parts = [sheet.lines[start : start + ON_A_SHEET] for start in range(0, len(sheet.lines), ON_A_SHEET)]
    pages = [part_of(sheet, lines, number, len(parts)) for number, lines in enumerate(parts or [()], 1)]
    return pages[0] if len(pages) == 1 else merge(pages)


def part_of(sheet: RegisterSheet, lines: Sequence[tuple[str, ...]], number: int, parts: int) -> bytes:
    """Some lines of the register; head only on the first part, totals and signature only on the last."""
    page = environment().get_template("register_sheet.html")
    html = page.render(sheet=sheet, lines=lines, first=number == 1, last=number >= parts)
    boxes = {ord(letter): UNPRINTABLE for letter in check_text(html)}
    return pressed(html.translate(boxes))
