"""Things in place of money: everybody of a rank gets alike as long as no thing is dearer than its share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflows.calculations.in_kind import Excess, Thing, beyond_their_shares, values_of


@pytest.mark.parametrize(("value", "dearer"), [(100, []), (101, [Excess(1, 101, 100)])])
def test_a_thing_stands_for_money_up_to_the_share_to_the_fen(value: int, dearer: list[Excess]) -> None:
    assert beyond_their_shares([Thing(7, 1, value)], {1: 100, 2: 100}) == dearer


def test_several_things_of_one_creditor_count_together() -> None:
    things = [Thing(7, 1, 60), Thing(8, 1, 41), Thing(9, 2, 5)]

    assert values_of(things) == {1: 101, 2: 5}
    assert beyond_their_shares(things, {1: 100, 2: 5}) == [Excess(1, 101, 100)]


def test_who_gets_nothing_gets_no_thing() -> None:
    assert beyond_their_shares([Thing(7, 3, 1)], {1: 100}) == [Excess(3, 1, 0)]


@given(st.dictionaries(st.integers(1, 20), st.integers(0, 10**9), min_size=1), st.data())
def test_what_is_left_in_money_is_what_all_get_less_the_things(
    shares: dict[int, int], data: st.DataObject
) -> None:
    things = [Thing(n, n, data.draw(st.integers(0, fen))) for n, fen in shares.items()]

    in_money = {n: fen - values_of(things).get(n, 0) for n, fen in shares.items()}

    assert beyond_their_shares(things, shares) == []
    assert sum(in_money.values()) + sum(one.value_fen for one in things) == sum(shares.values())
    assert all(fen >= 0 for fen in in_money.values())
