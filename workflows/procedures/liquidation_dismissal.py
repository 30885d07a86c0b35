"""破, rows 6 to 8: dismissal after acceptance, its appeal, and what becomes of it (EBL 12(2))."""

from models.vocabulary import CaseType, DeadlineKind, DocumentKind, LegalActor, RecipientKind, Role
from workflows.guards import liquidation as guards
from workflows.guards.application import (
    copy_not_yet_served,
    creditor_applied,
    creditor_applied_guard,
    file_not_yet_sent,
    panel_is_formed,
)
from workflows.law.citations import cite
from workflows.payloads import liquidation as payloads
from workflows.payloads.application import OnDay
from workflows.payloads.base import WithRemark
from workflows.procedures.liquidation_terms import BEFORE_DECLARATION, BENCH, SYSTEM, S
from workflows.text import Text
from workflows.transition import Issues, Opens, Seat, Serves, Starts, Transition

DESK = frozenset({Role.FILING_OFFICER, Role.JUDGE, Role.ASSISTANT, Role.CLERK})
APPEAL_CLOCKS = (
    DeadlineKind.APPEAL_SERVE_COPY,
    DeadlineKind.APPEAL_REPLY,
    DeadlineKind.APPEAL_SEND_FILE,
    DeadlineKind.APPEAL_SERVE_REPLY,
)
RESTORING = (Issues(kind=DocumentKind.RESTORE_MEASURES_LETTER, for_each=RecipientKind.AUTHORITIES),)
RESTORED = (Serves(document=DocumentKind.RESTORE_MEASURES_LETTER, on=RecipientKind.AUTHORITIES),)

DISMISSAL_ROWS = (
    *(
        Transition(  # row 6
            name="dismiss_application",
            label=Text("裁定驳回申请"),
            sources=(state,),
            target=S.LQ_DISMISSED,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("EBL 12(2)"),
            payload=payloads.Dismissal,
            guards=(panel_is_formed,),
            sets={"resume": state.value},
            documents=(Issues(kind=DocumentKind.DISMISSAL_RULING),),
            serves=(
                Serves(
                    document=DocumentKind.DISMISSAL_RULING,
                    on=RecipientKind.APPLICANT,
                    starts=DeadlineKind.LQ_APPEAL_DISMISS,
                ),
            ),
            note=Text("裁定生效前程序继续进行；法律没有为本裁定另定五日的送达期限。"),
        )
        for state in BEFORE_DECLARATION
    ),
    Transition(  # row 6a
        name="appeal",
        label=Text("申请人上诉"),
        sources=(S.LQ_DISMISSED,),
        target=S.LQ_DISMISS_APPEAL,
        actor=LegalActor.APPLICANT,
        recorded_by=DESK,
        basis=cite("EBL 12(2)"),
        payload=payloads.DismissalAppeal,
        checks=(guards.dismissal_appeal_is_in_time,),
        starts=(Starts(kind=DeadlineKind.APPEAL_SERVE_COPY, when=creditor_applied),),
        ends=(DeadlineKind.LQ_APPEAL_DISMISS,),
        opens=Opens(case_type=CaseType.BK_APPEAL, by="open_appeal", seat=Seat.SUPERIOR),
        indicators=("appeals_lodged",),
    ),
    Transition(
        name="serve_appeal_copy",
        label=Text("送达上诉状副本"),
        sources=(S.LQ_DISMISS_APPEAL,),
        target=None,
        actor=LegalActor.COURT,
        recorded_by=DESK,
        basis=cite("CPL 174(1)"),
        payload=OnDay,
        guards=(creditor_applied_guard, copy_not_yet_served),
        sets={"appeal_copy": "SERVED"},
        starts=(Starts(kind=DeadlineKind.APPEAL_REPLY, from_field="reached_on"),),
        ends=(DeadlineKind.APPEAL_SERVE_COPY,),
    ),
    Transition(
        name="receive_appeal_reply",
        label=Text("收到答辩状"),
        sources=(S.LQ_DISMISS_APPEAL,),
        target=None,
        actor=LegalActor.DEBTOR,
        recorded_by=DESK,
        basis=cite("CPL 174(1)"),
        payload=OnDay,
        requires={"appeal_copy": "SERVED"},
        sets={"appeal_copy": "REPLIED"},
        starts=(
            Starts(kind=DeadlineKind.APPEAL_SERVE_REPLY, from_field="reached_on"),
            Starts(kind=DeadlineKind.APPEAL_SEND_FILE, from_field="reached_on"),
        ),
        ends=(DeadlineKind.APPEAL_REPLY,),
    ),
    Transition(
        name="send_appeal_file",
        label=Text("报送上诉案卷"),
        sources=(S.LQ_DISMISS_APPEAL,),
        target=None,
        actor=LegalActor.COURT,
        recorded_by=DESK,
        basis=cite("CPL 174(2)"),
        payload=WithRemark,
        guards=(file_not_yet_sent,),
        sets={"appeal_file_sent": True},
        ends=(DeadlineKind.APPEAL_SEND_FILE, DeadlineKind.APPEAL_SERVE_REPLY),
    ),
    Transition(  # row 7, nobody appealed
        name="dismissal_effective",
        label=Text("驳回申请生效"),
        sources=(S.LQ_DISMISSED,),
        target=S.LQ_DISMISSED_FINAL,
        actor=LegalActor.SYSTEM,
        recorded_by=SYSTEM,
        basis=cite("EBL 12(2)", "I2 8"),
        payload=WithRemark,
        guards=(guards.dismissal_appeal_period_is_over,),
        ends=(DeadlineKind.LQ_APPEAL_DISMISS,),
        automatic_after=DeadlineKind.LQ_APPEAL_DISMISS,
        documents=RESTORING,
        serves=RESTORED,
        bundle="E-RESTORE",
        does=("end_every_clock", "end_appointment", "dissolve_committee"),
    ),
    *(
        Transition(  # row 7, the appeal was dismissed or withdrawn
            name=name,
            label=label,
            sources=(S.LQ_DISMISS_APPEAL,),
            target=S.LQ_DISMISSED_FINAL,
            actor=LegalActor.SUP_COURT,
            recorded_by=SYSTEM,
            basis=cite("EBL 12(2)", "CPL 180" if name == "appeal_withdrawn" else "CPL 183(2)", "I2 8"),
            payload=WithRemark,
            cancels=APPEAL_CLOCKS,
            documents=RESTORING,
            serves=RESTORED,
            bundle="E-RESTORE",
            does=("end_every_clock", "end_appointment", "dissolve_committee"),
        )
        for name, label in (
            ("appeal_dismissed", Text("上诉被驳回，驳回申请生效")),
            ("appeal_withdrawn", Text("上诉已撤回，驳回申请生效")),
        )
    ),
    *(
        Transition(  # row 8
            name="dismissal_reversed",
            label=Text("驳回裁定被撤销，继续审理"),
            sources=(S.LQ_DISMISS_APPEAL,),
            target=state,
            actor=LegalActor.SUP_COURT,
            recorded_by=SYSTEM,
            basis=cite("CPL 177(1)②", "CPL-I 330"),
            payload=WithRemark,
            requires={"resume": state.value},
            sets={"resume": None, "appeal_copy": None, "appeal_file_sent": None},
            cancels=APPEAL_CLOCKS,
        )
        for state in BEFORE_DECLARATION
    ),
)
