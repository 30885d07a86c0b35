"""Interest on a claim: first and last day, rates that change, days of a year, one rounding at the end."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflows.asking import ask, fen, refusal
from workflows.calculations.interest import accrued

WHOLE: dict[str, Any] = {
    "principal": "1000000.00",
    "from": "2024-01-01",
    "to": "2025-03-10",
    "rates": [{"from": "2024-01-01", "annual_percent": "3.65"}],
}


def accrues(**changed: Any) -> Any:
    """Interest on the claim, with something changed."""
    return ask("interest", {**WHOLE, **changed})


def test_the_first_day_counts_and_the_day_of_acceptance_does_not() -> None:
    assert accrues(to="2024-01-01")["interest"] == "0.00"
    assert accrues(to="2024-01-02")["interest"] == "100.00"
    assert accrues(to="2024-01-02")["days"] == 1


def test_a_court_may_count_the_day_of_acceptance() -> None:
    assert accrues(to="2024-01-02", to_counted=True)["interest"] == "200.00"
    assert accrues(to="2024-01-02", to_counted=False)["interest"] == "100.00"


def test_a_leap_day_bears_interest_like_any_other() -> None:
    assert accrues(to="2024-03-01")["days"] == 60


@pytest.mark.parametrize(
    ("year", "interest"), [("365", "100.00"), ("360", "101.39"), (365, "100.00"), (360, "101.39")]
)
def test_the_days_of_a_year_make_the_daily_rate(year: Any, interest: str) -> None:
    assert accrues(to="2024-01-02", day_count=year)["interest"] == interest


def test_a_rate_applies_from_its_day_on() -> None:
    rates = [
        {"from": "2024-01-01", "annual_percent": "3.65"},
        {"from": "2024-01-03", "annual_percent": "7.3"},
        {"from": "2024-01-04", "annual_percent": "0"},
        {"from": "2024-01-05", "annual_percent": "36.5"},
    ]

    answer = accrues(to="2024-01-06", rates=rates)

    assert [(one["from"], one["to"], one["days"], one["interest"]) for one in answer["pieces"]] == [
        ("2024-01-01", "2024-01-03", 2, "200.00"),
        ("2024-01-03", "2024-01-04", 1, "200.00"),
        ("2024-01-04", "2024-01-05", 1, "0.00"),
        ("2024-01-05", "2024-01-06", 1, "1000.00"),
    ]
    assert answer["interest"] == "1400.00"


def test_the_order_in_which_rates_are_given_does_not_matter() -> None:
    rates = [
        {"from": "2024-07-01", "annual_percent": "3.1"},
        {"from": "2023-01-01", "annual_percent": "3.65"},
        {"from": "2030-01-01", "annual_percent": "9"},
    ]

    assert accrues(rates=rates) == accrues(rates=rates[::-1])


def test_pieces_are_rounded_together_and_not_one_by_one() -> None:
    rates = [
        {"from": f"2024-01-0{day}", "annual_percent": percent}
        for day, percent in ((1, "0.149"), (2, "0.1491"), (3, "0.149"))
    ]

    answer = accrues(principal="1000.00", to="2024-01-04", rates=rates)

    assert [one["interest"] for one in answer["pieces"]] == ["0.004082", "0.004084", "0.004082"]
    assert answer["interest"] == "0.01"


def test_the_working_can_be_checked_by_hand() -> None:
    lines = accrues(to="2024-01-03", rates=[{"from": "2024-01-01", "annual_percent": "3.45"}])["working"]

    assert lines[0] == "首日2024年1月1日计入，末日2024年1月3日不计入。"
    assert lines[1] == "2024年1月1日起2日：1,000,000.00元×3.45%×2÷365＝189.041095…元。"
    assert lines[2] == "合计189.041095…元，四舍五入到分：189.04元。"


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"to": "2023-12-31"}, "to_before_from", "to"),
        ({"rates": []}, "bad_list", "rates"),
        ({"rates": [{"from": "2024-01-02", "annual_percent": "3"}]}, "no_rate", "rates"),
        ({"rates": [{"from": "2024-01-01"}]}, "missing_field", "rates.0.annual_percent"),
        ({"rates": [{"from": "2024-01-01", "annual_percent": "-3"}]}, "bad_number", "rates.0.annual_percent"),
        (
            {"rates": [{"from": "2024-01-01", "annual_percent": "1001"}]},
            "bad_number",
            "rates.0.annual_percent",
        ),
        ({"rates": [{"from": "2024-13-01", "annual_percent": "3"}]}, "bad_date", "rates.0.from"),
        ({"rates": [*WHOLE["rates"], *WHOLE["rates"]]}, "named_twice", "rates.1.from"),
        ({"rates": [5]}, "not_an_object", "rates.0"),
        ({"day_count": "366"}, "bad_choice", "day_count"),
        ({"day_count": True}, "bad_choice", "day_count"),
        ({"to_counted": "yes"}, "bad_yes_no", "to_counted"),
        ({"principal": "-1.00"}, "negative", "principal"),
        ({"principal": "1.005"}, "too_exact", "principal"),
        ({"compound": True}, "unknown_field", "compound"),
    ],
)
def test_what_bears_no_interest_is_named(changed: dict[str, Any], code: str, field: str) -> None:
    assert refusal("interest", {**WHOLE, **changed}) == (code, field)


@given(st.integers(0, 10**13), st.integers(0, 4_000), st.integers(0, 4_000), st.sampled_from([360, 365]))
def test_interest_over_two_spans_is_interest_over_both(
    principal: int, one: int, other: int, year: int
) -> None:
    begin = date(2010, 1, 1)
    middle, end = begin + timedelta(one), begin + timedelta(one + other)
    rates = [(date(2010, 1, 1), Fraction("4.35")), (date(2015, 5, 11), Fraction("5.1"))]

    whole = sum(piece.fen for piece in accrued(principal, begin, end, rates, year))
    parts = [*accrued(principal, begin, middle, rates, year), *accrued(principal, middle, end, rates, year)]

    assert whole == sum(piece.fen for piece in parts)


@given(st.integers(0, 10**12))
def test_a_year_of_365_days_bears_the_yearly_rate(principal: int) -> None:
    yuan = f"{principal // 100}.{principal % 100:02d}"
    answer = accrues(principal=yuan, to="2024-12-31", rates=[{"from": "2024-01-01", "annual_percent": "10"}])

    assert fen(answer["interest"]) == (principal + 5) // 10
