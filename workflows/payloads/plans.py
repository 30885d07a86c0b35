"""What is entered of plans and the votes on them: proposal, count, ruling, reconsideration (EBL 61 to 66)."""

from marshmallow import ValidationError, fields, validate, validates_schema

from workflows.payloads.base import Line, Paragraphs, Payload, WithReason, Yuan, labelled
from workflows.payloads.days import PastDay
from workflows.payloads.serials import Serials
from workflows.text import N_


def heads_present() -> fields.Integer:
    """How many creditors with a vote attend; the attendance list knows if nothing is said."""
    return fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(0, 1_000_000),
        metadata=labelled(
            "出席的有表决权债权人数",
            "creditors present with a vote",
            "已经登记签到的可以不填，按签到册计算",
            "follows from the attendance list if left empty",
        ),
    )


def sum_present() -> Yuan:
    """The claims of those who attend; the attendance list knows if nothing is said."""
    return Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "出席债权人所代表的债权额（元）",
            "their claims (yuan)",
            "已经登记签到的可以不填，按签到册计算",
            "follows from the attendance list if left empty",
            widget="money",
        ),
    )


class PlanProposed(Payload):
    """A plan of management or realisation put to the meeting (EBL 61(1)⑧⑨, 111)."""

    plan = Paragraphs(required=True, metadata=labelled("方案内容", "the plan", widget="textarea"))


class Vote(Payload):
    """The figures of a vote (EBL 64(1)): heads of those present, amounts of all unsecured claims."""

    meeting_serial = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(1, 10_000),
        metadata=labelled(
            "第几次会议",
            "number of the meeting",
            "不填即为最近一次召开的会议",
            "the last meeting that was held if empty",
            widget="meeting",
        ),
    )
    present = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(0, 1_000_000),
        metadata=labelled("出席会议的有表决权债权人数", "creditors present with a vote"),
    )
    for_heads = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(0, 1_000_000),
        metadata=labelled("同意的人数", "in favour"),
    )
    for_fen = Yuan(required=True, metadata=labelled("同意的债权额（元）", "claims in favour", widget="money"))
    total_fen = Yuan(
        required=True,
        metadata=labelled("无财产担保债权总额（元）", "all unsecured claims", widget="money"),
    )

    @validates_schema
    def check_figures(self, data: dict[str, int], **_: object) -> None:
        """Nobody votes twice, and no more than there is."""
        if data.get("for_heads", 0) > data.get("present", 0):
            raise ValidationError(N_("同意的人数不能多于出席的人数。"), "for_heads")
        if data.get("for_fen", 0) > data.get("total_fen", 0):
            raise ValidationError(N_("同意的债权额不能多于债权总额。"), "for_fen")


class PlanRuled(WithReason):
    """The court adopts a plan that the meeting did not (EBL 65)."""


class Reconsideration(WithReason):
    """A creditor asks the same court to reconsider (EBL 66), and how it answers."""

    plans_zh = (
        ("mgmt_plan", "财产管理方案"),
        ("realisation_plan", "财产变价方案"),
        ("distribution_plan", "财产分配方案"),
    )
    plan = fields.String(
        required=True,
        validate=validate.OneOf([c for c, _ in plans_zh], labels=[zh for _, zh in plans_zh]),
        metadata=labelled("所复议的裁定", "which ruling", widget="choice"),
    )
    asked_by = Line(required=True, metadata=labelled("申请复议的债权人", "who asks"))
    asked_on = PastDay(required=True, metadata=labelled("申请日期", "asked on"))
    told_on = PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "收到裁定通知之日",
            "notice of the ruling received on",
            "裁定未在会议上宣布的填写；十五日自收到之日起算",
            "if the ruling was not announced at the meeting; the fifteen days then run from receipt",
        ),
    )
    applicants = Serials(
        load_default="",
        metadata=labelled(
            "申请复议的债权人（债权表序号）",
            "creditors who ask (numbers in the claims table)",
            "对分配方案裁定申请复议的填写，如 1,3-5；每位债权人的全部债权一并计算",
            "against a ruling on the distribution plan, such as 1,3-5; all claims of each are counted",
        ),
    )
    holds_fen = Yuan(
        load_default=0,
        metadata=labelled(
            "所代表的无财产担保债权额（元）",
            "unsecured claims held (yuan)",
            "对分配方案裁定申请复议、且本案还没有确定或者临时确定的债权时才填写",
            "only against a ruling on the distribution plan where no claim is fixed yet",
            widget="money",
        ),
    )
    total_fen = Yuan(
        load_default=0,
        metadata=labelled(
            "无财产担保债权总额（元）", "all unsecured claims (yuan)", "同上", "as above", widget="money"
        ),
    )
    upheld = fields.Boolean(required=True, metadata=labelled("维持原裁定", "the ruling is upheld"))
