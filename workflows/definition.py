"""What may be wrong with the definition of a procedure, found when the module is imported."""

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from models.vocabulary import DeadlineKind, DocumentKind, Term

if TYPE_CHECKING:
    from workflows.engine import Procedure
    from workflows.transition import Transition


class DefinitionError(ValueError):
    """A procedure is not well defined; the message names the procedure, the row and the fault."""


def check_procedure(procedure: "Procedure") -> None:
    """Check rows, states and names of a procedure.

    Raises:
        DefinitionError: with every fault found.
    """
    faults = [*_row_faults(procedure), *_state_faults(procedure), *_wording_faults(procedure)]
    if faults:
        raise DefinitionError(f"procedure {procedure.name}: " + "; ".join(faults))


def _row_faults(procedure: "Procedure") -> Iterator[str]:
    for row in procedure.transitions:
        for state in (*row.sources, *([row.target] if row.target else [])):
            if not isinstance(state, procedure.states):
                yield f"{row.name}: no state {state!r}"
        for what in ("actor", "recorded_by", "basis", "payload"):
            if not getattr(row, what, None):
                yield f"{row.name}: no {what}"
        if not row.sources and row.target is None:
            yield f"{row.name}: begins nothing"
        yield from _unknown_words(row)


def _unknown_words(row: "Transition") -> Iterator[str]:
    kinds: list[object] = [*row.ends, *row.cancels, *row.pauses, *row.resumes]
    kinds += [clock.kind for clock in row.starts]
    kinds += [clock.within for clock in row.serves] + [clock.starts for clock in row.serves]
    kinds += [kind for pair in row.extends for kind in pair]
    for kind in kinds:
        if kind is not None and not isinstance(kind, DeadlineKind):
            yield f"{row.name}: no deadline {kind!r}"
    papers: list[object] = [issue.kind for issue in row.documents]
    for paper in papers:
        if not isinstance(paper, DocumentKind):
            yield f"{row.name}: no document {paper!r}"
    issued = {issue.kind for issue in row.documents}
    for service in row.serves:
        if service.document not in issued:
            yield f"{row.name}: serves {service.document!r} but does not issue it"


def _state_faults(procedure: "Procedure") -> Iterator[str]:
    reached: set[Term] = {row.target for row in procedure.transitions if not row.sources and row.target}
    if not reached:
        yield "nothing begins it"
    grew = True
    while grew:
        found = {
            row.target for row in procedure.transitions if row.target and reached.intersection(row.sources)
        }
        grew = not found <= reached
        reached |= found
    for state in procedure.states:
        if state not in reached:
            yield f"state {state.value} is never reached"
        left = any(state in row.sources and row.target not in {None, state} for row in procedure.transitions)
        if state not in procedure.terminal and not left:
            yield f"state {state.value} is never left"
        if state in procedure.terminal and left:
            yield f"terminal state {state.value} is left"


def _wording_faults(procedure: "Procedure") -> Iterator[str]:
    for one, other in combinations(procedure.transitions, 2):
        if one.name != other.name or (
            (one.sources or other.sources) and not (set(one.sources) & set(other.sources))
        ):
            continue
        kept_apart = any(
            flag in other.requires and other.requires[flag] != value for flag, value in one.requires.items()
        )
        same_days = one.since <= other.until and other.since <= one.until
        if same_days and not kept_apart:
            yield f"{one.name}: two wordings in force on one day"
