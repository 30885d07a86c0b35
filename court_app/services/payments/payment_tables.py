"""Tables that come and go around payments: the file for the bank, its results, creditors' accounts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marshmallow import ValidationError
from sqlalchemy import select

from court_app.errors import BadInput
from court_app.services.casework import cases
from court_app.services.occasion import Occasion
from court_app.services.payments import payment_accounts
from court_app.services.payments.payment_accounts import SAME, AccountWritten, must_pay
from court_app.services.payments.payment_lists import FileRow
from court_app.services.payments.payment_lists import lines_of as lines_of_file
from court_app.services.sheets import MOST_ROWS, Cell, lines_of, no_table, sheet_of, text_of
from models import Case, Claim, PaymentFile
from workflows.calculations.money import plain
from workflows.text import Text

POSITION, PAYEE, ACCOUNT, BANK, AMOUNT, REMARK = "序号", "收款人户名", "收款账号", "开户银行", "金额", "附言"
FILE_HEADING = (POSITION, PAYEE, ACCOUNT, BANK, AMOUNT, REMARK)
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
    whose = "债权表" if isinstance(row.claim, Claim) else "出资人"
    remark = f"{case.number}破产财产分配，{whose}第{row.claim.serial}号"
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


class Wrong(Exception):
    """A cell that cannot be used; caught where its row is known."""

    def __init__(self, column: str, why: Text) -> None:
        self.column, self.why = column, why
        super().__init__(str(why))


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
    returned = payment_accounts.returned_accounts(occasion.session, case)
    told: dict[int, dict[str, str]] = {}
    faults = list[Fault]()
    for number, row in read_lines(content, ACCOUNT_HEADING):
        try:
            party_id, account = read_account(row, party_of, told)
        except Wrong as error:
            faults.append(Fault(number, error.column, error.why))
            continue
        told[party_id] = account
        if (party_id, *(account[name] for name in SAME)) in returned:
            faults.append(Fault(number, NUMBER, SENT_FROM))
    if faults:
        raise WrongRows(faults)
    return payment_accounts.add_all(occasion, case, told)


SENT_FROM = Text("该账户的付款已被银行退回。请填写更正后的账户；经核实账户无误的，请在该笔付款的页面登记。")
AS_WRITTEN = AccountWritten()
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
        account = AS_WRITTEN.load({name: row.get(column, "") for name, column in COLUMN_OF.items()})
    except ValidationError as error:
        normalized: Callable[[], Any] = error.normalized_messages
        name, messages = next(iter(normalized().items()))
        raise Wrong(COLUMN_OF[name], Text(str(messages[0]))) from error
    kept = {name: account[name] for name in COLUMN_OF}
    before = told.get(party_of[serial], kept)
    if any(before[name] != kept[name] for name in COLUMN_OF if name != "reason"):
        raise Wrong(NUMBER, Text("同一债权人在表中有两个不同的账户。"))
    return party_of[serial], kept
