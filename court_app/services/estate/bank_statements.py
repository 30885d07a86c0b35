"""Bank statements of the estate: read and shown, then imported or given up; a wrong line stops all of it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from court_app.errors import BadInput, NotFound
from court_app.services import kept_tables
from court_app.services.estate.bank_table import StatementRow, read_statement
from court_app.services.estate.ledger_by_hand import held
from court_app.services.occasion import Occasion
from court_app.services.sheets import Days
from models import BankLine, BankStatement, Case
from models.vocabulary import StatementState
from workflows.calculations.bookkeeping import signed
from workflows.text import Text

MOST_FAULTS = 20
"""So many wrong lines are named at once."""


def of_case(occasion: Occasion, case: Case) -> list[BankStatement]:
    """The statements of a case, newest first; those that were given up are left out."""
    chosen = (
        select(BankStatement)
        .where(BankStatement.case_id == case.id, BankStatement.state != StatementState.DISCARDED)
        .order_by(BankStatement.serial.desc())
    )
    return list(occasion.session.scalars(chosen))


def find(occasion: Occasion, case: Case, serial: int) -> BankStatement:
    """A statement of a case by its number.

    Raises:
        NotFound: if there is none.
    """
    found = occasion.session.scalar(
        select(BankStatement).where(BankStatement.case_id == case.id, BankStatement.serial == serial)
    )
    if found is None:
        raise NotFound(Text("本案没有第{serial}号银行流水。", serial=serial))
    return found


def lines_of(
    occasion: Occasion, statement: BankStatement, *, page: int = 1, size: int = 50
) -> tuple[list[BankLine], int]:
    """The lines of a statement, a page at a time, and how many there are."""
    own = BankLine.statement_id == statement.id
    total = occasion.session.scalar(select(func.count(BankLine.id)).where(own)) or 0
    chosen = select(BankLine).where(own).order_by(BankLine.number).limit(size).offset((page - 1) * size)
    return list(occasion.session.scalars(chosen)), total


@dataclass(frozen=True, slots=True)
class Known:
    """Up to which day the bank's word is known, and the balance then; nothing before the first statement."""

    last_on: date | None = None
    balance_fen: int | None = None

    def joins(self, first_on: date, opening_fen: int) -> bool:
        """Whether a statement goes on where the last one ended."""
        if self.last_on is None:
            return True
        return opening_fen == self.balance_fen and first_on >= self.last_on


def known_of(occasion: Occasion, case: Case) -> Known:
    """What the last imported statement says."""
    last = occasion.session.scalar(
        select(BankStatement)
        .where(BankStatement.case_id == case.id, BankStatement.state == StatementState.IMPORTED)
        .order_by(BankStatement.last_on.desc(), BankStatement.serial.desc())
        .limit(1)
    )
    return Known(last.last_on, last.closing_fen) if last else Known()


def upload(occasion: Occasion, case_id: int, name: str, content: bytes) -> BankStatement:
    """Read a statement and keep it to be looked at; lines that were imported before are left out.

    Raises:
        Forbidden: if the person does not keep the account.
        BadInput: naming what is wrong, line by line; nothing is written then.
    """
    case = held(occasion, case_id)
    sender = kept_tables.sender_of(occasion, content)
    rows = new_rows(occasion, case, content)
    first = rows[0]
    statement = BankStatement(
        **kept_tables.as_sent(occasion, BankStatement, case, name, content, unnamed="statement"),
        case_id=case.id,
        state=StatementState.READ,
        first_on=first.content["on"],
        last_on=rows[-1].content["on"],
        opening_fen=first.content["balance_fen"] - first.change_fen,
        closing_fen=rows[-1].content["balance_fen"],
        made_by_id=sender,
        lines=[BankLine(case_id=case.id, number=number, **row.content) for number, row in enumerate(rows, 1)],
    )
    occasion.session.add(statement)
    occasion.session.flush()
    return statement


def imported_of(occasion: Occasion, case: Case) -> set[str]:
    """The bank's references of every line that was imported."""
    return set(
        occasion.session.scalars(
            select(BankLine.reference)
            .join(BankStatement, BankStatement.id == BankLine.statement_id)
            .where(BankLine.case_id == case.id, BankStatement.state == StatementState.IMPORTED)
        )
    )


def new_rows(occasion: Occasion, case: Case, content: bytes) -> list[StatementRow]:
    """The lines that are new, once none is wrong.

    Raises:
        BadInput: naming every wrong line, or that all were imported before.
    """
    rows = read_statement(content, Days(case.accepted_on or case.received_on, occasion.today))
    refuse_wrong(rows)
    refuse_twins(rows)
    references = [row.content["reference"] for row in rows]
    imported = imported_of(occasion, case) & set(references)
    fresh = [row for row in rows if row.content["reference"] not in imported]
    if not fresh:
        raise BadInput({"file": [Text("表格中的{count}行都已经导入过。", count=len(rows))]})
    if imported:
        shown = sorted(imported)[:MOST_FAULTS]
        raise BadInput(
            {
                "file": [
                    Text(
                        "有{count}行的流水号已经导入过：{numbers}。请删除这些行后重新上传。",
                        count=len(imported),
                        numbers=shown,
                    )
                ]
            }
        )
    refuse_gap(fresh[0], known_of(occasion, case))
    return fresh


def refuse_wrong(rows: list[StatementRow]) -> None:
    """Stop where a line is wrong, naming each cell."""
    faults = [
        Text("第{row}行“{column}”：{why}", row=row.number, column=column, why=why)
        for row in rows
        for column, why in row.wrong
    ]
    if faults:
        raise BadInput({"file": faults[:MOST_FAULTS]})


def refuse_twins(rows: list[StatementRow]) -> None:
    """Stop where two lines bear the same reference of the bank."""
    seen: dict[str, int] = {}
    twins = []
    for row in rows:
        reference = row.content["reference"]
        if reference in seen:
            twins.append(
                Text(
                    "第{row}行与第{other}行的流水号相同：{number}。",
                    row=row.number,
                    other=seen[reference],
                    number=reference,
                )
            )
        seen.setdefault(reference, row.number)
    if twins:
        raise BadInput({"file": twins[:MOST_FAULTS]})


def refuse_gap(first: StatementRow, known: Known) -> None:
    """Stop where a statement does not go on where the last one ended."""
    opening = first.content["balance_fen"] - first.change_fen
    if known.joins(first.content["on"], opening):
        return
    why = Text(
        "与已导入的流水不衔接：上次截至{day}余额{before}元，本表期初余额{opening}元，自{first}起。",
        day=known.last_on,
        before=signed(known.balance_fen or 0),
        opening=signed(opening),
        first=first.content["on"],
    )
    raise BadInput({"file": [why]})


def confirm(occasion: Occasion, case_id: int, serial: int) -> BankStatement:
    """Import a statement that was looked at.

    Raises:
        BadInput: if it is not waiting, or another one was imported meanwhile.
    """
    case = held(occasion, case_id)
    statement = waiting(occasion, case, serial)
    own = set(
        occasion.session.scalars(select(BankLine.reference).where(BankLine.statement_id == statement.id))
    )
    twice = own & imported_of(occasion, case)
    if twice or not known_of(occasion, case).joins(statement.first_on, statement.opening_fen):
        raise BadInput({"file": [Text("期间已导入其他流水，请重新上传。")]})
    statement.state = StatementState.IMPORTED
    occasion.session.flush()
    return statement


def discard(occasion: Occasion, case_id: int, serial: int) -> BankStatement:
    """Give up a statement that was only looked at."""
    case = held(occasion, case_id)
    statement = waiting(occasion, case, serial)
    statement.state = StatementState.DISCARDED
    occasion.session.flush()
    return statement


def waiting(occasion: Occasion, case: Case, serial: int) -> BankStatement:
    """A statement that waits to be confirmed.

    Raises:
        BadInput: if it stands elsewhere.
    """
    statement = find(occasion, case, serial)
    if statement.state != StatementState.READ:
        raise BadInput({"state": [Text("这份流水现在是“{state}”，不能这样处理。", state=statement.state)]})
    return statement
