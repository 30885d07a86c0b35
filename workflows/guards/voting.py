"""Guards of votes: who attends, what may be put to the vote, who may vote, when it is counted."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from models.estate import Meeting
from models.vocabulary import MeetingForm, MeetingState
from models.voting import Motion
from workflows.contents import contents_of
from workflows.guards.plans import PLAN_OF
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

VOTABLE = {
    "mgmt_plan": {"PROPOSED"},
    "realisation_plan": {"PROPOSED"},
    "distribution_plan": {"PROPOSED", "FAILED_ONCE"},
}
"""Where a plan stands that may be voted on: the distribution plan twice (EBL 65)."""
TAKES_VOTES = frozenset({MeetingState.NOTICED.value, MeetingState.HELD.value})
MOST_NAMED = 5
"""So many creditors are named in a reason."""


def named(ids: Iterable[int], attempt: Attempt) -> list[str]:
    """The names of some creditors, as a reason lists them."""
    chosen = sorted(ids)
    names = list(contents_of(attempt).names_of(chosen[:MOST_NAMED]))
    return [*names, *(["…"] if len(chosen) > MOST_NAMED else [])]


def creditors_in(attempt: Attempt, field: str) -> set[int]:
    """The creditors whom a list names."""
    return {row["creditor_id"] for row in attempt.data[field]}


def who_comes_is_a_creditor(meeting: Meeting, attempt: Attempt) -> Obstacle | None:
    """EBL 59(1): members of the meeting are creditors who have filed, and employees by their list."""
    named_here = creditors_in(attempt, "creditors")
    strangers = named_here - contents_of(attempt).holders_of_claims(named_here)
    if not strangers:
        return None
    return Obstacle(
        "not_a_creditor",
        Text("没有在本案申报债权，不能签到：{names}。", names=named(strangers, attempt)),
        cite("EBL 59(1)"),
    )


def nobody_came_before(meeting: Meeting, attempt: Attempt) -> Obstacle | None:
    """A creditor signs in once: one creditor is one head (EBL 64(1))."""
    already = contents_of(attempt).attending(meeting.id, creditors_in(attempt, "creditors"))
    if not already:
        return None
    return Obstacle(
        "already_signed_in", Text("已经签到：{names}。", names=named(already, attempt)), cite("EBL 64(1)")
    )


def he_signed_in(meeting: Meeting, attempt: Attempt) -> Obstacle | None:
    """Struck off is who signed in and has not voted."""
    one = {attempt.data["creditor_id"]}
    if not contents_of(attempt).attending(meeting.id, one):
        wrong = Text("没有签到：{names}。", names=named(one, attempt))
        return Obstacle("not_signed_in", wrong, cite("EBL 59(1)"))
    if contents_of(attempt).voted_at(meeting.id, one):
        wrong = Text("已经表决，请先在议案中更正其表决票：{names}。", names=named(one, attempt))
        return Obstacle("has_voted", wrong, cite("EBL 64(1)"))
    return None


def meeting_takes_votes(motion: Motion, attempt: Attempt) -> Obstacle | None:
    """EBL 61, 63: put to the vote at a meeting that was noticed; on site not before its day."""
    meeting = contents_of(attempt).meeting(attempt.data["meeting_serial"])
    if meeting is None or meeting.state not in TAKES_VOTES:
        return Obstacle(
            "meeting_takes_no_votes",
            Text("没有这次债权人会议，或者尚未通知债权人。"),
            cite("EBL 61(1)", "EBL 63"),
        )
    if meeting.form == MeetingForm.ON_SITE and attempt.on < meeting.planned_on:
        return Obstacle(
            "before_the_meeting_day",
            Text("现场会议在{day}召开，不能早于该日表决。", day=meeting.planned_on),
            cite("EBL 63"),
        )
    return None


def last_day_is_named(motion: Motion, attempt: Attempt) -> Obstacle | None:
    """I3-11(1): a vote that is not taken on site has a last day."""
    meeting, closes_on = (
        contents_of(attempt).meeting(attempt.data["meeting_serial"]),
        attempt.data["closes_on"],
    )
    if closes_on is not None and closes_on < attempt.on:
        return Obstacle("closes_in_the_past", Text("表决截止日期不能早于提交表决之日。"), cite("I3 11(1)"))
    if meeting is None or meeting.form == MeetingForm.ON_SITE or closes_on is not None:
        return None
    missing = Text("网络会议、书面表决、现场与网络并行的会议须填写表决截止日期。")
    return Obstacle("no_last_day", missing, cite("I3 11(1)"))


def plan_is_before_the_meeting(motion: Motion, attempt: Attempt) -> Obstacle | None:
    """EBL 61(1)⑧⑨⑩, 65: a plan that was proposed and neither adopted nor for the court to rule."""
    matter = attempt.data.get("matter") or motion.matter
    plan = PLAN_OF.get(matter)
    if plan is None or motion.case.flags.get(plan) in VOTABLE[plan]:
        return None
    return Obstacle(
        "plan_not_before_the_meeting",
        Text("该方案没有提出，或者已经通过，或者已经可以由法院裁定：{matter}。", matter=matter),
        cite("EBL 61(1)", "EBL 65"),
    )


def plan_is_not_being_voted_on(motion: Motion, attempt: Attempt) -> Obstacle | None:
    """One vote on a plan at a time."""
    matter = attempt.data["matter"]
    if matter not in PLAN_OF or not contents_of(attempt).open_motions(matter):
        return None
    return Obstacle(
        "already_being_voted_on", Text("该方案正在表决，请先计票或者撤回。"), cite("EBL 61(1)", "EBL 64(1)")
    )


def somebody_has_a_vote(motion: Motion, attempt: Attempt) -> Obstacle | None:
    """EBL 59(1)(2): there are claims that are confirmed, or amounts fixed for voting."""
    if contents_of(attempt).claims_with_a_vote():
        return None
    return Obstacle(
        "nobody_has_a_vote",
        Text("没有已经确定的债权，法院也没有临时确定债权额：没有债权人享有表决权。"),
        cite("EBL 59(1)", "EBL 59(2)"),
    )


def vote_has_not_closed(motion: Motion, attempt: Attempt) -> Obstacle | None:
    """I3-11(1): votes are taken from the day on which the motion was put until the last day named."""
    if attempt.on < motion.put_on:
        return Obstacle("before_the_vote", Text("{day}才提交表决。", day=motion.put_on), cite("EBL 61(1)"))
    if motion.closes_on is None or attempt.on <= motion.closes_on:
        return None
    return Obstacle("vote_is_closed", Text("表决已于{day}截止。", day=motion.closes_on), cite("I3 11(1)"))


def voters_named(attempt: Attempt) -> set[int]:
    """Whose ballots a step brings."""
    data: Any = attempt.data
    return creditors_in(attempt, "ballots") if "ballots" in data else {data["creditor_id"]}


def everybody_may_vote(motion: Motion, attempt: Attempt) -> Obstacle | None:
    """EBL 59: a vote has who stands on the roll of the motion with a vote."""
    wanted = voters_named(attempt)
    strangers = wanted - contents_of(attempt).with_a_vote(motion.id, wanted)
    if not strangers:
        return None
    return Obstacle(
        "may_not_vote",
        Text("对本议案不享有表决权：{names}；理由见表决权册。", names=named(strangers, attempt)),
        cite("EBL 59(1)", "EBL 59(2)", "EBL 59(3)"),
    )


def nobody_has_voted(motion: Motion, attempt: Attempt) -> Obstacle | None:
    """EBL 64(1): one creditor, one ballot; what was keyed in wrongly is corrected with a reason."""
    already = contents_of(attempt).voted_on(motion.id, voters_named(attempt))
    if not already:
        return None
    return Obstacle(
        "has_voted_already",
        Text("已经表决：{names}；录入有误的，由书记员更正。", names=named(already, attempt)),
        cite("EBL 64(1)"),
    )


def ballot_is_there(motion: Motion, attempt: Attempt) -> Obstacle | None:
    """Corrected is a ballot that was cast."""
    one = {attempt.data["creditor_id"]}
    if contents_of(attempt).voted_on(motion.id, one):
        return None
    wrong = Text("没有表决票可以更正：{names}。", names=named(one, attempt))
    return Obstacle("no_ballot", wrong, cite("EBL 64(1)"))


def its_meeting_was_held(motion: Motion, attempt: Attempt) -> Obstacle | None:
    """EBL 61, 64: a resolution is made at a meeting that was held."""
    if motion.meeting.state == MeetingState.HELD.value:
        return None
    return Obstacle(
        "meeting_not_held",
        Text("请先记录本次会议已经召开。"),
        cite("EBL 61(1)", "EBL 64(1)"),
    )


def vote_has_ended(motion: Motion, attempt: Attempt) -> Obstacle | None:
    """I3-11(1): counted is after the last day, or once everybody has voted."""
    closes_on: date | None = motion.closes_on
    if closes_on is None or attempt.on > closes_on or not contents_of(attempt).yet_to_vote(motion.id):
        return None
    return Obstacle(
        "vote_goes_on",
        Text("表决于{day}终了截止，此前仍可表决；全部表决的可以提前计票。", day=closes_on),
        cite("I3 11(1)"),
    )
