"""Guards of costs of assets and spendings that pay them: once each, within sense. EBL 41②, 43; DESIGN."""

from models.estate import Asset
from models.realisation import AssetCost
from models.spending import Spending
from models.vocabulary import AssetCostKind
from workflows.calculations.asset_costs import (
    PAYING_COSTS,
    brings,
    costs_fen,
    counting,
    free_fen,
    is_open,
    stands_for_fen,
    unbooked_fen,
)
from workflows.calculations.money import yuan
from workflows.contents import contents_of
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle


def cost_is_something(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """A cost of nothing is none."""
    if attempt.data["amount_fen"] > 0:
        return None
    return Obstacle("nothing_spent", Text("费用金额应当大于零。"), cite("EBL 41"))


def a_cost_stands(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """Struck out can be what is there."""
    if counting(asset.costs):
        return None
    return Obstacle("no_cost", Text("该项财产没有登记的变价费用。"), cite("EBL 41"))


def a_cost_is_open(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """Named can be the spending of a cost that has none."""
    if any(map(is_open, asset.costs)):
        return None
    return Obstacle("no_open_cost", Text("该项财产没有尚无支出的费用。"), cite("EBL 41"))


def cost_is_there(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """Struck out is a cost that is recorded and stands."""
    wanted = attempt.data["cost"]
    if any(cost.position == wanted for cost in counting(asset.costs)):
        return None
    return Obstacle(
        "no_such_cost", Text("该项财产没有第{number}项费用，或者已经撤销。", number=wanted), cite("EBL 41")
    )


def cost_is_open(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """A cost is paid once: what has a spending gets no other."""
    if open_cost(asset, attempt.data["cost"]) is not None:
        return None
    return not_open(asset, attempt.data["cost"])


def open_cost(asset: Asset, position: int) -> AssetCost | None:
    """The cost of that number, if no spending pays it."""
    return next((one for one in asset.costs if one.position == position and is_open(one)), None)


def not_open(asset: Asset, position: int) -> Obstacle:
    """Why a cost cannot be given a spending."""
    cost = next((one for one in counting(asset.costs) if one.position == position), None)
    if cost is None or cost.spending is None:
        why = Text("该项财产没有第{number}项费用，或者已经撤销。", number=position)
    else:
        why = Text("第{number}项费用已由第{serial}号支出负担。", number=position, serial=cost.spending.serial)
    return Obstacle("cost_is_not_open", why, cite("EBL 41"))


def cost_is_within_what_it_brings(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """DESIGN: costs above what the asset brings are recorded only with a reason."""
    return beyond(asset, attempt.data["amount_fen"], attempt.data["reason"])


def beyond(asset: Asset, fen: int, reason: str) -> Obstacle | None:
    """Why a further cost cannot be, unless a reason is given."""
    known, total = brings(asset), costs_fen(asset) + fen
    if known is None or total <= known[1] or reason:
        return None
    name, most = known
    return Obstacle(
        "cost_exceeds_what_it_brings",
        Text(
            "该项财产的费用合计{total}元，超过其{name}{most}元。请核对金额；确属实际发生的，写明原因。",
            total=yuan(total),
            name=name,
            most=yuan(most),
        ),
        cite("EBL 41", "EBL 109", "DESIGN"),
    )


def cost_is_not_there_yet(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 41②: what looks like a cost that is recorded is one only with a reason."""
    data = attempt.data
    return twice(asset, data["kind"], data["amount_fen"], data["reason"])


def twice(asset: Asset, kind: AssetCostKind, fen: int, reason: str) -> Obstacle | None:
    """Why a cost cannot be recorded again, unless a reason is given."""
    same = next((one for one in counting(asset.costs) if (one.kind, one.amount_fen) == (kind, fen)), None)
    if same is None or reason:
        return None
    return Obstacle(
        "looks_like_another_cost",
        Text(
            "第{number}项费用类别、金额相同。为同一笔的，请不要重复登记，用“申请支出”或者“对应支出”支付该项；"
            "确为另一笔的，写明原因。",
            number=same.position,
        ),
        cite("EBL 41", "DESIGN"),
    )


def spending_bears_it(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 41②, 43: a cost names a spending of its kind that stands for so much and no other cost."""
    data = attempt.data
    serial = data["spending_serial"]
    if serial is None:
        return None
    spending = contents_of(attempt).spending(serial)
    if spending is None:
        why = Text("本案没有第{serial}号支出。", serial=serial)
        return Obstacle("no_such_spending", why, cite("EBL 41"))
    cost = open_cost(asset, data["cost"]) if "cost" in data else None
    fen = cost.amount_fen if cost else data.get("amount_fen", 0)
    return cannot_be_a_cost(spending) or too_small(spending, fen)


def cannot_be_a_cost(spending: Spending) -> Obstacle | None:
    """EBL 41②③: only expenses of the estate, of duties and taxes are what an asset costs."""
    if spending.kind in PAYING_COSTS:
        return None
    return Obstacle(
        "no_cost_of_an_asset",
        Text("“{kind}”不是变价、管理财产的费用。", kind=spending.kind),
        cite("EBL 41", "EBL 42"),
    )


def too_small(spending: Spending, fen: int) -> Obstacle | None:
    """DESIGN: the costs that name a spending are together no more than it."""
    if fen <= free_fen(spending):
        return None
    return Obstacle(
        "more_than_the_spending",
        Text(
            "第{serial}号支出{stands}元，尚未对应财产费用的为{free}元，少于{sum}元。",
            serial=spending.serial,
            stands=yuan(stands_for_fen(spending)),
            free=yuan(max(0, free_fen(spending))),
            sum=yuan(fen),
        ),
        cite("EBL 41", "DESIGN"),
    )


def asset_of_the_cost_is_there(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """EBL 41②: a spending for an asset names one of the case, and is of such a kind."""
    data = attempt.data
    serial = data["asset_serial"]
    if serial is None:
        if data["cost"] is None and data["cost_kind"] is None:
            return None
        why = Text("填写费用的，请同时选择财产。")
        return Obstacle("no_asset_named", why, cite("EBL 41"))
    if contents_of(attempt).asset(serial) is None:
        why = Text("本案没有第{serial}号财产。", serial=serial)
        return Obstacle("no_such_asset", why, cite("EBL 41"))
    return cannot_be_a_cost(Spending(kind=data["kind"]))


def cost_of_the_asset_is_right(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """EBL 41②: a spending pays a cost that is recorded and open, to the fen, or is a new one within sense."""
    data = attempt.data
    asset = contents_of(attempt).asset(data["asset_serial"]) if data["asset_serial"] else None
    if asset is None:
        return None
    if data["cost"] is None:
        return new_cost(asset, data["cost_kind"], data["amount_fen"], data["cost_reason"])
    cost = open_cost(asset, data["cost"])
    if cost is None:
        return not_open(asset, data["cost"])
    if cost.amount_fen == data["amount_fen"]:
        return None
    return Obstacle(
        "not_the_cost",
        Text(
            "第{number}项费用登记为{recorded}元，支出{asked}元，应当相同；登记有误的，请先撤销该项费用。",
            number=cost.position,
            recorded=yuan(cost.amount_fen),
            asked=yuan(data["amount_fen"]),
        ),
        cite("EBL 41", "DESIGN"),
    )


def new_cost(asset: Asset, kind: AssetCostKind | None, fen: int, reason: str) -> Obstacle | None:
    """Why a spending cannot be a new cost of an asset."""
    if kind is None:
        why = Text("请填写已登记费用的序号；没有登记的，选择费用类别。")
        return Obstacle("no_kind_of_cost", why, cite("EBL 41"))
    return twice(asset, kind, fen, reason) or beyond(asset, fen, reason)


def kept_back_fen(spending: Spending) -> int:
    """What is kept back for the very costs that a spending pays: approving it uses that."""
    return sum(map(unbooked_fen, spending.costs))


def kept_back_for_named_fen(attempt: Attempt) -> int:
    """What is kept back for the open cost that a new spending names."""
    data = attempt.data
    asset = contents_of(attempt).asset(data["asset_serial"]) if data["asset_serial"] else None
    cost = open_cost(asset, data["cost"]) if asset is not None and data["cost"] is not None else None
    return unbooked_fen(cost) if cost else 0
