"""What is told of joint debtors, guarantors, joint creditors, and of claims for one debt (EBL 50 to 52)."""

from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate, validates_schema

from models.vocabulary import DebtorStanding, JointRole, SameDebt
from workflows.payloads.base import Line, Paragraphs, Payload, WithReason, Word, Yuan, labelled
from workflows.payloads.days import PastDay
from workflows.text import N_

MOST_JOINT = 20
OWN_BANKRUPTCY = ("bankrupt_court", "bankrupt_number", "bankrupt_on")


class Number(Line):
    """A number by which a person or enterprise is known, of at most 64 characters."""

    most = 64


class OfJointParty(Schema):
    """Who a joint party is, and his own bankruptcy if he is in one."""

    name = Line(required=True, metadata=labelled("姓名或者名称", "name"))
    identity_number = Number(
        load_default="",
        metadata=labelled(
            "统一社会信用代码、证件号码", "credit code or identity number", "知道的填写", "if it is known"
        ),
    )
    role = Word(JointRole, required=True, metadata=labelled("身份", "role", widget="select"))
    bankrupt_court = Line(
        load_default="",
        metadata=labelled("受理其破产案件的法院", "court of his own bankruptcy", "其未破产的不填", "if any"),
    )
    bankrupt_number = Line(
        load_default="", metadata=labelled("其破产案件的案号", "number of his bankruptcy case")
    )
    bankrupt_on = PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled("其破产申请受理日期", "day his bankruptcy was accepted"),
    )
    filed_there = fields.Boolean(
        load_default=False,
        metadata=labelled("已在该案申报全部债权", "the whole claim is filed there too"),
    )

    @validates_schema
    def check_bankruptcy(self, data: dict[str, Any], **_: object) -> None:
        """A bankruptcy is named by court, number and day, or not at all."""
        missing = [name for name in OWN_BANKRUPTCY if not data.get(name)]
        if 0 < len(missing) < len(OWN_BANKRUPTCY):
            raise ValidationError(N_("请一并填写受理法院、案号和受理日期。"), missing[0])
        if missing and data.get("filed_there"):
            raise ValidationError(N_("请先填写其破产案件。"), "bankrupt_court")


class JointPartyTold(OfJointParty):
    """A joint debtor, guarantor or joint creditor as a creditor names him when he files."""

    class Meta:
        """Unknown fields are an error that names them."""

        unknown = RAISE


class JointPartyNamed(Payload, OfJointParty):
    """A joint debtor, guarantor or joint creditor of a claim of the case."""

    claim_serial = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled("债权（序号）", "claim (number)", widget="claim"),
    )
    remark = Paragraphs(
        load_default="",
        metadata=labelled(
            "说明",
            "remark",
            "合同编号、保证方式和范围、担保物等",
            "the contract, the kind and extent of the guarantee, the security",
            widget="textarea",
        ),
    )


class OwnBankruptcy(Payload):
    """A joint party is himself in bankruptcy (EBL 52; I3-5)."""

    bankrupt_court = Line(required=True, metadata=labelled("受理法院", "court"))
    bankrupt_number = Line(required=True, metadata=labelled("案号", "case number"))
    bankrupt_on = PastDay(required=True, metadata=labelled("受理日期", "accepted on"))
    filed_there = fields.Boolean(
        required=True,
        metadata=labelled("债权人已在该案申报全部债权", "the creditor filed the whole claim there too"),
    )


class ReceivedFromJoint(Payload):
    """What the creditor got from a joint party, as it happened (I3-5(2); SG 23)."""

    received_on = PastDay(required=True, metadata=labelled("受偿日期", "received on"))
    amount_fen = Yuan(required=True, metadata=labelled("受偿金额（元）", "amount (yuan)", widget="money"))
    evidence = Paragraphs(
        required=True,
        metadata=labelled(
            "证据", "evidence", "付款凭证、分配通知等", "transfer, notice of distribution", widget="textarea"
        ),
    )

    @validates_schema
    def check_amount(self, data: dict[str, Any], **_: object) -> None:
        """Something was received."""
        if not data["amount_fen"]:
            raise ValidationError(N_("金额须大于零。"), "amount_fen")


class ReceiptStruck(WithReason):
    """A receipt that was entered wrongly."""

    position = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 10_000),
        metadata=labelled("项次", "number of the receipt"),
    )


class ClaimTied(WithReason):
    """A claim is found to be for the same debt as another creditor's (EBL 50, 51)."""

    same_debt = Word(SameDebt, required=True, metadata=labelled("关系", "how", widget="select"))
    principal_serial = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled("主债权人的债权（序号）", "the creditor's claim (number)", widget="claim"),
    )
    whole_debt_filed = fields.Boolean(
        load_default=True,
        metadata=labelled(
            "该债权人已申报全部债权",
            "that creditor has filed the whole debt",
            "只申报一部分的，将来求偿权可以就其余部分申报",
            "if only a part is filed, future recourse may be filed for the rest",
        ),
    )
    paid_on = PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "受理前代偿日期",
            "paid before the acceptance on",
            "受理后的代偿在“连带关系人”中逐笔登记",
            "payments after it are recorded one by one with the joint party",
        ),
    )
    paid_fen = Yuan(
        load_default=None,
        metadata=labelled("受理前代偿金额（元）", "paid before the acceptance (yuan)", widget="money"),
    )


class LiabilityFixed(Payload):
    """What a bankrupt general guarantor turns out to answer for (I3-4(2))."""

    liability_fen = Yuan(
        required=True,
        metadata=labelled(
            "一般保证责任确定的数额（元）",
            "liability as fixed (yuan)",
            "主债务人的财产依法强制执行或者分配后仍不能履行的部分",
            "what the principal debtor's property left unpaid",
            widget="money",
        ),
    )
    reference = Line(required=True, metadata=labelled("依据", "on the strength of"))


def debtor_standing() -> Word:
    """As what the debtor of the case owes the debt."""
    return Word(
        DebtorStanding,
        load_default=DebtorStanding.PRINCIPAL,
        metadata=labelled(
            "本案债务人的身份",
            "the debtor owes as",
            "债务人是为他人担保的，选择保证人或者物上担保人",
            "guarantor, if the debt is another's for which he answers",
            widget="select",
        ),
    )


def joint_parties_told() -> fields.List[Any]:
    """The joint debtors, guarantors and joint creditors, one by one."""
    return fields.List(
        fields.Nested(JointPartyTold),
        load_default=list,
        validate=validate.Length(max=MOST_JOINT),
        metadata=labelled(
            "连带关系人",
            "joint debtors, guarantors and joint creditors",
            "逐一写明保证人、其他连带债务人、提供担保的第三人、其他连带债权人",
            "guarantors, other joint debtors, third parties who gave security, other joint creditors",
        ),
    )


def same_debt_told() -> Word:
    """Whether it is the claim of a guarantor, or the same claim as a joint creditor's."""
    return Word(
        SameDebt,
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "保证人求偿权、连带债权",
            "recourse, or the same claim",
            "保证人、其他连带债务人申报求偿权的，或者其他连带债权人已经申报的，选择",
            "for a guarantor's recourse, or if another joint creditor has filed",
            widget="select",
        ),
    )


def same_debt_creditor_told() -> Line:
    """Whose claim it is that the recourse is of."""
    return Line(
        load_default="",
        metadata=labelled(
            "求偿权所涉的债权人", "creditor of that debt", "上一项选择的填写", "if chosen above"
        ),
    )


def paid_on_told() -> PastDay:
    """When a guarantor paid before the acceptance."""
    return PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled("代偿日期", "paid on", "已经代偿的填写", "if the guarantor has paid"),
    )


def paid_fen_told() -> Yuan:
    """What a guarantor has paid."""
    return Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "代偿金额（元）", "paid (yuan)", "已经代偿的填写", "if the guarantor has paid", widget="money"
        ),
    )


def check_same_debt(data: dict[str, Any]) -> None:
    """Who files recourse names the creditor; who has paid says when and how much.

    Raises:
        ValidationError: naming the field.
    """
    how = data.get("same_debt")
    if how is not None and not data.get("same_debt_creditor"):
        raise ValidationError(N_("请填写求偿权所涉的债权人。"), "same_debt_creditor")
    if how is SameDebt.PAID and not (data.get("paid_on") and data.get("paid_fen")):
        raise ValidationError(N_("已经代偿的，请填写代偿日期和金额。"), "paid_on")
    if how is not SameDebt.PAID and (data.get("paid_on") or data.get("paid_fen")):
        raise ValidationError(N_("没有代偿的，不填代偿日期和金额。"), "paid_on")
