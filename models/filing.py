"""Claims that creditors file themselves, by a code from the court: codes, filings, the papers handed in.

Of a code only its digest is kept. What a creditor says of himself is personal data and stays with who works
on the case.
"""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Digest, Instant, JsonList, Name, Pk, Short
from models.case import Case
from models.claim import Claim
from models.party import Party
from models.vocabulary import ClaimPaperKind, PartyKind


class FilingCode(Base):
    """A code by which a creditor files: a known creditor's own, or one handed to who is not yet known.

    `party_id` is empty where the creditor was unknown when the code was made; `holder` is then to whom it was
    handed. `issues` tells of every edition when and by whom it was made.
    """

    __tablename__ = "filing_codes"
    __table_args__ = (
        UniqueConstraint("case_id", "serial"),
        UniqueConstraint("case_id", "party_id", name="uq_filing_codes_party"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    party_id: Mapped[int | None] = mapped_column(ForeignKey("parties.id"), index=True)
    party: Mapped[Party | None] = relationship(lazy="joined")
    holder: Mapped[Name] = mapped_column(default="")
    edition: Mapped[int] = mapped_column(default=1)
    digest: Mapped[Digest] = mapped_column(unique=True)
    issues: Mapped[JsonList] = mapped_column(default=list)

    @property
    def named(self) -> str:
        """Whose it is, as lists and slips name him."""
        return self.party.name if self.party else self.holder


class ClaimFiling(Base):
    """That a claim was filed by a code, and what its creditor said of himself."""

    __tablename__ = "claim_filings"

    id: Mapped[Pk]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), unique=True)
    claim: Mapped[Claim] = relationship()
    code_id: Mapped[int] = mapped_column(ForeignKey("filing_codes.id"), index=True)
    code: Mapped[FilingCode] = relationship(lazy="joined")
    kind: Mapped[PartyKind]
    identity_number: Mapped[Short]
    phone: Mapped[Short] = mapped_column(default="")
    service_address: Mapped[Name] = mapped_column(default="")
    electronic_address: Mapped[Name] = mapped_column(default="")
    consents_to_electronic: Mapped[bool] = mapped_column(default=False)
    filed_at: Mapped[Instant]


class ClaimPaper(Base):
    """A file handed in with a claim that was filed by a code; its bytes lie under their hash."""

    __tablename__ = "claim_papers"
    __table_args__ = (
        UniqueConstraint("claim_id", "position"),
        UniqueConstraint("claim_id", "sha256", name="uq_claim_papers_content"),
    )

    id: Mapped[Pk]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"))
    claim: Mapped[Claim] = relationship()
    position: Mapped[int]
    kind: Mapped[ClaimPaperKind]
    name: Mapped[Name]
    media_type: Mapped[Short]
    size: Mapped[int]
    sha256: Mapped[Digest]
    added_at: Mapped[Instant]
