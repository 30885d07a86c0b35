"""What minutes, resolutions and the committee's report know: who met, what was voted on, the figures."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, object_session

from models import (
    Committee,
    Deadline,
    Deliberation,
    Disposal,
    Document,
    Meeting,
    Motion,
    Resolution,
)
from models.vocabulary import (
    Addressee,
    DeadlineKind,
    DeliberationState,
    DisposalState,
    DocumentKind,
    DocumentState,
    MeetingForm,
    MeetingState,
    MotionState,
    ResolutionState,
)
from workflows.calculations.money import yuan
from workflows.law.citations import cite, together
from workflows.law.votes import rule_for
from workflows.numerals import arabic_date
from workflows.text import thaw

Told = dict[str, Any]
KEPT = (DocumentState.ISSUED.value, DocumentState.SUPERSEDED.value)


def of_meeting(meeting: Meeting) -> Told:
    """Which meeting it is, when and where, about what; once it was held, what came of it (EBL 62 to 64)."""
    told = {
        "meeting_number": meeting.serial,
        "meeting_on": meeting.held_on or meeting.planned_on,
        "planned_on": meeting.planned_on,
        "meeting_form": meeting.form.zh,
        "meeting_time": meeting.time,
        "meeting_place": meeting.place,
        "called_by_whom": meeting.called_by.zh,
        "agenda": meeting.agenda,
    }
    session = object_session(meeting)
    if session is None or meeting.state != MeetingState.HELD.value:
        return told
    return told | {
        "noticed_on": meeting.noticed_on,
        "meeting_chair": meeting.chair,
        "present": meeting.present,
        "present_fen": meeting.present_fen,
        "minutes": meeting.minutes,
        "motions": motions_of(session, meeting),
        "edition": earlier_minutes(session, meeting) + 1,
    }


def earlier_minutes(session: Session, meeting: Meeting) -> int:
    """How often minutes of a meeting were issued."""
    chosen = select(func.count(Document.id)).where(
        Document.machine == "meeting",
        Document.subject_id == meeting.id,
        Document.kind == DocumentKind.MEETING_MINUTES,
        Document.state.in_(KEPT),
    )
    return session.scalar(chosen) or 0


def motions_of(session: Session, meeting: Meeting) -> list[Told]:
    """What a meeting voted on, with figures and result; votes that were recorded without ballots too."""
    motions = session.scalars(
        select(Motion)
        .where(Motion.meeting_id == meeting.id, Motion.state == MotionState.COUNTED.value)
        .order_by(Motion.serial)
    )
    groups = {motion.resolution_id: motion.group.zh for motion in motions if motion.group is not None}
    resolutions = session.scalars(
        select(Resolution).where(Resolution.meeting_id == meeting.id).order_by(Resolution.serial)
    )
    return [line_of(one, groups.get(one.id, "")) for one in resolutions]


def line_of(resolution: Resolution, group: str) -> Told:
    """A vote as a line of the minutes."""
    return {
        "subject": f"{resolution.subject}（{group}）" if group else resolution.subject,
        "heads": f"{resolution.for_heads}／{resolution.present}",
        "sums": f"{yuan(resolution.for_fen)}／{yuan(resolution.total_fen)}",
        "result": "未通过" if resolution.state == ResolutionState.FAILED.value else "通过",
    }


def of_resolution(resolution: Resolution) -> Told:
    """What was resolved, when, with which figures, and until when its revocation may be asked (EBL 64)."""
    meeting, rule = resolution.meeting, rule_for(resolution.matter, resolution.group)
    told = {
        "resolution_subject": resolution.subject,
        "resolution_matter": resolution.matter.zh,
        "voting_group": resolution.group.zh if resolution.group else "",
        "resolved_on": resolution.voted_on,
        "meeting_number": meeting.serial,
        "meeting_on": meeting.held_on or resolution.voted_on,
        "meeting_form": meeting.form.zh,
        "meeting_place": meeting.place,
        "meeting_chair": meeting.chair,
        "told_later": meeting.form != MeetingForm.ON_SITE,
        "present": resolution.present,
        "for_heads": resolution.for_heads,
        "for_fen": resolution.for_fen,
        "total_fen": resolution.total_fen,
        "vote_basis": together((*cite("EBL 61(1)"), *rule.basis), "zh"),
        "vote_working": [],
    }
    session = object_session(resolution)
    if session is None:
        return told
    motion = counted_into(session, resolution)
    if motion is not None:
        told["motion_content"] = motion.content
        told["vote_working"] = [thaw(line, "zh", str) for line in motion.working]
    return told | {"revocable_until_on": revocable_until(session, resolution)}


def counted_into(session: Session, resolution: Resolution) -> Motion | None:
    """The motion whose count made a resolution; while it is being made, the one that was just counted."""
    own = select(Motion).where(Motion.meeting_id == resolution.meeting_id, Motion.matter == resolution.matter)
    found = session.scalars(own.where(Motion.resolution_id == resolution.id)).first()
    if found is not None:
        return found
    just_counted = own.where(Motion.resolution_id.is_(None), Motion.state == MotionState.COUNTED.value)
    return session.scalars(just_counted.order_by(Motion.id.desc())).first()


def revocable_until(session: Session, resolution: Resolution) -> Any:
    """The last day for asking the court to revoke a resolution, where its clock runs already."""
    clock = session.scalars(
        select(Deadline)
        .where(
            Deadline.case_id == resolution.case_id,
            Deadline.kind == DeadlineKind.MEET_REVOKE,
            Deadline.machine == "resolution",
            Deadline.subject_id == resolution.id,
        )
        .order_by(Deadline.id.desc())
    ).first()
    return clock.due_on if clock else None


def of_committee(committee: Committee) -> Told:
    """The resolution that chose the members; who sits; what they decided and what was reported to them."""
    told: Told = {
        "resolution_subject": committee.resolution.subject,
        "resolved_on": committee.resolution.voted_on,
        "meeting_number": committee.resolution.meeting.serial,
        "recognised_on": committee.recognised_on,
    }
    session = object_session(committee)
    if session is None:
        return told
    decisions = session.scalars(
        select(Deliberation).where(Deliberation.committee_id == committee.id).order_by(Deliberation.serial)
    )
    acts = session.scalars(
        select(Disposal)
        .where(Disposal.case_id == committee.case_id, Disposal.addressee == Addressee.COMMITTEE)
        .order_by(Disposal.serial)
    )
    return told | {
        "decisions": [
            row_of(one.serial, one.subject, one.decided_on, DeliberationState(one.state)) for one in decisions
        ],
        "reported_acts": [
            row_of(one.serial, one.subject, one.reported_on, DisposalState(one.state)) for one in acts
        ],
    }


def row_of(serial: int, subject: str, on: Any, state: DeliberationState | DisposalState) -> Told:
    """A decision or a report as a line of the committee's own report."""
    return {"serial": serial, "subject": subject, "on": arabic_date(on), "result": state.zh}
