"""Slips with voting codes, ten on a page, to be cut and handed to the creditors."""

from dataclasses import dataclass

from documents.batch import merge
from documents.rendering import check_text, environment, pressed
from documents.verification import qr_svg

ON_A_SHEET = 200
UNPRINTABLE = "□"


@dataclass(frozen=True, slots=True)
class VotingSlip:
    """The number of a creditor's first claim, his name, his code."""

    number: str
    creditor: str
    code: str


def render_slips(case: str, meeting: str, address: str, slips: tuple[VotingSlip, ...]) -> bytes:
    """The slips as PDF; the QR picture leads to `address`, never holds the code."""
    template, picture = environment().get_template("voting_slips.html"), qr_svg(address)
    pages = []
    for start in range(0, len(slips), ON_A_SHEET):
        own = slips[start : start + ON_A_SHEET]
        html = template.render(case=case, meeting=meeting, address=address, slips=own, picture=picture)
        boxes = {ord(letter): UNPRINTABLE for letter in check_text(html)}
        pages.append(pressed(html.translate(boxes)))
    return pages[0] if len(pages) == 1 else merge(pages)
