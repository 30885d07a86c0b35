"""The approval of a plan that a class refused: when it may be asked for, and what its conditions come to."""

from typing import Any

import pytest
from marshmallow import ValidationError

from models import Motion, PlanApproval, Resolution
from models.vocabulary import (
    ClaimClass,
    ConditionsMet,
    Found,
    MotionState,
    ResolutionMatter,
    ResolutionState,
    VotingGroup,
)
from tests.workflows.building import Kept, a_resolution, an_attempt_at, code_of
from workflows.calculations.draft import draft
from workflows.calculations.draft_lines import Draft, DraftClaim, Figures
from workflows.calculations.plan_approval import Weighed, weigh
from workflows.guards import plan_approval as guards
from workflows.guards.plan_votes import REFUSED
from workflows.law.cram_down import FACTS
from workflows.payloads.plan_approval import ApprovalAsked
from workflows.transition import Guard

G, PASSED, FAILED = VotingGroup, ResolutionState.PASSED, ResolutionState.FAILED
ALL = (
    guards.some_class_has_lost,
    guards.no_class_is_voting,
    guards.no_second_vote_is_open,
    guards.some_class_has_passed,
    guards.no_application_is_pending,
)


def vote(group: VotingGroup, state: ResolutionState, *, refused: bool = False) -> Resolution:
    """A vote of a class: two of three heads and all of the claims, or nobody at all."""
    heads = 2 if state == PASSED else 0
    return a_resolution(
        state,
        id=1,
        matter=ResolutionMatter.M6,
        group=group,
        present=3,
        for_heads=heads,
        for_fen=heads * 50,
        total_fen=100,
        flags={REFUSED: "2026-10-12"} if refused else {},
    )


def refusals(kept: Kept, checks: tuple[Guard, ...] = ALL, **settings: Any) -> list[str]:
    """What stands against an application."""
    attempt = an_attempt_at(kept, settings=settings or None)
    return [code for check in checks if (code := code_of(check(PlanApproval(), attempt)))]


TAX_PASSED, TRADE_LOST = vote(G.TAX, PASSED), vote(G.ORDINARY, FAILED)


@pytest.mark.parametrize(
    ("votes", "codes"),
    [
        ([], ["no_class_has_voted"]),
        ([TAX_PASSED], ["plan_is_passed"]),
        ([TRADE_LOST, vote(G.ORDINARY, PASSED)], ["plan_is_passed"]),
        ([TAX_PASSED, TRADE_LOST], ["second_vote_is_open"]),
        ([TAX_PASSED, TRADE_LOST, TRADE_LOST], []),
        ([TAX_PASSED, vote(G.ORDINARY, FAILED, refused=True)], []),
        ([TRADE_LOST, TRADE_LOST], ["no_class_has_passed"]),
    ],
)
def test_asked_is_when_some_class_has_lost_for_good_and_another_has_passed(
    votes: list[Resolution], codes: list[str]
) -> None:
    assert refusals(Kept(resolutions=votes)) == codes


def test_the_court_may_do_without_a_class_that_has_passed() -> None:
    lost = Kept(resolutions=[TRADE_LOST, TRADE_LOST])

    assert refusals(lost, (guards.some_class_has_passed,), cram_down_needs_a_class=False) == []


def test_while_a_class_votes_or_an_application_stands_nothing_is_asked() -> None:
    votes = [TAX_PASSED, TRADE_LOST, TRADE_LOST]
    voting = Motion(group=G.EQUITY, state=MotionState.OPEN.value)

    assert refusals(Kept(resolutions=votes, motions=[voting])) == ["class_is_voting"]
    assert refusals(Kept(resolutions=votes, approvals=1)) == ["application_is_pending"]


def liquidation(pool: int) -> Draft:
    """Two ordinary claims of 60 and 40 over a pool."""
    claims = [DraftClaim(1, ClaimClass.ORD, 60), DraftClaim(2, ClaimClass.ORD, 40)]
    return draft(claims, (), Figures(pool))


def weighed(votes: list[Resolution], ratio: str, pool: int = 22, **facts: Found) -> Weighed:
    """An application weighed; every fact is shown unless something else is said."""
    told = {name: facts.get(name, Found.YES) for name in (*FACTS, "dissenters_no_worse_off")}
    return weigh(votes, REFUSED, {**told, "plan_ratio": ratio, "small_plan_ratio": ""}, liquidation(pool))


@pytest.mark.parametrize(
    ("ratio", "outcome"),
    [
        ("25", ConditionsMet.MET),
        ("22", ConditionsMet.MET),
        ("21.9999", ConditionsMet.MISSING),
        ("11/50", ConditionsMet.MET),
    ],
)
def test_condition_three_compares_the_plan_with_the_liquidation(ratio: str, outcome: ConditionsMet) -> None:
    assert weighed([TAX_PASSED, TRADE_LOST, TRADE_LOST], ratio).outcome == outcome


def test_where_the_ordinary_class_has_passed_no_ratio_is_compared() -> None:
    lost = vote(G.TAX, FAILED, refused=True)

    assert weighed([lost, vote(G.ORDINARY, PASSED)], "1").outcome == ConditionsMet.MET


def test_a_liquidation_in_which_nothing_reaches_the_ordinary_claims_has_a_ratio_of_nothing() -> None:
    found = weighed([TAX_PASSED, TRADE_LOST, TRADE_LOST], "0", pool=0)

    assert (found.ordinary.paid_fen, found.ordinary.total_fen) == (0, 100)
    assert found.outcome == ConditionsMet.MET


@pytest.mark.parametrize(
    ("shown", "outcome"),
    [(Found.YES, ConditionsMet.MET), (Found.NO, ConditionsMet.MISSING), (Found.OPEN, ConditionsMet.OPEN)],
)
def test_what_no_class_can_replace_must_be_shown(shown: Found, outcome: ConditionsMet) -> None:
    assert weighed([TAX_PASSED, TRADE_LOST, TRADE_LOST], "25", order_kept=shown).outcome == outcome


def with_silent_employees(shown: Found) -> Weighed:
    """Employees have claims and did not vote."""
    told = dict.fromkeys((*FACTS, "dissenters_no_worse_off"), Found.YES)
    told = {**told, "plan_ratio": "25", "small_plan_ratio": "", "employees_paid_in_full": shown}
    votes = [TAX_PASSED, TRADE_LOST, TRADE_LOST]
    return weigh(votes, REFUSED, told, liquidation(22), [G.EMPLOYEES, G.TAX])


@pytest.mark.parametrize(
    ("shown", "outcome"),
    [(Found.YES, ConditionsMet.MET), (Found.NO, ConditionsMet.MISSING), (Found.OPEN, ConditionsMet.OPEN)],
)
def test_a_class_that_has_members_and_did_not_vote_must_be_shown_to_be_paid(
    shown: Found, outcome: ConditionsMet
) -> None:
    found = with_silent_employees(shown)

    assert found.outcome == outcome
    assert any("没有表决的组：职工债权组" in str(line) for line in found.working)


def test_the_working_tells_votes_liquidation_ratio_and_conclusion_in_this_order() -> None:
    lines = [str(line) for line in weighed([TAX_PASSED, TRADE_LOST, TRADE_LOST], "25").working]

    said = (
        "破产清算的试算：",
        "提请批准时普通债权依照破产清算程序所能获得的清偿比例：0.22／1.00＝22%。",
        "六项条件均符合，可以申请人民法院批准。",
    )
    places = [next(n for n, line in enumerate(lines) if part in line) for part in said]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"plan_ratio": "much"}, "plan_ratio"),
        ({"plan_ratio": "101"}, "plan_ratio"),
        ({"plan_ratio": "25", "small_plan_ratio": "3/2"}, "small_plan_ratio"),
        ({"plan_ratio": "25", "collateral": [{"asset_serial": 1}, {"asset_serial": 1}]}, "collateral"),
    ],
)
def test_a_figure_that_does_not_fit_is_named(more: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as wrong:
        ApprovalAsked().load({"applicant": "DEBTOR", **more})

    assert list(wrong.value.messages_dict) == [field]
