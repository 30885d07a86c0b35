"""The creditors' committee: its members, and what it decides by the votes of them all (EBL 67, 68; I3-14)."""

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, JsonList, JsonObject, Name, Pk, Short, Version, Words
from models.case import Case
from models.estate import Resolution
from models.party import Party
from models.vocabulary import CommitteePower, MeetingForm, MemberKind, Resisting, VoteCast


class Committee(Base):
    """A committee that the meeting chose; `delegated` are the matters of EBL 61(1) that it was given."""

    __tablename__ = "committees"
    __table_args__ = (UniqueConstraint("case_id", "serial"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    resolution_id: Mapped[int] = mapped_column(ForeignKey("resolutions.id"))
    resolution: Mapped[Resolution] = relationship(lazy="joined")
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    chosen_on: Mapped[Day]
    recognised_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    delegated: Mapped[JsonList] = mapped_column(default=list)
    version: Mapped[Version] = mapped_column(default=1)
    members: Mapped[list["CommitteeMember"]] = relationship(
        back_populates="committee", order_by="CommitteeMember.position", cascade="all", lazy="selectin"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.resolution.subject

    def members_on(self, day: date) -> list["CommitteeMember"]:
        """Who sits on it on a day: recognised, and not yet replaced."""
        return [member for member in self.members if member.sits_on(day)]

    @property
    def coming(self) -> list["CommitteeMember"]:
        """Who has been chosen and is to be recognised."""
        return [one for one in self.members if one.recognised_on is None and one.until_on is None]

    @property
    def going(self) -> list["CommitteeMember"]:
        """Who sits until the new members are recognised."""
        return [one for one in self.members if one.leaving and one.until_on is None]


class CommitteeMember(Base):
    """A seat: whose it is, who sits on it, from the court's recognition until another is recognised."""

    __tablename__ = "committee_members"
    __table_args__ = (UniqueConstraint("committee_id", "position"),)

    id: Mapped[Pk]
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"))
    committee: Mapped[Committee] = relationship(back_populates="members")
    position: Mapped[int]
    kind: Mapped[MemberKind]
    party_id: Mapped[int | None] = mapped_column(ForeignKey("parties.id"), index=True)
    party: Mapped[Party | None] = relationship(lazy="joined")
    person: Mapped[Name]
    contact: Mapped[Name] = mapped_column(default="")
    resolution_id: Mapped[int] = mapped_column(ForeignKey("resolutions.id"))
    resolution: Mapped[Resolution] = relationship(lazy="joined")
    recognised_on: Mapped[date | None]
    leaving: Mapped[bool] = mapped_column(default=False)
    until_on: Mapped[date | None]

    @property
    def name(self) -> str:
        """Whose seat it is: the creditor, or the person who speaks for the employees."""
        return self.party.name if self.party is not None else self.person

    def sits_on(self, day: date) -> bool:
        """Whether the seat counts on a day."""
        if self.recognised_on is None or self.recognised_on > day:
            return False
        return self.until_on is None or day < self.until_on


class Deliberation(Base):
    """A decision of the committee with every member's vote (I3-14); `yes` of all `members` decides it."""

    __tablename__ = "deliberations"
    __table_args__ = (
        UniqueConstraint("case_id", "serial"),
        Index("ix_deliberations_case_state", "case_id", "state"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    committee_id: Mapped[int] = mapped_column(ForeignKey("committees.id"), index=True)
    committee: Mapped[Committee] = relationship(lazy="joined")
    power: Mapped[CommitteePower]
    subject: Mapped[Name]
    text: Mapped[Words]
    form: Mapped[MeetingForm]
    decided_on: Mapped[Day]
    minutes: Mapped[Words]
    members: Mapped[int]
    yes: Mapped[int]
    working: Mapped[JsonList]
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    resisting: Mapped[Resisting | None]
    refused_what: Mapped[Words] = mapped_column(default="")
    asked_on: Mapped[date | None]
    ruled_on: Mapped[date | None]
    version: Mapped[Version] = mapped_column(default=1)
    votes: Mapped[list["CommitteeVote"]] = relationship(
        back_populates="deliberation", order_by="CommitteeVote.id", cascade="all", lazy="selectin"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.subject


class CommitteeVote(Base):
    """How one member voted, and what he wanted recorded against the decision (I3-14(1))."""

    __tablename__ = "committee_votes"
    __table_args__ = (UniqueConstraint("deliberation_id", "member_id"),)

    id: Mapped[Pk]
    deliberation_id: Mapped[int] = mapped_column(ForeignKey("deliberations.id"))
    deliberation: Mapped[Deliberation] = relationship(back_populates="votes")
    member_id: Mapped[int] = mapped_column(ForeignKey("committee_members.id"), index=True)
    member: Mapped[CommitteeMember] = relationship(lazy="joined")
    vote: Mapped[VoteCast]
    dissent: Mapped[Words] = mapped_column(default="")
