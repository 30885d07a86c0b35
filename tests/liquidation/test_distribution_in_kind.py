"""Things given to creditors instead of money: planned, resolved, at a value that leaves the others alike."""

from typing import Any

import pytest
from sqlalchemy import select

from court_app.errors import BadInput
from court_app.services.distribution import distribution_plan_sheets
from court_app.services.estate import estate_account
from court_app.services.payments import payment_lists
from models import Case, Distribution, DistributionPlan, Payment
from models.vocabulary import LedgerAccount as A
from tests.liquidation.paying_out import account, handed_over, payments, result, totals
from tests.liquidation.playing import CARRIED, CLERK, JUDGE, LOST, REASON, Liquidation, today
from tests.liquidation.selling import mortgaged, offered, sale
from tests.liquidation.test_distributions import sued
from tests.liquidation.test_payments_that_come_back import owed

IN_KIND = {"method": "IN_KIND", "reserve_fen": None}
PLAN = {"available_fen": "900000", "remuneration_fen": "0", "method": "银行转账。"}
EVERY_ONE = 30_000_000
"""Of 900,000 yuan, three claims of 900,000 each get 300,000 each; in fen."""


def resolved_in_kind(case: Liquidation) -> Liquidation:
    """600,000 yuan are on hand; a machine that nobody bid for is disposed of in kind."""
    case.sell(600_000)
    machine = offered(case, reserve_fen="400000")
    case.move("assets", machine, "round_fails")
    case.step("propose_realisation_plan", plan="流拍的设备作实物分配。")
    case.step("decide_realisation_plan", **CARRIED)
    case.move("assets", machine, "open_round", **IN_KIND, resolution_serial=1)
    return case


@pytest.fixture
def declared(declared: Liquidation) -> Liquidation:
    """The meeting has resolved to give a machine in kind; it is disposed of for 300,000."""
    return resolved_in_kind(declared)


def thing(asset: int = 2, claim: int = 3, value: str = "300000") -> dict[str, Any]:
    """A thing as a plan gives it."""
    return {"asset_serial": asset, "claim_serial": claim, "value_fen": value}


def adopted(case: Liquidation, *things: dict[str, Any], price: int | None = 300_000) -> None:
    """A plan with things in kind is proposed, passed, recognised; the machine is disposed of at a price."""
    case.step("propose_distribution_plan", **PLAN, in_kind=list(things))
    case.step("distribution_plan_passed", **CARRIED)
    case.step("recognise_distribution_plan", JUDGE, **REASON)
    if price is not None:
        case.step("dispose_asset", **sale(2, price))


def final(case: Liquidation, yuan: int, things: str = "2") -> list[str]:
    """The last distribution; returns why not, if it is refused."""
    told = {"pool_fen": str(yuan), "announced_on": today(case), "says_final": True, "things": things}
    return case.refused(case.step, "final_distribution", CLERK, **told)


def test_a_thing_stands_for_the_share_of_its_creditor_and_the_others_get_as_much_in_money(
    declared: Liquidation,
) -> None:
    adopted(declared, thing())

    refused = final(declared, 900_000)

    assert refused == []
    assert declared.shares() == dict.fromkeys((1, 2, 3), (EVERY_ONE, "PAID"))
    assert payments(declared) == [
        (EVERY_ONE, "IN_KIND"),
        (EVERY_ONE, "PREPARED"),
        (EVERY_ONE, "PREPARED"),
    ]
    assert totals(declared) == ({"IN_KIND": EVERY_ONE, "PREPARED": 2 * EVERY_ONE}, True)


def test_the_ledger_says_that_the_thing_left_and_the_debt_with_it(declared: Liquidation) -> None:
    adopted(declared, thing())
    final(declared, 900_000)
    after = owed(declared)
    for serial in (1, 2):
        account(declared, serial)
    handed_over(declared)
    result(declared, 1, "1-2")

    with declared.play.bench.reading() as session:
        held = estate_account.balances(session, session.get_one(Case, declared.case))

    assert after == (2 * EVERY_ONE, 0)
    assert (held.get(A.BANK, 0), held.get(A.PAYABLE_SHARES, 0)) == (0, 0)
    assert (held[A.PROCEEDS], held[A.ORDINARY]) == (-90_000_000, 90_000_000)


def test_what_a_thing_is_worth_below_the_share_is_paid_in_money(declared: Liquidation) -> None:
    adopted(declared, thing(value="250000"), price=250_000)

    refused = final(declared, 850_000)

    assert refused == []
    assert payments(declared) == [
        (25_000_000, "IN_KIND"),
        (28_333_334, "PREPARED"),
        (28_333_333, "PREPARED"),
        (3_333_333, "PREPARED"),
    ]


def test_a_thing_worth_more_than_the_share_is_neither_planned_nor_given(declared: Liquidation) -> None:
    with pytest.raises(BadInput) as planned:
        declared.step("propose_distribution_plan", **PLAN, in_kind=[thing(value="300000.01")])
    adopted(declared, thing())
    with pytest.raises(BadInput) as given:
        final(declared, 899_999)

    assert list(planned.value.fields) == ["in_kind"]
    assert list(given.value.fields) == ["things"]
    assert (declared.shares(), payments(declared)) == ({}, [])


def test_money_covers_what_things_do_not(declared: Liquidation) -> None:
    adopted(declared, thing())

    assert final(declared, 900_000, things="") == ["money_is_not_there"]
    assert final(declared, 900_000) == []


def test_only_what_the_plan_gives_and_the_meeting_resolved_goes_in_kind(declared: Liquidation) -> None:
    adopted(declared, thing(), price=None)

    not_planned = final(declared, 900_000, things="1-2")
    not_disposed_of = final(declared, 900_000)
    declared.step("dispose_asset", **sale(2, 299_999))
    another_value = final(declared, 900_000)

    assert not_planned == ["things_not_in_the_plan", "thing_not_resolved"]
    assert (not_disposed_of, another_value) == (["thing_not_resolved"], ["thing_at_another_value"])


def test_a_thing_that_secures_a_claim_is_no_share(declared: Liquidation) -> None:
    mortgaged(declared, 100_000, 2)

    refused = declared.refused(declared.step, "propose_distribution_plan", **PLAN, in_kind=[thing()])

    assert refused == ["thing_is_encumbered"]
    assert declared.refused(declared.step, "propose_distribution_plan", **PLAN, in_kind=[thing(9)]) == [
        "not_to_be_given"
    ]


def test_a_share_that_is_laid_aside_is_not_given_in_kind(declared: Liquidation) -> None:
    serial = sued(declared, 900_000, 0)

    with pytest.raises(BadInput) as refused:
        declared.step("propose_distribution_plan", **PLAN, in_kind=[thing(claim=serial, value="1")])

    assert "须提存" in str(refused.value.fields["in_kind"][0])


def test_a_thing_is_handed_over_only_as_somebody_s_share_and_is_not_sold_after_that(
    declared: Liquidation,
) -> None:
    adopted(declared, thing())
    early = declared.refused(declared.move, "assets", 2, "distribute_in_kind")
    declared.step("distribute", pool_fen="900000", announced_on=today(declared), things="2")
    again = declared.refused(
        declared.step, "distribute", CLERK, pool_fen="1", announced_on=today(declared), things="2"
    )
    sold = declared.refused(declared.move, "assets", 2, "sale_falls_through", **REASON)

    handed = declared.refused(declared.move, "assets", 2, "distribute_in_kind")

    assert (early, sold, handed) == (["nobody_s_share"], ["is_somebody_s_share"], [])
    assert "thing_is_given" in again
    assert declared.part("assets", 2).state == "DISTRIBUTED"


def test_a_plan_that_the_court_adopts_gives_only_what_the_meeting_resolved(declared: Liquidation) -> None:
    for vote in ("distribution_plan_failed", "distribution_plan_failed_twice"):
        declared.step("propose_distribution_plan", **PLAN, in_kind=[thing()])
        declared.step(vote, **LOST)
    declared.step("court_rules_distribution", JUDGE, **REASON)

    without = final(declared, 900_000)
    declared.step("dispose_asset", **sale(2, 300_000))

    assert without == ["thing_not_resolved"]
    assert final(declared, 900_000) == []


def test_the_plan_and_the_payment_name_the_thing_its_value_and_its_creditor(declared: Liquidation) -> None:
    adopted(declared, thing())
    final(declared, 900_000)

    with declared.play.bench.reading() as session:
        occasion, case = declared.play.occasion(session, CLERK), session.get_one(Case, declared.case)
        plan = session.scalars(select(DistributionPlan).where(DistributionPlan.case_id == case.id)).one()
        contents = "\n".join(distribution_plan_sheets.contents_of(plan, 3, 270_000_000))
        payment = session.scalars(select(Payment).where(Payment.asset_id.is_not(None))).one()
        made = session.scalars(select(Distribution).where(Distribution.case_id == case.id)).one()
        assert "作价300,000.00元" in contents
        assert "分配给债权表第3号江澜建筑劳务有限公司" in contents
        assert (payment.asset.serial, payment.share.claim.serial, payment.amount_fen) == (2, 3, EVERY_ONE)
        assert payment_lists.totals_of(occasion, made).open == 2
