"""Slips with codes for voting or filing, ten on a page, to be cut and handed to the creditors."""

from dataclasses import dataclass

from documents.batch import merge
from documents.rendering import check_text, environment, pressed
from documents.verification import qr_svg

ON_A_SHEET = 200
UNPRINTABLE = "□"
FOR_VOTING = "输入表决码表决。每项议案只能表决一次；请妥善保管，凭码即可代表本债权人表决。"
FOR_FILING = "输入申报码申报债权。请妥善保管，凭码即可代表本债权人申报。"


@dataclass(frozen=True, slots=True)
class VotingSlip:
    """The number of a creditor's first claim, or of his code for filing; his name; his code."""

    number: str
    creditor: str
    code: str


def render_slips(
    case: str,
    title: str,
    address: str,
    slips: tuple[VotingSlip, ...],
    *,
    advice: str = FOR_VOTING,
) -> bytes:
    """The slips as PDF, with some advice; the QR picture leads to `address`, never holds the code."""
    template, picture = environment().get_template("voting_slips.html"), qr_svg(address)
    pages = []
    for start in range(0, len(slips), ON_A_SHEET):
        own = slips[start : start + ON_A_SHEET]
        html = template.render(
            case=case, title=title, advice=advice, address=address, slips=own, picture=picture
        )
        boxes = {ord(letter): UNPRINTABLE for letter in check_text(html)}
        pages.append(pressed(html.translate(boxes)))
    return pages[0] if len(pages) == 1 else merge(pages)
