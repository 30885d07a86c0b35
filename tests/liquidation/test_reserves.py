"""What is others' of the money on the account: secured creditors', for fees, in escrow; booked once."""

from collections.abc import Callable
from typing import Any

import pytest

from court_app.errors import BadInput
from court_app.services.procedure.contents import CaseContents
from models import Case
from models.vocabulary import LedgerAccount
from tests.liquidation.playing import JUDGE, REASON, Liquidation, today
from tests.liquidation.selling import mortgaged, sale
from tests.liquidation.test_court_fee import PAID, reckoned
from tests.liquidation.test_estate_account import balance, enter, reverse
from tests.liquidation.test_spendings import ASKED
from workflows.calculations.bookkeeping import Standing

At = Callable[[str], Liquidation]
A = LedgerAccount


@pytest.fixture
def example(at: At) -> Liquidation:
    """The worked example: machines Y are sold for 2,150,000, X for 8,200,000, 12,345,678.90 is free.

    Bank A has 6,500,000 on X, bank B 3,000,000 on Y; both are fixed.
    """
    case = at("met")
    enter(case, kind="OPENING", amount_fen="12345678.90")
    for owed, price, cost in ((6_500_000, 8_200_000, 120_000), (3_000_000, 2_150_000, 50_000)):
        serial = case.begin("assets", "find_asset", kind="EQUIPMENT", name="数控机床")
        case.move("assets", serial, "take_over_asset")
        claim = mortgaged(case, owed, serial)
        case.move("claims", claim, "verify", meeting_serial=1)
        case.move("assets", serial, "offer", method="AUCTION")
        case.step("dispose_asset", **sale(serial, price))
        case.move("assets", serial, "record_cost", kind="AUCTION", amount_fen=str(cost))
        case.move("assets", serial, "receive_price", received_fen=str(price))
    return case


def estate(case: Liquidation) -> Standing:
    """What the estate has and owes, with what is reserved."""
    with case.play.bench.reading() as session:
        return CaseContents(session, session.get_one(Case, case.case)).estate()


def spent(case: Liquidation, yuan: int) -> int:
    """An expense is asked for, approved and paid; returns its number."""
    serial = case.begin("spendings", "request_spending", **{**ASKED, "amount_fen": str(yuan)})
    case.move("spendings", serial, "approve_spending", JUDGE, approved_fen=str(yuan))
    case.move("spendings", serial, "pay_spending", paid_fen=str(yuan))
    return serial


def test_what_collateral_brought_its_creditors_is_never_spent_or_distributed(example: Liquidation) -> None:
    before = estate(example)
    paid = spent(example, 170_000)
    for asset in (1, 2):
        example.move("assets", asset, "tie_cost", cost=1, spending_serial=paid)
    example.step("confirm_claims", JUDGE)
    enter(example, kind="SECURED_PAID", amount_fen="6500000", claim_serial=4)
    half = estate(example)

    enter(example, kind="SECURED_PAID", amount_fen="2100000", claim_serial=5)

    assert (before.secured_fen, before.distributable_fen) == (8_600_000_00, 13_925_678_90)
    assert before.costs_fen == 170_000_00
    assert (half.secured_fen, half.distributable_fen) == (2_100_000_00, 13_925_678_90)
    assert (estate(example).secured_fen, estate(example).distributable_fen) == (0, 13_925_678_90)
    asked = example.begin("spendings", "request_spending", **{**ASKED, "amount_fen": "13925678.91"})
    refused = example.refused(
        example.move, "spendings", asked, "approve_spending", JUDGE, approved_fen="13925678.91"
    )
    assert refused == ["money_is_not_there"]


def test_a_secured_creditor_is_paid_what_his_asset_brought_once_he_is_fixed(example: Liquidation) -> None:
    with pytest.raises(BadInput) as too_early:
        enter(example, kind="SECURED_PAID", amount_fen="1", claim_serial=5)
    example.step("confirm_claims", JUDGE)
    with pytest.raises(BadInput) as too_much:
        enter(example, kind="SECURED_PAID", amount_fen="2100000.01", claim_serial=5)
    made = enter(example, kind="SECURED_PAID", amount_fen="2100000", claim_serial=5)
    with pytest.raises(BadInput) as twice:
        enter(example, kind="SECURED_PAID", amount_fen="0.01", claim_serial=5)

    reverse(example, made)

    assert [list(one.value.fields) for one in (too_early, too_much, twice)] == [
        ["claim_serial"],
        ["amount_fen"],
        ["amount_fen"],
    ]
    assert estate(example).secured_fen == 8_600_000_00
    enter(example, kind="SECURED_PAID", amount_fen="2100000", claim_serial=5)


def test_a_court_fee_is_reserved_from_the_day_it_is_reckoned_until_it_is_paid(at: At) -> None:
    planned = at("planned")
    fee = reckoned(planned, "750000.00")
    owed = estate(planned)

    planned.move("court_fees", fee.serial, "pay_court_fee", **PAID)

    assert (owed.fees_fen, owed.distributable_fen) == (fee.amount_fen, 75_000_000 - fee.amount_fen)
    assert (estate(planned).fees_fen, estate(planned).distributable_fen) == (0, 75_000_000 - fee.amount_fen)


@pytest.mark.parametrize(("left", "codes"), [(0, []), (1, ["fee_is_not_there"])])
def test_a_fee_is_not_paid_out_of_what_was_distributed(at: At, left: int, codes: list[str]) -> None:
    planned = at("planned")
    fee = 565_000  # 750,000 yuan: half of 11,300
    pool = (75_000_000 - fee + left) / 100
    planned.step("distribute", pool_fen=f"{pool:.2f}", announced_on=today(planned))
    serial = reckoned(planned, "750000.00").serial

    assert planned.part("court_fees", serial).amount_fen == fee
    assert planned.refused(planned.move, "court_fees", serial, "pay_court_fee", **PAID) == codes


def test_a_fee_is_booked_in_its_own_place_only(at: At) -> None:
    planned = at("planned")

    def asked(kind: str, step: str) -> list[str]:
        return planned.refused(
            planned.begin, "spendings", step, **{**ASKED, "kind": kind, "amount_fen": "10"}
        )

    before = asked("EXP_COURT", "request_spending")
    reckoned(planned, "750000.00")

    assert before == []
    for step in ("request_spending", "spend_directly"):
        assert asked("EXP_COURT", step) == ["court_fee_is_no_spending"]
        assert asked("EXP_REMUNERATION", step) == ["remuneration_is_no_spending"]


@pytest.mark.parametrize(("booked", "new"), [("0", 30_000_000), ("60000", 24_000_000)])
def test_what_is_found_after_the_end_is_booked_in_full_with_its_costs(at: At, booked: str, new: int) -> None:
    planned = at("planned")
    planned.final(750_000)
    planned.step("request_termination_120", report="分配完结。", **REASON)
    planned.step("terminate_120", JUDGE, **REASON)
    enter(planned, kind="INTEREST", amount_fen="60000")
    found: dict[str, Any] = {
        "found_fen": "300000",
        "costs_fen": "30000",
        "asked_on": today(planned),
        **REASON,
    }

    with pytest.raises(BadInput):
        planned.step("supplementary_distribution", JUDGE, booked_fen="60000.01", **found)
    planned.step("supplementary_distribution", JUDGE, booked_fen=booked, **found)

    assert sum(fen for fen, _ in planned.shares(2).values()) == 27_000_000
    assert (balance(planned, A.RECOVERIES), balance(planned, A.EXP_ESTATE)) == (-new // 100, 30_000)
    assert estate(planned).distributable_fen == 6_000_000 - (30_000_000 - new)


def test_what_went_to_a_depository_is_owed_until_its_share_is_settled_and_debited_once(at: At) -> None:
    planned = at("planned")
    planned.final(300_000)
    planned.step("deposit_unclaimed_share", claim_serial=2)
    free = estate(planned).distributable_fen
    enter(planned, kind="ESCROW_OUT", amount_fen="100000")
    with pytest.raises(BadInput):
        enter(planned, kind="ESCROW_OUT", amount_fen="0.01")
    out = estate(planned)
    planned.later(62)

    planned.step("release_unclaimed_share", claim_serial=2, to_creditor=False, **REASON)

    assert (out.on_hand(), out.owed(A.ESCROW), out.distributable_fen) == (65_000_000, 10_000_000, free)
    assert (balance(planned, A.ESCROW), balance(planned, A.DEPOSITORY)) == (0, 100_000)
    assert estate(planned).distributable_fen == free
    enter(planned, kind="ESCROW_BACK", amount_fen="100000")
    assert (balance(planned, A.BANK), balance(planned, A.DEPOSITORY)) == (750_000, 0)
    with pytest.raises(BadInput):
        enter(planned, kind="ESCROW_BACK", amount_fen="0.01")
