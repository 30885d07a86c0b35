"""The class of investors out of the list of them: its roll, frozen, its codes, its count (EBL 85(2))."""

from typing import Any

import pytest

from court_app.services.meetings import tallies
from court_app.services.meetings.tally_lines import line_of
from models import Motion, VotingRight
from models.vocabulary import BallotChoice, NoVote, RightsBy
from tests.liquidation.playing import CLERK, JUDGE, REASON, Liquidation
from tests.liquidation.test_investors_by_code import said, slips
from tests.liquidation.test_plan_classes import HOLDERS, classes, put
from tests.liquidation.test_surplus import investor
from workflows.text import thaw

__all__ = ["classes"]
STAR, FAR, SU = "江澜晨星投资有限公司", "望川远航实业有限公司", "温知夏"


@pytest.fixture
def listed(classes: Liquidation) -> Liquidation:
    """1,000,000 subscribed and 600,000 paid in; 400,000 and all of it; nothing of either."""
    investor(classes, STAR, 600_000)
    investor(classes, FAR, 400_000, subscribed_fen="400000")
    investor(classes, SU, 0, subscribed_fen="0", kind="PERSON")
    return classes


def rows(case: Liquidation, motion: int) -> list[tuple[int, str, bool, int, NoVote | None]]:
    """The roll of a motion: number on the list, name, whether with a vote, how much, why not."""
    with case.play.bench.reading() as session:
        found = session.query(VotingRight).filter_by(motion_id=case.part("motions", motion).id)
        return [
            (one.listed["serial"], one.party.name, one.may_vote, one.counts_fen, one.why)
            for one in found.order_by(VotingRight.first_claim)
        ]


def test_the_roll_is_drawn_from_the_list_by_its_numbers(listed: Liquidation) -> None:
    motion = put(listed, "EQUITY")

    assert rows(listed, motion) == [
        (1, STAR, True, 100_000_000, None),
        (2, FAR, True, 40_000_000, None),
        (3, SU, False, 0, NoVote.NO_HOLDING),
    ]
    assert listed.part("motions", motion).rights_by == RightsBy.SUBSCRIBED


def test_by_the_articles_capital_paid_in_counts(listed: Liquidation) -> None:
    motion = put(listed, "EQUITY", rights_by="PAID_IN")

    assert [row[3] for row in rows(listed, motion)] == [60_000_000, 40_000_000, 0]


def test_whose_rights_are_not_adjusted_is_named_by_his_number(listed: Liquidation) -> None:
    left_out = {"unaffected": "2", "unaffected_because": "其出资不作调整。"}

    motion = put(listed, "EQUITY", **left_out)

    assert rows(listed, motion)[1] == (2, FAR, False, 0, NoVote.UNAFFECTED)
    assert listed.refused(put, listed, "EQUITY", unaffected="9", unaffected_because="误。") == [
        "class_is_voting",
        "no_such_investor",
    ]


def test_with_a_list_nobody_is_typed_and_who_is_struck_is_not_on_the_roll(listed: Liquidation) -> None:
    listed.move("investors", 3, "strike_investor", **REASON)

    typed = listed.refused(put, listed, "EQUITY", investors=HOLDERS)

    assert typed == ["investors_are_listed"]
    assert [row[0] for row in rows(listed, put(listed, "EQUITY"))] == [1, 2]


def test_without_a_list_and_without_anybody_typed_the_class_does_not_vote(classes: Liquidation) -> None:
    assert classes.refused(put, classes, "EQUITY") == ["no_investors"]


def corrected(case: Liquidation) -> None:
    """The first investor turns out to have subscribed twice as much."""
    told: dict[str, Any] = {"name": STAR, "kind": "ENTERPRISE", "holding": "CONTRIBUTION", "source": "章程。"}
    case.move("investors", 1, "correct_investor", **told, subscribed_fen="2000000", paid_in_fen="600000")


def test_the_roll_stays_as_it_was_when_the_motion_was_put(listed: Liquidation) -> None:
    motion = put(listed, "EQUITY")

    corrected(listed)
    listed.move("claims", 4, "fix_expected_deficiency", JUDGE, deficiency_fen="500000", **REASON)

    assert rows(listed, motion)[0][3] == 100_000_000


def test_a_court_that_says_why_has_it_drawn_up_again(listed: Liquidation) -> None:
    motion = put(listed, "EQUITY")
    corrected(listed)

    listed.move("motions", motion, "draw_roll_again", **REASON)

    assert rows(listed, motion)[0][3] == 200_000_000


def test_a_share_is_a_vote(classes: Liquidation) -> None:
    by_shares = {"holding": "SHARES", "subscribed_fen": "0"}
    investor(classes, STAR, 0, shares="200", **by_shares)
    investor(classes, FAR, 0, shares="100", **by_shares)
    motion = put(classes, "EQUITY")
    classes.move("meetings", 1, "issue_codes")

    said(classes, STAR, motion, BallotChoice.FOR)
    said(classes, FAR, motion, BallotChoice.AGAINST)
    classes.move("motions", motion, "count")

    found = classes.part("motions", motion)
    assert (found.resolution.state, found.for_fen, found.total_fen) == ("PASSED", 20_000, 30_000)
    assert thaw(found.working[0]) == "表决权按股份计算，一股记作一元。"


def test_they_vote_by_code_and_the_tally_names_the_row_of_each(listed: Liquidation) -> None:
    motion = put(listed, "EQUITY")
    listed.move("meetings", 1, "issue_codes")

    desk = said(listed, STAR, motion, BallotChoice.FOR)
    said(listed, FAR, motion, BallotChoice.AGAINST)
    listed.move("motions", motion, "count")

    numbers = {name: number for name, (number, _) in slips(listed).items()}
    assert (desk.of_investor, numbers[STAR], numbers[FAR], SU in numbers) == (
        True,
        "出资人1",
        "出资人2",
        False,
    )
    assert listed.part("motions", motion).resolution.state == "PASSED", "1,000,000 of 1,400,000"
    with listed.play.bench.reading() as session:
        occasion = listed.play.occasion(session, CLERK)
        page = tallies.rows_of(occasion, session.get_one(Motion, listed.part("motions", motion).id))
        lines = [line_of(place, row, equity=True) for place, row in enumerate(page.rows, 1)]
    assert lines[0][:4] == (
        "1",
        STAR,
        "名册1号 认缴出资1,000,000.00元，实缴出资600,000.00元。按认缴出资表决",
        "1,000,000.00",
    )
    assert lines[2][-1] == "出资人名册上没有据以表决的出资或者股份"
