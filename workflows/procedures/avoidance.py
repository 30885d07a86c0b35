"""撤销与追收: acts of the debtor set aside, and what comes back. Source: EBL 31 to 36; I2-9 to 17, 24, 36."""

from models.vocabulary import (
    AvoidanceGround,
    AvoidanceState,
    DocumentKind,
    LegalActor,
    RecipientKind,
)
from workflows.engine import Procedure
from workflows.guards import avoidances as guards
from workflows.guards import counterparties
from workflows.law.citations import cite
from workflows.law.counterparty import COUNTERPARTY_BASIS
from workflows.payloads import avoidance as payloads
from workflows.payloads.base import WithReason
from workflows.procedures.liquidation_terms import WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Issues, Serves, Transition

S, G, K = AvoidanceState, AvoidanceGround, DocumentKind
NOTICES = {
    K.SECURITY_REVOCATION_NOTICE: (G.NEW_SECURITY,),
    K.OFFICER_RETURN_NOTICE: (G.ABNORMAL_INCOME,),
    K.CAPITAL_CALL_NOTICE: (G.UNPAID_CAPITAL,),
    K.RECOVERY_NOTICE: (
        G.GIFT,
        G.UNREASONABLE,
        G.PREPAYMENT,
        G.WAIVER,
        G.PREFERENCE,
        G.CONCEALMENT,
        G.FICTITIOUS,
    ),
}
"""Which notice a demand goes out with, by its ground (forms M-17 to M-20)."""

AVOIDANCE = Procedure(
    name="avoidance",
    label=Text("撤销与追收"),
    states=AvoidanceState,
    terminal=(S.RECOVERED, S.DISMISSED, S.DROPPED),
    transitions=(
        Transition(
            name="find_act",
            label=Text("登记可撤销、无效的行为"),
            sources=(),
            target=S.FOUND,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 31", "EBL 32", "EBL 33", "EBL 35", "EBL 36", "I2 10", "I2 24(1)", "I2 36(1)"),
            payload=payloads.ActFound,
            guards=(guards.may_be_pursued,),
            checks=(
                guards.act_was_before_acceptance,
                guards.anchor_came_before_acceptance,
                guards.act_is_within_look_back,
                guards.debtor_was_insolvent,
                guards.income_was_taken_while_insolvent,
                guards.income_is_of_a_kind,
                guards.no_exception_applies,
            ),
            note=Text("追溯期自受理破产申请之日向前计算：第三十一条为一年，第三十二条为六个月。"),
        ),
        Transition(
            name="demand_return",
            label=Text("要求返还"),
            sources=(S.FOUND,),
            target=S.DEMANDED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 34", "EBL 35", "EBL 36"),
            payload=payloads.Demanded,
            documents=tuple(
                Issues(kind=kind, when=guards.on_ground(*grounds)) for kind, grounds in NOTICES.items()
            ),
            serves=tuple(Serves(document=kind, on=RecipientKind.COUNTERPARTY) for kind in NOTICES),
            does=("record_demand",),
        ),
        Transition(
            name="sue_for_return",
            label=Text("提起撤销、确认无效之诉"),
            sources=(S.FOUND, S.DEMANDED),
            target=S.SUED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 31", "EBL 32", "EBL 34", "I2 9(1)"),
            payload=payloads.ReturnSued,
            does=("record_return_suit",),
        ),
        Transition(
            name="set_aside",
            label=Text("裁判撤销或者确认无效"),
            sources=(S.SUED,),
            target=S.AVOIDED,
            actor=LegalActor.COURT,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 31", "EBL 32", "EBL 33", "EBL 34"),
            payload=payloads.ReturnWon,
            does=("record_return_won",),
            note=Text(
                "撤销以不合理价格进行的交易的，应当返还相对人的价款为共益债务（解释二第十一条第二款）。"
            ),
        ),
        Transition(
            name="lose_return",
            label=Text("裁判未予支持"),
            sources=(S.SUED,),
            target=S.DISMISSED,
            actor=LegalActor.COURT,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 31", "EBL 32", "EBL 33"),
            payload=WithReason,
        ),
        Transition(
            name="take_back",
            label=Text("追回财产"),
            sources=(S.DEMANDED, S.AVOIDED),
            target=S.RECOVERED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 34"),
            payload=payloads.PropertyReturned,
            does=("take_back",),
            note=Text(
                "追回的财产随即登记为债务人财产；相对人因返还有债权或者应退价款的，下一步“登记相对人的债权、债务”。"
            ),
        ),
        Transition(
            name="answer_counterparty",
            label=Text("登记相对人的债权、债务"),
            sources=(S.RECOVERED,),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=COUNTERPARTY_BASIS,
            payload=payloads.CounterpartyAnswered,
            guards=(
                counterparties.counterparty_gets_something,
                counterparties.counterparty_is_answered_once,
            ),
            checks=(counterparties.figures_of_the_ground_are_there,),
            does=("answer_counterparty",),
            note=Text(
                "应退的价款随即登记为待批准的共益债务；债权随即申报或者列入职工债权。已登记的撤回、不再支付后才能重新登记。"
            ),
        ),
        Transition(
            name="drop_act",
            label=Text("不再追究"),
            sources=(S.FOUND, S.DEMANDED),
            target=S.DROPPED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 27", "I2 13"),
            payload=WithReason,
            note=Text(
                "管理人不行使的，债权人对无偿转让、不合理价格、放弃债权可以自行起诉，追回的财产归入债务人财产。"
            ),
        ),
    ),
)
