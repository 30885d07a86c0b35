"""Guards of the administrator's office and of what he asks and reports."""

from datetime import timedelta

import pytest

from models.vocabulary import (
    DeadlineKind,
    DeadlineStatus,
    PartyKind,
    ResolutionMatter,
    ResolutionState,
    SubmissionKind,
)
from tests.workflows.building import (
    DAY,
    Kept,
    a_clock,
    a_liquidation,
    a_resolution,
    a_submission,
    an_appointment,
    an_attempt,
    an_attempt_at,
    code_of,
)
from workflows.guards import administration as guards

ONE = timedelta(days=1)


@pytest.mark.parametrize("state", list(ResolutionState))
def test_a_replacement_is_asked_for_with_a_resolution_that_holds(state: ResolutionState) -> None:
    attempt = an_attempt_at(Kept(resolutions=[a_resolution(state)]), resolution_serial=1)
    holds = state in {ResolutionState.PASSED, ResolutionState.FINAL, ResolutionState.UPHELD}

    found = code_of(guards.meeting_resolved_it(an_appointment(), attempt))

    assert found == (None if holds else "no_resolution")


def test_a_resolution_about_something_else_asks_for_no_replacement() -> None:
    other = a_resolution(matter=ResolutionMatter.M5)

    for kept in (Kept(resolutions=[other]), Kept()):
        attempt = an_attempt_at(kept, resolution_serial=1)
        assert code_of(guards.meeting_resolved_it(an_appointment(), attempt)) == "no_resolution"


@pytest.mark.parametrize(("offset", "code"), [(-1, "not_explained"), (0, "not_explained"), (1, None)])
def test_the_court_decides_after_the_explanation_or_when_its_two_days_are_over(
    offset: int, code: str | None
) -> None:
    clock = a_clock(DeadlineKind.ADM_EXPLAIN, DAY)
    clock.machine, clock.subject_id = "appointment", 1
    office = an_appointment(case=a_liquidation(deadlines=[clock]))

    assert code_of(guards.has_explained(office, an_attempt(DAY + offset * ONE))) == code
    explained = an_appointment(flags={"explained": True})
    assert code_of(guards.has_explained(explained, an_attempt())) is None


def test_the_clock_of_an_earlier_request_or_of_another_office_proves_nothing() -> None:
    ended = a_clock(DeadlineKind.ADM_EXPLAIN, DAY - 9 * ONE, DeadlineStatus.MET_LATE)
    others = a_clock(DeadlineKind.ADM_EXPLAIN, DAY - 9 * ONE)
    ended.machine, ended.subject_id = "appointment", 1
    others.machine, others.subject_id = "appointment", 2
    office = an_appointment(case=a_liquidation(deadlines=[ended, others]))

    assert code_of(guards.has_explained(office, an_attempt())) == "not_explained"


def test_the_administrator_explains_once_and_hands_over_once() -> None:
    done = an_appointment(flags={"explained": True, "handed_over": True})

    assert code_of(guards.not_yet_explained(done, an_attempt())) == "already_explained"
    assert code_of(guards.not_yet_handed_over(done, an_attempt())) == "handed_over"
    assert code_of(guards.not_yet_explained(an_appointment(), an_attempt())) is None
    assert code_of(guards.not_yet_handed_over(an_appointment(), an_attempt())) is None


@pytest.mark.parametrize(
    ("name", "code"), [("江澜正序律师事务所", None), ("江澜衡正会计师事务所", "same_administrator")]
)
def test_the_office_goes_to_somebody_else(name: str, code: str | None) -> None:
    assert code_of(guards.new_one_is_another(an_appointment(), an_attempt(administrator_name=name))) == code


@pytest.mark.parametrize(
    ("kind", "fen", "code"),
    [
        (PartyKind.ORGANISATION, 4_999_999, "fine_out_of_range"),
        (PartyKind.ORGANISATION, 5_000_000, None),
        (PartyKind.ORGANISATION, 20_000_000, None),
        (PartyKind.ORGANISATION, 20_000_001, "fine_out_of_range"),
        (PartyKind.PERSON, 999_999, "fine_out_of_range"),
        (PartyKind.PERSON, 1_000_000, None),
        (PartyKind.PERSON, 5_000_000, None),
        (PartyKind.PERSON, 5_000_001, "fine_out_of_range"),
    ],
)
def test_a_fine_lies_within_the_range_for_firms_or_individuals(
    kind: PartyKind, fen: int, code: str | None
) -> None:
    assert code_of(guards.fine_is_within_the_range(an_appointment(kind), an_attempt(fine_fen=fen))) == code


@pytest.mark.parametrize("kind", list(SubmissionKind))
def test_a_request_is_answered_and_a_report_is_noted(kind: SubmissionKind) -> None:
    submission = a_submission(kind)
    asks = not kind.value.endswith("REPORT")

    assert (guards.is_a_request(submission, an_attempt()) is None) == asks
    assert (guards.is_a_report(submission, an_attempt()) is None) == (not asks)


def test_nobody_asks_or_reports_who_is_not_in_office() -> None:
    held, vacant = an_attempt_at(Kept(office=an_appointment())), an_attempt_at(Kept())

    assert code_of(guards.somebody_is_in_office(a_submission(), held)) is None
    assert code_of(guards.somebody_is_in_office(a_submission(), vacant)) == "nobody_in_office"
