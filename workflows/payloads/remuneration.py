"""What the steps of the administrator's remuneration need (AR 2 to 18)."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate, validates_schema

from models.vocabulary import Collection, Payee
from workflows.calculations.money import decimal_of
from workflows.calculations.slicing import percentage
from workflows.law.scales import REMUNERATION
from workflows.payloads.base import MOST_NUMBER, Line, Paragraphs, Payload, WithReason, Word, Yuan, labelled
from workflows.payloads.days import PastDay
from workflows.text import N_

MOST_ROWS = 40
RATE_NAMES = ("to_100", "to_500", "to_1000", "to_5000", "to_10000", "to_50000", "above")
"""The slices of AR 2(1), by their upper bounds in 万 of yuan."""
RATE_LABELS = (
    ("不超过100万元的部分（%）", "up to 1 million yuan (%)"),
    ("超过100万元至500万元的部分（%）", "from 1 to 5 million yuan (%)"),
    ("超过500万元至1000万元的部分（%）", "from 5 to 10 million yuan (%)"),
    ("超过1000万元至5000万元的部分（%）", "from 10 to 50 million yuan (%)"),
    ("超过5000万元至1亿元的部分（%）", "from 50 to 100 million yuan (%)"),
    ("超过1亿元至5亿元的部分（%）", "from 100 to 500 million yuan (%)"),
    ("超过5亿元的部分（%）", "above 500 million yuan (%)"),
)


class Percent(fields.Field[str]):
    """A percentage with at most four decimals, kept as it is written: 12, 8.5."""

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> str:
        text = "" if isinstance(value, bool) else str(value).strip().removesuffix("%").strip()
        whole, _, part = text.partition(".")
        fits = whole.isascii() and whole.isdecimal() and len(whole) <= 3 and len(part) <= 4
        if not fits or not (part == "" or (part.isascii() and part.isdecimal())) or text.endswith("."):
            raise ValidationError(N_("请填写0至100之间、最多四位小数的百分比，例如 8.5。"))
        if Fraction(text) > 100:
            raise ValidationError(N_("请填写0至100之间、最多四位小数的百分比，例如 8.5。"))
        return decimal_of(Fraction(text))


class Strict(Schema):
    """A row of a payload."""

    class Meta:
        """Unknown fields are an error that names them."""

        unknown = RAISE


def rate(place: int) -> Percent:
    """The rate of one slice; its limit if nothing is said."""
    zh, en = RATE_LABELS[place]
    most = percentage(REMUNERATION.slices[place].share)
    hint = f"规定的上限为{most}%"
    return Percent(
        load_default=None, allow_none=True, metadata=labelled(zh, en, hint, f"the limit of AR 2 is {most}%")
    )


Rates = Strict.from_dict({name: rate(place) for place, name in enumerate(RATE_NAMES)}, name="Rates")


class Stage(Strict):
    """When a part of the remuneration is collected (AR 3, 4)."""

    when = Line(required=True, metadata=labelled("收取时间", "when"))
    percent = Percent(required=True, metadata=labelled("占报酬的比例（%）", "part of the whole (%)"))


class CollateralListed(Strict):
    """A collateral that is left out of the base (AR 2(2), 13)."""

    name = Line(required=True, metadata=labelled("担保物", "collateral"))
    value_fen = Yuan(required=True, metadata=labelled("净值（元）", "net value (yuan)", widget="money"))
    claim_fen = Yuan(
        required=True, metadata=labelled("担保债权（元）", "secured claim (yuan)", widget="money")
    )


class OfOffice(Payload):
    """Whose remuneration a plan is, and the work that is expected (AR 4, 5, 14, 15)."""

    appointment_serial = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled(
            "管理人任职序号",
            "number of the administrator's office",
            "不填即为现任管理人；更换前的管理人须填写",
            "the one in office if empty; needed for one who was replaced",
        ),
    )
    payee = Word(
        Payee, required=True, metadata=labelled("管理人类型", "kind of administrator", widget="select")
    )
    competitive = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "以公开竞争方式指定，方案依报价确定", "appointed by competition; the plan follows the bid"
        ),
    )
    workload = Paragraphs(
        required=True, metadata=labelled("管理人工作量的预测", "forecast of the work", widget="textarea")
    )


class PlanTerms(Payload):
    """The contents of a plan: forecast, rates, times of collecting (AR 4)."""

    forecast_fen = Yuan(
        required=True,
        metadata=labelled(
            "预测可供清偿的财产价值（元）",
            "forecast value of the property (yuan)",
            "担保权人优先受偿的担保物价值不计入",
            "without collateral that goes to secured creditors",
            widget="money",
        ),
    )
    rates = fields.Nested(
        Rates,
        load_default=dict,
        metadata=labelled(
            "各段报酬比例",
            "rate of each slice",
            "不填的，按比例限制的上限确定；调整时不填的不变",
            "the limit where nothing is filled in; where a plan is changed, as before",
        ),
    )
    collection = Word(Collection, required=True, metadata=labelled("收取方式", "collected"))
    stages = fields.List(
        fields.Nested(Stage),
        load_default=list,
        validate=validate.Length(max=MOST_ROWS),
        metadata=labelled(
            "收取时间", "times of collecting", "分期收取的逐期填写", "for instalments, each", blank_rows=3
        ),
    )
    collateral = fields.List(
        fields.Nested(CollateralListed),
        load_default=list,
        validate=validate.Length(max=MOST_ROWS),
        metadata=labelled("不计入的担保物", "collateral left out", blank_rows=1),
    )
    factors = Paragraphs(
        required=True,
        metadata=labelled(
            "考虑的因素",
            "what was considered",
            "复杂性、勤勉程度、对重整和解的贡献、风险和责任、当地收入和物价",
            "complexity, diligence, contribution to rescue, risk, local income and prices",
            widget="textarea",
        ),
    )

    @validates_schema
    def check_stages(self, data: dict[str, Any], **_: object) -> None:
        """Instalments are named, and together they are the whole."""
        stages = data.get("stages", [])
        if data.get("collection") == Collection.INSTALMENTS and not stages:
            raise ValidationError(N_("分期收取的，请填写各期的收取时间和比例。"), "stages")
        if stages and sum(Fraction(one["percent"]) for one in stages) != 100:
            raise ValidationError(N_("各期比例之和须为100%。"), "stages")


class PlanFixed(PlanTerms, OfOffice):
    """A plan of remuneration as the court fixes it after the acceptance (AR 4, 5)."""


class PlanReported(Payload):
    """The plan is reported at a creditors' meeting (AR 6(2))."""

    meeting_serial = fields.Integer(
        load_default=1,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled("债权人会议", "creditors' meeting", widget="meeting"),
    )


class PlanAdjusted(PlanTerms):
    """A plan as the court changes it (AR 8)."""

    reason = Paragraphs(
        required=True,
        metadata=labelled("理由", "reason", widget="textarea"),
        validate=validate.Length(max=5000),
    )


RESOLUTION = labelled(
    "会议决议序号",
    "number of the resolution",
    "“审查管理人的费用和报酬”事项的决议",
    "a resolution on the administrator's costs and fee",
)


class PlanAgreed(PlanAdjusted):
    """A change that administrator and creditors' meeting have agreed (AR 7)."""

    resolution_serial = fields.Integer(
        required=True, strict=False, validate=validate.Range(1, MOST_NUMBER), metadata=RESOLUTION
    )
    is_lawful = fields.Boolean(
        required=True,
        metadata=labelled(
            "不违反法律、行政法规的强制性规定，不损害他人合法权益", "it breaks no mandatory law, harms nobody"
        ),
    )


class ObjectionMade(Payload):
    """The creditors' meeting objects in writing, with its resolution (AR 17)."""

    resolution_serial = fields.Integer(
        required=True, strict=False, validate=validate.Range(1, MOST_NUMBER), metadata=RESOLUTION
    )
    request = Paragraphs(required=True, metadata=labelled("具体的请求", "what is asked", widget="textarea"))
    reason = Paragraphs(
        required=True,
        metadata=labelled("理由", "reason", widget="textarea"),
        validate=validate.Length(max=5000),
    )


class ObjectionForwarded(Payload):
    """The court tells the administrator of the objection (AR 18(1))."""

    received_on = PastDay(
        required=True, metadata=labelled("管理人收到通知的日期", "received by the administrator on")
    )


class RemunerationExplained(Payload):
    """The administrator's written explanation (AR 18(1))."""

    explanation = Paragraphs(
        required=True, metadata=labelled("书面说明", "written explanation", widget="textarea")
    )


class RemunerationFixed(WithReason):
    """The final amount, on the property finally used for payment (AR 2, 10)."""

    pool_fen = Yuan(
        required=True,
        metadata=labelled(
            "最终可供分配的财产（元）",
            "property finally to be distributed (yuan)",
            "担保权人优先受偿的担保物价值不计入",
            "without collateral that goes to secured creditors",
            widget="money",
        ),
    )
    expenses_fen = Yuan(
        load_default=0,
        metadata=labelled(
            "报酬以外的破产费用和共益债务（元）",
            "other expenses and common-benefit debts (yuan)",
            "法院设置为扣除后计算的填写",
            "needed where the court's setting deducts them",
            widget="money",
        ),
    )
    fixed_fen = Yuan(
        required=True, metadata=labelled("确定的报酬数额（元）", "amount fixed (yuan)", widget="money")
    )
