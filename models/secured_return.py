"""Payments to secured creditors out of their collateral that the bank sent back (EBL 109). Sums in fen."""

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Fen, JsonObject, Name, Pk, Short, Version
from models.case import Case
from models.claim import Claim
from models.ledger import LedgerEntry
from models.payment import PayeeAccount


class SecuredReturn(Base):
    """One payment that came back: of which entry, why, what became of it since.

    `account_id` is the account that counted when it was sent; it is sent again to one written since.
    """

    __tablename__ = "secured_returns"
    __table_args__ = (
        UniqueConstraint("case_id", "serial"),
        UniqueConstraint("entry_id"),
        Index("ix_secured_returns_case_state", "case_id", "state"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    entry_id: Mapped[int] = mapped_column(ForeignKey("ledger_entries.id"))
    entry: Mapped[LedgerEntry] = relationship(lazy="joined")
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), index=True)
    claim: Mapped[Claim] = relationship(lazy="joined")
    amount_fen: Mapped[Fen]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("payee_accounts.id"))
    account: Mapped[PayeeAccount | None] = relationship(lazy="joined")
    returned_on: Mapped[Day]
    reason: Mapped[Name] = mapped_column(default="")
    settled_on: Mapped[date | None]
    reference: Mapped[Name] = mapped_column(default="")
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.claim.party.name

    @property
    def owed_fen(self) -> int:
        """What is to be paid to the creditor, or is laid aside for him."""
        return 0 if self.state == "PAID" else self.amount_fen
