"""Acts of the debtor that are set aside: how far back one may look, what stands, what comes back."""

from datetime import date, timedelta
from typing import Any

import pytest

from models import Case
from tests.liquidation.playing import REASON, Liquidation
from workflows.calendar import add_months

ACT: dict[str, Any] = {
    "ground": "GIFT",
    "counterparty": "望川投资有限公司",
    "act": "将两辆货车无偿转让给关联公司。",
    "amount_fen": "320000.00",
}


def accepted_on(case: Liquidation) -> date:
    """The day on which the case was accepted."""
    with case.play.bench.reading() as session:
        day = session.get_one(Case, case.case).accepted_on
    assert day is not None
    return day


def refused(case: Liquidation, act_on: date, **more: Any) -> list[str]:
    """Why an act on that day cannot be recorded; empty if it was."""
    act = {**ACT, "act_on": act_on.isoformat(), **more}
    return case.refused(case.begin, "avoidances", "find_act", **act)


@pytest.mark.parametrize("ground", ["GIFT", "UNREASONABLE", "NEW_SECURITY", "PREPAYMENT", "WAIVER"])
def test_article_31_reaches_back_one_year(opened: Liquidation, ground: str) -> None:
    first = add_months(accepted_on(opened), -12)

    found = [refused(opened, first - timedelta(days=back), ground=ground) for back in (0, 1)]

    assert found == [[], ["act_too_old"]]


def test_article_32_reaches_back_six_months_and_needs_insolvency(opened: Liquidation) -> None:
    first, paid = add_months(accepted_on(opened), -6), {"ground": "PREFERENCE"}

    assert refused(opened, first, insolvent_then=True, **paid) == []
    assert refused(opened, first - timedelta(days=1), insolvent_then=True, **paid) == ["act_too_old"]
    assert refused(opened, first, insolvent_then=False, **paid) == ["debtor_was_solvent"]


@pytest.mark.parametrize(
    ("ground", "more"),
    [
        ("CONCEALMENT", {}),
        ("FICTITIOUS", {}),
        ("ABNORMAL_INCOME", {"insolvent_then": True}),
        ("ABNORMAL_INCOME", {"misappropriated": True}),
    ],
)
def test_hidden_property_false_debts_and_abnormal_income_are_pursued_without_a_limit(
    opened: Liquidation, ground: str, more: dict[str, Any]
) -> None:
    assert refused(opened, accepted_on(opened) - timedelta(days=3650), ground=ground, **more) == []


def test_a_bonus_of_solvent_days_is_no_abnormal_income(opened: Liquidation) -> None:
    day = accepted_on(opened) - timedelta(days=30)

    assert refused(opened, day, ground="ABNORMAL_INCOME") == ["income_while_solvent"]


def test_the_look_back_counts_from_the_liquidation_or_clearance_that_came_before(opened: Liquidation) -> None:
    accepted = accepted_on(opened)
    before = add_months(accepted, -8)
    first = add_months(before, -12)

    counted = [refused(opened, first - timedelta(days=back), anchor_on=before.isoformat()) for back in (0, 1)]

    assert refused(opened, first) == ["act_too_old"]
    assert counted == [[], ["act_too_old"]]
    later = {"anchor_on": (accepted + timedelta(days=1)).isoformat()}
    assert refused(opened, accepted - timedelta(days=1), **later) == ["anchor_after_acceptance"]


def test_an_act_of_the_day_of_acceptance_is_no_longer_set_aside(opened: Liquidation) -> None:
    accepted = accepted_on(opened)

    assert refused(opened, accepted - timedelta(days=1)) == []
    assert refused(opened, accepted) == ["act_after_acceptance"]


@pytest.mark.parametrize("exception", ["BENEFIT", "SECURED", "BY_COURT", "NECESSARY"])
def test_a_payment_under_an_exception_stands(opened: Liquidation, exception: str) -> None:
    day, paid = accepted_on(opened) - timedelta(days=30), {"ground": "PREFERENCE", "insolvent_then": True}

    assert refused(opened, day, exception=exception, **paid) == ["exception_applies"]
    assert refused(opened, day, exception=exception) == []


@pytest.mark.parametrize(
    ("months", "insolvent", "code"),
    [
        (6, True, []),
        (6, False, ["exception_applies"]),
        (7, True, ["exception_applies"]),
    ],
)
def test_a_prepaid_debt_that_fell_due_stands_unless_paid_late_while_insolvent(
    opened: Liquidation, months: int, insolvent: bool, code: list[str]
) -> None:
    day = add_months(accepted_on(opened), -months)
    prepaid = {"ground": "PREPAYMENT", "exception": "DUE_BEFORE", "insolvent_then": insolvent}

    assert refused(opened, day, **prepaid) == code


def found(case: Liquidation) -> int:
    """A gift within the year is recorded; returns its number."""
    day = (accepted_on(case) - timedelta(days=60)).isoformat()
    return case.begin("avoidances", "find_act", **{**ACT, "act_on": day})


def test_what_is_won_in_court_and_comes_back_is_an_asset_of_the_estate(opened: Liquidation) -> None:
    serial = found(opened)
    opened.move("avoidances", serial, "demand_return", how="书面通知，十日内返还")
    opened.move("avoidances", serial, "sue_for_return", forum="本院", reference="破产撤销权纠纷")
    opened.move("avoidances", serial, "set_aside", won_fen="300000", reference="民事判决书")

    opened.move("avoidances", serial, "take_back", kind="VEHICLE", name="货车两辆", returned_fen="300000")

    act, asset = opened.part("avoidances", serial), opened.part("assets", 1)
    assert (act.state, act.won_fen, act.returned_fen) == ("RECOVERED", 30_000_000, 30_000_000)
    assert (asset.name, asset.book_fen, asset.state) == ("货车两辆", 30_000_000, "FOUND")
    assert act.flags["asset"] == asset.serial


def test_a_suit_that_is_lost_and_an_act_that_is_dropped_bring_nothing_back(opened: Liquidation) -> None:
    lost, dropped = found(opened), found(opened)
    opened.move("avoidances", lost, "sue_for_return", forum="本院")
    opened.move("avoidances", lost, "lose_return", **REASON)
    opened.move("avoidances", dropped, "drop_act", **REASON)

    take_back = {"kind": "CASH", "name": "款项", "returned_fen": "1"}
    refusals = [
        opened.refused(opened.move, "avoidances", serial, "take_back", **take_back)
        for serial in (lost, dropped)
    ]

    assert refusals == [["wrong_state"], ["wrong_state"]]
    assert opened.part("avoidances", lost).state == "DISMISSED"
    assert opened.part("avoidances", dropped).state == "DROPPED"
