"""A draft of a distribution: the worked example, assets before the pool, what-ifs, and what always holds."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import ClaimClass as C
from models.vocabulary import Rank, ShareState
from tests.workflows.test_waterfall import D1
from workflows.calculations.draft import draft, working_of
from workflows.calculations.draft_lines import Collateral, Draft, DraftClaim, Figures
from workflows.calculations.what_if import Change, compare, with_changes

AVAILABLE, EXPENSES, COMMON = 1_234_567_890, 150_000_000, 80_000_000
BANK_A, BANK_B = 10, 1
"""Bank B's claim bears the number of its deficiency in the worked example, O1."""
FACTORY = Collateral(1, "厂房", 820_000_000, 12_000_000)
MACHINES = Collateral(2, "设备", 215_000_000, 5_000_000)


def worked_example() -> list[DraftClaim]:
    """The claims of `bankruptcy-money.md` section 8."""
    ordinary = [DraftClaim(serial, C.ORD, fen) for serial, (fen, _) in D1.items() if serial != BANK_B]
    return [
        DraftClaim(BANK_A, C.SEC, 650_000_000, asset=1),
        DraftClaim(BANK_B, C.SEC, 300_000_000, asset=2),
        DraftClaim(11, C.EMP, 420_000_000),
        DraftClaim(12, C.SOC, 30_000_000),
        DraftClaim(13, C.TAX, 250_000_000),
        *ordinary,
    ]


def drawn(claims: list[DraftClaim] | None = None, available: int = AVAILABLE) -> Draft:
    """The draft of the worked example, or of other claims with its assets."""
    chosen = worked_example() if claims is None else claims
    return draft(chosen, [FACTORY, MACHINES], Figures(available, EXPENSES, COMMON))


def paid(made: Draft) -> dict[int, int]:
    """What every claim gets of the pool."""
    return {line.claim.serial: line.paid_fen for line in made.lines}


def test_the_worked_example_is_drafted_to_the_fen() -> None:
    made = drawn()

    assert (made.surplus_fen, made.pool_fen, made.rest_fen) == (158_000_000, 1_392_567_890, 0)
    assert {serial: paid(made)[serial] for serial in D1} == {serial: fen for serial, (_, fen) in D1.items()}
    assert [one.fraction for one in made.ranks if one.rank == Rank.ORDINARY] == ["462567890/2080123455"]


def test_a_rank_that_is_paid_in_full_says_so_instead_of_a_ratio() -> None:
    made = drawn()

    assert [one.rank for one in made.ranks if not one.in_full] == [Rank.ORDINARY]
    assert "职工债权：债权4,200,000.00元，全额清偿。" in map(str, made.working)
    assert sum("比例为" in str(line) for line in made.working) == 1


def test_a_claim_that_gets_nothing_is_not_said_to_be_paid() -> None:
    made = draft([DraftClaim(1, C.EMP, 100), DraftClaim(2, C.ORD, 100)], [], Figures(100))

    assert [str(line.done) for line in made.lines] == [str(ShareState.PAID), "本次不分配"]
    assert made.escrow() == {ShareState.PAID: (1, 100)}


def test_a_secured_claim_is_met_from_its_asset_and_counts_for_the_rest_as_ordinary() -> None:
    lines = {line.claim.serial: line for line in drawn().lines}

    assert (lines[BANK_A].secured_fen, lines[BANK_A].rank) == (650_000_000, None)
    bank_b = lines[BANK_B]
    assert (bank_b.secured_fen, bank_b.rank, bank_b.counted_fen) == (210_000_000, Rank.ORDINARY, 90_000_000)
    assert "2,100,000.00" in str(working_of(bank_b, drawn().ranks)[0])


def test_a_secured_claim_whose_asset_is_no_money_yet_is_named_and_gets_nothing() -> None:
    made = draft([DraftClaim(1, C.SEC, 100, asset=9), DraftClaim(2, C.ORD, 100)], [], Figures(50))

    assert (made.unmet, paid(made)) == ((1,), {1: 0, 2: 50})


def test_a_construction_price_is_met_before_a_mortgage_unless_an_order_is_given() -> None:
    claims = [DraftClaim(1, C.SEC, 80, asset=1), DraftClaim(2, C.SEC_CONSTR, 80, asset=1)]

    by_law = draft(claims, [Collateral(1, "厂房", 100)], Figures(0))
    as_told = draft(claims, [Collateral(1, "厂房", 100, 0, (1, 2))], Figures(0))

    assert [line.secured_fen for line in by_law.lines] == [20, 80]
    assert [line.secured_fen for line in as_told.lines] == [80, 20]


def test_too_little_for_expenses_leaves_nothing_for_claims() -> None:
    made = draft([DraftClaim(1, C.EMP, 100)], [], Figures(60_000_000, 90_000_000, 60_000_000))

    assert [(one.rank, one.paid_fen) for one in made.ranks if one.paid_fen] == [(Rank.EXPENSE, 60_000_000)]
    assert any("终结破产程序" in str(line) for line in made.working)


def test_shares_laid_aside_are_summed_by_their_reason() -> None:
    claims = [
        DraftClaim(1, C.ORD, 100),
        DraftClaim(2, C.ORD, 100, state=ShareState.LITIGATED),
        DraftClaim(3, C.ORD, 100, state=ShareState.CONDITIONAL),
    ]

    made = draft(claims, [], Figures(150))

    assert made.escrow() == {
        ShareState.PAID: (1, 50),
        ShareState.CONDITIONAL: (1, 50),
        ShareState.LITIGATED: (1, 50),
    }


def test_what_if_names_every_claim_that_moves_and_the_sums_are_the_same() -> None:
    own = worked_example()

    comparison = compare(drawn(own), drawn(with_changes(own, [Change(7, 300_000_000)])))

    assert {one.serial for one in comparison.moved} == set(D1)
    assert sum(one.difference_fen for one in comparison.moved) == 0
    assert comparison.before_fen == comparison.after_fen


def test_what_if_a_claim_were_of_a_higher_class_only_the_ranks_below_it_move() -> None:
    own = worked_example()

    comparison = compare(drawn(own), drawn(with_changes(own, [Change(5, None, C.TAX)])))

    assert {one.serial: one.difference_fen > 0 for one in comparison.moved if one.serial == 5} == {5: True}
    assert not {11, 12, 13, BANK_A} & {one.serial for one in comparison.moved}


def test_what_if_a_claim_took_no_part_the_others_share_what_it_had() -> None:
    own = worked_example()

    comparison = compare(drawn(own), drawn(with_changes(own, [Change(6, left_out=True)])))

    assert {one.serial: one.after_fen for one in comparison.moved}[6] == 0
    assert sum(one.difference_fen for one in comparison.moved) == 0


CLASSES = st.sampled_from([C.EMP, C.SOC, C.TAX, C.ORD, C.SUB, C.SEC])
CLAIMS = st.lists(st.tuples(CLASSES, st.integers(0, 10**8), st.integers(0, 3)), max_size=12).map(
    lambda told: [
        DraftClaim(n, kind, fen, asset=asset if kind is C.SEC else None)
        for n, (kind, fen, asset) in enumerate(told, 1)
    ]
)
SUMS = st.integers(0, 10**9)
ASSETS = st.lists(SUMS, max_size=3).map(lambda fens: [Collateral(n, "x", fen) for n, fen in enumerate(fens)])
FIGURES = st.tuples(SUMS, st.integers(0, 10**7), st.integers(0, 10**7)).map(lambda told: Figures(*told))


def always(check: Callable[..., None]) -> Any:
    """Whatever the claims, the assets and the figures."""
    return given(CLAIMS, ASSETS, FIGURES)(check)


@always
def test_the_payments_and_what_is_left_are_what_there_was(
    claims: list[DraftClaim], assets: list[Collateral], figures: Figures
) -> None:
    made = draft(claims, assets, figures)

    there = figures.available_fen + sum(one.proceeds_fen for one in assets)
    out = sum(line.secured_fen for line in made.lines) + sum(one.paid_fen for one in made.ranks)
    assert out + made.rest_fen == there


@always
def test_nobody_gets_more_than_his_claim(
    claims: list[DraftClaim], assets: list[Collateral], figures: Figures
) -> None:
    assert all(0 <= line.total_fen <= line.claim.amount_fen for line in draft(claims, assets, figures).lines)


@always
def test_a_rank_gets_nothing_until_the_one_before_it_is_full(
    claims: list[DraftClaim], assets: list[Collateral], figures: Figures
) -> None:
    ranks = draft(claims, assets, figures).ranks

    for n, one in enumerate(ranks):
        if one.paid_fen < one.total_fen:
            assert not any(later.paid_fen for later in ranks[n + 1 :])


@given(CLAIMS, ASSETS, FIGURES, st.randoms(use_true_random=False))
def test_the_order_in_which_claims_are_given_does_not_matter(
    claims: list[DraftClaim], assets: list[Collateral], figures: Figures, random: Any
) -> None:
    mixed = random.sample(claims, len(claims))

    assert draft(mixed, assets, figures) == draft(claims, assets, figures)


@given(CLAIMS, FIGURES, CLASSES.filter(lambda kind: kind is not C.SEC), st.integers(0, 10**8))
def test_another_claim_never_raises_a_share_by_more_than_a_fen(
    claims: list[DraftClaim], figures: Figures, kind: C, fen: int
) -> None:
    before = draft(claims, [], figures)

    after = draft([*claims, DraftClaim(99, kind, fen)], [], figures)

    assert all(one.difference_fen <= 1 for one in compare(before, after).moved if one.serial != 99)


@pytest.mark.parametrize(("available", "told"), [(10_000, False), (100, True)])
def test_taxes_that_stay_unpaid_beside_a_paid_security_are_told_to_the_judge(
    available: int, told: bool
) -> None:
    claims = [DraftClaim(1, C.SEC, 500, asset=1), DraftClaim(2, C.TAX, 300)]

    made = draft(claims, [Collateral(1, "厂房", 500)], Figures(available))

    assert any("第四十五条" in str(line) for line in made.working) is told


def test_the_published_exercise_with_a_house_comes_to_24_percent() -> None:
    """D02: cash, receivables, inventory, equipment of 143,000; a house of 46,000 secures 40,000."""
    claims = [
        DraftClaim(1, C.SEC, 4_000_000, asset=1),
        DraftClaim(2, C.EMP, 6_800_000),
        DraftClaim(3, C.TAX, 3_600_000),
        DraftClaim(4, C.ORD, 12_500_000),
    ]

    made = draft(claims, [Collateral(1, "房屋", 4_600_000)], Figures(14_300_000, 1_500_000))

    assert (made.pool_fen, made.rest_fen) == (14_900_000, 0)
    assert paid(made)[4] == 3_000_000
    assert [one.percent for one in made.ranks if one.rank == Rank.ORDINARY] == ["24.0000"]
