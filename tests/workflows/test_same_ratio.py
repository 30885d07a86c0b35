"""Claims of a rank after a failed plan: the worked example, both sides of boundaries, what always holds."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import ClaimClass, Rank
from workflows.calculations.draft import draft, working_of
from workflows.calculations.draft_lines import DraftClaim, Figures
from workflows.calculations.one_debt import Debt
from workflows.calculations.same_ratio import Standings, share_alike
from workflows.calculations.waterfall import Division, Entitled, divide, divide_anew

C = ClaimClass
YUAN = 100
WORKED = (
    Entitled(1, C.ORD, 700_000 * YUAN, plan_fen=300_000 * YUAN),
    Entitled(2, C.ORD, 1_800_000 * YUAN, plan_fen=200_000 * YUAN),
    Entitled(3, C.ORD, 1_000_000 * YUAN),
)
"""Section 9: A 1,000,000 (got 300,000), B 2,000,000 (got 200,000), C 1,000,000 (got 0)."""


def reached(claim: Entitled, division: Division) -> Fraction:
    """What of the original claim its creditor has after a distribution."""
    had = claim.plan_fen + claim.received_fen + division.payments[claim.serial]
    return Fraction(had, claim.amount_fen + claim.plan_fen)


def test_the_worked_example_comes_out_of_the_waterfall_to_the_fen() -> None:
    division = divide(500_000 * YUAN, WORKED)

    assert division.payments == {1: 0, 2: 26_666_667, 3: 23_333_333}
    assert any("7／30" in str(line) for line in division.working)


@pytest.mark.parametrize(
    ("pool", "first"),
    [(700_000 * YUAN, 0), (700_000 * YUAN + 1, 0), (700_000 * YUAN + 4, 1), (700_000 * YUAN + 40, 10)],
)
def test_who_had_most_takes_part_once_the_others_have_reached_his_ratio_and_not_before(
    pool: int, first: int
) -> None:
    division = divide(pool, WORKED)

    assert division.payments[1] == first


def test_what_a_guarantor_has_paid_does_not_count_as_had_under_the_plan() -> None:
    claims = [
        Entitled(1, C.ORD, 1000, received_fen=400, gone_fen=400),
        Entitled(2, C.ORD, 900, plan_fen=100),
    ]

    division = divide(500, claims)

    assert division.payments == {1: 300, 2: 200}


def test_what_a_guarantor_has_paid_limits_what_is_still_to_be_had_and_the_others_share_the_rest() -> None:
    claims = [
        Entitled(1, C.ORD, 1000, received_fen=900, gone_fen=900),
        Entitled(2, C.ORD, 900, plan_fen=100),
        Entitled(3, C.ORD, 1000),
    ]

    division = divide(800, claims)

    assert division.payments == {1: 100, 2: 300, 3: 400}
    assert any("1.00元" in str(line) and "7.00元" in str(line) for line in division.working)


def test_a_draft_takes_what_a_guarantor_has_paid_as_the_distribution_does() -> None:
    claims = [
        DraftClaim(1, C.ORD, 1000, debt=Debt(400)),
        DraftClaim(2, C.ORD, 900, plan_fen=100),
    ]

    made = draft(claims, (), Figures(500))

    assert {line.claim.serial: line.paid_fen for line in made.lines} == {1: 300, 2: 200}


def test_a_rank_in_which_nobody_had_anything_is_shared_as_ever() -> None:
    claims = [Entitled(1, C.EMP, 300, plan_fen=100), Entitled(2, C.ORD, 1000), Entitled(3, C.ORD, 2000)]

    division = divide(600, claims)

    assert division.payments == {1: 300, 2: 100, 3: 200}


def test_a_second_distribution_goes_on_where_the_first_has_stopped() -> None:
    first = divide(500_000 * YUAN, WORKED).payments

    again = [
        Entitled(c.serial, c.claim_class, c.amount_fen, first[c.serial], plan_fen=c.plan_fen) for c in WORKED
    ]
    second = divide(300_000 * YUAN, again)

    assert second.payments == {1: 2_500_000, 2: 18_333_333, 3: 9_166_667}
    assert {reached(c, second) for c in again} == {Fraction(13, 40)}


def test_a_claim_filed_late_does_not_catch_up_on_what_it_missed() -> None:
    first = divide(500_000 * YUAN, WORKED).payments
    again = [
        Entitled(c.serial, c.claim_class, c.amount_fen, first[c.serial], plan_fen=c.plan_fen) for c in WORKED
    ]
    late = Entitled(4, C.ORD, 1_000_000 * YUAN, late=True)

    second = divide(100_000 * YUAN, [*again, late])

    assert second.payments[1] == 0
    assert second.payments[2] == 2 * second.payments[3] == 2 * second.payments[4] == 5_000_000


def test_a_late_claim_gets_what_it_missed_once_all_others_are_full() -> None:
    claims = Standings([1000, 1000], [500, 0], [False, True])

    done = share_alike(1200, claims)

    assert done.payments == (500, 700)
    assert share_alike(1500, claims).payments == (500, 1000)


def test_a_share_that_is_freed_goes_first_to_those_who_are_behind() -> None:
    had = {2: 26_666_667}
    claims = [claim for claim in WORKED if claim.serial != 3]

    again = divide_anew(500_000 * YUAN, claims, had)

    assert again.payments == {1: 3_333_333, 2: 46_666_667}


def test_a_draft_shows_the_ratio_and_every_line() -> None:
    claims = [DraftClaim(c.serial, c.claim_class, c.amount_fen, plan_fen=c.plan_fen) for c in WORKED]

    made = draft(claims, (), Figures(available_fen=500_000 * YUAN))

    assert [line.paid_fen for line in made.lines] == [0, 26_666_667, 23_333_333]
    (ordinary,) = made.ranks
    assert (ordinary.rank, ordinary.level) == (Rank.ORDINARY, Fraction(7, 30))
    assert "2,000,000.00元×7／30－200,000.00元→266,666.67元" in str(working_of(made.lines[1], made.ranks)[0])
    assert "本次不分配" in str(working_of(made.lines[0], made.ranks)[0])


def test_of_a_secured_claim_the_deficiency_waits_for_what_was_received_under_the_plan() -> None:
    claims = [
        DraftClaim(1, C.SEC, 800, asset=1, plan_fen=200, met_fen=500),
        DraftClaim(2, C.ORD, 1000),
    ]

    made = draft(claims, (), Figures(available_fen=400))

    assert [(line.counted_fen, line.paid_fen) for line in made.lines] == [(300, 0), (1000, 400)]


SHARE = st.integers(0, 1000)
ROWS = st.lists(
    st.tuples(st.sampled_from([C.EMP, C.TAX, C.ORD, C.SUB]), st.integers(1, 10**9), SHARE, SHARE),
    min_size=1,
    max_size=12,
)
"""Class, original claim, what of it was received under the plan and then distributed, in thousandths."""


def claims_of(rows: list[tuple[ClaimClass, int, int, int]]) -> list[Entitled]:
    """Claims that take part, numbered in their order."""
    return [claim_of(n, *row) for n, row in enumerate(rows, 1)]


def claim_of(serial: int, kind: ClaimClass, original: int, plan: int, had: int) -> Entitled:
    """A claim of which some was received under the plan, and some of the rest distributed."""
    received = original * plan // 1000
    rest = original - received
    return Entitled(serial, kind, rest, rest * had // 1000, plan_fen=received)


def part_of(claims: list[Entitled], share: int) -> int:
    """A part of what is still owed on claims, in fen."""
    return sum(claim.amount_fen - claim.received_fen for claim in claims) * share // 1000


@given(ROWS.map(claims_of), SHARE)
def test_payments_are_the_pool_and_nobody_gets_above_his_claim(claims: list[Entitled], share: int) -> None:
    pool = part_of(claims, share)

    division = divide(pool, claims)

    assert sum(division.payments.values()) == pool
    assert division.rest_fen == 0
    assert all(0 <= division.payments[c.serial] <= c.amount_fen - c.received_fen for c in claims)


@given(ROWS.map(claims_of), SHARE)
def test_nobody_is_paid_while_another_of_his_rank_has_less(claims: list[Entitled], share: int) -> None:
    claims = [*claims, Entitled(99, claims[0].claim_class, 10**6, plan_fen=10**5)]
    rank = claims[0].claim_class.rank
    pool = part_of(claims, share)

    division = divide(pool, claims)

    same = [claim for claim in claims if claim.claim_class.rank == rank]
    paid = [claim for claim in same if division.payments[claim.serial] > 1]
    for one in paid:
        before = Fraction(one.plan_fen + one.received_fen, one.amount_fen + one.plan_fen)
        for other in same:
            fen = Fraction(1, other.amount_fen + other.plan_fen)
            assert before <= reached(other, division) + fen


@given(ROWS.map(claims_of), SHARE, st.randoms(use_true_random=False))
def test_the_order_in_which_claims_are_told_does_not_matter(
    claims: list[Entitled], share: int, order: Random
) -> None:
    pool = part_of(claims, share)
    told = list(claims)
    order.shuffle(told)

    assert divide(pool, told).payments == divide(pool, claims).payments
