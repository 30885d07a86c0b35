"""Tables that come and go around payments: the file for the bank, its results, creditors' accounts."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marshmallow import ValidationError
from sqlalchemy import select

from court_app.errors import BadInput
from court_app.services import cases, parts, payment_accounts
from court_app.services.claim_table import MOST_ROWS, Cell, lines_of, no_table, sheet_of, text_of
from court_app.services.occasion import Occasion
from court_app.services.payment_accounts import AccountWritten, account_of, must_pay
from court_app.services.payment_lists import FileRow, file_of
from court_app.services.payment_lists import lines_of as lines_of_file
from models import Case, Claim, PaymentFile
from workflows.calculations.money import fen_of, plain
from workflows.calculations.sum_faults import half_width
from workflows.text import Text

POSITION, PAYEE, ACCOUNT, BANK, AMOUNT, REMARK = "序号", "收款人户名", "收款账号", "开户银行", "金额", "附言"
FILE_HEADING = (POSITION, PAYEE, ACCOUNT, BANK, AMOUNT, REMARK)
RESULT, WHY = "结果", "原因"
RESULT_HEADING = (POSITION, AMOUNT, RESULT, WHY)
PAID = frozenset({"成功", "已支付", "paid", "success"})
BACK = frozenset({"退回", "失败", "returned", "failed"})
CLAIM, NAME, NUMBER, REASON = "债权表序号", "户名", "账号", "理由"
ACCOUNT_HEADING = (CLAIM, NAME, BANK, NUMBER, REASON)
MOST_FAULTS = 200
"""So many wrong rows are told at once."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a row, counted from the heading as 1."""

    row: int
    column: str
    why: Text


class WrongRows(BadInput):
    """Rows of a table that cannot be used; nothing was written."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults[:MOST_FAULTS])
        told = [
            Text("第{row}行，{column}：{why}", row=one.row, column=one.column, why=one.why)
            for one in self.faults
        ]
        super().__init__({"file": told})


def bank_rows(occasion: Occasion, case: Case, file: PaymentFile) -> list[list[str]]:
    """The lines of a payment file as the bank gets them; `exporting` writes every cell as text.

    Raises:
        Forbidden: if the person does not pay the shares of the case.
    """
    must_pay(occasion, case)
    found = lines_of_file(occasion, file, size=MOST_ROWS)
    return [bank_row(case, row) for row in found.rows]


def bank_row(case: Case, row: FileRow) -> list[str]:
    """One line for the bank."""
    account = row.line.account
    remark = f"{case.number}破产财产分配，债权表第{row.claim.serial}号"
    cells = (str(row.line.position), account.account_name, account.account_number, account.bank)
    return [*cells, plain(row.line.amount_fen), remark]


def read_lines(content: bytes, needed: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table by their numbers and headings; further columns are not looked at.

    Raises:
        BadInput: if it is no table, lacks a heading, or is too long.
    """
    lines: Iterator[Sequence[Cell]] = sheet_of(content) if content[:2] == b"PK" else lines_of(content)
    heading = [text_of(cell) for cell in next(lines, [])]
    if missing := [name for name in needed if name not in heading]:
        raise no_table(Text("第一行缺少这些列名：{missing}。", missing=missing))
    for number, cells in enumerate(lines, start=2):
        if number > MOST_ROWS + 1:
            raise no_table(Text("表格超过{most}行，请拆成几个文件。", most=MOST_ROWS))
        row = dict(zip(heading, map(text_of, cells), strict=False))
        if any(row.values()):
            yield number, {name: text.removeprefix("'") for name, text in row.items()}


def record_results(occasion: Occasion, case_id: int, serial: int, content: bytes) -> tuple[int, int]:
    """Take the bank's result file and record it as one step; returns how many were paid and came back.

    Raises:
        WrongRows: naming every row that does not fit the file; nothing is written.
        StepRefused: if results may not be recorded now.
    """
    case = cases.hold_shared(occasion, case_id)
    must_pay(occasion, case)
    file = file_of(occasion, case, serial)
    sent = {row.line.position: row for row in lines_of_file(occasion, file, size=MOST_ROWS).rows}
    paid, back, faults = set[int](), dict[int, str](), list[Fault]()
    for number, row in read_lines(content, (POSITION, RESULT)):
        try:
            position = read_result(row, sent, paid | back.keys())
            if row[RESULT].lower() in PAID:
                paid.add(position)
            else:
                back[position] = row.get(WHY, "")[:200]
        except Wrong as error:
            faults.append(Fault(number, error.column, error.why))
    if faults:
        raise WrongRows(faults)
    told = {
        "file_serial": serial,
        "paid": parts.serials_in_words(paid),
        "returned": [{"position": position, "reason": why} for position, why in sorted(back.items())],
    }
    cases.take_step(occasion, case_id, "record_payment_results", told, version=None)
    return len(paid), len(back)


class Wrong(Exception):
    """A cell that cannot be used; caught where its row is known."""

    def __init__(self, column: str, why: Text) -> None:
        self.column, self.why = column, why
        super().__init__(str(why))


def read_result(row: Mapping[str, str], sent: Mapping[int, FileRow], told: Collection[int]) -> int:
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
    if amount and fen_of(half_width(amount)) != sent[position].line.amount_fen:
        raise Wrong(
            AMOUNT, Text("与付款文件中的{amount}元不一致。", amount=plain(sent[position].line.amount_fen))
        )
    result = row[RESULT].lower()
    if result not in PAID | BACK:
        raise Wrong(RESULT, Text("须为“成功”或者“退回”。"))
    if result in BACK and not row.get(WHY):
        raise Wrong(WHY, Text("退回的须写明原因。"))
    return position


def record_accounts(occasion: Occasion, case_id: int, content: bytes) -> int:
    """Write down the accounts of a table, all or none; returns how many are new or changed.

    Raises:
        WrongRows: naming every row that cannot be used; nothing is written.
        Forbidden: if the person does not pay the shares of the case.
    """
    case = cases.hold_shared(occasion, case_id)
    must_pay(occasion, case)
    party_of = dict(
        occasion.session.execute(select(Claim.serial, Claim.party_id).where(Claim.case_id == case.id)).all()
    )
    told: dict[int, dict[str, str]] = {}
    faults = list[Fault]()
    for number, row in read_lines(content, ACCOUNT_HEADING):
        try:
            party_id, account = read_account(row, party_of, told)
            told[party_id] = account
        except Wrong as error:
            faults.append(Fault(number, error.column, error.why))
    if faults:
        raise WrongRows(faults)
    return sum(1 for party_id, account in told.items() if changed(occasion, party_id, account))


def changed(occasion: Occasion, party_id: int, account: Mapping[str, str]) -> bool:
    """Write an account down unless it is the one that counts already."""
    known = account_of(occasion, party_id)
    names = ("account_name", "bank", "account_number")
    if known is not None and all(getattr(known, name) == account[name] for name in names):
        return False
    payment_accounts.add(occasion, party_id, account)
    return True


COLUMN_OF = {"account_name": NAME, "bank": BANK, "account_number": NUMBER, "reason": REASON}


def read_account(
    row: Mapping[str, str], party_of: Mapping[int, int], told: Mapping[int, Mapping[str, str]]
) -> tuple[int, dict[str, str]]:
    """A creditor and his account.

    Raises:
        Wrong: if there is no such claim, the account is not well formed, or another was told before.
    """
    text = row[CLAIM]
    serial = int(text) if text.isdecimal() and len(text) < 8 else 0
    if serial not in party_of:
        raise Wrong(CLAIM, Text("本案没有这个序号的债权。"))
    try:
        account = AccountWritten().load({name: row.get(column, "") for name, column in COLUMN_OF.items()})
    except ValidationError as error:
        normalized: Callable[[], Any] = error.normalized_messages
        name, messages = next(iter(normalized().items()))
        raise Wrong(COLUMN_OF[name], Text(str(messages[0]))) from error
    kept = {name: account[name] for name in COLUMN_OF}
    before = told.get(party_of[serial], kept)
    if any(before[name] != kept[name] for name in COLUMN_OF if name != "reason"):
        raise Wrong(NUMBER, Text("同一债权人在表中有两个不同的账户。"))
    return party_of[serial], kept
