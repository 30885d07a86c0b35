"""What is entered when a bankruptcy ends: requests and rulings on every ground, and the deregistration."""

from marshmallow import fields

from workflows.payloads.base import Line, Paragraphs, Payload, WithReason, Yuan, labelled
from workflows.payloads.days import PastDay


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


class Deregistered(Payload):
    """The registry has struck the debtor off (EBL 121)."""

    registry = Line(required=True, metadata=labelled("登记机关", "registry"))
    reference = Line(load_default="", metadata=labelled("登记文号", "reference"))
