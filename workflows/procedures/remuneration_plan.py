"""管理人报酬: the plan, reported and changed (AR 4 to 9)."""

from models.remuneration import Remuneration
from models.vocabulary import DeadlineKind, DocumentKind, LegalActor, RecipientKind, RemunerationState
from workflows.guards import remuneration as guards
from workflows.guards import remuneration_amounts as amounts
from workflows.guards import remuneration_objections as objections
from workflows.guards.application import panel_is_formed
from workflows.guards.parts import of_its_case
from workflows.law.citations import Citation, cite
from workflows.payloads import remuneration as payloads
from workflows.payloads.base import WithRemark
from workflows.procedures.liquidation_terms import BENCH, WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Guard, Issues, Serves, Starts, Transition

S, K, R, D = RemunerationState, DocumentKind, RecipientKind, DeadlineKind
WITHIN_LIMITS = (guards.rates_are_within_the_limits, guards.rates_together_are_within_the_limits)


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
