"""What collateral will not cover is known when it is sold; until then the share waits (EBL 110).

A bank with a million secured on machines that the plan expects to bring 800,000, and 2,700,000 of others: the
pool of 290,000 gives each a tenth. If the machines bring 900,000 the bank's part of it is
290,000 × 100,000 ÷ 2,800,000.
"""

import pytest

from models import Payment
from models.vocabulary import LedgerAccount
from tests.liquidation.playing import REASON, Liquidation, today
from tests.liquidation.test_collateral import burdened, found, in_force, proposed, sold
from tests.liquidation.test_distribution_drafts import drafted
from tests.liquidation.test_distributions import confirmed
from tests.liquidation.test_endings import set_of_court
from tests.liquidation.test_estate_account import balance


@pytest.fixture
def machines(declared: Liquidation) -> int:
    """Machines that secure the bank's claim and are not sold; a plan that expects 800,000 is in force."""
    asset = found(declared, "机器")
    burdened(declared, asset, confirmed(declared, "乙银行", 1_000_000, "SEC"))
    declared.hold_money(290_000)
    proposed(declared, "290000", collateral=[{"asset_serial": asset, "proceeds_fen": "800000"}])
    in_force(declared)
    return asset


BANK = 4
"""The bank's number in the claims table, after the three of the fixture."""


def distributed(case: Liquidation, yuan: int = 290_000) -> None:
    """The pool is divided."""
    case.step("distribute", pool_fen=str(yuan), announced_on=today(case))


def paid_in(case: Liquidation, asset: int, price: str) -> None:
    """The asset is sold and its price has come in."""
    sold(case, asset, price)
    case.move("assets", asset, "receive_price", received_fen=price)


def release(case: Liquidation) -> None:
    """The bank's share is dealt with."""
    case.step("release_unsold_share", claim_serial=BANK, **REASON)


def of_others(case: Liquidation) -> int:
    """What the other creditors have, in fen."""
    return sum(fen for serial, (fen, _) in case.shares().items() if serial != BANK)


def test_before_the_sale_the_share_is_laid_aside_and_the_others_are_paid(
    declared: Liquidation, machines: int
) -> None:
    distributed(declared)

    assert declared.shares()[BANK] == (2_000_000, "UNSOLD")
    assert of_others(declared) == 27_000_000
    assert {state for serial, (_, state) in declared.shares().items() if serial != BANK} == {"PAID"}
    with declared.play.bench.reading() as session:
        assert session.query(Payment).filter(Payment.amount_fen == 2_000_000).count() == 0
    assert balance(declared, LedgerAccount.ESCROW) == -20_000


@pytest.mark.parametrize(
    ("price", "bank", "others"),
    [
        ("800000", 2_000_000, 27_000_000),
        ("900000", 1_035_714, 27_964_286),
        ("1000000", 0, 29_000_000),
        ("999999.99", 0, 29_000_000),
        ("700000", 2_000_000, 27_000_000),
    ],
)
def test_after_the_sale_it_is_divided_by_what_the_asset_has_left_open(
    price: str, bank: int, others: int, declared: Liquidation, machines: int
) -> None:
    distributed(declared)
    paid_in(declared, machines, price)

    release(declared)

    assert declared.shares()[BANK] == (bank, "RELEASED" if bank else "REDISTRIBUTED")
    assert of_others(declared) == others, "nobody gives back what he has"


def test_it_is_not_released_before_the_price_has_come_in(declared: Liquidation, machines: int) -> None:
    distributed(declared)
    before = declared.refused(declared.step, "release_unsold_share", claim_serial=BANK, **REASON)
    sold(declared, machines, "800000")

    after = declared.refused(declared.step, "release_unsold_share", claim_serial=BANK, **REASON)

    assert (before, after) == (["collateral_not_sold"], ["collateral_not_sold"])


def test_once_collateral_is_sold_nothing_more_is_distributed_before_the_share_is_dealt_with(
    declared: Liquidation, machines: int
) -> None:
    distributed(declared, 145_000)
    paid_in(declared, machines, "900000")
    data = {"pool_fen": "145000", "announced_on": today(declared)}

    why = declared.refused(declared.step, "distribute", **data)
    release(declared)
    declared.step("distribute", **data)

    assert why == ["unsold_shares_open"]
    assert sum(declared.shares(n)[BANK][0] for n in (1, 2)) == 2 * 517_857
    assert declared.shares(2)[BANK][1] == "PAID"


def test_while_it_is_not_sold_a_second_distribution_lays_aside_as_well(
    declared: Liquidation, machines: int
) -> None:
    distributed(declared, 145_000)
    distributed(declared, 145_000)

    assert [declared.shares(n)[BANK] for n in (1, 2)] == [(1_000_000, "UNSOLD")] * 2


def test_where_nothing_waits_there_is_nothing_to_release(declared: Liquidation, machines: int) -> None:
    nothing = declared.refused(declared.step, "release_unsold_share", claim_serial=BANK, **REASON)
    distributed(declared)
    of_another = declared.refused(declared.step, "release_unsold_share", claim_serial=1, **REASON)

    assert (nothing, of_another) == (["no_unsold_shares"], ["no_unsold_share"])


def test_the_plan_says_that_the_share_waits_but_not_what_the_asset_covers(
    declared: Liquidation, machines: int
) -> None:
    covered = [{"asset_serial": machines, "proceeds_fen": "1000000"}]

    expected = drafted(declared, collateral=[{"asset_serial": machines, "proceeds_fen": "800000"}])
    in_full = drafted(declared, collateral=covered)

    states = [
        next(line.claim.state for line in said.draft.lines if line.claim.serial == BANK)
        for said in (expected, in_full)
    ]
    assert states == ["UNSOLD", "PAID"]


def test_a_court_may_have_it_paid_by_the_price_that_the_plan_expects(
    declared: Liquidation, machines: int
) -> None:
    set_of_court(declared, deficiency_waits_for_sale=False)

    distributed(declared)

    assert declared.shares()[BANK] == (2_000_000, "PAID")


def test_who_waives_the_mortgage_gets_his_share_without_a_sale(declared: Liquidation, machines: int) -> None:
    distributed(declared)
    declared.move("assets", machines, "lift_encumbrance", encumbrance=1, release="WAIVED", **REASON)

    release(declared)

    fen, state = declared.shares()[BANK]
    assert (fen, state) == (2_000_000, "RELEASED"), "the others keep what they have"
