"""What the ledger says was paid out of collateral: to secured claims, to wages (EBL 109, 132)."""

from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Case, Claim, LedgerEntry, LedgerLine, SecuredReturn
from models.vocabulary import ClaimClass, EntrySource, LedgerAccount


def paid_by_claim(session: Session, case: Case) -> dict[int, int]:
    """What the ledger says was paid to secured claims and not undone, by number of the claim, in fen."""
    undone = select(LedgerEntry.reverses_id).where(
        LedgerEntry.case_id == case.id, LedgerEntry.reverses_id.is_not(None)
    )
    rows = session.execute(
        select(LedgerEntry.source_serial, func.sum(LedgerLine.debit_fen - LedgerLine.credit_fen))
        .join(LedgerLine, LedgerLine.entry_id == LedgerEntry.id)
        .where(
            LedgerEntry.case_id == case.id,
            LedgerEntry.source == EntrySource.MANUAL,
            LedgerEntry.source_serial.is_not(None),
            LedgerEntry.id.not_in(undone),
            LedgerLine.account == LedgerAccount.SECURED,
        )
        .group_by(LedgerEntry.source_serial)
    )
    paid = {serial: int(fen) for serial, fen in rows if serial is not None}
    for serial, fen in since_returned(session, case).items():
        paid[serial] = paid.get(serial, 0) + fen
    return paid


def wages_among(session: Session, case: Case, paid: Mapping[int, int]) -> dict[int, int]:
    """What of that employees were paid (EBL 132), by id of the claim, in fen.

    `paid` is what was paid out of collateral, by number of the claim.
    """
    if not paid:
        return {}
    employees = select(Claim.id, Claim.serial).where(
        Claim.case_id == case.id, Claim.claim_class == ClaimClass.EMP, Claim.serial.in_(paid)
    )
    return {claim_id: paid[serial] for claim_id, serial in session.execute(employees)}


def wages_met(session: Session, case: Case) -> dict[int, int]:
    """What employees were paid of collateral (EBL 132), by id of the claim, in fen."""
    return wages_among(session, case, paid_by_claim(session, case))


def since_returned(session: Session, case: Case) -> dict[int, int]:
    """What payments that the bank sent back have made of what was paid, by number of the claim, in fen."""
    rows = session.execute(
        select(Claim.serial, func.sum(LedgerLine.debit_fen - LedgerLine.credit_fen))
        .join(SecuredReturn, SecuredReturn.claim_id == Claim.id)
        .join(
            LedgerEntry,
            (LedgerEntry.case_id == SecuredReturn.case_id)
            & (LedgerEntry.source_serial == SecuredReturn.serial),
        )
        .join(LedgerLine, LedgerLine.entry_id == LedgerEntry.id)
        .where(
            SecuredReturn.case_id == case.id,
            LedgerEntry.source == EntrySource.SECURED_RETURN,
            LedgerLine.account == LedgerAccount.SECURED,
        )
        .group_by(Claim.serial)
    )
    return {serial: int(fen) for serial, fen in rows}
