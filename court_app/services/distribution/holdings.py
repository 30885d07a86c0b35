"""What the investors of a debtor have, and who gets what of what a draft leaves over (CL 236(2))."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from court_app.services.claims.claims_counted import TAKING_PART
from court_app.services.joint_debts.one_debts import standing_back
from models import Case, Claim, Distribution, DistributionPlan, Investor, Party
from models.vocabulary import ClaimState, DistributionKind, HoldingKind, InvestorState
from workflows.calculations.draft_lines import Draft
from workflows.calculations.equity import Holding, Surplus, divide_surplus, measured
from workflows.text import Text

MOST_NAMED = 20


def holdings_of(session: Session, case: Case) -> list[Holding]:
    """What the investors on the list have, by number."""
    chosen = select(Investor).where(Investor.case_id == case.id, Investor.state == InvestorState.LISTED.value)
    return [
        Holding(
            one.serial,
            one.title,
            one.holding,
            one.measure,
            max(0, one.subscribed_fen - one.paid_in_fen),
        )
        for one in session.scalars(chosen.order_by(Investor.serial))
    ]


def numbered(session: Session, case: Case, number: str) -> frozenset[int]:
    """Who on the list is known by a credit code or identity number, by his number on it."""
    chosen = (
        select(Investor.serial)
        .join(Party, Party.id == Investor.party_id)
        .where(
            Investor.case_id == case.id,
            Investor.state == InvestorState.LISTED.value,
            or_(Party.id_number == number, Party.credit_code == number),
        )
    )
    return frozenset(session.scalars(chosen))


def surplus_was_given(session: Session, case: Case) -> bool:
    """Whether anything was given to the investors."""
    chosen = select(Distribution.id).where(
        Distribution.case_id == case.id, Distribution.kind == DistributionKind.SURPLUS
    )
    return session.scalar(chosen.limit(1)) is not None


def surplus_of(session: Session, case: Case, made: Draft) -> Surplus:
    """What a draft leaves over, divided among the investors, or what must be settled before."""
    if made.rest_fen <= 0:
        return divide_surplus(0, ())
    before = (*claims_not_fixed(session, case), *claims_unmet(made.unmet))
    return divide_surplus(made.rest_fen, holdings_of(session, case), before)


@dataclass(frozen=True, slots=True)
class Planned:
    """What a plan leaves an investor, in fen, and what he had when it was proposed."""

    serial: int
    name: str
    measure: Text
    fen: int


def kept_investors(surplus: Surplus) -> list[dict[str, Any]]:
    """What investors get by a draft, as a plan keeps it."""
    return [
        {
            "serial": one.holding.serial,
            "name": one.holding.name,
            "kind": one.holding.kind.value,
            "measure": one.holding.measure,
            "fen": one.fen,
        }
        for one in surplus.given
    ]


def investors_of(plan: DistributionPlan) -> list[Planned]:
    """What investors get by a plan, by number; nothing where the plan leaves nothing over."""
    return [
        Planned(one["serial"], one["name"], measured(HoldingKind(one["kind"]), one["measure"]), one["fen"])
        for one in plan.investors
    ]


def sentences_of(surplus: Surplus) -> list[Text]:
    """What a draft and a plan say of investors in words; nothing where nothing is left over."""
    return [*surplus.before, *surplus.working]


def claims_not_fixed(session: Session, case: Case) -> list[Text]:
    """Claims that take no part yet and were not withdrawn: nobody knows what they come to.

    Who stands back for good behind another claim for the same debt never takes part (EBL 50 to 52).
    """
    chosen = select(Claim.serial).where(
        Claim.case_id == case.id, Claim.state.not_in((*TAKING_PART, ClaimState.WITHDRAWN.value))
    )
    never = {serial for serial, why in standing_back(session, case).items() if why.for_good}
    found = [serial for serial in session.scalars(chosen.order_by(Claim.serial)) if serial not in never]
    return [Text("尚未确定的债权（债权表序号）：{serials}。", serials=some(found))] if found else []


def claims_unmet(serials: Sequence[int]) -> list[Text]:
    """Secured claims of which it is not known yet what their assets leave open."""
    told = Text("担保财产尚未全部变现的债权（债权表序号）：{serials}。", serials=some(serials))
    return [told] if serials else []


def some(serials: Sequence[int]) -> list[str]:
    """Numbers, as many as a sentence holds."""
    return [str(serial) for serial in serials[:MOST_NAMED]]
