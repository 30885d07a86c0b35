"""What a rule of time is made of: length, unit, direction, trigger, whose duty, article."""

from dataclasses import dataclass

from models.vocabulary import DeadlineKind, LegalActor, PeriodKind, PeriodUnit
from workflows.law.citations import Citation, cite
from workflows.text import Bilingual

Length = tuple[int, PeriodUnit]
WARN_DAYS = {True: 1, False: 3}
"""How many calendar days before its end a clock warns: short ones (up to a week) one day."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table of periods; `span` is None where the law gives no length.

    A RANGE has `shortest` and `longest` instead; `before` counts back from the trigger.
    """

    kind: DeadlineKind
    period_kind: PeriodKind
    span: Length | None
    owed_by: LegalActor
    trigger: Bilingual
    basis: tuple[Citation, ...]
    shortest: Length | None = None
    longest: Length | None = None
    before: bool = False
    then: str = ""

    @property
    def length(self) -> int | None:
        """The length in its unit, if there is one."""
        return self.span[0] if self.span else None

    @property
    def unit(self) -> PeriodUnit | None:
        """The unit of the length, if there is one."""
        return self.span[1] if self.span else None

    @property
    def warn_days(self) -> int:
        """How many calendar days before its end the clock warns."""
        short = self.unit == PeriodUnit.DAY and (self.length or 0) <= 7
        return WARN_DAYS[short]


def rule(
    kind: DeadlineKind,
    period_kind: PeriodKind,
    span: Length | None,
    owed_by: LegalActor,
    trigger: tuple[str, str],
    *places: str,
    shortest: Length | None = None,
    longest: Length | None = None,
    before: bool = False,
    then: str = "",
) -> Rule:
    """Write a row of the table; `places` are citations, `then` what follows when the period is over."""
    return Rule(
        kind, period_kind, span, owed_by, Bilingual(*trigger), cite(*places), shortest, longest, before, then
    )
