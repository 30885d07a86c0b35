"""Sums of money: read exactly, written for people and for programs. All sums are fen."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import repeat
from typing import Any

from workflows.calculations.reading import missing
from workflows.calculations.sum_faults import OF_CALCULATORS, OF_FORMS, Fault, fault_of, half_width
from workflows.errors import CalculationError
from workflows.text import Text

SUM = re.compile(r"([0-9]{1,13})(?:\.([0-9]{1,2}))?").fullmatch
SUMS = re.compile(r"(?:(?:0|[1-9][0-9]{0,12})\.[0-9]{2} )*").fullmatch
"""Sums as `plain` writes them, each with a blank behind it."""


def yuan(fen: int) -> str:
    """A sum of fen in yuan with two decimals and thousands groups, as people read it."""
    return f"{fen // 100:,}.{fen % 100:02d}"


def plain(fen: int) -> str:
    """A sum of fen in yuan with two decimals, as programs read it: 1075.00."""
    [written] = all_plain([fen])
    return written


def all_plain(sums_fen: Sequence[int]) -> list[str]:
    """Many sums of fen in yuan, as programs read them."""
    digits = map(str, sums_fen)
    if min(sums_fen, default=0) < 100:
        digits = map(str.zfill, digits, repeat(3))
    return [f"{one[:-2]}.{one[-2:]}" for one in digits]


def all_fen(sums: Sequence[str]) -> list[int]:
    """Many sums as `all_plain` writes them, in fen."""
    return list(map(int, " ".join(sums).replace(".", "").split(" "))) if sums else []


def read_fen(data: Mapping[str, Any], name: str) -> int:
    """A sum in yuan with at most two decimals, below ten 万亿; as fen.

    Raises:
        CalculationError: if it is missing, negative, too exact, too large or no sum.
    """
    value = data.get(name)
    if value is None or value == "":
        raise missing(name)
    fen = fen_of(value)
    if fen is None:
        raise no_sum(name, value)
    return fen


def fen_of(value: Any) -> int | None:
    """The fen of a sum in yuan; None if it is no sum of money that can be paid."""
    if not isinstance(value, str):
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        value = str(value)
    found = SUM(value) or SUM(value.strip().replace(",", "").replace("，", ""))
    if found is None:
        return None
    whole, part = found.groups("0")
    return int(whole) * 100 + int(part.ljust(2, "0"))


def typed_fen(typed: str) -> int:
    """The fen of a sum as people type it into forms and tables, in full-width characters too.

    Raises:
        ValueError: holding the sentence that says what is wrong.
    """
    fen = fen_of(typed)
    if fen is None:
        text = half_width(typed)
        fen = fen_of(text)
        if fen is None:
            raise ValueError(OF_FORMS[fault_of(text)])
    return fen


def no_sum(name: str, value: Any) -> CalculationError:
    """Why a value is no sum of money; programs write their digits in half width."""
    is_text = isinstance(value, str | int | float) and not isinstance(value, bool)
    fault = fault_of(str(value)) if is_text else Fault.NO_SUM
    message = OF_CALCULATORS.get(fault, OF_CALCULATORS[Fault.NO_SUM])
    return CalculationError(fault.code, Text(message, field=name), name)


def read_ratio(data: Mapping[str, Any], name: str, *, most: Fraction, decimals: int) -> Fraction:
    """A number in decimal notation from nothing up to `most`, kept exactly.

    Raises:
        CalculationError: if it is missing, no such number, or has more than `decimals` decimals.
    """
    value = data.get(name)
    if value is None or value == "":
        raise missing(name)
    text = "" if isinstance(value, bool) else str(value).strip()
    if re.fullmatch(rf"[0-9]{{1,9}}(\.[0-9]{{1,{decimals}}})?", text) and Fraction(text) <= most:
        return Fraction(text)
    raise CalculationError(
        "bad_number",
        Text(
            "“{field}”须为0至{most}的数，最多{decimals}位小数。",
            field=name,
            most=decimal_of(most),
            decimals=decimals,
        ),
        name,
    )


def decimal_of(number: Fraction, decimals: int = 10) -> str:
    """A number in decimal notation, exact up to `decimals` decimals and cut off there: 15.6, 0.25, 12."""
    scaled = number.numerator * 10**decimals // number.denominator
    whole, part = divmod(scaled, 10**decimals)
    return f"{whole}.{part:0{decimals}d}".rstrip("0").rstrip(".")


def yuan_exactly(fen: Fraction, decimals: int = 10) -> str:
    """A sum in yuan with all its decimals, at least two; dots where some are cut off."""
    whole, part = divmod(fen, 1)
    tail = decimal_of(part, decimals).partition(".")[2]
    return yuan(int(whole)) + tail + ("" if part * 10**decimals % 1 == 0 else "…")


def half_up(fen: Fraction) -> int:
    """The nearest whole fen; half a fen counts as one."""
    return (2 * fen.numerator + fen.denominator) // (2 * fen.denominator)


def fraction_of(part_fen: int, whole_fen: int) -> str:
    """Paid over claimed as it stands, not reduced: in yuan if both are whole yuan, else both in fen."""
    if part_fen % 100 or whole_fen % 100:
        return f"{part_fen}/{whole_fen}"
    return f"{part_fen // 100}/{whole_fen // 100}"


def percent(part: int, whole: int) -> str:
    """A ratio in percent with four decimals, rounded half up."""
    if whole == 0:
        return "0.0000"
    scaled = (2 * part * 1_000_000 + whole) // (2 * whole)
    return f"{scaled // 10_000}.{scaled % 10_000:04d}"
