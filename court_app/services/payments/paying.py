"""Paying shares: what is prepared, what goes into a file, what the bank made of it (EBL 114, 116(1), 118).

`settle` is the one place where a payment becomes paid.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from court_app.services.estate import estate_account, estate_postings
from court_app.services.many_rows import change_rows, insert_rows
from court_app.services.payments.payments_ready import Ready, payments_named, ready_payments
from court_app.services.procedure.step_records import Taken
from models import Distribution, Payment, PaymentFile, PaymentLine, Share
from models.vocabulary import PaymentState, ShareState
from workflows.payloads.serials import serials_of
from workflows.text import Text

IN_MONEY = (ShareState.PAID, ShareState.RELEASED)
"""Shares that go to their creditor; the others are laid aside or gone to others."""
CLOSED = (PaymentState.COLLECTED, PaymentState.FORFEITED)
"""Payments that another one, or the others' payments, have replaced."""
IN_FILE = PaymentState.IN_FILE.value
AT_ONCE = 1000
"""So many rows are changed by one statement."""


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
        total_fen=sum(one.amount_fen for one in ready),
    )
    session.add(file)
    session.flush()
    change_rows(
        session,
        Payment,
        ("state", "account_id", "reason", "version"),
        [(IN_FILE, one.account_id, "", one.version + 1, one.payment_id) for one in ready],
    )
    read_anew(session)
    lines = [line_of(file, place, one) for place, one in enumerate(ready, 1)]
    insert_rows(session, PaymentLine, lines)


def line_of(file: PaymentFile, position: int, ready: Ready) -> dict[str, Any]:
    """A payment as a line of the file that goes to the bank."""
    return {
        "file_id": file.id,
        "position": position,
        "payment_id": ready.payment_id,
        "account_id": ready.account_id,
        "amount_fen": ready.amount_fen,
        "state": PaymentState.IN_FILE,
        "reason": "",
    }


def read_anew(session: Session) -> None:
    """Payments that are in memory are read again: statements have changed their rows."""
    session.flush()
    for one in session.identity_map.values():
        if isinstance(one, Payment | PaymentLine):
            session.expire(one)


class Waiting(NamedTuple):
    """A line of a file of which the bank has said nothing yet; in fen."""

    position: int
    id: int
    payment_id: int
    amount_fen: int


def record_payment_results(taken: Taken) -> None:
    """Write down of every line that was named whether it was paid or came back."""
    session = taken.occasion.session
    paid = serials_of(taken.data["paid"])
    back = {one["position"]: one["reason"] for one in taken.data["returned"]}
    rows = session.execute(
        select(PaymentLine.position, PaymentLine.id, PaymentLine.payment_id, PaymentLine.amount_fen)
        .join(PaymentFile, PaymentFile.id == PaymentLine.file_id)
        .where(
            PaymentFile.case_id == taken.case.id,
            PaymentFile.serial == taken.data["file_serial"],
            PaymentLine.state == PaymentState.IN_FILE,
        )
    )
    waiting = [Waiting(*row) for row in rows]
    arrived = [row for row in waiting if row.position in paid]
    settle(session, arrived, PaymentState.PAID, taken.on)
    for row in waiting:
        if row.position in back:
            settle(session, [row], PaymentState.RETURNED, taken.on, back[row.position])
    read_anew(session)
    book_paid(taken, sum(row.amount_fen for row in arrived))


def settle(
    session: Session, lines: Sequence[Waiting], state: PaymentState, on: date, reason: str = ""
) -> None:
    """Say of lines and of their payments how they stand: the one place where a payment becomes paid.

    What came back waits for an account that is written since, or is deposited.
    """
    with_creditor = {"settled_on": on} if state == PaymentState.PAID else {}
    for n in range(0, len(lines), AT_ONCE):
        some = lines[n : n + AT_ONCE]
        session.execute(
            update(PaymentLine)
            .where(PaymentLine.id.in_([line.id for line in some]))
            .values(state=state, settled_on=on, reason=reason)
            .execution_options(synchronize_session=False)
        )
        session.execute(
            update(Payment)
            .where(Payment.id.in_([line.payment_id for line in some]))
            .values(state=state, reason=reason, version=Payment.version + 1, **with_creditor)
            .execution_options(synchronize_session=False)
        )


def book_paid(taken: Taken, fen: int) -> None:
    """The ledger says what has left the bank with a file."""
    serial = taken.occasion.session.scalars(
        select(Distribution.serial)
        .join(PaymentFile, PaymentFile.distribution_id == Distribution.id)
        .where(PaymentFile.case_id == taken.case.id, PaymentFile.serial == taken.data["file_serial"])
    ).one()
    estate_postings.pay_shares(
        taken.occasion,
        taken.case,
        estate_account.cause_of(taken),
        serial,
        fen,
        reference=str(Text("付款文件第{file}号", file=taken.data["file_serial"])),
    )


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
        estate_postings.take_share_back(
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
