"""Payloads of distributions: what is given now, what becomes of withheld shares, what is found later."""

from marshmallow import ValidationError, fields, validate, validates_schema

from workflows.payloads.base import Line, Paragraphs, Payload, WithReason, Yuan, labelled
from workflows.payloads.days import Day, PastDay
from workflows.payloads.serials import serials_of
from workflows.text import N_


class Distribute(Payload):
    """One distribution to the creditors (EBL 116)."""

    pool_fen = Yuan(
        required=True, metadata=labelled("本次分配总额（元）", "amount distributed (yuan)", widget="money")
    )
    announced_on = Day(required=True, metadata=labelled("公告日期", "announced on"))
    things = Line(
        load_default="",
        metadata=labelled(
            "本次以实物分配的财产（序号）",
            "assets given in kind now (numbers)",
            "如 3,5；须列入分配方案并已按实物分配成交，作价计入本次分配总额",
            "such as 3,5; named in the plan and disposed of in kind; their values are part of the amount",
        ),
    )
    remark = Paragraphs(load_default="", metadata=labelled("备注", "remark", widget="textarea"))

    @validates_schema
    def check_assets(self, data: dict[str, object], **_: object) -> None:
        """Numbers and ranges only."""
        try:
            serials_of(str(data.get("things", "")))
        except ValidationError as error:
            raise ValidationError(N_("请按 3,5 的形式填写财产序号。"), "things") from error


class FinalDistribution(Distribute):
    """The last distribution; its announcement says so (EBL 116(2), 117)."""

    says_final = fields.Boolean(
        required=True,
        metadata=labelled(
            "公告写明最后分配及第一百一十七条第二款的事项",
            "the announcement says that it is the last and states the matters of article 117(2)",
        ),
    )


class ShareSettled(WithReason):
    """What becomes of a share in escrow (EBL 117 to 119)."""

    claim_serial = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled("债权表序号", "number in the claims table"),
    )
    to_creditor = fields.Boolean(
        required=True,
        metadata=labelled(
            "付给该债权人（否则分配给其他债权人）",
            "paid to the creditor (otherwise to the others)",
        ),
    )


class ShareReleased(WithReason):
    """A share in escrow that is divided now: a guarantor's liability is fixed, or the collateral is sold."""

    claim_serial = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled("债权表序号", "number in the claims table"),
    )


class Supplementary(WithReason):
    """Property found within two years (EBL 123)."""

    found_fen = Yuan(
        required=True, metadata=labelled("发现的财产（元）", "property found (yuan)", widget="money")
    )
    costs_fen = Yuan(
        required=True, metadata=labelled("分配费用（元）", "cost of distributing (yuan)", widget="money")
    )
    booked_fen = Yuan(
        load_default=0,
        metadata=labelled(
            "其中已经记账到账的（元）",
            "of this, entered in the account before (yuan)",
            "追回的财产此前已经登记到账的填写，以免重复记账",
            "what was recovered and entered before, so that it is not entered twice",
            widget="money",
        ),
    )
    asked_on = PastDay(required=True, metadata=labelled("债权人请求日期", "asked on"))
