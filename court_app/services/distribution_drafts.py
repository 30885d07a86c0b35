"""Drafts of a distribution out of the case's own register, and what-ifs; nothing is written."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.errors import BadInput
from court_app.services.claims_counted import TAKING_PART, counted_fen, state_of_share
from court_app.services.contents import CaseContents
from court_app.services.occasion import Occasion
from models import Asset, Case, Claim, Distribution, Share
from models.vocabulary import CollateralCostPolicy, ShareState
from workflows.calculations.draft import (
    Collateral,
    Draft,
    DraftClaim,
    DraftLine,
    Figures,
    draft,
)
from workflows.calculations.what_if import Change, Comparison, compare, with_changes
from workflows.law.settings import read_settings
from workflows.payloads.draft import DraftAsked, order_of
from workflows.payloads.liquidation import serials_of
from workflows.text import Text

SECURED = "secured"
"""How an address asks for what is paid out of collateral."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft with the claims it is about, the figures it stands on, and what would be different if."""

    draft: Draft
    claims: Mapping[int, Claim]
    figures: Figures
    collateral: tuple[Collateral, ...]
    comparison: Comparison | None

    @property
    def unmet(self) -> list[Claim]:
        """Secured claims whose asset is not known or not yet money."""
        return [self.claims[serial] for serial in self.draft.unmet]

    def lines(self, rank: str = "", state: ShareState | None = None) -> list[DraftLine]:
        """The lines of a rank, of what collateral pays, or of a state; all if nothing is named."""
        return [
            line
            for line in self.draft.lines
            if (state is None or line.claim.state == state)
            and (not rank or (line.secured_fen if rank == SECURED else line.rank == rank))
        ]


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of many, how many there are, and their pages."""

    rows: Sequence[Any]
    total: int
    page: int
    size: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // self.size))


def page_of(rows: Sequence[Any], page: int, size: int) -> Page:
    """A page of rows."""
    page = max(page, 1)
    return Page(rows[(page - 1) * size : page * size], len(rows), page, size)


def taking_part(session: Session, case: Case) -> list[Claim]:
    """The claims that take part in a distribution now, by number."""
    return list(
        session.scalars(
            select(Claim).where(Claim.case_id == case.id, Claim.state.in_(TAKING_PART)).order_by(Claim.serial)
        )
    )


def received(session: Session, case: Case, besides: Distribution | None = None) -> dict[int, int]:
    """What every claim has had in the distributions of the case, by id of the claim, in fen."""
    query = (
        select(Share.claim_id, func.sum(Share.amount_fen))
        .join(Distribution, Distribution.id == Share.distribution_id)
        .where(Distribution.case_id == case.id, Share.state != ShareState.REDISTRIBUTED)
        .group_by(Share.claim_id)
    )
    if besides is not None:
        query = query.where(Distribution.id != besides.id)
    return {claim_id: int(fen) for claim_id, fen in session.execute(query)}


def draft_claims(
    claims: Iterable[Claim], had: Mapping[int, int], uncollected: Collection[int] = ()
) -> list[DraftClaim]:
    """Claims of the register as a draft takes them; shares of who cannot be reached are deposited."""
    return [
        DraftClaim(
            claim.serial,
            claim.class_paid,
            counted_fen(claim),
            had.get(claim.id, 0),
            claim.asset.serial if claim.asset and claim.class_paid.is_secured else None,
            ShareState.UNCLAIMED
            if claim.serial in uncollected and state_of_share(claim) == ShareState.PAID
            else state_of_share(claim),
        )
        for claim in claims
    ]


def collateral_of(
    session: Session, case: Case, claims: Iterable[Claim], told: Iterable[Mapping[str, Any]]
) -> tuple[Collateral, ...]:
    """The encumbered assets that are money, with what was told of them.

    Raises:
        BadInput: if one that was told of secures no claim here, or cost more than it brought.
    """
    own = {c.asset.serial: c.asset for c in claims if c.asset is not None and c.class_paid.is_secured}
    given = {one["asset_serial"]: one for one in told}
    for n, one in enumerate(told):
        if one["asset_serial"] not in own:
            wrong = Text("第{serial}号财产没有担保参加分配的债权。", serial=one["asset_serial"])
            raise BadInput({f"collateral.{n}.asset_serial": [wrong]})
    found = []
    for serial, asset in sorted(own.items()):
        one = given.get(serial, {})
        proceeds = one.get("proceeds_fen")
        proceeds = asset.proceeds_fen if proceeds is None else proceeds
        cost = one.get("cost_fen") or min(cost_borne(asset), proceeds)
        if cost > proceeds:
            place = [n for n, other in enumerate(told) if other["asset_serial"] == serial]
            wrong = Text("变价费用不能多于变价款；超出的部分请列入破产费用。")
            raise BadInput({f"collateral.{place[0]}.cost_fen": [wrong]})
        if proceeds:
            order = order_of(one.get("order", ""))
            found.append(Collateral(serial, asset.name, proceeds, cost, order))
    return tuple(found)


def cost_borne(asset: Asset) -> int:
    """What realising an asset has cost, in fen, if the asset itself bears it (setting of the court)."""
    policy = read_settings(asset.case.court.settings)["collateral_cost_policy"]
    return 0 if policy == CollateralCostPolicy.CHARGE_ESTATE.value else asset.realisation_cost_fen


def available_fen(session: Session, case: Case, claims: Iterable[Claim]) -> int:
    """What has come in and is not distributed, without what came in for encumbered assets; in fen."""
    encumbered = {c.asset.id: c.asset for c in claims if c.asset is not None and c.class_paid.is_secured}
    for_secured = sum(asset.proceeds_fen for asset in encumbered.values())
    return max(0, CaseContents(session, case).undistributed_fen() - for_secured)


def encumbered_assets(drafted: Drafted) -> list[Asset]:
    """The assets that secure claims of a draft, by number."""
    own = {c.asset.serial: c.asset for c in drafted.claims.values() if c.asset and c.class_paid.is_secured}
    return [own[serial] for serial in sorted(own)]


def drafted(occasion: Occasion, case: Case, told: Mapping[str, Any]) -> Drafted:
    """The draft of a case, with what was told besides the register, as `DraftAsked` read it.

    Raises:
        BadInput: naming what does not fit the register.
    """
    session, claims = occasion.session, taking_part(occasion.session, case)
    by_serial = {claim.serial: claim for claim in claims}
    uncollected = serials_of(told.get("uncollected", ""))
    own = draft_claims(claims, received(session, case), uncollected)
    collateral = collateral_of(session, case, claims, told.get("collateral", ()))
    given = told.get("available_fen")
    figures = Figures(
        available_fen(session, case, claims) if given is None else given,
        told.get("expenses_fen", 0),
        told.get("common_fen", 0),
    )
    made = draft(own, collateral, figures)
    changes = [changed(n, one, by_serial) for n, one in enumerate(told.get("changes", ()))]
    other = told.get("other_available_fen")
    comparison = None
    if changes or other is not None:
        then = figures if other is None else Figures(other, figures.expenses_fen, figures.common_fen)
        comparison = compare(made, draft(with_changes(own, changes), collateral, then))
    return Drafted(made, by_serial, figures, collateral, comparison)


def changed(place: int, one: Mapping[str, Any], claims: Mapping[int, Claim]) -> Change:
    """What would be different about a claim that takes part.

    Raises:
        BadInput: if it takes no part now, or nothing is said to be different.
    """
    serial = one["claim_serial"]
    if serial not in claims:
        wrong = Text("债权表第{serial}号不参加现在的分配。", serial=serial)
        raise BadInput({f"changes.{place}.claim_serial": [wrong]})
    if one["amount_fen"] is None and one["claim_class"] is None and not one["left_out"]:
        wrong = Text("请写明假设的金额、性质，或者不参加分配。")
        raise BadInput({f"changes.{place}.amount_fen": [wrong]})
    return Change(serial, one["amount_fen"], one["claim_class"], one["left_out"])


def read(raw: Mapping[str, Any]) -> dict[str, Any]:
    """What was told, read.

    Raises:
        ValidationError: if it is not well formed.
    """
    return dict(DraftAsked().load(dict(raw)))
