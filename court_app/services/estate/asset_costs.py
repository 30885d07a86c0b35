"""What the steps about costs of assets do: recorded, tied to the spending that pays them, counted anew."""

from collections.abc import Callable, Iterable
from typing import cast

from sqlalchemy.orm.attributes import flag_modified

from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.step_records import Taken
from models import Asset, AssetCost, Spending
from models.vocabulary import SpendingState
from workflows.calculations.asset_costs import costs_fen, counting
from workflows.text import Text


def record_cost(taken: Taken) -> None:
    """What it cost to realise it, and which spending pays it if one does."""
    asset, data = cast(Asset, taken.subject), taken.data
    names = ("kind", "amount_fen", "payee", "reference", "reason")
    serial = data["spending_serial"]
    spending = CaseContents(taken.occasion.session, taken.case).spending(serial) if serial else None
    put_down(asset, AssetCost(on=taken.on, **{name: data[name] for name in names}), spending)


def put_down(asset: Asset, cost: AssetCost, spending: Spending | None) -> None:
    """One more cost of an asset, and what pays it."""
    cost.position = len(asset.costs) + 1
    asset.costs.append(cost)
    cost.spending = spending
    count_anew([asset])


def tie_cost(taken: Taken) -> None:
    """Which spending pays a cost that had none."""
    asset, data = cast(Asset, taken.subject), taken.data
    found = CaseContents(taken.occasion.session, taken.case).spending(data["spending_serial"])
    asset.costs[data["cost"] - 1].spending = found
    count_anew([asset])


def strike_cost(taken: Taken) -> None:
    """It was recorded by mistake; the row stays, struck out, and its spending is no cost of the asset."""
    asset = cast(Asset, taken.subject)
    cost = asset.costs[taken.data["cost"] - 1]
    cost.struck_on, cost.struck_reason = taken.on, taken.data["reason"]
    beside = assets_of(cost.spending) if cost.spending else []
    count_anew({asset, *beside})


def tie_to_asset(taken: Taken) -> None:
    """A spending pays the open cost that it names, or is a new cost of the asset that it names."""
    spending, data = cast(Spending, taken.subject), taken.data
    if data["asset_serial"] is None:
        return
    asset = CaseContents(taken.occasion.session, taken.case).asset(data["asset_serial"])
    if asset is None:
        return
    if data["cost"] is not None:
        asset.costs[data["cost"] - 1].spending = spending
        count_anew([asset])
        return
    cost = AssetCost(
        kind=data["cost_kind"],
        amount_fen=spending.amount_fen,
        on=taken.on,
        payee=spending.payee,
        reference=data.get("reference", ""),
        reason=data["cost_reason"],
        with_spending=True,
    )
    put_down(asset, cost, spending)


def count_costs_anew(taken: Taken) -> None:
    """What was approved, paid or came back is what the costs of assets come to."""
    count_anew(assets_of(cast(Spending, taken.subject)))


def let_go_of_costs(taken: Taken) -> None:
    """A cost that came with a request goes with it; one that was recorded before is open again."""
    spending = cast(Spending, taken.subject)
    for cost in counting(spending.costs):
        if cost.with_spending:
            gone = Text(
                "第{serial}号支出：{state}", serial=spending.serial, state=SpendingState(spending.state)
            )
            cost.struck_on, cost.struck_reason = taken.on, str(gone)
    count_anew(assets_of(spending))


def assets_of(spending: Spending) -> list[Asset]:
    """The assets of which a spending is a cost."""
    return list({cost.asset.id: cost.asset for cost in spending.costs}.values())


def count_anew(assets: Iterable[Asset]) -> None:
    """What realising these assets has cost; whoever has one of their pages open sees an old one."""
    for asset in assets:
        asset.realisation_cost_fen = costs_fen(asset)
        flag_modified(asset, "flags")


COST_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "record_cost": record_cost,
    "tie_cost": tie_cost,
    "strike_cost": strike_cost,
    "tie_to_asset": tie_to_asset,
    "count_costs_anew": count_costs_anew,
    "let_go_of_costs": let_go_of_costs,
}
