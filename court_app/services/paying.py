"""Paying shares: what is prepared, what goes into a file, what the bank made of it (EBL 114, 116(1), 118).

`mark_paid` is the one place where a payment becomes paid.
"""

from collections.abc import Callable, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.services import estate_account
from court_app.services.many_rows import insert_rows
from court_app.services.payments_ready import payments_named, ready_payments
from court_app.services.steps import Taken
from models import Distribution, Payment, PaymentFile, PaymentLine, Share
from models.vocabulary import PaymentState, ShareState
from workflows.payloads.liquidation import serials_of
from workflows.text import Text

IN_MONEY = (ShareState.PAID, ShareState.RELEASED)
"""Shares that go to their creditor; the others are laid aside or gone to others."""
CLOSED = (PaymentState.COLLECTED, PaymentState.FORFEITED)
"""Payments that another one, or the others' payments, have replaced."""


def prepare_payments(session: Session, made: Distribution, on: date) -> None:
    """A payment for what every share of a distribution gives its creditor and no payment holds yet.

    What is added to a share before its payment is sent joins that payment; later it is a payment of its own.
    """
    session.flush()
    known: dict[int, list[Payment]] = {}
    for payment in session.scalars(
        select(Payment).where(Payment.distribution_id == made.id).order_by(Payment.serial)
    ):
        known.setdefault(payment.share_id, []).append(payment)
    last = session.scalar(select(func.max(Payment.serial)).where(Payment.case_id == made.case_id)) or 0
    rows = list[dict[str, object]]()
    for share in made.shares:
        own = known.get(share.id, [])
        due = share.amount_fen - sum(one.amount_fen for one in own if one.state not in CLOSED)
        if share.state not in (*IN_MONEY, ShareState.UNCLAIMED) or due <= 0:
            continue
        if waiting := [one for one in own if one.state == PaymentState.PREPARED]:
            waiting[-1].amount_fen += due
            continue
        rows.append(row_for(made, share, own, on) | {"serial": last + len(rows) + 1, "amount_fen": due})
    if rows:
        insert_rows(session, Payment, rows)


def row_for(made: Distribution, share: Share, own: Sequence[Payment], on: date) -> dict[str, object]:
    """A new payment of a share; deposited at once like the rest of a share that nobody has collected.

    What was deposited and is collected goes to another account than the one from which it came back.
    """
    aside = share.state == ShareState.UNCLAIMED
    returned_from = [one.account_id for one in own if one.state == PaymentState.COLLECTED]
    return {
        "case_id": made.case_id,
        "distribution_id": made.id,
        "share_id": share.id,
        "state": PaymentState.DEPOSITED if aside else PaymentState.PREPARED,
        "account_id": returned_from[-1] if returned_from else None,
        "prepared_on": on,
        "settled_on": on if aside else None,
        "reopened_on": None,
        "reason": "",
        "version": 1,
    }


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


def record_sent_back(taken: Taken) -> None:
    """Open payments again that the bank sent back after they were recorded as paid; each is entered back."""
    session, on = taken.occasion.session, taken.data["returned_on"]
    why = {one["payment"]: one["reason"] for one in taken.data["returned"]}
    payments = payments_named(session, taken.case, why.keys(), None)
    last_line = select(func.max(PaymentLine.id)).where(
        PaymentLine.payment_id.in_([payment.id for payment in payments]),
        PaymentLine.state == PaymentState.PAID,
    )
    lines = {
        line.payment_id: line
        for line in session.scalars(
            select(PaymentLine).where(PaymentLine.id.in_(last_line.group_by(PaymentLine.payment_id)))
        )
    }
    for payment in payments:
        payment.state, payment.reason = PaymentState.RETURNED, why[payment.serial]
        payment.settled_on, payment.reopened_on = None, on
        if line := lines.get(payment.id):
            line.state, line.sent_back_on, line.reason = PaymentState.RETURNED, on, payment.reason
        estate_account.take_share_back(
            taken.occasion,
            taken.case,
            estate_account.Cause(on, taken.event.id),
            payment.distribution.serial,
            payment.amount_fen,
            Text("第{serial}号付款退汇，重新列为应付分配款", serial=payment.serial),
            reference=reference_of(payment, line),
        )


def reference_of(payment: Payment, line: PaymentLine | None) -> str:
    """Where a payment was sent from, so that it is found on the bank's statement."""
    if line is None:
        return str(Text("付款第{serial}号", serial=payment.serial))
    return str(Text("付款文件第{file}号第{line}行", file=line.file.serial, line=line.position))


PAYING_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "make_payment_file": make_payment_file,
    "record_payment_results": record_payment_results,
    "record_sent_back": record_sent_back,
}
