"""Work for later, written in the transaction that needs it; and answers to repeated requests."""

from datetime import datetime

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Digest, Instant, JsonObject, Pk, Short, Words


class Job(Base):
    """A piece of work promised by a committed transaction."""

    __tablename__ = "jobs"
    __table_args__ = (Index("ix_jobs_open", "done_at", "run_after"),)

    id: Mapped[Pk]
    kind: Mapped[Short]
    key: Mapped[str] = mapped_column(String(120), unique=True)
    payload: Mapped[JsonObject]
    run_after: Mapped[Instant]
    leased_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    done_at: Mapped[datetime | None]
    last_error: Mapped[Words] = mapped_column(default="")
    created_at: Mapped[Instant]


class IdempotentAnswer(Base):
    """The answer once given under an Idempotency-Key, repeated word for word to a repeated request."""

    __tablename__ = "idempotent_answers"
    __table_args__ = (UniqueConstraint("user_id", "key"),)

    id: Mapped[Pk]
    user_id: Mapped[int]
    key: Mapped[str] = mapped_column(String(120))
    request_hash: Mapped[Digest]
    status: Mapped[int]
    body: Mapped[JsonObject]
    made_at: Mapped[Instant]
