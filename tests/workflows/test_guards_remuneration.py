"""Guards of remuneration and court fee: both sides of every limit, in every state of a case."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import CollateralFee, CourtFee, Instalment, Remuneration
from models.vocabulary import CourtFeeState, LiquidationState, Payee, RemunerationState
from tests.workflows.building import Kept, a_liquidation, an_attempt_at, code_of
from workflows.calculations.court_fee_base import fee_of_case
from workflows.calculations.remuneration_fixing import (
    above_limits,
    at_rates,
    legal_cap,
    legal_collateral_cap,
    limits,
    percents_of,
    rates_chosen,
    rates_from,
    together,
    working_of_base,
    working_of_final,
)
from workflows.guards import court_fee as fee_guards
from workflows.guards import remuneration as guards
from workflows.guards import remuneration_amounts as amounts
from workflows.guards import remuneration_payments as payments
from workflows.payloads.remuneration import RATE_NAMES

FULL = ["12", "10", "8", "6", "3", "1", "0.5"]
RUNNING = {"LQ_OPEN", "RO_PERIOD", "HJ_ORDERED", "LQ_DECLARED", "LQ_DISMISSED", "LQ_DISMISS_APPEAL"}
AFTER_FINAL = {"LQ_FINAL_DISTRIBUTED", "LQ_TERMINATED", "LQ_DEREGISTERED"}


def a_remuneration(serial: int = 1, rates: list[str] | None = None, **more: Any) -> Remuneration:
    """A plan at the limits, in a liquidation."""
    values: dict[str, Any] = {
        "id": serial,
        "case": a_liquidation(),
        "party_id": serial,
        "payee": Payee.LAW_FIRM,
        "local_percent": 100,
        "rates": FULL if rates is None else rates,
        "competitive": False,
        "planned_fen": 115_554_073,
        "fixed_fen": None,
        "flags": {},
        "state": RemunerationState.PLANNED.value,
    }
    return Remuneration(serial=serial, **{**values, **more})


def an_instalment(remuneration: Remuneration, serial: int = 1, **more: Any) -> Instalment:
    """An application for 1,000 yuan."""
    values: dict[str, Any] = {
        "case": remuneration.case,
        "remuneration": remuneration,
        "remuneration_id": remuneration.id,
        "asked_fen": 100_000,
        "allowed_fen": None,
        "state": "ASKED",
    }
    return Instalment(serial=serial, **{**values, **more})


@pytest.mark.parametrize("state", list(LiquidationState))
def test_a_plan_is_fixed_while_the_case_goes_on(state: LiquidationState) -> None:
    plan = a_remuneration(case=a_liquidation(state.value))

    found = code_of(guards.case_goes_on(plan, an_attempt_at(Kept())))

    assert found == (None if state.value in RUNNING else "case_is_over")


@pytest.mark.parametrize("state", list(LiquidationState))
def test_what_is_due_is_fixed_and_paid_after_the_last_distribution_too(state: LiquidationState) -> None:
    case = a_liquidation(state.value)
    plan = a_remuneration(case=case)
    parts = (an_instalment(plan), CollateralFee(case=case))
    open_ = state.value in RUNNING | AFTER_FINAL

    codes = [code_of(guards.case_has_an_estate(plan, an_attempt_at(Kept())))]
    codes += [code_of(payments.case_has_an_estate(one, an_attempt_at(Kept()))) for one in parts]
    codes += [code_of(fee_guards.case_was_accepted(CourtFee(case=case), an_attempt_at(Kept())))]

    assert codes == [None if open_ else "case_is_over"] * 4


@pytest.mark.parametrize(
    ("base", "cap"),
    [
        (1_392_567_890, 115_554_073),
        (62_000_000_000, 942_000_000),
        (100_000_000, 12_000_000),
        (100_000_010, 12_000_001),
        (500_000_000, 52_000_000),
        (1_000_000_000, 92_000_000),
        (5_000_000_000, 332_000_000),
        (10_000_000_000, 482_000_000),
        (50_000_000_000, 882_000_000),
    ],
)
def test_the_final_amount_stands_at_the_cap_and_not_a_fen_above(base: int, cap: int) -> None:
    def fixing(amount: int) -> str | None:
        attempt = an_attempt_at(Kept(), pool_fen=base, expenses_fen=0, fixed_fen=amount)
        return code_of(amounts.amount_is_within_the_cap(a_remuneration(), attempt))

    assert (fixing(cap), fixing(cap + 1)) == (None, "above_cap")


@pytest.mark.parametrize(
    ("local", "rate", "code"),
    [
        (100, "12", None),
        (100, "12.0001", "rate_above_limit"),
        (70, "8.4", None),
        (70, "8.4001", "rate_above_limit"),
        (130, "15.6", None),
        (130, "15.6001", "rate_above_limit"),
    ],
)
def test_the_high_court_moves_the_limit_of_every_slice(local: int, rate: str, code: str | None) -> None:
    typed = dict.fromkeys(RATE_NAMES) | {"to_100": rate}
    attempt = an_attempt_at(Kept(), settings={"remuneration_local_percent": local}, rates=typed)

    assert code_of(guards.rates_are_within_the_limits(a_remuneration(rates=[]), attempt)) == code


@pytest.mark.parametrize(("second", "code"), [("5", None), ("5.0001", "rates_together_above_limit")])
def test_rates_before_and_after_a_replacement_are_added_slice_by_slice(second: str, code: str | None) -> None:
    first = a_remuneration(1, ["7", "5", "4", "3", "1.5", "0.5", "0.25"])
    typed = dict(zip(RATE_NAMES, [second, "5", "4", "3", "1.5", "0.5", "0.25"], strict=True))
    attempt = an_attempt_at(Kept(paid_for=[first]), rates=typed)

    assert code_of(guards.rates_together_are_within_the_limits(a_remuneration(2, []), attempt)) == code


def test_who_has_given_up_his_remuneration_takes_nothing_of_the_cap() -> None:
    first = a_remuneration(1, state=RemunerationState.FORGONE.value)
    attempt = an_attempt_at(Kept(paid_for=[first]), rates=dict.fromkeys(RATE_NAMES))

    assert guards.rates_together_are_within_the_limits(a_remuneration(2, []), attempt) is None


@pytest.mark.parametrize(
    ("setting", "fixed", "code"),
    [
        ("pool_before_remuneration", 12_000_000, None),
        ("", 12_000_000, None),
        ("pool_after_expenses", 9_600_000, None),
        ("pool_after_expenses", 9_600_001, "above_cap"),
    ],
)
def test_a_court_may_take_the_other_expenses_off_the_base(setting: str, fixed: int, code: str | None) -> None:
    attempt = an_attempt_at(
        Kept(),
        settings={"remuneration_base": setting},
        pool_fen=100_000_000,
        expenses_fen=20_000_000,
        fixed_fen=fixed,
    )

    assert code_of(amounts.amount_is_within_the_cap(a_remuneration(), attempt)) == code


@pytest.mark.parametrize("state", list(RemunerationState))
def test_payment_waits_for_an_objection_and_ends_with_the_remuneration(state: RemunerationState) -> None:
    plan = a_remuneration(state=state.value)
    open_ = state in {RemunerationState.PLANNED, RemunerationState.FIXED}

    found = code_of(payments.remuneration_may_be_paid(an_instalment(plan), an_attempt_at(Kept())))

    assert found == (None if open_ else "remuneration_not_open")


def test_an_application_about_no_remuneration_is_refused() -> None:
    attempt = an_attempt_at(Kept(), remuneration_serial=7, amount_fen=1)

    assert code_of(payments.remuneration_may_be_paid(Instalment(state="", serial=1), attempt)) == (
        "no_such_remuneration"
    )


@pytest.mark.parametrize(("amount", "code"), [(60_000, None), (60_001, "above_remuneration")])
def test_an_open_application_counts_as_asked_and_a_decided_one_as_allowed(
    amount: int, code: str | None
) -> None:
    plan = a_remuneration(fixed_fen=200_000, state="FIXED")
    asked = [
        an_instalment(plan, 1),
        an_instalment(plan, 2, allowed_fen=40_000, state="PAID"),
        an_instalment(plan, 3, state="REFUSED"),
        an_instalment(plan, 4, state="RECALLED"),
    ]
    kept = Kept(paid_for=[plan], asked_for=asked)
    attempt = an_attempt_at(kept, remuneration_serial=1, amount_fen=amount)

    found = payments.amount_is_within_the_remuneration(Instalment(state="", serial=5), attempt)

    assert code_of(found) == code


@pytest.mark.parametrize("state", list(LiquidationState))
@pytest.mark.parametrize("plan", [None, "PROPOSED", "PASSED", "COURT_RULED", "RECOGNISED", "FAILED_TWICE"])
def test_the_fee_is_paid_once_the_plan_is_adopted_or_the_case_is_over(
    state: LiquidationState, plan: str | None
) -> None:
    flags = {"distribution_plan": plan} if plan else {}
    fee = CourtFee(case=a_liquidation(state.value, flags=flags))
    done = state.value in AFTER_FINAL or plan in {"PASSED", "COURT_RULED", "RECOGNISED"}

    found = code_of(fee_guards.liquidation_is_done(fee, an_attempt_at(Kept())))

    assert found == (None if done else "liquidation_not_done")


@pytest.mark.parametrize(
    ("state", "code"), [(CourtFeeState.FIXED, "fee_exists"), (CourtFeeState.WAIVED, "fee_was_charged")]
)
def test_a_case_pays_one_fee(state: CourtFeeState, code: str) -> None:
    known = CourtFee(serial=1, state=state.value)

    found = fee_guards.no_fee_is_there(CourtFee(serial=2, state=""), an_attempt_at(Kept(fees=[known])))

    assert code_of(found) == code


@pytest.mark.parametrize(
    ("fixed", "listed", "code"),
    [
        ([], 5, None),
        ([None], 5, None),
        ([100], 100, None),
        ([100], 101, "remuneration_differs"),
        ([100], 99, "remuneration_differs"),
        ([100, 50], 150, None),
        ([100, 50], 100, "remuneration_differs"),
        ([100, None], 100, None),
    ],
)
def test_the_plan_of_distribution_lists_the_sum_of_what_was_fixed(
    fixed: list[int | None], listed: int, code: str | None
) -> None:
    kept = Kept(paid_for=[a_remuneration(n, fixed_fen=one) for n, one in enumerate(fixed, 1)])

    found = fee_guards.remuneration_agrees(a_liquidation(), an_attempt_at(kept, remuneration_fen=listed))

    assert code_of(found) == code


def test_what_was_given_up_is_not_listed() -> None:
    given_up = a_remuneration(1, fixed_fen=100, state=RemunerationState.FORGONE.value)
    kept = Kept(paid_for=[given_up, a_remuneration(2, fixed_fen=50)])

    assert fee_guards.remuneration_agrees(a_liquidation(), an_attempt_at(kept, remuneration_fen=50)) is None


def test_the_worked_caps_of_the_collaterals() -> None:
    assert legal_collateral_cap(808_000_000, 650_000_000, 100).fen == 6_400_000
    assert legal_collateral_cap(210_000_000, 300_000_000, 100).fen == 2_300_000


def test_the_worked_fee_counts_encumbered_property_unless_the_court_leaves_it_out() -> None:
    whole, free = (fee_of_case(1_234_567_890, 1_035_000_000, whole=one) for one in (True, False))

    assert (whole[0], whole[1].fen) == (2_269_567_890, 7_763_920)
    assert free[0] == 1_234_567_890
    assert "不计入" in str(free[2][0])


def test_rates_that_are_not_typed_stay_or_are_the_limits() -> None:
    typed = ["5", *[None] * 6]

    assert percents_of(rates_chosen(typed, (), 100)) == ["5", *FULL[1:]]
    assert percents_of(rates_chosen(typed, ["1"] * 7, 100)) == ["5", *["1"] * 6]
    assert percents_of(rates_chosen([None] * 7, (), 130)) == [
        "15.6",
        "13",
        "10.4",
        "7.8",
        "3.9",
        "1.3",
        "0.65",
    ]


def test_expenses_greater_than_the_pool_leave_a_base_of_nothing() -> None:
    base, working = working_of_base(100, 101, after=True)

    assert base == 0
    assert str(working[0]).endswith("＝0.00元。")


def test_a_moved_range_is_said_in_the_working() -> None:
    rates = rates_from(FULL)

    assert not any("浮动" in str(line) for line in working_of_final(100_000_000, rates, 100, 1))
    assert any("浮动系数1.3" in str(line) for line in working_of_final(100_000_000, rates, 130, 1))


RATES = st.lists(st.integers(0, 10_000), min_size=7, max_size=7)
"""For each slice the rate chosen, in ten thousandths of its limit."""


@given(st.integers(0, 10**14), RATES, st.integers(70, 130))
def test_whatever_rates_within_the_limits_are_chosen_the_cap_is_not_exceeded(
    value: int, parts: list[int], local: int
) -> None:
    rates = tuple(Fraction(part, 10_000) * limit for part, limit in zip(parts, limits(local), strict=True))

    assert above_limits(rates, local) == []
    assert at_rates(value, rates).fen <= legal_cap(value, local).fen


@given(st.integers(0, 10**14), RATES)
def test_two_administrators_who_share_the_rates_share_one_cap(value: int, parts: list[int]) -> None:
    first = tuple(Fraction(part, 10_000) * limit for part, limit in zip(parts, limits(100), strict=True))
    second = tuple(limit - rate for limit, rate in zip(limits(100), first, strict=True))

    assert together(first, second) == limits(100)
    assert at_rates(value, first).fen + at_rates(value, second).fen <= legal_cap(value, 100).fen
