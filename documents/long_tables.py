"""Tables of thousands of lines for the file: drawn some lines at a time, joined into one PDF."""

from collections.abc import Sequence
from typing import Any, Protocol

from documents.batch import merge
from documents.rendering import check_text, environment, pressed

ON_A_SHEET = 300
"""Lines that are laid out together: the time for a table grows faster than its length."""
UNPRINTABLE = "□"


class Table(Protocol):
    """Whatever has lines; its template knows the rest."""

    @property
    def lines(self) -> Sequence[Any]:
        """The lines, in their order."""


def render_table(template: str, sheet: Table) -> bytes:
    """The table as PDF; a letter that no font covers is shown as a box.

    The template is told which lines to show, and whether it draws the first part (with the head) and the last
    (with the signature).
    """
    parts = [sheet.lines[start : start + ON_A_SHEET] for start in range(0, len(sheet.lines), ON_A_SHEET)]
    pages = [
        part_of(template, sheet, lines, number, len(parts)) for number, lines in enumerate(parts or [()], 1)
    ]
    return pages[0] if len(pages) == 1 else merge(pages)


def part_of(template: str, sheet: Table, lines: Sequence[Any], number: int, parts: int) -> bytes:
    """Some lines of the table."""
    page = environment().get_template(template)
    html = page.render(
        sheet=sheet, lines=lines, first=number == 1, last=number >= parts, total=len(sheet.lines)
    )
    boxes = {ord(letter): UNPRINTABLE for letter in check_text(html)}
    return pressed(html.translate(boxes))
