"""The list of employees' claims and its correction; requests, notices of escrow, tally, last report."""

from typing import Any

import pytest

from court_app.errors import NotFound
from court_app.services.papers import documents
from models.vocabulary import DocumentKind
from tests.liquidation.playing import JUDGE, REASON, SUSPENSIVE, Liquidation, today
from tests.liquidation.test_administrator_papers import (
    ADMINISTRATOR,
    SEAL,
    paper_in,
    refusal,
    text_in,
    through_all_hands,
)
from tests.liquidation.test_distributions import confirmed, ended, sued
from tests.liquidation.test_endings import strike_off
from tests.liquidation.test_meeting_papers import issued
from tests.liquidation.test_recovery_papers import recipients_of
from tests.liquidation.voting import AGAINST, FOR, counted, creditor, key, put

K = DocumentKind
SHOWN = {"shown_at": "厂区公告栏"}
OFFICE = ("appointments", 1)
END = {"destroyed_by": "江澜市公安局", "archive": "账册移交江澜市档案馆。"}


def listed(case: Liquidation, name: str = "苏禾", **more: Any) -> int:
    """An employee's claim is listed; returns its number."""
    entry: dict[str, Any] = {
        "creditor_name": name,
        "basis": "工资、补偿金",
        "publicised_on": today(case),
        "figures": [
            {"kind": "WAGES", "filed_fen": "18400"},
            {"kind": "COMPENSATION", "filed_fen": "36000"},
        ],
    }
    return case.begin("claims", "list_employee_claim", **{**entry, **more})


def test_the_list_of_employees_names_everyone_with_what_he_is_owed_and_for_what(met: Liquidation) -> None:
    listed(met)
    listed(met, "程砚秋", figures=[], filed_fen="12650", basis="拖欠三个月工资")

    met.step("publicise_employee_claims", **SHOWN)

    text = text_in(met, K.EMPLOYEE_CLAIMS_LIST)
    assert "第四十八条第二款" in text
    assert "共2笔，合计人民币67050元" in text
    assert "| 4 | 苏禾 | 工资18,400.00元；补偿金36,000.00元 | 54,400.00 |" in text
    assert "| 5 | 程砚秋 | 拖欠三个月工资 | 12,650.00 |" in text
    assert "江澜市恒泰贸易有限公司" not in text


def test_where_no_employee_is_owed_anything_nothing_is_shown(met: Liquidation) -> None:
    assert met.refused(met.step, "publicise_employee_claims", **SHOWN) == ["no_employee_claims"]


ASKED = {"reason": "漏列加班工资。"}


def test_an_employee_who_is_right_gets_his_entry_corrected_and_a_written_answer(met: Liquidation) -> None:
    serial = listed(met)
    met.move("claims", serial, "ask_list_correction", **ASKED, wanted_fen="56000")

    met.move(
        "claims",
        serial,
        "correct_list",
        filed_fen="56000",
        basis="工资20000元，补偿金36000元",
        publicised_on=today(met),
    )

    text = text_in(met, K.EMPLOYEE_ANSWER)
    assert "苏禾：" in text
    assert "（人民币54400元）提出异议，要求更正为人民币56000元" in text
    assert "异议的内容为：漏列加班工资。" in text
    assert "更正后的项目及计算为：工资20000元，补偿金36000元。" in text
    assert "更正为人民币56000元。" in text
    assert "提起诉讼" not in text


def test_an_employee_who_is_refused_is_told_why_and_before_which_court_he_may_sue(met: Liquidation) -> None:
    serial = listed(met)
    met.move("claims", serial, "ask_list_correction", **ASKED)

    met.move("claims", serial, "refuse_list_correction", reason="考勤记录没有加班。")

    text = text_in(met, K.EMPLOYEE_ANSWER)
    assert "提出异议。异议的内容为" in text
    assert "考勤记录没有加班。" in text
    assert "不予更正。你不服的，可以向河原省江澜市中级人民法院提起诉讼" in text


def test_the_answer_is_served_on_the_employee(met: Liquidation) -> None:
    serial = listed(met)
    met.move("claims", serial, "ask_list_correction", **ASKED)
    met.move("claims", serial, "refuse_list_correction", **REASON)

    through_all_hands(met, paper_in(met, K.EMPLOYEE_ANSWER))

    assert [name for name, _ in recipients_of(met, K.EMPLOYEE_ANSWER)] == ["苏禾"]


def test_the_request_to_confirm_lists_what_nobody_disputes_and_counts_what_somebody_does(
    met: Liquidation,
) -> None:
    met.move("claims", 3, "dispute", objector="债权人", reason="数额不符。")

    met.step("request_confirmation")

    text = text_in(met, K.CONFIRMATION_REQUEST)
    assert "无异议的债权共2笔，申报金额共计人民币2000000元，认定金额共计人民币1800000元" in text
    assert "另有1笔债权有异议" in text
    assert "第五十八条第二款" in text
    assert "江澜建筑劳务有限公司" not in text


def test_what_an_employee_wants_corrected_is_not_asked_to_be_confirmed(met: Liquidation) -> None:
    serial = listed(met)
    met.move("claims", serial, "verify", meeting_serial=1)
    met.move("claims", serial, "ask_list_correction", **ASKED)

    met.step("request_confirmation")

    text = text_in(met, K.CONFIRMATION_REQUEST)
    assert "无异议的债权共3笔" in text
    assert "另有1笔债权有异议" in text
    assert "苏禾" not in text


def test_before_the_meeting_there_is_nothing_to_confirm(opened: Liquidation) -> None:
    assert opened.refused(opened.step, "request_confirmation") == ["nothing_to_confirm"]


def test_the_request_to_declare_tells_claims_and_estate(met: Liquidation) -> None:
    met.hold_money(5000)
    met.begin("assets", "find_asset", kind="EQUIPMENT", name="数控机床", book_fen="120000")

    met.step("request_declaration", reason="资产不足以清偿全部债务，没有重整的可能。")

    text = text_in(met, K.DECLARATION_REQUEST)
    assert "共登记债权3笔，申报金额共计人民币3000000元，已经认定或者确认的金额共计人民币2700000元" in text
    assert "计人民币120000元；财产账户余额人民币5000元" in text
    assert "第一百零七条第一款" in text


@pytest.mark.parametrize(
    ("step", "words"), [("distribute", "本次分配的有关事项"), ("final_distribution", "最后分配的有关事项")]
)
def test_a_distribution_is_announced_by_the_administrator_under_his_own_seal(
    planned: Liquidation, step: str, words: str
) -> None:
    told = {"says_final": True} if step == "final_distribution" else {}

    planned.step(step, pool_fen="270000", announced_on=today(planned), **told)

    paper = paper_in(planned, K.DISTRIBUTION_ANNOUNCEMENT)
    assert words in text_in(planned, K.DISTRIBUTION_ANNOUNCEMENT)
    assert "本院" not in text_in(planned, K.DISTRIBUTION_ANNOUNCEMENT)
    assert "破管字第" in paper.number
    assert refusal(planned, paper, "seal", SEAL)
    assert K.ESCROW_NOTICE not in planned.papers()


def test_creditors_whose_shares_are_laid_aside_are_told_for_what_and_until_when(
    planned: Liquidation,
) -> None:
    litigated = sued(planned, 900_000, 0)
    conditional = confirmed(planned, "江澜附条件贸易有限公司", 900_000, **SUSPENSIVE)

    planned.final(500_000)

    text = text_in(planned, K.ESCROW_NOTICE)
    through_all_hands(planned, paper_in(planned, K.ESCROW_NOTICE))
    assert (
        f"| {litigated} | 江澜新诉争贸易有限公司 | 诉讼或者仲裁未决（第一百一十九条） | 100,000.00 |" in text
    )
    assert f"| {conditional} | 江澜附条件贸易有限公司 | 债权附生效条件或者解除条件（第一百一十七条）" in text
    assert "共计人民币200000元" in text
    assert "满二个月" not in text
    assert [name for name, _ in recipients_of(planned, K.ESCROW_NOTICE)] == [
        "江澜新诉争贸易有限公司",
        "江澜附条件贸易有限公司",
    ]


def test_who_does_not_collect_is_told_that_two_months_decide(planned: Liquidation) -> None:
    planned.final(270_000)

    planned.step("deposit_unclaimed_share", claim_serial=2)

    text = text_in(planned, K.ESCROW_NOTICE)
    assert "| 2 | 望川润达物流有限公司 | 未受领（第一百一十八条） | 90,000.00 |" in text
    assert "自最后分配公告之日起满二个月仍不领取的" in text


FOUND = {"found_what": "返还的设备价款", "costs_fen": "300", **REASON}


@pytest.mark.parametrize(("found", "words"), [("9000", "人民币8700元，按照"), ("300", "上交国库")])
def test_what_is_found_after_the_end_is_reported_with_the_cost_of_distributing_it(
    planned: Liquidation, found: str, words: str
) -> None:
    planned.final(700_000)
    ended(planned)

    planned.step("request_supplement", found_fen=found, **FOUND)

    assert words in text_in(planned, K.SUPPLEMENT_REQUEST)
    assert "第一百二十三条" in text_in(planned, K.SUPPLEMENT_REQUEST)


def test_who_is_no_longer_in_office_asks_for_nothing_more(planned: Liquidation) -> None:
    planned.final(700_000)
    ended(planned)
    strike_off(planned)

    assert planned.refused(planned.step, "request_supplement", found_fen="9000", **FOUND) == [
        "nobody_in_office"
    ]


def test_the_last_report_goes_out_under_a_seal_that_is_destroyed_after_it(planned: Liquidation) -> None:
    planned.final(700_000)
    ended(planned)
    strike_off(planned)

    planned.move(*OFFICE, "report_end_of_duties", ADMINISTRATOR, hand_in_on=today(planned), **END)
    through_all_hands(planned, paper_in(planned, K.DUTIES_REPORT))

    text = text_in(planned, K.DUTIES_REPORT)
    assert "办理完毕" in text
    assert "第一百二十二条的规定，管理人于" in text
    assert "第二十九条第二款" in text
    assert paper_in(planned, K.DUTIES_REPORT).sha256


def test_whose_office_ended_has_a_hand_in_no_other_paper_and_none_once_the_seal_is_destroyed(
    planned: Liquidation,
) -> None:
    planned.final(700_000)
    ended(planned)
    strike_off(planned)
    planned.move(*OFFICE, "report_end_of_duties", ADMINISTRATOR, hand_in_on=today(planned), **END)
    report = paper_in(planned, K.DUTIES_REPORT)
    other = refusal(planned, paper_in(planned, K.DISTRIBUTION_ANNOUNCEMENT), "submit", ADMINISTRATOR)

    planned.move(*OFFICE, "note_seal_destroyed", destroyed_on=today(planned), proof="销毁证明一份")

    assert other
    with pytest.raises(NotFound):
        planned.play.paper_step(report.id, "submit", ADMINISTRATOR)
    assert planned.flags["last_report"] == []
    again = {"hand_in_on": today(planned), **END}
    assert planned.refused(planned.move, *OFFICE, "report_end_of_duties", **again) == ["seal_destroyed"]


def test_the_tally_names_every_ballot_with_its_claims_and_how_the_threshold_is_met(
    met: Liquidation,
) -> None:
    met.step("fix_provisional_amounts", JUDGE, reason="管理人已经审查。")
    listed(met)
    motion = put(met)
    key(met, motion, c1=FOR, c2=AGAINST)
    party = creditor(met, 2)
    met.move("motions", motion, "correct_ballot", creditor_id=party, choice=FOR, reason="录入错误。")

    counted(met, motion)

    text = text_in(met, K.TALLY_RECORD)
    assert "第1号，继续营业" in text
    assert "五、结果：通过。" in text
    assert "| 1 | 江澜市恒泰贸易有限公司 | 1 普通债权 900,000.00 | 900,000.00 | 同意 |" in text
    assert "| 望川润达物流有限公司 | 不同意 | 录入错误。 |" in text
    assert "未出席" in text
    assert "第六十四条第一款" in text


def test_a_tally_is_issued_with_number_hash_and_signature_and_no_seal(met: Liquidation) -> None:
    met.step("fix_provisional_amounts", JUDGE, reason="管理人已经审查。")
    motion = put(met)
    key(met, motion, c1=FOR, c2=FOR, c3=AGAINST)
    counted(met, motion)

    issued(met, K.TALLY_RECORD)

    with met.play.bench.reading() as session:
        paper = session.merge(paper_in(met, K.TALLY_RECORD), load=True)
        assert paper.sha256
        assert paper.verification_code
        assert documents.pdf_of(met.play.occasion(session, JUDGE), paper).sealed
        assert len(paper.deliveries) == 2


def test_a_motion_that_is_lost_has_a_tally_too(met: Liquidation) -> None:
    met.step("fix_provisional_amounts", JUDGE, reason="管理人已经审查。")
    motion = put(met)
    key(met, motion, c1=FOR, c2=AGAINST, c3=AGAINST)

    counted(met, motion)

    assert "五、结果：未通过。" in text_in(met, K.TALLY_RECORD)
    assert K.MEETING_RESOLUTION not in met.papers()
