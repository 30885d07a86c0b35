"""Which tests are quick: one rule for all, so that `script/test quick` stays below a minute.

Quick is what is pure: the law on both sides of its boundaries needs no database. Of a file that plays cases
on a database, its first test is quick, or those it marks `quick` itself; the others are marked slow here.
So every area is there with something played. What takes more than half a second besides, is marked by hand.
"""

from collections.abc import Iterable
from pathlib import Path

import pytest

PLAYED_ON = frozenset({"database_url", "empty_sqlite", "staged_sqlite", "staged_postgres", "played", "demo"})
"""The fixtures below all that plays; who needs one of them plays a case on a database."""


def marked(item: pytest.Item, mark: str) -> bool:
    """Whether a test, its parameters or its file bear a mark."""
    return item.get_closest_marker(mark) is not None


def plays(item: pytest.Item) -> bool:
    """Whether a test plays on a database; `play_and_cases` asks for its fixtures only as it runs."""
    names = set(getattr(item, "fixturenames", ()))
    return "play_and_cases" in names or not names.isdisjoint(PLAYED_ON)


def by_file(items: Iterable[pytest.Item]) -> dict[Path, list[pytest.Item]]:
    """The tests of each file, in their order."""
    files: dict[Path, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(item.path, []).append(item)
    return files


def mark_slow(items: Iterable[pytest.Item]) -> None:
    """Mark those that play on a database and do not stand for their file."""
    for file in by_file(items).values():
        playing = [item for item in file if plays(item) and not marked(item, "slow")]
        chosen = [item for item in playing if marked(item, "quick")] or playing[:1]
        for item in playing:
            if item not in chosen:
                item.add_marker(pytest.mark.slow)
