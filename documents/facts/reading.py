"""How facts are read off a case: plain attributes of the models, no query, no clock."""

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from documents.facts.base import AddressLabel, Facts, PartyFacts
from documents.facts.concerned import facts_of_concerned, iso
from documents.facts.situation import Situation
from models.case import Case, Petition
from models.court import Court
from models.delivery import Delivery
from models.party import Party
from models.vocabulary import (
    CaseSource,
    DocumentKind,
    InabilityGround,
    PartyKind,
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
HANDED_IN = frozenset({ReadinessOfItem.PRESENT, ReadinessOfItem.DEFECTIVE})
WANTING = frozenset({ReadinessOfItem.MISSING, ReadinessOfItem.DEFECTIVE})
CONTESTED = frozenset({DocumentKind.NON_ACCEPTANCE_RULING, DocumentKind.DISMISSAL_RULING})
"""Rulings that may be appealed (EBL 12)."""
BY_SUPERIOR = frozenset({DocumentKind.ORDER_TO_EXAMINE, DocumentKind.EXTENSION_APPROVAL})


def facts_for(kind: DocumentKind, case: Case, situation: Situation) -> dict[str, Any]:
    """Freeze what a paper of this kind may say of a case."""
    return facts_of(kind, case, situation).as_json()


def facts_of(kind: DocumentKind, case: Case, situation: Situation) -> Facts:
    """Read the facts off a case."""
    first = situation.parent or case.parent or case
    court = issuing_court(kind, case, situation)
    debtor = case.debtor
    recipient = situation.recipient
    return Facts(
        court=court.name,
        court_address=court.address,
        court_phone=court.phone,
        superior_court=court.superior.name if court.superior else "",
        first_court=first.court.name,
        number=situation.number,
        case_number=case.number,
        application_number=first.number,
        title=case.title,
        procedure=case.procedure_type.zh,
        applicant_kind=case.applicant_kind.value,
        from_enforcement=case.source == CaseSource.EXEC,
        applicants=tuple(party_facts(p) for p in case.parties_as(PartyRole.APPLICANT)),
        debtor=party_facts(debtor) if debtor else PartyFacts(name="", short_name="", kind=""),
        administrator=administrator_of(case, situation.payload),
        administrator_since=since_of(case.first_party(PartyRole.ADMINISTRATOR)),
        recipient=party_facts(recipient) if recipient else recipient_of(situation.delivery),
        received_on=first.received_on.isoformat(),
        made_on=situation.effective_on.isoformat(),
        accepted_on=iso(case.accepted_on or first.accepted_on),
        deadlines={kind.value: day.isoformat() for kind, day in situation.deadlines.items()},
        details=facts_of_concerned(kind, case, situation.payload) | plain(situation.payload),
        delivery=plain(situation.delivery),
        **team_facts(case, court),
        **facts_of_review(first),
        **petition_facts(case.petition or first.petition),
    )


def issuing_court(kind: DocumentKind, case: Case, situation: Situation) -> Court:
    """Which court's paper it is: the case's own, or the court above it."""
    of_superior = kind in BY_SUPERIOR or situation.flags.get("seat") == "SUPERIOR"
    return case.court.superior if of_superior and case.court.superior else case.court


def team_facts(case: Case, court: Court) -> dict[str, Any]:
    """Who signs for the court that issues: presiding judge first, each person once.

    The team is of the case's own court: what the court above rules itself is signed in its block `panel`.
    """
    if court is not case.court:
        return {}
    signed: dict[int, tuple[str, str]] = {}
    for role, office in OFFICES:
        for member in case.members_as(role):
            signed.setdefault(member.user_id, (office, member.user.name))
    clerks = case.members_as(TeamRole.CLERK)
    return {
        "signers": tuple(signed.values()),
        "clerk": clerks[0].user.name if clerks else "",
        "assistants": tuple(m.user.name for m in case.members_as(TeamRole.ASSISTANT)),
    }


def facts_of_review(first: Case) -> dict[str, Any]:
    """What happened while the application was examined, and the ruling that ended it."""
    refusals = [d for d in first.documents if d.kind in CONTESTED]
    refusal = refusals[-1] if refusals else None
    return {
        "objection": bool(first.flags.get("objection")),
        "hearing_held": first.flags.get("hearing") == "HELD",
        "notified_on": iso(first_service(first, DocumentKind.DEBTOR_NOTICE)),
        "enforcement_court": first.flags.get("enforcement_court", ""),
        "enforcement_number": first.flags.get("enforcement_number", ""),
        "contested_number": refusal.number if refusal else first.number,
        "contested_on": iso(refusal.made_on) if refusal else "",
    }


def delivery_facts(delivery: Delivery) -> dict[str, Any]:
    """A row of the ledger, for a delivery receipt (`Situation.delivery`)."""
    return {
        "recipient_name": delivery.recipient_name,
        "address": delivery.address,
        "method": delivery.method.zh if delivery.method else "",
        "sent_on": iso(delivery.sent_on),
        "served_on": iso(delivery.served_on),
        "signed_by": (delivery.flags or {}).get("signed_by", ""),
        "witnesses": (delivery.flags or {}).get("witnesses", ""),
        "document_title": delivery.document.title,
        "document_number": delivery.document.number,
        "remark": delivery.remark,
    }


def label_of(delivery: Delivery) -> AddressLabel:
    """A row of the ledger as a label of a mailing sheet."""
    party = delivery.party
    return AddressLabel(
        name=delivery.recipient_name,
        address=delivery.address,
        postcode=party.service_postcode if party else "",
        phone=party.phone if party else "",
        number=delivery.document.number,
        papers=delivery.document.title,
    )


def first_service(case: Case, kind: DocumentKind) -> date | None:
    """The day on which the first copy of a paper reached somebody."""
    days = (d.served_on for paper in case.documents if paper.kind == kind for d in paper.deliveries)
    return min((day for day in days if day), default=None)


def petition_facts(petition: Petition | None) -> dict[str, Any]:
    """What the petition says."""
    if petition is None:
        return {}
    return {
        "claim_fen": petition.claim_fen,
        "claim_basis": petition.claim_basis,
        "assets_fen": petition.assets_fen,
        "debts_fen": petition.debts_fen,
        "capital_fen": petition.registered_capital_fen,
        "established_on": iso(petition.established_on),
        "registry": petition.registration_authority,
        "business_scope": petition.business_scope,
        "purpose": petition.purpose,
        "petition_facts": petition.facts_and_reasons,
        "grounds": tuple(InabilityGround(g).zh for g in petition.grounds),
        "received_papers": tuple(papers_of(petition, HANDED_IN, named=False)),
        "missing_papers": tuple(papers_of(petition, WANTING, named=True)),
    }


def papers_of(petition: Petition, readiness: Container[ReadinessOfItem], *, named: bool) -> Iterator[str]:
    """The papers of the checklist that stand so; `named` says how each stands."""
    for item in petition.checklist:
        if item.readiness in readiness:
            remark = f"：{item.remark}" if item.remark else ""
            label = str(PAPER_BY_CODE[item.code].label)
            yield f"{label}（{item.readiness.zh}{remark}）" if named else label


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
        agents=tuple(agents_of(party)),
    )


def agents_of(party: Party) -> Iterable[str]:
    """Who acts for a party: of a law firm as its lawyer, of another unit by the unit's name."""
    for agent in party.agents:
        lawyer = "律师" if agent.firm.endswith("律师事务所") else ""
        yield f"{agent.name}，{agent.firm}{lawyer}" if agent.firm else agent.name


def administrator_of(case: Case, payload: Mapping[str, Any]) -> PartyFacts | None:
    """The administrator of the case, or the one that an acceptance names before it is a party.

    What comes after the office has ended (EBL 122, 123) names who held it last.
    """
    party = case.first_party(PartyRole.ADMINISTRATOR)
    if party is not None:
        return party_facts(party)
    name = payload.get("administrator_name")
    if not name:
        former = [party for party in case.parties if party.role == PartyRole.ADMINISTRATOR]
        return party_facts(former[-1]) if former else None
    return PartyFacts(
        name=name,
        short_name=name,
        kind=str(payload.get("administrator_kind", PartyKind.ORGANISATION)),
        legal_representative=payload.get("administrator_head", ""),
        address=payload.get("administrator_address", ""),
        phone=payload.get("administrator_phone", ""),
    )


def since_of(party: Party | None) -> str:
    """The day from which somebody has his role; empty for nobody."""
    return iso(party.from_on) if party else ""


def recipient_of(delivery: Mapping[str, Any]) -> PartyFacts | None:
    """The recipient in the ledger who is no party: a court, a registry."""
    name = delivery.get("recipient_name")
    if not name:
        return None
    return PartyFacts(name=name, short_name=name, kind="", address=str(delivery.get("address") or ""))


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
