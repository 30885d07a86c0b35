"""The ledger's bank account against the bank's word, as at a day, with every difference named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import contains_eager

from court_app.services.estate import estate_account
from court_app.services.estate.estate_account import reversed_ids
from court_app.services.occasion import Occasion
from court_app.services.paging import Paged
from models import AgreedEntry, BankAgreement, BankLine, BankStatement, Case, LedgerEntry, LedgerLine
from models.vocabulary import LedgerAccount, StatementState
from workflows.calculations.bookkeeping import signed
from workflows.text import Text

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedOpen:
    """Which open rows are looked for: between two days, lines of the bank with a word; which pages."""

    text: str = ""
    first: date | None = None
    last: date | None = None
    bank_page: int = 1
    ledger_page: int = 1
    size: int = 100

    @property
    def narrows(self) -> bool:
        """Whether not everything that is open is looked for."""
        return bool(self.text or self.first or self.last)


@dataclass(frozen=True, slots=True)
class Open(Paged, Generic[Row]):
    """Rows that only one side knows: a page of those looked for; how many and how much all of them are."""

    rows: Sequence[Row]
    total: int
    page: int
    size: int
    found_fen: int
    all_count: int
    all_fen: int


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Both balances at the end of a day, what stands between them, and what nobody has matched; in fen."""

    on: date
    ledger_fen: int
    statement_fen: int
    statement_on: date | None
    opening_fen: int
    ledger: Open[LedgerLine]
    bank: Open[BankLine]

    @property
    def ledger_rows(self) -> Sequence[LedgerLine]:
        """What only the ledger says, the page that is looked at."""
        return self.ledger.rows

    @property
    def bank_rows(self) -> Sequence[BankLine]:
        """What only the bank says, the page that is looked at."""
        return self.bank.rows

    @property
    def ledger_only_fen(self) -> int:
        """By how much what only the ledger says changes the balance."""
        return self.ledger.all_fen

    @property
    def bank_only_fen(self) -> int:
        """By how much what only the bank says changes the balance."""
        return self.bank.all_fen

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
            Text(
                "减：账面已记、银行未见{sum}元（{count}笔）。",
                sum=signed(self.ledger_only_fen),
                count=self.ledger.all_count,
            ),
            Text(
                "加：银行已记、账面未见{sum}元（{count}行）。",
                sum=signed(self.bank_only_fen),
                count=self.bank.all_count,
            ),
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


def as_at(occasion: Occasion, case: Case, on: date, wanted: WantedOpen | None = None) -> Reconciliation:
    """The reconciliation at the end of a day; of open rows a page, of their sums all."""
    session, wanted = occasion.session, wanted or WantedOpen()
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
        ledger=open_entries(occasion, case, on, wanted),
        bank=open_lines(occasion, case, on, wanted),
    )


def not_agreed(on: date) -> ColumnElement[bool]:
    """That nothing agrees with it by the end of a day: an agreement counts from the last day of any of it."""
    return or_(BankAgreement.id.is_(None), BankAgreement.last_on > on)


def open_ledger_lines(case: Case, on: date) -> Select[Any]:
    """What the ledger says by a day and the bank does not, or says only later.

    A reversal that came after the day counts as if it had not been made: at that day the entry stood.
    """
    later = select(LedgerEntry.reverses_id).where(
        LedgerEntry.case_id == case.id, LedgerEntry.reverses_id.is_not(None), LedgerEntry.on > on
    )
    standing = or_(
        LedgerEntry.id.in_(later),
        LedgerEntry.id.not_in(reversed_ids(case)) & LedgerEntry.reverses_id.is_(None),
    )
    return (
        estate_account.own_lines(case, LedgerAccount.BANK)
        .outerjoin(AgreedEntry, AgreedEntry.ledger_line_id == LedgerLine.id)
        .outerjoin(BankAgreement, BankAgreement.id == AgreedEntry.agreement_id)
        .where(LedgerEntry.on <= on, not_agreed(on), standing)
    )


def open_bank_lines(case: Case, on: date) -> Select[Any]:
    """What the bank says by a day and the ledger does not, or says only later."""
    return (
        own_bank_lines(case)
        .outerjoin(BankAgreement, BankAgreement.id == BankLine.agreement_id)
        .where(BankLine.on <= on, not_agreed(on))
    )


def open_entries(occasion: Occasion, case: Case, on: date, wanted: WantedOpen) -> Open[LedgerLine]:
    """The open lines of the ledger that are looked for, with their entries."""
    every = open_ledger_lines(case, on)
    change = LedgerLine.debit_fen - LedgerLine.credit_fen
    fits = between(LedgerEntry.on, wanted)
    count, fen = sums(occasion, every, change)
    found, found_fen = sums(occasion, every.where(*fits), change) if fits else (count, fen)
    rows = occasion.session.scalars(
        every.where(*fits)
        .options(contains_eager(LedgerLine.entry).lazyload(LedgerEntry.lines))
        .order_by(LedgerEntry.on, LedgerEntry.serial)
        .limit(wanted.size)
        .offset((wanted.ledger_page - 1) * wanted.size)
    ).all()
    return Open(rows, found, wanted.ledger_page, wanted.size, found_fen, count, fen)


def open_lines(occasion: Occasion, case: Case, on: date, wanted: WantedOpen) -> Open[BankLine]:
    """The open lines of the bank that are looked for."""
    every = open_bank_lines(case, on)
    change = BankLine.in_fen - BankLine.out_fen
    fits = fitting(wanted)
    count, fen = sums(occasion, every, change)
    found, found_fen = sums(occasion, every.where(*fits), change) if fits else (count, fen)
    rows = occasion.session.scalars(
        every.where(*fits)
        .order_by(BankLine.on, BankLine.statement_id, BankLine.number)
        .limit(wanted.size)
        .offset((wanted.bank_page - 1) * wanted.size)
    ).all()
    return Open(rows, found, wanted.bank_page, wanted.size, found_fen, count, fen)


def between(day: Any, wanted: WantedOpen) -> list[ColumnElement[bool]]:
    """The conditions of the days that are looked for."""
    fits: list[ColumnElement[bool]] = []
    if wanted.first is not None:
        fits.append(day >= wanted.first)
    if wanted.last is not None:
        fits.append(day <= wanted.last)
    return fits


def fitting(wanted: WantedOpen) -> list[ColumnElement[bool]]:
    """The conditions that lines of the bank fit."""
    fits = between(BankLine.on, wanted)
    if wanted.text:
        words = (BankLine.counterparty, BankLine.text, BankLine.reference, BankLine.account)
        fits.append(or_(*(word.contains(wanted.text, autoescape=True) for word in words)))
    return fits


def sums(occasion: Occasion, chosen: Select[Any], change: Any) -> tuple[int, int]:
    """How many rows, and by how much they change the balance, in fen."""
    told = chosen.with_only_columns(func.count(), func.coalesce(func.sum(change), 0)).order_by(None)
    count, fen = occasion.session.execute(told).one()
    return int(count), int(fen)
