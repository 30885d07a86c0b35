"""A value taken apart by the slices of a scale of the law, and what is due on each, exactly."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from workflows.calculations.money import decimal_of, plain, yuan, yuan_exactly
from workflows.law.scales import Scale, Slice
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a value within a slice, the share that applies, and what is due; sums in fen."""

    slice: Slice
    part_fen: int
    share: Fraction
    due_fen: Fraction

    def row(self) -> dict[str, Any]:
        """As an answer lists it: bounds in yuan, rate in percent (none if flat), due cut to the fen."""
        to = self.slice.to_fen
        return {
            "from": plain(self.slice.over_fen),
            "to": None if to is None else plain(to),
            "rate": None if self.slice.flat_fen is not None else f"{percentage(self.share)}%",
            "value": plain(self.part_fen),
            "amount": plain(int(self.due_fen)),
        }

    def line(self) -> Text:
        """As a judge checks it."""
        exact = yuan_exactly(self.due_fen)
        if self.slice.flat_fen is not None:
            return Text("不超过{to}元的部分：{due}元。", to=yuan(self.slice.to_fen or 0), due=exact)
        if self.slice.over_fen == 0:
            return Text(
                "第一段：{part}元×{rate}%＝{due}元。",
                part=yuan(self.part_fen),
                rate=percentage(self.share),
                due=exact,
            )
        return Text(
            "超过{over}元的部分：{part}元×{rate}%＝{due}元。",
            over=yuan(self.slice.over_fen),
            part=yuan(self.part_fen),
            rate=percentage(self.share),
            due=exact,
        )


def sliced(scale: Scale, value_fen: int, *, times: Fraction = Fraction(1)) -> tuple[Part, ...]:
    """The slices that a value reaches, each share multiplied by `times`; a flat one is due in any case."""
    parts = []
    for one in scale.slices:
        top = value_fen if one.to_fen is None else min(value_fen, one.to_fen)
        part = top - one.over_fen
        if part <= 0 and one.over_fen:
            break
        share = one.share * times
        due = Fraction(one.flat_fen) if one.flat_fen is not None else part * share
        parts.append(Part(one, part, share, due))
    return tuple(parts)


def percentage(share: Fraction) -> str:
    """A share in percent, exactly."""
    return decimal_of(share * 100)
