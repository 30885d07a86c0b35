"""A reorganization plan voted on in a real case: five classes and the investors, and what comes of a loss."""

from typing import Any

import pytest

from court_app.services.meetings import tallies
from models import Motion, VotingRight
from models.vocabulary import DocumentKind, NoVote, VotingGroup
from tests.liquidation.playing import JUDGE, REASON, Liquidation, today
from workflows.text import thaw

FOR, AGAINST = "FOR", "AGAINST"
HOLDERS = [
    {"name": "江澜控股集团有限公司", "rights_fen": "6000000"},
    {"name": "望川产业投资合伙企业", "rights_fen": "3000000"},
    {"name": "江澜员工持股会", "rights_fen": "1000000", "unaffected": True},
]
BANK, TAX, WAGES = 4, 5, 6
"""The numbers of their claims; 1 to 3 are ordinary."""


def creditor(case: Liquidation, claim: int) -> int:
    """The creditor of a claim."""
    return int(case.part("claims", claim).party_id)


def put(case: Liquidation, group: str, **more: Any) -> int:
    """The plan is put to a class at the first meeting; returns the number of the motion."""
    asked = {"meeting_serial": 1, "matter": "61.6", "subject": "重整计划草案", "group": group, **more}
    return case.begin("motions", "put_to_vote", **asked)


def vote(case: Liquidation, group: str, choices: dict[int, str], **more: Any) -> int:
    """A class votes by the numbers of its claims and is counted; returns the number of the resolution."""
    motion = put(case, group, **more)
    ballots = [{"creditor_id": creditor(case, claim), "choice": said} for claim, said in choices.items()]
    case.move("motions", motion, "key_ballots", ballots=ballots)
    case.move("motions", motion, "count")
    return int(case.part("motions", motion).resolution.serial)


def roll(case: Liquidation, motion: int) -> dict[str, tuple[bool, int, NoVote | None]]:
    """Who is on the roll of a motion: whether he may vote, with how much, why not."""
    with case.play.bench.reading() as session:
        found = case.part("motions", motion)
        rights = session.query(VotingRight).filter(VotingRight.motion_id == found.id)
        return {right.party.name: (right.may_vote, right.counts_fen, right.why) for right in rights}


def with_classes(met: Liquidation) -> Liquidation:
    """Three ordinary claims of 900,000, a bank's of 2,000,000 on a house, tax of 300,000, wages of 50,000."""
    house = met.begin("assets", "find_asset", kind="BUILDING", name="一号厂房", major=True)
    for name, yuan, claim_class, more in (
        ("江澜市临江农村商业银行", 2_000_000, "SEC", {"asset_serial": house, "security": "厂房抵押"}),
        ("国家税务总局江澜市税务局", 300_000, "TAX", {}),
    ):
        met.list_claim(met.file(name, yuan, claim_class=claim_class, **more), yuan, claim_class)
    wages = {"creditor_name": "苏见微", "filed_fen": "50000", "basis": "工资"}
    met.begin("claims", "list_employee_claim", **wages, publicised_on=today(met))
    met.step("fix_provisional_amounts", JUDGE, reason="管理人已经审查。")
    met.move("claims", WAGES, "fix_provisional_amount", JUDGE, provisional_fen="50000", **REASON)
    return met


@pytest.fixture
def classes(met: Liquidation) -> Liquidation:
    """A case with a claim of every class, all with amounts for voting."""
    return with_classes(met)


def test_each_class_votes_by_itself_and_is_told_why_the_others_do_not(classes: Liquidation) -> None:
    rolls = {group.value: roll(classes, put(classes, group.value)) for group in list(VotingGroup)[:4]}

    can = {name: {who: fen for who, (may, fen, _) in own.items() if may} for name, own in rolls.items()}
    assert can["SECURED"] == {"江澜市临江农村商业银行": 200_000_000}
    assert can["EMPLOYEES"] == {"苏见微": 5_000_000}
    assert can["TAX"] == {"国家税务总局江澜市税务局": 30_000_000}
    assert sorted(can["ORDINARY"].values()) == [90_000_000] * 3
    assert rolls["ORDINARY"]["苏见微"] == (False, 0, NoVote.OTHER_GROUP)


def test_two_of_three_ordinary_creditors_are_two_thirds_and_pass_the_plan(classes: Liquidation) -> None:
    made = vote(classes, "ORDINARY", {1: FOR, 2: FOR, 3: AGAINST})

    resolution = classes.part("resolutions", made)
    assert (resolution.state, resolution.group) == ("PASSED", VotingGroup.ORDINARY)
    assert (resolution.for_fen, resolution.total_fen) == (180_000_000, 270_000_000)


def test_an_unaffected_claim_is_left_out_of_heads_and_total(classes: Liquidation) -> None:
    motion = put(classes, "ORDINARY", unaffected="3", unaffected_because="计划批准后三十日内全额清偿。")

    found = roll(classes, motion)

    with classes.play.bench.reading() as session:
        count = tallies.count(session, session.get_one(Motion, classes.part("motions", motion).id))
    assert found["江澜建筑劳务有限公司"] == (False, 0, NoVote.UNAFFECTED)
    assert (count.voters.heads, count.total_fen) == (2, 180_000_000)
    assert any("权益未受重整计划草案调整或者影响" in str(line) for line in count.working)


def test_a_class_votes_again_once_after_consultation(classes: Liquidation) -> None:
    vote(classes, "ORDINARY", {1: FOR, 2: AGAINST, 3: AGAINST})
    unspoken = classes.refused(put, classes, "ORDINARY")

    second = vote(classes, "ORDINARY", {1: FOR, 2: FOR, 3: AGAINST}, consultation="提高现金清偿比例。")

    assert unspoken == ["not_consulted"]
    assert classes.part("resolutions", second).state == "PASSED"
    assert classes.refused(put, classes, "ORDINARY", consultation="再次协商。") == ["class_has_passed"]


def test_a_class_that_refuses_to_vote_again_is_recorded_and_votes_no_more(classes: Liquidation) -> None:
    lost = vote(classes, "TAX", {TAX: AGAINST})

    classes.move("resolutions", lost, "refuse_second_vote", reason="税务机关书面答复不再表决。")

    assert classes.part("resolutions", lost).flags["refused_again_on"] == today(classes)
    assert classes.refused(put, classes, "TAX", consultation="协商。") == ["class_refused"]
    twice = classes.refused(classes.move, "resolutions", lost, "refuse_second_vote", **REASON)
    assert twice == ["no_second_vote_is_open"]


@pytest.mark.parametrize(("capital", "state"), [("6000000", "PASSED"), ("5999999.99", "FAILED")])
def test_investors_pass_with_two_thirds_of_the_capital_present_and_the_unaffected_do_not_vote(
    classes: Liquidation, capital: str, state: str
) -> None:
    motion = put(classes, "EQUITY", investors=[{**HOLDERS[0], "rights_fen": capital}, *HOLDERS[1:]])
    rights = roll(classes, motion)
    with classes.play.bench.reading() as session:
        held = session.query(VotingRight).filter_by(motion_id=motion_id(classes, motion))
        ids = {right.party.name: right.party_id for right in held}
    said = {"江澜控股集团有限公司": FOR, "望川产业投资合伙企业": AGAINST}
    ballots = [{"creditor_id": ids[name], "choice": choice} for name, choice in said.items()]

    classes.move("motions", motion, "key_ballots", ballots=ballots)
    classes.move("motions", motion, "count")

    assert rights["江澜员工持股会"] == (False, 0, NoVote.UNAFFECTED)
    assert classes.part("motions", motion).resolution.state == state


def motion_id(case: Liquidation, serial: int) -> int:
    """The row of a motion."""
    return int(case.part("motions", serial).id)


def test_a_typed_vote_of_the_investors_is_judged_without_heads(classes: Liquidation) -> None:
    typed = {"meeting_serial": 1, "matter": "61.6", "subject": "重整计划草案", "present": 3, "for_heads": 1}
    sums = {"for_fen": "6000000", "total_fen": "9000000"}

    as_creditors = classes.refused(
        classes.begin, "resolutions", "resolution_passed", group="ORDINARY", **typed, **sums
    )
    made = classes.begin("resolutions", "resolution_passed", group="EQUITY", **typed, **sums)

    assert as_creditors == ["vote_not_carried"]
    assert classes.part("resolutions", made).group == VotingGroup.EQUITY


def test_an_expected_deficiency_moves_a_part_of_the_bank_to_the_ordinary_class(classes: Liquidation) -> None:
    before = put(classes, "ORDINARY")

    classes.move("claims", BANK, "fix_expected_deficiency", JUDGE, deficiency_fen="500000", **REASON)

    assert roll(classes, before)["江澜市临江农村商业银行"] == (True, 50_000_000, None), "an open roll follows"
    assert roll(classes, put(classes, "SECURED"))["江澜市临江农村商业银行"] == (True, 150_000_000, None)
    with classes.play.bench.reading() as session:
        row = session.query(VotingRight).filter_by(
            motion_id=motion_id(classes, before), party_id=creditor(classes, BANK)
        )
        told = [thaw(line, "zh", str) for line in row.one().claims[0]["working"]]
    assert "预计不足清偿500,000.00元" in told[0]
    assert classes.papers()[-1] == DocumentKind.PROVISIONAL_AMOUNT_DECISION


@pytest.mark.parametrize(
    ("claim", "yuan", "codes"),
    [
        (BANK, "2000000", []),
        (BANK, "2000000.01", ["deficiency_above_the_claim"]),
        (1, "1", ["nothing_to_waive"]),
    ],
)
def test_no_more_is_expected_than_the_claim_and_only_of_a_secured_one(
    classes: Liquidation, claim: int, yuan: str, codes: list[str]
) -> None:
    step = ("claims", claim, "fix_expected_deficiency", JUDGE)

    assert classes.refused(classes.move, *step, deficiency_fen=yuan, **REASON) == codes


def call(case: Liquidation, proposers: str, **typed: str) -> int:
    """Creditors ask for a meeting."""
    return case.begin(
        "meetings",
        "call_later",
        called_by="CREDITORS",
        proposers=proposers,
        form="ON_SITE",
        planned_on=today(case),
        time="09:30",
        place="本院第一法庭",
        agenda="更换管理人",
        **typed,
    )


def test_creditors_who_call_a_meeting_are_chosen_from_the_table_and_their_quarter_is_shown(
    classes: Liquidation,
) -> None:
    """All claims: 2,700,000 + 2,000,000 + 300,000 = 5,000,000; a quarter is 1,250,000."""
    too_little = classes.refused(call, classes, f"1,{TAX}")

    serial = call(classes, "1-2")

    meeting = classes.part("meetings", serial)
    lines = [thaw(line, "zh", str) for line in meeting.working]
    assert too_little == ["callers_hold_too_little"], "900,000 and 300,000 are less than 1,250,000"
    assert lines[-1] == "合计：1,800,000.00／5,000,000.00，须4分之1以上（含本数），达到。"
    assert classes.refused(call, classes, "", proposers_fen="9", total_fen="9") == ["reckoned_from_the_table"]


def test_half_of_the_unsecured_is_reckoned_when_a_distribution_is_reconsidered(
    declared: Liquidation,
) -> None:
    lost = {"present": 3, "for_heads": 1, "for_fen": "900000", "total_fen": "2700000"}
    plan = {"available_fen": "1", "remuneration_fen": "0", "order_and_ratio": "按比例。", "method": "转账。"}
    declared.step("propose_distribution_plan", **plan)
    declared.step("distribution_plan_failed", **lost)
    declared.step("distribution_plan_failed_twice", **lost)
    declared.step("court_rules_distribution", JUDGE, **REASON)
    asked = {"plan": "distribution_plan", "asked_by": "某债权人", "asked_on": today(declared), **REASON}

    alone = declared.refused(declared.step, "reconsider", JUDGE, upheld=True, applicants="1", **asked)
    together = declared.refused(declared.step, "reconsider", JUDGE, upheld=True, applicants="1-2", **asked)

    assert (alone, together) == (["holds_too_little"], [])
