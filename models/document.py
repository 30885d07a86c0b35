"""Documents: frozen facts, editable blocks, bytes that are written once."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Instant, JsonObject, Name, Pk, Short, Version, Words
from models.vocabulary import DocumentKind, DocumentState

if TYPE_CHECKING:
    from models.case import Case
    from models.delivery import Delivery


class Document(Base):
    """One document of a case, from draft to issued bytes.

    `machine` and `subject_id` name the claim, meeting or other part of the case whose step issued it.
    """

    __tablename__ = "documents"
    __table_args__ = (
        Index("ix_documents_case", "case_id", "state"),
        Index("ix_documents_subject", "machine", "subject_id"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped["Case"] = relationship(back_populates="documents")
    event_id: Mapped[int | None] = mapped_column(ForeignKey("case_events.id"))
    kind: Mapped[DocumentKind]
    form_id: Mapped[Short]
    title: Mapped[Name]
    number: Mapped[Short]
    state: Mapped[Short] = mapped_column(default=DocumentState.DRAFT.value)
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    facts: Mapped[JsonObject]
    blocks: Mapped[JsonObject] = mapped_column(default=dict)
    machine: Mapped[Short] = mapped_column(default="", server_default="")
    subject_id: Mapped[int | None]
    recipient_party_id: Mapped[int | None] = mapped_column(ForeignKey("parties.id"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    approver_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    made_on: Mapped[date | None]
    approved_on: Mapped[date | None]
    sha256: Mapped[str | None] = mapped_column(String(64), index=True)
    copy_sha256: Mapped[str | None] = mapped_column(String(64))
    verification_code: Mapped[str | None] = mapped_column(String(32), unique=True)
    issued_at: Mapped[datetime | None]
    created_at: Mapped[Instant]
    version: Mapped[Version] = mapped_column(default=1)
    versions: Mapped[list["DocumentVersion"]] = relationship(
        back_populates="document", order_by="DocumentVersion.number"
    )
    deliveries: Mapped[list["Delivery"]] = relationship(back_populates="document", order_by="Delivery.id")

    __mapper_args__ = {"version_id_col": version}


class DocumentVersion(Base):
    """A text that a document once had."""

    __tablename__ = "document_versions"
    __table_args__ = (UniqueConstraint("document_id", "number"),)

    id: Mapped[Pk]
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"))
    document: Mapped[Document] = relationship(back_populates="versions")
    number: Mapped[int]
    blocks: Mapped[JsonObject]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    made_at: Mapped[Instant]
    remark: Mapped[Words] = mapped_column(default="")
