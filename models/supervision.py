"""What creditors see of the administrator's work: major acts reported beforehand, papers inspected.

Source: EBL 69; I3-10, I3-15. Sums in fen, days in the court's time.
"""

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Fen, JsonList, JsonObject, Name, Pk, Short, Version, Words
from models.case import Case
from models.committee import Deliberation
from models.estate import Asset
from models.party import Party
from models.vocabulary import Addressee, InspectedPaper, MajorAct, Undertaking


class DisposalAsset(Base):
    """Which assets the report of a major act names."""

    __tablename__ = "disposal_assets"

    disposal_id: Mapped[int] = mapped_column(ForeignKey("disposals.id"), primary_key=True)
    asset_id: Mapped[int] = mapped_column(ForeignKey("assets.id"), primary_key=True, index=True)


class Disposal(Base):
    """A major act as it was reported in writing before it is done, and what became of the report."""

    __tablename__ = "disposals"
    __table_args__ = (
        UniqueConstraint("case_id", "serial"),
        Index("ix_disposals_case_state", "case_id", "state"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    act: Mapped[MajorAct]
    subject: Mapped[Name]
    text: Mapped[Words]
    amount_fen: Mapped[Fen | None]
    addressee: Mapped[Addressee]
    reported_on: Mapped[Day]
    planned_on: Mapped[Day]
    stopped_on: Mapped[date | None]
    done_on: Mapped[date | None]
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("deliberations.id"))
    decision: Mapped[Deliberation | None] = relationship(lazy="joined")
    objection: Mapped[Words] = mapped_column(default="")
    explanation: Mapped[Words] = mapped_column(default="")
    version: Mapped[Version] = mapped_column(default=1)
    assets: Mapped[list[Asset]] = relationship(
        secondary="disposal_assets", order_by=Asset.serial, lazy="selectin"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.subject


class Inspection(Base):
    """A creditor's request to inspect papers, and what became of it (I3-10)."""

    __tablename__ = "inspections"
    __table_args__ = (
        UniqueConstraint("case_id", "serial"),
        Index("ix_inspections_case_state", "case_id", "state"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    party_id: Mapped[int] = mapped_column(ForeignKey("parties.id"), index=True)
    party: Mapped[Party] = relationship(lazy="joined")
    papers: Mapped[JsonList]
    which: Mapped[Words] = mapped_column(default="")
    requested_on: Mapped[Day]
    refused_on: Mapped[date | None]
    refusal: Mapped[Words] = mapped_column(default="")
    asked_on: Mapped[date | None]
    given_on: Mapped[date | None]
    given: Mapped[Words] = mapped_column(default="")
    undertaking: Mapped[Undertaking] = mapped_column(default=Undertaking.NONE)
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.party.name

    @property
    def kinds(self) -> list[InspectedPaper]:
        """What is to be inspected, as words."""
        return [InspectedPaper(paper) for paper in self.papers]
