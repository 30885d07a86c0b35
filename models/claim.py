"""Claims: what was filed figure by figure, what is admitted and fixed, and how it stood on every day.

Each claim moves in a machine of its own and belongs to one case. Sums in fen, days in the court's time.
"""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, Numeric, UniqueConstraint, true
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.avoidance import Avoidance
from models.base import Base, Day, Fen, Instant, JsonList, JsonObject, Name, Pk, Short, Version, Words
from models.case import Case
from models.claim_import import ClaimImportRow
from models.estate import Asset
from models.party import Party
from models.vocabulary import ClaimClass, ClaimState, ConditionKind, DebtorStanding, FigureKind, SameDebt

if TYPE_CHECKING:
    from models.joint_party import JointParty


def amount_of(claim: "Claim | ClaimEntry") -> int:
    """What a claim amounts to before any set-off, in fen: fixed, else admitted, else filed."""
    known = (claim.fixed_fen, claim.admitted_fen, claim.filed_fen)
    return next(amount for amount in known if amount is not None)


class Claim(Base):
    """A creditor's claim: what was filed, what the administrator admits, what is fixed.

    `same_debt` says how it hangs together with `principal`, another creditor's claim for one debt, and
    `whole_debt_filed` whether that one holds the whole debt (EBL 50, 51); `paid_on` and `paid_fen` are what
    a guarantor had paid before the acceptance; `liability_fen` is what a bankrupt general guarantor turns
    out to answer for (I3-4). `objector` and `objected_on` are of the latest objection, `sued_on` of the
    latest suit or arbitration (EBL 58(3)). `import_row` is the row of the table with which it came.
    """

    __tablename__ = "claims"
    __table_args__ = (
        UniqueConstraint("case_id", "serial"),
        Index("ix_claims_case_state", "case_id", "state"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    party_id: Mapped[int] = mapped_column(ForeignKey("parties.id"), index=True)
    party: Mapped[Party] = relationship(lazy="joined")
    claim_class: Mapped[ClaimClass]
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    filed_fen: Mapped[Fen]
    admitted_fen: Mapped[Fen | None]
    fixed_fen: Mapped[Fen | None]
    provisional_fen: Mapped[Fen | None]
    deficiency_fen: Mapped[Fen | None]
    filed_on: Mapped[Day]
    verified_on: Mapped[date | None]
    objector: Mapped[Name] = mapped_column(default="", server_default="")
    objected_on: Mapped[date | None]
    sued_on: Mapped[date | None]
    basis: Mapped[Words] = mapped_column(default="")
    evidence: Mapped[Words] = mapped_column(default="")
    security: Mapped[Words] = mapped_column(default="")
    asset_id: Mapped[int | None] = mapped_column(ForeignKey("assets.id"), index=True)
    asset: Mapped[Asset | None] = relationship(lazy="joined")
    joint: Mapped[bool] = mapped_column(default=False)
    co_debtors: Mapped[Words] = mapped_column(default="", server_default="")
    debtor_as: Mapped[DebtorStanding] = mapped_column(
        default=DebtorStanding.PRINCIPAL, server_default=DebtorStanding.PRINCIPAL.value
    )
    liability_fen: Mapped[Fen | None]
    same_debt: Mapped[SameDebt | None]
    same_debt_creditor: Mapped[Name] = mapped_column(default="", server_default="")
    principal_id: Mapped[int | None] = mapped_column(ForeignKey("claims.id"), index=True)
    principal: Mapped["Claim | None"] = relationship(remote_side="Claim.id")
    whole_debt_filed: Mapped[bool] = mapped_column(default=True, server_default=true())
    paid_on: Mapped[date | None]
    paid_fen: Mapped[Fen | None]
    opinion: Mapped[Words] = mapped_column(default="")
    late_cost_fen: Mapped[Fen | None]
    set_off_fen: Mapped[Fen] = mapped_column(default=0, server_default="0")
    plan_received_fen: Mapped[Fen] = mapped_column(default=0, server_default="0")
    agent_name: Mapped[Name] = mapped_column(default="", server_default="")
    agent_authority: Mapped[Words] = mapped_column(default="", server_default="")
    condition_kind: Mapped[ConditionKind] = mapped_column(
        default=ConditionKind.NONE, server_default=ConditionKind.NONE.value
    )
    condition: Mapped[Words] = mapped_column(default="", server_default="")
    rank_decided: Mapped[ClaimClass | None]
    rank_reason: Mapped[Words] = mapped_column(default="", server_default="")
    rank_working: Mapped[JsonList] = mapped_column(default=list, server_default="[]")
    avoidance_id: Mapped[int | None] = mapped_column(ForeignKey("avoidances.id"), index=True)
    avoidance: Mapped[Avoidance | None] = relationship(back_populates="claims")
    import_row_id: Mapped[int | None] = mapped_column(
        ForeignKey("claim_import_rows.id"), index=True, unique=True
    )
    import_row: Mapped[ClaimImportRow | None] = relationship(back_populates="claim")
    version: Mapped[Version] = mapped_column(default=1)
    figures: Mapped[list["ClaimFigure"]] = relationship(
        back_populates="claim", order_by="ClaimFigure.position", cascade="all, delete-orphan"
    )
    joint_parties: Mapped[list["JointParty"]] = relationship(
        back_populates="claim", order_by="JointParty.serial", foreign_keys="JointParty.claim_id"
    )
    stands_as: Mapped["JointParty | None"] = relationship(
        back_populates="own_claim", foreign_keys="JointParty.own_claim_id", uselist=False
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.party.name

    @property
    def answers_as(self) -> DebtorStanding | None:
        """As what the debtor owes it, if it is not the only or principal debtor."""
        return None if self.debtor_as is DebtorStanding.PRINCIPAL else self.debtor_as

    @property
    def class_paid(self) -> ClaimClass:
        """The class in which it is paid: ordinary once its priority was waived (EBL 110)."""
        waived = self.claim_class.is_secured and self.flags.get("security_waived")
        return ClaimClass.ORD if waived else self.claim_class

    @property
    def stands(self) -> ClaimState:
        """Where it stands, as a word."""
        return ClaimState(self.state)

    @property
    def depends_on(self) -> ConditionKind | None:
        """The kind of its condition or time (EBL 47); None if it depends on nothing."""
        return None if self.condition_kind == ConditionKind.NONE else self.condition_kind

    @property
    def class_voting(self) -> ClaimClass:
        """The class in which it votes: ordinary where the law lends it no more than the rank of wages."""
        return ClaimClass.ORD if self.flags.get("rank_only") else self.claim_class

    @property
    def amount_fen(self) -> int:
        """What it counts for now: fixed, else admitted, else filed, less what was set off or received.

        Source: EBL 40, 93(2), 104(2).
        """
        return max(0, self.original_fen - (self.plan_received_fen or 0))

    @property
    def original_fen(self) -> int:
        """What it amounts to before anything received under a failed plan, less what was set off."""
        return max(0, self.before_set_off_fen - (self.set_off_fen or 0))

    @property
    def before_set_off_fen(self) -> int:
        """What it amounts to before any set-off: fixed, else admitted, else filed."""
        return amount_of(self)


class ClaimFigure(Base):
    """One figure of a claim: principal, interest … as filed, and what is admitted of it and why (I3-6).

    A figure in foreign money keeps the money, its sum and the rate by which `filed_fen` was reckoned.
    `owed_on` is since when it is owed: old wages and taxes may come before securities (EBL 132; TAX-L 45(1)).
    """

    __tablename__ = "claim_figures"
    __table_args__ = (UniqueConstraint("claim_id", "position"),)

    id: Mapped[Pk]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"))
    claim: Mapped[Claim] = relationship(back_populates="figures")
    position: Mapped[int]
    kind: Mapped[FigureKind]
    filed_fen: Mapped[Fen]
    until_on: Mapped[date | None]
    working: Mapped[Words] = mapped_column(default="")
    currency: Mapped[Short] = mapped_column(default="")
    foreign_amount: Mapped[Decimal | None] = mapped_column(Numeric(20, 4))
    exchange_rate: Mapped[Decimal | None] = mapped_column(Numeric(20, 8))
    admitted_fen: Mapped[Fen | None]
    admitted_until_on: Mapped[date | None]
    reason: Mapped[Words] = mapped_column(default="")
    evidence_page: Mapped[Name] = mapped_column(default="")
    owed_on: Mapped[date | None]


class ClaimEntry(Base):
    """How a claim stood from a day on, a row for every step: so the register can be asked for any day."""

    __tablename__ = "claim_entries"
    __table_args__ = (Index("ix_claim_entries_day", "case_id", "on"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), index=True)
    claim: Mapped[Claim] = relationship()
    on: Mapped[Day]
    recorded_at: Mapped[Instant]
    state: Mapped[Short]
    claim_class: Mapped[ClaimClass]
    filed_fen: Mapped[Fen]
    admitted_fen: Mapped[Fen | None]
    fixed_fen: Mapped[Fen | None]
    provisional_fen: Mapped[Fen | None]
    set_off_fen: Mapped[Fen] = mapped_column(default=0, server_default="0")
    plan_received_fen: Mapped[Fen] = mapped_column(default=0, server_default="0")

    @property
    def amount_fen(self) -> int:
        """What it counted for: fixed, else admitted, else filed, less what was set off or received."""
        return max(0, amount_of(self) - (self.set_off_fen or 0) - (self.plan_received_fen or 0))
