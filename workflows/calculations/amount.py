"""Sums in Chinese capitals, as rulings and receipts write them (支付结算办法, rules for 大写金额)."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from workflows.calculations.reading import read_decimal, reject_unknown
from workflows.calendar import WorkingCalendar
from workflows.errors import CalculationError
from workflows.text import Text

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
GROUPS = ("", "万", "亿", "万亿")
MOST_YUAN = Decimal(10) ** 16


def amount_words(yuan: Decimal) -> str:
    """The sum in capitals; half a fen rounds up, nothing is cut.

    Raises:
        CalculationError: if it is negative or beyond 9,999 万亿 yuan.
    """
    if yuan < 0:
        raise CalculationError("negative", Text("金额不能为负数。"), "amount")
    if yuan >= MOST_YUAN:
        raise CalculationError("too_large", Text("金额过大，最大为九千九百九十九万亿元。"), "amount")
    fen_total = int((yuan * 100).quantize(Decimal(1), ROUND_HALF_UP))
    whole, fen = divmod(fen_total, 100)
    if whole >= MOST_YUAN:
        raise CalculationError("too_large", Text("金额过大，最大为九千九百九十九万亿元。"), "amount")
    if not fen_total:
        return "零元整"
    words = f"{whole_words(whole)}元" if whole else ""
    if not fen:
        return words + "整"
    jiao, single = divmod(fen, 10)
    if jiao:
        words += ("零" if whole and whole % 10 == 0 else "") + DIGITS[jiao] + "角"
    elif whole:
        words += "零"
    return words + (DIGITS[single] + "分" if single else "")


def whole_words(number: int) -> str:
    """A whole number in capitals, zeros between digits written once."""
    groups = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    words = ""
    gap = False
    for index in range(len(groups) - 1, -1, -1):
        group = groups[index]
        if group == 0:
            gap = bool(words)
            continue
        if words and (gap or group < 1000):
            words += "零"
        words += group_words(group) + unit_of(index, groups)
        gap = False
    return words


def unit_of(index: int, groups: list[int]) -> str:
    """万, 亿 or 万亿; 万 alone before 亿 if the 亿 group speaks for itself."""
    if index == 3:
        return "万" if groups[2] else "万亿"
    return GROUPS[index]


def group_words(group: int) -> str:
    """Four digits in capitals."""
    words, gap = "", False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + PLACES[place]
            gap = False
        else:
            gap = True
    return words


def amount_in_words(data: Any, calendar: WorkingCalendar, today: date) -> dict[str, Any]:
    """The calculator: read, write out, answer."""
    given = reject_unknown(data, ("amount",))
    return {"words": amount_words(read_decimal(given, "amount"))}
