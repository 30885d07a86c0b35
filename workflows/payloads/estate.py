"""What the steps of meetings, resolutions and assets need (sections 11.3, 11.6)."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from models.vocabulary import (
    AssetKind,
    AssetOrigin,
    MeetingCaller,
    MeetingForm,
    ResolutionMatter,
    VotingGroup,
)
from workflows.payloads.base import Line, Paragraphs, Payload, WithReason, Word, Yuan, labelled
from workflows.payloads.days import ComingDay, PastDay
from workflows.payloads.plans import Vote, heads_present, sum_present
from workflows.payloads.serials import Serials
from workflows.text import N_


class MeetingCalled(Payload):
    """A further meeting (EBL 62(2)): who asks for it, when, where, about what."""

    called_by = Word(MeetingCaller, required=True, metadata=labelled("提议人", "who asks for it"))
    proposers = Serials(
        load_default="",
        metadata=labelled(
            "提议的债权人（债权表序号）",
            "creditors who ask (numbers in the claims table)",
            "债权人提议的填写，如 1,3-5；每位债权人的全部债权一并计算",
            "where creditors ask, such as 1,3-5; all claims of each are counted",
        ),
    )
    proposers_fen = Yuan(
        load_default=0,
        metadata=labelled(
            "提议债权人代表的债权额（元）",
            "claims of the creditors who ask (yuan)",
            "债权人提议、且本案还没有确定或者临时确定的债权时才填写",
            "only where creditors ask and no claim is fixed yet",
            widget="money",
        ),
    )
    total_fen = Yuan(
        load_default=0,
        metadata=labelled("债权总额（元）", "all claims (yuan)", "同上", "as above", widget="money"),
    )
    form = Word(MeetingForm, required=True, metadata=labelled("会议形式", "form"))
    planned_on = ComingDay(required=True, metadata=labelled("会议日期", "day of the meeting"))
    time = fields.String(
        required=True,
        validate=validate.Regexp(r"^([01]\d|2[0-3]):[0-5]\d$", error=N_("请按 09:30 的形式填写时间。")),
        metadata=labelled("会议时间", "time", "例如 09:30", "such as 09:30"),
    )
    place = Line(required=True, metadata=labelled("地点或者网络平台", "place or platform"))
    agenda = Paragraphs(required=True, metadata=labelled("议题", "agenda", widget="textarea"))


class FirstMeetingCalled(MeetingCalled):
    """The first meeting as the announcement calls it; a past announcement may name no hour."""

    time = fields.String(
        load_default="",
        validate=validate.Regexp(r"^(([01]\d|2[0-3]):[0-5]\d)?$", error=N_("请按 09:30 的形式填写时间。")),
        metadata=labelled("会议时间", "time", "例如 09:30", "such as 09:30"),
    )


class MeetingPostponed(WithReason):
    """A new day for a meeting that cannot be held as called."""

    planned_on = ComingDay(required=True, metadata=labelled("新的会议日期", "new day of the meeting"))


class MeetingNoticed(Payload):
    """The creditors have been told (EBL 63)."""

    how = Line(required=True, metadata=labelled("通知方式", "how they were told"))


class MeetingHeld(Payload):
    """Who came, and what was said."""

    present = heads_present()
    present_fen = sum_present()
    minutes = Paragraphs(required=True, metadata=labelled("会议记录要点", "minutes", widget="textarea"))


class ResolutionVoted(Vote):
    """A matter put to the vote at a meeting that was held (EBL 61, 64)."""

    meeting_serial = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 10_000),
        metadata=labelled("第几次会议", "number of the meeting", widget="meeting"),
    )
    matter = Word(ResolutionMatter, required=True, metadata=labelled("事项", "matter"))
    group = Word(
        VotingGroup,
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "表决组",
            "class of the plan",
            "重整计划草案分组表决的填写；出资人组的债权额填写表决权",
            "for a reorganization plan; of the class of investors the sums are voting rights",
        ),
    )
    consultation = Paragraphs(
        load_default="",
        metadata=labelled(
            "再次表决前协商的情况",
            "the consultation before a second vote",
            "该组未通过后再次表决的必填",
            "needed where the class votes again",
            widget="textarea",
        ),
    )
    subject = Line(required=True, metadata=labelled("议案", "motion"))

    @validates_schema
    def check_class(self, data: dict[str, Any], **_: object) -> None:
        """Only a plan is voted on by classes (EBL 82)."""
        if data.get("group") is not None and data.get("matter") != ResolutionMatter.M6:
            raise ValidationError(N_("只有重整计划草案分组表决。"), "group")


class RevocationAsked(Payload):
    """A creditor asks the court to revoke a resolution (EBL 64(2); I3-12)."""

    grounds_zh = (
        ("procedure", "会议的召开违反法定程序"),
        ("voting", "会议的表决违反法定程序"),
        ("content", "决议内容违法"),
        ("beyond", "决议超出债权人会议的职权范围"),
    )
    creditor = Line(required=True, metadata=labelled("申请的债权人", "creditor who asks"))
    ground = fields.String(
        required=True,
        validate=validate.OneOf([c for c, _ in grounds_zh], labels=[zh for _, zh in grounds_zh]),
        metadata=labelled("情形", "ground", widget="choice"),
    )
    received_on = PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "收到表决结果通知的日期",
            "day on which the notice of the result was received",
            "非现场表决的，期限自该债权人收到通知之日起算；不填即按送达记录，没有送达记录的按告知之日",
            "of a vote taken away the time runs from the creditor's own receipt; if empty, as the service "
            "of the paper says, else the day on which all were told",
        ),
    )
    harm = Paragraphs(
        required=True, metadata=labelled("对债权人利益的损害", "harm to the creditors", widget="textarea")
    )
    posted_on = PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled("交邮日期", "posted on", "期满前交邮的不算过期", "posted before expiry is in time"),
    )


class RevokedInPart(WithReason):
    """Which part of a resolution the court revokes."""

    part = Paragraphs(
        required=True, metadata=labelled("撤销的部分", "the part that is revoked", widget="textarea")
    )


class AssetFound(Payload):
    """A thing or right of the estate (EBL 30)."""

    kind = Word(AssetKind, required=True, metadata=labelled("类别", "kind"))
    origin = Word(
        AssetOrigin,
        load_default=AssetOrigin.AT_ACCEPTANCE,
        metadata=labelled(
            "取得原因",
            "how it came into the estate",
            "从撤销与追收登记的追回财产，取得原因自动记为“追回”",
            "what comes back by an avoidance is recorded as recovered of itself",
        ),
    )
    name = Line(required=True, metadata=labelled("名称", "name"))
    location = Line(load_default="", metadata=labelled("所在地", "where it is"))
    book_fen = Yuan(
        load_default=None, allow_none=True, metadata=labelled("账面价值（元）", "book value", widget="money")
    )
    encumbrance = Paragraphs(
        load_default="",
        metadata=labelled(
            "负担的说明",
            "encumbrances in words",
            "担保、查封等在登记后逐项录入",
            "securities and measures are recorded one by one once the asset is there",
            widget="textarea",
        ),
    )
    major = fields.Boolean(
        load_default=False,
        metadata=labelled("处分属于第六十九条的重大行为", "its disposal falls under article 69"),
    )


class OriginCorrected(WithReason):
    """How an asset came into the estate, where nothing or something wrong is recorded (EBL 30)."""

    origin = Word(AssetOrigin, required=True, metadata=labelled("取得原因", "how it came into the estate"))
