"""On which assets claims are secured now, and which secured claims have lost every security (EBL 109, 110).

Votes and distributions both go by it: what secures nothing any more secures it for neither.
"""

from collections.abc import Iterable
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Asset, AssetEncumbrance, Case, Claim
from models.vocabulary import AssetState


class SecuredClaim(Protocol):
    """A claim, or a row of its columns: its id, and the asset that it names itself."""

    @property
    def id(self) -> int:
        """Its id."""

    @property
    def asset_id(self) -> int | None:
        """The id of the asset that it names."""


def assets_securing(session: Session, case: Case, claims: Iterable[SecuredClaim]) -> dict[int, list[Asset]]:
    """The assets on which claims are secured, by the id of the claim; none where every security is lost.

    Lost is what was waived or redeemed, and an asset that was released: it belongs to the estate no more.
    A claim of which it was never recorded what secures it is left out.
    """
    secured = {claim.id: claim for claim in claims}
    burdens = session.scalars(
        select(AssetEncumbrance)
        .join(Asset, Asset.id == AssetEncumbrance.asset_id)
        .where(Asset.case_id == case.id, AssetEncumbrance.claim_id.is_not(None))
    ).all()
    pairs = {(one.claim_id or 0, one.asset_id) for one in burdens if one.counts}
    lost = {(one.claim_id or 0, one.asset_id) for one in burdens if one.kind.secures} - pairs
    pairs |= {(row.id, row.asset_id) for row in secured.values() if row.asset_id is not None} - lost
    assets = {asset.id: asset for asset in session.scalars(select(Asset).where(Asset.case_id == case.id))}
    gone = {(claim, asset) for claim, asset in pairs if asset in assets and is_released(assets[asset])}
    found: dict[int, list[Asset]] = {claim: [] for claim, _ in lost | gone if claim in secured}
    for claim_id, asset_id in sorted(pairs - gone):
        if claim_id in secured and asset_id in assets:
            found.setdefault(claim_id, []).append(assets[asset_id])
    return found


def is_released(asset: Asset) -> bool:
    """Whether an asset belongs to the estate no more: retrieved, abandoned, or never the debtor's."""
    return asset.state == AssetState.RELEASED.value


def without_security(session: Session, case: Case, claims: Iterable[Claim]) -> frozenset[int]:
    """The numbers of the secured claims that have lost every security: ordinary for what is owed of them."""
    secured = {claim.id: claim for claim in claims if claim.class_paid.is_secured}
    if not secured:
        return frozenset()
    found = assets_securing(session, case, secured.values())
    return frozenset(secured[claim].serial for claim, assets in found.items() if not assets)
