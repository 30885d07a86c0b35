"""The administrator's own papers: drafted by the step, signed, sealed and sent out by him alone."""

import pytest

from court_app.errors import NotFound
from court_app.services.papers import documents, served_papers
from documents.drafting import missing, sections
from models import Case, Document
from models.vocabulary import DocumentKind
from tests.liquidation import test_retrievals as owners
from tests.liquidation import test_set_offs as debts
from tests.liquidation import test_supervision as acts
from tests.liquidation.playing import CLERK, JUDGE, REASON, Liquidation
from tests.liquidation.test_committees import in_office
from tests.liquidation.test_meetings import call
from workflows.engine import StepRefused

K = DocumentKind
ADMINISTRATOR, SEAL = "hengzheng", "guyin"


def paper_in(case: Liquidation, kind: DocumentKind) -> Document:
    """The last paper of a kind."""
    with case.play.bench.reading() as session:
        papers = session.query(Document).filter(Document.case_id == case.case, Document.kind == kind)
        paper = papers.order_by(Document.id.desc()).first()
        assert paper is not None
        return paper


def text_in(case: Liquidation, kind: DocumentKind) -> str:
    """The text of the last paper of a kind as it was drafted; nothing in it may be open."""
    paper = paper_in(case, kind)
    assert missing(kind, paper.facts, paper.blocks) == []
    written = sections(kind, paper.facts, paper.blocks)
    return "\n".join(line for lines in written.values() for line in lines)


def through_all_hands(case: Liquidation, paper: Document, who: str = ADMINISTRATOR) -> None:
    """A draft is submitted, approved, sealed and issued by one person."""
    for name in ("submit", "approve", "seal", "issue"):
        case.play.paper_step(paper.id, name, who)


def refusal(case: Liquidation, paper: Document, name: str, who: str) -> list[str]:
    """The codes with which a step of a paper is refused."""
    return case.refused(case.play.paper_step, paper.id, name, who)


def test_the_answer_to_a_set_off_says_from_which_day_it_is_effective(met: Liquidation) -> None:
    serial = debts.notified(met, asset_serial=debts.receivable(met))
    met.later(3)

    debts.accepted(met, serial)

    text = text_in(met, K.SET_OFF_ANSWER)
    assert "江澜市恒泰贸易有限公司：" in text
    assert "债权（债权表序号1）中的人民币900000元，与你方对" in text
    assert "没有异议，抵销自管理人收到通知之日即2026年4月26日起生效" in text
    assert "抵销的数额为人民币400000元" in text


def test_the_answer_to_a_set_off_that_is_objected_to_names_grounds_and_the_suit(met: Liquidation) -> None:
    debts.objected(met, debts.notified(met))

    text = text_in(met, K.SET_OFF_ANSWER)

    assert "理由为：债权或者债务不成立、数额不符。" in text
    assert "管理人不同意抵销，将自收到抵销通知之日起三个月内向" in text
    assert "起生效" not in text


def test_the_answer_to_an_owner_names_what_he_pays_before_he_gets_his_property(met: Liquidation) -> None:
    serial = owners.claimed(met)

    met.move("retrievals", serial, "accept_retrieval", costs_fen="3000", **owners.ACCEPTED)

    text = text_in(met, K.RETRIEVAL_ANSWER)
    assert "望川机电租赁有限公司：" in text
    assert "相关费用共计人民币3000元；未支付的，管理人有权拒绝你方取回" in text
    assert paper_in(met, K.RETRIEVAL_ANSWER).form_id == "M-22"


def test_an_owner_who_is_refused_is_told_before_which_court_he_may_sue(met: Liquidation) -> None:
    met.move("retrievals", owners.claimed(met), "refuse_retrieval", **REASON)

    text = text_in(met, K.RETRIEVAL_ANSWER)

    assert "管理人审查认为，经审查属实。" in text
    assert "为被告，向河原省江澜市中级人民法院提起诉讼" in text


def test_in_a_reorganisation_the_answer_to_an_owner_is_form_50(at: object) -> None:
    case = at("reorganised")  # type: ignore[operator]
    claim = owners.claimed(case)

    case.move("retrievals", claim, "refuse_retrieval", **REASON)

    assert paper_in(case, K.RETRIEVAL_ANSWER).form_id == "M-50"
    assert "第三十八条、第七十六条" in text_in(case, K.RETRIEVAL_ANSWER)


def test_the_notice_of_a_meeting_tells_day_place_and_agenda(met: Liquidation) -> None:
    serial = call(met)

    met.move("meetings", serial, "notify", how="邮寄和短信")

    text = text_in(met, K.MEETING_NOTICE)
    assert "第二次债权人会议" in text
    assert "一、会议时间：2026年5月16日9时30分。" in text
    assert "补充核查债权" in text


def test_a_major_act_is_reported_in_writing_to_the_court_or_to_the_committee(met: Liquidation) -> None:
    land = acts.land(met)
    acts.report(met, land)
    to_court = text_in(met, K.DISPOSAL_REPORT)
    in_office(met)

    acts.report(met, land)

    assert to_court.startswith("河原省江澜市中级人民法院：")
    assert "| 1 | 工业用地使用权 | — | — |" in to_court
    assert text_in(met, K.DISPOSAL_REPORT).startswith("债权人委员会：")


def test_the_administrator_signs_seals_and_sends_out_his_own_paper(met: Liquidation) -> None:
    met.move("retrievals", owners.claimed(met), "refuse_retrieval", **REASON)
    paper = paper_in(met, K.RETRIEVAL_ANSWER)

    through_all_hands(met, paper)

    with met.play.bench.reading() as session:
        issued = session.get_one(Document, paper.id)
        assert (issued.state, issued.sha256 is None) == ("ISSUED", False)
        assert issued.number == "（2026）瑞丰公司破管字第1号"
        assert [(one.recipient_kind.value, one.recipient_name) for one in issued.deliveries] == [
            ("OWNER", "望川机电租赁有限公司")
        ]


@pytest.mark.parametrize(("name", "who"), [("approve", JUDGE), ("seal", SEAL), ("issue", CLERK)])
def test_nobody_of_the_court_signs_seals_or_sends_out_a_paper_of_the_administrator(
    met: Liquidation, name: str, who: str
) -> None:
    met.move("retrievals", owners.claimed(met), "refuse_retrieval", **REASON)
    paper = paper_in(met, K.RETRIEVAL_ANSWER)
    for before in ("submit", "approve", "seal", "issue"):
        if before == name:
            break
        met.play.paper_step(paper.id, before, ADMINISTRATOR)

    assert refusal(met, paper, name, who) == ["only_the_administrator"]


def test_the_administrator_has_no_hand_in_the_papers_of_the_court(met: Liquidation) -> None:
    met.step("confirm_claims", JUDGE)
    paper = paper_in(met, K.CLAIMS_RULING)

    with pytest.raises(NotFound):
        met.play.paper_step(paper.id, "submit", ADMINISTRATOR)


def test_another_administrator_sees_nothing_of_it(met: Liquidation) -> None:
    met.move("retrievals", owners.claimed(met), "refuse_retrieval", **REASON)
    paper = paper_in(met, K.RETRIEVAL_ANSWER)

    with pytest.raises(NotFound):
        met.play.paper_step(paper.id, "submit", "zhengxu")


def test_the_administrator_finds_his_drafts_among_his_papers(met: Liquidation) -> None:
    met.move("retrievals", owners.claimed(met), "refuse_retrieval", **REASON)

    with met.play.bench.reading() as session:
        occasion = met.play.occasion(session, ADMINISTRATOR)
        case = session.get_one(Case, met.case)
        found = served_papers.of_case(occasion, case)
        steps = {one.transition.name for one in documents.options(occasion, found[0]) if one.allowed}

    assert [one.kind for one in found] == [K.RETRIEVAL_ANSWER]
    assert {"revise", "submit", "discard"} <= steps


def test_a_refused_step_leaves_no_paper(met: Liquidation) -> None:
    before = met.papers()

    with pytest.raises(StepRefused):
        met.move("set_offs", debts.notified(met), "accept_set_off")

    assert met.papers() == before
