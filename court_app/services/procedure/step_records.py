"""What a step is made of while it is being written: a beginning, what was taken, whose case and machine."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from court_app.services.casework import clocks
from court_app.services.occasion import Occasion
from court_app.services.procedure.machines import BY_MODEL, PROCEDURES, Part, Stepping
from models import (
    Case,
    CaseEvent,
    Delivery,
    Document,
)
from workflows.engine import Procedure
from workflows.transition import Transition


@dataclass(frozen=True, slots=True)
class Beginning:
    """A part of a case that begins: what it is made of."""

    occasion: Occasion
    case: Case
    part: Part
    data: Mapping[str, Any]
    on: date


Fill = Callable[[Beginning], None]


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that is being written down: everything its effects may need.

    `found` is what effects find out for the papers of the step. `later` is the job that will take the step,
    where it takes longer than a request; it was then only tried out.
    """

    occasion: Occasion
    case: Case
    subject: Stepping
    row: Transition
    data: Mapping[str, Any]
    on: date
    event: CaseEvent
    settings: Mapping[str, Any]
    found: dict[str, Any] = field(default_factory=dict)
    later: int | None = None

    @property
    def turn(self) -> clocks.Turn:
        """The step as the clocks see it."""
        paper = self.subject.document if isinstance(self.subject, Delivery) else None
        return clocks.Turn(self.occasion, self.case, self.on, self.event, self.settings, self.part, paper)

    @property
    def part(self) -> Part | None:
        """The part of the case whose step it is, if it is not the case's own."""
        return None if isinstance(self.subject, Case | Document | Delivery) else self.subject


def procedure_of(subject: Stepping) -> Procedure:
    """The machine that a subject moves in."""
    return PROCEDURES[subject.case_type] if isinstance(subject, Case) else BY_MODEL[type(subject)]


def case_of(subject: Stepping) -> Case:
    """The case that a subject belongs to."""
    if isinstance(subject, Case):
        return subject
    return subject.document.case if isinstance(subject, Delivery) else subject.case
