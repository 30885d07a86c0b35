"""What the calculator of a distribution is given: claims on the pool by rank, assets with their claims."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from models.vocabulary import Rank
from workflows.calculations.collateral import Secured
from workflows.calculations.money import SUMS, plain, read_fen
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
BAR = "|"
FIELDS = ("id", "rank", "amount")
RANK: dict[str, Rank] = {rank.value: rank for rank in Rank}


@dataclass(frozen=True, slots=True)
class Asset:
    """An asset as it was typed, with the claims secured on it; sums in fen."""

    proceeds_fen: int
    cost_fen: int
    claims: tuple[Secured, ...]


def read_claims(given: Mapping[str, Any]) -> dict[Rank, dict[str, str]]:
    """The claims on the pool: the amount of each as `plain` writes it, by rank and id; every rank is there.

    Raises:
        CalculationError: naming the claim and what is wrong with it.
    """
    claims: dict[str, dict[str, str]] = {word: {} for word in RANK}
    listed = read_list(given, "claims", most=MOST_CLAIMS)
    for word, name, amount in at_a_glance(listed) or one_by_one(listed):
        claims[word][name] = amount
    if sum(map(len, claims.values())) < len(listed):
        refuse_twice_in_a_rank(listed)
    return {RANK[word]: amounts for word, amounts in claims.items()}


def refuse_twice_in_a_rank(listed: list[Any]) -> None:
    """Name the first claim whose id stands in its rank already."""
    seen = set()
    for n, (word, name, _) in enumerate(one_by_one(listed)):
        if (word, name) in seen:
            raise named_twice("id", name).within(f"claims.{n}")
        seen.add((word, name))


def at_a_glance(listed: list[Any]) -> Iterable[tuple[str, str, str]] | None:
    """All claims at once if they are written as most are; None if they must be looked at one by one."""
    names, words, amounts = list[str](), list[str](), list[str]()
    try:
        # Each item is touched once: a hundred thousand of them lie far apart in memory.
        for one in listed:
            if len(one) == len(FIELDS):
                names.append(one["id"])
                words.append(one["rank"])
                amounts.append(one["amount"])
        known, ids, sums = RANK.keys() >= set(words), BAR.join(names), " ".join([*amounts, ""])
    except (KeyError, TypeError):
        return None
    usual = (
        known
        and len(names) == len(listed) == sums.count(" ") > 0
        and max(map(len, names)) <= MOST_LETTERS
        and ids.isprintable()
        and not any(odd in f"{BAR}{ids}{BAR}" for odd in (BAR + " ", " " + BAR, BAR + BAR))
        and SUMS(sums)
    )
    return zip(words, names, amounts, strict=True) if usual else None


def one_by_one(listed: list[Any]) -> Iterator[tuple[str, str, str]]:
    """The claims, field by field."""
    return (read_claim(item, n) for n, item in enumerate(listed))


def read_claim(item: Any, place: int) -> tuple[str, str, str]:
    """A claim, field by field."""
    try:
        one = reject_unknown(item, FIELDS)
        return read_choice(one, "rank", tuple(RANK), None), read_id(one), plain(read_fen(one, "amount"))
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
