"""Looking at the estate's account: entries a page at a time, accounts as at a day, article 43."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, func, select

from court_app.services.estate import estate_account
from court_app.services.occasion import Occasion
from court_app.services.paging import Paged
from court_app.services.procedure.contents import CaseContents
from models import Case, LedgerEntry, LedgerLine, Spending
from models.vocabulary import EntrySource, LedgerAccount, SpendingState
from workflows.calculations.bookkeeping import Standing
from workflows.calculations.shortage import Cover, cover
from workflows.law.settings import read_settings


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedEntries:
    """Which entries are looked for: of an account, of a source and what reverses them, between two days."""

    account: LedgerAccount | None = None
    source: EntrySource | None = None
    source_serial: int | None = None
    first: date | None = None
    last: date | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class EntryPage(Paged):
    """Some entries, how many there are, and what all of them debit and credit; sums in fen."""

    entries: list[LedgerEntry]
    total: int
    debit_fen: int
    credit_fen: int
    page: int
    size: int


def fitting(case: Case, wanted: WantedEntries) -> list[ColumnElement[bool]]:
    """The conditions that lines fit."""
    fits: list[ColumnElement[bool]] = [LedgerEntry.case_id == case.id]
    if wanted.account is not None:
        fits.append(LedgerLine.account == wanted.account)
    if wanted.source is not None:
        fits.append(estate_account.of_source(case, wanted.source, wanted.source_serial))
    if wanted.first is not None:
        fits.append(LedgerEntry.on >= wanted.first)
    if wanted.last is not None:
        fits.append(LedgerEntry.on <= wanted.last)
    return fits


def entries(occasion: Occasion, case: Case, wanted: WantedEntries, *, size: int = 50) -> EntryPage:
    """The entries that are looked for, by day and number, a page at a time."""
    fits = fitting(case, wanted)
    joined = LedgerLine.entry_id == LedgerEntry.id
    count, debits, credit_sum = occasion.session.execute(
        select(
            func.count(func.distinct(LedgerEntry.id)),
            func.coalesce(func.sum(LedgerLine.debit_fen), 0),
            func.coalesce(func.sum(LedgerLine.credit_fen), 0),
        )
        .join_from(LedgerEntry, LedgerLine, joined)
        .where(*fits)
    ).one()
    numbers = select(LedgerLine.entry_id).join(LedgerEntry, joined).where(*fits)
    found = occasion.session.scalars(
        select(LedgerEntry)
        .where(LedgerEntry.id.in_(numbers))
        .order_by(LedgerEntry.on, LedgerEntry.serial)
        .limit(size)
        .offset((wanted.page - 1) * size)
    )
    return EntryPage(list(found), count, int(debits), int(credit_sum), wanted.page, size)


def everything(occasion: Occasion, case: Case, wanted: WantedEntries) -> Iterator[LedgerEntry]:
    """Every entry that is looked for, by day and number."""
    numbers = (
        select(LedgerLine.entry_id)
        .join(LedgerEntry, LedgerLine.entry_id == LedgerEntry.id)
        .where(*fitting(case, wanted))
    )
    yield from occasion.session.scalars(
        select(LedgerEntry)
        .where(LedgerEntry.id.in_(numbers))
        .order_by(LedgerEntry.on, LedgerEntry.serial)
        .execution_options(yield_per=1000)
    )


def standing(occasion: Occasion, case: Case, on: date) -> Standing:
    """What the estate has and owes at the end of a day.

    What is due to secured creditors, for fees and costs is known as of now: it is left out of days that are
    over.
    """
    found = estate_account.standing(occasion.session, case, on)
    if on < occasion.today:
        return found
    now = CaseContents(occasion.session, case).estate()
    return replace(
        found,
        secured_fen=now.secured_fen,
        fees_fen=now.fees_fen,
        costs_fen=now.costs_fen,
        differences_fen=now.differences_fen,
    )


def reversed_serials(occasion: Occasion, found: list[LedgerEntry]) -> dict[int, int]:
    """Of these entries, which were reversed: number of the entry, number of its reversal."""
    chosen = select(LedgerEntry.reverses_id, LedgerEntry.serial).where(
        LedgerEntry.reverses_id.in_([entry.id for entry in found])
    )
    by_id = {entry.id: entry.serial for entry in found}
    return {by_id[one]: serial for one, serial in occasion.session.execute(chosen) if one is not None}


def article_43(occasion: Occasion, case: Case) -> Cover:
    """What is there against expenses and debts of common benefit that are not paid (EBL 43)."""
    contents = CaseContents(occasion.session, case)
    expected = 0
    if read_settings(case.court.settings)["article_43_expected_proceeds"]:
        expected = contents.expected_proceeds_fen()
    return cover(contents.estate().for_costs_fen, contents.outstanding_costs(), expected)


def has_spendings(occasion: Occasion, case: Case) -> bool:
    """Whether anything was asked for or spent in the case."""
    chosen = select(Spending.id).where(Spending.case_id == case.id).limit(1)
    return occasion.session.scalar(chosen) is not None


def falling_due(occasion: Occasion, case: Case, until: date, *, most: int = 20) -> list[Spending]:
    """What is approved, unpaid and due until a day, first due first (EBL 43(1))."""
    return list(
        occasion.session.scalars(
            select(Spending)
            .where(
                Spending.case_id == case.id,
                Spending.state == SpendingState.APPROVED.value,
                (Spending.due_on.is_(None)) | (Spending.due_on <= until),
            )
            .order_by(Spending.due_on.is_(None), Spending.due_on, Spending.serial)
            .limit(most)
        )
    )
