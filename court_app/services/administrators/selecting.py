"""How a new selection is made: the roster of the day, frozen, with everybody who is left out and why."""

import secrets
from collections.abc import Iterable, Mapping
from typing import Any, cast

from sqlalchemy import select

from court_app.errors import BadInput
from court_app.services.administrators import roster
from court_app.services.casework import history
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.step_records import Beginning
from models import Case, Court, SealedSeed, Selection
from models.vocabulary import (
    CaseType,
    ExclusionGround,
    PartyKind,
    RosterStatus,
    SelectionMethod,
)
from workflows.calculations.draw import commitment_of
from workflows.engine import StepRefused
from workflows.law.citations import cite
from workflows.law.exclusions import EXCLUSIONS
from workflows.text import Text
from workflows.transition import Obstacle

SEED_BYTES = 32
Candidate = dict[str, Any]


def make_selection(begun: Beginning) -> None:
    """A selection as it begins; what the service found out goes into the docket with the step."""
    selection, data = cast(Selection, begun.part), begun.data
    must_be_today(begun)
    selection.prepared_on = begun.on
    selection.ranking, selection.declaration = [], {}
    selection.seed = selection.commitment = selection.chosen_name = ""
    selection.standbys = data.get("standbys", 0)
    selection.ground = data.get("ground", "")
    if "group_name" in data:
        selection.method, selection.kind = SelectionMethod.DESIGNATION, PartyKind.ORGANISATION
        selection.candidates, selection.chosen_name = [], data["group_name"]
        return
    selection.method = data.get("method", SelectionMethod.COMPETITION)
    selection.kind, selection.grade = data.get("kind", PartyKind.ORGANISATION), data.get("grade")
    selection.roster_court = roster.roster_court(begun.occasion.session, begun.case.court)
    selection.candidates = frozen(begun, selection, data["exclusions"])
    if all(one["ground"] for one in selection.candidates):
        raise StepRefused("prepare", [nobody_left()])
    found = cast(dict[str, Any], data)
    found["snapshot_hash"] = history.digest(selection.candidates)
    if selection.method == SelectionMethod.DRAW:
        found["commitment"] = selection.commitment = seal_seed(begun, selection)


def must_be_today(begun: Beginning) -> None:
    """A roster is frozen on the day itself, never for a day that is over.

    Raises:
        BadInput: if another day was named.
    """
    if begun.on != begun.occasion.today:
        raise BadInput({"effective_on": [Text("选定须当日进行、当日记录。")]})


def nobody_left() -> Obstacle:
    """What is said where the roster has nobody to choose from."""
    return Obstacle(
        "nobody_to_choose",
        Text("名册中没有符合条件的候选人，请调整名册、等级或者排除事由。"),
        cite("AA 15", "AA 20"),
    )


def seal_seed(begun: Beginning, selection: Selection) -> str:
    """Make a secret seed and put it under seal; returns its commitment, which is all that is shown."""
    session, seed = begun.occasion.session, secrets.token_hex(SEED_BYTES)
    session.add(selection)
    session.flush()
    session.add(SealedSeed(selection_id=selection.id, seed=seed, sealed_at=begun.occasion.now))
    return commitment_of(seed)


def frozen(
    begun: Beginning, selection: Selection, exclusions: Iterable[Mapping[str, Any]]
) -> list[Candidate]:
    """The roster of the day in its order, each with why it is left out, if it is.

    Raises:
        BadInput: if somebody is named who is not on it.
    """
    session, court = begun.occasion.session, cast(Court, selection.roster_court)
    wanted = roster.Wanted(on=begun.on, kind=selection.kind, grade=selection.grade)
    listed = [one for one in roster.standings(session, court, wanted) if one.status != RosterStatus.REMOVED]
    named = {one["number"]: one for one in exclusions}
    strangers = sorted(set(named) - {one.administrator.serial for one in listed})
    if strangers:
        wrong = Text("名册编号{numbers}不在冻结的名册中。", numbers=strangers)
        raise BadInput({"exclusions": [wrong]})
    gone, in_office = dropped_out(begun), names_in_office(begun)
    return [candidate(one, named.get(one.administrator.serial), gone, in_office) for one in listed]


def candidate(
    one: roster.Standing, named: Mapping[str, Any] | None, gone: frozenset[int], in_office: frozenset[str]
) -> Candidate:
    """A line of the frozen roster."""
    entry, ground, note = one.administrator, None, ""
    if one.status == RosterStatus.SUSPENDED:
        ground, note = ExclusionGround.SUSPENDED, one.until_on.isoformat() if one.until_on else ""
    elif entry.id in gone:
        ground = ExclusionGround.DROPPED_OUT
    elif entry.name in in_office:
        ground = ExclusionGround.IN_OFFICE
    elif named is not None:
        ground, note = named["ground"], named["note"]
    return {
        "id": entry.id,
        "number": entry.serial,
        "name": entry.name,
        "grade": one.grade.value,
        "ground": ground.value if ground else "",
        "basis": [str(place) for place in EXCLUSIONS[ground]] if ground else [],
        "note": note,
    }


def dropped_out(begun: Beginning) -> frozenset[int]:
    """Who has dropped out of an earlier selection in this case."""
    earlier = begun.occasion.session.scalars(select(Selection).where(Selection.case_id == begun.case.id))
    return frozenset(
        left["id"] for one in earlier for left in one.flags.get("dropped", []) if left["id"] is not None
    )


def names_in_office(begun: Beginning) -> frozenset[str]:
    """The administrator who is to be replaced, if the case has one."""
    if begun.case.case_type != CaseType.BK_CASE:
        return frozenset()
    office = CaseContents(begun.occasion.session, begun.case).appointment()
    return frozenset({office.party.name}) if office else frozenset()


def proposal(case: Case) -> dict[str, Any]:
    """What a form that names an administrator is filled with, once one has been selected."""
    selected = case.flags.get("selected_administrator")
    return {} if selected is None else {f"administrator_{name}": value for name, value in selected.items()}
