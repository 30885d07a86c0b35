"""The investors of the debtor: what each has subscribed and paid in, or holds in shares (CL 236(2))."""

from sqlalchemy import BigInteger, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Fen, JsonObject, Pk, Short, Version, Words
from models.case import Case
from models.party import Party
from models.vocabulary import HoldingKind


class Investor(Base):
    """An investor, by what he shares in a surplus and where that is written. Sums in fen.

    `shares` is a number of shares; None in a limited company.
    """

    __tablename__ = "investors"
    __table_args__ = (UniqueConstraint("case_id", "serial"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    party_id: Mapped[int] = mapped_column(ForeignKey("parties.id"), index=True)
    party: Mapped[Party] = relationship(lazy="joined")
    holding: Mapped[HoldingKind]
    subscribed_fen: Mapped[Fen]
    paid_in_fen: Mapped[Fen]
    shares: Mapped[int | None] = mapped_column(BigInteger)
    source: Mapped[Words]
    listed_on: Mapped[Day]
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.party.name

    @property
    def measure(self) -> int:
        """By what he shares: a number of shares, or the capital paid in, in fen (CL 236(2))."""
        return self.paid_in_fen if self.holding == HoldingKind.CONTRIBUTION else self.shares or 0
