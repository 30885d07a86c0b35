"""The most that an administrator's remuneration may be: on the estate, on each collateral (AR 2, 13)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from workflows.calculations.money import decimal_of, plain, read_fen, read_ratio, yuan
from workflows.calculations.reading import read_list, reject_unknown
from workflows.calculations.slicing import Part, sliced
from workflows.calendar import WorkingCalendar
from workflows.errors import CalculationError
from workflows.law.scales import (
    COLLATERAL_BASIS,
    COLLATERAL_PART,
    LOCAL_BASIS,
    LOCAL_RANGE,
    REMUNERATION,
)
from workflows.text import Text

MOST_COLLATERAL = 10_000


@dataclass(frozen=True, slots=True)
class Cap:
    """The most that may be fixed, in fen, cut off; and the slices that it is made of."""

    fen: int
    parts: tuple[Part, ...]


def remuneration_cap(value_fen: int, *, local_factor: Fraction = Fraction(1)) -> Cap:
    """The cap on the value finally used for payment, without collateral (AR 2); fen, rounded down."""
    return capped(sliced(REMUNERATION, value_fen, times=local_factor))


def collateral_cap(value_fen: int, claim_fen: int, *, local_factor: Fraction = Fraction(1)) -> Cap:
    """The cap on one collateral where its creditor and the administrator do not agree (AR 13).

    On its net value, at most the claim it secures; at a tenth of the limits of AR 2, local ones included.
    """
    return capped(sliced(REMUNERATION, min(value_fen, claim_fen), times=local_factor * COLLATERAL_PART))


def capped(parts: tuple[Part, ...]) -> Cap:
    """The sum of slices; a cap is rounded down, so that it is never exceeded."""
    return Cap(int(sum((part.due_fen for part in parts), Fraction(0))), parts)


def remuneration(data: Any, calendar: WorkingCalendar, today: date) -> dict[str, Any]:
    """Caps of remuneration: on `value`, and on each of `collateral` by itself.

    `value` is the pool that is distributed, collateral paid to secured creditors left out. `local_factor`
    is the high court's range, 0.7 to 1.3. Amounts within slices are cut to the fen; so is their sum.

    Raises:
        CalculationError: naming what to change.
    """
    given = reject_unknown(data, ("value", "collateral", "local_factor"))
    value, factor = read_fen(given, "value"), read_factor(given)
    cap = remuneration_cap(value, local_factor=factor)
    collateral = read_collateral(given)
    caps = [(min(one), collateral_cap(*one, local_factor=factor)) for one in collateral]
    working = lines(Text("财产价值{value}元：", value=yuan(value)), cap, Text("报酬上限"))
    for n, (base, one) in enumerate(caps, 1):
        title = Text("担保物{n}，价值与担保债权中较低者{base}元：", n=n, base=yuan(base))
        working += lines(title, one, Text("向担保权人收取的上限"))
    if factor != 1:
        working.insert(0, Text("当地浮动系数{factor}，各段比例相应调整。", factor=decimal_of(factor)))
    return {
        "cap": plain(cap.fen),
        "brackets": [part.row() for part in cap.parts],
        "collateral_caps": [
            {"base": plain(base), "cap": plain(one.fen), "brackets": [part.row() for part in one.parts]}
            for base, one in caps
        ],
        "collateral_total": plain(sum(one.fen for _, one in caps)),
        "working": working,
        "basis": list(REMUNERATION.basis)
        + (list(LOCAL_BASIS) if factor != 1 else [])
        + (list(COLLATERAL_BASIS) if caps else []),
    }


def lines(title: Text, cap: Cap, name: Text) -> list[Text]:
    """The working of one cap."""
    return [
        title,
        *(part.line() for part in cap.parts),
        Text("{name}：{cap}元。", name=name, cap=yuan(cap.fen)),
    ]


def read_factor(given: Mapping[str, Any]) -> Fraction:
    """The factor of the high court's range; 1 where nothing is said.

    Raises:
        CalculationError: if it is out of the range that the law leaves.
    """
    if given.get("local_factor") in (None, ""):
        return Fraction(1)
    least, most = LOCAL_RANGE
    factor = read_ratio(given, "local_factor", most=Fraction(100), decimals=4)
    if not least <= factor <= most:
        wrong = Text(
            "“{field}”须在{least}至{most}之间（上下浮动30%）。",
            field="local_factor",
            least=decimal_of(least),
            most=decimal_of(most),
        )
        raise CalculationError("bad_number", wrong, "local_factor")
    return factor


def read_collateral(given: Mapping[str, Any]) -> list[tuple[int, int]]:
    """Value and secured claim of each collateral, in fen."""
    read = []
    for n, item in enumerate(read_list(given, "collateral", most=MOST_COLLATERAL)):
        try:
            one = reject_unknown(item, ("value", "claim"))
            read.append((read_fen(one, "value"), read_fen(one, "claim")))
        except CalculationError as error:
            raise error.within(f"collateral.{n}") from error
    return read
