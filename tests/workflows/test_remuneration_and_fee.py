"""Remuneration and court fees: the worked examples, both sides of every bound, rounding down and half up."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflows.asking import ask, fen, refusal
from workflows.calculations.court_fee import bankruptcy_fee, property_fee
from workflows.calculations.money import plain
from workflows.calculations.remuneration import collateral_cap, remuneration_cap


def cap(value: str, **more: Any) -> str:
    """The cap on a value."""
    answer: str = ask("remuneration", {"value": value, **more})["cap"]
    return answer


@pytest.mark.parametrize(
    ("value", "most"),
    [
        ("0.00", "0.00"),
        ("13925678.90", "1155540.73"),
        ("620000000.00", "9420000.00"),
        ("1000000.00", "120000.00"),
        ("1000000.01", "120000.00"),
        ("1000000.10", "120000.01"),
        ("5000000.00", "520000.00"),
        ("10000000.00", "920000.00"),
        ("50000000.00", "3320000.00"),
        ("100000000.00", "4820000.00"),
        ("500000000.00", "8820000.00"),
        ("500000002.00", "8820000.01"),
    ],
)
def test_the_cap_rises_by_slices_whose_upper_bound_is_included(value: str, most: str) -> None:
    assert cap(value) == most


def test_the_worked_cap_is_shown_slice_by_slice() -> None:
    answer = ask("remuneration", {"value": "13925678.90"})

    assert [(one["rate"], one["value"], one["amount"]) for one in answer["brackets"]] == [
        ("12%", "1000000.00", "120000.00"),
        ("10%", "4000000.00", "400000.00"),
        ("8%", "5000000.00", "400000.00"),
        ("6%", "3925678.90", "235540.73"),
    ]
    assert "超过10,000,000.00元的部分：3,925,678.90元×6%＝235,540.734元。" in answer["working"]


def test_collateral_has_caps_of_its_own_on_the_lower_of_value_and_claim() -> None:
    answer = ask(
        "remuneration",
        {
            "value": "0.00",
            "collateral": [
                {"value": "8080000.00", "claim": "6500000.00"},
                {"value": "2100000.00", "claim": "3000000.00"},
            ],
        },
    )

    assert [(one["base"], one["cap"]) for one in answer["collateral_caps"]] == [
        ("6500000.00", "64000.00"),
        ("2100000.00", "23000.00"),
    ]
    assert answer["collateral_total"] == "87000.00"
    assert answer["cap"] == "0.00"
    assert any("第十三条" in place for place in answer["basis"])


@pytest.mark.parametrize(
    ("factor", "most"), [("0.7", "84000.00"), ("1.0", "120000.00"), ("1", "120000.00"), ("1.3", "156000.00")]
)
def test_a_high_court_may_move_the_limits_by_thirty_percent(factor: str, most: str) -> None:
    assert cap("1000000.00", local_factor=factor) == most


def test_the_local_range_also_moves_the_limit_on_collateral() -> None:
    assert collateral_cap(100_000_000, 100_000_000, local_factor=Fraction("1.3")).fen == 1_560_000


@pytest.mark.parametrize("factor", ["0.69", "0.6999", "1.31", "1.3001", "-1", "1.00001", "x", True, 0])
def test_a_factor_out_of_the_range_is_refused(factor: Any) -> None:
    code = refusal("remuneration", {"value": "1.00", "local_factor": factor})

    assert code == ("bad_number", "local_factor")


@pytest.mark.parametrize(
    ("data", "code", "field"),
    [
        ({}, "missing_field", "value"),
        ({"value": "-1.00"}, "negative", "value"),
        ({"value": "1.001"}, "too_exact", "value"),
        ({"value": "1.00", "collateral": 5}, "bad_list", "collateral"),
        ({"value": "1.00", "collateral": [5]}, "not_an_object", "collateral.0"),
        ({"value": "1.00", "collateral": [{"value": "1.00"}]}, "missing_field", "collateral.0.claim"),
        (
            {"value": "1.00", "collateral": [{"value": "-1.00", "claim": "1.00"}]},
            "negative",
            "collateral.0.value",
        ),
        ({"value": "1.00", "rate": "5"}, "unknown_field", "rate"),
    ],
)
def test_what_no_remuneration_is_reckoned_on_is_named(data: Any, code: str, field: str) -> None:
    assert refusal("remuneration", data) == (code, field)


@given(st.integers(0, 10**14), st.fractions(Fraction("0.7"), Fraction("1.3"), max_denominator=10_000))
def test_the_slices_add_up_to_a_cap_that_is_never_exceeded(value: int, factor: Fraction) -> None:
    found = remuneration_cap(value, local_factor=factor)

    exact = sum(part.due_fen for part in found.parts)
    assert sum(part.part_fen for part in found.parts) == value
    assert found.fen <= exact < found.fen + 1


@given(st.integers(0, 10**14), st.integers(0, 10**14))
def test_a_higher_value_never_has_a_lower_cap_or_fee(one: int, other: int) -> None:
    less, more = sorted((one, other))

    assert remuneration_cap(less).fen <= remuneration_cap(more).fen
    assert property_fee(less).fen <= property_fee(more).fen
    assert bankruptcy_fee(less).fen <= bankruptcy_fee(more).fen


def fee(kind: str, value: str) -> str:
    """The fee of a case."""
    answer: str = ask("court-fee", {"kind": kind, "value": value})["fee"]
    return answer


@pytest.mark.parametrize(
    ("value", "full", "payable"),
    [
        ("0.00", "50.00", "25.00"),
        ("10000.00", "50.00", "25.00"),
        ("10000.01", "50.00", "25.00"),
        ("10000.40", "50.01", "25.01"),
        ("100000.00", "2300.00", "1150.00"),
        ("200000.00", "4300.00", "2150.00"),
        ("500000.00", "8800.00", "4400.00"),
        ("1000000.00", "13800.00", "6900.00"),
        ("2000000.00", "22800.00", "11400.00"),
        ("5000000.00", "46800.00", "23400.00"),
        ("10000000.00", "81800.00", "40900.00"),
        ("20000000.00", "141800.00", "70900.00"),
        ("22695678.90", "155278.39", "77639.20"),
        ("111639998.00", "599999.99", "300000.00"),
        ("111639996.00", "599999.98", "299999.99"),
        ("111640000.00", "600000.00", "300000.00"),
        ("500000000.00", "2541800.00", "300000.00"),
    ],
)
def test_a_bankruptcy_costs_half_of_the_scale_and_at_most_300000(value: str, full: str, payable: str) -> None:
    assert fee("property", value) == full
    assert fee("bankruptcy", value) == payable


def test_the_worked_fee_is_rounded_once_from_its_exact_half() -> None:
    answer = ask("court-fee", {"kind": "bankruptcy", "value": "22695678.90"})

    assert "合计155,278.3945元。" in answer["working"]
    assert "破产案件减半：77,639.19725元。" in answer["working"]
    assert (answer["full"], answer["at_most"]) == ("155278.39", False)


def test_the_maximum_is_said_where_it_applies() -> None:
    answer = ask("court-fee", {"kind": "bankruptcy", "value": "500000000.00"})

    assert answer["at_most"] is True
    assert "最高不超过300,000.00元。" in answer["working"]


@pytest.mark.parametrize(
    ("data", "code", "field"),
    [
        ({"value": "1.00"}, "missing_field", "kind"),
        ({"kind": "divorce", "value": "1.00"}, "bad_choice", "kind"),
        ({"kind": "property"}, "missing_field", "value"),
        ({"kind": "property", "value": "-1.00"}, "negative", "value"),
        ({"kind": "property", "value": "1.005"}, "too_exact", "value"),
        ({"kind": "property", "value": "1e9"}, "bad_amount", "value"),
    ],
)
def test_what_no_fee_is_reckoned_on_is_named(data: Any, code: str, field: str) -> None:
    assert refusal("court-fee", data) == (code, field)


@given(st.integers(0, 10**14))
def test_half_the_scale_is_within_half_a_fen_of_what_is_paid(value: int) -> None:
    found = bankruptcy_fee(value)

    exact = min(found.full_fen / 2, Fraction(30_000_000))
    assert abs(found.fen - exact) <= Fraction(1, 2)
    assert fen(plain(found.fen)) == found.fen
