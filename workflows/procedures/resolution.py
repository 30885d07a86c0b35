"""债权人会议决议: made by a vote, told, final, revoked. Source: `bankruptcy-process.md` section 11.3."""

from models.vocabulary import DeadlineKind, DocumentKind, LegalActor, RecipientKind, ResolutionState
from workflows.engine import Procedure
from workflows.guards import meetings as guards
from workflows.guards import plan_votes as classes
from workflows.guards.application import panel_is_formed
from workflows.guards.parts import of_its_case
from workflows.guards.plans import vote_is_carried, vote_is_lost
from workflows.law.citations import cite
from workflows.payloads import estate as payloads
from workflows.payloads.base import WithReason, WithRemark
from workflows.procedures.liquidation_terms import BENCH, SYSTEM, TEAM, WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Issues, Serves, Starts, Transition

S, K = ResolutionState, DocumentKind
ON_ALL = (
    Serves(document=K.MEETING_RESOLUTION, on=RecipientKind.CHAIR),
    Serves(document=K.MEETING_RESOLUTION, on=RecipientKind.ADMINISTRATOR),
    Serves(document=K.MEETING_RESOLUTION, on=RecipientKind.KNOWN_CREDITORS, when=guards.voted_away),
)
"""Who gets a resolution: the creditors too where the vote was not taken on site (I3-11(1))."""

RESOLUTION = Procedure(
    name="resolution",
    label=Text("债权人会议决议"),
    states=ResolutionState,
    terminal=(S.FAILED, S.REVOKED_ALL, S.REVOKED_PART, S.UPHELD),
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
                checks=(
                    guards.meeting_of_vote_was_held,
                    guards.is_not_voted_before_its_meeting,
                    classes.class_may_vote,
                    *more,
                    check,
                ),
                starts=(
                    Starts(kind=DeadlineKind.MEET_RESULT_NOTICE, when=guards.voted_away),
                    *clocks,
                ),
                documents=(Issues(kind=K.MEETING_RESOLUTION),) if target == S.PASSED else (),
                serves=ON_ALL if target == S.PASSED else (),
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
            name="refuse_second_vote",
            label=Text("该组拒绝再次表决"),
            sources=(S.FAILED,),
            target=None,
            actor=LegalActor.CREDITOR,
            recorded_by=TEAM,
            basis=cite("EBL 87(1)", "EBL 87(2)"),
            payload=WithReason,
            guards=(classes.class_could_vote_again,),
            does=("record_second_vote_refused",),
            note=Text("重整计划草案的表决组未通过后拒绝再次表决的，记录后才可以申请人民法院批准。"),
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
            checks=(guards.receipt_is_possible, guards.revocation_is_in_time),
            ends=(DeadlineKind.MEET_REVOKE,),
            does=("record_revocation_asked",),
        ),
        Transition(
            name="request_revocation_after_late_notice",
            label=Text("较晚收到通知的债权人请求撤销决议"),
            sources=(S.FINAL,),
            target=S.REVOKE_REQUESTED,
            actor=LegalActor.CREDITOR,
            recorded_by=TEAM,
            basis=cite("EBL 64(2)", "I3 12(3)"),
            payload=payloads.RevocationAsked,
            guards=(guards.was_voted_away,),
            checks=(guards.receipt_is_possible, guards.revocation_is_in_time),
            does=("record_revocation_asked",),
            note=Text("非现场表决的，每位债权人的期限自其本人收到通知之日起算。"),
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
