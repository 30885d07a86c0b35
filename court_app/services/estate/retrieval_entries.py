"""The ledger entries of a retrieval, or of a payment that came back; those that a guard lets be corrected."""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from court_app.services.estate import estate_account
from models import AgreedEntry, Case, LedgerEntry, LedgerLine, Retrieval, SecuredReturn
from models.vocabulary import MONEY, EntrySource, OwnerPayment
from workflows.calculations.bookkeeping import OWNERS_PAY

PAID_BY_OWNER = {account: what for what, account in OWNERS_PAY.items()}


def receipts(case: Case, serial: int) -> Select[LedgerEntry]:
    """The entries by which an owner paid that stand and that the bank has not confirmed."""
    came_in = select(LedgerLine.entry_id).where(LedgerLine.account.in_(MONEY), LedgerLine.debit_fen > 0)
    by_owner = select(LedgerLine.entry_id).where(
        LedgerLine.account.in_(list(PAID_BY_OWNER)), LedgerLine.credit_fen > 0
    )
    matched = select(LedgerLine.entry_id).join(AgreedEntry, AgreedEntry.ledger_line_id == LedgerLine.id)
    return select(LedgerEntry).where(
        LedgerEntry.case_id == case.id,
        LedgerEntry.source == EntrySource.RETRIEVAL,
        LedgerEntry.source_serial == serial,
        LedgerEntry.id.not_in(estate_account.reversed_ids(case)),
        LedgerEntry.id.in_(came_in),
        LedgerEntry.id.in_(by_owner),
        LedgerEntry.id.not_in(matched),
    )


def receipts_by_entry(session: Session, case: Case, serial: int) -> dict[int, tuple[OwnerPayment, int]]:
    """What was paid for and how much, in fen, by the number of the entry; see `receipts`."""
    return {
        entry.serial: (PAID_BY_OWNER[line.account], line.credit_fen)
        for entry in session.scalars(receipts(case, serial))
        for line in entry.lines
        if line.account in PAID_BY_OWNER
    }


SOURCES: dict[type, EntrySource] = {
    Retrieval: EntrySource.RETRIEVAL,
    SecuredReturn: EntrySource.SECURED_RETURN,
}
"""The parts whose pages show their entries."""


def source_of(part: object) -> EntrySource | None:
    """Under which source the entries of a part stand; None if its page shows none."""
    return SOURCES.get(type(part))


def entries_of(session: Session, part: Retrieval | SecuredReturn) -> list[LedgerEntry]:
    """The entries of a retrieval, or of a payment that came back, and those that reverse them, by number."""
    own = estate_account.of_source(part.case, SOURCES[type(part)], part.serial)
    chosen = select(LedgerEntry).where(LedgerEntry.case_id == part.case_id, own)
    return list(session.scalars(chosen.order_by(LedgerEntry.serial)))
