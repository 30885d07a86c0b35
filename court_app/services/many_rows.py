"""Thousands of rows of one table, written by the driver itself: a row costs its values, nothing else."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import repeat
from operator import itemgetter
from types import MappingProxyType
from typing import Any, cast

from sqlalchemy import JSON, Column, Dialect, Table
from sqlalchemy.orm import Session

from models import Base

MARK = {"qmark": "?", "pyformat": "%s"}
"""How the two databases' drivers name a value by its place."""
Process = Callable[[Any], Any]
NOTHING: Mapping[str, Any] = MappingProxyType({})


def table_of(model: type[Base]) -> Table:
    """The table of a model."""
    return cast(Table, model.__table__)


def insert_rows(
    session: Session,
    model: type[Base],
    rows: Sequence[Mapping[str, Any]],
    same: Mapping[str, Any] = NOTHING,
) -> None:
    """Insert rows that all name the same columns, with values that are the `same` for all of them.

    Any other column has its default.
    """
    if not rows:
        return
    table, connection = table_of(model), session.connection()
    named_by = rows[0].keys() | same.keys()
    columns = [c for c in table.columns if c.name in named_by or c.default is not None]
    named = ", ".join(f'"{column.name}"' for column in columns)
    mark = MARK[connection.dialect.paramstyle]
    marks = ", ".join(mark for _ in columns)
    values = [values_of(column, rows, same, connection.dialect) for column in columns]
    connection.exec_driver_sql(
        f'INSERT INTO "{table.name}" ({named}) VALUES ({marks})',  # noqa: S608 (names of our own columns)
        list(zip(*values, strict=True)),
    )


def change_rows(
    session: Session, model: type[Base], names: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Change columns of rows by their id; every row holds the new values in order, and its id last."""
    if not rows:
        return
    table, connection = table_of(model), session.connection()
    mark = MARK[connection.dialect.paramstyle]
    changed = ", ".join(f'"{table.c[name].name}" = {mark}' for name in names)
    connection.exec_driver_sql(
        f'UPDATE "{table.name}" SET {changed} WHERE "id" = {mark}',  # noqa: S608 (names of our own columns)
        list(rows),
    )


def values_of(
    column: Column[Any], rows: Sequence[Mapping[str, Any]], same: Mapping[str, Any], dialect: Dialect
) -> Iterable[Any]:
    """The values of a column as the driver takes them; a word or a day that many rows hold is made once."""
    process = processor(column, dialect) or unchanged
    if column.name not in rows[0]:
        value = same[column.name] if column.name in same else default_of(column)
        return repeat(process(value), len(rows))
    values = map(itemgetter(column.name), rows)
    if process is unchanged:
        return values
    return map(process if isinstance(column.type, JSON) else cache(process), values)


def unchanged(value: Any) -> Any:
    """The value itself."""
    return value


def processor(column: Column[Any], dialect: Dialect) -> Process | None:
    """How the driver takes a value of a column; None if as it is."""
    return cast("Process | None", column.type.dialect_impl(dialect).bind_processor(dialect))


def default_of(column: Column[Any]) -> Any:
    """What a column holds if nothing is said of it."""
    default: Any = column.default
    return default.arg(None) if default.is_callable else default.arg
