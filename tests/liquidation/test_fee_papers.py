"""The papers about remuneration and the court fee, drafted by real steps: nothing stays open."""

from documents.drafting import missing, sections
from models import Document
from models.vocabulary import DocumentKind
from tests.liquidation.playing import JUDGE, REASON, Liquidation
from tests.liquidation.remunerating import (
    CHANGE,
    FINAL,
    LOWER,
    asked_in,
    objected,
    planned_in,
    secured_in,
)
from tests.liquidation.test_court_fee import reckoned

K = DocumentKind


def text_in(case: Liquidation, kind: DocumentKind) -> str:
    """The last paper of a kind as it was drafted; nothing in it may be open."""
    with case.play.bench.reading() as session:
        papers = session.query(Document).filter(Document.case_id == case.case, Document.kind == kind)
        paper = papers.order_by(Document.id.desc()).first()
        assert paper is not None
        assert missing(kind, paper.facts, paper.blocks) == []
        written = sections(kind, paper.facts, paper.blocks)
    return "\n".join(line for lines in written.values() for line in lines)


def test_the_notice_of_the_plan_has_its_slices(met: Liquidation) -> None:
    planned_in(met)

    text = text_in(met, K.REMUNERATION_NOTICE)

    assert "| 超过1000万元至5000万元的部分 | 6% | 3,925,678.90 | 235,540.734 |" in text
    assert "分配方案执行完毕之后，收取70%" in text


def test_the_answer_to_an_objection_tells_both_sides(met: Liquidation) -> None:
    serial = objected(met)
    met.move("remunerations", serial, "forward_objection", received_on=met.play.day.isoformat())
    met.move("remunerations", serial, "explain_remuneration", explanation="工作量大于预测")
    met.move("remunerations", serial, "uphold_objection", JUDGE, **CHANGE, rates=LOWER)

    text = text_in(met, K.REMUNERATION_CHANGE_NOTICE)

    assert "债权人会议认为，财产以房地产为主。" in text
    assert "管理人书面说明称，工作量大于预测。" in text
    assert "由原预计人民币1155540.73元调整如下" in text
    assert "| 合计 | | 13,925,678.90 | 877,027.15 |" in text


def test_the_decision_on_the_final_amount_shows_the_cap(met: Liquidation) -> None:
    serial = planned_in(met)
    met.move("remunerations", serial, "fix_remuneration", JUDGE, **FINAL)

    text = text_in(met, K.REMUNERATION_DECISION)

    assert "报酬的上限为人民币1155540.73元" in text
    assert "的报酬确定为人民币1000000元" in text


def test_the_decision_on_a_payment_names_what_was_allowed_before(met: Liquidation) -> None:
    planned_in(met)
    for amount in ("100000.00", "200000.00"):
        asked = asked_in(met, amount)
        met.move("instalments", asked, "allow_payment", JUDGE, allowed_fen=amount, **REASON)

    text = text_in(met, K.REMUNERATION_DECISION)

    assert "管理人申请于2026年6月1日收取报酬人民币200000元" in text
    assert "此前已确定支付人民币100000元" in text
    assert "本次支付" in text


def test_the_decision_that_withdraws_an_allowance_names_what_was_allowed(met: Liquidation) -> None:
    planned_in(met)
    asked = asked_in(met, "200000.00")
    met.move("instalments", asked, "allow_payment", JUDGE, allowed_fen="150000.00", **REASON)
    met.move("instalments", asked, "withdraw_allowance", JUDGE, **REASON)

    text = text_in(met, K.REMUNERATION_DECISION)

    assert "对于该申请，本院曾确定支付人民币150000元，尚未支付。" in text
    assert "撤销本院关于本次支付" in text


def test_the_decision_on_a_collateral_names_its_creditor(met: Liquidation) -> None:
    asset, claim = secured_in(met)
    of = {"asset_serial": asset, "claim_serial": claim, "work": "维护、变现"}
    serial = met.begin("collateral_fees", "ask_collateral_fee", **of)
    fixed = {"value_fen": "8080000.00", "claim_fen": "6500000.00", "amount_fen": "60000.00", **REASON}
    met.move("collateral_fees", serial, "fix_collateral_fee", JUDGE, **fixed)

    text = text_in(met, K.REMUNERATION_DECISION)

    assert "| 合计 | | 6,500,000.00 | 64,000.00 |" in text
    assert "江澜市临江农村商业银行股份有限公司向江澜衡正会计师事务所支付管理担保物“数控机床”的报酬" in text


def test_the_notice_of_the_fee_is_complete(declared: Liquidation) -> None:
    reckoned(declared, "12345678.90", "10350000.00")

    text = text_in(declared, K.COURT_FEE_NOTICE)

    assert "| 合计 | | 22,695,678.90 | 155,278.3945 |" in text
    assert "应交纳案件受理费人民币77639.20元" in text
