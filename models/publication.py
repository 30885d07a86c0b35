"""Where and when an announcement that the case owes was published."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Day, Instant, Name, Pk
from models.vocabulary import PublicationChannel


class Publication(Base):
    """One appearance of an announcement; the duty is the event whose step the law wants announced."""

    __tablename__ = "publications"
    __table_args__ = (Index("ix_publications_case", "case_id", "event_id"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    event_id: Mapped[int] = mapped_column(ForeignKey("case_events.id"))
    document_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id"))
    channel: Mapped[PublicationChannel]
    reference: Mapped[Name]
    published_on: Mapped[Day]
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    recorded_at: Mapped[Instant]
