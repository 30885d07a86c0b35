"""债权人会议 and its resolutions. Source: `bankruptcy-process.md` section 11.3."""

from models.vocabulary import (
    DeadlineKind,
    DocumentKind,
    LegalActor,
    MeetingState,
    RecipientKind,
    ResolutionState,
)
from workflows.engine import Procedure
from workflows.guards import meetings as guards
from workflows.guards import voting
from workflows.guards.application import panel_is_formed
from workflows.guards.committees import proposed_by_a_committee_in_office
from workflows.guards.parts import of_its_case
from workflows.guards.plans import vote_is_carried, vote_is_lost
from workflows.law.citations import cite
from workflows.payloads import estate as payloads
from workflows.payloads import voting as votes
from workflows.payloads.base import WithReason, WithRemark
from workflows.procedures.liquidation_terms import BENCH, SYSTEM, TEAM, WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Issues, Serves, Starts, Transition

M, S, K = MeetingState, ResolutionState, DocumentKind

MEETING = Procedure(
    name="meeting",
    label=Text("债权人会议"),
    states=MeetingState,
    terminal=(M.HELD, M.CANCELLED),
    transitions=(
        Transition(
            name="call_first",
            label=Text("召集第一次债权人会议"),
            sources=(),
            target=M.NOTICED,
            actor=LegalActor.COURT,
            recorded_by=SYSTEM,
            basis=cite("EBL 14(2)⑥", "EBL 62(1)", "EBL 63"),
            payload=payloads.FirstMeetingCalled,
            does=("record_notice",),
            note=Text("随受理的通知和公告一并召集。"),
        ),
        Transition(
            name="fix_first_meeting",
            label=Text("另行确定第一次债权人会议"),
            sources=(),
            target=M.CALLED,
            actor=LegalActor.COURT,
            recorded_by=TEAM,
            basis=cite("EBL 62(1)", "EBL 63"),
            payload=payloads.MeetingCalled,
            guards=(guards.case_goes_on, guards.announcement_named_no_day),
            does=("plan_first_meeting",),
            note=Text("公告没有写明会议日期的，另行确定并提前十五日通知债权人。"),
        ),
        Transition(
            name="call_later",
            label=Text("召集以后的债权人会议"),
            sources=(),
            target=M.CALLED,
            actor=LegalActor.COURT,
            recorded_by=TEAM,
            basis=cite("EBL 62(2)"),
            payload=payloads.MeetingCalled,
            guards=(guards.case_goes_on, guards.first_meeting_came_before),
            checks=(guards.callers_hold_enough, proposed_by_a_committee_in_office),
        ),
        Transition(
            name="notify",
            label=Text("通知债权人"),
            sources=(M.CALLED,),
            target=M.NOTICED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 63"),
            payload=payloads.MeetingNoticed,
            checks=(guards.notice_is_in_time,),
            does=("record_notice",),
        ),
        Transition(
            name="postpone",
            label=Text("推迟会议"),
            sources=(M.CALLED, M.NOTICED),
            target=M.CALLED,
            actor=LegalActor.COURT,
            recorded_by=TEAM,
            basis=cite("EBL 62", "EBL 63"),
            payload=payloads.MeetingPostponed,
            checks=(guards.new_day_is_later,),
            does=("postpone_meeting",),
        ),
        Transition(
            name="hold",
            label=Text("召开会议"),
            sources=(M.NOTICED,),
            target=M.HELD,
            actor=LegalActor.MEETING,
            recorded_by=TEAM,
            basis=cite("EBL 60(2)", "EBL 62(2)"),
            payload=payloads.MeetingHeld,
            guards=(guards.is_not_the_first, guards.planned_day_has_come),
            does=("record_session",),
        ),
        Transition(
            name="hold_first",
            label=Text("第一次会议已经召开"),
            sources=(M.NOTICED,),
            target=M.HELD,
            actor=LegalActor.MEETING,
            recorded_by=SYSTEM,
            basis=cite("EBL 62(1)"),
            payload=payloads.MeetingHeld,
            does=("record_session",),
        ),
        Transition(
            name="sign_in_creditors",
            label=Text("债权人签到"),
            sources=(M.NOTICED, M.HELD),
            target=None,
            actor=LegalActor.CREDITOR,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 59(1)", "EBL 59(4)"),
            payload=votes.SignedIn,
            guards=(guards.planned_day_has_come,),
            checks=(voting.who_comes_is_a_creditor, voting.nobody_came_before),
            does=("record_attendance",),
        ),
        Transition(
            name="strike_sign_in",
            label=Text("撤销误登的签到"),
            sources=(M.NOTICED, M.HELD),
            target=None,
            actor=LegalActor.MEETING,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 59(1)"),
            payload=votes.SignInStruck,
            checks=(voting.he_signed_in,),
            does=("strike_attendance",),
        ),
        Transition(
            name="issue_codes",
            label=Text("制发表决码"),
            sources=(M.NOTICED, M.HELD),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("I3 11(1)"),
            payload=votes.CodesIssued,
            does=("issue_codes",),
            note=Text("债权人凭表决码在手机上表决；表决码只打印在表决码通知上，系统只保存其摘要。"),
        ),
        Transition(
            name="cancel",
            label=Text("取消会议"),
            sources=(M.CALLED, M.NOTICED),
            target=M.CANCELLED,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("EBL 62(2)"),
            payload=WithReason,
            guards=(guards.is_not_the_first,),
        ),
    ),
)

RESOLUTION = Procedure(
    name="resolution",
    label=Text("债权人会议决议"),
    states=ResolutionState,
    terminal=(S.FAILED, S.FINAL, S.REVOKED_ALL, S.REVOKED_PART, S.UPHELD),
    transitions=(
        *(
            Transition(
                name=name,
                label=label,
                sources=(),
                target=target,
                actor=LegalActor.MEETING,
                recorded_by=by,
                basis=cite("EBL 61(1)", "EBL 64(1)"),
                payload=payloads.ResolutionVoted,
                checks=(guards.meeting_of_vote_was_held, *more, check),
                starts=(
                    Starts(kind=DeadlineKind.MEET_RESULT_NOTICE, when=guards.voted_away),
                    *clocks,
                ),
            )
            for by, more, names in (
                (TEAM, (guards.is_no_plan_of_the_case,), ("resolution_passed", "resolution_failed")),
                (SYSTEM, (), ("plan_passed", "plan_failed")),
            )
            for name, label, target, check, clocks in (
                (
                    names[0],
                    Text("决议通过"),
                    S.PASSED,
                    vote_is_carried,
                    (Starts(kind=DeadlineKind.MEET_REVOKE, when=guards.voted_on_site),),
                ),
                (names[1], Text("决议未通过"), S.FAILED, vote_is_lost, ()),
            )
        ),
        Transition(
            name="tell_result",
            label=Text("告知表决结果"),
            sources=(S.PASSED,),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("I3 11(1)", "I3 12(3)"),
            payload=WithRemark,
            guards=(guards.result_is_to_be_told,),
            starts=(Starts(kind=DeadlineKind.MEET_REVOKE),),
            ends=(DeadlineKind.MEET_RESULT_NOTICE,),
            does=("record_result_told",),
        ),
        Transition(
            name="tell_failure",
            label=Text("告知表决结果（未通过）"),
            sources=(S.FAILED,),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("I3 11(1)"),
            payload=WithRemark,
            guards=(guards.result_is_to_be_told,),
            ends=(DeadlineKind.MEET_RESULT_NOTICE,),
            does=("record_result_told",),
        ),
        Transition(
            name="become_final",
            label=Text("无人请求撤销，决议生效"),
            sources=(S.PASSED,),
            target=S.FINAL,
            actor=LegalActor.SYSTEM,
            recorded_by=SYSTEM,
            basis=cite("EBL 64(2)", "I3 12(3)"),
            payload=WithRemark,
            ends=(DeadlineKind.MEET_REVOKE,),
            automatic_after=DeadlineKind.MEET_REVOKE,
        ),
        Transition(
            name="request_revocation",
            label=Text("债权人请求撤销决议"),
            sources=(S.PASSED,),
            target=S.REVOKE_REQUESTED,
            actor=LegalActor.CREDITOR,
            recorded_by=TEAM,
            basis=cite("EBL 64(2)", "I3 12"),
            payload=payloads.RevocationAsked,
            checks=(guards.revocation_is_in_time,),
            ends=(DeadlineKind.MEET_REVOKE,),
        ),
        *(
            Transition(
                name=name,
                label=label,
                sources=(S.REVOKE_REQUESTED,),
                target=target,
                actor=LegalActor.COURT,
                recorded_by=BENCH,
                basis=cite("EBL 64(2)", "I3 12(2)"),
                payload=payload,
                guards=(of_its_case(panel_is_formed),),
                documents=(Issues(kind=kind),),
                serves=(
                    Serves(document=kind, on=RecipientKind.ADMINISTRATOR),
                    Serves(document=kind, on=RecipientKind.CHAIR),
                    Serves(document=kind, on=RecipientKind.KNOWN_CREDITORS),
                ),
                does=does,
            )
            for name, label, target, payload, kind, does in (
                (
                    "revoke",
                    Text("裁定撤销决议，责令重新决议"),
                    S.REVOKED_ALL,
                    WithReason,
                    K.REVOCATION_RULING,
                    ("reopen_plan",),
                ),
                (
                    "revoke_in_part",
                    Text("裁定撤销部分决议"),
                    S.REVOKED_PART,
                    payloads.RevokedInPart,
                    K.REVOCATION_RULING,
                    (),
                ),
                (
                    "uphold",
                    Text("裁定驳回撤销申请"),
                    S.UPHELD,
                    WithReason,
                    K.REVOCATION_REFUSED_RULING,
                    (),
                ),
            )
        ),
    ),
)
