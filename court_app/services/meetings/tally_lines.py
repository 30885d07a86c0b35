"""A creditor of the roll in words: his claims, how he stands in the vote, why he has none."""

from collections.abc import Iterable

from court_app.services.meetings.tallies import RollRow
from models import VotingRight
from models.vocabulary import ClaimClass, NoVote, RightsBy
from workflows.calculations.money import yuan
from workflows.text import thaw

TYPED = "随议案填写"
"""What is said of an investor whom no list names."""


def line_of(place: int, row: RollRow, *, equity: bool) -> tuple[str, ...]:
    """A creditor, or an investor, of the roll as a line of the tally sheet."""
    ballot, listed = row.ballot, row.right.listed
    return (
        str(listed.get("serial", place) if equity else place),
        row.right.party.name,
        grounds_of(row.right),
        yuan(row.right.counts_fen),
        row.standing.zh,
        ballot.channel.zh if ballot else "—",
        why_not(row.right) or "—",
    )


def grounds_of(right: VotingRight) -> str:
    """By what somebody votes: his claims, or his row of the list of investors."""
    if right.listed:
        by = RightsBy(right.listed["by"])
        return f"名册{right.listed['serial']}号 {thaw(right.listed['working'])}按{by.zh}表决"
    return "；".join(map(claim_in_words, right.claims)) or TYPED


def why_not(right: VotingRight) -> str:
    """Why somebody of the roll has no vote; empty if he has one."""
    if right.may_vote:
        return ""
    return reasons(right.claims) or (right.why.zh if right.why else "")


def claim_in_words(kept: dict[str, object]) -> str:
    """A row of the register as the roll keeps it."""
    said = f"{kept['serial']} {ClaimClass(str(kept['class'])).zh} {yuan(int(str(kept['stands_fen'])))}"
    working = kept.get("working")
    return f"{said}（{thaw(working)}）" if working else said


def reasons(kept: Iterable[dict[str, object]]) -> str:
    """Why claims give no vote, each reason once."""
    found = {str(row["why"]) for row in kept if row["why"]}
    return "；".join(why.zh for why in NoVote if why.value in found)
