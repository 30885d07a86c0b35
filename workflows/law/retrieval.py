"""What becomes of property of others that the debtor holds (EBL 38, 39, 76; I2-30 to 32, 38)."""

from dataclasses import dataclass
from datetime import date

from models.vocabulary import ClaimClass, CommonGround, RetrievalLoss
from workflows.calculations.money import yuan
from workflows.law.citations import Citation, cite
from workflows.text import Text

RETRIEVAL_FINDINGS = (
    "contract",
    "price_fen",
    "paid_fen",
    "breached",
    "third_party_good_faith",
    "asserted_before_arrival",
    "lawfully_held",
    "conditions_met",
    "endangered",
    "kept_apart",
)
"""What decides whether property may be retrieved."""
LOSS_BASIS: dict[RetrievalLoss, tuple[Citation, ...]] = {
    RetrievalLoss.GOOD_FAITH: cite("I2 30", "CC 311"),
    RetrievalLoss.PRICE_PAID: cite("I2 31", "CC 311"),
    RetrievalLoss.DESTROYED: cite("I2 32(2)", "I2 32(3)"),
    RetrievalLoss.PRICE_OWED: cite("I2 37(3)"),
}

COMMON_GROUND: dict[RetrievalLoss, CommonGround] = {
    RetrievalLoss.GOOD_FAITH: CommonGround.TRANSFERRED,
    RetrievalLoss.PRICE_PAID: CommonGround.THIRD_PARTY,
    RetrievalLoss.DESTROYED: CommonGround.DESTROYED,
    RetrievalLoss.PRICE_OWED: CommonGround.SELLER_HARMED,
}
"""By which provision a loss after the acceptance is a debt of common benefit."""
BY_FAULT = frozenset({RetrievalLoss.GOOD_FAITH, RetrievalLoss.DESTROYED})
"""Losses that are of I2-33(1) where they were caused by intent or gross fault."""


def common_ground(loss: RetrievalLoss | None, *, by_fault: bool) -> CommonGround:
    """The provision: of a rescinded sale the loss in value, of a loss by fault I2-33(1), else its own."""
    if loss is None:
        return CommonGround.VALUE_LOST
    return CommonGround.FAULT if by_fault and loss in BY_FAULT else COMMON_GROUND[loss]


def class_of_loss(
    loss: RetrievalLoss, lost_on: date, accepted_on: date, *, by_administration: bool
) -> ClaimClass | None:
    """Before the acceptance an ordinary claim, from that day on a debt of common benefit (I2-30 to 32).

    After the acceptance the owner has it only for what was done in the course of administration; where a
    third party has paid the price, that does not matter (I2-31②). What the administrator owes of a sale that
    he continues is always common (I2-37(3)). None if the law gives nothing.
    """
    if loss == RetrievalLoss.PRICE_OWED:
        return ClaimClass.CBD
    if lost_on < accepted_on:
        return ClaimClass.ORD
    if by_administration or loss == RetrievalLoss.PRICE_PAID:
        return ClaimClass.CBD
    return None


@dataclass(frozen=True, slots=True)
class PriceBack:
    """What the seller pays back, and what of his loss the price does not cover. Sums in fen."""

    refund_fen: int
    uncovered_fen: int
    working: tuple[Text, ...]


def price_back(paid_fen: int, value_loss_fen: int) -> PriceBack:
    """A rescinded sale: the price less the loss in value; what is not covered is common debt (I2-38(2))."""
    refund, uncovered = max(0, paid_fen - value_loss_fen), max(0, value_loss_fen - paid_fen)
    return PriceBack(
        refund,
        uncovered,
        (
            Text(
                "买受人已付价款{paid}元，标的物价值减损{loss}元，优先抵扣。",
                paid=yuan(paid_fen),
                loss=yuan(value_loss_fen),
            ),
            Text(
                "出卖人应返还{refund}元；不足弥补的{rest}元为共益债务。",
                refund=yuan(refund),
                rest=yuan(uncovered),
            ),
        ),
    )
