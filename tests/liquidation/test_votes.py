"""A vote from the roll to the resolution: ballots, attendance, codes, the count and what it moves."""

from datetime import timedelta
from typing import Any

import pytest
from marshmallow import ValidationError

from court_app.errors import BadInput
from court_app.services import tallies
from models import Attendance, Motion, Resolution, VotingRight
from models.vocabulary import BallotChoice, DocumentKind, MotionState
from tests.liquidation.playing import JUDGE, REASON, Liquidation, declare, file_claims
from tests.liquidation.playing import publish as announce
from tests.liquidation.test_estate_account import enter
from workflows.text import thaw

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


@pytest.fixture
def voting(met: Liquidation) -> Liquidation:
    """The first meeting was held, and the court has fixed amounts for voting of all three claims."""
    met.step("fix_provisional_amounts", JUDGE, reason="管理人已经审查。")
    return met


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


def announce_and_file(case: Liquidation) -> None:
    """The case is announced, three claims are listed, and the day of the first meeting has come."""
    announce(case)
    file_claims(case)
    case.later(55)


HELD = {"present": 3, "present_fen": "2700000", "minutes": "书面表决。"}


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


def total_of(case: Liquidation, motion: int) -> int:
    """All that the roll of a motion counts, in fen."""
    with case.play.bench.reading() as session:
        return tallies.count(session, session.query(Motion).filter_by(serial=motion).one()).total_fen


def test_amounts_fixed_for_all_while_a_vote_goes_on_give_their_creditors_a_vote(voting: Liquidation) -> None:
    motion = put(voting)
    late = voting.file("江澜市迟报贸易有限公司", 5_000_000)
    voting.list_claim(late, 5_000_000)

    before = voting.refused(key, voting, motion, **{f"c{late}": FOR})
    voting.step("fix_provisional_amounts", JUDGE, **REASON)
    key(voting, motion, **{f"c{late}": FOR})

    assert before == ["may_not_vote"]
    assert total_of(voting, motion) == 770_000_000


def test_a_priority_that_is_waived_while_a_vote_goes_on_votes_with_its_claim(voting: Liquidation) -> None:
    secured = voting.file("江澜农商银行", 1_000_000, claim_class="SEC", security="抵押")
    voting.list_claim(secured, 1_000_000, "SEC")
    voting.step("fix_provisional_amounts", JUDGE, **REASON)
    motion = put(voting)

    before = total_of(voting, motion)
    voting.move("claims", secured, "waive_security", **REASON)

    assert (before, total_of(voting, motion)) == (270_000_000, 370_000_000)


def pledged(case: Liquidation, secured: str) -> tuple[int, int]:
    """A bank with 1,000,000 yuan has a pledge on machines; returns the numbers of claim and asset."""
    bank = case.file("江澜银行", 1_000_000, claim_class="SEC", security="质押")
    case.list_claim(bank, 1_000_000, "SEC")
    case.move("claims", bank, "verify", meeting_serial=1)
    machines = case.begin("assets", "find_asset", kind="EQUIPMENT", name="质押的机器")
    case.move("assets", machines, "take_over_asset")
    burden = {"kind": "PLEDGE", "holder": "江澜银行", "claim_serial": bank, "secured_fen": secured}
    case.move("assets", machines, "record_encumbrance", **burden)
    return bank, machines


def redeem(case: Liquidation, machines: int, yuan: str) -> None:
    """The pledge is taken back against payment."""
    paid = {"release": "PAID", "redeemed_fen": yuan, "value_fen": yuan, "encumbrance": 1, **REASON}
    case.move("assets", machines, "lift_encumbrance", **paid)


def on_roll(case: Liquidation, motion: int, claim: int) -> VotingRight:
    """The right of the creditor of a claim."""
    with case.play.bench.reading() as session:
        kept = session.query(Motion).filter_by(case_id=case.case, serial=motion).one()
        found: VotingRight = session.query(VotingRight).filter_by(motion_id=kept.id, first_claim=claim).one()
        return found


def test_the_roll_follows_what_is_still_owed_of_a_claim_whose_pledge_was_taken_back(
    voting: Liquidation,
) -> None:
    enter(voting, kind="INTEREST", amount_fen="600000")
    bank, machines = pledged(voting, "1000000")
    voting.step("fix_provisional_amounts", JUDGE, serials=str(bank), **REASON)
    motion = put(voting)
    before = on_roll(voting, motion, bank)

    redeem(voting, machines, "600000")

    now = on_roll(voting, motion, bank)
    assert (before.may_vote, before.counts_fen) == (True, 0)
    assert (now.may_vote, now.counts_fen, now.claims[0]["stands_fen"]) == (True, 40_000_000, 40_000_000)
    assert [thaw(line) for line in now.claims[0]["working"]] == [
        "债权1,000,000.00元－为取回质物、留置物清偿600,000.00元＝尚欠400,000.00元。",
        "已经没有担保物，尚欠的400,000.00元为普通债权。",
    ]


def test_a_meeting_on_site_and_online_at_once_has_a_last_day_for_its_votes(voting: Liquidation) -> None:
    meeting = written_meeting(voting, "MIXED")
    told = {"meeting_serial": meeting, "matter": "61.5", "subject": "继续营业"}
    last = (voting.play.day + timedelta(days=3)).isoformat()

    without = voting.refused(voting.begin, "motions", "put_to_vote", **told)
    refused = voting.refused(voting.begin, "motions", "put_to_vote", **told, closes_on=last)

    assert (without, refused) == (["no_last_day"], [])
