"""The calculator of a vote: what is voted on, who was there and in favour, and what it comes to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from workflows.calculations.majority import Majority, majority
from workflows.calculations.money import plain, read_fen
from workflows.calculations.reading import read_choice, read_whole, reject_unknown
from workflows.calendar import WorkingCalendar
from workflows.errors import CalculationError
from workflows.law.votes import NO_VOTE_UNLESS_WAIVED, VOTE_RULES, VoteMatter, VoteRule
from workflows.text import Text

FIGURES = ("present", "for_heads", "for_amount", "total_amount")
MOST_HEADS = 10_000_000


@dataclass(frozen=True, slots=True)
class Figures:
    """Creditors present and in favour, claims in favour and of the whole class; sums in fen."""

    present: int
    for_heads: int
    for_fen: int
    total_fen: int


def vote(data: Any, calendar: WorkingCalendar, today: date) -> dict[str, Any]:
    """Whether a `matter` is carried; each limb with what it has, of what, and the least that is enough.

    Who is present counts as present whether he votes or not; who stays away counts in `total_amount` only.
    In the class of investors amounts are voting rights of those present, and heads are not counted.

    Raises:
        CalculationError: naming what to change.
    """
    given = reject_unknown(data, ("matter", *FIGURES))
    matter = VoteMatter(read_choice(given, "matter", tuple(m.value for m in VoteMatter), None))
    rule, figures = VOTE_RULES[matter], read_figures(given)
    result = judge(rule, figures)
    working = [Text("总额为{whole}。", whole=rule.whole), *result.working]
    if not result.passed:
        working.append(rule.failed)
    if matter in NO_VOTE_UNLESS_WAIVED:
        working.append(Text("对特定财产享有担保权、未放弃优先受偿权利的债权人对此事项不享有表决权。"))
    return {**answer(result, figures), "working": working, "basis": list(rule.basis)}


def judge(rule: VoteRule, figures: Figures) -> Majority:
    """The result of a vote by its rule."""
    return majority(
        rule,
        present=figures.present,
        for_heads=figures.for_heads,
        for_fen=figures.for_fen,
        total_fen=figures.total_fen,
    )


def answer(result: Majority, figures: Figures) -> dict[str, Any]:
    """The two limbs as an answer gives them."""
    return {
        "passed": result.passed,
        "heads": {
            "passed": result.heads_reached,
            "for": figures.for_heads,
            "of": figures.present,
            "needs": result.heads_needed,
        },
        "amount": {
            "passed": result.amount_reached,
            "for": plain(figures.for_fen),
            "of": plain(figures.total_fen),
            "needs": plain(result.amount_needed_fen),
        },
    }


def read_figures(given: Mapping[str, Any]) -> Figures:
    """The figures of a vote.

    Raises:
        CalculationError: if a part is more than its whole, or there is nothing of which it could be a part.
    """
    present = read_whole(given, "present", least=0, most=MOST_HEADS)
    for_heads = read_whole(given, "for_heads", least=0, most=MOST_HEADS)
    for_fen, total_fen = read_fen(given, "for_amount"), read_fen(given, "total_amount")
    if total_fen == 0:
        raise CalculationError("nothing", Text("“{field}”须大于零。", field="total_amount"), "total_amount")
    for name, part, whole, of in (
        ("for_heads", for_heads, present, "present"),
        ("for_amount", for_fen, total_fen, "total_amount"),
    ):
        if part > whole:
            wrong = Text("“{field}”不能多于“{of}”。", field=name, of=of)
            raise CalculationError("more_than_all", wrong, name)
    return Figures(present, for_heads, for_fen, total_fen)
