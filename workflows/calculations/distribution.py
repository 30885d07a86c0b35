"""The calculator of a distribution: assets to their secured claims, the pool by rank, to the fen."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.vocabulary import Rank
from workflows.calculations.collateral import Realised, settle
from workflows.calculations.distribution_input import SECURED, Asset, read_assets, read_claims
from workflows.calculations.money import all_fen, all_plain, fraction_of, percent, plain, read_fen, yuan
from workflows.calculations.order import in_order
from workflows.calculations.reading import reject_unknown
from workflows.calculations.waterfall import Claims, pour
from workflows.calendar import WorkingCalendar
from workflows.errors import CalculationError
from workflows.law.citations import cite
from workflows.text import PlainRows, Text

BASIS = cite("EBL 43", "EBL 109", "EBL 110", "EBL 113", "I2 3(2)", "M2018 28")
Row = dict[str, str]


def distribution(data: Any, calendar: WorkingCalendar, today: date) -> dict[str, Any]:
    """Distribute a pool among `claims` by rank, after each `secured` asset has met its own claims.

    A claim bears one id in the whole input; what its asset does not cover is ordinary under the same id
    (EBL 110), what an asset does not need joins the pool. Several claims on one asset are met in the order
    given, or, where each has a `priority`, by that: 1 first, equal ones by amount. No other order matters.
    A rate is paid over claimed as it stands, not reduced; its percent is rounded half up to four decimals.

    Raises:
        CalculationError: naming what to change.
    """
    given = reject_unknown(data, ("pool", "claims", "secured"))
    pool = read_fen(given, "pool")
    claims, assets = read_claims(given), read_assets(given)
    refuse_repetition(claims, assets)
    met = settle_all(assets)
    claims[Rank.ORDINARY] |= met.short
    ranks = {rank: standing(amounts) for rank, amounts in claims.items() if amounts}
    paid, rest, working = pour(pool + met.surplus_fen, {rank: one.claims for rank, one in ranks.items()})
    rows = met.rows
    for rank, payments in paid.items():
        rows += rows_of(rank.value, ranks[rank], payments)
    totals = {rank: (sum(payments), sum(ranks[rank].claims.amounts)) for rank, payments in paid.items()}
    return {
        "payments": PlainRows(rows),
        "rates": rates_of(totals),
        "rest": plain(rest),
        "working": [*met.working, *joined(pool, met), *working, *rounded(totals)],
        "basis": list(BASIS),
    }


@dataclass(frozen=True, slots=True)
class Standing:
    """The claims of one rank in the order of their ids: how they are called and written, what they are."""

    names: list[str]
    written: list[str]
    claims: Claims


def standing(amounts: Mapping[str, str]) -> Standing:
    """Claims put in order; in a first distribution all of each is still owed."""
    names = in_order(amounts)
    written = list(map(amounts.__getitem__, names))
    sums = all_fen(written)
    return Standing(names, written, Claims(sums, sums))


@dataclass(frozen=True, slots=True)
class Met:
    """What the assets gave: rows of payments, deficiencies by id, surplus in fen, working."""

    rows: list[Row]
    short: dict[str, str]
    surplus_fen: int
    working: list[Text]


def settle_all(assets: Mapping[str, Asset]) -> Met:
    """Meet the secured claims of every asset, assets by name."""
    rows: list[Row] = []
    short: dict[str, str] = {}
    surplus, working = 0, list[Text]()
    for name in in_order(assets):
        asset = assets[name]
        settled = settle(Realised(name, asset.proceeds_fen, asset.cost_fen, asset.claims))
        surplus += settled.surplus_fen
        working.append(settled.working)
        for claim, paid in settled.payments:
            rows.append({**row(claim.id, SECURED, plain(claim.amount_fen), plain(paid)), "asset": name})
            if paid < claim.amount_fen:
                short[claim.id] = plain(claim.amount_fen - paid)
    return Met(rows, short, surplus, working)


def joined(pool_fen: int, met: Met) -> list[Text]:
    """How what is left of the assets joins the pool; nothing to say where there are none."""
    if not met.working:
        return []
    return [
        Text(
            "可供分配：{pool}元＋担保财产剩余{surplus}元＝{total}元。",
            pool=yuan(pool_fen),
            surplus=yuan(met.surplus_fen),
            total=yuan(pool_fen + met.surplus_fen),
        )
    ]


def rounded(totals: Mapping[Rank, tuple[int, int]]) -> list[Text]:
    """How fens are given that do not divide, in the rank that is paid in part (EBL 115(2)④)."""
    return [
        Text(
            "{rank}：每笔债权额×{spent}÷{total}，舍去分以下；余下的分逐一给舍去部分最大的债权，"
            "舍去部分相同的，编号在前者先得。",
            rank=rank,
            spent=yuan(spent),
            total=yuan(total),
        )
        for rank, (spent, total) in totals.items()
        if 0 < spent < total
    ]


def rows_of(rank: str, listed: Standing, paid: list[int]) -> list[Row]:
    """Payments in a rank as the answer lists them."""
    given = listed.written if paid == listed.claims.amounts else all_plain(paid)
    return [
        row(name, rank, amount, payment)
        for name, amount, payment in zip(listed.names, listed.written, given, strict=True)
    ]


def row(name: str, rank: str, amount: str, paid: str) -> Row:
    """A payment as the answer lists it."""
    return {"id": name, "rank": rank, "amount": amount, "paid": paid}


def rates_of(totals: Mapping[Rank, tuple[int, int]]) -> dict[str, Row]:
    """The rate at which each rank is paid; a rank in which nothing is claimed has none."""
    return {
        rank.value: {"fraction": fraction_of(spent, total), "percent": percent(spent, total)}
        for rank, (spent, total) in totals.items()
        if total
    }


def refuse_repetition(claims: Mapping[Rank, Mapping[str, str]], assets: Mapping[str, Asset]) -> None:
    """One id is one claim, over all ranks and assets.

    Raises:
        CalculationError: naming what stands there twice.
    """
    secured = [claim.id for asset in assets.values() for claim in asset.claims]
    on_pool = sum(map(len, claims.values()))
    if len(set(secured).union(*claims.values())) == len(secured) + on_pool:
        return
    times = Counter(secured)
    refuse([name for name, count in times.items() if count > 1], "secured")
    for amounts in claims.values():
        times.update(amounts.keys())
    refuse([name for name, count in times.items() if count > 1], "claims")


def refuse(twice: Collection[str], field: str) -> None:
    """Name the first of the ids that stand there twice."""
    for name in in_order(twice)[:1]:
        wrong = Text("编号“{id}”出现了不止一次；每笔债权须有自己的编号。", id=name)
        raise CalculationError("named_twice", wrong, field)
