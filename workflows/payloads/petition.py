"""What a petition says (EBL 8) and who takes part in it."""

from marshmallow import Schema, ValidationError, fields, validate, validates
from stdnum.cn import uscc
from stdnum.exceptions import ValidationError as WrongNumber

from models.vocabulary import (
    ApplicantKind,
    CaseSource,
    InabilityGround,
    PartyKind,
    ProcedureType,
    ReadinessOfItem,
)
from workflows.law.petition_papers import PAPERS
from workflows.payloads.base import Line, Paragraphs, Payload, Word, Yuan, labelled
from workflows.payloads.days import PastDay
from workflows.text import N_


class AgentFields(Schema):
    """Who acts for a party."""

    name = Line(required=True, metadata=labelled("代理人姓名", "agent's name"))
    firm = Line(load_default="", metadata=labelled("律师事务所或者单位", "firm or unit"))
    phone = Line(load_default="", metadata=labelled("联系电话", "phone"))


class PartyFields(Schema):
    """A party as the petition names it; an enterprise shows its unified social credit code."""

    kind = Word(
        PartyKind,
        load_default=PartyKind.ENTERPRISE,
        metadata=labelled("主体类型", "kind of person"),
    )
    name = Line(required=True, metadata=labelled("名称（姓名）", "name"))
    short_name = Line(load_default="", metadata=labelled("简称", "short name"))
    credit_code = Line(
        load_default="",
        metadata=labelled("统一社会信用代码", "unified social credit code", "18 位", "18 characters"),
    )
    domicile = Line(load_default="", metadata=labelled("住所地", "domicile"))
    legal_representative = Line(
        load_default="", metadata=labelled("法定代表人（负责人）", "legal representative")
    )
    representative_title = Line(load_default="", metadata=labelled("职务", "title"))
    phone = Line(load_default="", metadata=labelled("联系电话", "phone"))
    service_address = Line(load_default="", metadata=labelled("送达地址", "service address"))
    service_postcode = Line(
        load_default="",
        validate=validate.Regexp(r"^(\d{6})?$", error=N_("邮政编码为六位数字。")),
        metadata=labelled("邮政编码", "postcode"),
    )
    electronic_address = Line(
        load_default="", metadata=labelled("电子送达地址", "electronic service address")
    )
    consents_to_electronic = fields.Boolean(
        load_default=False, metadata=labelled("同意电子送达", "consents to electronic service")
    )
    agents = fields.List(
        fields.Nested(AgentFields),
        load_default=list,
        validate=validate.Length(max=5),
        metadata=labelled("委托诉讼代理人", "agents"),
    )

    @validates("credit_code")
    def check_credit_code(self, value: str, data_key: str) -> None:
        """Check length, alphabet and check digit of a unified social credit code (GB 32100-2015)."""
        if not value:
            return
        try:
            uscc.validate(value)
        except WrongNumber as error:
            raise ValidationError(N_("统一社会信用代码的长度、字符或者校验位不正确。")) from error


class PaperFields(Schema):
    """How one paper of the Article 8 checklist stands."""

    code = fields.String(
        required=True,
        validate=validate.OneOf([paper.code for paper in PAPERS]),
        metadata=labelled("材料", "paper"),
    )
    readiness = Word(ReadinessOfItem, required=True, metadata=labelled("情况", "how it stands"))
    remark = Line(load_default="", metadata=labelled("说明", "remark"))


class PetitionPayload(Payload):
    """A petition as it comes over the counter."""

    procedure_type = Word(ProcedureType, required=True, metadata=labelled("申请事项", "what is applied for"))
    applicant_kind = Word(
        ApplicantKind,
        only=tuple(k for k in ApplicantKind if k != ApplicantKind.EXEC_COURT),
        required=True,
        metadata=labelled("申请人类型", "who applies"),
    )
    applicant = fields.Nested(
        PartyFields,
        load_default=None,
        allow_none=True,
        metadata=labelled("申请人", "applicant", "债务人自行申请的不填", "empty where the debtor applies"),
    )
    debtor = fields.Nested(PartyFields, required=True, metadata=labelled("债务人", "debtor"))
    purpose = Paragraphs(required=True, metadata=labelled("申请目的", "purpose", widget="textarea"))
    facts_and_reasons = Paragraphs(
        required=True, metadata=labelled("申请的事实和理由", "facts and reasons", widget="textarea")
    )
    other_matters = Paragraphs(
        load_default="", metadata=labelled("其他事项", "other matters", widget="textarea")
    )
    grounds = fields.List(
        Word(InabilityGround),
        load_default=list,
        metadata=labelled("主张的破产原因", "cause of bankruptcy that is claimed", widget="checkboxes"),
    )
    claim_yuan = Yuan(
        load_default=None,
        allow_none=True,
        attribute="claim_fen",
        metadata=labelled("申请人债权额（元）", "applicant's claim (yuan)", widget="money"),
    )
    claim_basis = Paragraphs(
        load_default="", metadata=labelled("债权依据", "what the claim rests on", widget="textarea")
    )
    assets_yuan = Yuan(
        load_default=None,
        allow_none=True,
        attribute="assets_fen",
        metadata=labelled("债务人资产总额（元）", "debtor's assets (yuan)", widget="money"),
    )
    debts_yuan = Yuan(
        load_default=None,
        allow_none=True,
        attribute="debts_fen",
        metadata=labelled("债务人负债总额（元）", "debtor's debts (yuan)", widget="money"),
    )
    registered_capital_yuan = Yuan(
        load_default=None,
        allow_none=True,
        attribute="registered_capital_fen",
        metadata=labelled("债务人注册资本（元）", "debtor's registered capital (yuan)", widget="money"),
    )
    established_on = PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled("债务人成立日期", "debtor established on"),
    )
    registration_authority = Line(load_default="", metadata=labelled("登记机关", "registration authority"))
    business_scope = Line(load_default="", metadata=labelled("经营范围", "business scope"))
    employees = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=True,
        validate=validate.Range(0, 10_000_000),
        metadata=labelled("职工人数", "employees"),
    )
    checklist = fields.List(
        fields.Nested(PaperFields),
        load_default=list,
        validate=validate.Length(max=len(PAPERS)),
        metadata=labelled("材料清单（企业破产法第八条）", "checklist of papers (EBL 8)", widget="checklist"),
    )

    source = CaseSource.PETITION


class EnforcementTransferPayload(PetitionPayload):
    """What an enforcement court sends when it transfers a case for bankruptcy review (CPL-I 511)."""

    applicant_kind = Word(
        ApplicantKind,
        only=(ApplicantKind.EXEC_COURT,),
        load_default=ApplicantKind.EXEC_COURT,
        metadata=labelled("移送方", "transferred by"),
    )
    enforcement_court = Line(required=True, metadata=labelled("执行法院", "enforcement court"))
    enforcement_number = Line(required=True, metadata=labelled("执行案号", "enforcement case number"))
    consent_of = Line(
        required=True,
        metadata=labelled(
            "书面同意移送的当事人",
            "who consented in writing",
            "申请执行人之一或者被执行人",
            "one execution applicant, or the debtor",
        ),
    )

    source = CaseSource.EXEC


class EscalationPayload(PetitionPayload):
    """A petition that the lower court would not take, brought before the superior court (I1-9)."""

    court_code = Line(
        required=True,
        metadata=labelled("应当审查的法院代字", "code of the court that must examine"),
    )
    reason = Paragraphs(
        required=True,
        metadata=labelled("原审法院未依法处理的情况", "what the lower court failed to do", widget="textarea"),
    )

    source = CaseSource.ESCALATION
