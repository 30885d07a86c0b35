"""Plans of distribution with their tables, distributions, and each claim's share. Sums in fen."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Fen, JsonList, Name, Pk, Version, Words
from models.case import Case
from models.claim import Claim
from models.vocabulary import ClaimClass, DistributionKind, PlanState, Rank, ShareState


class DistributionPlan(Base):
    """A plan of distribution with its five contents (EBL 115(2)).

    `pool_fen` is what claims may get under it in all; None in plans from before the table was kept. `in_kind`
    names the things that are given to creditors instead of money, with their values (EBL 114).
    """

    __tablename__ = "distribution_plans"
    __table_args__ = (UniqueConstraint("case_id", "serial"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    state: Mapped[PlanState]
    proposed_on: Mapped[Day]
    available_fen: Mapped[Fen]
    remuneration_fen: Mapped[Fen]
    order_and_ratio: Mapped[Words]
    method: Mapped[Words]
    expenses_fen: Mapped[Fen] = mapped_column(default=0, server_default="0")
    common_fen: Mapped[Fen] = mapped_column(default=0, server_default="0")
    pool_fen: Mapped[Fen | None]
    working: Mapped[JsonList] = mapped_column(default=list, server_default="[]")
    in_kind: Mapped[JsonList] = mapped_column(default=list, server_default="[]")
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def limit_fen(self) -> int:
        """The most that claims may get under it, over all distributions."""
        return self.available_fen if self.pool_fen is None else self.pool_fen


class PlanEntry(Base):
    """A creditor in the table of a plan, as he stood when it was proposed (EBL 115(2)①②④).

    `counted_fen` is what the claim counts for in its rank; of a secured claim what its asset leaves open.
    `plan_fen` is what it had under a failed plan or composition, no part of the amount.
    """

    __tablename__ = "plan_entries"
    __table_args__ = (UniqueConstraint("plan_id", "claim_id"),)

    id: Mapped[Pk]
    plan_id: Mapped[int] = mapped_column(ForeignKey("distribution_plans.id"))
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), index=True)
    serial: Mapped[int]
    creditor: Mapped[Name]
    domicile: Mapped[Name] = mapped_column(default="")
    claim_class: Mapped[ClaimClass]
    rank: Mapped[Rank | None]
    state: Mapped[ShareState]
    amount_fen: Mapped[Fen]
    secured_fen: Mapped[Fen]
    counted_fen: Mapped[Fen]
    paid_fen: Mapped[Fen]
    plan_fen: Mapped[Fen] = mapped_column(default=0, server_default="0")


class Distribution(Base):
    """One of the distributions of a case (EBL 116, 123)."""

    __tablename__ = "distributions"
    __table_args__ = (UniqueConstraint("case_id", "serial"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    kind: Mapped[DistributionKind]
    made_on: Mapped[Day]
    announced_on: Mapped[date | None]
    pool_fen: Mapped[Fen]
    paid_fen: Mapped[Fen] = mapped_column(default=0)
    working: Mapped[JsonList] = mapped_column(default=list)
    remark: Mapped[Words] = mapped_column(default="")
    version: Mapped[Version] = mapped_column(default=1)
    shares: Mapped[list["Share"]] = relationship(
        back_populates="distribution", order_by="Share.id", cascade="all"
    )

    __mapper_args__ = {"version_id_col": version}


class Share(Base):
    """What one claim gets in one distribution, and what becomes of it (EBL 117 to 119).

    `counted_fen` is what the claim counted for; None in shares from before it was kept.
    """

    __tablename__ = "shares"
    __table_args__ = (UniqueConstraint("distribution_id", "claim_id"),)

    id: Mapped[Pk]
    distribution_id: Mapped[int] = mapped_column(ForeignKey("distributions.id"))
    distribution: Mapped[Distribution] = relationship(back_populates="shares")
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), index=True)
    claim: Mapped[Claim] = relationship(lazy="joined")
    amount_fen: Mapped[Fen]
    counted_fen: Mapped[Fen | None]
    state: Mapped[ShareState]
    settled_on: Mapped[date | None]
    remark: Mapped[Name] = mapped_column(default="")
