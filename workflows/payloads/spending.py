"""What the steps of expenses and debts of common benefit need (EBL 41 to 43, 69)."""

from marshmallow import fields, validate

from models.vocabulary import MONEY, AssetCostKind, CommonGround, LedgerAccount, SpendingKind
from workflows.payloads.base import Line, Paragraphs, Payload, WithReason, Word, Yuan, labelled
from workflows.payloads.days import Day


class SpendingNamed(Payload):
    """An expense of the bankruptcy or a debt of common benefit (EBL 41, 42)."""

    kind = Word(SpendingKind, required=True, metadata=labelled("类别", "kind", widget="select"))
    common_ground = Word(
        CommonGround,
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "共益债务的条文依据",
            "provision that makes it a common debt",
            "类别为“解释二规定的共益债务”的必选",
            "needed for debts named by Provisions (II)",
            widget="select",
        ),
    )
    payee = Line(required=True, metadata=labelled("收款人", "payee"))
    purpose = Line(required=True, metadata=labelled("用途", "purpose"))
    amount_fen = Yuan(required=True, metadata=labelled("金额（元）", "sum (yuan)", widget="money"))
    ground = Paragraphs(
        required=True,
        metadata=labelled(
            "发生的原因和依据",
            "cause and ground",
            "合同、票据、裁判文书等",
            "contract, invoice, judgment",
            widget="textarea",
        ),
    )
    evidence = Paragraphs(load_default="", metadata=labelled("证据", "evidence", widget="textarea"))
    asset_serial = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled(
            "为哪一项财产支出（序号）",
            "asset that it is a cost of",
            "变价、保管、评估一项财产的费用填写；计入该项财产的变价费用",
            "for what realising, keeping or valuing one asset costs: it becomes a cost of that asset",
            widget="asset",
        ),
    )
    cost = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled(
            "该项财产已登记的费用（序号）",
            "number of the cost recorded on it",
            "费用已经登记的填写，不重复计算",
            "if the cost is recorded already: it is not counted twice",
        ),
    )
    cost_kind = Word(
        AssetCostKind,
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "财产费用的类别",
            "kind of cost of the asset",
            "费用没有登记过的填写",
            "if the cost is not recorded yet",
            widget="select",
        ),
    )
    cost_reason = Paragraphs(
        load_default="",
        metadata=labelled(
            "财产费用的特别原因",
            "why such a cost",
            "超过该项财产价款、与已登记的费用相同的必填",
            "needed where costs exceed what the asset brings, or look like one that is recorded",
            widget="textarea",
        ),
    )


class SpendingAsked(SpendingNamed):
    """What the administrator asks to spend, and when it falls due (EBL 43(1))."""

    due_on = Day(
        load_default=None,
        allow_none=True,
        metadata=labelled("应付日期", "due on", "不填即为随时支付", "at any time if empty"),
    )
    reported_on = Day(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "向债权人委员会或者法院报告的日期",
            "reported to committee or court on",
            "继续履行合同、借款的必填（企业破产法第六十九条）",
            "needed for executory contracts and loans (EBL 69)",
        ),
    )
    submission_serial = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled("对应的请示（序号）", "number of the request to the court"),
    )


OUT_OF = Word(
    LedgerAccount,
    only=MONEY,
    load_default=LedgerAccount.BANK,
    metadata=labelled("支付方式", "paid out of", widget="select"),
)
REFERENCE = Line(
    load_default="",
    metadata=labelled("银行流水号", "bank reference", "便于与银行流水核对", "used in the reconciliation"),
)


def part_paid() -> Yuan:
    """The field of a sum that is a part of what is owed (EBL 43(3))."""
    return Yuan(
        required=True,
        metadata=labelled(
            "支付金额（元）",
            "sum paid (yuan)",
            "少于未付的数额，其余仍然应付",
            "less than what is unpaid; the rest is still owed",
            widget="money",
        ),
    )


class SpentDirectly(SpendingNamed):
    """A small expense that the administrator decides and pays alone (EBL 25(1)④)."""

    out_of = OUT_OF
    reference = REFERENCE


class SpendingApproved(Payload):
    """What the court approves, the whole or less."""

    approved_fen = Yuan(
        required=True, metadata=labelled("批准金额（元）", "sum approved (yuan)", widget="money")
    )
    decision = Paragraphs(load_default="", metadata=labelled("批准意见", "remark", widget="textarea"))


class SpendingRefused(WithReason):
    """Why it is not approved."""


class SpendingPaid(Payload):
    """What was paid, out of which account."""

    paid_fen = Yuan(
        required=True,
        metadata=labelled(
            "支付金额（元）",
            "sum paid (yuan)",
            "少于批准金额的，差额不再支付；款项不足只能部分清偿的，请记录“部分支付”",
            "what is less than approved is not owed any more; where money is short, record a part payment",
            widget="money",
        ),
    )
    out_of = OUT_OF
    reference = REFERENCE


class SpendingReturned(WithReason):
    """A payment that has come back to the bank."""

    returned_fen = Yuan(
        required=True, metadata=labelled("退回金额（元）", "sum returned (yuan)", widget="money")
    )
