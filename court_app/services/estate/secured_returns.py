"""What the steps of a payment out of collateral that came back do: days, the account, entries (EBL 109)."""

from collections.abc import Callable
from typing import cast

from sqlalchemy import select

from court_app.services.estate import estate_account
from court_app.services.estate.estate_account import Posting
from court_app.services.estate.secured_entries import entry_numbered, latest_account
from court_app.services.procedure.step_records import Beginning, Taken
from models import Claim, SecuredReturn
from models.vocabulary import EntrySource, LedgerAccount
from workflows.calculations.bookkeeping import balanced, credit, debit
from workflows.text import Text

A = LedgerAccount


def make_secured_return(begun: Beginning) -> None:
    """What came back: of which entry, whose, how much; a guard sees to it that there is one."""
    returned, session = cast(SecuredReturn, begun.part), begun.occasion.session
    entry = entry_numbered(session, begun.case, begun.data["entry_serial"])
    if entry is None:
        return
    returned.entry, returned.amount_fen = entry, entry.debit_fen
    returned.claim = session.scalars(
        select(Claim).where(Claim.case_id == begun.case.id, Claim.serial == entry.source_serial)
    ).one()
    returned.account = latest_account(session, returned.claim.party_id)
    returned.returned_on, returned.reason, returned.reference = begun.on, begun.data["reason"], ""


def return_of(taken: Taken) -> SecuredReturn:
    """The payment that came back whose step it is."""
    return cast(SecuredReturn, taken.subject)


def book(taken: Taken, text: Text, debited: LedgerAccount, credited: LedgerAccount) -> None:
    """Enter what a step did with the whole sum."""
    returned = return_of(taken)
    returned.reference = taken.data.get("reference", "")
    fen = returned.amount_fen
    estate_account.post(
        taken.occasion,
        taken.case,
        Posting(
            on=taken.on,
            text=text,
            sides=balanced((debit(debited, fen), credit(credited, fen))),
            source=EntrySource.SECURED_RETURN,
            source_serial=returned.serial,
            event_id=taken.event.id,
            reference=returned.reference,
        ),
    )


def book_secured_return(taken: Taken) -> None:
    """The money is in the bank again, and is due to its creditor as before."""
    claim = return_of(taken).claim.serial
    book(taken, Text("第{claim}号担保债权的付款被银行退回", claim=claim), A.BANK, A.SECURED)


def book_return_again(taken: Taken) -> None:
    """It came back from this account too."""
    returned = return_of(taken)
    returned.account = latest_account(taken.occasion.session, returned.claim.party_id)
    returned.returned_on, returned.reason, returned.settled_on = taken.on, taken.data["reason"], None
    book_secured_return(taken)


def settle(taken: Taken) -> int:
    """It is sent to the account that counts now; returns the number of the claim."""
    returned = return_of(taken)
    returned.account = latest_account(taken.occasion.session, returned.claim.party_id)
    returned.settled_on = taken.on
    return returned.claim.serial


def pay_secured_again(taken: Taken) -> None:
    """What came back leaves the bank for its creditor."""
    book(taken, Text("再次支付第{claim}号担保债权", claim=settle(taken)), A.SECURED, A.BANK)


def lay_secured_aside(taken: Taken) -> None:
    """It is owed from escrow from now on: nobody else has anything of it."""
    returned = return_of(taken)
    returned.settled_on = taken.on
    book(taken, Text("提存第{claim}号担保债权的款项", claim=returned.claim.serial), A.SECURED, A.ESCROW)


def pay_what_was_kept(taken: Taken) -> None:
    """What was laid aside leaves the bank for its creditor."""
    book(taken, Text("第{claim}号担保债权人领取提存款", claim=settle(taken)), A.ESCROW, A.BANK)


SECURED_RETURN_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "book_secured_return": book_secured_return,
    "book_return_again": book_return_again,
    "pay_secured_again": pay_secured_again,
    "lay_secured_aside": lay_secured_aside,
    "pay_what_was_kept": pay_what_was_kept,
}
