from collections.abc import Mapping
from typing import Any

import pytest
from jinja2.exceptions import UndefinedError

from documents.drafting import default_blocks, missing, sample_facts, sections, shown_time, written, yuan
from documents.facts.base import Facts
from documents.facts.reading import facts_for
from documents.facts.situation import Situation
from documents.kinds import Block, form_of
from models.vocabulary import ApplicantKind, DocumentKind, ProcedureType
from tests.documents.building import RULED, an_application, what_acceptance_needs

K = DocumentKind


def facts_with(kind: DocumentKind, details: Mapping[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    facts = sample_facts(kind)
    return {**facts, **more, "details": {**facts["details"], **(details or {})}}


def text_of(kind: DocumentKind, facts: Mapping[str, Any]) -> str:
    written = sections(kind, facts, default_blocks(kind, facts))
    return "\n".join(line for lines in written.values() for line in lines)


def accepted(**more: Any) -> str:
    case = an_application(**more)
    situation = Situation(payload=what_acceptance_needs(), effective_on=RULED, number=case.number)
    return text_of(K.ACCEPTANCE_RULING, facts_for(K.ACCEPTANCE_RULING, case, situation))


@pytest.mark.parametrize("kind", K)
def test_the_sample_of_every_kind_may_go_to_approval(kind: DocumentKind) -> None:
    facts = sample_facts(kind)

    assert missing(kind, facts, default_blocks(kind, facts)) == []


@pytest.mark.parametrize("kind", K)
def test_no_paper_shows_code_or_an_unfilled_place(kind: DocumentKind) -> None:
    text = text_of(kind, sample_facts(kind))

    assert not any(mark in text for mark in ("{", "}", "None", "True", "【", "。。", "，，"))


def test_a_fact_that_was_not_supplied_leaves_an_open_place_that_stops_the_paper() -> None:
    facts = facts_with(K.HEARING_NOTICE, {"place": ""})
    blocks = default_blocks(K.HEARING_NOTICE, facts)

    assert "【地点】" in text_of(K.HEARING_NOTICE, facts)
    assert [str(fault) for fault in missing(K.HEARING_NOTICE, facts, blocks)] == [
        "文书中有待填写的【…】，请补充案件信息后重新起草"
    ]


def test_a_name_that_no_step_supplies_is_an_error_not_a_blank() -> None:
    misspelt = Block("body", "", "{% if d.hering_on %}x{% endif %}")
    facts = Facts.from_json(sample_facts(K.HEARING_NOTICE))

    with pytest.raises(LookupError, match="hering_on"):
        written(misspelt, form_of(K.HEARING_NOTICE), facts)


def test_a_fact_that_does_not_exist_is_an_error_not_a_blank() -> None:
    misspelt = Block("body", "", "{{ f.depter }}")
    facts = Facts.from_json(sample_facts(K.HEARING_NOTICE))

    with pytest.raises(UndefinedError, match="depter"):
        written(misspelt, form_of(K.HEARING_NOTICE), facts)


def test_an_empty_block_stops_the_paper_an_optional_one_does_not() -> None:
    facts = sample_facts(K.NON_ACCEPTANCE_RULING)
    blocks = default_blocks(K.NON_ACCEPTANCE_RULING, facts)

    without_reasons = missing(K.NON_ACCEPTANCE_RULING, facts, {**blocks, "reasons": " \n"})
    without_findings = missing(K.NON_ACCEPTANCE_RULING, facts, {**blocks, "findings": ""})

    assert [str(fault) for fault in without_reasons] == ["“本院认为”没有内容"]
    assert without_findings == []


def test_a_character_without_a_font_stops_the_paper_by_its_name() -> None:
    facts = sample_facts(K.DEBTOR_NOTICE)

    faults = missing(K.DEBTOR_NOTICE, facts, {"closing": "特此通知\U00031350。"})

    assert [fault.values for fault in faults] == [{"letters": ["\U00031350"]}]


def test_a_ruling_of_the_court_above_must_name_its_judges() -> None:
    facts = facts_with(K.ACCEPTANCE_RULING, signers=[], clerk="", court="河原省高级人民法院")
    blocks = default_blocks(K.ACCEPTANCE_RULING, facts)

    proposed = missing(K.ACCEPTANCE_RULING, facts, blocks)
    emptied = missing(K.ACCEPTANCE_RULING, facts, {**blocks, "panel": ""})
    named = missing(K.ACCEPTANCE_RULING, facts, {**blocks, "panel": "审判长 高原\n审判员 白鹭\n书记员 舒季"})

    assert [str(fault) for fault in proposed] == ["“上级法院径行裁定时的署名”中有待填写的【…】"]
    assert [str(fault) for fault in emptied] == ["尚未确定署名的审判人员"]
    assert named == []


def test_an_acceptance_on_a_creditors_petition_rests_on_the_creditors_paragraphs() -> None:
    text = accepted()

    assert "第二条第一款、第三条、第七条第二款、第十条第一款之规定" in text
    assert "受理申请人江澜市恒远钢材贸易有限公司对被申请人澜川精密机械有限公司的破产清算申请。" in text


def test_an_acceptance_on_the_debtors_own_petition_rests_on_its_paragraphs() -> None:
    text = accepted(applicant_kind=ApplicantKind.DEBTOR)

    assert "第二条第一款、第三条、第七条第一款、第十条第二款之规定" in text
    assert "受理申请人澜川精密机械有限公司的破产清算申请。" in text


def test_an_order_of_reorganization_cites_its_chapter_and_orders_it() -> None:
    text = accepted(procedure=ProcedureType.REORGANIZATION)

    assert "第二条、第三条、第七条第二款、第十条第一款、第七十条第一款、第七十一条之规定" in text
    assert "对澜川精密机械有限公司进行重整。" in text


def test_an_order_of_composition_cites_its_chapter_and_orders_it() -> None:
    text = accepted(procedure=ProcedureType.COMPOSITION, applicant_kind=ApplicantKind.DEBTOR)

    assert "第九十五条、第九十六条第一款之规定" in text
    assert "裁定澜川精密机械有限公司和解。" in text


def test_the_court_above_accepts_by_its_own_paragraph_and_hands_the_case_down() -> None:
    text = text_of(K.ACCEPTANCE_RULING, facts_with(K.ACCEPTANCE_RULING, court="河原省高级人民法院"))

    assert "第九条第二款、第三款之规定" in text
    assert "二、本案由河原省江澜市中级人民法院审理。" in text


def test_an_objection_is_answered_in_the_ruling_where_there_was_one() -> None:
    details = {"objection_reason": "债务人主张仍在经营，与查明的事实不符。"}

    answered = text_of(K.ACCEPTANCE_RULING, facts_with(K.ACCEPTANCE_RULING, details, objection=True))
    without = text_of(K.ACCEPTANCE_RULING, facts_with(K.ACCEPTANCE_RULING, details))

    assert "债务人主张仍在经营" in answered
    assert "在法定期限内提出异议" in answered
    assert "关于澜川公司的异议" not in without


@pytest.mark.parametrize(("appealable", "told"), [(True, True), (False, False)])
def test_a_refusal_tells_of_the_appeal_where_there_is_one(appealable: bool, told: bool) -> None:
    facts = facts_with(K.NON_ACCEPTANCE_RULING, {"appealable": appealable})

    text = text_of(K.NON_ACCEPTANCE_RULING, facts)

    assert ("十日内" in text) is told
    assert ("上诉于河原省高级人民法院" in text) is told


def test_a_withdrawal_on_request_and_one_by_default_rest_on_different_provisions() -> None:
    asked = text_of(K.WITHDRAWAL_RULING, sample_facts(K.WITHDRAWAL_RULING))
    default = text_of(K.WITHDRAWAL_RULING, facts_with(K.WITHDRAWAL_RULING, {"asked_on": ""}))

    assert "企业破产法》第九条之规定" in asked
    assert "准许申请人江澜市恒远钢材贸易有限公司撤回" in asked
    assert "第十条第一款之规定" in default
    assert "按撤回申请处理" in default


def test_a_refusal_set_aside_orders_the_first_court_to_accept() -> None:
    text = text_of(K.APPEAL_REVERSAL_RULING, sample_facts(K.APPEAL_REVERSAL_RULING))

    assert "一、撤销河原省江澜市中级人民法院（2026）豫97破申37号民事裁定；" in text
    assert "二、指令河原省江澜市中级人民法院受理" in text
    assert "第三百三十条之规定" in text


@pytest.mark.parametrize("kind", [K.CREDITOR_NOTICE, K.ACCEPTANCE_ANNOUNCEMENT])
def test_notice_and_announcement_hold_everything_article_14_asks_for(kind: DocumentKind) -> None:
    text = text_of(kind, sample_facts(kind))

    for item in (
        "江澜市恒远钢材贸易有限公司",
        "澜川精密机械有限公司",
        "2026年11月20日",
        "2027年1月15日前（含当日）",
        "补充申报",
        "江澜衡正会计师事务所",
        "江澜市望江路66号8层",
        "向管理人清偿债务或者交付财产",
        "2027年1月28日9时30分在本院第一法庭",
        "网络平台",
    ):
        assert item in text


def test_a_letter_names_the_authority_and_what_it_has_taken() -> None:
    text = text_of(K.LIFT_PRESERVATION_LETTER, sample_facts(K.LIFT_PRESERVATION_LETTER))

    assert text.startswith("河原省江澜市临江区人民法院：")
    assert "冻结银行账户两个" in text


def test_an_edited_block_is_printed_as_it_was_edited_and_the_rest_as_generated() -> None:
    facts = sample_facts(K.ACCEPTANCE_RULING)
    blocks = {
        **default_blocks(K.ACCEPTANCE_RULING, facts),
        "reasons": "第一段。\n\n  第二段。",
        "holding": "篡改",
    }

    written = sections(K.ACCEPTANCE_RULING, facts, blocks)

    assert written["reasons"] == ["第一段。", "第二段。"]
    assert "篡改" not in "".join(written["holding"])


@pytest.mark.parametrize(("fen", "text"), [(5000000000, "50000000"), (386217455, "3862174.55"), (10, "0.10")])
def test_sums_have_decimals_only_where_there_are_any(fen: int, text: str) -> None:
    assert yuan(fen) == text


@pytest.mark.parametrize(("time", "text"), [("09:30", "9时30分"), ("14:00", "14时"), ("00:05", "0时5分")])
def test_times_are_written_out(time: str, text: str) -> None:
    assert shown_time(time) == text
