"""Which lines of the bank and of the ledger surely say the same."""

from datetime import date

import pytest

from workflows.calculations.matching import Movement, match


def at(number: int, day: int, fen: int, reference: str = "") -> Movement:
    """A movement in March."""
    return Movement(number, date(2026, 3, day), fen, reference)


@pytest.mark.parametrize(("day", "pairs"), [(7, [(1, 9)]), (13, [(1, 9)]), (6, []), (14, [])])
def test_the_same_sum_is_matched_within_the_window_on_both_sides(
    day: int, pairs: list[tuple[int, int]]
) -> None:
    assert match([at(1, 10, 500)], [at(9, day, 500)], window_days=3) == pairs


def test_what_came_in_is_not_what_went_out() -> None:
    assert match([at(1, 10, 500)], [at(9, 10, -500)], window_days=3) == []


def test_a_reference_goes_before_a_nearer_day() -> None:
    pairs = match([at(1, 10, 500, "A")], [at(8, 10, 500), at(9, 25, 500, "A")], window_days=3)

    assert pairs == [(1, 9)]


def test_another_reference_says_that_it_is_another_payment() -> None:
    assert match([at(1, 10, 500, "A")], [at(9, 10, 500, "B")], window_days=3) == []


def test_a_reference_with_another_sum_matches_nothing() -> None:
    assert match([at(1, 10, 500, "A")], [at(9, 10, 501, "A")], window_days=3) == []


def test_two_that_could_be_meant_on_either_side_are_left_open() -> None:
    assert match([at(1, 10, 500)], [at(8, 10, 500), at(9, 11, 500)], window_days=3) == []
    assert match([at(1, 10, 500), at(2, 10, 500)], [at(9, 10, 500)], window_days=3) == []


def test_nothing_is_matched_twice() -> None:
    pairs = match([at(1, 10, 500, "A"), at(2, 10, 500, "A")], [at(9, 10, 500, "A")], window_days=3)

    assert pairs == [(1, 9)]
