"""管理人: an office from appointment to its end. Source: section 11.1."""

from models.vocabulary import (
    AppointmentState,
    DeadlineKind,
    DocumentKind,
    LegalActor,
    RecipientKind,
)
from workflows.engine import Procedure
from workflows.guards import administration as guards
from workflows.guards import selection as selection_guards
from workflows.guards.application import panel_is_formed
from workflows.guards.parts import of_its_case
from workflows.law.citations import Citation, cite
from workflows.payloads import administration as payloads
from workflows.payloads.base import WithReason, WithRemark
from workflows.procedures.liquidation_terms import BENCH, SYSTEM, TEAM, WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Guard, Issues, Serves, Starts, Transition

S, K, R = AppointmentState, DocumentKind, RecipientKind
TOLD = (R.ADMINISTRATOR, R.APPLICANT, R.DEBTOR, R.REGISTRY)
"""On whom a replacement is served besides the outgoing administrator, who must then hand over (AA-37, 38)."""


def replacement(
    name: str,
    label: Text,
    sources: tuple[AppointmentState, ...],
    basis: tuple[Citation, ...],
    kind: DocumentKind,
    *,
    guards_of_row: tuple[Guard, ...] = (),
    ends: tuple[DeadlineKind, ...] = (),
) -> Transition:
    """An administrator goes, another comes: decision, announcement, handover (AA-32 to 38)."""
    return Transition(
        name=name,
        label=label,
        sources=sources,
        target=S.REPLACED,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=basis,
        payload=payloads.Replacement,
        guards=(of_its_case(panel_is_formed), *guards_of_row),
        checks=(
            guards.new_one_is_another,
            selection_guards.replacement_is_selected,
            selection_guards.replacement_names_the_selected,
        ),
        ends=ends,
        does=("replace_administrator",),
        documents=(Issues(kind=kind), Issues(kind=K.REPLACEMENT_ANNOUNCEMENT)),
        serves=(
            *(Serves(document=kind, on=whom) for whom in TOLD),
            Serves(document=kind, on=R.OUTGOING_ADMINISTRATOR, starts=DeadlineKind.ADM_HANDOVER),
            Serves(document=K.REPLACEMENT_ANNOUNCEMENT, on=R.PUBLIC),
        ),
        announces=True,
        note=Text("原管理人自收到决定的次日起移交资料、财产、营业事务和印章，并书面说明工作进展。"),
    )


APPOINTMENT = Procedure(
    name="appointment",
    label=Text("管理人任职"),
    states=AppointmentState,
    terminal=(S.REPLACED, S.ENDED),
    transitions=(
        Transition(
            name="appoint",
            label=Text("指定管理人"),
            sources=(),
            target=S.APPOINTED,
            actor=LegalActor.COURT,
            recorded_by=SYSTEM,
            basis=cite("EBL 13", "EBL 22(1)", "AA 27"),
            payload=WithRemark,
            note=Text("随受理裁定、更换决定一并完成。"),
        ),
        Transition(
            name="request_replacement",
            label=Text("债权人会议申请更换管理人"),
            sources=(S.APPOINTED,),
            target=S.REPLACEMENT_ASKED,
            actor=LegalActor.MEETING,
            recorded_by=TEAM,
            basis=cite("EBL 22(2)", "AA 31"),
            payload=payloads.ReplacementAsked,
            checks=(guards.meeting_resolved_it,),
            documents=(Issues(kind=K.EXPLANATION_NOTICE),),
            serves=(
                Serves(document=K.EXPLANATION_NOTICE, on=R.ADMINISTRATOR, starts=DeadlineKind.ADM_EXPLAIN),
            ),
        ),
        Transition(
            name="explain",
            label=Text("管理人书面说明"),
            sources=(S.REPLACEMENT_ASKED,),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("AA 31(2)"),
            payload=payloads.Explained,
            guards=(guards.not_yet_explained,),
            sets={"explained": True},
            starts=(Starts(kind=DeadlineKind.ADM_REPLACE_DECIDE),),
            ends=(DeadlineKind.ADM_EXPLAIN,),
        ),
        replacement(
            "decide_replacement",
            Text("决定更换管理人"),
            (S.REPLACEMENT_ASKED,),
            cite("EBL 22(2)", "AA 32", "AA 38"),
            K.REPLACEMENT_DECISION,
            guards_of_row=(guards.has_explained,),
            ends=(DeadlineKind.ADM_REPLACE_DECIDE, DeadlineKind.ADM_EXPLAIN),
        ),
        Transition(
            name="refuse_replacement",
            label=Text("驳回更换申请"),
            sources=(S.REPLACEMENT_ASKED,),
            target=S.APPOINTED,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("AA 32"),
            payload=WithReason,
            guards=(of_its_case(panel_is_formed), guards.has_explained),
            sets={"explained": None},
            ends=(DeadlineKind.ADM_REPLACE_DECIDE, DeadlineKind.ADM_EXPLAIN),
            documents=(Issues(kind=K.REPLACEMENT_REFUSED_DECISION),),
            serves=(
                Serves(document=K.REPLACEMENT_REFUSED_DECISION, on=R.CHAIR),
                Serves(document=K.REPLACEMENT_REFUSED_DECISION, on=R.ADMINISTRATOR),
            ),
        ),
        replacement(
            "replace_ex_officio",
            Text("依职权更换管理人"),
            (S.APPOINTED, S.REPLACEMENT_ASKED, S.RESIGNATION_ASKED),
            cite("AA 33", "AA 34", "AA 36", "AA 38"),
            K.REPLACEMENT_DECISION,
            ends=(DeadlineKind.ADM_REPLACE_DECIDE, DeadlineKind.ADM_EXPLAIN),
        ),
        Transition(
            name="resign",
            label=Text("管理人申请辞职"),
            sources=(S.APPOINTED,),
            target=S.RESIGNATION_ASKED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 29", "AA 35"),
            payload=WithReason,
            note=Text("没有正当理由不得辞去职务；辞职应当经法院许可。"),
        ),
        replacement(
            "permit_resignation",
            Text("许可辞职并另行指定"),
            (S.RESIGNATION_ASKED,),
            cite("EBL 29", "AA 35", "AA 38"),
            K.RESIGNATION_DECISION,
        ),
        Transition(
            name="refuse_resignation",
            label=Text("不许可辞职"),
            sources=(S.RESIGNATION_ASKED,),
            target=S.APPOINTED,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("EBL 29", "AA 36"),
            payload=WithReason,
            guards=(of_its_case(panel_is_formed),),
            documents=(Issues(kind=K.RESIGNATION_DECISION),),
            serves=(Serves(document=K.RESIGNATION_DECISION, on=R.ADMINISTRATOR),),
        ),
        Transition(
            name="hand_over",
            label=Text("原管理人移交"),
            sources=(S.REPLACED,),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("AA 37"),
            payload=payloads.HandedOver,
            guards=(guards.not_yet_handed_over,),
            sets={"handed_over": True},
            ends=(DeadlineKind.ADM_HANDOVER,),
            does=("end_handover",),
        ),
        Transition(
            name="fine",
            label=Text("对管理人罚款"),
            sources=(S.APPOINTED, S.REPLACEMENT_ASKED, S.RESIGNATION_ASKED, S.RETAINED, S.REPLACED),
            target=None,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("EBL 130", "AA 39(1)", "CPL 119"),
            payload=payloads.Fined,
            guards=(of_its_case(panel_is_formed),),
            checks=(guards.fine_is_within_the_range,),
            documents=(Issues(kind=K.FINE_DECISION),),
            serves=(
                Serves(
                    document=K.FINE_DECISION, on=R.FINED_ADMINISTRATOR, starts=DeadlineKind.FINE_RECONSIDER
                ),
            ),
            note=Text("罚款决定由院长签发；被罚款人可以自收到决定之日起三日内向上一级人民法院申请复议。"),
        ),
        Transition(
            name="retain",
            label=Text("因未决诉讼、仲裁继续履职"),
            sources=(S.APPOINTED,),
            target=S.RETAINED,
            actor=LegalActor.COURT,
            recorded_by=SYSTEM,
            basis=cite("EBL 122"),
            payload=WithRemark,
        ),
        Transition(
            name="end",
            label=Text("终止执行职务"),
            sources=(S.APPOINTED, S.RETAINED, S.REPLACEMENT_ASKED, S.RESIGNATION_ASKED),
            target=S.ENDED,
            actor=LegalActor.SYSTEM,
            recorded_by=SYSTEM,
            basis=cite("EBL 122", "AA 29(2)"),
            payload=WithRemark,
            cancels=(DeadlineKind.ADM_REPLACE_DECIDE, DeadlineKind.ADM_EXPLAIN),
            does=("close_office",),
        ),
        Transition(
            name="report_end_of_duties",
            label=Text("管理人报告终止执行职务"),
            sources=(S.ENDED,),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 122", "AA 29(2)"),
            payload=payloads.EndReported,
            guards=(guards.seal_is_not_destroyed,),
            documents=(Issues(kind=K.DUTIES_REPORT),),
            serves=(Serves(document=K.DUTIES_REPORT, on=R.COURT),),
            note=Text("报告是管理人印章最后一次使用；印章交公安机关销毁后，将销毁的证明送交法院。"),
        ),
        Transition(
            name="note_seal_destroyed",
            label=Text("收到印章销毁证明"),
            sources=(S.ENDED,),
            target=None,
            actor=LegalActor.COURT,
            recorded_by=TEAM,
            basis=cite("AA 29(2)"),
            payload=payloads.SealDestroyed,
            guards=(guards.seal_is_not_destroyed,),
            sets={"seal_destroyed": True},
            does=("close_the_last_report",),
        ),
    ),
)
