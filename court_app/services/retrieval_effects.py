"""What the steps of a retrieval do: costs, the asset that is released, the claim instead (EBL 38)."""

from collections.abc import Callable
from typing import Any, cast

from court_app.services import parts, steps
from court_app.services.steps import Taken
from models import Retrieval
from models.vocabulary import AssetState, ClaimClass, RetainedContract, RetrievalGround, RetrievalLoss
from workflows.calculations.money import plain, yuan
from workflows.law.citations import together
from workflows.law.retrieval import LOSS_BASIS, class_of_loss, price_back
from workflows.text import Text, freeze


def retrieval_of(taken: Taken) -> Retrieval:
    """The retrieval whose step it is."""
    return cast(Retrieval, taken.subject)


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
    retrieval.received_by, retrieval.costs_paid_fen = data["received_by"], data["costs_paid_fen"]
    retrieval.handed_over_on = taken.on
    if asset is None or retrieval.ground == RetrievalGround.PROCEEDS:
        return
    if asset.state != AssetState.RELEASED.value:
        released: dict[str, Any] = {
            "effective_on": taken.on.isoformat(),
            "reason": f"{retrieval.owner}取回（取回权第{retrieval.serial}号）。",
        }
        steps.take(taken.occasion, asset, "release", released, version=None)


def record_price_paid(taken: Taken) -> None:
    """The whole price is paid now."""
    retrieval = retrieval_of(taken)
    retrieval.paid_fen = (retrieval.paid_fen or 0) + taken.data["paid_fen"]


def record_loss(taken: Taken) -> None:
    """What is owed instead of the thing, by the day of the loss; an ordinary claim is filed at once."""
    retrieval, data, accepted = retrieval_of(taken), taken.data, taken.case.accepted_on
    loss: RetrievalLoss = data["loss"]
    retrieval.loss, retrieval.lost_on, retrieval.loss_fen = loss, data["lost_on"], data["loss_fen"]
    if accepted is None:
        return
    retrieval.loss_class = class_of_loss(
        loss, data["lost_on"], accepted, by_administration=data["by_administration"]
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
    "record_price_paid": record_price_paid,
    "record_loss": record_loss,
}
