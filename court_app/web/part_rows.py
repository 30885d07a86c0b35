"""Pages of a part with many rows to fill in: what was typed row by row, and sheets to be printed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flask import Response, flash, redirect, request, url_for
from marshmallow import ValidationError

from court_app import visit
from court_app.errors import BadInput, NotFound
from court_app.languages import say
from court_app.services.procedure import parts
from court_app.services.procedure.machines import Part
from court_app.web.cases import filters
from court_app.web.form_errors import errors_of, sentences_of
from court_app.web.layout import wanted_page
from court_app.web.stepping import Answer
from models import Case, Party
from workflows.engine import StepRefused
from workflows.text import Text
from workflows.transition import Obstacle

INSTEAD = {
    ("meetings", "sign_in_creditors"): "meetings.attend",
    ("meetings", "issue_codes"): "meetings.codes",
    ("motions", "key_ballots"): "votes.roll",
}
"""Steps of many rows that have a page of their own instead of a form."""


def found(case: Case, path: str, serial: int) -> Any:
    """A part of the case."""
    return parts.of_case(visit.occasion(), case, parts.PARTS[path], serial)


def same_list(endpoint: str, case_id: int, serial: int, *kept: str) -> str:
    """The list that was being worked on, narrowed as it was."""
    place: dict[str, Any] = {"case_id": case_id, "serial": serial, **filters(*kept)}
    return url_for(endpoint, **place)


def page_number() -> int:
    """Which page of a list is asked for."""
    return wanted_page()


def search_text() -> str:
    """What is looked for in a list."""
    return request.args.get("q", "").strip()[:100]


def may_take(part: Part, name: str) -> bool:
    """Whether nothing stands against a step of a part now, as far as is known before anything is typed."""
    options = parts.options(visit.occasion(), part)
    return any(option.allowed and option.transition.name == name for option in options)


def may_begin(case: Case, path: str, name: str) -> bool:
    """Whether nothing stands against a step that begins a part of this kind now."""
    options = parts.beginnings(visit.occasion(), case, parts.PARTS[path])
    return any(option.allowed and option.transition.name == name for option in options)


def attempted(
    work: Callable[[], Any], rows: Sequence[Mapping[str, Any]] = ()
) -> tuple[list[str], tuple[Obstacle, ...]]:
    """Do what was typed; what is wrong with it, if anything, with nothing written.

    Args:
        work: what is done.
        rows: what was typed row by row, each with its `creditor_id`: what is wrong with one names him.
    """
    try:
        work()
    except (ValidationError, BadInput) as error:
        visit.session().rollback()
        return [whose(path, rows) + line for path, lines in errors_of(error).items() for line in lines], ()
    except StepRefused as error:
        visit.session().rollback()
        return [], error.obstacles
    return [], ()


def whose(path: str, rows: Sequence[Mapping[str, Any]]) -> str:
    """The creditor whose row a field belongs to, as the beginning of a sentence."""
    place = next((int(part) for part in path.split(".") if part.isdecimal()), None)
    if place is None or place >= len(rows):
        return ""
    party = visit.session().get(Party, rows[place]["creditor_id"])
    return say(Text("{who}：", who=party.name)) if party is not None else ""


def chosen(prefix: str) -> dict[int, str]:
    """What was chosen row by row: fields named by a prefix and the creditor's number."""
    rows = {
        name.removeprefix(prefix): value
        for name, value in request.form.items()
        if name.startswith(prefix) and value
    }
    return {int(number): value for number, value in rows.items() if number.isdecimal() and len(number) < 10}


def url_for_part(case: Case, path: str, serial: int) -> str:
    """The page of a part."""
    return url_for("parts.show", case_id=case.id, part_kind=path, serial=serial)


def printed(made: Mapping[str, Callable[[], bytes]], which: str, name: str, back: str) -> Answer:
    """A sheet as PDF; why there is none is told on the page it belongs to."""
    if which not in made:
        raise NotFound(Text("没有这个页面。"))
    try:
        pdf = made[which]()
    except BadInput as error:
        flash(" ".join(sentences_of(error)), "danger")
        return redirect(back)
    answer = Response(pdf, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f"inline; filename={name}.pdf"
    return answer
