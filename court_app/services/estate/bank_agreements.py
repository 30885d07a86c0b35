"""Agreements of bank lines and entries as they are shown: what was matched with what, by whom."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from court_app.errors import NotFound
from court_app.services.occasion import Occasion
from models import AgreedEntry, BankAgreement, BankLine, Case, LedgerEntry, LedgerLine
from workflows.text import Text


def own_agreements(case: Case) -> Select[Any]:
    """The agreements of a case."""
    return select(BankAgreement).where(BankAgreement.case_id == case.id)


@dataclass(frozen=True, slots=True)
class Shown:
    """An agreement as a list shows it: with its first line of the bank and its first entry."""

    agreement: BankAgreement
    line: BankLine
    entry: LedgerEntry


def agreements(occasion: Occasion, case: Case, *, page: int = 1, size: int = 50) -> tuple[list[Shown], int]:
    """What agrees, newest first, a page at a time, and how many there are."""
    session = occasion.session
    total = session.scalar(select(func.count()).select_from(own_agreements(case).subquery())) or 0
    newest = own_agreements(case).order_by(BankAgreement.last_on.desc(), BankAgreement.id.desc())
    found = session.scalars(newest.limit(size).offset((page - 1) * size)).all()
    ids = [one.id for one in found]
    firsts = (
        select(func.min(BankLine.id)).where(BankLine.agreement_id.in_(ids)).group_by(BankLine.agreement_id)
    )
    lines = {
        one.agreement_id: one for one in session.scalars(select(BankLine).where(BankLine.id.in_(firsts)))
    }
    least = (
        select(func.min(AgreedEntry.id))
        .where(AgreedEntry.agreement_id.in_(ids))
        .group_by(AgreedEntry.agreement_id)
    )
    whole = joinedload(AgreedEntry.ledger_line).joinedload(LedgerLine.entry).lazyload(LedgerEntry.lines)
    entries = {
        one.agreement_id: one.ledger_line.entry
        for one in session.scalars(select(AgreedEntry).where(AgreedEntry.id.in_(least)).options(whole))
    }
    return [Shown(one, lines[one.id], entries[one.id]) for one in found], total


def agreement(occasion: Occasion, case: Case, agreement_id: int) -> BankAgreement:
    """An agreement of a case.

    Raises:
        NotFound: if there is none.
    """
    found: BankAgreement | None = occasion.session.scalar(
        own_agreements(case).where(BankAgreement.id == agreement_id)
    )
    if found is None:
        raise NotFound(Text("没有这项核对记录，可能已经取消。"))
    return found


def lines_in(occasion: Occasion, found: BankAgreement, *, page: int = 1, size: int = 50) -> list[BankLine]:
    """The lines of the bank in an agreement, a page at a time."""
    chosen = select(BankLine).where(BankLine.agreement_id == found.id).order_by(BankLine.on, BankLine.id)
    return list(occasion.session.scalars(chosen.limit(size).offset((page - 1) * size)))


def entries_in(
    occasion: Occasion, found: BankAgreement, *, page: int = 1, size: int = 50
) -> list[LedgerLine]:
    """The lines of the ledger in an agreement with their entries, a page at a time."""
    chosen = (
        select(LedgerLine)
        .join(AgreedEntry, AgreedEntry.ledger_line_id == LedgerLine.id)
        .where(AgreedEntry.agreement_id == found.id)
        .options(joinedload(LedgerLine.entry).lazyload(LedgerEntry.lines))
        .order_by(AgreedEntry.id)
    )
    return list(occasion.session.scalars(chosen.limit(size).offset((page - 1) * size)))
