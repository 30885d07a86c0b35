"""Dividing a pool among claims in the order of the law, to the fen, with its working.

Each distribution divides its own pool among the claims that take part in it: what was missed before is not
made up (EBL 56(1)). Fens that do not divide go to the largest remainders, ties to the lower number.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.vocabulary import ClaimClass
from workflows.calculations.majority import yuan
from workflows.text import Text

RANKS: tuple[tuple[Text, tuple[ClaimClass, ...]], ...] = (
    (Text("职工债权"), (ClaimClass.EMP,)),
    (Text("社会保险费用和税款"), (ClaimClass.SOC, ClaimClass.TAX)),
    (Text("普通债权"), (ClaimClass.ORD,)),
    (Text("劣后债权"), (ClaimClass.SUB,)),
)
"""EBL 113(1): the order; within a rank all alike. Secured claims are met from their asset (EBL 109)."""


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
    """Divide a pool among claims (EBL 113): a rank gets nothing until the one before it is full."""
    taking_part = [claim for claim in claims if not claim.claim_class.is_secured]
    payments: dict[int, int] = {}
    working = [Text("本次分配总额{pool}元。", pool=yuan(pool_fen))]
    rest = pool_fen
    for label, classes in RANKS:
        rank = [claim for claim in taking_part if claim.claim_class in classes]
        if not rank:
            continue
        paid = pay(rank, rest)
        total, spent = sum(claim.amount_fen for claim in rank), sum(paid.values())
        payments |= paid
        working.append(
            Text(
                "{rank}：债权{total}元，分配{spent}元，比例{spent_fen}／{total_fen}（约{percent}%）。",
                rank=label,
                total=yuan(total),
                spent=yuan(spent),
                spent_fen=spent,
                total_fen=total,
                percent=percent(spent, total),
            )
        )
        rest -= spent
    working.append(Text("余额{rest}元。", rest=yuan(rest)))
    return Division(payments, rest, tuple(working))


def pay(rank: list[Entitled], pool_fen: int) -> dict[int, int]:
    """Divide among one rank by the amounts of the claims; nobody gets more than he is still owed."""
    paid = dict.fromkeys((claim.serial for claim in rank), 0)
    open_claims = [claim for claim in rank if claim.amount_fen > claim.received_fen]
    while pool_fen > 0 and open_claims:
        owed = {c.serial: c.amount_fen - c.received_fen - paid[c.serial] for c in open_claims}
        share = by_largest_remainder({c.serial: c.amount_fen for c in open_claims}, pool_fen)
        for serial, fen in share.items():
            given = min(fen, owed[serial])
            paid[serial] += given
            pool_fen -= given
        full = [c for c in open_claims if paid[c.serial] == c.amount_fen - c.received_fen]
        open_claims = [c for c in open_claims if c not in full]
        if not full:
            break
    return paid


def by_largest_remainder(weights: Mapping[int, int], pool_fen: int) -> dict[int, int]:
    """Divide a pool by weights; single fens go to the largest remainders, ties to the lower number."""
    total = sum(weights.values())
    if total == 0:
        return dict.fromkeys(weights, 0)
    shares = {serial: pool_fen * weight // total for serial, weight in weights.items()}
    missing = pool_fen - sum(shares.values())
    order = sorted(weights, key=lambda serial: (-(pool_fen * weights[serial] % total), serial))
    for serial in order[:missing]:
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


def percent(part: int, whole: int) -> str:
    """A ratio in percent with four decimals, cut off, never rounded up."""
    if whole == 0:
        return "0.0000"
    scaled = part * 1_000_000 // whole
    return f"{scaled // 10_000}.{scaled % 10_000:04d}"
