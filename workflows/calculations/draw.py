"""The draw and the rota: pure, and short enough to be repeated by hand.

A ticket is the SHA-256 of `seed|case number|roster number` (UTF-8, no line end); the smallest is drawn,
the next ones stand by. In a shell: printf '%s' 'seed|（2026）豫97破申1号|3' | sha256sum
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from workflows.calculations.reading import missing, read_text, reject_unknown, writable
from workflows.calendar import WorkingCalendar
from workflows.errors import CalculationError
from workflows.text import Text

MOST_CANDIDATES = 5_000
BETWEEN = re.compile(r"[\s,，、;；]+")


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a candidate drew: its number on the roster and the hexadecimal hash that ranks it."""

    candidate: str
    ticket: str


def commitment_of(seed: str) -> str:
    """What is made public before the draw: the SHA-256 of the seed, in hexadecimal."""
    return hashlib.sha256(seed.encode()).hexdigest()


def ticket_of(seed: str, case_number: str, candidate: str) -> str:
    """The ticket of one candidate."""
    return hashlib.sha256(f"{seed}|{case_number}|{candidate}".encode()).hexdigest()


def draw(seed: str, case_number: str, candidates: Iterable[str]) -> list[Ticket]:
    """Every candidate with its ticket, the one who is drawn first; the order given does not matter."""
    tickets = (Ticket(name, ticket_of(seed, case_number, name)) for name in set(candidates))
    return sorted(tickets, key=lambda drawn: (drawn.ticket, drawn.candidate))


def rota(last: int | None, candidates: Iterable[int]) -> list[int]:
    """The roster numbers in the order of their turn: those after `last`, then from the beginning."""
    ordered = sorted(set(candidates))
    after = [number for number in ordered if last is None or number > last]
    return after + [number for number in ordered if number not in after]


def repeat_draw(data: Any, calendar: WorkingCalendar, today: date) -> dict[str, Any]:
    """The calculator: anybody repeats a draw from seed, case number and list, and checks the commitment.

    Raises:
        CalculationError: naming the field that does not fit.
    """
    given = reject_unknown(data, ("seed", "case_number", "candidates", "commitment"))
    seed, number = read_text(given, "seed"), read_text(given, "case_number")
    tickets = draw(seed, number, read_candidates(given))
    commitment = str(given.get("commitment") or "").strip().lower()
    return {
        "drawn": tickets[0].candidate,
        "ranking": [{"candidate": one.candidate, "ticket": one.ticket} for one in tickets],
        "commitment": commitment_of(seed),
        "commitment_fits": commitment == commitment_of(seed) if commitment else None,
        "working": [
            Text("种子的 SHA-256 应与抽签前公布的承诺值一致。"),
            Text("每个候选人的签号为“种子|案号|名册编号”的 SHA-256，最小者中签，其次依序备选。"),
        ],
    }


def read_candidates(given: Mapping[str, Any]) -> Sequence[str]:
    """The roster numbers: a list, or a text with commas or spaces between them.

    Raises:
        CalculationError: if there are none, too many, or one twice.
    """
    value = given.get("candidates")
    if value is None:
        raise missing("candidates")
    listed = BETWEEN.split(value.strip()) if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(
        isinstance(one, str | int) and not isinstance(one, bool) for one in listed
    ):
        raise CalculationError("bad_list", Text("“candidates”须为名册编号的列表。"), "candidates")
    names = [str(one).strip() for one in listed if str(one).strip()]
    if not 1 <= len(names) <= MOST_CANDIDATES or not all(writable(name) for name in names):
        wrong = Text("“candidates”须有1至{most}个名册编号。", most=MOST_CANDIDATES)
        raise CalculationError("bad_list", wrong, "candidates")
    if len(set(names)) < len(names):
        raise CalculationError("named_twice", Text("“candidates”中有重复的名册编号。"), "candidates")
    return names
