"""What fields of a step may name of the case: its creditors, assets, meetings.

A short list is a list to choose from. Of a long one only what was chosen is shown, with a link to where it
can be looked up: nobody finds a creditor among three thousand options.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from flask import request, url_for
from marshmallow import Schema

from court_app.languages import say
from court_app.services import choosing
from court_app.services.occasion import Occasion
from court_app.services.part_columns import state_of
from court_app.services.parts import PARTS
from court_app.web.forms import Choices
from models import Case
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class OfTheCase:
    """Choices and lists to look things up in, by the names of fields."""

    choices: dict[str, Choices] = field(default_factory=dict)
    lookups: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """A field that names something of the case; `kind` is the kind of part that the step begins, if any."""

    occasion: Occasion
    case: Case
    name: str
    step: str
    kind: str

    @property
    def chosen(self) -> int:
        """What was typed, or what the address proposes; 0 if nothing was."""
        typed = request.values.get(self.name, "")
        return int(typed) if typed.isdecimal() and len(typed) < 10 else 0


def of_the_case(
    occasion: Occasion, case: Case, payload: type[Schema], step: str, kind: str = ""
) -> OfTheCase:
    """What the fields of a step's payload may name."""
    found = OfTheCase()
    for name, asked in payload().load_fields.items():
        offer = OFFERS.get(str(asked.metadata.get("widget")))
        if offer is not None:
            offer(Asked(occasion, case, name, step, kind), found)
    return found


def offer_creditors(asked: Asked, found: OfTheCase) -> None:
    """Creditors by the number of the party."""
    known = choosing.creditors(asked.occasion, asked.case)
    rows = known.rows
    if known.total > choosing.SHORT:
        found.lookups[asked.name] = url_for(
            "parts.creditors", case_id=asked.case.id, step=asked.step, kind=asked.kind, field=asked.name
        )
        chosen = choosing.creditor(asked.occasion, asked.case, asked.chosen)
        rows = [chosen] if chosen else []
    if rows or not found.lookups:
        found.choices[asked.name] = [(str(number), name) for number, name in rows]


def offer_meetings(asked: Asked, found: OfTheCase) -> None:
    """Meetings by their number."""
    kind = PARTS["meetings"]
    found.choices[asked.name] = [
        (
            str(meeting.serial),
            say(
                Text(
                    "第{serial}次，{day}，{state}",
                    serial=meeting.serial,
                    day=meeting.held_on or meeting.planned_on,
                    state=state_of(kind, meeting),
                )
            ),
        )
        for meeting in choosing.meetings(asked.occasion, asked.case)
    ]


def offer_assets(asked: Asked, found: OfTheCase) -> None:
    """Assets by their number."""
    known, kind = choosing.assets(asked.occasion, asked.case), PARTS["assets"]
    if known is None:
        found.lookups[asked.name] = url_for("parts.index", case_id=asked.case.id, part_kind=kind.path)
        return
    found.choices[asked.name] = [
        (str(asset.serial), f"{asset.serial} {asset.name}（{say(state_of(kind, asset))}）") for asset in known
    ]


def offer_claims(asked: Asked, found: OfTheCase) -> None:
    """Claims by their number; there may be thousands, so the list of claims is where to look it up."""
    found.lookups[asked.name] = url_for("parts.index", case_id=asked.case.id, part_kind="claims")


OFFERS: dict[str, Callable[[Asked, OfTheCase], None]] = {
    "creditor": offer_creditors,
    "meeting": offer_meetings,
    "asset": offer_assets,
    "claim": offer_claims,
}
