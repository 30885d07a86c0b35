"""Courts, their settings and their series of case numbers."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, JsonObject, Name, Pk, Short
from models.vocabulary import CaseType, CourtLevel


class Court(Base):
    """A people's court, its code in case numbers and the court above it."""

    __tablename__ = "courts"

    id: Mapped[Pk]
    code: Mapped[Short] = mapped_column(unique=True)
    name: Mapped[Name]
    level: Mapped[CourtLevel]
    address: Mapped[Name] = mapped_column(default="")
    phone: Mapped[Short] = mapped_column(default="")
    superior_id: Mapped[int | None] = mapped_column(ForeignKey("courts.id"))
    superior: Mapped["Court | None"] = relationship(remote_side="Court.id", lazy="joined", join_depth=1)
    settings: Mapped[JsonObject] = mapped_column(default=dict)


class NumberSeries(Base):
    """The last serial given in one series: per court, type of case and year (法〔2015〕137号, 9 and 10)."""

    __tablename__ = "number_series"
    __table_args__ = (UniqueConstraint("court_id", "case_type", "year"),)

    id: Mapped[Pk]
    court_id: Mapped[int] = mapped_column(ForeignKey("courts.id"))
    case_type: Mapped[CaseType]
    year: Mapped[int]
    last: Mapped[int] = mapped_column(default=0)
