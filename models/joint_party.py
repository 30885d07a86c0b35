"""Who else owes or claims the debt of a claim, and what the creditor got from him (EBL 50 to 52); in fen."""

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Fen, JsonObject, Name, Pk, Short, Version, Words
from models.case import Case
from models.claim import Claim
from models.vocabulary import JointPartyState, JointRole


class JointParty(Base):
    """A joint debtor, guarantor, giver of security or joint creditor of one claim.

    `bankrupt_on` is the day on which his own bankruptcy was accepted, `filed_there` whether the creditor has
    filed the whole claim there too; `own_claim` is what he himself claims in this case (EBL 51);
    `received_fen` what the creditor has had from him since the acceptance of this case.
    """

    __tablename__ = "joint_parties"
    __table_args__ = (
        UniqueConstraint("case_id", "serial"),
        Index("ix_joint_parties_case_state", "case_id", "state"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), index=True)
    claim: Mapped[Claim] = relationship(
        back_populates="joint_parties", foreign_keys=[claim_id], lazy="joined"
    )
    name: Mapped[Name]
    identity_number: Mapped[Short] = mapped_column(default="")
    role: Mapped[JointRole]
    named_on: Mapped[Day]
    remark: Mapped[Words] = mapped_column(default="")
    bankrupt_court: Mapped[Name] = mapped_column(default="")
    bankrupt_number: Mapped[Name] = mapped_column(default="")
    bankrupt_on: Mapped[date | None]
    filed_there: Mapped[bool] = mapped_column(default=False, server_default=false())
    own_claim_id: Mapped[int | None] = mapped_column(ForeignKey("claims.id"), index=True)
    own_claim: Mapped[Claim | None] = relationship(back_populates="stands_as", foreign_keys=[own_claim_id])
    received_fen: Mapped[Fen] = mapped_column(default=0, server_default="0")
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    version: Mapped[Version] = mapped_column(default=1)
    receipts: Mapped[list["JointReceipt"]] = relationship(
        back_populates="joint_party", order_by="JointReceipt.position", cascade="all, delete-orphan"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.name

    @property
    def is_struck(self) -> bool:
        """Whether he was struck out again."""
        return self.state == JointPartyState.STRUCK.value

    @property
    def is_bankrupt(self) -> bool:
        """Whether he is in a bankruptcy of his own."""
        return self.bankrupt_on is not None


class JointReceipt(Base):
    """What the creditor got from a joint party on a day, with its evidence; one that was wrong is struck."""

    __tablename__ = "joint_receipts"
    __table_args__ = (UniqueConstraint("joint_party_id", "position"),)

    id: Mapped[Pk]
    joint_party_id: Mapped[int] = mapped_column(ForeignKey("joint_parties.id"))
    joint_party: Mapped[JointParty] = relationship(back_populates="receipts")
    position: Mapped[int]
    received_on: Mapped[Day]
    amount_fen: Mapped[Fen]
    evidence: Mapped[Words]
    struck_on: Mapped[date | None]
    struck_because: Mapped[Words] = mapped_column(default="", server_default="")
