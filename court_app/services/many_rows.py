"""Thousands of rows of one table, written by the driver itself: a row costs its values, nothing else."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Column, Dialect, Table
from sqlalchemy.orm import Session

from models import Base

MARK = {"qmark": "?", "pyformat": "%s"}
"""How the two databases' drivers name a value by its place."""
Process = Callable[[Any], Any]


def table_of(model: type[Base]) -> Table:
    """The table of a model."""
    return cast(Table, model.__table__)


def insert_rows(session: Session, model: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all name the same columns; any other column has its default."""
    if not rows:
        return
    table, connection = table_of(model), session.connection()
    columns = [c for c in table.columns if c.name in rows[0] or c.default is not None]
    named = ", ".join(f'"{column.name}"' for column in columns)
    mark = MARK[connection.dialect.paramstyle]
    marks = ", ".join(mark for _ in columns)
    makers = [maker(column, rows[0], connection.dialect) for column in columns]
    connection.exec_driver_sql(
        f'INSERT INTO "{table.name}" ({named}) VALUES ({marks})',  # noqa: S608 (names of our own columns)
        [tuple(make(row) for make in makers) for row in rows],
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


def maker(
    column: Column[Any], like: Mapping[str, Any], dialect: Dialect
) -> Callable[[Mapping[str, Any]], Any]:
    """What gives a row's value of a column as the driver takes it."""
    process = processor(column, dialect)
    name = column.name
    if name in like:
        return (lambda row: process(row[name])) if process else (lambda row: row[name])
    value = default_of(column)
    kept = process(value) if process else value
    return lambda _row: kept


def processor(column: Column[Any], dialect: Dialect) -> Process | None:
    """How the driver takes a value of a column; None if as it is."""
    return cast("Process | None", column.type.dialect_impl(dialect).bind_processor(dialect))


def default_of(column: Column[Any]) -> Any:
    """What a column holds if nothing is said of it."""
    default: Any = column.default
    return default.arg(None) if default.is_callable else default.arg
