"""A surplus is divided among investors by capital paid in or by shares, to the fen (CL 236(2))."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import HoldingKind
from workflows.calculations.equity import INTEREST, NOBODY_LISTED, Holding, divide_surplus
from workflows.text import Text

CONTRIBUTION, SHARES = HoldingKind.CONTRIBUTION, HoldingKind.SHARES


def holders(*measures: int, kind: HoldingKind = CONTRIBUTION) -> list[Holding]:
    """Investors by number with what each has."""
    return [Holding(n, f"股东{n}", kind, measure) for n, measure in enumerate(measures, 1)]


@pytest.mark.parametrize(
    ("rest", "measures", "fens"),
    [
        (300_000_00, (600_000_00, 400_000_00), (180_000_00, 120_000_00)),
        (100, (1, 1, 1), (34, 33, 33)),
        (100, (1, 0, 2), (33, 0, 67)),
        (1, (1, 1), (1, 0)),
    ],
)
def test_a_surplus_goes_by_capital_paid_in_and_single_fens_to_the_largest_remainder(
    rest: int, measures: tuple[int, ...], fens: tuple[int, ...]
) -> None:
    found = divide_surplus(rest, holders(*measures))

    assert tuple(one.fen for one in found.given) == fens


def test_shares_divide_a_surplus_of_a_joint_stock_company() -> None:
    found = divide_surplus(1_000, holders(7_000_000, 3_000_000, kind=SHARES))

    assert [one.fen for one in found.given] == [700, 300]
    assert str(found.given[0].working) == "股东1：10.00元×7,000,000股÷10,000,000股→7.00元。"


def test_the_working_ends_with_the_question_of_interest_after_the_acceptance() -> None:
    found = divide_surplus(30_000_000, holders(60_000_000, 40_000_000))

    assert str(found.working[0]) == (
        "债权全部清偿后剩余300,000.00元，按出资人的实缴出资比例分配，实缴出资合计1,000,000.00元。"
    )
    assert str(found.working[1]) == "股东1：300,000.00元×600,000.00元÷1,000,000.00元→180,000.00元。"
    assert found.working[-1] == INTEREST


def test_nobody_gets_a_fen_while_a_claim_stands_before() -> None:
    found = divide_surplus(100, holders(1, 1), [Text("尚欠债权。")])

    assert (found.given, found.before) == ((), (Text("尚欠债权。"),))


@pytest.mark.parametrize("measures", [(), (0, 0)])
def test_nobody_gets_a_fen_while_it_is_not_known_what_investors_have(measures: tuple[int, ...]) -> None:
    found = divide_surplus(100, holders(*measures))

    assert (found.given, found.before) == ((), (NOBODY_LISTED,))


def test_where_nothing_is_left_there_is_nothing_to_say() -> None:
    found = divide_surplus(0, holders(1, 1))

    assert (found.given, found.before, found.working) == ((), (), ())


def test_what_was_subscribed_and_not_paid_in_is_told() -> None:
    found = divide_surplus(100, [Holding(1, "股东1", CONTRIBUTION, 60, unpaid_fen=40)])

    assert any("认缴而未缴的出资合计0.40元" in str(line) for line in found.working)


@given(st.integers(1, 10**12), st.lists(st.integers(0, 10**10), min_size=1, max_size=8).filter(any))
def test_every_fen_of_a_surplus_goes_to_somebody_within_one_fen_of_his_share(
    rest: int, measures: list[int]
) -> None:
    found = divide_surplus(rest, holders(*measures))

    total = sum(measures)
    assert found.given_fen == rest
    assert all(abs(one.fen * total - rest * one.holding.measure) < total for one in found.given)
