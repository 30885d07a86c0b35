"""Who attends a creditors' meeting: the list, a page at a time, and what those present stand for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from court_app.services.meetings import voting_roll
from court_app.services.occasion import Occasion
from court_app.services.paging import Paged
from court_app.services.searching_keys import named
from models import Attendance, Claim, Meeting, Party
from models.vocabulary import ClaimState, ResolutionMatter
from workflows.calculations.voting_roll import Question, roll


@dataclass(frozen=True, slots=True)
class Member:
    """A creditor of the case as the attendance list shows him: by his first claim, and whether he came."""

    party: Party
    first_claim: int
    came: Attendance | None


@dataclass(frozen=True, slots=True)
class Members(Paged):
    """A page of the attendance list; how many creditors fit, and how many have come at all."""

    rows: list[Member]
    total: int
    attending: int
    page: int
    size: int


def present_at(occasion: Occasion, meeting: Meeting, settings: Mapping[str, Any]) -> tuple[int, int] | None:
    """Heads with a vote and their claims in fen, of those who signed in; None if nobody did.

    An ordinary resolution is what they could vote on; sums are those without security (EBL 64(1)).
    """
    came = set(
        occasion.session.scalars(select(Attendance.party_id).where(Attendance.meeting_id == meeting.id))
    )
    if not came:
        return None
    question = Question(ResolutionMatter.M11)
    rights = roll(question, voting_roll.stakes_of(occasion.session, meeting.case))
    present = [right for right in rights if right.may_vote and right.creditor in came]
    return len(present), sum(right.counts_fen for right in present)


def members(
    occasion: Occasion, meeting: Meeting, *, text: str = "", only: str = "", page: int = 1, size: int = 50
) -> Members:
    """The creditors of the case by their first claim; `only` narrows to who "came" or is "away"."""
    first = (
        select(Claim.party_id, func.min(Claim.serial).label("first"))
        .where(Claim.case_id == meeting.case_id, Claim.state != ClaimState.WITHDRAWN.value)
        .group_by(Claim.party_id)
        .subquery()
    )
    there = (Attendance.meeting_id == meeting.id) & (Attendance.party_id == first.c.party_id)
    fits: list[Any] = []
    if only in {"came", "away"}:
        fits.append(Attendance.id.is_not(None) if only == "came" else Attendance.id.is_(None))
    if text.isdecimal():
        fits.append(first.c.first == int(text[:9]))
    elif text:
        fits.append(named(text))
    session, page = occasion.session, max(page, 1)
    counted = select(func.count(Party.id)).join(first, first.c.party_id == Party.id)
    total = session.scalar(counted.outerjoin(Attendance, there).where(*fits)) or 0
    chosen = (
        select(Party, first.c.first, Attendance)
        .join(first, first.c.party_id == Party.id)
        .outerjoin(Attendance, there)
        .where(*fits)
        .order_by(first.c.first)
    )
    rows = session.execute(chosen.limit(size).offset((page - 1) * size))
    came = select(func.count(Attendance.id)).where(Attendance.meeting_id == meeting.id)
    return Members(
        [Member(party, number, entry) for party, number, entry in rows],
        total,
        session.scalar(came) or 0,
        page,
        size,
    )
