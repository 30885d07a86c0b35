"""The roster of administrators that a court keeps (管理人名册, AA 2 to 14)."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Name, Pk, Short, Version
from models.court import Court
from models.vocabulary import PartyKind


class Administrator(Base):
    """A firm or an individual on the roster of a court."""

    __tablename__ = "administrators"
    __table_args__ = (UniqueConstraint("court_id", "name"),)

    id: Mapped[Pk]
    court_id: Mapped[int] = mapped_column(ForeignKey("courts.id"))
    court: Mapped[Court] = relationship(lazy="joined")
    kind: Mapped[PartyKind]
    name: Mapped[Name]
    head: Mapped[Name] = mapped_column(default="")
    address: Mapped[Name] = mapped_column(default="")
    phone: Mapped[Short] = mapped_column(default="")
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}
