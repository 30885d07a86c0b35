"""A reorganization plan before its classes: who votes where, who does not, once more and never again."""

from dataclasses import replace
from typing import Any

import pytest
from marshmallow import ValidationError

from models import Motion, Resolution
from models.vocabulary import (
    BallotChoice,
    ClaimClass,
    MotionState,
    NoVote,
    ResolutionMatter,
    ResolutionState,
    VotingGroup,
)
from tests.workflows.building import Kept, a_resolution, an_attempt_at, code_of
from workflows.calculations.stakes import Stake, working
from workflows.calculations.tally import Cast, Tally, tally
from workflows.calculations.voting_roll import Question, Right, roll
from workflows.guards import plan_votes as guards
from workflows.law.votes import rule_for
from workflows.payloads.motions import PutToVote

M6, G, C = ResolutionMatter.M6, VotingGroup, ClaimClass
PASSED, FAILED = ResolutionState.PASSED, ResolutionState.FAILED


def stake(serial: int, fen: int, claim_class: ClaimClass = C.ORD, **more: Any) -> Stake:
    """A confirmed claim of a creditor of its own."""
    values = {"creditor": serial, "serial": serial, "claim_class": claim_class, "state": "CONFIRMED"}
    return Stake(**{**values, "amount_fen": fen, **more})


BANK, WAGES, TAX, SOCIAL = stake(1, 900, C.SEC), stake(2, 80, C.EMP), stake(3, 70, C.TAX), stake(4, 60, C.SOC)
TRADER, SMALL_TRADER = stake(5, 500), stake(6, 50)
ALL = (BANK, WAGES, TAX, SOCIAL, TRADER, SMALL_TRADER)


def class_roll(group: VotingGroup, stakes: tuple[Stake, ...] = ALL, **more: Any) -> dict[int, Right]:
    """The roll of a class, by creditor."""
    return {right.creditor: right for right in roll(Question(M6, group, **more), stakes)}


def voters(group: VotingGroup, **more: Any) -> dict[int, int]:
    """Who votes in a class with how much."""
    return {who: right.counts_fen for who, right in class_roll(group, **more).items() if right.may_vote}


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        (G.SECURED, {1: 900}),
        (G.EMPLOYEES, {2: 80}),
        (G.TAX, {3: 70}),
        (G.ORDINARY, {5: 500, 6: 50}),
    ],
)
def test_each_class_has_its_own_claims_and_social_insurance_none(
    group: VotingGroup, expected: dict[int, int]
) -> None:
    assert voters(group) == expected
    assert class_roll(group)[4].why == NoVote.SOCIAL


@pytest.mark.parametrize(("bound", "small"), [(49, {}), (50, {6: 50}), (51, {6: 50})])
def test_small_claims_are_those_up_to_the_bound(bound: int, small: dict[int, int]) -> None:
    assert voters(G.SMALL, small_up_to_fen=bound) == small
    assert voters(G.ORDINARY, small_up_to_fen=bound) == {5: 500, 6: 50} if not small else {5: 500}


def test_whom_the_plan_does_not_affect_has_no_vote_and_is_not_in_the_total() -> None:
    right = class_roll(G.ORDINARY, unaffected=frozenset({5}))[5]

    assert (right.may_vote, right.counts_fen, right.why) == (False, 0, NoVote.UNAFFECTED)
    assert voters(G.ORDINARY, unaffected=frozenset({5})) == {6: 50}


def test_of_another_class_he_is_told_that_he_belongs_elsewhere() -> None:
    assert class_roll(G.TAX, unaffected=frozenset({5}))[5].why == NoVote.OTHER_GROUP


SHORT = replace(BANK, expected_short_fen=300)


def test_what_the_court_expects_a_security_not_to_cover_votes_with_the_ordinary_class() -> None:
    assert voters(G.SECURED, stakes=(SHORT,)) == {1: 600}
    assert voters(G.ORDINARY, stakes=(SHORT,)) == {1: 300}
    assert voters(G.SMALL, stakes=(SHORT,), small_up_to_fen=300) == {1: 300}
    assert voters(G.ORDINARY, stakes=(SHORT,), small_up_to_fen=299) == {1: 300}


def test_a_security_that_covers_nothing_leaves_no_vote_in_the_secured_class() -> None:
    worthless = replace(BANK, expected_short_fen=900)

    assert (voters(G.SECURED, stakes=(worthless,)), voters(G.ORDINARY, stakes=(worthless,))) == ({}, {1: 900})


@pytest.mark.parametrize(
    ("matter", "may", "fen"),
    [
        (ResolutionMatter.M5, True, 300),
        (ResolutionMatter.M9, True, 300),
        (ResolutionMatter.M7, False, 300),
        (ResolutionMatter.M10, False, 300),
    ],
)
def test_an_expected_deficiency_is_in_the_total_and_gives_no_vote_on_composition_and_distribution(
    matter: ResolutionMatter, may: bool, fen: int
) -> None:
    (right,) = roll(Question(matter), (SHORT,))
    (before,) = roll(Question(matter), (BANK,))

    assert (right.may_vote, right.counts_fen) == (may, fen)
    assert (before.may_vote, before.counts_fen) == (may, 0), "one head without amount where nothing is fixed"


def test_once_the_asset_is_money_or_the_right_waived_the_estimate_is_over() -> None:
    (sold,) = roll(Question(ResolutionMatter.M5), (replace(SHORT, deficiency_fen=120),))
    (waived,) = roll(Question(ResolutionMatter.M5), (replace(SHORT, waived=True),))

    assert (sold.counts_fen, waived.counts_fen) == (120, 900)


def test_the_estimate_shows_in_the_working_of_the_claim() -> None:
    assert [str(line) for line in working(SHORT)] == [
        "人民法院为行使表决权临时确定担保物预计不足清偿3.00元，按无财产担保债权计算；其余6.00元为有财产担保债权。"
    ]
    assert working(BANK) == []


def class_tally(casts: list[Cast], group: VotingGroup = G.ORDINARY, **more: Any) -> Tally:
    """The count of a class."""
    return tally(rule_for(M6, group, **more), casts, {})


def cast(fen: int, choice: BallotChoice | None = BallotChoice.FOR, *, there: bool = True) -> Cast:
    """One vote."""
    return Cast(True, fen, there, choice)


@pytest.mark.parametrize(("held", "passed"), [(65, False), (66, False), (67, True)])
def test_a_class_passes_with_two_thirds_of_its_whole_and_not_a_fen_less(held: int, passed: bool) -> None:
    casts = [cast(held), cast(0), cast(100 - held, None, there=False)]

    assert class_tally(casts).result.passed is passed


def test_two_thirds_exactly_are_enough_and_half_of_the_heads_are_not() -> None:
    enough = [cast(1), cast(1), cast(1, BallotChoice.AGAINST)]
    half = [cast(99), cast(1, BallotChoice.AGAINST)]

    assert class_tally(enough).result.passed
    assert not class_tally(half).result.passed


@pytest.mark.parametrize(("held", "passed"), [(39, False), (40, True), (41, True)])
def test_investors_pass_with_two_thirds_of_the_rights_present_whatever_the_heads(
    held: int, passed: bool
) -> None:
    casts = [
        cast(held),
        cast(30 - held // 2, BallotChoice.AGAINST),
        cast(60 - held - (30 - held // 2), BallotChoice.AGAINST),
        cast(940, None, there=False),
    ]

    found = class_tally(casts, G.EQUITY)

    assert (found.total_fen, found.result.passed) == (60, passed)
    assert str(found.working[0]) == "有表决权的出资人4人，出席3人；人数不计算。"


def test_the_court_may_ask_for_two_thirds_of_all_voting_rights() -> None:
    casts = [cast(50), cast(30, None, there=False)]

    present, everybody = class_tally(casts, G.EQUITY), class_tally(casts, G.EQUITY, equity_of_all=True)

    assert (present.result.passed, everybody.result.passed, everybody.total_fen) == (True, False, 80)


def vote(state: ResolutionState, group: VotingGroup = G.ORDINARY, **more: Any) -> Resolution:
    """A vote of a class."""
    return a_resolution(state, **{"id": 1, "group": group, "matter": M6, **more})


def may_vote(votes: list[Resolution], consultation: str = "") -> str | None:
    """What is said when the ordinary class is to vote."""
    attempt = an_attempt_at(Kept(resolutions=votes), group=G.ORDINARY, consultation=consultation)
    return code_of(guards.class_may_vote(Motion(), attempt))


def test_a_class_votes_once_and_after_consultation_once_more() -> None:
    assert may_vote([]) is None
    assert may_vote([vote(FAILED)]) == "not_consulted"
    assert may_vote([vote(FAILED)], "双方协商一致，提高现金清偿。") is None
    assert may_vote([vote(FAILED), vote(FAILED)], "再次协商。") == "class_voted_twice"


@pytest.mark.parametrize(
    "state", [s for s in ResolutionState if s not in {FAILED, ResolutionState.REVOKED_ALL}]
)
def test_a_class_that_has_passed_votes_no_more(state: ResolutionState) -> None:
    assert may_vote([vote(FAILED), vote(state)], "协商。") == "class_has_passed"


def test_a_class_that_refused_votes_no_more_and_another_class_is_not_bound_by_it() -> None:
    refused = vote(FAILED, flags={guards.REFUSED: "2026-10-12"})

    assert may_vote([refused], "协商。") == "class_refused"
    assert may_vote([vote(FAILED, G.TAX, flags={guards.REFUSED: "2026-10-12"})]) is None


def refusing(resolution: Resolution, votes: list[Resolution]) -> str | None:
    """What is said when a class refuses to vote again."""
    return code_of(guards.class_could_vote_again(resolution, an_attempt_at(Kept(resolutions=votes))))


def test_only_a_class_whose_second_vote_is_open_can_refuse_it() -> None:
    first, second = vote(FAILED), vote(FAILED, id=2)
    gone, plain = vote(FAILED, flags={guards.REFUSED: "2026-10-12"}), vote(FAILED, group=None)

    assert refusing(first, [first]) is None
    assert refusing(first, [first, second]) == "no_second_vote_is_open"
    assert refusing(gone, [gone]) == "no_second_vote_is_open"
    assert refusing(plain, [plain]) == "no_second_vote_is_open"


def motion(group: VotingGroup, bound: int | None, state: MotionState = MotionState.OPEN) -> Motion:
    """A motion that stands."""
    return Motion(group=group, small_up_to_fen=bound, state=state.value)


@pytest.mark.parametrize(
    ("state", "code"), [(MotionState.OPEN, "class_is_voting"), (MotionState.COUNTED, None)]
)
def test_a_class_votes_on_one_motion_at_a_time(state: MotionState, code: str | None) -> None:
    attempt = an_attempt_at(Kept(motions=[motion(G.TAX, None, state)]), group=G.TAX)

    assert code_of(guards.class_is_not_being_voted_on(Motion(), attempt)) == code


@pytest.mark.parametrize(
    ("group", "bound", "code"),
    [
        (G.ORDINARY, 5000, None),
        (G.ORDINARY, 5001, "another_bound"),
        (G.ORDINARY, None, "another_bound"),
        (G.SECURED, None, None),
    ],
)
def test_ordinary_and_small_claims_are_kept_apart_by_one_bound(
    group: VotingGroup, bound: int | None, code: str | None
) -> None:
    kept = Kept(motions=[motion(G.SMALL, 5000)])
    attempt = an_attempt_at(kept, group=group, small_up_to_fen=bound)

    assert code_of(guards.small_claims_have_one_bound(Motion(), attempt)) == code


def formed(group: VotingGroup | None, **more: Any) -> str | None:
    """What is said of a class that is to vote."""
    values = {
        "group": group,
        "small_up_to_fen": None,
        "unaffected": "",
        "investors": [],
        "rights_by": None,
        **more,
    }
    return code_of(guards.class_has_a_member(Motion(), an_attempt_at(Kept(stakes_held=list(ALL)), **values)))


def test_a_class_without_anybody_who_is_affected_is_not_formed() -> None:
    assert formed(None) is None
    assert formed(G.TAX) is None
    assert formed(G.TAX, unaffected="3") == "class_is_empty"
    assert formed(G.SMALL, small_up_to_fen=49) == "class_is_empty"
    assert formed(G.EQUITY, investors=[{"unaffected": True}]) == "class_is_empty"
    assert formed(G.EQUITY, investors=[{"unaffected": True}, {"unaffected": False}]) is None


def test_claims_left_out_are_claims_of_the_table() -> None:
    attempt = an_attempt_at(Kept(stakes_held=list(ALL)), group=G.ORDINARY, unaffected="5-7")

    assert code_of(guards.unaffected_are_there(Motion(), attempt)) == "no_such_claim"


PUT = {"meeting_serial": 1, "matter": "61.6", "subject": "重整计划草案"}
HOLDER = {"name": "江澜控股有限公司", "rights_fen": "600000"}


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"group": "TAX", "rights_by": "PAID_IN"}, "rights_by"),
        ({"group": "TAX", "investors": [HOLDER]}, "investors"),
        ({"group": "EQUITY", "investors": [HOLDER, HOLDER]}, "investors"),
        ({"group": "EQUITY", "investors": [{**HOLDER, "rights_fen": "0"}]}, "investors"),
        ({"group": "TAX", "unaffected": "3"}, "unaffected_because"),
        ({"group": "TAX", "unaffected": "third", "unaffected_because": "全额清偿。"}, "unaffected"),
        ({"matter": "61.5", "unaffected": "3", "unaffected_because": "全额清偿。"}, "unaffected"),
    ],
)
def test_what_does_not_fit_a_class_is_named(more: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as wrong:
        PutToVote().load({**PUT, **more})

    assert list(wrong.value.messages_dict) == [field]
