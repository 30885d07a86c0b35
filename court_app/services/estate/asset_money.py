"""The one place where money of an asset comes in: price, collection, a deposit that is kept."""

from dataclasses import dataclass
from typing import cast

from sqlalchemy import select

from court_app.services.estate import estate_account, estate_postings
from court_app.services.procedure.step_records import Taken
from models import Asset, AssetReceipt, Avoidance
from models.vocabulary import LedgerAccount, ReceiptKind
from workflows.guards.asset_money import forfeited_fen
from workflows.transition import Attempt

BY_STEP = {"collect": ReceiptKind.COLLECTED, "collect_part": ReceiptKind.COLLECTED}
"""What money is that comes in with a step; of any other it is the price."""


@dataclass(frozen=True, slots=True)
class Money:
    """What came in with a step, in fen; below zero where a buyer who did not pay gets some back."""

    kind: ReceiptKind
    amount_fen: int


def money_of(taken: Taken) -> Money:
    """What comes in, or goes back, with a step of an asset."""
    if "received_fen" in taken.data:
        return Money(BY_STEP.get(taken.row.name, ReceiptKind.PRICE), taken.data["received_fen"])
    asset = cast(Asset, taken.subject)
    kept = forfeited_fen(asset, Attempt(on=taken.on, standing={}, data=taken.data)) - asset.paid_fen
    return Money(ReceiptKind.REFUND if kept < 0 else ReceiptKind.DEPOSIT_KEPT, kept)


def record_money(taken: Taken) -> None:
    """What came into the estate's account, and when; the ledger says it too."""
    asset, money = cast(Asset, taken.subject), money_of(taken)
    asset.received_fen += money.amount_fen
    if money.amount_fen > 0 or "received_fen" in taken.data:
        asset.received_on = taken.on
    if not money.amount_fen:
        return
    asset.receipts.append(
        AssetReceipt(
            position=len(asset.receipts) + 1,
            kind=money.kind,
            amount_fen=money.amount_fen,
            on=taken.on,
            payer=taken.data.get("payer") or asset.buyer,
            reference=taken.data.get("reference", ""),
            round=None if money.kind == ReceiptKind.COLLECTED else asset.last_round,
        )
    )
    estate_postings.receive_from_asset(
        taken.occasion,
        taken.case,
        estate_account.cause_of(taken),
        asset.serial,
        money.amount_fen,
        already=already_booked(taken, money),
        recovered=money.kind == ReceiptKind.COLLECTED or was_taken_back(taken, asset),
        reference=taken.data.get("reference", ""),
    )


def already_booked(taken: Taken, money: Money) -> estate_postings.Already:
    """What of the money was entered by hand: cash as taken over, a deposit as one of a bidder."""
    account = LedgerAccount.NET if money.kind == ReceiptKind.COLLECTED else LedgerAccount.DEPOSITS
    return estate_postings.Already(account, taken.data.get("already_booked_fen") or 0)


def was_taken_back(taken: Taken, asset: Asset) -> bool:
    """Whether the asset is what came back from an act that was set aside (EBL 34)."""
    acts = taken.occasion.session.scalars(
        select(Avoidance.flags).where(Avoidance.case_id == taken.case.id, Avoidance.returned_fen > 0)
    )
    return any(flags.get("asset") == asset.serial for flags in acts)
