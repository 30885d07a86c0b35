"""What the steps about payment of remuneration need: agencies, instalments, collateral (AR 11 to 14)."""

from marshmallow import fields, validate

from models.vocabulary import Profession
from workflows.payloads.base import Line, Paragraphs, Payload, WithReason, Word, Yuan, labelled
from workflows.payloads.days import Day
from workflows.payloads.spending import part_paid


class AgencyHired(Payload):
    """An agency or a person whom the administrator has hired (AR 14)."""

    agency = Line(required=True, metadata=labelled("聘用的机构或者人员", "agency or person"))
    profession = Word(Profession, required=True, metadata=labelled("专业", "profession"))
    fee_fen = Yuan(required=True, metadata=labelled("费用（元）", "fee (yuan)", widget="money"))
    from_estate = fields.Boolean(
        required=True,
        metadata=labelled("费用列为破产费用（从债务人财产中支付）", "the fee is paid from the estate"),
    )


class PaymentAsked(Payload):
    """The administrator applies to be paid (AR 11(1))."""

    remuneration_serial = fields.Integer(
        load_default=1,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled("报酬序号", "number of the remuneration"),
    )
    amount_fen = Yuan(
        required=True, metadata=labelled("申请收取的数额（元）", "amount (yuan)", widget="money")
    )
    collect_on = Day(required=True, metadata=labelled("申请收取的时间", "to be collected on"))
    estate_fen = Yuan(
        required=True,
        metadata=labelled("可供支付报酬的财产（元）", "property that can pay it (yuan)", widget="money"),
    )
    estate = Paragraphs(
        required=True,
        metadata=labelled("可供支付报酬的财产情况", "the property that can pay it", widget="textarea"),
    )
    work = Paragraphs(
        required=True, metadata=labelled("履行职责的情况", "the work that was done", widget="textarea")
    )


class PaymentAllowed(WithReason):
    """What the court fixes to be paid now (AR 11(2))."""

    allowed_fen = Yuan(
        required=True, metadata=labelled("确定支付的数额（元）", "amount to be paid (yuan)", widget="money")
    )


class InstalmentPaid(Payload):
    """An instalment is paid from the estate (AR 12(1))."""

    voucher = Line(load_default="", metadata=labelled("付款凭证号", "payment voucher"))


class InstalmentPartPaid(InstalmentPaid):
    """A part of an instalment is paid, because there is not enough for all expenses (EBL 43(3))."""

    paid_fen = part_paid()


class RemunerationReturned(Payload):
    """What was paid above the final amount has come back to the bank (AR 2, 10)."""

    returned_fen = Yuan(
        required=True, metadata=labelled("退回金额（元）", "sum returned (yuan)", widget="money")
    )
    voucher = Line(load_default="", metadata=labelled("收款凭证号", "receipt"))


class OfCollateral(Payload):
    """Which collateral, for which claim, for what work (AR 13)."""

    asset_serial = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled("担保物", "collateral", widget="asset"),
    )
    claim_serial = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled("担保债权的债权表序号", "number of the secured claim"),
    )
    work = Paragraphs(
        required=True,
        metadata=labelled(
            "维护、变现、交付等管理工作", "care, sale, delivery and other work", widget="textarea"
        ),
    )


class CollateralAgreed(OfCollateral):
    """What the secured creditor has agreed to pay (AR 13)."""

    amount_fen = Yuan(
        required=True, metadata=labelled("商定的报酬（元）", "amount agreed (yuan)", widget="money")
    )


class AgreedAfterAll(Payload):
    """An agreement that was reached while the court had the matter (AR 13)."""

    amount_fen = Yuan(
        required=True, metadata=labelled("商定的报酬（元）", "amount agreed (yuan)", widget="money")
    )


class CollateralFixed(WithReason):
    """What the court fixes, where nothing was agreed (AR 13)."""

    value_fen = Yuan(
        required=True,
        metadata=labelled(
            "担保物净值（元）",
            "net value of the collateral (yuan)",
            "变现价款扣除变现费用",
            "its price less the cost of selling it",
            widget="money",
        ),
    )
    claim_fen = Yuan(
        required=True, metadata=labelled("担保债权（元）", "secured claim (yuan)", widget="money")
    )
    amount_fen = Yuan(
        required=True, metadata=labelled("确定的报酬（元）", "amount fixed (yuan)", widget="money")
    )
