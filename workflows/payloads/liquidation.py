"""What the steps of a liquidation need (破), in the order of the rows of section 5."""

from marshmallow import fields, validate, validates_schema

from models.vocabulary import DeadlineKind, MeetingForm
from workflows.payloads.base import MOST_NUMBER, Line, Paragraphs, Payload, WithReason, Word, Yuan, labelled
from workflows.payloads.days import ComingDay, PastDay
from workflows.payloads.plans import heads_present, sum_present
from workflows.payloads.serials import serials_of


class TakeOver(Payload):
    """What the administrator has taken over (EBL 25①)."""

    taken_over = Paragraphs(
        required=True,
        metadata=labelled(
            "接管的财产、印章、账簿、文书", "property, seals, books taken over", widget="textarea"
        ),
    )
    not_handed_over = Paragraphs(
        load_default="", metadata=labelled("未移交的事项", "what was not handed over", widget="textarea")
    )


class ChairAppointed(Payload):
    """Who presides over the creditors' meetings (EBL 60(1))."""

    chair_party_id = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, MOST_NUMBER),
        metadata=labelled(
            "会议主席（债权人）",
            "chair (a creditor)",
            "从有表决权的债权人中指定",
            "from the creditors who may vote",
            widget="creditor",
        ),
    )


class FirstMeetingHeld(Payload):
    """The first creditors' meeting (EBL 60 to 63): who came, what was verified."""

    form = Word(
        MeetingForm, load_default=MeetingForm.ON_SITE, metadata=labelled("会议形式", "form of the meeting")
    )
    present = heads_present()
    present_fen = sum_present()
    claims_verified = fields.Boolean(
        required=True,
        metadata=labelled("债权表已提交会议核查", "the claims table was submitted for verification"),
    )
    remuneration_reported = fields.Boolean(
        required=True,
        metadata=labelled("已报告管理人报酬方案", "the remuneration scheme was reported"),
    )
    minutes = Paragraphs(required=True, metadata=labelled("会议记录要点", "minutes", widget="textarea"))


class ClaimsConfirmed(Payload):
    """Which entries of the claims table are confirmed (EBL 58(2))."""

    serials = Line(
        load_default="",
        metadata=labelled(
            "债权表序号",
            "numbers in the claims table",
            "如 1-20,23；不填即为全部无异议债权",
            "such as 1-20,23; all undisputed entries if empty",
        ),
    )

    @validates_schema
    def check_serials(self, data: dict[str, object], **_: object) -> None:
        """Numbers and ranges only."""
        serials_of(str(data.get("serials", "")))


class ProvisionalAmounts(WithReason):
    """Of which claims the court fixes an amount for voting (EBL 59(2)), and on what it rests."""

    serials = Line(
        load_default="",
        metadata=labelled(
            "债权表序号",
            "numbers in the claims table",
            "如 1-20,23；不填即为全部已经审查、尚未确定的债权（职工债权除外）",
            "such as 1-20,23; all that are reviewed and not fixed, employees excepted, if empty",
        ),
    )

    @validates_schema
    def check_serials(self, data: dict[str, object], **_: object) -> None:
        """Numbers and ranges only."""
        serials_of(str(data.get("serials", "")))


class Dismissal(WithReason):
    """Why the application is dismissed after acceptance (EBL 12(2))."""


class DismissalAppeal(Payload):
    """The applicant's appeal against the dismissal (EBL 12(2))."""

    posted_on = PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled("交邮日期", "posted on", "期满前交邮的不算过期", "posted before expiry is in time"),
    )
    reasons = Paragraphs(required=True, metadata=labelled("上诉理由", "reasons of appeal", widget="textarea"))


class DeclarationAsked(WithReason):
    """The administrator asks the court to declare the debtor bankrupt (M-43)."""


class Declaration(Payload):
    """What the court finds when it declares the debtor bankrupt (EBL 2, 107)."""

    cause_stands = fields.Boolean(
        required=True,
        metadata=labelled("破产原因仍然存在", "the cause of bankruptcy stands"),
    )
    no_rescue = fields.Boolean(
        required=True,
        metadata=labelled(
            "没有第三人担保、清偿，债务人也未清偿全部到期债务",
            "nobody has secured or paid all due debts",
        ),
    )
    assets_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled("已查明资产（元）", "assets found (yuan)", widget="money"),
    )
    debts_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled("已确认负债（元）", "debts confirmed (yuan)", widget="money"),
    )
    findings = Paragraphs(
        required=True, metadata=labelled("查明的事实和理由", "findings and reasons", widget="textarea")
    )


WINDOWS = (
    DeadlineKind.LQ_APPEAL_DISMISS,
    DeadlineKind.CLAIM_SUIT,
    DeadlineKind.REVIEW_65_1,
    DeadlineKind.REVIEW_65_2,
)
"""Periods of parties that may be missed for good reason (CPL 86)."""


class ExtensionOfTime(WithReason):
    """A party missed a period for force majeure or another good reason and asks for more (CPL 86)."""

    clock = Word(DeadlineKind, only=WINDOWS, required=True, metadata=labelled("耽误的期限", "period missed"))
    obstacle_ended_on = PastDay(
        required=True, metadata=labelled("障碍消除日期", "day on which the obstacle ended")
    )
    asked_on = PastDay(required=True, metadata=labelled("申请日期", "asked on"))
    until = ComingDay(required=True, metadata=labelled("顺延至", "extended until"))


class Refused(WithReason):
    """The court refuses what was asked."""
