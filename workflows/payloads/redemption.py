"""What taking back a pledge or a retained thing needs (EBL 37)."""

from models.vocabulary import EncumbranceRelease
from workflows.payloads.base import Line, Payload, Word, Yuan, labelled
from workflows.payloads.realisation import day, row


class CollateralAskedBack(Payload):
    """Who holds a thing of the estate as a security is told for what he is to give it back (EBL 37(1))."""

    encumbrance = row("负担（序号）", "encumbrance (number)")
    release = Word(
        EncumbranceRelease,
        (EncumbranceRelease.PAID, EncumbranceRelease.SUBSTITUTE),
        required=True,
        metadata=labelled("取回的方式", "how it is taken back"),
    )
    redeemed_fen = Yuan(
        required=True,
        metadata=labelled("清偿额或者替代担保额（元）", "paid, or secured instead (yuan)", widget="money"),
    )
    value_fen = Yuan(
        required=True,
        metadata=labelled("该物现在的市场价值（元）", "market value of the thing now (yuan)", widget="money"),
    )
    reported_on = day(
        "向债权人委员会或者法院报告的日期",
        "reported to committee or court on",
        "重大财产依第三十七条取回的必填",
        "needed where a major asset is taken back under article 37",
    )
    how = Line(required=True, metadata=labelled("交付的方式和期限", "how and when it is handed over"))
    address = Line(
        load_default="",
        metadata=labelled(
            "权利人的送达地址",
            "address of the holder",
            "权利人已经是本案当事人的不必填写",
            "not needed for a party of the case",
        ),
    )
