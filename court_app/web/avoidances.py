"""What is peculiar to acts that were set aside on pages: which figures their ground needs after a return."""

from typing import Any

from models import Avoidance
from models.vocabulary import AvoidanceGround
from workflows.law.counterparty import PRICES

ANSWER = "answer_counterparty"
OF_PRICES = ("price_fen",)
OF_INCOME = ("income", "average_wage_fen", "months", "publicised_on")
OF_SALES, OF_CLAIMS = ("performed",), ("creditor_id",)


def not_asked(avoidance: Avoidance) -> tuple[str, ...]:
    """The fields that have nothing to do with the ground of an act."""
    if avoidance.ground not in PRICES:
        return (*OF_PRICES, *OF_SALES)
    sale = avoidance.ground == AvoidanceGround.SELLER_RESCINDS
    return OF_INCOME if sale else (*OF_INCOME, *OF_SALES, *OF_CLAIMS)


def known_of(avoidance: Avoidance) -> dict[str, Any]:
    """What was recorded before."""
    return {"income": avoidance.income}
