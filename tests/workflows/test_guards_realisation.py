"""Guards of burdens, appraisals, rounds and money of an asset, on both sides of every bound."""

from datetime import date, timedelta
from typing import Any

import pytest

from models import Asset, AssetAppraisal, AssetCost, AssetEncumbrance, AssetReceipt, Resolution, SaleRound
from models.vocabulary import (
    AssetState,
    EncumbranceKind,
    EncumbranceRelease,
    ReceiptKind,
    RoundResult,
    SaleMethod,
)
from tests.workflows.building import (
    DAY,
    Kept,
    a_claim,
    a_liquidation,
    an_asset,
    an_attempt,
    an_attempt_at,
    code_of,
)
from workflows.guards import asset_costs, encumbrances, rounds
from workflows.guards import asset_money as money

ONE = timedelta(days=1)
K, R = EncumbranceKind, EncumbranceRelease
AUCTION: dict[str, Any] = {
    "method": SaleMethod.AUCTION,
    "reserve_fen": None,
    "deposit_fen": None,
    "starts_on": None,
    "ends_on": None,
    "resolution_serial": None,
}


def a_round(result: RoundResult = RoundResult.OPEN, **more: Any) -> SaleRound:
    """A round of an auction that rests on the first appraisal."""
    values = {"position": 1, "method": SaleMethod.AUCTION, "appraisal_position": 1, **more}
    return SaleRound(result=result, **values)


def valued(fen: int, valid_until: date | None = None, position: int = 1) -> dict[str, Any]:
    """An asset that was appraised."""
    appraisal = AssetAppraisal(position=position, value_fen=fen, valid_until=valid_until)
    return {"appraised_fen": fen, "appraisals": [appraisal]}


@pytest.mark.parametrize(
    ("appraised", "reserve", "code"),
    [
        (100_000, 70_000, None),
        (100_000, 69_999, "reserve_too_low"),
        (100_001, 70_001, None),
        (100_001, 70_000, "reserve_too_low"),
        (100_000, None, "no_reserve_price"),
    ],
)
def test_the_first_reserve_price_is_seventy_percent_of_the_appraisal_or_more(
    appraised: int, reserve: int | None, code: str | None
) -> None:
    attempt = an_attempt(**{**AUCTION, "reserve_fen": reserve})

    assert code_of(rounds.first_reserve_is_high_enough(an_asset(**valued(appraised)), attempt)) == code


def test_what_was_never_appraised_has_no_floor() -> None:
    assert rounds.first_reserve_is_high_enough(an_asset(), an_attempt(**AUCTION)) is None


@pytest.mark.parametrize(("reserve", "code"), [(56_000, None), (55_999, "reserve_too_low")])
def test_a_further_reserve_price_is_eighty_percent_of_the_one_before_or_more(
    reserve: int, code: str | None
) -> None:
    failed = a_round(RoundResult.NO_BID, reserve_fen=70_000)
    asset = an_asset(rounds=[failed], **valued(100_000))

    found = rounds.further_reserve_is_high_enough(asset, an_attempt(**{**AUCTION, "reserve_fen": reserve}))

    assert code_of(found) == code


@pytest.mark.parametrize(("reserve", "code"), [(35_000, None), (34_999, "reserve_too_low")])
def test_after_a_new_appraisal_the_floor_is_reckoned_from_it(reserve: int, code: str | None) -> None:
    failed = a_round(RoundResult.NO_BID, reserve_fen=70_000)
    asset = an_asset(rounds=[failed], **valued(50_000, position=2))

    found = rounds.further_reserve_is_high_enough(asset, an_attempt(**{**AUCTION, "reserve_fen": reserve}))

    assert code_of(found) == code


def test_a_resolution_of_the_meeting_sets_another_reserve_price_and_another_way() -> None:
    asset = an_asset(**valued(100_000))
    resolved = an_attempt(**{**AUCTION, "reserve_fen": 1, "resolution_serial": 3})
    agreed = an_attempt(**{**AUCTION, "method": SaleMethod.IN_KIND})

    assert rounds.first_reserve_is_high_enough(asset, resolved) is None
    assert code_of(rounds.method_is_auction_or_resolved(asset, agreed)) == "not_by_auction"
    assert rounds.method_is_auction_or_resolved(asset, resolved) is None


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ("PASSED", None),
        ("FINAL", None),
        ("UPHELD", None),
        ("FAILED", "resolution_not_in_effect"),
        ("REVOKE_REQUESTED", "resolution_not_in_effect"),
        ("REVOKED_ALL", "resolution_not_in_effect"),
        (None, "resolution_not_in_effect"),
    ],
)
def test_only_a_resolution_that_stands_changes_the_way_of_sale(state: str | None, code: str | None) -> None:
    kept = Kept(resolutions=[Resolution(serial=3, state=state)] if state else [])

    found = rounds.resolution_stands(an_asset(), an_attempt_at(kept, resolution_serial=3))

    assert code_of(found) == code


@pytest.mark.parametrize(("late", "code"), [(0, None), (1, "appraisal_expired")])
def test_an_appraisal_carries_a_round_on_its_last_day_and_not_after(late: int, code: str | None) -> None:
    asset = an_asset(**valued(100_000, valid_until=DAY))

    assert code_of(rounds.appraisal_is_valid(asset, an_attempt(DAY + late * ONE))) == code
    assert code_of(rounds.appraisal_is_valid(asset, an_attempt(starts_on=DAY + late * ONE))) == code


def test_an_appraisal_that_says_no_last_day_is_valid_one_year_from_the_day_of_valuation() -> None:
    said = {"base_on": date(2026, 1, 31), "report_on": None, "valid_until": None}

    assert rounds.last_day_of(an_attempt(**said)) == date(2027, 1, 31)
    assert rounds.last_day_of(an_attempt(**{**said, "valid_until": date(2026, 6, 1)})) == date(2026, 6, 1)


@pytest.mark.parametrize(
    ("base", "report", "until", "code"),
    [
        (DAY, DAY, DAY, None),
        (DAY, DAY - ONE, None, "appraisal_days_wrong"),
        (DAY, DAY + ONE, None, "appraisal_days_wrong"),
        (DAY, DAY, DAY - ONE, "appraisal_days_wrong"),
    ],
)
def test_an_asset_is_valued_before_that_is_reported_and_reported_before_it_is_recorded(
    base: date, report: date, until: date | None, code: str | None
) -> None:
    attempt = an_attempt(base_on=base, report_on=report, valid_until=until)

    assert code_of(rounds.appraisal_days_fit(an_asset(), attempt)) == code


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"starts_on": DAY, "ends_on": DAY}, None),
        ({"starts_on": DAY, "ends_on": DAY - ONE}, "round_wrong"),
        ({"deposit_fen": 100, "reserve_fen": 100}, None),
        ({"deposit_fen": 101, "reserve_fen": 100}, "round_wrong"),
    ],
)
def test_a_round_does_not_end_before_it_starts_nor_ask_more_deposit_than_price(
    more: dict[str, Any], code: str | None
) -> None:
    assert code_of(rounds.round_fits(an_asset(), an_attempt(**{**AUCTION, **more}))) == code


@pytest.mark.parametrize(("price", "code"), [(70_000, None), (69_999, "price_below_reserve")])
def test_nothing_is_sold_below_the_reserve_price_of_its_round(price: int, code: str | None) -> None:
    asset = an_asset(reserve_fen=70_000, rounds=[a_round(reserve_fen=70_000)])
    attempt = an_attempt_at(Kept(assets=[asset]), asset_serial=1, price_fen=price)

    assert code_of(rounds.price_reaches_the_reserve(a_liquidation(), attempt)) == code


@pytest.mark.parametrize("result", [r for r in RoundResult if r not in {RoundResult.OPEN, RoundResult.SOLD}])
def test_after_a_round_came_to_nothing_the_next_must_be_open(result: RoundResult) -> None:
    asset = an_asset(rounds=[a_round(result)])
    attempt = an_attempt_at(Kept(assets=[asset]), asset_serial=1, price_fen=1)

    assert code_of(rounds.sold_in_an_open_round(a_liquidation(), attempt)) == "no_round_open"
    assert rounds.no_round_is_open(asset, attempt) is None
    assert code_of(rounds.a_round_is_open(asset, attempt)) == "no_round_open"


@pytest.mark.parametrize(("early", "code"), [(0, None), (1, "round_not_begun")])
def test_nothing_is_sold_before_its_round_begins(early: int, code: str | None) -> None:
    asset = an_asset(rounds=[a_round(starts_on=DAY + early * ONE)])
    attempt = an_attempt_at(Kept(assets=[asset]), asset_serial=1, price_fen=1)

    assert code_of(rounds.sold_in_an_open_round(a_liquidation(), attempt)) == code
    assert code_of(rounds.no_round_is_open(asset, attempt)) == "round_open"


def bought(price: int, paid: int, **more: Any) -> Asset:
    """An asset that was sold, of whose price some has come in."""
    last = a_round(RoundResult.SOLD, deposit_fen=20_000)
    paying = [AssetReceipt(position=1, kind=ReceiptKind.PRICE, amount_fen=paid, round=last)]
    return an_asset(AssetState.SOLD, price_fen=price, rounds=[last], receipts=paying, **more)


@pytest.mark.parametrize(
    ("received", "as_part", "as_last"),
    [(29_999, None, "wrong_sum"), (30_000, "not_a_part", None), (30_001, "not_a_part", "wrong_sum")],
)
def test_the_price_comes_in_parts_and_is_complete_to_the_fen(
    received: int, as_part: str | None, as_last: str | None
) -> None:
    asset, attempt = bought(100_000, 70_000), an_attempt(received_fen=received)

    assert code_of(money.price_is_not_complete(asset, attempt)) == as_part
    assert code_of(money.price_is_complete(asset, attempt)) == as_last


@pytest.mark.parametrize(
    ("kept", "code"), [(None, None), (0, None), (20_000, None), (20_001, "more_than_the_deposit")]
)
def test_of_a_buyer_who_does_not_pay_no_more_than_his_deposit_is_kept(
    kept: int | None, code: str | None
) -> None:
    attempt = an_attempt(forfeited_fen=kept)

    assert code_of(money.deposit_covers_what_is_kept(bought(100_000, 0), attempt)) == code
    assert money.forfeited_fen(bought(100_000, 0), attempt) == (20_000 if kept is None else kept)


def test_what_is_distributed_in_kind_brings_no_money_and_what_is_sold_does() -> None:
    given, sold, attempt = bought(1, 0, method=SaleMethod.IN_KIND), bought(1, 0), an_attempt()

    assert code_of(money.is_sold_for_money(given, attempt)) == "no_money_comes"
    assert code_of(money.is_given_in_kind(sold, attempt)) == "not_in_kind"
    assert money.is_sold_for_money(sold, attempt) is None
    assert money.is_given_in_kind(given, attempt) is None


@pytest.mark.parametrize(
    ("price", "on", "code"), [(1, None, None), (1, DAY, "already_handed_over"), (None, None, "was_not_sold")]
)
def test_a_thing_that_was_sold_is_handed_over_once(price: int | None, on: date | None, code: str) -> None:
    asset = an_asset(AssetState.PAID, price_fen=price, handed_over_on=on)

    assert code_of(money.is_not_handed_over(asset, an_attempt())) == code


@pytest.mark.parametrize(("struck_on", "code"), [(None, None), (DAY, "no_such_cost")])
def test_a_cost_is_struck_out_once(struck_on: date | None, code: str | None) -> None:
    asset = an_asset(costs=[AssetCost(position=1, amount_fen=1, struck_on=struck_on)])

    assert code_of(asset_costs.cost_is_there(asset, an_attempt(cost=1))) == code
    assert (asset_costs.a_cost_stands(asset, an_attempt()) is None) == (code is None)


def burdened(kind: EncumbranceKind, secured: int | None = None, **more: Any) -> Asset:
    """An asset with one burden."""
    return an_asset(
        encumbrances=[AssetEncumbrance(position=1, kind=kind, secured_fen=secured, released_on=None)], **more
    )


def lifting(release: EncumbranceRelease, **more: Any) -> Any:
    """An attempt to lift the first burden."""
    said = {"redeemed_fen": None, "value_fen": None, "reported_on": None}
    return an_attempt(encumbrance=1, release=release, **{**said, **more})


@pytest.mark.parametrize("kind", list(EncumbranceKind))
def test_acceptance_lifts_measures_and_nothing_else(kind: EncumbranceKind) -> None:
    found = code_of(encumbrances.release_fits_its_kind(burdened(kind), lifting(R.ARTICLE_19)))

    assert found == (None if kind in {K.SEIZURE, K.DETENTION, K.FREEZE} else "not_a_measure")


@pytest.mark.parametrize("kind", list(EncumbranceKind))
@pytest.mark.parametrize("release", [R.PAID, R.SUBSTITUTE])
def test_article_37_takes_back_pledged_and_retained_things_only(
    kind: EncumbranceKind, release: EncumbranceRelease
) -> None:
    found = code_of(encumbrances.release_fits_its_kind(burdened(kind), lifting(release)))

    assert found == (None if kind in {K.PLEDGE, K.LIEN} else "not_taken_back")


@pytest.mark.parametrize(
    ("secured", "value", "paid", "code"),
    [
        (100, 60, 60, None),
        (100, 60, 61, "redeemed_above_value"),
        (50, 60, 50, None),
        (50, 60, 51, "redeemed_above_value"),
        (None, 60, 60, None),
        (100, None, 60, "redemption_not_stated"),
        (100, 60, None, "redemption_not_stated"),
    ],
)
def test_a_pledge_is_redeemed_up_to_the_debt_and_to_the_value_of_the_thing(
    secured: int | None, value: int | None, paid: int | None, code: str | None
) -> None:
    attempt = lifting(R.PAID, redeemed_fen=paid, value_fen=value)

    assert code_of(encumbrances.redemption_is_within_value(burdened(K.PLEDGE, secured), attempt)) == code


@pytest.mark.parametrize(
    ("major", "reported_on", "code"),
    [
        (False, None, None),
        (True, None, "redemption_not_reported"),
        (True, DAY + ONE, "redemption_not_reported"),
        (True, DAY, None),
    ],
)
def test_taking_back_a_major_asset_is_reported(major: bool, reported_on: date | None, code: str) -> None:
    asset = burdened(K.PLEDGE, major=major)

    found = encumbrances.redemption_was_reported(asset, lifting(R.PAID, reported_on=reported_on))

    assert code_of(found) == code


def test_a_burden_names_a_claim_of_the_case_only_if_it_secures() -> None:
    kept = Kept(claims=[a_claim()])
    serial = kept.claims[0].serial

    def found(kind: EncumbranceKind, named: int | None) -> str | None:
        return code_of(
            encumbrances.claim_is_filed(an_asset(), an_attempt_at(kept, kind=kind, claim_serial=named))
        )

    assert found(K.MORTGAGE, serial) is None
    assert found(K.LEASE, None) is None
    assert found(K.LEASE, serial) == "secures_nothing"
    assert found(K.MORTGAGE, 99) == "no_such_claim"


def test_what_is_lifted_already_is_not_lifted_again() -> None:
    asset = burdened(K.SEIZURE)
    asset.encumbrances[0].released_on = DAY

    assert code_of(encumbrances.encumbrance_is_there(asset, lifting(R.ARTICLE_19))) == "no_such_encumbrance"
    assert code_of(encumbrances.something_burdens_it(asset, an_attempt())) == "no_encumbrance"
