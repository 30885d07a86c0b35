"""Retrieval: EBL 38, 39, 76; I2-26 to 40, on both sides of every boundary."""

from datetime import date, timedelta
from typing import Any

import pytest
from marshmallow import ValidationError

from models import Retrieval, Spending
from models.vocabulary import (
    AssetState,
    ClaimClass,
    CommonGround,
    LiquidationState,
    RetainedContract,
    RetrievalGround,
    RetrievalLoss,
    RetrievalState,
)
from tests.workflows.building import DAY, a_liquidation, an_asset, an_attempt, code_of
from workflows.guards import retrieval_debts as debts
from workflows.guards import retrieval_money as money
from workflows.guards import retrievals as guards
from workflows.law.citations import cite
from workflows.law.retrieval import class_of_loss, common_ground, price_back
from workflows.law.thresholds import BUYER_HAS_PAID
from workflows.payloads.retrievals import RetrievalClaimed, RetrievalTurned

G, C, L = RetrievalGround, RetainedContract, RetrievalLoss
ONE = timedelta(days=1)
RESERVED: dict[str, Any] = {
    "ground": G.RETENTION,
    "contract": C.CONTINUED,
    "price_fen": 100_000,
    "paid_fen": 74_999,
    "breached": True,
}


def a_retrieval(state: RetrievalState = RetrievalState.CLAIMED, **more: Any) -> Retrieval:
    """A leased machine, of which nothing is in dispute."""
    values: dict[str, Any] = {
        "case": a_liquidation(),
        "serial": 1,
        "ground": G.GENERAL,
        "asset": None,
        "by_judgment": False,
        "contract": C.NONE,
        "price_fen": None,
        "paid_fen": None,
        "breached": False,
        "third_party_good_faith": False,
        "asserted_before_arrival": False,
        "lawfully_held": True,
        "conditions_met": False,
        "endangered": False,
        "costs_fen": 0,
        "delay_costs_fen": 0,
        "flags": {},
    }
    return Retrieval(state=state.value, **{**values, **more})


@pytest.mark.parametrize("state", list(LiquidationState))
def test_property_is_claimed_while_the_case_goes_on(state: LiquidationState) -> None:
    over = {
        "LQ_FINAL_DISTRIBUTED",
        "LQ_TERMINATED",
        "LQ_DEREGISTERED",
        "LQ_DISMISSED_FINAL",
        "LQ_ENDED_SURVIVING",
    }
    found = code_of(guards.case_is_going_on(a_retrieval(case=a_liquidation(state.value)), an_attempt()))

    assert found == ("case_is_over" if state.value in over else None)


@pytest.mark.parametrize(
    ("paid", "price", "code"),
    [
        (74_999, 100_000, None),
        (75_000, 100_000, "three_quarters_paid"),
        (100_000, 100_000, "three_quarters_paid"),
        (75, 101, None),
        (76, 101, "three_quarters_paid"),
    ],
)
def test_a_seller_retrieves_nothing_once_three_quarters_of_the_price_are_paid(
    paid: int, price: int, code: str | None
) -> None:
    retrieval = a_retrieval(**{**RESERVED, "paid_fen": paid, "price_fen": price})

    assert code_of(guards.less_than_three_quarters_paid(retrieval, an_attempt())) == code


def test_three_quarters_are_an_exact_fraction_with_the_boundary_included() -> None:
    assert (BUYER_HAS_PAID.over, BUYER_HAS_PAID.under, BUYER_HAS_PAID.more_than) == (3, 4, False)


def test_the_three_quarters_do_not_count_where_the_sale_was_rescinded_or_title_not_retained() -> None:
    paid = {**RESERVED, "paid_fen": 100_000}

    for other in ({"contract": C.RESCINDED}, {"ground": G.GENERAL}):
        assert guards.less_than_three_quarters_paid(a_retrieval(**{**paid, **other}), an_attempt()) is None


def test_a_sale_that_is_continued_and_kept_leaves_the_goods_with_the_estate() -> None:
    kept, broken = a_retrieval(**{**RESERVED, "breached": False}), a_retrieval(**RESERVED)

    assert code_of(guards.contract_was_broken(kept, an_attempt())) == "contract_kept"
    assert guards.contract_was_broken(broken, an_attempt()) is None


def test_the_administrator_first_decides_on_a_sale_under_retention_of_title() -> None:
    undecided = a_retrieval(**{**RESERVED, "contract": C.NONE})

    assert code_of(guards.contract_is_decided(undecided, an_attempt())) == "contract_undecided"
    assert guards.contract_is_decided(a_retrieval(**RESERVED), an_attempt()) is None
    assert guards.contract_is_decided(a_retrieval(), an_attempt()) is None


@pytest.mark.parametrize("ground", [G.GENERAL, G.RETENTION])
def test_nothing_is_retrieved_from_a_third_party_in_good_faith(ground: RetrievalGround) -> None:
    gone = a_retrieval(ground=ground, third_party_good_faith=True)

    assert code_of(guards.no_third_party_owns_it(gone, an_attempt())) == "third_party_owns_it"
    assert guards.no_third_party_owns_it(a_retrieval(ground=ground), an_attempt()) is None


@pytest.mark.parametrize(("paid", "code"), [(99_999, None), (100_000, "price_is_paid")])
def test_goods_in_transit_come_back_only_while_the_price_is_not_wholly_paid(
    paid: int, code: str | None
) -> None:
    goods = a_retrieval(ground=G.IN_TRANSIT, price_fen=100_000, paid_fen=paid)

    assert code_of(guards.price_is_not_paid(goods, an_attempt())) == code


@pytest.mark.parametrize(("before", "code"), [(True, None), (False, "asserted_too_late")])
def test_goods_in_transit_are_claimed_before_they_reach_the_administrator(
    before: bool, code: str | None
) -> None:
    goods = a_retrieval(ground=G.IN_TRANSIT, asserted_before_arrival=before)

    assert code_of(guards.asserted_in_transit(goods, an_attempt())) == code


@pytest.mark.parametrize(
    ("now", "returned", "code"),
    [(25_000, 0, None), (24_999, 0, "price_not_paid"), (25_000, 1, "price_not_paid")],
)
def test_the_administrator_keeps_goods_in_transit_by_paying_all_that_is_owed(
    now: int, returned: int, code: str | None
) -> None:
    goods = a_retrieval(ground=G.IN_TRANSIT, price_fen=100_000, paid_fen=75_000, flags={"price_spending": 4})
    goods.spendings = [Spending(serial=4, state="PAID", paid_fen=now, returned_fen=returned)]

    assert guards.goods_are_in_transit(goods, an_attempt()) is None
    assert code_of(debts.price_was_paid(goods, an_attempt())) == code
    assert code_of(guards.goods_are_in_transit(a_retrieval(), an_attempt())) == "not_in_transit"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({}, "agreed_conditions_not_met"),
        ({"conditions_met": True}, None),
        ({"endangered": True}, None),
        ({"lawfully_held": False}, None),
        ({"ground": G.PROCEEDS}, None),
        ({"ground": G.RETENTION, "contract": C.RESCINDED}, None),
    ],
)
def test_during_reorganization_property_comes_back_as_was_agreed(
    more: dict[str, Any], code: str | None
) -> None:
    held, elsewhere = (a_retrieval(case=a_liquidation(state), **more) for state in ("RO_PERIOD", "LQ_OPEN"))

    assert code_of(guards.agreed_conditions_are_met(held, an_attempt())) == code
    assert guards.agreed_conditions_are_met(elsewhere, an_attempt()) is None


@pytest.mark.parametrize("state", list(AssetState))
def test_what_was_sold_is_retrieved_as_its_proceeds_only(state: AssetState) -> None:
    sold = state in {AssetState.SOLD, AssetState.PAID, AssetState.DISTRIBUTED}
    thing, proceeds = (
        a_retrieval(asset=an_asset(state), ground=ground) for ground in (G.GENERAL, G.PROCEEDS)
    )

    assert code_of(guards.property_is_still_there(thing, an_attempt())) == (
        "property_is_sold" if sold else None
    )
    assert guards.property_is_still_there(proceeds, an_attempt()) is None


@pytest.mark.parametrize(
    ("by_judgment", "holds_wrong", "code"),
    [(True, True, "judgment_not_respected"), (True, False, None), (False, True, None)],
)
def test_a_judgment_is_not_refused_because_it_is_held_to_be_wrong(
    by_judgment: bool, holds_wrong: bool, code: str | None
) -> None:
    attempt = an_attempt(holds_judgment_wrong=holds_wrong)

    assert code_of(guards.judgment_is_respected(a_retrieval(by_judgment=by_judgment), attempt)) == code


@pytest.mark.parametrize(
    ("paid", "code"), [(7_000, None), (6_999, "costs_not_paid"), (7_001, "more_than_due")]
)
def test_costs_are_paid_before_the_property_is_handed_over(paid: int, code: str | None) -> None:
    accepted = a_retrieval(RetrievalState.ACCEPTED, costs_fen=5_000, delay_costs_fen=2_000)

    attempt = an_attempt(costs_paid_fen=paid, costs_withheld=False)

    assert code_of(money.costs_are_paid(accepted, attempt)) == code


def test_only_who_claims_late_bears_the_costs_of_delay() -> None:
    asked = an_attempt(delay_costs_fen=1)

    assert code_of(guards.only_late_owners_bear_delay(a_retrieval(), asked)) == "not_late"
    assert guards.only_late_owners_bear_delay(a_retrieval(flags={"late": True}), asked) is None
    assert guards.only_late_owners_bear_delay(a_retrieval(), an_attempt(delay_costs_fen=0)) is None


@pytest.mark.parametrize(
    ("loss", "lost_on", "by_administration", "rank"),
    [
        (L.GOOD_FAITH, DAY - ONE, False, ClaimClass.ORD),
        (L.GOOD_FAITH, DAY, True, ClaimClass.CBD),
        (L.GOOD_FAITH, DAY, False, None),
        (L.PRICE_PAID, DAY - ONE, False, ClaimClass.ORD),
        (L.PRICE_PAID, DAY, False, ClaimClass.CBD),
        (L.DESTROYED, DAY - ONE, True, ClaimClass.ORD),
        (L.DESTROYED, DAY, True, ClaimClass.CBD),
        (L.DESTROYED, DAY, False, None),
        (L.PRICE_OWED, DAY - ONE, False, ClaimClass.CBD),
        (L.PRICE_OWED, DAY, False, ClaimClass.CBD),
    ],
)
def test_what_is_lost_before_the_acceptance_is_an_ordinary_claim_and_since_then_common_debt(
    loss: RetrievalLoss, lost_on: date, by_administration: bool, rank: ClaimClass | None
) -> None:
    assert class_of_loss(loss, lost_on, DAY, by_administration=by_administration) == rank


@pytest.mark.parametrize(
    ("loss", "by_fault", "ground"),
    [
        (L.GOOD_FAITH, False, CommonGround.TRANSFERRED),
        (L.GOOD_FAITH, True, CommonGround.FAULT),
        (L.PRICE_PAID, True, CommonGround.THIRD_PARTY),
        (L.DESTROYED, False, CommonGround.DESTROYED),
        (L.DESTROYED, True, CommonGround.FAULT),
        (L.PRICE_OWED, True, CommonGround.SELLER_HARMED),
        (None, False, CommonGround.VALUE_LOST),
    ],
)
def test_a_common_debt_of_a_retrieval_names_its_provision(
    loss: RetrievalLoss | None, by_fault: bool, ground: CommonGround
) -> None:
    assert common_ground(loss, by_fault=by_fault) == ground


def test_every_provision_that_makes_a_common_debt_is_an_article_that_can_be_cited() -> None:
    places = [str(citation) for ground in CommonGround for citation in cite(ground.value)]

    assert places == [ground.value.replace("-", " ", 1) for ground in CommonGround]


@pytest.mark.parametrize(
    ("paid", "loss", "refund", "uncovered"),
    [(80_000, 30_000, 50_000, 0), (30_000, 30_000, 0, 0), (30_000, 30_001, 0, 1)],
)
def test_a_rescinded_sale_gives_the_price_back_less_the_loss_in_value(
    paid: int, loss: int, refund: int, uncovered: int
) -> None:
    back = price_back(paid, loss)

    assert (back.refund_fen, back.uncovered_fen) == (refund, uncovered)


def test_a_loss_lies_not_in_the_future() -> None:
    assert guards.loss_has_happened(a_retrieval(), an_attempt(DAY, lost_on=DAY)) is None
    assert code_of(guards.loss_has_happened(a_retrieval(), an_attempt(DAY, lost_on=DAY + ONE))) == (
        "loss_in_future"
    )


@pytest.mark.parametrize("ground", ["RETENTION", "IN_TRANSIT"])
def test_where_the_price_decides_it_is_asked_for(ground: str) -> None:
    told = {
        "owner": "望川机电租赁有限公司",
        "ground": ground,
        "claimed_property": "注塑机",
        "title_basis": "合同",
    }

    with pytest.raises(ValidationError) as refusal:
        RetrievalClaimed().load(told)
    assert "price_fen" in refusal.value.messages_dict
    assert RetrievalClaimed().load({**told, "price_fen": "100", "paid_fen": "0"})["paid_fen"] == 0


def test_who_paid_for_what_was_taken_back_is_named() -> None:
    told = {"loss": "PRICE_PAID", "lost_on": "2026-01-05", "loss_fen": "100", "reason": "经查属实。"}

    with pytest.raises(ValidationError) as refusal:
        RetrievalTurned().load(told)
    assert "third_party" in refusal.value.messages_dict
