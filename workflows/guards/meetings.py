"""Guards of creditors' meetings and their resolutions: section 11.3."""

from datetime import date, timedelta

from models.estate import Meeting, Resolution
from models.vocabulary import DeadlineKind, MeetingForm, MeetingState
from workflows.contents import contents_of
from workflows.deadlines import compute, rule_of
from workflows.guards.plans import PLAN_OF
from workflows.law.citations import cite
from workflows.procedures.liquidation_terms import RUNNING
from workflows.text import Text
from workflows.transition import Attempt, Obstacle


def case_goes_on(meeting: Meeting, attempt: Attempt) -> Obstacle | None:
    """EBL 62: meetings are called in a case that goes on."""
    if meeting.case.state in {state.value for state in RUNNING}:
        return None
    return Obstacle("case_is_over", Text("本案程序已经结束或者正在结束，不再召集会议。"), cite("EBL 62"))


def announcement_named_no_day(meeting: Meeting, attempt: Attempt) -> Obstacle | None:
    """EBL 14(2)⑥, 62(1): the announcement calls the first meeting; this step only if it named no day."""
    flags = meeting.case.flags
    if flags.get("published") and not flags.get("first_meeting_on"):
        return None
    return Obstacle(
        "first_meeting_is_called",
        Text("第一次债权人会议由受理公告召集；日期有变的请推迟会议。"),
        cite("EBL 14(2)⑥", "EBL 62(1)"),
    )


def first_meeting_came_before(meeting: Meeting, attempt: Attempt) -> Obstacle | None:
    """EBL 62: later meetings follow the first."""
    if meeting.case.flags.get("first_meeting_held"):
        return None
    return Obstacle(
        "first_meeting_not_held", Text("第一次债权人会议尚未召开。"), cite("EBL 62(1)", "EBL 62(2)")
    )


def notice_is_in_time(meeting: Meeting, attempt: Attempt) -> Obstacle | None:
    """EBL 63: the creditors are told at least fifteen days before."""
    days = rule_of(DeadlineKind.MEET_NOTICE, on=attempt.on).length or 0
    latest = meeting.planned_on - timedelta(days=days)
    if attempt.on <= latest:
        return None
    return Obstacle(
        "notice_late",
        Text("应当提前{days}日通知，最迟为{day}；请先推迟会议日期。", days=days, day=latest),
        cite("EBL 63"),
    )


def new_day_is_later(meeting: Meeting, attempt: Attempt) -> Obstacle | None:
    """A meeting is postponed, never brought forward: the creditors have been told the day."""
    if attempt.data["planned_on"] > meeting.planned_on:
        return None
    return Obstacle("not_later", Text("新的会议日期须晚于原定日期。"), cite("EBL 63"))


def is_not_the_first(meeting: Meeting, attempt: Attempt) -> Obstacle | None:
    """EBL 62(1): the first meeting is held by the step of the case, which verifies the claims."""
    if meeting.serial != 1:
        return None
    return Obstacle("is_the_first_meeting", Text("第一次债权人会议请在案件页记录。"), cite("EBL 62(1)"))


def planned_day_has_come(meeting: Meeting, attempt: Attempt) -> Obstacle | None:
    """EBL 63: a meeting is held on the day that the creditors were told."""
    if attempt.on >= meeting.planned_on:
        return None
    return Obstacle(
        "before_the_meeting_day",
        Text("通知的会议日期是{day}，不能早于该日召开。", day=meeting.planned_on),
        cite("EBL 63"),
    )


def meeting_of_vote_was_held(resolution: Resolution, attempt: Attempt) -> Obstacle | None:
    """EBL 61, 64: resolutions are made at a meeting that was held."""
    meeting = contents_of(attempt).meeting(attempt.data["meeting_serial"])
    if meeting is not None and meeting.state == MeetingState.HELD.value:
        return None
    return Obstacle(
        "meeting_not_held", Text("没有这次债权人会议，或者会议尚未召开。"), cite("EBL 61", "EBL 64")
    )


def is_not_voted_before_its_meeting(resolution: Resolution, attempt: Attempt) -> Obstacle | None:
    """EBL 64(2): the fifteen days run from the day of the vote, which is none before the meeting."""
    meeting = contents_of(attempt).meeting(attempt.data["meeting_serial"])
    if meeting is None or meeting.held_on is None or attempt.on >= meeting.held_on:
        return None
    return Obstacle(
        "before_the_meeting",
        Text("会议于{day}召开，决议不能早于该日作出。", day=meeting.held_on),
        cite("EBL 64(2)"),
    )


def is_no_plan_of_the_case(resolution: Resolution, attempt: Attempt) -> Obstacle | None:
    """EBL 61(1)⑧⑨⑩: votes on the three plans are steps of the case, because they move it."""
    if attempt.data["matter"] not in PLAN_OF:
        return None
    return Obstacle(
        "vote_is_a_step_of_the_case",
        Text("管理、变价、分配方案的表决请在案件页记录。"),
        cite("EBL 61(1)⑧", "EBL 61(1)⑨", "EBL 61(1)⑩"),
    )


def result_is_to_be_told(resolution: Resolution, attempt: Attempt) -> Obstacle | None:
    """I3-11(1): the result of a vote that was not taken on site is told to the creditors, once."""
    if voted_away(resolution) and resolution.noticed_on is None:
        return None
    return Obstacle("result_is_known", Text("现场表决的结果当场宣布，或者结果已经告知。"), cite("I3 11(1)"))


def revocation_is_in_time(resolution: Resolution, attempt: Attempt) -> Obstacle | None:
    """EBL 64(2), I3-12(3): within fifteen days of the resolution; if voted away, of his own notice of it."""
    since = received_on(resolution, attempt) if voted_away(resolution) else resolution.voted_on
    if since is None:
        return None
    last = compute(DeadlineKind.MEET_REVOKE, since, attempt.settings["calendar"], on=attempt.on).due_on
    if (attempt.data.get("posted_on") or attempt.on) <= last:
        return None
    return Obstacle(
        "revocation_late", Text("请求撤销的期限已于{day}届满。", day=last), cite("EBL 64(2)", "I3 12(3)")
    )


def received_on(resolution: Resolution, attempt: Attempt) -> date | None:
    """On which day the creditor who asks received the result of a vote taken away (I3-12(3)).

    What the service of the paper on him says; else what he has shown; else the day on which all were told.
    """
    served = served_on_him(resolution, attempt)
    return served or attempt.data.get("received_on") or resolution.noticed_on


def served_on_him(resolution: Resolution, attempt: Attempt) -> date | None:
    """On which day the resolution was served on the creditor who asks; None if it was not."""
    creditor = attempt.data.get("creditor")
    return contents_of(attempt).resolution_served_on(resolution.id, creditor) if creditor else None


def receipt_is_possible(resolution: Resolution, attempt: Attempt) -> Obstacle | None:
    """I3-12(3): his own notice counts where the vote was taken away, and not against proof of its service."""
    told = attempt.data.get("received_on")
    if told is None:
        return None
    if not voted_away(resolution):
        why = Text("现场表决的决议自作出之日起算，不因收到通知而另行起算。")
        return Obstacle("voted_on_site", why, cite("EBL 64(2)", "I3 12(3)"))
    if told < resolution.voted_on:
        why = Text("收到通知的日期不得早于决议作出之日{day}。", day=resolution.voted_on)
        return Obstacle("received_before_the_vote", why, cite("I3 12(3)"))
    served = served_on_him(resolution, attempt)
    if served is None or served == told:
        return None
    return Obstacle(
        "served_on_another_day",
        Text("送达记录载明该债权人于{day}收到决议，与填写的日期不一致。", day=served),
        cite("I3 12(3)"),
    )


def was_voted_away(resolution: Resolution, attempt: Attempt) -> Obstacle | None:
    """I3-12(3): only where the vote was taken away may a creditor's time run longer than the others'."""
    if voted_away(resolution):
        return None
    return Obstacle(
        "voted_on_site", Text("现场表决的决议，请求撤销的期限对全体债权人一并届满。"), cite("EBL 64(2)")
    )


def voted_away(resolution: Resolution) -> bool:
    """I3-11(1): whether the vote was taken otherwise than on site, so that its result must be told.

    Not yet, for a resolution that is only being shown before it is recorded.
    """
    meeting: Meeting | None = resolution.meeting
    return meeting is not None and meeting.form != MeetingForm.ON_SITE


def voted_on_site(resolution: Resolution) -> bool:
    """EBL 64(2): whether the fifteen days run from the resolution itself."""
    return not voted_away(resolution)
