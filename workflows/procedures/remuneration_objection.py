"""管理人报酬: an objection of the meeting, from the court's desk to its answer (AR 17, 18)."""

from models.vocabulary import LegalActor
from workflows.guards import remuneration_amounts as amounts
from workflows.guards import remuneration_objections as objections
from workflows.guards.application import panel_is_formed
from workflows.guards.parts import of_its_case
from workflows.law.citations import cite
from workflows.payloads import remuneration as payloads
from workflows.payloads.base import WithReason
from workflows.payloads.reports import ObjectionHeard
from workflows.procedures.liquidation_terms import BENCH, TEAM, WITH_ADMINISTRATOR
from workflows.procedures.remuneration_plan import WITHIN_LIMITS, D, K, R, S, told
from workflows.text import Text
from workflows.transition import Issues, Serves, Starts, Transition

OBJECTION_IS_OVER = {"forwarded": None, "explained": None, "heard": None, "objected_from": None}
OBJECTION_ROWS = (
    *(
        Transition(
            name="object_to_remuneration",
            label=Text("债权人会议对报酬提出异议"),
            sources=(source,),
            target=S.OBJECTED,
            actor=LegalActor.MEETING,
            recorded_by=TEAM,
            basis=cite("AR 17", "EBL 61(1)②"),
            payload=payloads.ObjectionMade,
            checks=(objections.meeting_resolved_it,),
            sets={"objected_from": source.value},
            starts=(Starts(kind=D.REM_OBJECTION_TELL), Starts(kind=D.REM_OBJECTION_DECIDE)),
            does=("record_remuneration_objection",),
            note=Text("行为日期为法院收到异议书之日：三日内通知管理人，十日内书面答复。"),
        )
        for source in (S.PLANNED, S.FIXED)
    ),
    Transition(
        name="forward_objection",
        label=Text("将异议通知管理人"),
        sources=(S.OBJECTED,),
        target=None,
        actor=LegalActor.COURT,
        recorded_by=TEAM,
        basis=cite("AR 18(1)"),
        payload=payloads.ObjectionForwarded,
        guards=(objections.was_not_forwarded,),
        sets={"forwarded": True},
        starts=(Starts(kind=D.REM_OBJECTION_REPLY, from_field="received_on"),),
        ends=(D.REM_OBJECTION_TELL,),
    ),
    Transition(
        name="explain_remuneration",
        label=Text("管理人就异议书面说明"),
        sources=(S.OBJECTED,),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("AR 18(1)"),
        payload=payloads.RemunerationExplained,
        guards=(objections.was_forwarded,),
        sets={"explained": True},
        ends=(D.REM_OBJECTION_REPLY,),
    ),
    Transition(
        name="hear_objection",
        label=Text("就报酬异议举行听证会"),
        sources=(S.OBJECTED,),
        target=None,
        actor=LegalActor.COURT,
        recorded_by=TEAM,
        basis=cite("AR 18(2)"),
        payload=ObjectionHeard,
        guards=(objections.administrator_was_told,),
        sets={"heard": True},
        note=Text("认为有必要的，可以举行；不延长十日的答复期限。行为日期为听证之日。"),
    ),
    Transition(
        name="uphold_objection",
        label=Text("异议成立，调整报酬方案"),
        sources=(S.OBJECTED,),
        target=S.PLANNED,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("AR 18(3)", "AR 8", "AR 5(2)"),
        payload=payloads.PlanAdjusted,
        guards=(of_its_case(panel_is_formed), objections.administrator_was_heard),
        checks=(*WITHIN_LIMITS, amounts.plan_covers_what_is_bound),
        sets={**OBJECTION_IS_OVER, "change_to_report": True},
        starts=(Starts(kind=D.REM_CHANGE_NOTIFY),),
        ends=(D.REM_OBJECTION_DECIDE, D.REM_OBJECTION_TELL, D.REM_OBJECTION_REPLY),
        documents=(Issues(kind=K.REMUNERATION_CHANGE_NOTICE),),
        serves=(
            *told(K.REMUNERATION_CHANGE_NOTICE, within=D.REM_CHANGE_NOTIFY, starts=D.REM_CHANGE_REPORT),
            Serves(document=K.REMUNERATION_CHANGE_NOTICE, on=R.CHAIR),
        ),
        does=("adjust_remuneration", "record_objection_answered"),
        note=Text("已经确定最终报酬的，须按调整后的方案重新确定。"),
    ),
    *(
        Transition(
            name="reject_objection",
            label=Text("异议不成立，不予调整"),
            sources=(S.OBJECTED,),
            target=back,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("AR 18(3)"),
            payload=WithReason,
            requires={"objected_from": back.value},
            guards=(of_its_case(panel_is_formed), objections.administrator_was_heard),
            sets=OBJECTION_IS_OVER,
            ends=(D.REM_OBJECTION_DECIDE, D.REM_OBJECTION_TELL, D.REM_OBJECTION_REPLY),
            documents=(Issues(kind=K.REMUNERATION_CHANGE_NOTICE),),
            serves=(
                *told(K.REMUNERATION_CHANGE_NOTICE),
                Serves(document=K.REMUNERATION_CHANGE_NOTICE, on=R.CHAIR),
            ),
            does=("tell_objection_refused", "record_objection_answered"),
        )
        for back in (S.PLANNED, S.FIXED)
    ),
)
