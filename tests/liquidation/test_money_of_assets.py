"""What an asset brings is in the books once: deposits, cash, receivables."""

import pytest

from court_app.errors import BadInput
from models.vocabulary import LedgerAccount
from tests.liquidation.playing import Liquidation
from tests.liquidation.selling import offered, sale
from tests.liquidation.test_estate_account import enter, standing


def booked(case: Liquidation) -> dict[str, int]:
    """The balances of the accounts that a deposit or cash touches, in yuan."""
    found = standing(case).balances
    names = ("BANK", "DEPOSITS", "NET", "PROCEEDS", "RECOVERIES")
    return {name: found[LedgerAccount(name)] // 100 for name in names if LedgerAccount(name) in found}


@pytest.mark.parametrize(("said", "bank"), [("7000", 7_000), ("0", 14_000), ("2000", 12_000)])
def test_a_deposit_that_was_entered_by_hand_is_kept_from_there_and_not_booked_again(
    met: Liquidation, said: str, bank: int
) -> None:
    serial = offered(met, reserve_fen="70000", deposit_fen="7000")
    enter(met, kind="DEPOSIT", amount_fen="7000")
    met.step("dispose_asset", **sale(serial, 90_000))

    unsaid = met.refused(met.move, "assets", serial, "sale_falls_through", reason="悔拍。")
    too_much = met.refused(
        met.move, "assets", serial, "sale_falls_through", reason="悔拍。", already_booked_fen="7000.01"
    )
    met.move("assets", serial, "sale_falls_through", reason="悔拍。", already_booked_fen=said)

    assert (unsaid, too_much) == (["may_be_booked_already"], ["more_than_was_booked"])
    left = 7_000 - int(said)
    assert booked(met) == {
        "BANK": bank,
        "PROCEEDS": -7_000,
        **({"DEPOSITS": -left} if left else {}),
    }


def test_without_a_deposit_on_the_account_nothing_is_asked_about_one(met: Liquidation) -> None:
    serial = offered(met, reserve_fen="70000", deposit_fen="7000")
    met.step("dispose_asset", **sale(serial, 90_000))

    never = met.refused(
        met.move, "assets", serial, "sale_falls_through", reason="悔拍。", already_booked_fen="1"
    )
    met.move("assets", serial, "sale_falls_through", reason="悔拍。")

    assert (never, booked(met)) == (["more_than_was_booked"], {"BANK": 7_000, "PROCEEDS": -7_000})


def test_a_deposit_that_becomes_part_of_the_price_is_moved_and_not_received_twice(met: Liquidation) -> None:
    serial = offered(met, reserve_fen="70000", deposit_fen="7000")
    enter(met, kind="DEPOSIT", amount_fen="7000")
    met.step("dispose_asset", **sale(serial, 90_000))

    unsaid = met.refused(met.move, "assets", serial, "receive_price", received_fen="90000")
    met.move("assets", serial, "receive_price", received_fen="90000", already_booked_fen="7000")

    assert unsaid == ["may_be_booked_already"]
    assert booked(met) == {"BANK": 90_000, "PROCEEDS": -90_000}


def test_cash_that_was_entered_when_it_was_taken_over_is_collected_from_there(met: Liquidation) -> None:
    enter(met, kind="OPENING", amount_fen="500")
    cash = met.begin("assets", "find_asset", kind="CASH", name="库存现金", book_fen="500")
    met.move("assets", cash, "take_over_asset")

    unsaid = met.refused(met.move, "assets", cash, "collect", received_fen="500")
    met.move("assets", cash, "collect", received_fen="500", already_booked_fen="500")

    assert unsaid == ["may_be_booked_already"]
    assert booked(met) == {"BANK": 500, "RECOVERIES": -500}


def test_cash_that_is_recorded_as_an_asset_is_not_entered_by_hand_too(met: Liquidation) -> None:
    cash = met.begin("assets", "find_asset", kind="CASH", name="库存现金", book_fen="500")
    met.move("assets", cash, "take_over_asset")
    met.move("assets", cash, "collect", received_fen="500")

    with pytest.raises(BadInput) as twice:
        enter(met, kind="OPENING", amount_fen="500")
    enter(met, kind="OPENING", amount_fen="80", other_money=True)

    assert list(twice.value.fields) == ["kind"]
    assert booked(met) == {"BANK": 580, "NET": -80, "RECOVERIES": -500}


def test_a_receivable_is_no_money_that_was_taken_over(met: Liquidation) -> None:
    enter(met, kind="OPENING", amount_fen="500")
    debt = met.begin("assets", "find_asset", kind="RECEIVABLE", name="应收货款", book_fen="500")
    met.move("assets", debt, "take_over_asset")

    codes = met.refused(met.move, "assets", debt, "collect", received_fen="500", already_booked_fen="500")
    met.move("assets", debt, "collect", received_fen="500")

    assert (codes, booked(met)) == (["not_booked_before"], {"BANK": 1_000, "NET": -500, "RECOVERIES": -500})


def test_one_payment_of_the_bank_is_entered_by_hand_once(met: Liquidation) -> None:
    serial = offered(met, reserve_fen="70000", deposit_fen="7000")
    met.step("dispose_asset", **sale(serial, 90_000))
    met.move("assets", serial, "receive_part", received_fen="7000", reference="LS77")

    with pytest.raises(BadInput) as again:
        enter(met, kind="DEPOSIT", amount_fen="7000", reference="LS77")
    enter(met, kind="DEPOSIT", amount_fen="7000.01", reference="LS77")
    enter(met, kind="DEPOSIT", amount_fen="7000", reference="LS78")

    assert list(again.value.fields) == ["reference"]
