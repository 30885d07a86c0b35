"""Claims out of a table: the file as it came, each of its rows, and the claim that became of it."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Digest, Instant, JsonList, JsonObject, Name, Pk, Version
from models.case import Case
from models.vocabulary import ImportKind, ImportState

if TYPE_CHECKING:
    from models.claim import Claim


class ClaimImport(Base):
    """A table of claims: read, shown, and imported or not; what was imported can be withdrawn as a whole.

    A list of employees' claims keeps the day on which it was publicised (EBL 48(2)). `imported_until` is the
    number of the last row that became a claim.
    """

    __tablename__ = "claim_imports"
    __table_args__ = (UniqueConstraint("case_id", "serial"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    kind: Mapped[ImportKind] = mapped_column(default=ImportKind.CLAIMS, server_default="CLAIMS")
    publicised_on: Mapped[date | None]
    name: Mapped[Name]
    sha256: Mapped[Digest]
    state: Mapped[ImportState]
    fault: Mapped[JsonObject] = mapped_column(default=dict)
    rows: Mapped[int] = mapped_column(default=0)
    wrong: Mapped[int] = mapped_column(default=0)
    duplicates: Mapped[int] = mapped_column(default=0)
    with_duplicates: Mapped[bool] = mapped_column(default=False)
    imported: Mapped[int] = mapped_column(default=0)
    imported_until: Mapped[int] = mapped_column(default=0, server_default="0")
    made_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    made_at: Mapped[Instant]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    undone_at: Mapped[datetime | None]
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def to_import(self) -> int:
        """How many rows become claims."""
        return self.rows - self.wrong - (0 if self.with_duplicates else self.duplicates)


class ClaimImportRow(Base):
    """One row of the table: what it says, what is wrong with it, which claim or row says the same."""

    __tablename__ = "claim_import_rows"
    __table_args__ = (Index("ix_claim_import_rows_number", "import_id", "number"),)

    id: Mapped[Pk]
    import_id: Mapped[int] = mapped_column(ForeignKey("claim_imports.id"))
    number: Mapped[int]
    creditor: Mapped[Name]
    content: Mapped[JsonObject]
    faults: Mapped[JsonList]
    faulty: Mapped[bool]
    same_as_claim: Mapped[int | None]
    same_as_row: Mapped[int | None]
    claim: Mapped["Claim | None"] = relationship(back_populates="import_row", lazy="selectin")
