"""The remuneration of administrators: plan, final amount, instalments; what secured creditors pay."""

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Fen, JsonList, JsonObject, Pk, Short, Version, Words
from models.case import Case
from models.claim import Claim
from models.estate import Asset
from models.party import Party
from models.vocabulary import Collection, Payee


class Remuneration(Base):
    """What one administrator gets from the estate: by forecast, then finally (AR 4 to 18). Sums in fen.

    `rates` are percents as text, one for each slice of AR 2, lowest first; `local_percent` is the high
    court's range when they were chosen, in percent of AR 2. `objected_on` and `objection_answered_on` are of
    the latest objection of the meeting (AR 17, 18).
    """

    __tablename__ = "remunerations"
    __table_args__ = (UniqueConstraint("case_id", "serial"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    party_id: Mapped[int] = mapped_column(ForeignKey("parties.id"), index=True)
    party: Mapped[Party] = relationship(lazy="joined")
    payee: Mapped[Payee]
    competitive: Mapped[bool] = mapped_column(default=False)
    planned_on: Mapped[Day]
    forecast_fen: Mapped[Fen]
    workload: Mapped[Words] = mapped_column(default="")
    factors: Mapped[Words] = mapped_column(default="")
    local_percent: Mapped[int]
    rates: Mapped[JsonList] = mapped_column(default=list)
    collection: Mapped[Collection]
    stages: Mapped[JsonList] = mapped_column(default=list)
    collateral: Mapped[JsonList] = mapped_column(default=list)
    planned_fen: Mapped[Fen]
    reported_on: Mapped[date | None]
    changed_on: Mapped[date | None]
    objected_on: Mapped[date | None]
    objection_answered_on: Mapped[date | None]
    pool_fen: Mapped[Fen | None]
    expenses_fen: Mapped[Fen | None]
    base_fen: Mapped[Fen | None]
    fixed_fen: Mapped[Fen | None]
    fixed_on: Mapped[date | None]
    paid_fen: Mapped[Fen] = mapped_column(default=0)
    hired: Mapped[JsonList] = mapped_column(default=list)
    working: Mapped[JsonList] = mapped_column(default=list)
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.party.name

    @property
    def limit_fen(self) -> int:
        """The most that may be paid now: what was fixed finally, else what the plan comes to."""
        return self.planned_fen if self.fixed_fen is None else self.fixed_fen


class Instalment(Base):
    """An application of the administrator to be paid, and what became of it (AR 11). Sums in fen."""

    __tablename__ = "instalments"
    __table_args__ = (
        UniqueConstraint("case_id", "serial"),
        Index("ix_instalments_case_state", "case_id", "state"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    remuneration_id: Mapped[int] = mapped_column(ForeignKey("remunerations.id"), index=True)
    remuneration: Mapped[Remuneration] = relationship(lazy="joined")
    asked_on: Mapped[Day]
    collect_on: Mapped[Day]
    asked_fen: Mapped[Fen]
    estate_fen: Mapped[Fen]
    estate: Mapped[Words]
    work: Mapped[Words]
    allowed_fen: Mapped[Fen | None]
    answer: Mapped[Words] = mapped_column(default="")
    answered_on: Mapped[date | None]
    paid_fen: Mapped[Fen] = mapped_column(default=0)
    paid_on: Mapped[date | None]
    working: Mapped[JsonList] = mapped_column(default=list)
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.remuneration.party.name

    @property
    def unpaid_fen(self) -> int:
        """What was allowed and is not paid; it may be paid in parts where money is short (EBL 43(3))."""
        return (self.allowed_fen or 0) - self.paid_fen

    @property
    def bound_fen(self) -> int:
        """What it takes of the remuneration: what was allowed, while nothing was decided what was asked."""
        if self.state in {"REFUSED", "RECALLED"}:
            return 0
        return self.asked_fen if self.allowed_fen is None else self.allowed_fen


class CollateralFee(Base):
    """What a secured creditor pays for the care of one collateral; never from the estate (AR 13). In fen."""

    __tablename__ = "collateral_fees"
    __table_args__ = (UniqueConstraint("case_id", "serial"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    asset_id: Mapped[int] = mapped_column(ForeignKey("assets.id"), index=True)
    asset: Mapped[Asset] = relationship(lazy="joined")
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), index=True)
    claim: Mapped[Claim] = relationship(lazy="joined")
    work: Mapped[Words]
    value_fen: Mapped[Fen | None]
    claim_fen: Mapped[Fen | None]
    amount_fen: Mapped[Fen | None]
    settled_on: Mapped[date | None]
    collected_on: Mapped[date | None]
    working: Mapped[JsonList] = mapped_column(default=list)
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.asset.name
