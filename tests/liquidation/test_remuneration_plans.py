"""The plan of remuneration through the services: its report, its changes, objections to it."""

import pytest

from tests.liquidation.playing import JUDGE, REASON, Liquidation
from tests.liquidation.remunerating import (
    CHANGE,
    FINAL,
    LOWER,
    D,
    K,
    S,
    asked_in,
    objected,
    planned_in,
    resolved,
)


def test_the_plan_is_told_to_the_administrator_within_three_days(met: Liquidation) -> None:
    serial = planned_in(met)
    running = met.statuses(K.REM_NOTIFY)
    met.issue(D.REMUNERATION_NOTICE)
    met.serve(D.REMUNERATION_NOTICE)

    plan = met.part("remunerations", serial)
    assert plan.planned_fen == 115_554_073
    assert plan.rates == ["12", "10", "8", "6", "3", "1", "0.5"]
    assert running == [S.RUNNING]
    assert met.statuses(K.REM_NOTIFY) == [S.MET]


def test_the_plan_is_reported_once_at_a_meeting_that_was_held(met: Liquidation) -> None:
    serial = planned_in(met)
    too_early = met.refused(met.move, "remunerations", serial, "report_remuneration_plan", meeting_serial=2)

    met.move("remunerations", serial, "report_remuneration_plan")

    assert too_early == ["meeting_not_held"]
    assert met.part("remunerations", serial).reported_on == met.play.day
    assert met.refused(met.move, "remunerations", serial, "report_remuneration_plan") == ["already_reported"]


@pytest.mark.parametrize(
    ("rates", "codes"),
    [
        ({"to_100": "12"}, []),
        ({"to_100": "12.0001"}, ["rate_above_limit"]),
        ({"above": "0.5"}, []),
        ({"above": "0.5001"}, ["rate_above_limit"]),
    ],
)
def test_no_rate_is_above_its_limit(opened: Liquidation, rates: dict[str, str], codes: list[str]) -> None:
    assert opened.refused(planned_in, opened, rates=rates) == codes


def test_the_government_is_not_paid(opened: Liquidation) -> None:
    assert opened.refused(planned_in, opened, payee="GOVERNMENT") == ["government_is_not_paid"]
    assert opened.refused(planned_in, opened, payee="GROUP_MEMBER") == []


def test_one_administrator_has_one_plan(opened: Liquidation) -> None:
    planned_in(opened)

    assert "plan_exists" in opened.refused(planned_in, opened)


def test_an_agreed_change_needs_the_resolution_and_the_law_and_is_passed_on_in_three_days(
    met: Liquidation,
) -> None:
    serial, resolution = planned_in(met), resolved(met)
    agreed = {**CHANGE, "rates": LOWER, "resolution_serial": resolution, "is_lawful": True}
    without = met.refused(
        met.move,
        "remunerations",
        serial,
        "adjust_by_agreement",
        JUDGE,
        **{**agreed, "resolution_serial": 99},
    )
    unlawful = met.refused(
        met.move, "remunerations", serial, "adjust_by_agreement", JUDGE, **{**agreed, "is_lawful": False}
    )

    met.move("remunerations", serial, "adjust_by_agreement", JUDGE, **agreed)
    met.issue(D.REMUNERATION_CHANGE_NOTICE)
    met.serve(D.REMUNERATION_CHANGE_NOTICE)
    waiting = met.statuses(K.REM_CHANGE_REPORT)
    met.move("remunerations", serial, "report_change")

    assert (without, unlawful) == (["no_resolution"], ["agreement_unlawful"])
    assert met.part("remunerations", serial).planned_fen == 10_000_000 + 32_000_000 + 30_000_000 + 15_702_715
    assert met.statuses(K.REM_CHANGE_NOTIFY) == [S.MET]
    assert (waiting, met.statuses(K.REM_CHANGE_REPORT)) == ([S.RUNNING], [S.MET])
    assert met.refused(met.move, "remunerations", serial, "report_change") == ["nothing_to_report"]


def test_what_is_not_said_of_a_change_stays_as_it_was(met: Liquidation) -> None:
    serial = planned_in(met, rates=LOWER)

    met.move("remunerations", serial, "adjust_by_court", JUDGE, **CHANGE, rates={"to_100": "9"})

    assert met.part("remunerations", serial).rates == ["9", "8", "6", "4", "3", "1", "0.5"]


def test_a_plan_that_follows_a_bid_is_changed_only_by_an_objection_that_is_upheld(met: Liquidation) -> None:
    serial = planned_in(met, competitive=True)
    by_court = met.refused(met.move, "remunerations", serial, "adjust_by_court", JUDGE, **CHANGE)
    resolution = resolved(met)
    words = {"request": "调减。", "reason": "报价高于工作量。"}
    met.move("remunerations", serial, "object_to_remuneration", resolution_serial=resolution, **words)
    met.move("remunerations", serial, "forward_objection", received_on=met.play.day.isoformat())
    met.move("remunerations", serial, "explain_remuneration", explanation="报价已经考虑工作量。")

    met.move("remunerations", serial, "uphold_objection", JUDGE, **CHANGE, rates=LOWER)

    assert by_court == ["plan_follows_a_bid"]
    assert met.part("remunerations", serial).rates[0] == "10"


def test_an_objection_runs_its_three_periods(met: Liquidation) -> None:
    serial = objected(met)
    received = met.play.day
    begun = (met.statuses(K.REM_OBJECTION_TELL), met.statuses(K.REM_OBJECTION_DECIDE))
    unheard = met.refused(met.move, "remunerations", serial, "reject_objection", JUDGE, **REASON)
    met.later(2)
    met.move("remunerations", serial, "forward_objection", received_on=met.play.day.isoformat())
    met.move("remunerations", serial, "explain_remuneration", explanation="比例未超过限制。")
    met.later(1)

    met.move("remunerations", serial, "reject_objection", JUDGE, **REASON)

    assert begun == ([S.RUNNING], [S.RUNNING])
    assert (met.clocks(K.REM_OBJECTION_DECIDE)[0].nominal_on - received).days == 10
    assert unheard == ["not_explained"]
    for kind in (K.REM_OBJECTION_TELL, K.REM_OBJECTION_REPLY, K.REM_OBJECTION_DECIDE):
        assert met.statuses(kind) == [S.MET]
    assert met.part("remunerations", serial).state == "PLANNED"
    assert D.REMUNERATION_CHANGE_NOTICE in met.papers()


def test_an_administrator_who_keeps_silent_is_not_waited_for(met: Liquidation) -> None:
    serial = objected(met)
    met.move("remunerations", serial, "forward_objection", received_on=met.play.day.isoformat())
    last = met.clocks(K.REM_OBJECTION_REPLY)[0].due_on
    met.on(last)
    on_the_last_day = met.refused(met.move, "remunerations", serial, "reject_objection", JUDGE, **REASON)
    met.later(1)

    met.move("remunerations", serial, "reject_objection", JUDGE, **REASON)

    assert on_the_last_day == ["not_explained"]
    assert met.statuses(K.REM_OBJECTION_REPLY) == [S.MET_LATE]


def test_nothing_is_paid_while_an_objection_is_under_review(met: Liquidation) -> None:
    planned_in(met)
    asked = asked_in(met, "100000.00")
    resolution = resolved(met)
    words = {"request": "调减。", "reason": "偏高。"}
    met.move("remunerations", 1, "object_to_remuneration", resolution_serial=resolution, **words)

    refused = met.refused(
        met.move, "instalments", asked, "allow_payment", JUDGE, allowed_fen="100000.00", **REASON
    )

    assert refused == ["remuneration_not_open"]


def test_an_objection_to_the_final_amount_that_fails_leaves_it_fixed(met: Liquidation) -> None:
    serial, resolution = planned_in(met), resolved(met)
    met.move("remunerations", serial, "fix_remuneration", JUDGE, **FINAL)
    words = {"request": "调减。", "reason": "偏高。"}
    met.move("remunerations", serial, "object_to_remuneration", resolution_serial=resolution, **words)
    met.move("remunerations", serial, "forward_objection", received_on=met.play.day.isoformat())
    met.move("remunerations", serial, "explain_remuneration", explanation="未超过上限。")

    met.move("remunerations", serial, "reject_objection", JUDGE, **REASON)

    kept = met.part("remunerations", serial)
    assert (kept.state, kept.fixed_fen) == ("FIXED", 100_000_000)


def test_an_objection_to_the_final_amount_that_is_upheld_has_it_fixed_anew(met: Liquidation) -> None:
    serial, resolution = planned_in(met), resolved(met)
    met.move("remunerations", serial, "fix_remuneration", JUDGE, **FINAL)
    words = {"request": "调减。", "reason": "偏高。"}
    met.move("remunerations", serial, "object_to_remuneration", resolution_serial=resolution, **words)
    met.move("remunerations", serial, "forward_objection", received_on=met.play.day.isoformat())
    met.move("remunerations", serial, "explain_remuneration", explanation="未超过上限。")

    met.move("remunerations", serial, "uphold_objection", JUDGE, **CHANGE, rates=LOWER)

    kept = met.part("remunerations", serial)
    assert (kept.state, kept.fixed_fen, kept.base_fen) == ("PLANNED", None, None)
    assert met.refused(met.move, "remunerations", serial, "fix_remuneration", JUDGE, **FINAL) == [
        "above_plan"
    ]
