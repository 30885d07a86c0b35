"""What a retrieval moves on the estate's account: costs, price back, proceeds held and given, debts."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from models import LedgerEntry, Retrieval, Spending
from models.vocabulary import EntrySource, LedgerAccount
from tests.liquidation.playing import REASON, Liquidation, today
from tests.liquidation.retrieving import (
    At,
    accepted,
    entries,
    free_property,
    pays,
    perished,
    proceeds_claimed,
)
from tests.liquidation.test_estate_account import balance, enter
from tests.liquidation.test_reserves import estate
from tests.liquidation.test_retrievals import ACCEPTED, CLAIMED, RESERVED, claimed, paid_out

A = LedgerAccount


@pytest.fixture
def case(at_on_sqlite: At) -> Liquidation:
    """The first meeting was held; there is no money."""
    return at_on_sqlite("met")


def test_costs_that_the_owner_pays_in_parts_are_in_the_bank_with_their_source(case: Liquidation) -> None:
    serial = accepted(case)
    pays(case, serial, "1000", reference="LS001")

    case.move("retrievals", serial, "hand_over", received_by="钱经理", costs_paid_fen="2000", account="CASH")

    assert (balance(case, A.BANK), balance(case, A.CASH), balance(case, A.OWNERS_COSTS)) == (
        1_000,
        2_000,
        -3_000,
    )
    assert entries(case, serial) == [(1, "RETRIEVAL", 100_000), (2, "RETRIEVAL", 200_000)]
    assert (case.part("retrievals", serial).costs_paid_fen, estate(case).distributable_fen) == (
        300_000,
        300_000,
    )


def test_the_owner_pays_no_more_than_is_due(case: Liquidation) -> None:
    serial = accepted(case)

    at_once = case.refused(
        case.move, "retrievals", serial, "hand_over", received_by="钱经理", costs_paid_fen="3000.01"
    )
    before = case.refused(pays, case, serial, "3000.01")
    pays(case, serial, "3000")
    again = case.refused(pays, case, serial, "0.01")
    with_it = case.refused(
        case.move, "retrievals", serial, "hand_over", received_by="钱经理", costs_paid_fen="0.01"
    )

    assert [at_once, before, with_it] == [["more_than_due"]] * 3
    assert again == ["nothing_is_due"]
    assert balance(case, A.BANK) == 3_000


def test_an_owner_who_owes_nothing_is_asked_for_nothing(case: Liquidation) -> None:
    serial = accepted(case, costs="0")

    paid = case.refused(pays, case, serial, "1")
    back = {"what": "COSTS", "amount_fen": "1", **REASON}
    returned = case.refused(case.move, "retrievals", serial, "return_to_owner", **back)
    corrected = case.refused(case.move, "retrievals", serial, "correct_receipt", entry=1, **REASON)

    assert (paid, returned, corrected) == (["nothing_is_due"], ["nothing_was_paid"], ["no_receipt"])


def test_costs_go_back_where_the_retrieval_is_withdrawn_and_no_more_than_came_in(case: Liquidation) -> None:
    serial = accepted(case)
    pays(case, serial, "3000")
    case.move("retrievals", serial, "withdraw_retrieval", **REASON)
    back = {"what": "COSTS", **REASON}

    too_much = case.refused(case.move, "retrievals", serial, "return_to_owner", amount_fen="3000.01", **back)
    case.move("retrievals", serial, "return_to_owner", amount_fen="3000", **back)

    assert too_much == ["more_than_received", "money_is_not_there"]
    assert (balance(case, A.BANK), balance(case, A.OWNERS_COSTS)) == (0, 0)
    assert case.part("retrievals", serial).costs_paid_fen == 0


def test_a_payment_that_was_entered_wrong_is_reversed_by_an_entry_that_names_it(case: Liquidation) -> None:
    enter(case, kind="INTEREST", amount_fen="5")
    serial = accepted(case)
    pays(case, serial, "300")

    other = case.refused(case.move, "retrievals", serial, "correct_receipt", entry=1, **REASON)
    case.move("retrievals", serial, "correct_receipt", entry=2, **REASON)
    twice = case.refused(case.move, "retrievals", serial, "correct_receipt", entry=2, **REASON)
    pays(case, serial, "3000")

    assert (other, twice) == (["no_such_receipt"], ["no_receipt"])
    assert entries(case, serial) == [
        (2, "RETRIEVAL", 30_000),
        (3, "REVERSAL", 30_000),
        (4, "RETRIEVAL", 300_000),
    ]
    with case.play.bench.reading() as session:
        reversal = session.scalars(select(LedgerEntry).where(LedgerEntry.serial == 3)).one()
        assert reversal.reverses is not None
        assert reversal.reverses.serial == 2


def test_what_was_given_back_is_not_reversed_too(case: Liquidation) -> None:
    serial = accepted(case)
    pays(case, serial, "3000")
    case.move("retrievals", serial, "return_to_owner", what="COSTS", amount_fen="0.01", **REASON)

    codes = case.refused(case.move, "retrievals", serial, "correct_receipt", entry=1, **REASON)

    assert codes == ["was_given_back"]


def test_a_rescinded_seller_pays_the_price_back_up_to_what_he_owes(case: Liquidation) -> None:
    serial = accepted(case, costs="0", **{**RESERVED, "paid_fen": "30000", "contract": "RESCINDED"})
    case.move("retrievals", serial, "hand_over", received_by="钱经理")

    too_much = case.refused(pays, case, serial, "30000.01", "PRICE_BACK")
    pays(case, serial, "30000", "PRICE_BACK")

    assert too_much == ["more_than_due"]
    assert (balance(case, A.BANK), balance(case, A.RECOVERIES)) == (30_000, -30_000)
    assert case.part("retrievals", serial).refund_paid_fen == 3_000_000


def test_what_the_price_does_not_cover_waits_as_common_debt_from_the_hand_over_on(case: Liquidation) -> None:
    terms = {**RESERVED, "paid_fen": "30000", "contract": "RESCINDED"}
    serial = claimed(case, **terms)
    case.move("retrievals", serial, "accept_retrieval", value_loss_fen="50000", **ACCEPTED)
    with case.play.bench.reading() as session:
        before = session.scalars(select(Spending).where(Spending.case_id == case.case)).all()

    case.move("retrievals", serial, "hand_over", received_by="钱经理")

    debt = case.part("spendings", 1)
    assert before == []
    assert (debt.state, debt.kind.value, debt.amount_fen, debt.payee) == (
        "REQUESTED",
        "CBD_BY_REFERENCE",
        2_000_000,
        CLAIMED["owner"],
    )


def test_a_debt_of_common_benefit_is_approved_and_paid_like_any_other(case: Liquidation) -> None:
    enter(case, kind="INTEREST", amount_fen="56000")
    serial = claimed(case)
    lost = {"loss": "DESTROYED", "lost_on": (case.play.day - timedelta(days=1)).isoformat(), **REASON}
    case.move("retrievals", serial, "turn_into_claim", loss_fen="56000", by_administration=True, **lost)

    paid_out(case, 1, "56000")

    assert (balance(case, A.BANK), balance(case, A.CBD_BY_REFERENCE)) == (0, 56_000)
    with case.play.bench.reading() as session:
        retrieval = session.scalars(select(Retrieval).where(Retrieval.case_id == case.case)).one()
        assert [(one.serial, one.state) for one in retrieval.spendings] == [(1, "PAID")]


def test_the_rest_of_a_price_is_owed_as_common_debt_where_a_continued_sale_bars_the_retrieval(
    case: Liquidation,
) -> None:
    barred = claimed(case, **{**RESERVED, "paid_fen": "75000", "contract": "CONTINUED", "breached": True})
    leased = claimed(case)
    owed = {"loss": "PRICE_OWED", "lost_on": today(case), "loss_fen": "25000", **REASON}

    other = case.refused(case.move, "retrievals", leased, "turn_into_claim", **owed)
    case.move("retrievals", barred, "turn_into_claim", **owed)

    assert other == ["not_a_continued_sale"]
    assert (case.part("spendings", 1).amount_fen, case.part("retrievals", barred).state) == (
        2_500_000,
        "LOST",
    )


def test_a_seller_waits_while_his_price_is_to_be_paid_and_claims_again_when_it_is_not(
    case: Liquidation,
) -> None:
    transit = {**CLAIMED, "ground": "IN_TRANSIT", "price_fen": "1000", "asserted_before_arrival": True}
    serial = claimed(case, **transit, paid_fen="400")
    tomorrow = (case.play.day + timedelta(days=1)).isoformat()

    unreported = case.refused(case.move, "retrievals", serial, "keep_goods", reported_on=tomorrow)
    case.move("retrievals", serial, "keep_goods", reported_on=today(case))
    waiting = case.refused(case.move, "retrievals", serial, "give_up_goods", **REASON)
    case.move("spendings", 1, "drop_spending", **REASON)
    case.move("retrievals", serial, "give_up_goods", **REASON)

    assert (unreported, waiting) == (["not_reported"], ["price_is_being_paid"])
    assert case.part("retrievals", serial).state == "CLAIMED"
    assert case.refused(case.move, "retrievals", serial, "accept_retrieval", **ACCEPTED) == []


def test_every_entry_of_a_retrieval_names_it_as_its_source(case: Liquidation) -> None:
    serial = proceeds_claimed(case, perished(case))
    case.move("retrievals", serial, "accept_retrieval", **ACCEPTED)
    case.move("retrievals", serial, "hand_over", received_by="钱经理")

    with case.play.bench.reading() as session:
        found = session.scalars(
            select(LedgerEntry).where(
                LedgerEntry.case_id == case.case, LedgerEntry.source == EntrySource.RETRIEVAL
            )
        ).all()

    assert [(entry.source_serial, entry.event_id is not None) for entry in found] == [(serial, True)] * 2


def test_property_of_which_all_was_given_to_its_owner_bears_no_court_fee(case: Liquidation) -> None:
    goods = perished(case)
    before = free_property(case)

    proceeds_claimed(case, goods)

    assert (before, free_property(case)) == (800_000, 0)
