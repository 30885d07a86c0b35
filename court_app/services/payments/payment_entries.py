"""Which payments an entry of the ledger is that a payment file made: each with its account (EBL 116)."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Case, CaseEvent, PayeeAccount, PaymentFile, PaymentLine
from workflows.calculations.matching import Paid, PaidTogether
from workflows.payloads.serials import serials_of

OfFile = dict[int, Paid]
"""The payments of a file by their place in it."""


def paid_together(
    session: Session, case: Case, entries: Iterable[tuple[int, date, int, int]]
) -> list[PaidTogether]:
    """The payments that each of these entries is; those of which that cannot be told are left out.

    Args:
        session: where to look.
        case: the case.
        entries: number of the ledger's line, day, what left the bank in fen, event that caused it.
    """
    known = list(entries)
    files = dict[int, OfFile]()
    found = list[PaidTogether]()
    told = payloads_of(session, [event for *_, event in known])
    for line, on, fen, event in known:
        payload = told.get(event, {})
        serial = payload.get("file_serial")
        if not isinstance(serial, int):
            continue
        if serial not in files:
            files[serial] = payments_of(session, case, serial)
        places = serials_of(str(payload.get("paid", "")))
        payments = tuple(files[serial][place] for place in sorted(places) if place in files[serial])
        if sum(one.amount_fen for one in payments) == fen:
            found.append(PaidTogether(line, on, payments))
    return found


def payloads_of(session: Session, events: list[int]) -> dict[int, dict[str, object]]:
    """What was supplied with steps, by their events."""
    chosen = select(CaseEvent.id, CaseEvent.payload).where(CaseEvent.id.in_(events))
    return {number: dict(payload) for number, payload in session.execute(chosen)}


def payments_of(session: Session, case: Case, serial: int) -> OfFile:
    """The payments of a file as they were sent."""
    chosen = (
        select(
            PaymentLine.position,
            PaymentLine.amount_fen,
            PayeeAccount.account_name,
            PayeeAccount.account_number,
        )
        .join(PaymentFile, PaymentFile.id == PaymentLine.file_id)
        .join(PayeeAccount, PayeeAccount.id == PaymentLine.account_id)
        .where(PaymentFile.case_id == case.id, PaymentFile.serial == serial)
    )
    return {place: Paid(fen, name, number) for place, fen, name, number in session.execute(chosen)}
