"""How facts are read off a case."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from documents.facts.facts import Facts, PartyFacts
from documents.facts.situation import Situation
from models.case import Case, Petition
from models.party import Party
from models.vocabulary import (
    ApplicantKind,
    CaseSource,
    CaseType,
    DocumentKind,
    InabilityGround,
    PartyRole,
    ReadinessOfItem,
    TeamRole,
    Term,
)
from workflows.law.petition_papers import PAPER_BY_CODE

OFFICES = (
    (TeamRole.PRESIDING_JUDGE, "审判长"),
    (TeamRole.JUDGE_IN_CHARGE, "审判员"),
    (TeamRole.PANEL_MEMBER, "审判员"),
)
BY_SUPERIOR = frozenset({DocumentKind.ORDER_TO_EXAMINE, DocumentKind.EXTENSION_APPROVAL})


def facts_for(kind: DocumentKind, case: Case, situation: Situation) -> dict[str, Any]:
    """Freeze what a paper of this kind may say of a case."""
    return facts_of(kind, case, situation).as_json()


def facts_of(kind: DocumentKind, case: Case, situation: Situation) -> Facts:
    """Read the facts off a case."""
    first = case.parent if case.parent is not None else case
    petition = case.petition or first.petition
    of_superior = kind in BY_SUPERIOR or situation.flags.get("seat") == "SUPERIOR"
    court = case.court.superior if of_superior and case.court.superior else case.court
    debtor = case.debtor
    administrator = case.first_party(PartyRole.ADMINISTRATOR)
    clerk = case.members_as(TeamRole.CLERK)
    return Facts(
        court=court.name,
        court_address=court.address,
        court_phone=court.phone,
        superior_court=case.court.superior.name if case.court.superior else "",
        number=situation.number,
        case_number=case.number,
        application_number=first.number,
        title=case.title,
        procedure=case.procedure_type.zh,
        by_creditor=case.applicant_kind == ApplicantKind.CREDITOR,
        from_enforcement=case.source == CaseSource.EXEC,
        applicants=tuple(party_facts(p) for p in case.parties_as(PartyRole.APPLICANT)),
        debtor=party_facts(debtor) if debtor else PartyFacts(name="", short_name="", kind=""),
        administrator=party_facts(administrator) if administrator else administrator_named(situation.payload),
        recipient=party_facts(situation.recipient) if situation.recipient else None,
        received_on=first.received_on.isoformat(),
        made_on=situation.effective_on.isoformat(),
        accepted_on=case.accepted_on.isoformat() if case.accepted_on else "",
        signers=() if of_superior else signers_of(case),
        clerk=clerk[0].user.name if clerk and not of_superior else "",
        assistants=tuple(m.user.name for m in case.members_as(TeamRole.ASSISTANT)),
        objection=bool(first.flags.get("objection")),
        hearing_held=first.flags.get("hearing") == "HELD",
        enforcement_court=first.flags.get("enforcement_court", ""),
        enforcement_number=first.flags.get("enforcement_number", ""),
        deadlines={kind.value: day.isoformat() for kind, day in situation.deadlines.items()},
        details=plain(situation.payload),
        **petition_facts(petition, case.case_type),
    )


def petition_facts(petition: Petition | None, case_type: CaseType) -> dict[str, Any]:
    """What the petition says."""
    if petition is None:
        return {}
    return {
        "claim_fen": petition.claim_fen,
        "claim_basis": petition.claim_basis,
        "assets_fen": petition.assets_fen,
        "debts_fen": petition.debts_fen,
        "capital_fen": petition.registered_capital_fen,
        "established_on": petition.established_on.isoformat() if petition.established_on else "",
        "registry": petition.registration_authority,
        "business_scope": petition.business_scope,
        "purpose": petition.purpose,
        "petition_facts": petition.facts_and_reasons,
        "grounds": tuple(InabilityGround(g).zh for g in petition.grounds),
        "missing_papers": tuple(missing_papers(petition)),
    }


def missing_papers(petition: Petition) -> Iterable[str]:
    """The papers that are missing or must be corrected, as a notice names them."""
    for item in petition.checklist:
        if item.readiness in {ReadinessOfItem.MISSING, ReadinessOfItem.DEFECTIVE}:
            remark = f"（{item.readiness.zh}：{item.remark}）" if item.remark else f"（{item.readiness.zh}）"
            yield str(PAPER_BY_CODE[item.code].label) + remark


def party_facts(party: Party) -> PartyFacts:
    """A party as a paper names it."""
    return PartyFacts(
        name=party.name,
        short_name=party.short_name or party.name,
        kind=party.kind.value,
        credit_code=party.credit_code,
        domicile=party.domicile,
        legal_representative=party.legal_representative,
        representative_title=party.representative_title,
        phone=party.phone,
        address=party.service_address or party.domicile,
        postcode=party.service_postcode,
        electronic_address=party.electronic_address,
        consents_to_electronic=party.consents_to_electronic,
        measure=party.measure,
        agents=tuple(
            f"{agent.name}，{agent.firm}律师" if agent.firm else agent.name for agent in party.agents
        ),
    )


def administrator_named(payload: Mapping[str, Any]) -> PartyFacts | None:
    """The administrator that the acceptance names, before it is a party."""
    name = payload.get("administrator_name")
    if not name:
        return None
    return PartyFacts(
        name=name,
        short_name=name,
        kind=str(payload["administrator_kind"]),
        legal_representative=payload["administrator_head"],
        address=payload["administrator_address"],
        phone=payload["administrator_phone"],
    )


def signers_of(case: Case) -> tuple[tuple[str, str], ...]:
    """Who signs: presiding judge first, each person once."""
    signed: dict[int, tuple[str, str]] = {}
    for role, office in OFFICES:
        for member in case.members_as(role):
            signed.setdefault(member.user_id, (office, member.user.name))
    return tuple(signed.values())


def plain(value: Any) -> Any:
    """A payload in JSON's own types; words as people read them."""
    if isinstance(value, Term):
        return value.zh
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value
