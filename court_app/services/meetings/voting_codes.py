"""Codes by which creditors, and the class of investors, vote from their phones; see `paper_codes`.

Whoever holds the paper on which a code is printed votes for whom it names. Made anew, the one before is void.
"""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select

from court_app.errors import BadInput
from court_app.services.meetings.investors_class import places_of, voting_investors
from court_app.services.occasion import Occasion
from court_app.services.papers import paper_codes
from court_app.services.procedure import steps
from models import Claim, Meeting, Party, VotingCode
from models.vocabulary import ClaimState
from workflows.procedures.meeting import MEETING
from workflows.text import Text

PURPOSE = "vote"


@dataclass(frozen=True, slots=True)
class Slip:
    """What is handed to a creditor: his first claim, his name, his code; or to an investor, by his place."""

    first_claim: int
    creditor: str
    code: str
    investor: int = 0

    @property
    def number(self) -> str:
        """The number that is printed before the name."""
        return f"出资人{self.investor}" if self.investor else str(self.first_claim)


def code_of(secret: str, meeting_id: int, party_id: int, edition: int) -> str:
    """A creditor's code in a meeting, in groups of four."""
    return paper_codes.derived(secret, PURPOSE, meeting_id, party_id, edition)


def digest_of(typed: str) -> str:
    """What is kept of a code, however it was typed."""
    return paper_codes.digest_of(PURPOSE, typed)


def issue(occasion: Occasion, meeting: Meeting, creditor_id: int | None, *, again: bool = False) -> int:
    """Make codes for every creditor who has none, or one anew; returns how many were made.

    Raises:
        BadInput: if the creditor who is named has no code yet, if it was made anew before and nobody says
            that it is to be made `again`, or if nobody needs one.
    """
    session = occasion.session
    if creditor_id is not None:
        kept = session.scalar(
            select(VotingCode).where(VotingCode.meeting_id == meeting.id, VotingCode.party_id == creditor_id)
        )
        if kept is None:
            raise BadInput({"creditor_id": [Text("该债权人在本次会议还没有表决码。")]})
        if kept.edition > 1 and not again:
            wrong = Text(
                "该债权人的表决码已经重制过，现行的是第{edition}次制发的；再次重制以后，它也作废。"
                "确需再次重制的，请勾选“已经重制过的，再次重制”。",
                edition=kept.edition,
            )
            raise BadInput({"again": [wrong]})
        kept.edition += 1
        kept.digest = digest_of(code_of(occasion.secret, meeting.id, creditor_id, kept.edition))
        return 1
    waiting = without_code(occasion, meeting)
    if not waiting:
        raise BadInput({"creditor_id": [Text("全体债权人都已经有表决码；遗失的请单独重制。")]})
    session.add_all(
        VotingCode(
            meeting_id=meeting.id,
            party_id=party_id,
            digest=digest_of(code_of(occasion.secret, meeting.id, party_id, 1)),
        )
        for party_id in waiting
    )
    return len(waiting)


def editions(occasion: Occasion, meeting: Meeting, creditors: Collection[int]) -> dict[int, int]:
    """How often the codes of some creditors were made for a meeting."""
    chosen = select(VotingCode.party_id, VotingCode.edition).where(
        VotingCode.meeting_id == meeting.id, VotingCode.party_id.in_(creditors)
    )
    found: dict[int, int] = dict(occasion.session.execute(chosen).all())
    return found


def without_code(occasion: Occasion, meeting: Meeting) -> list[int]:
    """Who has no code in this meeting: creditors of the case, and who votes in its class of investors."""
    known = select(VotingCode.party_id).where(VotingCode.meeting_id == meeting.id)
    chosen = select(Claim.party_id).where(
        Claim.case_id == meeting.case_id,
        Claim.state != ClaimState.WITHDRAWN.value,
        Claim.party_id.not_in(known),
    )
    needing = {*occasion.session.scalars(chosen), *occasion.session.scalars(voting_investors(meeting))}
    return sorted(needing - set(occasion.session.scalars(known)))


def may_hand_out(occasion: Occasion, meeting: Meeting) -> bool:
    """Whether the person may make and print codes: whoever has a code votes."""
    row = MEETING.named("issue_codes")[0]
    return row.permits(steps.attempt_of(occasion, meeting).standing)


def count_of(occasion: Occasion, meeting: Meeting) -> int:
    """How many creditors have a code in this meeting."""
    chosen = select(func.count(VotingCode.id)).where(VotingCode.meeting_id == meeting.id)
    return occasion.session.scalar(chosen) or 0


def slips(occasion: Occasion, meeting: Meeting) -> list[Slip]:
    """Every code, creditors by their first claim, then investors: to be printed, and kept nowhere."""
    first = (
        select(Claim.party_id, func.min(Claim.serial).label("first"))
        .where(Claim.case_id == meeting.case_id)
        .group_by(Claim.party_id)
        .subquery()
    )
    rows = occasion.session.execute(
        select(first.c.first, Party.name, VotingCode.party_id, VotingCode.edition)
        .join(Party, Party.id == VotingCode.party_id)
        .join(first, first.c.party_id == VotingCode.party_id)
        .where(VotingCode.meeting_id == meeting.id)
        .order_by(first.c.first)
    )
    made = [
        Slip(serial, name, code_of(occasion.secret, meeting.id, party_id, edition))
        for serial, name, party_id, edition in rows
    ]
    return made + slips_of_investors(occasion, meeting)


def slips_of_investors(occasion: Occasion, meeting: Meeting) -> list[Slip]:
    """The codes of those who vote in the class of investors, by their places."""
    places = places_of(meeting)
    rows = occasion.session.execute(
        select(places.c.place, Party.name, VotingCode.party_id, VotingCode.edition)
        .join(Party, Party.id == VotingCode.party_id)
        .join(places, places.c.party_id == VotingCode.party_id)
        .where(VotingCode.meeting_id == meeting.id)
        .order_by(places.c.place, VotingCode.party_id)
    )
    return [
        Slip(0, name, code_of(occasion.secret, meeting.id, party_id, edition), place)
        for place, name, party_id, edition in rows
    ]


def find(occasion: Occasion, typed: str) -> VotingCode | None:
    """Whose code was typed; None if it is nobody's."""
    if not paper_codes.may_be_one(typed):
        return None
    return occasion.session.scalar(select(VotingCode).where(VotingCode.digest == digest_of(typed)))
