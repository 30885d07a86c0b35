"""Statements are compiled once in a process, whichever of its many databases they go to.

SQLAlchemy keeps what it has compiled with the engine and by the dialect; a test has an engine of its own, and
to compile its few hundred statements anew takes longer than the test. Nor does a test wait for the disk.
"""

from typing import Any

import pytest
from sqlalchemy import Connection, Engine, create_engine, make_url
from sqlalchemy.util import LRUCache

from court_app import db

AS_SHIPPED = db.PRAGMAS
WITHOUT_WAITING = tuple("synchronous=OFF" if name.startswith("synchronous") else name for name in AS_SHIPPED)
"""What guards a file against a power cut, but not against a killed process, is left out."""
MOST = 20_000
"""More than the application has; what is compiled stays compiled."""
ORIGINALS: dict[str, Engine] = {}
"""An engine of each kind of database: others take over what it speaks and what it has compiled."""


def original(url: str) -> Engine:
    """The engine that has met this kind of database; it serves nobody itself."""
    kind = make_url(url).get_backend_name()
    if kind not in ORIGINALS:
        engine = create_engine(url)
        engine.connect().close()
        engine.dispose()
        engine._compiled_cache = LRUCache(MOST)
        ORIGINALS[kind] = engine
    return ORIGINALS[kind]


def as_the_original_is(connection: Connection) -> None:
    """What a dialect asks a database about itself at the first connection was answered to the original."""


def engine_like_others(url: str, **options: Any) -> Engine:
    """An engine that compiles no statement which another one has compiled."""
    engine = create_engine(url, **options)
    engine.dialect.initialize = as_the_original_is  # type: ignore[method-assign]
    engine.dialect = original(url).dialect
    engine._compiled_cache = original(url)._compiled_cache
    return engine


def compile_once(patch: pytest.MonkeyPatch) -> None:
    """Compile every statement once from now on."""
    patch.setattr(db, "create_engine", engine_like_others)
    patch.setattr(db, "PRAGMAS", WITHOUT_WAITING)
