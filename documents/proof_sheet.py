"""The proof of service of a notice to many, as a table for the file: some lines a page, signed below."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.batch import merge
from documents.rendering import check_text, environment, pressed

ON_A_SHEET = 300
"""Lines that are laid out together: the time for a table grows faster than its length."""
UNPRINTABLE = "□"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofLine:
    """One addressee: how, where and when he was told, or why not."""

    number: int
    name: str
    method: str
    address: str
    sent_on: str
    served_on: str
    state: str
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofSheet:
    """What the sheet says. Days are ISO text."""

    court: str
    number: str
    debtor: str
    title: str
    made_on: str
    made_by: str
    issued_sha256: str
    verdict: str
    basis: str
    due_on: str
    counts: tuple[tuple[str, int], ...]
    lines: tuple[ProofLine, ...]


def render_proof_sheet(sheet: ProofSheet) -> bytes:
    """The sheet as PDF; a letter that no font covers is shown as a box."""
    parts = [sheet.lines[start : start + ON_A_SHEET] for start in range(0, len(sheet.lines), ON_A_SHEET)]
    pages = [part_of(sheet, lines, number, len(parts)) for number, lines in enumerate(parts or [()], 1)]
    return pages[0] if len(pages) == 1 else merge(pages)


def part_of(sheet: ProofSheet, lines: Sequence[ProofLine], number: int, parts: int) -> bytes:
    """Some lines of the sheet; head only on the first part, signature only on the last."""
    page = environment().get_template("proof_sheet.html")
    html = page.render(
        sheet=sheet, lines=lines, first=number == 1, last=number >= parts, total=len(sheet.lines)
    )
    boxes = {ord(letter): UNPRINTABLE for letter in check_text(html)}
    return pressed(html.translate(boxes))
