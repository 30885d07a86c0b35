"""The window for claims, the first meeting, later meetings, revocation of a resolution, clocks of parts."""

from datetime import timedelta

from models.vocabulary import DeadlineKind as K
from models.vocabulary import DeadlineStatus as S
from models.vocabulary import DocumentKind as D
from tests.liquidation.playing import CARRIED, JUDGE, REASON, Liquidation, file_claims, today
from tests.liquidation.playing import publish as announce
from tests.petition.looking import events

HELD = {
    "present": 3,
    "present_fen": "2700000",
    "claims_verified": True,
    "remuneration_reported": True,
    "minutes": "核查债权表。",
}
ABSENT = {"creditor": "望川润达物流有限公司", "ground": "voting", "harm": "降低了清偿率。"}


def resolved(case: Liquidation, matter: str = "61.5", meeting: int = 1) -> int:
    """The meeting resolves something; returns the number of the resolution."""
    return case.begin(
        "resolutions",
        "resolution_passed",
        meeting_serial=meeting,
        matter=matter,
        subject="继续营业",
        **CARRIED,
    )


def call(case: Liquidation, days: int = 20, form: str = "ON_SITE") -> int:
    """A later meeting is called; returns its number."""
    return case.begin(
        "meetings",
        "call_later",
        called_by="COURT",
        form=form,
        planned_on=(case.play.day + timedelta(days=days)).isoformat(),
        time="09:30",
        place="第一法庭",
        agenda="补充核查债权",
    )


def test_the_window_closes_by_itself_on_its_last_day_and_only_once(opened: Liquidation) -> None:
    announce(opened)
    last = opened.clocks(K.CLAIM_WINDOW)[0].due_on

    opened.on(last)
    on_the_last_day = opened.flags["claim_window"]
    opened.later(1)
    after, entries = opened.flags["claim_window"], events(opened.play, opened.case)
    opened.later(0)

    assert (on_the_last_day, after) == ("OPEN", "CLOSED")
    assert opened.statuses(K.CLAIM_WINDOW) == [S.EXPIRED]
    assert opened.clocks(K.CLAIM_WINDOW)[0].met_on == last
    assert events(opened.play, opened.case) == entries, "sweeping twice changes nothing"


def test_a_claim_is_late_by_the_day_on_which_it_was_filed_not_recorded(opened: Liquidation) -> None:
    announce(opened)
    last = opened.clocks(K.CLAIM_WINDOW)[0].due_on
    opened.on(last + timedelta(days=3))

    in_time = opened.file("江澜市末日贸易有限公司", 1000, effective_on=last.isoformat())
    late = opened.file("江澜市次日贸易有限公司", 1000, effective_on=(last + timedelta(days=1)).isoformat())

    assert "late" not in opened.part("claims", in_time).flags
    assert opened.part("claims", late).flags["late"]


def test_the_first_meeting_waits_for_window_chair_and_day(opened: Liquidation) -> None:
    announce(opened)
    file_claims(opened)
    during = opened.refused(opened.step, "hold_first_meeting")
    opened.later(46)
    without_chair = opened.refused(opened.step, "hold_first_meeting")
    opened.step("appoint_chair", JUDGE, chair_party_id=opened.part("claims", 1).party_id)
    too_early = opened.refused(opened.step, "hold_first_meeting", **HELD)
    opened.later(9)

    opened.step("hold_first_meeting", **HELD)

    assert during == ["claim_window_not_closed", "no_chair"]
    assert (without_chair, too_early) == (["no_chair"], ["before_the_meeting_day"])
    assert opened.part("meetings", 1).state == "HELD"
    assert opened.part("claims", 1).state == "VERIFIED"
    assert opened.statuses(K.FIRST_MEETING) == [S.MET]
    assert opened.statuses(K.CLAIM_SUIT) == [S.RUNNING]


def test_a_postponed_first_meeting_is_told_again_fifteen_days_before(opened: Liquidation) -> None:
    announce(opened)
    file_claims(opened)
    opened.later(46)
    opened.step("appoint_chair", JUDGE, chair_party_id=opened.part("claims", 1).party_id)
    day = opened.play.day + timedelta(days=20)
    opened.move("meetings", 1, "postpone", planned_on=day.isoformat(), **REASON)
    opened.on(day)
    untold = opened.refused(opened.step, "hold_first_meeting", **HELD)
    too_late = opened.refused(opened.move, "meetings", 1, "notify", how="短信")
    opened.move("meetings", 1, "notify", how="短信", effective_on=(day - timedelta(days=15)).isoformat())

    opened.step("hold_first_meeting", **HELD)

    assert (untold, too_late) == (["wrong_state"], ["notice_late"])
    assert opened.flags["first_meeting_held_on"] == day.isoformat()


def test_claims_listed_after_the_first_meeting_are_verified_at_a_later_one(met: Liquidation) -> None:
    serial = met.file("江澜市补充贸易有限公司", 1000)
    met.list_claim(serial, 1000)
    second = call(met)
    met.move("meetings", second, "notify", how="公告")
    early = met.refused(met.move, "claims", serial, "verify", meeting_serial=second)
    met.later(20)
    met.move("meetings", second, "hold", present=2, present_fen="1800000", minutes="核查。")

    met.move("claims", serial, "verify", meeting_serial=second)

    assert early == ["meeting_not_held"]
    assert met.part("claims", serial).verified_on == met.play.day


def test_a_resolution_on_site_becomes_final_after_fifteen_days_and_the_wait_for_the_post(
    met: Liquidation,
) -> None:
    serial = resolved(met)
    last = met.clocks(K.MEET_REVOKE)[0].due_on

    met.on(last + timedelta(days=7))
    waiting = met.part("resolutions", serial).state
    met.later(1)

    assert waiting == "PASSED"
    assert met.part("resolutions", serial).state == "FINAL"
    assert met.statuses(K.MEET_REVOKE) == [S.EXPIRED]
    assert met.refused(met.move, "resolutions", serial, "request_revocation", **ABSENT) == ["wrong_state"]


def test_each_resolution_has_its_own_clock(met: Liquidation) -> None:
    first = resolved(met)
    met.later(5)
    second = resolved(met)
    met.move("resolutions", second, "request_revocation", **ABSENT)

    met.later(20)

    assert met.part("resolutions", first).state == "FINAL"
    assert met.part("resolutions", second).state == "REVOKE_REQUESTED"
    assert met.statuses(K.MEET_REVOKE) == [S.EXPIRED, S.MET]


def test_the_clock_of_one_claim_is_not_ended_by_a_step_of_another(met: Liquidation) -> None:
    for serial in (1, 2):
        met.move("claims", serial, "dispute", objector="债务人", reason="数额有误。")
    met.move("claims", 1, "sue", forum="本院")

    about = {clock.subject_id: clock.status for clock in met.clocks(K.CLAIM_SUIT)}

    one, two = (met.part("claims", serial).id for serial in (1, 2))
    assert about == {None: S.RUNNING, one: S.MET, two: S.RUNNING}
    met.later(17)
    assert met.statuses(K.CLAIM_SUIT) == [S.EXPIRED, S.MET, S.EXPIRED]
    assert met.part("claims", 2).state == "DISPUTED", "the text names no consequence: left to the judge"
    met.move("claims", 2, "sue", forum="本院")
    assert met.part("claims", 2).flags["late_suit"]


def test_the_result_of_an_online_vote_is_told_and_the_time_runs_from_the_notice(met: Liquidation) -> None:
    second = call(met, form="ONLINE")
    met.move("meetings", second, "notify", how="平台")
    met.later(20)
    met.move("meetings", second, "hold", present=2, present_fen="1800000", minutes="表决。")
    serial = resolved(met, meeting=second)
    before = met.clocks(K.MEET_REVOKE), met.statuses(K.MEET_RESULT_NOTICE)
    met.later(2)

    met.move("resolutions", serial, "tell_result")

    assert before == ([], [S.RUNNING])
    assert met.statuses(K.MEET_RESULT_NOTICE) == [S.MET]
    assert met.clocks(K.MEET_REVOKE)[0].trigger_on == met.play.day


def test_a_revoked_plan_is_adopted_no_more_and_may_be_put_to_the_vote_again(met: Liquidation) -> None:
    met.step("propose_realisation_plan", plan="整体拍卖。")
    met.step("decide_realisation_plan", **CARRIED)
    adopted = met.flags["realisation_plan"]
    met.move("resolutions", 1, "request_revocation", **ABSENT)

    met.move("resolutions", 1, "revoke", JUDGE, **REASON)

    assert adopted == "PASSED"
    assert "realisation_plan" not in met.flags
    assert D.REVOCATION_RULING in met.papers()
    met.step("propose_realisation_plan", plan="分别拍卖。")
    met.step("decide_realisation_plan", **CARRIED)
    assert met.flags["realisation_plan"] == "PASSED"


def test_an_upheld_resolution_keeps_its_plan(met: Liquidation) -> None:
    met.step("propose_management_plan", plan="出租。")
    met.step("decide_management_plan", **CARRIED)
    met.move("resolutions", 1, "request_revocation", **ABSENT)

    met.move("resolutions", 1, "uphold", JUDGE, **REASON)

    assert (met.part("resolutions", 1).state, met.flags["mgmt_plan"]) == ("UPHELD", "PASSED")


def test_a_major_disposal_waits_for_the_plan_and_for_ten_days(met: Liquidation) -> None:
    asset = met.begin("assets", "find_asset", kind="BUILDING", name="厂房", major=True)
    met.move("assets", asset, "take_over_asset")
    met.move("assets", asset, "offer", method="AUCTION", reported_on=today(met))
    sale = {"asset_serial": asset, "buyer": "某公司", "price_fen": "100"}
    refused = met.refused(met.step, "dispose_asset", **sale)
    met.step("propose_realisation_plan", plan="拍卖厂房。")
    met.step("decide_realisation_plan", **CARRIED)
    met.later(9)
    a_day_early = met.refused(met.step, "dispose_asset", **sale)
    met.later(1)

    met.step("dispose_asset", **sale)

    assert refused == ["major_disposal_not_permitted", "disposal_not_reported"]
    assert a_day_early == ["disposal_not_reported"]
    assert met.part("assets", asset).state == "SOLD"
