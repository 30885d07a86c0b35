"""What becomes of an employee's entry in the list of employees' claims (EBL 48(2))."""

from collections.abc import Callable

from court_app.services.claim_effects import claim_of
from court_app.services.making_parts import figures_of
from court_app.services.set_off_effects import reckon
from court_app.services.steps import Taken


def record_list_dispute(taken: Taken) -> None:
    """What the employee says, until it is answered."""
    claim, data = claim_of(taken), taken.data
    disputed = {
        "on": taken.on.isoformat(),
        "objection": data["objection"],
        "wanted_fen": data["wanted_fen"],
    }
    claim.flags = {**claim.flags, "list_disputed": disputed}


def close_list_dispute(taken: Taken) -> None:
    """It is answered; the answer says what it answers."""
    claim = claim_of(taken)
    disputed = claim.flags["list_disputed"]
    taken.found.update(
        list_disputed_on=disputed["on"],
        list_objection=disputed["objection"],
        wanted_fen=disputed["wanted_fen"],
        listed_fen=claim.filed_fen,
        granted=taken.row.name == "correct_list",
    )
    claim.flags = {name: value for name, value in claim.flags.items() if name != "list_disputed"}


def correct_list(taken: Taken) -> None:
    """The entry as it is now; what it said before stays in the docket."""
    claim, data = claim_of(taken), taken.data
    close_list_dispute(taken)
    claim.filed_fen = claim.admitted_fen = data["filed_fen"]
    claim.opinion, claim.verified_on = data["reason"], None
    claim.figures.clear()
    taken.occasion.session.flush()
    claim.figures.extend(figures_of(data))
    reckon(taken.occasion, claim)


EMPLOYEE_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "record_list_dispute": record_list_dispute,
    "close_list_dispute": close_list_dispute,
    "correct_list": correct_list,
}
