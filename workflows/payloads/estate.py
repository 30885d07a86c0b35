"""What the steps of claims, meetings, resolutions and assets need (sections 11.2, 11.3, 11.6)."""

from marshmallow import ValidationError, fields, validate, validates_schema

from models.vocabulary import (
    FILED_CLASSES,
    AssetKind,
    ClaimClass,
    MeetingCaller,
    MeetingForm,
    ResolutionMatter,
    SaleMethod,
)
from workflows.payloads.base import Line, Paragraphs, Payload, WithReason, Word, Yuan, labelled
from workflows.payloads.liquidation import Vote
from workflows.text import N_


class ClaimFiled(Payload):
    """A claim in writing: amount, security, joint nature, evidence (EBL 49 to 51)."""

    creditor_id = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        metadata=labelled("债权人（已在案）", "creditor (already in the case)", widget="creditor"),
    )
    creditor_name = Line(
        load_default="",
        metadata=labelled(
            "债权人姓名或者名称（新增）",
            "creditor's name (new)",
            "不在案的债权人填写此项",
            "for a creditor who is not yet in the case",
        ),
    )
    claim_class = Word(
        ClaimClass,
        FILED_CLASSES,
        load_default=ClaimClass.ORD,
        metadata=labelled("债权性质", "class of the claim"),
    )
    filed_fen = Yuan(
        required=True, metadata=labelled("申报金额（元）", "amount filed (yuan)", widget="money")
    )
    basis = Paragraphs(load_default="", metadata=labelled("债权原因", "cause", widget="textarea"))
    evidence = Paragraphs(load_default="", metadata=labelled("证据", "evidence", widget="textarea"))
    security = Paragraphs(
        load_default="",
        metadata=labelled(
            "财产担保",
            "security",
            "有财产担保的写明担保物",
            "name the asset if there is any",
            widget="textarea",
        ),
    )
    joint = fields.Boolean(load_default=False, metadata=labelled("连带债权", "joint claim"))
    conditional = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "附条件、附期限的债权", "conditional claim", "分配额提存", "its shares are deposited"
        ),
    )

    @validates_schema
    def check_creditor(self, data: dict[str, object], **_: object) -> None:
        """Exactly one way of naming the creditor."""
        if bool(data.get("creditor_id")) == bool(data.get("creditor_name")):
            raise ValidationError(N_("请选择在案的债权人，或者填写新债权人的名称，二者选一。"), "creditor_id")


class EmployeeClaimListed(Payload):
    """An employee's claim, which needs no filing (EBL 48(2))."""

    creditor_name = Line(required=True, metadata=labelled("职工姓名", "employee"))
    filed_fen = Yuan(
        required=True,
        metadata=labelled("调查认定金额（元）", "amount found (yuan)", widget="money"),
    )
    basis = Paragraphs(
        required=True,
        metadata=labelled(
            "项目及计算",
            "items and working",
            "工资、补助、社保、补偿金",
            "wages, allowances, insurance",
            widget="textarea",
        ),
    )
    publicised_on = fields.Date(required=True, metadata=labelled("公示日期", "publicised on"))


class ClaimVerified(Payload):
    """The meeting at which an entry of the claims table was verified (EBL 58(1))."""

    meeting_serial = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled("会议序号", "number of the meeting", widget="meeting"),
    )


class ClaimReviewed(Payload):
    """The administrator's view: nature, amount, security, limitation, enforcement period (I3-6)."""

    claim_class = Word(
        ClaimClass, FILED_CLASSES, required=True, metadata=labelled("认定的性质", "class found")
    )
    admitted_fen = Yuan(
        required=True, metadata=labelled("审查认定金额（元）", "amount admitted (yuan)", widget="money")
    )
    limitation_kept = fields.Boolean(
        required=True, metadata=labelled("未超过诉讼时效", "within the limitation period")
    )
    enforcement_kept = fields.Boolean(
        load_default=True,
        metadata=labelled("未超过申请强制执行的期间", "within the period for enforcement"),
    )
    by_judgment = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "由生效裁判确定",
            "fixed by a judgment",
            "生效裁判确定的债权应当确认（解释三第七条）",
            "must then be admitted (I3-7)",
        ),
    )
    opinion = Paragraphs(required=True, metadata=labelled("审查意见", "reasons", widget="textarea"))


class ClaimDisputed(Payload):
    """An objection to an entry of the claims table (I3-8)."""

    objector = Line(required=True, metadata=labelled("异议人", "objector"))
    reason = Paragraphs(required=True, metadata=labelled("异议理由", "reasons", widget="textarea"))
    reply = Paragraphs(
        load_default="",
        metadata=labelled("管理人的解释或者调整", "administrator's answer", widget="textarea"),
    )


class ClaimSued(Payload):
    """A suit or arbitration about a claim (EBL 58(3); I3-8)."""

    forum = Line(required=True, metadata=labelled("受理机构", "court or arbitration body"))
    reference = Line(load_default="", metadata=labelled("案号", "reference"))
    posted_on = fields.Date(
        load_default=None,
        allow_none=True,
        metadata=labelled("交邮日期", "posted on", "期满前交邮的不算过期", "posted before expiry is in time"),
    )


class ClaimArbitrated(ClaimSued):
    """An arbitration about a claim, by a clause made before the acceptance (I3-8)."""

    clause_before_acceptance = fields.Boolean(
        required=True,
        metadata=labelled(
            "受理破产申请前订立了仲裁条款或者协议", "the clause was made before the acceptance"
        ),
    )


class ClaimFixed(Payload):
    """The amount that a judgment, an award or an agreement fixes."""

    fixed_fen = Yuan(
        required=True, metadata=labelled("确定的金额（元）", "amount fixed (yuan)", widget="money")
    )
    claim_class = Word(
        ClaimClass, FILED_CLASSES, required=True, metadata=labelled("确定的性质", "class fixed")
    )
    reference = Line(required=True, metadata=labelled("依据的文书", "judgment, award or agreement"))


class Provisional(Payload):
    """An amount fixed for voting only (EBL 59(2))."""

    provisional_fen = Yuan(
        required=True,
        metadata=labelled("临时确定的债权额（元）", "provisional amount (yuan)", widget="money"),
    )
    reason = Paragraphs(required=True, metadata=labelled("理由", "reason", widget="textarea"))


class MeetingCalled(Payload):
    """A further meeting (EBL 62(2)): who asks for it, when, where, about what."""

    called_by = Word(MeetingCaller, required=True, metadata=labelled("提议人", "who asks for it"))
    proposers_fen = Yuan(
        load_default=0,
        metadata=labelled(
            "提议债权人代表的债权额（元）",
            "claims of the creditors who ask (yuan)",
            "债权人提议的必填",
            "needed where creditors ask",
            widget="money",
        ),
    )
    total_fen = Yuan(
        load_default=0,
        metadata=labelled("债权总额（元）", "all claims (yuan)", widget="money"),
    )
    form = Word(MeetingForm, required=True, metadata=labelled("会议形式", "form"))
    planned_on = fields.Date(required=True, metadata=labelled("会议日期", "day of the meeting"))
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

    planned_on = fields.Date(required=True, metadata=labelled("新的会议日期", "new day of the meeting"))


class MeetingNoticed(Payload):
    """The creditors have been told (EBL 63)."""

    how = Line(required=True, metadata=labelled("通知方式", "how they were told"))


class MeetingHeld(Payload):
    """Who came, and what was said."""

    present = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(0, 1_000_000),
        metadata=labelled("出席的有表决权债权人数", "creditors present with a vote"),
    )
    present_fen = Yuan(
        required=True, metadata=labelled("所代表的债权额（元）", "their claims (yuan)", widget="money")
    )
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
    subject = Line(required=True, metadata=labelled("议案", "motion"))


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
    harm = Paragraphs(
        required=True, metadata=labelled("对债权人利益的损害", "harm to the creditors", widget="textarea")
    )
    posted_on = fields.Date(
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
    name = Line(required=True, metadata=labelled("名称", "name"))
    location = Line(load_default="", metadata=labelled("所在地", "where it is"))
    book_fen = Yuan(
        load_default=None, allow_none=True, metadata=labelled("账面价值（元）", "book value", widget="money")
    )
    encumbrance = Paragraphs(
        load_default="", metadata=labelled("担保、查封等负担", "encumbrances", widget="textarea")
    )
    major = fields.Boolean(
        load_default=False,
        metadata=labelled("处分属于第六十九条的重大行为", "its disposal falls under article 69"),
    )


class AssetAppraised(Payload):
    """What an appraiser found."""

    appraiser = Line(required=True, metadata=labelled("评估机构", "appraiser"))
    appraised_fen = Yuan(
        required=True, metadata=labelled("评估价值（元）", "appraised value (yuan)", widget="money")
    )


class AssetOffered(Payload):
    """How it is offered for sale (EBL 112), and when its disposal was reported (I3-15(2))."""

    method = Word(SaleMethod, required=True, metadata=labelled("变价方式", "method"))
    reserve_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled("保留价（元）", "reserve price (yuan)", widget="money"),
    )
    reported_on = fields.Date(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "向债权人委员会或者法院书面报告的日期",
            "reported to committee or court on",
            "重大财产处分的必填",
            "needed for a major disposal",
        ),
    )
    meeting_chose = fields.Boolean(
        load_default=False,
        metadata=labelled("债权人会议另有决议", "the meeting resolved otherwise than auction"),
    )


class AssetPaid(Payload):
    """The money has come into the estate's account."""

    received_fen = Yuan(
        required=True, metadata=labelled("到账金额（元）", "amount received (yuan)", widget="money")
    )
