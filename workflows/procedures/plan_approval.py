"""申请批准重整计划草案: asked for although a class refused the plan. Source: EBL 87(2); money section 9.

Kept are the application and what its conditions come to. The ruling of EBL 87(3) moves the reorganization,
whose states the case does not have yet: no step of it stands here.
"""

from models.vocabulary import LegalActor, PlanApprovalState
from workflows.engine import Procedure
from workflows.guards import plan_approval as guards
from workflows.guards.meetings import case_goes_on
from workflows.law.citations import cite
from workflows.payloads.base import WithReason
from workflows.payloads.plan_approval import ApprovalAsked
from workflows.procedures.liquidation_terms import WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Transition

S = PlanApprovalState

PLAN_APPROVAL = Procedure(
    name="plan_approval",
    label=Text("申请批准重整计划草案"),
    states=PlanApprovalState,
    terminal=(S.WITHDRAWN,),
    transitions=(
        Transition(
            name="ask_for_approval",
            label=Text("申请批准部分表决组未通过的重整计划草案"),
            sources=(),
            target=S.FILED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 87(1)", "EBL 87(2)"),
            payload=ApprovalAsked,
            guards=(
                case_goes_on,
                guards.some_class_has_lost,
                guards.no_class_is_voting,
                guards.no_second_vote_is_open,
                guards.some_class_has_passed,
                guards.no_application_is_pending,
            ),
            does=("weigh_conditions",),
            note=Text(
                "六项条件逐项写明；清算清偿比例按本案债权表和财产当日计算，随申请保存。"
                "是否批准由人民法院审查，批准、不批准的裁定尚不在系统内记录。"
            ),
        ),
        Transition(
            name="withdraw_application",
            label=Text("撤回批准申请"),
            sources=(S.FILED,),
            target=S.WITHDRAWN,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 87(2)"),
            payload=WithReason,
        ),
    ),
)
