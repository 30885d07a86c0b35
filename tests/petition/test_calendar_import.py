"""A notice arrives: what was provisional is counted anew."""

from datetime import date

import pytest

from court_app.demo.actors import PANEL, Play
from court_app.demo.petitions import petition
from court_app.services.casework.calendars import import_notice
from models.vocabulary import DeadlineKind as K
from tests.pages.estate import an_accepted_liquidation
from tests.petition.looking import clock
from workflows.effects import effects_of
from workflows.errors import CalculationError


def test_a_clock_beyond_the_last_notice_is_provisional_until_the_notice_arrives(play: Play) -> None:
    play.day = date(2026, 12, 28)
    case = play.receive(petition(4, applicant_kind="DEBTOR"))
    play.assign(case, PANEL)
    before = clock(play, case, K.BA_RULE_DIRECT)

    with play.bench.writing() as session, session.begin():
        done = import_notice(
            play.occasion(session, "lian"), "2027-01-12,REST\n2027-01-13,REST\n", "国办发明电"
        )

    after = clock(play, case, K.BA_RULE_DIRECT)
    assert before.provisional
    assert before.due_on == date(2027, 1, 12)
    assert done.days == 2
    assert not after.provisional
    assert after.due_on == date(2027, 1, 14)


def test_a_last_day_that_the_court_has_named_is_not_provisional(play: Play) -> None:
    play.day = date(2026, 11, 2)

    estate = an_accepted_liquidation(play)

    named, counted = clock(play, estate.case, K.CLAIM_WINDOW), clock(play, estate.case, K.SETOFF_PRIOR_SUIT)
    assert named.due_on == date(2026, 12, 27)
    assert not named.provisional
    assert counted.due_on.year == 2027
    assert counted.provisional


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2027-13-01,REST", "bad_calendar_line"),
        ("day,kind\n", "no_days"),
        ("2027-01-01,REST\n2027-01-01,WORKING", "day_twice"),
    ],
)
def test_a_notice_that_cannot_be_read_changes_nothing(play: Play, text: str, code: str) -> None:
    with play.bench.writing() as session, pytest.raises(CalculationError) as error:
        import_notice(play.occasion(session, "lian"), text, "来源")

    assert error.value.code == code


def test_only_a_creditors_petition_obliges_the_debtor_to_hand_in_its_papers() -> None:
    after_creditor = {effect.number for effect in effects_of("E-ACCEPT", by_creditor=True)}
    after_debtor = {effect.number for effect in effects_of("E-ACCEPT", by_creditor=False)}

    assert after_creditor == set(range(1, 19))
    assert after_creditor - after_debtor == {3}
