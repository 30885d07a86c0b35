"""A case: its number, its state, its team and the petition it began with."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, UniqueConstraint, and_, inspect
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import (
    Base,
    Day,
    Fen,
    Instant,
    JsonList,
    JsonObject,
    Name,
    Pk,
    Short,
    Version,
    Words,
)
from models.court import Court
from models.party import Party
from models.user import User
from models.vocabulary import (
    ApplicantKind,
    CaseSource,
    CaseType,
    PartyRole,
    ProcedureType,
    ReadinessOfItem,
    TeamRole,
)

if TYPE_CHECKING:
    from models.deadline import Deadline
    from models.document import Document


class Case(Base):
    """A case of one court: the aggregate that steps are taken in."""

    __tablename__ = "cases"
    __table_args__ = (
        UniqueConstraint("court_id", "case_type", "year", "serial"),
        Index("ix_cases_court_open", "court_id", "closed_on", "received_on"),
    )

    id: Mapped[Pk]
    number: Mapped[Short] = mapped_column(unique=True)
    court_id: Mapped[int] = mapped_column(ForeignKey("courts.id"))
    court: Mapped[Court] = relationship(lazy="joined")
    case_type: Mapped[CaseType]
    year: Mapped[int]
    serial: Mapped[int]
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    procedure_type: Mapped[ProcedureType]
    source: Mapped[CaseSource]
    applicant_kind: Mapped[ApplicantKind]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)
    parent: Mapped["Case | None"] = relationship(remote_side="Case.id", back_populates="children")
    children: Mapped[list["Case"]] = relationship(back_populates="parent", order_by="Case.id")
    title: Mapped[Name]
    received_on: Mapped[Day]
    accepted_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    last_effective_on: Mapped[Day]
    law_version: Mapped[Short]
    created_at: Mapped[Instant]
    version: Mapped[Version] = mapped_column(default=1)

    parties: Mapped[list[Party]] = relationship(order_by="Party.id")
    few_parties: Mapped[list[Party]] = relationship(
        primaryjoin=lambda: and_(Case.id == Party.case_id, Party.role != PartyRole.CREDITOR),
        order_by="Party.id",
        viewonly=True,
    )
    team: Mapped[list["CaseMember"]] = relationship(
        back_populates="case", order_by="CaseMember.id", lazy="selectin"
    )
    petition: Mapped["Petition | None"] = relationship(back_populates="case", lazy="joined")
    deadlines: Mapped[list["Deadline"]] = relationship(back_populates="case", order_by="Deadline.due_on")
    documents: Mapped[list["Document"]] = relationship(back_populates="case", order_by="Document.id")

    __mapper_args__ = {"version_id_col": version}

    def ever_parties_as(self, role: PartyRole) -> list[Party]:
        """The parties that hold or held `role`, in the order they came.

        Known creditors may be thousands: they are not read to find anybody else.
        """
        unread = role != PartyRole.CREDITOR and "parties" in inspect(self).unloaded and self.id is not None
        return [party for party in (self.few_parties if unread else self.parties) if party.role == role]

    def parties_as(self, role: PartyRole) -> list[Party]:
        """The parties that hold `role` now, in the order they came."""
        return [party for party in self.ever_parties_as(role) if party.until_on is None]

    def first_party(self, role: PartyRole) -> Party | None:
        """The first party in `role`, if any."""
        return next(iter(self.parties_as(role)), None)

    @property
    def debtor(self) -> Party | None:
        """The debtor."""
        return self.first_party(PartyRole.DEBTOR)

    @property
    def applicant(self) -> Party | None:
        """The applicant; where the debtor itself petitions, the debtor."""
        return self.first_party(PartyRole.APPLICANT) or self.debtor

    def members_as(self, role: TeamRole) -> list["CaseMember"]:
        """Who is `role` in the team now."""
        return [m for m in self.team if m.role == role and m.until_on is None]


class CaseMember(Base):
    """A place in the team of a case, from one day on; recusal (回避) ends it and shuts the person out."""

    __tablename__ = "case_members"
    __table_args__ = (Index("ix_case_members_user", "user_id", "until_on"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    case: Mapped[Case] = relationship(back_populates="team")
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    user: Mapped[User] = relationship(lazy="joined")
    role: Mapped[TeamRole]
    from_on: Mapped[Day]
    until_on: Mapped[date | None]


class Recusal(Base):
    """A person who may not touch a case (回避, CPL 47)."""

    __tablename__ = "recusals"
    __table_args__ = (UniqueConstraint("case_id", "user_id"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    reason: Mapped[Words]
    decided_on: Mapped[Day]


class Petition(Base):
    """What the petition says (EBL 8) and what the papers show. Sums in fen."""

    __tablename__ = "petitions"

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), unique=True)
    case: Mapped[Case] = relationship(back_populates="petition")
    purpose: Mapped[Words] = mapped_column(default="")
    facts_and_reasons: Mapped[Words] = mapped_column(default="")
    other_matters: Mapped[Words] = mapped_column(default="")
    grounds: Mapped[JsonList] = mapped_column(default=list)
    claim_fen: Mapped[Fen] = mapped_column(default=0)
    claim_basis: Mapped[Words] = mapped_column(default="")
    assets_fen: Mapped[Fen | None]
    debts_fen: Mapped[Fen | None]
    registered_capital_fen: Mapped[Fen | None]
    established_on: Mapped[date | None]
    registration_authority: Mapped[Name] = mapped_column(default="")
    business_scope: Mapped[Words] = mapped_column(default="")
    employees: Mapped[int | None]
    checklist: Mapped[list["ChecklistItem"]] = relationship(
        back_populates="petition", order_by="ChecklistItem.id", cascade="all", lazy="selectin"
    )


class ChecklistItem(Base):
    """One paper of the Article 8 checklist and how it stands."""

    __tablename__ = "checklist_items"
    __table_args__ = (UniqueConstraint("petition_id", "code"),)

    id: Mapped[Pk]
    petition_id: Mapped[int] = mapped_column(ForeignKey("petitions.id"))
    petition: Mapped[Petition] = relationship(back_populates="checklist")
    code: Mapped[Short]
    readiness: Mapped[ReadinessOfItem]
    remark: Mapped[Words] = mapped_column(default="")
