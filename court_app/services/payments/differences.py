"""What a creditor paid above his share for a thing that he does not take: laid aside, then given back."""

from collections.abc import Callable
from typing import cast

from sqlalchemy.orm.attributes import flag_modified

from court_app.services.estate import estate_postings
from court_app.services.estate.estate_account import cause_of
from court_app.services.procedure.step_records import Taken
from models import Asset, AssetReceipt
from models.vocabulary import LedgerAccount, ReceiptKind


def lay_difference_aside(taken: Taken, asset: Asset) -> None:
    """The thing was refused: what he paid for it is no price any more and is kept for him."""
    fen = asset.paid_fen
    if fen:
        book(taken, asset, ReceiptKind.REFUND, -fen)
        asset.flags = {**asset.flags, "difference_aside_fen": fen}
        estate_postings.lay_difference_aside(taken.occasion, taken.case, cause_of(taken), asset.serial, fen)


def take_difference_again(taken: Taken, asset: Asset) -> None:
    """He takes the thing after all: what was kept for him is a part of its price again."""
    fen = asset.difference_aside_fen
    if fen:
        book(taken, asset, ReceiptKind.PRICE, fen)
        asset.flags = {**asset.flags, "difference_aside_fen": 0}
        estate_postings.lay_difference_aside(
            taken.occasion, taken.case, cause_of(taken), asset.serial, fen, undo=True
        )


def return_difference(taken: Taken) -> None:
    """What he paid goes back to him: out of what was kept for him, or before the thing is his share."""
    asset, reference = cast(Asset, taken.subject), taken.data["reference"]
    flag_modified(asset, "flags")
    kept = asset.difference_aside_fen
    if kept:
        asset.flags = {**asset.flags, "difference_aside_fen": 0}
        estate_postings.give_difference_back(
            taken.occasion, taken.case, cause_of(taken), asset.serial, kept, reference
        )
        return
    fen = asset.paid_fen
    book(taken, asset, ReceiptKind.REFUND, -fen)
    estate_postings.receive_from_asset(
        taken.occasion,
        taken.case,
        cause_of(taken),
        asset.serial,
        -fen,
        already=estate_postings.Already(LedgerAccount.DEPOSITS, 0),
        recovered=False,
        reference=reference,
    )


def book(taken: Taken, asset: Asset, kind: ReceiptKind, fen: int) -> None:
    """A row of what came in for an asset, or went back."""
    asset.received_fen += fen
    asset.receipts.append(
        AssetReceipt(
            position=len(asset.receipts) + 1,
            kind=kind,
            amount_fen=fen,
            on=taken.on,
            payer=asset.buyer,
            reference=taken.data.get("reference", ""),
            round=asset.last_round,
        )
    )


DIFFERENCE_EFFECTS: dict[str, Callable[[Taken], None]] = {"return_difference": return_difference}
