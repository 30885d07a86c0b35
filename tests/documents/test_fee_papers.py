"""What the papers about remuneration and the court fee say: slices, sums, who pays, on which articles."""

import pytest

from documents.drafting import default_blocks, sample_facts
from models.vocabulary import DocumentKind
from tests.documents.test_liquidation_papers import text_of

K = DocumentKind
PAYING = "《最高人民法院关于审理企业破产案件确定管理人报酬的规定》"


def test_the_plan_lists_slices_times_and_collateral_left_out() -> None:
    text = text_of(K.REMUNERATION_NOTICE)

    assert "| 超过1000万元至5000万元的部分 | 6% | 3,925,678.90 | 235,540.734 |" in text
    assert "| 合计 | | 13,925,678.90 | 1,155,540.73 |" in text
    assert "分期收取：第一次债权人会议之后，收取30%；" in text
    assert "| 数控机床八台 | 2,100,000.00 | 3,000,000.00 |" in text


def test_a_plan_that_follows_a_bid_says_so_by_its_article() -> None:
    assert "第四条、第五条的规定" in text_of(K.REMUNERATION_NOTICE, {"competitive": True})


def test_a_plan_without_instalments_and_collateral_has_neither_list() -> None:
    text = text_of(K.REMUNERATION_NOTICE, {"stages": [], "collateral": [], "collected": "最后一次性收取"})

    assert "最后一次性收取。收取报酬应当" in text
    assert "【" not in text
    assert "三、" not in text


@pytest.mark.parametrize(
    ("step", "places"),
    [
        ("adjust_by_agreement", "第七条、第八条"),
        ("adjust_by_court", "第八条、第九条"),
        ("uphold_objection", "第八条、第十八条第三款"),
    ],
)
def test_a_change_rests_on_what_brought_it_about(step: str, places: str) -> None:
    text = text_of(K.REMUNERATION_CHANGE_NOTICE, {"changed_by": step})

    assert f"依照{PAYING}{places}的规定" in text
    assert ("债权人会议主席（" in text) == (step == "uphold_objection")
    assert "三日内，向债权人委员会或者债权人会议主席报告" in text


def test_an_objection_that_fails_changes_nothing() -> None:
    text = text_of(K.REMUNERATION_CHANGE_NOTICE, {"changed_by": "reject_objection", "adjusted": False})

    assert "债权人会议的异议不成立，管理人报酬不予调整。" in text
    assert "调整如下" not in text


def test_an_answer_to_a_meeting_without_a_chair_leaves_nothing_open() -> None:
    text = text_of(K.REMUNERATION_CHANGE_NOTICE, {"chair_name": None})

    assert "、债权人会议主席：" in text
    assert "【" not in text


def test_administrators_before_and_after_a_replacement_are_decided_on_by_article_16() -> None:
    assert "第二条、第十条、第十六条之规定" in text_of(K.REMUNERATION_DECISION, {"several": True})


@pytest.mark.parametrize(
    ("decides", "told"),
    [
        (
            "payment",
            "本次支付江澜衡正会计师事务所报酬人民币300000元（大写：叁拾万元整），从债务人财产中优先支付。",
        ),
        ("refusal", "不予支付江澜衡正会计师事务所本次申请收取的报酬。"),
        ("withdrawal", "撤销本院关于本次支付江澜衡正会计师事务所报酬人民币300000元的决定。"),
    ],
)
def test_a_decision_on_payment_rests_on_articles_11_and_12(decides: str, told: str) -> None:
    asked = {"decides": decides, "requested_on": "2027-02-01", "collect_on": "2027-02-20"}
    text = text_of(K.REMUNERATION_DECISION, asked)

    assert f"{PAYING}第十一条第二款、第十二条第一款之规定" in text
    assert told in text


def test_a_secured_creditor_pays_for_the_collateral_and_the_estate_does_not() -> None:
    fee = {
        "decides": "collateral",
        "asset_name": "临江路厂房",
        "creditor": "江澜市临江农村商业银行股份有限公司",
        "value_fen": 808000000,
        "claim_fen": 650000000,
        "amount_fen": 6400000,
        "basis_fen": 650000000,
        "legal_cap_fen": 6400000,
        "brackets": [
            {"slice": "不超过100万元的部分", "rate": "1.2", "part": "1,000,000.00", "due": "12,000.00"}
        ],
    }
    text = text_of(K.REMUNERATION_DECISION, fee)

    assert f"依照{PAYING}第二条、第十三条之规定" in text
    assert "报酬人民币64000元（大写：陆万肆仟元整），不从债务人财产中支付。" in text


def test_the_fee_is_not_asked_for_in_advance() -> None:
    text = text_of(K.COURT_FEE_NOTICE)

    assert "不预交，在清算后从破产财产中拨付" in text
    assert "减半为77,639.19725元，应交纳" in text
    assert "| 不超过1万元的部分 | 定额 | 10,000.00 | 50.00 |" in text


@pytest.mark.parametrize(("at_most", "told"), [(True, "，超过最高限额，"), (False, "元，应交纳")])
def test_the_maximum_is_said_where_it_applies(at_most: bool, told: str) -> None:
    assert told in text_of(K.COURT_FEE_NOTICE, {"fee_at_most": at_most})


@pytest.mark.parametrize("kind", [K.REMUNERATION_NOTICE, K.REMUNERATION_DECISION])
def test_what_the_judge_may_edit_holds_no_figure(kind: DocumentKind) -> None:
    blocks = default_blocks(kind, sample_facts(kind))

    assert "1155540" not in "".join(blocks.values())
