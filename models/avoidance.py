"""Acts of the debtor that the administrator sets aside, and what comes back from them (EBL 31 to 36)."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Fen, JsonList, JsonObject, Name, Pk, Short, Version, Words
from models.case import Case
from models.vocabulary import AbnormalIncome, AvoidanceException, AvoidanceGround

if TYPE_CHECKING:
    from models.claim import Claim
    from models.spending import Spending


class Avoidance(Base):
    """One act: what was done, with whom, when, for how much; what was won and what came back. Sums in fen.

    `answered_fen` is what the counterparty is owed because of it: by `claims` or by `spendings`; None as long
    as that is not settled.
    """

    __tablename__ = "avoidances"
    __table_args__ = (
        UniqueConstraint("case_id", "serial"),
        Index("ix_avoidances_case_state", "case_id", "state"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    ground: Mapped[AvoidanceGround]
    counterparty: Mapped[Name]
    act: Mapped[Words]
    act_on: Mapped[Day]
    amount_fen: Mapped[Fen]
    insolvent_then: Mapped[bool]
    exception: Mapped[AvoidanceException]
    evidence: Mapped[Words] = mapped_column(default="")
    found_on: Mapped[Day]
    demanded_on: Mapped[date | None]
    forum: Mapped[Name] = mapped_column(default="")
    reference: Mapped[Name] = mapped_column(default="")
    won_fen: Mapped[Fen | None]
    returned_fen: Mapped[Fen] = mapped_column(default=0)
    returned_on: Mapped[date | None]
    income: Mapped[AbnormalIncome | None]
    answered_fen: Mapped[Fen | None]
    working: Mapped[JsonList] = mapped_column(default=list, server_default="[]")
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    version: Mapped[Version] = mapped_column(default=1)
    claims: Mapped[list["Claim"]] = relationship(
        back_populates="avoidance", order_by="Claim.serial", lazy="selectin"
    )
    spendings: Mapped[list["Spending"]] = relationship(
        back_populates="avoidance", order_by="Spending.serial", lazy="selectin"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.counterparty
