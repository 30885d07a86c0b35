"""Drafts of a distribution out of the case's own register, and what-ifs; nothing is written."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, defaultload

from court_app.errors import BadInput
from court_app.services.claims.claim_conditions import of_unknown_condition
from court_app.services.claims.claims_counted import (
    TAKING_PART,
    condition_failed,
    counted_fen,
    state_of_share,
)
from court_app.services.claims.old_wages import old_wages_of
from court_app.services.claims.older_taxes import taxes_older_than_securities
from court_app.services.distribution.had_before import received
from court_app.services.distribution.holdings import surplus_of
from court_app.services.distribution.latecomers import latecomers
from court_app.services.equalisation.failed_plan_contents import failed_plan_of
from court_app.services.estate.collateral import (
    Securities,
    available,
    redeemed_by_claim,
    securities_of,
    waits_for_collateral,
    without,
)
from court_app.services.estate.paid_of_collateral import wages_among
from court_app.services.estate.realising import Known
from court_app.services.estate.securing import without_security
from court_app.services.fees.fees_owed import fees_owed
from court_app.services.joint_debts.one_debts import Ties, ties_of
from court_app.services.occasion import Occasion
from court_app.services.paging import Paged
from court_app.services.payments.waived_shares import waived_of
from models import Case, Claim, Party
from models.vocabulary import ShareState
from workflows.calculations.draft import draft
from workflows.calculations.draft_lines import Draft, DraftClaim, DraftLine, Figures
from workflows.calculations.equity import Surplus
from workflows.calculations.old_wages import with_old_wages
from workflows.calculations.void_composition import ExcessSheet, excess_of
from workflows.calculations.what_if import Change, Comparison, compare, with_changes
from workflows.payloads.draft import DraftAsked
from workflows.payloads.serials import serials_of
from workflows.text import Text

SECURED = "secured"
"""How an address asks for what is paid out of collateral."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft with the claims it is about, the figures it stands on, and what would be different if.

    `surplus` is what is left over, and to which investors it goes; `older_taxes` what the judge is told of
    taxes that are older than a security.
    """

    draft: Draft
    claims: Mapping[int, Claim]
    figures: Figures
    secured: Securities
    comparison: Comparison | None
    excess: ExcessSheet | None
    surplus: Surplus
    older_taxes: tuple[Text, ...]

    @property
    def unmet(self) -> list[Claim]:
        """Secured claims whose asset is not known or not yet money."""
        return [self.claims[serial] for serial in self.draft.unmet]

    @property
    def of_unknown_condition(self) -> list[Claim]:
        """Conditional claims of which nobody recorded the kind of condition (EBL 117)."""
        return of_unknown_condition(self.claims.values())

    def lines(self, rank: str = "", state: ShareState | None = None) -> list[DraftLine]:
        """The lines of a rank, of what collateral pays, or with a sum in a state; all if nothing is named."""
        return [
            line
            for line in self.draft.lines
            if (state is None or (line.total_fen and line.claim.state == state))
            and (not rank or (line.secured_fen if rank == SECURED else line.rank == rank))
        ]


@dataclass(frozen=True, slots=True)
class Page(Paged):
    """Some rows of many, how many there are, and their pages."""

    rows: Sequence[Any]
    total: int
    page: int
    size: int


def page_of(rows: Sequence[Any], page: int, size: int) -> Page:
    """A page of rows."""
    page = max(page, 1)
    return Page(rows[(page - 1) * size : page * size], len(rows), page, size)


def taking_part(session: Session, case: Case) -> list[Claim]:
    """The claims that take part in a distribution now, by number; not those whose condition failed."""
    found = session.scalars(
        select(Claim)
        .where(Claim.case_id == case.id, Claim.state.in_(TAKING_PART))
        .order_by(Claim.serial)
        .options(defaultload(Claim.party).lazyload(Party.agents))
    )
    return [claim for claim in found if not condition_failed(claim)]


def draft_claims(
    claims: Sequence[Claim],
    had: Mapping[int, int],
    uncollected: Collection[int],
    waiting: Collection[int],
    redeemed: Mapping[int, int],
    ties: Ties,
    late: Collection[int],
    unsecured: Collection[int],
    waived: Mapping[int, int],
    unsold: Collection[int],
) -> list[DraftClaim]:
    """Claims of the register as a draft takes them; shares of who cannot be reached are deposited."""
    states = {claim.serial: state_of_share(claim, unsold=claim.serial in unsold) for claim in claims}
    return [
        DraftClaim(
            claim.serial,
            claim.class_paid,
            counted_fen(claim),
            had.get(claim.id, 0),
            state=ShareState.UNCLAIMED
            if claim.serial in uncollected and states[claim.serial] == ShareState.PAID
            else states[claim.serial],
            met_fen=redeemed.get(claim.serial, 0),
            waits=claim.serial in waiting,
            debt=ties.debt(claim.serial),
            back=ties.back.get(claim.serial),
            plan_fen=claim.plan_received_fen,
            late=claim.id in late,
            unsecured=claim.serial in unsecured,
            waived_fen=waived.get(claim.id, 0),
        )
        for claim in claims
    ]


def expenses_fen(session: Session, case: Case, told: Mapping[str, Any]) -> int:
    """Expenses as told; where nothing is told of the money either, the fees that are owed (EBL 41①③)."""
    if told.get("expenses_fen") is not None or told.get("available_fen") is not None:
        return told.get("expenses_fen") or 0
    return sum(one.amount_fen - one.paid_fen for one in fees_owed(session, case))


def comes_back_fen(secured: Securities, told: Mapping[str, Any]) -> int:
    """What the account has borne of costs of assets yet to be sold: their price returns it; in fen."""
    return 0 if told.get("available_fen") is not None else sum(one.borne_fen for one in secured.collateral)


def drafted(occasion: Occasion, case: Case, told: Mapping[str, Any]) -> Drafted:
    """The draft of a case, with what was told besides the register, as `DraftAsked` read it.

    `expected_fen` is what assets without any burden are yet to bring, where a draft looks ahead.

    Raises:
        BadInput: naming what does not fit the register.
    """
    session, claims = occasion.session, taking_part(occasion.session, case)
    by_serial = {claim.serial: claim for claim in claims}
    uncollected = serials_of(told.get("uncollected", ""))
    known = Known()
    secured = securities_of(session, case, told.get("collateral", ()), known)
    wages = wages_among(session, case, known.paid_on(session, case).paid)
    redeemed = redeemed_by_claim(session, case, claims)
    had, late = received(session, case, wages=wages), latecomers(session, case, claims)
    ties, unsecured = ties_of(session, case, had), without_security(session, case, claims)
    waived = waived_of(session, case)
    unsold = secured.expected if waits_for_collateral(case) else frozenset()
    own = draft_claims(
        claims, had, uncollected, secured.waiting, redeemed, ties, late, unsecured, waived, unsold
    )
    there = available(session, case, told.get("available_fen"))
    borne = comes_back_fen(secured, told)
    figures = Figures(
        there.besides_fen + borne + told.get("expected_fen", 0),
        expenses_fen(session, case, told),
        told.get("common_fen", 0),
        there.gone_fen,
        borne,
    )
    old = old_wages_of(session, case, wages)
    made = with_old_wages(draft(own, secured.collateral, figures), secured.collateral, own, old)
    changes = [changed(n, one, by_serial) for n, one in enumerate(told.get("changes", ()))]
    other = told.get("other_available_fen")
    comparison = None
    if changes or other is not None:
        then = figures if other is None else replace(figures, available_fen=other)
        left_out = frozenset(change.serial for change in changes if change.left_out)
        others, assets = with_changes(own, changes), without(secured.collateral, left_out)
        comparison = compare(made, with_old_wages(draft(others, assets, then), assets, others, old))
    failed = failed_plan_of(session, case)
    excess = excess_of(made) if failed is not None and failed.kind.is_void else None
    surplus, older = surplus_of(session, case, made), taxes_older_than_securities(session, case, claims)
    return Drafted(made, by_serial, figures, secured, comparison, excess, surplus, older)


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
