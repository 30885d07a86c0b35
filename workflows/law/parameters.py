"""Numbers of the law that are no periods, as histories: from this day, this value, by this article.

Periods stand in `deadline_rules.py`. What is local or unverified is a setting (`settings.py`).
"""

from dataclasses import dataclass
from datetime import date

from workflows.law.citations import Citation, cite

LAW_VERSION = "2026-01"
"""The state of the law that cases accepted now are bound to."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a number was from a day on."""

    since: date
    value: int
    basis: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number of the law through time, in its unit."""

    name: str
    unit: str
    values: tuple[Value, ...]

    def on(self, day: date) -> Value:
        """The number in force on a day.

        Raises:
            LookupError: if the law had none yet.
        """
        in_force = [value for value in self.values if value.since <= day]
        if not in_force:
            raise LookupError(f"{self.name} had no value on {day}")
        return in_force[-1]


EBL_FROM = date(2007, 6, 1)
ANNOUNCEMENT_OF_SERVICE = Parameter(
    "announcement_of_service",
    "day",
    (
        Value(date(1991, 4, 9), 60, cite("CPL 95(1)")),
        Value(date(2022, 1, 1), 30, cite("CPL 95(1)")),
    ),
)
ANNOUNCEMENT_OF_SERVICE_ABROAD = Parameter(
    "announcement_of_service_abroad",
    "day",
    (
        Value(date(1991, 4, 9), 90, cite("CPL 283")),
        Value(date(2024, 1, 1), 60, cite("CPL 283")),
    ),
)


@dataclass(frozen=True, slots=True)
class Range:
    """A sum that the law leaves to the court between two bounds, both included, in fen."""

    least_fen: int
    most_fen: int
    basis: tuple[Citation, ...]


FINE_OF_FIRMS = Range(5_000_000, 20_000_000, cite("AA 39(1)", "EBL 130"))
FINE_OF_INDIVIDUALS = Range(1_000_000, 5_000_000, cite("AA 39(1)", "EBL 130"))
FEWEST_BIDDERS = 3
"""参与竞争的社会中介机构不得少于三家 (AA 21(1))."""
STANDBYS_OF_COMPETITION = (1, 2)
"""一至两名备选社会中介机构 (AA 21(4))."""
EBL_MADE_PUBLIC = date(2006, 8, 27)
"""Wages owed before this day come before securities where the pool leaves them unpaid (EBL 132)."""
