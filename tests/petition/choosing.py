"""Choosing an administrator at the demonstration court, as users would."""

from typing import Any

from court_app.demo.actors import PANEL, Play
from court_app.demo.petitions import petition
from court_app.services.administrators import chosen
from court_app.services.procedure import parts
from models import Selection
from workflows.payloads.selection import ITEMS

DECLARED: dict[str, Any] = {
    **dict.fromkeys(ITEMS, True),
    "accepts": True,
    "head": "方序",
    "address": "江澜市望江路66号8层",
    "phone": "0000-2223334",
}


def under_review(play: Play, number: int = 4) -> int:
    """A debtor's own petition that is being reviewed."""
    case = play.receive(petition(number, applicant_kind="DEBTOR"))
    play.assign(case, PANEL)
    play.later(2)
    play.step(case, "start_direct_review", "shenzhiheng")
    return case


def begin(play: Play, case: int, name: str = "prepare", who: str = "heqieyu", **data: Any) -> int:
    """Begin a selection; returns its number."""
    with play.bench.writing() as session, session.begin():
        return parts.begin(play.occasion(session, who), case, "selections", name, data).subject.serial  # type: ignore[union-attr]


def step(play: Play, case: int, serial: int, name: str, who: str = "heqieyu", **data: Any) -> None:
    """Take a step of a selection."""
    with play.bench.writing() as session, session.begin():
        parts.take_step(play.occasion(session, who), case, "selections", serial, name, data, version=None)


def own_step(play: Play, selection_id: int, name: str, who: str, **data: Any) -> None:
    """Take a step of a selection as the one who is chosen."""
    with play.bench.writing() as session, session.begin():
        chosen.take_step(play.occasion(session, who), selection_id, name, data, version=None)


def selection(play: Play, case: int, serial: int = 1) -> Selection:
    """A selection as it stands."""
    with play.bench.reading() as session:
        return session.query(Selection).filter_by(case_id=case, serial=serial).one()


def all_but(*numbers: int) -> list[dict[str, Any]]:
    """Leave out every firm of the demonstration roster but these."""
    return [{"number": n, "ground": "OTHER", "note": "试"} for n in range(1, 10) if n not in {*numbers, 7}]
