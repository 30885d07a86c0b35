"""破申 after a refusal: rows 13 to 16 of `bankruptcy-process.md` section 4, with the appeal's own clocks."""

from models.vocabulary import CaseType, DeadlineKind, LegalActor
from workflows.guards import application as guards
from workflows.law.citations import cite
from workflows.payloads import application as payloads
from workflows.payloads.base import WithRemark
from workflows.procedures.application_terms import DESK, SYSTEM, S
from workflows.text import Text
from workflows.transition import Opens, Seat, Starts, Transition

APPEAL_ROWS = (
    Transition(  # row 13
        name="appeal",
        label=Text("申请人上诉"),
        sources=(S.REJECTED,),
        target=S.APPEAL,
        actor=LegalActor.APPLICANT,
        recorded_by=DESK,
        basis=cite("EBL 12(1)"),
        payload=payloads.AppealAgainstRefusal,
        guards=(guards.refusal_may_be_appealed,),
        checks=(guards.appeal_is_in_time,),
        starts=(Starts(kind=DeadlineKind.APPEAL_SERVE_COPY, when=guards.creditor_applied),),
        ends=(DeadlineKind.BA_APPEAL_REJECT,),
        opens=Opens(case_type=CaseType.BK_APPEAL, by="open_appeal", seat=Seat.SUPERIOR),
        indicators=("appeals_lodged",),
    ),
    Transition(  # row 14
        name="appeal_period_expired",
        label=Text("上诉期满，裁定生效"),
        sources=(S.REJECTED,),
        target=S.REJECTED_FINAL,
        actor=LegalActor.SYSTEM,
        recorded_by=SYSTEM,
        basis=cite("EBL 12(1)"),
        payload=WithRemark,
        guards=(guards.appeal_period_has_expired,),
        starts=(Starts(kind=DeadlineKind.ET_RETURN, when=guards.transferred_from_enforcement),),
        ends=(DeadlineKind.BA_APPEAL_REJECT,),
        automatic_after=DeadlineKind.BA_APPEAL_REJECT,
        note=Text("执行移送案件：裁定生效后七日内退回材料，执行法院恢复执行。"),
    ),
    Transition(
        name="serve_appeal_copy",
        label=Text("送达上诉状副本"),
        sources=(S.APPEAL,),
        target=None,
        actor=LegalActor.COURT,
        recorded_by=DESK,
        basis=cite("CPL 174(1)"),
        payload=payloads.OnDay,
        guards=(guards.creditor_applied_guard, guards.copy_not_yet_served),
        sets={"appeal_copy": "SERVED"},
        starts=(Starts(kind=DeadlineKind.APPEAL_REPLY, from_field="reached_on"),),
        ends=(DeadlineKind.APPEAL_SERVE_COPY,),
    ),
    Transition(
        name="receive_appeal_reply",
        label=Text("收到答辩状"),
        sources=(S.APPEAL,),
        target=None,
        actor=LegalActor.DEBTOR,
        recorded_by=DESK,
        basis=cite("CPL 174(1)"),
        payload=payloads.OnDay,
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
        sources=(S.APPEAL,),
        target=None,
        actor=LegalActor.COURT,
        recorded_by=DESK,
        basis=cite("CPL 174(2)"),
        payload=WithRemark,
        guards=(guards.file_not_yet_sent,),
        sets={"appeal_file_sent": True},
        ends=(DeadlineKind.APPEAL_SEND_FILE, DeadlineKind.APPEAL_SERVE_REPLY),
    ),
    *(
        Transition(  # row 15
            name=name,
            label=label,
            sources=(S.APPEAL,),
            target=S.REJECTED_FINAL,
            actor=LegalActor.SUP_COURT,
            recorded_by=SYSTEM,
            seat=Seat.OWN,
            basis=cite(*places),
            payload=WithRemark,
            starts=(Starts(kind=DeadlineKind.ET_RETURN, when=guards.transferred_from_enforcement),),
            cancels=(
                DeadlineKind.APPEAL_SERVE_COPY,
                DeadlineKind.APPEAL_REPLY,
                DeadlineKind.APPEAL_SEND_FILE,
                DeadlineKind.APPEAL_SERVE_REPLY,
            ),
        )
        for name, label, places in (
            ("appeal_dismissed", Text("上诉被驳回"), ("CPL 178", "CPL 182", "CPL 183(2)")),
            ("appeal_withdrawn", Text("上诉已撤回"), ("CPL 180",)),
        )
    ),
    Transition(  # row 16; the lower court then takes `accept`
        name="appeal_allowed",
        label=Text("原裁定被撤销，指令受理"),
        sources=(S.APPEAL,),
        target=None,
        actor=LegalActor.SUP_COURT,
        recorded_by=SYSTEM,
        basis=cite("EBL 4", "CPL 177(1)", "CPL-I 330"),
        payload=WithRemark,
        sets={"acceptance_ordered": True},
        cancels=(
            DeadlineKind.APPEAL_SERVE_COPY,
            DeadlineKind.APPEAL_REPLY,
            DeadlineKind.APPEAL_SEND_FILE,
            DeadlineKind.APPEAL_SERVE_REPLY,
        ),
    ),
)
