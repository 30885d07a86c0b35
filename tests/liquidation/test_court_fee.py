"""The court fee of a case: half the scale, at most 300,000 yuan, paid after the liquidation; and AR 10."""

from typing import Any

import pytest

from court_app.services.estate import estate_account
from court_app.services.fees.fee_proposals import proposal_of
from court_app.services.procedure import parts
from models import Case
from models.vocabulary import DocumentKind, LedgerAccount, RemunerationBase
from tests.liquidation.playing import JUDGE, REASON, Liquidation, today
from tests.liquidation.remunerating import FINAL, asked_in, planned_in
from tests.liquidation.test_endings import set_of_court
from tests.liquidation.test_spendings import approved

PAID = {"voucher": "缴费第1号", "paid_on": "2026-04-26"}


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


def proposed(case: Liquidation, path: str, step: str, **more: Any) -> dict[str, Any]:
    """What the form of a step proposes."""
    with case.play.bench.reading() as session:
        occasion, kept = case.play.occasion(session, JUDGE), session.get_one(Case, case.case)
        kind = parts.PARTS[path]
        serial = more.get("serial")
        part = parts.of_case(occasion, kept, kind, serial) if serial else parts.blank(occasion, kept, kind)
        return proposal_of(occasion, part, step)


def test_the_fee_is_proposed_on_what_came_in_and_on_what_the_rest_is_worth(met: Liquidation) -> None:
    met.sell(750_000)
    for name, worth in (("存货", "1000.50"), ("厂房", "2000000.00")):
        met.begin("assets", "find_asset", kind="INVENTORY", name=name, book_fen=worth)
    met.file("江澜市临江农村商业银行股份有限公司", 900_000, claim_class="SEC", asset_serial=3)

    found = proposed(met, "court_fees", "reckon_court_fee")

    assert found == {"unencumbered_fen": "751000.50", "encumbered_fen": "2000000.00"}


def test_the_final_amount_is_proposed_on_what_came_in_without_security(met: Liquidation) -> None:
    met.sell(750_000)
    serial = planned_in(met)

    found = proposed(met, "remunerations", "fix_remuneration", serial=serial)

    assert found == {"pool_fen": "750000.00", "fixed_fen": "90000.00"}


def test_where_the_court_takes_other_expenses_off_first_the_proposal_does_too(met: Liquidation) -> None:
    met.sell(1_000_000)
    serial = planned_in(met)
    approved(met, "400000")
    set_of_court(met, remuneration_base=RemunerationBase.AFTER.value)

    found = proposed(met, "remunerations", "fix_remuneration", serial=serial)

    assert found == {"pool_fen": "1000000.00", "expenses_fen": "400000.00", "fixed_fen": "72000.00"}


def test_a_change_begins_from_the_plan_as_it_stands(met: Liquidation) -> None:
    serial = planned_in(met, rates={"to_100": "11"})

    found = proposed(met, "remunerations", "adjust_by_court", serial=serial)

    assert found["rates"]["to_100"] == "11"
    assert found["forecast_fen"] == "13925678.90"
    assert [stage["percent"] for stage in found["stages"]] == ["30", "70"]


@pytest.fixture
def short(at: Any) -> Liquidation:
    """A case that owes 6,900 yuan of court fee and 3,450 of remuneration, and has 6,900: two thirds."""
    planned: Liquidation = at("planned")
    planned.step("distribute", pool_fen="743100", announced_on=today(planned))
    reckoned(planned, "1000000.00")
    planned_in(planned)
    asked_in(planned, "3450.00")
    planned.move("instalments", 1, "allow_payment", JUDGE, allowed_fen="3450.00", **REASON)
    return planned


def test_fee_and_remuneration_share_what_does_not_cover_both(short: Liquidation) -> None:
    """EBL 43(3): 4,600 of the fee, 2,300 of the remuneration; the rest is owed until money comes in."""
    whole = [
        short.refused(short.move, "court_fees", 1, "pay_court_fee", **PAID),
        short.refused(short.move, "instalments", 1, "pay_instalment"),
    ]
    part = {"voucher": "缴费第1号", "paid_on": today(short)}
    too_much = [
        short.refused(short.move, "court_fees", 1, "pay_court_fee_part", **part, paid_fen="4600.01"),
        short.refused(short.move, "instalments", 1, "pay_instalment_part", paid_fen="2300.01"),
    ]

    short.move("instalments", 1, "pay_instalment_part", paid_fen="2300.00")
    short.move("court_fees", 1, "pay_court_fee_part", **part, paid_fen="4600.00")

    assert whole == too_much == [["fee_is_not_there"], ["fee_is_not_there"]]
    assert short.part("instalments", 1).paid_fen == short.part("remunerations", 1).paid_fen == 230_000
    assert short.part("court_fees", 1).unpaid_fen == 230_000
    assert money_of(short) == (74_310_000, 460_000, 230_000)


def test_what_was_paid_in_part_is_paid_once(short: Liquidation) -> None:
    part = {"voucher": "缴费第1号", "paid_on": today(short)}
    short.move("instalments", 1, "pay_instalment_part", paid_fen="2300.00")
    short.move("court_fees", 1, "pay_court_fee_part", **part, paid_fen="4600.00")
    lower = short.refused(
        short.move, "court_fees", 1, "reckon_court_fee_anew", JUDGE, unencumbered_fen="540000.00"
    )
    short.hold_money(3_450)
    rest = short.refused(short.move, "instalments", 1, "pay_instalment_part", paid_fen="1150.00")

    short.move("instalments", 1, "pay_instalment")
    short.move("court_fees", 1, "pay_court_fee", **part)

    assert (lower, rest) == (["below_what_was_paid"], ["not_a_part"])
    assert short.part("court_fees", 1).state == "PAID"
    assert (short.part("court_fees", 1).paid_fen, short.part("instalments", 1).paid_fen) == (690_000, 345_000)
    assert money_of(short) == (74_310_000, 690_000, 345_000)


def money_of(case: Liquidation) -> tuple[int, int, int]:
    """What is on hand, and what was paid of court fee and of remuneration; in fen."""
    with case.play.bench.reading() as session:
        estate = estate_account.standing(session, session.get_one(Case, case.case))
    paid = (estate.balances[one] for one in (LedgerAccount.EXP_COURT, LedgerAccount.EXP_REMUNERATION))
    return (estate.on_hand(), *paid)
