"""The estate's account: double entries that are only ever added, and the lines they are made of.

Sums in fen, days in the court's time. An entry is put right by another one that names it.
"""

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Fen, Instant, JsonObject, Name, Pk, Words
from models.case import Case
from models.vocabulary import EntrySource, LedgerAccount


class EntriesAreKept(RuntimeError):
    """Something tried to change or delete an entry of a ledger."""


class LedgerEntry(Base):
    """One entry: its number without gaps, its day, what it says, what caused it, who made it.

    Both sums stand in the entry so that the database itself refuses one that does not balance.
    """

    __tablename__ = "ledger_entries"
    __table_args__ = (
        UniqueConstraint("case_id", "serial"),
        UniqueConstraint("reverses_id"),
        CheckConstraint("debit_fen = credit_fen AND debit_fen > 0", name="balances"),
        Index("ix_ledger_entries_case_source", "case_id", "source", "source_serial"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    on: Mapped[Day]
    text: Mapped[JsonObject]
    reason: Mapped[Words] = mapped_column(default="")
    reference: Mapped[Name] = mapped_column(default="")
    source: Mapped[EntrySource]
    source_serial: Mapped[int | None]
    event_id: Mapped[int | None] = mapped_column(ForeignKey("case_events.id"))
    reverses_id: Mapped[int | None] = mapped_column(ForeignKey("ledger_entries.id"))
    debit_fen: Mapped[Fen]
    credit_fen: Mapped[Fen]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    made_by_name: Mapped[Name]
    recorded_at: Mapped[Instant]
    lines: Mapped[list["LedgerLine"]] = relationship(
        back_populates="entry", order_by="LedgerLine.id", lazy="selectin"
    )
    reverses: Mapped["LedgerEntry | None"] = relationship(remote_side="LedgerEntry.id")


class LedgerLine(Base):
    """One side of an entry: an account and a sum, either debit or credit."""

    __tablename__ = "ledger_lines"
    __table_args__ = (
        CheckConstraint(
            "(debit_fen > 0 AND credit_fen = 0) OR (debit_fen = 0 AND credit_fen > 0)", name="one_side"
        ),
        Index("ix_ledger_lines_entry_account", "entry_id", "account"),
    )

    id: Mapped[Pk]
    entry_id: Mapped[int] = mapped_column(ForeignKey("ledger_entries.id"))
    entry: Mapped[LedgerEntry] = relationship(back_populates="lines")
    account: Mapped[LedgerAccount]
    debit_fen: Mapped[Fen] = mapped_column(default=0)
    credit_fen: Mapped[Fen] = mapped_column(default=0)


@event.listens_for(LedgerEntry, "before_update")
@event.listens_for(LedgerEntry, "before_delete")
@event.listens_for(LedgerLine, "before_update")
@event.listens_for(LedgerLine, "before_delete")
def refuse_change(_mapper: Any, _connection: Any, row: LedgerEntry | LedgerLine) -> None:
    """An entry is never changed or deleted.

    Raises:
        EntriesAreKept: always.
    """
    raise EntriesAreKept(f"{type(row).__name__} {row.id} is never changed; reverse the entry instead")
