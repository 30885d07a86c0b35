"""Guards of the money of an asset: the price in parts, deposits kept, costs, the handing over."""

from models.estate import Asset
from models.vocabulary import SaleMethod
from workflows.calculations.money import yuan
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle


def owed_fen(asset: Asset) -> int:
    """What is still to come of the price, in fen."""
    return (asset.price_fen or 0) - asset.paid_fen


def is_sold_for_money(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 114: what is distributed in kind brings no money."""
    if asset.method != SaleMethod.IN_KIND:
        return None
    return Obstacle("no_money_comes", Text("实物分配的财产没有价款到账。"), cite("EBL 114"))


def is_given_in_kind(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 114: in kind only where the creditors' meeting resolved so when it was offered."""
    if asset.method == SaleMethod.IN_KIND:
        return None
    return Obstacle(
        "not_in_kind",
        Text("以货币方式变价的财产，应当登记价款到账；债权人会议另有决议的才作实物分配。"),
        cite("EBL 114"),
    )


def something_came_in(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """A receipt of nothing is none."""
    if attempt.data["received_fen"] > 0:
        return None
    return Obstacle("nothing_received", Text("到账金额应当大于零。"), cite("EBL 25(1)⑥"))


def price_is_not_complete(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 112: a part is less than what is still owed; the last part completes the price."""
    rest = owed_fen(asset)
    if attempt.data["received_fen"] < rest:
        return None
    return Obstacle(
        "not_a_part",
        Text(
            "尚欠价款{rest}元（成交价{price}元，已到账{paid}元）；付清的请用“价款到账”。",
            rest=yuan(rest),
            price=yuan(asset.price_fen or 0),
            paid=yuan(asset.paid_fen),
        ),
        cite("EBL 112"),
    )


def price_is_complete(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 112: what comes in last is exactly what is still owed."""
    rest = owed_fen(asset)
    if attempt.data["received_fen"] == rest:
        return None
    return Obstacle(
        "wrong_sum",
        Text(
            "到账金额应为尚欠的{rest}元（成交价{price}元，已到账{paid}元）；只付一部分的请用“部分价款到账”。",
            rest=yuan(rest),
            price=yuan(asset.price_fen or 0),
            paid=yuan(asset.paid_fen),
        ),
        cite("EBL 112"),
    )


def forfeited_fen(asset: Asset, attempt: Attempt) -> int:
    """What is kept of a deposit: what is said, else the whole deposit of the round."""
    said: int | None = attempt.data["forfeited_fen"]
    last = asset.last_round
    return said if said is not None else (last.deposit_fen or 0) if last else 0


def deposit_covers_what_is_kept(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """DESIGN: of a buyer who does not pay no more is kept than his deposit; the rest he gets back."""
    last = asset.last_round
    deposit = (last.deposit_fen or 0) if last else 0
    if forfeited_fen(asset, attempt) <= deposit:
        return None
    return Obstacle(
        "more_than_the_deposit",
        Text("不予退还的金额不得超过本轮保证金{deposit}元。", deposit=yuan(deposit)),
        cite("EBL 112", "DESIGN"),
    )


def is_not_handed_over(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """A thing is handed over once, and only one that was sold."""
    if asset.price_fen is None:
        return Obstacle("was_not_sold", Text("没有出售的财产不需要交付过户。"), cite("EBL 112"))
    if asset.handed_over_on is None:
        return None
    return Obstacle(
        "already_handed_over", Text("已于{day}交付过户。", day=asset.handed_over_on), cite("EBL 112")
    )
