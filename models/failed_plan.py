"""A reorganization plan or composition agreement that has failed, and what creditors had received under it.

Source: EBL 93, 103, 104. Sums in fen.
"""

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Digest, Fen, Instant, JsonObject, Name, Pk, Short, Version, Words
from models.case import Case
from models.claim import Claim
from models.user import User
from models.vocabulary import FailedPlanKind, ImportState


class FailedPlan(Base):
    """What was approved, what ended it, each by its ruling; which guarantees stay (EBL 93(4), 104(4))."""

    __tablename__ = "failed_plans"
    __table_args__ = (
        UniqueConstraint("case_id", "serial"),
        Index("ix_failed_plans_case_state", "case_id", "state"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    kind: Mapped[FailedPlanKind]
    name: Mapped[Name]
    approved_on: Mapped[Day]
    approved_by: Mapped[Name]
    ended_on: Mapped[Day]
    ended_by: Mapped[Name]
    guarantees: Mapped[Words] = mapped_column(default="")
    evidence: Mapped[Words] = mapped_column(default="")
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.name


class PlanReceipt(Base):
    """One sum that a creditor had received under a failed plan; `returned_fen` of it went back (EBL 103(2)).

    `original_fen` is what the claim stood at when it was recorded, before any concession and less set-offs.
    """

    __tablename__ = "plan_receipts"
    __table_args__ = (
        UniqueConstraint("case_id", "serial"),
        Index("ix_plan_receipts_case_state", "case_id", "state"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    failed_plan_id: Mapped[int] = mapped_column(ForeignKey("failed_plans.id"), index=True)
    failed_plan: Mapped[FailedPlan] = relationship(lazy="joined")
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), index=True)
    claim: Mapped[Claim] = relationship(lazy="joined")
    import_id: Mapped[int | None] = mapped_column(ForeignKey("plan_receipt_tables.id"), index=True)
    original_fen: Mapped[Fen]
    received_fen: Mapped[Fen]
    received_on: Mapped[Day]
    evidence: Mapped[Words] = mapped_column(default="")
    returned_fen: Mapped[Fen] = mapped_column(default=0, server_default="0")
    returned_on: Mapped[date | None]
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.claim.title

    @property
    def kept_fen(self) -> int:
        """What of it the creditor has now."""
        return self.received_fen - (self.returned_fen or 0)


class PlanReceiptTable(Base):
    """A table of receipts as it was uploaded; its rows are read from the file whenever it is looked at."""

    __tablename__ = "plan_receipt_tables"
    __table_args__ = (UniqueConstraint("case_id", "serial"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    name: Mapped[Name]
    sha256: Mapped[Digest]
    state: Mapped[ImportState]
    imported: Mapped[int] = mapped_column(default=0)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    made_by: Mapped[User] = relationship()
    made_at: Mapped[Instant]
    finished_at: Mapped[Instant | None]
