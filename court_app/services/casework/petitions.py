"""What a petition brings into a case: parties, sums, the Article 8 checklist."""

from collections.abc import Mapping
from typing import Any

from court_app.services.procedure.step_records import Taken
from court_app.services.searching_keys import keys_of
from models import Agent, Case, ChecklistItem, Party, Petition
from models.vocabulary import PartyKind, PartyRole, ReadinessOfItem
from workflows.law.petition_papers import papers_required_of

FIELDS_OF_PARTY = (
    "kind",
    "name",
    "short_name",
    "credit_code",
    "domicile",
    "legal_representative",
    "representative_title",
    "phone",
    "service_address",
    "service_postcode",
    "electronic_address",
    "consents_to_electronic",
)
FIELDS_OF_PETITION = (
    "purpose",
    "facts_and_reasons",
    "other_matters",
    "claim_basis",
    "assets_fen",
    "debts_fen",
    "registered_capital_fen",
    "established_on",
    "registration_authority",
    "business_scope",
    "employees",
)


def record_petition(taken: Taken) -> None:
    """Keep petition, parties and checklist of a case that begins."""
    case, data = taken.case, taken.data
    petition = Petition(
        claim_fen=data["claim_fen"] or 0,
        grounds=[ground.value for ground in data["grounds"]],
        **{name: data[name] for name in FIELDS_OF_PETITION},
    )
    case.petition = petition
    petition.checklist = checklist_of(case, data["checklist"])
    if data["applicant"]:
        party_of(taken, PartyRole.APPLICANT, data["applicant"], claim_fen=data["claim_fen"] or 0)
    party_of(taken, PartyRole.DEBTOR, data["debtor"])
    if data.get("enforcement_court"):
        record_transfer(taken)


def record_transfer(taken: Taken) -> None:
    """Keep the enforcement court of a transfer, which has measures to suspend (CPL-I 513)."""
    data, case = taken.data, taken.case
    case.flags = {
        **case.flags,
        "enforcement_court": data["enforcement_court"],
        "enforcement_number": data["enforcement_number"],
    }
    case.parties.append(
        Party(
            role=PartyRole.AUTHORITY,
            kind=PartyKind.AUTHORITY,
            name=data["enforcement_court"],
            name_keys=keys_of(data["enforcement_court"]),
            measure=data["enforcement_number"],
            from_on=taken.on,
        )
    )


def party_of(taken: Taken, role: PartyRole, values: Mapping[str, Any], *, claim_fen: int = 0) -> Party:
    """Take a party into the case."""
    party = Party(
        role=role,
        name_keys=keys_of(values["name"]),
        from_on=taken.on,
        claim_fen=claim_fen,
        agents=[Agent(**agent) for agent in values["agents"]],
        **{name: values[name] for name in FIELDS_OF_PARTY},
    )
    taken.case.parties.append(party)
    return party


def checklist_of(case: Case, judged: list[dict[str, Any]]) -> list[ChecklistItem]:
    """The checklist: what was judged, and as missing what must be there and was not mentioned."""
    items = [
        ChecklistItem(code=item["code"], readiness=item["readiness"], remark=item["remark"])
        for item in judged
    ]
    known = {item.code for item in items}
    items += [
        ChecklistItem(code=paper.code, readiness=ReadinessOfItem.MISSING)
        for paper in papers_required_of(case.applicant_kind)
        if paper.code not in known
    ]
    return items


def complete_papers(taken: Taken) -> None:
    """Mark the papers that have been handed in as complete."""
    received = set(taken.data["received_codes"])
    petition = taken.case.petition
    for item in petition.checklist if petition else ():
        if item.code in received:
            item.readiness = ReadinessOfItem.PRESENT
