"""Scales of the law by slices: remuneration of administrators (AR 2, 13), court fees (FEE 13, 14).

Bounds in fen, upper bounds included (含本数); shares as exact fractions.
"""

from dataclasses import dataclass
from fractions import Fraction

from workflows.law.citations import Citation, cite

WAN = 1_000_000
"""A 万 of yuan, in fen."""


@dataclass(frozen=True, slots=True)
class Slice:
    """The part of a value from above `over_fen` to `to_fen` (None: without end) and what is due on it.

    `flat_fen` is due for a whole slice, whatever of it is reached; otherwise the `share` of the part.
    """

    over_fen: int
    to_fen: int | None
    share: Fraction
    flat_fen: int | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """Slices without gap, from nothing on, and where they stand."""

    slices: tuple[Slice, ...]
    basis: tuple[Citation, ...]


def slices(*steps: tuple[int | None, Fraction], over_wan: int = 0) -> tuple[Slice, ...]:
    """Slices from their upper bounds in 万 of yuan, each with its share; the first begins at `over_wan`."""
    made, over = [], over_wan * WAN
    for to_wan, share in steps:
        to = None if to_wan is None else to_wan * WAN
        made.append(Slice(over, to, share))
        over = to or over
    return tuple(made)


def percent(text: str) -> Fraction:
    """A share as the law writes it: 0.5 is five thousandths."""
    return Fraction(text) / 100


REMUNERATION = Scale(
    slices(
        (100, percent("12")),
        (500, percent("10")),
        (1_000, percent("8")),
        (5_000, percent("6")),
        (10_000, percent("3")),
        (50_000, percent("1")),
        (None, percent("0.5")),
    ),
    cite("AR 2(1)"),
)
"""在以下比例限制范围内分段确定管理人报酬; each share is the most that may be fixed."""
COLLATERAL_PART = percent("10")
"""报酬比例不得超出该条规定限制范围的 10% (AR 13)."""
COLLATERAL_BASIS = cite("AR 2(2)", "AR 13")
LOCAL_RANGE = (Fraction("0.7"), Fraction("1.3"))
"""高级人民法院可以在 30% 的浮动范围内制定当地的比例限制范围 (AR 2(3))."""
LOCAL_BASIS = cite("AR 2(3)")

PROPERTY_FEE = Scale(
    (
        Slice(0, WAN, Fraction(0), flat_fen=5_000),
        *slices(
            (10, percent("2.5")),
            (20, percent("2")),
            (50, percent("1.5")),
            (100, percent("1")),
            (200, percent("0.9")),
            (500, percent("0.8")),
            (1_000, percent("0.7")),
            (2_000, percent("0.6")),
            (None, percent("0.5")),
            over_wan=1,
        ),
    ),
    cite("FEE 13①"),
)
"""财产案件按照下列比例分段累计交纳."""
BANKRUPTCY_FEE_PART = Fraction(1, 2)
"""破产案件按照财产案件受理费标准减半交纳 (FEE 14⑥)."""
BANKRUPTCY_FEE_MOST_FEN = 30 * WAN
"""最高不超过 30 万元 (FEE 14⑥)."""
BANKRUPTCY_FEE_BASIS = cite("FEE 13①", "FEE 14⑥", "FEE 20(2)", "EBL 41①")

DAY_COUNTS: dict[str, int] = {"365": 365, "360": 360}
"""Days of a year by which a yearly rate becomes a daily one. No text read fixes it: contract or custom."""
INTEREST_BASIS = cite("EBL 46(2)", "DESIGN")
"""附利息的债权自破产申请受理时起停止计息."""
