"""A plan that a class refused: when its approval may be asked for, and what is kept with the application."""

from typing import Any

import pytest

from court_app.errors import BadInput
from court_app.services.meetings.plan_approvals import classes_with_members
from models.vocabulary import ClaimClass, ConditionsMet, PlanApprovalState, VotingGroup
from tests.liquidation.playing import JUDGE, REASON, Liquidation
from tests.liquidation.test_plan_classes import AGAINST, BANK, FOR, TAX, WAGES, put, vote, with_classes
from workflows.calculations.stakes import Stake
from workflows.text import thaw

ALL_FOUND = {
    "secured_paid_in_full": "YES",
    "secured_delay_compensated": "YES",
    "security_not_impaired": "YES",
    "employees_paid_in_full": "YES",
    "taxes_paid_in_full": "YES",
    "equity_adjusted_fairly": "YES",
    "members_treated_equally": "YES",
    "order_kept": "YES",
    "business_plan_feasible": "YES",
}
CONSULTED = {"consultation": "管理人与该组协商未果。"}


def ask(case: Liquidation, ratio: str = "45", **more: Any) -> int:
    """The administrator asks for the approval."""
    told = {"applicant": "ADMINISTRATOR", "plan_ratio": ratio, **ALL_FOUND, **more}
    return case.begin("plan_approvals", "ask_for_approval", **told)


@pytest.fixture
def classes(met: Liquidation) -> Liquidation:
    """A case with a claim of every class, all with amounts for voting."""
    return with_classes(met)


@pytest.fixture
def refused(classes: Liquidation) -> Liquidation:
    """Taxes pass, the ordinary class has lost once; the house is worth 2,300,000, 950,000 are on the account.

    In a liquidation the bank gets its 2,000,000 of the house, the pool is 950,000 + 300,000 = 1,250,000:
    wages 50,000, taxes 300,000, ordinary claims 900,000 of 2,700,000, a third.
    """
    classes.move("assets", 1, "take_over_asset")
    classes.move("assets", 1, "appraise", appraised_fen="2300000", appraiser="江澜市诚信资产评估有限公司")
    classes.hold_money(950_000)
    for number in (BANK, TAX, WAGES):
        classes.move("claims", number, "verify", meeting_serial=1)
    classes.step("confirm_claims", JUDGE)
    vote(classes, "TAX", {TAX: FOR})
    vote(classes, "ORDINARY", {1: FOR, 2: AGAINST, 3: AGAINST})
    return classes


def lost_again(case: Liquidation) -> None:
    """The ordinary class loses its second vote too."""
    vote(case, "ORDINARY", {1: FOR, 2: AGAINST, 3: AGAINST}, **CONSULTED)


def test_without_a_vote_or_with_every_class_in_favour_there_is_nothing_to_ask(classes: Liquidation) -> None:
    before = classes.refused(ask, classes)
    vote(classes, "TAX", {TAX: FOR})

    assert (before, classes.refused(ask, classes)) == (["no_class_has_voted"], ["plan_is_passed"])


def test_while_a_second_vote_is_open_nothing_is_asked(refused: Liquidation) -> None:
    first = refused.refused(ask, refused)
    put(refused, "ORDINARY", **CONSULTED)

    assert first == ["second_vote_is_open"]
    assert refused.refused(ask, refused) == ["class_is_voting", "second_vote_is_open"]


def test_a_class_that_refuses_to_vote_again_opens_the_way(refused: Liquidation) -> None:
    refused.move("resolutions", 2, "refuse_second_vote", **REASON)

    assert refused.part("plan_approvals", ask(refused)).state == PlanApprovalState.FILED.value


def test_where_no_class_has_passed_nothing_is_asked(classes: Liquidation) -> None:
    lost = vote(classes, "TAX", {TAX: AGAINST})
    classes.move("resolutions", lost, "refuse_second_vote", **REASON)

    assert classes.refused(ask, classes) == ["no_class_has_passed"]


@pytest.mark.parametrize(
    ("ratio", "outcome"),
    [
        ("33.333333", ConditionsMet.MISSING),
        ("1/3", ConditionsMet.MET),
        ("33.333334", ConditionsMet.MET),
    ],
)
def test_ordinary_claims_get_at_least_the_third_that_a_liquidation_today_would_bring(
    refused: Liquidation, ratio: str, outcome: ConditionsMet
) -> None:
    lost_again(refused)

    kept = refused.part("plan_approvals", ask(refused, ratio))

    assert (kept.ordinary_paid_fen, kept.ordinary_fen) == (90_000_000, 270_000_000)
    assert kept.outcome == outcome
    lines = [thaw(line, "zh", str) for line in kept.working]
    assert (
        "提请批准时普通债权依照破产清算程序所能获得的清偿比例：900,000.00／2,700,000.00＝33.333333%。"
        in lines
    )


def test_the_application_keeps_votes_ranks_and_six_conditions_each_with_its_reason(
    refused: Liquidation,
) -> None:
    lost_again(refused)

    kept = refused.part("plan_approvals", ask(refused, business_plan_feasible="OPEN"))

    assert [(row["group"], row["state"]) for row in kept.classes] == [
        ("TAX", "PASSED"),
        ("ORDINARY", "FAILED"),
        ("ORDINARY", "FAILED"),
    ]
    assert [(row["rank"], row["paid_fen"]) for row in kept.liquidation] == [
        ("employee", 5_000_000),
        ("social_tax", 30_000_000),
        ("ordinary", 90_000_000),
    ]
    why = {row["number"]: thaw(row["why"][-1], "zh", str) for row in kept.conditions}
    assert why[2] == "税款债权组已经通过"
    assert why[1].startswith("担保权未受到实质性损害"), "the bank did not vote: what it gets is shown instead"
    assert kept.outcome == ConditionsMet.OPEN


def test_what_is_kept_does_not_move_when_the_estate_does(refused: Liquidation) -> None:
    lost_again(refused)
    serial = ask(refused)

    refused.hold_money(500_000)

    assert refused.part("plan_approvals", serial).ordinary_paid_fen == 90_000_000


def test_figures_of_a_liquidation_may_be_told_and_an_asset_without_value_must_be(
    refused: Liquidation,
) -> None:
    lost_again(refused)
    press = refused.begin("assets", "find_asset", kind="EQUIPMENT", name="冲床")
    refused.move("assets", press, "take_over_asset")
    burden = {"kind": "MORTGAGE", "claim_serial": BANK, "holder": "江澜市临江农村商业银行"}
    refused.move("assets", press, "record_encumbrance", **burden)
    with pytest.raises(BadInput) as unknown:
        ask(refused)

    rows = [{"asset_serial": press, "proceeds_fen": "100000"}]
    kept = refused.part("plan_approvals", ask(refused, available_fen="950000", collateral=rows))

    assert list(unknown.value.fields) == ["collateral"]
    assert kept.ordinary_paid_fen == 100_000_000, "both leave 400,000 beyond the bank's claim"


@pytest.mark.parametrize(
    ("claim_class", "fen", "groups"),
    [
        (ClaimClass.EMP, 1, [VotingGroup.EMPLOYEES]),
        (ClaimClass.SEC, 1, [VotingGroup.SECURED]),
        (ClaimClass.SOC, 1, []),
        (ClaimClass.EMP, 0, []),
    ],
)
def test_a_class_is_there_though_its_claims_are_not_fixed_yet(
    claim_class: ClaimClass, fen: int, groups: list[VotingGroup]
) -> None:
    verified = Stake(creditor=1, serial=1, claim_class=claim_class, state="VERIFIED", amount_fen=fen)

    assert classes_with_members([verified]) == groups


def test_one_application_stands_at_a_time(refused: Liquidation) -> None:
    lost_again(refused)
    first = ask(refused)
    second = refused.refused(ask, refused)

    refused.move("plan_approvals", first, "withdraw_application", reason="补充评估报告后再行申请。")

    assert second == ["application_is_pending"]
    assert ask(refused) == 2
