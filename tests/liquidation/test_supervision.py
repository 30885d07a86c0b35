"""Major acts reported before they are done, and creditors who inspect papers."""

from datetime import timedelta
from typing import Any

from models.vocabulary import DeadlineKind as K
from models.vocabulary import DeadlineStatus as S
from models.vocabulary import DocumentKind as D
from tests.liquidation.playing import CARRIED, JUDGE, REASON, Liquidation, today
from tests.liquidation.test_committees import decide, in_office, resolve

SALE = {"buyer": "江澜正通机电有限公司", "price_fen": "3000000"}


def land(case: Liquidation) -> int:
    """A piece of land is found and taken over; returns its number."""
    serial = case.begin("assets", "find_asset", kind="LAND", name="工业用地使用权")
    case.move("assets", serial, "take_over_asset")
    return serial


def report(case: Liquidation, asset: int, ahead: int = 10, **more: Any) -> int:
    """The sale of an asset is reported; returns the number of the report."""
    return case.begin(
        "disposals",
        "report_act",
        act="69.1",
        subject="关于拍卖工业用地使用权的报告",
        asset_serials=str(asset),
        planned_on=(case.play.day + timedelta(days=ahead)).isoformat(),
        text="依照变价方案公开拍卖。",
        **more,
    )


def plan_adopted(case: Liquidation) -> None:
    """The realisation plan is passed."""
    case.step("propose_realisation_plan", plan="公开拍卖。")
    case.step("decide_realisation_plan", **CARRIED)


def test_a_major_act_is_reported_to_the_committee_and_to_the_court_where_there_is_none(
    met: Liquidation,
) -> None:
    asset = land(met)
    late = met.refused(report, met, asset, 9)
    to_court = report(met, asset)
    in_office(met)

    to_committee = report(met, asset)

    assert late == ["reported_too_late"]
    assert met.part("disposals", to_court).addressee.value == "COURT"
    assert met.part("disposals", to_committee).addressee.value == "COMMITTEE"
    assert [one.serial for one in met.part("disposals", to_committee).assets] == [asset]
    refused = met.refused(met.move, "disposals", to_court, "ask_explanation", question="为什么？")
    assert refused == ["reported_to_the_court"]


def test_land_is_offered_and_sold_on_the_day_that_its_report_allows(met: Liquidation) -> None:
    plan_adopted(met)
    asset = land(met)
    unreported = met.refused(met.move, "assets", asset, "offer", method="AUCTION")
    report(met, asset)
    met.move("assets", asset, "offer", method="AUCTION")
    met.later(9)
    early = met.refused(met.step, "dispose_asset", asset_serial=asset, **SALE)
    met.later(1)

    met.step("dispose_asset", asset_serial=asset, **SALE)

    assert (unreported, early) == (["disposal_not_reported"], ["disposal_not_reported"])
    assert met.part("assets", asset).state == "SOLD"


def test_the_day_of_a_report_may_still_be_typed(met: Liquidation) -> None:
    plan_adopted(met)
    asset = land(met)
    met.move("assets", asset, "offer", method="AUCTION", reported_on=today(met))
    met.later(10)

    met.step("dispose_asset", asset_serial=asset, **SALE)

    assert met.part("assets", asset).state == "SOLD"


def test_a_new_offer_needs_a_new_report(met: Liquidation) -> None:
    plan_adopted(met)
    asset = land(met)
    report(met, asset)
    met.move("assets", asset, "offer", method="AUCTION")
    met.later(10)
    met.move("assets", asset, "withdraw_offer", **REASON)

    without = met.refused(met.move, "assets", asset, "offer", method="AUCTION")
    report(met, asset)
    met.move("assets", asset, "offer", method="AUCTION")

    assert without == ["disposal_not_reported"]
    assert met.refused(met.step, "dispose_asset", asset_serial=asset, **SALE) == ["disposal_not_reported"]


def objected(case: Liquidation) -> tuple[int, int]:
    """The committee wants the sale of some land corrected; returns the numbers of asset and report."""
    plan_adopted(case)
    in_office(case)
    asset = land(case)
    serial = report(case, asset)
    case.move("disposals", serial, "ask_explanation", question="为何不公开拍卖？")
    case.move("disposals", serial, "explain_act", explanation="已有意向买受人。")
    case.move("disposals", serial, "object_to_act", decision_serial=decide(case), **REASON)
    return asset, serial


def test_an_objection_needs_a_decision_of_the_committee(met: Liquidation) -> None:
    in_office(met)
    serial = report(met, land(met))

    refused = met.refused(met.move, "disposals", serial, "object_to_act", decision_serial=1, **REASON)

    assert refused == ["no_decision"]


def test_what_the_administrator_corrects_may_be_done(met: Liquidation) -> None:
    _, serial = objected(met)
    met.move("disposals", serial, "correct_act", correction="改为公开拍卖。")
    met.later(9)
    early = met.refused(met.move, "disposals", serial, "do_act")
    met.later(1)

    met.move("disposals", serial, "do_act")

    assert early == ["disposal_too_early"]
    assert met.part("disposals", serial).done_on == met.play.day


def test_what_the_court_stops_is_sold_only_when_it_was_passed_again(met: Liquidation) -> None:
    asset, serial = objected(met)
    met.move("assets", asset, "offer", method="AUCTION")
    met.move("disposals", serial, "ask_court_about_act", refusal="管理人书面答复不予纠正。")
    asked = met.statuses(K.COMMITTEE_DISPUTE)
    met.later(5)
    met.move("disposals", serial, "stop_act", JUDGE, **REASON)
    met.later(10)
    stopped = met.refused(met.step, "dispose_asset", asset_serial=asset, **SALE)
    withdrawn = met.refused(met.move, "disposals", serial, "withdraw_report", **REASON)
    anew = resolve(met, "61.3", "别的事项")
    other = met.refused(met.move, "disposals", serial, "pass_act_again", resolution_serial=anew)
    earlier = met.refused(met.move, "disposals", serial, "pass_act_again", resolution_serial=1)

    again = resolve(met, "61.11", "重新表决工业用地使用权的处分")
    met.move("disposals", serial, "pass_act_again", resolution_serial=again)
    met.step("dispose_asset", asset_serial=asset, **SALE)

    assert (asked, met.statuses(K.COMMITTEE_DISPUTE)) == ([S.RUNNING], [S.MET])
    assert stopped == ["disposal_not_reported", "disposal_stopped"]
    assert (withdrawn, other) == (["wrong_state"], ["no_resolution"])
    assert earlier == ["voted_before_the_stop"]
    assert D.STOP_DISPOSAL_DECISION in met.papers()
    assert met.part("assets", asset).state == "SOLD"


def test_what_the_court_finds_to_conform_may_be_done(met: Liquidation) -> None:
    _, serial = objected(met)
    met.move("disposals", serial, "ask_court_about_act", refusal="管理人书面答复不予纠正。")

    met.move("disposals", serial, "find_act_conforming", JUDGE, **REASON)

    assert met.part("disposals", serial).state == "CONFORMING"
    assert met.papers()[-1] == D.SUPERVISION_DECISION


def ask_to_inspect(case: Liquidation) -> int:
    """The first creditor wants to inspect papers; returns the number of the request."""
    creditor = case.part("claims", 1).party_id
    return case.begin(
        "inspections",
        "request_inspection",
        creditor_id=creditor,
        papers=["ASSET_REPORT", "RESOLUTIONS"],
    )


def test_a_creditor_inspects_what_he_asked_for_and_keeps_its_secrets(met: Liquidation) -> None:
    serial = ask_to_inspect(met)
    given = {"given": "在管理人办公地点查阅原件。", "trade_secret": True}
    loose = met.refused(met.move, "inspections", serial, "give_papers", **given)

    met.move("inspections", serial, "give_papers", undertaking="AGREEMENT", **given)

    assert loose == ["no_undertaking"]
    inspection = met.part("inspections", serial)
    assert (inspection.state, inspection.given_on) == ("GIVEN", met.play.day)


def test_a_refused_creditor_has_the_courts_decision_within_five_days(met: Liquidation) -> None:
    serial = ask_to_inspect(met)
    met.move("inspections", serial, "refuse_papers", reason="资料正在整理。")
    met.later(1)
    met.move("inspections", serial, "ask_court_for_papers", grounds="表决需要了解财产状况。")
    clock = met.clocks(K.INFO_ACCESS)[0]
    met.later(5)

    met.move("inspections", serial, "order_papers", JUDGE, **REASON)

    assert (clock.due_on - clock.trigger_on).days >= 5
    assert met.statuses(K.INFO_ACCESS) == [S.MET]
    met.issue(D.INSPECTION_DECISION)
    assert len(met.waiting(D.INSPECTION_DECISION, "CLAIMANT")) == 1
    met.move("inspections", serial, "give_papers", given="提供复印件。")
    assert met.part("inspections", serial).state == "GIVEN"


def test_a_creditor_who_is_not_answered_may_ask_the_court_and_be_denied(met: Liquidation) -> None:
    serial = ask_to_inspect(met)
    met.move("inspections", serial, "ask_court_for_papers", grounds="管理人不答复。")

    met.move("inspections", serial, "deny_papers", JUDGE, **REASON)

    assert met.part("inspections", serial).state == "DENIED"
    refused = met.refused(met.move, "inspections", serial, "give_papers", given="提供复印件。")
    assert refused == ["wrong_state"]
