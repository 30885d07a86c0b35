"""What the steps of votes do: attendance, the roll, ballots, the count and the resolution it makes."""

from collections.abc import Callable, Iterable
from typing import Any, cast

from sqlalchemy import delete, select

from court_app.services.meetings import tallies, voting_codes, voting_roll
from court_app.services.procedure import parts, steps
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.making_parts import make_resolution
from court_app.services.procedure.step_records import Taken
from models import Attendance, Ballot, Meeting, Motion, Resolution
from models.vocabulary import AttendanceKind, BallotChannel, BallotChoice, MeetingForm
from workflows.calculations.money import plain
from workflows.calculations.remuneration_in_draft import LISTED_IN, remuneration_in_draft
from workflows.calculations.tally import Tally
from workflows.guards.plans import PLAN_OF
from workflows.text import freeze

COMES_BY = {
    MeetingForm.ON_SITE: AttendanceKind.IN_PERSON,
    MeetingForm.ONLINE: AttendanceKind.ONLINE,
    MeetingForm.WRITTEN: AttendanceKind.IN_WRITING,
    MeetingForm.MIXED: AttendanceKind.ONLINE,
}
"""How who votes attends if nothing else is known (I3-11): who is on site of two has signed in."""
DECIDED_BY = {"mgmt_plan": "decide_management_plan", "realisation_plan": "decide_realisation_plan"}
"""The step of the case that records a vote on a plan, whatever the result."""


def motion_of(taken: Taken) -> Motion:
    """The motion whose step it is."""
    return cast(Motion, taken.subject)


def record_attendance(taken: Taken) -> None:
    """Who attends, himself or by whom (EBL 59(4))."""
    meeting = cast(Meeting, taken.subject)
    taken.occasion.session.add_all(
        Attendance(
            meeting_id=meeting.id,
            party_id=row["creditor_id"],
            how=row["how"],
            representative=row["representative"],
            came_at=taken.occasion.now,
        )
        for row in taken.data["creditors"]
    )


def strike_attendance(taken: Taken) -> None:
    """Who did not come after all."""
    meeting, creditor = cast(Meeting, taken.subject), taken.data["creditor_id"]
    own = (Attendance.meeting_id == meeting.id) & (Attendance.party_id == creditor)
    taken.occasion.session.execute(delete(Attendance).where(own))


def issue_codes(taken: Taken) -> None:
    """Codes for voting from the phone; see `voting_codes`."""
    meeting, data = cast(Meeting, taken.subject), taken.data
    made = voting_codes.issue(taken.occasion, meeting, data["creditor_id"], again=data["again"])
    taken.found.update(codes_made=made)


def draw_roll(taken: Taken) -> None:
    """Freeze who may vote on the motion, with how much."""
    voting_roll.draw_up(taken.occasion, motion_of(taken), taken.settings)


def list_remuneration(taken: Taken) -> None:
    """The content of the remuneration plan goes into the draft of a plan or of a composition (AR 10)."""
    motion = motion_of(taken)
    if motion.matter in LISTED_IN:
        plans = CaseContents(taken.occasion.session, taken.case).remunerations()
        motion.remuneration = [freeze(line) for line in remuneration_in_draft(plans)]


def keep_ballots(taken: Taken) -> None:
    """Keep ballots; who votes attends."""
    motion, data = motion_of(taken), taken.data
    channel = data.get("channel", BallotChannel.PHONE)
    rows = data.get("ballots", [data])
    attend(taken, motion.meeting, [row["creditor_id"] for row in rows])
    taken.occasion.session.add_all(
        Ballot(
            motion_id=motion.id,
            party_id=row["creditor_id"],
            choice=row["choice"],
            channel=channel,
            cast_at=taken.occasion.now,
            kept_by="" if channel == BallotChannel.PHONE else taken.occasion.name,
        )
        for row in rows
    )


def attend(taken: Taken, meeting: Meeting, creditors: Iterable[int]) -> None:
    """Enter into the attendance list who votes without having signed in (I3-11(1))."""
    session, wanted = taken.occasion.session, set(creditors)
    there = CaseContents(session, taken.case).attending(meeting.id, wanted)
    session.add_all(
        Attendance(
            meeting_id=meeting.id,
            party_id=creditor,
            how=COMES_BY[meeting.form],
            came_at=taken.occasion.now,
        )
        for creditor in sorted(wanted - there)
    )


def correct_ballot(taken: Taken) -> None:
    """A ballot that was keyed in wrongly stays and stands no more; what it should say takes its place."""
    motion, data, session = motion_of(taken), taken.data, taken.occasion.session
    wrong = session.scalars(
        select(Ballot).where(
            Ballot.motion_id == motion.id, Ballot.party_id == data["creditor_id"], Ballot.stands
        )
    ).one()
    wrong.stands, wrong.reason = False, data["reason"][:200]
    session.flush()
    if data["choice"] is not None:
        session.add(
            Ballot(
                motion_id=motion.id,
                party_id=data["creditor_id"],
                choice=data["choice"],
                channel=wrong.channel,
                cast_at=taken.occasion.now,
                kept_by=taken.occasion.name,
            )
        )


def count_ballots(taken: Taken) -> None:
    """Count, keep figures and working, and make the resolution that follows."""
    motion, session = motion_of(taken), taken.occasion.session
    session.flush()
    found = tallies.count(session, motion)
    motion.counted_on = taken.on
    motion.present, motion.total_fen = found.present.heads, found.total_fen
    motion.for_heads, motion.for_fen = figures_for(found)
    motion.working = [freeze(line) for line in found.working]
    record_result(taken, motion, found.result.passed)
    session.flush()
    motion.resolution = session.scalars(
        select(Resolution)
        .where(Resolution.case_id == motion.case_id)
        .order_by(Resolution.serial.desc())
        .limit(1)
    ).one()
    taken.found.update(passed=found.result.passed)


def figures_for(found: Tally) -> tuple[int, int]:
    """Heads and fen in favour."""
    own = found.choices[BallotChoice.FOR]
    return own.heads, own.fen


def record_result(taken: Taken, motion: Motion, passed: bool) -> None:
    """The vote on a plan moves the case; any other is a resolution by itself."""
    figures = {
        "effective_on": taken.on.isoformat(),
        "present": motion.present,
        "for_heads": motion.for_heads,
        "for_fen": plain(motion.for_fen or 0),
        "total_fen": plain(motion.total_fen or 0),
        "meeting_serial": motion.meeting.serial,
    }
    plan = PLAN_OF.get(motion.matter)
    if plan is not None:
        steps.take(taken.occasion, taken.case, plan_step(taken, plan, passed), figures, version=None)
        return
    step = "resolution_passed" if passed else "resolution_failed"
    voted: dict[str, Any] = {**figures, "matter": motion.matter.value, "subject": motion.subject}
    if motion.group is not None:
        voted |= {"group": motion.group.value, "consultation": motion.consultation}
    made = parts.blank(taken.occasion, taken.case, parts.PARTS["resolutions"])
    steps.begin(taken.occasion, made, step, voted, make_resolution)


def plan_step(taken: Taken, plan: str, passed: bool) -> str:
    """Which step of the case a vote on a plan is; a distribution plan may be lost twice (EBL 65(2))."""
    if plan in DECIDED_BY:
        return DECIDED_BY[plan]
    if passed:
        return "distribution_plan_passed"
    lost_before = taken.case.flags.get(plan) == "FAILED_ONCE"
    return "distribution_plan_failed_twice" if lost_before else "distribution_plan_failed"


VOTING_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "record_attendance": record_attendance,
    "strike_attendance": strike_attendance,
    "issue_codes": issue_codes,
    "draw_roll": draw_roll,
    "list_remuneration": list_remuneration,
    "keep_ballots": keep_ballots,
    "correct_ballot": correct_ballot,
    "count_ballots": count_ballots,
}
