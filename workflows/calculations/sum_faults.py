"""Why a text is no sum of money: each fault has a name, and sentences of its own."""

import re
import unicodedata
from enum import StrEnum

from workflows.text import N_, Text

MOST_DIGITS = 13
"""Of the yuan of a sum: below ten 万亿."""
LIKE_A_NUMBER = re.compile(r"[0-9]+(\.[0-9]*)?").fullmatch
WITH_EXPONENT = re.compile(r"[-+]?[0-9.]+[eE][-+]?[0-9]+").fullmatch
UNITS = re.compile(r"[¥$￥\s]|RMB|CNY|[百千万亿]*元整?|[百千万亿]+$")
MARKS_OF_FORMULAS = ("=", "+", "@")
MINUS = ("-", "\u2212", "\uff0d", "\u2013")


class Fault(StrEnum):
    """What is wrong with a text that should be a sum in yuan; its value is the code that programs get."""

    NEGATIVE = "negative"
    TOO_EXACT = "too_exact"
    TOO_LARGE = "too_large"
    BLANK = "blank"
    FORMULA = "formula"
    EXPONENT = "exponent"
    UNIT = "unit"
    FULL_WIDTH = "full_width"
    NO_SUM = "bad_amount"

    @property
    def code(self) -> str:
        """The code in the answers of calculators: finer faults are all `bad_amount` to programs."""
        return self.value if self in (Fault.NEGATIVE, Fault.TOO_EXACT, Fault.TOO_LARGE) else "bad_amount"


OF_FORMS = {
    Fault.NEGATIVE: Text("金额不能为负数。"),
    Fault.TOO_EXACT: Text("金额最多两位小数，精确到分，例如 1409.50。"),
    Fault.TOO_LARGE: Text("金额过大，须在十万亿元（10,000,000,000,000.00）以下。"),
    Fault.BLANK: Text("请填写金额，例如 1409.50；没有的填 0。"),
    Fault.FORMULA: Text("金额不能以“=”“+”“@”开头；请填写算好的数字，例如 1409.50。"),
    Fault.EXPONENT: Text("请不要使用科学计数法，写出全部数字，例如 1500000.00。"),
    Fault.UNIT: Text("请以元为单位，只填写数字，不带货币符号和“元”“万元”等单位，例如 1409.50。"),
    Fault.NO_SUM: Text("请填写以元为单位、最多两位小数的金额，例如 1409.50。"),
}
"""Sentences for people who fill in a form or a table, where the field stands beside them."""
OF_CALCULATORS = {
    Fault.NEGATIVE: N_("“{field}”不能为负数。"),
    Fault.TOO_EXACT: N_("“{field}”最多两位小数，精确到分。"),
    Fault.TOO_LARGE: N_("“{field}”过大，须在十万亿元以下。"),
    Fault.FORMULA: N_("“{field}”不能以“=”“+”“@”开头，须为以元为单位的数字，例如 1409.50。"),
    Fault.EXPONENT: N_("“{field}”不能用科学计数法，须写出全部数字，例如 1500000.00。"),
    Fault.UNIT: N_("“{field}”只写数字，不带货币符号和单位，例如 1409.50。"),
    Fault.FULL_WIDTH: N_("“{field}”须用半角数字，例如 1409.50。"),
    Fault.NO_SUM: N_("“{field}”须为以元为单位的金额，例如 1409.50。"),
}
"""Message ids for programs, which are told the name of the field."""


def half_width(text: str) -> str:
    """A text with full-width digits, commas and points as their ordinary ones (NFKC), trimmed."""
    return unicodedata.normalize("NFKC", text).strip()


def fault_of(text: str) -> Fault:
    """What is wrong with a text that is no sum."""
    said = text.strip().replace(",", "").replace("，", "")
    if not said:
        return Fault.BLANK
    if said.startswith(MARKS_OF_FORMULAS):
        return Fault.FORMULA
    if WITH_EXPONENT(said):
        return Fault.EXPONENT
    if said.startswith(MINUS):
        return Fault.NEGATIVE if LIKE_A_NUMBER(said[1:]) else Fault.NO_SUM
    return of_number(said) if LIKE_A_NUMBER(said) else of_other(said)


def of_number(said: str) -> Fault:
    """What is wrong with a number that is no sum."""
    whole, _, part = said.partition(".")
    if len(part) > 2:
        return Fault.TOO_EXACT
    return Fault.TOO_LARGE if len(whole) > MOST_DIGITS else Fault.NO_SUM


def of_other(said: str) -> Fault:
    """What is wrong with a text that is no number."""
    bare = UNITS.sub("", said)
    if bare != said and LIKE_A_NUMBER(bare):
        return Fault.UNIT
    changed = half_width(said)
    return Fault.FULL_WIDTH if changed != said and LIKE_A_NUMBER(changed) else Fault.NO_SUM
