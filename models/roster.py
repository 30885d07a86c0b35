"""The roster of administrators that a court keeps (管理人名册, AA 2 to 14), as dated rows.

Nothing on it is overwritten: how somebody stood on any day is read from the rows up to that day.
"""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Digest, Instant, JsonList, JsonObject, Name, Pk, Short, Version, Words
from models.case import Case
from models.court import Court
from models.vocabulary import (
    AdministratorGrade,
    PartyKind,
    RosterStatus,
    SanctionGround,
    SelectionMethod,
)


class Administrator(Base):
    """A firm or an individual on the roster of a court; `serial` is the place on it."""

    __tablename__ = "administrators"
    __table_args__ = (
        UniqueConstraint("court_id", "name"),
        UniqueConstraint("court_id", "serial", name="uq_administrators_court_id_serial"),
    )

    id: Mapped[Pk]
    court_id: Mapped[int] = mapped_column(ForeignKey("courts.id"))
    court: Mapped[Court] = relationship(lazy="joined")
    serial: Mapped[int]
    kind: Mapped[PartyKind]
    name: Mapped[Name]
    head: Mapped[Name] = mapped_column(default="")
    address: Mapped[Name] = mapped_column(default="")
    phone: Mapped[Short] = mapped_column(default="")
    version: Mapped[Version] = mapped_column(default=1)
    statuses: Mapped[list["StatusEntry"]] = relationship(
        back_populates="administrator", order_by="StatusEntry.id", cascade="all", lazy="selectin"
    )
    grades: Mapped[list["GradeEntry"]] = relationship(
        back_populates="administrator", order_by="GradeEntry.id", cascade="all", lazy="selectin"
    )

    __mapper_args__ = {"version_id_col": version}

    def status_on(self, day: date) -> RosterStatus | None:
        """How it stood on `day`; None before it was listed. A suspension holds through its last day."""
        entry = self.status_entry_on(day)
        if entry is None:
            return None
        over = entry.status == RosterStatus.SUSPENDED and entry.until_on is not None and entry.until_on < day
        return RosterStatus.LISTED if over else entry.status

    def status_entry_on(self, day: date) -> "StatusEntry | None":
        """The row that says how it stood on `day`."""
        past = [entry for entry in self.statuses if entry.from_on <= day]
        return max(past, key=lambda entry: (entry.from_on, entry.id or 0), default=None)

    def grade_on(self, day: date) -> AdministratorGrade:
        """Its grade on `day`."""
        past = [entry for entry in self.grades if entry.from_on <= day]
        last = max(past, key=lambda entry: (entry.from_on, entry.id or 0), default=None)
        return last.grade if last else AdministratorGrade.NONE


class StatusEntry(Base):
    """From a day on, somebody stands so on the roster; `until_on` is the last day of a suspension."""

    __tablename__ = "roster_statuses"

    id: Mapped[Pk]
    administrator_id: Mapped[int] = mapped_column(ForeignKey("administrators.id"), index=True)
    administrator: Mapped[Administrator] = relationship(back_populates="statuses")
    status: Mapped[RosterStatus]
    from_on: Mapped[Day]
    until_on: Mapped[date | None]
    ground: Mapped[SanctionGround | None]
    reason: Mapped[Words] = mapped_column(default="")
    recorded_by: Mapped[Name]
    recorded_at: Mapped[Instant]


class GradeEntry(Base):
    """From a day on, somebody has this grade."""

    __tablename__ = "roster_grades"

    id: Mapped[Pk]
    administrator_id: Mapped[int] = mapped_column(ForeignKey("administrators.id"), index=True)
    administrator: Mapped[Administrator] = relationship(back_populates="grades")
    grade: Mapped[AdministratorGrade]
    from_on: Mapped[Day]
    reason: Mapped[Words] = mapped_column(default="")
    recorded_by: Mapped[Name]
    recorded_at: Mapped[Instant]


class Selection(Base):
    """The choice of an administrator in a case, with everything needed to repeat it (AA 15 to 28).

    `candidates` is the roster as it was frozen: number, name, grade, and why somebody is left out.
    `commitment` is the SHA-256 of a seed that stays sealed until the draw writes it into `seed`.
    `ranking` is the order that came out; the first is chosen, the next ones stand by.
    """

    __tablename__ = "selections"
    __table_args__ = (UniqueConstraint("case_id", "serial"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    method: Mapped[SelectionMethod]
    kind: Mapped[PartyKind]
    grade: Mapped[AdministratorGrade | None]
    roster_court_id: Mapped[int | None] = mapped_column(ForeignKey("courts.id"))
    roster_court: Mapped[Court | None] = relationship(lazy="joined")
    ground: Mapped[Words] = mapped_column(default="")
    prepared_on: Mapped[Day]
    candidates: Mapped[JsonList] = mapped_column(default=list)
    commitment: Mapped[Digest] = mapped_column(default="")
    seed: Mapped[Digest] = mapped_column(default="")
    drawn_on: Mapped[date | None]
    ranking: Mapped[JsonList] = mapped_column(default=list)
    standbys: Mapped[int] = mapped_column(default=0)
    chosen_id: Mapped[int | None] = mapped_column(ForeignKey("administrators.id"), index=True)
    chosen: Mapped[Administrator | None] = relationship(lazy="joined")
    chosen_name: Mapped[Name] = mapped_column(default="")
    declaration: Mapped[JsonObject] = mapped_column(default=dict)
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return f"{self.method.zh}：{self.chosen_name}" if self.chosen_name else self.method.zh

    @property
    def waiting(self) -> list[dict[str, str]]:
        """Those who still stand by, next one first."""
        past = self.flags.get("called", 0)
        return list(self.ranking[past + 1 : self.standbys + 1])


class SealedSeed(Base):
    """The seed of a draw until it is drawn: kept apart from everything that is shown, never deleted."""

    __tablename__ = "sealed_seeds"

    id: Mapped[Pk]
    selection_id: Mapped[int] = mapped_column(ForeignKey("selections.id"), unique=True)
    seed: Mapped[Digest]
    sealed_at: Mapped[Instant]
