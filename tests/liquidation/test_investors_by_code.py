"""The class of investors votes from the phone: codes for who has a vote in it, nobody else (EBL 85)."""

import pytest

from court_app.errors import BadInput
from court_app.services.meetings import investors_class, phone_votes, voting_codes
from court_app.services.meetings.phone_votes import Desk
from models import Ballot, Meeting, Party
from models.vocabulary import BallotChannel, BallotChoice, NoVote
from tests.liquidation.playing import CLERK, REASON, Liquidation
from tests.liquidation.test_plan_classes import HOLDERS, classes, put
from workflows.engine import StepRefused

__all__ = ["classes"]
HOLDING, FUND, STAFF = (str(one["name"]) for one in HOLDERS)


def slips(case: Liquidation) -> dict[str, tuple[str, str]]:
    """What is printed: the number before a name, and its code."""
    with case.play.bench.reading() as session:
        occasion = case.play.occasion(session, CLERK)
        meeting = session.query(Meeting).filter_by(case_id=case.case, serial=1).one()
        return {one.creditor: (one.number, one.code) for one in voting_codes.slips(occasion, meeting)}


def waiting(case: Liquidation) -> int:
    """How many have no code yet."""
    with case.play.bench.reading() as session:
        meeting = session.query(Meeting).filter_by(case_id=case.case, serial=1).one()
        return len(voting_codes.without_code(case.play.occasion(session, CLERK), meeting))


def said(case: Liquidation, who: str, motion: int, choice: BallotChoice) -> Desk:
    """A vote from the phone by the code on a slip."""
    with case.play.bench.writing() as session, session.begin():
        return phone_votes.cast(case.play.occasion(session, CLERK), slips(case)[who][1], {motion: choice})


@pytest.fixture
def coded(classes: Liquidation) -> tuple[Liquidation, int]:
    """The plan is before the investors and before the ordinary creditors; everybody has a code."""
    motion = put(classes, "EQUITY", investors=HOLDERS)
    put(classes, "ORDINARY")
    classes.move("meetings", 1, "issue_codes")
    return classes, motion


def test_investors_with_a_vote_get_codes_by_their_places_and_the_unaffected_get_none(
    coded: tuple[Liquidation, int],
) -> None:
    printed = slips(coded[0])

    assert (printed[HOLDING][0], printed[FUND][0]) == ("出资人1", "出资人2")
    assert STAFF not in printed
    assert printed["江澜市临江农村商业银行"][0] == "4"
    assert len({code for _, code in printed.values()}) == len(printed) == 8


def test_without_a_motion_before_the_class_no_investor_gets_a_code(classes: Liquidation) -> None:
    classes.move("meetings", 1, "issue_codes")
    before = slips(classes)

    motion = put(classes, "EQUITY", investors=HOLDERS)

    assert HOLDING not in before
    assert waiting(classes) == 2
    classes.move("motions", motion, "withdraw_motion", **REASON)
    assert waiting(classes) == 0


def test_investors_vote_from_the_phone_and_are_counted_by_capital(
    coded: tuple[Liquidation, int],
) -> None:
    case, motion = coded

    said(case, HOLDING, motion, BallotChoice.FOR)
    said(case, FUND, motion, BallotChoice.AGAINST)
    case.move("motions", motion, "count")

    found = case.part("motions", motion)
    assert found.resolution.state == "PASSED", "six of nine million are two thirds"
    with case.play.bench.reading() as session:
        kept = session.query(Ballot).filter_by(motion_id=found.id)
        assert [one.channel for one in kept] == [BallotChannel.PHONE] * 2


def test_a_third_of_the_capital_for_the_plan_does_not_carry_it(coded: tuple[Liquidation, int]) -> None:
    case, motion = coded

    said(case, HOLDING, motion, BallotChoice.AGAINST)
    said(case, FUND, motion, BallotChoice.FOR)
    case.move("motions", motion, "count")

    assert case.part("motions", motion).resolution.state == "FAILED"


def test_an_investor_sees_only_his_class_and_votes_once(coded: tuple[Liquidation, int]) -> None:
    case, motion = coded

    desk = said(case, HOLDING, motion, BallotChoice.FOR)

    assert [(each.motion.serial, each.right.counts_fen) for each in desk.motions] == [(motion, 600_000_000)]
    assert (desk.of_investor, desk.motions[0].by_capital, desk.motions[0].reasons) == (True, True, [])
    assert said(case, HOLDING, motion, BallotChoice.FOR).motions[0].ballot is not None, "twice the same"
    with pytest.raises(StepRefused):
        said(case, HOLDING, motion, BallotChoice.AGAINST)
    with pytest.raises(BadInput):
        said(case, HOLDING, motion + 1, BallotChoice.FOR)


def test_a_creditor_does_not_vote_in_the_class_of_investors(coded: tuple[Liquidation, int]) -> None:
    case, motion = coded

    with pytest.raises(BadInput):
        said(case, "江澜市临江农村商业银行", motion, BallotChoice.FOR)


def test_an_investor_who_lost_his_vote_since_is_told_why(coded: tuple[Liquidation, int]) -> None:
    case, motion = coded
    unaffected = [{**one, "unaffected": one["name"] != HOLDERS[1]["name"]} for one in HOLDERS]
    case.move("motions", motion, "withdraw_motion", **REASON)
    second = put(case, "EQUITY", investors=unaffected)
    with case.play.bench.reading() as session:
        occasion = case.play.occasion(session, CLERK)
        meeting = session.query(Meeting).filter_by(case_id=case.case, serial=1).one()
        code = voting_codes.code_of(occasion.secret, meeting.id, party_of(case, HOLDING), 1)
        desk = phone_votes.desk_of(occasion, code)

    assert desk is not None
    assert [(each.motion.serial, each.is_open, each.reasons) for each in desk.motions] == [
        (second, False, [NoVote.UNAFFECTED])
    ]


def party_of(case: Liquidation, name: str) -> int:
    """The party of that name in the class of investors."""
    with case.play.bench.reading() as session:
        return session.query(Party).filter_by(case_id=case.case, name=name).one().id


def test_a_lost_code_is_found_by_name_or_place_and_made_anew(coded: tuple[Liquidation, int]) -> None:
    case, _ = coded
    before = slips(case)[FUND][1]
    with case.play.bench.reading() as session:
        occasion = case.play.occasion(session, CLERK)
        meeting = session.query(Meeting).filter_by(case_id=case.case, serial=1).one()
        by_place = investors_class.found(occasion, meeting, "2", 20)
        by_name = investors_class.found(occasion, meeting, "产业投资", 20)
        found = [[(one.party.name, one.place) for one in who] for who in (by_place, by_name)]

    case.move("meetings", 1, "issue_codes", creditor_id=party_of(case, FUND))

    assert found == [[(FUND, 2)], [(FUND, 2)]]
    assert slips(case)[FUND][1] != before
