"""Assets from discovery to money: burdens, rounds that fail, prices in parts, where proceeds go."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from court_app.errors import StaleVersion
from court_app.services.estate import estate_pool, estate_summary
from court_app.services.procedure import parts
from models import Asset, Case
from models.vocabulary import AssetKind, AssetState, ReceiptKind, RoundResult
from tests.liquidation.playing import CARRIED, REASON, Liquidation
from tests.liquidation.selling import appraised, brought, mortgaged, offered, sale


def known(case: Liquidation, serial: int, ask: Callable[[Asset], Any]) -> Any:
    """What is known of an asset and its rows."""
    with case.play.bench.reading() as session:
        return ask(session.query(Asset).filter_by(case_id=case.case, serial=serial).one())


def test_a_machine_that_nobody_bids_for_is_sold_in_the_second_round_at_its_reserve_price(
    met: Liquidation,
) -> None:
    serial = offered(met, reserve_fen="70000", deposit_fen="7000", platform="江澜拍卖网")
    below = met.refused(met.step, "dispose_asset", **sale(serial, 69_999))
    met.move("assets", serial, "round_fails")
    beside = met.refused(met.step, "dispose_asset", **sale(serial, 80_000))
    too_low = met.refused(met.move, "assets", serial, "open_round", method="AUCTION", reserve_fen="55999.99")

    met.move("assets", serial, "open_round", method="AUCTION", reserve_fen="56000")
    met.step("dispose_asset", **sale(serial, 56_000))

    assert (below, beside, too_low) == (["price_below_reserve"], ["no_round_open"], ["reserve_too_low"])
    assert known(met, serial, lambda a: [(r.position, r.result, r.price_fen) for r in a.rounds]) == [
        (1, RoundResult.NO_BID, None),
        (2, RoundResult.SOLD, 5_600_000),
    ]


def test_a_buyer_who_does_not_pay_loses_his_deposit_and_gets_the_rest_back(met: Liquidation) -> None:
    serial = offered(met, reserve_fen="70000", deposit_fen="7000")
    met.step("dispose_asset", **sale(serial, 90_000))
    met.move("assets", serial, "receive_part", received_fen="20000")
    met.move("assets", serial, "sale_falls_through", reason="逾期未付清价款。")
    met.move("assets", serial, "open_round", method="AUCTION", reserve_fen="56000")
    met.step("dispose_asset", **sale(serial, 60_000))

    met.move("assets", serial, "receive_price", received_fen="60000")

    assert known(met, serial, lambda a: [(r.kind, r.amount_fen) for r in a.receipts]) == [
        (ReceiptKind.PRICE, 2_000_000),
        (ReceiptKind.REFUND, -1_300_000),
        (ReceiptKind.PRICE, 6_000_000),
    ]
    assert known(met, serial, lambda a: (a.state, a.received_fen, a.proceeds_fen)) == (
        "PAID",
        6_700_000,
        6_000_000,
    )
    assert known(met, serial, lambda a: (a.rounds[0].result, a.rounds[0].forfeited_fen)) == (
        RoundResult.DEFAULTED,
        700_000,
    )


def test_a_deposit_that_only_the_platform_held_comes_in_when_it_is_kept(met: Liquidation) -> None:
    serial = offered(met, reserve_fen="70000", deposit_fen="7000")
    met.step("dispose_asset", **sale(serial, 90_000))

    met.move("assets", serial, "sale_falls_through", reason="悔拍。")

    assert known(met, serial, lambda a: [(r.kind, r.amount_fen) for r in a.receipts]) == [
        (ReceiptKind.DEPOSIT_KEPT, 700_000)
    ]
    assert known(met, serial, lambda a: (a.state, a.received_fen, a.price_fen, a.buyer)) == (
        "FOR_SALE",
        700_000,
        None,
        "",
    )


def test_a_price_comes_in_parts_and_the_sum_that_is_still_owed_is_told(met: Liquidation) -> None:
    serial = offered(met, reserve_fen="70000")
    met.step("dispose_asset", **sale(serial, 90_000))
    met.move("assets", serial, "receive_part", received_fen="40000.01", payer="代付人")
    wrong = met.refused(met.move, "assets", serial, "receive_price", received_fen="50000")
    too_much = met.refused(met.move, "assets", serial, "receive_part", received_fen="50000")

    met.move("assets", serial, "receive_price", received_fen="49999.99")
    met.move("assets", serial, "hand_over", title_reference="江澜不动产权第0001号")

    assert (wrong, too_much) == (["wrong_sum"], ["not_a_part"])
    assert known(met, serial, lambda a: (a.state, a.received_fen, a.title_reference)) == (
        "PAID",
        9_000_000,
        "江澜不动产权第0001号",
    )
    assert met.refused(met.move, "assets", serial, "hand_over") == ["already_handed_over"]


def test_no_round_begins_on_an_expired_appraisal_until_there_is_a_new_one(met: Liquidation) -> None:
    serial = appraised(met, 100_000)
    met.later(366)
    late = met.refused(met.move, "assets", serial, "offer", method="AUCTION", reserve_fen="70000")
    met.move("assets", serial, "appraise_again", appraiser="江澜评估事务所", appraised_fen="60000")

    met.move("assets", serial, "offer", method="AUCTION", reserve_fen="42000")

    assert late == ["appraisal_expired"]
    assert known(met, serial, lambda a: [(one.position, one.value_fen) for one in a.appraisals]) == [
        (1, 10_000_000),
        (2, 6_000_000),
    ]
    assert known(met, serial, lambda a: (a.appraised_fen, a.rounds[0].appraisal_position)) == (6_000_000, 2)


def test_after_auctions_came_to_nothing_a_resolution_leads_to_distribution_in_kind(met: Liquidation) -> None:
    serial = offered(met, reserve_fen="70000")
    met.move("assets", serial, "round_fails")
    in_kind = {"method": "IN_KIND", "reserve_fen": None}
    alone = met.refused(met.move, "assets", serial, "open_round", **in_kind)
    met.step("propose_realisation_plan", plan="流拍的设备作实物分配。")
    met.step("decide_realisation_plan", **CARRIED)

    met.move("assets", serial, "open_round", **in_kind, resolution_serial=1)
    met.step("dispose_asset", **sale(serial, 50_000))
    money = met.refused(met.move, "assets", serial, "receive_price", received_fen="50000")
    to_nobody = met.refused(met.move, "assets", serial, "distribute_in_kind")

    assert (alone, money, to_nobody) == (["not_by_auction"], ["no_money_comes"], ["nobody_s_share"])
    assert known(met, serial, lambda a: (a.state, a.received_fen, a.price_fen)) == (
        AssetState.SOLD.value,
        0,
        5_000_000,
    )


def test_a_seizure_is_lifted_by_acceptance_and_a_pledge_by_payment_up_to_the_value(met: Liquidation) -> None:
    met.hold_money(8000)
    serial = appraised(met, 100_000)
    burden = {"holder": "江澜市望川区人民法院", "since_on": "2026-01-05"}
    met.move("assets", serial, "record_encumbrance", kind="SEIZURE", **burden)
    met.move("assets", serial, "record_encumbrance", kind="PLEDGE", holder="某典当行", secured_fen="9000")
    redeemed = {"encumbrance": 2, "release": "PAID", "reason": "取回。", "value_fen": "8000"}

    met.move("assets", serial, "lift_encumbrance", encumbrance=1, release="ARTICLE_19", **REASON)
    above = met.refused(met.move, "assets", serial, "lift_encumbrance", **redeemed, redeemed_fen="8000.01")
    met.move("assets", serial, "lift_encumbrance", **redeemed, redeemed_fen="8000")

    assert above == ["redeemed_above_value"]
    assert known(met, serial, lambda a: [(one.position, one.stands) for one in a.encumbrances]) == [
        (1, False),
        (2, False),
    ]


def test_a_mortgage_is_met_from_the_net_proceeds_and_the_rest_of_it_is_ordinary(met: Liquidation) -> None:
    serial = met.begin("assets", "find_asset", kind="EQUIPMENT", name="设备")
    claim = mortgaged(met, 3_000_000, serial)
    met.move("assets", serial, "take_over_asset")
    met.move("assets", serial, "offer", method="AUCTION")
    met.step("dispose_asset", **sale(serial, 2_150_000))
    met.move("assets", serial, "record_cost", kind="AUCTION", amount_fen="60000")
    met.move("assets", serial, "record_cost", kind="TAX", amount_fen="50000")
    met.move("assets", serial, "strike_cost", cost=1, reason="误记。")
    expected = brought(met, serial)

    met.move("assets", serial, "receive_price", received_fen="2150000")
    found = brought(met, serial)

    assert (expected.expected, found.expected) == (True, False)
    assert (found.cost_fen, found.net_fen, found.surplus_fen) == (5_000_000, 210_000_000, 0)
    assert [(m.claim.serial, m.paid_fen, m.short_fen) for m in found.met] == [
        (claim, 210_000_000, 90_000_000)
    ]


def test_the_pool_of_the_worked_example_is_what_is_free_and_what_the_factory_left(met: Liquidation) -> None:
    for name, owed, price, cost in (
        ("厂房设备X", 6_500_000, "8200000", "120000"),
        ("机器Y", 3_000_000, "2150000", "50000"),
        ("其他财产", 0, "12345678.90", "0"),
    ):
        serial = met.begin("assets", "find_asset", kind="EQUIPMENT", name=name)
        met.move("assets", serial, "take_over_asset")
        met.move("assets", serial, "offer", method="AUCTION")
        met.step("dispose_asset", **{**sale(serial, 0), "price_fen": price})
        met.move("assets", serial, "receive_price", received_fen=price)
        if owed:
            mortgaged(met, owed, serial)
            met.move("assets", serial, "record_cost", kind="TAX", amount_fen=cost)

    with met.play.bench.reading() as session:
        case = session.get_one(Case, met.case)
        found = estate_pool.pool_of(session, case)

    assert [(row.proceeds.surplus_fen, row.proceeds.short_fen) for row in found.rows] == [
        (158_000_000, 0),
        (0, 90_000_000),
    ]
    assert (found.free_fen, found.surplus_fen) == (1_234_567_890, 158_000_000)
    assert found.pool_fen == 1_392_567_890


def test_a_claim_secured_on_two_assets_is_met_from_the_first_sold_then_from_the_second(
    met: Liquidation,
) -> None:
    one, other = (met.begin("assets", "find_asset", kind="EQUIPMENT", name=n) for n in ("甲", "乙"))
    mortgaged(met, 1000, one, other)
    for serial, price in ((other, 700), (one, 600)):
        met.move("assets", serial, "take_over_asset")
        met.move("assets", serial, "offer", method="AUCTION")
        met.step("dispose_asset", **sale(serial, price))
        met.move("assets", serial, "receive_price", received_fen=str(price))
        met.later(1)

    first, second = brought(met, other), brought(met, one)

    assert (first.met[0].paid_fen, first.short_fen) == (70_000, 30_000)
    assert (second.met[0].paid_fen, second.short_fen, second.surplus_fen) == (30_000, 0, 30_000)


def test_a_claim_secured_on_many_assets_is_reckoned_once_for_each(met: Liquidation) -> None:
    names = [f"{number}号机床" for number in range(1, 26)]
    serials = [met.begin("assets", "find_asset", kind="EQUIPMENT", name=name) for name in names]
    mortgaged(met, 1000, *serials)
    for serial in serials:
        met.move("assets", serial, "take_over_asset")
        met.move("assets", serial, "offer", method="AUCTION")
        met.step("dispose_asset", **sale(serial, 45))

    last = brought(met, serials[-1])

    assert last.met[0].claim.met_fen == 100_000, "twenty-two in full and ten yuan of the twenty-third"
    assert (last.met[0].paid_fen, last.surplus_fen) == (0, 4500)


def test_what_is_retrieved_while_it_is_offered_leaves_no_round_open(met: Liquidation) -> None:
    serial = offered(met, reserve_fen="70000")

    met.move("assets", serial, "release", reason="权利人取回。")

    assert known(met, serial, lambda a: (a.state, a.rounds[0].result)) == ("RELEASED", RoundResult.WITHDRAWN)


def test_a_creditor_who_waives_his_mortgage_gets_nothing_of_the_asset_first(met: Liquidation) -> None:
    serial = met.begin("assets", "find_asset", kind="EQUIPMENT", name="设备")
    mortgaged(met, 1000, serial)
    met.move("assets", serial, "lift_encumbrance", encumbrance=1, release="WAIVED", **REASON)
    met.move("assets", serial, "take_over_asset")
    met.move("assets", serial, "offer", method="AUCTION")
    met.step("dispose_asset", **sale(serial, 700))

    found = brought(met, serial)

    assert (found.met, found.surplus_fen) == ((), 70_000)


def test_receivables_are_collected_in_parts(met: Liquidation) -> None:
    serial = met.begin("assets", "find_asset", kind="RECEIVABLE", name="应收货款", book_fen="1000")
    met.move("assets", serial, "take_over_asset")
    met.move("assets", serial, "collect_part", received_fen="400", payer="某客户")

    met.move("assets", serial, "collect", received_fen="350")

    assert known(met, serial, lambda a: (a.state, a.received_fen, len(a.receipts))) == ("PAID", 75_000, 2)


def test_whoever_saw_the_asset_before_a_row_was_added_does_not_write_over_it(met: Liquidation) -> None:
    serial = appraised(met, 1000)
    seen = known(met, serial, lambda a: a.version)
    met.move("assets", serial, "record_encumbrance", kind="LEASE", holder="某承租人")

    def record_a_cost() -> None:
        with met.play.bench.writing() as session, session.begin():
            occasion, data = met.play.occasion(session, "heqieyu"), {"kind": "TAX", "amount_fen": "10"}
            parts.take_step(occasion, met.case, "assets", serial, "record_cost", data, version=seen)

    with pytest.raises(StaleVersion):
        record_a_cost()
    assert known(met, serial, lambda a: (len(a.encumbrances), len(a.costs))) == (1, 0)


def test_the_summary_of_the_estate_adds_up_by_kind_and_by_state(met: Liquidation) -> None:
    kept, given_back = appraised(met, 1000, book_fen="1500"), appraised(met, 500, book_fen="700")
    met.move("assets", given_back, "release", **REASON)
    met.move("assets", kept, "record_encumbrance", kind="MORTGAGE", holder="某银行")

    with met.play.bench.reading() as session:
        case = session.get_one(Case, met.case)
        found = estate_summary.summary(met.play.occasion(session, "heqieyu"), case)

    own = next(group for group in found.kinds if group.word == AssetKind.EQUIPMENT)
    assert (own.burdened, own.sums["book_fen"] - found.sums["book_fen"]) == (1, 0)
    assert found.count == sum(g.count for g in found.states if g.word != AssetState.RELEASED)
    assert sum(group.sums["appraised_fen"] for group in found.kinds) == found.sums["appraised_fen"]


def burden(case: Liquidation, serial: int, claim: int | None, **more: Any) -> list[str]:
    """Why a mortgage is not recorded; nothing if it is."""
    told = {"kind": "MORTGAGE", "holder": "江澜银行", "claim_serial": claim, **more}
    return case.refused(case.move, "assets", serial, "record_encumbrance", **told)


def test_a_security_is_not_tied_to_an_ordinary_claim(met: Liquidation) -> None:
    serial = appraised(met, 100_000)
    own = str(met.part("claims", 1).party.name)
    unreviewed = met.file("江澜银行", 5_000)
    withdrawn = met.file("江澜银行", 5_000, claim_class="SEC", security="抵押")
    met.move("claims", withdrawn, "withdraw_claim", **REASON)

    assert burden(met, serial, 1) == ["claim_of_another"]
    assert burden(met, serial, 1, holder=own) == ["claim_is_not_secured"]
    assert burden(met, serial, withdrawn) == ["claim_withdrawn"]
    assert burden(met, serial, unreviewed) == []


def test_a_burden_does_not_begin_in_the_future(met: Liquidation) -> None:
    serial = appraised(met, 100_000)
    today, tomorrow = met.play.day, met.play.day + timedelta(days=1)

    assert burden(met, serial, None, since_on=tomorrow.isoformat()) == ["since_in_the_future"]
    assert burden(met, serial, None, since_on=today.isoformat()) == []
