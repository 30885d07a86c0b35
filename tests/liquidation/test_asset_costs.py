"""Costs of assets and the spendings that pay them: each counted once, kept back until it is paid."""

from collections.abc import Callable
from typing import Any

import pytest

from court_app.services.estate import estate_book
from court_app.services.procedure.contents import CaseContents
from models import Asset, Case
from models.vocabulary import LedgerAccount
from tests.liquidation.playing import CLERK, JUDGE, REASON, Liquidation
from tests.liquidation.selling import brought
from tests.liquidation.test_collateral import burdened, confirmed, drafted, found, paid_for, sold
from tests.liquidation.test_estate_account import balance
from tests.liquidation.test_spendings import ASKED
from workflows.calculations.asset_costs import counted_fen
from workflows.calculations.bookkeeping import Standing
from workflows.calculations.shortage import Cover

At = Callable[[str], Liquidation]
A = LedgerAccount
COST = {"kind": "AUCTION", "amount_fen": "120000", "payee": "江澜网络拍卖平台"}


@pytest.fixture
def declared(at: At) -> Liquidation:
    """A case in which the debtor was declared bankrupt; there is no money yet."""
    return at("declared")


@pytest.fixture
def sale(declared: Liquidation) -> Liquidation:
    """Factory X of section 8 is the first asset, sold and paid for with 8,200,000 yuan."""
    paid_for(declared, "厂房X", "8200000")
    return declared


def estate(case: Liquidation) -> Standing:
    """What the estate has, with what is kept back."""
    with case.play.bench.reading() as session:
        return CaseContents(session, session.get_one(Case, case.case)).estate()


def article_43(case: Liquidation) -> Cover:
    """What is there against what is not paid."""
    with case.play.bench.reading() as session:
        occasion = case.play.occasion(session, CLERK)
        return estate_book.article_43(occasion, session.get_one(Case, case.case))


def record(case: Liquidation, asset: int = 1, **more: Any) -> None:
    """A cost is recorded on an asset."""
    case.move("assets", asset, "record_cost", **{**COST, **more})


def ask(case: Liquidation, yuan: str = "120000", asset: int | None = 1, **more: Any) -> int:
    """A spending is asked for; returns its number."""
    return case.begin(
        "spendings",
        "request_spending",
        **{**ASKED, "amount_fen": yuan, "asset_serial": asset, **more},
    )


def approve(case: Liquidation, serial: int, yuan: str) -> None:
    """The judge approves it."""
    case.move("spendings", serial, "approve_spending", JUDGE, approved_fen=yuan)


def pay(case: Liquidation, serial: int, yuan: str) -> None:
    """It is paid."""
    case.move("spendings", serial, "pay_spending", paid_fen=yuan)


def costs(case: Liquidation, asset: int = 1) -> tuple[int, list[int]]:
    """What realising an asset cost in all, and what each of its costs counts for, in yuan."""
    with case.play.bench.reading() as session:
        one = session.query(Asset).filter_by(case_id=case.case, serial=asset).one()
        return one.realisation_cost_fen // 100, [counted_fen(cost) // 100 for cost in one.costs]


def cost_lines(case: Liquidation, asset: int = 1) -> list[str]:
    """What the working of the proceeds says of costs."""
    said = [str(line) for line in brought(case, asset).working]
    return [line for line in said if line.startswith("费用第")]


def test_a_cost_that_is_not_paid_is_kept_back_and_is_an_expense_outstanding(sale: Liquidation) -> None:
    record(sale)

    now, cover = estate(sale), article_43(sale)

    assert (now.costs_fen, now.spendable_fen, now.distributable_fen) == (120_000_00, 808_000_000, 808_000_000)
    assert (cover.expenses_fen, cover.recorded_fen) == (120_000_00, 120_000_00)
    assert "其中已登记、尚无支出的财产费用120,000.00元。" in [str(line) for line in cover.working()]
    assert cost_lines(sale) == ["费用第1项：拍卖佣金、平台服务费120,000.00元，尚无支出，待付。"]


def test_a_cost_counts_once_from_the_request_to_the_money(sale: Liquidation) -> None:
    record(sale)
    serial = ask(sale, cost=1)
    asked = estate(sale), article_43(sale).expenses_fen, costs(sale)
    approve(sale, serial, "120000")
    agreed = estate(sale), article_43(sale).expenses_fen, costs(sale)

    pay(sale, serial, "120000")

    paid = estate(sale), article_43(sale).expenses_fen, costs(sale)
    assert [one.distributable_fen for one, *_ in (asked, agreed, paid)] == [808_000_000] * 3
    assert [one.costs_fen for one, *_ in (asked, agreed, paid)] == [12_000_000, 0, 0]
    assert [fen for _, fen, _ in (asked, agreed, paid)] == [12_000_000, 12_000_000, 0]
    assert [of_asset for *_, of_asset in (asked, agreed, paid)] == [(120_000, [120_000])] * 3
    assert cost_lines(sale) == ["费用第1项：拍卖佣金、平台服务费120,000.00元，第1号支出（已支付）。"]
    assert balance(sale, A.BANK) == 8_080_000


def test_a_spending_that_names_an_asset_is_a_cost_of_it_at_once(sale: Liquidation) -> None:
    serial = ask(sale, cost_kind="CUSTODY")

    assert costs(sale) == (120_000, [120_000])
    assert estate(sale).costs_fen == 12_000_000
    assert article_43(sale).expenses_fen == 12_000_000
    assert cost_lines(sale) == ["费用第1项：保管、运输费120,000.00元，第1号支出（待批准）。"]
    assert sale.part("spendings", serial).state == "REQUESTED"


def test_all_the_money_can_be_approved_for_the_cost_it_is_kept_back_for(sale: Liquidation) -> None:
    record(sale, amount_fen="8200000")
    serial = ask(sale, "8200000", cost=1)
    other = ask(sale, "0.01", asset=None)

    refused = sale.refused(sale.move, "spendings", other, "approve_spending", JUDGE, approved_fen="0.01")

    assert refused == ["money_is_not_there"]
    approve(sale, serial, "8200000")
    assert estate(sale).spendable_fen == 0


def test_a_small_expense_that_is_spent_at_once_pays_the_cost_it_names(sale: Liquidation) -> None:
    record(sale, amount_fen="5000")

    act = {**ASKED, "amount_fen": "5000", "asset_serial": 1, "cost": 1}
    sale.begin("spendings", "spend_directly", **act)

    assert (estate(sale).costs_fen, costs(sale)) == (0, (5_000, [5_000]))
    assert balance(sale, A.EXP_ESTATE) == 5_000


def test_a_cost_for_which_less_was_approved_or_paid_counts_for_so_much(sale: Liquidation) -> None:
    serial = ask(sale, cost_kind="CUSTODY")
    approve(sale, serial, "100000")
    approved = costs(sale)

    pay(sale, serial, "90000")

    assert (approved, costs(sale)) == ((100_000, [100_000]), (90_000, [90_000]))
    said = "费用第1项：保管、运输费90,000.00元，登记120,000.00元，第1号支出（已支付）。"
    assert cost_lines(sale) == [said]
    assert brought(sale, 1).net_fen == 811_000_000


def test_one_bill_for_two_assets_is_shared_and_what_was_paid_for_less_is_shared_too(
    sale: Liquidation,
) -> None:
    paid_for(sale, "机器Y", "2150000")
    serial = ask(sale, "30000", asset=None)
    record(sale, 1, amount_fen="20000", spending_serial=serial)
    record(sale, 2, amount_fen="10000", spending_serial=serial)
    approve(sale, serial, "30000")

    pay(sale, serial, "10000.01")

    assert [costs(sale, asset)[0] for asset in (1, 2)] == [6_666, 3_333]
    with sale.play.bench.reading() as session:
        rows = session.query(Asset).filter_by(case_id=sale.case).order_by(Asset.serial)
        assert [one.realisation_cost_fen for one in rows] == [666_667, 333_334]


@pytest.mark.parametrize(("yuan", "codes"), [("10000", []), ("10000.01", ["more_than_the_spending"])])
def test_the_costs_of_a_spending_are_together_no_more_than_it(
    sale: Liquidation, yuan: str, codes: list[str]
) -> None:
    serial = ask(sale, "30000", asset=None)
    record(sale, amount_fen="20000", spending_serial=serial)

    more = {**COST, "amount_fen": yuan, "spending_serial": serial}

    assert sale.refused(sale.move, "assets", 1, "record_cost", **more) == codes


def test_a_request_that_is_refused_takes_the_cost_with_it_that_came_with_it(sale: Liquidation) -> None:
    serial = ask(sale, cost_kind="CUSTODY")

    sale.move("spendings", serial, "refuse_spending", JUDGE, **REASON)

    assert (costs(sale), estate(sale).costs_fen) == ((0, [0]), 0)
    assert cost_lines(sale) == []


@pytest.mark.parametrize("fate", ["refused", "dropped", "returned"])
def test_a_cost_that_was_recorded_before_is_open_again_when_its_spending_falls_away(
    sale: Liquidation, fate: str
) -> None:
    record(sale)
    serial = ask(sale, cost=1)
    if fate == "refused":
        sale.move("spendings", serial, "refuse_spending", JUDGE, **REASON)
    elif fate == "dropped":
        sale.move("spendings", serial, "drop_spending", **REASON)
    else:
        approve(sale, serial, "120000")
        pay(sale, serial, "120000")
        sale.move("spendings", serial, "return_spending", returned_fen="120000", **REASON)

    assert (costs(sale), estate(sale).costs_fen) == ((120_000, [120_000]), 12_000_000)
    assert article_43(sale).expenses_fen == 12_000_000
    again = ask(sale, cost=1)
    assert cost_lines(sale) == [f"费用第1项：拍卖佣金、平台服务费120,000.00元，第{again}号支出（待批准）。"]


def test_a_cost_is_paid_by_one_spending_and_by_no_other(sale: Liquidation) -> None:
    record(sale)
    ask(sale, cost=1)
    other = ask(sale, asset=None)

    twice = sale.refused(ask, sale, cost=1)
    tied = sale.refused(sale.move, "assets", 1, "tie_cost", cost=1, spending_serial=other)

    assert (twice, tied) == (["cost_is_not_open"], ["no_open_cost"])


def test_what_looks_like_a_cost_that_is_recorded_needs_a_reason(sale: Liquidation) -> None:
    record(sale)

    assert sale.refused(record, sale) == ["looks_like_another_cost"]
    assert sale.refused(ask, sale, cost_kind="AUCTION") == ["looks_like_another_cost"]
    assert sale.refused(record, sale, reason="第二次拍卖另行收取。") == []
    assert sale.refused(record, sale, amount_fen="119999.99") == []


@pytest.mark.parametrize(
    ("yuan", "reason", "codes"),
    [
        ("8200000", "", []),
        ("8200000.01", "", ["cost_exceeds_what_it_brings"]),
        ("8200000.01", "危险废物处置，费用多于价款。", []),
    ],
)
def test_a_cost_above_what_the_asset_brought_needs_a_reason(
    sale: Liquidation, yuan: str, reason: str, codes: list[str]
) -> None:
    assert sale.refused(record, sale, amount_fen=yuan, reason=reason) == codes


def test_before_the_sale_the_price_is_what_it_was_appraised_at(declared: Liquidation) -> None:
    serial = found(declared, "设备")
    worth = {"appraised_fen": "1000", "appraiser": "江澜公允资产评估有限公司"}
    declared.move("assets", serial, "appraise", **worth)

    refused = declared.refused(record, declared, serial, amount_fen="1000.01")

    assert refused == ["cost_exceeds_what_it_brings"]
    assert declared.refused(record, declared, serial, amount_fen="1000") == []


@pytest.mark.parametrize(
    ("named", "codes"),
    [
        ({"asset_serial": 9, "cost_kind": "TAX"}, ["no_such_asset"]),
        ({"asset_serial": 1}, ["no_kind_of_cost"]),
        ({"asset_serial": 1, "cost": 7}, ["cost_is_not_open"]),
        ({"asset_serial": 1, "cost": 1}, ["not_the_cost"]),
        ({"cost": 1}, ["no_asset_named"]),
        ({"asset_serial": 1, "cost_kind": "TAX", "kind": "CBD_BUSINESS"}, ["no_cost_of_an_asset"]),
    ],
)
def test_a_spending_that_names_what_is_not_there_is_refused(
    sale: Liquidation, named: dict[str, Any], codes: list[str]
) -> None:
    record(sale)

    act = {**ASKED, "amount_fen": "100", **named}

    assert sale.refused(sale.begin, "spendings", "request_spending", **act) == codes


def test_a_cost_that_is_struck_out_frees_its_spending_for_another_asset(sale: Liquidation) -> None:
    paid_for(sale, "机器Y", "2150000")
    serial = ask(sale, cost_kind="CUSTODY")
    sale.move("assets", 1, "strike_cost", cost=1, **REASON)

    record(sale, 2, spending_serial=serial)

    assert (costs(sale, 1), costs(sale, 2)) == ((0, [0]), (120_000, [120_000]))
    assert estate(sale).costs_fen == 12_000_000


def test_sheet_and_draft_deduct_the_same_cost_and_name_its_spending(sale: Liquidation) -> None:
    bank = confirmed(sale, "甲银行", 6_500_000, "SEC")
    burdened(sale, 1, bank, priority=1)
    serial = ask(sale, cost_kind="AUCTION")
    before = drafted(sale)
    approve(sale, serial, "120000")
    pay(sale, serial, "120000")

    after = drafted(sale)

    assert brought(sale, 1).surplus_fen == 158_000_000
    pools = [(one.figures.available_fen, one.draft.surplus_fen) for one in (before, after)]
    assert pools == [(0, 158_000_000)] * 2
    said = "费用第1项：拍卖佣金、平台服务费120,000.00元，第1号支出（已支付）。"
    assert said in [str(line) for line in after.draft.working]
    assert said in [str(line) for line in brought(sale, 1).working]


def test_what_was_spent_on_collateral_before_its_sale_comes_back_out_of_its_price(
    sale: Liquidation,
) -> None:
    machine = found(sale, "机器Y")
    bank = confirmed(sale, "乙银行", 3_000_000, "SEC")
    burdened(sale, machine, bank, priority=1)
    expected = {"asset_serial": machine, "proceeds_fen": "2150000"}
    free = drafted(sale, collateral=[expected]).draft.pool_fen
    ask(sale, "50000", machine, cost_kind="CUSTODY")

    now = drafted(sale, collateral=[expected])
    sold(sale, machine, "2150000")
    sale.move("assets", machine, "receive_price", received_fen="2150000")

    assert (free, now.draft.pool_fen, drafted(sale).draft.pool_fen) == (820_000_000,) * 3
    assert [one.secured_fen for one in now.draft.lines if one.secured_fen] == [210_000_000]
