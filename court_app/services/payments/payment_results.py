"""What the bank made of a payment file: its table of results, read line by line and recorded."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from court_app.services.casework import cases
from court_app.services.occasion import Occasion
from court_app.services.payments.payment_accounts import must_pay
from court_app.services.payments.payment_lists import file_of
from court_app.services.payments.payment_tables import AMOUNT, POSITION, Fault, Wrong, WrongRows, read_lines
from court_app.services.procedure import parts
from models import Payment, PaymentFile, PaymentLine
from models.vocabulary import PaymentState
from workflows.calculations.money import fen_of, plain
from workflows.calculations.sum_faults import half_width
from workflows.text import Text

RESULT, WHY = "结果", "原因"
RESULT_HEADING = (POSITION, AMOUNT, RESULT, WHY)
PAID = frozenset({"成功", "已支付", "paid", "success"})
BACK = frozenset({"退回", "失败", "returned", "failed"})
LATE = frozenset({"退汇", "sent back"})
"""How a table says that the bank sent back what was recorded as paid."""
SENT_BACK_ON, ALSO_SENT_BACK_ON = "退汇日期", "sent back on"


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a table of results has brought: how many were paid, came back, and came back after that."""

    paid: int
    back: int
    late: int


def record_results(occasion: Occasion, case_id: int, serial: int, content: bytes) -> Recorded:
    """Take the bank's result file: results as one step, what was sent back late as one step for each day.

    Raises:
        WrongRows: naming every row that does not fit the file; nothing is written.
        StepRefused: if results may not be recorded now.
    """
    case = cases.hold_shared(occasion, case_id)
    must_pay(occasion, case)
    sent = lines_sent(occasion.session, file_of(occasion, case, serial))
    found = read_results(content, sent, occasion.today)
    if found.paid or found.back or not found.late:
        told = {
            "file_serial": serial,
            "paid": parts.serials_in_words(found.paid),
            "returned": [
                {"position": position, "reason": why} for position, why in sorted(found.back.items())
            ],
        }
        cases.take_step(occasion, case_id, "record_payment_results", told, version=None)
    for day in sorted({one.on for one in found.late.values()}):
        returned = [
            {"payment": sent[position].payment, "reason": one.why}
            for position, one in sorted(found.late.items())
            if one.on == day
        ]
        told = {"returned_on": day.isoformat(), "returned": returned}
        cases.take_step(occasion, case_id, "record_sent_back", told, version=None)
    return Recorded(len(found.paid), len(found.back), len(found.late))


@dataclass(frozen=True, slots=True)
class Late:
    """On which day the bank sent back what was recorded as paid, and why."""

    on: date
    why: str


class Sent(NamedTuple):
    """A line of a file: its sum in fen, what the bank has made of it, the number of its payment."""

    amount_fen: int
    state: PaymentState
    payment: int


@dataclass(slots=True)
class Results:
    """What a result file says of the lines of a payment file, by their position."""

    paid: set[int] = field(default_factory=set)
    back: dict[int, str] = field(default_factory=dict)
    late: dict[int, Late] = field(default_factory=dict)

    def __contains__(self, position: object) -> bool:
        """Whether something was said of a line."""
        return position in self.paid or position in self.back or position in self.late


def read_results(content: bytes, sent: Mapping[int, Sent], today: date) -> Results:
    """Read a result file against the lines that were sent.

    Raises:
        WrongRows: naming every row that does not fit.
    """
    found, faults = Results(), list[Fault]()
    for number, row in read_lines(content, (POSITION, RESULT)):
        try:
            position = read_result(row, sent, found)
            if row[RESULT].lower() in PAID:
                found.paid.add(position)
            elif sent[position].state == PaymentState.PAID:
                found.late[position] = Late(day_of_return(row, today), row[WHY][:200])
            else:
                found.back[position] = row[WHY][:200]
        except Wrong as error:
            faults.append(Fault(number, error.column, error.why))
    if faults:
        raise WrongRows(faults)
    return found


def lines_sent(session: Session, file: PaymentFile) -> dict[int, Sent]:
    """The lines of a file by their numbers."""
    rows = session.execute(
        select(PaymentLine.position, PaymentLine.amount_fen, PaymentLine.state, Payment.serial)
        .join(Payment, Payment.id == PaymentLine.payment_id)
        .where(PaymentLine.file_id == file.id)
    )
    return {position: Sent(fen, state, payment) for position, fen, state, payment in rows}


def day_of_return(row: Mapping[str, str], today: date) -> date:
    """On which day a payment was sent back; today if the table does not say.

    Raises:
        Wrong: if it is no day.
    """
    text = row.get(SENT_BACK_ON) or row.get(ALSO_SENT_BACK_ON, "")
    try:
        return date.fromisoformat(text[:10].replace("/", "-")) if text else today
    except ValueError as error:
        raise Wrong(SENT_BACK_ON, Text("请填写 2026-09-20 形式的日期。")) from error


def read_result(row: Mapping[str, str], sent: Mapping[int, Sent], told: Container[int]) -> int:
    """The line of the file of which a row speaks.

    Raises:
        Wrong: if there is none, it was told before, the sum is another, or the result is not told.
    """
    text = row[POSITION]
    position = int(text) if text.isdecimal() and len(text) < 8 else 0
    if position not in sent:
        raise Wrong(POSITION, Text("付款文件中没有这个序号。"))
    if position in told:
        raise Wrong(POSITION, Text("该序号出现了不止一次。"))
    amount = row.get(AMOUNT, "")
    if amount and fen_of(half_width(amount)) != sent[position].amount_fen:
        raise Wrong(AMOUNT, Text("与付款文件中的{amount}元不一致。", amount=plain(sent[position].amount_fen)))
    result, was_paid = row[RESULT].lower(), sent[position].state == PaymentState.PAID
    if result not in PAID | BACK | LATE:
        raise Wrong(RESULT, Text("须为“成功”“退回”或者“退汇”。"))
    if result not in PAID and not row.get(WHY):
        raise Wrong(WHY, Text("退回的须写明原因。"))
    if result in BACK and was_paid:
        raise Wrong(RESULT, Text("已经登记为已支付；付款后被银行退回的，请写“退汇”。"))
    return position
