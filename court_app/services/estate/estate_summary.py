"""The estate in sums: what there is by kind and by state, each group a filter of the list of assets."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import case as sql_case
from sqlalchemy import exists, func, select

from court_app.services.occasion import Occasion
from models import Asset, AssetEncumbrance, Case
from models.vocabulary import AssetKind, AssetState, EncumbranceKind

SUMS = ("book_fen", "appraised_fen", "price_fen", "received_fen", "realisation_cost_fen")
SECURING = tuple(kind for kind in EncumbranceKind if kind.secures)


@dataclass(frozen=True, slots=True)
class Group:
    """The assets of a kind or a state: how many, how many of them burdened, their sums in fen by name."""

    word: AssetKind | AssetState
    count: int
    burdened: int
    sums: dict[str, int]


@dataclass(frozen=True, slots=True)
class EstateSummary:
    """The estate by kind, by state, and in all."""

    kinds: tuple[Group, ...]
    states: tuple[Group, ...]
    count: int
    burdened: int
    sums: dict[str, int]


def summary(occasion: Occasion, case: Case) -> EstateSummary:
    """What the estate of a case consists of, with totals; what was released counts only among the states."""
    kept = grouped(occasion, case, Asset.kind, Asset.state != AssetState.RELEASED.value)
    every = grouped(occasion, case, Asset.state)
    kinds = tuple(Group(word, *kept[word.value]) for word in AssetKind if word.value in kept)
    return EstateSummary(
        kinds=kinds,
        states=tuple(Group(word, *every[word.value]) for word in AssetState if word.value in every),
        count=sum(group.count for group in kinds),
        burdened=sum(group.burdened for group in kinds),
        sums={name: sum(group.sums[name] for group in kinds) for name in SUMS},
    )


def grouped(
    occasion: Occasion, case: Case, by: Any, *only: Any
) -> dict[str, tuple[int, int, dict[str, int]]]:
    """The assets of a case grouped by a column: by its value, how many, how many secure a claim, the sums."""
    burdens = exists().where(
        AssetEncumbrance.asset_id == Asset.id,
        AssetEncumbrance.kind.in_(SECURING),
        AssetEncumbrance.released_on.is_(None),
    )
    sums = [func.coalesce(func.sum(getattr(Asset, name)), 0) for name in SUMS]
    chosen = (
        select(by, func.count(Asset.id), func.sum(sql_case((burdens, 1), else_=0)), *sums)
        .where(Asset.case_id == case.id, *only)
        .group_by(by)
    )
    return {
        str(word): (count, int(burdened), dict(zip(SUMS, map(int, found), strict=True)))
        for word, count, burdened, *found in occasion.session.execute(chosen)
    }
