"""The count of a motion with 3,000 ballots, from the database to the printed working, against a bare query.

Printed in milliseconds and as ratios within one run; the goal of the count is 50 ms. The case is brought to
the vote by real steps, and all ballots are keyed in by real steps; only the claims are inserted, for this
benchmark alone.
"""

import tempfile
import time
from pathlib import Path

from sqlalchemy import func, insert, select

from benchmarks.goals import against
from benchmarks.many_cases import median_ms, page
from benchmarks.notices import add_creditors
from benchmarks.steps import stage
from court_app.demo.actors import Play
from court_app.services.claims import claim_register
from court_app.services.meetings import tallies
from court_app.services.procedure import parts
from models import Ballot, Claim, Motion, Party
from models.vocabulary import ClaimClass, ClaimState, PartyRole
from tests.notices.building import accepted_case, publish
from workflows.payloads.voting import MOST_AT_ONCE

BALLOTS = 3_000
GOAL_MS = 50
CLERK = "heqieyu"
SAYS = ("FOR", "FOR", "AGAINST", "ABSTAIN")


def with_claims(play: Play, case: int) -> list[int]:
    """A confirmed claim of every creditor; returns the creditors."""
    with play.bench.writing() as session, session.begin():
        creditors = session.scalars(
            select(Party.id).where(Party.case_id == case, Party.role == PartyRole.CREDITOR)
        ).all()
        rows = [
            {
                "case_id": case,
                "serial": serial,
                "party_id": party,
                "claim_class": ClaimClass.ORD,
                "state": ClaimState.CONFIRMED.value,
                "flags": {},
                "filed_fen": 100_000 * serial,
                "admitted_fen": 90_000 * serial,
                "fixed_fen": 90_000 * serial,
                "filed_on": play.day,
                "version": 1,
            }
            for serial, party in enumerate(creditors, 1)
        ]
        session.execute(insert(Claim), rows)
        claims = session.scalars(select(Claim).where(Claim.case_id == case)).all()
        claim_register.enter(play.occasion(session, CLERK), claims, play.day)
        return list(creditors)


def voted(play: Play, case: int, creditors: list[int]) -> int:
    """A motion on which all of them have voted; returns its number."""
    motion = play.begin_part(
        case, "motions", "put_to_vote", meeting_serial=1, matter="61.5", subject="继续营业"
    )
    for start in range(0, len(creditors), MOST_AT_ONCE):
        ballots = [
            {"creditor_id": party, "choice": SAYS[party % len(SAYS)]}
            for party in creditors[start : start + MOST_AT_ONCE]
        ]
        play.part_step(case, "motions", motion, "key_ballots", ballots=ballots)
    return motion


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        play = stage(Path(folder))
        case = accepted_case(play)
        add_creditors(play, case, BALLOTS - 3)
        play.later(3)
        publish(play, case)
        creditors = with_claims(play, case)
        with play.bench.reading() as session:
            meeting = parts.find(play.occasion(session, CLERK), case, "meetings", 1)
            planned = meeting.planned_on  # type: ignore[union-attr]
        play.later((planned - play.day).days)
        begun = time.perf_counter()
        motion = voted(play, case, creditors)
        keyed = time.perf_counter() - begun

        def count() -> object:
            with play.bench.reading() as session:
                chosen = select(Motion).where(Motion.case_id == case, Motion.serial == motion)
                return tallies.count(session, session.scalars(chosen).one()).working

        def floor() -> object:
            with play.bench.reading() as session:
                return session.execute(
                    select(Ballot.choice, func.count(Ballot.id)).group_by(Ballot.choice)
                ).all()

        ours, bare = median_ms(count), median_ms(floor)
        print(f"{len(creditors)} ballots keyed in {keyed:.1f} s; count {against(ours, GOAL_MS, 'ms')}")
        print(f"bare count by choice {bare:.1f} ms, ratio {ours / bare:.0f}")
        path = f"/cases/{case}/motions/{motion}/roll"
        print(f"page …/roll: {median_ms(page(play, path)):.0f} ms")
        play.bench.database.dispose()


if __name__ == "__main__":
    main()
