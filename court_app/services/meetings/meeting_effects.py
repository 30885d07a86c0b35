"""What the steps of meetings and resolutions do, and the meetings and votes of a case's own steps."""

from collections.abc import Callable
from typing import cast

from sqlalchemy import select

from court_app.errors import BadInput
from court_app.services.claims.claim_effects import verify_claims
from court_app.services.meetings import attendance
from court_app.services.procedure import parts
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.step_records import Taken
from models import Meeting, Party, Resolution
from models.vocabulary import MeetingCaller, MeetingForm, MeetingState, ResolutionMatter
from workflows.calculations.majority import ordinary_majority
from workflows.calculations.money import plain
from workflows.guards.holdings import CALLING
from workflows.guards.plan_votes import REFUSED
from workflows.guards.plans import PLAN_OF
from workflows.text import N_, UNPUBLISHED, Text, freeze

FIRST = 1
"""The number of the first creditors' meeting."""
PLAN_MATTERS = {
    "mgmt_plan": (ResolutionMatter.M8, N_("财产管理方案")),
    "realisation_plan": (ResolutionMatter.M9, N_("财产变价方案")),
    "distribution_plan": (ResolutionMatter.M10, N_("财产分配方案")),
}
DAYS_OF_NOTICE = ("claims_deadline", "first_meeting_on", "first_meeting_time")
"""What a past announcement, recorded afterwards, may not have said."""
FIGURES = ("present", "for_heads", "for_fen", "total_fen")


def meeting_of(taken: Taken) -> Meeting:
    """The meeting whose step it is."""
    return cast(Meeting, taken.subject)


def resolution_of(taken: Taken) -> Resolution:
    """The resolution whose step it is."""
    return cast(Resolution, taken.subject)


def reckon_proposers(taken: Taken) -> None:
    """What the creditors who propose the meeting hold of all claims today (EBL 62(2))."""
    if not taken.data["proposers"]:
        return
    contents = CaseContents(taken.occasion.session, taken.case)
    found = CALLING.holding(taken.data, taken.settings, contents)
    meeting_of(taken).working = [freeze(line) for line in CALLING.working(found, contents)]


def record_second_vote_refused(taken: Taken) -> None:
    """The class will not vote again (EBL 87(2))."""
    resolution = resolution_of(taken)
    resolution.flags = {**resolution.flags, REFUSED: taken.on.isoformat()}


def record_notice(taken: Taken) -> None:
    """The day on which the creditors were told (EBL 63)."""
    meeting_of(taken).noticed_on = taken.on


def plan_first_meeting(taken: Taken) -> None:
    """The day of the first meeting, where the announcement named none."""
    planned = meeting_of(taken).planned_on
    taken.case.flags = {**taken.case.flags, "first_meeting_on": planned.isoformat()}


def postpone_meeting(taken: Taken) -> None:
    """A new day; the creditors are to be told again."""
    meeting = meeting_of(taken)
    meeting.planned_on, meeting.noticed_on = taken.data["planned_on"], None
    if meeting.serial == FIRST:
        taken.case.flags = {**taken.case.flags, "first_meeting_on": meeting.planned_on.isoformat()}


def record_session(taken: Taken) -> None:
    """Who came, what was said; the chair as he was."""
    meeting, data = meeting_of(taken), taken.data
    meeting.held_on = taken.on
    meeting.present, meeting.present_fen = attendance_told(taken, meeting)
    meeting.minutes = data["minutes"]
    meeting.chair = taken.case.flags.get("chair_name", "")


def attendance_told(taken: Taken, meeting: Meeting) -> tuple[int, int]:
    """Heads and fen of those present: as was told, else by the attendance list.

    Raises:
        BadInput: if neither says who came.
    """
    data = taken.data
    if data["present"] is not None and data["present_fen"] is not None:
        return data["present"], data["present_fen"]
    found = attendance.present_at(taken.occasion, meeting, taken.settings)
    if found is None:
        raise BadInput({"present": [Text("请填写出席人数和债权额，或者先登记债权人签到。")]})
    heads, fen = found
    return (
        heads if data["present"] is None else data["present"],
        fen if data["present_fen"] is None else data["present_fen"],
    )


def record_result_told(taken: Taken) -> None:
    """The day on which the creditors learnt the result (I3-11(1))."""
    resolution_of(taken).noticed_on = taken.on


def record_revocation_asked(taken: Taken) -> None:
    """The day on which a creditor asked the court to revoke it, or posted that (EBL 64(2))."""
    resolution_of(taken).revocation_asked_on = taken.data["posted_on"] or taken.on


def reopen_plan(taken: Taken) -> None:
    """A revoked resolution adopts no plan: the creditors must resolve anew (EBL 64(2))."""
    plan = PLAN_OF.get(resolution_of(taken).matter)
    if plan is not None:
        taken.case.flags = {name: value for name, value in taken.case.flags.items() if name != plan}


def call_first_meeting(taken: Taken) -> None:
    """The announcement calls the first meeting and tells its day (EBL 14(2)⑥); if it names one."""
    data, flags = taken.data, dict(taken.case.flags)
    if data["claims_deadline"] is not None:
        flags["claims_deadline"] = data["claims_deadline"].isoformat()
    if data["first_meeting_on"] is not None:
        flags["first_meeting_on"] = data["first_meeting_on"].isoformat()
        parts.begin_within(
            taken,
            "meetings",
            "call_first",
            {
                "called_by": MeetingCaller.COURT.value,
                "form": MeetingForm.ON_SITE.value,
                "planned_on": data["first_meeting_on"].isoformat(),
                "time": data["first_meeting_time"] or "",
                "place": data["first_meeting_place"],
                "agenda": str(Text("第一次债权人会议")),
            },
        )
    if data["departs_because"]:
        flags["departed"] = data["departs_because"]
        taken.found.update({name: UNPUBLISHED for name in DAYS_OF_NOTICE if data[name] is None})
    if data["day_unpublished"]:
        flags["announcement_unpublished"] = True
    taken.case.flags = flags


def record_chair(taken: Taken) -> None:
    """Who presides (EBL 60(1))."""
    party = taken.occasion.session.get_one(Party, taken.data["chair_party_id"])
    taken.case.flags = {**taken.case.flags, "chair": party.id, "chair_name": party.name}
    taken.found["chair_name"] = party.name


def record_first_meeting(taken: Taken) -> None:
    """The first meeting was held: its minutes, and the claims it verified (EBL 58(1))."""
    data, meeting = taken.data, first_meeting_of(taken)
    if meeting is None:
        raise BadInput({"effective_on": [Text("第一次债权人会议尚未召集：公告没有写明会议日期。")]})
    meeting.form = data["form"]
    present, present_fen = attendance_told(taken, meeting)
    held = {"present": present, "present_fen": plain(present_fen), "minutes": data["minutes"]}
    parts.take_within(taken, meeting, "hold_first", held)
    flags = {**taken.case.flags, "first_meeting_held_on": taken.on.isoformat()}
    if data["claims_verified"]:
        flags["claims_verified_on"] = taken.on.isoformat()
    taken.case.flags = flags
    if data["claims_verified"]:
        verify_claims(taken)


def first_meeting_of(taken: Taken) -> Meeting | None:
    """The first meeting, if it was called."""
    return taken.occasion.session.scalar(
        select(Meeting).where(Meeting.case_id == taken.case.id, Meeting.serial == FIRST)
    )


def record_vote_on(plan: str) -> Callable[[Taken], None]:
    """The effect that records a vote on a plan: the flag by its result, the resolution with its figures."""

    def effect(taken: Taken) -> None:
        data = taken.data
        result = ordinary_majority(**{name: data[name] for name in FIGURES})
        keep_resolution(taken, plan, passed=result.passed)
        state = "PASSED" if result.passed else "FAILED_ONCE"
        taken.case.flags = {**taken.case.flags, plan: state}

    return effect


def keep_resolution(taken: Taken, plan: str, *, passed: bool) -> None:
    """Keep a vote on a plan as a resolution of the meeting named, else of the last that was held."""
    data = taken.data
    meeting = meeting_voted_at(taken, data.get("meeting_serial"))
    if meeting is None:
        raise BadInput({"present": [Text("还没有召开过债权人会议，不能记录表决。")]})
    matter, subject = PLAN_MATTERS[plan]
    parts.begin_within(
        taken,
        "resolutions",
        "plan_passed" if passed else "plan_failed",
        {
            "meeting_serial": meeting.serial,
            "matter": matter.value,
            "subject": subject,
            "present": data["present"],
            "for_heads": data["for_heads"],
            "for_fen": plain(data["for_fen"]),
            "total_fen": plain(data["total_fen"]),
        },
    )


def meeting_voted_at(taken: Taken, serial: int | None) -> Meeting | None:
    """The meeting of that number, or the last one, among those that were held."""
    held = select(Meeting).where(Meeting.case_id == taken.case.id, Meeting.state == MeetingState.HELD.value)
    if serial is not None:
        held = held.where(Meeting.serial == serial)
    latest = held.order_by(Meeting.held_on.desc(), Meeting.serial.desc()).limit(1)
    return taken.occasion.session.scalar(latest)


MEETING_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "reckon_proposers": reckon_proposers,
    "record_second_vote_refused": record_second_vote_refused,
    "record_notice": record_notice,
    "plan_first_meeting": plan_first_meeting,
    "postpone_meeting": postpone_meeting,
    "record_session": record_session,
    "record_result_told": record_result_told,
    "record_revocation_asked": record_revocation_asked,
    "reopen_plan": reopen_plan,
    "call_first_meeting": call_first_meeting,
    "record_chair": record_chair,
    "record_first_meeting": record_first_meeting,
    "record_vote_on_mgmt_plan": record_vote_on("mgmt_plan"),
    "record_vote_on_realisation_plan": record_vote_on("realisation_plan"),
}
