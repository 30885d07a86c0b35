"""The delivery ledger, one row per document and recipient, and print batches."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Instant, JsonList, JsonObject, Name, Pk, Short, Version, Words
from models.party import Party
from models.vocabulary import DeadlineKind, DeliveryMethod, DeliveryState, RecipientKind

if TYPE_CHECKING:
    from models.document import Document


class Delivery(Base):
    """Service of one document on one recipient; `served_on` starts that recipient's clocks."""

    __tablename__ = "deliveries"
    __table_args__ = (
        Index("ix_deliveries_document", "document_id"),
        Index("ix_deliveries_case_state", "case_id", "state"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"))
    document: Mapped["Document"] = relationship(back_populates="deliveries")
    recipient_kind: Mapped[RecipientKind]
    party_id: Mapped[int | None] = mapped_column(ForeignKey("parties.id"))
    party: Mapped[Party | None] = relationship(lazy="joined")
    recipient_name: Mapped[Name]
    address: Mapped[Name] = mapped_column(default="")
    state: Mapped[Short] = mapped_column(default=DeliveryState.PREPARED.value)
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    method: Mapped[DeliveryMethod | None]
    sent_on: Mapped[date | None]
    served_on: Mapped[date | None]
    within: Mapped[DeadlineKind | None]
    starts: Mapped[DeadlineKind | None]
    remark: Mapped[Words] = mapped_column(default="")
    created_at: Mapped[Instant]
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class PrintBatch(Base):
    """Papers printed together; stays in the case and can be opened again."""

    __tablename__ = "print_batches"

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    title: Mapped[Name]
    delivery_ids: Mapped[JsonList]
    sha256: Mapped[str | None]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    made_at: Mapped[Instant]
