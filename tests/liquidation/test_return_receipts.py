"""The return receipt of a delivery, drawn up by the clerk who serves the paper (CPL 87 to 89, 95)."""

import pytest

from court_app.services.papers import deliveries, return_receipts
from court_app.services.papers.return_receipts import NoReturnReceipt
from models import Delivery
from models.vocabulary import DeliveryState, DocumentKind
from tests.documents.looking import text_of
from tests.liquidation.playing import CLERK, Liquidation


def a_delivery(case: Liquidation) -> int:
    """A notice was issued and waits to be served; the number of its row of the ledger."""
    case.issue(DocumentKind.ARTICLE_15_NOTICE)
    return case.waiting(DocumentKind.ARTICLE_15_NOTICE)[0]


def receipt(case: Liquidation, delivery_id: int, who: str = CLERK) -> str:
    """What the receipt says, without spaces."""
    with case.play.bench.reading() as session:
        occasion = case.play.occasion(session, who)
        return text_of(return_receipts.receipt_of(occasion, deliveries.find(occasion, delivery_id)))


def row(case: Liquidation, delivery_id: int) -> Delivery:
    """A row of the ledger."""
    with case.play.bench.reading() as session:
        return session.get_one(Delivery, delivery_id)


def test_a_clerk_draws_up_the_receipt_before_he_goes_out(opened: Liquidation) -> None:
    number = a_delivery(opened)
    kept = row(opened, number)

    said = receipt(opened, number)

    assert "送达回证" in said
    assert kept.recipient_name in said
    assert kept.address in said
    assert "登记的" not in said, "before it is served nothing is recorded of its service"


def test_the_receipt_says_how_where_and_when_a_paper_was_served_and_who_signed(opened: Liquidation) -> None:
    number = a_delivery(opened)
    opened.play.delivery_step(
        number, "send", CLERK, method="POST", address="江澜市望江路9号", reference="EMS88"
    )
    opened.later(2)
    opened.play.delivery_step(
        number, "confirm", CLERK, served_on=opened.play.day.isoformat(), signed_by="门卫老陈"
    )

    said = receipt(opened, number)

    day = opened.play.day
    for words in (
        "邮寄送达",
        "江澜市望江路9号",
        f"{day.year}年{day.month}月{day.day}日",
        "门卫老陈",
        "EMS88",
    ):
        assert words in said
    assert row(opened, number).flags["signed_by"] == "门卫老陈"


def test_the_receipt_of_a_paper_that_was_left_names_who_saw_it(opened: Liquidation) -> None:
    number = a_delivery(opened)
    opened.play.delivery_step(number, "send", CLERK, method="DIRECT")

    opened.play.delivery_step(
        number, "leave", CLERK, served_on=opened.play.day.isoformat(), witnesses="社区居委会周某"
    )

    assert "登记的见证人或者影像记录：社区居委会周某" in receipt(opened, number)


def test_a_delivery_that_was_cancelled_has_no_receipt(opened: Liquidation) -> None:
    number = a_delivery(opened)
    opened.play.delivery_step(number, "cancel", CLERK, reason="重复。")

    with pytest.raises(NoReturnReceipt):
        receipt(opened, number)

    assert row(opened, number).state == DeliveryState.CANCELLED.value


def test_nobody_signs_for_an_announcement(opened: Liquidation) -> None:
    number = a_delivery(opened)
    opened.play.delivery_step(number, "send", CLERK, method="POST")
    opened.play.delivery_step(number, "fail", CLERK, reason="查无此人。")
    opened.play.delivery_step(number, "announce", CLERK, reason="下落不明。", channel="人民法院公告网")

    with pytest.raises(NoReturnReceipt):
        receipt(opened, number)
