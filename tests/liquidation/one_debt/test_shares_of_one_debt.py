"""One debt takes part once in a distribution; a general guarantor's share waits (EBL 51, 52; I3-4, I3-5)."""

import pytest

from tests.liquidation.one_debt.guaranteeing import (
    adopt,
    drafted,
    fix,
    of_the_bank,
    of_the_guarantor,
    paid,
    receive,
    release,
    sums,
    through,
    tie,
    waited_for,
)
from tests.liquidation.paying_out import payments, totals
from tests.liquidation.playing import (
    SUSPENSIVE,
    Liquidation,
    today,
)
from tests.liquidation.test_distributions import settle


@pytest.mark.parametrize(
    ("yuan", "shares"),
    [
        (600_000, {1: 30_000_000, 2: 0, 3: 30_000_000}),
        (600_001, {1: 30_000_000, 2: 50, 3: 30_000_050}),
        (1_200_000, {1: 30_000_000, 2: 30_000_000, 3: 60_000_000}),
        (2_000_000, {1: 30_000_000, 2: 70_000_000, 3: 100_000_000}),
    ],
)
def test_the_creditor_takes_part_in_full_and_who_paid_takes_what_he_needs_no_more(
    guaranteed: Liquidation, yuan: int, shares: dict[int, int]
) -> None:
    found = drafted(guaranteed, yuan)

    assert paid(found) == shares
    assert found.draft.rest_fen == 0
    assert any("第1号债权按全额参加分配" in str(line) for line in found.draft.working)


def test_a_bankrupt_guarantor_takes_nothing_and_the_creditor_stops_at_his_claim(
    guaranteed: Liquidation,
) -> None:
    guaranteed.move(
        "joint_parties",
        1,
        "record_own_bankruptcy",
        bankrupt_court="望川市中级人民法院",
        bankrupt_number="（2026）豫98破3号",
        bankrupt_on=guaranteed.play.day.isoformat(),
        filed_there=True,
    )

    found = drafted(guaranteed, 1_200_000)

    assert paid(found) == {1: 30_000_000, 2: 0, 3: 90_000_000}


def test_a_distribution_pays_as_the_draft_says(guaranteed: Liquidation) -> None:
    guaranteed.hold_money(1_500_000)
    adopt(guaranteed)

    guaranteed.step("distribute", pool_fen="800000", announced_on=today(guaranteed))
    guaranteed.final(400_000)

    assert sums(guaranteed, 1) == {1: 30_000_000, 2: 10_000_000, 3: 40_000_000}
    assert sums(guaranteed, 2) == {1: 0, 2: 20_000_000, 3: 20_000_000}


def test_a_share_that_is_freed_takes_nothing_back_from_a_creditor_whom_others_have_paid_since(
    invited: Liquidation,
) -> None:
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited, 900_000)
    supplier = invited.file("江澜市恒泰贸易有限公司", 1_000_000)
    conditional = invited.file("江澜市附条件贸易有限公司", 1_000_000, **SUSPENSIVE)
    tie(invited, guarantor, bank)
    receive(invited, 1, 100_000)
    everybody = {bank: 1_000_000, guarantor: 900_000, supplier: 1_000_000, conditional: 1_000_000}
    for serial, yuan in everybody.items():
        invited.list_claim(serial, yuan)
    through(invited, *everybody)
    invited.hold_money(1_200_000)
    adopt(invited)
    invited.final(1_200_000)
    receive(invited, 1, 800_000)

    settle(invited, "settle_conditional_share", conditional, to_creditor=False)

    assert sums(invited, 1) == {bank: 40_000_000, guarantor: 20_000_000, supplier: 60_000_000, conditional: 0}
    assert sum(fen for fen, _ in payments(invited)) == 120_000_000
    assert totals(invited) == ({"PREPARED": 120_000_000}, True)


@pytest.mark.parametrize(
    ("yuan", "before"),
    [
        (1_999_998, ["没有足额清偿的债权（债权表序号）：1、3，合计尚欠2.00元。"]),
        (2_000_000, []),
    ],
)
def test_investors_wait_until_one_debt_is_paid_once_and_not_until_it_is_paid_twice(
    guaranteed: Liquidation, yuan: int, before: list[str]
) -> None:
    guaranteed.hold_money(3_000_000)
    guaranteed.plan_adopted()

    guaranteed.final(yuan)

    assert waited_for(guaranteed) == before


def test_investors_do_not_wait_for_a_claim_that_stands_back_for_good(invited: Liquidation) -> None:
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited)
    alone = waited_for(invited)
    tie(invited, guarantor, bank)

    tied = waited_for(invited)

    assert alone == ["尚未确定的债权（债权表序号）：1、2。"]
    assert tied == ["尚未确定的债权（债权表序号）：1。"]


def test_the_share_against_a_general_guarantor_waits_for_his_liability(answering: Liquidation) -> None:
    assert answering.shares() == {1: (50_000_000, "GUARANTEE"), 2: (50_000_000, "PAID")}
    assert answering.refused(release, answering, 1) == ["liability_is_open"]
    assert answering.refused(release, answering, 2) == ["no_guarantee_share"]


@pytest.mark.parametrize(
    ("yuan", "shares"),
    [
        (1_000_000, {1: (50_000_000, "RELEASED"), 2: (50_000_000, "PAID")}),
        (250_000, {1: (20_000_000, "RELEASED"), 2: (80_000_000, "PAID")}),
        (0, {1: (0, "REDISTRIBUTED"), 2: (100_000_000, "PAID")}),
    ],
)
def test_once_fixed_the_share_follows_the_liability(
    answering: Liquidation, yuan: int, shares: dict[int, tuple[int, str]]
) -> None:
    fix(answering, 1, yuan)

    release(answering, 1)

    assert answering.shares() == shares


def test_a_liability_is_no_more_than_the_claim_and_only_a_general_guarantors(
    answering: Liquidation,
) -> None:
    assert answering.refused(fix, answering, 1, 1_000_001) == ["liability_above_the_claim"]
    assert answering.refused(fix, answering, 2, 1_000_000) == ["not_a_general_guarantee"]
