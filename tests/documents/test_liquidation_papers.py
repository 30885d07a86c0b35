"""What the papers of a liquidation say: the law's contents, the right names of the parties, the remedy."""

from collections.abc import Mapping
from typing import Any

import pytest

from documents.case_samples import STAGES
from documents.drafting import default_blocks, missing, sample_facts, sections
from documents.kinds import form_of
from models.vocabulary import DocumentKind

K = DocumentKind
EBL = "依照《中华人民共和国企业破产法》"
NO_STAY = "复议期间不停止"
LIQUIDATION = (*STAGES, K.DISMISSAL_UPHELD_RULING, K.DISMISSAL_REVERSED_RULING)
NOT_PUBLISHED = "（未公布）"


def facts_with(kind: DocumentKind, details: Mapping[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    facts = sample_facts(kind)
    return {**facts, **more, "details": {**facts["details"], **(details or {})}}


def text_of(kind: DocumentKind, details: Mapping[str, Any] | None = None, **more: Any) -> str:
    facts = facts_with(kind, details, **more)
    written = sections(kind, facts, default_blocks(kind, facts))
    return "\n".join(line for lines in written.values() for line in lines)


def generated_text_of(kind: DocumentKind) -> str:
    """What no judge may edit."""
    facts = sample_facts(kind)
    written = sections(kind, facts, {})
    return "\n".join(line for lines in written.values() for line in lines)


@pytest.mark.parametrize("kind", [k for k in LIQUIDATION if k.value.endswith("_RULING")])
def test_a_ruling_has_its_parts_in_their_order(kind: DocumentKind) -> None:
    names = [section.name for section in form_of(kind).sections]

    assert names[:2] == ["caption", "origin"]
    assert [n for n in names if n in {"reasons", "basis", "holding"}] == ["reasons", "basis", "holding"]


@pytest.mark.parametrize(
    ("kind", "remedy"),
    [
        (
            K.DISMISSAL_RULING,
            "可以自裁定送达之日起十日内，向本院递交上诉状，并按照对方当事人的人数提出副本，上诉于河原省高级人民法院。",
        ),
        (K.DISMISSAL_UPHELD_RULING, "本裁定为终审裁定。"),
        (K.DISMISSAL_REVERSED_RULING, "本裁定为终审裁定。"),
        (
            K.MANAGEMENT_PLAN_RULING,
            "债权人不服本裁定的，可以自本裁定宣布之日或者收到通知之日起十五日内向本院申请复议。",
        ),
        (
            K.REALISATION_PLAN_RULING,
            "债权人不服本裁定的，可以自本裁定宣布之日或者收到通知之日起十五日内向本院申请复议。",
        ),
        (
            K.DISTRIBUTION_PLAN_RULING,
            "债权额占无财产担保债权总额二分之一以上的债权人不服本裁定的，可以自本裁定宣布之日或者收到通知之日起十五日内",
        ),
        (K.FINE_DECISION, "自收到本决定书之日起三日内，向河原省高级人民法院申请复议一次。"),
        (K.CLAIMS_RULING, "本裁定自即日起生效。"),
        (K.DECLARATION_RULING, "本裁定自即日起生效。"),
        (K.TERMINATION_120B_RULING, "本裁定自即日起生效。"),
    ],
)
def test_the_remedy_or_the_moment_of_effect_is_told(kind: DocumentKind, remedy: str) -> None:
    assert remedy in generated_text_of(kind)


@pytest.mark.parametrize(
    "kind",
    [K.MANAGEMENT_PLAN_RULING, K.REALISATION_PLAN_RULING, K.DISTRIBUTION_PLAN_RULING, K.FINE_DECISION],
)
def test_reconsideration_stops_nothing(kind: DocumentKind) -> None:
    assert NO_STAY in generated_text_of(kind)


@pytest.mark.parametrize("kind", [K.RECOGNITION_RULING, K.TERMINATION_120B_RULING, K.ESCROW_RULING])
def test_after_the_declaration_the_debtor_is_called_bankrupt(kind: DocumentKind) -> None:
    text = text_of(kind)

    assert "破产人：澜川精密机械有限公司" in text
    assert "债务人：澜川精密机械有限公司" not in text


@pytest.mark.parametrize("kind", [K.CLAIMS_RULING, K.MANAGEMENT_PLAN_RULING, K.TERMINATION_UNABLE_RULING])
def test_before_the_declaration_it_is_called_debtor_and_afterwards_bankrupt(kind: DocumentKind) -> None:
    before = text_of(kind, {"declared": False})
    after = text_of(kind, {"declared": True, "declared_on": "2027-03-12"})

    assert "债务人：澜川精密机械有限公司" in before
    assert "破产人：澜川精密机械有限公司" in after
    assert "2027年3月12日，本院裁定宣告澜川公司破产。" in after


def test_article_43_declares_and_ends_in_one_ruling_where_the_court_has_set_so() -> None:
    text = text_of(K.TERMINATION_43_RULING)

    assert "一、宣告澜川精密机械有限公司破产；" in text
    assert "债务人：澜川精密机械有限公司" in text
    assert "人民币183500.20元" in text
    assert "人民币462000元" in text


@pytest.mark.parametrize("kind", [K.TERMINATION_43_RULING, K.TERMINATION_120A_RULING])
def test_what_is_declared_already_is_only_ended(kind: DocumentKind) -> None:
    text = text_of(kind, {"declares": None, "declared": True, "declared_on": "2027-03-12"})

    assert "宣告澜川精密机械有限公司破产；" not in text
    assert "第一百零七条" not in text
    assert "\n终结澜川精密机械有限公司破产程序。" in text
    assert "破产人：澜川精密机械有限公司" in text


@pytest.mark.parametrize(
    ("by_third_party", "item"), [(True, "第一百零八条第一项"), (False, "第一百零八条第二项")]
)
def test_article_108_names_who_has_paid(by_third_party: bool, item: str) -> None:
    assert item in text_of(K.TERMINATION_108_RULING, {"by_third_party": by_third_party})


@pytest.mark.parametrize(
    ("ground", "reason", "supplemented"),
    [
        ("T43", "财产不足以清偿破产费用", True),
        ("T108A", "第三人已为债务人提供足额担保或者清偿全部到期债务", False),
        ("T108B", "债务人已清偿全部到期债务", False),
        ("T120A", "破产人无财产可供分配", True),
        ("T120B", "破产财产最后分配已经完结", True),
        ("TUNABLE", "无法清算", False),
    ],
)
def test_the_announcement_of_the_end_gives_its_ground_and_what_may_follow(
    ground: str, reason: str, supplemented: bool
) -> None:
    text = text_of(K.TERMINATION_ANNOUNCEMENT, {"ended_by": ground})

    assert reason in text
    assert "（2026）豫97破12号之九民事裁定" in text
    assert ("追加分配" in text) is supplemented


@pytest.mark.parametrize(("article", "place"), [("43", "第四十三条第四款"), ("120", "第一百二十条第三款")])
def test_a_refused_end_rests_on_the_article_it_was_asked_under(article: str, place: str) -> None:
    assert f"{EBL}{place}之规定" in text_of(K.TERMINATION_REFUSED_RULING, {"termination_article": article})


def test_a_final_distribution_says_that_it_is_final_and_states_the_matters_of_article_117() -> None:
    final = text_of(K.DISTRIBUTION_ANNOUNCEMENT)
    interim = text_of(K.DISTRIBUTION_ANNOUNCEMENT, {"is_final": False, "distribution_number": 1})

    assert "并且是最后分配，于2027年9月10日公告" in final
    assert "生效条件未成就或者解除条件成就的，分配给其他债权人" in final
    assert "生效条件成就或者解除条件未成就的，交付给债权人" in final
    assert "满二个月仍不领取" in final
    assert "第一次分配" in interim
    assert "最后分配" not in interim


def test_a_distribution_shows_sums_number_and_ratios() -> None:
    text = text_of(K.DISTRIBUTION_ANNOUNCEMENT)

    assert "参加本次分配的债权共41笔，债权额共计人民币50950959.83元" in text
    assert "比例404907027／4867123010（约8.3192%）" in text
    assert "人民币12800.55元，由管理人提存" in text


def test_an_announcement_names_why_shares_are_laid_aside() -> None:
    usual = text_of(K.DISTRIBUTION_ANNOUNCEMENT)
    unsold = text_of(K.DISTRIBUTION_ANNOUNCEMENT, {"escrow_rows": [{"article": "110"}, {"article": "119"}]})
    only = text_of(K.DISTRIBUTION_ANNOUNCEMENT, {"escrow_rows": [{"article": "110"}]})

    assert "四、附条件的债权和诉讼、仲裁未决的债权，其分配额共计人民币12800.55元" in usual
    assert "四、诉讼、仲裁未决的债权和担保物尚未变价、不足清偿的数额未定的债权，其分配额" in unsold
    assert "四、担保物尚未变价、不足清偿的数额未定的债权，其分配额" in only


def test_a_share_in_escrow_may_go_to_its_creditor_or_be_divided() -> None:
    whole = {"to_creditor_fen": 32130410, "to_others_fen": 0}
    part = {"escrow_article": "119", "to_creditor_fen": 20000000, "to_others_fen": 12130410}

    to_creditor, divided = text_of(K.ESCROW_RULING, whole), text_of(K.ESCROW_RULING, part)

    assert "人民币321304.10元，由管理人交付江澜市恒远钢材贸易有限公司。" in to_creditor
    assert "第一百一十九条之规定" in divided
    assert "一、提存的分配额中的人民币200000元，由管理人交付江澜市恒远钢材贸易有限公司；" in divided
    assert "二、其余人民币121304.10元" in divided


def test_a_resolution_may_be_revoked_in_part() -> None:
    text = text_of(K.REVOCATION_RULING, {"part": "第二项关于协议转让的内容"})

    assert "决议中的下列部分：第二项关于协议转让的内容。" in text
    assert "对被撤销的部分依法重新作出决议" in text


def test_a_reconsideration_may_set_the_ruling_aside() -> None:
    text = text_of(K.RECONSIDERATION_DECISION, {"upheld": False})

    assert "撤销本院（2026）豫97破12号之五民事裁定。" in text
    assert "驳回" not in text


def test_a_resignation_that_is_refused_names_no_successor() -> None:
    text = text_of(K.RESIGNATION_DECISION, {"granted": False})

    assert "不予许可江澜衡正会计师事务所辞去" in text
    assert "江澜正序律师事务所" not in text
    assert "决定更换管理人" in text


@pytest.mark.parametrize(
    ("details", "place"),
    [
        ({"old_administrator_kind": "ORGANISATION"}, "第三十三条、第三十七条"),
        ({"old_administrator_kind": "PERSON"}, "第三十四条、第三十七条"),
        ({"office_asked_by": "resign"}, "第三十六条、第三十七条"),
    ],
)
def test_a_replacement_ex_officio_rests_on_what_the_administrator_is_and_did(
    details: Mapping[str, Any], place: str
) -> None:
    text = text_of(K.REPLACEMENT_DECISION, {"ex_officio": True, **details})

    assert place in text
    assert "债权人会议以" not in text


def test_a_successor_is_not_said_to_have_been_appointed_with_the_acceptance() -> None:
    text = text_of(K.CLAIMS_RULING, administrator_since="2027-02-01")

    assert "一案。2027年2月1日，本院另行指定江澜衡正会计师事务所担任管理人。" in text
    assert "并指定" not in text


@pytest.mark.parametrize(
    ("request_kind", "place"),
    [
        ("聘用必要的工作人员", "第二十八条第一款"),
        ("继续或者停止债务人营业", "第二十五条第一款第五项、第二十六条"),
        ("重大处分行为", "第二十六条、第六十九条"),
        ("其他请示", "第二十三条第一款"),
    ],
)
@pytest.mark.parametrize(("granted", "answer"), [(True, "\n许可你单位"), (False, "\n不予许可你单位")])
def test_a_reply_rests_on_what_was_asked(request_kind: str, place: str, granted: bool, answer: str) -> None:
    text = text_of(K.PERMISSION_REPLY, {"request_kind": request_kind, "granted": granted})

    assert f"{EBL}{place}的规定" in text
    assert answer in text


@pytest.mark.parametrize(
    ("ended_by", "told", "word"),
    [
        (None, "驳回澜川精密机械有限公司破产清算申请，该裁定已经发生法律效力", "依照"),
        ("T108A", "终结澜川精密机械有限公司破产程序", "依照"),
        ("T105", "终结澜川精密机械有限公司破产程序", "参照"),
    ],
)
def test_measures_are_restored_after_a_dismissal_and_where_the_debtor_survives(
    ended_by: str | None, told: str, word: str
) -> None:
    text = text_of(K.RESTORE_MEASURES_LETTER, {"ended_by": ended_by})

    assert told in text
    assert f"{word}《最高人民法院关于适用〈中华人民共和国企业破产法〉若干问题的规定（二）》第八条" in text


def test_the_treasury_must_be_named_before_the_letter_goes_to_approval() -> None:
    facts = facts_with(K.TREASURY_LETTER, recipient=None)

    faults = missing(K.TREASURY_LETTER, facts, default_blocks(K.TREASURY_LETTER, facts))

    assert [str(fault) for fault in faults] == ["“收函的国库机构”中有待填写的【…】"]


@pytest.mark.parametrize("kind", [K.CREDITOR_NOTICE, K.DECLARATION_NOTICE])
def test_a_notice_names_the_one_creditor_whom_it_is_for(kind: DocumentKind) -> None:
    creditor = {**sample_facts(kind)["applicants"][0], "name": "望川供应链管理有限公司"}

    assert text_of(kind, recipient=creditor).startswith("望川供应链管理有限公司：\n")
    assert text_of(kind, recipient=None).startswith("澜川精密机械有限公司的各已知债权人：\n")


@pytest.mark.parametrize("kind", [K.CREDITOR_NOTICE, K.ACCEPTANCE_ANNOUNCEMENT])
def test_an_item_that_a_published_announcement_left_out_is_said_to_be_unpublished(kind: DocumentKind) -> None:
    left_out = {"first_meeting_on": None, "first_meeting_time": None, "first_meeting_place": ""}

    imported = text_of(kind, {**left_out, "departs_because": "公告原文未写明"})
    drafted = text_of(kind, left_out)

    assert f"于{NOT_PUBLISHED}在{NOT_PUBLISHED}召开" in imported
    assert "【" not in imported
    assert "【第一次债权人会议日期】【会议时间】在【会议地点或者网络平台】召开" in drafted


@pytest.mark.parametrize("kind", [K.CREDITOR_NOTICE, K.ACCEPTANCE_ANNOUNCEMENT])
def test_a_meeting_whose_day_alone_was_published_keeps_its_day(kind: DocumentKind) -> None:
    text = text_of(kind, {"first_meeting_time": None, "departs_because": "公告原文未写明时间"})

    assert "2027年1月28日（时间未公布）在本院第一法庭召开" in text


@pytest.mark.parametrize(
    "kind", [K.CREDITOR_NOTICE, K.ACCEPTANCE_ANNOUNCEMENT, K.ADMINISTRATOR_DECISION, K.CLAIMS_RULING]
)
def test_of_an_administrator_who_was_not_published_no_head_is_named(kind: DocumentKind) -> None:
    facts = sample_facts(kind)
    unknown = {**facts["administrator"], "name": NOT_PUBLISHED, "legal_representative": NOT_PUBLISHED}

    text = text_of(kind, administrator=unknown)

    assert NOT_PUBLISHED in text
    assert not any(
        head in text for head in (f"负责人{NOT_PUBLISHED}", f"负责人：{NOT_PUBLISHED}", "为管理人负责人")
    )


def test_of_an_applicant_who_was_not_published_nothing_more_is_told() -> None:
    facts = sample_facts(K.CLAIMS_RULING)
    unknown = {**facts["applicants"][0], "name": NOT_PUBLISHED}

    text = text_of(K.CLAIMS_RULING, applicants=[unknown])

    assert f"申请人：{NOT_PUBLISHED}。\n债务人：" in text
    assert "陈旻昇" not in text
