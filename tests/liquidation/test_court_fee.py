"""The court fee of a case: half the scale, at most 300,000 yuan, paid after the liquidation; and AR 10."""

from typing import Any

import pytest

from models import Case
from models.vocabulary import DocumentKind
from tests.liquidation.playing import JUDGE, REASON, Liquidation
from tests.liquidation.test_remuneration import FINAL, planned_in

PAID = {"voucher": "缴费第1号", "paid_on": "2026-05-01"}


def reckoned(case: Liquidation, free: str, bound: str = "0.00") -> Any:
    """The fee as it is reckoned."""
    serial = case.begin("court_fees", "reckon_court_fee", JUDGE, unencumbered_fen=free, encumbered_fen=bound)
    return case.part("court_fees", serial)


@pytest.mark.parametrize(
    ("free", "bound", "fen"),
    [
        ("1000000.00", "0.00", 690_000),
        ("10000000.00", "0.00", 4_090_000),
        ("12345678.90", "10350000.00", 7_763_920),
        ("111639996.00", "0.00", 29_999_999),
        ("111640000.00", "0.00", 30_000_000),
        ("500000000.00", "0.00", 30_000_000),
    ],
)
def test_the_fee_is_half_the_scale_and_at_most_300000(
    opened: Liquidation, free: str, bound: str, fen: int
) -> None:
    assert reckoned(opened, free, bound).amount_fen == fen


def test_a_court_may_count_only_what_bears_no_security(opened: Liquidation) -> None:
    with opened.play.bench.writing() as session, session.begin():
        court = session.get_one(Case, opened.case).court
        court.settings = {**court.settings, "court_fee_base": "unencumbered_property"}

    fee = reckoned(opened, "1000000.00", "9000000.00")

    assert (fee.base_fen, fee.amount_fen) == (100_000_000, 690_000)


def test_a_case_has_one_fee_that_is_reckoned_anew_when_property_changes(declared: Liquidation) -> None:
    fee = reckoned(declared, "1000000.00")
    twice = declared.refused(reckoned, declared, "1000000.00")

    declared.move("court_fees", fee.serial, "reckon_court_fee_anew", JUDGE, unencumbered_fen="10000000.00")

    assert twice == ["fee_exists"]
    assert declared.part("court_fees", fee.serial).amount_fen == 4_090_000
    assert declared.papers().count(DocumentKind.COURT_FEE_NOTICE) == 2


def test_a_compulsory_liquidation_that_has_paid_is_not_charged_again(opened: Liquidation) -> None:
    was = {"reference": "（2025）豫97强清3号", "charged_fen": "40900.00", **REASON}

    serial = opened.begin("court_fees", "waive_court_fee", JUDGE, **was)

    assert opened.part("court_fees", serial).amount_fen == 0
    assert opened.refused(reckoned, opened, "1000000.00") == ["fee_was_charged"]


def test_the_fee_is_paid_after_the_liquidation(declared: Liquidation, at: Any) -> None:
    fee = reckoned(declared, "1000000.00")
    before = declared.refused(declared.move, "court_fees", fee.serial, "pay_court_fee", **PAID)
    planned = at("planned")
    later = reckoned(planned, "750000.00")

    planned.move("court_fees", later.serial, "pay_court_fee", **PAID)

    assert before == ["liquidation_not_done"]
    assert planned.part("court_fees", later.serial).state == "PAID"


PLAN = {
    "available_fen": "700000",
    "order_and_ratio": "依法定顺序，同一顺序按比例。",
    "method": "银行转账。",
}


@pytest.mark.parametrize(
    ("listed", "codes"),
    [
        ("1000000.00", []),
        ("1000000.01", ["remuneration_differs"]),
        ("999999.99", ["remuneration_differs"]),
    ],
)
def test_the_plan_of_distribution_lists_what_the_court_has_fixed(
    declared: Liquidation, listed: str, codes: list[str]
) -> None:
    serial = planned_in(declared)
    declared.move("remunerations", serial, "fix_remuneration", JUDGE, **FINAL)

    proposed = declared.refused(declared.step, "propose_distribution_plan", **PLAN, remuneration_fen=listed)

    assert proposed == codes


def test_a_case_without_a_remuneration_goes_on(declared: Liquidation) -> None:
    assert declared.refused(declared.step, "propose_distribution_plan", **PLAN, remuneration_fen="5") == []
