"""Owners retrieve their property: what it does to the estate, and what they get where it is gone."""

from datetime import timedelta
from typing import Any

import pytest

from models.vocabulary import LedgerAccount
from tests.liquidation.playing import JUDGE, REASON, Liquidation, today
from tests.liquidation.test_estate_account import balance, enter

CLAIMED: dict[str, Any] = {
    "owner": "望川机电租赁有限公司",
    "ground": "GENERAL",
    "claimed_property": "租赁的注塑机两台。",
    "title_basis": "租赁合同、设备铭牌。",
}
RESERVED: dict[str, Any] = {**CLAIMED, "ground": "RETENTION", "price_fen": "100000"}
A = LedgerAccount
ACCEPTED = {"opinion": "权属清楚。"}


def asset(case: Liquidation) -> int:
    """A machine that was taken over and recorded as the debtor's; returns its number."""
    serial = case.begin("assets", "find_asset", kind="EQUIPMENT", name="注塑机两台")
    case.move("assets", serial, "take_over_asset")
    return serial


def claimed(case: Liquidation, **more: Any) -> int:
    """Property is claimed; returns the number of the retrieval."""
    return case.begin("retrievals", "claim_retrieval", **{**CLAIMED, **more})


def paid_out(case: Liquidation, serial: int, yuan: str) -> None:
    """A spending is approved and paid."""
    case.move("spendings", serial, "approve_spending", JUDGE, approved_fen=yuan)
    case.move("spendings", serial, "pay_spending", paid_fen=yuan)


def test_property_that_is_handed_over_leaves_the_estate_on_that_day(met: Liquidation) -> None:
    machine = asset(met)
    serial = claimed(met, asset_serial=machine)
    met.move("retrievals", serial, "accept_retrieval", costs_fen="3000", **ACCEPTED)

    unpaid = met.refused(
        met.move, "retrievals", serial, "hand_over", received_by="钱经理", costs_paid_fen="2999.99"
    )
    before = met.part("assets", machine).state
    met.move("retrievals", serial, "hand_over", received_by="钱经理", costs_paid_fen="3000")

    retrieval = met.part("retrievals", serial)
    assert (unpaid, before) == (["costs_not_paid"], "TAKEN_OVER")
    assert (retrieval.state, retrieval.handed_over_on) == ("HANDED_OVER", met.play.day)
    assert met.part("assets", machine).state == "RELEASED"


def test_a_refused_owner_sues_the_debtor_and_gets_his_property_by_judgment(met: Liquidation) -> None:
    machine = asset(met)
    serial = claimed(met, asset_serial=machine)
    met.move("retrievals", serial, "refuse_retrieval", **REASON)
    met.move("retrievals", serial, "sue_for_retrieval", forum="本院")
    met.move("retrievals", serial, "grant_retrieval", reference="（2026）豫97民初9号民事判决书")

    met.move("retrievals", serial, "hand_over", received_by="钱经理")

    assert met.part("assets", machine).state == "RELEASED"


def test_an_owner_who_loses_his_suit_leaves_the_estate_as_it_is(met: Liquidation) -> None:
    machine = asset(met)
    serial = claimed(met, asset_serial=machine)
    met.move("retrievals", serial, "refuse_retrieval", **REASON)
    met.move("retrievals", serial, "sue_for_retrieval", forum="本院")

    met.move("retrievals", serial, "dismiss_retrieval", **REASON)

    assert met.part("retrievals", serial).state == "DISMISSED"
    assert met.part("assets", machine).state == "TAKEN_OVER"


@pytest.mark.parametrize(("paid", "codes"), [("74999.99", []), ("75000", ["three_quarters_paid"])])
def test_the_seller_under_retention_of_title_comes_too_late_at_three_quarters(
    met: Liquidation, paid: str, codes: list[str]
) -> None:
    serial = claimed(met, **{**RESERVED, "paid_fen": paid, "contract": "CONTINUED", "breached": True})

    assert met.refused(met.move, "retrievals", serial, "accept_retrieval", **ACCEPTED) == codes


def test_every_reason_against_a_retrieval_is_told_at_once(met: Liquidation) -> None:
    serial = claimed(
        met, **{**RESERVED, "paid_fen": "75000", "contract": "CONTINUED", "third_party_good_faith": True}
    )

    assert met.refused(met.move, "retrievals", serial, "accept_retrieval", **ACCEPTED) == [
        "contract_kept",
        "three_quarters_paid",
        "third_party_owns_it",
    ]


def test_a_rescinded_sale_is_undone_with_its_working(met: Liquidation) -> None:
    serial = claimed(met, **{**RESERVED, "paid_fen": "30000", "contract": "RESCINDED"})

    met.move("retrievals", serial, "accept_retrieval", value_loss_fen="50000", **ACCEPTED)

    retrieval = met.part("retrievals", serial)
    assert (retrieval.refund_fen, retrieval.loss_fen, retrieval.loss_class.value) == (0, 2_000_000, "CBD")
    assert len(retrieval.working) == 3


def test_goods_in_transit_are_kept_by_paying_the_whole_price(met: Liquidation) -> None:
    transit = {**CLAIMED, "ground": "IN_TRANSIT", "price_fen": "1000", "asserted_before_arrival": True}
    serial = claimed(met, **transit, paid_fen="400")

    enter(met, kind="INTEREST", amount_fen="600")
    met.move("retrievals", serial, "keep_goods", reported_on=today(met))
    early = met.refused(met.move, "retrievals", serial, "demand_goods")
    paid_out(met, 1, "600")

    met.move("retrievals", serial, "demand_goods")

    retrieval = met.part("retrievals", serial)
    assert early == ["price_not_paid"]
    assert (retrieval.state, retrieval.paid_fen) == ("KEPT", 100_000)
    assert (met.part("spendings", 1).kind.value, balance(met, A.CBD_CONTRACT)) == ("CBD_CONTRACT", 600)


def test_during_reorganization_a_lessor_waits_for_what_was_agreed(at: Any) -> None:
    case: Liquidation = at("reorganised")
    waiting, agreed = claimed(case), claimed(case, conditions_met=True)

    refusals = [
        case.refused(case.move, "retrievals", serial, "accept_retrieval", **ACCEPTED)
        for serial in (waiting, agreed)
    ]

    assert refusals == [["agreed_conditions_not_met"], []]


def test_who_lost_his_property_before_the_acceptance_files_an_ordinary_claim(met: Liquidation) -> None:
    serial = claimed(met)
    lost = {"loss": "GOOD_FAITH", "lost_on": "2026-01-10", "loss_fen": "56000", **REASON}

    met.move("retrievals", serial, "turn_into_claim", **lost)

    retrieval = met.part("retrievals", serial)
    claim = met.part("claims", retrieval.flags["claim"])
    assert (retrieval.state, retrieval.loss_class.value) == ("LOST", "ORD")
    assert (claim.party.name, claim.filed_fen, claim.claim_class.value, claim.state) == (
        CLAIMED["owner"],
        5_600_000,
        "ORD",
        "FILED",
    )


def test_what_the_administrator_lost_is_a_debt_of_common_benefit_and_no_claim_to_be_filed(
    met: Liquidation,
) -> None:
    serial = claimed(met)
    lost = {"loss": "DESTROYED", "lost_on": (met.play.day - timedelta(days=1)).isoformat(), **REASON}

    met.move("retrievals", serial, "turn_into_claim", loss_fen="56000", by_administration=True, **lost)

    retrieval = met.part("retrievals", serial)
    assert retrieval.loss_class.value == "CBD"
    assert "claim" not in retrieval.flags


def test_who_claims_after_the_realisation_plan_was_proposed_is_late(declared: Liquidation) -> None:
    early = claimed(declared)
    declared.step("propose_realisation_plan", plan="网络司法拍卖。")

    late = claimed(declared)

    costs = {"delay_costs_fen": "500", **ACCEPTED}
    assert declared.refused(declared.move, "retrievals", early, "accept_retrieval", **costs) == ["not_late"]
    assert declared.refused(declared.move, "retrievals", late, "accept_retrieval", **costs) == []
