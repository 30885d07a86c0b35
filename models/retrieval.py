"""Retrievals: owners who claim property that the debtor holds but does not own (EBL 38, 39, 76)."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Fen, JsonList, JsonObject, Name, Pk, Short, Version, Words
from models.case import Case
from models.estate import Asset
from models.vocabulary import ClaimClass, RetainedContract, RetrievalGround, RetrievalLoss

if TYPE_CHECKING:
    from models.spending import Spending


class Retrieval(Base):
    """One claim to property: whose, on what ground, what was found, what became of it. Sums in fen.

    `costs_paid_fen` and `refund_paid_fen` are what the owner has paid and not got back, `apart_fen` what of
    the proceeds stands on the account for him, `proceeds_given_fen` what he was given of them.
    """

    __tablename__ = "retrievals"
    __table_args__ = (
        UniqueConstraint("case_id", "serial"),
        Index("ix_retrievals_case_state", "case_id", "state"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    owner: Mapped[Name]
    contact: Mapped[Name] = mapped_column(default="")
    ground: Mapped[RetrievalGround]
    claimed_property: Mapped[Words]
    asset_id: Mapped[int | None] = mapped_column(ForeignKey("assets.id"), index=True)
    asset: Mapped[Asset | None] = relationship(lazy="joined")
    value_fen: Mapped[Fen | None]
    title_basis: Mapped[Words]
    by_judgment: Mapped[bool] = mapped_column(default=False)
    claimed_on: Mapped[Day]
    contract: Mapped[RetainedContract]
    price_fen: Mapped[Fen | None]
    paid_fen: Mapped[Fen | None]
    breached: Mapped[bool] = mapped_column(default=False)
    third_party_good_faith: Mapped[bool] = mapped_column(default=False)
    asserted_before_arrival: Mapped[bool] = mapped_column(default=False)
    lawfully_held: Mapped[bool] = mapped_column(default=True)
    conditions_met: Mapped[bool] = mapped_column(default=False)
    endangered: Mapped[bool] = mapped_column(default=False)
    opinion: Mapped[Words] = mapped_column(default="")
    costs_fen: Mapped[Fen] = mapped_column(default=0)
    delay_costs_fen: Mapped[Fen] = mapped_column(default=0)
    refund_fen: Mapped[Fen] = mapped_column(default=0)
    costs_paid_fen: Mapped[Fen] = mapped_column(default=0)
    refund_paid_fen: Mapped[Fen] = mapped_column(default=0, server_default="0")
    kept_apart: Mapped[bool] = mapped_column(default=False, server_default=false())
    apart_fen: Mapped[Fen] = mapped_column(default=0, server_default="0")
    proceeds_given_fen: Mapped[Fen] = mapped_column(default=0, server_default="0")
    forum: Mapped[Name] = mapped_column(default="")
    reference: Mapped[Name] = mapped_column(default="")
    received_by: Mapped[Name] = mapped_column(default="")
    handed_over_on: Mapped[date | None]
    loss: Mapped[RetrievalLoss | None]
    lost_on: Mapped[date | None]
    loss_fen: Mapped[Fen | None]
    loss_class: Mapped[ClaimClass | None]
    working: Mapped[JsonList] = mapped_column(default=list)
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    version: Mapped[Version] = mapped_column(default=1)
    spendings: Mapped[list["Spending"]] = relationship(
        back_populates="retrieval", order_by="Spending.serial", lazy="selectin"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.owner

    @property
    def costs_due_fen(self) -> int:
        """What he pays before he gets his property: processing, storage and such, and delay (I2-26, 28)."""
        return self.costs_fen + self.delay_costs_fen

    @property
    def costs_unpaid_fen(self) -> int:
        """What of these costs he has still to pay."""
        return max(0, self.costs_due_fen - (self.costs_paid_fen or 0))

    @property
    def price_unpaid_fen(self) -> int:
        """What is still owed of the price of the thing."""
        return max(0, (self.price_fen or 0) - (self.paid_fen or 0))
