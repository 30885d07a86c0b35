"""What the six conditions of EBL 87(2) come to in a case: by its votes, and by its own liquidation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from models.estate import Resolution
from models.vocabulary import ConditionsMet, Rank, VotingGroup
from workflows.calculations import plan_classes, vote
from workflows.calculations.cram_down import (
    NO_WORSE_OFF,
    Facts,
    Finding,
    all_of,
    approvable,
    examine,
    read_percent,
    shown,
)
from workflows.calculations.draft_lines import Draft, RankLine
from workflows.calculations.money import yuan
from workflows.calculations.plan_classes import ClassVote
from workflows.law.cram_down import FACTS, PlanClassKind
from workflows.text import Text

KIND_OF = {
    VotingGroup.SECURED: PlanClassKind.SECURED,
    VotingGroup.EMPLOYEES: PlanClassKind.EMPLOYEE,
    VotingGroup.TAX: PlanClassKind.TAX,
    VotingGroup.ORDINARY: PlanClassKind.ORDINARY,
    VotingGroup.SMALL: PlanClassKind.SMALL_ORDINARY,
    VotingGroup.EQUITY: PlanClassKind.EQUITY,
}
"""The class of a vote as article 87(2) calls it."""
MET = {True: ConditionsMet.MET, False: ConditionsMet.MISSING, None: ConditionsMet.OPEN}


@dataclass(frozen=True, slots=True)
class Weighed:
    """The conditions, what they come to, and how; `ordinary` is their rank in a liquidation."""

    findings: tuple[Finding, ...]
    ordinary: RankLine
    outcome: ConditionsMet
    working: tuple[Text, ...]


def weigh(
    votes: Iterable[Resolution],
    refused: str,
    told: Mapping[str, Any],
    liquidation: Draft,
    standing: Iterable[VotingGroup] = (),
) -> Weighed:
    """Weigh an application.

    Source: EBL 87(2); `bankruptcy-money.md` section 9.

    Args:
        votes: of the classes, by number; `refused` is the flag of one that will not vote again.
        refused: see above.
        told: what the application shows, as its payload reads it.
        liquidation: the distribution that the case would come to today.
        standing: classes that have members; one that has not voted must be shown to be paid as the law asks.
    """
    classes = classes_of(votes, refused)
    ordinary = ordinary_of(liquidation)
    facts = facts_of(told, ordinary)
    passed = plan_classes.by_kind(classes)
    silent = [KIND_OF[group] for group in standing if KIND_OF[group] not in passed]
    findings = examine({**passed, **{kind: [False] for kind in silent}}, facts)
    return Weighed(
        tuple(findings),
        ordinary,
        MET[all_of([finding.met for finding in findings])],
        (
            *(line for one in classes for line in plan_classes.lines(one)),
            Text("破产清算的试算："),
            *liquidation.working,
            ratio_line(ordinary),
            *((Text("没有表决的组：{kinds}，按实体条件审查。", kinds=silent),) if silent else ()),
            *(finding.line() for finding in findings),
            plan_classes.conclusion(findings, approvable(findings, ())),
            *plan_classes.by_the_minutes(any(one.passed for one in classes), facts.no_worse_off),
        ),
    )


def facts_of(told: Mapping[str, Any], ordinary: RankLine) -> Facts:
    """What the application shows of the plan, and what a liquidation would pay ordinary claims."""
    return Facts(
        {name: told[name].settled for name in FACTS},
        read_percent(told, "plan_ratio"),
        read_percent(told, "small_plan_ratio"),
        percent_of(ordinary),
        told[NO_WORSE_OFF].settled,
    )


def classes_of(votes: Iterable[Resolution], refused: str) -> list[ClassVote]:
    """Every class with its first vote and its second, if it had one."""
    by_group: dict[VotingGroup, list[Resolution]] = {}
    for one in votes:
        if one.group is not None:
            by_group.setdefault(one.group, []).append(one)
    return [
        ClassVote(
            KIND_OF[group],
            None,
            figures_of(own[0]),
            figures_of(own[-1]) if len(own) > 1 else None,
            refused=any(refused in one.flags for one in own),
        )
        for group, own in by_group.items()
    ]


def figures_of(one: Resolution) -> vote.Figures:
    """The figures of a vote."""
    return vote.Figures(one.present, one.for_heads, one.for_fen, one.total_fen)


def ordinary_of(liquidation: Draft) -> RankLine:
    """The rank of ordinary claims in a liquidation; empty where there are none, or nothing reaches them."""
    return next(
        (line for line in liquidation.ranks if line.rank == Rank.ORDINARY),
        RankLine(Rank.ORDINARY, 0, owed_to_ordinary(liquidation), 0),
    )


def owed_to_ordinary(liquidation: Draft) -> int:
    """What ordinary claims count for, in fen."""
    return sum(line.counted_fen for line in liquidation.lines if line.rank == Rank.ORDINARY)


def percent_of(ordinary: RankLine) -> Fraction | None:
    """The ratio of ordinary claims in percent; None where there are none."""
    return Fraction(ordinary.paid_fen * 100, ordinary.total_fen) if ordinary.total_fen else None


def ratio_line(ordinary: RankLine) -> Text:
    """The ratio that condition ③ is measured by."""
    return Text(
        "提请批准时普通债权依照破产清算程序所能获得的清偿比例：{paid}／{total}＝{percent}%。",
        paid=yuan(ordinary.paid_fen),
        total=yuan(ordinary.total_fen),
        percent=shown(percent_of(ordinary)),
    )


def rank_rows(liquidation: Draft) -> list[dict[str, Any]]:
    """What each rank would get, as it is kept; sums in fen."""
    return [
        {
            "rank": line.rank.value,
            "count": line.count,
            "total_fen": line.total_fen,
            "paid_fen": line.paid_fen,
            "percent": line.percent,
        }
        for line in liquidation.ranks
    ]


def class_rows(votes: Sequence[Resolution], refused: str) -> list[dict[str, Any]]:
    """The votes of the classes as they are kept; sums in fen."""
    return [
        {
            "group": one.group.value,
            "resolution": one.serial,
            "present": one.present,
            "for_heads": one.for_heads,
            "for_fen": one.for_fen,
            "total_fen": one.total_fen,
            "state": one.state,
            "refused": refused in one.flags,
        }
        for one in votes
        if one.group is not None
    ]
