"""One way to take a step on a page: form, check page, confirmation; for cases, documents, deliveries."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from flask import flash, redirect, render_template, request
from marshmallow import ValidationError
from werkzeug.wrappers import Response

from court_app import visit
from court_app.errors import BadInput, StaleVersion
from court_app.languages import language, say, translate
from court_app.services.casework.history import digest
from court_app.services.estate.step_bookings import Bookings, bookings_of
from court_app.services.occasion import Occasion
from court_app.services.once import kept, once
from court_app.services.procedure import step_records, steps
from court_app.services.procedure.dry_run import nothing_kept
from court_app.services.procedure.machines import Stepping
from court_app.services.procedure.previewing import Preview
from court_app.services.procedure.step_records import Taken
from court_app.web.form_errors import errors_of
from court_app.web.form_reading import read_form
from court_app.web.forms import Choices, FieldView, fields_of
from court_app.web.layout import yuan
from models import Case
from workflows.engine import StepRefused
from workflows.payloads.base import Yuan
from workflows.text import Text, thaw
from workflows.transition import Obstacle, Transition

Answer = str | Response | tuple[str, int]
MOST_OF_KEY = 30
MEANT = frozenset({"rows", "date"})
"""Widgets whose emptiness means something, to be said when it is checked."""


@dataclass(frozen=True, kw_only=True)
class StepPage:
    """A step of a subject as pages show it.

    `after` names the address to go to from the number of what was made; `lookups` the lists where values of
    fields can be looked up; `facts` what is known of the subject already, to be read beside the form;
    `exclude` fields that follow.
    """

    subject: Stepping
    name: str
    back: str
    take: Callable[[Occasion, Mapping[str, Any], int], Taken]
    preview: Callable[[Transition, Mapping[str, Any]], Preview] | None = None
    choices: Mapping[str, Choices] | None = None
    lookups: Mapping[str, str] | None = None
    proposal: Mapping[str, Any] | None = None
    knows: Mapping[str, Any] | None = None
    after: Callable[[int], str] | None = None
    about: str = ""
    facts: Sequence[tuple[str, str]] = ()
    exclude: Sequence[str] = ()

    @property
    def row(self) -> Transition:
        """The row of the law that is meant, as the subject stands."""
        procedure = step_records.procedure_of(self.subject)
        state = self.subject.state or None
        return procedure.row(self.name, state, self.subject.flags, visit.occasion().today)

    @property
    def case(self) -> Case:
        """The case that it belongs to."""
        return step_records.case_of(self.subject)

    def obstacles(self, data: Mapping[str, Any] | None = None) -> tuple[Obstacle, ...]:
        """What stands in the way now; of what was typed too, once it has been read."""
        procedure, occasion = step_records.procedure_of(self.subject), visit.occasion()
        on = (data or {}).get("effective_on") or occasion.today
        attempt = steps.attempt_of(occasion, self.subject, on=on, data=data, knows=self.knows)
        return procedure.obstacles(self.row, self.subject, attempt, with_checks=data is not None)


def form_page(page: StepPage) -> Answer:
    """The empty form, or why the step may not be taken."""
    obstacles = page.obstacles()
    views = views_of(page, page.proposal)
    return render(page, views, obstacles=obstacles), 409 if obstacles else 200


def posted(page: StepPage) -> Answer:
    """Check what was typed; show it to be confirmed, or take the step if it was."""
    typed = read_form(page.row.payload, request.form, exclude=page.exclude)
    version = request.form.get("version", page.subject.version, int)
    if "back" in request.form:
        return render(page, views_of(page, typed))
    try:
        if "confirmed" in request.form:
            return confirmed(page, typed, version)
        loaded = page.row.payload().load(typed)
        with nothing_kept(visit.occasion()) as moment:
            bookings = bookings_of(moment, page.case, partial(page.take, moment, typed, version))
    except (ValidationError, BadInput) as error:
        visit.session().rollback()
        views = views_of(page, typed, errors_of(error))
        return render(page, views, loose=loose(errors_of(error), views)), 422
    except StepRefused as error:
        visit.session().rollback()
        views = views_of(page, typed)
        return render(page, views, obstacles=error.obstacles), 409
    except StaleVersion as error:
        visit.session().rollback()
        views = views_of(page, typed)
        return render(page, views, loose=[say(error.message)]), 409
    return render(page, views_of(page, typed), check=True, loaded=loaded, bookings=bookings)


def confirmed(page: StepPage, typed: Mapping[str, Any], version: int) -> Response:
    """Take the step, once: what the same person has confirmed with the same form is shown, not done again."""
    occasion, key, label = visit.occasion(), key_of(typed), page.row.label
    again = bool(key) and kept(occasion, key) is not None
    taken: list[Taken] = []
    made = once(occasion, key, lambda: number_of(act(page, occasion, typed, version, taken)))
    said = Text("此前已经办理，没有重复办理：") if again else Text("已完成：")
    if any(done.later for done in taken):
        said = Text("已经受理，正在后台办理：")
    flash(say(said) + say(label), "success")
    return redirect(page.after(made) if page.after else page.back)


def act(
    page: StepPage, occasion: Occasion, typed: Mapping[str, Any], version: int, taken: list[Taken]
) -> Taken:
    """Take the step and put what it did into `taken`, which stays empty if it was not done again."""
    taken.append(page.take(occasion, typed, version))
    return taken[-1]


def key_of(typed: Mapping[str, Any]) -> str:
    """By what a form and what was typed into it are recognised; another text is another act."""
    key = request.form.get("key", "")[:MOST_OF_KEY]
    return f"{key}:{digest(typed)}" if key else ""


def number_of(done: Taken) -> int:
    """The number of the part whose step was taken; 0 if it is no part."""
    return done.part.serial if done.part is not None else 0


def views_of(
    page: StepPage, values: Mapping[str, Any] | None, errors: Mapping[str, Sequence[str]] | None = None
) -> list[FieldView]:
    """The fields of the step's payload, filled."""
    return fields_of(
        page.row.payload,
        values=values,
        errors=errors,
        choices=page.choices,
        lookups=page.lookups,
        exclude=page.exclude,
    )


def loose(errors: Mapping[str, Sequence[str]], views: Sequence[FieldView]) -> list[str]:
    """Sentences about fields that the page does not show."""
    shown = {view.name for view, _ in (wrong for view in views for wrong in view.wrong())}
    return [line for name, lines in errors.items() if name not in shown for line in lines]


def render(
    page: StepPage,
    views: Sequence[FieldView],
    *,
    obstacles: Sequence[Obstacle] = (),
    loose: Sequence[str] = (),
    check: bool = False,
    loaded: Mapping[str, Any] | None = None,
    bookings: Bookings | None = None,
) -> str:
    """The page of a step: its article, its form or its answers, and what it will do."""
    return render_template(
        "step_check.html" if check else "step.html",
        page=page,
        case=page.case,
        row=page.row,
        views=views,
        answers=answers(said(page, views)) if check else [],
        obstacles=obstacles,
        loose=loose,
        preview=page.preview(page.row, loaded or {}) if page.preview and check else None,
        bookings=bookings or Bookings(),
        spoken=spoken,
        form=request.form,
        key=request.form.get("key") or secrets.token_urlsafe(12),
        section="",
    )


def spoken(frozen: Mapping[str, Any]) -> str:
    """What an entry of the ledger says, in the language of the page."""
    return thaw(frozen, language(), translate)


def said(page: StepPage, views: Sequence[FieldView]) -> list[FieldView]:
    """What was answered: without empty rows; a day of the act that was left empty is today."""
    typed = read_form(page.row.payload, request.form)
    return [meant(view, len(typed.get(view.name, ()))) if view.widget in MEANT else view for view in views]


def meant(view: FieldView, filled: int) -> FieldView:
    """Rows as far as they were filled in; the day that an empty field means."""
    if view.widget == "rows":
        return replace(view, rows=view.rows[:filled])
    today = visit.occasion().today.isoformat()
    return replace(view, value=view.value or today) if view.name == "effective_on" else view


def answers(views: Sequence[FieldView]) -> list[tuple[str, str]]:
    """What was typed, to be read over: label and value, parts under their whole."""
    lines: list[tuple[str, str]] = []
    for view in views:
        parts = [*view.children, *(part for row in view.rows for part in row)]
        if parts:
            lines += [(f"{view.label} · {label}", value) for label, value in answers(parts)]
        elif shown_value(view):
            lines.append((view.label, shown_value(view)))
    return lines


def shown_value(view: FieldView) -> str:
    """A value by the label that was chosen."""
    labels = dict(view.choices)
    if isinstance(view.value, list):
        return say([labels.get(item, item) for item in view.value])
    if isinstance(view.value, bool):
        return say(Text("是") if view.value else Text("否"))
    if view.widget == "money" and view.value:
        return grouped(str(view.value))
    return labels.get(view.value, str(view.value))


def grouped(typed: str) -> str:
    """A sum of yuan that was typed, with thousands groups and two decimals."""
    return yuan(Yuan().deserialize(typed))
