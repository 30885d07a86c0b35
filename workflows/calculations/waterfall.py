"""Dividing a pool among claims in the order of the law, to the fen, with its working.

Calculator and distributions of a case both stand on it. Each distribution divides its own pool among the
claims that take part in it: what was missed before is not made up (EBL 56(1)). Fens that do not divide go to
the largest remainders, ties to the lower number.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import add, floordiv, mod, sub

from models.vocabulary import ClaimClass, Rank
from workflows.calculations.money import percent, yuan
from workflows.calculations.same_ratio import Standings, share_alike, working_of_rank
from workflows.text import Text

RANKS: tuple[tuple[Rank, tuple[ClaimClass, ...]], ...] = tuple(
    (rank, tuple(claim_class for claim_class in ClaimClass if claim_class.rank == rank)) for rank in Rank
)
"""EBL 43(2), 113(1): the order; within a rank all alike. Secured claims have their asset (EBL 109)."""


@dataclass(frozen=True, slots=True)
class Entitled:
    """A claim that takes part: its number, class, amount, and what it has had before; sums in fen.

    `plan_fen` is what it had under a failed plan or composition, no part of the amount; `late` says that it
    missed an earlier distribution. `gone_fen` is what of `received_fen` others than the debtor have paid.
    """

    serial: int
    claim_class: ClaimClass
    amount_fen: int
    received_fen: int = 0
    plan_fen: int = 0
    late: bool = False
    gone_fen: int = 0


@dataclass(frozen=True, slots=True)
class Division:
    """Who gets what, what is left over, and how it was reckoned; sums in fen."""

    payments: Mapping[int, int]
    rest_fen: int
    working: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of one rank, in the order in which single fens are given: what each counts for and is owed.

    Sums in fen; `owed` is less than the amount where something was received before. `plan` is what each had
    under a failed plan or composition, besides the amount; `late` are those that missed a distribution;
    `had` is what each had in distributions, if others than the debtor have paid something besides.
    """

    amounts: Sequence[int]
    owed: Sequence[int]
    plan: Sequence[int] = ()
    late: Sequence[bool] = ()
    had: Sequence[int] = ()

    @property
    def standings(self) -> Standings | None:
        """The claims as they are brought to one ratio; None where nobody had anything under a failed plan."""
        if not any(self.plan):
            return None
        received = list(map(min, self.amounts, self.had or map(sub, self.amounts, self.owed)))
        return Standings(
            list(map(add, self.amounts, self.plan)), list(map(add, self.plan, received)), self.late, self.owed
        )


def divide(pool_fen: int, claims: Iterable[Entitled]) -> Division:
    """Divide a pool among claims (EBL 43, 113): a rank gets nothing until the one before it is full."""
    standing: dict[Rank, list[Entitled]] = {}
    for claim in sorted(claims, key=lambda claim: claim.serial):
        rank = claim.claim_class.rank
        if rank is not None:
            standing.setdefault(rank, []).append(claim)
    ranks = {
        rank: Claims(
            [claim.amount_fen for claim in them],
            [max(0, claim.amount_fen - claim.received_fen) for claim in them],
            [claim.plan_fen for claim in them],
            [claim.late for claim in them],
            [claim.received_fen - claim.gone_fen for claim in them],
        )
        for rank, them in standing.items()
    }
    paid, rest, working = pour(pool_fen, ranks)
    payments = {
        claim.serial: fen
        for rank, them in standing.items()
        for claim, fen in zip(them, paid[rank], strict=True)
    }
    return Division(payments, rest, working)


def pour(pool_fen: int, ranks: Mapping[Rank, Claims]) -> tuple[dict[Rank, list[int]], int, tuple[Text, ...]]:
    """Pay rank after rank; gives what each claim gets, what is left, and the working. Sums in fen."""
    payments: dict[Rank, list[int]] = {}
    working = [Text("本次分配总额{pool}元。", pool=yuan(pool_fen))]
    rest = pool_fen
    for rank, _ in RANKS:
        if rank not in ranks:
            continue
        payments[rank] = pay(ranks[rank], rest)
        total, spent = sum(ranks[rank].amounts), sum(payments[rank])
        had = total - sum(ranks[rank].owed)
        rest -= spent
        if (alike := ranks[rank].standings) is not None:
            working += working_of_rank(rank, spent, alike)
        else:
            working.append(line_of(rank, total, spent))
        if had and alike is None:
            working.append(
                Text(
                    "{rank}以前已受偿{had}元，尚欠{owed}元。",
                    rank=rank,
                    had=yuan(had),
                    owed=yuan(total - had),
                )
            )
        if rank == Rank.EXPENSE and spent < total:
            working.append(TOO_LITTLE_FOR_EXPENSES)
    working.append(Text("余额{rest}元。", rest=yuan(rest)))
    return payments, rest, tuple(working)


TOO_LITTLE_FOR_EXPENSES = Text("债务人财产不足以清偿破产费用，管理人应当提请人民法院终结破产程序。")
"""EBL 43(4)."""


def line_of(rank: Rank, total_fen: int, spent_fen: int) -> Text:
    """One rank as a judge checks it; a ratio says nothing of what is paid in full."""
    if 0 < total_fen == spent_fen:
        return Text("{rank}：债权{total}元，全额清偿。", rank=rank, total=yuan(total_fen))
    return Text(
        "{rank}：债权{total}元，分配{spent}元，比例为{spent}÷{total}，约{percent}%。",
        rank=rank,
        total=yuan(total_fen),
        spent=yuan(spent_fen),
        percent=percent(spent_fen, total_fen),
    )


def pay(claims: Claims, pool_fen: int) -> list[int]:
    """Divide among one rank by the amounts of the claims; nobody gets more than he is still owed.

    Where somebody had something under a failed plan, all are brought to one ratio (EBL 93(3), 104(3)).
    """
    amounts, owed = claims.amounts, claims.owed
    if (alike := claims.standings) is not None:
        return list(share_alike(pool_fen, alike).payments)
    if pool_fen >= sum(owed):
        return list(owed)
    if owed == amounts:
        return by_largest_remainder(amounts, pool_fen)
    paid = [0] * len(owed)
    still_open = [n for n, fen in enumerate(owed) if fen]
    while pool_fen > 0 and still_open:
        shares = by_largest_remainder([amounts[n] for n in still_open], pool_fen)
        for n, fen in zip(still_open, shares, strict=True):
            given = min(fen, owed[n] - paid[n])
            paid[n] += given
            pool_fen -= given
        still_open = [n for n in still_open if paid[n] < owed[n]]
    return paid


def by_largest_remainder(amounts: Sequence[int], pool_fen: int) -> list[int]:
    """Divide a pool by amounts; single fens go to the largest remainders, ties to who stands first."""
    total = sum(amounts)
    products = list(map(pool_fen.__mul__, amounts))
    shares = list(map(floordiv, products, repeat(total)))
    missing = pool_fen - sum(shares)
    if missing:
        remainders = list(map(mod, products, repeat(total)))
        for n in sorted(range(len(amounts)), key=remainders.__getitem__, reverse=True)[:missing]:
            shares[n] += 1
    return shares


def divide_anew(pool_fen: int, claims: Iterable[Entitled], had: Mapping[int, int]) -> Division:
    """Divide a distribution again when a share of it is freed, wholly or in part (EBL 117 to 119).

    The order of the law holds here too: what one rank does not need goes to the next. Nothing is taken
    back: who would get less than he `had` of this distribution keeps that, and the rest is divided without
    him. Sums in fen.
    """
    left = {claim.serial: claim for claim in claims}
    kept: dict[int, int] = {}
    while True:
        again = divide(pool_fen - sum(kept.values()), left.values())
        short = {serial: had.get(serial, 0) for serial in left}
        short = {serial: fen for serial, fen in short.items() if again.payments.get(serial, 0) < fen}
        if not short:
            return Division({**again.payments, **kept}, again.rest_fen, again.working)
        kept |= short
        left = {serial: claim for serial, claim in left.items() if serial not in short}
