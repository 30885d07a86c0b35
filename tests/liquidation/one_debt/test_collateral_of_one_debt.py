"""Collateral pays one debt once, whoever of its creditors it is due to (EBL 109, 110; SG 23)."""

import pytest

from court_app.services.estate import proceeds_sheet, realising
from models import Asset
from tests.liquidation.one_debt.guaranteeing import (
    BANK,
    adopt,
    drafted,
    of_collateral,
    of_the_bank,
    of_the_guarantor,
    paid,
    receive,
    stakes,
    sums,
    through,
    tie,
    told,
)
from tests.liquidation.playing import (
    CARRIED,
    Liquidation,
    today,
)
from tests.liquidation.test_collateral import burdened, due, found, paid_for, pay_bank


def test_one_debt_is_met_once_from_what_secures_it_for_both_its_creditors(mortgaged: Liquidation) -> None:
    met, made = of_collateral(mortgaged), drafted(mortgaged, 0).draft

    assert met == {1: 100_000_000}
    assert paid(drafted(mortgaged, 0))[3] == 50_000_000
    assert made.unmet == ()


def test_collateral_does_not_pay_again_what_the_guarantor_has_paid(mortgaged: Liquidation) -> None:
    receive(mortgaged, 1, 700_000)

    met, shares = of_collateral(mortgaged), paid(drafted(mortgaged, 0))

    assert met == {1: 30_000_000}
    assert shares == {1: 0, 2: 0, 3: 100_000_000}


@pytest.mark.parametrize(
    ("price", "met"), [("1000000", {1: 30_000_000, 2: 70_000_000}), ("300000", {1: 30_000_000})]
)
def test_what_collateral_brings_beyond_what_the_creditor_needs_is_due_to_the_guarantor_who_paid(
    recourse: Liquidation, price: str, met: dict[int, int]
) -> None:
    burdened(recourse, paid_for(recourse, "厂房", price), 1)

    assert of_collateral(recourse) == met
    assert paid(drafted(recourse, 0))[3] == 0


def test_a_deficiency_counts_once_where_collateral_paid_the_guarantor_too(recourse: Liquidation) -> None:
    burdened(recourse, paid_for(recourse, "厂房", "600000"), 1)
    recourse.hold_money(1_500_000)
    found = drafted(recourse, 700_000)
    adopt(recourse)

    recourse.final(700_000)

    assert of_collateral(recourse) == {1: 30_000_000, 2: 30_000_000}
    assert paid(found) == {1: 0, 2: 20_000_000, 3: 50_000_000}
    assert sums(recourse, 1) == paid(found)


def test_who_is_paid_in_the_pool_before_another_asset_is_sold_is_not_paid_again_out_of_it(
    recourse: Liquidation,
) -> None:
    burdened(recourse, paid_for(recourse, "厂房", "600000"), 1)
    recourse.hold_money(1_500_000)
    adopt(recourse)
    recourse.step("distribute", pool_fen="700000", announced_on=today(recourse))

    burdened(recourse, paid_for(recourse, "机器设备", "500000"), 1)

    debt = told(recourse, 2)
    assert sums(recourse, 1)[2] == 20_000_000
    assert of_collateral(recourse) == {1: 30_000_000, 2: 50_000_000}
    assert (debt.paid_fen, debt.due_fen, debt.creditor.serial) == (20_000_000, 80_000_000, 1)


def test_a_guarantor_who_pays_after_the_bank_was_paid_is_owed_nothing_of_the_same_asset(
    invited: Liquidation,
) -> None:
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited, 700_000)
    tie(invited, guarantor, bank)
    invited.list_claim(bank, 1_000_000, "SEC")
    through(invited, bank)
    burdened(invited, paid_for(invited, "厂房", "1000000"), bank)
    owed = stakes(invited)[bank]
    pay_bank(invited, bank, "1000000")

    receive(invited, 1, 700_000)

    debt = told(invited, bank)
    assert (owed, stakes(invited)[bank]) == ((False, 100_000_000), (True, 0))
    assert (debt.paid_fen, debt.due_fen, debt.over_fen) == (100_000_000, 0, 70_000_000)
    assert due(invited) == 0


def test_the_sheet_of_an_asset_names_who_takes_a_part_in_the_creditors_place(recourse: Liquidation) -> None:
    plant = paid_for(recourse, "厂房", "1000000")
    burdened(recourse, plant, 1)

    with recourse.play.bench.reading() as session:
        asset = session.query(Asset).filter_by(case_id=recourse.case, serial=plant).one()
        brought = realising.proceeds_of(session, asset)
        assert brought is not None
        rows = [line for met in brought.met for line in proceeds_sheet.lines_of(met)]

    assert [(row[1], row[5]) for row in rows] == [("1", "300,000.00"), ("2", "700,000.00")]


@pytest.mark.parametrize(("price", "codes"), [("300000", []), ("300000.01", ["collateral_is_dearer"])])
def test_a_creditor_takes_collateral_as_a_thing_only_up_to_what_he_may_still_get(
    recourse: Liquidation, price: str, codes: list[str]
) -> None:
    plant = found(recourse, "厂房")
    burdened(recourse, plant, 1)
    recourse.step("propose_realisation_plan", plan="厂房作实物分配。")
    recourse.step("decide_realisation_plan", **CARRIED)
    recourse.move("assets", plant, "offer", method="IN_KIND", resolution_serial=1)
    recourse.step("dispose_asset", asset_serial=plant, buyer=BANK, price_fen=price)

    refused = recourse.refused(
        recourse.move, "assets", plant, "distribute_in_kind", title_reference="过户登记"
    )

    assert refused == codes
    if not codes:
        assert told(recourse, 1).creditor.in_kind_fen == 30_000_000
        assert told(recourse, 1).is_satisfied
