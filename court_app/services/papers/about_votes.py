"""What the tally of a vote knows: motion, threshold and working, every creditor with his ballot."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, object_session

from court_app.services.meetings import tallies
from court_app.services.meetings.tally_lines import grounds_of, why_not
from models import Ballot, Motion, Party
from models.vocabulary import ResolutionState
from workflows.law.citations import cite, together
from workflows.law.votes import rule_for
from workflows.text import thaw

Told = dict[str, Any]


def of_motion(motion: Motion) -> Told:
    """Which vote it is; once it is counted, the figures and the whole roll (EBL 64)."""
    session = object_session(motion)
    if session is None or motion.counted_on is None or motion.resolution is None:
        return {}
    meeting, roll = motion.meeting, tallies.whole_roll(session, motion)
    return {
        "motion_serial": motion.serial,
        "resolution_subject": motion.subject,
        "resolution_matter": motion.matter.zh,
        "voting_group": motion.group.zh if motion.group else "",
        "motion_content": motion.content,
        "put_on": motion.put_on,
        "closes_on": motion.closes_on,
        "meeting_number": meeting.serial,
        "meeting_on": meeting.held_on or meeting.planned_on,
        "meeting_form": meeting.form.zh,
        "meeting_place": meeting.place,
        "vote_basis": together((*cite("EBL 59(1)"), *rule_for(motion.matter, motion.group).basis), "zh"),
        "vote_working": [thaw(line, "zh", str) for line in motion.working],
        "carried": motion.resolution.state != ResolutionState.FAILED.value,
        "roll_count": len(roll),
        "voters_count": sum(row.right.may_vote for row in roll),
        "tally_rows": [row_of(place, row) for place, row in enumerate(roll, 1)],
        "corrected_ballots": corrections(session, motion),
    }


def row_of(place: int, row: tallies.RollRow) -> Told:
    """A creditor of the roll as a line of the tally."""
    right, ballot = row.right, row.ballot
    return {
        "place": place,
        "creditor": right.party.name,
        "claims": grounds_of(right),
        "counts_fen": right.counts_fen,
        "standing": row.standing.zh,
        "channel": ballot.channel.zh if ballot else "—",
        "why_not": why_not(right),
    }


def corrections(session: Session, motion: Motion) -> list[Told]:
    """The ballots that were corrected, each with its reason."""
    rows = session.execute(
        select(Party.name, Ballot.choice, Ballot.reason)
        .join(Party, Party.id == Ballot.party_id)
        .where(Ballot.motion_id == motion.id, ~Ballot.stands)
        .order_by(Ballot.id)
    )
    return [{"creditor": name, "choice": choice.zh, "reason": reason} for name, choice, reason in rows]
