"""A draft of a distribution over the claims of a case: what each gets of its asset and of the pool, and why.

The case's distributions, the plan that is put to the creditors and the what-if all stand on it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from models.vocabulary import ClaimClass, Rank, ShareState
from workflows.calculations.draft_lines import Collateral, Draft, DraftClaim, DraftLine, Figures, RankLine
from workflows.calculations.drafted_debts import Counted, lines_of_debts, share_debts, words_of_debt
from workflows.calculations.money import yuan
from workflows.calculations.same_ratio import level_of, line_of_claim
from workflows.calculations.settled_assets import (
    Brought,
    in_pool,
    line_of,
    lines_of_passing,
    settled_assets,
)
from workflows.calculations.tax_or_security import tax_or_security
from workflows.calculations.waterfall import Claims, pour
from workflows.text import Text


def draft(claims: Iterable[DraftClaim], collateral: Iterable[Collateral], figures: Figures) -> Draft:
    """Divide what there is among claims: assets to their secured claims, the pool by rank.

    Source: EBL 43, 109, 110, 113. Claims are taken by number whatever their order, assets as they are given:
    a claim that is secured on several is met from the first, then from the next. In fen; single fens go to
    the largest remainders, ties to the lower number.
    """
    listed = sorted(claims, key=lambda claim: claim.serial)
    settled, brought = settled_assets(collateral, listed)
    left = sum(done.surplus_fen for asset, done in settled if not asset.in_kind)
    surplus = left - min(figures.gone_fen, left)
    poured = poured_by_rank(in_pool(listed, brought.own), brought, figures, surplus)
    lines = tuple(line_for(claim, poured, brought) for claim in listed)
    return Draft(
        lines,
        poured.ranks,
        tuple(claim.serial for claim in listed if is_unmet(claim, brought.met)),
        surplus,
        figures.available_fen + surplus,
        poured.rest_fen,
        (
            *(line for asset, done in settled for line in (line_of(asset, done), *asset.costs)),
            *lines_of_passing(listed, brought),
            *joined(figures, left, surplus),
            *poured.debts,
            *poured.working,
            *rounded(poured.ranks),
            *tax_or_security(any(map(is_short_tax, lines)), any(brought.met.values())),
        ),
    )


@dataclass(frozen=True, slots=True)
class Poured:
    """What the pool gives claims, and where they stand in it, by number; ranks, what is left; in fen."""

    shares: Mapping[int, int]
    placed: Counted
    ranks: tuple[RankLine, ...]
    rest_fen: int
    debts: Sequence[Text]
    working: Sequence[Text]


def poured_by_rank(
    claims: Sequence[DraftClaim], brought: Brought, figures: Figures, surplus_fen: int
) -> Poured:
    """Divide the pool among figures that are no claims of the register, then the claims, rank by rank."""
    counted = {claim.serial: counts_for(claim, brought.met) for claim in claims}
    standing = by_rank(claims, counted)
    own = {Rank.EXPENSE: [figures.expenses_fen], Rank.COMMON_BENEFIT: [figures.common_fen]}
    in_ranks = {rank: claims_of(rank, standing, own, counted) for rank in Rank}
    there = {rank: them for rank, them in in_ranks.items() if any(them.amounts)}
    paid, rest, working = pour(figures.available_fen + surplus_fen, there)
    got = {
        claim.serial: fen
        for rank, them in standing.items()
        if rank in paid
        for claim, fen in zip(them, paid[rank][len(own.get(rank, ())) :], strict=True)
    }
    shared, placed = share_debts(claims, counted, got)
    ranks = [
        RankLine(
            rank,
            len([fen for fen in own.get(rank, ()) if fen]) + len(standing.get(rank, ())),
            sum(own.get(rank, ())) + sum(counted[claim.serial][1] for claim in standing.get(rank, ())),
            sum(fens),
            level_in(in_ranks[rank], sum(fens)),
        )
        for rank, fens in paid.items()
    ]
    return Poured(shared, placed, tuple(ranks), rest, lines_of_debts(claims, counted), working)


def line_for(claim: DraftClaim, poured: Poured, brought: Brought) -> DraftLine:
    """What one claim gets of its assets and of the pool."""
    rank, counted_fen = poured.placed[claim.serial]
    own_fen, share_fen = brought.own.get(claim.serial, 0), poured.shares.get(claim.serial, 0)
    if claim.state == ShareState.UNSOLD and not share_fen:
        claim = replace(claim, state=ShareState.PAID)  # what collateral will bring it is no share
    return DraftLine(claim, rank, own_fen, counted_fen, share_fen)


def is_short_tax(line: DraftLine) -> bool:
    """Whether a tax is not paid in full."""
    had = line.claim.received_fen + line.claim.debt.gone_fen
    return line.claim.claim_class == ClaimClass.TAX and line.paid_fen < line.counted_fen - had


def counts_for(claim: DraftClaim, secured: Mapping[int, int]) -> tuple[Rank | None, int]:
    """Rank and sum in the pool; a secured claim counts for what its asset leaves open (EBL 110)."""
    if claim.back is not None:
        return None, 0
    if not claim.claim_class.is_secured:
        return claim.claim_class.rank, claim.amount_fen
    had = secured.get(claim.serial, 0) + claim.met_fen
    if is_unmet(claim, secured):
        return None, 0
    short = max(0, claim.amount_fen - had)
    return (Rank.ORDINARY, short) if short else (None, 0)


def is_unmet(claim: DraftClaim, secured: Mapping[int, int]) -> bool:
    """Whether what secures a claim is not known or not yet all money."""
    if not claim.claim_class.is_secured or claim.back is not None:
        return False
    return claim.waits or not (claim.serial in secured or claim.met_fen or claim.unsecured)


def by_rank(
    claims: Iterable[DraftClaim], counted: Mapping[int, tuple[Rank | None, int]]
) -> dict[Rank, list[DraftClaim]]:
    """The claims that stand in each rank, by number."""
    standing: dict[Rank, list[DraftClaim]] = {}
    for claim in claims:
        rank = counted[claim.serial][0]
        if rank is not None:
            standing.setdefault(rank, []).append(claim)
    return standing


def claims_of(
    rank: Rank,
    standing: Mapping[Rank, list[DraftClaim]],
    own: Mapping[Rank, list[int]],
    counted: Mapping[int, tuple[Rank | None, int]],
) -> Claims:
    """What stands in a rank: figures that are no claims of the register first, then the claims."""
    them = standing.get(rank, [])
    amounts = [*own.get(rank, ()), *(counted[claim.serial][1] for claim in them)]
    figures = len(own.get(rank, ()))
    received = [0] * figures + [claim.received_fen + claim.debt.gone_fen for claim in them]
    return Claims(
        amounts,
        [max(0, fen - had) for fen, had in zip(amounts, received, strict=True)],
        [0] * figures + [claim.plan_fen for claim in them],
        [False] * figures + [claim.late for claim in them],
        [0] * figures + [claim.received_fen for claim in them],
    )


def level_in(claims: Claims, spent_fen: int) -> Fraction | None:
    """The ratio up to which the claims of a rank are brought, where some had money under a failed plan."""
    return None if claims.standings is None else level_of(spent_fen, claims.standings)


def joined(figures: Figures, left_fen: int, surplus_fen: int) -> list[Text]:
    """How what the assets leave over joins the pool, unless it was spent or distributed before."""
    gone = left_fen - surplus_fen
    before = Text(
        "担保财产剩余{left}元中的{gone}元已经支出或者在以前分配，不再计入。",
        left=yuan(left_fen),
        gone=yuan(gone),
    )
    returned = Text(
        "可供分配的款项中，{sum}元为担保财产变价前由账户负担的费用，从其变价款中返还。",
        sum=yuan(figures.borne_fen),
    )
    return [
        *((before,) if gone else ()),
        *((returned,) if figures.borne_fen else ()),
        Text(
            "可供分配：{pool}元＋担保财产剩余{surplus}元＝{total}元。",
            pool=yuan(figures.available_fen),
            surplus=yuan(surplus_fen),
            total=yuan(figures.available_fen + surplus_fen),
        ),
    ]


def rounded(ranks: Iterable[RankLine]) -> list[Text]:
    """How fens are given that do not divide, in the rank that is paid in part (EBL 115(2)④)."""
    return [
        Text(
            "{rank}：每笔债权额×{spent}÷{total}，舍去分以下；余下的分逐一给舍去部分最大的债权，"
            "舍去部分相同的，编号在前者先得。",
            rank=one.rank,
            spent=yuan(one.paid_fen),
            total=yuan(one.total_fen),
        )
        for one in ranks
        if 0 < one.paid_fen < one.total_fen and one.level is None
    ]


def working_of(line: DraftLine, ranks: Iterable[RankLine]) -> tuple[Text, ...]:
    """The arithmetic of one claim, part by part."""
    rate = next((one for one in ranks if one.rank == line.rank), None)
    parts = [Text("财产担保受偿{fen}元", fen=yuan(line.secured_fen))] if line.secured_fen else []
    if rate is not None and rate.level is not None:
        claim, had = line.claim, line.claim.plan_fen + line.claim.received_fen
        parts.append(
            line_of_claim(line.counted_fen + claim.plan_fen, had, rate.level, line.paid_fen, claim.late)
        )
    elif rate is not None and not line.claim.debt.received_fen and line.claim.back is None:
        parts.append(
            Text(
                "{rank}{counted}元×{paid}／{total}→{fen}元",
                rank=rate.rank,
                counted=yuan(line.counted_fen),
                paid=yuan(rate.paid_fen),
                total=yuan(rate.total_fen),
                fen=yuan(line.paid_fen),
            )
        )
    if parts and line.claim.received_fen:
        parts.append(Text("以前各次已分配{fen}元", fen=yuan(line.claim.received_fen)))
    parts += words_of_debt(line.claim, line.counted_fen, line.paid_fen)
    return tuple(parts) or (Text("不参加破产财产的分配。"),)
