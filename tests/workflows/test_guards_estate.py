"""Guards of assets, disposals, distributions and shares in escrow."""

from datetime import timedelta
from typing import Any

import pytest

from models.vocabulary import (
    AssetKind,
    AssetState,
    ClaimState,
    DeadlineKind,
    LiquidationState,
    SaleMethod,
    ShareState,
)
from tests.workflows.building import (
    DAY,
    Kept,
    a_claim,
    a_clock,
    a_liquidation,
    a_share,
    an_asset,
    an_attempt,
    an_attempt_at,
    code_of,
)
from workflows.guards import assets as guards
from workflows.guards import distribution as shares
from workflows.guards import plans
from workflows.transition import Guard

ONE = timedelta(days=1)


@pytest.mark.parametrize("state", list(LiquidationState))
def test_property_is_found_until_it_has_been_given_back_to_the_debtor(state: LiquidationState) -> None:
    asset = an_asset(case=a_liquidation(state.value))
    given_back = state.value in {"LQ_DISMISSED_FINAL", "LQ_ENDED_SURVIVING"}

    assert code_of(guards.estate_is_open(asset, an_attempt())) == ("estate_is_closed" if given_back else None)


@pytest.mark.parametrize(("set_off", "code"), [(0, None), (79_999, None), (80_000, "wholly_set_off")])
def test_a_receivable_that_was_wholly_set_off_is_not_collected(set_off: int, code: str | None) -> None:
    asset = an_asset(
        AssetState.TAKEN_OVER, kind=AssetKind.RECEIVABLE, book_fen=80_000, set_off_fen=set_off, received_fen=0
    )

    assert code_of(guards.something_is_left_to_collect(asset, an_attempt())) == code
    assert asset.to_collect_fen == 80_000 - set_off


@pytest.mark.parametrize(("flags", "code"), [({"taken_over": True}, None), ({}, "not_taken_over")])
def test_single_things_are_taken_over_after_the_debtor(flags: dict[str, Any], code: str | None) -> None:
    asset = an_asset(case=a_liquidation(flags=flags))

    assert code_of(guards.taken_over_in_the_case(asset, an_attempt())) == code


@pytest.mark.parametrize(
    ("method", "chose", "code"),
    [
        (SaleMethod.AUCTION, False, None),
        (SaleMethod.AGREED, True, None),
        (SaleMethod.AGREED, False, "not_by_auction"),
        (SaleMethod.SELL_OFF, True, None),
        (SaleMethod.SELL_OFF, False, "not_by_auction"),
        (SaleMethod.BY_REGULATION, False, None),
    ],
)
def test_other_ways_than_auction_need_the_meeting(method: SaleMethod, chose: bool, code: str | None) -> None:
    asset = an_asset(method=method, flags={"meeting_chose": chose})
    offered = an_attempt(method=method, meeting_chose=chose)
    sold = an_attempt_at(Kept(assets=[asset]), asset_serial=1)

    assert code_of(guards.method_fits(asset, offered)) == code
    assert code_of(plans.sold_by_auction_unless_resolved(a_liquidation(), sold)) == code


@pytest.mark.parametrize(
    ("major", "offset", "code"),
    [
        (False, None, None),
        (True, None, "disposal_not_reported"),
        (True, 1, "disposal_not_reported"),
        (True, 0, None),
    ],
)
def test_a_major_disposal_is_offered_with_the_day_of_its_report(
    major: bool, offset: int | None, code: str | None
) -> None:
    reported_on = None if offset is None else DAY + offset * ONE

    attempt = an_attempt_at(Kept(), reported_on=reported_on)

    assert code_of(guards.report_is_named(an_asset(major=major), attempt)) == code


@pytest.mark.parametrize("kind", list(AssetKind))
def test_money_is_collected_and_things_are_sold(kind: AssetKind) -> None:
    collected = kind in {AssetKind.CASH, AssetKind.RECEIVABLE, AssetKind.EQUITY, AssetKind.OTHER}

    found = code_of(guards.is_collected_not_sold(an_asset(kind=kind), an_attempt()))

    assert found == (None if collected else "is_to_be_sold")


@pytest.mark.parametrize(
    ("major", "held", "code"),
    [(True, False, None), (True, True, "leave_not_needed"), (False, False, "leave_not_needed")],
)
def test_the_court_gives_leave_only_before_the_first_meeting(
    major: bool, held: bool, code: str | None
) -> None:
    asset = an_asset(major=major, case=a_liquidation(flags={"first_meeting_held": held}))

    assert code_of(guards.is_major(asset, an_attempt())) == code


@pytest.mark.parametrize("state", list(AssetState))
def test_only_what_is_offered_is_sold(state: AssetState) -> None:
    attempt = an_attempt_at(Kept(assets=[an_asset(state)]), asset_serial=1)

    found = code_of(plans.asset_is_for_sale(a_liquidation(), attempt))

    assert found == (None if state == AssetState.FOR_SALE else "asset_not_offered")


@pytest.mark.parametrize(
    ("major", "flags", "permitted", "allowed"),
    [
        (False, {}, False, True),
        (True, {}, False, False),
        (True, {}, True, True),
        (True, {"first_meeting_held": True}, True, False),
        (True, {"first_meeting_held": True, "mgmt_plan": "PASSED"}, False, True),
        (True, {"first_meeting_held": True, "realisation_plan": "COURT_RULED"}, False, True),
        (True, {"first_meeting_held": True, "realisation_plan": "FAILED_ONCE"}, False, False),
    ],
)
def test_a_major_disposal_needs_a_plan_or_before_the_first_meeting_leave(
    major: bool, flags: dict[str, Any], permitted: bool, allowed: bool
) -> None:
    asset = an_asset(major=major, flags={"court_permitted": permitted})
    attempt = an_attempt_at(Kept(assets=[asset]), asset_serial=1)

    found = code_of(plans.disposal_is_permitted(a_liquidation(flags=flags), attempt))

    assert found == (None if allowed else "major_disposal_not_permitted")


@pytest.mark.parametrize(
    ("major", "before", "code"),
    [
        (True, 11, None),
        (True, 10, None),
        (True, 9, "disposal_not_reported"),
        (True, None, "disposal_not_reported"),
        (False, None, None),
    ],
)
def test_a_major_disposal_was_reported_ten_days_before(
    major: bool, before: int | None, code: str | None
) -> None:
    asset = an_asset(major=major, reported_on=None if before is None else DAY - before * ONE)
    attempt = an_attempt_at(Kept(assets=[asset]), asset_serial=1)

    assert code_of(plans.major_disposal_was_reported(a_liquidation(), attempt)) == code


@pytest.mark.parametrize(
    ("state", "code"),
    [("RECOGNISED", None), ("COURT_RULED", None), ("PASSED", "no_plan_in_force"), (None, "no_plan_in_force")],
)
def test_a_plan_is_carried_out_when_the_court_has_recognised_it(state: str | None, code: str | None) -> None:
    case = a_liquidation(flags={"distribution_plan": state})

    assert code_of(shares.plan_is_in_force(case, an_attempt())) == code


@pytest.mark.parametrize(
    ("pool", "state", "code"),
    [
        (1, ClaimState.CONFIRMED, None),
        (1, ClaimState.JUDGED, None),
        (1, ClaimState.SETTLED, None),
        (1, ClaimState.SUED, "nobody_to_pay"),
        (0, ClaimState.CONFIRMED, "nobody_to_pay"),
    ],
)
def test_money_is_distributed_to_claims_that_are_fixed(
    pool: int, state: ClaimState, code: str | None
) -> None:
    attempt = an_attempt_at(Kept(claims=[a_claim(state)]), pool_fen=pool)

    assert code_of(shares.somebody_is_paid(a_liquidation(), attempt)) == code


@pytest.mark.parametrize(("pool", "code"), [(700, None), (701, "money_is_not_there")])
def test_nothing_is_distributed_that_has_not_come_in(pool: int, code: str | None) -> None:
    attempt = an_attempt_at(Kept(undistributed=700), pool_fen=pool, things="")

    assert code_of(shares.money_is_there(a_liquidation(), attempt)) == code


@pytest.mark.parametrize(("says", "code"), [(True, None), (False, "not_said_final")])
def test_the_last_announcement_says_that_it_is_the_last(says: bool, code: str | None) -> None:
    assert code_of(shares.announcement_says_final(a_liquidation(), an_attempt(says_final=says))) == code


@pytest.mark.parametrize(
    ("guard", "state"),
    [
        (shares.conditional_share_is_there, ShareState.CONDITIONAL),
        (shares.litigated_share_is_there, ShareState.LITIGATED),
    ],
)
def test_a_share_is_settled_by_the_rule_it_was_deposited_for(guard: Guard, state: ShareState) -> None:
    for there in ShareState:
        attempt = an_attempt_at(Kept(shares=[a_share(a_claim(), there)]), claim_serial=1)

        assert (guard(a_liquidation(), attempt) is None) == (there == state)


@pytest.mark.parametrize(
    ("state", "fixed", "judged", "offset", "to_creditor", "code"),
    [
        (ClaimState.SUED, None, None, 0, True, "litigation_not_over"),
        (ClaimState.SUED, None, None, 0, False, "litigation_not_over"),
        (ClaimState.SUED, None, None, 1, False, None),
        (ClaimState.SUED, None, None, 1, True, "litigation_not_over"),
        (ClaimState.JUDGED, 100, -1, -1, True, None),
        (ClaimState.JUDGED, 100, 0, 0, False, "share_is_the_creditors"),
        (ClaimState.JUDGED, 100, 0, 1, False, "share_is_the_creditors"),
        (ClaimState.JUDGED, 100, 1, 1, False, None),
        (ClaimState.JUDGED, 0, 0, 0, False, None),
        (ClaimState.JUDGED, 0, 0, 0, True, None),
    ],
)
def test_an_escrow_follows_the_judgment_or_two_years_the_others(
    state: ClaimState, fixed: int | None, judged: int | None, offset: int, to_creditor: bool, code: str | None
) -> None:
    case = a_liquidation(deadlines=[a_clock(DeadlineKind.LITIGATION_ESCROW, DAY)])
    fixed_on = None if judged is None else DAY + judged * ONE
    kept = Kept(claims=[a_claim(state, fixed_fen=fixed)], fixed=fixed_on)
    attempt = an_attempt_at(kept, DAY + offset * ONE, claim_serial=1, to_creditor=to_creditor)

    assert code_of(shares.litigation_is_over_or_too_old(case, attempt)) == code
