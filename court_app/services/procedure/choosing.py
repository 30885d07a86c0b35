"""What of a case a step may name: its creditors, its meetings, its assets; searched where there are many."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from court_app.services.occasion import Occasion
from court_app.services.paging import Paged
from court_app.services.searching_keys import named
from models import Asset, Case, Claim, Deliberation, Meeting, Party, Resolution, Spending
from models.vocabulary import DeliberationState, PartyRole
from workflows.calculations.asset_costs import PAYING_COSTS, free_fen

SHORT = 50
"""So many can be chosen from a list."""
MAY_BE_NAMED = (PartyRole.CREDITOR, PartyRole.APPLICANT)


@dataclass(frozen=True, slots=True)
class Creditors(Paged):
    """Some creditors by number and name, and how many there are."""

    rows: list[tuple[int, str]]
    total: int
    page: int = 1
    size: int = SHORT


def creditors(occasion: Occasion, case: Case, text: str = "", page: int = 1, size: int = SHORT) -> Creditors:
    """The creditors of a case in the order they came, by a part of the name, pinyin or initials."""
    fits = [Party.case_id == case.id, Party.role.in_(MAY_BE_NAMED), Party.until_on.is_(None)]
    if text:
        fits.append(named(text))
    total = occasion.session.scalar(select(func.count(Party.id)).where(*fits)) or 0
    chosen = select(Party.id, Party.name).where(*fits).order_by(Party.id)
    rows = occasion.session.execute(chosen.limit(size).offset((page - 1) * size)).all()
    return Creditors([(number, name) for number, name in rows], total, page, size)


def creditor(occasion: Occasion, case: Case, party_id: int) -> tuple[int, str] | None:
    """One creditor of a case by number and name."""
    chosen = select(Party.id, Party.name).where(
        Party.case_id == case.id, Party.id == party_id, Party.role.in_(MAY_BE_NAMED)
    )
    row = occasion.session.execute(chosen).one_or_none()
    return None if row is None else (row[0], row[1])


def meetings(occasion: Occasion, case: Case) -> list[Meeting]:
    """The latest meetings of a case, the last first."""
    chosen = select(Meeting).where(Meeting.case_id == case.id).order_by(Meeting.serial.desc()).limit(SHORT)
    return list(occasion.session.scalars(chosen))


def assets(occasion: Occasion, case: Case) -> list[Asset] | None:
    """The assets of a case; None if there are too many for a list."""
    total = occasion.session.scalar(select(func.count(Asset.id)).where(Asset.case_id == case.id)) or 0
    if total > SHORT:
        return None
    return list(
        occasion.session.scalars(select(Asset).where(Asset.case_id == case.id).order_by(Asset.serial))
    )


def claims(occasion: Occasion, case: Case) -> list[Claim] | None:
    """The claims of a case; None if there are too many for a list."""
    total = occasion.session.scalar(select(func.count(Claim.id)).where(Claim.case_id == case.id)) or 0
    if total > SHORT:
        return None
    return list(
        occasion.session.scalars(select(Claim).where(Claim.case_id == case.id).order_by(Claim.serial))
    )


def resolutions(occasion: Occasion, case: Case) -> list[Resolution]:
    """The latest resolutions of a case, the last first."""
    chosen = select(Resolution).where(Resolution.case_id == case.id)
    return list(occasion.session.scalars(chosen.order_by(Resolution.serial.desc()).limit(SHORT)))


def carried_decisions(occasion: Occasion, case: Case) -> list[Deliberation]:
    """The latest decisions that the committee has carried, the last first."""
    chosen = select(Deliberation).where(
        Deliberation.case_id == case.id, Deliberation.state == DeliberationState.CARRIED.value
    )
    return list(occasion.session.scalars(chosen.order_by(Deliberation.serial.desc()).limit(SHORT)))


def spendings_for_costs(occasion: Occasion, case: Case) -> list[tuple[Spending, int]]:
    """The latest spendings that can be costs of assets, with what of each is none yet, in fen; last first."""
    chosen = (
        select(Spending)
        .where(Spending.case_id == case.id, Spending.kind.in_(PAYING_COSTS))
        .options(selectinload(Spending.costs))
        .order_by(Spending.serial.desc())
        .limit(SHORT)
    )
    found = [(one, free_fen(one)) for one in occasion.session.scalars(chosen)]
    return [(one, fen) for one, fen in found if fen > 0]
