"""What secured creditors have first of the money that is there, and what they have had of it (EBL 109)."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.services.old_wages import due_after_old_wages
from court_app.services.one_debts import ties_of
from court_app.services.realising import REALISED, Known, burdens_of, encumbered, proceeds_of
from models import Asset, Case, Claim, LedgerEntry, LedgerLine, SecuredReturn
from models.vocabulary import AssetState, ClaimClass, EntrySource, LedgerAccount
from workflows.calculations.one_debt import open_fen, passed_on


@dataclass(frozen=True, slots=True)
class SecuredDue:
    """What one claim is to have of assets whose price is complete, and what was paid to it; in fen."""

    met_fen: int
    paid_fen: int

    @property
    def unpaid_fen(self) -> int:
        """What it is still to have."""
        return max(0, self.met_fen - self.paid_fen)


def dues_by_claim(session: Session, case: Case) -> dict[int, SecuredDue]:
    """What every secured claim is to have and has had of money that is there, by number of the claim."""
    return dues_of(session, case, encumbered(session, case))


def dues_of(session: Session, case: Case, assets: Iterable[Asset]) -> dict[int, SecuredDue]:
    """The same for these assets; what a creditor needs no more is due to who has paid him (SG 23(2))."""
    known: Known = {}
    met, owed = dict[int, int](), dict[int, int]()
    for asset in assets:
        brought = proceeds_of(session, asset, known) if asset.state == AssetState.PAID.value else None
        for one in brought.met if brought else ():
            serial, before = one.claim.serial, met.get(one.claim.serial, 0)
            met[serial] = before + one.paid_fen
            owed[serial] = max(owed.get(serial, 0), one.claim.amount_fen - one.claim.met_fen)
    debts = ties_of(session, case).debts if met else {}
    open_of = {serial: open_fen(owed[serial], 0, debt) for serial, debt in debts.items() if serial in owed}
    met = passed_on(met, open_of, debts)
    met, paid = due_after_old_wages(session, case, met), paid_by_claim(session, case)
    return {serial: SecuredDue(met.get(serial, 0), paid.get(serial, 0)) for serial in sorted({*met, *paid})}


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


def wages_met(session: Session, case: Case) -> dict[int, int]:
    """What employees were paid of collateral (EBL 132), by id of the claim, in fen."""
    paid = paid_by_claim(session, case)
    if not paid:
        return {}
    employees = select(Claim.id, Claim.serial).where(
        Claim.case_id == case.id, Claim.claim_class == ClaimClass.EMP, Claim.serial.in_(paid)
    )
    return {claim_id: paid[serial] for claim_id, serial in session.execute(employees)}


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


def due_to_secured(session: Session, case: Case) -> int:
    """What of the money that is there belongs to secured creditors and was not paid to them, in fen.

    Of an asset whose price is not complete all that came in is theirs until it is.
    """
    assets = encumbered(session, case)
    owed = sum(due.unpaid_fen for due in dues_of(session, case, assets).values())
    return owed + sum(asset.proceeds_fen for asset in assets if is_bound(session, asset))


def is_bound(session: Session, asset: Asset) -> bool:
    """Whether what came in for an asset waits for the rest of its price."""
    complete = asset.state in REALISED and asset.state != AssetState.SOLD.value
    return not complete and bool(asset.proceeds_fen) and bool(burdens_of(session, asset))
