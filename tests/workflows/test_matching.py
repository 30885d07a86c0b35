"""Which lines of the bank and of the ledger surely say the same."""

from datetime import date

import pytest

from models.vocabulary import MatchWay
from workflows.calculations.matching import Incomplete, Matching, Movement, Paid, PaidTogether, match


def at(number: int, day: int, fen: int, reference: str = "") -> Movement:
    """A movement in March."""
    return Movement(number, date(2026, 3, day), fen, reference)


def pairs_of(bank: list[Movement], ledger: list[Movement], *, window_days: int) -> list[tuple[int, int]]:
    """Which line and which entry surely say the same."""
    found = match(bank, ledger, window_days=window_days).groups
    return [(line, entry) for group in found for line in group.lines for entry in group.entries]


@pytest.mark.parametrize(("day", "pairs"), [(7, [(1, 9)]), (13, [(1, 9)]), (6, []), (14, [])])
def test_the_same_sum_is_matched_within_the_window_on_both_sides(
    day: int, pairs: list[tuple[int, int]]
) -> None:
    assert pairs_of([at(1, 10, 500)], [at(9, day, 500)], window_days=3) == pairs


def test_what_came_in_is_not_what_went_out() -> None:
    assert pairs_of([at(1, 10, 500)], [at(9, 10, -500)], window_days=3) == []


def test_a_reference_goes_before_a_nearer_day() -> None:
    pairs = pairs_of([at(1, 10, 500, "A")], [at(8, 10, 500), at(9, 25, 500, "A")], window_days=3)

    assert pairs == [(1, 9)]


def test_another_reference_says_that_it_is_another_payment() -> None:
    assert pairs_of([at(1, 10, 500, "A")], [at(9, 10, 500, "B")], window_days=3) == []


def test_a_reference_with_another_sum_matches_nothing() -> None:
    assert pairs_of([at(1, 10, 500, "A")], [at(9, 10, 501, "A")], window_days=3) == []


def test_two_that_could_be_meant_on_either_side_are_left_open() -> None:
    assert pairs_of([at(1, 10, 500)], [at(8, 10, 500), at(9, 11, 500)], window_days=3) == []
    assert pairs_of([at(1, 10, 500), at(2, 10, 500)], [at(9, 10, 500)], window_days=3) == []


def test_nothing_is_matched_twice() -> None:
    pairs = pairs_of([at(1, 10, 500, "A"), at(2, 10, 500, "A")], [at(9, 10, 500, "A")], window_days=3)

    assert pairs == [(1, 9)]


LI, WANG = Paid(500, "李某某", "6222 0001"), Paid(500, "王（某）", "6222-0002")


def went(number: int, fen: int, name: str = "", account: str = "", day: int = 10) -> Movement:
    """A payment that the bank has booked."""
    return Movement(number, date(2026, 3, day), -fen, f"R{number}", name, account)


def filed(lines: list[Movement], *payments: Paid) -> Matching:
    """What is found of a payment file whose entry is number 9, of 10 March."""
    entry = at(9, 10, -sum(one.amount_fen for one in payments))
    file = PaidTogether(9, entry.on, payments)
    return match(lines, [entry], window_days=3, files=[file])


def test_a_payment_file_is_all_of_its_payments_by_sum_and_account_or_name() -> None:
    """Blanks, hyphens and kinds of brackets are no difference; a number with stars says nothing."""
    lines = [went(1, 500, "", "62220001"), went(2, 500, "王(某)", "6222****0002"), went(3, 70, "手续费")]

    (group,) = filed(lines, LI, WANG).groups

    assert (group.way, group.lines, group.entries) == (MatchWay.FILE, (1, 2), (9,))


def test_two_payments_that_cannot_be_told_apart_are_both_found_where_the_bank_booked_two() -> None:
    lines = [went(1, 500, "李某某"), went(2, 500, "李某某")]

    assert [group.lines for group in filed(lines, LI, LI).groups] == [(1, 2)]


@pytest.mark.parametrize(
    "lines",
    [
        [went(1, 500, "李某某")],
        [went(1, 500, "李某某"), went(2, 501, "王(某)")],
        [went(1, 500, "李某某"), went(2, 500, "王(某)", day=14)],
        [went(1, 500, "李某某"), went(2, 500, "王(某)"), went(3, 500, "王(某)")],
        [went(1, 500, "李某某"), went(2, 500, "", "62220003")],
    ],
    ids=["one is missing", "another sum", "outside the window", "two could be meant", "another account"],
)
def test_a_file_of_which_not_every_payment_is_surely_found_is_left_open(lines: list[Movement]) -> None:
    found = filed(lines, LI, WANG)

    assert (found.groups, found.incomplete) == ((), (Incomplete(9, 1, 2),))


def test_a_file_that_the_bank_booked_in_one_sum_is_matched_by_its_sum() -> None:
    (group,) = filed([went(1, 1000, "批量代付")], LI, WANG).groups

    assert (group.way, group.lines) == (MatchWay.SUM, (1,))
