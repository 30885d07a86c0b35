"""Days on which the State Council's notice departs from the ordinary week."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Name, Pk
from models.vocabulary import DayKind


class CalendarDay(Base):
    """One exceptional day and the notice that says so."""

    __tablename__ = "calendar_days"

    id: Mapped[Pk]
    on: Mapped[date] = mapped_column(unique=True)
    kind: Mapped[DayKind]
    source: Mapped[Name]
