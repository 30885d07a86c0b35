"""The administrator's office: replaced, resigned, fined; what he asks and reports."""

from datetime import timedelta
from typing import Any

from models import Case
from models.vocabulary import DeadlineKind as K
from models.vocabulary import DeadlineStatus as S
from models.vocabulary import DocumentKind as D
from models.vocabulary import PartyRole
from tests.liquidation.playing import CARRIED, JUDGE, REASON, Liquidation

SUCCESSOR: dict[str, Any] = {
    "administrator_name": "江澜正序律师事务所",
    "administrator_head": "周祎",
    "administrator_address": "江澜市滨河东路8号",
    "administrator_phone": "0000-3334445",
    **REASON,
}


def asked(case: Liquidation) -> None:
    """The meeting asks for another administrator, who is told to explain."""
    case.begin(
        "resolutions", "resolution_passed", meeting_serial=1, matter="61.2", subject="更换管理人", **CARRIED
    )
    case.move("appointments", 1, "request_replacement", resolution_serial=1, **REASON)
    case.issue(D.EXPLANATION_NOTICE)
    case.serve(D.EXPLANATION_NOTICE)


def test_a_replacement_is_decided_after_the_explanation_and_within_ten_days(met: Liquidation) -> None:
    unfounded = met.refused(met.move, "appointments", 1, "request_replacement", **REASON)
    asked(met)
    early = met.refused(met.move, "appointments", 1, "decide_replacement", JUDGE, **SUCCESSOR)
    met.later(1)
    met.move("appointments", 1, "explain", explanation="已经勤勉履职。")
    explained = met.statuses(K.ADM_EXPLAIN), met.statuses(K.ADM_REPLACE_DECIDE)
    met.later(10)

    met.move("appointments", 1, "decide_replacement", JUDGE, **SUCCESSOR)

    assert (unfounded, early) == (["no_resolution"], ["not_explained"])
    assert explained == ([S.MET], [S.RUNNING])
    assert met.statuses(K.ADM_REPLACE_DECIDE) == [S.MET]
    assert (met.part("appointments", 1).state, met.part("appointments", 2).state) == ("REPLACED", "APPOINTED")
    with met.play.bench.reading() as session:
        holders = session.get_one(Case, met.case).parties_as(PartyRole.ADMINISTRATOR)
        assert [party.name for party in holders] == ["江澜正序律师事务所"]
    assert met.papers()[-2:] == [D.REPLACEMENT_DECISION, D.REPLACEMENT_ANNOUNCEMENT]


def test_who_does_not_explain_in_two_days_is_decided_upon_without_it(met: Liquidation) -> None:
    asked(met)
    last = met.clocks(K.ADM_EXPLAIN)[0].due_on
    met.on(last)
    on_the_last_day = met.refused(met.move, "appointments", 1, "refuse_replacement", JUDGE, **REASON)
    met.later(1)

    met.move("appointments", 1, "refuse_replacement", JUDGE, **REASON)

    assert on_the_last_day == ["not_explained"]
    assert met.part("appointments", 1).state == "APPOINTED"
    assert met.statuses(K.ADM_EXPLAIN) == [S.MET_LATE]
    again = met.refused(met.move, "appointments", 1, "decide_replacement", JUDGE, **SUCCESSOR)
    assert again == ["wrong_state"]


def test_the_outgoing_administrator_hands_over_from_the_day_after_he_was_told(met: Liquidation) -> None:
    met.move("appointments", 1, "replace_ex_officio", JUDGE, **SUCCESSOR)
    before = met.clocks(K.ADM_HANDOVER)
    met.later(3)
    met.issue(D.REPLACEMENT_DECISION)
    met.serve(D.REPLACEMENT_DECISION)

    clock = met.clocks(K.ADM_HANDOVER)[0]
    met.move("appointments", 1, "hand_over", handed_over="账册、印章。", report="已变价设备一批。")

    assert before == [], "the decision had not reached him yet (AA-37)"
    assert clock.trigger_on == met.play.day
    assert clock.due_on >= clock.trigger_on + timedelta(days=1)
    assert met.statuses(K.ADM_HANDOVER) == [S.MET]


def test_the_office_does_not_go_to_its_holder(met: Liquidation) -> None:
    same = {**SUCCESSOR, "administrator_name": "江澜衡正会计师事务所"}

    assert met.refused(met.move, "appointments", 1, "replace_ex_officio", JUDGE, **same) == [
        "same_administrator"
    ]


def test_a_resignation_is_permitted_with_a_successor(met: Liquidation) -> None:
    met.move("appointments", 1, "resign", **REASON)

    met.move("appointments", 1, "permit_resignation", JUDGE, **SUCCESSOR)

    assert met.part("appointments", 2).party.name == "江澜正序律师事务所"
    assert D.RESIGNATION_DECISION in met.papers()


def test_a_resignation_without_good_reason_is_refused_and_desertion_is_fined(met: Liquidation) -> None:
    met.move("appointments", 1, "resign", **REASON)
    met.move("appointments", 1, "refuse_resignation", JUDGE, **REASON)
    small = met.refused(met.move, "appointments", 1, "fine", JUDGE, fine_fen="49999.99", **REASON)
    met.move("appointments", 1, "fine", JUDGE, fine_fen="50000", **REASON)
    met.issue(D.FINE_DECISION, "weiran")
    met.serve(D.FINE_DECISION)

    assert small == ["fine_out_of_range"]
    assert met.part("appointments", 1).state == "APPOINTED"
    assert met.statuses(K.FINE_RECONSIDER) == [S.RUNNING]
    met.later(6)
    assert met.statuses(K.FINE_RECONSIDER) == [S.EXPIRED]


def test_a_request_is_answered_and_a_report_is_noted(met: Liquidation) -> None:
    words = {"subject": "聘用审计机构", "text": "请予许可。"}
    request = met.begin("submissions", "submit_request", kind="HIRE_STAFF", **words)
    report = met.begin("submissions", "submit_report", kind="DUTY_REPORT", **words)
    crossed = (
        met.refused(met.move, "submissions", request, "note_report"),
        met.refused(met.move, "submissions", report, "grant", JUDGE, answer="同意。"),
    )

    met.move("submissions", request, "grant", JUDGE, answer="同意。")
    met.move("submissions", report, "note_report")

    assert crossed == (["not_a_report"], ["not_a_request"])
    assert met.part("submissions", request).answer == "同意。"
    assert met.part("submissions", report).state == "NOTED"
    assert met.papers()[-1] == D.PERMISSION_REPLY
