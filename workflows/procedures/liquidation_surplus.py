"""破: what is left when every claim is paid goes to the investors. Source: CL 236(2), (3); EBL 113."""

from models.vocabulary import DocumentKind, LegalActor, RecipientKind
from workflows.guards import surplus as guards
from workflows.law.citations import cite
from workflows.payloads.investors import SurplusGiven
from workflows.procedures.liquidation_terms import AFTER_FINAL, WITH_ADMINISTRATOR, S
from workflows.text import Text
from workflows.transition import Issues, Serves, Transition

SURPLUS_ROWS = (
    Transition(
        name="distribute_surplus",
        label=Text("向出资人分配剩余财产"),
        sources=(S.LQ_DECLARED, *AFTER_FINAL),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("CL 236(2)", "CL 236(3)", "EBL 113(1)"),
        payload=SurplusGiven,
        guards=(guards.investors_are_listed, guards.nobody_comes_before),
        checks=(guards.surplus_is_there,),
        does=("distribute_surplus",),
        documents=(Issues(kind=DocumentKind.SURPLUS_NOTICE),),
        serves=(Serves(document=DocumentKind.SURPLUS_NOTICE, on=RecipientKind.INVESTORS),),
        note=Text(
            "各顺位债权（包括提存的份额）全部清偿仍有剩余的，按实缴出资或者股份分配；没有债权需要分配的，"
            "不需要分配方案和最后分配；"
            "受理后的利息是否先付，由人民法院决定。"
        ),
    ),
)
