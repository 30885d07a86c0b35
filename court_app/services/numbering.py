"""Case numbers: one series per court, type and year, without gap or duplicate (法〔2015〕137号)."""

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from models import Court, NumberSeries
from models.vocabulary import CaseType


def allot(session: Session, court: Court, case_type: CaseType, year: int) -> int:
    """Take the next serial of a series; the row stays locked until the transaction ends."""
    key = {"court_id": court.id, "case_type": case_type, "year": year}
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    session.execute(insert(NumberSeries).values(**key, last=0).on_conflict_do_nothing())
    series = (
        NumberSeries.court_id == court.id,
        NumberSeries.case_type == case_type,
        NumberSeries.year == year,
    )
    session.execute(
        update(NumberSeries)
        .where(*series)
        .values(last=NumberSeries.last + 1)
        .execution_options(synchronize_session=False)
    )
    return session.scalars(select(NumberSeries.last).where(*series)).one()


def write_number(court_code: str, case_type: CaseType, year: int, serial: int) -> str:
    """The number as it is printed: （2026）澜01破申12号."""
    return f"（{year}）{court_code}{case_type.code}{serial}号"
