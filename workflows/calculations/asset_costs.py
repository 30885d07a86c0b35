"""What the costs of an asset count for, and what pays them: each exactly once. Source: EBL 41②; section 6(1).

A cost is open until a spending that stands pays it; where less was approved or paid it counts for so much.
Sums in fen.
"""

from collections.abc import Iterable

from models.estate import Asset
from models.realisation import AssetCost
from models.spending import Spending
from models.vocabulary import AssetState, SpendingKind, SpendingState
from workflows.calculations.money import yuan
from workflows.calculations.waterfall import by_largest_remainder
from workflows.text import Text

PAYING_COSTS = (SpendingKind.ESTATE, SpendingKind.TAX, SpendingKind.DUTIES)
"""Spendings that can be what realising an asset costs (EBL 41②③; TAX24)."""


def stands_for_fen(spending: Spending) -> int:
    """What a spending is or will be in the end: as asked, approved, paid, less what came back."""
    return {
        SpendingState.REQUESTED.value: spending.amount_fen,
        SpendingState.APPROVED.value: spending.approved_fen,
        SpendingState.PAID.value: spending.paid_fen,
        SpendingState.RETURNED.value: spending.paid_fen - spending.returned_fen,
    }.get(spending.state, 0)


def counting(costs: Iterable[AssetCost]) -> list[AssetCost]:
    """Those that were not struck out."""
    return [cost for cost in costs if cost.struck_on is None]


def free_fen(spending: Spending) -> int:
    """What of a spending is no cost of an asset yet."""
    return stands_for_fen(spending) - sum(cost.amount_fen for cost in counting(spending.costs))


def is_open(cost: AssetCost) -> bool:
    """Whether no spending pays it: none is named, or the one that was has fallen away."""
    return cost.struck_on is None and (cost.spending is None or not stands_for_fen(cost.spending))


def counted_fen(cost: AssetCost) -> int:
    """What a cost takes off the proceeds: as recorded, or its part of a spending that came to less."""
    if cost.struck_on is not None:
        return 0
    if cost.spending is None or is_open(cost):
        return cost.amount_fen
    among = counting(cost.spending.costs)
    amounts = [one.amount_fen for one in among]
    stands = stands_for_fen(cost.spending)
    if sum(amounts) <= stands:
        return cost.amount_fen
    return by_largest_remainder(amounts, stands)[among.index(cost)]


def unbooked_fen(cost: AssetCost) -> int:
    """What of it the ledger does not know as owed or paid: it is kept back of the money that is there."""
    if is_open(cost):
        return cost.amount_fen
    waits = cost.spending is not None and cost.spending.state == SpendingState.REQUESTED.value
    return counted_fen(cost) if waits else 0


def costs_fen(asset: Asset) -> int:
    """What realising an asset has cost in all."""
    return sum(map(counted_fen, asset.costs))


def brings(asset: Asset) -> tuple[Text, int] | None:
    """What an asset brings as far as is known, and how that is called; None if nothing is known of it."""
    if asset.state in {AssetState.PAID.value, AssetState.DISTRIBUTED.value} and asset.received_fen:
        return Text("到账款项"), asset.received_fen
    for name, fen in (
        (Text("成交价"), asset.price_fen),
        (Text("评估价值"), asset.appraised_fen),
        (Text("账面价值"), asset.book_fen),
    ):
        if fen is not None:
            return name, fen
    return None


def paid_by(cost: AssetCost) -> Text:
    """What pays a cost, in words."""
    if cost.spending is None or is_open(cost):
        return Text("尚无支出，待付")
    return Text(
        "第{serial}号支出（{state}）", serial=cost.spending.serial, state=SpendingState(cost.spending.state)
    )


def line_of(cost: AssetCost) -> Text:
    """A cost as a judge checks it: what it is, what it counts for, which spending it is."""
    recorded = (
        Text("，登记{amount}元", amount=yuan(cost.amount_fen)) if counted_fen(cost) != cost.amount_fen else ""
    )
    return Text(
        "费用第{number}项：{kind}{sum}元{recorded}，{paid_by}。",
        number=cost.position,
        kind=cost.kind,
        sum=yuan(counted_fen(cost)),
        recorded=recorded,
        paid_by=paid_by(cost),
    )


def lines_of(asset: Asset) -> tuple[Text, ...]:
    """Every cost of an asset that counts, line by line."""
    return tuple(map(line_of, counting(asset.costs)))
