"""What is fixed of a remuneration: rates that a court chose, on a value; the shares of several together.

The limits themselves are in `remuneration`; here is what a court makes of them (AR 2, 4, 13, 16).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from workflows.calculations.money import decimal_of, yuan
from workflows.calculations.remuneration import Cap, capped, collateral_cap, lines, remuneration_cap
from workflows.calculations.slicing import percentage, sliced
from workflows.law.scales import REMUNERATION, Scale, Slice
from workflows.text import Text

PERCENT = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class Excess:
    """A rate above its limit: which slice, which rate, which limit."""

    slice: Slice
    rate: Fraction
    limit: Fraction


def limits(local_percent: int) -> tuple[Fraction, ...]:
    """The highest rate of each slice, the high court's range included (AR 2(1), 2(3))."""
    return tuple(one.share * local_percent * PERCENT for one in REMUNERATION.slices)


def rates_from(percents: Sequence[str]) -> tuple[Fraction, ...]:
    """Rates out of the percents in which they are kept."""
    return tuple(Fraction(one) * PERCENT for one in percents)


def percents_of(rates: Iterable[Fraction]) -> list[str]:
    """Rates as percents, the way they are kept."""
    return [percentage(rate) for rate in rates]


def rates_chosen(
    given: Sequence[str | None], before: Sequence[str], local_percent: int
) -> tuple[Fraction, ...]:
    """The rates that a court fixes: what was typed, else as before, else the limits."""
    usual = rates_from(before) if before else limits(local_percent)
    return tuple(
        rate if one is None else Fraction(one) * PERCENT for one, rate in zip(given, usual, strict=True)
    )


def together(*several: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """The rates of several administrators of one case, slice by slice (AR 16)."""
    return tuple(sum(column, Fraction(0)) for column in zip(*several, strict=True))


def above_limits(rates: Sequence[Fraction], local_percent: int) -> list[Excess]:
    """The rates that exceed their limits; none if all are within."""
    pairs = zip(REMUNERATION.slices, rates, limits(local_percent), strict=True)
    return [Excess(one, rate, limit) for one, rate, limit in pairs if rate > limit]


def named(one: Slice) -> Text:
    """A slice as the law names it."""
    if one.to_fen is None:
        return Text("超过{over}元的部分", over=yuan(one.over_fen))
    if one.over_fen == 0:
        return Text("不超过{to}元的部分", to=yuan(one.to_fen))
    return Text("超过{over}元至{to}元的部分", over=yuan(one.over_fen), to=yuan(one.to_fen))


def at_rates(value_fen: int, rates: Sequence[Fraction]) -> Cap:
    """What the rates of a plan come to on a value, in fen, cut off: it never exceeds the cap of AR 2."""
    chosen = tuple(replace(one, share=rate) for one, rate in zip(REMUNERATION.slices, rates, strict=True))
    return capped(sliced(Scale(chosen, REMUNERATION.basis), value_fen))


def legal_cap(value_fen: int, local_percent: int) -> Cap:
    """The most that all administrators of a case together may get on a value, in fen (AR 2, 16)."""
    return remuneration_cap(value_fen, local_factor=local_percent * PERCENT)


def legal_collateral_cap(value_fen: int, claim_fen: int, local_percent: int) -> Cap:
    """The most that a court may fix for one collateral, in fen (AR 13)."""
    return collateral_cap(value_fen, claim_fen, local_factor=local_percent * PERCENT)


def working_of_plan(value_fen: int, rates: Sequence[Fraction], local_percent: int) -> list[Text]:
    """How the rates chosen come to a sum on a value, and the cap above it, line by line."""
    found = at_rates(value_fen, rates)
    title = Text("财产价值{value}元，按确定的比例：", value=yuan(value_fen))
    return [
        *lines(title, found, Text("报酬")),
        *locally(local_percent),
        Text("按规定第二条的比例限制，报酬上限{cap}元。", cap=yuan(legal_cap(value_fen, local_percent).fen)),
    ]


def working_of_final(
    base_fen: int, rates: Sequence[Fraction], local_percent: int, fixed_fen: int
) -> list[Text]:
    """How a final amount stands to the plan's rates and to the cap, line by line (AR 2, 10)."""
    cap = legal_cap(base_fen, local_percent).fen
    return [
        *working_of_plan(base_fen, rates, local_percent),
        Text("确定报酬{fixed}元，不超过上限{cap}元。", fixed=yuan(fixed_fen), cap=yuan(cap)),
    ]


def working_of_base(pool_fen: int, expenses_fen: int, *, after: bool) -> tuple[int, list[Text]]:
    """The value the rates are applied to, in fen: the pool, or what other expenses leave of it."""
    if not after:
        return pool_fen, [
            Text("财产价值总额：可供分配的财产{pool}元（不含优先受偿的担保物）。", pool=yuan(pool_fen))
        ]
    base = max(0, pool_fen - expenses_fen)
    return base, [
        Text(
            "财产价值总额：可供分配的财产{pool}元（不含优先受偿的担保物）－"
            "其他破产费用和共益债务{expenses}元＝{base}元。",
            pool=yuan(pool_fen),
            expenses=yuan(expenses_fen),
            base=yuan(base),
        )
    ]


def working_of_collateral(value_fen: int, claim_fen: int, local_percent: int) -> list[Text]:
    """The cap on one collateral, line by line (AR 13)."""
    base = min(value_fen, claim_fen)
    title = Text(
        "担保物净值{value}元，担保债权{claim}元，取较低者{base}元：",
        value=yuan(value_fen),
        claim=yuan(claim_fen),
        base=yuan(base),
    )
    cap = legal_collateral_cap(value_fen, claim_fen, local_percent)
    return [*lines(title, cap, Text("向担保权人收取的上限")), *locally(local_percent)]


def locally(local_percent: int) -> list[Text]:
    """That a high court has moved the limits, if it has (AR 2(3))."""
    if local_percent == 100:
        return []
    return [Text("当地浮动系数{factor}，各段比例相应调整。", factor=decimal_of(local_percent * PERCENT))]
