"""The order of distribution: the worked example to the fen, published examples, and what always holds."""

from collections.abc import Iterable
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import ClaimClass as C
from workflows.calculations.waterfall import RANKS, Division, Entitled, divide, divide_anew, percent

D1 = {
    1: (90_000_000, 20_013_769),
    2: (777_777_777, 172_958_496),
    3: (333_333_333, 74_125_070),
    4: (100_000_001, 22_237_521),
    5: (12_345_678, 2_745_373),
    6: (200_000_000, 44_475_042),
    7: (500_000_000, 111_187_605),
    8: (66_666_666, 14_825_014),
}
"""Ordinary claims and their shares, in fen (`bankruptcy-money.md` section 8)."""
POOL = 462_567_890
COLUMN_A = {
    1: 22_142_753,
    2: 191_357_128,
    3: 82_010_198,
    4: 24_603_060,
    5: 3_037_415,
    7: 123_015_297,
    8: 16_402_039,
}
COLUMN_B = {1: 22_956_770, 2: 198_391_838, 3: 85_025_073, 4: 25_507_522, 5: 3_149_077, 7: 127_537_610}
COLUMN_C = {1: 25_802_433, 2: 222_983_985, 3: 95_564_565, 4: 28_669_370, 5: 3_539_428, 7: 86_008_109}


def ordinary(*serials: int, **amounts: int) -> list[Entitled]:
    """Ordinary claims of the worked example."""
    return [Entitled(serial, C.ORD, amounts.get(f"o{serial}", D1[serial][0])) for serial in serials]


def test_the_worked_example_is_divided_to_the_fen() -> None:
    division = divide(POOL, ordinary(*D1))

    assert division.payments == {serial: share for serial, (_, share) in D1.items()}
    assert division.rest_fen == 0


def test_a_condition_that_is_not_fulfilled_frees_its_share_for_the_others() -> None:
    had = {serial: share for serial, (_, share) in D1.items() if serial != 6}

    again = divide_anew(POOL, ordinary(1, 2, 3, 4, 5, 7, 8), had)

    assert again.payments == COLUMN_A


def test_a_share_not_collected_for_two_months_goes_to_the_others() -> None:
    again = divide_anew(POOL, ordinary(1, 2, 3, 4, 5, 7), {s: fen for s, fen in COLUMN_A.items() if s != 8})

    assert again.payments == COLUMN_B


def test_a_partial_win_keeps_its_part_and_frees_the_rest() -> None:
    claims = ordinary(1, 2, 3, 4, 5, 7, o7=300_000_000)

    again = divide_anew(POOL, claims, {s: fen for s, fen in COLUMN_B.items() if s != 7})

    assert again.payments == COLUMN_C
    assert COLUMN_B[7] - again.payments[7] == 41_529_501


def test_nothing_is_taken_back_when_a_claim_turns_out_larger_than_its_escrow() -> None:
    had = {1: 50}

    again = divide_anew(100, [Entitled(1, C.ORD, 1000), Entitled(2, C.ORD, 3000)], had)

    assert again.payments == {1: 50, 2: 50}


def test_a_freed_share_of_employees_who_are_full_goes_down_to_the_next_rank() -> None:
    claims = [Entitled(1, C.EMP, 100), Entitled(3, C.SOC, 400), Entitled(4, C.TAX, 600)]

    again = divide_anew(700, claims, {1: 100, 3: 200, 4: 300})

    assert again.payments == {1: 100, 3: 240, 4: 360}


def test_what_nobody_is_owed_any_more_is_left_over_and_not_lost() -> None:
    again = divide_anew(300, [Entitled(1, C.ORD, 200)], {1: 200})

    assert (again.payments, again.rest_fen) == ({1: 200}, 100)


def test_social_insurance_and_taxes_are_one_rank() -> None:
    division = divide(50, [Entitled(1, C.SOC, 30), Entitled(2, C.TAX, 70)])

    assert division.payments == {1: 15, 2: 35}


def test_a_published_exercise_leaves_24_percent_for_ordinary_claims() -> None:
    """D02: 149,000 less expenses of 15,000; employees 68,000, taxes 36,000, ordinary 125,000 yuan."""
    claims = [Entitled(1, C.EMP, 6_800_000), Entitled(2, C.TAX, 3_600_000), Entitled(3, C.ORD, 12_500_000)]

    division = divide(13_400_000, claims)

    assert division.payments == {1: 6_800_000, 2: 3_600_000, 3: 3_000_000}
    assert percent(division.payments[3], 12_500_000) == "24.0000"


def test_a_published_example_rounds_the_rate_first_and_we_do_not() -> None:
    """D01: 1075 of 2735; the creditor of 525 gets 206.3528, where the rounded rate gave 206.38."""
    wan = 1_000_000
    claims = [Entitled(1, C.EMP, 200 * wan), Entitled(2, C.TAX, 100 * wan)]
    claims += [Entitled(3, C.ORD, 525 * wan), Entitled(4, C.ORD, 2210 * wan)]

    division = divide(1375 * wan, claims)

    assert division.payments[3] == 206_352_834
    assert sum(division.payments.values()) == 1375 * wan


def test_secured_claims_take_no_part_in_the_pool() -> None:
    division = divide(100, [Entitled(1, C.SEC, 100), Entitled(2, C.ORD, 100)])

    assert division.payments == {2: 100}


def test_who_comes_late_gets_his_part_of_what_is_left_and_no_more() -> None:
    first = divide(300, [Entitled(1, C.ORD, 1000), Entitled(2, C.ORD, 2000)])
    had = first.payments

    second = divide(
        400, [Entitled(1, C.ORD, 1000, had[1]), Entitled(2, C.ORD, 2000, had[2]), Entitled(3, C.ORD, 1000)]
    )

    assert had == {1: 100, 2: 200}
    assert second.payments == {1: 100, 2: 200, 3: 100}


def test_in_the_last_of_several_distributions_nobody_gets_more_than_his_claim() -> None:
    division = divide(1000, [Entitled(1, C.ORD, 500, 450), Entitled(2, C.ORD, 500), Entitled(3, C.ORD, 600)])

    assert division.payments == {1: 50, 2: 432, 3: 518}


def test_every_class_that_is_paid_from_the_estate_stands_in_exactly_one_rank() -> None:
    standing = [claim_class for _, classes in RANKS for claim_class in classes]

    assert sorted(standing) == sorted(one for one in C if not one.is_secured)
    assert all((one.rank is None) == one.is_secured for one in C)


def test_expenses_and_common_debts_come_before_all_claims() -> None:
    claims = [Entitled(1, C.EMP, 100), Entitled(2, C.CBD, 600), Entitled(3, C.EXP, 900)]

    assert divide(1200, claims).payments == {3: 900, 2: 300, 1: 0}
    assert divide(1600, claims).payments == {3: 900, 2: 600, 1: 100}


@pytest.mark.parametrize(("pool", "said"), [(899, True), (900, False)])
def test_the_end_of_the_procedure_is_due_where_expenses_are_not_covered(pool: int, said: bool) -> None:
    lines = [str(line) for line in divide(pool, [Entitled(1, C.EXP, 900)]).working]

    assert any("终结破产程序" in line for line in lines) is said


def test_fines_are_paid_after_damages_and_criminal_fines_last() -> None:
    claims = [Entitled(1, C.SUB_CRIMINAL, 10), Entitled(2, C.SUB_FINE, 10), Entitled(3, C.SUB, 10)]

    assert divide(15, claims).payments == {3: 10, 2: 5, 1: 0}


def test_thirty_thousand_employees_are_paid_in_full() -> None:
    claims = [Entitled(n, C.EMP, 100) for n in range(30_000)]

    division = divide(3_000_000, claims)

    assert set(division.payments.values()) == {100}


def test_a_rank_that_was_paid_before_says_so_so_that_nobody_thinks_it_was_passed_over() -> None:
    lines = [
        str(line) for line in divide(100, [Entitled(1, C.EMP, 500, 500), Entitled(2, C.ORD, 200)]).working
    ]

    assert "职工债权以前已受偿5.00元，尚欠0.00元。" in lines
    assert not any("普通债权以前" in line for line in lines)


CLASSES = [C.EXP, C.CBD, C.EMP, C.SOC, C.TAX, C.ORD, C.SUB, C.SUB_FINE, C.SUB_CRIMINAL]
LISTS = st.lists(
    st.tuples(st.sampled_from(CLASSES), st.integers(1, 10**9), st.integers(0, 10**9)), min_size=1, max_size=9
).map(lambda rows: [Entitled(n, c, a, min(a, had)) for n, (c, a, had) in enumerate(rows, 1)])


def rank_of(claim: Entitled) -> int:
    """The rank in which a claim is paid."""
    return next(n for n, (_, classes) in enumerate(RANKS) if claim.claim_class in classes)


def owed(claims: Iterable[Entitled]) -> int:
    """What claims are still owed."""
    return sum(claim.amount_fen - claim.received_fen for claim in claims)


@given(LISTS, st.integers(0, 10**10))
def test_payments_and_rest_are_the_pool_and_nobody_is_overpaid(claims: list[Entitled], pool: int) -> None:
    division = divide(pool, claims)

    assert sum(division.payments.values()) == min(pool, owed(claims))
    assert division.rest_fen == pool - sum(division.payments.values())
    for claim in claims:
        assert 0 <= division.payments[claim.serial] <= claim.amount_fen - claim.received_fen


@given(LISTS, st.integers(0, 10**10))
def test_a_lower_rank_gets_nothing_until_the_higher_is_full(claims: list[Entitled], pool: int) -> None:
    division = divide(pool, claims)

    for claim in claims:
        if division.payments[claim.serial]:
            before = [other for other in claims if rank_of(other) < rank_of(claim)]
            assert sum(division.payments[other.serial] for other in before) == owed(before)


@given(LISTS, st.integers(0, 10**10), st.randoms())
def test_the_order_in_which_claims_are_listed_does_not_matter(
    claims: list[Entitled], pool: int, chance: object
) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    assert divide(pool, shuffled).payments == divide(pool, claims).payments


@given(LISTS, st.integers(0, 10**10), st.sampled_from(CLASSES), st.integers(1, 10**9))
def test_another_claim_never_raises_a_share_by_more_than_a_fen_of_rounding(
    claims: list[Entitled], pool: int, claim_class: C, amount: int
) -> None:
    before = divide(pool, claims).payments

    after = divide(pool, [*claims, Entitled(99, claim_class, amount)]).payments

    rounding = len(claims)
    assert all(after[serial] <= fen + rounding for serial, fen in before.items())


@given(st.lists(st.integers(1, 10**9), min_size=2, max_size=8), st.integers(1, 10**9))
def test_within_a_rank_every_share_is_within_a_fen_of_its_exact_part(amounts: list[int], pool: int) -> None:
    claims = [Entitled(n, C.ORD, amount) for n, amount in enumerate(amounts, 1)]
    total = sum(amounts)
    pool = min(pool, total)

    paid = divide(pool, claims).payments

    for claim in claims:
        assert abs(paid[claim.serial] * total - pool * claim.amount_fen) < total


@given(LISTS, st.lists(st.integers(0, 10**9), min_size=1, max_size=4))
def test_over_several_distributions_nobody_gets_more_than_his_claim(
    claims: list[Entitled], pools: list[int]
) -> None:
    def next_one(so_far: list[Entitled], pool: int) -> list[Entitled]:
        paid = divide(pool, so_far).payments
        return [
            Entitled(c.serial, c.claim_class, c.amount_fen, c.received_fen + paid[c.serial]) for c in so_far
        ]

    *_, last = accumulate(pools, next_one, initial=claims)

    assert all(claim.received_fen <= claim.amount_fen for claim in last)


@given(LISTS, st.integers(1, 10**10), st.integers(0, 8))
def test_a_freed_share_is_divided_without_loss_and_nothing_is_taken_back(
    claims: list[Entitled], pool: int, which: int
) -> None:
    first: Division = divide(pool, claims)
    freed = claims[which % len(claims)]
    others = [claim for claim in claims if claim is not freed]
    spent = pool - first.rest_fen

    again = divide_anew(spent, others, first.payments)

    assert sum(again.payments.values()) + again.rest_fen == spent
    assert all(again.payments[c.serial] >= first.payments[c.serial] for c in others)
    assert all(again.payments[c.serial] <= c.amount_fen - c.received_fen for c in others)


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (1, 3, "33.3333"),
        (2, 3, "66.6667"),
        (1, 800_000, "0.0001"),
        (1, 2_000_001, "0.0000"),
        (0, 0, "0.0000"),
    ],
)
def test_a_ratio_is_cut_off_and_never_rounded_up(part: int, whole: int, said: str) -> None:
    assert percent(part, whole) == said
