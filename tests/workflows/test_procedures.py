"""The tables of the procedures: complete, well defined, and agreed with an independent machine."""

import random
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from statemachine import State, StateMachine

from court_app import catalog
from court_app.services.procedure.effects import EFFECTS
from models.vocabulary import ApplicationState, DeadlineKind, DocumentKind, DocumentState, LegalActor, Role
from tests.workflows.building import DAY, EVERYBODY, a_case
from workflows.definition import DefinitionError
from workflows.engine import NoSuchStep, Procedure, StepRefused
from workflows.handbook import PROCEDURES, handbook
from workflows.law.citations import cite, together
from workflows.payloads.base import WithRemark
from workflows.procedures.application import BANKRUPTCY_APPLICATION
from workflows.text import Text
from workflows.transition import Attempt, Issues, Seat, Starts, Transition

JUDGE = frozenset({Role.JUDGE})


def a_row(**more: object) -> Transition:
    """A row of a small machine that begins, approves and ends a document."""
    values: dict[str, object] = {
        "name": "draft",
        "label": Text("起草"),
        "sources": (),
        "target": DocumentState.DRAFT,
        "actor": LegalActor.COURT,
        "recorded_by": JUDGE,
        "basis": cite("DESIGN"),
        "payload": WithRemark,
    }
    return Transition(**{**values, **more})  # type: ignore[arg-type]


def rows_of(*more: Transition) -> tuple[Transition, ...]:
    """Rows that lead through every state of the document machine."""
    states = list(DocumentState)
    chain = [
        a_row(name=f"to_{after.value}", sources=(before,), target=after) for before, after in pairwise(states)
    ]
    return (a_row(), *chain, *more)


def small(*more: Transition, rows: tuple[Transition, ...] | None = None) -> Procedure:
    """A small procedure."""
    chosen = rows_of(*more) if rows is None else rows
    return Procedure("small", Text("小程序"), DocumentState, [DocumentState.SUPERSEDED], chosen)


def test_a_well_defined_procedure_is_accepted() -> None:
    assert tuple(small().transitions) == tuple(rows_of())


@pytest.mark.parametrize(
    ("faulty", "said"),
    [
        (a_row(name="odd", sources=("DRAFTT",), target=None), "odd: no state 'DRAFTT'"),
        (a_row(name="odd", sources=(DocumentState.DRAFT,), target=None, actor=None), "odd: no actor"),
        (
            a_row(name="odd", sources=(DocumentState.DRAFT,), target=None, recorded_by=frozenset()),
            "odd: no recorded_by",
        ),
        (a_row(name="odd", sources=(DocumentState.DRAFT,), target=None, basis=()), "odd: no basis"),
        (
            a_row(name="odd", sources=(DocumentState.DRAFT,), target=None, starts=(Starts(kind="SOON"),)),
            "odd: no deadline 'SOON'",
        ),
        (
            a_row(name="odd", sources=(DocumentState.DRAFT,), target=None, documents=(Issues(kind="NOTE"),)),
            "odd: no document 'NOTE'",
        ),
        (
            a_row(name="to_SUBMITTED", sources=(DocumentState.DRAFT,), target=DocumentState.APPROVED),
            "to_SUBMITTED: two wordings in force on one day",
        ),
        (
            a_row(name="odd", sources=(DocumentState.SUPERSEDED,), target=DocumentState.DRAFT),
            "terminal state SUPERSEDED is left",
        ),
    ],
)
def test_a_fault_in_a_definition_is_named_at_import(faulty: Transition, said: str) -> None:
    with pytest.raises(DefinitionError, match="procedure small") as error:
        small(faulty)

    assert said in str(error.value)


def test_states_that_cannot_be_reached_or_left_are_named() -> None:
    without_end = tuple(row for row in rows_of() if row.target != DocumentState.SUPERSEDED)

    with pytest.raises(DefinitionError) as error:
        small(rows=without_end)

    assert "state SUPERSEDED is never reached" in str(error.value)
    assert "state DISCARDED is never left" in str(error.value)


def test_two_wordings_of_a_step_may_follow_each_other_in_time() -> None:
    change = date(2027, 1, 1)
    old = a_row(name="odd", sources=(DocumentState.DRAFT,), target=None, until=date(2026, 12, 31))
    new = replace(old, since=change, until=date.max, basis=cite("EBL 10(1)"))

    procedure = small(old, new)

    assert procedure.row("odd", "DRAFT", {}, date(2026, 12, 31)) is old
    assert procedure.row("odd", "DRAFT", {}, change) is new


def test_an_unknown_step_is_refused_by_name() -> None:
    with pytest.raises(NoSuchStep, match="acept"):
        BANKRUPTCY_APPLICATION.named("acept")


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda procedure: procedure.name)
def test_every_row_shows_article_actor_role_and_label(procedure: Procedure) -> None:
    for row in procedure.transitions:
        assert row.basis
        assert row.recorded_by
        assert str(row.label)
        assert all(citation.zh and citation.en for citation in row.basis)


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda procedure: procedure.name)
def test_every_named_effect_exists(procedure: Procedure) -> None:
    named = {name for row in procedure.transitions for name in row.does}

    assert named <= EFFECTS.keys()


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda procedure: procedure.name)
@pytest.mark.parametrize("role", list(Role))
def test_a_role_may_record_exactly_what_its_row_says(procedure: Procedure, role: Role) -> None:
    for row in procedure.transitions:
        for seat in Seat:
            allowed = row.permits({seat: frozenset({role})})

            assert allowed == (role in row.recorded_by and seat == row.seat)


def test_the_auditor_and_the_system_administrator_record_nothing() -> None:
    for procedure in PROCEDURES:
        for row in procedure.transitions:
            assert not {Role.AUDITOR, Role.SYSTEM_ADMIN} & row.recorded_by


def test_every_step_of_the_application_is_refused_from_every_other_state() -> None:
    for row in BANKRUPTCY_APPLICATION.transitions:
        for state in ApplicationState:
            if not row.sources or state in row.sources:
                continue
            case = a_case(state=state.value, flags=dict(row.requires), deadlines=[])
            attempt = Attempt(on=DAY, standing=EVERYBODY)

            found = BANKRUPTCY_APPLICATION.obstacles(row, case, attempt)

            assert "wrong_state" in {obstacle.code for obstacle in found}


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda procedure: procedure.name)
def test_every_step_is_allowed_where_its_row_says_and_to_nobody_else(procedure: Procedure) -> None:
    rows = [row for row in procedure.transitions if row.sources]
    for row in rows:
        bare = replace(row, guards=(), checks=())
        for state in row.sources:
            case = a_case(state=state.value, flags=dict(row.requires), deadlines=[])
            for role in Role:
                attempt = Attempt(on=DAY, standing={row.seat: frozenset({role})})
                found = {o.code for o in procedure.obstacles(bare, case, attempt)}

                assert found == (set() if role in row.recorded_by else {"not_permitted"})


def test_the_committed_handbook_is_what_the_tables_say() -> None:
    from pathlib import Path

    committed = Path(__file__).parents[2] / "docs" / "handbook.md"

    assert committed.read_text(encoding="utf-8") == handbook()


def move_name(row: Transition, source: object) -> str:
    """What a row's move from a state is called in the chart; flags are part of the name."""
    flags = "_".join(f"{flag}_{value}" for flag, value in sorted(row.requires.items()))
    return f"do_{row.name}_{source.name}_{row.target.name}_{flags}"


def chart_of(procedure: Procedure) -> type[StateMachine]:
    """An independent machine with the same states and moves, guards left out."""
    begins = {row.target for row in procedure.transitions if not row.sources}
    start = next(state for state in procedure.states if state in begins)
    states = {
        state: State(
            state.value, value=state.value, initial=state is start, final=state in procedure.terminal
        )
        for state in procedure.states
    }
    attributes: dict[str, object] = {f"s_{state.name}": made for state, made in states.items()}
    for other in begins - {start}:  # a chart has one beginning; the walk never takes these moves
        attributes[f"begin_in_{other.name}"] = states[start].to(states[other])
    for row in procedure.transitions:
        for source in row.sources:
            if row.target is None or source in procedure.terminal:
                continue
            move = states[source].to(states[row.target])
            attributes[move_name(row, source)] = move
    return type("Chart", (StateMachine,), attributes)


WALKED = [p for p in PROCEDURES if any(row.sources and row.target for row in p.transitions)]
OF_CASES = ("BK_APPLICATION", "BK_CASE")
"""Whose walks the quick subset has; of the others it has the tests of their tables."""


@pytest.mark.parametrize(
    "procedure",
    [pytest.param(p, id=p.name, marks=[] if p.name in OF_CASES else [pytest.mark.slow]) for p in WALKED],
)
def test_random_walks_agree_with_an_independent_machine(procedure: Procedure) -> None:
    chance, chart = random.Random(20261124), chart_of(procedure)  # noqa: S311 (a repeatable walk)
    bare = [replace(row, guards=(), checks=(), recorded_by=frozenset(Role)) for row in procedure.transitions]
    table = Procedure(procedure.name, procedure.label, procedure.states, procedure.terminal, bare)
    moves = 0
    for _ in range(300):
        machine = chart()
        case = a_case(state=machine.current_state_value, deadlines=[])
        for _ in range(12):
            row = chance.choice([row for row in table.transitions if row.sources and row.target])
            case.flags = dict(row.requires)
            here = procedure.states(case.state)
            agreed = hasattr(chart, move_name(row, here))
            try:
                taken = table.attempt(row.name, case, Attempt(on=DAY, standing=EVERYBODY))
            except StepRefused:
                assert not agreed
                continue
            machine.send(move_name(taken, here))
            case.state = taken.target.value
            assert machine.current_state_value == case.state
            moves += 1
    assert moves >= 300


def test_every_kind_of_paper_that_a_procedure_issues_has_a_form() -> None:
    from documents.kinds import form_of

    issued = {issue.kind for p in PROCEDURES for row in p.transitions for issue in row.documents}

    assert issued
    assert all(form_of(kind).sections for kind in issued | set(DocumentKind))


def test_every_clock_that_is_started_has_a_rule_and_is_ended_somewhere() -> None:
    from workflows.deadlines import RULES

    started: set[DeadlineKind] = set()
    for procedure in PROCEDURES:
        for row in procedure.transitions:
            started |= {start.kind for start in row.starts}
            started |= {serve.starts for serve in row.serves if serve.starts}

    assert started <= RULES.keys()


def test_every_step_has_its_name_and_note_in_english() -> None:
    english = {message.id for message in catalog.english() if message.string}

    for procedure in PROCEDURES:
        assert procedure.label.message in english
        for row in procedure.transitions:
            assert row.label.message in english
            assert row.note is None or row.note.message in english


def test_a_statute_cited_twice_is_named_once() -> None:
    places = cite("EBL 2", "EBL 10(1)", "CPL 37")

    assert together(places, "zh") == (
        "《中华人民共和国企业破产法》第二条、第十条第一款；《中华人民共和国民事诉讼法》第三十七条"
    )
    assert (
        together(places, "en") == "Enterprise Bankruptcy Law art. 2, art. 10(1); Civil Procedure Law art. 37"
    )
