"""Entries of the ledger that paid secured creditors, and whether their money came back (EBL 109)."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Case, LedgerEntry, PayeeAccount, SecuredReturn
from models.vocabulary import EntrySource, ManualEntryKind
from workflows.calculations.bookkeeping import BY_HAND
from workflows.calculations.secured_entry import SecuredEntry

PAYS = BY_HAND[ManualEntryKind.SECURED_PAID][0]


def entry_numbered(session: Session, case: Case, serial: int) -> LedgerEntry | None:
    """The entry of that number if it was made by hand and pays a secured claim."""
    entry = session.scalar(
        select(LedgerEntry).where(
            LedgerEntry.case_id == case.id,
            LedgerEntry.serial == serial,
        )
    )
    return entry if entry is not None and pays_secured(entry) else None


def pays_secured(entry: LedgerEntry) -> bool:
    """Whether an entry made by hand pays a secured claim out of its collateral."""
    by_hand = entry.source is EntrySource.MANUAL and entry.source_serial is not None
    return by_hand and any(line.account is PAYS and line.debit_fen for line in entry.lines)


def returned(session: Session, entries: Iterable[LedgerEntry]) -> dict[int, int]:
    """Of these entries, those whose money the bank sent back: the number of the return by id of the entry."""
    chosen = select(SecuredReturn.entry_id, SecuredReturn.serial).where(
        SecuredReturn.entry_id.in_([entry.id for entry in entries])
    )
    return {row.entry_id: row.serial for row in session.execute(chosen)}


def secured_entry(session: Session, case: Case, serial: int) -> SecuredEntry | None:
    """The same as the rules see it."""
    entry = entry_numbered(session, case, serial)
    if entry is None or entry.source_serial is None:
        return None
    undone = select(LedgerEntry.id).where(LedgerEntry.reverses_id == entry.id)
    return SecuredEntry(
        entry.source_serial,
        entry.debit_fen,
        entry.on,
        undone=session.scalar(undone) is not None,
        returned=is_returned(session, entry),
    )


def is_returned(session: Session, entry: LedgerEntry) -> bool:
    """Whether the bank sent back what an entry paid."""
    return session.scalar(select(SecuredReturn.id).where(SecuredReturn.entry_id == entry.id)) is not None


def latest_account(session: Session, party_id: int) -> PayeeAccount | None:
    """The account of a creditor that counts now."""
    chosen = select(PayeeAccount).where(PayeeAccount.party_id == party_id)
    return session.scalar(chosen.order_by(PayeeAccount.id.desc()).limit(1))
