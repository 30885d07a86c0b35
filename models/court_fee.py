"""The court fee of a bankruptcy case, paid from the estate after the liquidation (FEE 14, 20, 42)."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Fen, JsonList, JsonObject, Name, Pk, Short, Version, Words
from models.case import Case
from models.vocabulary import CourtFeeBase, CourtFeeState


class CourtFee(Base):
    """The fee, what it was reckoned on, and whether it was paid. Sums in fen."""

    __tablename__ = "court_fees"
    __table_args__ = (UniqueConstraint("case_id", "serial"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    unencumbered_fen: Mapped[Fen]
    encumbered_fen: Mapped[Fen]
    base_rule: Mapped[CourtFeeBase]
    base_fen: Mapped[Fen]
    amount_fen: Mapped[Fen]
    reckoned_on: Mapped[Day]
    paid_on: Mapped[date | None]
    reference: Mapped[Name] = mapped_column(default="")
    remark: Mapped[Words] = mapped_column(default="")
    working: Mapped[JsonList] = mapped_column(default=list)
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.case.number

    @property
    def paid_in_part_fen(self) -> int:
        """What was paid of it in parts, because money was short (EBL 43(3))."""
        return int(self.flags.get("paid_in_part_fen", 0))

    @property
    def paid_fen(self) -> int:
        """What was paid of it in all."""
        return self.amount_fen if self.state == CourtFeeState.PAID.value else self.paid_in_part_fen

    @property
    def unpaid_fen(self) -> int:
        """What is still to be paid of it."""
        return self.amount_fen - self.paid_fen
