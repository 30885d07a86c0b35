"""Secured claims are met from their asset alone, first and up to its net value (EBL 109, 110; CC 414)."""

from dataclasses import dataclass
from itertools import groupby

from workflows.calculations.money import yuan
from workflows.calculations.order import in_order
from workflows.calculations.waterfall import Claims, pay
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class Secured:
    """A claim secured on an asset: its id, amount in fen, and priority there; 1 is met first.

    `most_fen` is what it may still get where that is less than what it counts for among equals.
    """

    id: str
    amount_fen: int
    priority: int
    most_fen: int | None = None

    @property
    def owed_fen(self) -> int:
        """What it gets at most."""
        return self.amount_fen if self.most_fen is None else min(self.amount_fen, self.most_fen)


@dataclass(frozen=True, slots=True)
class Realised:
    """An asset that was realised, with the claims secured on it; sums in fen, cost not above proceeds."""

    name: str
    proceeds_fen: int
    cost_fen: int
    claims: tuple[Secured, ...]

    @property
    def net_fen(self) -> int:
        """What there is for the secured claims: what it cost to realise is borne by the asset itself."""
        return self.proceeds_fen - self.cost_fen


@dataclass(frozen=True, slots=True)
class Settlement:
    """What each secured claim gets of its asset, and what is left for the pool (I2 3(2)); sums in fen."""

    payments: tuple[tuple[Secured, int], ...]
    surplus_fen: int
    working: Text


def settle(asset: Realised) -> Settlement:
    """Meet the claims on an asset in their order; those of one priority share by amount (CC 414)."""
    rest, payments = asset.net_fen, list[tuple[Secured, int]]()
    for _, group in groupby(by_priority(asset.claims), key=lambda claim: claim.priority):
        equal = list(group)
        amounts = [claim.amount_fen for claim in equal]
        paid = pay(Claims(amounts, [claim.owed_fen for claim in equal]), rest)
        payments += zip(equal, paid, strict=True)
        rest -= sum(paid)
    return Settlement(tuple(payments), rest, line_of(asset, rest))


def by_priority(claims: tuple[Secured, ...]) -> list[Secured]:
    """Claims on an asset in the order in which they are met; equal ones by id."""
    place = {name: n for n, name in enumerate(in_order([claim.id for claim in claims]))}
    return sorted(claims, key=lambda claim: (claim.priority, place[claim.id]))


def line_of(asset: Realised, surplus_fen: int) -> Text:
    """One asset as a judge checks it."""
    total = sum(claim.amount_fen for claim in asset.claims)
    paid = asset.net_fen - surplus_fen
    return Text(
        "{asset}：变价款{proceeds}元－费用{cost}元＝{net}元；担保债权{total}元，受偿{paid}元，"
        "不足{short}元转为普通债权，剩余{rest}元并入破产财产。",
        asset=asset.name,
        proceeds=yuan(asset.proceeds_fen),
        cost=yuan(asset.cost_fen),
        net=yuan(asset.net_fen),
        total=yuan(total),
        paid=yuan(paid),
        short=yuan(total - paid),
        rest=yuan(surplus_fen),
    )
