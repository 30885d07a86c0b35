"""Thousands of rows of one table, written by the driver itself: a row costs its values, nothing else."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, repeat
from operator import itemgetter
from types import MappingProxyType
from typing import Any, cast

from sqlalchemy import JSON, Column, Dialect, Table
from sqlalchemy.orm import Session

from models import Base

MARK = {"qmark": "?", "pyformat": "%s"}
"""How the two databases' drivers name a value by its place."""
AT_ONCE_VALUES = 8_000
"""So many values go into one statement; SQLite takes 32,766, PostgreSQL 65,535."""
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
    if rows:
        insert_columns(session, model, columns_of(rows), same)


def columns_of(rows: Sequence[Mapping[str, Any]]) -> dict[str, Sequence[Any]]:
    """The columns of rows that all name the same ones; there is at least one row."""
    return {name: list(map(itemgetter(name), rows)) for name in rows[0]}


def insert_columns(
    session: Session,
    model: type[Base],
    columns: Mapping[str, Sequence[Any]],
    same: Mapping[str, Any] = NOTHING,
) -> None:
    """Insert rows that are given column by column, which is quicker than row by row.

    Any other column has its default.
    """
    table, connection = table_of(model), session.connection()
    dialect, many = connection.dialect, len(next(iter(columns.values())))
    told = [c for c in table.columns if c.name in columns or c.name in same or c.default is not None]
    rows = zip(
        *(
            values_of(column, columns[column.name], dialect)
            if column.name in columns
            else repeat(value_of(column, same, dialect), many)
            for column in told
        ),
        strict=True,
    )
    named = ", ".join(f'"{column.name}"' for column in told)
    begun = f'INSERT INTO "{table.name}" ({named}) VALUES '  # noqa: S608 (names of our own columns)
    one = f"({', '.join([MARK[dialect.paramstyle]] * len(told))})"
    for together, block in blocks_of(list(chain.from_iterable(rows)), len(told)):
        connection.exec_driver_sql(begun + ", ".join([one] * together), block)


def blocks_of(values: list[Any], width: int) -> Iterator[tuple[int, list[tuple[Any, ...]]]]:
    """The values of rows as statements that write many rows together take them, and of how many rows each.

    All blocks but the last are of one length, so that the driver prepares their statement once.
    """
    together = max(1, AT_ONCE_VALUES // width)
    whole = len(values) // (together * width) * together * width
    if whole:
        step = together * width
        yield together, [tuple(values[at : at + step]) for at in range(0, whole, step)]
    if rest := values[whole:]:
        yield len(rest) // width, [tuple(rest)]


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


def values_of(column: Column[Any], values: Sequence[Any], dialect: Dialect) -> Iterable[Any]:
    """The values of a column as the driver takes them; what many rows hold alike is made once."""
    process = processor(column, dialect)
    if process is None:
        return values
    if isinstance(column.type, JSON):
        return map(process, values)
    return map(cache(process), values)


def value_of(column: Column[Any], same: Mapping[str, Any], dialect: Dialect) -> Any:
    """The value of a column that is the same in all rows, as the driver takes it."""
    value = same[column.name] if column.name in same else default_of(column)
    process = processor(column, dialect)
    return value if process is None else process(value)


def processor(column: Column[Any], dialect: Dialect) -> Process | None:
    """How the driver takes a value of a column; None if as it is."""
    return cast("Process | None", column.type.dialect_impl(dialect).bind_processor(dialect))


def default_of(column: Column[Any]) -> Any:
    """What a column holds if nothing is said of it."""
    default: Any = column.default
    return default.arg(None) if default.is_callable else default.arg
