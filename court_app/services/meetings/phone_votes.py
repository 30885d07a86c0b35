"""Voting from the phone by a code: what is before a creditor or investor, what he has said, and saying it."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from court_app.errors import BadInput
from court_app.services.casework import cases
from court_app.services.meetings import voting_codes
from court_app.services.occasion import Occasion
from court_app.services.procedure import steps
from models import Ballot, Motion, VotingCode, VotingRight
from models.vocabulary import BallotChannel, BallotChoice, MotionState, NoVote, PartyRole, VotingGroup
from workflows.text import Text

OF_INVESTORS = frozenset({PartyRole.INTERESTED, PartyRole.INVESTOR})
"""What an investor is in the case: typed with a motion, or on the case's list."""


@dataclass(frozen=True, slots=True)
class Before:
    """A motion before a creditor: his right to vote on it, and his ballot if he has cast one."""

    motion: Motion
    right: VotingRight
    ballot: Ballot | None

    @property
    def is_open(self) -> bool:
        """Whether he may still vote on it."""
        return self.right.may_vote and self.ballot is None and self.motion.state == MotionState.OPEN.value

    @property
    def reasons(self) -> list[NoVote]:
        """Why his claims, or his rights as an investor, give no vote."""
        own = [NoVote(row["why"]) for row in self.right.claims if row["why"]]
        return own or ([self.right.why] if self.right.why else [])

    @property
    def by_capital(self) -> bool:
        """Whether he votes as an investor, by his capital (EBL 85(2))."""
        return self.motion.group == VotingGroup.EQUITY


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies before a creditor who has entered his code."""

    code: VotingCode
    motions: list[Before]

    @property
    def of_investor(self) -> bool:
        """Whether an investor has entered it, who is a party of his own beside the creditors."""
        return self.code.party.role in OF_INVESTORS


def desk_of(occasion: Occasion, typed: str) -> Desk | None:
    """What is put to the vote in the meeting of a code; None if the code is nobody's."""
    code = voting_codes.find(occasion, typed)
    return None if code is None else desk_of_code(occasion, code)


def desk_of_code(occasion: Occasion, code: VotingCode) -> Desk:
    """What is put to the vote in the meeting of a code."""
    rows = occasion.session.execute(
        select(Motion, VotingRight, Ballot)
        .join(VotingRight, VotingRight.motion_id == Motion.id)
        .outerjoin(
            Ballot,
            (Ballot.motion_id == Motion.id) & (Ballot.party_id == VotingRight.party_id) & Ballot.stands,
        )
        .where(
            Motion.meeting_id == code.meeting_id,
            VotingRight.party_id == code.party_id,
            Motion.state != MotionState.WITHDRAWN.value,
        )
        .order_by(Motion.serial)
    )
    return Desk(code, [Before(motion, right, ballot) for motion, right, ballot in rows])


def cast(occasion: Occasion, typed: str, choices: Mapping[int, BallotChoice]) -> Desk:
    """Vote on motions by their number; what he has said before in the same words is not said twice.

    Raises:
        BadInput: if the code is nobody's, or he names a motion that is not before him.
        StepRefused: if he may not vote, the vote is closed, or he has voted otherwise before.
    """
    code = voting_codes.find(occasion, typed)
    if code is None:
        raise BadInput({"code": [Text("没有这个表决码，请对照表决码通知重新输入。")]})
    cases.lock(occasion, code.meeting.case_id)
    desk = desk_of_code(occasion, code)
    before = {each.motion.serial: each for each in desk.motions}
    if strangers := set(choices) - set(before):
        raise BadInput({"choice": [Text("本次会议没有第{serials}号议案。", serials=sorted(strangers))]})
    system = occasion.by_the_law_itself()
    for serial, choice in sorted(choices.items()):
        each = before[serial]
        if said_before(each, choice):
            continue
        said = {"creditor_id": code.party_id, "choice": choice.value}
        steps.take(system, each.motion, "vote_by_code", said, version=None)
    return desk_of_code(occasion, code)


def said_before(each: Before, choice: BallotChoice) -> bool:
    """Whether the very same was said from the phone before: a form that was sent twice."""
    kept = each.ballot
    return kept is not None and (kept.choice, kept.channel) == (choice, BallotChannel.PHONE)
