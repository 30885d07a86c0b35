"""The count of a motion, from its roll, its ballots and the attendance list; and the rows behind it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from court_app.services.occasion import Occasion
from court_app.services.paging import Paged
from court_app.services.searching_keys import named
from models import Attendance, Ballot, Motion, Party, VotingRight
from models.vocabulary import BallotChoice, NoVote, RightsBy, Term
from workflows.calculations.equity_roll import SHARES_AS_YUAN
from workflows.calculations.tally import Cast, Tally, tally
from workflows.law.settings import read_settings
from workflows.law.votes import VoteRule, rule_for


class Standing(Term):
    """How a creditor of the roll stands in a vote: what a list of them is narrowed to."""

    FOR = "FOR", "同意", "for"
    AGAINST = "AGAINST", "不同意", "against"
    ABSTAIN = "ABSTAIN", "弃权", "abstained"
    SILENT = "SILENT", "出席未表决", "present, no ballot"
    AWAY = "AWAY", "未出席", "absent"
    NO_VOTE = "NO_VOTE", "无表决权", "no vote"


@dataclass(frozen=True, slots=True)
class RollRow:
    """A creditor of the roll with what he said, if anything, and whether he came."""

    right: VotingRight
    ballot: Ballot | None
    attends: bool

    @property
    def standing(self) -> Standing:
        """How he stands in the vote."""
        if not self.right.may_vote:
            return Standing.NO_VOTE
        if self.ballot is not None:
            return Standing(self.ballot.choice.value)
        return Standing.SILENT if self.attends else Standing.AWAY


@dataclass(frozen=True, slots=True)
class RollPage(Paged):
    """A page of a roll, and how many creditors fit."""

    rows: list[RollRow]
    total: int
    page: int
    size: int


def count(session: Session, motion: Motion) -> Tally:
    """The count of a motion as it stands now; the database adds up creditors who are alike."""
    came = Attendance.id.is_not(None)
    alike = (VotingRight.may_vote, came, Ballot.choice)
    sums = (func.count(VotingRight.id), func.sum(VotingRight.counts_fen))
    rows = session.execute(joined(motion, select(*alike, *sums)).group_by(*alike))
    casts = [
        Cast(may, int(fen), there or choice is not None, choice, heads)
        for may, there, choice, heads, fen in rows
    ]
    found = tally(rule_of(motion), casts, without_vote(session, motion))
    if motion.rights_by == RightsBy.SHARES:
        return replace(found, working=(SHARES_AS_YUAN, *found.working))
    return found


def rule_of(motion: Motion) -> VoteRule:
    """The rule by which a motion is voted on, as the court has set it."""
    settings = read_settings(motion.case.court.settings)
    return rule_for(motion.matter, motion.group, equity_of_all=bool(settings["equity_votes_of_all"]))


def without_vote(session: Session, motion: Motion) -> Mapping[NoVote, int]:
    """How many creditors of the roll have no vote, by the reason, in the order of the vocabulary."""
    rows = session.execute(
        select(VotingRight.why, func.count(VotingRight.id))
        .where(VotingRight.motion_id == motion.id, VotingRight.why.is_not(None))
        .group_by(VotingRight.why)
    )
    found = {why: total for why, total in rows if why is not None}
    return {why: found[why] for why in NoVote if why in found}


def joined(motion: Motion, chosen: Any) -> Any:
    """A choice from the roll with the ballot that stands and the entry of the attendance list."""
    return (
        chosen.select_from(VotingRight)
        .outerjoin(
            Ballot,
            and_(Ballot.motion_id == motion.id, Ballot.party_id == VotingRight.party_id, Ballot.stands),
        )
        .outerjoin(
            Attendance,
            and_(Attendance.meeting_id == motion.meeting_id, Attendance.party_id == VotingRight.party_id),
        )
        .where(VotingRight.motion_id == motion.id)
    )


NARROWED = {
    Standing.NO_VOTE: (~VotingRight.may_vote,),
    Standing.SILENT: (VotingRight.may_vote, Ballot.id.is_(None), Attendance.id.is_not(None)),
    Standing.AWAY: (VotingRight.may_vote, Ballot.id.is_(None), Attendance.id.is_(None)),
    **{Standing(choice.value): (VotingRight.may_vote, Ballot.choice == choice) for choice in BallotChoice},
}


def rows_of(
    occasion: Occasion,
    motion: Motion,
    *,
    standing: Standing | None = None,
    text: str = "",
    page: int = 1,
    size: int = 50,
) -> RollPage:
    """The roll by the number of the creditor's first claim: narrowed, searched by name, pinyin or number."""
    fits: list[Any] = list(NARROWED[standing]) if standing else []
    if text.isdecimal():
        fits.append(VotingRight.first_claim == int(text[:9]))
    elif text:
        own = select(Party.id).where(Party.case_id == motion.case_id, named(text))
        fits.append(VotingRight.party_id.in_(own))
    session, page = occasion.session, max(page, 1)
    total = session.scalar(joined(motion, select(func.count(VotingRight.id))).where(*fits)) or 0
    chosen = joined(motion, select(VotingRight, Ballot, Attendance.id)).where(*fits)
    found = session.execute(chosen.order_by(VotingRight.first_claim).limit(size).offset((page - 1) * size))
    rows = [RollRow(right, ballot, came is not None) for right, ballot, came in found]
    return RollPage(rows, total, page, size)


def whole_roll(session: Session, motion: Motion) -> list[RollRow]:
    """The whole roll by the number of the creditor's first claim."""
    chosen = joined(motion, select(VotingRight, Ballot, Attendance.id)).order_by(VotingRight.first_claim)
    return [RollRow(right, ballot, came is not None) for right, ballot, came in session.execute(chosen)]


def corrected(occasion: Occasion, motion: Motion) -> list[tuple[Ballot, str]]:
    """The ballots of a motion that were corrected, with the creditor's name, oldest first."""
    rows = occasion.session.execute(
        select(Ballot, Party.name)
        .join(Party, Party.id == Ballot.party_id)
        .where(Ballot.motion_id == motion.id, ~Ballot.stands)
        .order_by(Ballot.id)
    )
    return [(ballot, name) for ballot, name in rows]
