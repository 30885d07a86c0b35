"""What administrator and creditors make, as printed: whose name and seal, who signs, what the law asks."""

from typing import Any

import pytest

from documents.drafting import default_blocks, sample_facts
from documents.kinds import form_id_for, form_of
from documents.makers import name_of_maker
from documents.rendering import Look, render_html, render_pdf
from models.vocabulary import (
    OF_ADMINISTRATOR,
    OF_CREDITORS,
    ApprovalLevel,
    DocumentKind,
    PaperMaker,
    maker_of,
)
from tests.documents.looking import SEALED, faults, page_count, sample, text_of

pytestmark = pytest.mark.slow
"""Every test draws papers; one paper of every shape is drawn for the quick subset in `test_rendering`."""

K = DocumentKind
OFFICE = "澜川精密机械有限公司管理人"
COURT = "河原省江澜市中级人民法院"


def html_of(kind: DocumentKind, look: Look = SEALED, **details: Any) -> str:
    facts = sample_facts(kind)
    facts["details"] = {**facts["details"], **details}
    return render_html(kind, facts, default_blocks(kind, facts), look)


@pytest.mark.parametrize("kind", sorted(OF_ADMINISTRATOR))
def test_a_paper_of_the_administrator_is_under_his_name_number_and_seal(kind: DocumentKind) -> None:
    html = html_of(kind)

    assert f'<h1 class="court">{OFFICE}</h1>' in html
    assert f"（{sample_facts(kind)['made_on'][:4]}）澜川公司破管字第12号" in html
    assert f"{OFFICE}印章（测试专用章）" in html
    assert f"{COURT}印章" not in html
    assert form_of(kind).approval == ApprovalLevel.ADMINISTRATOR


@pytest.mark.parametrize("kind", sorted(OF_CREDITORS))
def test_a_paper_of_the_creditors_is_signed_by_hand_and_bears_no_seal(kind: DocumentKind) -> None:
    html = html_of(kind)

    assert "印章（" not in html
    assert html.count('<p class="signature">') >= 2
    assert "核验码" in html


@pytest.mark.parametrize("kind", [K.CLAIMS_RULING, K.CHAIR_DECISION, K.COURT_FEE_NOTICE])
def test_a_paper_of_the_court_stays_under_the_name_and_seal_of_the_court(kind: DocumentKind) -> None:
    html = html_of(kind)

    assert f'<h1 class="court">{COURT}</h1>' in html
    assert f"{COURT}印章（测试专用章）" in html
    assert maker_of(kind) == PaperMaker.COURT


def test_the_maker_of_a_paper_is_named_as_his_seal_is_cut() -> None:
    names = {maker: name_of_maker(maker, court=COURT, debtor="澜川精密机械有限公司") for maker in PaperMaker}

    assert names == {
        PaperMaker.COURT: COURT,
        PaperMaker.ADMINISTRATOR: OFFICE,
        PaperMaker.CREDITORS: "澜川精密机械有限公司",
    }


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (K.SET_OFF_ANSWER, ("抵销自管理人收到通知之日即2027年2月8日起生效", "抵销的数额为人民币864000元")),
        (
            K.RETRIEVAL_ANSWER,
            ("管理人同意你方取回上述财产", "人民币18600元；未支付的，管理人有权拒绝你方取回"),
        ),
        (K.MEETING_NOTICE, ("一、会议时间：2027年4月20日9时30分。", "第六十三条")),
        (K.DISPOSAL_REPORT, ("债权人委员会：", "现提前十日书面报告如下", "临江路土地使用权")),
        (K.DISTRIBUTION_PLAN, ("可供分配的破产财产数额：人民币6328800元", "三、管理人最终确定的报酬")),
        (K.DISTRIBUTION_PLAN, ("江澜市临江区滨河东路118号", "实施破产财产分配的方法")),
        (K.DISTRIBUTION_REPORT, ("第一百二十条第二款", "分配总额共计人民币8428800元", "12.6339%")),
        (K.TERMINATION_REQUEST, ("提请你院裁定终结澜川精密机械有限公司破产程序",)),
        (K.CLAIMS_REPORT, ("第五十八条第一款", "债权人会议核查结束后十五日内", "28,136,640.02")),
        (K.WORK_REPORT, ("第二十三条", "已支付破产费用人民币223000元")),
        (K.REMUNERATION_REPORT, ("第六条第二款", "235,540.734")),
        (K.REMUNERATION_REQUEST, ("第十一条第一款", "数额：人民币300000元")),
        (K.PLAN_RULING_REQUEST, ("第六十五条第一款", "未获通过")),
        (K.RECOGNITION_REQUEST, ("第一百一十五条第三款", "同意的29人")),
        (K.MANAGEMENT_PLAN, ("第六十一条第一款第八项",)),
        (K.REALISATION_PLAN, ("第一百一十一条第一款", "拍卖")),
        (K.RECOVERY_NOTICE, ("第三十一条第二项", "第三十四条", "共益债务")),
        (K.SECURITY_REVOCATION_NOTICE, ("第三十一条第三项", "没有财产担保的债权")),
        (K.CAPITAL_CALL_NOTICE, ("第三十五条", "人民币12000000元", "第四十六条第一项")),
        (K.OFFICER_RETURN_NOTICE, ("第三十六条", "第二十四条第三款")),
        (K.COLLATERAL_NOTICE, ("第三十七条第一款", "清偿以该市场价值为限")),
        (K.EMPLOYEE_CLAIMS_LIST, ("第四十八条第二款", "合计人民币80970元", "可以要求管理人更正")),
        (K.EMPLOYEE_ANSWER, ("要求更正为人民币14200元", "更正为人民币14200元")),
        (K.CONFIRMATION_REQUEST, ("第五十八条第二款", "另有2笔债权有异议")),
        (K.DISTRIBUTION_ANNOUNCEMENT, ("第一百一十六条第二款", "由人民法院分配给其他债权人")),
        (K.ESCROW_NOTICE, ("第一百一十七条", "第一百一十八条", "第一百一十九条", "12,800.55")),
        (K.SURPLUS_NOTICE, ("第二百三十六条第二款", "人民币300000元", "180,000.00", "不因此视为放弃")),
        (K.DECLARATION_REQUEST, ("第一百零七条第一款", "人民币26800000元")),
        (K.DUTIES_REPORT, ("第一百二十二条", "第二十九条第二款", "2027年10月28日")),
        (K.SUPPLEMENT_REQUEST, ("第一百二十三条第一款", "人民币88366.70元")),
        (K.TALLY_RECORD, ("监票人（签名）：", "五、结果：通过。", "职工债权由职工代表列席发表意见")),
        (K.MEETING_MINUTES, ("会议主席（签名）：", "记录人（签名）：", "设立债权人委员会")),
        (K.MEETING_RESOLUTION, ("至2027年5月5日止", "对于全体债权人均有约束力", "会议主席（签名）：")),
        (K.COMMITTEE_REPORT, ("第十四条第二款", "陈旻昇（签名）：", "苏禾（签名）：")),
    ],
)
def test_the_printed_paper_says_what_the_law_asks_for(kind: DocumentKind, words: tuple[str, ...]) -> None:
    text = text_of(sample(kind))

    assert [one for one in words if one not in text] == []


@pytest.mark.parametrize("kind", [K.DISPOSAL_REPORT, K.MANAGEMENT_PLAN, K.MEETING_RESOLUTION])
def test_reports_plans_and_records_are_archivable_and_accessible(kind: DocumentKind) -> None:
    pdf = sample(kind)

    assert faults(pdf, "3a") == []
    assert faults(pdf, "ua1") == []


def test_a_table_of_claims_repeats_its_head_on_every_page() -> None:
    one = sample_facts(K.CLAIMS_REPORT)["details"]["claims"][0]
    facts = sample_facts(K.CLAIMS_REPORT)
    facts["details"] = {**facts["details"], "claims": [{**one, "serial": n} for n in range(1, 81)]}

    pdf = render_pdf(K.CLAIMS_REPORT, facts, default_blocks(K.CLAIMS_REPORT, facts), SEALED)

    assert page_count(pdf) >= 5
    assert text_of(pdf).count("序号债权人债权性质申报金额（元）认定金额（元）") >= page_count(pdf) - 2


@pytest.mark.parametrize(
    ("kind", "rows", "serial", "head"),
    [
        (K.EMPLOYEE_CLAIMS_LIST, "employees", "serial", "序号职工项目金额（元）"),
        (K.CONFIRMATION_REQUEST, "claims", "serial", "序号债权人债权性质申报金额（元）认定金额（元）"),
        (K.TALLY_RECORD, "tally_rows", "place", "表决意见表决方式无表决权的理由"),
        (K.ESCROW_NOTICE, "escrow_rows", "serial", "序号债权人提存的原因提存金额（元）"),
    ],
)
def test_a_list_of_thousands_repeats_its_head_on_every_page(
    kind: DocumentKind, rows: str, serial: str, head: str
) -> None:
    facts = sample_facts(kind)
    one = facts["details"][rows][0]
    facts["details"] = {**facts["details"], rows: [{**one, serial: n} for n in range(1, 101)]}

    pdf = render_pdf(kind, facts, default_blocks(kind, facts), SEALED)

    pages = page_count(pdf)
    assert pages >= 5
    assert text_of(pdf).count(head) >= pages - 3


@pytest.mark.parametrize(("procedure", "form_id"), [("破产清算", "M-22"), ("和解", "M-22"), ("重整", "M-50")])
def test_the_form_of_the_answer_to_an_owner_depends_on_the_procedure(procedure: str, form_id: str) -> None:
    facts = {"procedure": procedure, "applicant_kind": "DEBTOR", "details": {}}

    assert form_id_for(K.RETRIEVAL_ANSWER, facts) == form_id


@pytest.mark.parametrize(("article", "form_id"), [("43", "M-26"), ("120", "M-44")])
def test_the_form_of_a_request_to_end_depends_on_its_article(article: str, form_id: str) -> None:
    facts = {"procedure": "破产清算", "applicant_kind": "DEBTOR", "details": {"termination_article": article}}

    assert form_id_for(K.TERMINATION_REQUEST, facts) == form_id


def test_the_answer_that_refuses_says_neither_that_it_is_effective_nor_what_is_to_be_paid() -> None:
    set_off = html_of(
        K.SET_OFF_ANSWER, granted=False, objection="数额不符。", grounds_of_objection=["债权不成立"]
    )
    retrieval = html_of(K.RETRIEVAL_ANSWER, granted=False)

    assert "起生效" not in set_off
    assert "管理人不同意抵销" in set_off
    assert "未支付的" not in retrieval
    assert "为被告" in retrieval


def test_a_resolution_voted_away_names_no_last_day() -> None:
    html = html_of(K.MEETING_RESOLUTION, told_later=True, revocable_until_on=None)

    assert "自收到表决结果的通知之日起十五日内" in html
    assert "日止）" not in html
