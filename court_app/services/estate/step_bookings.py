"""The entries that a step makes in the account of the estate, read while it is only tried out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from court_app.services.occasion import Occasion
from models import Case, LedgerEntry
from models.vocabulary import LedgerAccount

MOST_SHOWN = 20
"""A step that pays thousands makes as many entries; to check it, their number and the first of them do."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an entry, in fen."""

    account: LedgerAccount
    debit_fen: int
    credit_fen: int


@dataclass(frozen=True, slots=True)
class Booking:
    """An entry as it would be; `text` is frozen as the ledger keeps it."""

    text: dict[str, Any]
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Bookings:
    """What a step would book: how many entries, and the first of them."""

    count: int = 0
    shown: tuple[Booking, ...] = ()


def bookings_of(occasion: Occasion, case: Case, take: Callable[[], object]) -> Bookings:
    """Take a step and read what it has booked; whoever only tries it out undoes it afterwards."""
    case_id, session = case.id, occasion.session
    last = session.scalar(select(func.max(LedgerEntry.id)).where(LedgerEntry.case_id == case_id)) or 0
    take()
    session.flush()
    made = select(LedgerEntry).where(LedgerEntry.case_id == case_id, LedgerEntry.id > last)
    count = session.scalar(select(func.count()).select_from(made.subquery())) or 0
    if not count:
        return Bookings()
    entries = session.scalars(made.order_by(LedgerEntry.serial).limit(MOST_SHOWN))
    return Bookings(count, tuple(booking_of(entry) for entry in entries))


def booking_of(entry: LedgerEntry) -> Booking:
    """An entry as plain values, which outlive the transaction that is undone; debits before credits."""
    lines = sorted(entry.lines, key=lambda line: line.debit_fen == 0)
    sides = tuple(Side(line.account, line.debit_fen, line.credit_fen) for line in lines)
    return Booking(dict(entry.text), sides)
