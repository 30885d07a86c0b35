"""The door of creditors who file by a code: entered once; then only the cookie says which one it was.

The code is sent once, in a form; the cookie, signed by the court, then says which code was entered, never the
code. Nobody who has entered none takes the lock by which the court writes.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from flask import Blueprint, g, redirect, render_template, request, url_for
from flask import session as cookie

from court_app import visit
from court_app.errors import NotFound
from court_app.languages import say
from court_app.services.filing import creditor_filings, filing_codes
from court_app.services.occasion import Occasion
from court_app.web.stepping import Answer
from models import FilingCode

blueprint = Blueprint("filing_door", __name__, url_prefix="/claim")
ENTERED, HOURS = "filing", 3
"""What the cookie says of an entered code, and how long it is believed after the last page."""
MOST_TYPED = 40
Work = Callable[[Occasion, FilingCode], Any]


@contextmanager
def reading() -> Iterator[tuple[Occasion, FilingCode | None]]:
    """The moment, and the code that was entered in this browser, in a session that only reads."""
    with visit.bench().reading() as looking:
        occasion = visit.bench().occasion(looking, None, visit.now())
        yield occasion, entered(occasion)


def entered(occasion: Occasion) -> FilingCode | None:
    """The code that was entered in this browser; None if none, made anew since, or too long ago."""
    kept = cookie.get(ENTERED)
    if not kept or occasion.now.timestamp() - kept["at"] > HOURS * 3600:
        return None
    return filing_codes.entered(occasion, kept["code"], kept["edition"])


def stay(code: FilingCode) -> None:
    """Remember in the browser which code was entered, from now on."""
    at = int(visit.now().timestamp())
    cookie[ENTERED] = {"code": code.id, "edition": code.edition, "at": at}


def writing(work: Work) -> Any:
    """Do what writes, as who holds the entered code."""
    occasion = visit.occasion().by_the_law_itself()
    code = entered(occasion)
    if code is None:
        raise NotFound(creditor_filings.NO_CODE)
    return work(occasion, code)


def to_the_door() -> Answer:
    """Whoever has entered no code is asked for it."""
    return redirect(url_for("filing_door.ask"))


@blueprint.get("")
@visit.public
def ask() -> str:
    """Ask for a code."""
    return render_template("creditor_ask.html", told=[])


@blueprint.post("")
@visit.public
def enter() -> Answer:
    """Enter a code; a wrong one is told, and nothing is remembered of it."""
    with reading() as (occasion, _):
        typed = request.form.get("code", "")[:MOST_TYPED]
        code = filing_codes.find(occasion, typed)
        if code is None:
            told = [say(creditor_filings.NO_CODE)]
            return render_template("creditor_ask.html", told=told, typed=typed), 404
        stay(code)
    return redirect(url_for("creditor_filings.desk"))


@blueprint.post("/leave")
@visit.public
def leave() -> Answer:
    """Forget the code in this browser."""
    cookie.pop(ENTERED, None)
    return to_the_door()


def undo() -> None:
    """Write nothing; a form that was refused before anything was locked has taken no session."""
    if "session" in g:
        visit.session().rollback()
