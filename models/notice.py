"""Many copies of one notice: a batch for an issued paper, a copy for every addressee."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Instant, Name, Pk
from models.delivery import Delivery
from models.document import Document


class NoticeBatch(Base):
    """The copies of one issued paper for all who are to be told, made in chunks by the worker.

    `personal` says that everyone's copy names him; otherwise all share the copy of the paper. `sheet_*` is
    the proof sheet as it was last drawn.
    """

    __tablename__ = "notice_batches"

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), unique=True)
    document: Mapped[Document] = relationship(lazy="joined")
    personal: Mapped[bool]
    total: Mapped[int]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    made_at: Mapped[Instant]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    sheet_sha256: Mapped[str | None] = mapped_column(String(64))
    sheet_made_at: Mapped[datetime | None]
    notices: Mapped[list["Notice"]] = relationship(back_populates="batch", order_by="Notice.position")


class Notice(Base):
    """One addressee's copy: its bytes by their hash, or the characters that kept it from being made."""

    __tablename__ = "notices"
    __table_args__ = (
        UniqueConstraint("batch_id", "position"),
        Index("ix_notices_open", "batch_id", "made_at"),
    )

    id: Mapped[Pk]
    batch_id: Mapped[int] = mapped_column(ForeignKey("notice_batches.id"))
    batch: Mapped[NoticeBatch] = relationship(back_populates="notices")
    delivery_id: Mapped[int] = mapped_column(ForeignKey("deliveries.id"), unique=True)
    delivery: Mapped[Delivery] = relationship(lazy="joined")
    position: Mapped[int]
    sha256: Mapped[str | None] = mapped_column(String(64))
    uncovered: Mapped[Name] = mapped_column(default="")
    made_at: Mapped[datetime | None]
