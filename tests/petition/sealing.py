"""A long paper as tests need one: approved, with a table in it."""

import pytest

from court_app.demo.actors import Hands, Play
from court_app.demo.petition_scenes import notified
from court_app.demo.petitions import acceptance
from court_app.services.papers import sealing
from models import Document
from models.vocabulary import DocumentKind

HANDS = Hands()
AT_ONCE = 3


def table(rows: int) -> str:
    """A table with so many lines, its heading among them."""
    return "\n".join(["| 序号 | 事项 |", *(f"| {number} | 查明 |" for number in range(1, rows))])


def approved(play: Play, rows: int, patch: pytest.MonkeyPatch) -> int:
    """An approved ruling with a table of so many lines, where more than three are drawn by a job."""
    patch.setattr(sealing, "AT_ONCE_ROWS", AT_ONCE)
    case = notified(play)
    play.later(9)
    play.step(case, "accept", "shenzhiheng", **acceptance())
    ruling = play.drafts(case, DocumentKind.ACCEPTANCE_RULING)[0]
    block = next(iter(paper(play, ruling).blocks))
    play.paper_step(ruling, "revise", "shenzhiheng", blocks={block: f"查明事实如下。\n{table(rows)}"})
    play.paper_step(ruling, "submit", "shenzhiheng")
    for member in HANDS.others:
        play.paper_step(ruling, "give_opinion", member, agrees=True)
    play.paper_step(ruling, "approve", HANDS.approver)
    return ruling


def paper(play: Play, document_id: int) -> Document:
    """A document as it stands."""
    with play.bench.reading() as session:
        return session.get_one(Document, document_id)
