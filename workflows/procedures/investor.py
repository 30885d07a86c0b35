"""出资人: the investors of the debtor, to whom a surplus goes. Source: CL 236(2); DESIGN for the list."""

from models.vocabulary import InvestorState, LegalActor
from workflows.engine import Procedure
from workflows.guards import surplus as guards
from workflows.law.citations import cite
from workflows.payloads.base import WithReason
from workflows.payloads.investors import InvestorListed
from workflows.procedures.liquidation_terms import WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Transition

S = InvestorState

INVESTOR = Procedure(
    name="investor",
    label=Text("出资人"),
    states=InvestorState,
    terminal=(S.STRUCK,),
    transitions=(
        Transition(
            name="list_investor",
            label=Text("登记出资人"),
            sources=(),
            target=S.LISTED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("CL 236(2)", "EBL 35"),
            payload=InvestorListed,
            guards=(guards.nothing_is_given_to_investors,),
            checks=(
                guards.investors_share_one_measure,
                guards.paid_in_is_subscribed,
                guards.number_is_listed_once,
            ),
            note=Text("债权全部清偿后仍有剩余的，按实缴出资或者持有的股份向出资人分配。"),
        ),
        Transition(
            name="correct_investor",
            label=Text("更正出资人"),
            sources=(S.LISTED,),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("CL 236(2)", "EBL 35"),
            payload=InvestorListed,
            guards=(guards.nothing_is_given_to_investors,),
            checks=(
                guards.investors_share_one_measure,
                guards.paid_in_is_subscribed,
                guards.number_is_listed_once,
            ),
            does=("correct_investor",),
        ),
        Transition(
            name="strike_investor",
            label=Text("撤销误登的出资人"),
            sources=(S.LISTED,),
            target=S.STRUCK,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("CL 236(2)"),
            payload=WithReason,
            guards=(guards.nothing_is_given_to_investors,),
        ),
    ),
)
