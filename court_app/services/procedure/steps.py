"""Taking a step: one way for cases, documents and deliveries.

Guard, write event + state + clocks + papers + children in the caller's one transaction, or raise
`StepRefused` with every obstacle and write nothing.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from marshmallow import ValidationError

from court_app.permissions import (
    acts_outside,
    standing,
    standing_in_office,
    standing_of_chosen,
    standing_of_system,
    standing_over_last_paper,
    team_roles,
)
from court_app.services.casework import access, clocks, history
from court_app.services.claims import claim_register
from court_app.services.occasion import Occasion
from court_app.services.papers import drafting
from court_app.services.papers.about import about
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.machines import CLOSED, Part, Stepping
from court_app.services.procedure.step_records import Beginning, Fill, Taken, case_of, procedure_of
from court_app.services.staleness import must_be_fresh
from models import (
    Appointment,
    Case,
    CaseEvent,
    Claim,
    Delivery,
    Document,
    Selection,
)
from models.vocabulary import Role, TeamRole
from workflows.engine import Option, StepRefused
from workflows.law.settings import read_settings
from workflows.payloads.days import check_days
from workflows.text import Text
from workflows.transition import Attempt, Seat, Transition


def attempt_of(
    occasion: Occasion,
    subject: Stepping,
    *,
    on: date | None = None,
    data: Mapping[str, Any] | None = None,
    knows: Mapping[str, Any] | None = None,
) -> Attempt:
    """What the engine must know of person, day, data and settings; `knows` adds what a service found out."""
    case = case_of(subject)
    roles, places = standing_of_system(), frozenset[TeamRole]()
    if occasion.user is not None:
        recused = case.id is not None and access.is_recused(occasion.session, case.id, occasion.user.id)
        roles = dict(standing(occasion.user, case, recused))
        places = team_roles(occasion.user, case)
        if isinstance(subject, Selection) and occasion.user.court_id is None:
            roles = dict(standing_of_chosen(occasion.user, subject, recused))
        if isinstance(subject, Appointment) and not any(roles.values()):
            roles = dict(standing_in_office(occasion.user, subject, recused))
        if isinstance(subject, Document) and not any(roles.values()):
            roles = dict(standing_over_last_paper(occasion.user, subject, recused))
    papers = subject if isinstance(subject, Document) else getattr(subject, "document", None)
    if papers is not None and papers.flags.get("seat") == Seat.SUPERIOR.value and occasion.user:
        roles = {Seat.OWN: roles.get(Seat.SUPERIOR, frozenset())}
        places = frozenset({TeamRole.PRESIDING_JUDGE}) if Role.JUDGE in roles[Seat.OWN] else frozenset()
    return Attempt(
        on=on or occasion.today,
        standing=roles,
        data=data or {},
        settings={
            **read_settings(case.court.settings),
            "calendar": occasion.calendar,
            "contents": CaseContents(occasion.session, case),
            **(knows or {}),
        },
        user_id=occasion.user.id if occasion.user else None,
        team_roles=places,
    )


def options(occasion: Occasion, subject: Stepping, knows: Mapping[str, Any] | None = None) -> list[Option]:
    """Every step of the subject's procedure as it stands today for this person."""
    return procedure_of(subject).options(subject, attempt_of(occasion, subject, knows=knows))


def allows(occasion: Occasion, subject: Stepping, name: str) -> bool:
    """Whether nothing stands today against this person's taking a step of the subject."""
    procedure, attempt = procedure_of(subject), attempt_of(occasion, subject)
    row = procedure.row(name, subject.state, subject.flags, attempt.on)
    return not procedure.obstacles(row, subject, attempt)


def own(occasion: Occasion, found: list[Option]) -> list[Option]:
    """Of these steps, those that concern the person: an administrator is not shown the court's."""
    if occasion.user is None or not acts_outside(occasion.user):
        return found
    return [option for option in found if Role.ADMINISTRATOR in option.transition.recorded_by]


def take(
    occasion: Occasion,
    subject: Stepping,
    name: str,
    raw: Mapping[str, Any],
    *,
    version: int | None,
    knows: Mapping[str, Any] | None = None,
) -> Taken:
    """Take a step of a subject that the caller has loaded for writing.

    Raises:
        NoSuchStep: if its procedure has no such step.
        StaleVersion: if somebody else has changed the subject since `version` was read.
        StepRefused: with every obstacle.
        ValidationError: if what was supplied is not well formed.
    """
    procedure = procedure_of(subject)
    must_be_fresh(occasion, procedure, subject, version)
    on = day_of(raw, occasion.today)
    row = procedure.row(name, subject.state, subject.flags, on)
    attempt = attempt_of(occasion, subject, on=on, knows=knows)
    refuse(name, procedure.obstacles(row, subject, attempt))
    data = read(row, raw)
    check_day(occasion, subject, on)
    check_days(row.reader, data, on=on, today=occasion.today)
    attempt = replace(attempt, data=data)
    refuse(name, procedure.obstacles(row, subject, attempt, with_checks=True))
    return write_down(occasion, subject, row, data, attempt)


def refuse(name: str, obstacles: tuple[Any, ...]) -> None:
    """Stop where the law does not allow the step."""
    if obstacles:
        raise StepRefused(name, obstacles)


def read(row: Transition, raw: Mapping[str, Any]) -> dict[str, Any]:
    """What was supplied with a step, read by its payload."""
    return dict(row.reader.load(dict(raw)))


def day_of(raw: Mapping[str, Any], today: date) -> date:
    """The day the step was done; a day that cannot be read is left to the payload to complain about."""
    try:
        return date.fromisoformat(str(raw.get("effective_on") or today))
    except ValueError:
        return today


def check_day(occasion: Occasion, subject: Stepping, on: date) -> None:
    """A step is not done in the future, and a case's step not before the step before it."""
    if on > occasion.today:
        raise wrong_day(Text("行为日期不得晚于今天。"))
    if isinstance(subject, Case):
        last = subject.last_effective_on
        if occasion.user is not None and on < last:
            raise wrong_day(Text("行为日期不得早于本案上一步骤的日期（{day}）。", day=last))
    elif on < (earliest := earliest_day_of(occasion, subject)):
        raise wrong_day(Text("行为日期不得早于受理、文书形成或者上一步骤的日期（{day}）。", day=earliest))


def wrong_day(sentence: Text) -> ValidationError:
    """Why a step cannot have been taken on the day that was told."""
    return ValidationError([sentence], "effective_on")


def begin(occasion: Occasion, blank: Part, name: str, raw: Mapping[str, Any], fill: Fill) -> Taken:
    """Take a step that begins a part of a case; `fill` makes it of what was supplied.

    Raises:
        NoSuchStep: if its procedure has no such step.
        StepRefused: with every obstacle.
        ValidationError: if what was supplied is not well formed.
    """
    procedure, on = procedure_of(blank), day_of(raw, occasion.today)
    row = procedure.row(name, None, {}, on)
    if row.sources:
        raise StepRefused(name, (procedure.not_a_beginning(row),))
    attempt = attempt_of(occasion, blank, on=on)
    refuse(name, procedure.obstacles(row, blank, attempt))
    data = read(row, raw)
    check_day(occasion, blank, on)
    check_days(row.reader, data, on=on, today=occasion.today)
    attempt = replace(attempt, data=data)
    procedure.begin(name, blank, attempt)
    with occasion.session.no_autoflush:
        fill(Beginning(occasion, blank.case, blank, data, on))
    occasion.session.add(blank)
    occasion.session.flush()
    return write_down(occasion, blank, row, data, attempt)


def earliest_day_of(occasion: Occasion, subject: Document | Delivery | Part) -> date:
    """The day before which nothing can have been done with a paper or a part of a case."""
    if isinstance(subject, Delivery):
        document = subject.document
        return max(filter(None, (subject.sent_on, document.approved_on)), default=date.min)
    if isinstance(subject, Document):
        return subject.approved_on or subject.made_on or date.min
    if not subject.state:
        return subject.case.accepted_on or date.min
    return history.last_day_of(occasion.session, procedure_of(subject).name, subject.id) or date.min


def write_down(
    occasion: Occasion,
    subject: Stepping,
    row: Transition,
    data: Mapping[str, Any],
    attempt: Attempt,
) -> Taken:
    """Write a step that nothing stands against: event, state, clocks, papers, further effects."""
    from court_app.services.casework.opening import follow_on
    from court_app.services.procedure.effects import EFFECTS

    case, source = case_of(subject), subject.state
    if row.target is not None:
        subject.state = row.target.value
    flags = {**subject.flags, **row.sets}
    subject.flags = {name: value for name, value in flags.items() if value is not None}
    event = note(occasion, subject, row, data, attempt, source)
    taken = Taken(occasion, case, subject, row, data, attempt.on, event, attempt.settings)
    for name in row.does:
        EFFECTS[name](taken)
    if isinstance(subject, Case):
        turn_case(taken)
    if isinstance(subject, Claim):
        claim_register.enter(occasion, [subject], attempt.on)
    clocks.turn_clocks(taken.turn, taken.row, {**about(subject, row.name), **data})
    drafting.draft_papers(taken)
    follow_on(taken)
    occasion.session.flush()
    return taken


def note(
    occasion: Occasion,
    subject: Stepping,
    row: Transition,
    data: Mapping[str, Any],
    attempt: Attempt,
    source: str,
) -> CaseEvent:
    """The entry of a step in the docket; `source` is the state in which it found its subject."""
    return history.append(
        occasion.session,
        case_of(subject),
        machine=procedure_of(subject).name,
        subject_id=None if isinstance(subject, Case) else subject.id,
        step=row.name,
        source=source,
        target=subject.state,
        actor=actor_of(occasion, row, attempt),
        now=occasion.now,
        on=attempt.on,
        payload=row.reader.dump(data),
        basis="; ".join(str(citation) for citation in row.basis),
    )


def turn_case(taken: Taken) -> None:
    """What a case's own step does to the case besides its state: days, effects that the law attaches."""
    case = taken.case
    case.last_effective_on = max(case.last_effective_on, taken.on)
    if case.closed_on is None and case.state in CLOSED[case.case_type]:
        case.closed_on = taken.on
    bundle = taken.row.bundle
    if bundle and bundle != "E-ACCEPT" and bundle not in case.flags.get("bundles", []):
        case.flags = {**case.flags, "bundles": [*case.flags.get("bundles", []), bundle]}


def actor_of(occasion: Occasion, row: Transition, attempt: Attempt) -> tuple[int | None, str, Role]:
    """Who the history says did it, in which of his roles."""
    if occasion.user is None:
        return None, occasion.name, Role.SYSTEM
    fitting = sorted(row.recorded_by & attempt.standing.get(row.seat, frozenset()))
    return occasion.user.id, occasion.user.name, fitting[0]
