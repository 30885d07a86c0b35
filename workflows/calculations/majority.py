"""Whether a vote is carried: heads of those present, amounts of the whole class, compared exactly."""

from dataclasses import dataclass

from workflows.calculations.money import yuan
from workflows.law.thresholds import Threshold
from workflows.law.votes import ORDINARY, VoteRule
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class Majority:
    """The result of a vote, with the two limbs, the least that each needs, and their working.

    Heads that the law does not count are reached by none.
    """

    passed: bool
    heads_reached: bool
    amount_reached: bool
    heads_needed: int
    amount_needed_fen: int
    working: tuple[Text, ...]


def ordinary_majority(*, present: int, for_heads: int, for_fen: int, total_fen: int) -> Majority:
    """The ordinary resolution of a creditors' meeting.

    Source: EBL 64(1). Amounts in fen; the creditors present are those who may vote, the total is that of
    all unsecured claims, whether their creditors came or not.
    """
    return majority(ORDINARY, present=present, for_heads=for_heads, for_fen=for_fen, total_fen=total_fen)


def majority(rule: VoteRule, *, present: int, for_heads: int, for_fen: int, total_fen: int) -> Majority:
    """A vote by its rule. Amounts in fen; who stays away counts in the total and not in the heads."""
    heads = rule.heads is None or rule.heads.reached(for_heads, present)
    amount = rule.amount.reached(for_fen, total_fen)
    lines = [limb(Text("债权额"), rule.amount, yuan(for_fen), yuan(total_fen), amount)]
    if rule.heads is None:
        lines = [limb(Text("表决权"), rule.amount, yuan(for_fen), yuan(total_fen), amount)]
        lines.append(Text("决议通过。") if amount else Text("决议未通过。"))
    else:
        lines.insert(0, limb(Text("人数"), rule.heads, str(for_heads), str(present), heads))
        lines.append(
            Text("两项均达到，决议通过。") if heads and amount else Text("未同时达到两项，决议未通过。")
        )
    return Majority(
        heads and amount,
        heads,
        amount,
        0 if rule.heads is None else rule.heads.needs(present),
        rule.amount.needs(total_fen),
        tuple(lines),
    )


def limb(name: Text, threshold: Threshold, part: str, whole: str, reached: bool) -> Text:
    """One limb of a vote as a judge checks it."""
    return Text(
        "{name}：{part}／{whole}，须{needs}，{result}。",
        name=name,
        part=part,
        whole=whole,
        needs=threshold.words,
        result=Text("达到") if reached else Text("未达到"),
    )
