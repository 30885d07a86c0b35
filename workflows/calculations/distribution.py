"""The calculator of a distribution: assets to their secured claims, the pool by rank, to the fen."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.vocabulary import ClaimClass, Rank
from workflows.calculations.collateral import Realised, Secured, by_priority, settle
from workflows.calculations.money import fraction_of, percent, plain, read_fen, yuan
from workflows.calculations.reading import (
    encodable,
    missing,
    read_choice,
    read_list,
    read_text,
    read_whole,
    reject_unknown,
)
from workflows.calculations.waterfall import Entitled, divide
from workflows.calendar import WorkingCalendar
from workflows.errors import CalculationError
from workflows.law.citations import cite
from workflows.text import Text

MOST_CLAIMS = 200_000
MOST_ASSETS = 10_000
MOST_LETTERS = 100
CLASS_OF: dict[str, ClaimClass] = {
    Rank.EXPENSE: ClaimClass.EXP,
    Rank.COMMON_BENEFIT: ClaimClass.CBD,
    Rank.EMPLOYEE: ClaimClass.EMP,
    Rank.SOCIAL_TAX: ClaimClass.TAX,
    Rank.ORDINARY: ClaimClass.ORD,
    Rank.SUBORDINATE_PUNITIVE: ClaimClass.SUB,
    Rank.SUBORDINATE_FINE: ClaimClass.SUB_FINE,
    Rank.SUBORDINATE_CRIMINAL: ClaimClass.SUB_CRIMINAL,
}
"""Each rank by a class that stands in it; within a rank all classes are alike."""
ASSET_FIELDS = ("asset", "proceeds", "cost", "claims")
BASIS = cite("EBL 43", "EBL 109", "EBL 110", "EBL 113", "I2 3(2)", "M2018 28")
DIGITS = re.compile(r"([0-9]+)").split


@dataclass(frozen=True, slots=True)
class Named:
    """A claim as it was typed: its id, rank and amount in fen; a secured one its priority on its asset."""

    id: str
    rank: str
    amount_fen: int
    priority: int = 0


@dataclass(frozen=True, slots=True)
class Asset:
    """An asset as it was typed, with the claims secured on it; sums in fen."""

    name: str
    proceeds_fen: int
    cost_fen: int
    claims: tuple[Named, ...]


def distribution(data: Any, calendar: WorkingCalendar, today: date) -> dict[str, Any]:
    """Distribute a pool. `claims` of each rank, `secured` assets; a deficiency is ordinary (EBL 110).

    A claim bears one id in the whole input. Several claims on one asset are met in the order given, or,
    where each has a `priority`, by that: 1 first, equal ones by amount. All other order does not matter.
    Rates are paid over claimed as they stand; percent is cut off after four decimals.

    Raises:
        CalculationError: naming what to change.
    """
    given = reject_unknown(data, ("pool", "claims", "secured"))
    pool = read_fen(given, "pool")
    claims = read_claims(given)
    assets = sorted(read_assets(given), key=lambda asset: natural(asset.name))
    refuse_repetition(claims, assets)
    paid_from_assets, deficiencies, surplus, working = settle_all(assets)
    ranked = sorted([*claims, *deficiencies], key=lambda claim: natural(claim.id))
    division = divide(
        pool + surplus,
        (Entitled(n, CLASS_OF[claim.rank], claim.amount_fen) for n, claim in enumerate(ranked)),
    )
    payments, rates = by_rank(ranked, division.payments)
    if assets:
        working.append(
            Text(
                "可供分配：{pool}元＋担保财产剩余{surplus}元＝{total}元。",
                pool=yuan(pool),
                surplus=yuan(surplus),
                total=yuan(pool + surplus),
            )
        )
    return {
        "payments": paid_from_assets + payments,
        "rates": rates,
        "rest": plain(division.rest_fen),
        "working": [*working, *division.working],
        "basis": list(BASIS),
    }


def settle_all(
    assets: Sequence[Asset],
) -> tuple[list[dict[str, Any]], list[Named], int, list[Text]]:
    """What secured claims get of their assets; their deficiencies, the surplus in fen, the working."""
    rows: list[dict[str, Any]] = []
    short: list[Named] = []
    surplus, working = 0, list[Text]()
    for asset in assets:
        serials = dict(enumerate(asset.claims))
        secured = tuple(
            Secured(serial=n, amount_fen=claim.amount_fen, priority=claim.priority)
            for n, claim in serials.items()
        )
        settled = settle(
            Realised(
                name=asset.name, proceeds_fen=asset.proceeds_fen, cost_fen=asset.cost_fen, claims=secured
            )
        )
        surplus += settled.surplus_fen
        working += settled.working
        for one in by_priority(secured):
            claim, paid = serials[one.serial], settled.payments[one.serial]
            rows.append({"asset": asset.name, **row(claim, "secured", paid)})
            if paid < claim.amount_fen:
                short.append(Named(claim.id, Rank.ORDINARY, claim.amount_fen - paid))
    return rows, short, surplus, working


def by_rank(
    claims: Sequence[Named], paid: Mapping[int, int]
) -> tuple[list[dict[str, Any]], dict[str, dict[str, str]]]:
    """The rows of payments, and the rates, in the order of the law; within a rank by id."""
    rows: dict[str, list[dict[str, Any]]] = {rank.value: [] for rank in Rank}
    totals = {rank.value: [0, 0] for rank in Rank}
    for n, claim in enumerate(claims):
        rows[claim.rank].append(row(claim, claim.rank, paid[n]))
        totals[claim.rank][0] += paid[n]
        totals[claim.rank][1] += claim.amount_fen
    rates = {
        rank: {"fraction": fraction_of(spent, total), "percent": percent(spent, total)}
        for rank, (spent, total) in totals.items()
        if total
    }
    return [one for rank in rows.values() for one in rank], rates


def row(claim: Named, rank: str, paid_fen: int) -> dict[str, Any]:
    """A payment as the answer lists it."""
    return {"id": claim.id, "rank": rank, "amount": plain(claim.amount_fen), "paid": plain(paid_fen)}


def read_claims(given: Mapping[str, Any]) -> list[Named]:
    """The claims on the pool."""
    read = []
    for n, item in enumerate(read_list(given, "claims", most=MOST_CLAIMS)):
        try:
            one = reject_unknown(item, ("id", "rank", "amount"))
            rank = one.get("rank")
            if rank.__class__ is not str or rank not in CLASS_OF:
                rank = read_choice(one, "rank", tuple(CLASS_OF), None)
            read.append(Named(read_id(one), str(rank), read_fen(one, "amount")))
        except CalculationError as error:
            raise error.within(f"claims.{n}") from error
    return read


def read_id(item: Mapping[str, Any]) -> str:
    """The id of a claim: a short text or a whole number.

    Raises:
        CalculationError: if it is missing or none.
    """
    value = item.get("id")
    if value is None or value == "":
        raise missing("id")
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if text and len(text) <= MOST_LETTERS and (text.isascii() or encodable(text)):
        return text
    raise CalculationError(
        "bad_id", Text("“{field}”须为不超过{most}字的编号。", field="id", most=MOST_LETTERS), "id"
    )


def read_assets(given: Mapping[str, Any]) -> Iterator[Asset]:
    """The assets with the claims secured on them."""
    for n, item in enumerate(read_list(given, "secured", most=MOST_ASSETS)):
        try:
            one = reject_unknown(item, ASSET_FIELDS)
            asset = Asset(
                read_text(one, "asset", most=MOST_LETTERS),
                read_fen(one, "proceeds"),
                read_fen(one, "cost") if one.get("cost") is not None else 0,
                tuple(read_secured(one)),
            )
            if asset.cost_fen > asset.proceeds_fen:
                wrong = Text("“{field}”不能多于变价款；超出的部分请列入破产费用。", field="cost")
                raise CalculationError("cost_above_proceeds", wrong, "cost")
        except CalculationError as error:
            raise error.within(f"secured.{n}") from error
        yield asset


def read_secured(asset: Mapping[str, Any]) -> Iterator[Named]:
    """The claims on one asset; their place in the list is their priority unless all name one.

    Raises:
        CalculationError: if only some of them name one.
    """
    listed = read_list(asset, "claims", most=MOST_CLAIMS)
    named = [isinstance(item, Mapping) and item.get("priority") is not None for item in listed]
    for n, item in enumerate(listed):
        try:
            one = reject_unknown(item, ("id", "amount", "priority"))
            priority = n + 1
            if any(named):
                priority = read_whole(one, "priority", least=1, most=MOST_CLAIMS)
            yield Named(read_id(one), "secured", read_fen(one, "amount"), priority)
        except CalculationError as error:
            raise error.within(f"claims.{n}") from error


def refuse_repetition(claims: Sequence[Named], assets: Sequence[Asset]) -> None:
    """One id is one claim, and one name is one asset.

    Raises:
        CalculationError: naming what stands there twice.
    """
    twice = repeated(asset.name for asset in assets)
    if twice is not None:
        wrong = Text("财产“{name}”出现了两次，请合并为一项。", name=twice)
        raise CalculationError("named_twice", wrong, "secured")
    twice = repeated(claim.id for asset in assets for claim in asset.claims)
    if twice is not None:
        wrong = Text("编号“{id}”在担保债权中出现了两次；由几项财产担保的，请分开编号。", id=twice)
        raise CalculationError("named_twice", wrong, "secured")
    twice = repeated([c.id for c in claims] + [c.id for asset in assets for c in asset.claims])
    if twice is not None:
        raise CalculationError("named_twice", Text("编号“{id}”出现了两次。", id=twice), "claims")


def repeated(names: Iterable[str]) -> str | None:
    """The first name that stands there twice, if there is one."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return None


def natural(name: str) -> tuple[list[str | int], str]:
    """An order in which S2 comes before S10: digits are compared as numbers."""
    return [int(part) if part.isdecimal() else part for part in DIGITS(name)], name
