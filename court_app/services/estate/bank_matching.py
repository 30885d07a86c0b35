"""Lines of the bank and entries of the ledger that say the same: found, chosen by hand, taken back.

A group of lines agrees with a group of entries of the same sum: one payment with several entries, three
thousand payments of a file with the one entry that the file is.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, delete, select, update

from court_app.errors import BadInput
from court_app.services.estate import estate_account
from court_app.services.estate.bank_agreements import own_agreements
from court_app.services.estate.estate_account import reversed_ids
from court_app.services.estate.ledger_by_hand import held
from court_app.services.estate.reconciliation import (
    WantedOpen,
    fitting,
    own_bank_lines,
)
from court_app.services.many_rows import change_rows, insert_rows
from court_app.services.occasion import Occasion
from court_app.services.payments.payment_entries import paid_together
from models import AgreedEntry, BankAgreement, BankLine, Case, LedgerEntry, LedgerLine
from models.vocabulary import EntrySource, LedgerAccount, MatchWay
from workflows.calculations.bookkeeping import signed
from workflows.calculations.matching import Group, Incomplete, Movement, match
from workflows.law.settings import read_settings
from workflows.text import Text

AT_ONCE = 500
"""So many rows are named in one statement to the database."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an automatic matching has come to: what agrees now, what is left, which files lack lines."""

    lines: int
    entries: int
    lines_left: int
    entries_left: int
    incomplete: tuple[tuple[int, Incomplete], ...] = ()

    def told(self) -> tuple[Text, ...]:
        """The same in words, with the numbers of the entries of payment files that lack lines."""
        return (
            Text("自动核对：{lines}行银行流水与{entries}笔分录相符。", lines=self.lines, entries=self.entries)
            if self.lines
            else Text("没有可以自动核对的银行流水和分录。"),
            Text(
                "尚有{lines}行银行流水、{entries}笔分录没有核对，请逐项查明。",
                lines=self.lines_left,
                entries=self.entries_left,
            )
            if self.lines_left or self.entries_left
            else Text("银行流水和分录已全部核对。"),
            *(
                Text(
                    "第{serial}号分录（付款文件）有{wanted}笔付款，银行流水中能够确定的为{found}笔，未核对。",
                    serial=serial,
                    wanted=one.wanted,
                    found=one.found,
                )
                for serial, one in self.incomplete
            ),
        )


def match_all(occasion: Occasion, case_id: int) -> Outcome:
    """Match what surely says the same; what came of it."""
    case = held(occasion, case_id)
    window = int(read_settings(case.court.settings)["statement_day_window"])
    lines = open_movements(occasion, case)
    entries = occasion.session.execute(unmatched_entries(case)).all()
    movements = [
        Movement(one.id, one.on, one.change, "" if one.source == EntrySource.PAYMENT else one.reference)
        for one in entries
    ]
    files = paid_together(
        occasion.session,
        case,
        [
            (one.id, one.on, -one.change, one.event_id)
            for one in entries
            if one.source == EntrySource.PAYMENT and one.change < 0 and one.event_id
        ],
    )
    found = match(lines, movements, window_days=window, files=files)
    days = {one.id: one.on for one in lines}, {one.id: one.on for one in movements}
    sums = {one.id: one.change_fen for one in movements}
    last = [
        max(*(days[0][one] for one in group.lines), *(days[1][one] for one in group.entries))
        for group in found.groups
    ]
    changes = [sum(sums[one] for one in group.entries) for group in found.groups]
    keep(occasion, case, list(zip(found.groups, changes, last, strict=True)))
    serials = {one.id: one.serial for one in entries}
    told = sum(len(group.lines) for group in found.groups), sum(len(group.entries) for group in found.groups)
    incomplete = tuple((serials[one.entry_id], one) for one in found.incomplete)
    return Outcome(*told, len(lines) - told[0], len(entries) - told[1], incomplete)


def open_movements(occasion: Occasion, case: Case) -> list[Movement]:
    """Every line of the bank that agrees with nothing."""
    chosen = (
        own_bank_lines(case)
        .where(BankLine.agreement_id.is_(None))
        .with_only_columns(
            BankLine.id,
            BankLine.on,
            BankLine.in_fen - BankLine.out_fen,
            BankLine.reference,
            BankLine.counterparty,
            BankLine.account,
        )
        .order_by(BankLine.on, BankLine.id)
    )
    return [Movement(*row) for row in occasion.session.execute(chosen)]


def unmatched_entries(
    case: Case,
) -> Select[int, date, int, int, str, EntrySource, int | None]:
    """The lines of the ledger's bank account that agree with nothing.

    An entry and its reversal are not looked for at the bank.
    """
    return (
        estate_account.own_lines(case, LedgerAccount.BANK)
        .outerjoin(AgreedEntry, AgreedEntry.ledger_line_id == LedgerLine.id)
        .where(
            AgreedEntry.id.is_(None),
            LedgerEntry.id.not_in(reversed_ids(case)),
            LedgerEntry.reverses_id.is_(None),
        )
        .with_only_columns(
            LedgerLine.id,
            LedgerEntry.on,
            (LedgerLine.debit_fen - LedgerLine.credit_fen).label("change"),
            LedgerEntry.serial,
            LedgerEntry.reference,
            LedgerEntry.source,
            LedgerEntry.event_id,
        )
        .order_by(LedgerEntry.on, LedgerEntry.serial)
    )


def keep(occasion: Occasion, case: Case, groups: Sequence[tuple[Group, int, date]]) -> list[BankAgreement]:
    """Write down of groups of lines and entries, with sum in fen and last day, that they say the same."""
    session = occasion.session
    made = [
        BankAgreement(
            case_id=case.id,
            way=group.way,
            change_fen=change_fen,
            bank_lines=len(group.lines),
            entries=len(group.entries),
            last_on=last_on,
            made_by_id=occasion.user.id if occasion.user else None,
            made_at=occasion.now,
        )
        for group, change_fen, last_on in groups
    ]
    session.add_all(made)
    session.flush()
    both = list(zip(made, (group for group, *_ in groups), strict=True))
    change_rows(
        session, BankLine, ["agreement_id"], [(a.id, one) for a, group in both for one in group.lines]
    )
    insert_rows(
        session,
        AgreedEntry,
        [{"agreement_id": a.id, "ledger_line_id": one} for a, group in both for one in group.entries],
    )
    session.expire_all()
    return made


def match_by_hand(
    occasion: Occasion,
    case_id: int,
    bank_lines: Iterable[int],
    ledger_lines: Iterable[int],
    *,
    all_of: WantedOpen | None = None,
) -> BankAgreement:
    """Match lines of the bank with the entries that they are together.

    With `all_of` the lines are all that are open and looked for, on whatever page.

    Raises:
        BadInput: if one of them is not open any more, or the sums differ.
    """
    case = held(occasion, case_id)
    lines = chosen_lines(occasion, case, set(bank_lines), all_of)
    entries = chosen_entries(occasion, case, set(ledger_lines))
    said, booked = sum(one.change for one in lines), sum(one.change for one in entries)
    if said != booked:
        why = Text(
            "所选{lines}行银行流水合计{bank}元，与所选{entries}笔分录合计{ledger}元不符，相差{difference}元。",
            lines=len(lines),
            bank=signed(said),
            entries=len(entries),
            ledger=signed(booked),
            difference=signed(said - booked),
        )
        raise BadInput({"ledger_lines": [why]})
    group = Group(MatchWay.HAND, tuple(one.id for one in lines), tuple(one.id for one in entries))
    return keep(occasion, case, [(group, booked, max(one.on for one in (*lines, *entries)))])[0]


def some_of(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """So many of them at a time as one statement names."""
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))


def chosen_lines(
    occasion: Occasion, case: Case, bank_lines: set[int], all_of: WantedOpen | None
) -> Sequence[Any]:
    """The lines of the bank that were chosen; each is open.

    Raises:
        BadInput: if none was chosen, or one is not open.
    """
    chosen = own_bank_lines(case).where(BankLine.agreement_id.is_(None))
    if all_of is not None:
        rows = [*occasion.session.execute(columns_of(chosen.where(*fitting(all_of))))]
    else:
        rows = [
            row
            for some in some_of(sorted(bank_lines))
            for row in occasion.session.execute(columns_of(chosen.where(BankLine.id.in_(some))))
        ]
    if not rows or (all_of is None and len(rows) < len(bank_lines)):
        raise BadInput({"bank_lines": [Text("请选择尚未核对的银行流水。")]})
    return rows


def columns_of(chosen: Select[Any]) -> Select[int, date, int]:
    """What of lines of the bank is needed to match them."""
    change = (BankLine.in_fen - BankLine.out_fen).label("change")
    return chosen.with_only_columns(BankLine.id, BankLine.on, change)


def chosen_entries(occasion: Occasion, case: Case, ledger_lines: set[int]) -> Sequence[Any]:
    """The lines of the ledger that were chosen; each is open.

    Raises:
        BadInput: if none was chosen, or one is not open.
    """
    rows = [
        row
        for some in some_of(sorted(ledger_lines))
        for row in occasion.session.execute(unmatched_entries(case).where(LedgerLine.id.in_(some)))
    ]
    if not rows or len(rows) < len(ledger_lines):
        raise BadInput({"ledger_lines": [Text("请选择尚未核对的分录。")]})
    return rows


def unmatch(occasion: Occasion, case_id: int, agreement_id: int) -> None:
    """Take an agreement back: all of its lines and entries are open again.

    Raises:
        BadInput: if there is none.
    """
    case = held(occasion, case_id)
    session = occasion.session
    found = session.scalar(own_agreements(case).where(BankAgreement.id == agreement_id))
    if found is None:
        raise BadInput({"agreement": [Text("没有这项核对记录，可能已经取消。")]})
    session.execute(update(BankLine).where(BankLine.agreement_id == found.id).values(agreement_id=None))
    session.execute(delete(AgreedEntry).where(AgreedEntry.agreement_id == found.id))
    session.flush()
    session.delete(found)
    session.flush()


def agreement_of_line(occasion: Occasion, case: Case, bank_line: int) -> int:
    """The agreement that a line of the bank is in; 0 if it is in none."""
    chosen = select(BankLine.agreement_id).where(BankLine.case_id == case.id, BankLine.id == bank_line)
    return occasion.session.scalar(chosen) or 0
