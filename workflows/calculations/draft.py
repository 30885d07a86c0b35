"""A draft of a distribution over the claims of a case: what each gets of its asset and of the pool, and why.

The case's distributions, the plan that is put to the creditors and the what-if all stand on it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from models.vocabulary import ClaimClass, EncumbranceKind, Rank
from workflows.calculations.draft_lines import Collateral, Draft, DraftClaim, DraftLine, Figures, RankLine
from workflows.calculations.drafted_debts import debts_among, lines_of_debts, share_debts, words_of_debt
from workflows.calculations.money import yuan
from workflows.calculations.one_debt import open_fen, passed_on
from workflows.calculations.proceeds import OnAsset, Proceeds, proceeds
from workflows.calculations.same_ratio import level_of, line_of_claim
from workflows.calculations.tax_or_security import tax_or_security
from workflows.calculations.waterfall import Claims, pour
from workflows.text import Text

BY_CLASS = {
    ClaimClass.SEC_HOMEBUYER: EncumbranceKind.HOME_BUYER,
    ClaimClass.SEC_CONSTR: EncumbranceKind.CONSTRUCTION,
}
"""The place on an asset of a claim of which only its class is known."""


def draft(claims: Iterable[DraftClaim], collateral: Iterable[Collateral], figures: Figures) -> Draft:
    """Divide what there is among claims: assets to their secured claims, the pool by rank.

    Source: EBL 43, 109, 110, 113. Claims are taken by number whatever their order, assets as they are given:
    a claim that is secured on several is met from the first, then from the next. In fen; single fens go to
    the largest remainders, ties to the lower number.
    """
    listed = sorted(claims, key=lambda claim: claim.serial)
    secured: dict[int, int] = {}
    settled = [(asset, settled_asset(asset, listed, secured)) for asset in collateral]
    left = sum(done.surplus_fen for asset, done in settled if not asset.in_kind)
    surplus = left - min(figures.gone_fen, left)
    counted = {claim.serial: counts_for(claim, secured) for claim in listed}
    standing = by_rank(listed, counted)
    own = {Rank.EXPENSE: [figures.expenses_fen], Rank.COMMON_BENEFIT: [figures.common_fen]}
    pool = figures.available_fen + surplus
    in_ranks = {rank: claims_of(rank, standing, own, counted) for rank in Rank}
    paid, rest, working = pour(pool, {rank: them for rank, them in in_ranks.items() if any(them.amounts)})
    got = {
        claim.serial: fen
        for rank, them in standing.items()
        if rank in paid
        for claim, fen in zip(them, paid[rank][len(own.get(rank, ())) :], strict=True)
    }
    shared, placed = share_debts(listed, counted, got)
    own_of_assets = share_collateral(listed, secured)
    lines = [
        DraftLine(
            claim,
            placed[claim.serial][0],
            own_of_assets.get(claim.serial, 0),
            placed[claim.serial][1],
            shared.get(claim.serial, 0),
        )
        for claim in listed
    ]
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
    shown = tuple(ranks)
    taxes_short = any(
        line.claim.claim_class == ClaimClass.TAX
        and line.paid_fen < line.counted_fen - line.claim.received_fen - line.claim.debt.gone_fen
        for line in lines
    )
    unmet = tuple(
        c.serial for c in listed if c.claim_class.is_secured and c.back is None and is_unmet(c, secured)
    )
    debts = lines_of_debts(listed, counted)
    head = [line for asset, done in settled for line in (line_of(asset, done), *asset.costs)]
    return Draft(
        tuple(lines),
        shown,
        unmet,
        surplus,
        pool,
        rest,
        (
            *head,
            *lines_of_passing(listed, secured),
            *joined(figures, left, surplus),
            *debts,
            *working,
            *rounded(shown),
            *tax_or_security(taxes_short, any(secured.values())),
        ),
    )


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


def share_collateral(claims: Sequence[DraftClaim], secured: Mapping[int, int]) -> dict[int, int]:
    """What claims have themselves of what collateral brings their debts, by number, in fen (SG 23(2))."""
    debts = debts_among(claims)
    open_of = {one.serial: open_fen(one.amount_fen, one.met_fen, one.debt) for one in claims}
    return passed_on(secured, open_of, debts)


def lines_of_passing(claims: Sequence[DraftClaim], secured: Mapping[int, int]) -> list[Text]:
    """What collateral brings a creditor beyond what he may still get, and who takes it in his place."""
    own = share_collateral(claims, secured)
    return [
        Text(
            "第{serial}号债权的担保物价款{brought}元中，本人受偿{own}元，其余{passed}元由已经代偿的"
            "第{behind}号债权人代替受偿。",
            serial=claim.serial,
            brought=yuan(secured[claim.serial]),
            own=yuan(own[claim.serial]),
            passed=yuan(secured[claim.serial] - own[claim.serial]),
            behind=sorted(one.serial for one in claim.debt.behind if own.get(one.serial)),
        )
        for claim in claims
        if secured.get(claim.serial, 0) > own.get(claim.serial, 0)
    ]


def settled_asset(asset: Collateral, claims: Sequence[DraftClaim], secured: dict[int, int]) -> Proceeds:
    """Meet the claims on one asset (EBL 109; CC 414); adds to `secured` what they get, by number."""
    done = proceeds(asset.name, asset.proceeds_fen, asset.cost_fen, claims_on(asset, claims, secured))
    for met in done.met:
        secured[met.claim.serial] = secured.get(met.claim.serial, 0) + met.paid_fen
    return done


def claims_on(
    asset: Collateral, claims: Sequence[DraftClaim], secured: Mapping[int, int]
) -> tuple[OnAsset, ...]:
    """The claims on an asset as they stand once the assets before it are settled, in the order told."""
    own = {claim.serial: claim for claim in claims}
    place = {serial: n for n, serial in enumerate(asset.order, 1)}
    named = asset.claims or tuple(
        OnAsset(
            serial=claim.serial,
            creditor="",
            amount_fen=0,
            kind=BY_CLASS.get(claim.claim_class),
            gone_fen=claim.debt.gone_fen,
        )
        for claim in claims
        if claim.asset == asset.serial and claim.back is None
    )
    return tuple(
        replace(
            one,
            amount_fen=own[one.serial].amount_fen if one.serial in own else one.amount_fen,
            met_fen=one.met_fen + secured.get(one.serial, 0),
            told=place.get(one.serial),
        )
        for one in named
        if one.serial not in own or own[one.serial].claim_class.is_secured
    )


def line_of(asset: Collateral, done: Proceeds) -> Text:
    """One asset as a judge checks it."""
    paid = sum(met.paid_fen for met in done.met)
    return Text(
        "{asset}：变价款{proceeds}元－费用{cost}元＝{net}元；担保债权{total}元，受偿{paid}元，"
        "不足{short}元转为普通债权，剩余{rest}元并入破产财产。",
        asset=asset.name,
        proceeds=yuan(done.gross_fen),
        cost=yuan(done.cost_fen),
        net=yuan(done.net_fen),
        total=yuan(paid + done.short_fen),
        paid=yuan(paid),
        short=yuan(done.short_fen),
        rest=yuan(done.surplus_fen),
    )


def is_unmet(claim: DraftClaim, secured: Mapping[int, int]) -> bool:
    """Whether what secures a claim is not known or not yet all money."""
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
