"""Payments of shares in money: creditors' accounts, payment files, what the bank made of each. Sums in fen.

Accounts and lines of files are only ever added to; they are personal data and stay with who pays.
"""

from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, Day, Fen, Instant, Name, Pk, Short, Version
from models.case import Case
from models.distribution import Distribution, Share
from models.estate import Asset
from models.party import Party
from models.vocabulary import DistributionKind, PaymentState


class PayeeAccount(Base):
    """Where a creditor's money goes, from when, and why it was written down so; the last one counts."""

    __tablename__ = "payee_accounts"
    __table_args__ = (Index("ix_payee_accounts_party", "party_id", "id"),)

    id: Mapped[Pk]
    party_id: Mapped[int] = mapped_column(ForeignKey("parties.id"))
    party: Mapped[Party] = relationship()
    account_name: Mapped[Name]
    bank: Mapped[Name]
    account_number: Mapped[Short]
    reason: Mapped[Name]
    made_by: Mapped[Name]
    made_at: Mapped[Instant]


class Payment(Base):
    """The payment of a share, or of a part of it that was added later, in money (EBL 114).

    `account_id` is where it was last sent; one that came back is sent again to an account written since.
    `reopened_on` is the day on which the bank sent back what had been recorded as paid; `asset_id` the thing
    that is given instead of money, at the value of the plan.
    """

    __tablename__ = "payments"
    __table_args__ = (
        UniqueConstraint("case_id", "serial"),
        Index("ix_payments_state", "distribution_id", "state"),
    )

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    distribution_id: Mapped[int] = mapped_column(ForeignKey("distributions.id"))
    distribution: Mapped[Distribution] = relationship()
    share_id: Mapped[int] = mapped_column(ForeignKey("shares.id"), index=True)
    share: Mapped[Share] = relationship()
    amount_fen: Mapped[Fen]
    state: Mapped[PaymentState]
    asset_id: Mapped[int | None] = mapped_column(ForeignKey("assets.id"), index=True)
    asset: Mapped[Asset | None] = relationship()
    account_id: Mapped[int | None] = mapped_column(ForeignKey("payee_accounts.id"))
    prepared_on: Mapped[Day]
    settled_on: Mapped[date | None]
    reopened_on: Mapped[date | None]
    reason: Mapped[Name] = mapped_column(default="")
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def collectable_since(self) -> date | None:
        """Since when its creditor can collect it, if that does not go by the last announcement (EBL 118).

        What was prepared with its distribution goes by the announcement; what was freed, added or found
        later, or came back after it was recorded as paid, by its own day (a reading).
        """
        made = self.distribution
        later = self.prepared_on > made.made_on or made.kind == DistributionKind.SUPPLEMENTARY
        return max(filter(None, (self.prepared_on if later else None, self.reopened_on)), default=None)


class PaymentFile(Base):
    """Payments handed to the bank together."""

    __tablename__ = "payment_files"
    __table_args__ = (UniqueConstraint("case_id", "serial"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    serial: Mapped[int]
    distribution_id: Mapped[int] = mapped_column(ForeignKey("distributions.id"), index=True)
    distribution: Mapped[Distribution] = relationship()
    made_on: Mapped[Day]
    made_by: Mapped[Name]
    payments: Mapped[int]
    total_fen: Mapped[Fen]


class PaymentLine(Base):
    """A payment in a file as it was sent, and what the bank made of it; also after it had been paid."""

    __tablename__ = "payment_lines"
    __table_args__ = (UniqueConstraint("file_id", "position"),)

    id: Mapped[Pk]
    file_id: Mapped[int] = mapped_column(ForeignKey("payment_files.id"))
    file: Mapped[PaymentFile] = relationship()
    position: Mapped[int]
    payment_id: Mapped[int] = mapped_column(ForeignKey("payments.id"), index=True)
    payment: Mapped[Payment] = relationship()
    account_id: Mapped[int] = mapped_column(ForeignKey("payee_accounts.id"))
    account: Mapped[PayeeAccount] = relationship(lazy="joined")
    amount_fen: Mapped[Fen]
    state: Mapped[PaymentState]
    settled_on: Mapped[date | None]
    sent_back_on: Mapped[date | None]
    reason: Mapped[Name] = mapped_column(default="")
