"""Motions, ballots and counts as the clerk keys them in."""

from typing import Any

from court_app.services.meetings import tallies
from models import Motion
from tests.liquidation.playing import Liquidation

FOR, AGAINST, ABSTAIN = "FOR", "AGAINST", "ABSTAIN"


def creditor(case: Liquidation, claim: int) -> int:
    """The creditor of a claim."""
    return int(case.part("claims", claim).party_id)


def ballots(case: Liquidation, **choices: str) -> list[dict[str, Any]]:
    """Ballots by the number of the claim: `c1="FOR"`."""
    return [{"creditor_id": creditor(case, int(name[1:])), "choice": said} for name, said in choices.items()]


def put(case: Liquidation, matter: str = "61.5", **more: Any) -> int:
    """A motion is put to the vote at the first meeting; returns its number."""
    return case.begin("motions", "put_to_vote", meeting_serial=1, matter=matter, subject="继续营业", **more)


def key(case: Liquidation, motion: int, **choices: str) -> None:
    """Ballots are keyed in."""
    case.move("motions", motion, "key_ballots", ballots=ballots(case, **choices))


def counted(case: Liquidation, motion: int) -> Motion:
    """A motion is counted."""
    case.move("motions", motion, "count")
    found: Motion = case.part("motions", motion)
    return found


def total_of(case: Liquidation, motion: int) -> int:
    """All that the roll of a motion counts, in fen."""
    with case.play.bench.reading() as session:
        return tallies.count(session, session.query(Motion).filter_by(serial=motion).one()).total_fen
