"""What the steps of a liquidation need (破), in the order of the rows of section 5."""

from marshmallow import ValidationError, fields, validate, validates_schema

from models.vocabulary import DeadlineKind, MeetingForm
from workflows.payloads.base import MOST_NUMBER, Line, Paragraphs, Payload, WithReason, Word, Yuan, labelled
from workflows.payloads.days import ComingDay, PastDay
from workflows.text import N_


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


def serials_of(text: str) -> frozenset[int]:
    """The numbers that `1-20,23` names; none where nothing is written.

    Raises:
        ValidationError: if it names no numbers.
    """
    found: set[int] = set()
    for part in filter(None, text.replace("，", ",").replace(" ", "").split(",")):
        first, _, last = part.partition("-")
        if not first.isdecimal() or (last and not last.isdecimal()) or len(part) > 15:
            raise ValidationError(N_("请按 1-20,23 的形式填写债权表序号。"), "serials")
        low, high = int(first), int(last or first)
        if low > high or high > 1_000_000:
            raise ValidationError(N_("请按 1-20,23 的形式填写债权表序号。"), "serials")
        found.update(range(low, high + 1))
    return frozenset(found)


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


class TerminationAsked43(WithReason):
    """The administrator asks to end the procedure (EBL 43(4))."""

    estate_fen = Yuan(
        required=True, metadata=labelled("债务人财产（元）", "the estate (yuan)", widget="money")
    )
    expenses_fen = Yuan(
        required=True,
        metadata=labelled(
            "已发生和预计的破产费用（元）",
            "bankruptcy expenses (yuan)",
            "不含共益债务",
            "common-benefit debts excluded",
            widget="money",
        ),
    )


class Termination43(WithReason):
    """The court ends the procedure because the estate does not cover the expenses (EBL 43(4))."""

    nobody_advances = fields.Boolean(
        required=True,
        metadata=labelled("无人愿意垫付破产费用", "nobody advances the expenses"),
    )


class Termination105(WithReason):
    """The debtor has agreed with all creditors (EBL 105)."""

    agreed_on = PastDay(required=True, metadata=labelled("协议日期", "day of the agreement"))
    unanimous = fields.Boolean(
        required=True,
        metadata=labelled("协议由债务人与全体债权人达成", "agreed with all creditors"),
    )
    after_declaration = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "宣告破产后仍予认可",
            "recognised although declared bankrupt",
            "法律没有规定宣告后能否认可，由法院明确选择",
            "the Act names no last moment; the court must choose it expressly",
        ),
    )


class Termination108(WithReason):
    """All due debts are secured or paid before the declaration (EBL 108)."""

    by_third_party = fields.Boolean(
        required=True,
        metadata=labelled(
            "由第三人提供足额担保或者清偿（否则为债务人已清偿）",
            "by a third party (otherwise the debtor has paid)",
        ),
    )
    all_due_debts = fields.Boolean(
        required=True,
        metadata=labelled("涉及全部到期债务", "it covers all due debts"),
    )


class TerminationAsked120(WithReason):
    """The administrator asks to end the procedure (EBL 120(1)(2))."""

    report = Paragraphs(
        load_default="",
        metadata=labelled(
            "分配报告",
            "distribution report",
            "最后分配完结的必填",
            "needed after the final distribution",
            widget="textarea",
        ),
    )
    spent_fen = Yuan(
        load_default=0,
        metadata=labelled(
            "已用于破产费用、共益债务和担保债权的款项（元）",
            "spent on expenses, common-benefit debts and secured claims (yuan)",
            "供法官参考；是否有剩余以账簿为准，支出应当已经记账",
            "for the judge; the ledger says whether anything is left, spendings must be entered",
            widget="money",
        ),
    )


class Unable(WithReason):
    """Persons or books are missing, so that liquidation is impossible."""

    missing = Line(
        required=True,
        metadata=labelled("下落不明的人员或者缺失的账册", "persons or books that are missing"),
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
    holds_fen = Yuan(
        load_default=0,
        metadata=labelled(
            "所代表的无财产担保债权额（元）",
            "unsecured claims held (yuan)",
            "对分配方案裁定申请复议的必填",
            "needed against a ruling on the distribution plan",
            widget="money",
        ),
    )
    total_fen = Yuan(
        load_default=0,
        metadata=labelled("无财产担保债权总额（元）", "all unsecured claims (yuan)", widget="money"),
    )
    upheld = fields.Boolean(required=True, metadata=labelled("维持原裁定", "the ruling is upheld"))


class Distribute(Payload):
    """One distribution to the creditors (EBL 116)."""

    pool_fen = Yuan(
        required=True, metadata=labelled("本次分配总额（元）", "amount distributed (yuan)", widget="money")
    )
    announced_on = fields.Date(required=True, metadata=labelled("公告日期", "announced on"))
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


class Deregistered(Payload):
    """The registry has struck the debtor off (EBL 121)."""

    registry = Line(required=True, metadata=labelled("登记机关", "registry"))
    reference = Line(load_default="", metadata=labelled("登记文号", "reference"))


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
