"""A vote from the roll to the resolution: ballots, attendance, the count."""

import pytest
from marshmallow import ValidationError

from court_app.errors import BadInput
from models import Attendance
from models.vocabulary import DocumentKind, MotionState
from tests.liquidation.playing import JUDGE, REASON, Liquidation, file_claims
from tests.liquidation.playing import publish as announce
from tests.liquidation.voting import ABSTAIN, AGAINST, FOR, ballots, counted, creditor, key, put


def test_without_a_fixed_or_provisional_amount_nobody_has_a_vote(met: Liquidation) -> None:
    assert met.refused(put, met) == ["nobody_has_a_vote"]


def test_amounts_for_voting_are_fixed_of_all_reviewed_claims_at_once_with_one_decision(
    voting: Liquidation,
) -> None:
    fixed = [voting.part("claims", number).provisional_fen for number in (1, 2, 3)]

    assert fixed == [90_000_000] * 3
    assert voting.papers().count(DocumentKind.PROVISIONAL_AMOUNT_DECISION) == 1


def test_an_amount_for_voting_is_not_fixed_twice_by_the_step_for_all(voting: Liquidation) -> None:
    with pytest.raises(BadInput):
        voting.step("fix_provisional_amounts", JUDGE, serials="1", **REASON)


def test_a_vote_is_counted_from_its_ballots_into_a_resolution_with_the_same_figures(
    voting: Liquidation,
) -> None:
    motion = put(voting)
    key(voting, motion, c1=FOR, c2=FOR, c3=AGAINST)

    found = counted(voting, motion)

    made = voting.part("resolutions", 1)
    assert (found.state, found.resolution_id) == (MotionState.COUNTED.value, made.id)
    assert (made.state, made.present, made.for_heads) == ("PASSED", 3, 2)
    assert (made.for_fen, made.total_fen) == (180_000_000, 270_000_000)


def test_half_of_those_present_is_not_more_than_half(voting: Liquidation) -> None:
    motion = put(voting)
    key(voting, motion, c1=FOR, c2=ABSTAIN)

    counted(voting, motion)

    assert voting.part("resolutions", 1).state == "FAILED"


def test_who_did_not_come_counts_in_the_amount_and_not_in_the_heads(voting: Liquidation) -> None:
    motion = put(voting)
    key(voting, motion, c1=FOR)

    found = counted(voting, motion)

    assert (found.present, found.for_heads) == (1, 1)
    assert voting.part("resolutions", 1).state == "FAILED", "900,000 is not half of 2,700,000"


def test_one_creditor_votes_once_and_a_wrong_entry_is_corrected_with_its_reason(
    voting: Liquidation,
) -> None:
    motion = put(voting)
    key(voting, motion, c1=AGAINST, c2=FOR, c3=FOR)

    again = voting.refused(key, voting, motion, c1=FOR)
    voting.move("motions", motion, "correct_ballot", creditor_id=creditor(voting, 1), choice=FOR, **REASON)

    assert again == ["has_voted_already"]
    assert counted(voting, motion).for_heads == 3


def test_a_ballot_can_be_struck_but_not_one_that_was_never_cast(voting: Liquidation) -> None:
    motion = put(voting)
    key(voting, motion, c1=FOR, c2=FOR)

    one, two = creditor(voting, 1), creditor(voting, 3)
    voting.move("motions", motion, "correct_ballot", creditor_id=one, choice=None, **REASON)
    never = voting.refused(
        voting.move, "motions", motion, "correct_ballot", creditor_id=two, choice=FOR, **REASON
    )

    assert never == ["no_ballot"]
    assert counted(voting, motion).for_heads == 1


def test_one_ballot_for_a_creditor_in_a_list_and_none_for_a_stranger(voting: Liquidation) -> None:
    motion = put(voting)
    twice = [*ballots(voting, c1=FOR), *ballots(voting, c1=FOR)]

    with pytest.raises(ValidationError):
        voting.move("motions", motion, "key_ballots", ballots=twice)
    stranger = voting.refused(
        voting.move,
        "motions",
        motion,
        "key_ballots",
        ballots=[{"creditor_id": 999_999, "choice": FOR}],
    )

    assert stranger == ["may_not_vote"]


def test_the_attendance_list_says_who_was_present_if_nothing_else_is_told(opened: Liquidation) -> None:
    announce_and_file(opened)
    opened.step("appoint_chair", JUDGE, chair_party_id=creditor(opened, 1))
    opened.step("fix_provisional_amounts", JUDGE, **REASON)
    come = [
        {"creditor_id": creditor(opened, 1), "how": "IN_PERSON"},
        {"creditor_id": creditor(opened, 2), "how": "PROXY", "representative": "周明"},
    ]
    opened.move("meetings", 1, "sign_in_creditors", creditors=come)

    opened.step(
        "hold_first_meeting", claims_verified=True, remuneration_reported=True, minutes="核查债权表。"
    )

    held = opened.part("meetings", 1)
    assert (held.present, held.present_fen) == (2, 180_000_000)


def test_a_meeting_of_which_nobody_knows_who_came_is_not_recorded_as_held(opened: Liquidation) -> None:
    announce_and_file(opened)
    opened.step("appoint_chair", JUDGE, chair_party_id=creditor(opened, 1))

    with pytest.raises(BadInput) as refusal:
        opened.step(
            "hold_first_meeting", claims_verified=True, remuneration_reported=True, minutes="核查债权表。"
        )

    assert list(refusal.value.fields) == ["present"]


def test_a_proxy_is_named_and_nobody_signs_in_twice(voting: Liquidation) -> None:
    one = creditor(voting, 1)
    voting.move("meetings", 1, "sign_in_creditors", creditors=[{"creditor_id": one, "how": "IN_PERSON"}])

    with pytest.raises(ValidationError):
        voting.move("meetings", 1, "sign_in_creditors", creditors=[{"creditor_id": one, "how": "PROXY"}])
    again = voting.refused(
        voting.move,
        "meetings",
        1,
        "sign_in_creditors",
        creditors=[{"creditor_id": one, "how": "IN_PERSON"}],
    )

    assert again == ["already_signed_in"]


def test_a_wrong_sign_in_is_struck_unless_the_creditor_has_voted(voting: Liquidation) -> None:
    motion = put(voting)
    key(voting, motion, c1=FOR)
    two = creditor(voting, 2)
    voting.move("meetings", 1, "sign_in_creditors", creditors=[{"creditor_id": two, "how": "IN_PERSON"}])

    voting.move("meetings", 1, "strike_sign_in", creditor_id=two, **REASON)
    voted = voting.refused(
        voting.move, "meetings", 1, "strike_sign_in", creditor_id=creditor(voting, 1), **REASON
    )

    with voting.play.bench.reading() as session:
        assert session.query(Attendance).filter_by(party_id=two).count() == 0
    assert voted == ["has_voted"]


def announce_and_file(case: Liquidation) -> None:
    """The case is announced, three claims are listed, and the day of the first meeting has come."""
    announce(case)
    file_claims(case)
    case.later(55)
