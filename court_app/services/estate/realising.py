"""What an asset has brought and where it goes: its secured claims, its costs, what is left for the pool."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from court_app.services.claims.claims_counted import counted_fen
from court_app.services.joint_debts.debts_paid import SECURED_CLASSES, DebtsPaid, debts_paid
from court_app.services.joint_debts.one_debts import standing_back
from models import Asset, AssetEncumbrance, Case, Claim
from models.vocabulary import (
    AssetState,
    ClaimState,
    CollateralCostPolicy,
    EncumbranceRelease,
)
from workflows.calculations.asset_costs import lines_of
from workflows.calculations.proceeds import Met, OnAsset, Proceeds, proceeds
from workflows.calculations.settled_assets import BY_CLASS
from workflows.law.setting import Value
from workflows.law.settings import read_settings

REALISED = frozenset({AssetState.SOLD.value, AssetState.PAID.value, AssetState.DISTRIBUTED.value})


@dataclass(slots=True)
class Known:
    """What was reckoned of the assets of a case, each once: their proceeds by id, and what debts have had."""

    brought: dict[int, Proceeds] = field(default_factory=dict)
    debts: DebtsPaid | None = None

    def paid_on(self, session: Session, case: Case) -> DebtsPaid:
        """What was paid on the debts of secured claims."""
        if self.debts is None:
            self.debts = debts_paid(session, case)
        return self.debts


def proceeds_of(session: Session, asset: Asset, known: Known | None = None) -> Proceeds | None:
    """What an asset brought and where it goes; None before it is sold or collected.

    A claim that is secured on several assets is met from the one that was sold first, then from the next;
    `known` keeps what was reckoned of the others, each once.
    """
    if asset.state not in REALISED:
        return None
    known = Known() if known is None else known
    if asset.id not in known.brought:
        known.brought[asset.id] = reckoned(session, asset, known)
    return known.brought[asset.id]


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
    before = met_before(session, asset, known)
    for claim, place in places_on(session, asset, known):
        met_fen, money_fen = before.get(claim.serial, (0, 0))
        yield replace(
            place,
            met_fen=place.met_fen + met_fen,
            before_fen=money_fen,
            in_kind=asset.state == AssetState.DISTRIBUTED.value,
        )


def places_on(session: Session, asset: Asset, known: Known) -> Iterator[tuple[Claim, OnAsset]]:
    """The claims secured on an asset, by number, each once, with the best place that it has there.

    Met they are so far only by what was paid to have a pledge back (EBL 37); what others, or distributions,
    have paid on them is not paid again (I3-5(2)).
    """
    found, paid = burdens_of(session, asset), known.paid_on(session, asset.case)
    redeemed = redeemed_of(session, secured_on(asset))
    for claim in sorted(found, key=lambda one: one.serial):
        place = OnAsset(
            serial=claim.serial,
            creditor=claim.party.name,
            amount_fen=counted_fen(claim),
            kind=BY_CLASS.get(claim.class_paid),
            met_fen=redeemed.get(claim.id, 0),
            debt=paid.ties.debt(claim.serial),
            had_fen=paid.had.get(claim.id, 0),
        )
        places = [
            replace(place, kind=one.kind, priority=one.priority, most_fen=one.secured_fen)
            for one in found[claim]
        ]
        yield claim, min(places or [place], key=lambda one: one.order)


def secured_on(asset: Asset) -> Select[int]:
    """The ids of the claims that name an asset, or that a burden on it secures."""
    burdens = select(AssetEncumbrance.claim_id).where(AssetEncumbrance.asset_id == asset.id)
    return select(Claim.id).where((Claim.asset_id == asset.id) | Claim.id.in_(burdens))


def burdens_of(session: Session, asset: Asset) -> dict[Claim, list[AssetEncumbrance]]:
    """The secured claims of an asset with the burdens that secure them; none where only the claim names it.

    A claim whose every security on the asset was waived or redeemed is not met from it, nor one that stands
    back behind another for the same debt. All claims are read
    at once: a building may secure a thousand home buyers.
    """
    claims = {
        claim.id: claim for claim in session.scalars(select(Claim).where(Claim.id.in_(secured_on(asset))))
    }
    found: dict[Claim, list[AssetEncumbrance]] = {
        claim: [] for claim in claims.values() if claim.asset_id == asset.id
    }
    lost = set[Claim]()
    for burden in asset.encumbrances:
        claim = claims.get(burden.claim_id or 0)
        if claim is None or not burden.kind.secures:
            continue
        if burden.counts:
            found.setdefault(claim, []).append(burden)
        else:
            lost.add(claim)
    back = standing_back(session, asset.case) if any(claim.principal_id for claim in found) else {}
    return {
        claim: burdens
        for claim, burdens in found.items()
        if claim.class_paid.is_secured
        and claim.state != ClaimState.WITHDRAWN.value
        and claim.serial not in back
        and (burdens or claim not in lost)
    }


def met_before(session: Session, asset: Asset, known: Known) -> dict[int, tuple[int, int]]:
    """What assets sold before this one have brought its claims, and what of it as money: in fen by number."""
    met: dict[int, tuple[int, int]] = {}
    for other in others_of(session, asset):
        if other.state not in REALISED or sold_at(other) >= sold_at(asset):
            continue
        given = other.state == AssetState.DISTRIBUTED.value
        for one in met_by(session, other, known):
            met_fen, money_fen = met.get(one.claim.serial, (0, 0))
            more_fen = 0 if given else one.paid_fen
            met[one.claim.serial] = (met_fen + one.paid_fen, money_fen + more_fen)
    return met


def met_by(session: Session, asset: Asset, known: Known) -> tuple[Met, ...]:
    """Who is met from an asset."""
    found = proceeds_of(session, asset, known)
    return found.met if found else ()


def others_of(session: Session, asset: Asset) -> list[Asset]:
    """Every other asset on which a claim is secured that is secured on this one, by number."""
    own = secured_on(asset)
    burdened = select(AssetEncumbrance.asset_id).where(AssetEncumbrance.claim_id.in_(own))
    named = select(Claim.asset_id).where(Claim.id.in_(own), Claim.asset_id.is_not(None))
    chosen = select(Asset).where(Asset.id != asset.id, Asset.id.in_(burdened) | Asset.id.in_(named))
    return list(session.scalars(chosen.order_by(Asset.serial)))


def sold_at(asset: Asset) -> tuple[bool, str, int]:
    """When an asset became money, for the order of several; those of one day by number.

    What is only expected comes after what is there: nobody is paid out of a price that may not come.
    """
    expected = asset.state == AssetState.SOLD.value
    day = asset.received_on if asset.state == AssetState.PAID.value else asset.sold_on
    day = day or asset.sold_on or asset.received_on
    return (expected, day.isoformat() if day else "9999", asset.serial)


def redeemed_of(session: Session, claims: Select[int]) -> dict[int, int]:
    """What claims were paid to have pledges or retained things back, by their id, in fen (EBL 37)."""
    chosen = (
        select(AssetEncumbrance.claim_id, func.sum(AssetEncumbrance.redeemed_fen))
        .where(
            AssetEncumbrance.claim_id.in_(claims),
            AssetEncumbrance.release == EncumbranceRelease.PAID,
            AssetEncumbrance.redeemed_fen.is_not(None),
        )
        .group_by(AssetEncumbrance.claim_id)
    )
    return {claim: int(fen or 0) for claim, fen in session.execute(chosen) if claim is not None}


def encumbered(session: Session, case: Case) -> list[Asset]:
    """The assets of a case on which a claim is or was secured, by number, in whatever state they are."""
    secured = [
        Claim.case_id == case.id,
        Claim.claim_class.in_(SECURED_CLASSES),
        Claim.state != ClaimState.WITHDRAWN.value,
    ]
    named = select(Claim.asset_id).where(*secured, Claim.asset_id.is_not(None))
    burdened = select(AssetEncumbrance.asset_id).join(Claim).where(*secured)
    chosen = select(Asset).where(Asset.case_id == case.id, Asset.id.in_(named) | Asset.id.in_(burdened))
    return list(session.scalars(chosen.order_by(Asset.serial)))
