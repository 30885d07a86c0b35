"""A step that many parts of a case take at once, out of a table: one entry in the docket for all of them."""

from typing import Any

from court_app.services.casework import history
from court_app.services.occasion import Occasion
from court_app.services.procedure import steps
from models import Case
from workflows.engine import Procedure
from workflows.transition import Attempt, Transition


def note(
    occasion: Occasion,
    case: Case,
    procedure: Procedure,
    row: Transition,
    attempt: Attempt,
    payload: dict[str, Any],
    *,
    source: str | None = None,
) -> None:
    """One entry for all; `source` is where they stood, if not where the step first begins."""
    first = row.sources[0].value if row.sources else ""
    history.append(
        occasion.session,
        case,
        machine=procedure.name,
        subject_id=None,
        step=row.name,
        source=first if source is None else source,
        target=row.target.value if row.target else "",
        actor=steps.actor_of(occasion, row, attempt),
        now=occasion.now,
        on=occasion.today,
        payload=payload,
        basis="; ".join(str(citation) for citation in row.basis),
    )
