"""Who may vote on a matter, and with how much: from the register's rows, claim by claim (EBL 59, 64, 82)."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from models.vocabulary import FIXED_CLAIMS, ClaimClass, NoVote, ResolutionMatter, VotingGroup
from workflows.law.votes import NO_VOTE_UNLESS_WAIVED_ON

FIXED = frozenset(state.value for state in FIXED_CLAIMS)
GROUP_OF = {
    ClaimClass.EMP: VotingGroup.EMPLOYEES,
    ClaimClass.TAX: VotingGroup.TAX,
    ClaimClass.ORD: VotingGroup.ORDINARY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stake:
    """A claim as the register has it on the day of the vote; sums in fen.

    `amount_fen` is what it counts for if it is fixed, `provisional_fen` what the court has fixed for voting.
    `deficiency_fen` is what a secured claim did not get of its asset once that is realised; None before.
    """

    creditor: int
    serial: int
    claim_class: ClaimClass
    state: str
    amount_fen: int
    provisional_fen: int | None = None
    conditional: bool = False
    waived: bool = False
    deficiency_fen: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What the roll is drawn up for: the matter, the class of a plan, and the court's own settings."""

    matter: ResolutionMatter
    group: VotingGroup | None = None
    small_up_to_fen: int | None = None
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
    weights = tuple(weigh(question, stake) for stake in stakes)
    out = any(weight.why == NoVote.SECURED for weight in weights)
    if out and not question.secured_votes_with_other_claims:
        weights = tuple(
            Weight(w.stake, False, 0, NoVote.WITH_SECURED) if w.why is None else w for w in weights
        )
    return Right(creditor, any(w.votes for w in weights), sum(w.counts_fen for w in weights), weights)


def weigh(question: Question, stake: Stake) -> Weight:
    """What a claim gives on this matter."""
    amount = voting_fen(stake)
    if stake.claim_class == ClaimClass.EMP and question.group is None:
        counts = standing_fen(stake) if question.employees_in_total else 0
        return Weight(stake, False, counts, NoVote.EMPLOYEE)
    if amount is None:
        why = NoVote.CONDITIONAL if stake.conditional and stake.state in FIXED else NoVote.UNFIXED
        return Weight(stake, False, stake.amount_fen if question.unfixed_in_total else 0, why)
    if question.group is not None:
        return in_group(question, stake, amount)
    if is_held_by_security(stake):
        if question.matter in NO_VOTE_UNLESS_WAIVED_ON:
            return Weight(stake, False, 0, NoVote.SECURED)
        return Weight(stake, amount > 0, 0, None if amount else NoVote.NOTHING)
    return counted(stake, unsecured_fen(stake, amount))


def in_group(question: Question, stake: Stake, amount: int) -> Weight:
    """What a claim gives in one class of a reorganization plan (EBL 82, 83)."""
    if stake.claim_class == ClaimClass.SOC:
        return Weight(stake, False, 0, NoVote.SOCIAL)
    if is_held_by_security(stake):
        own = question.group == VotingGroup.SECURED
        return counted(stake, amount) if own else Weight(stake, False, 0, NoVote.OTHER_GROUP)
    counts = unsecured_fen(stake, amount)
    belongs = GROUP_OF.get(ClaimClass.ORD if stake.claim_class.is_secured else stake.claim_class)
    if belongs == VotingGroup.ORDINARY and question.small_up_to_fen is not None:
        belongs = VotingGroup.SMALL if counts <= question.small_up_to_fen else VotingGroup.ORDINARY
    if belongs != question.group:
        return Weight(stake, False, 0, NoVote.OTHER_GROUP)
    return counted(stake, counts)


def counted(stake: Stake, fen: int) -> Weight:
    """A claim that votes with a sum; with none it does not."""
    return Weight(stake, fen > 0, fen, None if fen else NoVote.NOTHING)


def is_held_by_security(stake: Stake) -> bool:
    """Whether a claim is secured on an asset not yet realised, and the right not waived (EBL 59(3), 109)."""
    return stake.claim_class.is_secured and not stake.waived and stake.deficiency_fen is None


def unsecured_fen(stake: Stake, amount: int) -> int:
    """What of a claim is without security: all of it, or what its realised asset did not cover (EBL 110)."""
    if not stake.claim_class.is_secured or stake.waived or stake.deficiency_fen is None:
        return amount
    return min(amount, stake.deficiency_fen)


def voting_fen(stake: Stake) -> int | None:
    """With how much a claim may be voted: fixed, or fixed by the court for voting; None if neither."""
    if stake.state in FIXED and not stake.conditional:
        return stake.amount_fen
    return stake.provisional_fen


def standing_fen(stake: Stake) -> int:
    """The sum of a claim as the roll shows it."""
    known = voting_fen(stake)
    return stake.amount_fen if known is None else known
