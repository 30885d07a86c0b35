"""What the steps of a selection do: draw, turn, votes, declaration, dropping out, the appointment."""

from collections.abc import Callable
from typing import Any, cast

from sqlalchemy import select

from court_app.errors import BadInput
from court_app.services.administrators import roster
from court_app.services.procedure import parts
from court_app.services.procedure.step_records import Taken
from models import Administrator, Case, Court, SealedSeed, Selection
from models.vocabulary import DeadlineKind, SelectionMethod, SelectionState
from workflows.calculations.draw import commitment_of, draw, rota
from workflows.deadlines import compute
from workflows.guards.selection import SELECTED, SELECTING
from workflows.text import Text

Line = dict[str, Any]


def selection_of(taken: Taken) -> Selection:
    """The selection whose step it is."""
    return cast(Selection, taken.subject)


def put(case: Case, name: str, value: Any) -> None:
    """Set a flag of a case, or take it away."""
    flags = {**case.flags, name: value}
    case.flags = {key: kept for key, kept in flags.items() if kept is not None}


def open_selection(taken: Taken) -> None:
    """The case remembers which selection is going on."""
    put(taken.case, SELECTING, selection_of(taken).serial)


def name_group(taken: Taken) -> None:
    """A designated group is chosen at once (AA 18)."""
    settle(taken, [{"id": None, "number": None, "name": taken.data["group_name"], "ticket": ""}])


def eligible(selection: Selection) -> dict[int, Line]:
    """The candidates who were not left out, by their number."""
    return {one["number"]: one for one in selection.candidates if not one["ground"]}


def must_be_today(taken: Taken) -> None:
    """A choice is recorded on the day itself.

    Raises:
        BadInput: if another day was named.
    """
    if taken.on != taken.occasion.today:
        raise BadInput({"effective_on": [Text("选定须当日进行、当日记录。")]})


def draw_lots(taken: Taken) -> None:
    """The seal is broken and the draw follows from seed, case number and list alone (AA 20)."""
    must_be_today(taken)
    selection, candidates = selection_of(taken), eligible(selection_of(taken))
    open_seed(taken)
    watched(taken)
    tickets = draw(selection.seed, taken.case.number, map(str, candidates))
    settle(taken, [line_of(candidates[int(one.candidate)], one.ticket) for one in tickets])


def open_seed(taken: Taken) -> None:
    """Break the seal of a seed, if there is one that is still sealed.

    Raises:
        RuntimeError: if the kept seed is not the one that was committed to.
    """
    selection = selection_of(taken)
    if not selection.commitment or selection.seed:
        return
    seed = taken.occasion.session.scalars(
        select(SealedSeed.seed).where(SealedSeed.selection_id == selection.id)
    ).one()
    if commitment_of(seed) != selection.commitment:
        raise RuntimeError(f"selection {selection.id}: the sealed seed does not fit its commitment")
    selection.seed = seed


def take_turn(taken: Taken) -> None:
    """The next one after the last who was chosen by rota from the same list (AA 20)."""
    must_be_today(taken)
    selection, candidates = selection_of(taken), eligible(selection_of(taken))
    last = last_of_rota(taken)
    selection.flags = {**selection.flags, "rota_after": last}
    watched(taken)
    settle(taken, [line_of(candidates[number], "") for number in rota(last, candidates)])


def watched(taken: Taken) -> None:
    """Who watched, for the records that come later."""
    selection = selection_of(taken)
    selection.flags = {**selection.flags, "witnesses": taken.data["witnesses"]}


def last_of_rota(taken: Taken) -> int | None:
    """The number of the last one chosen by rota; the court's row is locked, so that turns do not cross."""
    session, selection = taken.occasion.session, selection_of(taken)
    court = cast(Court, selection.roster_court)
    session.execute(select(Court.id).where(Court.id == court.id).with_for_update(of=Court))
    return session.scalar(
        select(Administrator.serial)
        .join(Selection, Selection.chosen_id == Administrator.id)
        .where(
            Selection.method == SelectionMethod.ROTA,
            Selection.roster_court_id == court.id,
            Selection.kind == selection.kind,
            Selection.id != selection.id,
        )
        .order_by(Selection.drawn_on.desc(), Selection.id.desc())
        .limit(1)
    )


def rank_bids(taken: Taken) -> None:
    """The bidder with the most votes of the committee, the next ones stand by (AA 21)."""
    must_be_today(taken)
    selection, candidates = selection_of(taken), eligible(selection_of(taken))
    selection.standbys = taken.data["standbys"]
    selection.flags = {**selection.flags, "committee": taken.data["committee"]}
    bids = sorted(taken.data["bids"], key=lambda bid: (-bid["votes"], bid["number"]))
    settle(taken, [line_of(candidates[bid["number"]], str(bid["votes"])) for bid in bids])


def line_of(candidate: Line, ticket: str) -> Line:
    """A line of the ranking: who, and by what ticket or how many votes."""
    return {"id": candidate["id"], "number": candidate["number"], "name": candidate["name"], "ticket": ticket}


def settle(taken: Taken, ranking: list[Line]) -> None:
    """Keep the order that came out, and publish its first."""
    selection = selection_of(taken)
    selection.ranking, selection.drawn_on = ranking, taken.on
    selection.standbys = min(selection.standbys or 0, len(ranking) - 1)
    choose(taken, ranking[0], [line["name"] for line in ranking])


def choose(taken: Taken, line: Line, ranking: list[str]) -> None:
    """Somebody is chosen; the system writes name, number and seed into the docket."""
    selection = selection_of(taken)
    session = taken.occasion.session
    selection.chosen = session.get(Administrator, line["id"]) if line["id"] is not None else None
    selection.chosen_id, selection.chosen_name = line["id"], line["name"]
    session.flush()
    outcome = {"chosen": line["name"], "number": line["number"], "seed": selection.seed, "ranking": ranking}
    parts.take_within(taken, selection, "record_outcome", outcome)


def keep_declaration(taken: Taken) -> None:
    """What was declared, with the first day of the three years it looks back on (AA 23, 24)."""
    selection = selection_of(taken)
    since = taken.case.accepted_on or taken.on
    back = compute(
        DeadlineKind.ADM_CONFLICT, since, taken.occasion.calendar, on=taken.on, settings=taken.settings
    )
    selection.declaration = {
        "on": taken.on.isoformat(),
        "by": taken.occasion.name,
        "since": (back.from_on or back.nominal_on).isoformat(),
        **{name: taken.data[name] for name in ("head", "address", "phone")},
    }


def drop_out(taken: Taken) -> None:
    """The one who was chosen is out in this case; what he had declared no longer counts (AA 25, 28)."""
    selection = selection_of(taken)
    left = {"id": selection.chosen_id, "name": selection.chosen_name, "on": taken.on.isoformat()}
    selection.flags = {**selection.flags, "dropped": [*selection.flags.get("dropped", []), left]}
    selection.declaration = {}
    put(taken.case, SELECTED, None)


def mark_refusal(taken: Taken) -> None:
    """Whether the refusal was founded is for the court to say (AA 28(1))."""
    selection_of(taken).flags = {**selection_of(taken).flags, "refused": True}


def mark_unfounded(taken: Taken) -> None:
    """The court has found that the last one refused without good reason (AA 39(2))."""
    selection = selection_of(taken)
    *earlier, last = selection.flags["dropped"]
    selection.flags = {**selection.flags, "dropped": [*earlier, {**last, "unfounded": True}]}


def call_next(taken: Taken) -> None:
    """The next one who stands by is chosen."""
    selection = selection_of(taken)
    called = selection.flags.get("called", 0) + 1
    selection.flags = {**selection.flags, "called": called}
    choose(taken, selection.ranking[called], [])


def mark_selected(taken: Taken) -> None:
    """The appointment can name nobody else now; the forms that name him are filled with this."""
    selection = selection_of(taken)
    declared = {name: selection.declaration[name] for name in ("head", "address", "phone")}
    put(taken.case, SELECTED, {"kind": selection.kind.value, "name": selection.chosen_name, **declared})


def close_selection(taken: Taken) -> None:
    """Nothing is being selected any longer."""
    put(taken.case, SELECTING, None)
    put(taken.case, SELECTED, None)


def use_selection(taken: Taken) -> None:
    """An acceptance or a replacement makes the selection of the case effective (EBL 13; AA 27, 38)."""
    selection = concluded(taken)
    if selection is not None:
        parts.take_within(taken, selection, "take_effect")


def concluded(taken: Taken) -> Selection | None:
    """The selection of the case that has been concluded and not yet used."""
    return taken.occasion.session.scalar(
        select(Selection).where(
            Selection.case_id == taken.case.id, Selection.state == SelectionState.CONCLUDED.value
        )
    )


def entry_for(taken: Taken, name: str) -> int | None:
    """Whose entry on a roster an administrator is that was named."""
    entry = roster.by_name(taken.occasion.session, taken.case.court, name)
    return entry.id if entry else None


SELECTION_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "open_selection": open_selection,
    "name_group": name_group,
    "draw_lots": draw_lots,
    "take_turn": take_turn,
    "rank_bids": rank_bids,
    "keep_declaration": keep_declaration,
    "drop_out": drop_out,
    "mark_refusal": mark_refusal,
    "mark_unfounded": mark_unfounded,
    "call_next": call_next,
    "mark_selected": mark_selected,
    "open_seed": open_seed,
    "close_selection": close_selection,
    "use_selection": use_selection,
}
