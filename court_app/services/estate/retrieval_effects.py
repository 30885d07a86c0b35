"""What the steps of a retrieval do: terms, the asset released, the claim or debt instead (EBL 38, 39)."""

from collections.abc import Callable
from typing import Any, cast

from court_app.services.estate import retrieval_money
from court_app.services.estate.retrieval_money import retrieval_of
from court_app.services.procedure import parts, steps
from court_app.services.procedure.step_records import Taken
from models import Retrieval, Spending
from models.vocabulary import (
    AssetState,
    ClaimClass,
    CommonGround,
    OwnerPayment,
    RetainedContract,
    RetrievalGround,
    RetrievalLoss,
    SpendingKind,
)
from workflows.calculations.money import plain, yuan
from workflows.guards.retrieval_money import claims_proceeds_of_money
from workflows.law.citations import Citation, cite, together
from workflows.law.retrieval import LOSS_BASIS, class_of_loss, common_ground, price_back
from workflows.text import Text, freeze


def record_retrieval_terms(taken: Taken) -> None:
    """What the owner pays first, and what a rescinded sale leaves to be paid back (I2-28, 38(2))."""
    retrieval, data = retrieval_of(taken), taken.data
    retrieval.costs_fen, retrieval.delay_costs_fen = data["costs_fen"], data["delay_costs_fen"]
    retrieval.opinion = data.get("opinion", retrieval.opinion)
    retrieval.reference = data.get("reference", retrieval.reference)
    due = retrieval.costs_fen + retrieval.delay_costs_fen
    working = [
        Text(
            "权利人应先付费用{costs}元，延迟费用{delay}元，合计{due}元。",
            costs=yuan(retrieval.costs_fen),
            delay=yuan(retrieval.delay_costs_fen),
            due=yuan(due),
        )
    ]
    if retrieval.contract == RetainedContract.RESCINDED:
        back = price_back(retrieval.paid_fen or 0, data["value_loss_fen"])
        retrieval.refund_fen = back.refund_fen
        retrieval.loss_fen = back.uncovered_fen or None
        retrieval.loss_class = ClaimClass.CBD if back.uncovered_fen else None
        working += back.working
    retrieval.working = [freeze(line) for line in working]


def record_retrieval_refusal(taken: Taken) -> None:
    """Why the administrator does not accept."""
    retrieval_of(taken).opinion = taken.data["reason"]


def record_retrieval_suit(taken: Taken) -> None:
    """Before which court, under which number."""
    retrieval_of(taken).forum, retrieval_of(taken).reference = taken.data["forum"], taken.data["reference"]


def record_hand_over(taken: Taken) -> None:
    """To whom, on which day; the asset under which the property was recorded is released."""
    retrieval, data, asset = retrieval_of(taken), taken.data, retrieval_of(taken).asset
    retrieval.received_by, retrieval.handed_over_on = data["received_by"], taken.on
    if data["costs_paid_fen"]:
        retrieval_money.receive(taken, OwnerPayment.COSTS, data["costs_paid_fen"], data["account"])
    if retrieval.contract == RetainedContract.RESCINDED and retrieval.loss_class == ClaimClass.CBD:
        ask_for_loss(taken, retrieval.owner, "解除所有权保留买卖，已付价款不足弥补的损失")
    if claims_proceeds_of_money(retrieval):
        retrieval_money.give_proceeds(taken)
        return
    if asset is not None and asset.state != AssetState.RELEASED.value:
        released: dict[str, Any] = {
            "effective_on": taken.on.isoformat(),
            "reason": f"{retrieval.owner}取回（取回权第{retrieval.serial}号）。",
        }
        steps.take(taken.occasion, asset, "release", released, version=None)


def turn_to_proceeds(taken: Taken) -> None:
    """The thing was sold: its proceeds take its place (I2-29)."""
    retrieval = retrieval_of(taken)
    retrieval.ground, retrieval.kept_apart = RetrievalGround.PROCEEDS, taken.data["kept_apart"]


def ask_for_price(taken: Taken) -> None:
    """What is still owed of the price of goods in transit is asked for as a spending (EBL 39, 42①)."""
    retrieval, data = retrieval_of(taken), taken.data
    due_on, reported_on = data["due_on"], data["reported_on"]
    spending = ask_for(
        taken,
        SpendingKind.CONTRACT,
        payee=retrieval.owner,
        purpose=f"付清在途标的物的价款（取回权第{retrieval.serial}号）",
        fen=retrieval.price_unpaid_fen,
        ground=cite("EBL 39", "EBL 42①"),
        due_on=due_on.isoformat() if due_on else None,
        reported_on=reported_on.isoformat(),
    )
    retrieval.flags = {**retrieval.flags, "price_spending": spending.serial}


def record_price_paid(taken: Taken) -> None:
    """The whole price was paid."""
    retrieval_of(taken).paid_fen = retrieval_of(taken).price_fen


def ask_for_loss(taken: Taken, payee: str, purpose: str) -> None:
    """A debt of common benefit is asked for as a spending; it is owed whether or not there is money."""
    retrieval = retrieval_of(taken)
    common = common_ground(retrieval.loss, by_fault=taken.data.get("by_fault", False))
    ground = LOSS_BASIS[retrieval.loss] if retrieval.loss else cite("I2 38(2)")
    if common == CommonGround.FAULT:
        ground = (*ground, *cite(common.value))
    owed = retrieval.loss_fen or 0
    ask_for(taken, SpendingKind.BY_REFERENCE, payee, purpose, owed, ground, common_ground=common.value)


def ask_for(
    taken: Taken,
    kind: SpendingKind,
    payee: str,
    purpose: str,
    fen: int,
    ground: tuple[Citation, ...],
    **more: Any,
) -> Spending:
    """Ask for a spending that a retrieval has caused, by the person who takes its step."""
    retrieval, part_kind = retrieval_of(taken), parts.PARTS["spendings"]
    asked = {
        "effective_on": taken.on.isoformat(),
        "kind": kind.value,
        "payee": payee,
        "purpose": purpose,
        "amount_fen": plain(fen),
        "ground": f"取回权第{retrieval.serial}号。{together(ground, 'zh')}。",
        **more,
    }
    made = parts.blank(taken.occasion, taken.case, part_kind)
    steps.begin(taken.occasion, made, "request_spending", asked, part_kind.make)
    spending = cast(Spending, made)
    spending.retrieval = retrieval
    return spending


def record_loss(taken: Taken) -> None:
    """What is owed instead of the thing, by the day of the loss; an ordinary claim is filed at once."""
    retrieval, data, accepted = retrieval_of(taken), taken.data, taken.case.accepted_on
    loss: RetrievalLoss = data["loss"]
    retrieval.loss, retrieval.lost_on, retrieval.loss_fen = loss, data["lost_on"], data["loss_fen"]
    if accepted is None:
        return
    retrieval.loss_class = class_of_loss(
        loss, data["lost_on"], accepted, by_administration=data["by_administration"] or sold_here(retrieval)
    )
    line = Text(
        "{loss}：发生于{day}，受理于{accepted}，性质为{rank}，{sum}元。",
        loss=loss,
        day=data["lost_on"],
        accepted=accepted,
        rank=retrieval.loss_class or Text("法律没有规定由债务人财产清偿"),
        sum=yuan(data["loss_fen"]),
    )
    retrieval.working = [freeze(line)]
    if retrieval.loss_class == ClaimClass.ORD:
        file_loss(taken)
    if retrieval.loss_class == ClaimClass.CBD:
        ask_for_loss(taken, data["third_party"] or retrieval.owner, loss.zh)


def sold_here(retrieval: Retrieval) -> bool:
    """Whether the administrator has sold the thing in this case (I2-30②)."""
    return retrieval.asset is not None and retrieval.asset.sold_on is not None


def file_loss(taken: Taken) -> None:
    """File the ordinary claim of the owner, or of the third party who paid the price (I2-30①, 31①)."""
    retrieval, data, kind = retrieval_of(taken), taken.data, parts.PARTS["claims"]
    filed = {
        "effective_on": taken.on.isoformat(),
        "creditor_name": data["third_party"] or retrieval.owner,
        "filed_fen": plain(data["loss_fen"]),
        "basis": f"{data['loss'].zh}。{together(LOSS_BASIS[data['loss']], 'zh')}。",
    }
    made = parts.blank(taken.occasion, taken.case, kind)
    begun = steps.begin(taken.occasion, made, "file_claim", filed, kind.make)
    retrieval.flags = {**retrieval.flags, "claim": begun.part.serial if begun.part else None}


RETRIEVAL_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "record_retrieval_terms": record_retrieval_terms,
    "record_retrieval_refusal": record_retrieval_refusal,
    "record_retrieval_suit": record_retrieval_suit,
    "record_hand_over": record_hand_over,
    "turn_to_proceeds": turn_to_proceeds,
    "ask_for_price": ask_for_price,
    "record_price_paid": record_price_paid,
    "record_loss": record_loss,
}
