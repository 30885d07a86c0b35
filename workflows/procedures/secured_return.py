"""担保债权付款退回: a payment out of collateral that the bank sent back, until its creditor has it.

Source: EBL 109. No text speaks of its return: DESIGN, on the pattern of shares (EBL 116, 118). The two months
of EBL 118 are those of shares of a distribution, so what is laid aside here is not waived (a reading).
"""

from models.vocabulary import LegalActor, SecuredReturnState
from workflows.engine import Procedure
from workflows.guards import secured_returns as guards
from workflows.law.citations import cite
from workflows.payloads import secured_returns as payloads
from workflows.procedures.liquidation_terms import WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Transition

S = SecuredReturnState
BASIS = cite("EBL 109", "DESIGN")

SECURED_RETURN = Procedure(
    name="secured_return",
    label=Text("担保债权付款退回"),
    states=SecuredReturnState,
    terminal=(),
    transitions=(
        Transition(
            name="record_secured_return",
            label=Text("登记担保债权付款被银行退回"),
            sources=(),
            target=S.RETURNED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=BASIS,
            payload=payloads.SecuredReturned,
            guards=(guards.account_is_kept,),
            checks=(guards.a_secured_claim_was_paid,),
            does=("book_secured_return",),
            note=Text("款项重新记入银行存款，仍为该债权人留存；更正账户后再次支付，或者提存。"),
        ),
        Transition(
            name="pay_secured_again",
            label=Text("再次支付"),
            sources=(S.RETURNED,),
            target=S.PAID,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=BASIS,
            payload=payloads.PaidAgain,
            checks=(guards.account_is_another,),
            does=("pay_secured_again",),
        ),
        Transition(
            name="lay_secured_aside",
            label=Text("提存"),
            sources=(S.RETURNED,),
            target=S.KEPT,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=BASIS,
            payload=payloads.LaidAside,
            does=("lay_secured_aside",),
            note=Text(
                "债权人下落不明或者不提供账户的，为其提存；不适用破产财产分配额满二个月视为放弃的规定。"
            ),
        ),
        Transition(
            name="pay_what_was_kept",
            label=Text("债权人领取提存款"),
            sources=(S.KEPT,),
            target=S.PAID,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=BASIS,
            payload=payloads.PaidAgain,
            checks=(guards.account_is_another,),
            does=("pay_what_was_kept",),
        ),
        Transition(
            name="record_return_again",
            label=Text("再次退回"),
            sources=(S.PAID,),
            target=S.RETURNED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=BASIS,
            payload=payloads.ReturnedAgain,
            does=("book_return_again",),
        ),
    ),
)
