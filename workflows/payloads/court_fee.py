"""What the steps of the court fee need (FEE 14⑥, 20(2), 42)."""

from workflows.payloads.base import Line, Paragraphs, Payload, WithReason, Yuan, labelled
from workflows.payloads.days import PastDay
from workflows.payloads.spending import part_paid


class CourtFeeReckoned(Payload):
    """The property that the fee is reckoned on (FEE 14⑥; I2 3(1))."""

    unencumbered_fen = Yuan(
        required=True,
        metadata=labelled(
            "没有设定担保的财产（元）",
            "unencumbered property (yuan)",
            "已经到账的价款、存款和未变价财产的价值",
            "money received, deposits, and the value of what was not sold",
            widget="money",
        ),
    )
    encumbered_fen = Yuan(
        load_default=0,
        metadata=labelled("设定担保的财产（元）", "encumbered property (yuan)", widget="money"),
    )
    remark = Paragraphs(load_default="", metadata=labelled("备注", "remark", widget="textarea"))


class CourtFeeWaived(WithReason):
    """The fee was charged already when the compulsory liquidation was accepted (CLM2009 20)."""

    reference = Line(required=True, metadata=labelled("强制清算案号", "number of the compulsory liquidation"))
    charged_fen = Yuan(
        required=True,
        metadata=labelled("强制清算已收的受理费（元）", "fee charged there (yuan)", widget="money"),
    )


class CourtFeePaid(Payload):
    """The fee is paid from the estate (FEE 20(2), 42)."""

    voucher = Line(required=True, metadata=labelled("缴费凭证号", "receipt"))
    paid_on = PastDay(required=True, metadata=labelled("交纳日期", "paid on"))


class CourtFeePartPaid(CourtFeePaid):
    """A part of the fee is paid, because there is not enough for all expenses (EBL 43(3))."""

    paid_fen = part_paid()
