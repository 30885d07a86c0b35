"""The estate's account: entries that balance, in the same transaction as what caused them.

`post` is the only way into the ledger. The caller holds the case, so numbers have no gaps.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from court_app.errors import BadInput
from court_app.services.occasion import Occasion
from court_app.services.procedure.step_records import Taken
from models import Case, LedgerEntry, LedgerLine
from models.vocabulary import MONEY, EntrySource, LedgerAccount
from workflows.calculations.bookkeeping import (
    OWED,
    Side,
    Standing,
    balanced,
    signed,
    turned,
)
from workflows.text import Text, freeze


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """What is to be entered: its day, its words, its sides, what caused it."""

    on: date
    text: Text
    sides: tuple[Side, ...]
    source: EntrySource
    source_serial: int | None = None
    event_id: int | None = None
    reason: str = ""
    reference: str = ""
    reverses: LedgerEntry | None = None


def post(occasion: Occasion, case: Case, posting: Posting) -> LedgerEntry | None:
    """Enter something into the ledger of a case; nothing where every side is nothing.

    Raises:
        Unbalanced: if debits and credits differ.
        BadInput: if bank or cash would hold less than nothing.
    """
    sides = balanced(posting.sides)
    if not sides:
        return None
    session = occasion.session
    total = sum(side.debit_fen for side in sides)
    entry = LedgerEntry(
        case_id=case.id,
        serial=next_serial(session, case),
        on=posting.on,
        text=freeze(posting.text),
        reason=posting.reason,
        reference=posting.reference,
        source=posting.source,
        source_serial=posting.source_serial,
        event_id=posting.event_id,
        reverses=posting.reverses,
        debit_fen=total,
        credit_fen=sum(side.credit_fen for side in sides),
        made_by_id=occasion.user.id if occasion.user else None,
        made_by_name=occasion.name,
        recorded_at=occasion.now,
        lines=[LedgerLine(account=s.account, debit_fen=s.debit_fen, credit_fen=s.credit_fen) for s in sides],
    )
    session.add(entry)
    session.flush()
    must_not_be_overdrawn(session, case, sides)
    must_not_be_overpaid(session, case, sides)
    return entry


def must_not_be_overdrawn(session: Session, case: Case, sides: Iterable[Side]) -> None:
    """Stop what would take out more money than is there, today or on any later day.

    Raises:
        BadInput: naming the account and what is there.
    """
    for account in {side.account for side in sides if side.credit_fen} & {*MONEY, LedgerAccount.DEPOSITORY}:
        days = session.execute(
            own_lines(case, account)
            .with_only_columns(LedgerEntry.on, func.sum(LedgerLine.debit_fen - LedgerLine.credit_fen))
            .group_by(LedgerEntry.on)
            .order_by(LedgerEntry.on)
        )
        held = 0
        for on, change in days:
            held += int(change)
            if held < 0:
                why = Text("{account}在{day}不足{sum}元。", account=account, day=on, sum=signed(-held))
                raise BadInput({"amount_fen": [why]})


def must_not_be_overpaid(session: Session, case: Case, sides: Iterable[Side]) -> None:
    """Stop what would pay out more than is owed on an account of what is owed.

    Raises:
        BadInput: naming the account and by how much.
    """
    touched = {side.account for side in sides if side.debit_fen} & set(OWED)
    held = balances(session, case) if touched else {}
    for account in touched:
        if held.get(account, 0) > 0:
            why = Text("“{account}”超付{sum}元。", account=account, sum=signed(held[account]))
            raise BadInput({"amount_fen": [why]})


def own_lines(case: Case, account: LedgerAccount) -> Select[LedgerLine]:
    """The lines of an account of a case."""
    return (
        select(LedgerLine)
        .join(LedgerEntry, LedgerEntry.id == LedgerLine.entry_id)
        .where(LedgerEntry.case_id == case.id, LedgerLine.account == account)
    )


def of_source(case: Case, source: EntrySource, serial: int | None) -> ColumnElement[bool]:
    """The condition of entries that a source has made, or that reverse one of these."""
    made = [LedgerEntry.case_id == case.id, LedgerEntry.source == source]
    if serial is not None:
        made.append(LedgerEntry.source_serial == serial)
    own = select(LedgerEntry.id).where(*made)
    return LedgerEntry.id.in_(own) | LedgerEntry.reverses_id.in_(own)


def reversed_ids(case: Case) -> Select[int | None]:
    """The ids of the entries of a case that were reversed."""
    return select(LedgerEntry.reverses_id).where(
        LedgerEntry.case_id == case.id, LedgerEntry.reverses_id.is_not(None)
    )


def next_serial(session: Session, case: Case) -> int:
    """The number of the next entry; the caller holds the case."""
    last = session.scalar(select(func.max(LedgerEntry.serial)).where(LedgerEntry.case_id == case.id))
    return (last or 0) + 1


def balances(
    session: Session,
    case: Case,
    on: date | None = None,
    *,
    source: EntrySource | None = None,
    source_serial: int | None = None,
) -> Mapping[LedgerAccount, int]:
    """Debits less credits of every account at the end of a day, or of all days; of one source if named."""
    chosen = (
        select(LedgerLine.account, func.sum(LedgerLine.debit_fen - LedgerLine.credit_fen))
        .join(LedgerEntry, LedgerEntry.id == LedgerLine.entry_id)
        .where(LedgerEntry.case_id == case.id)
        .group_by(LedgerLine.account)
    )
    if on is not None:
        chosen = chosen.where(LedgerEntry.on <= on)
    if source is not None:
        chosen = chosen.where(LedgerEntry.source == source, LedgerEntry.source_serial == source_serial)
    return {LedgerAccount(account): int(fen) for account, fen in session.execute(chosen) if fen}


def standing(session: Session, case: Case, on: date | None = None) -> Standing:
    """What the estate has and owes at the end of a day, or of all days."""
    return Standing(balances(session, case, on))


@dataclass(frozen=True, slots=True)
class Cause:
    """What caused an entry: the day of the step and its event in the docket."""

    on: date
    event_id: int | None


def cause_of(taken: Taken) -> Cause:
    """A step as the cause of what it books."""
    return Cause(taken.on, taken.event.id)


def ledger_faults(session: Session) -> Iterator[tuple[str, int, str]]:
    """Number of the case, number of the entry, what is wrong: sides that differ, numbers with gaps."""
    unequal = (
        select(Case.number, LedgerEntry.serial)
        .join_from(LedgerEntry, Case, Case.id == LedgerEntry.case_id)
        .outerjoin(LedgerLine, LedgerLine.entry_id == LedgerEntry.id)
        .group_by(Case.number, LedgerEntry.id, LedgerEntry.serial, LedgerEntry.debit_fen)
        .having(
            (func.coalesce(func.sum(LedgerLine.debit_fen), 0) != LedgerEntry.debit_fen)
            | (func.coalesce(func.sum(LedgerLine.credit_fen), 0) != LedgerEntry.debit_fen)
        )
    )
    for number, serial in session.execute(unequal):
        yield number, serial, "its sides do not make its sum"
    gaps = (
        select(Case.number, func.max(LedgerEntry.serial))
        .join_from(LedgerEntry, Case, Case.id == LedgerEntry.case_id)
        .group_by(Case.number)
        .having(func.max(LedgerEntry.serial) != func.count(LedgerEntry.id))
    )
    for number, last in session.execute(gaps):
        yield number, last, "numbers have gaps"


def undo(
    occasion: Occasion, case: Case, entry: LedgerEntry, on: date, reason: str, event_id: int | None
) -> LedgerEntry | None:
    """Reverse an entry by a new one that names it; the caller has seen that it may be reversed."""
    sides = tuple(Side(line.account, line.debit_fen, line.credit_fen) for line in entry.lines)
    return post(
        occasion,
        case,
        Posting(
            on=on,
            text=Text("冲正第{serial}号分录", serial=entry.serial),
            sides=turned(sides),
            source=EntrySource.REVERSAL,
            source_serial=entry.serial,
            reason=reason,
            event_id=event_id,
            reverses=entry,
        ),
    )
