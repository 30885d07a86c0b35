"""Dividing a pool among claims in the order of the law, to the fen, with its working.

Calculator and distributions of a case both stand on it. Each distribution divides its own pool among the claims that take part in it: what was missed before is not
made up (EBL 56(1)). Fens that do not divide go to the largest remainders, ties to the lower number.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.vocabulary import ClaimClass, Rank
from workflows.calculations.money import percent, yuan
from workflows.text import Text

RANKS: tuple[tuple[Rank, tuple[ClaimClass, ...]], ...] = tuple(
    (rank, tuple(claim_class for claim_class in ClaimClass if claim_class.rank == rank)) for rank in Rank
)
"""EBL 43(2), 113(1): the order; within a rank all alike. Secured claims are met from their asset (EBL 109)."""


@dataclass(frozen=True, slots=True)
class Entitled:
    """A claim that takes part: its number, class, amount, and what it has had before; sums in fen."""

    serial: int
    claim_class: ClaimClass
    amount_fen: int
    received_fen: int = 0


@dataclass(frozen=True, slots=True)
class Division:
    """Who gets what, what is left over, and how it was reckoned; sums in fen."""

    payments: Mapping[int, int]
    rest_fen: int
    working: tuple[Text, ...]


def divide(pool_fen: int, claims: Iterable[Entitled]) -> Division:
    """Divide a pool among claims (EBL 43, 113): a rank gets nothing until the one before it is full."""
    by_rank: dict[Rank, list[Entitled]] = {}
    for claim in claims:
        rank = claim.claim_class.rank
        if rank is not None:
            by_rank.setdefault(rank, []).append(claim)
    payments: dict[int, int] = {}
    working = [Text("本次分配总额{pool}元。", pool=yuan(pool_fen))]
    rest = pool_fen
    for rank, _ in RANKS:
        if rank not in by_rank:
            continue
        paid = pay(by_rank[rank], rest)
        total, spent = sum(claim.amount_fen for claim in by_rank[rank]), sum(paid.values())
        payments |= paid
        rest -= spent
        working.append(line_of(rank, total, spent))
        if rank == Rank.EXPENSE and spent < total:
            working.append(TOO_LITTLE_FOR_EXPENSES)
    working.append(Text("余额{rest}元。", rest=yuan(rest)))
    return Division(payments, rest, tuple(working))


TOO_LITTLE_FOR_EXPENSES = Text("债务人财产不足以清偿破产费用，管理人应当提请人民法院终结破产程序。")
"""EBL 43(4)."""


def line_of(rank: Rank, total_fen: int, spent_fen: int) -> Text:
    """One rank as a judge checks it."""
    return Text(
        "{rank}：债权{total}元，分配{spent}元，比例{spent_fen}／{total_fen}（约{percent}%）。",
        rank=rank,
        total=yuan(total_fen),
        spent=yuan(spent_fen),
        spent_fen=spent_fen,
        total_fen=total_fen,
        percent=percent(spent_fen, total_fen),
    )


def pay(rank: list[Entitled], pool_fen: int) -> dict[int, int]:
    """Divide among one rank by the amounts of the claims; nobody gets more than he is still owed."""
    owed = {c.serial: max(0, c.amount_fen - c.received_fen) for c in rank}
    if pool_fen >= sum(owed.values()):
        return owed
    paid = dict.fromkeys(owed, 0)
    weights = {c.serial: c.amount_fen for c in rank if owed[c.serial]}
    while pool_fen > 0 and weights:
        for serial, fen in by_largest_remainder(weights, pool_fen).items():
            given = min(fen, owed[serial] - paid[serial])
            paid[serial] += given
            pool_fen -= given
        still_open = {serial: weight for serial, weight in weights.items() if paid[serial] < owed[serial]}
        if len(still_open) == len(weights):
            break
        weights = still_open
    return paid


def by_largest_remainder(weights: Mapping[int, int], pool_fen: int) -> dict[int, int]:
    """Divide a pool by weights; single fens go to the largest remainders, ties to the lower number."""
    total = sum(weights.values())
    if total == 0:
        return dict.fromkeys(weights, 0)
    shares, remainders = {}, []
    for serial, weight in weights.items():
        shares[serial], remainder = divmod(pool_fen * weight, total)
        remainders.append((-remainder, serial))
    missing = pool_fen - sum(shares.values())
    for _, serial in sorted(remainders)[:missing]:
        shares[serial] += 1
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
