"""Money that is entered by hand is entered once: neither what an asset brings, nor one payment twice."""

from sqlalchemy import select

from court_app.errors import BadInput
from court_app.services.estate.estate_account import reversed_ids
from court_app.services.occasion import Occasion
from models import Asset, Case, LedgerEntry, LedgerLine
from models.vocabulary import MONEY, AssetKind, AssetState, ManualEntryKind
from workflows.calculations.bookkeeping import BY_HAND
from workflows.calculations.money import yuan
from workflows.text import Text


def check_cash_assets(occasion: Occasion, case: Case) -> None:
    """Money taken over that is recorded as an asset is booked where the asset is collected, and once.

    Raises:
        BadInput: naming the assets and both ways out.
    """
    own = select(Asset.serial).where(
        Asset.case_id == case.id,
        Asset.kind == AssetKind.CASH,
        Asset.state != AssetState.RELEASED.value,
    )
    serials = occasion.session.scalars(own.order_by(Asset.serial)).all()
    if serials:
        why = Text(
            "第{serials}号财产已登记为现金、存款，其款项在该项财产“收取款项”时入账，不再手工记账；"
            "不是同一笔款项的，请勾选“与已登记的现金、存款财产不是同一笔款项”。",
            serials="、".join(map(str, serials[:20])),
        )
        raise BadInput({"kind": [why]})


def check_reference(occasion: Occasion, case: Case, kind: ManualEntryKind, fen: int, reference: str) -> None:
    """One payment of the bank is booked once: no entry stands with its reference and sum.

    Raises:
        BadInput: naming the entry.
    """
    if not reference:
        return
    same_way = BY_HAND[kind][0] in MONEY
    side = LedgerLine.debit_fen if same_way else LedgerLine.credit_fen
    found = occasion.session.scalar(
        select(LedgerEntry.serial)
        .join(LedgerLine, LedgerLine.entry_id == LedgerEntry.id)
        .where(
            LedgerEntry.case_id == case.id,
            LedgerEntry.reference == reference,
            LedgerEntry.reverses_id.is_(None),
            LedgerEntry.id.not_in(reversed_ids(case)),
            LedgerLine.account.in_(MONEY),
            side == fen,
        )
        .limit(1)
    )
    if found is not None:
        why = Text(
            "流水号{reference}、金额{sum}元已在第{serial}号分录入账。",
            reference=reference,
            sum=yuan(fen),
            serial=found,
        )
        raise BadInput({"reference": [why]})
