"""The notice of a surplus: under the administrator's own seal, to every investor who is given something."""

from models.vocabulary import DocumentKind, DocumentState
from tests.liquidation.playing import Liquidation
from tests.liquidation.test_administrator_papers import paper_in, text_in, through_all_hands
from tests.liquidation.test_recovery_papers import recipients_of
from tests.liquidation.test_surplus import given, investor, rich

__all__ = ["rich"]
K = DocumentKind


def test_each_investor_is_told_by_what_and_how_much_he_is_given(rich: Liquidation) -> None:
    investor(rich, "温知夏", 0, kind="PERSON")
    rich.final(2_700_000)

    assert given(rich, 300_000) == []

    text = text_in(rich, K.SURPLUS_NOTICE)
    paper = paper_in(rich, K.SURPLUS_NOTICE)
    through_all_hands(rich, paper)
    assert "尚有剩余财产人民币300000元" in text
    assert "受理后的利息不予支付，按实缴出资分配。" in text
    assert "| 1 | 江澜晨星投资有限公司 | 600,000.00 | 180,000.00 |" in text
    assert "温知夏" not in text, "who has paid in nothing is given nothing"
    assert "破管字第" in paper.number
    assert paper_in(rich, K.SURPLUS_NOTICE).state == DocumentState.ISSUED
    assert [name for name, _ in recipients_of(rich, K.SURPLUS_NOTICE)] == [
        "江澜晨星投资有限公司",
        "望川远航实业有限公司",
    ]


def test_in_a_joint_stock_company_the_notice_counts_shares(planned: Liquidation) -> None:
    planned.hold_money(2_250_000)
    by_shares = {"holding": "SHARES", "subscribed_fen": "0"}
    investor(planned, "江澜晨星投资有限公司", 0, shares="2000", **by_shares)
    investor(planned, "望川远航实业有限公司", 0, shares="1000", **by_shares)
    planned.final(2_700_000)

    assert given(planned, 300_000) == []

    assert "| 1 | 江澜晨星投资有限公司 | 2,000 | 200,000.00 |" in text_in(planned, K.SURPLUS_NOTICE)
