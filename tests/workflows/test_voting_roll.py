"""Who may vote, with how much: the worked vote of the law's table, and every reason to have no vote."""

from dataclasses import replace

import pytest

from models.vocabulary import BallotChoice, ClaimClass, NoVote, ResolutionMatter, VotingGroup
from workflows.calculations.stakes import Stake, working
from workflows.calculations.tally import Cast, Tally, tally
from workflows.calculations.voting_roll import Question, Right, roll
from workflows.law.votes import rule_for

M, C = ResolutionMatter, ClaimClass
BANK_A = Stake(
    creditor=1, serial=1, claim_class=C.SEC, state="CONFIRMED", amount_fen=650_000_000, deficiency_fen=None
)
BANK_B = Stake(
    creditor=2,
    serial=2,
    claim_class=C.SEC,
    state="CONFIRMED",
    amount_fen=300_000_000,
    deficiency_fen=90_000_000,
)


def ordinary(creditor: int, fen: int, **more: object) -> Stake:
    """A confirmed ordinary claim."""
    return Stake(
        creditor=creditor,
        serial=creditor,
        claim_class=C.ORD,
        state="CONFIRMED",
        amount_fen=fen,
        **more,  # type: ignore[arg-type]
    )


S2, S3, S4 = ordinary(3, 777_777_777), ordinary(4, 333_333_333), ordinary(5, 100_000_001)
TAX = replace(ordinary(6, 292_345_678), claim_class=C.TAX)
S6 = ordinary(7, 200_000_000, conditional=True)
S7 = replace(ordinary(8, 500_000_000, provisional_fen=400_000_000), state="SUED")
S8 = ordinary(9, 66_666_666)
ALL = (BANK_A, BANK_B, S2, S3, S4, TAX, S6, S7, S8)
AWAY = {S6.creditor, S8.creditor}
IN_FAVOUR = {BANK_A.creditor, S2.creditor, S4.creditor, TAX.creditor}


def vote(matter: M, stakes: tuple[Stake, ...] = ALL) -> Tally:
    """The worked vote on a matter: all but S6 and S8 are there; Bank A, S2, S4 and the tax office approve."""
    casts = [
        Cast(
            right.may_vote,
            right.counts_fen,
            right.creditor not in AWAY,
            said(right.creditor) if right.may_vote else None,
        )
        for right in roll(Question(matter), stakes)
    ]
    return tally(rule_for(matter), casts, {})


def said(creditor: int) -> BallotChoice | None:
    """What a creditor of the worked vote says."""
    if creditor in AWAY:
        return None
    return BallotChoice.FOR if creditor in IN_FAVOUR else BallotChoice.AGAINST


def right(stakes: tuple[Stake, ...], question: Question = Question(M.M5)) -> Right:  # noqa: B008 (frozen)
    """The one creditor of a roll."""
    (only,) = roll(question, stakes)
    return only


def test_the_worked_realisation_plan_is_passed_by_four_of_seven() -> None:
    found = vote(M.M9)

    assert (found.choices[BallotChoice.FOR].heads, found.present.heads) == (4, 7)
    assert (found.choices[BallotChoice.FOR].fen, found.total_fen) == (1_170_123_456, 2_060_123_455)
    assert found.result.passed


def test_the_worked_distribution_plan_fails_because_the_secured_bank_may_not_vote() -> None:
    found = vote(M.M10)

    assert (found.choices[BallotChoice.FOR].heads, found.present.heads) == (3, 6)
    assert (found.result.heads_reached, found.result.amount_reached) == (False, True)
    assert not found.result.passed


def test_with_the_second_collateral_unsold_the_distribution_plan_passes_without_its_bank() -> None:
    unsold = tuple(replace(s, deficiency_fen=None) if s is BANK_B else s for s in ALL)

    found = vote(M.M10, unsold)

    assert (found.choices[BallotChoice.FOR].heads, found.present.heads) == (3, 5)
    assert (found.choices[BallotChoice.FOR].fen, found.total_fen) == (1_170_123_456, 1_970_123_455)
    assert found.result.passed


def test_the_worked_composition_fails_by_heads_and_by_amount() -> None:
    found = vote(M.M7)

    assert found.result.amount_needed_fen == 1_373_415_637
    assert not found.result.heads_reached
    assert not found.result.amount_reached


def test_one_creditor_is_one_head_however_many_claims_he_has() -> None:
    found = right((ordinary(3, 100), replace(ordinary(3, 250), serial=4)))

    assert (found.may_vote, found.counts_fen, len(found.weights)) == (True, 350, 2)


@pytest.mark.parametrize(
    ("stake", "why"),
    [
        (replace(S2, state="LISTED"), NoVote.UNFIXED),
        (S6, NoVote.CONDITIONAL),
        (ordinary(3, 0), NoVote.NOTHING),
        (replace(S2, claim_class=C.EMP), NoVote.EMPLOYEE),
    ],
)
def test_who_has_no_vote_on_any_matter_is_told_why(stake: Stake, why: NoVote) -> None:
    found = right((stake,))

    assert (found.may_vote, found.counts_fen, found.why) == (False, 0, why)


def test_an_amount_that_the_court_fixed_for_voting_gives_a_vote_with_that_amount() -> None:
    found = right((replace(S2, state="LISTED", provisional_fen=5_000),))

    assert (found.may_vote, found.counts_fen) == (True, 5_000)


def test_a_provisional_amount_gives_way_to_the_amount_that_is_fixed() -> None:
    found = right((ordinary(3, 7_000, provisional_fen=5_000),))

    assert found.counts_fen == 7_000


def test_a_secured_creditor_is_a_head_without_amount_on_ordinary_matters() -> None:
    found = right((BANK_A,))

    assert (found.may_vote, found.counts_fen) == (True, 0)


@pytest.mark.parametrize("matter", [M.M7, M.M10])
def test_a_secured_creditor_who_has_not_waived_votes_neither_on_composition_nor_on_distribution(
    matter: M,
) -> None:
    found = right((BANK_A,), Question(matter))

    assert (found.may_vote, found.why) == (False, NoVote.SECURED)


def lines(stake: Stake) -> list[str]:
    """The working of a claim on the roll."""
    return [str(line) for line in working(stake)]


@pytest.mark.parametrize(
    ("deficiency", "unpaid", "may_vote", "counts"),
    [(0, 1, True, 0), (0, 0, False, 0), (100, 550, True, 100), (100, 0, True, 100)],
)
def test_who_is_wholly_covered_is_a_secured_creditor_until_he_is_paid_and_a_stranger_afterwards(
    deficiency: int, unpaid: int, may_vote: bool, counts: int
) -> None:
    stake = replace(BANK_A, amount_fen=650, deficiency_fen=deficiency, unpaid_fen=unpaid)

    found = right((stake,))

    assert (found.may_vote, found.counts_fen) == (may_vote, counts)
    assert right((stake,), Question(M.M10)).may_vote == (deficiency > 0)


def test_what_was_paid_to_have_a_pledge_back_is_neither_voted_nor_in_the_total() -> None:
    stake = replace(BANK_A, amount_fen=1_000_000_00, redeemed_fen=600_000_00, deficiency_fen=400_000_00)

    found = right((stake,), Question(M.M10))

    assert (found.may_vote, found.counts_fen) == (True, 400_000_00)
    assert lines(stake) == [
        "债权1,000,000.00元－为取回质物、留置物清偿600,000.00元＝尚欠400,000.00元。",
        "已经没有担保物，尚欠的400,000.00元为普通债权。",
    ]


@pytest.mark.parametrize(("redeemed", "counts"), [(650, 0), (649, 1)])
def test_a_secured_claim_votes_in_its_class_of_a_plan_with_what_is_still_owed(
    redeemed: int, counts: int
) -> None:
    stake = replace(BANK_A, amount_fen=650, redeemed_fen=redeemed)

    found = right((stake,), Question(M.M6, VotingGroup.SECURED))

    assert (found.may_vote, found.counts_fen) == (counts > 0, counts)


def test_an_amount_fixed_for_voting_falls_by_what_was_paid_too() -> None:
    stake = replace(S7, claim_class=C.SEC, waived=True, redeemed_fen=100_000_000)

    assert right((stake,)).counts_fen == 300_000_000


def test_the_working_says_what_proceeds_covered_and_nothing_where_nothing_was_paid() -> None:
    assert lines(BANK_B) == [
        "尚欠3,000,000.00元－担保物价款受偿2,100,000.00元＝未受清偿900,000.00元，为普通债权。"
    ]
    assert lines(BANK_A) == lines(S2) == []


@pytest.mark.parametrize("matter", [M.M5, M.M7, M.M10])
def test_a_secured_creditor_who_has_waived_votes_with_all_his_claim(matter: M) -> None:
    found = right((replace(BANK_A, waived=True),), Question(matter))

    assert (found.may_vote, found.counts_fen) == (True, BANK_A.amount_fen)


def test_other_claims_of_a_secured_creditor_vote_on_distribution_only_if_the_court_lets_them() -> None:
    both = (BANK_A, replace(ordinary(1, 900), serial=12))

    silent = right(both, Question(M.M10))
    heard = right(both, Question(M.M10, secured_votes_with_other_claims=True))

    assert (silent.may_vote, silent.counts_fen) == (False, 0)
    assert (heard.may_vote, heard.counts_fen) == (True, 900)


def test_employees_and_unfixed_claims_enter_the_total_only_if_the_court_has_chosen_so() -> None:
    question = Question(M.M5, employees_in_total=True, unfixed_in_total=True)

    employee = right((replace(S2, claim_class=C.EMP),), question)
    unfixed = right((replace(S2, state="LISTED"),), question)

    assert [(r.may_vote, r.counts_fen) for r in (employee, unfixed)] == [(False, S2.amount_fen)] * 2


@pytest.mark.parametrize(
    ("stake", "group"),
    [
        (BANK_A, VotingGroup.SECURED),
        (replace(S2, claim_class=C.EMP), VotingGroup.EMPLOYEES),
        (TAX, VotingGroup.TAX),
        (S2, VotingGroup.ORDINARY),
        (BANK_B, VotingGroup.ORDINARY),
        (replace(BANK_A, waived=True), VotingGroup.ORDINARY),
    ],
)
def test_each_claim_votes_on_a_plan_in_its_own_class_and_in_no_other(
    stake: Stake, group: VotingGroup
) -> None:
    found = {each: right((stake,), Question(M.M6, each)).may_vote for each in VotingGroup}

    assert [each for each, votes in found.items() if votes] == [group]


@pytest.mark.parametrize(
    ("fen", "group"), [(5_000_000, VotingGroup.SMALL), (5_000_001, VotingGroup.ORDINARY)]
)
def test_small_claims_vote_by_themselves_up_to_the_bound_that_the_court_has_set(
    fen: int, group: VotingGroup
) -> None:
    found = {
        each: right((ordinary(3, fen),), Question(M.M6, each, 5_000_000)).may_vote
        for each in (VotingGroup.SMALL, VotingGroup.ORDINARY)
    }

    assert [each for each, votes in found.items() if votes] == [group]


def test_social_insurance_does_not_vote_on_a_plan_because_it_may_not_be_reduced() -> None:
    found = right((replace(S2, claim_class=C.SOC),), Question(M.M6, VotingGroup.EMPLOYEES))

    assert found.why == NoVote.SOCIAL


def test_who_came_and_cast_no_ballot_is_present_and_does_not_approve() -> None:
    rule = rule_for(M.M5)
    one_for = Cast(True, 100, True, BallotChoice.FOR)

    alone = tally(rule, [one_for], {})
    with_a_silent_one = tally(rule, [one_for, Cast(True, 100, True, None)], {})
    with_one_away = tally(rule, [one_for, Cast(True, 100, False, None)], {})

    assert alone.result.passed
    assert (with_a_silent_one.present.heads, with_a_silent_one.result.heads_reached) == (2, False)
    assert (with_one_away.present.heads, with_one_away.result.passed) == (1, True)


def test_who_abstains_counts_as_present_and_not_as_approving() -> None:
    casts = [Cast(True, 100, True, BallotChoice.FOR), Cast(True, 100, True, BallotChoice.ABSTAIN)]

    found = tally(rule_for(M.M5), casts, {})

    assert (found.present.heads, found.result.heads_reached, found.result.amount_reached) == (2, False, True)
