"""管理人报酬: from the plan to the final amount, with objections and changes. Source: AR 2 to 18."""

from models.remuneration import Remuneration
from models.vocabulary import DeadlineKind, DocumentKind, LegalActor, RecipientKind, RemunerationState
from workflows.engine import Procedure
from workflows.guards import remuneration as guards
from workflows.guards import remuneration_amounts as amounts
from workflows.guards import remuneration_objections as objections
from workflows.guards import remuneration_payments as payments
from workflows.guards.application import panel_is_formed
from workflows.guards.parts import of_its_case
from workflows.law.citations import Citation, cite
from workflows.payloads import remuneration as payloads
from workflows.payloads import remuneration_payments as paid
from workflows.payloads.base import WithReason, WithRemark
from workflows.payloads.reports import ObjectionHeard
from workflows.procedures.liquidation_terms import BENCH, SYSTEM, TEAM, WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Guard, Issues, Serves, Starts, Transition

S, K, R, D = RemunerationState, DocumentKind, RecipientKind, DeadlineKind
WITHIN_LIMITS = (guards.rates_are_within_the_limits, guards.rates_together_are_within_the_limits)
OBJECTION_IS_OVER = {"forwarded": None, "explained": None, "heard": None, "objected_from": None}


def is_in_office(remuneration: Remuneration) -> bool:
    """Whether the administrator whose remuneration it is still holds the office."""
    party = getattr(remuneration, "party", None)
    return party is None or party.until_on is None


def has_been_replaced(remuneration: Remuneration) -> bool:
    """Whether another holds the office now."""
    return not is_in_office(remuneration)


def told(
    kind: DocumentKind, *, within: DeadlineKind | None = None, starts: DeadlineKind | None = None
) -> tuple[Serves, ...]:
    """A paper for the administrator whose remuneration it is, in office or replaced (AR 16)."""
    return (
        Serves(document=kind, on=R.ADMINISTRATOR, within=within, starts=starts, when=is_in_office),
        Serves(
            document=kind, on=R.OUTGOING_ADMINISTRATOR, within=within, starts=starts, when=has_been_replaced
        ),
    )


def adjustment(
    name: str,
    label: Text,
    basis: tuple[Citation, ...],
    payload: type[payloads.PlanAdjusted],
    *checks: Guard,
) -> Transition:
    """The court changes a plan that no final amount has replaced yet (AR 7, 8)."""
    return Transition(
        name=name,
        label=label,
        sources=(S.PLANNED,),
        target=None,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=basis,
        payload=payload,
        guards=(of_its_case(panel_is_formed), guards.follows_no_bid),
        checks=(*WITHIN_LIMITS, amounts.plan_covers_what_is_bound, *checks),
        sets={"change_to_report": True},
        starts=(Starts(kind=D.REM_CHANGE_NOTIFY),),
        documents=(Issues(kind=K.REMUNERATION_CHANGE_NOTICE),),
        serves=told(K.REMUNERATION_CHANGE_NOTICE, within=D.REM_CHANGE_NOTIFY, starts=D.REM_CHANGE_REPORT),
        does=("adjust_remuneration",),
        note=Text("自调整之日起三日内书面通知管理人；管理人三日内向债权人委员会或者会议主席报告。"),
    )


PLAN_ROWS = (
    Transition(
        name="fix_remuneration_plan",
        label=Text("确定管理人报酬方案"),
        sources=(),
        target=S.PLANNED,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("AR 4", "AR 2", "AR 3", "AR 9"),
        payload=payloads.PlanFixed,
        guards=(guards.case_goes_on, of_its_case(panel_is_formed)),
        checks=(
            guards.is_not_of_the_government,
            guards.office_is_there,
            guards.office_has_no_plan_yet,
            *WITHIN_LIMITS,
        ),
        starts=(Starts(kind=D.REM_NOTIFY),),
        documents=(Issues(kind=K.REMUNERATION_NOTICE),),
        serves=told(K.REMUNERATION_NOTICE, within=D.REM_NOTIFY),
        note=Text("自确定之日起三日内书面通知管理人，由管理人在第一次债权人会议上报告。"),
    ),
    Transition(
        name="report_remuneration_plan",
        label=Text("向债权人会议报告报酬方案"),
        sources=(S.PLANNED,),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("AR 6(2)", "EBL 61(1)②"),
        payload=payloads.PlanReported,
        guards=(guards.was_not_reported,),
        checks=(guards.meeting_was_held,),
        does=("record_remuneration_report",),
        documents=(Issues(kind=K.REMUNERATION_REPORT),),
        serves=(Serves(document=K.REMUNERATION_REPORT, on=R.CHAIR),),
    ),
    adjustment(
        "adjust_by_agreement",
        Text("按协商结果调整报酬方案"),
        cite("AR 7"),
        payloads.PlanAgreed,
        objections.meeting_resolved_it,
        guards.agreement_is_lawful,
    ),
    adjustment("adjust_by_court", Text("依职权调整报酬方案"), cite("AR 8(1)", "AR 9"), payloads.PlanAdjusted),
    Transition(
        name="report_change",
        label=Text("向债权人委员会或者会议主席报告调整内容"),
        sources=(S.PLANNED, S.OBJECTED, S.FIXED),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("AR 8(2)"),
        payload=WithRemark,
        guards=(guards.change_is_to_be_reported,),
        sets={"change_to_report": None},
        ends=(D.REM_CHANGE_REPORT,),
    ),
)

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
        does=("adjust_remuneration",),
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
            does=("tell_objection_refused",),
        )
        for back in (S.PLANNED, S.FIXED)
    ),
)

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
