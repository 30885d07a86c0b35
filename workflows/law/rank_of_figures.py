"""Figures that a court may pay in the rank of wages although EBL 113(1)① does not name them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.vocabulary import ClaimClass, FigureKind
from workflows.law.citations import Citation
from workflows.law.settings import SETTINGS

K = FigureKind


@dataclass(frozen=True, slots=True)
class OpenRank:
    """A figure whose rank is for the court: the setting that says what it usually does.

    `rank_only` where the source lends the figure no more than the order of payment: it votes as an ordinary
    claim then, for it does not become an employee's.
    """

    setting: str
    rank_only: bool = False

    @property
    def basis(self) -> tuple[Citation, ...]:
        """Where it stands."""
        return SETTINGS[self.setting].basis

    def usual_class(self, settings: Mapping[str, Any]) -> ClaimClass:
        """The class in which this court usually pays the figure."""
        return ClaimClass.EMP if settings[self.setting] else ClaimClass.ORD


OPEN_RANKS: dict[FigureKind, OpenRank] = {
    K.INJURY: OpenRank("injury_damages_with_wages", rank_only=True),
    K.WAGE_ADVANCE: OpenRank("wage_advances_with_wages"),
    K.HOUSING_FUND: OpenRank("housing_fund_with_wages"),
    K.CASUAL_WAGES: OpenRank("casual_wages_with_wages"),
    K.STAFF_LOAN: OpenRank("staff_loans_with_wages", rank_only=True),
}
DECIDED_RANKS = (ClaimClass.EMP, ClaimClass.ORD)
"""Between these classes the court decides."""
