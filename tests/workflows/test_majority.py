"""Votes of creditors: both limbs, exactly (EBL 64(1)); published votes and the worked example."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflows.calculations.majority import ordinary_majority
from workflows.law.thresholds import CALL_A_MEETING, ORDINARY_AMOUNT, ORDINARY_HEADS

U = 2_060_123_455
"""Unsecured claims of the worked vote, in fen (`bankruptcy-money.md` section 5)."""


def passed(present: int, heads: int, fen: int, total: int) -> bool:
    """Whether a resolution is passed."""
    return ordinary_majority(present=present, for_heads=heads, for_fen=fen, total_fen=total).passed


@pytest.mark.parametrize(("heads", "result"), [(4, False), (5, False), (6, True)])
def test_exactly_half_of_the_heads_is_not_a_majority(heads: int, result: bool) -> None:
    assert passed(10, heads, 100, 100) is result


@pytest.mark.parametrize(("fen", "result"), [(49, False), (50, True), (51, True)])
def test_exactly_half_of_the_claims_is_enough(fen: int, result: bool) -> None:
    assert passed(10, 10, fen, 100) is result


def test_of_an_odd_sum_half_a_fen_more_is_needed() -> None:
    assert not passed(3, 3, 50, 101)
    assert passed(3, 3, 51, 101)


def test_who_stays_away_counts_in_the_sum_and_not_in_the_heads() -> None:
    assert passed(3, 2, 600, 1200)
    assert not passed(3, 2, 599, 1200)


def test_the_worked_vote_on_the_realisation_plan_is_carried() -> None:
    in_favour = 777_777_777 + 100_000_001 + 292_345_678

    assert in_favour == 1_170_123_456
    assert passed(7, 4, in_favour, U)


def test_the_worked_vote_on_the_distribution_plan_fails_by_heads_alone() -> None:
    result = ordinary_majority(present=6, for_heads=3, for_fen=1_170_123_456, total_fen=U)

    assert (result.passed, result.heads_reached, result.amount_reached) == (False, False, True)


def test_the_variant_without_bank_b_is_carried() -> None:
    assert passed(5, 3, 1_170_123_456, U - 90_000_000)


def test_a_published_vote_of_2011_failed_by_the_amount() -> None:
    """V03: nineteen of thirty-three heads, 19.79 % of the claims."""
    result = ordinary_majority(present=33, for_heads=19, for_fen=1979, total_fen=10_000)

    assert (result.passed, result.heads_reached, result.amount_reached) == (False, True, False)


def test_a_published_vote_of_2014_was_carried() -> None:
    """V02: twelve of seventeen heads, 248,914,529.64 of 294,426,719.35 yuan."""
    assert passed(17, 12, 24_891_452_964, 29_442_671_935)


def test_both_limbs_are_shown_with_their_figures() -> None:
    heads, amount, result = map(
        str, ordinary_majority(present=6, for_heads=3, for_fen=100_050, total_fen=200_000).working
    )

    assert "3／6" in heads
    assert "1,000.50／2,000.00" in amount
    assert result == "未同时达到两项，决议未通过。"


@pytest.mark.parametrize(("fen", "result"), [(249, False), (250, True), (251, True)])
def test_a_quarter_of_all_claims_calls_a_meeting(fen: int, result: bool) -> None:
    assert CALL_A_MEETING.reached(fen, 1000) is result


def test_of_nothing_nothing_is_enough() -> None:
    assert not ORDINARY_AMOUNT.reached(0, 0)
    assert not ORDINARY_HEADS.reached(0, 0)


@given(st.integers(1, 10**12))
def test_what_is_needed_is_the_least_that_reaches(whole: int) -> None:
    for threshold in (ORDINARY_HEADS, ORDINARY_AMOUNT, CALL_A_MEETING):
        needed = threshold.needs(whole)

        assert threshold.reached(needed, whole)
        assert not threshold.reached(needed - 1, whole)
