"""Which lines of the bank and of the ledger say the same: by reference, payment file, sum and day. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from models.vocabulary import MatchWay


@dataclass(frozen=True, slots=True)
class Movement:
    """A change of the bank account, said by the bank or by the ledger; in fen, what comes in is positive.

    `name` and `account` are the other side's, as the bank writes them.
    """

    id: int
    on: date
    change_fen: int
    reference: str = ""
    name: str = ""
    account: str = ""


@dataclass(frozen=True, slots=True)
class Paid:
    """One payment of a file that was handed to the bank: its sum in fen, to whom, to which account."""

    amount_fen: int
    name: str
    account: str


@dataclass(frozen=True, slots=True)
class PaidTogether:
    """An entry that is a whole payment file, or what the bank paid of it that day."""

    entry_id: int
    on: date
    payments: tuple[Paid, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of the bank and of the ledger that say the same together, and how that was found."""

    way: MatchWay
    lines: tuple[int, ...]
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Incomplete:
    """A payment file of which not every payment was found, or not surely: how many were."""

    entry_id: int
    found: int
    wanted: int


@dataclass(frozen=True, slots=True)
class Matching:
    """What surely says the same, and the payment files that lack lines of the bank."""

    groups: tuple[Group, ...]
    incomplete: tuple[Incomplete, ...] = ()


def match(
    bank: Iterable[Movement],
    ledger: Sequence[Movement],
    *,
    window_days: int,
    files: Iterable[PaidTogether] = (),
) -> Matching:
    """Lines of the bank and of the ledger that surely say the same; each in one group at most.

    First what bears the same reference and sum, whatever the day; then payment files, payment by payment;
    then what has the same sum within the window, if on neither side another line could be meant as well.
    """
    lines, entries = list(bank), list(ledger)
    pairs = by_reference(lines, entries)
    groups = [Group(MatchWay.REFERENCE, (one,), (other,)) for one, other in pairs]
    lines, entries = rest_of(lines, entries, groups)
    left = {entry.id for entry in entries}
    waiting = [file for file in files if file.entry_id in left]
    of_files, incomplete = by_file(lines, waiting, window_days)
    lines, entries = rest_of(lines, entries, of_files)
    sums = by_sum_and_day(lines, entries, window_days)
    groups += of_files + [Group(MatchWay.SUM, (one,), (other,)) for one, other in sums]
    found = {entry for group in groups for entry in group.entries}
    return Matching(tuple(groups), tuple(one for one in incomplete if one.entry_id not in found))


def rest_of(
    lines: list[Movement], entries: list[Movement], groups: Iterable[Group]
) -> tuple[list[Movement], list[Movement]]:
    """What is in none of these groups."""
    seen_lines, seen_entries = set[int](), set[int]()
    for group in groups:
        seen_lines.update(group.lines)
        seen_entries.update(group.entries)
    return (
        [line for line in lines if line.id not in seen_lines],
        [entry for entry in entries if entry.id not in seen_entries],
    )


def by_reference(lines: list[Movement], entries: list[Movement]) -> list[tuple[int, int]]:
    """What bears the same reference and sum."""
    wanted: dict[tuple[str, int], list[int]] = {}
    for entry in entries:
        if entry.reference:
            wanted.setdefault((entry.reference, entry.change_fen), []).append(entry.id)
    pairs = []
    for line in lines:
        found = wanted.get((line.reference, line.change_fen), [])
        if found:
            pairs.append((line.id, found.pop(0)))
    return pairs


def same_name(name: str) -> str:
    """A name without blanks and with one kind of brackets: banks write them either way."""
    return "".join(name.split()).translate({0xFF08: "(", 0xFF09: ")"})


def same_account(number: str) -> str:
    """An account number without blanks and hyphens."""
    return "".join(sign for sign in number if sign.isalnum())


def tells_account(line: Movement) -> bool:
    """Whether the bank says the whole number of the other account, and no part of it with stars."""
    return bool(line.account) and "*" not in line.account


def by_file(
    lines: Iterable[Movement], files: Iterable[PaidTogether], window_days: int
) -> tuple[list[Group], list[Incomplete]]:
    """Entries whose every payment the bank has booked: sum and account, else sum and name, near the day."""
    groups, incomplete, left = list[Group](), list[Incomplete](), list(lines)
    for file in sorted(files, key=lambda one: (one.on, one.entry_id)):
        near = [line for line in left if line.change_fen < 0 and abs((line.on - file.on).days) <= window_days]
        found = payments_in(file.payments, near)
        if len(found) < len(file.payments):
            incomplete.append(Incomplete(file.entry_id, len(found), len(file.payments)))
            continue
        groups.append(Group(MatchWay.FILE, tuple(sorted(found)), (file.entry_id,)))
        left = [line for line in left if line.id not in found]
    return groups, incomplete


Key = tuple[int, str]


def payments_in(payments: Sequence[Paid], near: Sequence[Movement]) -> set[int]:
    """The lines that are these payments; where more lines than payments fit, nobody knows which: none is."""
    said: dict[Key, list[Movement]] = {}
    for line in near:
        if tells_account(line):
            said.setdefault((-line.change_fen, same_account(line.account)), []).append(line)
    by_account = Counter((one.amount_fen, same_account(one.account)) for one in payments)
    found = sure(by_account, said)
    by_name: Counter[Key] = Counter()
    for one in payments:
        key = (one.amount_fen, same_account(one.account))
        if len(said.get(key, ())) != by_account[key]:
            by_name[one.amount_fen, same_name(one.name)] += 1
    named: dict[Key, list[Movement]] = {}
    for line in near:
        if line.id not in found and not tells_account(line):
            named.setdefault((-line.change_fen, same_name(line.name)), []).append(line)
    return found | sure(by_name, named)


def sure(wanted: Counter[Key], said: dict[Key, list[Movement]]) -> set[int]:
    """The lines of those keys under which there are as many lines as payments."""
    return {
        line.id
        for key, count in wanted.items()
        if key[1] and len(said.get(key, ())) == count
        for line in said[key]
    }


def by_sum_and_day(lines: list[Movement], entries: list[Movement], window_days: int) -> list[tuple[int, int]]:
    """What has the same sum within the window and could be nothing else."""
    by_sum: dict[int, list[Movement]] = {}
    for entry in entries:
        by_sum.setdefault(entry.change_fen, []).append(entry)
    could_be = {
        line.id: [
            entry.id
            for entry in by_sum.get(line.change_fen, [])
            if abs((entry.on - line.on).days) <= window_days
            and not (entry.reference and line.reference and entry.reference != line.reference)
        ]
        for line in lines
    }
    meant: dict[int, int] = {}
    for found in could_be.values():
        for entry_id in found:
            meant[entry_id] = meant.get(entry_id, 0) + 1
    return [
        (line_id, found[0]) for line_id, found in could_be.items() if len(found) == 1 and meant[found[0]] == 1
    ]
