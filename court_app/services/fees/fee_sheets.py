"""What is shown of a fee: its slices, its working, what was paid of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from court_app.services.occasion import Occasion
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.machines import Part
from models import CollateralFee, CourtFee, Instalment, Remuneration
from models.vocabulary import CourtFeeState, Profession
from workflows.calculations.court_fee import bankruptcy_fee
from workflows.calculations.money import yuan_exactly
from workflows.calculations.remuneration_fixing import (
    at_rates,
    legal_cap,
    legal_collateral_cap,
    limits,
    named,
    rates_from,
)
from workflows.calculations.slicing import Part as SlicePart
from workflows.calculations.slicing import percentage
from workflows.law.scales import REMUNERATION
from workflows.law.settings import read_settings
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class Bracket:
    """A slice of a value: rate and limit in percent, the part in fen, what is due on it in yuan."""

    slice: Text
    rate: str
    limit: str
    part_fen: int
    due: str


@dataclass(frozen=True, slots=True)
class Hired:
    """An agency that the administrator has hired, and who pays it (AR 14); fee in fen."""

    agency: str
    profession: Profession
    fee_fen: int
    from_estate: bool
    on: str


@dataclass(frozen=True, slots=True)
class FeeSheet:
    """A fee with everything that it is made of; sums in fen, `working` as `workflows.text.freeze` kept it."""

    working: Sequence[Any]
    brackets: tuple[Bracket, ...] = ()
    value_fen: int = 0
    due_fen: int = 0
    cap_fen: int = 0
    instalments: tuple[Instalment, ...] = ()
    stages: tuple[Any, ...] = ()
    hired: tuple[Hired, ...] = ()

    @property
    def asked_fen(self) -> int:
        """What was asked for in all."""
        return sum(one.asked_fen for one in self.instalments)

    @property
    def allowed_fen(self) -> int:
        """What the court has allowed in all."""
        return sum(one.allowed_fen or 0 for one in self.instalments)

    @property
    def paid_fen(self) -> int:
        """What was paid in all."""
        return sum(one.paid_fen for one in self.instalments)


def sheet_of(occasion: Occasion, part: Part) -> FeeSheet | None:
    """The sheet of a part that is a fee; None for any other part."""
    if isinstance(part, Remuneration):
        return of_remuneration(occasion, part)
    if isinstance(part, Instalment):
        return FeeSheet(part.working)
    if isinstance(part, CollateralFee):
        return of_collateral_fee(part)
    if isinstance(part, CourtFee):
        return of_court_fee(part)
    return None


def of_remuneration(occasion: Occasion, remuneration: Remuneration) -> FeeSheet:
    """The plan, or the final amount once it is fixed, slice by slice, with its instalments."""
    value = remuneration.forecast_fen if remuneration.base_fen is None else remuneration.base_fen
    found = at_rates(value, rates_from(remuneration.rates))
    most = limits(remuneration.local_percent)
    reached = {part.slice.over_fen: part for part in found.parts}
    brackets = tuple(
        Bracket(
            named(one),
            rate,
            percentage(limit),
            reached[one.over_fen].part_fen if one.over_fen in reached else 0,
            yuan_exactly(reached[one.over_fen].due_fen) if one.over_fen in reached else "0.00",
        )
        for one, rate, limit in zip(REMUNERATION.slices, remuneration.rates, most, strict=True)
    )
    instalments = CaseContents(occasion.session, remuneration.case).instalments()
    return FeeSheet(
        remuneration.working,
        brackets,
        value,
        found.fen,
        legal_cap(value, remuneration.local_percent).fen,
        tuple(one for one in instalments if one.remuneration_id == remuneration.id),
        tuple(remuneration.stages),
        tuple(
            Hired(one["agency"], Profession(one["profession"]), one["fee_fen"], one["from_estate"], one["on"])
            for one in remuneration.hired
        ),
    )


def brackets_of(parts: Sequence[SlicePart]) -> tuple[Bracket, ...]:
    """Slices whose rates are their limits."""
    return tuple(
        Bracket(
            named(one.slice),
            "" if one.slice.flat_fen is not None else percentage(Fraction(one.share)),
            "",
            one.part_fen,
            yuan_exactly(one.due_fen),
        )
        for one in parts
    )


def of_collateral_fee(fee: CollateralFee) -> FeeSheet:
    """The cap on a collateral slice by slice, where the court has fixed the fee (AR 13)."""
    if fee.value_fen is None or fee.claim_fen is None:
        return FeeSheet(fee.working)
    local = int(read_settings(fee.case.court.settings)["remuneration_local_percent"])
    cap = legal_collateral_cap(fee.value_fen, fee.claim_fen, local)
    base = min(fee.value_fen, fee.claim_fen)
    return FeeSheet(fee.working, brackets_of(cap.parts), base, cap.fen)


def of_court_fee(fee: CourtFee) -> FeeSheet:
    """The fee slice by slice (FEE 13①, 14⑥)."""
    if fee.state == CourtFeeState.WAIVED:
        return FeeSheet(fee.working)
    found = bankruptcy_fee(fee.base_fen)
    return FeeSheet(fee.working, brackets_of(found.parts), fee.base_fen, fee.amount_fen)
