"""How a figure comes into its rank where the law leaves it to the court, line by line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from models.vocabulary import ClaimClass, FigureKind
from workflows.calculations.money import yuan
from workflows.law.citations import together
from workflows.law.rank_of_figures import OPEN_RANKS
from workflows.text import Bilingual, Text


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure of a claim of which something counts: its number, what it is for, how much in fen."""

    position: int
    kind: FigureKind
    fen: int


def open_ones(figures: Iterable[Counted]) -> list[Counted]:
    """The figures whose rank is for the court (M2018-27, 28; P2002-57, 58)."""
    return [figure for figure in figures if figure.fen and figure.kind in OPEN_RANKS]


def rank_only(figures: Iterable[Counted], found: ClaimClass) -> bool:
    """Whether a claim has the rank of wages and nothing else of an employee's claim."""
    counting = [figure for figure in figures if figure.fen]
    return (
        found == ClaimClass.EMP
        and bool(counting)
        and all(one.kind in OPEN_RANKS and OPEN_RANKS[one.kind].rank_only for one in counting)
    )


def against_usual(
    figures: Iterable[Counted], found: ClaimClass, settings: Mapping[str, Any]
) -> list[Counted]:
    """The figures that would come into another class than this court usually pays them in.

    What has a security of its own is paid from that, whatever it is for (EBL 109).
    """
    if found.is_secured:
        return []
    return [one for one in open_ones(figures) if OPEN_RANKS[one.kind].usual_class(settings) != found]


def working(
    figures: Iterable[Counted],
    found: ClaimClass,
    settings: Mapping[str, Any],
    *,
    decided: ClaimClass | None,
    reason: str,
) -> list[Text]:
    """Why each of these figures is in its class: by the court's decision, its usage, or a reason given."""
    told = reason.rstrip("。.")
    return [line_of(one, found, settings, decided=decided, reason=told) for one in open_ones(figures)]


def line_of(
    one: Counted,
    found: ClaimClass,
    settings: Mapping[str, Any],
    *,
    decided: ClaimClass | None,
    reason: str,
) -> Text:
    """One figure with its sum, its class, why, and where it stands."""
    rule = OPEN_RANKS[one.kind]
    usual = rule.usual_class(settings)
    values = {
        "position": one.position,
        "kind": one.kind,
        "fen": yuan(one.fen),
        "found": found,
        "usual": usual,
        "reason": reason,
        "basis": Bilingual(together(rule.basis, "zh"), together(rule.basis, "en")),
    }
    if decided is not None:
        return Text("第{position}项{kind}{fen}元：法院决定列为{found}。理由：{reason}。（{basis}）", **values)
    if found == usual or found.is_secured:
        return Text("第{position}项{kind}{fen}元：列为{found}，本院通常列为{usual}。（{basis}）", **values)
    return Text(
        "第{position}项{kind}{fen}元：列为{found}；本院通常列为{usual}。理由：{reason}。（{basis}）", **values
    )
