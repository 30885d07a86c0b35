"""What fields of a step may name of the case: its creditors, assets, meetings.

A short list is a list to choose from. Of a long one only what was chosen is shown, with a link to where it
can be looked up: nobody finds a creditor among three thousand options.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from flask import request, url_for
from marshmallow import Schema, fields

from court_app.languages import say
from court_app.services.occasion import Occasion
from court_app.services.procedure import choosing
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.part_columns import state_of
from court_app.services.procedure.parts import PARTS
from court_app.web.forms import Choices
from court_app.web.layout import yuan
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
    for name, asked in fields_below(payload()):
        offer = OFFERS.get(str(asked.metadata.get("offer", asked.metadata.get("widget"))))
        if offer is not None:
            offer(Asked(occasion, case, name, step, kind), found)
    return found


def fields_below(schema: Schema) -> Iterator[tuple[str, fields.Field[Any]]]:
    """The fields of a payload and those of its rows, by their own names."""
    for name, asked in schema.load_fields.items():
        yield name, asked
        if isinstance(asked, fields.List) and isinstance(asked.inner, fields.Nested):
            yield from fields_below(asked.inner.schema)


def offer_creditors(asked: Asked, found: OfTheCase) -> None:
    """Creditors by the number of the party."""
    known = choosing.creditors(asked.occasion, asked.case)
    rows = known.rows
    if known.total > choosing.SHORT:
        found.lookups[asked.name] = url_for(
            "parts.creditors",
            case_id=asked.case.id,
            step=asked.step,
            kind=asked.kind,
            field=asked.name,
            serial=(request.view_args or {}).get("serial"),
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
    """Claims by their number in the claims table."""
    known = choosing.claims(asked.occasion, asked.case)
    if known is None:
        found.lookups[asked.name] = url_for("parts.index", case_id=asked.case.id, part_kind="claims")
        return
    found.choices[asked.name] = [(str(one.serial), f"{one.serial} {one.party.name}") for one in known]


def offer_resolutions(asked: Asked, found: OfTheCase) -> None:
    """Resolutions by their number."""
    found.choices[asked.name] = [
        (str(one.serial), f"{one.serial} {one.subject}（{say(state_of(PARTS['resolutions'], one))}）")
        for one in choosing.resolutions(asked.occasion, asked.case)
    ]


def offer_decisions(asked: Asked, found: OfTheCase) -> None:
    """Carried decisions of the committee by their number."""
    found.choices[asked.name] = [
        (str(one.serial), f"{one.serial} {one.subject}")
        for one in choosing.carried_decisions(asked.occasion, asked.case)
    ]


def offer_members(asked: Asked, found: OfTheCase) -> None:
    """Who sits on the committee today, by the number of the seat."""
    committee = CaseContents(asked.occasion.session, asked.case).committee()
    found.choices[asked.name] = [
        (str(one.position), f"{one.position} {one.name}（{say(one.kind)}）")
        for one in (committee.members_on(asked.occasion.today) if committee else ())
    ]


def offer_spendings(asked: Asked, found: OfTheCase) -> None:
    """Spendings that can pay a cost of an asset, by their number."""
    found.choices[asked.name] = [
        (
            str(one.serial),
            say(
                Text(
                    "{serial} {purpose}（{state}，可对应{free}元）",
                    serial=one.serial,
                    purpose=one.purpose,
                    state=state_of(PARTS["spendings"], one),
                    free=yuan(free),
                )
            ),
        )
        for one, free in choosing.spendings_for_costs(asked.occasion, asked.case)
    ]


OFFERS: dict[str, Callable[[Asked, OfTheCase], None]] = {
    "creditor": offer_creditors,
    "meeting": offer_meetings,
    "asset": offer_assets,
    "claim": offer_claims,
    "resolution": offer_resolutions,
    "decision": offer_decisions,
    "member": offer_members,
    "voter": offer_members,
    "spending": offer_spendings,
}
