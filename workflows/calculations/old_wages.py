"""Wages owed before the law was made public: met from collateral before the secured creditors (EBL 132)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from models.vocabulary import Rank
from workflows.calculations.draft import counts_for
from workflows.calculations.draft_lines import Collateral, Draft, DraftClaim, DraftLine, RankLine
from workflows.calculations.money import yuan
from workflows.calculations.settled_assets import Brought, settled_assets
from workflows.calculations.waterfall import by_largest_remainder
from workflows.text import Text

NOTE = Text(
    "企业破产法第一百三十二条：公布之日（2006年8月27日）以前所欠的职工债权，依第一百一十三条清偿后不足的部分，"
    "从担保财产中先于担保权人受偿；几项财产之间按各自对担保债权的受偿额分担（法律没有规定，请法官确认）。"
)


@dataclass(frozen=True, slots=True)
class OldWages:
    """What of a claim is owed from before that day, and what collateral has paid of it; in fen."""

    owed_fen: int
    met_fen: int = 0


NONE_OWED = OldWages(0)


@dataclass(frozen=True, slots=True)
class OldWage:
    """What of an employee's claim was owed before that day, and what of it stayed unpaid; in fen."""

    serial: int
    old_fen: int
    unpaid_fen: int


def with_old_wages(
    made: Draft, collateral: Sequence[Collateral], claims: Sequence[DraftClaim], old: Mapping[int, OldWages]
) -> Draft:
    """The draft with the step of EBL 132: old wages left unpaid come off collateral before any secured claim.

    Args:
        made: the draft by EBL 109, 110, 113.
        collateral: its assets, in their order.
        claims: its claims.
        old: what of employees' claims is owed from before the day of EBL 132, by number of the claim.
    """
    short = [
        one for one in (unpaid_of(line, old.get(line.claim.serial, NONE_OWED)) for line in made.lines) if one
    ]
    before, _ = paid_by(collateral, claims)
    pool = min(sum(one.unpaid_fen for one in short), sum(before.values()))
    if not pool:
        return made
    taken = dict(zip(before, by_largest_remainder(list(before.values()), pool), strict=True))
    wages = by_largest_remainder([one.unpaid_fen for one in short], pool)
    given = {one.serial: fen for one, fen in zip(short, wages, strict=True)}
    _, brought = paid_by([less(asset, before, taken) for asset in collateral], claims)
    lines = tuple(stands_now(line, brought, given) for line in made.lines)
    return replace(
        made,
        lines=lines,
        ranks=ranks_now(made.ranks, lines),
        working=(*made.working, NOTE, *told(short, given), *borne_by(collateral, taken)),
    )


def unpaid_of(line: DraftLine, wages: OldWages) -> OldWage | None:
    """What of an old wage the pool leaves unpaid: figures of one claim are paid at one rate (EBL 113(2)).

    What collateral has paid before is part of what it pays in all, so it does not count against it here.
    """
    if line.rank != Rank.EMPLOYEE or wages.owed_fen <= 0 or not line.counted_fen:
        return None
    unpaid = line.counted_fen - (line.claim.received_fen - wages.met_fen) - line.paid_fen
    old = min(wages.owed_fen, line.counted_fen)
    fen = max(0, unpaid) * old // line.counted_fen
    return OldWage(line.claim.serial, old, fen) if fen else None


def paid_by(collateral: Sequence[Collateral], claims: Sequence[DraftClaim]) -> tuple[dict[int, int], Brought]:
    """What every asset that is money pays secured claims, by number, and what all bring each of them.

    What was given as a thing leaves no money from which wages could be met.
    """
    settled, brought = settled_assets(collateral, claims)
    paid = {
        asset.serial: sum(met.paid_fen for met in done.met) for asset, done in settled if not asset.in_kind
    }
    return paid, brought


def less(asset: Collateral, before: Mapping[int, int], taken: Mapping[int, int]) -> Collateral:
    """An asset that has for secured claims what it paid them before, less the wages."""
    if asset.in_kind:
        return asset
    return replace(asset, proceeds_fen=before[asset.serial] - taken[asset.serial], cost_fen=0)


def stands_now(line: DraftLine, brought: Brought, given: Mapping[int, int]) -> DraftLine:
    """A line once collateral has met old wages: more for employees, a greater deficiency for the secured."""
    claim = line.claim
    own_fen = given.get(claim.serial, brought.own.get(claim.serial, 0))
    if not claim.claim_class.is_secured or (line.rank is None and not line.secured_fen):
        return replace(line, secured_fen=own_fen)
    rank, counted = counts_for(claim, brought.met)
    return replace(line, rank=rank, counted_fen=counted, secured_fen=own_fen)


def ranks_now(ranks: Sequence[RankLine], lines: Sequence[DraftLine]) -> tuple[RankLine, ...]:
    """The ranks with the ordinary claims as they stand now; nothing was left for them."""
    ordinary = [line for line in lines if line.rank == Rank.ORDINARY]
    others = [one for one in ranks if one.rank != Rank.ORDINARY]
    if not ordinary:
        return tuple(others)
    made = RankLine(
        Rank.ORDINARY,
        len(ordinary),
        sum(line.counted_fen for line in ordinary),
        sum(line.paid_fen for line in ordinary),
    )
    places = {rank: place for place, rank in enumerate(Rank)}
    return tuple(sorted([*others, made], key=lambda one: places[one.rank]))


def told(short: Sequence[OldWage], given: Mapping[int, int]) -> list[Text]:
    """Every old wage as a judge checks it."""
    return [
        Text(
            "职工债权第{serial}号：其中{old}元欠于公布之日以前，清偿后尚欠{unpaid}元，从担保财产受偿{fen}元。",
            serial=one.serial,
            old=yuan(one.old_fen),
            unpaid=yuan(one.unpaid_fen),
            fen=yuan(given[one.serial]),
        )
        for one in short
    ]


def borne_by(collateral: Sequence[Collateral], taken: Mapping[int, int]) -> list[Text]:
    """What every asset bears of them."""
    return [
        Text("{asset}：先付职工债权{fen}元，其余依次清偿担保债权。", asset=asset.name, fen=yuan(fen))
        for asset in collateral
        if (fen := taken.get(asset.serial, 0))
    ]


def moved_to_wages(
    met: Mapping[int, int], planned: Mapping[int, int], wages: Mapping[int, int]
) -> dict[int, int]:
    """What is due of collateral that is money once old wages are met as a plan says; the sum stays the same.

    Args:
        met: what is due to secured claims by EBL 109 alone, by number, in fen.
        planned: what the plan leaves them.
        wages: what it gives employees of collateral.
    """
    less = {serial: max(0, fen - planned.get(serial, 0)) for serial, fen in met.items()}
    moved = min(sum(less.values()), sum(wages.values()))
    if not moved:
        return dict(met)
    borne = by_largest_remainder(list(less.values()), moved)
    given = by_largest_remainder(list(wages.values()), moved)
    left = {serial: fen - off for (serial, fen), off in zip(met.items(), borne, strict=True)}
    return {**left, **dict(zip(wages, given, strict=True))}
