"""The machine that reads a procedure: which step may follow which, who may take it, and why not.

The engine knows no SQL, no clock and no user: it is handed a subject, an attempt and a day. What a row is
made of stands in `transition.py`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.vocabulary import Term
from workflows.flags import misfit
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle, Subject, Transition


@dataclass(frozen=True, slots=True)
class Option:
    """A step as it stands now: its row, and every obstacle in its way."""

    transition: Transition
    obstacles: tuple[Obstacle, ...]

    @property
    def allowed(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.obstacles


class StepRefused(Exception):
    """The law does not allow the step; nothing was written. Carries every obstacle."""

    def __init__(self, step: str, obstacles: Iterable[Obstacle]) -> None:
        self.step = step
        self.obstacles = tuple(obstacles)
        super().__init__(f"{step}: " + "; ".join(obstacle.code for obstacle in self.obstacles))


class NoSuchStep(LookupError):
    """The procedure knows no step of that name."""

    def __init__(self, procedure: str, step: str) -> None:
        self.procedure = procedure
        self.step = step
        super().__init__(f"{procedure} knows no step {step!r}")


class Procedure:
    """A state machine of the law: its states and its rows, checked when it is read."""

    def __init__(
        self,
        name: str,
        label: Text,
        states: type[Term],
        terminal: Iterable[Term],
        transitions: Iterable[Transition],
    ) -> None:
        from workflows.definition import check_procedure

        self.name = name
        self.label = label
        self.states = states
        self.terminal = frozenset(terminal)
        self.transitions = tuple(transitions)
        check_procedure(self)

    def named(self, name: str) -> tuple[Transition, ...]:
        """Every row of that name.

        Raises:
            NoSuchStep: if there is none.
        """
        rows = tuple(row for row in self.transitions if row.name == name)
        if not rows:
            raise NoSuchStep(self.name, name)
        return rows

    def row(self, name: str, state: str | None, flags: Mapping[str, Any], on: date) -> Transition:
        """The row that fits best: in force, then starting here, then with fitting flags."""

        def fit(row: Transition) -> tuple[bool, bool, bool]:
            here = state in row.sources if state is not None else not row.sources
            return row.in_force(on), here, all(flags.get(k) == v for k, v in row.requires.items())

        return max(self.named(name), key=fit)

    def options(self, subject: Subject, attempt: Attempt) -> list[Option]:
        """Every step of the procedure as it stands for this subject, in the order of the law."""
        names = dict.fromkeys(row.name for row in self.transitions if row.sources)
        rows = (self.row(name, subject.state, subject.flags, attempt.on) for name in names)
        return [Option(row, self.obstacles(row, subject, attempt)) for row in rows]

    def obstacles(
        self, row: Transition, subject: Subject, attempt: Attempt, *, with_checks: bool = False
    ) -> tuple[Obstacle, ...]:
        """Everything that stands in the way; `with_checks` looks also at what was supplied."""
        misplaced = [self._wrong_wording(row, attempt)]
        if row.sources:
            misplaced.append(self._wrong_state(row, subject))
        found = [self._wrong_person(row, attempt), *misplaced]
        if not any(misplaced):
            found += [guard(subject, attempt) for guard in row.guards]
            if with_checks:
                found += [check(subject, attempt) for check in row.checks]
        return tuple(obstacle for obstacle in found if obstacle is not None)

    def attempt(self, name: str, subject: Subject, attempt: Attempt) -> Transition:
        """Find the row of a step that is to be taken.

        Raises:
            NoSuchStep: if the procedure has no such step.
            StepRefused: with every obstacle, if the law does not allow it.
        """
        row = self.row(name, subject.state, subject.flags, attempt.on)
        obstacles = self.obstacles(row, subject, attempt, with_checks=True)
        if obstacles:
            raise StepRefused(name, obstacles)
        return row

    def begin(self, name: str, subject: Subject, attempt: Attempt) -> Transition:
        """Find the row that begins a case; guards see the subject as it will be.

        Raises:
            StepRefused: with every obstacle, if the law does not allow it.
        """
        row = self.row(name, None, subject.flags, attempt.on)
        obstacles = self.obstacles(row, subject, attempt, with_checks=True)
        if row.sources or obstacles:
            raise StepRefused(name, obstacles or (self.not_a_beginning(row),))
        return row

    def _wrong_state(self, row: Transition, subject: Subject) -> Obstacle | None:
        if row.starts_in(subject):
            return None
        state = self.states(subject.state)
        if subject.state in row.sources:
            why = misfit(row.requires, subject.flags)
            general = Text("本案目前的情形不允许进行“{step}”。", step=row.label)
            return Obstacle("wrong_flags", why or general, row.basis)
        return Obstacle(
            "wrong_state",
            Text(
                "“{step}”不能在“{state}”阶段进行；须处于：{sources}。",
                step=row.label,
                state=state,
                sources=list(row.sources),
            ),
            row.basis,
        )

    @staticmethod
    def not_a_beginning(row: Transition) -> Obstacle:
        """What is said where a step cannot begin a case."""
        return Obstacle("not_a_beginning", Text("“{step}”不能用来立案。", step=row.label), row.basis)

    @staticmethod
    def _wrong_wording(row: Transition, attempt: Attempt) -> Obstacle | None:
        if row.in_force(attempt.on):
            return None
        return Obstacle(
            "not_in_force",
            Text("“{step}”的规定在{day}尚未施行或者已经失效。", step=row.label, day=attempt.on),
            row.basis,
        )

    @staticmethod
    def _wrong_person(row: Transition, attempt: Attempt) -> Obstacle | None:
        if row.permits(attempt.standing):
            return None
        return Obstacle(
            "not_permitted",
            Text(
                "“{step}”只能由{seat}的{roles}记录，且须属于本案办案人员。",
                step=row.label,
                seat=row.seat,
                roles=sorted(row.recorded_by),
            ),
            cite("DESIGN"),
        )
