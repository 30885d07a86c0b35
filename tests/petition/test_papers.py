"""Papers between draft and delivery: who may do what, and what is destroyed on the way back."""

import pytest
from marshmallow import ValidationError

from court_app.demo.actors import PANEL, Hands, Play
from court_app.demo.petition_scenes import notified
from court_app.demo.petitions import acceptance, petition
from court_app.errors import BadInput
from court_app.services.jobs import open_jobs
from court_app.services.papers import deliveries, documents
from models import Case, Delivery, Document
from models.vocabulary import DeadlineKind as K
from models.vocabulary import DocumentKind as D
from tests.petition.looking import clock, papers
from workflows.engine import StepRefused

HANDS = Hands()


def ruling_of(play: Play) -> int:
    """A draft of an acceptance ruling."""
    case = notified(play)
    play.later(9)
    play.step(case, "accept", "shenzhiheng", **acceptance())
    return play.drafts(case, D.ACCEPTANCE_RULING)[0]


def codes(refusal: pytest.ExceptionInfo[StepRefused]) -> list[str]:
    """The codes of every obstacle."""
    return [obstacle.code for obstacle in refusal.value.obstacles]


def look_at(play: Play, document_id: int) -> Document:
    """A document as it stands."""
    with play.bench.reading() as session:
        return session.get_one(Document, document_id)


def test_a_ruling_waits_for_every_member_of_the_panel(play: Play) -> None:
    ruling = ruling_of(play)
    play.paper_step(ruling, "submit", "shenzhiheng")
    play.paper_step(ruling, "give_opinion", "ouyangshen", agrees=False, remark="债务人尚有清偿能力。")

    with pytest.raises(StepRefused) as refusal:
        play.paper_step(ruling, "approve", "shenzhiheng")
    play.paper_step(ruling, "give_opinion", "luyun", agrees=True)
    play.paper_step(ruling, "approve", "shenzhiheng")

    assert codes(refusal) == ["panel_silent"]
    assert "陆赟" in str(refusal.value.obstacles[0].text)
    assert look_at(play, ruling).flags["opinions"][str(play.people["ouyangshen"])]["agrees"] is False


def test_only_the_presiding_judge_approves_a_ruling(play: Play) -> None:
    ruling = ruling_of(play)
    play.paper_step(ruling, "submit", "shenzhiheng")

    with pytest.raises(StepRefused) as refusal:
        play.paper_step(ruling, "approve", "ouyangshen")

    assert "not_the_approver" in codes(refusal)


def test_a_paper_with_an_open_place_is_not_submitted(play: Play) -> None:
    ruling = ruling_of(play)
    block = next(iter(look_at(play, ruling).blocks))
    play.paper_step(ruling, "revise", "shenzhiheng", blocks={block: "【待查明】"})

    with pytest.raises(StepRefused) as refusal:
        play.paper_step(ruling, "submit", "shenzhiheng")

    assert codes(refusal) == ["blocks_open"]


def test_a_revision_keeps_the_text_before_it(play: Play) -> None:
    ruling = ruling_of(play)
    block, before = next(iter(look_at(play, ruling).blocks.items()))

    play.paper_step(ruling, "revise", "shenzhiheng", blocks={block: "查明的事实如下。"})

    with play.bench.reading() as session:
        document = session.get_one(Document, ruling)
        assert document.blocks[block] == "查明的事实如下。"
        assert [version.blocks[block] for version in document.versions] == [before]


def test_a_character_without_a_font_is_refused_by_name(play: Play) -> None:
    ruling = ruling_of(play)
    block = next(iter(look_at(play, ruling).blocks))

    with pytest.raises(ValidationError, match="\U000313aa"):
        play.paper_step(ruling, "revise", "shenzhiheng", blocks={block: "法定代表人𱎪某。"})

    assert look_at(play, ruling).blocks[block] != "法定代表人𱎪某。"


def test_a_block_that_the_paper_does_not_have_is_refused(play: Play) -> None:
    ruling = ruling_of(play)

    with pytest.raises(ValidationError, match="没有这个可编辑段落"):
        play.paper_step(ruling, "revise", "shenzhiheng", blocks={"holding": "驳回申请。"})


def test_taking_back_an_approval_destroys_seal_and_signature(play: Play) -> None:
    ruling = ruling_of(play)
    play.paper_step(ruling, "submit", "shenzhiheng")
    for member in HANDS.others:
        play.paper_step(ruling, "give_opinion", member, agrees=True)
    play.paper_step(ruling, "approve", "shenzhiheng")
    play.paper_step(ruling, "seal", "guyin")
    sealed = look_at(play, ruling).sha256

    play.paper_step(ruling, "reopen", "shenzhiheng", reason="金额有误。")

    reopened = look_at(play, ruling)
    assert play.bench.mill.store.has(sealed)
    assert (reopened.state, reopened.sha256, reopened.flags.get("opinions")) == ("DRAFT", None, None)
    with play.bench.reading() as session:
        assert len(open_jobs(session, play.now)) == 1, "a job destroys the sealed bytes"


def test_an_issued_ruling_is_corrected_only_by_a_ruling(play: Play) -> None:
    case = notified(play)
    play.later(9)
    play.step(case, "accept", "shenzhiheng", **acceptance())
    play.issue(case, D.ACCEPTANCE_RULING, HANDS)
    issued = next(paper for paper in papers(play, case) if paper.kind == D.ACCEPTANCE_RULING)

    play.paper_step(issued.id, "correct", "shenzhiheng", wrong="澜穿公司", right="澜川公司", reason="笔误。")

    kinds = [paper.kind for paper in papers(play, case)]
    assert look_at(play, issued.id).state == "SUPERSEDED"
    assert play.bench.mill.store.get(issued.sha256).startswith(b"%PDF")
    assert kinds[-1] == D.CORRECTION_RULING
    assert papers(play, case)[-1].number.endswith("号之一")


def test_an_issued_paper_can_be_verified_by_its_code_and_a_draft_cannot(play: Play) -> None:
    case = notified(play)
    notice = next(paper for paper in papers(play, case) if paper.kind == D.DEBTOR_NOTICE)

    with play.bench.reading() as session:
        found = documents.verified(play.occasion(session, "lian"), notice.verification_code)

    assert found.id == notice.id
    assert all(paper.verification_code is None for paper in papers(play, case) if paper.state == "DRAFT")


def test_electronic_service_needs_consent(play: Play) -> None:
    case = play.receive(petition(1))
    play.assign(case, PANEL)
    play.step(case, "notify_debtor", "heqieyu")
    play.issue(case, D.DEBTOR_NOTICE, HANDS)
    delivery = play.prepared(case, D.DEBTOR_NOTICE)[0]

    with pytest.raises(StepRefused) as refusal:
        play.delivery_step(delivery, "send", "heqieyu", method="ELECTRONIC", address="legal@example.com")

    assert codes(refusal) == ["no_consent"]


def test_service_by_announcement_is_deemed_after_thirty_days_and_starts_the_clock(play: Play) -> None:
    case = play.receive(petition(1))
    play.assign(case, PANEL)
    play.step(case, "notify_debtor", "heqieyu")
    play.issue(case, D.DEBTOR_NOTICE, HANDS)
    delivery = play.prepared(case, D.DEBTOR_NOTICE)[0]
    play.delivery_step(delivery, "send", "heqieyu", method="POST")
    play.delivery_step(delivery, "fail", "heqieyu", reason="查无此人。")
    play.delivery_step(delivery, "announce", "heqieyu", reason="下落不明。", channel="法院公告栏")

    play.later(30)
    with play.bench.reading() as session:
        waiting = session.get_one(Delivery, delivery).state
    play.later(1)

    with play.bench.reading() as session:
        served = session.get_one(Delivery, delivery)
        assert (waiting, served.state) == ("ANNOUNCED", "SERVED")
        assert clock(play, case, K.BA_DEBTOR_OBJECTION).trigger_on == served.served_on


def test_papers_printed_together_can_be_opened_again(play: Play) -> None:
    case = notified(play)
    play.later(9)
    play.step(case, "accept", "shenzhiheng", **acceptance())
    play.issue(case, D.ACCEPTANCE_RULING, HANDS)
    waiting = play.prepared(case, D.ACCEPTANCE_RULING)

    with play.bench.writing() as session, session.begin():
        occasion = play.occasion(session, "heqieyu")
        batch = deliveries.print_batch(occasion, session.get_one(Case, case), waiting, "首批送达").id
    with play.bench.reading() as session:
        kept, pdf = deliveries.find_batch(play.occasion(session, "heqieyu"), batch)

    assert (kept.title, len(kept.delivery_ids)) == ("首批送达", 2)
    assert pdf.startswith(b"%PDF")


def test_a_print_batch_holds_only_papers_of_its_case(play: Play) -> None:
    one, other = notified(play), notified(play)
    play.later(9)
    play.step(one, "accept", "shenzhiheng", **acceptance())
    play.issue(one, D.ACCEPTANCE_RULING, HANDS)
    waiting = play.prepared(one, D.ACCEPTANCE_RULING)

    with play.bench.writing() as session, pytest.raises(BadInput):
        deliveries.print_batch(
            play.occasion(session, "heqieyu"), session.get_one(Case, other), waiting, "误选"
        )
