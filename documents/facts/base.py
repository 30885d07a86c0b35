"""The facts that papers are made of: plain values that JSON keeps and gives back."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from models.vocabulary import ApplicantKind

PARTIES = ("debtor", "administrator", "recipient")
TUPLES = ("assistants", "grounds", "received_papers", "missing_papers")


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

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "PartyFacts":
        """A party as it was frozen."""
        known = known_values(cls, kept)
        return cls(**{**known, "agents": tuple(known.get("agents", ()))})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a paper says. Days are ISO text, sums are fen.

    `court` issues the paper, `first_court` examines the application, `contested_*` is the ruling an appeal
    is about, `administrator_since` is later than `accepted_on` where another held the office before,
    `signers` are pairs of office and name. `details` is what was supplied with the step: which names a kind
    of paper may use of it is said by `DocumentForm.facts`.
    """

    court: str
    court_address: str
    court_phone: str
    superior_court: str
    first_court: str = ""
    number: str
    case_number: str
    application_number: str
    title: str
    procedure: str
    applicant_kind: str
    from_enforcement: bool
    applicants: tuple[PartyFacts, ...]
    debtor: PartyFacts
    administrator: PartyFacts | None = None
    administrator_since: str = ""
    recipient: PartyFacts | None = None
    received_on: str
    made_on: str
    accepted_on: str = ""
    notified_on: str = ""
    contested_number: str = ""
    contested_on: str = ""
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
    received_papers: tuple[str, ...] = ()
    missing_papers: tuple[str, ...] = ()
    objection: bool = False
    hearing_held: bool = False
    enforcement_court: str = ""
    enforcement_number: str = ""
    deadlines: Mapping[str, str] = field(default_factory=dict)
    details: Mapping[str, Any] = field(default_factory=dict)
    delivery: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The facts as JSON keeps them."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Facts":
        """The facts as they were frozen; what later versions have added is empty in older ones."""
        values = known_values(cls, kept)
        values |= {name: PartyFacts.from_json(values[name]) for name in PARTIES if values.get(name)}
        values |= {name: tuple(values.get(name, ())) for name in TUPLES}
        values["applicants"] = tuple(PartyFacts.from_json(party) for party in values["applicants"])
        values["signers"] = tuple((office, name) for office, name in values.get("signers", ()))
        return cls(**values)

    @property
    def by_creditor(self) -> bool:
        """Whether a creditor petitioned (EBL 7(2))."""
        return self.applicant_kind == ApplicantKind.CREDITOR

    @property
    def applicant(self) -> PartyFacts:
        """The first applicant; the debtor where it applies itself."""
        return self.applicants[0] if self.applicants else self.debtor

    @property
    def applicant_names(self) -> str:
        """All applicants by their full names."""
        return "、".join(party.name for party in self.applicants) or self.debtor.name

    @property
    def addressee(self) -> PartyFacts:
        """Whom the paper is for: the recipient of this copy, else the applicant."""
        return self.recipient or self.applicant


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressLabel:
    """One label of a mailing sheet."""

    name: str
    address: str
    postcode: str = ""
    phone: str = ""
    number: str = ""
    papers: str = ""


def known_values(kind: type[Any], kept: Mapping[str, Any]) -> dict[str, Any]:
    """The values of `kept` that `kind` has a field for."""
    known = {f.name for f in fields(kind)}
    return {name: value for name, value in kept.items() if name in known}
