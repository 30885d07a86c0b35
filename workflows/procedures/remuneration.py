"""管理人报酬: from the plan to the final amount, with objections and changes. Source: AR 2 to 18."""

from models.vocabulary import LegalActor, RemunerationState
from workflows.engine import Procedure
from workflows.guards import remuneration as guards
from workflows.guards import remuneration_amounts as amounts
from workflows.guards import remuneration_payments as payments
from workflows.guards.application import panel_is_formed
from workflows.guards.parts import of_its_case
from workflows.law.citations import cite
from workflows.payloads import remuneration as payloads
from workflows.payloads import remuneration_payments as paid
from workflows.payloads.base import WithReason, WithRemark
from workflows.procedures.liquidation_terms import BENCH, SYSTEM, WITH_ADMINISTRATOR
from workflows.procedures.remuneration_objection import OBJECTION_ROWS
from workflows.procedures.remuneration_plan import PLAN_ROWS, D, K, S, told
from workflows.text import Text
from workflows.transition import Issues, Transition

FINAL_ROWS = (
    Transition(
        name="record_hired_agency",
        label=Text("登记聘用的机构、人员"),
        sources=(S.PLANNED, S.OBJECTED, S.FIXED),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("AR 14"),
        payload=paid.AgencyHired,
        checks=(payments.hired_agency_is_paid_by_whom_the_law_says,),
        does=("record_hired_agency",),
    ),
    Transition(
        name="fix_remuneration",
        label=Text("确定最终报酬"),
        sources=(S.PLANNED,),
        target=S.FIXED,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("AR 2", "AR 10", "AR 16"),
        payload=payloads.RemunerationFixed,
        guards=(guards.case_has_an_estate, of_its_case(panel_is_formed)),
        checks=(
            amounts.amount_is_within_the_cap,
            amounts.amount_follows_the_plan,
            amounts.amount_covers_what_is_bound,
        ),
        documents=(Issues(kind=K.REMUNERATION_DECISION),),
        serves=told(K.REMUNERATION_DECISION),
        does=("fix_remuneration",),
        note=Text("最终确定的报酬及收取情况应当列入破产财产分配方案。"),
    ),
    Transition(
        name="return_remuneration",
        label=Text("退回多付的报酬"),
        sources=(S.FIXED,),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("AR 2(1)", "AR 10"),
        payload=paid.RemunerationReturned,
        checks=(amounts.returned_was_too_much,),
        does=("return_remuneration",),
        note=Text("最终清偿的财产少于预测，已付的报酬超过最终确定的数额的，退回债务人财产。"),
    ),
    Transition(
        name="settle_remuneration",
        label=Text("报酬付清"),
        sources=(S.FIXED,),
        target=S.SETTLED,
        actor=LegalActor.SYSTEM,
        recorded_by=SYSTEM,
        basis=cite("AR 12(1)"),
        payload=WithRemark,
    ),
    Transition(
        name="forgo_remuneration",
        label=Text("不再收取报酬"),
        sources=(S.PLANNED, S.FIXED),
        target=S.FORGONE,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("AR 12(2)", "EBL 43(4)"),
        payload=WithReason,
        guards=(amounts.nothing_is_bound,),
        cancels=(D.REM_NOTIFY, D.REM_CHANGE_NOTIFY, D.REM_CHANGE_REPORT),
        note=Text("例如债务人财产不足以支付，管理人放弃报酬。"),
    ),
)

REMUNERATION = Procedure(
    name="remuneration",
    label=Text("管理人报酬"),
    states=RemunerationState,
    terminal=(S.SETTLED, S.FORGONE),
    transitions=(*PLAN_ROWS, *OBJECTION_ROWS, *FINAL_ROWS),
)
