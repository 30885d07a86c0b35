"""Who stands behind a kind of recipient in a case, and where papers reach him."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import object_session

from court_app.services.procedure.contents import CaseContents
from models import (
    Appointment,
    Avoidance,
    Case,
    Claim,
    CollateralFee,
    Court,
    Inspection,
    Instalment,
    Party,
    Remuneration,
    Retrieval,
    SetOff,
)
from models.vocabulary import ApplicantKind, PartyRole, RecipientKind
from workflows.text import N_

BY_ROLE = {
    RecipientKind.ADMINISTRATOR: PartyRole.ADMINISTRATOR,
    RecipientKind.AUTHORITIES: PartyRole.AUTHORITY,
}
BY_FLAG = {
    RecipientKind.EXEC_COURT: "enforcement_court",
    RecipientKind.COMPETENT_COURT: "receiving_court",
}


@dataclass(frozen=True, slots=True)
class Recipient:
    """One addressee; `party` is None for courts, registries and the public."""

    kind: RecipientKind
    name: str
    address: str = ""
    party: Party | None = None


BY_NAME = {
    RecipientKind.PUBLIC: N_("社会公众"),
    RecipientKind.TREASURY: N_("国库"),
    RecipientKind.EMPLOYEES: N_("债务人的职工（公示）"),
}
OF_THE_PART = frozenset(
    {RecipientKind.CLAIMANT, RecipientKind.FINED_ADMINISTRATOR, RecipientKind.OUTGOING_ADMINISTRATOR}
)
"""Kinds that mean the party of the very claim or office that a step is about."""
OF_THE_STEP = frozenset({RecipientKind.CHAIR, RecipientKind.ESCROW_CREDITORS, RecipientKind.INVESTORS})
"""Kinds that mean the parties whom the case, or the step itself, has named."""


def recipients(
    case: Case,
    kind: RecipientKind,
    part_party_id: int | None = None,
    owner: tuple[str, str] = ("", ""),
    served: Collection[int] = (),
) -> list[Recipient]:
    """Every addressee of a kind in a case, in the order they came into it.

    `part_party_id` is the party of the claim or office that the paper is about, if it is about one; `owner`
    name and address of who claims property, or is asked for it, and is no party; `served`
    the parties whom the step itself has named.
    """
    if kind in {RecipientKind.OWNER, RecipientKind.COUNTERPARTY}:
        return [Recipient(kind, *owner)] if owner[0] else []
    if kind in OF_THE_PART or kind in OF_THE_STEP:
        wanted = {part_party_id}
        if kind in OF_THE_STEP:
            wanted = {case.flags.get("chair")} if kind == RecipientKind.CHAIR else {*served}
        return [addressed_to(kind, party) for party in case.parties if party.id in wanted]
    if kind in FOUND_BY:
        return FOUND_BY[kind](case)
    if kind in BY_FLAG:
        name = case.flags.get(BY_FLAG[kind])
        return [Recipient(kind, name)] if name else []
    if kind in BY_NAME:
        return [Recipient(kind, BY_NAME[kind])]
    return [addressed_to(kind, party) for party in _parties(case, kind)]


def party_of(part: Any) -> int | None:
    """The party of the claim, office, fee or inspection that a step is about, if it is about one."""
    if isinstance(part, Claim | Appointment | Remuneration | Inspection):
        return part.party_id
    if isinstance(part, Instalment):
        return part.remuneration.party_id if part.remuneration else None
    if isinstance(part, CollateralFee | SetOff):
        return part.claim.party_id if part.claim else None
    return None


def outsider_of(case: Case, part: Any, told: Mapping[str, Any]) -> list[str]:
    """Name and address of whom a part of the case is about and who need be no party; empty for nobody.

    `told` is what the step was told; a counterparty who is a party of the case is reached where that is.
    """
    if isinstance(part, Retrieval):
        return [part.owner, part.contact]
    name = part.counterparty if isinstance(part, Avoidance) else told.get("holder")
    if not name:
        return []
    known = next(
        (addressed_to(RecipientKind.COUNTERPARTY, one) for one in case.parties if one.name == name), None
    )
    return [name, told.get("address") or (known.address if known else "")]


def addressed_to(kind: RecipientKind, party: Party) -> Recipient:
    """A party as addressee: under its service address, else at its domicile."""
    name = party.name
    if kind == RecipientKind.DEBTOR_REPRESENTATIVE:
        name = party.legal_representative or party.name
    return Recipient(kind, name, party.service_address or party.domicile, party)


def _members(case: Case) -> list[Recipient]:
    session = object_session(case)
    committee = CaseContents(session, case).committee() if session else None
    seats = [one for one in committee.members if one.until_on is None] if committee else []
    return [
        addressed_to(RecipientKind.COMMITTEE, one.party)
        if one.party
        else Recipient(RecipientKind.COMMITTEE, one.person, one.contact)
        for one in seats
    ]


def _registry(case: Case) -> list[Recipient]:
    petition = case.petition or (case.parent.petition if case.parent else None)
    name = petition.registration_authority if petition else ""
    return [Recipient(RecipientKind.REGISTRY, name)] if name else []


def _court(case: Case) -> list[Recipient]:
    return _as_addressee(RecipientKind.COURT, case.court)


def _superior_court(case: Case) -> list[Recipient]:
    return _as_addressee(RecipientKind.SUPERIOR_COURT, case.court.superior)


def _lower_court(case: Case) -> list[Recipient]:
    return _as_addressee(RecipientKind.LOWER_COURT, case.parent.court if case.parent else case.court)


def _as_addressee(kind: RecipientKind, court: Court | None) -> list[Recipient]:
    return [Recipient(kind, court.name, court.address)] if court else []


def _parties(case: Case, kind: RecipientKind) -> list[Party]:
    if kind in BY_ROLE:
        return case.parties_as(BY_ROLE[kind])
    if kind == RecipientKind.APPLICANT:
        return case.parties_as(PartyRole.APPLICANT) or case.parties_as(PartyRole.DEBTOR)
    if kind in {RecipientKind.DEBTOR, RecipientKind.DEBTOR_REPRESENTATIVE}:
        return case.parties_as(PartyRole.DEBTOR)
    creditors = case.parties_as(PartyRole.CREDITOR)
    if case.applicant_kind == ApplicantKind.CREDITOR:
        creditors = case.parties_as(PartyRole.APPLICANT) + creditors
    return creditors


FOUND_BY: dict[RecipientKind, Callable[[Case], list[Recipient]]] = {
    RecipientKind.REGISTRY: _registry,
    RecipientKind.COMMITTEE: _members,
    RecipientKind.COURT: _court,
    RecipientKind.SUPERIOR_COURT: _superior_court,
    RecipientKind.LOWER_COURT: _lower_court,
}
"""Kinds that stand elsewhere in a case; of a committee, who speaks for the employees is no party."""
