"""What the steps of a case book on the estate's account: prices, shares, fees, things given in kind."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.services.estate.estate_account import Cause, Posting, balances, post
from court_app.services.occasion import Occasion
from models import Case, Distribution, Payment, Share
from models.vocabulary import EntrySource, LedgerAccount, PaymentState, ShareState
from workflows.calculations.bookkeeping import (
    balanced,
    credit,
    debit,
    distribution_as_it_stands,
    money_came_in,
    money_of_asset,
    towards,
)
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class Already:
    """What of some money was entered by hand before, and on which account it stands; in fen."""

    account: LedgerAccount
    fen: int


def receive_from_asset(
    occasion: Occasion,
    case: Case,
    cause: Cause,
    serial: int,
    fen: int,
    *,
    already: Already,
    recovered: bool,
    reference: str = "",
) -> None:
    """Money has come in from an asset: its price, or what was collected or won back (EBL 17, 34, 112).

    What goes back to a buyer is a negative sum; what stands on the account already is moved there.
    """
    source = LedgerAccount.RECOVERIES if recovered else LedgerAccount.PROCEEDS
    post(
        occasion,
        case,
        Posting(
            on=cause.on,
            text=Text("第{serial}号财产款项到账", serial=serial)
            if fen >= 0
            else Text("第{serial}号财产款项退还买受人", serial=serial),
            sides=money_of_asset(fen, source, already.account, already.fen),
            source=EntrySource.ASSET,
            source_serial=serial,
            event_id=cause.event_id,
            reference=reference,
        ),
    )


def receive_what_was_found(
    occasion: Occasion, case: Case, cause: Cause, found_fen: int, costs_fen: int
) -> None:
    """Property found after the end comes in with its distribution, its costs go out (EBL 123)."""
    for fen, text, sides in (
        (found_fen, Text("追加分配的财产到账"), money_came_in(found_fen, LedgerAccount.RECOVERIES)),
        (
            costs_fen,
            Text("追加分配的费用"),
            balanced((debit(LedgerAccount.EXP_ESTATE, costs_fen), credit(LedgerAccount.BANK, costs_fen))),
        ),
    ):
        if fen > 0:
            post(
                occasion,
                case,
                Posting(
                    on=cause.on, text=text, sides=sides, source=EntrySource.ASSET, event_id=cause.event_id
                ),
            )


def follow_distribution(occasion: Occasion, case: Case, cause: Cause, made: Distribution) -> None:
    """Bring the ledger to what the shares of a distribution say now: paid by rank, owed, in escrow.

    One way for a distribution that is made, a share that is laid aside, released or divided again: what is
    booked of this distribution is compared with what should be, and the difference is entered. What a secured
    claim gets is the deficiency of its asset, an ordinary claim (EBL 110).
    """
    deposited = deposited_of(occasion.session, made)
    wanted = distribution_as_it_stands(
        (share.rank, state, fen)
        for share in made.shares
        for state, fen in parts_of(share, deposited.get(share.id, 0))
        if fen
    )
    booked = balances(occasion.session, case, source=EntrySource.DISTRIBUTION, source_serial=made.serial)
    first = not booked
    text = Text("第{serial}次分配", serial=made.serial)
    post(
        occasion,
        case,
        Posting(
            on=cause.on,
            text=text if first else Text("第{serial}次分配：份额变动", serial=made.serial),
            sides=towards(wanted, booked),
            source=EntrySource.DISTRIBUTION,
            source_serial=made.serial,
            event_id=cause.event_id,
        ),
    )


def deposited_of(session: Session, made: Distribution) -> Mapping[int, int]:
    """What of every share of a distribution is deposited because nobody collected it, by id, in fen.

    Money alone: a thing that is laid aside is not owed in money.
    """
    rows = session.execute(
        select(Payment.share_id, func.sum(Payment.amount_fen))
        .where(
            Payment.distribution_id == made.id,
            Payment.state == PaymentState.DEPOSITED,
            Payment.asset_id.is_(None),
        )
        .group_by(Payment.share_id)
    )
    return {share_id: int(fen) for share_id, fen in rows}


def parts_of(share: Share, deposited_fen: int) -> tuple[tuple[ShareState, int], ...]:
    """A share as it stands, and what of it is deposited though the rest was paid; sums in fen."""
    if share.state == ShareState.UNCLAIMED:
        return ((share.state, share.amount_fen),)
    return ((share.state, share.amount_fen - deposited_fen), (ShareState.UNCLAIMED, deposited_fen))


def pay_shares(
    occasion: Occasion,
    case: Case,
    cause: Cause,
    serial: int,
    fen: int,
    *,
    reference: str = "",
) -> None:
    """Shares of a distribution leave the bank for their creditors (EBL 116(1)).

    Raises:
        BadInput: if more would be paid than is owed or is in the bank.
    """
    post(
        occasion,
        case,
        Posting(
            on=cause.on,
            text=Text("支付第{serial}次分配的份额", serial=serial),
            sides=(debit(LedgerAccount.PAYABLE_SHARES, fen), credit(LedgerAccount.BANK, fen)),
            source=EntrySource.PAYMENT,
            source_serial=serial,
            event_id=cause.event_id,
            reference=reference,
        ),
    )


def pay_with_asset(
    occasion: Occasion,
    case: Case,
    cause: Cause,
    distribution: int,
    asset: int,
    fen: int,
    *,
    undo: bool = False,
) -> None:
    """An asset leaves the estate for a share that it pays, at its value; no money moves (EBL 114).

    `undo`: it stands for the share no more, which is owed in money again (EBL 118).
    """
    text = (
        Text("第{asset}号财产不再抵付第{serial}次分配的份额", asset=asset, serial=distribution)
        if undo
        else Text("第{asset}号财产作价抵付第{serial}次分配的份额", asset=asset, serial=distribution)
    )
    between(
        occasion, case, cause, asset, fen, text, LedgerAccount.PAYABLE_SHARES, LedgerAccount.PROCEEDS, undo
    )


def lay_difference_aside(
    occasion: Occasion, case: Case, cause: Cause, asset: int, fen: int, *, undo: bool = False
) -> None:
    """What a creditor paid above his share for a thing that he refuses is his again (EBL 114, 118; DESIGN).

    `undo`: he takes the thing after all, and it is a part of its price again.
    """
    text = (
        Text("第{asset}号财产提存的差额转回价款", asset=asset)
        if undo
        else Text("第{asset}号财产补足的差额为债权人提存", asset=asset)
    )
    between(occasion, case, cause, asset, fen, text, LedgerAccount.PROCEEDS, LedgerAccount.ESCROW, undo)


def give_difference_back(
    occasion: Occasion, case: Case, cause: Cause, asset: int, fen: int, reference: str
) -> None:
    """A difference that was laid aside is paid back to its creditor."""
    text = Text("第{asset}号财产提存的差额退还债权人", asset=asset)
    between(
        occasion, case, cause, asset, fen, text, LedgerAccount.ESCROW, LedgerAccount.BANK, reference=reference
    )


def between(
    occasion: Occasion,
    case: Case,
    cause: Cause,
    asset: int,
    fen: int,
    text: Text,
    debited: LedgerAccount,
    credited: LedgerAccount,
    undo: bool = False,
    reference: str = "",
) -> None:
    """An entry of an asset from one account to another, or back if it is undone."""
    debited, credited = (credited, debited) if undo else (debited, credited)
    post(
        occasion,
        case,
        Posting(
            on=cause.on,
            text=text,
            sides=(debit(debited, fen), credit(credited, fen)),
            source=EntrySource.ASSET,
            source_serial=asset,
            event_id=cause.event_id,
            reference=reference,
        ),
    )


def take_share_back(
    occasion: Occasion, case: Case, cause: Cause, serial: int, fen: int, text: Text, *, reference: str
) -> None:
    """A payment of a share that had left the bank has come back: it is owed again (EBL 116(1))."""
    post(
        occasion,
        case,
        Posting(
            on=cause.on,
            text=text,
            sides=(debit(LedgerAccount.BANK, fen), credit(LedgerAccount.PAYABLE_SHARES, fen)),
            source=EntrySource.PAYMENT,
            source_serial=serial,
            event_id=cause.event_id,
            reference=reference,
        ),
    )


def pay_fee(
    occasion: Occasion, case: Case, cause: Cause, account: LedgerAccount, fen: int, text: Text, reference: str
) -> None:
    """A fee that the court has fixed is paid out of the estate (EBL 41①③; AR 12; FEE 42).

    Raises:
        BadInput: if there is not so much in the bank; an advance is entered before (AR 12(3)).
    """
    post(
        occasion,
        case,
        Posting(
            on=cause.on,
            text=text,
            sides=(debit(account, fen), credit(LedgerAccount.BANK, fen)),
            source=EntrySource.SPENDING,
            event_id=cause.event_id,
            reference=reference,
        ),
    )
