"""What the other party of an act gets once everything is back (EBL 113(3); I2-11(2), 24(3), 36(3))."""

from models.vocabulary import AvoidanceGround, CommonGround
from workflows.law.citations import Citation, cite

G = AvoidanceGround
PRICES: dict[AvoidanceGround, CommonGround] = {
    G.UNREASONABLE: CommonGround.PRICE_REFUND,
    G.SELLER_RESCINDS: CommonGround.BUYER_PAID,
}
"""Where the estate owes the price that it has received, and by which provision."""
ANSWERED = frozenset({*PRICES, G.ABNORMAL_INCOME})
"""Grounds after which the counterparty has a claim or a debt of common benefit."""
INCOME_BASIS: tuple[Citation, ...] = cite("I2 24(3)", "EBL 113(3)")
COUNTERPARTY_BASIS: tuple[Citation, ...] = cite("I2 11(2)", "I2 24(3)", "I2 36(3)", "EBL 113(3)")


def basis_of_price(ground: AvoidanceGround) -> tuple[Citation, ...]:
    """Where it stands that the price is owed."""
    return cite(PRICES[ground].value)
