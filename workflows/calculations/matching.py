"""Which lines of a bank statement and of the ledger say the same: by reference, by sum and day. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Movement:
    """A change of the bank account, said by the bank or by the ledger; in fen, what comes in is positive."""

    id: int
    on: date
    change_fen: int
    reference: str = ""


def match(bank: Iterable[Movement], ledger: Sequence[Movement], *, window_days: int) -> list[tuple[int, int]]:
    """Pairs of a bank line and a ledger line that surely say the same; each at most once.

    First what bears the same reference and sum, whatever the day; then what has the same sum within the
    window, if on neither side another line could be meant as well.
    """
    lines, entries = list(bank), list(ledger)
    pairs = by_reference(lines, entries)
    taken_lines, taken_entries = {one for one, _ in pairs}, {other for _, other in pairs}
    left = [line for line in lines if line.id not in taken_lines]
    rest = [entry for entry in entries if entry.id not in taken_entries]
    return pairs + by_sum_and_day(left, rest, window_days)


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
