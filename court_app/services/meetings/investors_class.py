"""The class of investors at a meeting (EBL 85(2)): who votes in it, by his place on its list."""

from dataclasses import dataclass

from sqlalchemy import Select, Subquery, func, select

from court_app.services.occasion import Occasion
from court_app.services.searching_keys import named
from models import Meeting, Motion, Party, VotingRight
from models.vocabulary import MotionState, VotingGroup


@dataclass(frozen=True, slots=True)
class ClassMember:
    """An investor who votes in a class, and his place on the list."""

    party: Party
    place: int


def places_of(meeting: Meeting) -> Subquery:
    """Who may vote in the class of investors at a meeting, each with his first place on a list.

    Whose rights the plan does not adjust has no vote (EBL 85(2)), and so needs no code.
    """
    return (
        select(VotingRight.party_id, func.min(VotingRight.first_claim).label("place"))
        .join(Motion, Motion.id == VotingRight.motion_id)
        .where(
            Motion.meeting_id == meeting.id,
            Motion.group == VotingGroup.EQUITY,
            Motion.state != MotionState.WITHDRAWN.value,
            VotingRight.may_vote,
        )
        .group_by(VotingRight.party_id)
        .subquery()
    )


def voting_investors(meeting: Meeting) -> Select[int]:
    """The parties who may vote in the class of investors at a meeting."""
    return select(places_of(meeting).c.party_id)


def found(occasion: Occasion, meeting: Meeting, text: str, size: int) -> list[ClassMember]:
    """Those of them who are called so, or stand at that place; the first `size`."""
    places = places_of(meeting)
    fits = places.c.place == int(text[:9]) if text.isdecimal() else named(text)
    chosen = select(Party, places.c.place).join(places, places.c.party_id == Party.id).where(fits)
    rows = occasion.session.execute(chosen.order_by(places.c.place).limit(size))
    return [ClassMember(party, place) for party, place in rows]
