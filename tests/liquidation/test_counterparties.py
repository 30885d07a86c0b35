"""What a counterparty is owed after a return: a price as common debt, income as a claim, once."""

from datetime import date, timedelta
from typing import Any

import pytest

from models.vocabulary import ClaimClass, CommonGround
from tests.liquidation.playing import CLERK, REASON, Liquidation
from tests.liquidation.test_avoidances import accepted_on
from tests.liquidation.test_claims import announce
from tests.liquidation.test_distributions import today
from workflows.text import thaw

INCOME = {"ground": "ABNORMAL_INCOME", "insolvent_then": True, "counterparty": "卢明达"}
SALE = {"ground": "UNREASONABLE", "counterparty": "望川投资有限公司"}
RESCINDED = {"ground": "SELLER_RESCINDS", "counterparty": "江澜通达物流有限公司"}
WAGES = {"average_wage_fen": "6000", "months": 12}


@pytest.fixture
def invited(opened: Liquidation) -> Liquidation:
    """Claims can be filed."""
    announce(opened)
    return opened


def returned(case: Liquidation, yuan: str = "120000", **act: Any) -> int:
    """An act was found, and what was taken came back on demand; returns its number."""
    day: date = accepted_on(case) - timedelta(days=60)
    found = {"act": "见审计报告。", "act_on": day.isoformat(), "amount_fen": yuan, **act}
    serial = case.begin("avoidances", "find_act", **found)
    case.move("avoidances", serial, "demand_return", how="书面通知")
    case.move("avoidances", serial, "take_back", kind="CASH", name="款项", returned_fen=yuan)
    return serial


def answered(case: Liquidation, serial: int, **told: Any) -> list[str]:
    """What the counterparty is owed is recorded; returns why not."""
    return case.refused(case.move, "avoidances", serial, "answer_counterparty", **told)


def working(case: Liquidation, serial: int) -> list[str]:
    """The working of what is owed."""
    return [thaw(line) for line in case.part("avoidances", serial).working]


def test_the_price_of_an_unreasonable_sale_is_a_debt_of_common_benefit(invited: Liquidation) -> None:
    serial = returned(invited, "800000", **SALE)

    assert answered(invited, serial, price_fen="300000") == []

    debt, act = invited.part("spendings", 1), invited.part("avoidances", serial)
    assert (debt.state, debt.amount_fen, debt.payee) == ("REQUESTED", 30_000_000, SALE["counterparty"])
    assert (debt.kind.value, debt.common_ground) == ("CBD_BY_REFERENCE", CommonGround.PRICE_REFUND)
    assert debt.avoidance_id == act.id
    assert act.answered_fen == 30_000_000
    assert working(invited, serial) == [
        "相对人已付价款300,000.00元。",
        "因返还形成的300,000.00元，性质为共益债务。",
    ]


def test_who_recorded_the_debt_does_not_approve_it(invited: Liquidation) -> None:
    serial = returned(invited, "800000", **SALE)
    answered(invited, serial, price_fen="300000")

    asked_by = invited.part("spendings", 1).asked_by_id

    assert asked_by == invited.play.people[CLERK]


@pytest.mark.parametrize("income", ["BONUS", "OTHER"])
def test_a_bonus_and_other_income_come_back_as_an_ordinary_claim(invited: Liquidation, income: str) -> None:
    serial = returned(invited, **INCOME, income=income)

    assert answered(invited, serial) == []

    claim = invited.part("claims", 1)
    assert (claim.claim_class, claim.filed_fen, claim.state) == (ClaimClass.ORD, 12_000_000, "FILED")
    assert (claim.party.name, claim.party.kind.value) == (INCOME["counterparty"], "PERSON")
    assert claim.avoidance_id == invited.part("avoidances", serial).id


@pytest.mark.parametrize(
    ("yuan", "wages", "rest"),
    [
        ("120000", 7_200_000, 4_800_000),
        ("72000.01", 7_200_000, 1),
        ("72000", 7_200_000, None),
        ("50000", 5_000_000, None),
    ],
)
def test_wages_up_to_the_average_are_an_employees_claim_and_what_exceeds_them_is_ordinary(
    invited: Liquidation, yuan: str, wages: int, rest: int | None
) -> None:
    serial = returned(invited, yuan, **INCOME, income="WAGES")

    assert answered(invited, serial, **WAGES, publicised_on=today(invited)) == []

    listed = invited.part("claims", 1)
    assert (listed.claim_class, listed.admitted_fen, listed.state) == (ClaimClass.EMP, wages, "LISTED")
    assert listed.flags["manager"]
    assert working(invited, serial)[1] == "企业职工月平均工资6,000.00元 × 12个月＝72,000.00元。"
    if rest is not None:
        filed = invited.part("claims", 2)
        assert (filed.claim_class, filed.filed_fen) == (ClaimClass.ORD, rest)
        assert filed.party_id == listed.party_id
    assert invited.part("avoidances", serial).answered_fen == wages + (rest or 0)


@pytest.mark.parametrize(
    ("act", "told", "code"),
    [
        (SALE, {}, "price_is_missing"),
        (RESCINDED, {}, "price_is_missing"),
        (INCOME, {}, "income_kind_unknown"),
        (INCOME, {"income": "WAGES"}, "average_wage_is_missing"),
        (INCOME, {"income": "WAGES", **WAGES}, "average_wage_is_missing"),
        ({**INCOME, "misappropriated": True}, {}, "counterparty_gets_nothing"),
        ({"ground": "GIFT", "counterparty": "某人"}, {"price_fen": "1"}, "counterparty_gets_nothing"),
    ],
)
def test_what_is_owed_follows_from_the_ground_and_its_figures(
    invited: Liquidation, act: dict[str, Any], told: dict[str, Any], code: str
) -> None:
    serial = returned(invited, **act)

    assert answered(invited, serial, **told) == [code]


def test_nothing_is_owed_before_it_came_back(invited: Liquidation) -> None:
    day = (accepted_on(invited) - timedelta(days=60)).isoformat()
    serial = invited.begin("avoidances", "find_act", **SALE, act="低价转让", act_on=day, amount_fen="1")

    assert answered(invited, serial, price_fen="1") == ["wrong_state"]


def test_it_is_recorded_once_and_again_only_after_it_was_taken_back(invited: Liquidation) -> None:
    serial = returned(invited, **INCOME, income="BONUS")
    answered(invited, serial)

    twice = answered(invited, serial)
    invited.move("claims", 1, "withdraw_claim", **REASON)
    anew = answered(invited, serial)

    assert (twice, anew) == (["counterparty_is_answered"], [])
    assert invited.part("claims", 2).filed_fen == 12_000_000


def test_a_debt_that_is_dropped_may_be_recorded_again(invited: Liquidation) -> None:
    serial = returned(invited, "800000", **SALE)
    answered(invited, serial, price_fen="300000")

    twice = answered(invited, serial, price_fen="300000")
    invited.move("spendings", 1, "drop_spending", **REASON)

    assert twice == ["counterparty_is_answered"]
    assert answered(invited, serial, price_fen="310000") == []


@pytest.mark.parametrize("performed", [True, False])
def test_a_buyer_who_performed_has_common_debt_and_one_in_breach_an_ordinary_claim(
    invited: Liquidation, performed: bool
) -> None:
    serial = returned(invited, "500000", **RESCINDED)

    assert answered(invited, serial, price_fen="200000", performed=performed) == []

    if performed:
        debt = invited.part("spendings", 1)
        assert (debt.common_ground, debt.amount_fen) == (CommonGround.BUYER_PAID, 20_000_000)
    else:
        claim = invited.part("claims", 1)
        assert (claim.claim_class, claim.filed_fen) == (ClaimClass.ORD, 20_000_000)


def test_a_creditor_of_the_case_has_the_claim_under_his_own_name(invited: Liquidation) -> None:
    known = invited.part("claims", invited.file("江澜通达物流有限公司", 1_000)).party_id
    serial = returned(invited, **RESCINDED)

    answered(invited, serial, price_fen="5000", performed=False, creditor_id=known)

    assert invited.part("claims", 2).party_id == known


@pytest.mark.parametrize(
    ("kind", "ground", "code"),
    [
        ("CBD_BY_REFERENCE", None, ["common_ground_unclear"]),
        ("CBD_BY_REFERENCE", "I2-4(3)", []),
        ("CBD_BY_REFERENCE", "I2-33(1)", []),
        ("CBD_AGENCY", "I2-33(1)", ["common_ground_unclear"]),
        ("CBD_AGENCY", None, []),
        ("CBD_BY_REFERENCE", "I2-11(2)", ["refund_follows_the_return"]),
        ("CBD_BY_REFERENCE", "I2-36(3)", ["refund_follows_the_return"]),
    ],
)
def test_a_common_debt_of_the_interpretation_names_its_provision_and_a_refund_is_recorded_with_the_return(
    invited: Liquidation, kind: str, ground: str | None, code: list[str]
) -> None:
    asked = {"payee": "共有人", "purpose": "共有财产分割的损害", "ground": "判决书。", "amount_fen": "100"}

    found = invited.refused(
        invited.begin, "spendings", "request_spending", kind=kind, common_ground=ground, **asked
    )

    assert found == code


def test_kinds_of_income_are_named_of_abnormal_income_only(invited: Liquidation) -> None:
    day = (accepted_on(invited) - timedelta(days=60)).isoformat()
    act = {"act": "见审计报告。", "act_on": day, "amount_fen": "1"}
    find = (invited.begin, "avoidances", "find_act")

    assert invited.refused(*find, **act, **SALE, income="BONUS") == ["income_of_no_income"]
    assert invited.refused(*find, **act, **INCOME, income="BONUS") == []
