"""What a creditor who files by a code is asked: who he is, and what his claim says.

Of a known creditor the name is known, and his account may be on file: neither is asked again.
"""

from typing import Any

from marshmallow import Schema, ValidationError, fields, validates_schema
from stdnum.cn import ric, uscc
from stdnum.exceptions import ValidationError as WrongNumber

from court_app.services.payments.payment_accounts import AccountNumber
from models.vocabulary import FILED_CLASSES, ClaimClass, ClaimPaperKind, PartyKind
from workflows.payloads.base import Line, Paragraphs, Word, labelled
from workflows.payloads.claim_figures import total_of
from workflows.payloads.claims import ClaimStated
from workflows.text import N_

OF_CREDITORS = tuple(word for word in FILED_CLASSES if word is not ClaimClass.EMP)
"""Employees file nothing (EBL 48(2))."""
OF_THE_COURT = ("effective_on", "asset_serial")
"""What a creditor does not say: the day is the day on which it arrives, assets are linked by who reviews."""
ACCOUNT = ("account_name", "bank", "account_number")
NEWCOMER = ("creditor_name", "creditor_kind")
NUMBER_OF_LAW = 18
"""Characters of a credit code and of a resident's number; a passport's is taken as it is."""


class ShortLine(Line):
    """A line of at most 64 characters."""

    most = 64


class WithDeclarant(Schema):
    """Who files: his number, how he is reached, where his money goes."""

    creditor_name = Line(required=True, metadata=labelled("债权人姓名或者名称", "creditor's name"))
    creditor_kind = Word(
        PartyKind,
        required=True,
        metadata=labelled("债权人类型", "kind of creditor", widget="select"),
    )
    identity_number = ShortLine(
        required=True,
        metadata=labelled(
            "证件号码",
            "identity number",
            "单位填统一社会信用代码，自然人填身份证号或者护照号",
            "unified social credit code of an enterprise; identity card or passport number of a person",
        ),
    )
    phone = ShortLine(required=True, metadata=labelled("联系电话", "phone"))
    service_address = Line(
        required=True,
        metadata=labelled(
            "送达地址",
            "address for service",
            "管理人和法院的文书寄到这里",
            "where papers of the administrator and the court are sent",
        ),
    )
    electronic_address = Line(
        load_default="", metadata=labelled("电子送达地址", "electronic address", "电子邮箱", "e-mail")
    )
    consents_to_electronic = fields.Boolean(
        load_default=False, metadata=labelled("同意电子送达", "consents to electronic service")
    )
    account_name = Line(
        load_default="",
        metadata=labelled("收款户名", "account name", "须与债权人名称一致", "in the creditor's own name"),
    )
    bank = Line(load_default="", metadata=labelled("开户银行", "bank", "写到支行", "with its branch"))
    account_number = AccountNumber(load_default="", metadata=labelled("收款账号", "account number"))

    @validates_schema
    def check_account(self, data: dict[str, Any], **_: object) -> None:
        """An account is named whole or not at all."""
        missing = [name for name in ACCOUNT if not data.get(name)]
        if 0 < len(missing) < len(ACCOUNT):
            raise ValidationError(N_("收款户名、开户银行和账号须一并填写，或者都不填。"), missing[0])

    @validates_schema
    def check_consent(self, data: dict[str, Any], **_: object) -> None:
        """Who consents to electronic service says where."""
        if data.get("consents_to_electronic") and not data.get("electronic_address"):
            raise ValidationError(N_("同意电子送达的，请填写电子送达地址。"), "electronic_address")

    @validates_schema
    def check_number(self, data: dict[str, Any], **_: object) -> None:
        """A number of eighteen characters has the right check digit."""
        kind, number = data.get("creditor_kind"), str(data.get("identity_number", ""))
        if kind is None or len(number) != NUMBER_OF_LAW:
            return
        try:
            (ric if kind is PartyKind.PERSON else uscc).validate(number)
        except WrongNumber as error:
            raise ValidationError(N_("证件号码的长度、字符或者校验位不正确。"), "identity_number") from error


class CorrectedByCode(ClaimStated):
    """A claim as its creditor states it himself, when he files it and when he corrects it (EBL 49)."""

    class Meta(ClaimStated.Meta):
        """The days and numbers of the court's own are left out."""

        exclude = OF_THE_COURT

    claim_class = Word(
        ClaimClass,
        OF_CREDITORS,
        load_default=ClaimClass.ORD,
        metadata=labelled(
            "债权性质",
            "class of the claim",
            "没有财产担保、不是税款社保的，选普通债权",
            "ordinary unless it is secured, or tax or social insurance",
        ),
    )
    basis = Paragraphs(
        required=True,
        metadata=labelled(
            "事实和理由",
            "facts and reasons",
            "写明合同、交货、付款的经过和欠款怎样计算",
            "the contract, what was supplied and paid, how the sum is reckoned",
            widget="textarea",
        ),
    )

    @validates_schema
    def check_more_than_nothing(self, data: dict[str, Any], **_: object) -> None:
        """Who files for nothing has mistyped; the amount is what is reviewed (EBL 49)."""
        figures = data.get("figures", [])
        if (total_of(figures) if figures else data.get("filed_fen")) == 0:
            raise ValidationError(N_("申报金额须大于零。"), "filed_fen")


class FiledByCode(CorrectedByCode, WithDeclarant):
    """A claim as its creditor files it by a code, and who he is (EBL 48, 49)."""


class WithdrawnByCode(Schema):
    """Why a creditor takes his claim back."""

    reason = Paragraphs(required=True, metadata=labelled("撤回的理由", "reason", widget="textarea"))


class PaperHandedIn(Schema):
    """What a file is."""

    kind = Word(
        ClaimPaperKind,
        load_default=ClaimPaperKind.EVIDENCE,
        metadata=labelled("材料类型", "kind of paper", widget="select"),
    )
