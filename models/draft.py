"""Forms that somebody began to fill in and will come back to."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Instant, JsonObject, Name, Pk, Short, Version


class FilingDraft(Base):
    """A petition as far as a filing officer has typed it; never part of a case's history.

    `data` is the form as it was typed, not yet checked.
    """

    __tablename__ = "filing_drafts"

    id: Mapped[Pk]
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    step: Mapped[Short]
    title: Mapped[Name] = mapped_column(default="")
    data: Mapped[JsonObject] = mapped_column(default=dict)
    updated_at: Mapped[Instant]
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}
