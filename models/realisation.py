"""What an asset is burdened with, appraised at, offered for, paid for and what that cost, row by row.

The rows of one asset are numbered from 1. Sums in fen, days in the court's time.
"""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Fen, Name, Pk, Words
from models.claim import Claim
from models.estate import Asset
from models.spending import Spending
from models.vocabulary import (
    AssetCostKind,
    EncumbranceKind,
    EncumbranceRelease,
    ReceiptKind,
    RoundResult,
    SaleMethod,
)


class AssetEncumbrance(Base):
    """A right of another or a measure on an asset, and when and why it was lifted (EBL 19, 37, 109)."""

    __tablename__ = "asset_encumbrances"
    __table_args__ = (UniqueConstraint("asset_id", "position"),)

    id: Mapped[Pk]
    asset_id: Mapped[int] = mapped_column(ForeignKey("assets.id"))
    asset: Mapped[Asset] = relationship(back_populates="encumbrances")
    position: Mapped[int]
    kind: Mapped[EncumbranceKind]
    holder: Mapped[Name]
    secured_fen: Mapped[Fen | None]
    priority: Mapped[int | None]
    since_on: Mapped[date | None]
    registration: Mapped[Name] = mapped_column(default="")
    claim_id: Mapped[int | None] = mapped_column(ForeignKey("claims.id"), index=True)
    claim: Mapped[Claim | None] = relationship()
    remark: Mapped[Words] = mapped_column(default="")
    release: Mapped[EncumbranceRelease | None]
    released_on: Mapped[date | None]
    release_reason: Mapped[Words] = mapped_column(default="")
    redeemed_fen: Mapped[Fen | None]
    recorded_on: Mapped[Day]

    @property
    def stands(self) -> bool:
        """Whether it has not been lifted."""
        return self.released_on is None

    @property
    def counts(self) -> bool:
        """Whether it gives priority on the proceeds: it secures, and was not lifted before they were paid."""
        return self.kind.secures and (self.release is None or self.release.keeps_priority)


class AssetAppraisal(Base):
    """What an appraiser found an asset to be worth; without a last day where none was recorded."""

    __tablename__ = "asset_appraisals"
    __table_args__ = (UniqueConstraint("asset_id", "position"),)

    id: Mapped[Pk]
    asset_id: Mapped[int] = mapped_column(ForeignKey("assets.id"))
    asset: Mapped[Asset] = relationship(back_populates="appraisals")
    position: Mapped[int]
    appraiser: Mapped[Name]
    reference: Mapped[Name] = mapped_column(default="")
    value_fen: Mapped[Fen]
    reported_on: Mapped[date | None]
    base_on: Mapped[date | None]
    valid_until: Mapped[date | None]

    def is_valid(self, on: date) -> bool:
        """Whether it may still be relied on that day; its last day counts."""
        return self.valid_until is None or on <= self.valid_until


class SaleRound(Base):
    """One round in which an asset is offered, and how it ended (EBL 112).

    `appraisal_position` names the appraisal on which the reserve price rests, `forfeited_fen` the deposit
    of a buyer who did not pay.
    """

    __tablename__ = "sale_rounds"
    __table_args__ = (UniqueConstraint("asset_id", "position"),)

    id: Mapped[Pk]
    asset_id: Mapped[int] = mapped_column(ForeignKey("assets.id"))
    asset: Mapped[Asset] = relationship(back_populates="rounds")
    position: Mapped[int]
    method: Mapped[SaleMethod]
    platform: Mapped[Name] = mapped_column(default="")
    reserve_fen: Mapped[Fen | None]
    deposit_fen: Mapped[Fen | None]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    offered_on: Mapped[Day]
    appraisal_position: Mapped[int | None]
    resolution_serial: Mapped[int | None]
    result: Mapped[RoundResult]
    closed_on: Mapped[date | None]
    buyer: Mapped[Name] = mapped_column(default="")
    price_fen: Mapped[Fen | None]
    forfeited_fen: Mapped[Fen | None]
    reason: Mapped[Words] = mapped_column(default="")

    @property
    def is_open(self) -> bool:
        """Whether the asset can be sold in it."""
        return self.result == RoundResult.OPEN


class AssetReceipt(Base):
    """Money that came in for an asset; a refund to a buyer who did not pay the rest is below zero."""

    __tablename__ = "asset_receipts"
    __table_args__ = (UniqueConstraint("asset_id", "position"),)

    id: Mapped[Pk]
    asset_id: Mapped[int] = mapped_column(ForeignKey("assets.id"))
    asset: Mapped[Asset] = relationship(back_populates="receipts")
    position: Mapped[int]
    kind: Mapped[ReceiptKind]
    amount_fen: Mapped[Fen]
    on: Mapped[Day]
    payer: Mapped[Name] = mapped_column(default="")
    reference: Mapped[Name] = mapped_column(default="")
    round_id: Mapped[int | None] = mapped_column(ForeignKey("sale_rounds.id"), index=True)
    round: Mapped[SaleRound | None] = relationship()

    @property
    def defaulted(self) -> bool:
        """Whether it belongs to a round whose buyer did not pay: what is left of it is a deposit kept."""
        return self.round is not None and self.round.result == RoundResult.DEFAULTED


class AssetCost(Base):
    """What it cost to realise an asset; one recorded by mistake is struck out, not deleted.

    `spending` is what pays it, `with_spending` says that it was recorded with that request and not before;
    `reason` is why it may exceed what the asset brings, or look like another.
    """

    __tablename__ = "asset_costs"
    __table_args__ = (UniqueConstraint("asset_id", "position"),)

    id: Mapped[Pk]
    asset_id: Mapped[int] = mapped_column(ForeignKey("assets.id"))
    asset: Mapped[Asset] = relationship(back_populates="costs")
    position: Mapped[int]
    kind: Mapped[AssetCostKind]
    amount_fen: Mapped[Fen]
    on: Mapped[Day]
    payee: Mapped[Name] = mapped_column(default="")
    reference: Mapped[Name] = mapped_column(default="")
    struck_on: Mapped[date | None]
    struck_reason: Mapped[Words] = mapped_column(default="")
    reason: Mapped[Words] = mapped_column(default="", server_default="")
    spending_id: Mapped[int | None] = mapped_column(ForeignKey("spendings.id"), index=True)
    spending: Mapped[Spending | None] = relationship(back_populates="costs")
    with_spending: Mapped[bool] = mapped_column(default=False, server_default=false())
