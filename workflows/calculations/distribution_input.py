"""What the calculator of a distribution is given: claims on the pool by rank, assets with their claims."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from models.vocabulary import Rank
from workflows.calculations.collateral import Secured
from workflows.calculations.money import CENTS, read_fen
from workflows.calculations.reading import (
    missing,
    read_choice,
    read_list,
    read_text,
    read_whole,
    reject_unknown,
)
from workflows.errors import CalculationError
from workflows.text import Text

MOST_CLAIMS = 200_000
MOST_ASSETS = 10_000
MOST_LETTERS = 100
SECURED = "secured"
RANK: dict[Any, Rank] = {rank.value: rank for rank in Rank}


@dataclass(frozen=True, slots=True)
class Asset:
    """An asset as it was typed, with the claims secured on it; sums in fen."""

    proceeds_fen: int
    cost_fen: int
    claims: tuple[Secured, ...]


def read_claims(given: Mapping[str, Any]) -> dict[Rank, dict[str, int]]:
    """The claims on the pool: the amount of each in fen, by rank and id; every rank is there.

    Raises:
        CalculationError: naming the claim and what is wrong with it.
    """
    claims: dict[Rank, dict[str, int]] = {rank: {} for rank in Rank}
    listed = read_list(given, "claims", most=MOST_CLAIMS)
    for n, (rank, name, fen) in enumerate(at_a_glance(listed) or one_by_one(listed)):
        if name in claims[rank]:
            raise named_twice("id", name).within(f"claims.{n}")
        claims[rank][name] = fen
    return claims


def at_a_glance(listed: list[Any]) -> Iterable[tuple[Rank, str, int]] | None:
    """All claims at once if they are written as most are; None if they must be looked at one by one."""
    try:
        names = [item["id"] for item in listed]
        ranks = [RANK[item["rank"]] for item in listed]
        amounts = [item["amount"] for item in listed]
        plain = set(map(len, listed)) == {3} and all(map(is_id, names)) and all(map(CENTS, amounts))
    except (KeyError, TypeError, AttributeError):
        return None
    if not plain:
        return None
    return zip(ranks, names, map(int, " ".join(amounts).replace(".", "").split(" ")), strict=True)


def one_by_one(listed: list[Any]) -> Iterator[tuple[Rank, str, int]]:
    """The claims, field by field."""
    return (read_claim(item, n) for n, item in enumerate(listed))


def read_claim(item: Any, place: int) -> tuple[Rank, str, int]:
    """A claim, field by field."""
    try:
        one = reject_unknown(item, ("id", "rank", "amount"))
        return RANK[read_choice(one, "rank", tuple(RANK), None)], read_id(one), read_fen(one, "amount")
    except CalculationError as error:
        raise error.within(f"claims.{place}") from error


def is_id(text: str) -> bool:
    """Whether a text may name a claim."""
    return text.isprintable() and 0 < len(text.strip()) == len(text) <= MOST_LETTERS


def read_id(item: Mapping[str, Any]) -> str:
    """The id of a claim: a short text or a whole number.

    Raises:
        CalculationError: if it is missing or none.
    """
    value = item.get("id")
    if value is None or value == "":
        raise missing("id")
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if is_id(text):
        return text
    raise CalculationError(
        "bad_id", Text("“{field}”须为不超过{most}字的编号。", field="id", most=MOST_LETTERS), "id"
    )


def read_assets(given: Mapping[str, Any]) -> dict[str, Asset]:
    """The assets by name, with the claims secured on them.

    Raises:
        CalculationError: naming the asset or the claim and what is wrong with it.
    """
    assets: dict[str, Asset] = {}
    for n, item in enumerate(read_list(given, "secured", most=MOST_ASSETS)):
        try:
            one = reject_unknown(item, ("asset", "proceeds", "cost", "claims"))
            name = read_text(one, "asset", most=MOST_LETTERS)
            if name in assets:
                raise named_twice("asset", name)
            assets[name] = read_asset(one)
        except CalculationError as error:
            raise error.within(f"secured.{n}") from error
    return assets


def read_asset(item: Mapping[str, Any]) -> Asset:
    """One asset.

    Raises:
        CalculationError: if it cost more to realise than it brought: that is an expense of the procedure.
    """
    proceeds = read_fen(item, "proceeds")
    cost = 0 if item.get("cost") is None else read_fen(item, "cost")
    if cost > proceeds:
        wrong = Text("“{field}”不能多于变价款；超出的部分请列入破产费用。", field="cost")
        raise CalculationError("cost_above_proceeds", wrong, "cost")
    return Asset(proceeds, cost, read_secured(item))


def read_secured(asset: Mapping[str, Any]) -> tuple[Secured, ...]:
    """The claims on one asset; the place in the list is the priority unless all of them name one."""
    listed, read = read_list(asset, "claims", most=MOST_CLAIMS), []
    named = any(isinstance(item, Mapping) and item.get("priority") is not None for item in listed)
    for n, item in enumerate(listed):
        try:
            one = reject_unknown(item, ("id", "amount", "priority"))
            priority = read_whole(one, "priority", least=1, most=MOST_CLAIMS) if named else n + 1
            read.append(Secured(read_id(one), read_fen(one, "amount"), priority))
        except CalculationError as error:
            raise error.within(f"claims.{n}") from error
    return tuple(read)


def named_twice(field: str, name: str) -> CalculationError:
    """The error of a name that stands there twice."""
    return CalculationError(
        "named_twice", Text("“{field}”中的“{name}”出现了不止一次。", field=field, name=name), field
    )
