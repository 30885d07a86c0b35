"""A row of the law as a record, and what is needed to try it: subject, attempt, obstacle.

A `Transition` is a row of the law, a step one that is taken in a case. The record is the only source of
what a step means: effects, forms, rights, API, handbook are all read from it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Protocol

from models.vocabulary import (
    CaseType,
    DeadlineKind,
    DocumentKind,
    LegalActor,
    RecipientKind,
    Role,
    TeamRole,
    Term,
)
from workflows.law.citations import Citation
from workflows.payloads.base import Payload
from workflows.text import Text


class Subject(Protocol):
    """Whatever has a state: a case, a document, a delivery."""

    state: str
    flags: dict[str, Any]


class Seat(Term):
    """At which court the person who records a step sits."""

    OWN = "OWN", "本院", "this court"
    SUPERIOR = "SUPERIOR", "上一级人民法院", "the superior court"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One reason why the law does not allow a step: its code, its sentence, its article."""

    code: str
    text: Text
    basis: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A step somebody wants to take: on which day, with what, standing where, under which settings.

    `standing` holds the roles the person has in this very case, by the court where he sits.
    """

    on: date
    standing: Mapping[Seat, frozenset[Role]]
    data: Mapping[str, Any] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    user_id: int | None = None
    team_roles: frozenset[TeamRole] = frozenset()


Guard = Callable[[Any, Attempt], Obstacle | None]
Condition = Callable[[Any], bool]


def always(_subject: Any) -> bool:
    """Hold in every case."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Starts:
    """A clock that a step starts: from the step's day, a day supplied, or the expiry of another clock."""

    kind: DeadlineKind
    when: Condition = always
    from_field: str | None = None
    from_expiry_of: DeadlineKind | None = None
    until_field: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Serves:
    """Who is served with a document, within which clock, and which clock the service starts."""

    document: DocumentKind
    on: RecipientKind
    within: DeadlineKind | None = None
    starts: DeadlineKind | None = None
    when: Condition = always


@dataclass(frozen=True, slots=True, kw_only=True)
class Issues:
    """A document that a step drafts, and for whom if there is one for each."""

    kind: DocumentKind
    when: Condition = always
    for_each: RecipientKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opens:
    """A case that a step opens, by which step of its own procedure, at which court."""

    case_type: CaseType
    by: str
    seat: Seat = Seat.OWN


@cache
def reader_of(payload: type[Payload]) -> Payload:
    """The one reader of a kind of payload: to make one copies every field of it."""
    return payload()


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """A row of the law; see `architecture.md`, one source for what a step means.

    `sources` is empty where a step begins a case; `target` is None where the state stays. Several rows may
    bear one name if their sources, `requires` or days keep them apart.
    """

    name: str
    label: Text
    sources: tuple[Term, ...]
    target: Term | None
    actor: LegalActor
    recorded_by: frozenset[Role]
    seat: Seat = Seat.OWN
    basis: tuple[Citation, ...]
    payload: type[Payload]
    guards: tuple[Guard, ...] = ()
    checks: tuple[Guard, ...] = ()
    requires: Mapping[str, Any] = field(default_factory=dict)
    sets: Mapping[str, Any] = field(default_factory=dict)
    starts: tuple[Starts, ...] = ()
    ends: tuple[DeadlineKind, ...] = ()
    cancels: tuple[DeadlineKind, ...] = ()
    pauses: tuple[DeadlineKind, ...] = ()
    resumes: tuple[DeadlineKind, ...] = ()
    extends: tuple[tuple[DeadlineKind, DeadlineKind], ...] = ()
    documents: tuple[Issues, ...] = ()
    serves: tuple[Serves, ...] = ()
    announces: bool = False
    opens: Opens | None = None
    hands_on: str | None = None
    automatic_after: DeadlineKind | None = None
    bundle: str | None = None
    indicators: tuple[str, ...] = ()
    does: tuple[str, ...] = ()
    note: Text | None = None
    since: date = date.min
    until: date = date.max

    @property
    def reader(self) -> Payload:
        """What reads, checks and writes the payload; it keeps nothing of what it has read."""
        return reader_of(self.payload)

    @property
    def recorded_by_people(self) -> bool:
        """Whether anybody but the system records it."""
        return bool(self.recorded_by - {Role.SYSTEM})

    def in_force(self, day: date) -> bool:
        """Whether this wording holds on `day`."""
        return self.since <= day <= self.until

    def starts_in(self, subject: Subject) -> bool:
        """Whether the row's own sources and flags fit the subject as it stands."""
        return subject.state in self.sources and self.fits_flags(subject)

    def fits_flags(self, subject: Subject) -> bool:
        """Whether the parallel flags are as the row requires."""
        return all(subject.flags.get(flag) == value for flag, value in self.requires.items())

    def permits(self, standing: Mapping[Seat, frozenset[Role]]) -> bool:
        """Whether a person of that standing may record the step."""
        return bool(self.recorded_by & standing.get(self.seat, frozenset()))
