"""What lies in a bankruptcy case beside its claims: meetings and their resolutions, assets.

Each row moves in a machine of its own and belongs to one case. Sums in fen, days in the court's time.
"""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Fen, JsonList, JsonObject, Name, Pk, Short, Version, Words
from models.case import Case
from models.vocabulary import (
    AssetKind,
    AssetOrigin,
    MeetingCaller,
    MeetingForm,
    ResolutionMatter,
    SaleMethod,
    VotingGroup,
)

if TYPE_CHECKING:
    from models.realisation import AssetAppraisal, AssetCost, AssetEncumbrance, AssetReceipt, SaleRound


class Meeting(Base):
    """A creditors' meeting; `working` shows that creditors who proposed it hold enough (EBL 62(2))."""

    __tablename__ = "meetings"
    __table_args__ = (UniqueConstraint("case_id", "serial"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    form: Mapped[MeetingForm]
    called_by: Mapped[MeetingCaller]
    planned_on: Mapped[Day]
    time: Mapped[Short] = mapped_column(default="")
    place: Mapped[Name] = mapped_column(default="")
    agenda: Mapped[Words] = mapped_column(default="")
    noticed_on: Mapped[date | None]
    held_on: Mapped[date | None]
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    chair: Mapped[Name] = mapped_column(default="")
    present: Mapped[int] = mapped_column(default=0)
    present_fen: Mapped[Fen] = mapped_column(default=0)
    minutes: Mapped[Words] = mapped_column(default="")
    proposers: Mapped[Words] = mapped_column(default="", server_default="")
    working: Mapped[JsonList] = mapped_column(default=list, server_default="[]")
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.agenda or self.place


class Resolution(Base):
    """What a meeting voted on, with the figures that decide (EBL 64)."""

    __tablename__ = "resolutions"
    __table_args__ = (UniqueConstraint("case_id", "serial"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    meeting: Mapped[Meeting] = relationship(lazy="joined")
    matter: Mapped[ResolutionMatter]
    group: Mapped[VotingGroup | None] = mapped_column("voting_group")
    subject: Mapped[Name]
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    present: Mapped[int]
    for_heads: Mapped[int]
    for_fen: Mapped[Fen]
    total_fen: Mapped[Fen]
    voted_on: Mapped[Day]
    noticed_on: Mapped[date | None]
    revocation_asked_on: Mapped[date | None]
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.subject


class Asset(Base):
    """A thing or right of the estate, from discovery to money (EBL 30, 112).

    `origin` is how it came into the estate; None in rows from before it was asked.
    """

    __tablename__ = "assets"
    __table_args__ = (
        UniqueConstraint("case_id", "serial"),
        Index("ix_assets_case_state", "case_id", "state"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    kind: Mapped[AssetKind]
    origin: Mapped[AssetOrigin | None]
    name: Mapped[Name]
    location: Mapped[Name] = mapped_column(default="")
    encumbrance: Mapped[Words] = mapped_column(default="")
    major: Mapped[bool] = mapped_column(default=False)
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    found_on: Mapped[Day]
    taken_over_on: Mapped[date | None]
    book_fen: Mapped[Fen | None]
    appraised_fen: Mapped[Fen | None]
    appraiser: Mapped[Name] = mapped_column(default="")
    reported_on: Mapped[date | None]
    reserve_fen: Mapped[Fen | None]
    method: Mapped[SaleMethod | None]
    price_fen: Mapped[Fen | None]
    buyer: Mapped[Name] = mapped_column(default="")
    sold_on: Mapped[date | None]
    received_fen: Mapped[Fen] = mapped_column(default=0)
    received_on: Mapped[date | None]
    set_off_fen: Mapped[Fen] = mapped_column(default=0, server_default="0")
    realisation_cost_fen: Mapped[Fen] = mapped_column(default=0, server_default="0")
    handed_over_on: Mapped[date | None]
    title_reference: Mapped[Name] = mapped_column(default="", server_default="")
    version: Mapped[Version] = mapped_column(default=1)
    encumbrances: Mapped[list["AssetEncumbrance"]] = relationship(
        back_populates="asset", order_by="AssetEncumbrance.position", cascade="all"
    )
    appraisals: Mapped[list["AssetAppraisal"]] = relationship(
        back_populates="asset", order_by="AssetAppraisal.position", cascade="all"
    )
    rounds: Mapped[list["SaleRound"]] = relationship(
        back_populates="asset", order_by="SaleRound.position", cascade="all"
    )
    receipts: Mapped[list["AssetReceipt"]] = relationship(
        back_populates="asset", order_by="AssetReceipt.position", cascade="all"
    )
    costs: Mapped[list["AssetCost"]] = relationship(
        back_populates="asset", order_by="AssetCost.position", cascade="all"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.name

    @property
    def to_collect_fen(self) -> int | None:
        """What of a receivable is left to be collected: its book value less set-offs and receipts."""
        if self.kind != AssetKind.RECEIVABLE or self.book_fen is None:
            return None
        return max(0, self.book_fen - (self.set_off_fen or 0) - (self.received_fen or 0))

    @property
    def appraisal(self) -> "AssetAppraisal | None":
        """The latest appraisal: the one that counts."""
        return self.appraisals[-1] if self.appraisals else None

    @property
    def last_round(self) -> "SaleRound | None":
        """The latest round of its sale, whatever became of it."""
        return self.rounds[-1] if self.rounds else None

    @property
    def open_round(self) -> "SaleRound | None":
        """The round that is going on."""
        last = self.last_round
        return last if last is not None and last.is_open else None

    @property
    def paid_fen(self) -> int:
        """What the buyer of the last round has paid of the price, in fen."""
        last = self.last_round
        return 0 if last is None else sum(one.amount_fen for one in self.receipts if one.round is last)

    @property
    def difference_aside_fen(self) -> int:
        """What a creditor paid above his share for it, kept for him because he refused it, in fen."""
        return int(self.flags.get("difference_aside_fen") or 0)

    @property
    def proceeds_fen(self) -> int:
        """What has come in as price or collected, in fen; deposits kept are not among it."""
        return self.received_fen - sum(one.amount_fen for one in self.receipts if one.defaulted)
