"""The history: what was done in a case, chained by hashes; and who read it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Day, Digest, Instant, JsonObject, Name, Pk, Short, Words
from models.vocabulary import Role

BY_CODE = "号申报码"
"""In the name of every actor who acted by a filing code."""


class CaseEvent(Base):
    """One entry of the docket: never changed, never deleted; a correction is a new entry.

    `hash` is SHA-256 over the canonical JSON of everything else in the row and of `prev_hash`.
    `machine` names the procedure whose step it is, `subject_id` the document or delivery, if not the case.
    """

    __tablename__ = "case_events"
    __table_args__ = (
        UniqueConstraint("case_id", "position"),
        Index("ix_case_events_subject", "machine", "subject_id"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    position: Mapped[int]
    machine: Mapped[Short]
    subject_id: Mapped[int | None]
    step: Mapped[Short]
    source_state: Mapped[Short]
    target_state: Mapped[Short]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    actor_name: Mapped[Name]
    actor_role: Mapped[Role]
    recorded_at: Mapped[Instant]
    effective_on: Mapped[Day]
    payload: Mapped[JsonObject]
    basis: Mapped[Words]
    law_version: Mapped[Short]
    prev_hash: Mapped[Digest]
    hash: Mapped[Digest]

    @property
    def by_code(self) -> bool:
        """Whether a creditor did it by a code that the court has given him; his name is then the actor's."""
        return self.actor_role == Role.SYSTEM and BY_CODE in self.actor_name

    def sealed_values(self, case_number: str) -> dict[str, Any]:
        """What the hash covers, in JSON's own types."""
        return {
            "case": case_number,
            "position": self.position,
            "machine": self.machine,
            "subject": self.subject_id,
            "step": self.step,
            "from": self.source_state,
            "to": self.target_state,
            "actor": self.actor_id,
            "actor_name": self.actor_name,
            "actor_role": self.actor_role.value,
            "recorded_at": self.recorded_at.isoformat(),
            "effective_on": self.effective_on.isoformat(),
            "payload": self.payload,
            "basis": self.basis,
            "law_version": self.law_version,
            "prev_hash": self.prev_hash,
        }


class ChainHead(Base):
    """The hash over the heads of all cases at the end of a day, so that a vanished case shows."""

    __tablename__ = "chain_heads"

    id: Mapped[Pk]
    on: Mapped[date] = mapped_column(unique=True)
    cases: Mapped[int]
    events: Mapped[int]
    hash: Mapped[Digest]
    prev_hash: Mapped[Digest]
    made_at: Mapped[Instant]


class Reading(Base):
    """Who read a case, once per quarter of an hour."""

    __tablename__ = "readings"
    __table_args__ = (UniqueConstraint("case_id", "user_id", "quarter"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    quarter: Mapped[datetime]
