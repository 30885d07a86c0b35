"""The base of every table: naming convention, column types met twice."""

from datetime import UTC, date, datetime
from typing import Annotated, Any

from sqlalchemy import JSON, BigInteger, Date, DateTime, Enum, Integer, MetaData, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator

from models.vocabulary.term import Term

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """An aware moment in UTC on both databases; SQLite would drop the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store in UTC.

        Raises:
            ValueError: if the moment has no zone.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Read as aware UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Pk = Annotated[int, mapped_column(primary_key=True)]
Name = Annotated[str, mapped_column(String(200))]
Short = Annotated[str, mapped_column(String(64))]
Words = Annotated[str, mapped_column(Text)]
Day = Annotated[date, mapped_column(Date)]
Instant = Annotated[datetime, mapped_column(Moment)]
Fen = Annotated[int, mapped_column(BigInteger)]
Digest = Annotated[str, mapped_column(String(64))]
JsonObject = Annotated[dict[str, Any], mapped_column(JSON)]
JsonList = Annotated[list[Any], mapped_column(JSON)]
Version = Annotated[int, mapped_column(Integer)]


class Base(DeclarativeBase):
    """Every table of the court."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {
        Term: Enum(
            Term,
            native_enum=False,
            create_constraint=False,
            length=60,
            values_callable=lambda words: [word.value for word in words],
            validate_strings=True,
        ),
        datetime: Moment,
        date: Date,
    }
