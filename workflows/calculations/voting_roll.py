"""Who may vote on a matter, and with how much: from the register's rows, claim by claim (EBL 59, 64, 82)."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from models.vocabulary import ClaimClass, NoVote, ResolutionMatter, VotingGroup
from workflows.calculations.stakes import (
    FIXED,
    Stake,
    expected_short,
    is_held_by_security,
    standing_fen,
    unsecured_fen,
    voting_fen,
    working,
)
from workflows.law.votes import NO_VOTE_UNLESS_WAIVED_ON
from workflows.text import freeze

GROUP_OF = {
    ClaimClass.EMP: VotingGroup.EMPLOYEES,
    ClaimClass.TAX: VotingGroup.TAX,
    ClaimClass.ORD: VotingGroup.ORDINARY,
}


@dataclass(frozen=True, slots=True)
class Question:
    """What the roll is drawn up for: the matter, the class of a plan, and the court's own settings.

    `unaffected` are the numbers of claims that a plan leaves as they are (I3-11(2)).
    """

    matter: ResolutionMatter
    group: VotingGroup | None = None
    small_up_to_fen: int | None = None
    unaffected: frozenset[int] = frozenset()
    employees_in_total: bool = False
    unfixed_in_total: bool = False
    secured_votes_with_other_claims: bool = False


@dataclass(frozen=True, slots=True)
class Weight:
    """What one claim gives: whether a head, how much of the total in fen, and why no vote if none."""

    stake: Stake
    votes: bool
    counts_fen: int
    why: NoVote | None = None

    def row(self) -> dict[str, Any]:
        """The claim as a line of the roll that is kept."""
        return {
            "serial": self.stake.serial,
            "class": self.stake.claim_class.value,
            "stands_fen": standing_fen(self.stake),
            "counts_fen": self.counts_fen,
            "why": self.why.value if self.why else None,
            "working": [freeze(line) for line in working(self.stake)],
        }


@dataclass(frozen=True, slots=True)
class Right:
    """A creditor on the roll: one head however many claims, and the sum that he stands for, in fen."""

    creditor: int
    may_vote: bool
    counts_fen: int
    weights: tuple[Weight, ...]

    @property
    def why(self) -> NoVote | None:
        """Why he has no vote; None if he has one."""
        return None if self.may_vote else next((w.why for w in self.weights if w.why), NoVote.UNFIXED)


def roll(question: Question, stakes: Iterable[Stake]) -> list[Right]:
    """The roll of a vote, by the creditor's first claim. Source: EBL 59, 64, 82 to 84."""
    ordered = sorted(stakes, key=lambda stake: (stake.creditor, stake.serial))
    rights = [
        right_of(question, creditor, tuple(own))
        for creditor, own in groupby(ordered, key=lambda stake: stake.creditor)
    ]
    return sorted(rights, key=lambda right: right.weights[0].stake.serial)


def right_of(question: Question, creditor: int, stakes: tuple[Stake, ...]) -> Right:
    """What all claims of a creditor come to.

    Who holds an unwaived security has no vote on ⑦ and ⑩ at all, unless the court lets him vote with his
    other claims (EBL 59(3)).
    """
    weights = tuple(weigh_once(question, stake) for stake in stakes)
    out = any(weight.why == NoVote.SECURED for weight in weights)
    if out and not question.secured_votes_with_other_claims:
        weights = tuple(
            Weight(w.stake, False, 0, NoVote.WITH_SECURED) if w.why is None else w for w in weights
        )
    return Right(creditor, any(w.votes for w in weights), sum(w.counts_fen for w in weights), weights)


def weigh_once(question: Question, stake: Stake) -> Weight:
    """What a claim gives on this matter; one debt is voted once, and by whom it is still owed (EBL 51)."""
    if stake.same_debt or stake.satisfied:
        return Weight(stake, False, 0, NoVote.SAME_DEBT if stake.same_debt else NoVote.NOTHING)
    return weigh(question, stake)


def weigh(question: Question, stake: Stake) -> Weight:
    """What a claim gives on this matter."""
    amount = voting_fen(stake)
    if stake.claim_class == ClaimClass.EMP and question.group is None:
        counts = standing_fen(stake) if question.employees_in_total else 0
        return Weight(stake, False, counts, NoVote.EMPLOYEE)
    if amount is None:
        why = NoVote.CONDITIONAL if stake.conditional and stake.state in FIXED else NoVote.UNFIXED
        return Weight(stake, False, standing_fen(stake) if question.unfixed_in_total else 0, why)
    if question.group is not None:
        return in_group(question, stake, amount)
    if is_held_by_security(stake):
        short = expected_short(stake, amount)
        if question.matter in NO_VOTE_UNLESS_WAIVED_ON:
            return Weight(stake, False, short, NoVote.SECURED)
        return Weight(stake, amount > 0, short, None if amount else NoVote.NOTHING)
    return counted(stake, unsecured_fen(stake, amount))


def in_group(question: Question, stake: Stake, amount: int) -> Weight:
    """What a claim gives in one class of a reorganization plan (EBL 82, 83)."""
    if stake.claim_class == ClaimClass.SOC:
        return Weight(stake, False, 0, NoVote.SOCIAL)
    own = parts_by_group(question, stake, amount)
    if question.group not in own:
        return Weight(stake, False, 0, NoVote.OTHER_GROUP)
    if stake.serial in question.unaffected:
        return Weight(stake, False, 0, NoVote.UNAFFECTED)
    return counted(stake, own[question.group])


def parts_by_group(question: Question, stake: Stake, amount: int) -> dict[VotingGroup, int]:
    """With how much a claim stands in which class, in fen.

    What the court expects a security not to cover stands with the ordinary claims (EBL 59(2), 82).
    """
    if is_held_by_security(stake):
        short = expected_short(stake, amount)
        secured = {VotingGroup.SECURED: amount - short} if amount > short or not short else {}
        return {**secured, ordinary_group(question, short): short} if short else secured
    counts = unsecured_fen(stake, amount)
    group = GROUP_OF.get(ClaimClass.ORD if stake.claim_class.is_secured else stake.claim_class)
    if group == VotingGroup.ORDINARY:
        group = ordinary_group(question, counts)
    return {} if group is None else {group: counts}


def ordinary_group(question: Question, fen: int) -> VotingGroup:
    """Which class an ordinary claim belongs to, where the court has formed one of small claims (EBL 82)."""
    small = question.small_up_to_fen is not None and fen <= question.small_up_to_fen
    return VotingGroup.SMALL if small else VotingGroup.ORDINARY


def counted(stake: Stake, fen: int) -> Weight:
    """A claim that votes with a sum; with none it does not."""
    return Weight(stake, fen > 0, fen, None if fen else NoVote.NOTHING)
