"""The administrator of a case: his appointment, and what he asks of the court or reports to it."""

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Fen, JsonObject, Name, Pk, Short, Version, Words
from models.case import Case
from models.party import Party
from models.vocabulary import SubmissionKind


class Appointment(Base):
    """An administrator's office in one case (EBL 13, 22, 29, 122)."""

    __tablename__ = "appointments"
    __table_args__ = (UniqueConstraint("case_id", "serial"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    party_id: Mapped[int] = mapped_column(ForeignKey("parties.id"))
    party: Mapped[Party] = relationship(lazy="joined")
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    appointed_on: Mapped[Day]
    ended_on: Mapped[date | None]
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.party.name


class Submission(Base):
    """A request that the court answers (请示、批复), or a report that it notes. Sums in fen."""

    __tablename__ = "submissions"
    __table_args__ = (
        UniqueConstraint("case_id", "serial"),
        Index("ix_submissions_case_state", "case_id", "state"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    kind: Mapped[SubmissionKind]
    subject: Mapped[Name]
    text: Mapped[Words]
    amount_fen: Mapped[Fen | None]
    submitted_on: Mapped[Day]
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    answered_on: Mapped[date | None]
    answer: Mapped[Words] = mapped_column(default="")
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.subject
