"""What a draft of a distribution is told besides the register: figures, collateral, what-ifs."""

from marshmallow import RAISE, Schema, ValidationError, fields, validate, validates_schema

from models.vocabulary import ClaimClass, Term
from workflows.payloads.base import Line, Word, Yuan, labelled
from workflows.payloads.serials import serials_of
from workflows.text import N_

SERIAL = validate.Range(1, 1_000_000)
MOST_CHANGES = 50


class Strict(Schema):
    """Unknown fields are an error that names them."""

    class Meta:
        """So that nothing is silently left out."""

        unknown = RAISE


class CollateralFigures(Strict):
    """What an encumbered asset brings, what its realisation costs, who is met of it in which order."""

    asset_serial = fields.Integer(
        required=True, strict=False, validate=SERIAL, metadata=labelled("财产序号", "number of the asset")
    )
    proceeds_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "变价款（元）",
            "proceeds (yuan)",
            "不填即为已登记到账的金额",
            "what has come in if empty",
            widget="money",
        ),
    )
    cost_fen = Yuan(load_default=0, metadata=labelled("变价费用（元）", "cost (yuan)", widget="money"))
    order = Line(
        load_default="",
        metadata=labelled(
            "受偿先后（债权表序号）",
            "order of its claims",
            "如 3,1；未列出的在后，同类按比例",
            "such as 3,1; those left out come after, alike by amount",
        ),
    )

    @validates_schema
    def check_collateral(self, data: dict[str, object], **_: object) -> None:
        """Numbers only; a cost above the proceeds is an expense of the procedure."""
        order_of(str(data.get("order", "")))
        proceeds, cost = data.get("proceeds_fen"), data.get("cost_fen", 0)
        if isinstance(proceeds, int) and isinstance(cost, int) and cost > proceeds:
            raise ValidationError(N_("变价费用不能多于变价款；超出的部分请列入破产费用。"), "cost_fen")


def order_of(text: str) -> tuple[int, ...]:
    """The numbers that `3,1` names, in their order.

    Raises:
        ValidationError: if it names no numbers, or one of them twice.
    """
    parts = [part for part in text.replace("，", ",").replace(" ", "").split(",") if part]
    named = tuple(int(part) for part in parts if part.isdecimal() and len(part) < 8)
    if len(named) < len(parts) or len(set(named)) < len(named):
        raise ValidationError(N_("请按 3,1 的形式填写债权表序号，不要重复。"), "order")
    return named


class ClaimChange(Strict):
    """What would be different about one claim."""

    claim_serial = fields.Integer(
        required=True,
        strict=False,
        validate=SERIAL,
        metadata=labelled("债权表序号", "number in the claims table"),
    )
    amount_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled("改为金额（元）", "other amount (yuan)", widget="money"),
    )
    claim_class: fields.Field[Term] = Word(
        ClaimClass, load_default=None, allow_none=True, metadata=labelled("改为性质", "other class")
    )
    left_out = fields.Boolean(
        load_default=False, metadata=labelled("不参加分配", "takes no part in the distribution")
    )


class DraftFigures(Strict):
    """The figures of a draft; what is left empty is taken from the register."""

    available_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "可供分配的财产（元）",
            "amount available (yuan)",
            "不含担保财产；不填即为已到账、尚未分配的款项",
            "without encumbered assets; what has come in and is not distributed if empty",
            widget="money",
        ),
    )
    expenses_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "其中破产费用（元）",
            "of it bankruptcy expenses (yuan)",
            "尚待支付的；两项都不填的，为已确定未付的管理人报酬、案件受理费",
            "still to be paid; with the amount left empty too, fees that are fixed and not paid",
            widget="money",
        ),
    )
    common_fen = Yuan(
        load_default=0,
        metadata=labelled("其中共益债务（元）", "of it debts of common benefit (yuan)", widget="money"),
    )
    uncollected = Line(
        load_default="",
        metadata=labelled(
            "预计不能交付的债权（序号）",
            "claims that cannot be reached",
            "如 3,8-10；其分配额提存（第一百一十八条）",
            "such as 3,8-10; their shares are laid aside (article 118)",
        ),
    )
    collateral = fields.List(
        fields.Nested(CollateralFigures), load_default=list, metadata=labelled("担保财产", "collateral")
    )

    @validates_schema
    def check_uncollected(self, data: dict[str, object], **_: object) -> None:
        """Numbers and ranges only; an asset stands there once."""
        try:
            serials_of(str(data.get("uncollected", "")))
        except ValidationError as error:
            raise ValidationError(error.messages, "uncollected") from error
        named = [one["asset_serial"] for one in data.get("collateral", ()) if "asset_serial" in one]  # type: ignore[attr-defined]
        if len(set(named)) < len(named):
            raise ValidationError(N_("同一财产只能填写一次。"), "collateral")


class DraftAsked(DraftFigures):
    """A draft, and what would be different in the other draft beside it."""

    changes = fields.List(
        fields.Nested(ClaimChange),
        load_default=list,
        validate=validate.Length(max=MOST_CHANGES),
        metadata=labelled("假如", "what if"),
    )
    other_available_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "假如可供分配的财产为（元）", "what if so much were available (yuan)", widget="money"
        ),
    )

    @validates_schema
    def check_changes(self, data: dict[str, object], **_: object) -> None:
        """A claim is changed once."""
        named = [one["claim_serial"] for one in data.get("changes", ()) if "claim_serial" in one]  # type: ignore[attr-defined]
        if len(set(named)) < len(named):
            raise ValidationError(N_("同一债权只能假设一次。"), "changes")
