"""Equalisation after a failed plan: the worked example to the fen, what always holds, what is refused."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflows.asking import ask, fen, refusal
from workflows.calculations.money import plain
from workflows.calculations.registry import CALCULATORS
from workflows.calculations.same_ratio import equalise

PAIRS = st.lists(
    st.integers(0, 10**9).flatmap(lambda fen: st.tuples(st.just(fen), st.integers(0, fen))), min_size=1
)


def claim(name: str, original: str, received: str = "0.00") -> dict[str, str]:
    """A claim of the rank."""
    return {"id": name, "original": original, "received": received}


def told(pool: str, *claims: dict[str, str]) -> Any:
    """What the calculator answers."""
    return ask("equalisation", {"pool": pool, "claims": list(claims)})


def paid(answer: Any) -> dict[str, str]:
    """What each claim gets."""
    return {row["id"]: row["paid"] for row in answer["payments"]}


def test_the_worked_example_comes_to_seven_thirtieths() -> None:
    answer = ask("equalisation", dict(CALCULATORS["equalisation"].example))

    assert answer["ratio"] == {"fraction": "7/30", "percent": "23.3333"}
    assert paid(answer) == {"A": "0.00", "B": "266666.67", "C": "233333.33"}
    assert answer["rest"] == "0.00"


def test_the_articles_of_plan_and_composition_are_cited() -> None:
    answer = ask("equalisation", dict(CALCULATORS["equalisation"].example))
    ends = ("九十三条第二款", "九十三条第三款", "一百零四条第二款", "一百零四条第三款")

    assert all(line.endswith(end) for line, end in zip(answer["basis"], ends, strict=True))


@pytest.mark.parametrize(("pool", "first"), [("200.00", "0.00"), ("200.02", "0.01")])
def test_who_has_received_takes_part_again_only_beyond_the_same_ratio(pool: str, first: str) -> None:
    """A had 20%; 200 yuan bring B to 20%, one fen more for each is shared."""
    answer = told(pool, claim("A", "1000.00", "200.00"), claim("B", "1000.00"))

    assert paid(answer)["A"] == first


def test_what_is_more_than_all_is_left_over() -> None:
    answer = told("1000.00", claim("A", "600.00", "100.00"), claim("B", "400.00"))

    assert (paid(answer), answer["rest"]) == ({"A": "500.00", "B": "400.00"}, "100.00")
    assert answer["ratio"] == {"fraction": "1/1", "percent": "100.0000"}


def test_nothing_to_divide_takes_nothing_back() -> None:
    answer = told("0.00", claim("A", "100.00", "50.00"), claim("B", "100.00"))

    assert set(paid(answer).values()) == {"0.00"}


def test_ties_go_to_the_lower_number() -> None:
    answer = told("0.01", claim("S10", "1.00"), claim("S2", "1.00"))

    assert paid(answer) == {"S2": "0.01", "S10": "0.00"}


@given(PAIRS, st.integers(0, 10**10))
def test_the_payments_are_the_pool_unless_all_are_full(pairs: list[tuple[int, int]], pool: int) -> None:
    originals, received = [list(side) for side in zip(*pairs, strict=True)]

    done = equalise(pool, originals, received)

    assert sum(done.payments) + done.rest_fen == pool
    if done.rest_fen:
        assert list(done.payments) == [original - had for original, had in pairs]


@given(PAIRS, st.integers(0, 10**10))
def test_nobody_gets_beyond_his_claim_and_each_is_within_a_fen(
    pairs: list[tuple[int, int]], pool: int
) -> None:
    originals, received = [list(side) for side in zip(*pairs, strict=True)]

    done = equalise(pool, originals, received)

    for (original, had), got in zip(pairs, done.payments, strict=True):
        exact = max(Fraction(0), done.ratio * original - had)
        assert 0 <= got <= original - had
        assert abs(got - exact) < 1


@given(PAIRS, st.integers(0, 10**10), st.randoms(use_true_random=False))
def test_the_order_in_which_claims_are_written_does_not_matter(
    pairs: list[tuple[int, int]], pool: int, random: Any
) -> None:
    claims = [claim(f"S{n}", plain(whole), plain(had)) for n, (whole, had) in enumerate(pairs, 1)]
    mixed = random.sample(claims, len(claims))

    assert told(plain(pool), *claims) == told(plain(pool), *mixed)
    assert sum(map(fen, paid(told(plain(pool), *claims)).values())) <= pool


@pytest.mark.parametrize(
    ("claims", "why"),
    [
        ([], ("bad_list", "claims")),
        ([claim("A", "1.00", "1.01")], ("received_above_original", "claims.0.received")),
        ([claim("A", "1.00"), claim("A", "1.00")], ("named_twice", "claims.1.id")),
        ([{"id": "A"}], ("missing_field", "claims.0.original")),
        ([{**claim("A", "1.00"), "rank": "ordinary"}], ("unknown_field", "claims.0.rank")),
    ],
)
def test_what_cannot_be_right_is_named(claims: list[Any], why: tuple[str, str]) -> None:
    assert refusal("equalisation", {"pool": "1.00", "claims": claims}) == why
