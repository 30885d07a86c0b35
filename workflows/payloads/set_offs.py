"""What the steps of a set-off need (EBL 40; I2-41 to 46)."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from models.vocabulary import SetOffDebt, SetOffGround
from workflows.payloads.base import Line, Paragraphs, Payload, WithReason, Word, Yuan, labelled
from workflows.payloads.days import Day, PastDay
from workflows.text import N_


class Findings(Payload):
    """How debt and claim arose, and what the creditor knew then, as the administrator found it."""

    debt_cause_on = PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "债务的原因发生日期",
            "day of the cause of the debt",
            "申请一年前的原因除外（企业破产法第四十条第二项）",
            "a cause older than a year before the petition is excepted (EBL 40②)",
        ),
    )
    debt_by_law = fields.Boolean(
        load_default=False, metadata=labelled("因法律规定而负担债务", "indebted by force of law")
    )
    knew_when_indebted = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "负担债务时已知不能清偿或者破产申请",
            "knew of insolvency or petition when becoming indebted",
        ),
    )
    acquired_on = PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "从他人处取得债权的日期",
            "day on which the claim was acquired from another",
            "原始债权人不填",
            "empty for the original creditor",
        ),
    )
    acquired_from = Line(load_default="", metadata=labelled("原债权人", "former creditor"))
    claim_cause_on = PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "取得债权的原因发生日期",
            "day of the cause of the claim",
            "申请一年前的原因除外（企业破产法第四十条第三项）",
            "a cause older than a year before the petition is excepted (EBL 40③)",
        ),
    )
    claim_by_law = fields.Boolean(
        load_default=False, metadata=labelled("因法律规定而取得债权", "claim acquired by force of law")
    )
    knew_when_acquiring = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "取得债权时已知不能清偿或者破产申请",
            "knew of insolvency or petition when acquiring the claim",
        ),
    )

    @validates_schema
    def check_acquisition(self, data: dict[str, Any], **_: object) -> None:
        """Whose claim it was is named with the day on which it changed hands."""
        if data.get("acquired_from") and not data.get("acquired_on"):
            raise ValidationError(N_("填写了原债权人的，请填写取得债权的日期。"), "acquired_on")


def claim_serial() -> fields.Integer:
    """The claim of the register that is set off."""
    return fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled(
            "用以抵销的债权（债权表序号）", "claim that is set off (its number)", widget="claim"
        ),
    )


def receivable() -> fields.Integer:
    """The recorded asset that the debt is."""
    return fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled(
            "该债务已登记为财产（应收款项）", "the debt is recorded as an asset (receivable)", widget="asset"
        ),
    )


class Debt(Payload):
    """A claim of the register, and what its creditor owes the debtor."""

    claim_serial = claim_serial()
    asserted_fen = Yuan(
        required=True,
        metadata=labelled(
            "主张抵销的债权额（元）", "sum of the claim that is set off (yuan)", widget="money"
        ),
    )
    debt = Paragraphs(
        required=True,
        metadata=labelled("对债务人所负的债务", "what is owed to the debtor", widget="textarea"),
    )
    debt_kind = Word(
        SetOffDebt,
        load_default=SetOffDebt.ORDINARY,
        metadata=labelled("债务的性质", "kind of debt", widget="select"),
    )
    debt_fen = Yuan(
        required=True, metadata=labelled("债务数额（元）", "sum of the debt (yuan)", widget="money")
    )
    debt_on = Day(required=True, metadata=labelled("自何日起负有债务", "indebted since"))
    asset_serial = receivable()
    evidence = Paragraphs(load_default="", metadata=labelled("证据", "evidence", widget="textarea"))


class SetOffNotified(Debt):
    """A notice of set-off that reached the administrator on the day of the step (I2-41(1), 42(1))."""

    object_until_on = Day(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "约定的异议期限届满日",
            "last day of an agreed period for objection",
            "没有约定的不填，为收到通知之日起三个月",
            "empty: three months from the receipt of the notice",
        ),
    )


class SetOffDeclared(Debt):
    """A set-off that the administrator himself declares (I2-41(2))."""

    benefits_estate = fields.Boolean(
        required=True, metadata=labelled("抵销使债务人财产受益", "the set-off benefits the estate")
    )
    opinion = Paragraphs(
        required=True,
        metadata=labelled("如何使债务人财产受益", "how it benefits the estate", widget="textarea"),
    )


class SetOffExamined(Findings):
    """What the administrator found about a set-off, with his opinion (I2-42)."""

    priority_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "债权人享有优先受偿权的特定财产价值（元）",
            "value of the debtor's property on which the claim has priority (yuan)",
            "没有优先受偿权的不填（解释二第四十五条）",
            "empty if there is none (I2-45)",
            widget="money",
        ),
    )
    debt_has_priority = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "债务人对该债务享有优先受偿权", "the debtor's claim against him has priority itself"
        ),
    )
    opinion = Paragraphs(required=True, metadata=labelled("审查意见", "reasons", widget="textarea"))


class SetOffObjected(WithReason):
    """On which grounds the administrator objects (EBL 40; I2-42(2), 43, 46)."""

    grounds = fields.List(
        Word(SetOffGround),
        required=True,
        validate=validate.Length(min=1, error=N_("请至少选择一项异议理由。")),
        metadata=labelled("异议理由", "grounds of objection", widget="checkboxes"),
    )


class SetOffSued(Payload):
    """A suit of the administrator that the set-off is void (I2-42(2), 44)."""

    forum = Line(required=True, metadata=labelled("受理法院", "court"))
    reference = Line(load_default="", metadata=labelled("案号", "reference"))
    posted_on = PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled("交邮日期", "posted on", "期满前交邮的不算过期", "posted before expiry is in time"),
    )


class SetOffSuedPerhapsLate(SetOffSued):
    """A suit that may come late for a good reason (I2-42(2))."""

    late_reason = Paragraphs(
        load_default="",
        metadata=labelled(
            "逾期起诉的正当理由",
            "good reason for a late suit",
            "按期起诉的不填",
            "empty if in time",
            widget="textarea",
        ),
    )


class SetOffJudged(WithReason):
    """A judgment in force about a set-off."""

    reference = Line(required=True, metadata=labelled("裁判文书", "judgment"))


class PriorSetOffFound(Findings):
    """A set-off made within six months before the acceptance (I2-44)."""

    creditor = Line(required=True, metadata=labelled("债权人", "creditor"))
    made_on = PastDay(required=True, metadata=labelled("抵销日期", "day of the set-off"))
    asserted_fen = Yuan(
        required=True, metadata=labelled("抵销的数额（元）", "sum that was set off (yuan)", widget="money")
    )
    debt = Paragraphs(
        required=True,
        metadata=labelled("抵销的债权和债务", "claim and debt that were set off", widget="textarea"),
    )
    debt_on = PastDay(required=True, metadata=labelled("自何日起负有债务", "indebted since"))
    insolvent_then = fields.Boolean(
        load_default=False,
        metadata=labelled("抵销时债务人已经具备破产原因", "the debtor was already insolvent"),
    )
    evidence = Paragraphs(load_default="", metadata=labelled("证据", "evidence", widget="textarea"))
