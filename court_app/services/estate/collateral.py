"""Encumbered assets as a draft of a distribution takes them, and what is available besides them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.errors import BadInput
from court_app.services.estate.costs_recorded import kept_back_fen
from court_app.services.estate.differences_held import differences_held
from court_app.services.estate.estate_account import balances
from court_app.services.estate.realising import (
    REALISED,
    Known,
    bears_its_cost,
    burdens_of,
    encumbered,
    gross_of,
    places_on,
    proceeds_of,
    redeemed_of,
    sold_at,
)
from court_app.services.estate.secured_dues import due_to_secured
from models import Asset, Case, Claim, Distribution
from models.vocabulary import AssetState
from workflows.calculations.asset_costs import costs_fen, lines_of
from workflows.calculations.bookkeeping import Standing
from workflows.calculations.draft_lines import Collateral
from workflows.calculations.settled_assets import settled_assets
from workflows.law.settings import read_settings
from workflows.payloads.draft import order_of
from workflows.text import Text

MONEY_OR_GIVEN = REALISED - {AssetState.SOLD.value}
"""An asset of which no more is expected."""
Told = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Securities:
    """What secures the claims of a case: assets of the draft in their order, claims that wait for others.

    `expected` are claims on assets of which it was told what they will bring.
    """

    assets: tuple[Asset, ...]
    collateral: tuple[Collateral, ...]
    waiting: frozenset[int]
    expected: frozenset[int]


def securities_of(session: Session, case: Case, told: Told, known: Known | None = None) -> Securities:
    """The encumbered assets of a case: those that are money, and those of which it was told what they bring.

    Raises:
        BadInput: if one that was told of secures no claim, or cost more than it brought.
    """
    there = {asset.serial: (asset, burdens_of(session, asset)) for asset in encumbered(session, case)}
    own = {serial: asset for serial, (asset, burdens) in there.items() if burdens}
    for n, one in enumerate(told):
        if one["asset_serial"] not in own:
            wrong = Text("第{serial}号财产没有担保参加分配的债权。", serial=one["asset_serial"])
            raise BadInput({f"collateral.{n}.asset_serial": [wrong]})
    place = {one["asset_serial"]: n for n, one in enumerate(told)}
    found, known = list[Collateral](), Known() if known is None else known
    for asset in sorted(own.values(), key=becomes_money):
        given = told[place[asset.serial]] if asset.serial in place else {}
        if asset.state in MONEY_OR_GIVEN or given.get("proceeds_fen") is not None:
            found.append(as_collateral(session, asset, given, place.get(asset.serial), known))
    taken = {one.serial for one in found}
    waiting, expected = set[int](), set[int]()
    for serial, asset in own.items():
        if is_yet_to_be_sold(asset):
            (expected if serial in taken else waiting).update(claim.serial for claim in there[serial][1])
    assets = tuple(own[serial] for serial in sorted(own) if own[serial].state != AssetState.RELEASED.value)
    return Securities(assets, tuple(found), frozenset(waiting), frozenset(expected))


def is_yet_to_be_sold(asset: Asset) -> bool:
    """Whether an asset is still to become money: not paid for, not given, not out of the estate."""
    return asset.state not in MONEY_OR_GIVEN and asset.state != AssetState.RELEASED.value


def yet_to_be_sold(session: Session, case: Case) -> dict[int, list[str]]:
    """The names of assets that are not money yet and whose sale shares wait for, by number of the claim.

    Empty where the court has shares paid by the price that the plan expects (DESIGN).
    """
    found = dict[int, list[str]]()
    if waits_for_collateral(case):
        for asset in encumbered(session, case):
            if is_yet_to_be_sold(asset):
                for claim in burdens_of(session, asset):
                    found.setdefault(claim.serial, []).append(asset.name)
    return found


def waits_for_collateral(case: Case) -> bool:
    """Whether shares for what collateral will not cover wait until it is sold."""
    return bool(read_settings(case.court.settings)["deficiency_waits_for_sale"])


def becomes_money(asset: Asset) -> tuple[bool, tuple[bool, str, int]]:
    """The order in which assets meet a claim that several secure: those first that are money."""
    return asset.state not in MONEY_OR_GIVEN, sold_at(asset)


def as_collateral(
    session: Session, asset: Asset, told: Mapping[str, Any], place: int | None, known: Known
) -> Collateral:
    """An encumbered asset as a draft takes it; what was told goes before what is recorded.

    Raises:
        BadInput: if it cost more than it brought.
    """
    settings = read_settings(asset.case.court.settings)
    gross = told.get("proceeds_fen")
    gross = gross_of(asset, settings) if gross is None else gross
    recorded = min(asset.realisation_cost_fen, gross) if bears_its_cost(settings) else 0
    cost = told.get("cost_fen") or recorded
    if cost > gross:
        wrong = Text("变价费用不能多于变价款；超出的部分请列入破产费用。")
        raise BadInput({f"collateral.{place}.cost_fen": [wrong]})
    return Collateral(
        asset.serial,
        asset.name,
        gross,
        cost,
        order_of(told.get("order", "")),
        tuple(one for _, one in places_on(session, asset, known)),
        in_kind=asset.state == AssetState.DISTRIBUTED.value,
        borne_fen=0 if asset.state in MONEY_OR_GIVEN else min(cost, costs_fen(asset)),
        costs=() if told.get("cost_fen") else lines_of(asset),
    )


def without(collateral: Sequence[Collateral], left_out: frozenset[int]) -> list[Collateral]:
    """The assets as if some claims took no part."""
    return [
        replace(asset, claims=tuple(one for one in asset.claims if one.serial not in left_out))
        for asset in collateral
    ]


@dataclass(frozen=True, slots=True)
class Available:
    """What is available besides collateral, and what of the surpluses of assets is there no more; in fen."""

    besides_fen: int
    gone_fen: int


def available(session: Session, case: Case, told_fen: int | None) -> Available:
    """What may be divided besides what encumbered assets leave, by the ledger or as told.

    All that is there less what belongs to secured creditors is what encumbered assets left and what is
    available besides. Surpluses that were spent or distributed before do not count again.
    """
    there = max(0, for_unsecured_fen(session, case))
    surplus = surplus_fen(session, case)
    if told_fen is None:
        return Available(max(0, there - surplus), max(0, surplus - there))
    if distributed_before(session, case):
        there = max(0, there - told_fen)
    return Available(told_fen, max(0, surplus - there))


def for_unsecured_fen(session: Session, case: Case) -> int:
    """What is on hand, owed to nobody, and belongs to no secured creditor, in fen; may be below zero."""
    account = Standing(balances(session, case), differences_fen=differences_held(session, case))
    return account.distributable_fen - due_to_secured(session, case) - kept_back_fen(session, case)


def surplus_fen(session: Session, case: Case) -> int:
    """What assets that were paid for have left over their secured claims, in fen."""
    known = Known()
    paid = [asset for asset in encumbered(session, case) if asset.state == AssetState.PAID.value]
    found = [proceeds_of(session, asset, known) for asset in paid]
    return sum(one.surplus_fen for one in found if one is not None and one.met)


def distributed_before(session: Session, case: Case) -> bool:
    """Whether anything was distributed in the case."""
    chosen = select(func.count(Distribution.id)).where(Distribution.case_id == case.id)
    return bool(session.scalar(chosen))


def met_by_assets(collateral: Sequence[Collateral]) -> dict[int, int]:
    """What assets bring the claims secured on them, by number of the claim, in fen."""
    return settled_assets(collateral, ())[1].met


def redeemed_by_claim(session: Session, case: Case, claims: Sequence[Claim]) -> dict[int, int]:
    """What secured claims were paid to give a pledge back, by number, in fen (EBL 37)."""
    redeemed = redeemed_of(session, select(Claim.id).where(Claim.case_id == case.id))
    return {claim.serial: redeemed.get(claim.id, 0) for claim in claims if claim.class_paid.is_secured}
