"""The claims register (债权表): how every claim stood on a chosen day, by class, with its totals (EBL 57)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, Select, func, insert, literal, select
from sqlalchemy.orm import aliased, joinedload

from court_app.services.occasion import Occasion
from court_app.services.paging import Paged
from models import Case, Claim, ClaimEntry
from models.base import Moment
from models.vocabulary import ClaimClass, ClaimState

SUMS = ("filed_fen", "admitted_fen", "fixed_fen", "set_off_fen", "plan_received_fen")
MOST_EXPORTED = 20_000


KEPT = ("state", "claim_class", *SUMS, "provisional_fen")


def enter(occasion: Occasion, claims: Iterable[Claim], on: date) -> None:
    """Enter how claims stand from a day on; called with every step of a claim."""
    occasion.session.flush()
    enter_all(occasion, Claim.id.in_([claim.id for claim in claims]), on_day(on))


def on_day(day: date) -> ColumnElement[date]:
    """A day that is the same for all."""
    return literal(day, Date)


def enter_all(occasion: Occasion, which: ColumnElement[bool], on: Any) -> None:
    """Enter how all claims that meet a condition stand from a day on, which may be a day of each."""
    standing_now = select(
        Claim.case_id,
        Claim.id,
        on,
        literal(occasion.now, Moment),
        *(getattr(Claim, name) for name in KEPT),
    ).where(which)
    names = ("case_id", "claim_id", "on", "recorded_at", *KEPT)
    occasion.session.execute(insert(ClaimEntry).from_select(names, standing_now))


@dataclass(frozen=True, slots=True)
class ClassTotal:
    """How many claims of a class there are, and their sums in fen."""

    claim_class: ClaimClass
    claims: int
    filed_fen: int
    admitted_fen: int
    fixed_fen: int
    set_off_fen: int
    plan_received_fen: int


@dataclass(frozen=True, slots=True)
class Register(Paged):
    """A page of the register as at a day, how many entries there are, and the totals of every class."""

    on: date
    entries: list[ClaimEntry]
    total: int
    totals: tuple[ClassTotal, ...]
    page: int
    size: int

    @property
    def sums(self) -> Mapping[str, int]:
        """The sums of all classes in fen."""
        return {name: sum(getattr(total, name) for total in self.totals) for name in SUMS}


def register(
    occasion: Occasion,
    case: Case,
    on: date,
    *,
    claim_class: ClaimClass | None = None,
    page: int = 1,
    size: int = 50,
) -> Register:
    """The register of a case as it stood at the end of a day; withdrawn claims are not in it."""
    page = max(page, 1)
    totals = totals_of(occasion, case, on)
    chosen = entries_on(case, on, claim_class)
    entries = occasion.session.scalars(chosen.limit(size).offset((page - 1) * size))
    counted = [t for t in totals if claim_class in (None, t.claim_class)]
    return Register(on, list(entries), sum(t.claims for t in counted), totals, page, size)


def everything(
    occasion: Occasion, case: Case, on: date, claim_class: ClaimClass | None = None
) -> list[ClaimEntry]:
    """Every entry of the register as at a day, as many as may be exported at once."""
    return list(occasion.session.scalars(entries_on(case, on, claim_class).limit(MOST_EXPORTED)))


def latest(case: Case, on: date) -> Any:
    """The last entry of every claim up to a day, as a table."""
    place = func.row_number().over(
        partition_by=ClaimEntry.claim_id, order_by=(ClaimEntry.on.desc(), ClaimEntry.id.desc())
    )
    dated = (
        select(ClaimEntry.id, place.label("place"))
        .where(ClaimEntry.case_id == case.id, ClaimEntry.on <= on)
        .subquery()
    )
    return select(dated.c.id).where(dated.c.place == 1)


def standing(case: Case, on: date, claim_class: ClaimClass | None) -> tuple[Any, ...]:
    """The conditions of an entry that stands in the register as at a day."""
    own = (ClaimEntry.id.in_(latest(case, on)), ClaimEntry.state != ClaimState.WITHDRAWN.value)
    return own if claim_class is None else (*own, ClaimEntry.claim_class == claim_class)


def entries_on(case: Case, on: date, claim_class: ClaimClass | None) -> Select[ClaimEntry]:
    """The entries as at a day, by number of the claim, with the claim and its creditor."""
    claim = aliased(Claim)
    return (
        select(ClaimEntry)
        .join(claim, claim.id == ClaimEntry.claim_id)
        .where(*standing(case, on, claim_class))
        .options(joinedload(ClaimEntry.claim).joinedload(Claim.party))
        .order_by(claim.serial)
    )


def totals_of(occasion: Occasion, case: Case, on: date) -> tuple[ClassTotal, ...]:
    """The totals of every class that has claims, in the order of the vocabulary."""
    sums = [func.coalesce(func.sum(getattr(ClaimEntry, name)), 0) for name in SUMS]
    rows = occasion.session.execute(
        select(ClaimEntry.claim_class, func.count(ClaimEntry.id), *sums)
        .where(*standing(case, on, None))
        .group_by(ClaimEntry.claim_class)
    )
    found = {row[0]: ClassTotal(row[0], *map(int, row[1:])) for row in rows}
    return tuple(found[known] for known in ClaimClass if known in found)
