"""Applications to approve a reorganization plan that some class has refused (EBL 87(2)).

Sums in fen. What the six conditions stand on is frozen when the application is recorded: the votes of the
classes, what was found, and what the claims would get in a liquidation on that day.
"""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Fen, JsonList, JsonObject, Pk, Short, Version, Words
from models.case import Case
from models.vocabulary import PlanApplicant


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
    met: Mapped[bool | None]
    working: Mapped[JsonList]
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.applicant.zh
