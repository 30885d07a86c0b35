"""Applications to approve a reorganization plan that some class has refused (EBL 87(2)).

Sums in fen. What the six conditions stand on is frozen when the application is recorded: the votes of the
classes, what was found, and what the claims would get in a liquidation on that day.
"""

from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Fen, JsonList, JsonObject, Pk, Short, Version, Words
from models.case import Case
from models.vocabulary import ConditionsMet, PlanApplicant, Rank, ResolutionState, VotingGroup


class PlanApproval(Base):
    """One application, with its conditions and the liquidation that condition ③ is measured by.

    `plan_ratio` and `small_plan_ratio` are percents or fractions as they were told. `classes` holds a row
    for each class that voted, `conditions` one for each of the six, `liquidation` one for each rank.
    """

    __tablename__ = "plan_approvals"
    __table_args__ = (UniqueConstraint("case_id", "serial"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    applicant: Mapped[PlanApplicant]
    applied_on: Mapped[Day]
    plan_ratio: Mapped[Short]
    small_plan_ratio: Mapped[Short] = mapped_column(default="")
    facts: Mapped[JsonObject]
    grounds: Mapped[Words] = mapped_column(default="")
    ordinary_fen: Mapped[Fen]
    ordinary_paid_fen: Mapped[Fen]
    liquidation: Mapped[JsonList]
    classes: Mapped[JsonList]
    conditions: Mapped[JsonList]
    outcome: Mapped[ConditionsMet]
    working: Mapped[JsonList]
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.applied_on.isoformat()

    @property
    def steps(self) -> list[dict[str, Any]]:
        """The working as rows of a table, line by line."""
        return [{"place": place, "line": [line]} for place, line in enumerate(self.working, 1)]

    @property
    def class_rows(self) -> list[dict[str, Any]]:
        """The votes of the classes, their words read."""
        return [
            {**row, "group": VotingGroup(row["group"]), "state": ResolutionState(row["state"])}
            for row in self.classes
        ]

    @property
    def rank_rows(self) -> list[dict[str, Any]]:
        """What each rank would get in a liquidation, its words read."""
        return [{**row, "rank": Rank(row["rank"])} for row in self.liquidation]
