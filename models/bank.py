"""What the bank says: statements as they were imported, their lines, what of the ledger says the same."""

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Digest, Fen, Instant, Name, Pk, Short, Version
from models.case import Case
from models.ledger import LedgerLine
from models.vocabulary import MatchWay, StatementState


class BankStatement(Base):
    """A statement of the estate's bank account, from its first line to its last. Sums in fen."""

    __tablename__ = "bank_statements"
    __table_args__ = (UniqueConstraint("case_id", "serial"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    name: Mapped[Name]
    sha256: Mapped[Digest]
    state: Mapped[StatementState]
    first_on: Mapped[Day]
    last_on: Mapped[Day]
    opening_fen: Mapped[Fen]
    closing_fen: Mapped[Fen]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    made_at: Mapped[Instant]
    version: Mapped[Version] = mapped_column(default=1)
    lines: Mapped[list["BankLine"]] = relationship(
        back_populates="statement", order_by="BankLine.number", cascade="all"
    )

    __mapper_args__ = {"version_id_col": version}


class BankLine(Base):
    """One line of a statement, in the order in which the bank booked it. Sums in fen."""

    __tablename__ = "bank_lines"
    __table_args__ = (
        UniqueConstraint("statement_id", "number"),
        Index("ix_bank_lines_case_reference", "case_id", "reference"),
        Index("ix_bank_lines_case_on", "case_id", "on"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    statement_id: Mapped[int] = mapped_column(ForeignKey("bank_statements.id"))
    statement: Mapped[BankStatement] = relationship(back_populates="lines")
    number: Mapped[int]
    on: Mapped[Day]
    in_fen: Mapped[Fen] = mapped_column(default=0)
    out_fen: Mapped[Fen] = mapped_column(default=0)
    balance_fen: Mapped[Fen]
    counterparty: Mapped[Name] = mapped_column(default="")
    text: Mapped[Name] = mapped_column(default="")
    reference: Mapped[Name]
    account: Mapped[Short] = mapped_column(default="", server_default="")
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("bank_agreements.id"), index=True)

    @property
    def change_fen(self) -> int:
        """By how much it changes the balance."""
        return self.in_fen - self.out_fen


class BankAgreement(Base):
    """Lines of the bank and entries of the ledger that say the same together: their sums in fen are equal.

    `last_on` is the last day of any of them: before it they do not all stand.
    """

    __tablename__ = "bank_agreements"

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    way: Mapped[MatchWay]
    change_fen: Mapped[Fen]
    bank_lines: Mapped[int]
    entries: Mapped[int]
    last_on: Mapped[Day]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    made_at: Mapped[Instant]


class AgreedEntry(Base):
    """A line of the ledger's bank account in an agreement; in one at most, for an entry is never changed."""

    __tablename__ = "agreed_entries"
    __table_args__ = (UniqueConstraint("ledger_line_id"),)

    id: Mapped[Pk]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("bank_agreements.id"), index=True)
    ledger_line_id: Mapped[int] = mapped_column(ForeignKey("ledger_lines.id"))
    ledger_line: Mapped[LedgerLine] = relationship()
