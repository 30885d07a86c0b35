"""Counting a vote: every creditor of the roll with his ballot, the two limbs, and how they follow."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.vocabulary import BallotChoice, NoVote
from workflows.calculations.majority import Majority, majority
from workflows.calculations.money import yuan
from workflows.law.votes import VoteRule
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class Cast:
    """A creditor of the roll: whether he may vote, the sum he counts for, whether he came, what he said.

    Or `heads` creditors who are alike in all that, with the sum that they count for together.
    """

    may_vote: bool
    counts_fen: int
    attends: bool
    choice: BallotChoice | None
    heads: int = 1


@dataclass(frozen=True, slots=True)
class Group:
    """Some creditors: how many heads, how much in fen."""

    heads: int = 0
    fen: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """The count of a vote. `silent` came and cast no ballot: they are present and do not approve."""

    voters: Group
    present: Group
    choices: Mapping[BallotChoice, Group]
    silent: Group
    total_fen: int
    result: Majority
    working: tuple[Text, ...]


def tally(rule: VoteRule, casts: Iterable[Cast], without_vote: Mapping[NoVote, int]) -> Tally:
    """Count a vote by its rule. Source: EBL 64(1), 84(2), 97; `bankruptcy-money.md` section 5.

    Who casts a ballot attends. Who stays away counts in the total alone, if at all. `without_vote` says
    how many creditors have no vote, by the reason, to be told in the working.
    """
    heads, sums, total = Counter[str](), Counter[str](), 0
    for cast in casts:
        total += cast.counts_fen
        if not cast.may_vote:
            continue
        place = cast.choice.value if cast.choice else ("silent" if cast.attends else "away")
        heads[place] += cast.heads
        sums[place] += cast.counts_fen

    def group(*places: str) -> Group:
        return Group(sum(heads[place] for place in places), sum(sums[place] for place in places))

    choices = {choice: group(choice.value) for choice in BallotChoice}
    there = (*(choice.value for choice in BallotChoice), "silent")
    present, silent, voters = group(*there), group("silent"), group(*there, "away")
    if rule.of_present:
        total = present.fen
    result = majority(
        rule,
        present=present.heads,
        for_heads=choices[BallotChoice.FOR].heads,
        for_fen=choices[BallotChoice.FOR].fen,
        total_fen=total,
    )
    working = (
        *opening(rule, voters, present, total),
        *(line_of(choice, own) for choice, own in choices.items()),
        *those_who_did_not_vote(silent, without_vote),
        *result.working,
        *(() if result.passed else (rule.failed,)),
    )
    return Tally(voters, present, choices, silent, total, result, working)


def those_who_did_not_vote(silent: Group, without_vote: Mapping[NoVote, int]) -> tuple[Text, ...]:
    """Who was there and said nothing, and who has no vote."""
    return (
        *((Text("出席而未表决：{heads}人，不算同意。", heads=silent.heads),) if silent.heads else ()),
        *(
            Text("不享有表决权：{count}人，{why}。", count=count, why=why)
            for why, count in without_vote.items()
        ),
    )


def opening(rule: VoteRule, voters: Group, present: Group, total_fen: int) -> tuple[Text, ...]:
    """Of whom and of what the limbs are parts."""
    whole = Text("总额为{whole}：{total}元。", whole=rule.whole, total=yuan(total_fen))
    if rule.heads is None:
        told = Text(
            "有表决权的出资人{voters}人，出席{present}人；人数不计算。",
            voters=voters.heads,
            present=present.heads,
        )
        return told, whole
    return (
        Text(
            "有表决权的债权人{voters}人，出席{present}人；人数以出席的为准。",
            voters=voters.heads,
            present=present.heads,
        ),
        whole,
    )


def line_of(choice: BallotChoice, own: Group) -> Text:
    """How many said it, and with how much."""
    return Text("{choice}：{heads}人，{sum}元。", choice=choice, heads=own.heads, sum=yuan(own.fen))
