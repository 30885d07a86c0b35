"""What secured creditors have first of the money that is there, and what they have had of it (EBL 109)."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from court_app.services.claims.old_wages import due_after_old_wages
from court_app.services.estate.realising import REALISED, Known, burdens_of, encumbered, proceeds_of
from models import Asset, Case
from models.vocabulary import AssetState


@dataclass(frozen=True, slots=True)
class SecuredDue:
    """What one claim is to have of assets whose price is complete, and what was paid to it; in fen."""

    met_fen: int
    paid_fen: int

    @property
    def unpaid_fen(self) -> int:
        """What it is still to have."""
        return max(0, self.met_fen - self.paid_fen)


def dues_by_claim(session: Session, case: Case, known: Known | None = None) -> dict[int, SecuredDue]:
    """What every secured claim is to have and has had of money that is there, by number of the claim."""
    return dues_of(session, case, encumbered(session, case), known)


def dues_of(
    session: Session, case: Case, assets: Iterable[Asset], known: Known | None = None
) -> dict[int, SecuredDue]:
    """The same for these assets; what a creditor needs no more is due to who has paid him (SG 23(2))."""
    known, met = Known() if known is None else known, dict[int, int]()
    for asset in assets:
        brought = proceeds_of(session, asset, known) if asset.state == AssetState.PAID.value else None
        for one in brought.met if brought else ():
            for serial, fen in ((one.claim.serial, one.own_fen), *one.passed.items()):
                met[serial] = met.get(serial, 0) + fen
    met, paid = due_after_old_wages(session, case, met), known.paid_on(session, case).paid
    return {serial: SecuredDue(met.get(serial, 0), paid.get(serial, 0)) for serial in sorted({*met, *paid})}


def due_to_secured(session: Session, case: Case) -> int:
    """What of the money that is there belongs to secured creditors and was not paid to them, in fen.

    Of an asset whose price is not complete all that came in is theirs until it is.
    """
    assets = encumbered(session, case)
    owed = sum(due.unpaid_fen for due in dues_of(session, case, assets).values())
    return owed + sum(asset.proceeds_fen for asset in assets if is_bound(session, asset))


def is_bound(session: Session, asset: Asset) -> bool:
    """Whether what came in for an asset waits for the rest of its price."""
    complete = asset.state in REALISED and asset.state != AssetState.SOLD.value
    return not complete and bool(asset.proceeds_fen) and bool(burdens_of(session, asset))
