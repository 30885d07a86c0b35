"""Expenses of the bankruptcy and debts of common benefit: asked for, approved, paid (EBL 41 to 43)."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.administration import Submission
from models.avoidance import Avoidance
from models.base import Base, Day, Fen, JsonObject, Name, Pk, Short, Version, Words
from models.case import Case
from models.retrieval import Retrieval
from models.vocabulary import CommonGround, SpendingKind

if TYPE_CHECKING:
    from models.realisation import AssetCost


class Spending(Base):
    """One expense or debt: to whom, what for, how much, when due; what was approved and paid. Sums in fen."""

    __tablename__ = "spendings"
    __table_args__ = (
        UniqueConstraint("case_id", "serial"),
        Index("ix_spendings_case_state", "case_id", "state"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    kind: Mapped[SpendingKind]
    payee: Mapped[Name]
    purpose: Mapped[Name]
    ground: Mapped[Words] = mapped_column(default="")
    evidence: Mapped[Words] = mapped_column(default="")
    amount_fen: Mapped[Fen]
    requested_on: Mapped[Day]
    due_on: Mapped[date | None]
    reported_on: Mapped[date | None]
    submission_id: Mapped[int | None] = mapped_column(ForeignKey("submissions.id"))
    submission: Mapped[Submission | None] = relationship()
    retrieval_id: Mapped[int | None] = mapped_column(ForeignKey("retrievals.id"), index=True)
    retrieval: Mapped[Retrieval | None] = relationship(back_populates="spendings")
    avoidance_id: Mapped[int | None] = mapped_column(ForeignKey("avoidances.id"), index=True)
    avoidance: Mapped[Avoidance | None] = relationship(back_populates="spendings")
    common_ground: Mapped[CommonGround | None]
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    approved_fen: Mapped[Fen] = mapped_column(default=0)
    decided_on: Mapped[date | None]
    decision: Mapped[Words] = mapped_column(default="")
    paid_fen: Mapped[Fen] = mapped_column(default=0)
    paid_on: Mapped[date | None]
    reference: Mapped[Name] = mapped_column(default="")
    returned_fen: Mapped[Fen] = mapped_column(default=0)
    returned_on: Mapped[date | None]
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    version: Mapped[Version] = mapped_column(default=1)
    costs: Mapped[list["AssetCost"]] = relationship(back_populates="spending", order_by="AssetCost.id")

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.purpose

    @property
    def unpaid_fen(self) -> int:
        """What was approved and has not been paid."""
        return self.approved_fen - self.paid_fen
