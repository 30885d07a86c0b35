"""What the public list of employees' claims, and an employee's objection to it, need (EBL 48(2))."""

from marshmallow import fields, validate

from workflows.payloads.base import Line, Paragraphs, Payload, WithReason, Yuan, labelled
from workflows.payloads.claim_figures import MOST_FIGURES, FigureOfEmployee, WithFigures
from workflows.payloads.days import ComingDay


class EmployeeClaimsPublicised(Payload):
    """Where the list of employees' claims is shown, and until when."""

    shown_at = Line(
        required=True,
        metadata=labelled("公示的地点或者方式", "where or how it is shown"),
    )
    shown_until = ComingDay(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "公示截止日",
            "shown until",
            "法律没有规定期限；不填即不写明",
            "the law sets no period; left out if empty",
        ),
    )


class ListDisputed(Payload):
    """What an employee has against his entry in the list."""

    objection = Paragraphs(
        required=True, metadata=labelled("职工的异议和理由", "objection and reasons", widget="textarea")
    )
    wanted_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled("要求更正为（元）", "wants it to be (yuan)", widget="money"),
    )


class ListCorrected(WithFigures, WithReason):
    """The entry as the administrator corrects it, and why."""

    filed_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled("更正后的金额（元）", "corrected amount (yuan)", widget="money"),
    )
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
    at_average_wage = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "工资已按企业职工平均工资计算",
            "wages reckoned at the average wage",
            "董事、监事和高级管理人员必须（企业破产法第一百一十三条第三款）",
            "needed for directors, supervisors and senior managers",
        ),
    )
