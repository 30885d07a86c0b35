"""A failed plan in a case: what creditors had received, what their claims stand at, how money is shared."""

from datetime import timedelta
from typing import Any

import pytest

from court_app.services.claims import claim_register
from court_app.services.distribution import distribution_drafts, distribution_sheets, distributions
from court_app.services.meetings.voting_roll import stakes_of
from models import Case, Claim
from tests.liquidation.playing import CLERK, JUDGE, SUSPENSIVE, Liquidation, today
from tests.liquidation.test_distributions import confirmed, settle
from workflows.calculations.draft import working_of

RECEIVED = {1: "300000", 2: "200000"}


def told(case: Liquidation, **more: Any) -> dict[str, Any]:
    """A reorganization plan that was approved after the acceptance and ended with the declaration."""
    return {
        "kind": "REORGANIZATION",
        "name": "江澜重型机械重整计划",
        "approved_on": (case.play.day - timedelta(days=30)).isoformat(),
        "approved_by": "（2026）豫9701破1号之三",
        "ended_on": today(case),
        "ended_by": "（2026）豫9701破1号之四",
        "guarantees": "江澜控股为执行提供的连带责任保证继续有效。",
        "evidence": "两份裁定书，卷二第3至9页。",
        **more,
    }


def failed(case: Liquidation, **more: Any) -> int:
    """The judge records the plan that failed; returns its number."""
    return case.begin("failed_plans", "record_failed_plan", JUDGE, **told(case, **more))


def received(case: Liquidation, serial: int, yuan: str, **more: Any) -> int:
    """The administrator records what a creditor had received under it."""
    day = (case.play.day - timedelta(days=10)).isoformat()
    said = {"claim_serial": serial, "received_fen": yuan, "received_on": day, "evidence": "付款凭证7号"}
    return case.begin("plan_receipts", "record_plan_receipt", CLERK, **{**said, **more})


def claim(case: Liquidation, serial: int) -> Claim:
    """A claim of the case."""
    found: Claim = case.part("claims", serial)
    return found


@pytest.fixture
def worked(declared: Liquidation) -> Liquidation:
    """Section 9: 1,000,000 (got 300,000), 2,000,000 (got 200,000), 1,000,000 (got 0); a pool of 500,000."""
    for serial, yuan in ((1, 1_000_000), (2, 2_000_000), (3, 1_000_000)):
        fixed_at(declared, serial, yuan * 100)
    failed(declared)
    for serial, text in RECEIVED.items():
        received(declared, serial, text)
    return declared


def fixed_at(case: Liquidation, serial: int, fen: int) -> None:
    """The claim stands fixed at a sum, as a judgment would fix it."""
    with case.play.bench.writing() as session, session.begin():
        own = session.get_one(Claim, claim(case, serial).id)
        own.filed_fen = own.admitted_fen = own.fixed_fen = fen


def drafted(case: Liquidation, **figures: Any) -> Any:
    """The draft of the case."""
    with case.play.bench.reading() as session:
        occasion = case.play.occasion(session, CLERK)
        return distribution_drafts.drafted(
            occasion, session.get_one(Case, case.case), distribution_drafts.read(figures)
        )


def test_concessions_lapse_and_a_claim_stands_at_the_original_less_what_was_received(
    worked: Liquidation,
) -> None:
    first = claim(worked, 1)

    assert (first.original_fen, first.plan_received_fen, first.amount_fen) == (
        100_000_000,
        30_000_000,
        70_000_000,
    )


def test_the_register_says_the_same_from_the_day_it_was_recorded(worked: Liquidation) -> None:
    with worked.play.bench.reading() as session:
        occasion = worked.play.occasion(session, JUDGE)
        found = claim_register.register(occasion, session.get_one(Case, worked.case), worked.play.day)
        entries = {entry.claim.serial: entry.amount_fen for entry in found.entries}

    assert found.sums["plan_received_fen"] == 50_000_000
    assert (entries[1], entries[2]) == (70_000_000, 180_000_000)


def test_the_worked_example_of_the_law_comes_out_of_the_draft(worked: Liquidation) -> None:
    found = drafted(worked, available_fen="500000")

    assert [line.paid_fen for line in found.draft.lines] == [0, 26_666_667, 23_333_333]
    (ordinary,) = found.draft.ranks
    assert str(ordinary.level) == "7/30"
    said = [str(line) for line in distribution_sheets.sentences(found.draft)]
    assert "清偿500,000.00元，同一比例r＝7／30（约23.3333%）" in said[0]
    assert "本次不分配" in str(working_of(found.draft.lines[0], found.draft.ranks)[0])


def test_what_the_draft_says_is_what_the_distribution_gives_and_the_next_goes_on_from_there(
    worked: Liquidation,
) -> None:
    worked.sell(800_000)
    worked.plan_adopted()
    worked.step("distribute", pool_fen="500000", announced_on=today(worked))
    first = {serial: fen for serial, (fen, _) in worked.shares().items()}

    said = {line.claim.serial: line.paid_fen for line in drafted(worked).draft.lines}
    worked.final(300_000)

    assert first == {1: 0, 2: 26_666_667, 3: 23_333_333}
    assert {serial: fen for serial, (fen, _) in worked.shares(2).items()} == said
    assert said == {1: 2_500_000, 2: 18_333_333, 3: 9_166_667}


def test_the_plan_keeps_ratio_and_working_with_its_table(worked: Liquidation) -> None:
    worked.sell(500_000)
    worked.step(
        "propose_distribution_plan",
        available_fen="500000",
        remuneration_fen="0",
        order_and_ratio="",
        method="银行转账。",
    )

    with worked.play.bench.reading() as session:
        occasion = worked.play.occasion(session, CLERK)
        (plan,) = distributions.plans_of(occasion, session.get_one(Case, worked.case))
        assert "7／30" in plan.order_and_ratio
        assert plan.pool_fen == 50_000_000


def test_votes_count_the_rest_of_a_claim(worked: Liquidation) -> None:
    with worked.play.bench.reading() as session:
        stakes = stakes_of(session, session.get_one(Case, worked.case))

    assert [stake.amount_fen for stake in stakes] == [70_000_000, 180_000_000, 100_000_000]


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ({"received_fen": "900000.00"}, []),
        ({"received_fen": "900000.01"}, ["more_than_the_claim"]),
        ({"received_fen": "0"}, ["more_than_the_claim"]),
        ({"claim_serial": 77}, ["claim_not_confirmed"]),
    ],
)
def test_nobody_has_received_more_than_his_claim(
    declared: Liquidation, more: dict[str, Any], codes: list[str]
) -> None:
    failed(declared)

    assert declared.refused(received, declared, 1, "1", **more) == codes


def test_several_receipts_of_a_claim_add_up_to_the_claim_at_most(declared: Liquidation) -> None:
    failed(declared)
    received(declared, 1, "500000")

    assert declared.refused(received, declared, 1, "400000.01") == ["more_than_the_claim"]
    assert declared.refused(received, declared, 1, "400000") == []


@pytest.mark.parametrize(
    ("days", "codes"),
    [(31, ["not_in_performance"]), (30, []), (0, [])],
)
def test_only_what_was_received_while_the_plan_was_performed_counts(
    declared: Liquidation, days: int, codes: list[str]
) -> None:
    failed(declared)
    day = (declared.play.day - timedelta(days=days)).isoformat()

    assert declared.refused(received, declared, 1, "100", received_on=day) == codes


def test_a_receipt_needs_a_failed_plan_that_the_judge_has_recorded(declared: Liquidation) -> None:
    assert declared.refused(received, declared, 1, "100") == ["no_failed_plan"]


def test_one_plan_is_in_force_at_a_time(declared: Liquidation) -> None:
    first = failed(declared)

    assert declared.refused(failed, declared) == ["another_failed_plan"]

    declared.move("failed_plans", first, "cancel_failed_plan", JUDGE, reason="登记错误。")
    assert declared.refused(failed, declared) == []


def test_a_plan_is_recorded_once_the_debtor_is_declared_bankrupt(met: Liquidation) -> None:
    assert met.refused(failed, met) == ["not_in_liquidation"]


@pytest.mark.parametrize(
    ("approved", "ended", "codes"),
    [(0, 0, []), (-1, 0, ["days_out_of_order"]), (5, 4, ["days_out_of_order"]), (5, 5, [])],
)
def test_acceptance_approval_and_end_follow_each_other(
    declared: Liquidation, approved: int, ended: int, codes: list[str]
) -> None:
    with declared.play.bench.reading() as session:
        accepted = session.get_one(Case, declared.case).accepted_on
    assert accepted is not None
    days = {
        "approved_on": (accepted + timedelta(days=approved)).isoformat(),
        "ended_on": (accepted + timedelta(days=ended)).isoformat(),
    }

    assert declared.refused(failed, declared, **days) == codes


def test_the_end_of_the_plan_is_not_after_the_declaration(declared: Liquidation) -> None:
    day = declared.play.day
    declared.later(1)

    late = (day + timedelta(days=1)).isoformat()
    assert declared.refused(failed, declared, ended_on=late) == ["days_out_of_order"]
    assert declared.refused(failed, declared, ended_on=day.isoformat()) == []


def test_after_a_distribution_neither_plan_nor_receipts_change(worked: Liquidation) -> None:
    worked.sell(500_000)
    worked.plan_adopted()
    worked.step("distribute", pool_fen="500000", announced_on=today(worked))

    assert worked.refused(received, worked, 3, "100") == ["claim_took_part"]
    assert worked.refused(worked.move, "plan_receipts", 1, "cancel_plan_receipt", reason="错") == [
        "claim_took_part"
    ]
    assert worked.refused(worked.move, "failed_plans", 1, "correct_failed_plan", JUDGE, **told(worked)) == [
        "already_distributed"
    ]


def test_a_receipt_recorded_in_error_is_cancelled_and_the_claim_stands_again(worked: Liquidation) -> None:
    worked.move("plan_receipts", 1, "cancel_plan_receipt", reason="登记错误。")

    assert (claim(worked, 1).plan_received_fen, claim(worked, 1).amount_fen) == (0, 100_000_000)


def test_a_plan_with_receipts_is_not_cancelled(worked: Liquidation) -> None:
    codes = worked.refused(worked.move, "failed_plans", 1, "cancel_failed_plan", JUDGE, reason="登记错误。")

    assert codes == ["receipts_stand"]


def test_receipts_stay_unless_the_agreement_is_void(worked: Liquidation) -> None:
    asked = {"reclaimed_fen": "100000", "how": "书面通知"}

    assert worked.refused(worked.move, "plan_receipts", 1, "reclaim_excess", **asked) == ["receipts_stay"]


@pytest.fixture
def void(declared: Liquidation) -> Liquidation:
    """The sums of section 9, received under an agreement that was ruled void."""
    for serial, yuan in ((1, 1_000_000), (2, 2_000_000), (3, 1_000_000)):
        fixed_at(declared, serial, yuan * 100)
    failed(declared, kind="COMPOSITION_VOID", name="江澜重型机械和解协议")
    for serial, text in RECEIVED.items():
        received(declared, serial, text)
    return declared


@pytest.mark.parametrize(
    ("pool", "excess"),
    [("0", {1: 17_500_000}), ("500000", {1: 5_000_000}), ("699999.96", {1: 1}), ("700000", {})],
)
def test_under_a_void_agreement_what_is_above_the_ratio_of_the_others_is_owed_back(
    void: Liquidation, pool: str, excess: dict[int, int]
) -> None:
    sheet = drafted(void, available_fen=pool).excess

    assert {row.serial: row.excess_fen for row in sheet.rows} == excess


def test_if_the_others_get_nothing_all_of_it_is_owed_back_to_those_who_come_first(void: Liquidation) -> None:
    sheet = drafted(void, available_fen="100000", common_fen="900000").excess

    assert {row.serial: row.excess_fen for row in sheet.rows} == {1: 30_000_000, 2: 20_000_000}


def test_what_is_owed_back_becomes_a_receivable_and_what_came_in_is_no_receipt_any_more(
    void: Liquidation,
) -> None:
    void.move("plan_receipts", 1, "reclaim_excess", reclaimed_fen="50000", how="书面通知，十五日内返还")
    asset = void.part("plan_receipts", 1).flags["asset"]
    told = {"returned_fen": "50000"}
    before = void.refused(void.move, "plan_receipts", 1, "record_excess_returned", **told)
    void.move("assets", asset, "take_over_asset")
    void.move("assets", asset, "collect", received_fen="50000")

    void.move("plan_receipts", 1, "record_excess_returned", **told)

    assert before == ["not_come_in"]
    assert (claim(void, 1).plan_received_fen, claim(void, 1).amount_fen) == (25_000_000, 75_000_000)
    found = drafted(void, available_fen="550000")
    assert [line.paid_fen for line in found.draft.lines] == [0, 30_000_000, 25_000_000]
    assert found.excess is not None
    assert found.excess.rows == ()


def test_a_claim_filed_after_a_distribution_does_not_catch_up_on_it(worked: Liquidation) -> None:
    worked.sell(800_000)
    worked.plan_adopted()
    worked.step("distribute", pool_fen="500000", announced_on=today(worked))
    late = confirmed(worked, "江澜市迟申报贸易有限公司", 1_000_000)

    worked.step("distribute", pool_fen="100000", announced_on=today(worked))

    assert {serial: fen for serial, (fen, _) in worked.shares(2).items()} == {
        1: 0,
        2: 5_000_000,
        3: 2_500_000,
        late: 2_500_000,
    }


def test_a_share_laid_aside_that_is_freed_goes_to_those_who_are_behind(worked: Liquidation) -> None:
    conditional = confirmed(worked, "江澜市附条件担保有限公司", 1_000_000, **SUSPENSIVE)
    worked.sell(800_000)
    worked.plan_adopted()
    worked.final(750_000)
    before = worked.shares()

    settle(worked, "settle_conditional_share", conditional, to_creditor=False)

    after = worked.shares()
    assert before[conditional] == (23_750_000, "CONDITIONAL")
    assert before[1] == (0, "PAID")
    assert sum(fen for fen, _ in after.values()) == 75_000_000
    assert {n: fen for n, (fen, _) in after.items() if n != conditional} == {
        1: 1_250_000,
        2: 42_500_000,
        3: 31_250_000,
    }
