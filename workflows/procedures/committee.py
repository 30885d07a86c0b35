"""债权人委员会 and its decisions. Source: `bankruptcy-process.md` section 11.4; EBL 67, 68; I3-13, I3-14."""

from models.vocabulary import (
    CommitteeState,
    DeadlineKind,
    DeliberationState,
    DocumentKind,
    LegalActor,
    RecipientKind,
)
from workflows.engine import Procedure
from workflows.guards import committees as guards
from workflows.guards import deliberations
from workflows.guards.application import panel_is_formed
from workflows.guards.parts import of_its_case
from workflows.guards.reports import meeting_of_report_is_there
from workflows.law.citations import cite
from workflows.payloads import committee as payloads
from workflows.payloads.base import WithRemark
from workflows.payloads.reports import CommitteeReported
from workflows.procedures.liquidation_terms import BENCH, SYSTEM, TEAM
from workflows.text import Text
from workflows.transition import Issues, Serves, Starts, Transition

C, S, K, R = CommitteeState, DeliberationState, DocumentKind, RecipientKind
TOLD_OF_MEMBERS = (
    Serves(document=K.COMMITTEE_DECISION, on=R.COMMITTEE),
    Serves(document=K.COMMITTEE_DECISION, on=R.ADMINISTRATOR),
)
"""On whom the recognition of members is served (C-14); a refusal also on the chair of the meeting."""
TOLD_OF_REFUSAL = (*TOLD_OF_MEMBERS, Serves(document=K.COMMITTEE_DECISION, on=R.CHAIR))
PANEL = of_its_case(panel_is_formed)

COMMITTEE = Procedure(
    name="committee",
    label=Text("债权人委员会"),
    states=CommitteeState,
    terminal=(C.REFUSED, C.DISSOLVED),
    transitions=(
        Transition(
            name="choose_committee",
            label=Text("债权人会议选任委员会成员"),
            sources=(),
            target=C.CHOSEN,
            actor=LegalActor.MEETING,
            recorded_by=TEAM,
            basis=cite("EBL 61(1)④", "EBL 67(1)"),
            payload=payloads.CommitteeChosen,
            guards=(guards.case_goes_on, guards.none_is_in_office),
            checks=(
                guards.resolved_on_members,
                guards.composition_is_lawful,
                guards.members_are_creditors,
            ),
            note=Text("成员不超过九人，其中有且只有一名职工代表或者工会代表；经法院书面决定认可后履职。"),
        ),
        Transition(
            name="recognise_members",
            label=Text("决定认可委员会成员"),
            sources=(C.CHOSEN,),
            target=C.RECOGNISED,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("EBL 67(2)"),
            payload=payloads.Recognition,
            guards=(PANEL, guards.resolution_still_holds),
            does=("recognise_members",),
            documents=(Issues(kind=K.COMMITTEE_DECISION),),
            serves=TOLD_OF_MEMBERS,
        ),
        Transition(
            name="refuse_members",
            label=Text("决定不予认可委员会成员"),
            sources=(C.CHOSEN,),
            target=C.REFUSED,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("EBL 67(2)"),
            payload=payloads.RecognitionRefused,
            guards=(PANEL,),
            does=("refuse_members",),
            documents=(Issues(kind=K.COMMITTEE_DECISION),),
            serves=TOLD_OF_REFUSAL,
            note=Text("由债权人会议另行选任。"),
        ),
        Transition(
            name="replace_members",
            label=Text("债权人会议更换委员会成员"),
            sources=(C.RECOGNISED,),
            target=C.RENEWAL,
            actor=LegalActor.MEETING,
            recorded_by=TEAM,
            basis=cite("EBL 61(1)④", "EBL 67"),
            payload=payloads.MembersReplaced,
            guards=(guards.case_goes_on,),
            checks=(
                guards.resolved_on_members,
                guards.resolution_is_not_used,
                guards.somebody_changes,
                guards.composition_stays_lawful,
                guards.members_are_creditors,
            ),
            does=("replace_members",),
            note=Text("在法院认可新成员之前，原成员继续履职。"),
        ),
        Transition(
            name="recognise_replacement",
            label=Text("决定认可更换的成员"),
            sources=(C.RENEWAL,),
            target=C.RECOGNISED,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("EBL 67(2)"),
            payload=payloads.Recognition,
            guards=(PANEL, guards.resolution_still_holds),
            does=("recognise_members",),
            documents=(Issues(kind=K.COMMITTEE_DECISION),),
            serves=TOLD_OF_MEMBERS,
        ),
        Transition(
            name="refuse_new_members",
            label=Text("决定不予认可更换的成员"),
            sources=(C.RENEWAL,),
            target=C.RECOGNISED,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("EBL 67(2)"),
            payload=payloads.RecognitionRefused,
            guards=(PANEL,),
            does=("refuse_members",),
            documents=(Issues(kind=K.COMMITTEE_DECISION),),
            serves=TOLD_OF_REFUSAL,
            note=Text("原成员继续履职。"),
        ),
        Transition(
            name="delegate_powers",
            label=Text("债权人会议委托职权"),
            sources=(C.RECOGNISED, C.RENEWAL),
            target=None,
            actor=LegalActor.MEETING,
            recorded_by=TEAM,
            basis=cite("EBL 68(1)④", "I3 13"),
            payload=payloads.PowersDelegated,
            guards=(guards.case_goes_on,),
            checks=(guards.resolved_by_the_meeting, guards.powers_may_be_delegated),
            does=("delegate_powers",),
            note=Text("只能委托第六十一条第一款第二、三、五项的职权；所选即为目前委托的全部职权。"),
        ),
        Transition(
            name="report_to_meeting",
            label=Text("委员会向债权人会议汇报工作"),
            sources=(C.RECOGNISED, C.RENEWAL),
            target=None,
            actor=LegalActor.COMMITTEE,
            recorded_by=TEAM,
            basis=cite("I3 14(2)"),
            payload=CommitteeReported,
            checks=(meeting_of_report_is_there,),
            does=("name_sitting_members",),
            documents=(Issues(kind=K.COMMITTEE_REPORT),),
            serves=(
                Serves(document=K.COMMITTEE_REPORT, on=R.CHAIR),
                Serves(document=K.COMMITTEE_REPORT, on=R.COURT),
            ),
            note=Text("委员会的决定和收到的重大行为报告由系统列入；由成员签名。"),
        ),
        Transition(
            name="dismiss_committee",
            label=Text("债权人会议决定解散委员会"),
            sources=(C.CHOSEN, C.RECOGNISED, C.RENEWAL),
            target=C.DISSOLVED,
            actor=LegalActor.MEETING,
            recorded_by=TEAM,
            basis=cite("EBL 67(1)"),
            payload=payloads.CommitteeDismissed,
            checks=(guards.resolved_on_members,),
            does=("end_committee",),
        ),
        Transition(
            name="dissolve",
            label=Text("程序终结，委员会解散"),
            sources=(C.CHOSEN, C.RECOGNISED, C.RENEWAL),
            target=C.DISSOLVED,
            actor=LegalActor.SYSTEM,
            recorded_by=SYSTEM,
            basis=cite("EBL 67(1)", "DESIGN"),
            payload=WithRemark,
            does=("end_committee",),
        ),
    ),
)

DELIBERATION = Procedure(
    name="deliberation",
    label=Text("债权人委员会决定"),
    states=DeliberationState,
    terminal=(S.REJECTED, S.ORDERED, S.DECLINED),
    transitions=(
        *(
            Transition(
                name=name,
                label=label,
                sources=(),
                target=target,
                actor=LegalActor.COMMITTEE,
                recorded_by=TEAM,
                basis=cite("EBL 68(1)", "I3 14"),
                payload=payloads.Deliberated,
                guards=(guards.case_goes_on, guards.committee_is_in_office),
                checks=(
                    deliberations.every_member_is_named_once,
                    deliberations.dissent_is_recorded,
                    deliberations.power_is_the_committees,
                    check,
                ),
                note=Text("须经全体成员过半数同意，未参加、弃权的也计入全体；应当作成议事记录。"),
            )
            for name, label, target, check in (
                ("committee_carries", Text("委员会决定通过"), S.CARRIED, deliberations.decision_is_carried),
                ("committee_rejects", Text("委员会决定未通过"), S.REJECTED, deliberations.decision_is_lost),
            )
        ),
        Transition(
            name="ask_court_for_supervision",
            label=Text("请求法院就监督事项作出决定"),
            sources=(S.CARRIED,),
            target=S.COURT_ASKED,
            actor=LegalActor.COMMITTEE,
            recorded_by=TEAM,
            basis=cite("EBL 68(3)"),
            payload=payloads.CourtAskedBySupervisor,
            guards=(guards.case_goes_on, guards.committee_is_in_office),
            starts=(Starts(kind=DeadlineKind.COMMITTEE_DISPUTE),),
            does=("record_request_of_committee",),
            note=Text("行为日期为法院收到请求之日；法院应当在五日内作出决定。"),
        ),
        *(
            Transition(
                name=name,
                label=label,
                sources=(S.COURT_ASKED,),
                target=target,
                actor=LegalActor.COURT,
                recorded_by=BENCH,
                basis=cite("EBL 68(3)"),
                payload=payloads.SupervisionDecided,
                guards=(PANEL,),
                ends=(DeadlineKind.COMMITTEE_DISPUTE,),
                does=("record_supervision_decided",),
                documents=(Issues(kind=K.SUPERVISION_DECISION),),
                serves=(
                    Serves(document=K.SUPERVISION_DECISION, on=R.COMMITTEE),
                    Serves(document=K.SUPERVISION_DECISION, on=R.ADMINISTRATOR),
                    Serves(document=K.SUPERVISION_DECISION, on=R.DEBTOR),
                ),
            )
            for name, label, target in (
                ("order_supervision", Text("决定支持委员会的请求"), S.ORDERED),
                ("decline_supervision", Text("决定不支持委员会的请求"), S.DECLINED),
            )
        ),
        Transition(
            name="withdraw_request_of_committee",
            label=Text("委员会撤回请求"),
            sources=(S.COURT_ASKED,),
            target=S.CARRIED,
            actor=LegalActor.COMMITTEE,
            recorded_by=TEAM,
            basis=cite("EBL 68(3)", "DESIGN"),
            payload=WithRemark,
            cancels=(DeadlineKind.COMMITTEE_DISPUTE,),
        ),
    ),
)
