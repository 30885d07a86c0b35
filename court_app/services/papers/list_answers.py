"""What the answer to an employee says of his request and of the list before it is corrected (EBL 48(2))."""

from collections.abc import Callable

from court_app.services.claims.claim_effects import claim_of
from court_app.services.papers.about import fen_from
from court_app.services.procedure.earlier_steps import last_step_of
from court_app.services.procedure.step_records import Taken


def tell_what_was_listed(taken: Taken) -> None:
    """What the employee asked, when, and what the list says until now; before it is changed."""
    claim = claim_of(taken)
    asked = last_step_of(claim, "ask_list_correction")
    wanted = asked.payload.get("wanted_fen") if asked else None
    taken.found.update(
        list_disputed_on=asked.effective_on if asked else None,
        list_objection=asked.payload["reason"] if asked else None,
        wanted_fen=fen_from(wanted) if wanted else 0,
        listed_fen=claim.filed_fen,
        granted=taken.row.name == "correct_list",
    )


LIST_EFFECTS: dict[str, Callable[[Taken], None]] = {"tell_what_was_listed": tell_what_was_listed}
