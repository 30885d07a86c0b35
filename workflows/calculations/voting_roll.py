"""Who may vote on a matter, and with how much: from the register's rows, claim by claim (EBL 59, 64, 82)."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from models.vocabulary import FIXED_CLAIMS, ClaimClass, NoVote, ResolutionMatter, VotingGroup
from workflows.calculations.money import yuan
from workflows.law.votes import NO_VOTE_UNLESS_WAIVED_ON
from workflows.text import Text, freeze

FIXED = frozenset(state.value for state in FIXED_CLAIMS)
GROUP_OF = {
    ClaimClass.EMP: VotingGroup.EMPLOYEES,
    ClaimClass.TAX: VotingGroup.TAX,
    ClaimClass.ORD: VotingGroup.ORDINARY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stake:
    """A claim as the register has it on the day of the vote; sums in fen.

    `amount_fen` is what it counts for if it is fixed, `provisional_fen` what the court has fixed for voting,
    `redeemed_fen` what was paid of it to have a pledge back (EBL 37). `deficiency_fen` is what a secured
    claim did not get of its assets once all are realised, or have gone from under it; None before.
    `unpaid_fen` is what its assets brought it and it has not been paid. `same_debt`: another claim stands
    for the debt; `satisfied`: others have paid all of it (EBL 51; SG 23(2)).
    """

    creditor: int
    serial: int
    claim_class: ClaimClass
    state: str
    amount_fen: int
    provisional_fen: int | None = None
    conditional: bool = False
    waived: bool = False
    redeemed_fen: int = 0
    deficiency_fen: int | None = None
    unpaid_fen: int = 0
    same_debt: bool = False
    satisfied: bool = False


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
    """Whether a claim is secured on an asset not yet realised, and the right not waived (EBL 59(3), 109).

    Who is wholly covered by what his asset brought is a secured creditor until he is paid.
    """
    if not stake.claim_class.is_secured or stake.waived:
        return False
    return stake.deficiency_fen is None or (stake.deficiency_fen == 0 and stake.unpaid_fen > 0)


def unsecured_fen(stake: Stake, amount: int) -> int:
    """What of a claim is without security: all of it, or what its realised asset did not cover (EBL 110)."""
    if not stake.claim_class.is_secured or stake.waived or stake.deficiency_fen is None:
        return amount
    return min(amount, stake.deficiency_fen)


def voting_fen(stake: Stake) -> int | None:
    """With how much a claim may be voted: fixed, or fixed by the court for voting; None if neither.

    What was paid of it to have a pledge back is owed no more (EBL 37).
    """
    known = stake.amount_fen if stake.state in FIXED and not stake.conditional else stake.provisional_fen
    return None if known is None else max(0, known - stake.redeemed_fen)


def standing_fen(stake: Stake) -> int:
    """The sum of a claim as the roll shows it: what is owed of it, whether or not it may be voted."""
    known = voting_fen(stake)
    return max(0, stake.amount_fen - stake.redeemed_fen) if known is None else known


def working(stake: Stake) -> list[Text]:
    """How a claim that was paid in part comes to what it counts for; nothing where nothing was paid."""
    found = list[Text]()
    owed = standing_fen(stake)
    if stake.redeemed_fen:
        found.append(
            Text(
                "债权{amount}元－为取回质物、留置物清偿{redeemed}元＝尚欠{owed}元。",
                amount=yuan(owed + stake.redeemed_fen),
                redeemed=yuan(stake.redeemed_fen),
                owed=yuan(owed),
            )
        )
    if not stake.claim_class.is_secured or stake.waived or stake.deficiency_fen is None:
        return found
    short = unsecured_fen(stake, owed)
    found.append(
        Text(
            "尚欠{owed}元－担保物价款受偿{met}元＝未受清偿{short}元，为普通债权。",
            owed=yuan(owed),
            met=yuan(owed - short),
            short=yuan(short),
        )
        if owed > short
        else Text("已经没有担保物，尚欠的{owed}元为普通债权。", owed=yuan(owed))
    )
    if stake.unpaid_fen:
        found.append(Text("担保物价款中{fen}元尚未支付给该债权人。", fen=yuan(stake.unpaid_fen)))
    return found
