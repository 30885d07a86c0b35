"""EBL 132: wages owed before 27 August 2006 that the pool leaves unpaid come off collateral first."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import ClaimClass as C
from models.vocabulary import Rank
from workflows.calculations.draft import draft
from workflows.calculations.draft_lines import Collateral, Draft, DraftClaim, Figures
from workflows.calculations.old_wages import OldWages, with_old_wages

BANK, BUILDER, WORKER, OTHER, SUPPLIER = 1, 2, 3, 4, 5
CLAIMS = (
    DraftClaim(BANK, C.SEC, 50_000, asset=1),
    DraftClaim(BUILDER, C.SEC_CONSTR, 30_000, asset=1),
    DraftClaim(WORKER, C.EMP, 20_000),
    DraftClaim(OTHER, C.EMP, 20_000),
    DraftClaim(SUPPLIER, C.ORD, 10_000),
)
FACTORY = Collateral(1, "厂房", 70_000)


def drawn(
    old: Mapping[int, int], available: int = 10_000, collateral: tuple[Collateral, ...] = (FACTORY,)
) -> Draft:
    """The draft with the step."""
    made = draft(CLAIMS, collateral, Figures(available))
    return with_old_wages(made, collateral, CLAIMS, {number: OldWages(fen) for number, fen in old.items()})


def secured(made: Draft) -> dict[int, int]:
    """What everybody gets of collateral."""
    return {line.claim.serial: line.secured_fen for line in made.lines if line.secured_fen}


def test_only_the_old_part_that_stays_unpaid_is_met_and_the_last_security_bears_it() -> None:
    made = drawn({WORKER: 8_000})

    assert secured(made) == {BUILDER: 30_000, WORKER: 6_000, BANK: 34_000}
    assert {line.claim.serial: line.paid_fen for line in made.lines}[WORKER] == 5_000


def test_what_the_bank_loses_is_an_ordinary_claim() -> None:
    made = drawn({WORKER: 8_000})

    bank = next(line for line in made.lines if line.claim.serial == BANK)
    ordinary = next(one for one in made.ranks if one.rank == Rank.ORDINARY)
    assert (bank.rank, bank.counted_fen) == (Rank.ORDINARY, 16_000)
    assert (ordinary.count, ordinary.total_fen, ordinary.paid_fen) == (2, 26_000, 0)


def test_the_working_says_what_was_old_what_stayed_unpaid_and_what_bears_it() -> None:
    working = [str(line) for line in drawn({WORKER: 8_000}).working[-2:]]

    assert working == [
        "职工债权第3号：其中80.00元欠于公布之日以前，清偿后尚欠60.00元，从担保财产受偿60.00元。",
        "厂房：先付职工债权60.00元，其余依次清偿担保债权。",
    ]


def test_wages_that_the_pool_pays_in_full_take_nothing_from_collateral() -> None:
    plain = draft(CLAIMS, (FACTORY,), Figures(40_000))

    assert drawn({WORKER: 8_000}, 40_000) == plain


def test_without_old_wages_the_draft_stays_as_it_is() -> None:
    assert drawn({}) == draft(CLAIMS, (FACTORY,), Figures(10_000))


def test_two_assets_bear_old_wages_by_what_each_paid_its_creditors() -> None:
    shop = Collateral(2, "商铺", 30_000)
    claims = (*CLAIMS, DraftClaim(6, C.SEC, 40_000, asset=2))
    made = draft(claims, (FACTORY, shop), Figures(10_000))

    found = with_old_wages(made, (FACTORY, shop), claims, {WORKER: OldWages(8_000)})

    assert secured(found) == {BUILDER: 30_000, BANK: 35_800, WORKER: 6_000, 6: 28_200}


def test_a_surplus_of_collateral_stays_in_the_pool() -> None:
    made = drawn({WORKER: 20_000, OTHER: 20_000}, 0, (Collateral(1, "厂房", 90_000),))

    assert made.surplus_fen == 10_000
    assert secured(made) == {BUILDER: 30_000, BANK: 20_000, WORKER: 15_000, OTHER: 15_000}


@given(st.integers(0, 60_000), st.integers(0, 120_000), st.integers(0, 20_000), st.integers(0, 20_000))
def test_the_step_moves_money_from_securities_to_wages_and_makes_none(
    available: int, price: int, old: int, other: int
) -> None:
    factory = Collateral(1, "厂房", price)
    plain = draft(CLAIMS, (factory,), Figures(available))

    made = with_old_wages(plain, (factory,), CLAIMS, {WORKER: OldWages(old), OTHER: OldWages(other)})

    assert sum(line.total_fen for line in made.lines) == sum(line.total_fen for line in plain.lines)
    assert all(line.total_fen <= line.claim.amount_fen for line in made.lines)
