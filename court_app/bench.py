"""What a process needs to work with the court's records: database, calendar, paper mill."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from court_app.db import Database
from court_app.services.occasion import Occasion
from court_app.services.papers.mill import Mill
from court_app.settings import Settings
from documents.signing import test_credentials
from documents.storage import BlobStore
from models import CalendarDay, User
from workflows.calendar import WorkingCalendar, default_calendar

IMPORTED_DAYS = select(CalendarDay.on, CalendarDay.kind)


@dataclass(frozen=True)
class Bench:
    """The court's workplace in one process."""

    settings: Settings
    database: Database
    mill: Mill

    @classmethod
    def of(cls, settings: Settings) -> "Bench":
        """The workplace of these settings; one per process."""
        return _bench(settings)

    def reading(self) -> Session:
        """A session that can only read."""
        return self.database.reading()

    def writing(self) -> Session:
        """A session that writes, from its first statement."""
        return self.database.writing()

    def occasion(self, session: Session, user: User | None, now: datetime) -> Occasion:
        """The moment for a service: who, when, and with what."""
        return Occasion(session, user, now, calendar_of(session), self.mill, _secret(self.settings))


@cache
def _bench(settings: Settings) -> Bench:
    mill = Mill(
        store=BlobStore(settings.data_dir / "blobs"),
        credentials=test_credentials(settings.data_dir / "certificate"),
        verify_address=settings.public_address,
        specimen=True,
        keystores=settings.data_dir / "certificate" / "administrators",
    )
    return Bench(settings, Database(settings.database_url), mill)


@cache
def _secret(settings: Settings) -> str:
    return settings.key()


def calendar_of(session: Session) -> WorkingCalendar:
    """The calendar that the package brings, with the days that the court has imported."""
    days = tuple(session.execute(IMPORTED_DAYS))
    return _calendar(days) if days else default_calendar()


@cache
def _calendar(days: tuple[tuple[object, object], ...]) -> WorkingCalendar:
    return default_calendar().with_days(dict(days))  # type: ignore[arg-type]
