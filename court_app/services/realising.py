"""What an asset has brought and where it goes: its secured claims, its costs, what is left for the pool."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import select

from court_app.services.distribution_drafts import counted_fen
from court_app.services.occasion import Occasion
from models import Asset, AssetEncumbrance, Claim
from models.vocabulary import AssetState, ClaimState, CollateralCostPolicy
from workflows.calculations.proceeds import Met, OnAsset, Proceeds, proceeds
from workflows.law.settings import Value, read_settings

Known = dict[int, Proceeds]
"""The proceeds of assets by their id."""
REALISED = frozenset({AssetState.SOLD.value, AssetState.PAID.value, AssetState.DISTRIBUTED.value})


def proceeds_of(occasion: Occasion, asset: Asset, known: Known | None = None) -> Proceeds | None:
    """What an asset brought and where it goes; None before it is sold or collected.

    A claim that is secured on several assets is met from the one that was sold first, then from the next;
    `known` keeps what was reckoned of the others, each once.
    """
    if asset.state not in REALISED:
        return None
    known = {} if known is None else known
    if asset.id not in known:
        known[asset.id] = reckoned(occasion, asset, known)
    return known[asset.id]


def reckoned(occasion: Occasion, asset: Asset, known: Known) -> Proceeds:
    """The proceeds of an asset, those of assets sold before it reckoned first."""
    settings = read_settings(asset.case.court.settings)
    return proceeds(
        asset.name,
        gross_of(asset, settings),
        asset.realisation_cost_fen,
        tuple(claims_on(occasion, asset, known)),
        deduct=settings["collateral_cost_policy"] != CollateralCostPolicy.CHARGE_ESTATE.value,
        expected=asset.state == AssetState.SOLD.value,
    )


def gross_of(asset: Asset, settings: dict[str, Value]) -> int:
    """What the asset brought in fen: the agreed price until all is paid, the value if given in kind."""
    kept = asset.received_fen - asset.proceeds_fen if settings["forfeited_deposit_follows_asset"] else 0
    if asset.state == AssetState.PAID.value:
        return asset.proceeds_fen + kept
    return (asset.price_fen or 0) + kept


def claims_on(occasion: Occasion, asset: Asset, known: Known) -> Iterator[OnAsset]:
    """The claims that are met from an asset, by number, each once, with the best place that it has there."""
    found = burdens_of(occasion, asset)
    for claim in sorted(found, key=lambda one: one.serial):
        place = OnAsset(
            serial=claim.serial,
            creditor=claim.party.name,
            amount_fen=counted_fen(claim),
            met_fen=met_before(occasion, claim, asset, known),
        )
        places = [
            replace(place, kind=one.kind, priority=one.priority, most_fen=one.secured_fen)
            for one in found[claim]
        ]
        yield min(places or [place], key=lambda one: one.order)


def burdens_of(occasion: Occasion, asset: Asset) -> dict[Claim, list[AssetEncumbrance]]:
    """The secured claims of an asset with the burdens that secure them; none where only the claim names it.

    A claim whose every security on the asset was waived or redeemed is not met from it.
    """
    named = occasion.session.scalars(select(Claim).where(Claim.asset_id == asset.id))
    found: dict[Claim, list[AssetEncumbrance]] = {claim: [] for claim in named}
    lost = set[Claim]()
    for burden in asset.encumbrances:
        if burden.claim is None or not burden.kind.secures:
            continue
        if burden.counts:
            found.setdefault(burden.claim, []).append(burden)
        else:
            lost.add(burden.claim)
    return {
        claim: burdens
        for claim, burdens in found.items()
        if claim.class_paid.is_secured
        and claim.state != ClaimState.WITHDRAWN.value
        and (burdens or claim not in lost)
    }


def met_before(occasion: Occasion, claim: Claim, asset: Asset, known: Known) -> int:
    """What assets sold before this one have already brought a claim, in fen."""
    return sum(
        met.paid_fen
        for other in others_of(occasion, claim)
        if other.state in REALISED and sold_at(other) < sold_at(asset)
        for met in met_by(occasion, other, known)
        if met.claim.serial == claim.serial
    )


def met_by(occasion: Occasion, asset: Asset, known: Known) -> tuple[Met, ...]:
    """Who is met from an asset."""
    found = proceeds_of(occasion, asset, known)
    return found.met if found else ()


def others_of(occasion: Occasion, claim: Claim) -> list[Asset]:
    """Every asset on which a claim is secured, by number."""
    burdened = select(AssetEncumbrance.asset_id).where(AssetEncumbrance.claim_id == claim.id)
    chosen = select(Asset).where(Asset.id.in_(burdened) | (Asset.id == claim.asset_id))
    return list(occasion.session.scalars(chosen.order_by(Asset.serial)))


def sold_at(asset: Asset) -> tuple[str, int]:
    """When an asset was sold or collected, for the order of several; those of one day by number."""
    day = asset.sold_on or asset.received_on
    return (day.isoformat() if day else "9999", asset.serial)
