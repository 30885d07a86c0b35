"""Guards of debts that arise from a retrieval: goods in transit, losses (EBL 39; I2-30, 31, 37)."""

from models.retrieval import Retrieval
from models.spending import Spending
from models.vocabulary import RetainedContract, RetrievalGround, RetrievalLoss, SpendingState
from workflows.calculations.money import yuan
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

G, L = RetrievalGround, RetrievalLoss
ENDED = frozenset(
    state.value for state in (SpendingState.REFUSED, SpendingState.DROPPED, SpendingState.RETURNED)
)
"""States of a spending that will not be paid any more."""


def price_is_owed(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """EBL 39: paid is what is still owed of the price."""
    if retrieval.price_unpaid_fen:
        return None
    return Obstacle("price_is_paid", Text("价款已经全部付清，没有需要支付的价款。"), cite("EBL 39"))


def keeping_is_reported(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """EBL 69(1)④: performing an executory contract is reported, at the latest on the day of the decision."""
    if attempt.data["reported_on"] <= attempt.on:
        return None
    return Obstacle(
        "not_reported",
        Text("报告日期不得晚于行为日期；付清价款应当先向债权人委员会或者法院报告。"),
        cite("EBL 69(1)④", "EBL 69(2)"),
    )


def spending_for_goods(retrieval: Retrieval) -> Spending | None:
    """The spending that is to pay the price of goods in transit."""
    serial = retrieval.flags.get("price_spending")
    return next((one for one in retrieval.spendings if one.serial == serial), None)


def price_was_paid(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """EBL 39: the goods are asked for once the whole price is paid."""
    spending = spending_for_goods(retrieval)
    paid = spending.paid_fen - spending.returned_fen if spending else 0
    if paid >= retrieval.price_unpaid_fen:
        return None
    return Obstacle(
        "price_not_paid",
        Text(
            "尚欠价款{owed}元，第{serial}号支出已支付{paid}元；请先批准并付清该项支出。",
            owed=yuan(retrieval.price_unpaid_fen),
            serial=spending.serial if spending else 0,
            paid=yuan(paid),
        ),
        cite("EBL 39"),
    )


def price_will_not_be_paid(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """EBL 39: as long as the price is to be paid, the seller waits."""
    spending = spending_for_goods(retrieval)
    if spending is None or spending.state in ENDED:
        return None
    return Obstacle(
        "price_is_being_paid",
        Text("请先将第{serial}号支出“不再支付”或者登记款项退回。", serial=spending.serial),
        cite("EBL 39"),
    )


def day_of_loss_fits_the_sale(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """I2-30, 31: what was sold in this case was transferred on the day of that sale, after the acceptance."""
    asset, data = retrieval.asset, attempt.data
    transferred = data["loss"] in {L.GOOD_FAITH, L.PRICE_PAID}
    if asset is None or asset.sold_on is None or not transferred or data["lost_on"] == asset.sold_on:
        return None
    return Obstacle(
        "sold_on_another_day",
        Text(
            "第{serial}号财产在本案中于{day}变价，转让日期应为该日；受理后的转让为共益债务。",
            serial=asset.serial,
            day=asset.sold_on,
        ),
        cite("I2 30", "I2 31"),
    )


def price_is_of_a_continued_sale(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """I2-37(3): the rest of a price is owed under a sale with retention of title that goes on."""
    continued = retrieval.ground == G.RETENTION and retrieval.contract == RetainedContract.CONTINUED
    if attempt.data["loss"] != L.PRICE_OWED or continued:
        return None
    return Obstacle(
        "not_a_continued_sale",
        Text("只有管理人决定继续履行的所有权保留买卖，出卖人才能要求付清价款。"),
        cite("I2 37(3)"),
    )


def loss_is_something(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """EBL 42: what is owed is a sum."""
    if attempt.data["loss_fen"] > 0:
        return None
    return Obstacle("nothing_is_owed", Text("损失或者价款须大于零。"), cite("I2 30"))
