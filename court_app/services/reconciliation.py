"""The ledger's bank account against the bank's word: matched, and as at a day with every difference named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, delete, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from court_app.errors import BadInput
from court_app.services import estate_account
from court_app.services.estate_account import reversed_ids
from court_app.services.ledger_by_hand import held
from court_app.services.occasion import Occasion
from models import BankLine, BankMatch, BankStatement, Case, LedgerEntry, LedgerLine
from models.vocabulary import LedgerAccount, StatementState
from workflows.calculations.bookkeeping import signed
from workflows.calculations.matching import Movement, match
from workflows.law.settings import read_settings
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Both balances at the end of a day, what stands between them, and what nobody has matched; in fen."""

    on: date
    ledger_fen: int
    statement_fen: int
    statement_on: date | None
    opening_fen: int
    ledger_rows: Sequence[LedgerLine]
    bank_rows: Sequence[BankLine]

    @property
    def ledger_only_fen(self) -> int:
        """By how much what only the ledger says changes the balance."""
        return sum(line.debit_fen - line.credit_fen for line in self.ledger_rows)

    @property
    def bank_only_fen(self) -> int:
        """By how much what only the bank says changes the balance."""
        return sum(line.change_fen for line in self.bank_rows)

    @property
    def difference_fen(self) -> int:
        """The ledger's balance less the bank's."""
        return self.ledger_fen - self.statement_fen

    @property
    def unexplained_fen(self) -> int:
        """What is left of the difference once every open row is counted; nothing if all is well."""
        return self.difference_fen - self.ledger_only_fen + self.bank_only_fen + self.opening_fen

    def working(self) -> tuple[Text, ...]:
        """The reconciliation, line by line."""
        return (
            Text("账面银行存款余额{sum}元。", sum=signed(self.ledger_fen)),
            Text("减：账面已记、银行未见{sum}元。", sum=signed(self.ledger_only_fen)),
            Text("加：银行已记、账面未见{sum}元。", sum=signed(self.bank_only_fen)),
            Text("加：首份流水的期初余额{sum}元。", sum=signed(self.opening_fen)),
            Text("银行流水余额{sum}元。", sum=signed(self.statement_fen)),
            Text("差额{sum}元。", sum=signed(self.unexplained_fen)),
        )


def own_bank_lines(case: Case) -> Select[Any]:
    """The lines of the imported statements of a case."""
    return (
        select(BankLine)
        .join(BankStatement, BankStatement.id == BankLine.statement_id)
        .where(BankLine.case_id == case.id, BankStatement.state == StatementState.IMPORTED)
    )


def own_ledger_lines(case: Case) -> Select[Any]:
    """The lines of the ledger's bank account; an entry and its reversal are not looked for at the bank."""
    return (
        estate_account.own_lines(case, LedgerAccount.BANK)
        .options(contains_eager(LedgerLine.entry).lazyload(LedgerEntry.lines))
        .where(LedgerEntry.id.not_in(reversed_ids(case)), LedgerEntry.reverses_id.is_(None))
        .order_by(LedgerEntry.on, LedgerEntry.serial)
    )


def as_at(occasion: Occasion, case: Case, on: date) -> Reconciliation:
    """The reconciliation at the end of a day."""
    session = occasion.session
    last = session.scalar(
        own_bank_lines(case)
        .where(BankLine.on <= on)
        .order_by(BankLine.on.desc(), BankStatement.serial.desc(), BankLine.number.desc())
        .limit(1)
    )
    opening = session.scalar(
        select(BankStatement.opening_fen)
        .where(BankStatement.case_id == case.id, BankStatement.state == StatementState.IMPORTED)
        .order_by(BankStatement.first_on, BankStatement.serial)
        .limit(1)
    )
    return Reconciliation(
        on=on,
        ledger_fen=estate_account.balances(session, case, on).get(LedgerAccount.BANK, 0),
        statement_fen=last.balance_fen if last else 0,
        statement_on=last.on if last else None,
        opening_fen=(opening or 0) if last else 0,
        ledger_rows=open_ledger_lines(occasion, case, on),
        bank_rows=open_bank_lines(occasion, case, on),
    )


def agreed(case: Case, on: date) -> Select[int]:
    """The lines of the bank that by a day were matched with entries of that day or before."""
    return (
        select(BankMatch.bank_line_id)
        .join(BankLine, BankLine.id == BankMatch.bank_line_id)
        .join(LedgerLine, LedgerLine.id == BankMatch.ledger_line_id)
        .join(LedgerEntry, LedgerEntry.id == LedgerLine.entry_id)
        .where(LedgerEntry.case_id == case.id, BankLine.on <= on)
        .group_by(BankMatch.bank_line_id)
        .having(func.max(LedgerEntry.on) <= on)
    )


def open_ledger_lines(occasion: Occasion, case: Case, on: date) -> Sequence[LedgerLine]:
    """What the ledger says by a day and the bank does not, or says only later.

    A reversal that came after the day counts as if it had not been made: at that day the entry stood.
    """
    matched = select(BankMatch.ledger_line_id).where(BankMatch.bank_line_id.in_(agreed(case, on)))
    later = select(LedgerEntry.reverses_id).where(
        LedgerEntry.case_id == case.id, LedgerEntry.reverses_id.is_not(None), LedgerEntry.on > on
    )
    standing = or_(
        LedgerEntry.id.in_(later),
        LedgerEntry.id.not_in(reversed_ids(case)) & LedgerEntry.reverses_id.is_(None),
    )
    return occasion.session.scalars(
        estate_account.own_lines(case, LedgerAccount.BANK)
        .options(contains_eager(LedgerLine.entry).lazyload(LedgerEntry.lines))
        .where(LedgerEntry.on <= on, LedgerLine.id.not_in(matched), standing)
        .order_by(LedgerEntry.on, LedgerEntry.serial)
    ).all()


def open_bank_lines(occasion: Occasion, case: Case, on: date) -> Sequence[BankLine]:
    """What the bank says by a day and the ledger does not, or says only later."""
    return occasion.session.scalars(
        own_bank_lines(case)
        .where(BankLine.on <= on, BankLine.id.not_in(agreed(case, on)))
        .order_by(BankLine.on, BankLine.statement_id, BankLine.number)
    ).all()


def match_all(occasion: Occasion, case_id: int) -> int:
    """Match what surely says the same; returns how many lines of the bank found theirs."""
    case = held(occasion, case_id)
    window = int(read_settings(case.court.settings)["statement_day_window"])
    pairs = match(
        [
            Movement(line.id, line.on, line.change_fen, line.reference)
            for line in unmatched_bank(occasion, case)
        ],
        [
            Movement(line.id, line.entry.on, line.debit_fen - line.credit_fen, line.entry.reference)
            for line in unmatched_ledger(occasion, case)
        ],
        window_days=window,
    )
    for bank_line, ledger_line in pairs:
        keep(occasion, bank_line, ledger_line, by_hand=False)
    occasion.session.flush()
    return len(pairs)


def unmatched_bank(occasion: Occasion, case: Case) -> Sequence[BankLine]:
    """Every line of the bank that is matched with nothing."""
    return occasion.session.scalars(
        own_bank_lines(case)
        .where(BankLine.id.not_in(select(BankMatch.bank_line_id)))
        .order_by(BankLine.on, BankLine.id)
    ).all()


def unmatched_ledger(occasion: Occasion, case: Case) -> Sequence[LedgerLine]:
    """Every line of the ledger's bank account that is matched with nothing."""
    chosen = own_ledger_lines(case).where(LedgerLine.id.not_in(select(BankMatch.ledger_line_id)))
    return occasion.session.scalars(chosen).all()


def keep(occasion: Occasion, bank_line: int, ledger_line: int, *, by_hand: bool) -> None:
    """Keep a match."""
    occasion.session.add(
        BankMatch(
            bank_line_id=bank_line,
            ledger_line_id=ledger_line,
            by_hand=by_hand,
            made_by_id=occasion.user.id if occasion.user else None,
            made_at=occasion.now,
        )
    )


def match_by_hand(occasion: Occasion, case_id: int, bank_line: int, ledger_lines: Sequence[int]) -> None:
    """Match one line of the bank with the entries that it pays together.

    Raises:
        BadInput: if one of them is not open any more, or the sums differ.
    """
    case = held(occasion, case_id)
    said = {line.id: line for line in unmatched_bank(occasion, case)}.get(bank_line)
    known = {line.id: line for line in unmatched_ledger(occasion, case)}
    if said is None:
        raise BadInput({"bank_line": [Text("请选择一行尚未核对的银行流水。")]})
    if not ledger_lines or any(one not in known for one in ledger_lines):
        raise BadInput({"ledger_lines": [Text("请选择尚未核对的分录。")]})
    booked = sum(known[one].debit_fen - known[one].credit_fen for one in set(ledger_lines))
    if booked != said.change_fen:
        why = Text(
            "银行流水{bank}元与所选分录合计{ledger}元不符。",
            bank=signed(said.change_fen),
            ledger=signed(booked),
        )
        raise BadInput({"ledger_lines": [why]})
    for one in sorted(set(ledger_lines)):
        keep(occasion, bank_line, one, by_hand=True)
    occasion.session.flush()


def unmatch(occasion: Occasion, case_id: int, bank_line: int) -> None:
    """Take back the matches of a line of the bank.

    Raises:
        BadInput: if it has none.
    """
    case = held(occasion, case_id)
    own = select(BankLine.id).where(BankLine.case_id == case.id, BankLine.id == bank_line)
    chosen = [
        found.id
        for found in occasion.session.scalars(select(BankMatch).where(BankMatch.bank_line_id.in_(own)))
    ]
    if not chosen:
        raise BadInput({"bank_line": [Text("这行流水没有核对记录。")]})
    occasion.session.execute(delete(BankMatch).where(BankMatch.id.in_(chosen)))


def matches_of(
    occasion: Occasion, case: Case, *, page: int = 1, size: int = 50
) -> tuple[list[BankMatch], int]:
    """What is matched, newest first, a page at a time, and how many there are."""
    own = (
        select(BankMatch)
        .join(BankLine, BankLine.id == BankMatch.bank_line_id)
        .where(BankLine.case_id == case.id)
    )
    whole = joinedload(BankMatch.ledger_line).joinedload(LedgerLine.entry).lazyload(LedgerEntry.lines)
    total = occasion.session.scalar(select(func.count()).select_from(own.subquery())) or 0
    found = own.order_by(BankLine.on.desc(), BankMatch.id.desc()).limit(size).offset((page - 1) * size)
    return list(occasion.session.scalars(found.options(joinedload(BankMatch.bank_line), whole))), total
