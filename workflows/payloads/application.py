"""What the steps of a bankruptcy application need (破申)."""

from marshmallow import ValidationError, fields, validate, validates_schema

from models.vocabulary import InabilityGround, PartyKind, ReviewMode
from workflows.payloads.base import Line, Paragraphs, Payload, WithReason, Word, labelled
from workflows.payloads.days import ComingDay, Day, PastDay
from workflows.text import N_


class SupplementNotice(Payload):
    """The one notice of everything that is missing (I1-7(3))."""

    due_on = ComingDay(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "补正截止日期",
            "to be corrected by",
            "法院指定；不填则按本院设置的期间计算",
            "fixed by the court; by the court's setting if empty",
        ),
    )
    further_items = Paragraphs(
        load_default="",
        metadata=labelled("清单以外需要补正的事项", "matters beyond the checklist", widget="textarea"),
    )


class SupplementReceived(Payload):
    """What was handed in."""

    received_codes = fields.List(
        fields.String(),
        load_default=list,
        metadata=labelled("已补齐的材料", "papers now complete", widget="missing_papers"),
    )
    remark = Paragraphs(load_default="", metadata=labelled("备注", "remark", widget="textarea"))


class DebtorObjection(Payload):
    """The debtor's objection (EBL 10(1))."""

    posted_on = PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled("交邮日期", "posted on", "期满前交邮的不算过期", "posted before expiry is in time"),
    )
    objection = Paragraphs(required=True, metadata=labelled("异议内容", "the objection", widget="textarea"))


class HearingCall(Payload):
    """When and where parties are heard."""

    hearing_on = ComingDay(required=True, metadata=labelled("听证日期", "day of the hearing"))
    hearing_time = fields.String(
        required=True,
        validate=validate.Regexp(r"^([01]\d|2[0-3]):[0-5]\d$", error=N_("请按 09:30 的形式填写时间。")),
        metadata=labelled("听证时间", "time", "例如 09:30", "such as 09:30"),
    )
    place = Line(required=True, metadata=labelled("地点", "place"))


class HearingRecord(Payload):
    """Who came and what was said."""

    attended = Line(required=True, metadata=labelled("到场人员", "who attended"))
    record = Paragraphs(
        required=True, metadata=labelled("听证要点", "gist of the hearing", widget="textarea")
    )


class Acceptance(Payload):
    """What the court finds and decides when it accepts (EBL 2, 3, 10, 13)."""

    has_jurisdiction = fields.Boolean(
        required=True,
        metadata=labelled(
            "债务人住所地在本院辖区且级别管辖相符",
            "debtor's domicile is here and the level is right",
        ),
    )
    debts_due_unpaid = fields.Boolean(
        required=True,
        metadata=labelled("债务依法成立、履行期限届满而未完全清偿", "debts lawful, due and not fully paid"),
    )
    grounds = fields.List(
        Word(InabilityGround),
        required=True,
        metadata=labelled("认定的破产原因", "cause found", widget="checkboxes"),
    )
    review_mode = Word(
        ReviewMode, load_default=ReviewMode.WRITTEN, metadata=labelled("审查方式", "mode of review")
    )
    objection_unfounded = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "债务人异议不成立",
            "the debtor's objection is unfounded",
            "债务人提出异议的必填",
            "needed where the debtor objected",
        ),
    )
    objection_reason = Paragraphs(
        load_default="",
        metadata=labelled("对异议的认定", "finding on the objection", widget="textarea"),
    )
    administrator_kind = Word(
        PartyKind,
        only=(PartyKind.ORGANISATION, PartyKind.PERSON),
        load_default=PartyKind.ORGANISATION,
        metadata=labelled("管理人类型", "kind of administrator"),
    )
    administrator_name = Line(required=True, metadata=labelled("指定的管理人", "administrator appointed"))
    administrator_head = Line(required=True, metadata=labelled("管理人负责人", "head of the administrator"))
    administrator_address = Line(
        required=True, metadata=labelled("管理人处理事务地址", "administrator's address")
    )
    administrator_phone = Line(required=True, metadata=labelled("管理人联系电话", "administrator's phone"))
    findings = Paragraphs(
        load_default="",
        metadata=labelled(
            "查明的事实（写入裁定书，可以再改）",
            "facts found (goes into the ruling)",
            widget="textarea",
        ),
    )


class Rejection(WithReason):
    """Why the application is refused (EBL 12(1))."""

    grounds_zh = (
        ("not_enterprise", "债务人不是企业法人或者依法参照适用的组织"),
        ("no_standing", "申请人不具备申请资格"),
        ("no_cause", "不具备破产原因"),
        ("objection_upheld", "债务人对债权的异议成立，应先行诉讼"),
        ("abuse", "滥用破产申请"),
        ("other", "其他"),
    )
    ground = fields.String(
        required=True,
        validate=validate.OneOf([code for code, _ in grounds_zh], labels=[zh for _, zh in grounds_zh]),
        metadata=labelled("不予受理的情形", "ground", widget="choice"),
    )
    appealable = fields.Boolean(
        load_default=True,
        metadata=labelled(
            "告知上诉权",
            "inform of the right to appeal",
            "执行移送案件能否上诉由法院决定",
            "in transferred cases the court decides",
        ),
    )


class AppealAgainstRefusal(Payload):
    """The applicant's appeal (EBL 12(1))."""

    posted_on = PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled("交邮日期", "posted on", "期满前交邮的不算过期", "posted before expiry is in time"),
    )
    reasons = Paragraphs(required=True, metadata=labelled("上诉理由", "reasons of appeal", widget="textarea"))


class OnDay(Payload):
    """A thing that reached somebody on a day."""

    reached_on = PastDay(required=True, metadata=labelled("收到日期", "received on"))


class TransferOfJurisdiction(WithReason):
    """The court that the file goes to."""

    receiving_court = Line(required=True, metadata=labelled("受移送法院", "court that receives the case"))


class WithdrawalRequest(WithReason):
    """The applicant asks to withdraw (EBL 9)."""

    asked_on = PastDay(required=True, metadata=labelled("请求撤回日期", "asked on"))


class Escalation(WithReason):
    """The applicant turns to the superior court (I1-9)."""


class PublishAcceptance(Payload):
    """What notice and announcement must say (EBL 14(2))."""

    channel = Line(
        required=True,
        metadata=labelled(
            "公告载体",
            "where published",
            "全国企业破产重整案件信息网必须登载",
            "the national information site is mandatory",
        ),
    )
    reference = Line(load_default="", metadata=labelled("公告编号", "reference of the announcement"))
    claims_deadline = Day(
        required=True,
        allow_none=True,
        metadata=labelled("债权申报截止日", "claims to be filed by"),
    )
    claims_place = Line(required=True, metadata=labelled("申报地点", "where claims are filed"))
    filing_address = Line(
        load_default="",
        metadata=labelled(
            "网上申报的网址",
            "address for filing online",
            "债权人凭申报码申报；不开通网上申报的不填",
            "where creditors file by their codes; empty if they cannot",
        ),
    )
    first_meeting_on = Day(
        required=True,
        allow_none=True,
        metadata=labelled("第一次债权人会议日期", "first meeting on"),
    )
    first_meeting_time = fields.String(
        required=True,
        allow_none=True,
        validate=validate.Regexp(r"^([01]\d|2[0-3]):[0-5]\d$", error=N_("请按 09:30 的形式填写时间。")),
        metadata=labelled("会议时间", "time", "例如 09:30", "such as 09:30"),
    )
    first_meeting_place = Line(required=True, metadata=labelled("会议地点或者网络平台", "place or platform"))
    other_matters = Paragraphs(
        load_default="", metadata=labelled("其他事项", "other matters", widget="textarea")
    )
    departs_because = Paragraphs(
        load_default="",
        metadata=labelled(
            "与法定期间不符或者事项不全的理由",
            "why dates depart from the Act or an item is missing",
            "只在补录已经发生的公告时填写；不符之处照常记录",
            "only to record an announcement that was already made; what departs is kept on record",
            widget="textarea",
        ),
    )
    day_unpublished = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "公告日期未公布",
            "the day of the announcement is not published",
            "只在补录已经发生的公告时勾选；公告的落款日期印作“（未公布）”",
            "only to record an announcement that was already made; its paper then bears no day",
        ),
    )

    @validates_schema
    def check_order(self, data: dict[str, object], **_: object) -> None:
        """The first meeting comes after the claims have been filed (EBL 62(1)); a past one as it was."""
        if data.get("departs_because"):
            return
        if data.get("day_unpublished"):
            raise ValidationError(N_("公告日期未公布的，只能作为补录，请填写理由。"), "day_unpublished")
        claims, meeting = data.get("claims_deadline"), data.get("first_meeting_on")
        if claims and meeting and meeting <= claims:  # type: ignore[operator]
            raise ValidationError(N_("第一次债权人会议应当在债权申报期限届满之后召开。"), "first_meeting_on")


class SeenTo(Payload):
    """Which effect of a step the court has seen to."""

    bundles_zh = (
        ("E-ACCEPT", "受理的效力"),
        ("E-DECLARE", "宣告破产的效力"),
        ("E-TERMINATE", "终结的效力"),
        ("E-RESTORE", "恢复措施"),
    )
    bundle = fields.String(
        load_default="E-ACCEPT",
        validate=validate.OneOf([code for code, _ in bundles_zh], labels=[zh for _, zh in bundles_zh]),
        metadata=labelled("效力", "effects of", widget="choice"),
    )
    number = fields.Integer(
        required=True,
        strict=True,
        validate=validate.Range(1, 18),
        metadata=labelled("效力序号", "number of the effect"),
    )
    remark = Paragraphs(required=True, metadata=labelled("落实情况", "what was done", widget="textarea"))
