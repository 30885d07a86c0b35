"""Days that a step is told: those on which something happened, and those that are planned.

A field refuses what is no year of a living case; `check_days` then holds the days against the day of the
act and today, which a field cannot know.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from marshmallow import Schema, ValidationError, fields

from workflows.text import Text

FIRST, LAST = date(1900, 1, 1), date(2099, 12, 31)


class Day(fields.Date):
    """A day between 1900 and 2099, so that 0202 and 3026 are seen for what they are."""

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> date:
        day: date = super()._deserialize(value, attr, data, **kwargs)
        if not FIRST <= day <= LAST:
            wrong = Text("须在{first}至{last}之间，请核对年份。", first=FIRST, last=LAST)
            raise ValidationError([wrong])
        return day


class PastDay(Day):
    """A day on which something happened: today at the latest."""


class ComingDay(Day):
    """A day that something is planned for: not before the day of the act."""


def check_days(schema: Schema, loaded: Mapping[str, Any], *, on: date, today: date) -> None:
    """Hold every day that was supplied against the day of the act and today.

    Args:
        schema: what read them.
        loaded: what it read.
        on: the day of the act.
        today: the day it is at the court.

    Raises:
        ValidationError: naming each field, nested ones by their place.
    """
    wrong = dict(wrong_days(schema, loaded, on, today))
    if wrong:
        raise ValidationError(wrong)


def wrong_days(
    schema: Schema, loaded: Mapping[str, Any], on: date, today: date
) -> Iterator[tuple[str | int, Any]]:
    """What is wrong with the days of one object, by field."""
    for name, field in schema.load_fields.items():
        wrong = wrong_in(field, loaded.get(field.attribute or name), on, today)
        if wrong:
            yield name, wrong


def wrong_in(field: fields.Field[Any], value: Any, on: date, today: date) -> Any:
    """What is wrong with the days in one field; nothing if all is well."""
    if value is None:
        return None
    if isinstance(field, PastDay) and value > today:
        return [Text("须为已经发生的日期，不得晚于今天（{today}）。", today=today)]
    if isinstance(field, ComingDay) and value < on:
        return [Text("不得早于行为日期（{on}）。", on=on)]
    if isinstance(field, fields.Nested) and isinstance(value, Mapping):
        return dict(wrong_days(field.schema, value, on, today))
    if isinstance(field, fields.List) and isinstance(field.inner, fields.Nested):
        found = ((place, wrong_in(field.inner, row, on, today)) for place, row in enumerate(value))
        return {place: wrong for place, wrong in found if wrong}
    return None
