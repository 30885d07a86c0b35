"""议案: put to the vote with its roll, voted on ballot by ballot, counted into a resolution (EBL 59, 64)."""

from models.vocabulary import DocumentKind, LegalActor, MotionState, RecipientKind
from workflows.engine import Procedure
from workflows.guards import plan_votes as classes
from workflows.guards import voting as guards
from workflows.guards.meetings import case_goes_on
from workflows.law.citations import cite
from workflows.payloads import motions
from workflows.payloads import voting as payloads
from workflows.payloads.base import WithReason, WithRemark
from workflows.procedures.liquidation_terms import SYSTEM, TEAM, WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Issues, Serves, Transition

S = MotionState
CASTING = (guards.vote_has_not_closed, guards.everybody_may_vote, guards.nobody_has_voted)

MOTION = Procedure(
    name="motion",
    label=Text("议案"),
    states=MotionState,
    terminal=(S.COUNTED, S.WITHDRAWN),
    transitions=(
        Transition(
            name="put_to_vote",
            label=Text("提交表决"),
            sources=(),
            target=S.OPEN,
            actor=LegalActor.MEETING,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 61(1)", "EBL 59", "EBL 82", "EBL 85(2)", "AR 10"),
            payload=motions.PutToVote,
            guards=(case_goes_on, guards.somebody_has_a_vote),
            checks=(
                guards.meeting_takes_votes,
                guards.last_day_is_named,
                guards.plan_is_before_the_meeting,
                guards.plan_is_not_being_voted_on,
                classes.class_may_vote,
                classes.class_is_not_being_voted_on,
                classes.small_claims_have_one_bound,
                classes.investors_come_from_the_list,
                classes.rights_are_of_the_list,
                classes.unaffected_are_there,
                classes.class_has_a_member,
            ),
            does=("draw_roll", "list_remuneration"),
            note=Text(
                "同时按债权表编制表决权册，出资人组按出资人名册编制：谁有表决权、有多少，没有的写明理由。"
            ),
        ),
        Transition(
            name="draw_roll_again",
            label=Text("按现在的债权表、出资人名册重编表决权册"),
            sources=(S.OPEN,),
            target=None,
            actor=LegalActor.COURT,
            recorded_by=TEAM,
            basis=cite("EBL 59(1)", "EBL 59(2)"),
            payload=WithReason,
            does=("draw_roll",),
            note=Text("表决期间有债权经裁判确定或者临时确定债权额、更正了出资人名册的使用；已投的票不变。"),
        ),
        Transition(
            name="key_ballots",
            label=Text("录入表决票"),
            sources=(S.OPEN,),
            target=None,
            actor=LegalActor.CREDITOR,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 59(1)", "EBL 64(1)", "I3 11(1)"),
            payload=payloads.BallotsKeyed,
            checks=CASTING,
            does=("keep_ballots",),
            note=Text("投票即视为出席；弃权算出席，不算同意。"),
        ),
        Transition(
            name="vote_by_code",
            label=Text("凭表决码表决"),
            sources=(S.OPEN,),
            target=None,
            actor=LegalActor.CREDITOR,
            recorded_by=SYSTEM,
            basis=cite("EBL 59(1)", "EBL 64(1)", "I3 11(1)"),
            payload=payloads.BallotByCode,
            checks=CASTING,
            does=("keep_ballots",),
        ),
        Transition(
            name="correct_ballot",
            label=Text("更正表决票"),
            sources=(S.OPEN,),
            target=None,
            actor=LegalActor.MEETING,
            recorded_by=TEAM,
            basis=cite("EBL 64(1)"),
            payload=payloads.BallotCorrected,
            checks=(guards.ballot_is_there,),
            does=("correct_ballot",),
            note=Text("只更正录入的错误，原票保留并写明理由。"),
        ),
        Transition(
            name="count",
            label=Text("计票并形成决议"),
            sources=(S.OPEN,),
            target=S.COUNTED,
            actor=LegalActor.MEETING,
            recorded_by=TEAM,
            basis=cite("EBL 64(1)", "EBL 84(2)", "EBL 97"),
            payload=WithRemark,
            guards=(guards.its_meeting_was_held, guards.vote_has_ended, guards.plan_is_before_the_meeting),
            does=("count_ballots",),
            documents=(Issues(kind=DocumentKind.TALLY_RECORD),),
            serves=(
                Serves(document=DocumentKind.TALLY_RECORD, on=RecipientKind.CHAIR),
                Serves(document=DocumentKind.TALLY_RECORD, on=RecipientKind.ADMINISTRATOR),
            ),
            note=Text("按表决权册和表决票计算，结果记为决议；方案的表决同时推进本案。"),
        ),
        Transition(
            name="withdraw_motion",
            label=Text("撤回议案"),
            sources=(S.OPEN,),
            target=S.WITHDRAWN,
            actor=LegalActor.MEETING,
            recorded_by=TEAM,
            basis=cite("EBL 61(1)"),
            payload=WithReason,
        ),
    ),
)
