"""Voting from the phone: a creditor enters his code, reads the motions, votes, and sees what was kept."""

from typing import Any

from flask import Blueprint, render_template, request

from court_app import visit
from court_app.errors import BadInput
from court_app.languages import say
from court_app.services.meetings import phone_votes
from court_app.services.meetings.phone_votes import Desk
from court_app.web.stepping import Answer
from models.vocabulary import BallotChoice, ClaimClass
from workflows.engine import StepRefused
from workflows.text import Text

blueprint = Blueprint("phone_ballots", __name__, url_prefix="/ballot")
SAYS = "motion-"


@blueprint.get("")
@visit.public
def ask() -> str:
    """Ask for a code."""
    return page()


@blueprint.post("")
@visit.public
def vote() -> Answer:
    """Show what is before the creditor; ask again whether he means it; keep it.

    Nobody who has no code takes the lock by which the court writes.
    """
    typed, choices = request.form.get("code", "")[:40], said()
    with visit.bench().reading() as looking:
        reading = visit.bench().occasion(looking, None, visit.now())
        desk = phone_votes.desk_of(reading, typed)
        if desk is None:
            return page(typed, told=[say(Text("没有这个表决码，请对照表决码通知重新输入。"))]), 404
        if not choices or "back" in request.form:
            empty = "send" in request.form and not choices and "back" not in request.form
            told = [say(Text("请至少对一项议案选择意见。"))] if empty else []
            return page(typed, desk, choices, told=told)
        if "confirmed" not in request.form:
            return page(typed, desk, choices, check=True)
    return kept(typed, choices)


def kept(typed: str, choices: dict[int, BallotChoice]) -> Answer:
    """Keep the votes; or say why not, with nothing kept."""
    occasion = visit.occasion().by_the_law_itself()
    try:
        desk = phone_votes.cast(occasion, typed, choices)
    except StepRefused as error:
        visit.session().rollback()
        told = [say(obstacle.text) for obstacle in error.obstacles]
        return page(typed, phone_votes.desk_of(occasion, typed), told=told), 409
    except BadInput as error:
        visit.session().rollback()
        told = [say(text) for texts in error.fields.values() for text in texts]
        return page(typed, phone_votes.desk_of(occasion, typed), told=told), 422
    return page(typed, desk, done=True)


def said() -> dict[int, BallotChoice]:
    """What was chosen, by the number of the motion."""
    found: dict[int, BallotChoice] = {}
    for name, value in request.form.items():
        number = name.removeprefix(SAYS)
        if name.startswith(SAYS) and number.isdecimal() and len(number) < 10:
            choice = next((word for word in BallotChoice if word.value == value), None)
            if choice is not None:
                found[int(number)] = choice
    return found


def page(
    typed: str = "",
    desk: Desk | None = None,
    choices: dict[int, BallotChoice] | None = None,
    *,
    told: list[str] | None = None,
    check: bool = False,
    done: bool = False,
) -> str:
    """The page, for a small screen."""
    shown: dict[str, Any] = {"choices": choices or {}, "check": check, "done": done}
    return render_template(
        "phone_ballot.html",
        typed=typed,
        desk=desk,
        told=told or [],
        words=list(BallotChoice),
        class_of=ClaimClass,
        **shown,
    )
