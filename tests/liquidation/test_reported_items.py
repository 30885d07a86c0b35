"""What a court reports of claims, assets, votes and fees by the data standard, from the steps that say it."""

from datetime import date, timedelta

import pytest
from marshmallow import ValidationError
from sqlalchemy import select

from models import DistributionPlan
from models.vocabulary import AssetOrigin
from tests.liquidation.playing import JUDGE, LOST, REASON, Liquidation
from tests.liquidation.remunerating import objected, resolved
from tests.liquidation.test_avoidances import found
from tests.liquidation.test_meetings import ABSENT

MACHINE = {"kind": "EQUIPMENT", "name": "数控机床"}


def test_an_asset_that_nothing_else_is_said_of_was_the_debtors_at_the_acceptance(opened: Liquidation) -> None:
    serial = opened.begin("assets", "find_asset", **MACHINE)

    assert opened.part("assets", serial).origin is AssetOrigin.AT_ACCEPTANCE


@pytest.mark.parametrize("origin", list(AssetOrigin))
def test_an_asset_says_how_it_came_into_the_estate(opened: Liquidation, origin: AssetOrigin) -> None:
    serial = opened.begin("assets", "find_asset", **MACHINE, origin=origin.value)

    assert opened.part("assets", serial).origin is origin


@pytest.mark.parametrize("told", ["STOLEN", "", "受理时属于债务人", None, 1])
def test_an_origin_that_is_not_on_the_list_is_refused_by_the_name_of_its_field(
    opened: Liquidation, told: object
) -> None:
    with pytest.raises(ValidationError) as refusal:
        opened.begin("assets", "find_asset", **MACHINE, origin=told)

    assert list(refusal.value.normalized_messages()) == ["origin"]


def test_what_comes_back_by_an_avoidance_is_recorded_as_recovered(opened: Liquidation) -> None:
    serial = found(opened)
    opened.move("avoidances", serial, "demand_return", how="书面通知，十日内返还")

    opened.move("avoidances", serial, "take_back", kind="VEHICLE", name="货车两辆", returned_fen="300000")

    act = opened.part("avoidances", serial)
    asset = act.flags["asset"]
    assert act.demanded_on == opened.play.day
    assert opened.part("assets", asset).origin is AssetOrigin.RECOVERED


def test_an_origin_recorded_wrongly_is_put_right_with_a_reason(opened: Liquidation) -> None:
    serial = opened.begin("assets", "find_asset", **MACHINE)

    opened.move("assets", serial, "correct_origin", origin="LATER", **REASON)

    assert opened.part("assets", serial).origin is AssetOrigin.LATER


def test_an_origin_is_not_put_right_without_a_reason(opened: Liquidation) -> None:
    serial = opened.begin("assets", "find_asset", **MACHINE)

    with pytest.raises(ValidationError) as refusal:
        opened.move("assets", serial, "correct_origin", origin="LATER")

    assert list(refusal.value.normalized_messages()) == ["reason"]


def test_an_asset_keeps_the_day_on_which_it_was_taken_over(met: Liquidation) -> None:
    serial = met.begin("assets", "find_asset", **MACHINE)
    before = met.part("assets", serial).taken_over_on

    met.move("assets", serial, "take_over_asset")

    assert (before, met.part("assets", serial).taken_over_on) == (None, met.play.day)


def test_a_claim_keeps_who_objects_to_it_and_since_when_and_when_he_sued(met: Liquidation) -> None:
    met.move("claims", 1, "dispute", objector="债务人", reason="数额有误。")
    objected_on = met.play.day
    met.later(3)
    posted_on = met.play.day
    met.later(1)

    met.move(
        "claims", 1, "sue", forum="本院", reference="（2026）豫97民初9号", posted_on=posted_on.isoformat()
    )

    claim = met.part("claims", 1)
    assert (claim.objector, claim.objected_on) == ("债务人", objected_on)
    assert claim.sued_on == posted_on, "what was posted counts by its post"


def test_a_suit_that_was_not_posted_counts_by_its_own_day(met: Liquidation) -> None:
    met.move("claims", 1, "dispute", objector="债务人", reason="数额有误。")

    met.move("claims", 1, "sue", forum="本院")

    assert met.part("claims", 1).sued_on == met.play.day


def test_a_resolution_keeps_the_day_on_which_its_revocation_was_asked(met: Liquidation) -> None:
    serial = resolved(met)
    met.later(5)

    met.move("resolutions", serial, "request_revocation", **ABSENT)

    assert met.part("resolutions", serial).revocation_asked_on == met.play.day


def test_a_remuneration_keeps_when_the_meeting_objected_and_when_the_court_answered(met: Liquidation) -> None:
    serial = objected(met)
    received = met.play.day
    open_objection = met.part("remunerations", serial).objection_answered_on
    met.move("remunerations", serial, "forward_objection", received_on=received.isoformat())
    met.move("remunerations", serial, "explain_remuneration", explanation="比例未超过限制。")
    met.later(2)

    met.move("remunerations", serial, "reject_objection", JUDGE, **REASON)

    kept = met.part("remunerations", serial)
    assert open_objection is None
    assert (kept.objected_on, kept.objection_answered_on) == (received, received + timedelta(days=2))


def test_a_second_objection_waits_for_its_own_answer(met: Liquidation) -> None:
    serial = objected(met)
    met.move("remunerations", serial, "forward_objection", received_on=met.play.day.isoformat())
    met.move("remunerations", serial, "explain_remuneration", explanation="比例未超过限制。")
    met.move("remunerations", serial, "reject_objection", JUDGE, **REASON)
    met.later(1)
    again = {"resolution_serial": resolved(met), "request": "调减。", "reason": "仍然偏高。"}

    met.move("remunerations", serial, "object_to_remuneration", **again)

    kept = met.part("remunerations", serial)
    assert (kept.objected_on, kept.objection_answered_on) == (met.play.day, None)


def ruled_on(case: Liquidation) -> date | None:
    """The day on which the court ruled on the latest plan of distribution."""
    with case.play.bench.reading() as session:
        chosen = select(DistributionPlan.ruled_on).where(DistributionPlan.case_id == case.case)
        return session.scalars(chosen.order_by(DistributionPlan.serial.desc())).first()


def proposed(case: Liquidation) -> None:
    """A plan of distribution is put to the meeting."""
    told = {"available_fen": "3000000", "remuneration_fen": "50000", "method": "银行转账。"}
    case.step("propose_distribution_plan", **told)


def test_a_plan_of_distribution_keeps_the_day_on_which_the_court_recognised_it(declared: Liquidation) -> None:
    declared.plan_adopted()

    assert ruled_on(declared) == declared.play.day


def test_a_ruling_that_is_not_upheld_leaves_the_plan_without_its_day(declared: Liquidation) -> None:
    proposed(declared)
    declared.step("distribution_plan_failed", **LOST)
    declared.step("distribution_plan_failed_twice", **LOST)
    before = ruled_on(declared)
    declared.step("court_rules_distribution", JUDGE, **REASON)
    adopted = ruled_on(declared)

    told = {"asked_by": "各债权人", "asked_on": declared.play.day.isoformat(), "applicants": "1-3"}
    declared.step("reconsider", JUDGE, plan="distribution_plan", upheld=False, **told, **REASON)

    assert (before, adopted, ruled_on(declared)) == (None, declared.play.day, None)
