"""Who takes part in a case, for whom, from when, and where papers reach them."""

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Fen, Name, Pk, Short, Version, Words
from models.vocabulary import PartyKind, PartyRole

SHOWN = 4
"""So many characters of a number are shown where the whole of it is nobody's business."""


def masked_number(number: str) -> str:
    """A personal number of which only the end is shown."""
    return f"{'*' * 4}{number[-SHOWN:]}" if number else ""


class Party(Base):
    """A party, in one role, from one day on; roles end by a day, never by deletion.

    `import_id` names the table of claims with which a creditor came.
    """

    __tablename__ = "parties"
    __table_args__ = (Index("ix_parties_case_role", "case_id", "role"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    role: Mapped[PartyRole]
    kind: Mapped[PartyKind]
    name: Mapped[Name] = mapped_column(index=True)
    name_keys: Mapped[Name] = mapped_column(default="")
    short_name: Mapped[Name] = mapped_column(default="")
    credit_code: Mapped[Short] = mapped_column(default="", index=True)
    id_number: Mapped[Short] = mapped_column(default="")
    domicile: Mapped[Name] = mapped_column(default="")
    legal_representative: Mapped[Name] = mapped_column(default="")
    representative_title: Mapped[Name] = mapped_column(default="")
    phone: Mapped[Short] = mapped_column(default="")
    service_address: Mapped[Name] = mapped_column(default="")
    service_postcode: Mapped[Short] = mapped_column(default="")
    electronic_address: Mapped[Name] = mapped_column(default="")
    consents_to_electronic: Mapped[bool] = mapped_column(default=False)
    measure: Mapped[Words] = mapped_column(default="")
    claim_fen: Mapped[Fen] = mapped_column(default=0)
    administrator_id: Mapped[int | None] = mapped_column(ForeignKey("administrators.id"), index=True)
    from_on: Mapped[Day]
    until_on: Mapped[date | None]
    import_id: Mapped[int | None] = mapped_column(ForeignKey("claim_imports.id"))
    version: Mapped[Version] = mapped_column(default=1)
    agents: Mapped[list["Agent"]] = relationship(
        back_populates="party", order_by="Agent.id", cascade="all", lazy="selectin"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def number(self) -> str:
        """By what it is known: a person's identity number, else a unified social credit code."""
        return self.id_number if self.kind == PartyKind.PERSON else self.credit_code

    @property
    def number_shown(self) -> str:
        """The same as lists show it: of a person's number only the end, a credit code is public."""
        return masked_number(self.id_number) if self.kind == PartyKind.PERSON else self.credit_code


class Agent(Base):
    """Who acts for a party (委托诉讼代理人)."""

    __tablename__ = "agents"

    id: Mapped[Pk]
    party_id: Mapped[int] = mapped_column(ForeignKey("parties.id"), index=True)
    party: Mapped[Party] = relationship(back_populates="agents")
    name: Mapped[Name]
    firm: Mapped[Name] = mapped_column(default="")
    phone: Mapped[Short] = mapped_column(default="")
