"""What the steps of claims need: what was filed figure by figure, what is admitted (section 11.2)."""

from collections.abc import Sequence
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, post_load, validate, validates_schema

from models.vocabulary import FILED_CLASSES, ClaimClass
from workflows.payloads.base import MOST_NUMBER, Line, Paragraphs, Payload, Word, Yuan, labelled
from workflows.payloads.claim_figures import (
    MOST_FIGURES,
    FigureFiled,
    FigureOfEmployee,
    WithFigures,
    sum_filed,
)
from workflows.payloads.days import Day, PastDay
from workflows.text import N_


class WithCreditor(Payload):
    """Whose claim it is: a creditor of the case, or one who comes into it."""

    creditor_id = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(1, MOST_NUMBER),
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

    @validates_schema
    def check_creditor(self, data: dict[str, Any], **_: object) -> None:
        """Exactly one way of naming the creditor."""
        if bool(data.get("creditor_id")) == bool(data.get("creditor_name")):
            raise ValidationError(N_("请选择在案的债权人，或者填写新债权人的名称，二者选一。"), "creditor_id")


class ClaimStated(WithFigures):
    """What a claim says: amount, security, joint nature, evidence (EBL 49 to 51)."""

    claim_class = Word(
        ClaimClass,
        FILED_CLASSES,
        load_default=ClaimClass.ORD,
        metadata=labelled("债权性质", "class of the claim"),
    )
    filed_fen = sum_filed()
    figures = fields.List(
        fields.Nested(FigureFiled),
        load_default=list,
        validate=validate.Length(max=MOST_FIGURES),
        metadata=labelled(
            "债权组成",
            "figures",
            "本金、利息、违约金、费用分项填写",
            "principal, interest, penalties, costs",
            blank_rows=3,
        ),
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
    asset_serial = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled(
            "担保物（已登记的财产）", "asset that secures it (already recorded)", widget="asset"
        ),
    )
    joint = fields.Boolean(load_default=False, metadata=labelled("连带债权", "joint claim"))
    co_debtors = Paragraphs(
        load_default="",
        metadata=labelled(
            "连带债务人、保证人",
            "joint debtors and guarantors",
            "写明姓名、名称和已经受偿的数额",
            "with what has been received from them",
            widget="textarea",
        ),
    )
    agent_name = Line(
        load_default="",
        metadata=labelled(
            "代理人", "agent", "债权人本人申报的不填", "empty where the creditor files himself"
        ),
    )
    agent_authority = Paragraphs(
        load_default="",
        metadata=labelled(
            "代理权限和授权委托书",
            "authority and power of attorney",
            "写明是否包括出席会议、表决、承认和放弃债权",
            "say whether he may attend, vote, admit and waive",
            widget="textarea",
        ),
    )
    conditional = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "附条件、附期限的债权", "conditional claim", "分配额提存", "its shares are deposited"
        ),
    )

    @validates_schema
    def check_agent(self, data: dict[str, Any], **_: object) -> None:
        """Who files for another shows his authority (EBL 48, 59(4))."""
        if data.get("agent_name") and not data.get("agent_authority"):
            raise ValidationError(N_("由代理人申报的，请写明代理权限和授权委托书。"), "agent_authority")
        if data.get("agent_authority") and not data.get("agent_name"):
            raise ValidationError(N_("请填写代理人的姓名或者名称。"), "agent_name")


class ClaimFiled(ClaimStated, WithCreditor):
    """A claim in writing, and whose it is (EBL 48, 49)."""


class ClaimCorrected(ClaimStated):
    """A claim as its creditor states it anew, in whole, before it is reviewed."""


class CorrectionAsked(Payload):
    """What the administrator asks the creditor to correct or to hand in; the claim stays registered."""

    reason = Paragraphs(
        required=True,
        validate=validate.Length(max=5000),
        metadata=labelled(
            "需要补正的内容",
            "what is to be corrected",
            "写明缺什么、怎样补；债权人凭申报码可以看到",
            "say what is missing and how to supply it; the creditor sees it by his code",
            widget="textarea",
        ),
    )
    until_on = fields.Date(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "请于何日前补正",
            "to be corrected by",
            "逾期不影响登记和审查，按现有材料审查",
            "afterwards the claim is reviewed on what was handed in",
        ),
    )


class EmployeeClaimListed(WithFigures):
    """An employee's claim, which needs no filing (EBL 48(2))."""

    creditor_name = Line(required=True, metadata=labelled("职工姓名", "employee"))
    filed_fen = sum_filed()
    figures = fields.List(
        fields.Nested(FigureOfEmployee),
        load_default=list,
        validate=validate.Length(max=MOST_FIGURES),
        metadata=labelled(
            "债权组成",
            "figures",
            "工资、补助、社保、补偿金分项填写",
            "wages, allowances, insurance",
            blank_rows=3,
        ),
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
    publicised_on = PastDay(required=True, metadata=labelled("公示日期", "publicised on"))
    manager = fields.Boolean(
        load_default=False,
        metadata=labelled("董事、监事或者高级管理人员", "director, supervisor or senior manager"),
    )
    at_average_wage = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "工资已按企业职工平均工资计算",
            "wages reckoned at the average wage",
            "董事、监事和高级管理人员必须（企业破产法第一百一十三条第三款）",
            "needed for directors, supervisors and senior managers",
        ),
    )


class ClaimVerified(Payload):
    """The meeting at which an entry of the claims table was verified (EBL 58(1))."""

    meeting_serial = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled("会议序号", "number of the meeting", widget="meeting"),
    )


class FigureReviewed(Schema):
    """What is admitted of one figure, with the reason and the page of evidence (I3-6(2))."""

    class Meta:
        """Unknown fields are an error that names them."""

        unknown = RAISE

    position = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, MOST_FIGURES),
        metadata=labelled("项次", "figure"),
    )
    admitted_fen = Yuan(required=True, metadata=labelled("认定金额（元）", "admitted (yuan)", widget="money"))
    until_on = Day(load_default=None, allow_none=True, metadata=labelled("计算至", "reckoned until"))
    evidence_page = Line(load_default="", metadata=labelled("证据及页码", "evidence and page"))
    reason = Line(load_default="", metadata=labelled("认定理由", "reason"))


class ClaimReviewed(Payload):
    """The administrator's view: nature, amount, security, limitation, enforcement period (I3-6)."""

    claim_class = Word(
        ClaimClass, FILED_CLASSES, required=True, metadata=labelled("认定的性质", "class found")
    )
    figures = fields.List(
        fields.Nested(FigureReviewed),
        load_default=list,
        validate=validate.Length(max=MOST_FIGURES),
        metadata=labelled("逐项认定", "figure by figure", widget="checklist"),
    )
    admitted_fen = Yuan(
        load_default=None,
        metadata=labelled(
            "审查认定金额（元）",
            "amount admitted (yuan)",
            "逐项认定的，可以不填，按各项合计",
            "may be left out if the figures above are filled in",
            widget="money",
        ),
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
    late_cost_fen = Yuan(
        load_default=None,
        metadata=labelled(
            "补充申报的审查和确认费用（元）",
            "cost of reviewing the late claim (yuan)",
            "只用于补充申报，由申报人承担",
            "for late claims only; borne by the creditor",
            widget="money",
        ),
    )
    opinion = Paragraphs(required=True, metadata=labelled("审查意见", "reasons", widget="textarea"))

    @validates_schema
    def check_sum(self, data: dict[str, Any], **_: object) -> None:
        """The figures make up the amount, each named once."""
        figures, admitted = data.get("figures", []), data.get("admitted_fen")
        if not figures and admitted is None:
            raise ValidationError(N_("请填写认定金额，或者逐项认定。"), "admitted_fen")
        positions = [figure["position"] for figure in figures]
        if len(set(positions)) < len(positions):
            raise ValidationError(N_("同一项次认定了两次。"), "figures")
        if figures and admitted is not None and admitted != admitted_of(figures):
            raise ValidationError(N_("认定金额与逐项认定的合计不符；可以不填，按各项合计。"), "admitted_fen")

    @post_load
    def complete(self, data: dict[str, Any], **_: object) -> dict[str, Any]:
        """The amount where only its figures were given."""
        return {**data, "admitted_fen": admitted_of(data["figures"])} if data["figures"] else data


def admitted_of(figures: Sequence[dict[str, Any]]) -> int:
    """The sum of what is admitted, in fen."""
    return sum(figure["admitted_fen"] for figure in figures)


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
    posted_on = PastDay(
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
    above_claim_because = Paragraphs(
        load_default="",
        metadata=labelled(
            "超过申报额的理由",
            "why it is above what was filed",
            "临时确定的债权额一般不超过申报额；超过的须写明理由",
            "an amount for voting is as a rule not above what was filed; where it is, say why",
            widget="textarea",
        ),
    )
    reason = Paragraphs(required=True, metadata=labelled("理由", "reason", widget="textarea"))
