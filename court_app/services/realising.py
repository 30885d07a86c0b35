"""What an asset has brought and where it goes: its secured claims, its costs, what is left for the pool."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from court_app.services.claims_counted import counted_fen
from models import Asset, AssetEncumbrance, Case, Claim
from models.vocabulary import (
    AssetState,
    ClaimClass,
    ClaimState,
    CollateralCostPolicy,
    EncumbranceRelease,
)
from workflows.calculations.asset_costs import lines_of
from workflows.calculations.draft import BY_CLASS
from workflows.calculations.proceeds import Met, OnAsset, Proceeds, proceeds
from workflows.law.settings import Value, read_settings

Known = dict[int, Proceeds]
"""The proceeds of assets by their id."""
SECURED = tuple(word for word in ClaimClass if word.is_secured)
REALISED = frozenset({AssetState.SOLD.value, AssetState.PAID.value, AssetState.DISTRIBUTED.value})


def proceeds_of(session: Session, asset: Asset, known: Known | None = None) -> Proceeds | None:
    """What an asset brought and where it goes; None before it is sold or collected.

    A claim that is secured on several assets is met from the one that was sold first, then from the next;
    `known` keeps what was reckoned of the others, each once.
    """
    if asset.state not in REALISED:
        return None
    known = {} if known is None else known
    if asset.id not in known:
        known[asset.id] = reckoned(session, asset, known)
    return known[asset.id]


def reckoned(session: Session, asset: Asset, known: Known) -> Proceeds:
    """The proceeds of an asset, those of assets sold before it reckoned first."""
    settings = read_settings(asset.case.court.settings)
    return proceeds(
        asset.name,
        gross_of(asset, settings),
        asset.realisation_cost_fen,
        tuple(claims_on(session, asset, known)),
        costs=lines_of(asset),
        deduct=bears_its_cost(settings),
        expected=asset.state == AssetState.SOLD.value,
    )


def bears_its_cost(settings: dict[str, Value]) -> bool:
    """Whether an asset bears what realising it has cost (setting of the court)."""
    return settings["collateral_cost_policy"] != CollateralCostPolicy.CHARGE_ESTATE.value


def gross_of(asset: Asset, settings: dict[str, Value]) -> int:
    """What the asset brought in fen: the agreed price until all is paid, the value if given in kind."""
    kept = asset.received_fen - asset.proceeds_fen if settings["forfeited_deposit_follows_asset"] else 0
    if asset.state == AssetState.PAID.value:
        return asset.proceeds_fen + kept
    return (asset.price_fen or 0) + kept


def claims_on(session: Session, asset: Asset, known: Known) -> Iterator[OnAsset]:
    """The claims that are met from an asset, with what assets sold before it have brought them."""
    for claim, place in places_on(session, asset):
        yield replace(place, met_fen=place.met_fen + met_before(session, claim, asset, known))


def places_on(session: Session, asset: Asset) -> Iterator[tuple[Claim, OnAsset]]:
    """The claims secured on an asset, by number, each once, with the best place that it has there.

    Met they are so far only by what was paid to have a pledge back (EBL 37).
    """
    found = burdens_of(session, asset)
    for claim in sorted(found, key=lambda one: one.serial):
        place = OnAsset(
            serial=claim.serial,
            creditor=claim.party.name,
            amount_fen=counted_fen(claim),
            kind=BY_CLASS.get(claim.class_paid),
            met_fen=redeemed_fen(session, claim),
        )
        places = [
            replace(place, kind=one.kind, priority=one.priority, most_fen=one.secured_fen)
            for one in found[claim]
        ]
        yield claim, min(places or [place], key=lambda one: one.order)


def burdens_of(session: Session, asset: Asset) -> dict[Claim, list[AssetEncumbrance]]:
    """The secured claims of an asset with the burdens that secure them; none where only the claim names it.

    A claim whose every security on the asset was waived or redeemed is not met from it.
    """
    named = session.scalars(select(Claim).where(Claim.asset_id == asset.id))
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


def met_before(session: Session, claim: Claim, asset: Asset, known: Known) -> int:
    """What assets sold before this one have already brought a claim, in fen."""
    return sum(
        met.paid_fen
        for other in others_of(session, claim)
        if other.state in REALISED and sold_at(other) < sold_at(asset)
        for met in met_by(session, other, known)
        if met.claim.serial == claim.serial
    )


def met_by(session: Session, asset: Asset, known: Known) -> tuple[Met, ...]:
    """Who is met from an asset."""
    found = proceeds_of(session, asset, known)
    return found.met if found else ()


def others_of(session: Session, claim: Claim) -> list[Asset]:
    """Every asset on which a claim is secured, by number."""
    burdened = select(AssetEncumbrance.asset_id).where(AssetEncumbrance.claim_id == claim.id)
    chosen = select(Asset).where(Asset.id.in_(burdened) | (Asset.id == claim.asset_id))
    return list(session.scalars(chosen.order_by(Asset.serial)))


def sold_at(asset: Asset) -> tuple[bool, str, int]:
    """When an asset became money, for the order of several; those of one day by number.

    What is only expected comes after what is there: nobody is paid out of a price that may not come.
    """
    expected = asset.state == AssetState.SOLD.value
    day = asset.received_on if asset.state == AssetState.PAID.value else asset.sold_on
    day = day or asset.sold_on or asset.received_on
    return (expected, day.isoformat() if day else "9999", asset.serial)


def redeemed_fen(session: Session, claim: Claim) -> int:
    """What a claim has been paid to have a pledge or a retained thing back, in fen (EBL 37)."""
    chosen = select(AssetEncumbrance.redeemed_fen).where(
        AssetEncumbrance.claim_id == claim.id, AssetEncumbrance.release == EncumbranceRelease.PAID
    )
    return sum(fen or 0 for fen in session.scalars(chosen))


def encumbered(session: Session, case: Case) -> list[Asset]:
    """The assets of a case on which a claim is or was secured, by number, in whatever state they are."""
    secured = [
        Claim.case_id == case.id,
        Claim.claim_class.in_(SECURED),
        Claim.state != ClaimState.WITHDRAWN.value,
    ]
    named = select(Claim.asset_id).where(*secured, Claim.asset_id.is_not(None))
    burdened = select(AssetEncumbrance.asset_id).join(Claim).where(*secured)
    chosen = select(Asset).where(Asset.case_id == case.id, Asset.id.in_(named) | Asset.id.in_(burdened))
    return list(session.scalars(chosen.order_by(Asset.serial)))
