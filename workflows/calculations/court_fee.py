"""The court fee: of a suit about property, and half of it, capped, in bankruptcy (FEE 13, 14)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from workflows.calculations.money import half_up, plain, read_fen, yuan, yuan_exactly
from workflows.calculations.reading import read_choice, reject_unknown
from workflows.calculations.slicing import Part, sliced
from workflows.calendar import WorkingCalendar
from workflows.law.scales import (
    BANKRUPTCY_FEE_BASIS,
    BANKRUPTCY_FEE_MOST_FEN,
    BANKRUPTCY_FEE_PART,
    PROPERTY_FEE,
)
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee in fen, rounded half up; the full scale before, exactly; whether the maximum applies."""

    fen: int
    full_fen: Fraction
    parts: tuple[Part, ...]
    at_most: bool


def property_fee(value_fen: int) -> Fee:
    """The fee of a case about property by its value (FEE 13①)."""
    parts = sliced(PROPERTY_FEE, value_fen)
    full = sum((part.due_fen for part in parts), Fraction(0))
    return Fee(half_up(full), full, parts, at_most=False)


def bankruptcy_fee(value_fen: int) -> Fee:
    """Half of the scale on the whole bankruptcy property, at most 300,000 yuan (FEE 14⑥)."""
    whole = property_fee(value_fen)
    half = whole.full_fen * BANKRUPTCY_FEE_PART
    fen = min(half_up(half), BANKRUPTCY_FEE_MOST_FEN)
    return Fee(fen, whole.full_fen, whole.parts, at_most=half >= BANKRUPTCY_FEE_MOST_FEN)


def court_fee(data: Any, calendar: WorkingCalendar, today: date) -> dict[str, Any]:
    """The fee of a `kind` of case, "bankruptcy" or "property", by the `value` of the property in yuan.

    Raises:
        CalculationError: naming what to change.
    """
    given = reject_unknown(data, ("kind", "value"))
    kind = read_choice(given, "kind", ("bankruptcy", "property"), None)
    value = read_fen(given, "value")
    bankruptcy = kind == "bankruptcy"
    fee = bankruptcy_fee(value) if bankruptcy else property_fee(value)
    return {
        "fee": plain(fee.fen),
        "full": plain(half_up(fee.full_fen)),
        "most": plain(BANKRUPTCY_FEE_MOST_FEN) if bankruptcy else None,
        "at_most": fee.at_most,
        "brackets": [part.row() for part in fee.parts],
        "working": [*(part.line() for part in fee.parts), *summed(fee, bankruptcy=bankruptcy)],
        "basis": list(BANKRUPTCY_FEE_BASIS if bankruptcy else PROPERTY_FEE.basis),
    }


def summed(fee: Fee, *, bankruptcy: bool) -> list[Text]:
    """How the slices come to the fee."""
    lines = [Text("合计{full}元。", full=yuan_exactly(fee.full_fen))]
    if bankruptcy:
        half = yuan_exactly(fee.full_fen * BANKRUPTCY_FEE_PART)
        lines.append(Text("破产案件减半：{half}元。", half=half))
    if fee.at_most:
        lines.append(Text("最高不超过{most}元。", most=yuan(BANKRUPTCY_FEE_MOST_FEN)))
    lines.append(Text("应交{fee}元（四舍五入到分）。", fee=yuan(fee.fen)))
    return lines
