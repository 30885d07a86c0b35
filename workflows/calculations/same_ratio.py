"""Claims of one rank are brought to one ratio after a plan or composition has failed (EBL 93(3), 104(3)).

What was received under the plan stays with its creditor; he takes part again only when the others have
reached his ratio. "The others" are read as those of the same rank in both articles: EBL 93(3) says so, and
EBL 104(3) cannot let a lower rank come before a higher one (EBL 113).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from workflows.calculations.money import percent, yuan
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class Equalised:
    """The ratio up to which everybody is brought, what each gets for it, and what is left; sums in fen."""

    ratio: Fraction
    payments: tuple[int, ...]
    rest_fen: int


@dataclass(frozen=True, slots=True)
class Standings:
    """Claims of one rank, in the order in which single fens are given; sums in fen.

    `originals` are the claims before any concession; `had` is what each has received, under the plan and in
    earlier distributions; `late` are those that missed an earlier distribution: it is not made up for them
    (EBL 56(1)). `owed` is less than what is left of a claim where a guarantor or joint debtor has paid: that
    is nothing received under the plan, it only limits what is still to be had.
    """

    originals: Sequence[int]
    had: Sequence[int]
    late: Sequence[bool] = ()
    owed: Sequence[int] = ()

    @property
    def most(self) -> list[int]:
        """What each may still get."""
        left = [original - had for original, had in zip(self.originals, self.had, strict=True)]
        return list(map(min, left, self.owed)) if self.owed else left

    @property
    def counted(self) -> list[int]:
        """What each counts as having had: who came late counts as having reached what the others have."""
        if not any(self.late):
            return list(self.had)
        rows = list(zip(self.originals, self.had, self.late, strict=True))
        reached = [Fraction(had, original) for original, had, late in rows if original and not late]
        least = min(reached, default=Fraction(0))
        return [max(had, int(least * original)) if late else had for original, had, late in rows]


def equalise(
    pool_fen: int, originals: Sequence[int], received: Sequence[int], most: Sequence[int] = ()
) -> Equalised:
    """Bring claims of one rank to one ratio of what they were at first; who has had more waits.

    Source: EBL 93(2)(3), 104(2)(3): what was received stays, who received takes part again only when the
    others have reached the same ratio. The ratio r is such that the sum of max(0, r x original - received)
    is the pool; at most 1. In fen; single fens go to the largest remainders, ties to who stands first.

    Args:
        pool_fen: what there is for these claims, zero or more.
        originals: the claims before any concession, in the order in which ties are broken.
        received: what each has had under the plan, not more than the claim.
        most: what each may still get, if less than is left of his claim.
    """
    pairs = list(zip(originals, received, strict=True))
    left = [original - had for original, had in pairs]
    limits = list(map(min, left, most)) if most else left
    if pool_fen >= sum(limits):
        return Equalised(Fraction(1), tuple(limits), pool_fen - sum(limits))
    ratio = ratio_of(pool_fen, pairs, limits)
    over, under = ratio.numerator, ratio.denominator
    exact = [
        min(divmod(over * original - under * had, under), (limit, 0))
        for (original, had), limit in zip(pairs, limits, strict=True)
    ]
    payments = [max(0, whole) for whole, _ in exact]
    missing = pool_fen - sum(payments)
    behind = [n for n, (whole, _) in enumerate(exact) if whole >= 0]
    for n in sorted(behind, key=lambda n: exact[n][1], reverse=True)[:missing]:
        payments[n] += 1
    return Equalised(ratio, tuple(payments), 0)


def ratio_of(pool_fen: int, pairs: Sequence[tuple[int, int]], limits: Sequence[int]) -> Fraction:
    """The ratio that a pool reaches which does not fill all claims; who is limited is left out."""
    rows = list(zip(pairs, limits, strict=True))
    while True:
        ratio = lifted_to(pool_fen, [pair for pair, _ in rows])
        full = [limit for (original, had), limit in rows if ratio * original - had > limit]
        if not full:
            return ratio
        rows = [row for row in rows if ratio * row[0][0] - row[0][1] <= row[1]]
        pool_fen -= sum(full)


def lifted_to(pool_fen: int, pairs: Sequence[tuple[int, int]]) -> Fraction:
    """The ratio that a pool reaches where nothing limits: those that had least are lifted first."""
    claims = sorted((Fraction(had, original), original, had) for original, had in pairs if original > 0)
    lifted = had_by_lifted = 0
    ratio = claims[0][0]
    for had_ratio, original, had in claims:
        if lifted and had_ratio * lifted - had_by_lifted >= pool_fen:
            break
        lifted += original
        had_by_lifted += had
        ratio = Fraction(pool_fen + had_by_lifted, lifted)
    return ratio


def share_alike(pool_fen: int, claims: Standings) -> Equalised:
    """Divide a pool among the claims of a rank of which some have received something under a failed plan.

    Whoever missed an earlier distribution gets what he missed only once all others are full. In fen.
    """
    first = equalise(pool_fen, claims.originals, claims.counted, claims.most)
    if not first.rest_fen or not any(claims.late):
        return first
    have = [had + paid for had, paid in zip(claims.had, first.payments, strict=True)]
    most = [fen - paid for fen, paid in zip(claims.most, first.payments, strict=True)]
    second = equalise(first.rest_fen, claims.originals, have, most)
    both = tuple(map(sum, zip(first.payments, second.payments, strict=True)))
    return Equalised(first.ratio, both, second.rest_fen)


def level_of(spent_fen: int, claims: Standings) -> Fraction:
    """The ratio that a rank reaches with what was spent on it."""
    return share_alike(spent_fen, claims).ratio


def working_of_rank(rank: object, spent_fen: int, claims: Standings) -> list[Text]:
    """How a rank is brought to one ratio, as a judge checks it."""
    ratio, head = level_of(spent_fen, claims), head_of_rank(rank, spent_fen, claims)
    if ratio == 1:
        return head
    full, lifted = full_and_lifted(ratio, claims)
    at_limit = sum(claims.most[n] for n in full)
    return [
        *head,
        *missed_line(claims),
        *full_line(len(full), at_limit, spent_fen),
        lifted_line(ratio, spent_fen - at_limit, [(claims.originals[n], claims.counted[n]) for n in lifted]),
        Text(
            "其余{count}笔已受偿的比例不低于r，所得保留，其他同顺位债权达到同一比例以前不再分配。",
            count=len(claims.originals) - len(lifted) - len(full),
        ),
        Text(
            "{rank}：每笔原债权×r－已受偿，舍去分以下；余下的分逐一给舍去部分最大的债权，"
            "舍去部分相同的，编号在前者先得。",
            rank=rank,
        ),
    ]


def head_of_rank(rank: object, spent_fen: int, claims: Standings) -> list[Text]:
    """What a rank gets, what its claims were and had, and what others have paid of it."""
    total, had = sum(claims.originals), sum(claims.had)
    first = Text(
        "{rank}：分配{spent}元；有债权人在重整计划、和解协议执行中受过清偿，"
        "原债权{original}元－已受偿{had}元＝余额{owed}元。",
        rank=rank,
        spent=yuan(spent_fen),
        original=yuan(total),
        had=yuan(had),
        owed=yuan(total - had),
    )
    others = total - had - sum(claims.most)
    if not others:
        return [first]
    paid_by_others = Text(
        "其中连带债务人、保证人已清偿而不再受偿的{others}元不计入比例，只从可再受偿的数额中扣除。",
        others=yuan(others),
    )
    return [first, paid_by_others]


def full_and_lifted(ratio: Fraction, claims: Standings) -> tuple[list[int], list[int]]:
    """The places of claims that get all they may still get before r, and of those that are lifted to it."""
    over, under = ratio.numerator, ratio.denominator
    full, lifted = list[int](), list[int]()
    for n, (original, fen, limit) in enumerate(
        zip(claims.originals, claims.counted, claims.most, strict=True)
    ):
        if limit < original - fen and over * original - under * fen >= under * limit:
            full.append(n)
        elif over * original > under * fen:
            lifted.append(n)
    return full, lifted


def missed_line(claims: Standings) -> list[Text]:
    """What those who came late missed and do not catch up (EBL 56(1))."""
    missed = sum(claims.counted) - sum(claims.had)
    told = Text(
        "未参加以前分配的债权，不补充分配，视为已达到其他债权的比例：计{missed}元。", missed=yuan(missed)
    )
    return [told] if missed else []


def full_line(count: int, at_limit_fen: int, spent_fen: int) -> list[Text]:
    """Who may get less than r would give him, and what is left for the others."""
    told = Text(
        "可再受偿的数额不足以达到r的{count}笔受偿到该数额为止：计{fen}元，其余{rest}元由其他债权分配。",
        count=count,
        fen=yuan(at_limit_fen),
        rest=yuan(spent_fen - at_limit_fen),
    )
    return [told] if count else []


def lifted_line(ratio: Fraction, pool_fen: int, lifted: Sequence[tuple[int, int]]) -> Text:
    """How r comes about: by claims that are lifted to it, each its original and what it had."""
    over, under = ratio.numerator, ratio.denominator
    return Text(
        "已受偿比例低于r的{count}笔参加分配：r＝（分配{pool}元＋其已受偿{had}元）÷其原债权{original}元"
        "＝{over}／{under}（约{percent}%）。",
        count=len(lifted),
        pool=yuan(pool_fen),
        had=yuan(sum(fen for _, fen in lifted)),
        original=yuan(sum(original for original, _ in lifted)),
        over=over,
        under=under,
        percent=percent(over, under),
    )


def line_of_claim(original_fen: int, had_fen: int, ratio: Fraction, paid_fen: int, late: bool) -> Text:
    """The arithmetic of one claim in a rank that is brought to one ratio; sums in fen."""
    over, under = ratio.numerator, ratio.denominator
    if late:
        return Text(
            "原债权{original}元－已受偿{had}元＝余额{owed}元；r＝{over}／{under}，未参加的以前分配不补充→{fen}元",
            original=yuan(original_fen),
            had=yuan(had_fen),
            owed=yuan(max(0, original_fen - had_fen)),
            over=over,
            under=under,
            fen=yuan(paid_fen),
        )
    if over * original_fen <= under * had_fen:
        return Text(
            "原债权{original}元－已受偿{had}元＝余额{owed}元；已受偿的比例不低于r＝{over}／{under}，本次不分配",
            original=yuan(original_fen),
            had=yuan(had_fen),
            owed=yuan(max(0, original_fen - had_fen)),
            over=over,
            under=under,
        )
    return Text(
        "原债权{original}元－已受偿{had}元＝余额{owed}元；{original}元×{over}／{under}－{had}元→{fen}元",
        original=yuan(original_fen),
        had=yuan(had_fen),
        owed=yuan(original_fen - had_fen),
        over=over,
        under=under,
        fen=yuan(paid_fen),
    )
