"""Guards of things that stand for shares and are not taken: refused, laid aside, sold (EBL 114, 118).

No text speaks of a thing in kind that its creditor refuses. DESIGN: it is laid aside for him as a share that
was not collected; if it is sold, what it brought takes its place, up to its value in the plan.
"""

from models.case import Case
from models.payment import Payment
from models.vocabulary import AssetState, LedgerAccount, PaymentState
from workflows.contents import contents_of
from workflows.guards.double_entries import once
from workflows.guards.payments import named_that_stand_so, numbers_of
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

BASIS = cite("EBL 114", "EBL 118", "DESIGN")


def given(attempt: Attempt) -> Payment | None:
    """The payment for which the thing that is named stands."""
    return contents_of(attempt).given_in_kind(attempt.data["asset_serial"])


def a_thing_was_given(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 114: refused is what stands for a share in kind."""
    if contents_of(attempt).payments_in(PaymentState.IN_KIND):
        return None
    return Obstacle("no_thing_given", Text("没有以实物分配的分配额。"), cite("EBL 114"))


def thing_may_be_refused(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 114: a thing that stands for a share can be refused until it is handed over.

    What its creditor has paid above his share is kept for him, and is no distribution that could be waived.
    """
    payment = given(attempt)
    if payment is None or payment.asset is None or payment.state != PaymentState.IN_KIND:
        return Obstacle(
            "not_given_in_kind", Text("该财产没有作价抵作债权人的分配额，或者已经提存。"), cite("EBL 114")
        )
    if payment.asset.state == AssetState.DISTRIBUTED:
        return Obstacle("thing_handed_over", Text("该财产已经交付，不能再拒绝受领。"), cite("EBL 114"))
    return None


def a_thing_is_laid_aside(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 118: sold in his place is what its creditor has not taken."""
    if contents_of(attempt).things_laid_aside():
        return None
    return Obstacle("no_thing_laid_aside", Text("没有债权人拒绝受领而提存的实物。"), cite("EBL 118"))


def thing_is_laid_aside(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 118: sold is the thing that was refused, for something."""
    payment = given(attempt)
    if payment is None or payment.state != PaymentState.DEPOSITED:
        return Obstacle(
            "thing_not_laid_aside", Text("该财产不是债权人拒绝受领而提存的实物。"), cite("EBL 118")
        )
    if attempt.data["received_fen"] > 0:
        return None
    return Obstacle("nothing_received", Text("到账金额应当大于零。"), cite("EBL 25(1)⑥"))


def deposit_of_bidder_is_booked_once(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 112: a bidder's deposit that stands on the account becomes price; it does not come in again."""
    return once(LedgerAccount.DEPOSITS, attempt.data["received_fen"], attempt)


def things_are_sold_before_the_others_get_them(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 114, 118: the others are given money; a thing that was waived is sold first."""
    if attempt.data["to_creditor"]:
        return None
    found, _ = named_that_stand_so(attempt, PaymentState.DEPOSITED)
    things = [payment for payment in found if payment.asset_id is not None]
    if not things:
        return None
    return Obstacle(
        "thing_is_not_sold",
        Text(
            "付款第{numbers}号提存的是实物；请先登记“变卖拒绝受领的实物”，再以所得价款分配给其他债权人。",
            numbers=numbers_of(things),
        ),
        BASIS,
    )
