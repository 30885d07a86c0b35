"""Guards of what an owner pays and of proceeds that he is given: I2-26, 28, 29, 38."""

from collections.abc import Mapping
from typing import Any

from models.retrieval import Retrieval
from models.vocabulary import (
    AssetState,
    LedgerAccount,
    OwnerPayment,
    RetrievalGround,
)
from workflows.calculations.bookkeeping import signed
from workflows.calculations.money import yuan
from workflows.contents import contents_of
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

G = RetrievalGround


def claims_proceeds_of_money(retrieval: Retrieval) -> bool:
    """Whether the proceeds of a recorded asset are claimed whose price is complete (I2-29)."""
    asset = retrieval.asset
    return retrieval.ground == G.PROCEEDS and asset is not None and asset.state == AssetState.PAID.value


def claimable_fen(retrieval: Retrieval) -> int:
    """What of the proceeds the owner claims: all that came in, or the value of his thing if that is less."""
    brought = retrieval.asset.proceeds_fen if retrieval.asset else 0
    return brought if retrieval.value_fen is None else min(retrieval.value_fen, brought)


def stands_there(retrieval: Retrieval, attempt: Attempt) -> bool:
    """Whether so much money is on the account and belongs neither to creditors nor to other owners."""
    estate = contents_of(attempt).estate()
    return 0 < claimable_fen(retrieval) <= estate.for_costs_fen + estate.secured_fen


MIXED = Obstacle(
    "proceeds_are_mixed",
    Text("变价款没有提存，也没有单独留存，不能与债务人财产区分，不能取回；请登记为损失，依法定性质受偿。"),
    cite("I2 29", "I2 32(2)"),
)


def proceeds_are_kept_apart(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """I2-29, 32(2): proceeds that were mixed with the estate's money are not retrieved."""
    asset = retrieval.asset
    turned = asset is not None and asset.state in {AssetState.SOLD.value, AssetState.PAID.value}
    if retrieval.ground != G.PROCEEDS or not turned or retrieval.kept_apart:
        return None
    return MIXED


def price_is_complete(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """I2-29: what is retrieved is money that has come in."""
    asset = retrieval.asset
    if retrieval.ground != G.PROCEEDS or asset is None or asset.state != AssetState.SOLD.value:
        return None
    return Obstacle(
        "price_not_complete",
        Text("第{serial}号财产的价款尚未全部到账，到账后再办理变价款的取回。", serial=asset.serial),
        cite("I2 29"),
    )


def proceeds_are_there(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """I2-29: proceeds are retrieved while they stand on the account."""
    if not claims_proceeds_of_money(retrieval) or not retrieval.kept_apart or retrieval.apart_fen:
        return None
    return None if stands_there(retrieval, attempt) else proceeds_gone()


def proceeds_stand_apart(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """I2-29: handed over is what was set apart for the owner."""
    return None if not claims_proceeds_of_money(retrieval) or retrieval.apart_fen else proceeds_gone()


def proceeds_gone() -> Obstacle:
    """There is nothing to be handed over."""
    return Obstacle(
        "proceeds_are_gone",
        Text("账上没有为权利人留存的变价款（未到账、已由他人主张或者已经支出、分配）；请登记为损失。"),
        cite("I2 29", "I2 30"),
    )


def was_sold(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """I2-29: proceeds take the place of a recorded thing that was sold."""
    asset = retrieval.asset
    sold = asset is not None and asset.state in {AssetState.SOLD.value, AssetState.PAID.value}
    if sold and retrieval.ground != G.PROCEEDS:
        return None
    return Obstacle("was_not_sold", Text("只有已登记并且已经变价的财产，才改就变价款主张。"), cite("I2 29"))


def is_kept_apart(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """I2-29: only proceeds that were deposited."""
    if attempt.data["kept_apart"]:
        return None
    return MIXED


def something_is_held(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """DESIGN: let go of can be what is held."""
    if retrieval.apart_fen:
        return None
    return Obstacle("nothing_is_held", Text("没有为权利人留存的变价款。"), cite("I2 29"))


def something_moves(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """A payment of nothing is none."""
    if attempt.data["amount_fen"] > 0:
        return None
    return Obstacle("nothing_is_paid", Text("金额须大于零。"), cite("I2 28"))


def due_of(retrieval: Retrieval, what: OwnerPayment) -> int:
    """What the owner has still to pay."""
    if what == OwnerPayment.COSTS:
        return retrieval.costs_unpaid_fen
    return max(0, retrieval.refund_fen - retrieval.refund_paid_fen)


def paid_of(retrieval: Retrieval, what: OwnerPayment) -> int:
    """What the owner has paid and not got back."""
    return retrieval.costs_paid_fen or 0 if what == OwnerPayment.COSTS else retrieval.refund_paid_fen


def something_is_due(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """I2-28, 38(2): an owner pays while he owes costs, or the price of a sale that was rescinded."""
    if any(due_of(retrieval, what) for what in OwnerPayment):
        return None
    return Obstacle(
        "nothing_is_due",
        Text("权利人没有应付而未付的费用或者价款。"),
        cite("I2 28", "I2 38(2)"),
    )


def something_was_paid(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """DESIGN: what goes back was paid by the owner and is still here."""
    if any(paid_of(retrieval, what) for what in OwnerPayment):
        return None
    return Obstacle("nothing_was_paid", Text("没有收到权利人的款项，或者已经全部退还。"), cite("DESIGN"))


def a_receipt_can_be_corrected(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """DESIGN: corrected is an entry that stands and that the bank has not confirmed."""
    if contents_of(attempt).receipts_of_retrieval(retrieval.serial):
        return None
    return Obstacle(
        "no_receipt",
        Text("没有可以冲正的收款分录；已与银行流水核对的，请先取消核对。"),
        cite("DESIGN"),
    )


def no_more_than_due(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """I2-28, 38(2): the owner pays what he owes and no more."""
    what, fen = attempt.data["what"], attempt.data["amount_fen"]
    due = due_of(retrieval, what)
    return None if fen <= due else more_than_due(what, fen, due)


def more_than_due(what: OwnerPayment, fen: int, due_fen: int) -> Obstacle:
    """More was paid than is owed."""
    return Obstacle(
        "more_than_due",
        Text(
            "“{what}”尚应付{due}元，不能记收{paid}元；多付的退还付款人，不记入财产账户。",
            what=what,
            due=yuan(due_fen),
            paid=yuan(fen),
        ),
        cite("I2 28", "I2 38(2)"),
    )


def costs_are_paid(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """I2-28: costs are paid before the property is handed over, or are kept back from its proceeds."""
    due, now = retrieval.costs_unpaid_fen, attempt.data["costs_paid_fen"]
    if now > due:
        return more_than_due(OwnerPayment.COSTS, now, due)
    if now == due or withheld_fen(retrieval, attempt.data) == due - now:
        return None
    return Obstacle(
        "costs_not_paid",
        Text(
            "应付费用{due}元，已付{paid}元；付清之前管理人可以拒绝取回。",
            due=yuan(retrieval.costs_due_fen),
            paid=yuan((retrieval.costs_paid_fen or 0) + now),
        ),
        cite("I2 26", "I2 28"),
    )


def withheld_fen(retrieval: Retrieval, data: Mapping[str, Any]) -> int:
    """What of the costs is kept back from proceeds that are handed over, in fen."""
    if not data["costs_withheld"]:
        return 0
    unpaid = retrieval.costs_unpaid_fen - int(data["costs_paid_fen"])
    return min(unpaid, retrieval.apart_fen)


def was_received(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """DESIGN: no more goes back than was received."""
    what, fen = attempt.data["what"], attempt.data["amount_fen"]
    paid = paid_of(retrieval, what)
    if fen <= paid:
        return None
    return Obstacle(
        "more_than_received",
        Text("“{what}”共收到{paid}元，不能退还{fen}元。", what=what, paid=yuan(paid), fen=yuan(fen)),
        cite("DESIGN"),
    )


def money_is_there(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """DESIGN: no account pays out more than it holds."""
    account: LedgerAccount = attempt.data["out_of"]
    held = contents_of(attempt).estate().balances.get(account, 0)
    if attempt.data["amount_fen"] <= held:
        return None
    return Obstacle(
        "money_is_not_there",
        Text("“{account}”只有{held}元。", account=account, held=signed(held)),
        cite("DESIGN"),
    )


def receipt_stands(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """DESIGN: corrected is an entry of a payment by this owner that stands and is not matched."""
    wanted = attempt.data["entry"]
    what, fen = contents_of(attempt).receipts_of_retrieval(retrieval.serial).get(wanted, (None, 0))
    if what is not None and fen > paid_of(retrieval, what):
        return Obstacle(
            "was_given_back",
            Text("该笔款项已经退还，只余{paid}元，不能再冲正。", paid=yuan(paid_of(retrieval, what))),
            cite("DESIGN"),
        )
    if what is not None:
        return None
    return Obstacle(
        "no_such_receipt",
        Text(
            "第{entry}号分录不是该权利人付款的分录，或者已经冲正，或者已与银行流水核对（请先取消核对）。",
            entry=wanted,
        ),
        cite("DESIGN"),
    )


def proceeds_were_given(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """DESIGN: only money can come back."""
    if retrieval.proceeds_given_fen:
        return None
    return Obstacle("no_proceeds_given", Text("交付的不是变价款，没有款项退回。"), cite("DESIGN"))
