"""What the steps of turning an asset into money need: burdens, appraisals, rounds, money, costs."""

from marshmallow import fields, validate

from models.vocabulary import AssetCostKind, EncumbranceKind, EncumbranceRelease, SaleMethod
from workflows.payloads.base import Line, Paragraphs, Payload, WithReason, WithRemark, Word, Yuan, labelled
from workflows.payloads.days import Day, PastDay


def number(zh: str, en: str, *hints: str) -> fields.Integer:
    """The number of a part of the case, which may be left out."""
    return fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled(zh, en, *hints),
    )


def row(zh: str, en: str) -> fields.Integer:
    """The number of a row of the asset."""
    return fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled(zh, en, widget="row"),
    )


def spending() -> fields.Integer:
    """The number of the spending that pays a cost, which may be left out."""
    return fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled(
            "由哪一笔支出负担（序号）",
            "number of the spending that pays it",
            "不填的为尚未支付，另行申请支出",
            "not paid yet if empty: ask for a spending",
            widget="spending",
        ),
    )


def money(zh: str, en: str, *hints: str) -> Yuan:
    """A sum that may be left out."""
    return Yuan(load_default=None, allow_none=True, metadata=labelled(zh, en, *hints, widget="money"))


def day(zh: str, en: str, *hints: str) -> Day:
    """A day that may be left out."""
    return Day(load_default=None, allow_none=True, metadata=labelled(zh, en, *hints))


def past_day(zh: str, en: str, *hints: str) -> PastDay:
    """A day on which something happened, which may be left out."""
    return PastDay(load_default=None, allow_none=True, metadata=labelled(zh, en, *hints))


def why() -> Paragraphs:
    """The reason that a step must be given, asked for last."""
    return Paragraphs(
        required=True,
        metadata=labelled("理由", "reason", widget="textarea"),
        validate=validate.Length(max=5000),
    )


class EncumbranceRecorded(Payload):
    """A right of another on the asset, or a measure that holds it (EBL 19, 37, 109)."""

    kind = Word(EncumbranceKind, required=True, metadata=labelled("种类", "kind"))
    holder = Line(
        required=True, metadata=labelled("权利人或者采取措施的机关", "holder, or authority that took it")
    )
    secured_fen = money(
        "担保的债权额（元）",
        "amount secured (yuan)",
        "最高额担保填写最高债权额",
        "of a maximum security, its maximum",
    )
    priority = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(1, 1000),
        metadata=labelled(
            "受偿顺位",
            "order of priority",
            "1 最先受偿，相同的按债权比例；建设工程价款、商品房消费者先于其他担保，不必填写。",
            "1 is met first, equal ones by amount; construction price and home buyers come first anyway",
        ),
    )
    since_on = day("设立、登记或者采取措施的日期", "since")
    registration = Line(load_default="", metadata=labelled("登记号或者文号", "registration or reference"))
    claim_serial = number(
        "所担保的债权（序号）", "claim that it secures (number)", "已申报的填写", "if it was filed"
    )
    remark = Paragraphs(load_default="", metadata=labelled("备注", "remark", widget="textarea"))


class EncumbranceLifted(Payload):
    """Which burden is gone, and why (EBL 19, 37)."""

    encumbrance = row("负担（序号）", "encumbrance (number)")
    release = Word(EncumbranceRelease, required=True, metadata=labelled("解除事由", "why it is lifted"))
    redeemed_fen = money(
        "清偿额或者替代担保额（元）",
        "paid, or secured instead (yuan)",
        "依第三十七条取回质物、留置物的必填",
        "needed where a thing is taken back under article 37",
    )
    value_fen = money(
        "取回时该物的市场价值（元）",
        "market value of the thing then (yuan)",
        "依第三十七条取回质物、留置物的必填",
        "needed where a thing is taken back under article 37",
    )
    reported_on = day(
        "向债权人委员会或者法院报告的日期",
        "reported to committee or court on",
        "重大财产依第三十七条取回的必填",
        "needed where a major asset is taken back under article 37",
    )
    reason = why()


def already_booked() -> Yuan:
    """What of the money was entered by hand before, as a deposit or as cash taken over."""
    return money(
        "其中已经手工入账的（元）",
        "of this, already entered by hand (yuan)",
        "竞买保证金、接管时的现金已经手工记账的填写该金额，由原科目转入，不再重复入账；没有的填写 0。",
        "a deposit, or cash taken over, that was entered by hand: moved from there, not booked again; else 0",
    )


class AssetAppraised(Payload):
    """What an appraiser found, as at which day, and until when it may be relied on."""

    appraiser = Line(required=True, metadata=labelled("评估机构", "appraiser"))
    appraised_fen = Yuan(
        required=True, metadata=labelled("评估价值（元）", "appraised value (yuan)", widget="money")
    )
    report_on = past_day(
        "评估报告日期", "day of the report", "不填即为行为日期", "the day of the act if empty"
    )
    base_on = past_day(
        "评估基准日", "day as at which it is valued", "不填即为报告日期", "the day of the report if empty"
    )
    valid_until = day(
        "有效期截止日",
        "valid until",
        "报告没有写明的不填，按本院设定的有效期自基准日计算。",
        "leave empty if the report does not say; then the court's setting runs from the day of valuation",
    )
    reference = Line(load_default="", metadata=labelled("报告文号", "reference of the report"))


class RoundOpened(Payload):
    """On which terms an asset is offered in a round; other than by auction if the meeting so resolved."""

    method = Word(SaleMethod, required=True, metadata=labelled("变价方式", "method"))
    reserve_fen = money(
        "保留价（元）", "reserve price (yuan)", "拍卖已评估的财产必填", "needed to auction what was appraised"
    )
    deposit_fen = money("保证金（元）", "deposit (yuan)")
    platform = Line(load_default="", metadata=labelled("拍卖平台或者机构", "platform or auctioneer"))
    starts_on = day("开始日期", "starts on")
    ends_on = day("结束日期", "ends on")
    resolution_serial = number(
        "债权人会议决议（序号）",
        "resolution of the creditors' meeting (number)",
        "债权人会议决议以拍卖以外的方式变价或者另定保留价的，填写该决议的序号。",
        "where the meeting resolved on another way than auction or on another reserve price: its number",
    )


class AssetOffered(RoundOpened):
    """How it is offered for sale (EBL 112), and when its disposal was reported (I3-15(2))."""

    reported_on = past_day(
        "向债权人委员会或者法院书面报告的日期",
        "reported to committee or court on",
        "重大财产处分的必填；已经登记重大行为报告的不必填写",
        "needed for a major disposal, unless its report is kept here",
    )
    meeting_chose = fields.Boolean(
        load_default=False,
        metadata=labelled("债权人会议另有决议", "the meeting resolved otherwise than auction"),
    )


class SaleFailed(WithReason):
    """The buyer does not pay; what is kept of his deposit (DESIGN)."""

    forfeited_fen = money(
        "不予退还的保证金（元）",
        "deposit that is kept (yuan)",
        "不填即为本轮全部保证金；归入债务人财产。",
        "the whole deposit of the round if empty; it belongs to the estate",
    )
    already_booked_fen = already_booked()


class MoneyReceived(Payload):
    """Money has come into the estate's account."""

    received_fen = Yuan(
        required=True, metadata=labelled("到账金额（元）", "amount received (yuan)", widget="money")
    )
    already_booked_fen = already_booked()
    payer = Line(
        load_default="", metadata=labelled("付款人", "payer", "不填即为买受人", "the buyer if empty")
    )
    reference = Line(load_default="", metadata=labelled("凭证号", "voucher"))


class DifferenceReturned(WithReason):
    """What a creditor paid above his share goes back to him (DESIGN)."""

    reference = Line(load_default="", metadata=labelled("凭证号", "voucher"))


class HandedOver(WithRemark):
    """The thing was delivered to the buyer, the title registered in his name."""

    title_reference = Line(
        load_default="", metadata=labelled("变更登记（过户）文号", "registration of the new title")
    )


class CostRecorded(Payload):
    """What it cost to realise this very asset (money section 6(1))."""

    kind = Word(AssetCostKind, required=True, metadata=labelled("费用类别", "kind of cost"))
    amount_fen = Yuan(required=True, metadata=labelled("金额（元）", "amount (yuan)", widget="money"))
    payee = Line(load_default="", metadata=labelled("收款人", "payee"))
    reference = Line(load_default="", metadata=labelled("凭证号", "voucher"))
    spending_serial = spending()
    reason = Paragraphs(
        load_default="",
        metadata=labelled(
            "原因",
            "reason",
            "费用超过该项财产价款、与已登记的费用相同的必填",
            "needed where costs exceed what the asset brings, or look like one that is recorded",
            widget="textarea",
        ),
    )


class CostTied(Payload):
    """Which spending pays a cost that has none."""

    cost = row("费用（序号）", "cost (number)")
    spending_serial = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled(
            "由哪一笔支出负担（序号）", "number of the spending that pays it", widget="spending"
        ),
    )


class CostStruck(Payload):
    """A cost that was recorded by mistake."""

    cost = row("费用（序号）", "cost (number)")
    reason = why()
