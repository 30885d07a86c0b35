"""Looking at payments: totals that open into rows, who has no account, files, one payment's whole story."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, not_, select
from sqlalchemy.orm import Session, joinedload

from court_app.errors import NotFound
from court_app.services.distribution.distribution_drafts import Page
from court_app.services.occasion import Occasion
from court_app.services.payments.payment_accounts import accounts_of
from court_app.services.payments.payments_ready import LATEST, PLACE, READY_NOW, payments_named
from models import Case, Claim, Distribution, Investor, PayeeAccount, Payment, PaymentFile, PaymentLine, Share
from models.vocabulary import IN_ESCROW, LAID_ASIDE, PaymentState, ShareState
from workflows.guards.payments import READY, last_day_to_collect
from workflows.text import Text

LIVE = (
    PaymentState.PREPARED,
    PaymentState.IN_FILE,
    PaymentState.PAID,
    PaymentState.IN_KIND,
    PaymentState.RETURNED,
)
"""Payments of which a distribution is made up, with the shares laid aside."""
WITH_THEM = frozenset({PaymentState.PAID, PaymentState.IN_KIND})
"""Payments that their creditors have, in money or in kind."""


@dataclass(frozen=True, slots=True)
class Totals:
    """What a distribution is made up of: payments by state, shares laid aside; counts and sums in fen."""

    payments: tuple[tuple[PaymentState, int, int], ...]
    escrow: tuple[tuple[ShareState, int, int], ...]

    @property
    def sum_fen(self) -> int:
        """All of it: what was distributed."""
        return sum(fen for _, _, fen in (*self.payments, *self.escrow))

    @property
    def waiting(self) -> int:
        """How many payments wait to be sent, or to be sent again."""
        return sum(count for state, count, _ in self.payments if state in READY)

    @property
    def open(self) -> int:
        """How many payments are not with their creditors yet."""
        return sum(count for state, count, _ in self.payments if state not in WITH_THEM)


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A payment in a list with whose it is; `ready` says whether it may go into a file."""

    payment: Payment
    claim: Claim | Investor
    account: PayeeAccount | None

    @property
    def ready(self) -> bool:
        """Whether it waits and its creditor's account is known, written since it came back if it did."""
        if self.account is None or self.payment.state not in READY:
            return False
        return self.account.id > (self.payment.account_id or 0)


def totals_of(occasion: Occasion, made: Distribution) -> Totals:
    """What became of a distribution, so that it sums to what was distributed."""
    payments = occasion.session.execute(
        select(Payment.state, func.count(Payment.id), func.sum(Payment.amount_fen))
        .where(Payment.distribution_id == made.id, Payment.state.in_(LIVE))
        .group_by(Payment.state)
    ).all()
    escrow = occasion.session.execute(
        select(Share.state, func.count(Share.id), func.sum(Share.amount_fen))
        .where(Share.distribution_id == made.id, Share.state.in_(LAID_ASIDE))
        .group_by(Share.state)
    ).all()
    count, fen = occasion.session.execute(
        select(func.count(Payment.id), func.coalesce(func.sum(Payment.amount_fen), 0)).where(
            Payment.distribution_id == made.id, Payment.state == PaymentState.DEPOSITED
        )
    ).one()
    paid = {state: (count, int(fen)) for state, count, fen in payments}
    aside = {state: (count, int(fen)) for state, count, fen in escrow}
    if count:
        aside[ShareState.UNCLAIMED] = (count, int(fen))
    return Totals(
        tuple((state, *paid[state]) for state in LIVE if state in paid),
        tuple((state, *aside[state]) for state in IN_ESCROW if state in aside),
    )


def rows(
    occasion: Occasion,
    made: Distribution,
    *,
    state: PaymentState | None = None,
    stopped: bool = False,
    page: int = 1,
    size: int = 50,
) -> Page:
    """The payments of a distribution by number of the claim; `stopped` ones wait and may not be sent yet."""
    fits: list[ColumnElement[bool]] = [Payment.distribution_id == made.id]
    if state is not None:
        fits.append(Payment.state == state)
    if stopped:
        fits += [Payment.state.in_(READY), not_(READY_NOW)]
    counted = (
        select(func.count(Payment.id))
        .join(Share, Share.id == Payment.share_id)
        .outerjoin(Claim, Claim.id == Share.claim_id)
        .outerjoin(Investor, Investor.id == Share.investor_id)
        .where(*fits)
    )
    page = max(page, 1)
    found = occasion.session.execute(
        select(Payment, Claim, Investor, PayeeAccount)
        .join(Share, Share.id == Payment.share_id)
        .outerjoin(Claim, Claim.id == Share.claim_id)
        .outerjoin(Investor, Investor.id == Share.investor_id)
        .outerjoin(PayeeAccount, PayeeAccount.id == LATEST)
        .where(*fits)
        .options(joinedload(Payment.asset))
        .order_by(PLACE, Payment.serial)
        .limit(size)
        .offset((page - 1) * size)
    )
    shown = [PaymentRow(payment, claim or investor, account) for payment, claim, investor, account in found]
    return Page(shown, occasion.session.scalar(counted) or 0, page, size)


@dataclass(frozen=True, slots=True)
class Story:
    """A payment from its preparation to the creditor: every file it was in, every account of its creditor.

    `claim` is the investor where it is his; `others` are the other payments of the same. `last_day` is until
    when it can be collected (EBL 118), None where that is not known yet or not asked.
    """

    payment: Payment
    claim: Claim | Investor
    lines: Sequence[PaymentLine]
    accounts: Sequence[PayeeAccount]
    others: Sequence[Payment]
    last_day: date | None


def story_of(occasion: Occasion, case: Case, serial: int) -> Story:
    """The whole story of a payment of this very case.

    Raises:
        NotFound: if there is none of that number.
    """
    session = occasion.session
    payment = session.scalar(select(Payment).where(Payment.case_id == case.id, Payment.serial == serial))
    if payment is None:
        raise NotFound(Text("本案没有第{serial}号{label}。", serial=serial, label=Text("付款")))
    claim = payment.share.owner
    lines = session.scalars(
        select(PaymentLine).where(PaymentLine.payment_id == payment.id).order_by(PaymentLine.id)
    )
    accounts = accounts_of(occasion, claim.party_id)
    others = [one for one in payments_of(session, case, payment.share) if one is not payment]
    return Story(payment, claim, list(lines), accounts, others, last_day_of(occasion, payment))


def payments_of(session: Session, case: Case, share: Share) -> Sequence[Payment]:
    """All payments of the claim or of the investor that a share belongs to, by number."""
    if share.investor is None:
        return payments_named(session, case, (), share.claim.serial)
    own = select(Share.id).where(Share.investor_id == share.investor_id)
    return session.scalars(select(Payment).where(Payment.share_id.in_(own)).order_by(Payment.serial)).all()


def last_day_of(occasion: Occasion, payment: Payment) -> date | None:
    """Until when a payment that is not with its creditor can be collected; None before it is known."""
    if payment.state not in (*READY, PaymentState.DEPOSITED):
        return None
    calendar = occasion.calendar
    return last_day_to_collect(payment.case, payment, calendar, on=occasion.today)


def files_of(occasion: Occasion, made: Distribution) -> list[PaymentFile]:
    """The payment files of a distribution, newest first."""
    chosen = select(PaymentFile).where(PaymentFile.distribution_id == made.id)
    return list(occasion.session.scalars(chosen.order_by(PaymentFile.serial.desc())))


def file_with_bank(occasion: Occasion, made: Distribution) -> PaymentFile | None:
    """The first payment file of a distribution of which the bank has not said everything yet."""
    return occasion.session.scalar(
        select(PaymentFile)
        .join(PaymentLine, PaymentLine.file_id == PaymentFile.id)
        .where(PaymentFile.distribution_id == made.id, PaymentLine.state == PaymentState.IN_FILE)
        .order_by(PaymentFile.serial)
        .limit(1)
    )


def file_of(occasion: Occasion, case: Case, serial: int) -> PaymentFile:
    """A payment file of this very case.

    Raises:
        NotFound: if there is none of that number.
    """
    found = occasion.session.scalar(
        select(PaymentFile).where(PaymentFile.case_id == case.id, PaymentFile.serial == serial)
    )
    if found is None:
        raise NotFound(Text("本案没有第{serial}号{label}。", serial=serial, label=Text("付款文件")))
    return found


@dataclass(frozen=True, slots=True)
class FileRow:
    """A line of a payment file with whose it is and the number of its payment."""

    line: PaymentLine
    claim: Claim | Investor
    payment: int


def lines_of(
    occasion: Occasion,
    file: PaymentFile,
    *,
    state: PaymentState | None = None,
    page: int = 1,
    size: int = 50,
) -> Page:
    """The lines of a payment file by their number, a page at a time."""
    fits: list[ColumnElement[bool]] = [PaymentLine.file_id == file.id]
    if state is not None:
        fits.append(PaymentLine.state == state)
    total = occasion.session.scalar(select(func.count(PaymentLine.id)).where(*fits)) or 0
    page = max(page, 1)
    found = occasion.session.execute(
        select(PaymentLine, Claim, Investor, Payment.serial)
        .join(Payment, Payment.id == PaymentLine.payment_id)
        .join(Share, Share.id == Payment.share_id)
        .outerjoin(Claim, Claim.id == Share.claim_id)
        .outerjoin(Investor, Investor.id == Share.investor_id)
        .where(*fits)
        .order_by(PaymentLine.position)
        .limit(size)
        .offset((page - 1) * size)
    )
    rows = [FileRow(line, claim or investor, payment) for line, claim, investor, payment in found]
    return Page(rows, total, page, size)


def outcome_of(occasion: Occasion, file: PaymentFile) -> list[tuple[PaymentState, int, int]]:
    """What the bank made of the lines of a file: counts and sums in fen."""
    found = occasion.session.execute(
        select(PaymentLine.state, func.count(PaymentLine.id), func.sum(PaymentLine.amount_fen))
        .where(PaymentLine.file_id == file.id)
        .group_by(PaymentLine.state)
    )
    held = {state: (count, int(fen)) for state, count, fen in found}
    return [(state, *held[state]) for state in PaymentState if state in held]
