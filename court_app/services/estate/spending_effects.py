"""What the steps of expenses and debts of common benefit do: sums, days, entries in the ledger."""

from collections.abc import Callable
from typing import cast

from court_app.services.estate import estate_account
from court_app.services.estate.estate_account import Posting
from court_app.services.procedure.step_records import Taken
from models import Spending
from models.vocabulary import EntrySource
from workflows.calculations.bookkeeping import (
    Side,
    spending_approved,
    spending_paid,
    spending_returned,
)
from workflows.text import Text


def spending_of(taken: Taken) -> Spending:
    """The expense or debt whose step it is."""
    return cast(Spending, taken.subject)


def book(taken: Taken, text: Text, sides: tuple[Side, ...]) -> None:
    """Enter what a step did."""
    spending = spending_of(taken)
    estate_account.post(
        taken.occasion,
        taken.case,
        Posting(
            on=taken.on,
            text=text,
            sides=sides,
            source=EntrySource.SPENDING,
            source_serial=spending.serial,
            event_id=taken.event.id,
            reference=taken.data.get("reference", ""),
        ),
    )


def book_approval(taken: Taken) -> None:
    """What is approved is owed from now on."""
    spending = spending_of(taken)
    approved = taken.data.get("approved_fen", spending.amount_fen)
    spending.approved_fen, spending.decided_on = approved, taken.on
    spending.decision = taken.data.get("decision", "")
    book(
        taken,
        Text("批准第{serial}号支出：{purpose}", serial=spending.serial, purpose=spending.purpose),
        spending_approved(spending.kind, approved),
    )


def book_payment(taken: Taken) -> None:
    """What was owed is paid."""
    spending = spending_of(taken)
    paid = taken.data.get("paid_fen", spending.amount_fen)
    spending.paid_fen += paid
    spending.paid_on, spending.reference = taken.on, taken.data["reference"]
    book(
        taken,
        Text("支付第{serial}号支出：{purpose}", serial=spending.serial, purpose=spending.purpose),
        spending_paid(spending.kind, paid, taken.data["out_of"]),
    )


def book_direct_spending(taken: Taken) -> None:
    """A small expense is decided and paid in one step."""
    book_approval(taken)
    book_payment(taken)


def record_refusal(taken: Taken) -> None:
    """Why it is not approved, and when."""
    spending_of(taken).decided_on, spending_of(taken).decision = taken.on, taken.data["reason"]


def release_rest(taken: Taken) -> None:
    """What was approved and will not be paid is not owed any more."""
    spending = spending_of(taken)
    rest = spending.unpaid_fen
    if rest:
        book(
            taken,
            Text("第{serial}号支出不再支付的部分", serial=spending.serial),
            spending_approved(spending.kind, -rest),
        )


def book_return(taken: Taken) -> None:
    """A payment has come back."""
    spending = spending_of(taken)
    spending.returned_fen, spending.returned_on = taken.data["returned_fen"], taken.on
    book(
        taken,
        Text("第{serial}号支出款项退回", serial=spending.serial),
        spending_returned(spending.kind, spending.returned_fen),
    )


SPENDING_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "book_approval": book_approval,
    "book_payment": book_payment,
    "book_direct_spending": book_direct_spending,
    "record_refusal": record_refusal,
    "release_rest": release_rest,
    "book_return": book_return,
}
