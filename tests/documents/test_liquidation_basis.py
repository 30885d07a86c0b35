"""On which articles every paper of a liquidation rests, and with which result."""

from dataclasses import dataclass

import pytest

from documents.case_samples import STAGES
from documents.drafting import sample_facts, sections
from models.vocabulary import DocumentKind

K = DocumentKind
EBL = "依照《中华人民共和国企业破产法》"
APPOINTING = "《最高人民法院关于审理企业破产案件指定管理人的规定》"
PAYING = "《最高人民法院关于审理企业破产案件确定管理人报酬的规定》"
CIVIL = "《中华人民共和国民事诉讼法》"
LIQUIDATION = (*STAGES, K.DISMISSAL_UPHELD_RULING, K.DISMISSAL_REVERSED_RULING)


def generated_text_of(kind: DocumentKind) -> str:
    """What no judge may edit."""
    facts = sample_facts(kind)
    written = sections(kind, facts, {})
    return "\n".join(line for lines in written.values() for line in lines)


@dataclass(frozen=True, slots=True)
class Rests:
    """The basis of a paper as it is printed, and its result."""

    basis: str
    result: str


RESULTS: dict[DocumentKind, Rests] = {
    K.CHAIR_DECISION: Rests(
        f"{EBL}第六十条第一款之规定，决定如下：", "担任澜川精密机械有限公司债权人会议主席。"
    ),
    K.CLAIMS_RULING: Rests(f"{EBL}第五十八条第二款之规定，裁定如下：", "债权额共计人民币32411123.75元"),
    K.PROVISIONAL_AMOUNT_DECISION: Rests(f"{EBL}第五十九条第二款之规定", "债权额为人民币3200000元"),
    K.DISMISSAL_RULING: Rests(f"{EBL}第二条、第十二条第二款之规定", "驳回申请人江澜市恒远钢材贸易有限公司对"),
    K.DISMISSAL_UPHELD_RULING: Rests(
        f"{EBL}第四条、第十二条第二款，{CIVIL}第一百七十七条第一款第一项、第一百七十八条之规定",
        "驳回上诉，维持原裁定。",
    ),
    K.DISMISSAL_REVERSED_RULING: Rests(
        f"{EBL}第四条、第十二条第二款，{CIVIL}第一百七十七条第一款第二项、第一百七十八条，"
        "《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第三百三十条之规定",
        "二、指令河原省江澜市中级人民法院继续审理",
    ),
    K.RESTORE_MEASURES_LETTER: Rests(
        "依照《最高人民法院关于适用〈中华人民共和国企业破产法〉若干问题的规定（二）》第八条的规定",
        "按照原保全顺位恢复相关保全措施",
    ),
    K.DECLARATION_RULING: Rests(
        f"{EBL}第二条第一款、第一百零七条之规定，裁定如下：", "宣告澜川精密机械有限公司破产。"
    ),
    K.DECLARATION_ANNOUNCEMENT: Rests(
        f"{EBL}第二条第一款、第一百零七条之规定", "宣告澜川精密机械有限公司破产。"
    ),
    K.DECLARATION_NOTICE: Rests(f"{EBL}第一百零七条第一款的规定", "宣告澜川精密机械有限公司破产。"),
    K.MANAGEMENT_PLAN_RULING: Rests(
        f"{EBL}第六十一条第一款第八项、第六十五条第一款之规定", "《澜川精密机械有限公司财产管理方案》。"
    ),
    K.REALISATION_PLAN_RULING: Rests(
        f"{EBL}第六十一条第一款第九项、第六十五条第一款之规定", "《澜川精密机械有限公司破产财产变价方案》。"
    ),
    K.DISTRIBUTION_PLAN_RULING: Rests(
        f"{EBL}第六十一条第一款第十项、第六十五条第二款之规定",
        "《澜川精密机械有限公司破产财产分配方案》，由管理人执行。",
    ),
    K.RECONSIDERATION_DECISION: Rests(
        f"{EBL}第六十六条之规定，决定如下：", "维持本院（2026）豫97破12号之五民事裁定。"
    ),
    K.RECOGNITION_RULING: Rests(
        f"{EBL}第一百一十五条第三款、第一百一十六条第一款之规定",
        "认可《澜川精密机械有限公司破产财产分配方案》",
    ),
    K.DISTRIBUTION_ANNOUNCEMENT: Rests(f"{EBL}第一百一十六条第二款的规定", "财产额为人民币6328800元"),
    K.ESCROW_RULING: Rests(
        f"{EBL}第一百一十八条之规定", "人民币321304.10元，由管理人按照破产财产分配方案分配给其他债权人。"
    ),
    K.TERMINATION_43_RULING: Rests(
        f"{EBL}第二条第一款、第四十三条第四款、第一百零七条之规定", "二、终结澜川精密机械有限公司破产程序。"
    ),
    K.TERMINATION_105_RULING: Rests(f"{EBL}第一百零五条之规定", "一、认可澜川精密机械有限公司与全体债权人于"),
    K.TERMINATION_108_RULING: Rests(f"{EBL}第一百零八条第一项之规定", "终结澜川精密机械有限公司破产程序。"),
    K.TERMINATION_120A_RULING: Rests(
        f"{EBL}第一百二十条第一款、第三款之规定", "终结澜川精密机械有限公司破产程序。"
    ),
    K.TERMINATION_120B_RULING: Rests(
        f"{EBL}第一百二十条第二款、第三款之规定", "终结澜川精密机械有限公司破产程序。"
    ),
    K.TERMINATION_UNABLE_RULING: Rests(
        f"{EBL}第四条，{CIVIL}第一百五十七条第一款第十一项，"
        "参照《最高人民法院关于适用〈中华人民共和国公司法〉若干问题的规定（二）》第十八条第二款之规定",
        "债权人可以另行要求负有责任的股东、董事、控股股东、实际控制人等依法承担相应的民事责任。",
    ),
    K.TERMINATION_REFUSED_RULING: Rests(
        f"{EBL}第一百二十条第三款之规定", "驳回澜川精密机械有限公司管理人终结破产程序的申请。"
    ),
    K.TERMINATION_ANNOUNCEMENT: Rests(
        f"{EBL}第一百二十条第二款、第三款之规定", "终结澜川精密机械有限公司破产程序。"
    ),
    K.DUTIES_DECISION: Rests(f"{EBL}第一百二十二条之规定", "继续执行澜川精密机械有限公司管理人职务"),
    K.SUPPLEMENTARY_RULING: Rests(
        f"{EBL}第一百二十三条第一款之规定", "人民币88366.70元，按照破产财产分配方案追加分配"
    ),
    K.TREASURY_LETTER: Rests(f"{EBL}第一百二十三条第二款的规定", "由本院将上述财产上交国库"),
    K.EXPLANATION_NOTICE: Rests(
        f"{EBL}第二十二条第二款，{APPOINTING}第三十一条第二款的规定", "在收到本通知之日起二日内"
    ),
    K.REPLACEMENT_DECISION: Rests(
        f"{EBL}第二十二条第二款，{APPOINTING}第三十二条第二款、第三十七条、第三十八条之规定",
        "二、指定江澜正序律师事务所担任澜川精密机械有限公司管理人，林霁为管理人负责人。",
    ),
    K.REPLACEMENT_REFUSED_DECISION: Rests(
        f"{EBL}第二十二条第二款，{APPOINTING}第三十二条第一款之规定", "驳回债权人会议更换"
    ),
    K.RESIGNATION_DECISION: Rests(
        f"{EBL}第二十九条，{APPOINTING}第三十五条、第三十七条、第三十八条之规定",
        "一、许可江澜衡正会计师事务所辞去",
    ),
    K.REPLACEMENT_ANNOUNCEMENT: Rests(
        f"{EBL}第二十二条，{APPOINTING}第三十八条之规定", "指定江澜正序律师事务所担任"
    ),
    K.FINE_DECISION: Rests(
        f"{EBL}第一百三十条，{CIVIL}第一百一十九条第一款、第三款，{APPOINTING}第三十九条第一款之规定",
        "罚款人民币80000元（大写：捌万元整）。",
    ),
    K.PERMISSION_REPLY: Rests(
        f"{EBL}第二十五条第一款第五项、第二十六条的规定", "许可你单位关于继续或者停止债务人营业的请求。"
    ),
    K.COMMITTEE_DECISION: Rests(
        f"{EBL}第六十七条之规定，决定如下：", "苏禾为澜川精密机械有限公司债权人委员会成员。"
    ),
    K.SUPERVISION_DECISION: Rests(f"{EBL}第六十八条第三款之规定，决定如下：", "支持债权人委员会的请求。"),
    K.INSPECTION_DECISION: Rests(
        "依照《最高人民法院关于适用〈中华人民共和国企业破产法〉若干问题的规定（三）》第十条之规定，决定如下：",
        "应当向江澜市恒远钢材贸易有限公司提供上述资料查阅。",
    ),
    K.STOP_DISPOSAL_DECISION: Rests(
        "依照《最高人民法院关于适用〈中华人民共和国企业破产法〉若干问题的规定（三）》第十五条第四款之规定",
        "责令澜川精密机械有限公司管理人停止上述处分行为。",
    ),
    K.REMUNERATION_NOTICE: Rests(
        "依照" + PAYING + "第二条、第三条、第四条的规定，初步确定你单位的报酬方案",
        "你单位应当在第一次债权人会议上报告",
    ),
    K.REMUNERATION_CHANGE_NOTICE: Rests(
        "依照" + PAYING + "第八条、第十八条第三款的规定", "报酬方案由原预计人民币1200000元调整如下"
    ),
    K.REMUNERATION_DECISION: Rests(
        f"{EBL}第二十八条第二款，{PAYING}第二条、第十条之规定，决定如下：",
        "管理人的报酬确定为人民币1000000元（大写：壹佰万元整），列入破产财产分配方案。",
    ),
    K.COURT_FEE_NOTICE: Rests(
        "依照《诉讼费用交纳办法》第二十条第二款、第四十二条，《中华人民共和国企业破产法》第四十一条第一项的规定",
        "应交纳案件受理费人民币77639.20元",
    ),
    K.REVOCATION_RULING: Rests(
        f"{EBL}第六十四条第二款，《最高人民法院关于适用〈中华人民共和国企业破产法〉若干问题的规定（三）》"
        "第十二条第一款第二项、第二款之规定",
        "二、责令澜川精密机械有限公司债权人会议依法重新作出决议。",
    ),
    K.REVOCATION_REFUSED_RULING: Rests(
        f"{EBL}第六十四条第二款，《最高人民法院关于适用〈中华人民共和国企业破产法〉若干问题的规定（三）》第十二条之规定",
        "驳回江澜市恒远钢材贸易有限公司撤销",
    ),
}


@pytest.mark.parametrize("kind", LIQUIDATION)
def test_basis_and_result_are_printed_and_no_judge_can_edit_them_away(kind: DocumentKind) -> None:
    expected = RESULTS[kind]

    text = generated_text_of(kind)

    assert expected.basis in text
    assert expected.result in text


@pytest.mark.parametrize("kind", LIQUIDATION)
def test_every_statute_stands_by_its_full_name_and_the_basis_once(kind: DocumentKind) -> None:
    text = generated_text_of(kind)

    assert "《企业破产法》" not in text
    assert "企业破产法第" not in text
    assert text.count("裁定如下：") + text.count("决定如下：") <= 1
