"""What the sale of another's property has brought: claimed, held, handed over, lost (I2-31, 32)."""

from datetime import timedelta

import pytest

from models.vocabulary import LedgerAccount
from tests.liquidation.playing import JUDGE, REASON, Liquidation, today
from tests.liquidation.retrieving import (
    At,
    brought,
    perished,
    proceeds_claimed,
)
from tests.liquidation.selling import mortgaged
from tests.liquidation.test_estate_account import balance, enter
from tests.liquidation.test_reserves import estate
from tests.liquidation.test_retrievals import ACCEPTED, claimed

A = LedgerAccount


@pytest.fixture
def case(at_on_sqlite: At) -> Liquidation:
    """The first meeting was held; there is no money."""
    return at_on_sqlite("met")


def test_proceeds_that_an_owner_claims_are_held_for_him_and_neither_spent_nor_distributed(
    case: Liquidation,
) -> None:
    goods = perished(case)
    enter(case, kind="INTEREST", amount_fen="100")
    before = estate(case)

    serial = proceeds_claimed(case, goods)

    now = estate(case)
    assert (before.distributable_fen, now.distributable_fen, now.spendable_fen) == (810_000, 10_000, 10_000)
    assert (now.on_hand(), now.owed(A.HELD_FOR_OWNERS)) == (810_000, 800_000)
    assert [str(line) for line in now.working()][1] == "减：代管权利人主张的变价款8,000.00元。"
    assert brought(case, goods) == (0, [("PRICE", 800_000), ("SET_APART", -800_000)])
    assert case.part("retrievals", serial).apart_fen == 800_000


def test_an_owner_is_given_the_proceeds_less_the_costs_that_he_owes(case: Liquidation) -> None:
    serial = proceeds_claimed(case, perished(case))
    case.move("retrievals", serial, "accept_retrieval", costs_fen="500", **ACCEPTED)
    given = {"received_by": "钱经理", "reference": "LS9"}

    unpaid = case.refused(case.move, "retrievals", serial, "hand_over", **given)
    case.move("retrievals", serial, "hand_over", costs_withheld=True, **given)

    retrieval = case.part("retrievals", serial)
    assert unpaid == ["costs_not_paid"]
    assert (retrieval.state, retrieval.proceeds_given_fen, retrieval.apart_fen, retrieval.costs_paid_fen) == (
        "HANDED_OVER",
        750_000,
        0,
        50_000,
    )
    assert [balance(case, one) for one in (A.BANK, A.PROCEEDS, A.HELD_FOR_OWNERS, A.OWNERS_COSTS)] == [
        500,
        0,
        0,
        -500,
    ]


def test_proceeds_that_the_bank_sends_back_are_held_again_and_given_once_more(case: Liquidation) -> None:
    serial = proceeds_claimed(case, perished(case))
    case.move("retrievals", serial, "accept_retrieval", **ACCEPTED)
    case.move("retrievals", serial, "hand_over", received_by="钱经理")

    case.move("retrievals", serial, "take_proceeds_back", **REASON)

    assert (case.part("retrievals", serial).state, estate(case).owed(A.HELD_FOR_OWNERS)) == (
        "ACCEPTED",
        800_000,
    )
    case.move("retrievals", serial, "hand_over", received_by="钱经理")
    assert (balance(case, A.BANK), balance(case, A.HELD_FOR_OWNERS)) == (0, 0)


@pytest.mark.parametrize("ending", ["withdrawn", "lost suit"])
def test_proceeds_that_are_not_retrieved_belong_to_the_estate_again(case: Liquidation, ending: str) -> None:
    goods = perished(case)
    serial = proceeds_claimed(case, goods)
    if ending == "withdrawn":
        case.move("retrievals", serial, "withdraw_retrieval", **REASON)
    else:
        case.move("retrievals", serial, "refuse_retrieval", **REASON)
        case.move("retrievals", serial, "sue_for_retrieval", forum="本院")
        held = estate(case).owed(A.HELD_FOR_OWNERS)
        case.move("retrievals", serial, "dismiss_retrieval", **REASON)
        assert held == 800_000

    assert (estate(case).distributable_fen, brought(case, goods)[0]) == (800_000, 800_000)


def test_a_refused_owner_who_does_not_sue_keeps_no_money_back_once_the_judge_says_so(
    case: Liquidation,
) -> None:
    serial = proceeds_claimed(case, perished(case))
    case.move("retrievals", serial, "refuse_retrieval", **REASON)
    held = estate(case).distributable_fen

    case.move("retrievals", serial, "let_go_of_proceeds", JUDGE, **REASON)
    free = estate(case).distributable_fen
    case.move("retrievals", serial, "sue_for_retrieval", forum="本院")

    assert (held, free, estate(case).distributable_fen) == (0, 800_000, 0)


def test_only_what_his_thing_was_worth_is_held_of_proceeds_for_several(case: Liquidation) -> None:
    goods = perished(case)

    proceeds_claimed(case, goods, value_fen="3000")

    assert (estate(case).owed(A.HELD_FOR_OWNERS), estate(case).distributable_fen) == (300_000, 500_000)


def test_proceeds_that_were_mixed_with_the_estate_are_no_object_of_retrieval(case: Liquidation) -> None:
    serial = proceeds_claimed(case, perished(case), kept_apart=False)

    codes = case.refused(case.move, "retrievals", serial, "accept_retrieval", **ACCEPTED)

    assert (codes, estate(case).owed(A.HELD_FOR_OWNERS)) == (["proceeds_are_mixed"], 0)


def test_proceeds_that_were_distributed_are_gone_and_the_owner_has_a_debt_of_common_benefit(
    at_on_sqlite: At,
) -> None:
    case = at_on_sqlite("planned")
    case.step("distribute", pool_fen="750000", announced_on=today(case))
    serial = proceeds_claimed(case, 1)
    sold_on = case.part("assets", 1).sold_on

    codes = case.refused(case.move, "retrievals", serial, "accept_retrieval", **ACCEPTED)
    lost = {"loss": "GOOD_FAITH", "loss_fen": "750000", **REASON}
    day_before = (sold_on - timedelta(days=1)).isoformat()
    wrong_day = case.refused(case.move, "retrievals", serial, "turn_into_claim", lost_on=day_before, **lost)
    case.move("retrievals", serial, "turn_into_claim", lost_on=sold_on.isoformat(), **lost)

    debt = case.part("spendings", 1)
    assert (codes, wrong_day) == (["proceeds_are_gone"], ["sold_on_another_day"])
    assert case.part("retrievals", serial).loss_class.value == "CBD"
    assert (debt.state, debt.amount_fen) == ("REQUESTED", 75_000_000)


def test_a_thing_that_was_sold_is_claimed_as_its_proceeds(case: Liquidation) -> None:
    goods = perished(case)
    serial = claimed(case, asset_serial=goods)

    as_thing = case.refused(case.move, "retrievals", serial, "accept_retrieval", **ACCEPTED)
    mixed = case.refused(case.move, "retrievals", serial, "claim_proceeds", kept_apart=False, **REASON)
    case.move("retrievals", serial, "claim_proceeds", kept_apart=True, **REASON)

    assert (as_thing, mixed) == (["property_is_sold"], ["proceeds_are_mixed"])
    assert (case.part("retrievals", serial).ground.value, estate(case).owed(A.HELD_FOR_OWNERS)) == (
        "PROCEEDS",
        800_000,
    )


def test_proceeds_held_for_an_owner_are_not_due_to_a_creditor_with_a_mortgage_too(case: Liquidation) -> None:
    goods = case.begin("assets", "find_asset", kind="EQUIPMENT", name="冷藏货物")
    case.move("assets", goods, "take_over_asset")
    mortgaged(case, 5_000, goods)
    case.move("assets", goods, "offer", method="AUCTION")
    case.step("dispose_asset", asset_serial=goods, buyer="江澜正通机电有限公司", price_fen="8000")
    case.move("assets", goods, "receive_price", received_fen="8000")
    before = estate(case).secured_fen

    proceeds_claimed(case, goods)

    now = estate(case)
    assert (before, now.secured_fen, now.owed(A.HELD_FOR_OWNERS)) == (500_000, 0, 800_000)
    assert now.distributable_fen == 0
