"""The facts that papers are made of: plain values that JSON keeps and gives back."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFacts:
    """A party as a paper names it."""

    name: str
    short_name: str
    kind: str
    credit_code: str = ""
    domicile: str = ""
    legal_representative: str = ""
    representative_title: str = ""
    phone: str = ""
    address: str = ""
    postcode: str = ""
    electronic_address: str = ""
    consents_to_electronic: bool = False
    measure: str = ""
    agents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a paper says. Days are ISO text, sums are fen.

    `details` holds what was supplied with the step; `signers` are pairs of office and name.
    """

    court: str
    court_address: str
    court_phone: str
    superior_court: str
    number: str
    case_number: str
    application_number: str
    title: str
    procedure: str
    by_creditor: bool
    from_enforcement: bool
    applicants: tuple[PartyFacts, ...]
    debtor: PartyFacts
    administrator: PartyFacts | None = None
    recipient: PartyFacts | None = None
    received_on: str
    made_on: str
    accepted_on: str = ""
    signers: tuple[tuple[str, str], ...] = ()
    clerk: str = ""
    assistants: tuple[str, ...] = ()
    claim_fen: int = 0
    claim_basis: str = ""
    assets_fen: int | None = None
    debts_fen: int | None = None
    capital_fen: int | None = None
    established_on: str = ""
    registry: str = ""
    business_scope: str = ""
    purpose: str = ""
    petition_facts: str = ""
    grounds: tuple[str, ...] = ()
    missing_papers: tuple[str, ...] = ()
    objection: bool = False
    hearing_held: bool = False
    enforcement_court: str = ""
    enforcement_number: str = ""
    deadlines: Mapping[str, str] = field(default_factory=dict)
    details: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The facts as JSON keeps them."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Facts":
        """The facts as they were frozen."""
        known = {f.name for f in fields(cls)}
        values = {name: value for name, value in kept.items() if name in known}
        for name in ("debtor", "administrator", "recipient"):
            if values.get(name):
                values[name] = party_from(values[name])
        values["applicants"] = tuple(party_from(party) for party in values["applicants"])
        values["signers"] = tuple((office, name) for office, name in values["signers"])
        for name in ("assistants", "grounds", "missing_papers"):
            values[name] = tuple(values[name])
        return cls(**values)

    @property
    def applicant(self) -> PartyFacts:
        """The first applicant; the debtor where it applies itself."""
        return self.applicants[0] if self.applicants else self.debtor


def party_from(kept: Mapping[str, Any]) -> PartyFacts:
    """A party as it was frozen."""
    return PartyFacts(**{**kept, "agents": tuple(kept["agents"])})
