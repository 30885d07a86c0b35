"""What the steps of claims need: what was filed figure by figure, what is admitted (section 11.2)."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from models.vocabulary import FILED_CLASSES, ClaimClass, ConditionKind
from workflows.payloads import joint_parties as one_debt
from workflows.payloads.base import MOST_NUMBER, Line, Paragraphs, Payload, Word, Yuan, labelled
from workflows.payloads.claim_condition import check_condition, condition, condition_kind
from workflows.payloads.claim_figures import (
    MOST_FIGURES,
    FigureFiled,
    FigureOfEmployee,
    WithFigures,
    rank_reason,
    sum_filed,
)
from workflows.payloads.claim_review import ClaimSued
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
            "连带债务人、保证人（备注）",
            "joint debtors and guarantors (remark)",
            "逐一列明的填在下面；这里写补充说明",
            "name each of them below; what is to be added goes here",
            widget="textarea",
        ),
    )
    debtor_as = one_debt.debtor_standing()
    joint_parties = one_debt.joint_parties_told()
    same_debt = one_debt.same_debt_told()
    same_debt_creditor = one_debt.same_debt_creditor_told()
    paid_on = one_debt.paid_on_told()
    paid_fen = one_debt.paid_fen_told()
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
    condition_kind = condition_kind(load_default=ConditionKind.NONE)
    condition = condition()

    @validates_schema
    def check_condition(self, data: dict[str, Any], **_: object) -> None:
        """What a claim depends on is named with its kind, and a kind with what it is."""
        check_condition(data)

    @validates_schema
    def check_one_debt(self, data: dict[str, Any], **_: object) -> None:
        """Recourse names its creditor, and what was paid (EBL 51)."""
        one_debt.check_same_debt(data)

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
    until_on = Day(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "请于何日前补正",
            "to be corrected by",
            "逾期不影响登记和审查，按现有材料审查",
            "afterwards the claim is reviewed on what was handed in",
        ),
    )


def day_publicised() -> PastDay:
    """The field of the day on which the list of employees' claims was publicised (EBL 48(2))."""
    return PastDay(required=True, metadata=labelled("公示日期", "publicised on"))


class ListPublicised(Payload):
    """When a whole list of employees' claims was publicised (EBL 48(2))."""

    publicised_on = day_publicised()


class WithEmployee(Payload):
    """Whose claim the administrator found."""

    creditor_name = Line(required=True, metadata=labelled("职工姓名", "employee"))


class EmployeeClaimStated(WithFigures):
    """What the administrator's list says of an employee's claim (EBL 48(2))."""

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
    publicised_on = day_publicised()
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
    rank_reason = rank_reason()


class EmployeeClaimListed(EmployeeClaimStated, WithEmployee):
    """An employee's claim, which needs no filing (EBL 48(2))."""


class ListCorrectionAsked(Payload):
    """What an employee holds wrong in the list, and what it should say (EBL 48(2))."""

    reason = Paragraphs(
        required=True,
        validate=validate.Length(max=5000),
        metadata=labelled(
            "职工认为有误之处和理由",
            "what the employee holds wrong, and why",
            widget="textarea",
        ),
    )
    wanted_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "职工主张的金额（元）",
            "amount the employee claims (yuan)",
            "只对项目有异议的可以不填",
            "may be left out if only the items are in question",
            widget="money",
        ),
    )


class EmployeeSued(ClaimSued):
    """An employee's suit about the list, and what he asks for (EBL 48(2))."""

    claimed_fen = Yuan(
        required=True, metadata=labelled("起诉请求的金额（元）", "amount sued for (yuan)", widget="money")
    )
