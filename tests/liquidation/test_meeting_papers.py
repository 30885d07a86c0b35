"""Minutes and resolutions as papers of the case; what administrator and committee report to the meeting."""

from datetime import timedelta

import pytest

from court_app.services.papers import served_papers
from models import Case, Document
from models.vocabulary import DeadlineKind, DocumentKind
from tests.liquidation.playing import CARRIED, CLERK, JUDGE, LOST, REASON, Liquidation, today
from tests.liquidation.remunerating import objected
from tests.liquidation.test_administrator_papers import ADMINISTRATOR, paper_in, text_in
from tests.liquidation.test_committees import in_office
from tests.liquidation.test_meetings import call, resolved
from tests.liquidation.voting import AGAINST, FOR, key, put

K = DocumentKind
DRAWN = {"record_keeper": "何㛃语"}
SEAL = "guyin"


def issued(case: Liquidation, kind: DocumentKind) -> Document:
    """The last paper of a kind goes through the hands of the court."""
    paper = paper_in(case, kind)
    for name, who in (("submit", CLERK), ("approve", JUDGE), ("seal", SEAL), ("issue", CLERK)):
        case.play.paper_step(paper.id, name, who)
    return paper


def held(case: Liquidation, form: str) -> int:
    """A later meeting of a form is held; returns its number."""
    serial = call(case, form=form)
    case.move("meetings", serial, "notify", how="短信")
    case.later(20)
    case.move("meetings", serial, "hold", present=3, present_fen="2700000", minutes="逐项表决。")
    return serial


def test_a_resolution_voted_on_site_tells_its_figures_and_the_last_day_for_asking_its_revocation(
    met: Liquidation,
) -> None:
    serial = resolved(met)

    text = text_in(met, K.MEETING_RESOLUTION)

    clock = met.clocks(DeadlineKind.MEET_REVOKE)[0]
    last = f"{clock.due_on.year}年{clock.due_on.month}月{clock.due_on.day}日"
    assert (clock.trigger_on, clock.subject_id) == (met.play.day, met.part("resolutions", serial).id)
    assert "二、议案：继续营业。" in text
    assert "有表决权的债权人3人，同意的2人；同意的债权人所代表的债权额为人民币1800000元" in text
    assert f"可以自债权人会议作出决议之日起十五日内（至{last}止）" in text
    assert "本决议对于全体债权人均有约束力" in text


def test_a_resolution_voted_away_tells_that_the_time_runs_from_the_notice_of_the_result(
    met: Liquidation,
) -> None:
    meeting = held(met, "ONLINE")
    serial = resolved(met, meeting=meeting)
    before = met.clocks(DeadlineKind.MEET_REVOKE)
    text = text_in(met, K.MEETING_RESOLUTION)
    met.later(2)

    met.move("resolutions", serial, "tell_result")

    assert before == []
    assert met.clocks(DeadlineKind.MEET_REVOKE)[0].trigger_on == met.play.day
    assert "可以自收到表决结果的通知之日起十五日内，请求" in text
    assert "止）" not in text


def test_each_resolution_names_its_own_last_day(met: Liquidation) -> None:
    resolved(met)
    first = text_in(met, K.MEETING_RESOLUTION)
    met.later(5)

    resolved(met, "61.11")

    assert first != text_in(met, K.MEETING_RESOLUTION)
    days = [clock.due_on for clock in met.clocks(DeadlineKind.MEET_REVOKE)]
    assert f"至{days[1].year}年{days[1].month}月{days[1].day}日止" in text_in(met, K.MEETING_RESOLUTION)


def test_no_resolution_is_older_than_its_meeting(met: Liquidation) -> None:
    meeting, earlier = held(met, "ON_SITE"), met.play.day - timedelta(days=1)
    voted = {"meeting_serial": meeting, "matter": "61.5", "subject": "继续营业", **CARRIED}

    refused = met.refused(
        met.begin, "resolutions", "resolution_passed", **voted, effective_on=earlier.isoformat()
    )
    met.begin("resolutions", "resolution_passed", **voted, effective_on=today(met))

    assert refused == ["before_the_meeting"]
    assert met.clocks(DeadlineKind.MEET_REVOKE)[0].trigger_on == met.play.day


def test_what_was_not_passed_is_no_resolution(met: Liquidation) -> None:
    met.begin("resolutions", "resolution_failed", meeting_serial=1, matter="61.5", subject="停止营业", **LOST)

    assert K.MEETING_RESOLUTION not in met.papers()


def test_the_vote_on_a_plan_makes_a_resolution_too(met: Liquidation) -> None:
    met.step("propose_management_plan", plan="统一保管。")
    met.step("decide_management_plan", **CARRIED)

    assert "财产管理方案" in text_in(met, K.MEETING_RESOLUTION)
    assert K.PLAN_RULING_REQUEST not in met.papers()


def test_a_resolution_that_was_counted_has_the_working_and_the_text_of_its_motion(met: Liquidation) -> None:
    met.step("fix_provisional_amounts", JUDGE, **REASON)
    motion = put(met, content="继续营业至年底。")
    key(met, motion, c1=FOR, c2=FOR, c3=AGAINST)

    met.move("motions", motion, "count")

    paper = paper_in(met, K.MEETING_RESOLUTION)
    assert len(paper.facts["details"]["vote_working"]) >= 2
    assert "继续营业至年底。" in text_in(met, K.MEETING_RESOLUTION)


def test_minutes_have_who_came_what_was_said_and_every_vote_with_its_result(met: Liquidation) -> None:
    resolved(met)
    met.begin(
        "resolutions", "resolution_failed", meeting_serial=1, matter="61.11", subject="停止出租", **LOST
    )

    met.move("meetings", 1, "draw_up_minutes", **DRAWN, attending_others="管理人负责人方序")

    text = text_in(met, K.MEETING_MINUTES)
    assert "有表决权的债权人3人，代表无财产担保债权人民币2700000元" in text
    assert "会议核查了债权表。" in text
    assert "| 继续营业 | 2／3 | 1,800,000.00／2,700,000.00 | 通过 |" in text
    assert "| 停止出租 | 1／3 | 900,000.00／2,700,000.00 | 未通过 |" in text
    assert "七、列席：管理人负责人方序。" in text
    assert "自债权人会议作出决议之日起十五日内" in text


def test_minutes_wait_for_the_count_of_every_motion(met: Liquidation) -> None:
    met.step("fix_provisional_amounts", JUDGE, **REASON)
    motion = put(met)

    refused = met.refused(met.move, "meetings", 1, "draw_up_minutes", **DRAWN)
    key(met, motion, c1=FOR, c2=FOR, c3=FOR)
    met.move("motions", motion, "count")

    assert refused == ["votes_are_open"]
    assert met.refused(met.move, "meetings", 1, "draw_up_minutes", **DRAWN) == []


def test_minutes_are_drawn_up_once_and_again_only_with_a_reason(met: Liquidation) -> None:
    met.move("meetings", 1, "draw_up_minutes", **DRAWN)
    in_hand = met.refused(met.move, "meetings", 1, "draw_up_minutes", **DRAWN)
    issued(met, K.MEETING_MINUTES)
    without = met.refused(met.move, "meetings", 1, "draw_up_minutes", **DRAWN)

    met.move("meetings", 1, "draw_up_minutes", **DRAWN, reason="补记列席人员")

    assert (in_hand, without) == (["minutes_in_hand"], ["reason_is_missing"])
    assert text_in(met, K.MEETING_MINUTES).startswith("本记录为第二次制作，替代此前制作的记录。")


def test_no_minutes_of_a_meeting_that_was_not_held(met: Liquidation) -> None:
    serial = call(met)

    assert "wrong_state" in met.refused(met.move, "meetings", serial, "draw_up_minutes", **DRAWN)


def test_issued_minutes_are_kept_hashed_and_found_by_the_administrator(met: Liquidation) -> None:
    met.move("meetings", 1, "draw_up_minutes", **DRAWN)
    with met.play.bench.reading() as session:
        before = served_papers.of_case(
            met.play.occasion(session, ADMINISTRATOR), session.get_one(Case, met.case)
        )

    paper = issued(met, K.MEETING_MINUTES)

    with met.play.bench.reading() as session:
        occasion = met.play.occasion(session, ADMINISTRATOR)
        case = session.get_one(Case, met.case)
        kept = session.get_one(Document, paper.id)
        found = served_papers.of_case(occasion, case)
        assert before == []
        assert [one.id for one in found] == [paper.id]
        assert len(kept.sha256 or "") == 64
        assert (kept.machine, kept.verification_code is None) == ("meeting", False)
        assert {one.recipient_kind.value for one in kept.deliveries} == {"CHAIR", "ADMINISTRATOR"}


def test_the_claims_table_goes_to_the_meeting_with_every_claim_that_waits(met: Liquidation) -> None:
    none = met.refused(met.move, "meetings", 1, "submit_claims_table")
    met.list_claim(met.file("江澜市远山机电有限公司", 500_000), 420_000)
    serial = call(met)
    met.move("meetings", serial, "notify", how="短信")

    met.move("meetings", serial, "submit_claims_table")

    text = text_in(met, K.CLAIMS_REPORT)
    assert none == ["nothing_to_verify"]
    assert "提请核查的债权共1笔，申报金额共计人民币500000元，管理人审查认定金额共计人民币420000元" in text
    assert "| 4 | 江澜市远山机电有限公司 | 普通债权 | 500,000.00 | 420,000.00 |" in text


def test_the_report_on_the_work_has_the_sums_of_the_day(met: Liquidation) -> None:
    met.hold_money(5_000)

    met.move("meetings", 1, "report_work", text="已接管全部印章。")

    text = text_in(met, K.WORK_REPORT)
    assert "共登记债权3笔，申报金额共计人民币3000000元" in text
    assert "财产账户现有余额人民币5000元" in text
    assert "已接管全部印章。" in text


def test_the_committee_reports_its_decisions_to_a_meeting(met: Liquidation) -> None:
    committee = in_office(met)
    wrong = met.refused(
        met.move, "committees", committee, "report_to_meeting", meeting_serial=9, text="按月查账。"
    )

    met.move("committees", committee, "report_to_meeting", meeting_serial=1, text="按月查账。")

    text = text_in(met, K.COMMITTEE_REPORT)
    assert wrong == ["no_such_meeting"]
    assert "第十四条第二款的规定，现向第一次债权人会议汇报工作如下" in text
    assert "（签名）" in text


def test_a_hearing_about_the_remuneration_is_told_in_the_answer(met: Liquidation) -> None:
    serial = objected(met)
    heard = {"place": "第三法庭", "attended": "管理人、会议主席", "record": "双方陈述了意见。"}
    early = met.refused(met.move, "remunerations", serial, "hear_objection", **heard)
    met.move("remunerations", serial, "forward_objection", received_on=today(met))
    met.move("remunerations", serial, "explain_remuneration", explanation="工作量大于预测")

    met.move("remunerations", serial, "hear_objection", **heard)
    met.move("remunerations", serial, "reject_objection", JUDGE, **REASON)

    assert early == ["not_forwarded"]
    assert "2026年4月26日，本院举行听证会，听取了当事人的意见。" in text_in(met, K.REMUNERATION_CHANGE_NOTICE)


def test_the_papers_of_a_distribution_follow_one_another(declared: Liquidation) -> None:
    declared.sell(750_000)
    declared.plan_adopted()

    plan, request = text_in(declared, K.DISTRIBUTION_PLAN), text_in(declared, K.RECOGNITION_REQUEST)

    assert "可供分配的破产财产数额：人民币3000000元" in plan
    assert "三、管理人最终确定的报酬：人民币50000元。" in plan
    assert "| 合计 | 3笔 | | 2,700,000.00 |" in plan
    assert "同意的2人，同意的债权人所代表的债权额为人民币1800000元" in request


def test_the_report_on_the_distribution_sums_shares_by_class(planned: Liquidation) -> None:
    planned.final(600_000)
    planned.spend_the_rest()

    planned.step("request_termination_120", report="已全部支付。", **REASON)

    text = text_in(planned, K.DISTRIBUTION_REPORT)
    assert "破产财产共分配1次，分配总额共计人民币600000元" in text
    assert "| 普通债权 | 3 | 2,700,000.00 | 600,000.00 | 22.2222% |" in text
    assert "第一百二十条第二款的规定，提请你院裁定终结" in text_in(planned, K.TERMINATION_REQUEST)


@pytest.mark.parametrize("short", ["management", "realisation"])
def test_a_plan_that_the_meeting_did_not_pass_goes_to_the_court(declared: Liquidation, short: str) -> None:
    declared.step(f"propose_{short}_plan", plan="公开拍卖。")

    declared.step(f"decide_{short}_plan", **LOST)

    text = text_in(declared, K.PLAN_RULING_REQUEST)
    assert "未获通过。" in text
    assert "第六十五条第一款的规定，提请你院裁定通过该方案" in text
