"""The worked vote of the law file out of the case: roll, ballots, count, on three matters and a variant."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import Claim, Motion, VotingRight
from models.vocabulary import ClaimClass as C
from tests.liquidation.playing import CLERK, Liquidation
from tests.liquidation.random_estates import CONDITIONAL, SUED, EstateDrawn, Owed, Stage, Thing, laid

At = Callable[[str], Liquidation]
BANK_A, BANK_B, S2, S3, S4, TAX, S7, S8, S6 = range(4, 13)
"""Their numbers in the register: the case has had three claims before."""
CLAIMS = (
    Owed(C.SEC, 650_000_000),
    Owed(C.SEC, 300_000_000, assets=(0,)),
    Owed(C.ORD, 777_777_777),
    Owed(C.ORD, 333_333_333),
    Owed(C.ORD, 100_000_001),
    Owed(C.TAX, 292_345_678),
    Owed(C.ORD, 500_000_000, SUED),
    Owed(C.ORD, 66_666_666),
    Owed(C.ORD, 200_000_000, CONDITIONAL),
)
MACHINES = Thing(215_000_000, 5_000_000)
SOLD = EstateDrawn(CLAIMS, (MACHINES,), 0)
UNSOLD = EstateDrawn((CLAIMS[0], Owed(C.SEC, 300_000_000), *CLAIMS[2:]), (), 0)
PRESENT = (BANK_A, BANK_B, S2, S3, S4, TAX, S7)
IN_FAVOUR = (BANK_A, S2, S4, TAX)


def proposed(stage: Stage, matter: str) -> None:
    """What is voted on is there."""
    if matter == "61.9":
        stage.step("propose_realisation_plan", plan="网络拍卖。")
    if matter == "61.10":
        figures = {"available_fen": "1000000", "remuneration_fen": "0", "method": "银行转账。"}
        stage.step("propose_distribution_plan", order_and_ratio="依法定顺序。", **figures)


def voted(stage: Stage, matter: str, present: tuple[int, ...] = PRESENT) -> Motion:
    """A motion is put; those present who have a vote say what they want, in this order; it is counted."""
    for claim in stage.session.query(Claim).filter_by(case_id=stage.row.id, serial=S7):
        claim.provisional_fen = 400_000_000
    stage.session.flush()
    proposed(stage, matter)
    play, case = stage.case.play, stage.case.case
    put = {"meeting_serial": 1, "matter": matter, "subject": "表决"}
    motion = play.begin_part(case, "motions", "put_to_vote", CLERK, **put)
    parties = {c.serial: c.party_id for c in stage.session.query(Claim).filter_by(case_id=stage.row.id)}
    row = stage.session.query(Motion).filter_by(case_id=case, serial=motion).one()
    for serial in present:
        said: dict[str, Any] = {
            "creditor_id": parties[serial],
            "choice": "FOR" if serial in IN_FAVOUR else "AGAINST",
        }
        if may_vote(stage, row, parties[serial]):
            play.part_step(case, "motions", motion, "key_ballots", ballots=[said])
    play.part_step(case, "motions", motion, "count")
    return row


def may_vote(stage: Stage, motion: Motion, party: int) -> bool:
    """Whether a creditor has a vote on a motion."""
    right = stage.session.query(VotingRight).filter_by(motion_id=motion.id, party_id=party).one()
    return right.may_vote


@pytest.mark.parametrize(
    ("estate", "matter", "present", "heads", "for_fen", "total_fen", "passed"),
    [
        (SOLD, "61.9", 7, 4, 1_170_123_456, 2_060_123_455, "PASSED"),
        (SOLD, "61.10", 6, 3, 1_170_123_456, 2_060_123_455, "FAILED"),
        (UNSOLD, "61.10", 5, 3, 1_170_123_456, 1_970_123_455, "PASSED"),
        (SOLD, "61.7", 6, 3, 1_170_123_456, 2_060_123_455, "FAILED"),
    ],
)
def test_the_worked_vote_comes_out_of_the_roll_and_the_ballots(
    at_on_sqlite: At,
    estate: EstateDrawn,
    matter: str,
    present: int,
    heads: int,
    for_fen: int,
    total_fen: int,
    passed: str,
) -> None:
    with laid(at_on_sqlite("declared"), estate) as stage:
        found = voted(stage, matter)

        assert (found.present, found.for_heads) == (present, heads)
        assert (found.for_fen, found.total_fen) == (for_fen, total_fen)
        assert found.resolution is not None
        assert found.resolution.state == passed


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(PRESENT))
def test_the_order_in_which_ballots_are_keyed_does_not_matter(at_on_sqlite: At, order: list[int]) -> None:
    with laid(at_on_sqlite("declared"), SOLD) as stage:
        found = voted(stage, "61.9", tuple(order))

        assert (found.present, found.for_heads, found.for_fen) == (7, 4, 1_170_123_456)
