"""Guards of minutes and of reports to the creditors' meeting: EBL 23, 58, 61; I3-14."""

from models.committee import Committee
from models.estate import Meeting
from models.vocabulary import ClaimState, DocumentKind, MeetingState
from workflows.contents import contents_of
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

MINUTES = DocumentKind.MEETING_MINUTES


def every_motion_is_decided(meeting: Meeting, attempt: Attempt) -> Obstacle | None:
    """EBL 61, 64: minutes give the result of every vote of the meeting."""
    count = contents_of(attempt).motions_open_at(meeting.id)
    if not count:
        return None
    return Obstacle(
        "votes_are_open",
        Text("本次会议还有{count}项议案没有计票；计票或者撤回后再制作会议记录。", count=count),
        cite("EBL 61(1)", "EBL 64(1)"),
    )


def no_minutes_are_in_hand(meeting: Meeting, attempt: Attempt) -> Obstacle | None:
    """One draft at a time: what is wrong in it is revised, or it is discarded."""
    if not contents_of(attempt).papers_in_hand("meeting", meeting.id, MINUTES):
        return None
    return Obstacle(
        "minutes_in_hand",
        Text("会议记录已经起草，尚未制作正本；请修改该草稿，或者先将其作废。"),
        cite("DESIGN"),
    )


def new_minutes_have_a_reason(meeting: Meeting, attempt: Attempt) -> Obstacle | None:
    """What takes the place of minutes that were issued says why."""
    issued = contents_of(attempt).papers_issued("meeting", meeting.id, MINUTES)
    if not issued or attempt.data["reason"]:
        return None
    return Obstacle(
        "reason_is_missing", Text("会议记录已有制作正本的，请填写重新制作的理由。"), cite("DESIGN")
    )


def some_claims_are_listed(meeting: Meeting, attempt: Attempt) -> Obstacle | None:
    """EBL 58(1): the table that goes to the meeting has claims that are yet to be verified."""
    if contents_of(attempt).claims_in(ClaimState.LISTED):
        return None
    return Obstacle(
        "nothing_to_verify", Text("没有已列入债权表、尚待核查的债权。"), cite("EBL 57(1)", "EBL 58(1)")
    )


def meeting_of_report_is_there(committee: Committee, attempt: Attempt) -> Obstacle | None:
    """I3-14(2): the committee reports to a meeting that is called or was held."""
    meeting = contents_of(attempt).meeting(attempt.data["meeting_serial"])
    if meeting is not None and meeting.state != MeetingState.CANCELLED.value:
        return None
    return Obstacle("no_such_meeting", Text("没有这次债权人会议，或者会议已经取消。"), cite("I3 14(2)"))
