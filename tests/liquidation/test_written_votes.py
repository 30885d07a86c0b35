"""Votes in writing, votes on plans, and what they move."""

from datetime import timedelta
from typing import Any

from court_app.services.meetings import tallies
from models import Motion, Resolution, VotingRight
from models.vocabulary import BallotChoice
from tests.liquidation.playing import JUDGE, REASON, Liquidation, declare
from tests.liquidation.voting import ABSTAIN, AGAINST, FOR, counted, key, put, total_of

HELD = {"present": 3, "present_fen": "2700000", "minutes": "书面表决。"}


def test_a_written_vote_is_counted_after_its_last_day_or_once_everybody_has_voted(
    voting: Liquidation,
) -> None:
    meeting = written_meeting(voting)
    last = voting.play.day + timedelta(days=3)
    motion = put_at(voting, meeting, closes_on=last.isoformat())
    voting.move("meetings", meeting, "hold", **HELD)

    early = voting.refused(counted, voting, motion)
    key(voting, motion, c1=FOR, c2=FOR)
    still_one_to_vote = voting.refused(counted, voting, motion)
    key(voting, motion, c3=FOR)
    found = counted(voting, motion)

    assert early == still_one_to_vote == ["vote_goes_on"]
    assert found.present == 3


def test_a_written_vote_is_open_on_its_last_day_and_closed_on_the_next(voting: Liquidation) -> None:
    meeting = written_meeting(voting)
    last = voting.play.day + timedelta(days=3)
    motion = put_at(voting, meeting, closes_on=last.isoformat())

    voting.on(last)
    key(voting, motion, c1=FOR)
    voting.later(1)
    late = voting.refused(key, voting, motion, c2=FOR)

    assert late == ["vote_is_closed"]


def test_a_written_vote_needs_a_last_day(voting: Liquidation) -> None:
    meeting = written_meeting(voting)

    assert voting.refused(put_at, voting, meeting) == ["no_last_day"]


def test_a_vote_on_a_plan_moves_the_case_and_needs_a_plan(voting: Liquidation) -> None:
    none_yet = voting.refused(put, voting, "61.8")
    voting.step("propose_management_plan", plan="由管理人保管、出租。")
    motion = put(voting, "61.8")
    twice = voting.refused(put, voting, "61.8")
    key(voting, motion, c1=FOR, c2=FOR, c3=FOR)

    counted(voting, motion)

    assert none_yet == ["plan_not_before_the_meeting"]
    assert twice == ["already_being_voted_on"]
    assert voting.flags["mgmt_plan"] == "PASSED"
    assert voting.part("motions", motion).resolution_id == voting.part("resolutions", 1).id


def test_a_distribution_plan_is_voted_on_twice_and_then_it_is_for_the_court(voting: Liquidation) -> None:
    voting.step("confirm_claims", JUDGE)
    declare(voting)
    voting.step(
        "propose_distribution_plan",
        available_fen="700000",
        remuneration_fen="50000",
        order_and_ratio="依法定顺序。",
        method="银行转账。",
    )

    for expected in ("FAILED_ONCE", "FAILED_TWICE"):
        motion = put(voting, "61.10")
        key(voting, motion, c1=AGAINST, c2=AGAINST, c3=FOR)
        counted(voting, motion)
        assert voting.flags["distribution_plan"] == expected

    assert voting.refused(put, voting, "61.10") == ["plan_not_before_the_meeting"]


def test_a_claim_filed_after_the_roll_was_frozen_is_on_it_once_it_is_drawn_up_again(
    voting: Liquidation,
) -> None:
    motion = put(voting)
    voting.file("江澜市迟报贸易有限公司", 5_000_000)

    before = creditors_on(voting, motion)
    voting.move("motions", motion, "draw_roll_again", **REASON)

    assert (before, creditors_on(voting, motion)) == (3, 4)


def test_a_claim_that_is_judged_while_a_vote_goes_on_is_voted_with_as_judged(voting: Liquidation) -> None:
    voting.move("claims", 3, "dispute", objector="债务人", reason="数额有误。")
    voting.move("claims", 3, "sue", forum="江澜市中级人民法院", reference="债权确认之诉")
    motion = put(voting)
    before = total_of(voting, motion)

    voting.move("claims", 3, "judge", fixed_fen="400000", claim_class="ORD", reference="判决")

    assert (before, total_of(voting, motion)) == (270_000_000, 220_000_000)


def test_every_row_of_the_roll_names_the_claims_behind_it(voting: Liquidation) -> None:
    motion = put(voting)

    with voting.play.bench.reading() as session:
        rights = session.query(VotingRight).order_by(VotingRight.first_claim).all()
        assert [[row["serial"] for row in right.claims] for right in rights] == [[1], [2], [3]]
        assert motion


def test_the_count_on_the_page_is_the_count_that_is_kept(voting: Liquidation) -> None:
    motion = put(voting)
    key(voting, motion, c1=FOR, c2=AGAINST, c3=ABSTAIN)
    with voting.play.bench.reading() as session:
        live = tallies.count(session, session.query(Motion).one())

    kept = counted(voting, motion)

    assert live.choices[BallotChoice.FOR].fen == kept.for_fen
    assert (live.present.heads, live.total_fen) == (kept.present, kept.total_fen)


def test_a_withdrawn_motion_takes_no_more_ballots(voting: Liquidation) -> None:
    motion = put(voting)
    voting.move("motions", motion, "withdraw_motion", **REASON)

    assert voting.refused(key, voting, motion, c1=FOR)
    with voting.play.bench.reading() as session:
        assert session.query(Resolution).filter_by(case_id=voting.case).count() == 0


def test_a_secured_creditor_waives_his_priority_once(voting: Liquidation) -> None:
    secured = voting.file("江澜农商银行", 1_000_000, claim_class="SEC", security="抵押")
    voting.list_claim(secured, 1_000_000, "SEC")

    voting.move("claims", secured, "waive_security", **REASON)
    again = voting.refused(voting.move, "claims", secured, "waive_security", **REASON)
    ordinary = voting.refused(voting.move, "claims", 1, "waive_security", **REASON)

    assert voting.part("claims", secured).flags["security_waived"]
    assert again == ordinary == ["nothing_to_waive"]


def written_meeting(case: Liquidation, form: str = "WRITTEN") -> int:
    """A later meeting that votes in writing; the creditors were told in time, and its day has come."""
    day = case.play.day + timedelta(days=16)
    meeting = case.begin(
        "meetings",
        "call_later",
        called_by="COURT",
        form=form,
        planned_on=day.isoformat(),
        time="09:30",
        place="书面表决",
        agenda="继续营业",
    )
    case.move("meetings", meeting, "notify", how="邮寄")
    case.on(day)
    return meeting


def put_at(case: Liquidation, meeting: int, **more: Any) -> int:
    """A motion is put to the vote at a meeting; returns its number."""
    return case.begin(
        "motions", "put_to_vote", meeting_serial=meeting, matter="61.5", subject="继续营业", **more
    )


def creditors_on(case: Liquidation, motion: int) -> int:
    """How many creditors stand on the roll of a motion, with a vote or without."""
    with case.play.bench.reading() as session:
        one = session.query(Motion).filter_by(serial=motion).one()
        return session.query(VotingRight).filter_by(motion_id=one.id).count()


def test_a_meeting_on_site_and_online_at_once_has_a_last_day_for_its_votes(voting: Liquidation) -> None:
    meeting = written_meeting(voting, "MIXED")
    told = {"meeting_serial": meeting, "matter": "61.5", "subject": "继续营业"}
    last = (voting.play.day + timedelta(days=3)).isoformat()

    without = voting.refused(voting.begin, "motions", "put_to_vote", **told)
    refused = voting.refused(voting.begin, "motions", "put_to_vote", **told, closes_on=last)

    assert (without, refused) == (["no_last_day"], [])
