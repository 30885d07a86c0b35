"""A creditor's petition, from the window to the printed ruling and the accepted case."""

from datetime import date

import pytest

from court_app.demo.actors import PANEL, Hands, Play
from court_app.demo.petition_scenes import accepted, notified, published, received, refused, under_appeal
from court_app.demo.petitions import acceptance, petition
from court_app.services.casework.proving import check_everything
from documents.signing import check_signature
from models import Case
from models.vocabulary import DeadlineKind as K
from models.vocabulary import DeadlineStatus, DocumentState
from models.vocabulary import DocumentKind as D
from tests.petition.looking import clock, events, papers, state_of, steps
from workflows.engine import StepRefused

HANDS = Hands()


def test_a_creditors_petition_becomes_an_accepted_case_with_a_signed_ruling(play: Play) -> None:
    case = notified(play)

    play.later(9)
    play.step(case, "accept", "shenzhiheng", **acceptance())
    play.issue(case, D.ACCEPTANCE_RULING, HANDS)
    play.serve(case, D.ACCEPTANCE_RULING, HANDS)

    ruling = next(paper for paper in papers(play, case) if paper.kind == D.ACCEPTANCE_RULING)
    assert state_of(play, case) == "BA_ACCEPTED"
    assert steps(play, case) == ["receive_application", "notify_debtor", "objection_period_expired", "accept"]
    assert ruling.state == DocumentState.ISSUED
    report = check_signature(play.bench.mill.store.get(ruling.sha256), play.bench.mill.credentials)
    assert report.intact
    assert report.valid
    assert clock(play, case, K.BA_DEBTOR_DOCS).trigger_on == play.day


def test_the_accepted_case_has_its_own_number_team_administrator_and_papers(play: Play) -> None:
    child = accepted(play)

    with play.bench.reading() as session:
        opened = session.get_one(Case, child)
        assert opened.number == "（2026）豫97破1号"
        assert opened.accepted_on == opened.parent.accepted_on
        assert [member.role for member in opened.team] == list(PANEL.values())
        assert opened.parties[-1].name == "江澜衡正会计师事务所"
    kinds = [paper.kind for paper in papers(play, child)]
    assert kinds.count(D.SUSPEND_ENFORCEMENT_LETTER) == 1
    assert D.ADMINISTRATOR_DECISION in kinds
    assert D.DEBTOR_MATERIALS_NOTICE not in kinds, "the debtor itself petitioned (EBL 8(3))"


def test_notice_and_announcement_open_the_window_for_claims(play: Play) -> None:
    published(play)

    with play.bench.reading() as session:
        case = session.query(Case).filter(Case.flags["published"].as_boolean()).one()
    assert case.flags["claim_window"] == "OPEN"
    assert clock(play, case.id, K.LQ_NOTIFY_PUBLISH).status == DeadlineStatus.MET
    assert clock(play, case.id, K.CLAIM_WINDOW).status == DeadlineStatus.RUNNING
    assert list(case.flags["effects"]) == ["9"]


def test_an_appeal_that_succeeds_sends_the_case_back_to_be_accepted(play: Play) -> None:
    appeal = under_appeal(play)
    with play.bench.reading() as session:
        first = session.get_one(Case, appeal).parent_id
    with pytest.raises(StepRefused) as refusal:
        play.step(first, "accept", "shenzhiheng", **acceptance(grounds=["BALANCE_SHEET"]))

    play.later(3)
    play.step(appeal, "appeal_allowed", "gaoyuan", reason="原审认定的资产价值缺乏依据。")
    play.step(first, "accept", "shenzhiheng", **acceptance(grounds=["BALANCE_SHEET"]))

    assert [obstacle.code for obstacle in refusal.value.obstacles] == ["wrong_flags"]
    assert state_of(play, appeal) == "AP_REVERSED_ACCEPT"
    assert state_of(play, first) == "BA_ACCEPTED"


def test_a_dismissed_appeal_makes_the_refusal_final(play: Play) -> None:
    appeal = under_appeal(play)

    play.step(appeal, "appeal_dismissed", "gaoyuan", reason="上诉理由不能成立。")

    with play.bench.reading() as session:
        assert session.get_one(Case, appeal).parent.state == "BA_REJECTED_FINAL"


def test_a_refusal_nobody_appeals_becomes_final_on_the_day_the_law_says(play: Play) -> None:
    case = refused(play)
    last_day = clock(play, case, K.BA_APPEAL_REJECT).due_on

    play.later((last_day - play.day).days + 7)
    still_open = state_of(play, case)
    play.later(1)

    assert still_open == "BA_REJECTED", "an appeal posted in time may still be on its way (CPL 85(4))"
    assert state_of(play, case) == "BA_REJECTED_FINAL"
    with play.bench.reading() as session:
        assert session.get_one(Case, case).closed_on == last_day


def test_papers_to_be_supplemented_stop_the_courts_clock_but_not_the_debtors(play: Play) -> None:
    case = notified(play)
    before = clock(play, case, K.BA_DEBTOR_OBJECTION).due_on
    play.later(7)
    play.later(1)
    ruling_before = clock(play, case, K.BA_RULE_CREDITOR_APP).due_on

    play.step(case, "require_supplement", "heqieyu", further_items="补充债权计算明细。")
    play.later(4)
    play.step(case, "supplement_received", "heqieyu", received_codes=[])

    resumed = clock(play, case, K.BA_RULE_CREDITOR_APP)
    assert clock(play, case, K.BA_DEBTOR_OBJECTION).due_on == before
    assert resumed.paused_days == 4
    assert resumed.due_on == date(2026, 11, 3)
    assert ruling_before == date(2026, 10, 30)


def test_the_superior_court_extends_the_review_once_by_fifteen_days(play: Play) -> None:
    case = play.receive(petition(4, applicant_kind="DEBTOR"))
    play.assign(case, PANEL)
    play.step(case, "start_direct_review", "shenzhiheng")
    before = clock(play, case, K.BA_RULE_DIRECT).due_on

    play.step(case, "request_review_extension", "shenzhiheng", reason="案情复杂。")
    play.step(case, "approve_review_extension", "gaoyuan")

    extended = clock(play, case, K.BA_RULE_DIRECT)
    assert before == date(2026, 10, 27)
    assert extended.due_on == date(2026, 11, 11)
    with pytest.raises(StepRefused, match="already_extended"):
        play.step(case, "request_review_extension", "shenzhiheng", reason="再次延长。")


def test_a_refused_step_writes_nothing(play: Play) -> None:
    case = notified(play)
    before = events(play, case)

    with pytest.raises(StepRefused) as refusal:
        play.step(case, "accept", "shenzhiheng", **acceptance())

    assert events(play, case) == before
    assert refusal.value.obstacles[0].code == "wrong_state"
    assert str(refusal.value.obstacles[0].basis[0]) == "EBL 2"


def test_the_history_of_everything_can_be_verified(play: Play) -> None:
    accepted(play)

    with play.bench.reading() as session:
        report = check_everything(session, play.bench.mill.store)

    assert report.faults == ()
    assert report.papers >= 4


def test_a_window_that_nobody_used_runs_out_and_is_nobodys_breach(play: Play) -> None:
    published(play)
    with play.bench.reading() as session:
        case = session.query(Case).filter(Case.flags["published"].as_boolean()).one().id
    last_day = clock(play, case, K.CLAIM_WINDOW).due_on

    play.later((last_day - play.day).days)
    on_the_day = clock(play, case, K.CLAIM_WINDOW).status
    play.later(1)

    assert on_the_day == DeadlineStatus.RUNNING
    assert clock(play, case, K.CLAIM_WINDOW).status == DeadlineStatus.EXPIRED


def test_the_receipt_is_handed_out_at_the_window_before_any_judge_is_named(play: Play) -> None:
    case = received(play, petition(1))

    receipt = next(paper for paper in papers(play, case) if paper.kind == D.PETITION_RECEIPT)
    assert receipt.state == DocumentState.ISSUED


def test_a_petition_the_lower_court_would_not_take_is_brought_before_the_superior_court(play: Play) -> None:
    data = {**petition(3), "court_code": "豫97", "reason": "原审法院不接收申请材料。"}

    case = play.receive(data, "escalate", who="suli")
    play.assign(case, PANEL)
    order = play.drafts(case, D.ORDER_TO_EXAMINE)[0]
    play.paper_step(order, "submit", "gaoyuan")
    play.paper_step(order, "approve", "gaoyuan")
    play.paper_step(order, "seal", "yinxin")
    play.paper_step(order, "issue", "shuji")
    play.step(case, "superior_accept", "gaoyuan", **acceptance())

    assert state_of(play, case) == "BA_ACCEPTED"
    assert state_of(play, play.child_of(case)) == "LQ_OPEN"
    with play.bench.reading() as session:
        assert session.get_one(Case, case).number == "（2026）豫97破申1号"
        ruling = next(p for p in papers(play, case) if p.kind == D.ACCEPTANCE_RULING)
        assert ruling.facts["court"] == "河原省高级人民法院"


def test_a_transfer_from_enforcement_runs_on_its_own_clock(play: Play) -> None:
    data = petition(12, applicant_kind="EXEC_COURT") | {
        "applicant": None,
        "enforcement_court": "河原省江澜市临江区人民法院",
        "enforcement_number": "（2026）豫9701执733号",
        "consent_of": "申请执行人",
    }

    case = play.receive(data, "receive_enforcement_transfer")

    assert clock(play, case, K.BA_EXEC_TRANSFER_REPLY).due_on == date(2026, 11, 11)
    assert clock(play, case, K.BA_RULE_DIRECT) is None
    assert clock(play, case, K.BA_NOTIFY_DEBTOR) is None


def test_a_withdrawal_ends_every_clock(play: Play) -> None:
    case = notified(play)

    play.step(case, "withdraw_application", "shenzhiheng", asked_on=play.day.isoformat(), reason="已经和解。")

    assert state_of(play, case) == "BA_WITHDRAWN"
    assert clock(play, case, K.BA_DEBTOR_OBJECTION).status == DeadlineStatus.CANCELLED


def test_a_case_of_another_court_is_transferred(play: Play) -> None:
    case = notified(play)

    play.step(
        case,
        "transfer_jurisdiction",
        "shenzhiheng",
        receiving_court="望川市中级人民法院",
        reason="债务人住所地不在本院辖区。",
    )
    play.issue(case, D.TRANSFER_RULING, HANDS)

    assert state_of(play, case) == "BA_TRANSFERRED"
    assert len(play.prepared(case, D.TRANSFER_RULING)) == 1


def test_papers_not_supplemented_in_time_count_as_a_withdrawal(play: Play) -> None:
    case = play.receive(petition(2, missing=("evidence",)))
    play.assign(case, PANEL)
    play.step(case, "require_supplement", "heqieyu")
    last_day = clock(play, case, K.BA_CORRECTION).due_on

    with pytest.raises(StepRefused):
        play.step(case, "supplement_default", "shenzhiheng", reason="逾期未补正。")
    play.later((last_day - play.day).days + 1)
    play.step(case, "supplement_default", "shenzhiheng", reason="逾期未补正。")

    assert state_of(play, case) == "BA_WITHDRAWN"
