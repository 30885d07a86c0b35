"""Remuneration for collateral, which its creditor bears, and instalments out of the estate."""

import pytest

from court_app.services.estate import estate_account
from models import Case
from models.vocabulary import LedgerAccount
from tests.liquidation.playing import JUDGE, REASON, Liquidation
from tests.liquidation.remunerating import asked_in, planned_in, secured_in


def test_what_a_secured_creditor_agrees_to_has_no_cap(met: Liquidation) -> None:
    asset, claim = secured_in(met)

    serial = met.begin(
        "collateral_fees",
        "agree_collateral_fee",
        asset_serial=asset,
        claim_serial=claim,
        work="维护、变现。",
        amount_fen="900000.00",
    )
    met.move("collateral_fees", serial, "collect_collateral_fee")

    assert met.part("collateral_fees", serial).state == "COLLECTED"


@pytest.mark.parametrize(
    ("value", "claim_yuan", "amount", "codes"),
    [
        ("8080000.00", "6500000.00", "64000.00", []),
        ("8080000.00", "6500000.00", "64000.01", ["above_collateral_cap"]),
        ("2100000.00", "3000000.00", "23000.00", []),
        ("2100000.00", "3000000.00", "23000.01", ["above_collateral_cap"]),
    ],
)
def test_the_court_fixes_for_a_collateral_at_most_a_tenth(
    met: Liquidation, value: str, claim_yuan: str, amount: str, codes: list[str]
) -> None:
    asset, claim = secured_in(met)
    of = {"asset_serial": asset, "claim_serial": claim, "work": "维护、变现。"}
    serial = met.begin("collateral_fees", "ask_collateral_fee", **of)
    fixed = {"value_fen": value, "claim_fen": claim_yuan, "amount_fen": amount, **REASON}

    assert met.refused(met.move, "collateral_fees", serial, "fix_collateral_fee", JUDGE, **fixed) == codes


def test_a_creditor_without_security_pays_nothing_for_a_collateral(met: Liquidation) -> None:
    asset, _ = secured_in(met)
    of = {"asset_serial": asset, "claim_serial": 1, "work": "变现。"}

    assert met.refused(met.begin, "collateral_fees", "ask_collateral_fee", **of) == ["claim_not_secured"]


def test_an_instalment_is_paid_out_of_the_estate_and_not_beyond_what_is_in_the_bank(met: Liquidation) -> None:
    planned_in(met)
    serial = asked_in(met, "300000.00")
    met.move("instalments", serial, "allow_payment", JUDGE, allowed_fen="300000.00", **REASON)

    refused = met.refused(met.move, "instalments", serial, "pay_instalment")
    met.hold_money(300_000)
    met.move("instalments", serial, "pay_instalment")

    with met.play.bench.reading() as session:
        estate = estate_account.standing(session, session.get_one(Case, met.case))
    assert refused == ["fee_is_not_there"]
    assert estate.on_hand() == 0
    assert estate.balances[LedgerAccount.EXP_REMUNERATION] == 30_000_000


def test_a_claim_is_charged_for_the_second_asset_that_is_mortgaged_for_it(met: Liquidation) -> None:
    _, claim = secured_in(met)
    second = met.begin("assets", "find_asset", kind="EQUIPMENT", name="龙门铣床")
    of = {"asset_serial": second, "claim_serial": claim, "work": "变现。", "amount_fen": "1000.00"}
    before = met.refused(met.begin, "collateral_fees", "agree_collateral_fee", **of)

    mortgage = {"kind": "MORTGAGE", "holder": "江澜银行", "claim_serial": claim}
    met.move("assets", second, "record_encumbrance", **mortgage)

    assert before == ["claim_not_secured"]
    assert met.refused(met.begin, "collateral_fees", "agree_collateral_fee", **of) == []
