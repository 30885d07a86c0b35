"""Looking at plans of distribution, distributions and their shares; what makes them is `distributing`."""

from dataclasses import dataclass

from sqlalchemy import func, select

from court_app.errors import NotFound
from court_app.services.occasion import Occasion
from court_app.services.paging import Paged
from models import Case, Claim, Distribution, DistributionPlan, Investor, Share
from models.vocabulary import ShareState
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class SharePage(Paged):
    """Some of the shares of a distribution, how many there are, and the sum of all of them in fen."""

    shares: list[Share]
    total: int
    sum_fen: int
    page: int
    size: int


def plans_of(occasion: Occasion, case: Case) -> list[DistributionPlan]:
    """The plans of distribution of a case, by number."""
    return list(
        occasion.session.scalars(
            select(DistributionPlan)
            .where(DistributionPlan.case_id == case.id)
            .order_by(DistributionPlan.serial)
        )
    )


def of_case(occasion: Occasion, case: Case) -> list[Distribution]:
    """The distributions of a case, by number."""
    return list(
        occasion.session.scalars(
            select(Distribution).where(Distribution.case_id == case.id).order_by(Distribution.serial)
        )
    )


def find(occasion: Occasion, case: Case, serial: int) -> Distribution:
    """A distribution of this very case.

    Raises:
        NotFound: if there is none of that number.
    """
    found = occasion.session.scalar(
        select(Distribution).where(Distribution.case_id == case.id, Distribution.serial == serial)
    )
    if found is None:
        raise NotFound(Text("本案没有第{serial}号{label}。", serial=serial, label=Text("分配")))
    return found


def shares_of(
    occasion: Occasion,
    made: Distribution,
    *,
    state: ShareState | None = None,
    page: int = 1,
    size: int = 20,
) -> SharePage:
    """The shares of a distribution by number of claim or investor, a page at a time, with their sum."""
    fits = [Share.distribution_id == made.id]
    if state is not None:
        fits += [Share.state == state, Share.amount_fen > 0]
    total, amount = occasion.session.execute(
        select(func.count(Share.id), func.coalesce(func.sum(Share.amount_fen), 0)).where(*fits)
    ).one()
    shares = occasion.session.scalars(
        select(Share)
        .outerjoin(Claim, Claim.id == Share.claim_id)
        .outerjoin(Investor, Investor.id == Share.investor_id)
        .where(*fits)
        .order_by(func.coalesce(Claim.serial, Investor.serial))
        .limit(size)
        .offset((page - 1) * size)
    )
    return SharePage(list(shares), total, int(amount), page, size)


def by_state(occasion: Occasion, made: Distribution) -> list[tuple[ShareState, int, int]]:
    """How many shares with a sum stand in each state, and their sum in fen."""
    groups = occasion.session.execute(
        select(Share.state, func.count(Share.id), func.sum(Share.amount_fen))
        .where(Share.distribution_id == made.id, Share.amount_fen > 0)
        .group_by(Share.state)
    ).all()
    held = {ShareState(state): (count, int(amount)) for state, count, amount in groups}
    return [(state, *held[state]) for state in ShareState if state in held]
