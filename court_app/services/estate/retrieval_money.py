"""What a retrieval does to the account: what the owner pays, proceeds that are held for him and given."""

from collections.abc import Callable, Iterable
from typing import cast

from sqlalchemy.orm.attributes import flag_modified

from court_app.services.estate import estate_account
from court_app.services.estate.estate_account import Posting
from court_app.services.estate.retrieval_entries import PAID_BY_OWNER, receipts
from court_app.services.procedure.step_records import Taken
from models import AssetReceipt, LedgerEntry, Retrieval
from models.vocabulary import EntrySource, LedgerAccount, OwnerPayment, ReceiptKind
from workflows.calculations.bookkeeping import (
    Side,
    owner_paid,
    proceeds_given,
    proceeds_set_apart,
)
from workflows.guards.retrieval_money import (
    claimable_fen,
    claims_proceeds_of_money,
    stands_there,
    withheld_fen,
)
from workflows.text import Text
from workflows.transition import Attempt


def retrieval_of(taken: Taken) -> Retrieval:
    """The retrieval whose step it is."""
    return cast(Retrieval, taken.subject)


def book(taken: Taken, text: Text, sides: Iterable[Side]) -> None:
    """Enter what a step of a retrieval moves."""
    estate_account.post(
        taken.occasion,
        taken.case,
        Posting(
            on=taken.on,
            text=text,
            sides=tuple(sides),
            source=EntrySource.RETRIEVAL,
            source_serial=retrieval_of(taken).serial,
            event_id=taken.event.id,
            reference=taken.data.get("reference", ""),
            reason=taken.data.get("reason", ""),
        ),
    )


def receive_from_owner(taken: Taken) -> None:
    """The owner pays costs, or pays back the price."""
    data = taken.data
    receive(taken, data["what"], data["amount_fen"], data["into"])


def receive(taken: Taken, what: OwnerPayment, fen: int, into: LedgerAccount) -> None:
    """Money of the owner is there."""
    retrieval = retrieval_of(taken)
    book(
        taken,
        Text("第{serial}号取回权：收到{what}", serial=retrieval.serial, what=what),
        owner_paid(what, fen, into),
    )
    add_paid(retrieval, what, fen)


def add_paid(retrieval: Retrieval, what: OwnerPayment, fen: int) -> None:
    """What the owner has paid in all; less where it went back."""
    if what == OwnerPayment.COSTS:
        retrieval.costs_paid_fen += fen
    else:
        retrieval.refund_paid_fen += fen


def return_to_owner(taken: Taken) -> None:
    """What the owner has paid goes back to him."""
    retrieval, data = retrieval_of(taken), taken.data
    book(
        taken,
        Text("第{serial}号取回权：退还{what}", serial=retrieval.serial, what=data["what"]),
        owner_paid(data["what"], -data["amount_fen"], data["out_of"]),
    )
    add_paid(retrieval, data["what"], -data["amount_fen"])


def correct_receipt(taken: Taken) -> None:
    """An entry that was wrong is reversed by one that names it."""
    retrieval, data = retrieval_of(taken), taken.data
    entry = taken.occasion.session.scalars(
        receipts(taken.case, retrieval.serial).where(LedgerEntry.serial == data["entry"])
    ).one()
    estate_account.undo(
        taken.occasion, taken.case, entry, max(taken.on, entry.on), data["reason"], taken.event.id
    )
    for line in entry.lines:
        if line.account in PAID_BY_OWNER:
            add_paid(retrieval, PAID_BY_OWNER[line.account], -line.credit_fen)


def set_proceeds_apart(taken: Taken) -> None:
    """Proceeds that an owner claims, and that were kept apart, are held for him from now on (I2-29).

    Nothing is held where the money is not there any more: the guard of the consent says so.
    """
    retrieval = retrieval_of(taken)
    if not claims_proceeds_of_money(retrieval) or not retrieval.kept_apart or retrieval.apart_fen:
        return
    asked = Attempt(on=taken.on, standing={}, data=taken.data, settings=taken.settings)
    if stands_there(retrieval, asked):
        hold(taken, claimable_fen(retrieval))


def put_proceeds_back(taken: Taken) -> None:
    """What was held belongs to the estate: the claim to it has failed, or is met otherwise."""
    if retrieval_of(taken).apart_fen:
        hold(taken, -retrieval_of(taken).apart_fen)


def hold(taken: Taken, fen: int) -> None:
    """Hold proceeds for their owner, or with a negative sum no more; the asset has brought as much less."""
    retrieval = retrieval_of(taken)
    asset = retrieval.asset
    if asset is None:
        return
    names = {"serial": retrieval.serial, "asset": asset.serial}
    text = Text("第{serial}号取回权：留存第{asset}号财产的变价款", **names)
    back = Text("第{serial}号取回权：第{asset}号财产的变价款不再留存", **names)
    book(taken, text if fen > 0 else back, proceeds_set_apart(fen))
    retrieval.apart_fen += fen
    asset.received_fen -= fen
    asset.receipts.append(
        AssetReceipt(
            position=len(asset.receipts) + 1,
            kind=ReceiptKind.SET_APART,
            amount_fen=-fen,
            on=taken.on,
            payer=retrieval.owner,
        )
    )
    flag_modified(asset, "flags")


def give_proceeds(taken: Taken) -> None:
    """The owner is given what was held for him, less costs that are kept back (I2-28, 29)."""
    retrieval, data = retrieval_of(taken), taken.data
    held, withheld = retrieval.apart_fen, withheld_fen(retrieval, data)
    book(
        taken,
        Text("第{serial}号取回权：向权利人交付变价款", serial=retrieval.serial),
        proceeds_given(held, withheld, data["account"]),
    )
    retrieval.costs_paid_fen += withheld
    retrieval.apart_fen, retrieval.proceeds_given_fen = 0, held - withheld


def take_proceeds_back(taken: Taken) -> None:
    """A payment of proceeds has come back to the bank; they are held again."""
    retrieval = retrieval_of(taken)
    came = retrieval.proceeds_given_fen
    book(
        taken,
        Text("第{serial}号取回权：交付的变价款退回", serial=retrieval.serial),
        proceeds_given(-came, 0, LedgerAccount.BANK),
    )
    retrieval.apart_fen, retrieval.proceeds_given_fen = came, 0
    retrieval.handed_over_on, retrieval.received_by = None, ""


RETRIEVAL_MONEY_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "receive_from_owner": receive_from_owner,
    "return_to_owner": return_to_owner,
    "correct_receipt": correct_receipt,
    "set_proceeds_apart": set_proceeds_apart,
    "put_proceeds_back": put_proceeds_back,
    "take_proceeds_back": take_proceeds_back,
}
