"""Paying shares: what is prepared, what goes into a file, what the bank made of it (EBL 114, 116(1), 118).

`mark_paid` is the one place where a payment becomes paid.
"""

from collections.abc import Callable
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.services import estate_account
from court_app.services.many_rows import insert_rows
from court_app.services.payments_ready import ready_payments
from court_app.services.steps import Taken
from models import Distribution, Payment, PaymentFile, PaymentLine, Share
from models.vocabulary import PaymentState, ShareState
from workflows.guards.payments import READY
from workflows.payloads.liquidation import serials_of
from workflows.text import Text

IN_MONEY = (ShareState.PAID, ShareState.RELEASED)
"""Shares that go to their creditor; the others are laid aside or gone to others."""


def prepare_payments(session: Session, made: Distribution, on: date) -> None:
    """A payment for what every share of a distribution gives its creditor and no payment holds yet.

    What is added to a share before its payment is sent joins that payment; later it is a payment of its own.
    """
    session.flush()
    held: dict[int, int] = {}
    waiting: dict[int, Payment] = {}
    for payment in session.scalars(select(Payment).where(Payment.distribution_id == made.id)):
        if payment.state != PaymentState.DEPOSITED:
            held[payment.share_id] = held.get(payment.share_id, 0) + payment.amount_fen
        if payment.state == PaymentState.PREPARED:
            waiting[payment.share_id] = payment
    last = session.scalar(select(func.max(Payment.serial)).where(Payment.case_id == made.case_id)) or 0
    rows = list[dict[str, object]]()
    for share in made.shares:
        due = share.amount_fen - held.get(share.id, 0)
        if share.state not in IN_MONEY or due <= 0:
            continue
        if share.id in waiting:
            waiting[share.id].amount_fen += due
            continue
        last += 1
        rows.append(
            {
                "case_id": made.case_id,
                "serial": last,
                "distribution_id": made.id,
                "share_id": share.id,
                "amount_fen": due,
                "state": PaymentState.PREPARED,
                "prepared_on": on,
                "reason": "",
                "version": 1,
            }
        )
    if rows:
        insert_rows(session, Payment, rows)


def deposit_payments(session: Session, share: Share, on: date) -> None:
    """What waits of a share is not paid any more but deposited (EBL 118)."""
    for payment in session.scalars(
        select(Payment).where(Payment.share_id == share.id, Payment.state.in_(READY))
    ):
        payment.state, payment.settled_on = PaymentState.DEPOSITED, on


def make_payment_file(taken: Taken) -> None:
    """Hand what is ready of a distribution to the bank in one file."""
    session, case = taken.occasion.session, taken.case
    made = session.scalars(
        select(Distribution).where(
            Distribution.case_id == case.id, Distribution.serial == taken.data["distribution_serial"]
        )
    ).one()
    ready = ready_payments(session, made.id)
    last = session.scalar(select(func.max(PaymentFile.serial)).where(PaymentFile.case_id == case.id))
    file = PaymentFile(
        case_id=case.id,
        serial=(last or 0) + 1,
        distribution_id=made.id,
        made_on=taken.on,
        made_by=taken.occasion.name,
        payments=len(ready),
        total_fen=sum(payment.amount_fen for payment, _ in ready),
    )
    session.add(file)
    for payment, account_id in ready:
        payment.state, payment.account_id, payment.reason = PaymentState.IN_FILE, account_id, ""
    session.flush()
    insert_rows(
        session,
        PaymentLine,
        [
            {
                "file_id": file.id,
                "position": place,
                "payment_id": payment.id,
                "account_id": account_id,
                "amount_fen": payment.amount_fen,
                "state": PaymentState.IN_FILE,
                "reason": "",
            }
            for place, (payment, account_id) in enumerate(ready, 1)
        ],
    )


def record_payment_results(taken: Taken) -> None:
    """Write down of every line that was named whether it was paid or came back."""
    paid = serials_of(taken.data["paid"])
    back = {one["position"]: one["reason"] for one in taken.data["returned"]}
    lines = taken.occasion.session.scalars(
        select(PaymentLine)
        .join(PaymentFile, PaymentFile.id == PaymentLine.file_id)
        .where(
            PaymentFile.case_id == taken.case.id,
            PaymentFile.serial == taken.data["file_serial"],
            PaymentLine.state == PaymentState.IN_FILE,
        )
    )
    payments, sent_fen = payments_of_file(taken), 0
    for line in lines:
        payment = payments[line.payment_id]
        if line.position in paid:
            mark_paid(line, payment, taken.on)
            sent_fen += line.amount_fen
        elif line.position in back:
            mark_returned(line, payment, taken.on, back[line.position])
    book_paid(taken, sent_fen)


def book_paid(taken: Taken, fen: int) -> None:
    """The ledger says what has left the bank with a file."""
    serial = taken.occasion.session.scalars(
        select(Distribution.serial)
        .join(PaymentFile, PaymentFile.distribution_id == Distribution.id)
        .where(PaymentFile.case_id == taken.case.id, PaymentFile.serial == taken.data["file_serial"])
    ).one()
    estate_account.pay_shares(
        taken.occasion,
        taken.case,
        estate_account.Cause(taken.on, taken.event.id),
        serial,
        fen,
        reference=str(Text("付款文件第{file}号", file=taken.data["file_serial"])),
    )


def payments_of_file(taken: Taken) -> dict[int, Payment]:
    """The payments that a file holds, by id."""
    found = taken.occasion.session.scalars(
        select(Payment)
        .join(PaymentLine, PaymentLine.payment_id == Payment.id)
        .join(PaymentFile, PaymentFile.id == PaymentLine.file_id)
        .where(PaymentFile.case_id == taken.case.id, PaymentFile.serial == taken.data["file_serial"])
    )
    return {payment.id: payment for payment in found}


def mark_paid(line: PaymentLine, payment: Payment, on: date) -> None:
    """The money is with the creditor: the one place where a payment becomes paid."""
    line.state = payment.state = PaymentState.PAID
    line.settled_on = payment.settled_on = on


def mark_returned(line: PaymentLine, payment: Payment, on: date, reason: str) -> None:
    """The bank sent the money back; it waits for an account that is written since, or is deposited."""
    line.state = payment.state = PaymentState.RETURNED
    line.settled_on = on
    line.reason = payment.reason = reason


PAYING_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "make_payment_file": make_payment_file,
    "record_payment_results": record_payment_results,
}
