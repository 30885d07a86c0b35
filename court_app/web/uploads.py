"""Tables that people send, on pages: kept once, tried or carried out, refused in words; one way for all."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from flask import request
from marshmallow import ValidationError

from court_app import visit
from court_app.errors import BadInput
from court_app.services.occasion import Occasion
from court_app.services.once import once
from court_app.web.form_errors import sentences_of
from workflows.engine import StepRefused
from workflows.transition import Obstacle

Outcome = TypeVar("Outcome")
REFUSALS = (BadInput, ValidationError, StepRefused)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Why nothing was done: what is wrong with the table, or what stands in the way."""

    errors: Sequence[str] = ()
    obstacles: Sequence[Obstacle] = ()
    status: int = 200


NOTHING_REFUSED = Refused()
"""Nothing has been asked for yet."""


def refused(error: BadInput | ValidationError | StepRefused) -> Refused:
    """Undo what was begun; the page then says why."""
    visit.session().rollback()
    if isinstance(error, StepRefused):
        return Refused(obstacles=error.obstacles, status=409)
    return Refused(errors=sentences_of(error), status=422)


def new_key() -> str:
    """What tells one sending of a form from another."""
    return secrets.token_urlsafe(12)


def kept(keep: Callable[[Occasion], int]) -> int:
    """The number under which a table is kept; the same however often the form is sent."""
    occasion = visit.occasion()
    return once(occasion, request.form.get("key", ""), lambda: keep(occasion))


def only_checks() -> bool:
    """Whether the table is only to be checked."""
    return "check" in request.form


def carried_out(work: Callable[[Occasion], Outcome]) -> Outcome:
    """What a table comes to; nothing of it stays if it is only to be checked."""
    if only_checks():
        with visit.trying_out() as moment:
            return work(moment)
    return work(visit.occasion())
