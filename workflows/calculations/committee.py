"""Whether the committee's decision is carried: consents of all its members, compared exactly (I3-14(1))."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.vocabulary import VoteCast
from workflows.calculations.majority import limb
from workflows.law.thresholds import ALL_MEMBERS
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class Count:
    """The result of a vote of the committee, the least it needs, and its working."""

    carried: bool
    members: int
    yes: int
    needed: int
    working: tuple[Text, ...]


def count(votes: Iterable[VoteCast]) -> Count:
    """Count the votes of all members; who abstains or stays away is a member all the same.

    Source: I3-14(1).
    """
    cast = tuple(votes)
    yes, members = cast.count(VoteCast.FOR), len(cast)
    carried = ALL_MEMBERS.reached(yes, members)
    return Count(
        carried,
        members,
        yes,
        ALL_MEMBERS.needs(members),
        (
            Text(
                "全体成员{members}人：同意{yes}人，反对{no}人，弃权{abstained}人，未参加{absent}人。",
                members=members,
                yes=yes,
                no=cast.count(VoteCast.AGAINST),
                abstained=cast.count(VoteCast.ABSTAINED),
                absent=cast.count(VoteCast.ABSENT),
            ),
            limb(Text("同意的成员"), ALL_MEMBERS, str(yes), str(members), carried),
            Text("至少须{needed}人同意。", needed=ALL_MEMBERS.needs(members)),
        ),
    )
