"""Plans of distribution with their tables, distributions, and each claim's share. Sums in fen."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Fen, JsonList, Name, Pk, Version, Words
from models.case import Case
from models.claim import Claim
from models.investor import Investor
from models.party import Party
from models.vocabulary import ClaimClass, DistributionKind, PlanState, Rank, ShareState


class DistributionPlan(Base):
    """A plan of distribution with its five contents (EBL 115(2)).

    `pool_fen` is what claims may get under it in all; None in plans from before the table was kept. `in_kind`
    names the things that are given to creditors instead of money, with their values (EBL 114); `investors` is
    who gets what of `pool_fen` once every claim is paid (CL 236(2)); `ruled_on` the day on which the court
    recognised or adopted it (EBL 65(2), 115(3)).
    """

    __tablename__ = "distribution_plans"
    __table_args__ = (UniqueConstraint("case_id", "serial"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    state: Mapped[PlanState]
    proposed_on: Mapped[Day]
    ruled_on: Mapped[date | None]
    available_fen: Mapped[Fen]
    remuneration_fen: Mapped[Fen]
    order_and_ratio: Mapped[Words]
    method: Mapped[Words]
    expenses_fen: Mapped[Fen] = mapped_column(default=0, server_default="0")
    common_fen: Mapped[Fen] = mapped_column(default=0, server_default="0")
    pool_fen: Mapped[Fen | None]
    working: Mapped[JsonList] = mapped_column(default=list, server_default="[]")
    in_kind: Mapped[JsonList] = mapped_column(default=list, server_default="[]")
    investors: Mapped[JsonList] = mapped_column(default=list, server_default="[]")
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
    """What one claim gets in one distribution, or one investor of a surplus, and what becomes of it.

    Either the one or the other (EBL 117 to 119; CL 236(2)). `counted_fen` is what the claim counted for; None
    in shares from before it was kept, and where an investor has them.
    """

    __tablename__ = "shares"
    __table_args__ = (
        UniqueConstraint("distribution_id", "claim_id"),
        UniqueConstraint("distribution_id", "investor_id", name="uq_shares_investor"),
        CheckConstraint("(claim_id IS NULL) <> (investor_id IS NULL)", name="one_owner"),
    )

    id: Mapped[Pk]
    distribution_id: Mapped[int] = mapped_column(ForeignKey("distributions.id"))
    distribution: Mapped[Distribution] = relationship(back_populates="shares")
    claim_id: Mapped[int | None] = mapped_column(ForeignKey("claims.id"), index=True)
    of_claim: Mapped[Claim | None] = relationship(lazy="joined")
    investor_id: Mapped[int | None] = mapped_column(ForeignKey("investors.id"), index=True)
    investor: Mapped[Investor | None] = relationship(lazy="joined")
    amount_fen: Mapped[Fen]
    counted_fen: Mapped[Fen | None]
    state: Mapped[ShareState]
    settled_on: Mapped[date | None]
    remark: Mapped[Name] = mapped_column(default="")

    @property
    def claim(self) -> Claim:
        """The claim that it pays.

        Raises:
            LookupError: if an investor has it; distributions to creditors have no such shares.
        """
        if self.of_claim is None:
            raise LookupError(f"share {self.id} is an investor's")
        return self.of_claim

    @claim.setter
    def claim(self, claim: Claim) -> None:
        """Say which claim it pays."""
        self.of_claim = claim

    @property
    def owner(self) -> Claim | Investor:
        """The claim or the investor that it belongs to."""
        return self.investor or self.claim

    @property
    def party(self) -> Party:
        """Who is paid."""
        return self.owner.party

    @property
    def rank(self) -> Rank:
        """The rank in which it is paid; of a secured claim what its asset left open is ordinary (EBL 110)."""
        return Rank.EQUITY if self.investor is not None else self.claim.claim_class.rank or Rank.ORDINARY
