"""Set-offs: a creditor's claim against what he owes the debtor (EBL 40; I2-41 to 46)."""

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Fen, JsonList, JsonObject, Name, Pk, Short, Version, Words
from models.case import Case
from models.claim import Claim
from models.estate import Asset
from models.vocabulary import SetOffDebt


class SetOff(Base):
    """One set-off: claim and debt, how each arose, what was found, what it extinguished. Sums in fen.

    `received_on` is the day on which the notice reached the administrator and so the day of its effect; of a
    set-off made before the acceptance it is the day it was made, and there is no claim in the register.
    """

    __tablename__ = "set_offs"
    __table_args__ = (
        UniqueConstraint("case_id", "serial"),
        Index("ix_set_offs_case_state", "case_id", "state"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    claim_id: Mapped[int | None] = mapped_column(ForeignKey("claims.id"), index=True)
    claim: Mapped[Claim | None] = relationship(lazy="joined")
    creditor: Mapped[Name]
    by_administrator: Mapped[bool] = mapped_column(default=False)
    asserted_fen: Mapped[Fen]
    debt: Mapped[Words]
    debt_kind: Mapped[SetOffDebt]
    debt_fen: Mapped[Fen]
    debt_on: Mapped[Day]
    asset_id: Mapped[int | None] = mapped_column(ForeignKey("assets.id"), index=True)
    asset: Mapped[Asset | None] = relationship(lazy="joined")
    received_on: Mapped[Day]
    object_until_on: Mapped[date | None]
    debt_cause_on: Mapped[date | None]
    debt_by_law: Mapped[bool] = mapped_column(default=False)
    knew_when_indebted: Mapped[bool] = mapped_column(default=False)
    acquired_on: Mapped[date | None]
    acquired_from: Mapped[Name] = mapped_column(default="")
    claim_cause_on: Mapped[date | None]
    claim_by_law: Mapped[bool] = mapped_column(default=False)
    knew_when_acquiring: Mapped[bool] = mapped_column(default=False)
    priority_fen: Mapped[Fen | None]
    debt_has_priority: Mapped[bool] = mapped_column(default=False)
    insolvent_then: Mapped[bool] = mapped_column(default=False)
    evidence: Mapped[Words] = mapped_column(default="")
    opinion: Mapped[Words] = mapped_column(default="")
    grounds: Mapped[JsonList] = mapped_column(default=list)
    objection: Mapped[Words] = mapped_column(default="")
    forum: Mapped[Name] = mapped_column(default="")
    reference: Mapped[Name] = mapped_column(default="")
    sued_on: Mapped[date | None]
    late_reason: Mapped[Words] = mapped_column(default="")
    extinguished_fen: Mapped[Fen] = mapped_column(default=0)
    working: Mapped[JsonList] = mapped_column(default=list)
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.creditor
