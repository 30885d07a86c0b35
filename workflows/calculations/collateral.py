"""Secured claims are met from their asset alone, first and up to its net value (EBL 109, 110; CC 414)."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from models.vocabulary import ClaimClass
from workflows.calculations.money import yuan
from workflows.calculations.waterfall import Entitled, pay
from workflows.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Secured:
    """A claim secured on an asset: number, amount in fen, and its priority there; 1 is met first."""

    serial: int
    amount_fen: int
    priority: int


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What each secured claim gets of its asset, and what is left for the pool (I2 3(2)); sums in fen."""

    payments: dict[int, int]
    surplus_fen: int
    working: tuple[Text, ...]


def settle(asset: Realised) -> Settlement:
    """Meet the claims on an asset in their order; those of one priority share by amount (CC 414)."""
    rest, payments = asset.net_fen, dict[int, int]()
    for _, equal in groupby(by_priority(asset.claims), key=lambda claim: claim.priority):
        paid = pay([Entitled(claim.serial, ClaimClass.SEC, claim.amount_fen) for claim in equal], rest)
        payments |= paid
        rest -= sum(paid.values())
    total = sum(claim.amount_fen for claim in asset.claims)
    line = Text(
        "{asset}：变价款{proceeds}元－费用{cost}元＝{net}元；担保债权{total}元，受偿{paid}元，"
        "不足{short}元转为普通债权，剩余{rest}元并入破产财产。",
        asset=asset.name,
        proceeds=yuan(asset.proceeds_fen),
        cost=yuan(asset.cost_fen),
        net=yuan(asset.net_fen),
        total=yuan(total),
        paid=yuan(asset.net_fen - rest),
        short=yuan(total - asset.net_fen + rest),
        rest=yuan(rest),
    )
    return Settlement(payments=payments, surplus_fen=rest, working=(line,))


def by_priority(claims: Iterable[Secured]) -> list[Secured]:
    """Claims on an asset in the order in which they are met."""
    return sorted(claims, key=lambda claim: (claim.priority, claim.serial))
