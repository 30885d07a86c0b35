"""Clocks of a case, each with its ledger of pauses and extensions."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Instant, JsonList, Name, Pk, Short, Words
from models.vocabulary import DeadlineEntryKind, DeadlineKind, DeadlineStatus, LegalActor

if TYPE_CHECKING:
    from models.case import Case


class Deadline(Base):
    """A day by which something must happen in a case, and the law that says so.

    `paused_days` and `extended_days` are calendar days; `working` is the arithmetic as it was printed.
    `machine` and `subject_id` name the claim, meeting or other part of the case that the clock is about;
    the clocks of the case itself have none.
    """

    __tablename__ = "deadlines"
    __table_args__ = (
        Index("ix_deadlines_case", "case_id", "status"),
        Index("ix_deadlines_due", "status", "due_on"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped["Case"] = relationship(back_populates="deadlines")
    kind: Mapped[DeadlineKind]
    owed_by: Mapped[LegalActor]
    trigger_on: Mapped[Day]
    nominal_on: Mapped[Day]
    due_on: Mapped[Day]
    provisional: Mapped[bool] = mapped_column(default=False)
    paused_since: Mapped[date | None]
    paused_days: Mapped[int] = mapped_column(default=0)
    extended_days: Mapped[int] = mapped_column(default=0)
    status: Mapped[DeadlineStatus]
    met_on: Mapped[date | None]
    warned_at: Mapped[datetime | None]
    working: Mapped[JsonList]
    basis: Mapped[Words]
    about: Mapped[Name] = mapped_column(default="")
    machine: Mapped[Short] = mapped_column(default="", server_default="")
    subject_id: Mapped[int | None]
    delivery_id: Mapped[int | None] = mapped_column(ForeignKey("deliveries.id"))
    entries: Mapped[list["DeadlineEntry"]] = relationship(
        back_populates="deadline", order_by="DeadlineEntry.id", lazy="selectin"
    )

    def is_overdue(self, today: date) -> bool:
        """Whether the day has passed and nothing happened."""
        return self.status == DeadlineStatus.RUNNING and today > self.due_on


class DeadlineEntry(Base):
    """One line of a clock's ledger."""

    __tablename__ = "deadline_entries"

    id: Mapped[Pk]
    deadline_id: Mapped[int] = mapped_column(ForeignKey("deadlines.id"), index=True)
    deadline: Mapped[Deadline] = relationship(back_populates="entries")
    kind: Mapped[DeadlineEntryKind]
    on: Mapped[Day]
    days: Mapped[int] = mapped_column(default=0)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("case_events.id"))
    recorded_at: Mapped[Instant]
    note: Mapped[Words] = mapped_column(default="")
