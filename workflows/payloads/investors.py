"""What the list of investors and the distribution of a surplus need (CL 236(2))."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from models.vocabulary import HoldingKind, PartyKind
from workflows.payloads.base import Line, Paragraphs, Payload, Word, Yuan, labelled
from workflows.payloads.identity import IdentityNumber, may_be_the_number_of
from workflows.text import N_

WRONG_CARD = N_("身份证号的长度、字符或者校验位不正确。")
WRONG_CODE = N_("统一社会信用代码的长度、字符或者校验位不正确。")


class InvestorListed(Payload):
    """An investor as company papers name him."""

    name = Line(required=True, metadata=labelled("姓名或者名称", "name"))
    kind = Word(PartyKind, required=True, metadata=labelled("主体类型", "kind of person"))
    identity_number = IdentityNumber(
        load_default="",
        metadata=labelled(
            "统一社会信用代码、身份证号",
            "credit code or identity number",
            "单位填统一社会信用代码，自然人填身份证号；境外的填登记号或者护照号。更正时不填的，不变",
            "credit code of an enterprise, identity card of a person, registration or passport of a "
            "foreign one; left empty in a correction it stays as it is",
        ),
    )
    holding = Word(HoldingKind, required=True, metadata=labelled("分配依据", "shares in a surplus by"))
    subscribed_fen = Yuan(
        load_default=0,
        metadata=labelled("认缴出资（元）", "capital subscribed (yuan)", widget="money"),
    )
    paid_in_fen = Yuan(
        load_default=0,
        metadata=labelled(
            "实缴出资（元）",
            "capital paid in (yuan)",
            "有限责任公司必填；剩余财产按实缴比例分配",
            "needed in a limited company: a surplus is divided by it",
            widget="money",
        ),
    )
    shares = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(1, 10**15),
        metadata=labelled(
            "持有的股份（股）",
            "shares held",
            "股份有限公司必填；公司持有的本公司股份不登记",
            "needed in a joint-stock company; shares that the company holds itself are not listed",
        ),
    )
    source = Paragraphs(
        required=True,
        metadata=labelled(
            "来源",
            "source",
            "如：股东名册、章程、验资报告、登记机关档案",
            "such as: register of members, articles, capital verification report, registry file",
            widget="textarea",
        ),
    )

    @validates_schema
    def check_number(self, data: dict[str, Any], **_: object) -> None:
        """A number has the length, the characters and the check digit of its kind."""
        kind, number = data.get("kind"), data.get("identity_number")
        if not number or kind is None or may_be_the_number_of(kind, number):
            return
        wrong = WRONG_CARD if kind is PartyKind.PERSON else WRONG_CODE
        raise ValidationError(wrong, "identity_number")

    @validates_schema
    def check_measure(self, data: dict[str, object], **_: object) -> None:
        """A joint-stock company has shares, a limited company has none."""
        by_shares = data.get("holding") == HoldingKind.SHARES
        if by_shares and not data.get("shares"):
            raise ValidationError(N_("股份有限公司的股东请填写持有的股份数。"), "shares")
        if not by_shares and data.get("shares"):
            raise ValidationError(N_("有限责任公司的股东不填写股份数。"), "shares")


class SurplusGiven(Payload):
    """A surplus is given to the investors (CL 236(2))."""

    pool_fen = Yuan(
        required=True,
        metadata=labelled("本次分配总额（元）", "amount distributed (yuan)", widget="money"),
    )
    court_view = Paragraphs(
        required=True,
        metadata=labelled(
            "人民法院的意见",
            "what the court has decided",
            "写明受理后的利息如何处理（企业破产法第四十六条第二款），以及出资比例的依据",
            "say what becomes of interest after the acceptance (EBL 46(2)), and on what the shares rest",
            widget="textarea",
        ),
    )
    remark = Paragraphs(load_default="", metadata=labelled("备注", "remark", widget="textarea"))
