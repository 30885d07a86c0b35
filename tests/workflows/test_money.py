"""Sums are read exactly or not at all, ratios cut or rounded once, names ordered as people number them."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflows.calculations.money import (
    decimal_of,
    fraction_of,
    half_up,
    plain,
    read_fen,
    read_ratio,
    typed_fen,
    yuan,
    yuan_exactly,
)
from workflows.calculations.order import in_order
from workflows.calculations.sum_faults import OF_FORMS, Fault
from workflows.errors import CalculationError


@pytest.mark.parametrize(
    ("written", "fen"),
    [
        ("0", 0),
        ("0.00", 0),
        ("0.01", 1),
        ("0.1", 10),
        ("1075", 107_500),
        ("1,075.00", 107_500),
        ("1，075.00", 107_500),
        (" 12.50 ", 1_250),
        ("9999999999999.99", 999_999_999_999_999),
        (1075, 107_500),
        (1409.5, 140_950),
    ],
)
def test_a_sum_is_read_to_the_fen(written: Any, fen: int) -> None:
    assert read_fen({"amount": written}, "amount") == fen


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (None, "missing_field"),
        ("", "missing_field"),
        ("-1", "negative"),
        (-1, "negative"),
        ("-0.01", "negative"),
        ("1.005", "too_exact"),
        (1.005, "too_exact"),
        ("0.000", "too_exact"),
        ("10000000000000", "too_large"),
        ("99999999999999999999.99", "too_large"),
        (10**30, "too_large"),
        ("1e5", "bad_amount"),
        (1e300, "bad_amount"),
        (float("nan"), "bad_amount"),
        (float("inf"), "bad_amount"),
        ("壹元", "bad_amount"),
        ("\uff11\uff12.00", "bad_amount"),
        ("1.2.3", "bad_amount"),
        (".5", "bad_amount"),
        ("1.", "bad_amount"),
        ("+1", "bad_amount"),
        (True, "bad_amount"),
        ([], "bad_amount"),
        ({}, "bad_amount"),
        ("\ud800", "bad_amount"),
    ],
)
def test_what_cannot_be_paid_is_no_sum(written: Any, code: str) -> None:
    with pytest.raises(CalculationError) as error:
        read_fen({"amount": written}, "amount")

    assert (error.value.code, error.value.field) == (code, "amount")


@given(st.integers(0, 999_999_999_999_999))
def test_a_sum_that_is_written_is_read_back(fen: int) -> None:
    assert read_fen({"amount": plain(fen)}, "amount") == fen
    assert read_fen({"amount": yuan(fen)}, "amount") == fen


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [
        (107_500, 273_500, "1075/2735"),
        (462_567_890, 2_080_123_455, "462567890/2080123455"),
        (107_500, 273_501, "107500/273501"),
        (107_501, 273_500, "107501/273500"),
        (0, 100, "0/1"),
    ],
)
def test_a_fraction_is_not_reduced_and_in_fen_unless_both_sums_are_whole_yuan(
    part: int, whole: int, written: str
) -> None:
    assert fraction_of(part, whole) == written


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [
        (Fraction(1, 2), 1),
        (Fraction(49, 100), 0),
        (Fraction(3, 2), 2),
        (Fraction(5, 2), 3),
        (Fraction(4), 4),
    ],
)
def test_half_a_fen_counts_as_one(exact: Fraction, rounded: int) -> None:
    assert half_up(exact) == rounded


def test_an_exact_sum_shows_all_its_decimals_and_says_where_it_is_cut() -> None:
    assert yuan_exactly(Fraction("15527839.45")) == "155,278.3945"
    assert yuan_exactly(Fraction(100)) == "1.00"
    assert yuan_exactly(Fraction(100, 3), 4) == "0.333333…"


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (Fraction(6), "6"),
        (Fraction("15.6"), "15.6"),
        (Fraction(1, 3), "0.3333333333"),
        (Fraction(100), "100"),
    ],
)
def test_a_number_is_written_without_needless_zeros(number: Fraction, written: str) -> None:
    assert decimal_of(number) == written


@pytest.mark.parametrize("written", ["-1", "1.30001", "1.3.1", "", "x", True, "1e1", "1.31"])
def test_a_ratio_out_of_bounds_is_refused(written: Any) -> None:
    with pytest.raises(CalculationError):
        read_ratio({"factor": written}, "factor", most=Fraction("1.3"), decimals=4)


@pytest.mark.parametrize(
    ("names", "ordered"),
    [
        ([], []),
        (["S10", "S2", "S1"], ["S1", "S2", "S10"]),
        (["10", "9"], ["9", "10"]),
        (["S01", "S1", "S0001"], ["S0001", "S01", "S1"]),
        (["B2-10", "B2-9", "B10-1", "A"], ["A", "B2-9", "B2-10", "B10-1"]),
        (["S1", "S1a", "S"], ["S", "S1", "S1a"]),
        (["债权10", "债权9"], ["债权9", "债权10"]),
        (["x", "1"], ["1", "x"]),
    ],
)
def test_digits_are_compared_as_numbers(names: list[str], ordered: list[str]) -> None:
    assert in_order(names) == ordered


@given(st.sets(st.text("AB019-", min_size=1, max_size=6)))
def test_an_order_keeps_every_name_and_does_not_depend_on_where_it_began(names: set[str]) -> None:
    forwards = in_order(sorted(names))

    assert set(forwards) == names
    assert in_order(sorted(names, reverse=True)) == forwards


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("\uff11\uff12\uff13\uff0c\uff14\uff15\uff16\uff0e\uff17\uff18", 12_345_678),
        ("\u3000\uff11\uff10 ", 1_000),
        ("1,409.50", 140_950),
        ("0", 0),
    ],
)
def test_a_sum_that_people_type_may_be_in_full_width(typed: str, fen: int) -> None:
    assert typed_fen(typed) == fen


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("-5", Fault.NEGATIVE),
        ("\uff0d5.00", Fault.NEGATIVE),
        ("1.005", Fault.TOO_EXACT),
        ("99999999999999", Fault.TOO_LARGE),
        ("10000000000000.00", Fault.TOO_LARGE),
        ("1.5E6", Fault.EXPONENT),
        ("1e5", Fault.EXPONENT),
        ("   ", Fault.BLANK),
        ("=A1+B1", Fault.FORMULA),
        ("+100", Fault.FORMULA),
        ("@SUM(A1)", Fault.FORMULA),
        ("100元", Fault.UNIT),
        ("12万元", Fault.UNIT),
        ("\uffe5100", Fault.UNIT),
        ("壹佰元", Fault.NO_SUM),
        ("1.2.3", Fault.NO_SUM),
    ],
)
def test_what_is_no_sum_is_told_why_and_no_two_reasons_share_a_sentence(typed: str, fault: Fault) -> None:
    with pytest.raises(ValueError, match=r"金额|填写|科学") as refusal:
        typed_fen(typed)

    assert refusal.value.args[0] == OF_FORMS[fault]
    assert len({str(text) for text in OF_FORMS.values()}) == len(OF_FORMS)


def test_the_most_that_a_sum_may_be_and_the_fen_above_it() -> None:
    assert typed_fen("9,999,999,999,999.99") == 999_999_999_999_999

    with pytest.raises(ValueError, match="须在十万亿元"):
        typed_fen("10,000,000,000,000.00")
