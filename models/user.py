"""Users, what they may do at their court, and how they signed in."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Digest, Instant, JsonList, Name, Pk, Short, Version
from models.court import Court
from models.vocabulary import Role


class User(Base):
    """A person who signs in."""

    __tablename__ = "users"

    id: Mapped[Pk]
    username: Mapped[Short] = mapped_column(unique=True)
    name: Mapped[Name]
    court_id: Mapped[int | None] = mapped_column(ForeignKey("courts.id"), index=True)
    court: Mapped[Court | None] = relationship(lazy="joined")
    administrator_id: Mapped[int | None] = mapped_column(ForeignKey("administrators.id"), index=True)
    role_names: Mapped[JsonList] = mapped_column(default=list)
    password_hash: Mapped[Name]
    language: Mapped[Short] = mapped_column(default="zh")
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[Instant]
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def roles(self) -> frozenset[Role]:
        """What the user is at his court."""
        return frozenset(Role(name) for name in self.role_names)


class SignIn(Base):
    """A session that can be revoked; only the hash of its token is kept."""

    __tablename__ = "sign_ins"

    id: Mapped[Pk]
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    user: Mapped[User] = relationship(lazy="joined")
    token_hash: Mapped[Digest] = mapped_column(unique=True)
    purpose: Mapped[Short] = mapped_column(default="session")
    label: Mapped[Name] = mapped_column(default="")
    created_at: Mapped[Instant]
    expires_at: Mapped[Instant]
    revoked_at: Mapped[datetime | None]

    def is_good(self, now: datetime) -> bool:
        """Whether the session still lets its user in."""
        return self.revoked_at is None and now < self.expires_at and self.user.active


class FailedSignIn(Base):
    """One failed sign-in; too many in a while shut the name out for a while."""

    __tablename__ = "failed_sign_ins"
    __table_args__ = (Index("ix_failed_sign_ins_username_at", "username", "at"),)

    id: Mapped[Pk]
    username: Mapped[Short]
    at: Mapped[Instant]
