"""One reckoning of collateral: what sheet, draft, plan, shares and account say of the same assets."""

from typing import Any

import pytest

from court_app.services.distribution.distribution_drafts import Drafted
from court_app.services.estate import estate_pool, ledger_by_hand, realising, secured_dues
from court_app.services.fees import fee_proposals
from models import Asset, Case, Claim, CollateralFee, PlanEntry
from models.vocabulary import Rank
from tests.liquidation.playing import CARRIED, CLERK, JUDGE, REASON, Liquidation, accept, today
from tests.liquidation.test_distribution_drafts import (
    drafted,
    met_and_declared,
    ordinary,
    reviewed,
    worked_example,
)
from tests.liquidation.test_distributions import confirmed, judged
from tests.workflows.test_waterfall import D1


def found(case: Liquidation, name: str) -> int:
    """An asset of the estate; returns its number."""
    serial = case.begin("assets", "find_asset", kind="EQUIPMENT", name=name)
    case.move("assets", serial, "take_over_asset")
    return serial


def sold(case: Liquidation, serial: int, price: str) -> None:
    """It is sold; nothing has come in."""
    case.move("assets", serial, "offer", method="AUCTION")
    case.step("dispose_asset", asset_serial=serial, buyer="江澜正通机电有限公司", price_fen=price)


def paid_for(case: Liquidation, name: str, price: str) -> int:
    """An asset that was sold and paid for; returns its number."""
    serial = found(case, name)
    sold(case, serial, price)
    case.move("assets", serial, "receive_price", received_fen=price)
    return serial


def burdened(case: Liquidation, serial: int, claim: int, **more: Any) -> None:
    """A mortgage on an asset for a claim."""
    case.move(
        "assets",
        serial,
        "record_encumbrance",
        kind="MORTGAGE",
        holder="江澜银行",
        claim_serial=claim,
        **more,
    )


def line(found: Drafted, serial: int) -> tuple[int, int]:
    """What a claim gets of its assets, and what it counts for in the pool."""
    one = next(one for one in found.draft.lines if one.claim.serial == serial)
    return one.secured_fen, one.counted_fen


def planned_line(case: Liquidation, serial: int) -> tuple[int, int]:
    """The same as the latest plan keeps it."""
    with case.play.bench.reading() as session:
        rows = session.query(PlanEntry).filter_by(serial=serial).order_by(PlanEntry.id.desc())
        entry = next(row for row in rows)
        return entry.secured_fen, entry.counted_fen


def due(case: Liquidation) -> int:
    """What of the money that is there belongs to secured creditors."""
    with case.play.bench.reading() as session:
        return secured_dues.due_to_secured(session, session.get_one(Case, case.case))


def pay_bank(case: Liquidation, claim: int, yuan: str) -> None:
    """A bank is paid out of the proceeds of its asset."""
    with case.play.bench.writing() as session, session.begin():
        entry = {"kind": "SECURED_PAID", "amount_fen": yuan, "claim_serial": claim, "reason": "付款回单。"}
        ledger_by_hand.enter(case.play.occasion(session, CLERK), case.case, entry)


def spend(case: Liquidation, kind: str, yuan: str) -> int:
    """An expense is asked for, approved and paid; returns its number."""
    asked = {"payee": "江澜市税务局", "purpose": "变价税费", "ground": "变价产生。", "amount_fen": yuan}
    serial = case.begin("spendings", "request_spending", kind=kind, **asked)
    case.move("spendings", serial, "approve_spending", JUDGE, approved_fen=yuan)
    case.move("spendings", serial, "pay_spending", paid_fen=yuan, reference="回单")
    return serial


def proposed(case: Liquidation, available: str, **more: Any) -> None:
    """A plan of distribution is proposed."""
    figures = {"available_fen": available, "remuneration_fen": "0", "method": "银行转账。"}
    case.step("propose_distribution_plan", order_and_ratio="依法定顺序。", **figures, **more)


def in_force(case: Liquidation) -> None:
    """The plan is passed and recognised."""
    case.step("distribution_plan_passed", **CARRIED)
    case.step("recognise_distribution_plan", JUDGE, **REASON)


def test_a_second_mortgage_is_met_after_the_first_in_draft_plan_and_sheet(declared: Liquidation) -> None:
    factory = paid_for(declared, "厂房", "6000000")
    second, first = (confirmed(declared, name, 4_000_000, "SEC") for name in ("乙银行", "甲银行"))
    burdened(declared, factory, first, priority=1)
    burdened(declared, factory, second, priority=2)

    said = drafted(declared)
    proposed(declared, "0")

    with declared.play.bench.reading() as session:
        asset = session.query(Asset).filter_by(case_id=declared.case, serial=factory).one()
        sheet = realising.proceeds_of(session, asset)
        assert sheet is not None
        assert {m.claim.serial: m.paid_fen for m in sheet.met} == {first: 400_000_000, second: 200_000_000}
    assert (line(said, first), line(said, second)) == ((400_000_000, 0), (200_000_000, 200_000_000))
    assert planned_line(declared, first) == (400_000_000, 0)
    assert planned_line(declared, second) == (200_000_000, 200_000_000)
    assert (said.figures.available_fen, said.draft.pool_fen) == (0, 0)


def test_a_claim_on_land_and_machines_is_met_from_both_and_neither_is_free(declared: Liquidation) -> None:
    land, machines = paid_for(declared, "土地", "6000000"), paid_for(declared, "机器", "3000000")
    bank = confirmed(declared, "江澜银行", 10_000_000, "SEC", asset_serial=land, security="抵押")
    burdened(declared, land, bank)
    burdened(declared, machines, bank)

    said = drafted(declared)

    assert line(said, bank) == (900_000_000, 100_000_000)
    assert said.draft.pool_fen == 0


def test_a_claim_counts_in_the_pool_once_everything_that_secures_it_is_money(declared: Liquidation) -> None:
    land, machines = paid_for(declared, "土地", "6000000"), found(declared, "机器")
    bank = confirmed(declared, "江澜银行", 10_000_000, "SEC")
    burdened(declared, land, bank)
    burdened(declared, machines, bank)

    before = drafted(declared)
    expected = drafted(declared, collateral=[{"asset_serial": machines, "proceeds_fen": "3000000"}])

    assert (line(before, bank), before.draft.unmet) == ((600_000_000, 0), (bank,))
    assert (line(expected, bank), expected.draft.unmet) == ((900_000_000, 100_000_000), ())


def test_of_a_price_that_has_not_all_come_in_nobody_is_paid(declared: Liquidation) -> None:
    factory = found(declared, "厂房")
    sold(declared, factory, "8200000")
    declared.move("assets", factory, "receive_part", received_fen="1000000")
    bank = confirmed(declared, "江澜银行", 500_000, "SEC", asset_serial=factory, security="抵押")

    said = drafted(declared)

    assert (line(said, bank), said.draft.unmet) == ((0, 0), (bank,))
    assert (said.draft.pool_fen, due(declared)) == (0, 100_000_000)


def test_who_waives_every_mortgage_is_an_ordinary_creditor(declared: Liquidation) -> None:
    factory = found(declared, "厂房")
    bank = confirmed(declared, "江澜银行", 500_000, "SEC")
    burdened(declared, factory, bank)

    declared.move("assets", factory, "lift_encumbrance", encumbrance=1, release="WAIVED", **REASON)

    assert declared.part("claims", bank).flags["security_waived"]
    assert [one.rank for one in drafted(declared).draft.lines if one.claim.serial == bank] == [Rank.ORDINARY]


def test_a_judgment_on_a_secured_claim_decides_what_its_asset_leaves_open(declared: Liquidation) -> None:
    machines = paid_for(declared, "机器", "2100000")
    bank = declared.file("乙银行", 3_000_000, claim_class="SEC", asset_serial=machines, security="抵押")
    reviewed(declared, bank, "3000000", "SEC")
    declared.move("claims", bank, "verify", meeting_serial=1)
    declared.move("claims", bank, "dispute", objector="其他债权人", reason="数额不实。")
    declared.move("claims", bank, "sue", forum="本院")
    declared.sell(500_000)
    proposed(declared, "500000")
    in_force(declared)
    counted = planned_line(declared, bank)

    judged(declared, bank, 2_100_000, "SEC")
    declared.step("distribute", pool_fen="400000", announced_on=today(declared))

    assert counted == (210_000_000, 90_000_000)
    assert declared.shares()[bank][0] == 0


@pytest.mark.parametrize("expected", ["700000", "900000"])
def test_a_deficiency_is_what_the_asset_left_open_whatever_price_the_plan_expected(
    declared: Liquidation, expected: str
) -> None:
    machines = found(declared, "机器")
    bank = confirmed(declared, "乙银行", 1_000_000, "SEC")
    burdened(declared, machines, bank)
    declared.hold_money(290_000)
    proposed(declared, "290000", collateral=[{"asset_serial": machines, "proceeds_fen": expected}])
    in_force(declared)
    sold(declared, machines, "800000")
    declared.move("assets", machines, "receive_price", received_fen="800000")
    said = line(drafted(declared), bank)

    declared.step("distribute", pool_fen="290000", announced_on=today(declared))

    assert said == (80_000_000, 20_000_000)
    assert {fen for fen, _ in declared.shares().values()} == {9_000_000, 2_000_000}
    assert declared.shares()[bank][0] == 2_000_000


def section_8(case: Liquidation) -> tuple[int, int]:
    """Factory X, machines Y and the rest are sold and paid for; returns the claims of banks A and B."""
    factory, machines = paid_for(case, "厂房X", "8200000"), paid_for(case, "机器Y", "2150000")
    paid_for(case, "其他财产", "12345678.90")
    banks = confirmed(case, "甲银行", 6_500_000, "SEC"), confirmed(case, "乙银行", 3_000_000, "SEC")
    for asset, claim, tax in zip((factory, machines), banks, ("120000", "50000"), strict=True):
        burdened(case, asset, claim, priority=1)
        case.move("assets", asset, "record_cost", kind="TAX", amount_fen=tax)
    return banks


def pool(case: Liquidation) -> tuple[int, int, int]:
    """What is available besides collateral, what collateral leaves, and both."""
    said = drafted(case)
    return said.figures.available_fen, said.draft.surplus_fen, said.draft.pool_fen


def test_the_pool_of_section_8_is_the_same_before_and_after_costs_and_banks_are_paid(
    declared: Liquidation,
) -> None:
    bank_a, bank_b = section_8(declared)
    nothing_paid = pool(declared)
    paid = spend(declared, "EXP_TAX", "170000")
    for asset in (1, 2):
        declared.move("assets", asset, "tie_cost", cost=1, spending_serial=paid)
    costs_paid = pool(declared)
    pay_bank(declared, bank_a, "6500000")
    pay_bank(declared, bank_b, "2100000")

    everybody_paid = pool(declared)

    wanted = (1_234_567_890, 158_000_000, 1_392_567_890)
    assert (nothing_paid, costs_paid, everybody_paid) == (wanted, wanted, wanted)
    assert due(declared) == 0


def test_a_surplus_that_was_distributed_is_not_distributed_again(declared: Liquidation) -> None:
    section_8(declared)
    said = drafted(declared)
    proposed(declared, "12345678.90")
    in_force(declared)
    declared.step("distribute", pool_fen="3000000", announced_on=today(declared))

    again = drafted(declared)

    assert said.draft.pool_fen - again.draft.pool_fen == 300_000_000
    assert again.draft.surplus_fen == 158_000_000


def test_the_first_column_of_section_8_comes_out_of_assets_plan_and_distribution(met: Liquidation) -> None:
    case = accept(met.play, 7)
    worked_example(case, bank_b="3000000")
    bank_a = case.file("甲银行", 6_500_000, security="抵押")
    reviewed(case, bank_a, "6500000", "SEC")
    met_and_declared(case)
    factory, machines = paid_for(case, "厂房X", "8200000"), paid_for(case, "机器Y", "2150000")
    paid_for(case, "其他财产", "12345678.90")
    for asset, claim, tax in ((factory, bank_a, "120000"), (machines, 1, "50000")):
        burdened(case, asset, claim)
        case.move("assets", asset, "record_cost", kind="TAX", amount_fen=tax)

    proposed(case, "12345678.90", expenses_fen="1500000", common_fen="800000")
    in_force(case)
    case.step("final_distribution", pool_fen="11625678.90", announced_on=today(case), says_final=True)

    assert ordinary(case) == {serial: share for serial, (_, share) in D1.items()}
    assert (planned_line(case, bank_a), planned_line(case, 1)) == (
        (650_000_000, 0),
        (210_000_000, 90_000_000),
    )


def test_fees_are_proposed_on_what_is_free_and_on_what_collateral_brought_net(declared: Liquidation) -> None:
    banks = section_8(declared)

    with declared.play.bench.reading() as session:
        case = session.get_one(Case, declared.case)
        machines = session.query(Asset).filter_by(case_id=declared.case, name="机器Y").one()
        claim = session.query(Claim).filter_by(case_id=declared.case, serial=banks[1]).one()
        fee = CollateralFee(asset=machines, claim=claim)
        with session.no_autoflush:
            of_collateral = fee_proposals.value_and_claim(session, fee)
            base = fee_proposals.property_fen(session, case, secured=True)
            pool_fen = estate_pool.pool_of(session, case).pool_fen
        session.expunge_all()

    assert of_collateral == {"value_fen": "2100000.00", "claim_fen": "3000000.00"}
    assert (pool_fen, base) == (1_392_567_890, 1_035_000_000)


@pytest.mark.parametrize(("second", "value"), [(2, "1700000.00"), (1, "2589473.68")])
def test_a_creditor_behind_or_beside_another_is_charged_on_what_is_left_for_him(
    declared: Liquidation, second: int, value: str
) -> None:
    """AR 13: of 8,200,000 net, 6,500,000 go to the first; alike in rank, 3.0 ÷ 9.5 are the second's."""
    factory = paid_for(declared, "厂房甲", "8200000")
    first = confirmed(declared, "江澜银行甲支行", 6_500_000, "SEC")
    other = confirmed(declared, "江澜银行乙支行", 3_000_000, "SEC")
    burdened(declared, factory, first, priority=1)
    burdened(declared, factory, other, priority=second)

    with declared.play.bench.reading() as session:
        asset = session.query(Asset).filter_by(case_id=declared.case, serial=factory).one()
        claim = session.query(Claim).filter_by(case_id=declared.case, serial=other).one()
        with session.no_autoflush:
            said = fee_proposals.value_and_claim(session, CollateralFee(asset=asset, claim=claim))
        session.expunge_all()

    assert said == {"value_fen": value, "claim_fen": "3000000.00"}


def test_what_was_paid_to_have_a_pledge_back_is_booked_and_taken_off_the_claim(declared: Liquidation) -> None:
    goods = found(declared, "质押的存货")
    declared.sell(20_000)
    shop = confirmed(declared, "某典当行", 9000, "SEC")
    pledge = {"kind": "PLEDGE", "holder": "某典当行", "claim_serial": shop}
    declared.move("assets", goods, "record_encumbrance", **pledge)

    back = {"release": "PAID", "redeemed_fen": "8000", "value_fen": "8000"}
    declared.move("assets", goods, "lift_encumbrance", encumbrance=1, **back, **REASON)
    said = drafted(declared)

    assert (line(said, shop), said.draft.pool_fen) == ((0, 100_000), 1_200_000)
