"""连带关系人: who else owes or claims a debt, and what the creditor got from him (EBL 50 to 52; I3-5)."""

from models.vocabulary import JointPartyState, LegalActor
from workflows.engine import Procedure
from workflows.guards import one_debt as guards
from workflows.law.citations import cite
from workflows.payloads import joint_parties as payloads
from workflows.payloads.base import WithReason
from workflows.procedures.liquidation_terms import SYSTEM, WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Transition

S = JointPartyState

JOINT_PARTY = Procedure(
    name="joint_party",
    label=Text("连带关系人"),
    states=JointPartyState,
    terminal=(S.STRUCK,),
    transitions=(
        Transition(
            name="name_joint_party",
            label=Text("列明连带关系人"),
            sources=(),
            target=S.NAMED,
            actor=LegalActor.CREDITOR,
            recorded_by=WITH_ADMINISTRATOR | SYSTEM,
            basis=cite("EBL 49", "EBL 50", "EBL 51", "EBL 52"),
            payload=payloads.JointPartyNamed,
            checks=(guards.named_claim_stands,),
            note=Text("连带债务人、保证人、提供物的担保的第三人和其他连带债权人逐一列明。"),
        ),
        Transition(
            name="record_own_bankruptcy",
            label=Text("登记其进入破产程序"),
            sources=(S.NAMED,),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 52", "I3 5(1)"),
            payload=payloads.OwnBankruptcy,
            does=("record_own_bankruptcy",),
            note=Text("债权人可以就全部债权分别申报，受偿总额不得超过债权总额；保证人履行后不再享有求偿权。"),
        ),
        Transition(
            name="record_joint_receipt",
            label=Text("登记债权人从其受偿"),
            sources=(S.NAMED,),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("I3 5(2)", "SG 23(2)"),
            payload=payloads.ReceivedFromJoint,
            guards=(guards.he_owes_the_debt,),
            checks=(guards.received_since_the_acceptance,),
            does=("record_joint_receipt",),
            note=Text("受理以后的受偿不减少本案的债权额，只限制受偿总额。"),
        ),
        Transition(
            name="strike_joint_receipt",
            label=Text("更正受偿登记"),
            sources=(S.NAMED,),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("I3 5(2)"),
            payload=payloads.ReceiptStruck,
            checks=(guards.receipt_stands,),
            does=("strike_joint_receipt",),
            note=Text("登记错误的一项作废，留有记录；需要的重新登记。"),
        ),
        Transition(
            name="strike_joint_party",
            label=Text("撤销连带关系人"),
            sources=(S.NAMED,),
            target=S.STRUCK,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 57(1)"),
            payload=WithReason,
            guards=(guards.nothing_hangs_on_him,),
        ),
    ),
)
