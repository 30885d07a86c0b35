"""Builders of cases for the papers: plain objects, no database."""

from datetime import date
from typing import Any

from models.case import Case, CaseMember, ChecklistItem, Petition
from models.court import Court
from models.party import Party
from models.user import User
from models.vocabulary import (
    ApplicantKind,
    CaseSource,
    CaseType,
    CourtLevel,
    PartyKind,
    PartyRole,
    ProcedureType,
    ReadinessOfItem,
    TeamRole,
)

FILED = date(2026, 10, 12)
RULED = date(2026, 11, 20)
PANEL = (
    ("陆赟", TeamRole.PANEL_MEMBER),
    ("欧阳珅", TeamRole.JUDGE_IN_CHARGE),
    ("沈知衡", TeamRole.PRESIDING_JUDGE),
    ("何㛃语", TeamRole.CLERK),
)


def a_court() -> Court:
    high = Court(
        code="豫", name="河原省高级人民法院", level=CourtLevel.HIGH, address="", phone="", settings={}
    )
    return Court(
        code="豫97",
        name="河原省江澜市中级人民法院",
        level=CourtLevel.INTERMEDIATE,
        address="江澜市中心路100号",
        phone="0000-8889990",
        superior=high,
        settings={},
    )


def a_party(role: PartyRole, name: str, **more: Any) -> Party:
    values: dict[str, Any] = {
        "kind": PartyKind.ENTERPRISE,
        "short_name": "",
        "credit_code": "",
        "domicile": "江澜市开发区",
        "legal_representative": "",
        "representative_title": "",
        "phone": "",
        "service_address": "",
        "service_postcode": "",
        "electronic_address": "",
        "consents_to_electronic": False,
        "measure": "",
        "agents": [],
    }
    return Party(role=role, name=name, from_on=FILED, **{**values, **more})


def a_petition(**more: Any) -> Petition:
    values: dict[str, Any] = {
        "purpose": "破产清算",
        "facts_and_reasons": "不能清偿到期债务。",
        "grounds": ["BALANCE_SHEET"],
        "claim_fen": 386217455,
        "claim_basis": "",
        "registration_authority": "江澜市市场监督管理局",
        "business_scope": "",
        "checklist": [
            ChecklistItem(code="application", readiness=ReadinessOfItem.PRESENT, remark=""),
            ChecklistItem(code="evidence", readiness=ReadinessOfItem.DEFECTIVE, remark="缺判决书"),
            ChecklistItem(code="debt_list", readiness=ReadinessOfItem.MISSING, remark=""),
            ChecklistItem(code="accounts", readiness=ReadinessOfItem.NOT_REQUIRED, remark=""),
        ],
    }
    return Petition(**{**values, **more})


def an_application(
    *,
    applicant_kind: ApplicantKind = ApplicantKind.CREDITOR,
    procedure: ProcedureType = ProcedureType.LIQUIDATION,
    team: tuple[tuple[str, TeamRole], ...] = PANEL,
    **more: Any,
) -> Case:
    """A creditor's application at an intermediate court, its panel named."""
    parties = [a_party(PartyRole.DEBTOR, "澜川精密机械有限公司", short_name="澜川公司")]
    if applicant_kind == ApplicantKind.CREDITOR:
        parties.insert(0, a_party(PartyRole.APPLICANT, "江澜市恒远钢材贸易有限公司", short_name="恒远公司"))
    members = [
        CaseMember(user_id=number, user=User(id=number, name=name), role=role, from_on=FILED)
        for number, (name, role) in enumerate(team, 1)
    ]
    values: dict[str, Any] = {
        "number": "（2026）豫97破申37号",
        "case_type": CaseType.BK_APPLICATION,
        "state": "BA_REVIEW",
        "flags": {},
        "procedure_type": procedure,
        "source": CaseSource.PETITION,
        "applicant_kind": applicant_kind,
        "title": "江澜市恒远钢材贸易有限公司申请澜川精密机械有限公司破产清算",
        "received_on": FILED,
        "parties": parties,
        "team": members,
        "petition": a_petition(),
    }
    return Case(court=a_court(), **{**values, **more})


def what_acceptance_needs(**more: Any) -> dict[str, Any]:
    """The payload of an acceptance."""
    return {
        "debts_due_unpaid": True,
        "grounds": ["资产不足以清偿全部债务"],
        "administrator_name": "江澜衡正会计师事务所",
        "administrator_head": "方序",
        "administrator_address": "江澜市望江路66号8层",
        "administrator_phone": "0000-2223334",
        "findings": "债务人已停止营业。",
        **more,
    }
