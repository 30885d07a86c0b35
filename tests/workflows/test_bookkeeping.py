"""Double entry: what always holds; and article 43 by the examples worked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from models.vocabulary import LedgerAccount, ManualEntryKind, Rank, ShareState, SpendingKind
from workflows.calculations.bookkeeping import (
    BY_HAND,
    CLAIMS_PAID,
    Side,
    Standing,
    Unbalanced,
    balanced,
    by_hand,
    debit,
    distribution_as_it_stands,
    spending_approved,
    spending_paid,
    towards,
    turned,
)
from workflows.calculations.shortage import Cover, Outstanding, cover

A = LedgerAccount
SUMS = some.integers(-(10**13), 10**13)
BALANCES = some.dictionaries(some.sampled_from(A), SUMS, max_size=8)


def effect(sides: tuple[Side, ...]) -> dict[LedgerAccount, int]:
    """What sides do to balances."""
    found: dict[LedgerAccount, int] = {}
    for side in sides:
        found[side.account] = found.get(side.account, 0) + side.debit_fen - side.credit_fen
    return found


def closed(balances: dict[LedgerAccount, int]) -> dict[LedgerAccount, int]:
    """Balances that add up to nothing."""
    return {**balances, A.ADJUSTMENT: -sum(fen for one, fen in balances.items() if one is not A.ADJUSTMENT)}


@given(BALANCES, BALANCES)
def test_a_difference_brings_what_is_booked_to_what_should_be(
    wanted: dict[LedgerAccount, int], booked: dict[LedgerAccount, int]
) -> None:
    goal, start = closed(wanted), closed(booked)

    change = effect(towards(goal, start))

    assert all(start.get(one, 0) + change.get(one, 0) == goal.get(one, 0) for one in A)


@given(some.sampled_from(ManualEntryKind), some.integers(1, 10**13), some.booleans())
def test_every_entry_by_hand_balances_and_its_reversal_undoes_it(
    kind: ManualEntryKind, fen: int, in_cash: bool
) -> None:
    sides = by_hand(kind, fen, in_cash=in_cash)

    assert sum(side.debit_fen for side in sides) == sum(side.credit_fen for side in sides) == fen
    assert all(value == 0 for value in effect((*sides, *turned(sides))).values())


@given(some.sampled_from(SpendingKind), some.integers(1, 10**13))
def test_a_spending_that_is_paid_is_owed_no_more(kind: SpendingKind, fen: int) -> None:
    both = effect((*spending_approved(kind, fen), *spending_paid(kind, fen, A.BANK)))

    assert both[kind.payable] == 0
    assert both[A.BANK] == -fen
    assert both[kind.account] == fen


@given(
    some.lists(some.tuples(some.sampled_from(Rank), some.sampled_from(ShareState), some.integers(0, 10**12)))
)
def test_the_shares_of_a_distribution_balance(shares: list[tuple[Rank, ShareState, int]]) -> None:
    balances = distribution_as_it_stands(shares)

    assert sum(balances.values()) == 0
    owed = -balances.get(A.ESCROW, 0) - balances.get(A.PAYABLE_SHARES, 0)
    assert owed == sum(fen for _, _, fen in shares)


@pytest.mark.parametrize(
    "sides",
    [
        (debit(A.BANK, 1),),
        (debit(A.BANK, 2), debit(A.NET, -1)),
        (Side(A.BANK, 1, 1),),
        (Side(A.BANK, -1, 0), Side(A.NET, 0, -1)),
    ],
)
def test_sides_that_do_not_balance_are_refused(sides: tuple[Side, ...]) -> None:
    with pytest.raises(Unbalanced):
        balanced(sides)


def test_every_kind_of_entry_by_hand_has_its_accounts_and_every_rank_too() -> None:
    assert set(BY_HAND) == set(ManualEntryKind)
    assert set(CLAIMS_PAID) == set(Rank)


def test_every_kind_of_spending_has_its_account() -> None:
    assert [kind.account.value for kind in SpendingKind] == [kind.value for kind in SpendingKind]


def test_what_can_be_distributed_is_what_is_there_less_what_is_owed() -> None:
    estate = Standing(
        {
            A.BANK: 1_000,
            A.CASH: 200,
            A.PAYABLE_SHARES: -300,
            A.ESCROW: -50,
            A.DEPOSITS: -40,
            A.PAYABLE_EXPENSE: -30,
            A.PAYABLE_COMMON: -20,
            A.ADVANCES: -10,
        }
    )

    assert (estate.for_costs_fen, estate.spendable_fen, estate.distributable_fen) == (810, 760, 750)


def test_what_collateral_brought_its_creditors_and_fees_are_taken_off_line_by_line() -> None:
    """The worked example: X 8,200,000 and Y 2,150,000 for 6,500,000 and 2,100,000; costs of 170,000 paid."""
    estate = Standing({A.BANK: 2_252_567_890}, secured_fen=860_000_000, fees_fen=107_763_920)

    assert estate.for_costs_fen == 1_392_567_890
    assert [str(line) for line in estate.working()] == [
        "账上款项（银行存款、库存现金）22,525,678.90元。",
        "减：应付担保债权人8,600,000.00元。",
        "减：应付管理人报酬、案件受理费1,077,639.20元。",
        "可供分配12,848,039.70元。",
    ]


@pytest.mark.parametrize(
    ("escrow", "payable", "distributable"), [(100, 0, 900), (0, 100, 900), (0, 0, 900), (60, 0, 900)]
)
def test_what_a_depository_holds_stands_against_what_is_owed_to_creditors_and_against_nothing_else(
    escrow: int, payable: int, distributable: int
) -> None:
    """100 of 1,000 were handed to a depository: 900 are in the bank, whatever becomes of the shares."""
    estate = Standing(
        {A.BANK: 900, A.DEPOSITORY: 100, A.ESCROW: -escrow, A.PAYABLE_SHARES: -payable},
    )

    assert (estate.on_hand(), estate.distributable_fen) == (900, distributable)


def test_fees_that_are_owed_share_with_other_expenses_where_money_is_short() -> None:
    owed = [
        Outstanding(1, Rank.EXPENSE, 60_000_000),
        Outstanding(1, Rank.EXPENSE, 30_000_000, path="court_fees"),
    ]

    now = cover(60_000_000, owed)

    assert (now.shares("spendings"), now.shares("court_fees")) == ({1: 40_000_000}, {1: 20_000_000})


def costs(pool_yuan: int, expenses_yuan: int, debts_yuan: int) -> Cover:
    """Expenses and debts of these sums, one of each, against a pool."""
    owed = [
        Outstanding(1, Rank.EXPENSE, expenses_yuan * 100),
        Outstanding(2, Rank.COMMON_BENEFIT, debts_yuan * 100),
    ]
    return cover(pool_yuan * 100, owed)


def test_expenses_are_paid_in_full_before_debts_of_common_benefit() -> None:
    now = costs(1_200_000, 900_000, 600_000)

    assert now.division.payments == {1: 90_000_000, 2: 30_000_000}
    assert (now.expenses_are_covered, now.all_is_covered) == (True, False)


def test_expenses_that_are_not_covered_share_pro_rata_and_the_end_is_to_be_asked_for() -> None:
    owed = [Outstanding(1, Rank.EXPENSE, 60_000_000), Outstanding(2, Rank.EXPENSE, 30_000_000)]

    now = cover(60_000_000, owed)

    assert now.division.payments == {1: 40_000_000, 2: 20_000_000}
    assert not now.expenses_are_covered
    assert "管理人应当提请人民法院终结破产程序" in str(now.working()[-2])


@pytest.mark.parametrize(
    ("money", "first_paid", "second_paid", "now"),
    [
        (600_000, 0, 0, {1: 400_000, 2: 200_000}),
        (200_000, 400_000, 0, {1: 0, 2: 200_000}),
        (400_000, 0, 200_000, {1: 400_000, 2: 0}),
        (500_000, 100_000, 0, {1: 300_000, 2: 200_000}),
        (60_000, 540_000, 0, {1: 0, 2: 60_000}),
        (499_999, 400_000, 0, {1: 199_999, 2: 300_000}),
        (500_000, 400_000, 0, {1: 200_000, 2: 300_000}),
    ],
)
def test_whichever_expense_is_paid_first_all_come_to_the_same_ratio(
    money: int, first_paid: int, second_paid: int, now: dict[int, int]
) -> None:
    """600,000 and 300,000 of expenses; 600,000 pay two thirds of each, in whatever order (EBL 43(3))."""
    owed = [
        Outstanding(1, Rank.EXPENSE, 600_000, first_paid),
        Outstanding(2, Rank.EXPENSE, 300_000, second_paid),
    ]

    found = cover(money, owed)

    assert found.division.payments == now
    assert ("管理人应当提请" in str(found.working())) is (money < 900_000 - first_paid - second_paid)


@pytest.mark.parametrize(("pool", "covered"), [(1_500_000, True), (1_499_999, False)])
def test_what_is_exactly_enough_is_enough(pool: int, covered: bool) -> None:
    assert costs(pool, 900_000, 600_000).all_is_covered is covered
