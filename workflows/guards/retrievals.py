"""Guards of retrievals: EBL 38, 39, 76; I2-26 to 40."""

from models.retrieval import Retrieval
from models.vocabulary import AssetState, LiquidationState, RetainedContract, RetrievalGround
from workflows.calculations.money import yuan
from workflows.law.citations import cite
from workflows.law.thresholds import BUYER_HAS_PAID
from workflows.procedures.liquidation_terms import RUNNING
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

G, C = RetrievalGround, RetainedContract
NOT_THERE = frozenset(state.value for state in (AssetState.SOLD, AssetState.PAID, AssetState.DISTRIBUTED))
"""What becomes of a thing that went to somebody else."""


def case_is_going_on(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """EBL 38: property is retrieved through the administrator while the case goes on."""
    if retrieval.case.state in {state.value for state in RUNNING}:
        return None
    return Obstacle(
        "case_is_over", Text("本案程序已经结束，或者已经最后分配，不能再向管理人主张取回。"), cite("EBL 38")
    )


def contract_is_decided(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """I2-34: a sale under retention of title is continued or rescinded first."""
    if retrieval.ground != G.RETENTION or retrieval.contract != C.NONE:
        return None
    return Obstacle(
        "contract_undecided",
        Text("所有权保留买卖合同为双方均未履行完毕的合同，管理人应先决定继续履行或者解除。"),
        cite("EBL 18", "I2 34"),
    )


def is_continued_sale(retrieval: Retrieval) -> bool:
    """Whether I2-37 governs: a sale under retention of title that the administrator goes on with."""
    return retrieval.ground == G.RETENTION and retrieval.contract == C.CONTINUED


def contract_was_broken(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """I2-37(2): while the administrator pays and disposes of nothing, the seller retrieves nothing."""
    if not is_continued_sale(retrieval) or retrieval.breached:
        return None
    return Obstacle(
        "contract_kept",
        Text("合同继续履行，管理人没有未及时付款或者不当处分的情形，出卖人不能取回。"),
        cite("I2 37(1)", "I2 37(2)"),
    )


def less_than_three_quarters_paid(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """I2-37(2): no retrieval once 75% or more of the whole price is paid."""
    price, paid = retrieval.price_fen or 0, retrieval.paid_fen or 0
    if not is_continued_sale(retrieval) or not BUYER_HAS_PAID.reached(paid, price):
        return None
    return Obstacle(
        "three_quarters_paid",
        Text(
            "已付价款{paid}元，总价款{price}元，已达百分之七十五（{needed}元），不能取回；出卖人可以要求付清余款，为共益债务。",
            paid=yuan(paid),
            price=yuan(price),
            needed=yuan(BUYER_HAS_PAID.needs(price)),
        ),
        BUYER_HAS_PAID.basis,
    )


def no_third_party_owns_it(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """I2-30, 37(2): nothing is retrieved from under a third party who acquired in good faith."""
    if not retrieval.third_party_good_faith:
        return None
    return Obstacle(
        "third_party_owns_it",
        Text("第三人已经善意取得，原物不能取回；请登记为损失，依法定性质受偿。"),
        cite("I2 30", "I2 37(2)", "CC 311"),
    )


def price_is_not_paid(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """EBL 39: the seller stops goods in transit only while the price is not wholly paid."""
    if retrieval.ground != G.IN_TRANSIT or (retrieval.paid_fen or 0) < (retrieval.price_fen or 0):
        return None
    return Obstacle("price_is_paid", Text("价款已经全部付清，出卖人不能取回在途标的物。"), cite("EBL 39"))


def asserted_in_transit(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """I2-39: asserted before the goods reached the administrator; not thereafter."""
    if retrieval.ground != G.IN_TRANSIT or retrieval.asserted_before_arrival:
        return None
    return Obstacle(
        "asserted_too_late",
        Text("标的物到达管理人之前没有向承运人、占有人或者管理人主张，到达之后不应准许取回。"),
        cite("I2 39(2)"),
    )


def agreed_conditions_are_met(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """EBL 76, I2-40: during reorganization what the debtor holds lawfully comes back as was agreed."""
    in_reorganization = retrieval.case.state == LiquidationState.RO_PERIOD.value
    held = retrieval.lawfully_held and retrieval.ground in {G.GENERAL, G.RETENTION}
    if not in_reorganization or not held or retrieval.contract == C.RESCINDED:
        return None
    if retrieval.conditions_met or retrieval.endangered:
        return None
    return Obstacle(
        "agreed_conditions_not_met",
        Text(
            "重整期间取回债务人合法占有的财产，应当符合事先约定的条件；管理人或者自行管理的债务人违反约定、可能使取回物受损的除外。"
        ),
        cite("EBL 76", "I2 40"),
    )


def property_is_still_there(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """I2-29, 32: what was turned into money is retrieved as its proceeds, not as the thing."""
    asset = retrieval.asset
    if asset is None or retrieval.ground == G.PROCEEDS or asset.state not in NOT_THERE:
        return None
    return Obstacle(
        "property_is_sold",
        Text(
            "第{serial}号财产已经变价；变价款已提存的，就变价款主张取回，否则登记为损失。",
            serial=asset.serial,
        ),
        cite("I2 29", "I2 30"),
    )


def judgment_is_respected(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """I2-27(2): a judgment or award in force is not refused because it is held to be wrong."""
    if not retrieval.by_judgment or not attempt.data["holds_judgment_wrong"]:
        return None
    return Obstacle(
        "judgment_not_respected",
        Text("权利人依据生效法律文书主张取回的，不得以该文书错误为由拒绝。"),
        cite("I2 27(2)"),
    )


def only_late_owners_bear_delay(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """I2-26: the costs of delay are borne by who claims after the plan was put to the vote."""
    if not attempt.data["delay_costs_fen"] or retrieval.flags.get("late"):
        return None
    return Obstacle(
        "not_late",
        Text("权利人在变价方案或者草案提交表决前主张取回，不承担延迟行使增加的费用。"),
        cite("I2 26"),
    )


def goods_are_in_transit(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """EBL 39: only goods in transit are kept by paying the whole price."""
    if retrieval.ground == G.IN_TRANSIT:
        return None
    return Obstacle("not_in_transit", Text("只有在途标的物可以付清价款后要求交付。"), cite("EBL 39"))


def loss_has_happened(retrieval: Retrieval, attempt: Attempt) -> Obstacle | None:
    """I2-30 to 32: the day of the loss decides what the claim is; it is not in the future."""
    if attempt.data["lost_on"] <= attempt.on:
        return None
    return Obstacle(
        "loss_in_future", Text("转让、毁损、灭失的日期不得晚于行为日期。"), cite("I2 30", "I2 32")
    )
