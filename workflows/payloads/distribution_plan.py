"""What a plan of distribution is made of: its contents, and the figures of its table (EBL 115(2))."""

from marshmallow import ValidationError, fields, validate, validates_schema

from workflows.payloads.base import Paragraphs, Payload, Yuan, labelled
from workflows.payloads.draft import SERIAL, CollateralFigures, Strict
from workflows.text import N_

MOST_THINGS = 100


class ThingInKind(Strict):
    """A thing that a creditor takes instead of money, and at which value (EBL 114)."""

    asset_serial = fields.Integer(
        required=True, strict=False, validate=SERIAL, metadata=labelled("财产序号", "number of the asset")
    )
    claim_serial = fields.Integer(
        required=True,
        strict=False,
        validate=SERIAL,
        metadata=labelled("分配给（债权表序号）", "given to (number in the claims table)"),
    )
    value_fen = Yuan(required=True, metadata=labelled("作价（元）", "at the value of (yuan)", widget="money"))
    difference_fen = Yuan(
        load_default=0,
        metadata=labelled(
            "债权人补足的差额（元）",
            "difference that the creditor pays (yuan)",
            "作价多于其分配额的部分，由其在分配前以货币付清",
            "what the thing is worth above the share; paid in money before the distribution",
            widget="money",
        ),
    )


class DistributionPlanProposed(Payload):
    """A plan of distribution with its five contents and the final remuneration (EBL 115(2); AR-10)."""

    available_fen = Yuan(
        required=True,
        metadata=labelled("可供分配的财产数额（元）", "amount available (yuan)", widget="money"),
    )
    remuneration_fen = Yuan(
        required=True,
        metadata=labelled(
            "管理人最终报酬（元）",
            "final remuneration (yuan)",
            "法院已在本案确定最终报酬的，须与确定的数额一致；没有确定的不作核对（报酬规定第十条）",
            "must agree with what the court has fixed in this case; not checked where it has fixed nothing "
            "(AR 10)",
            widget="money",
        ),
    )
    order_and_ratio = Paragraphs(
        load_default="",
        metadata=labelled(
            "分配顺序、比例及数额",
            "order, ratio and amounts",
            "不填即由登记册计算得出；债权人、债权额和每笔分配额的全表随方案保存",
            "reckoned from the register if empty; the full table of creditors, claims and amounts is kept",
            widget="textarea",
        ),
    )
    method = Paragraphs(
        required=True, metadata=labelled("实施分配的方法", "how it is carried out", widget="textarea")
    )

    expenses_fen = Yuan(
        load_default=0,
        metadata=labelled(
            "从可供分配数额中支付的破产费用（元）",
            "bankruptcy expenses paid out of the amount (yuan)",
            "管理人报酬由该数额支付的，一并计入",
            "with the remuneration, if it is paid out of it",
            widget="money",
        ),
    )
    common_fen = Yuan(
        load_default=0,
        metadata=labelled(
            "从可供分配数额中支付的共益债务（元）",
            "debts of common benefit paid out of the amount (yuan)",
            widget="money",
        ),
    )
    collateral = fields.List(
        fields.Nested(CollateralFigures),
        load_default=list,
        metadata=labelled(
            "担保财产",
            "collateral",
            "不填即按已登记到账的变价款；可供分配的财产数额不含担保财产",
            "what has come in for it if empty; the amount available is without encumbered assets",
        ),
    )
    in_kind = fields.List(
        fields.Nested(ThingInKind),
        load_default=list,
        validate=validate.Length(max=MOST_THINGS),
        metadata=labelled(
            "以实物分配的财产",
            "things given in kind",
            "作价计入可供分配的财产数额；不得多于该债权人的分配额",
            "their values are part of the amount available; not above the creditor's share",
        ),
    )

    @validates_schema
    def check_things(self, data: dict[str, object], **_: object) -> None:
        """A thing is given once and is worth something; all of them are part of what is available."""
        things = [one for one in data.get("in_kind", ()) if "value_fen" in one and "asset_serial" in one]  # type: ignore[attr-defined]
        named = [one["asset_serial"] for one in things]
        if len(set(named)) < len(named):
            raise ValidationError(N_("同一财产只能填写一次。"), "in_kind")
        if any(not one["value_fen"] for one in things):
            raise ValidationError(N_("作价应当大于零。"), "in_kind")
        if any(one.get("difference_fen", 0) >= one["value_fen"] for one in things):
            wrong = N_("补足的差额应当少于作价；没有分配额可抵的，应当以货币方式变价。")
            raise ValidationError(wrong, "in_kind")
        available = data.get("available_fen", 0)
        if isinstance(available, int) and sum(one["value_fen"] for one in things) > available:
            raise ValidationError(N_("实物作价合计不得多于可供分配的财产数额，作价须计入该数额。"), "in_kind")
