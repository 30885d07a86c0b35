"""What changes of the roll while a vote goes on."""

from models import Motion, VotingRight
from tests.liquidation.playing import JUDGE, REASON, Liquidation
from tests.liquidation.test_estate_account import enter
from tests.liquidation.voting import FOR, key, put, total_of
from workflows.text import thaw


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
