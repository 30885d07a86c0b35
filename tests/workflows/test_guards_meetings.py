"""Guards of meetings, resolutions and plans: notice, majorities, revocation, reconsideration."""

from datetime import date, timedelta
from typing import Any

import pytest

from models.vocabulary import (
    DeadlineKind,
    LiquidationState,
    MeetingForm,
    MeetingState,
    ResolutionMatter,
)
from tests.workflows.building import (
    DAY,
    Kept,
    a_clock,
    a_liquidation,
    a_meeting,
    a_resolution,
    an_attempt,
    an_attempt_at,
    code_of,
)
from workflows.guards import meetings as guards
from workflows.guards import plans
from workflows.transition import Guard

ONE = timedelta(days=1)
CARRIED = {"present": 3, "for_heads": 2, "for_fen": 50, "total_fen": 100}
LOST_BY_HEADS = {"present": 4, "for_heads": 2, "for_fen": 100, "total_fen": 100}
LOST_BY_AMOUNT = {"present": 3, "for_heads": 3, "for_fen": 49, "total_fen": 100}


@pytest.mark.parametrize("state", list(LiquidationState))
def test_meetings_are_called_while_the_case_goes_on(state: LiquidationState) -> None:
    meeting = a_meeting(case=a_liquidation(state.value))
    ended = state.value in {
        "LQ_FINAL_DISTRIBUTED",
        "LQ_TERMINATED",
        "LQ_DISMISSED_FINAL",
        "LQ_DEREGISTERED",
        "LQ_ENDED_SURVIVING",
    }

    assert code_of(guards.case_goes_on(meeting, an_attempt())) == ("case_is_over" if ended else None)


@pytest.mark.parametrize(("held", "code"), [(True, None), (False, "first_meeting_not_held")])
def test_later_meetings_follow_the_first(held: bool, code: str | None) -> None:
    meeting = a_meeting(case=a_liquidation(flags={"first_meeting_held": held}))

    assert code_of(guards.first_meeting_came_before(meeting, an_attempt())) == code


@pytest.mark.parametrize(("before", "code"), [(16, None), (15, None), (14, "notice_late")])
def test_creditors_are_told_fifteen_days_before(before: int, code: str | None) -> None:
    meeting = a_meeting(MeetingState.CALLED, planned_on=DAY + before * ONE)

    assert code_of(guards.notice_is_in_time(meeting, an_attempt(DAY))) == code


@pytest.mark.parametrize(("offset", "code"), [(-1, "not_later"), (0, "not_later"), (1, None)])
def test_a_meeting_is_postponed_and_never_brought_forward(offset: int, code: str | None) -> None:
    attempt = an_attempt(planned_on=DAY + offset * ONE)

    assert code_of(guards.new_day_is_later(a_meeting(), attempt)) == code


@pytest.mark.parametrize(("serial", "code"), [(1, "is_the_first_meeting"), (2, None)])
def test_the_first_meeting_is_held_by_the_step_of_the_case(serial: int, code: str | None) -> None:
    assert code_of(guards.is_not_the_first(a_meeting(serial=serial), an_attempt())) == code


@pytest.mark.parametrize(("offset", "code"), [(-1, "before_the_meeting_day"), (0, None), (1, None)])
def test_a_meeting_is_not_held_before_its_day(offset: int, code: str | None) -> None:
    assert code_of(guards.planned_day_has_come(a_meeting(), an_attempt(DAY + offset * ONE))) == code


@pytest.mark.parametrize("state", list(MeetingState))
def test_a_resolution_is_made_at_a_meeting_that_was_held(state: MeetingState) -> None:
    attempt = an_attempt_at(Kept(meetings=[a_meeting(state)]), meeting_serial=1)

    found = code_of(guards.meeting_of_vote_was_held(a_resolution(), attempt))

    assert found == (None if state == MeetingState.HELD else "meeting_not_held")


@pytest.mark.parametrize("matter", list(ResolutionMatter))
def test_votes_on_the_three_plans_are_steps_of_the_case(matter: ResolutionMatter) -> None:
    plan = matter in {ResolutionMatter.M8, ResolutionMatter.M9, ResolutionMatter.M10}

    found = code_of(guards.is_no_plan_of_the_case(a_resolution(), an_attempt(matter=matter)))

    assert found == ("vote_is_a_step_of_the_case" if plan else None)


@pytest.mark.parametrize(
    ("figures", "carried"), [(CARRIED, True), (LOST_BY_HEADS, False), (LOST_BY_AMOUNT, False)]
)
def test_a_vote_is_recorded_as_what_its_figures_say(figures: dict[str, int], carried: bool) -> None:
    attempt = an_attempt(**figures)

    for passed, failed, subject in (
        (plans.vote_is_carried, plans.vote_is_lost, a_resolution()),
        (plans.vote_is_carried, plans.vote_is_lost, a_liquidation()),
    ):
        assert code_of(passed(subject, attempt)) == (None if carried else "vote_not_carried")
        assert code_of(failed(subject, attempt)) == ("vote_carried" if carried else None)


@pytest.mark.parametrize(
    ("form", "noticed_on", "code"),
    [
        (MeetingForm.ON_SITE, None, "result_is_known"),
        (MeetingForm.ONLINE, None, None),
        (MeetingForm.WRITTEN, None, None),
        (MeetingForm.WRITTEN, DAY, "result_is_known"),
    ],
)
def test_the_result_of_a_vote_away_from_the_site_is_told_once(
    form: MeetingForm, noticed_on: date | None, code: str | None
) -> None:
    resolution = a_resolution(meeting=a_meeting(form=form), noticed_on=noticed_on)

    assert code_of(guards.result_is_to_be_told(resolution, an_attempt())) == code


@pytest.mark.parametrize(
    ("form", "noticed_on", "asked_on", "code"),
    [
        (MeetingForm.ON_SITE, None, date(2026, 10, 26), None),
        (MeetingForm.ON_SITE, None, date(2026, 10, 27), None),
        (MeetingForm.ON_SITE, None, date(2026, 10, 28), "revocation_late"),
        (MeetingForm.ONLINE, date(2026, 10, 15), date(2026, 10, 30), None),
        (MeetingForm.ONLINE, date(2026, 10, 15), date(2026, 10, 31), "revocation_late"),
        (MeetingForm.ONLINE, None, date(2027, 10, 12), None),
    ],
)
def test_revocation_is_asked_within_fifteen_days_of_resolution_or_notice(
    form: MeetingForm, noticed_on: date | None, asked_on: date, code: str | None
) -> None:
    resolution = a_resolution(meeting=a_meeting(form=form), noticed_on=noticed_on)

    assert code_of(guards.revocation_is_in_time(resolution, an_attempt(asked_on))) == code


def test_a_request_posted_in_time_is_in_time() -> None:
    late, in_time = date(2026, 10, 28), date(2026, 10, 27)

    for posted_on, code in ((in_time, None), (late, "revocation_late")):
        attempt = an_attempt(date(2026, 10, 30), posted_on=posted_on)
        assert code_of(guards.revocation_is_in_time(a_resolution(), attempt)) == code


@pytest.mark.parametrize("flag", ["mgmt_plan", "realisation_plan"])
@pytest.mark.parametrize(
    ("state", "code"),
    [
        (None, None),
        ("PROPOSED", None),
        ("FAILED_ONCE", None),
        ("PASSED", "plan_adopted"),
        ("COURT_RULED", "plan_adopted"),
    ],
)
def test_an_adopted_plan_is_not_proposed_again(flag: str, state: str | None, code: str | None) -> None:
    case = a_liquidation(flags={flag: state})

    assert code_of(plans.not_yet_adopted(flag)(case, an_attempt())) == code


@pytest.mark.parametrize(
    ("guard", "state", "code"),
    [
        (plans.no_plan_is_adopted, None, None),
        (plans.no_plan_is_adopted, "FAILED_ONCE", None),
        (plans.no_plan_is_adopted, "RECOGNISED", "plan_adopted"),
        (plans.votes_twice_at_most, "FAILED_ONCE", None),
        (plans.votes_twice_at_most, "FAILED_TWICE", "voted_twice"),
        (plans.the_court_has_ruled, "COURT_RULED", None),
        (plans.the_court_has_ruled, "RECOGNISED", "nothing_ruled"),
    ],
)
def test_a_plan_of_distribution_is_voted_on_twice_at_most(
    guard: Guard, state: str | None, code: str | None
) -> None:
    assert code_of(guard(a_liquidation(flags={"distribution_plan": state}), an_attempt())) == code


def reconsidered(plan: str, state: str = "COURT_RULED", **data: Any) -> str | None:
    """What is said of a request to reconsider a ruling whose clock ends on the day."""
    clocks = [a_clock(kind, DAY) for kind in (DeadlineKind.REVIEW_65_1, DeadlineKind.REVIEW_65_2)]
    for clock in clocks:
        clock.trigger_on = DAY - 15 * ONE
    case = a_liquidation(flags={plan: state}, deadlines=clocks)
    values = {"plan": plan, "asked_on": DAY, "told_on": None, "holds_fen": 50, "total_fen": 100, **data}
    attempt = an_attempt_at(Kept(), on=DAY + 30 * ONE, **{"applicants": "", **values})
    return code_of(plans.reconsideration_is_open(case, attempt))


@pytest.mark.parametrize(("offset", "code"), [(-1, None), (0, None), (1, "reconsideration_late")])
def test_reconsideration_is_asked_within_fifteen_days(offset: int, code: str | None) -> None:
    assert reconsidered("mgmt_plan", asked_on=DAY + offset * ONE) == code


@pytest.mark.parametrize(
    ("asked_on", "code"),
    [
        (date(2026, 10, 23), None),
        (date(2026, 10, 24), None),
        (date(2026, 10, 26), None),
        (date(2026, 10, 27), "reconsideration_late"),
    ],
)
def test_who_was_told_later_has_fifteen_days_from_the_notice(asked_on: date, code: str | None) -> None:
    """Told on Friday 9 October: the fifteenth day, 24 October, is a Saturday, so Monday is the last."""
    assert reconsidered("realisation_plan", told_on=date(2026, 10, 9), asked_on=asked_on) == code


def test_a_notice_before_the_ruling_shortens_nothing() -> None:
    assert reconsidered("mgmt_plan", told_on=DAY - 40 * ONE) is None


@pytest.mark.parametrize(("fen", "code"), [(49, "holds_too_little"), (50, None), (51, None)])
def test_only_half_of_the_unsecured_claims_reconsider_a_distribution_plan(fen: int, code: str | None) -> None:
    assert reconsidered("distribution_plan", holds_fen=fen) == code
    assert reconsidered("mgmt_plan", holds_fen=0) is None, "any creditor may (EBL 66)"


def test_only_a_ruling_of_the_court_is_reconsidered() -> None:
    assert reconsidered("mgmt_plan", state="PASSED") == "not_ruled"
