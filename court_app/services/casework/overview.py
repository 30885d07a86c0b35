"""What lies in a bankruptcy case, in counts and sums: one look, few questions, however many claims."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import func, literal, select, union_all
from sqlalchemy.orm import Session

from court_app.services.claims.claims_counted import TAKING_PART
from court_app.services.estate import estate_account, estate_book
from court_app.services.occasion import Occasion
from court_app.services.procedure import steps
from court_app.services.procedure.parts import PARTS
from models import (
    Appointment,
    Asset,
    Case,
    Claim,
    Distribution,
    DistributionPlan,
    Party,
    Spending,
    Submission,
)
from models.vocabulary import ClaimState, SpendingState, SubmissionState
from workflows.calculations.shortage import Cover

COUNTED = (
    "joint_parties",
    "set_offs",
    "meetings",
    "motions",
    "resolutions",
    "plan_approvals",
    "committees",
    "committee_decisions",
    "inspections",
    "disposals",
    "avoidances",
    "retrievals",
    "investors",
    "spendings",
    "secured_returns",
    "court_fees",
    "failed_plans",
    "plan_receipts",
    "remunerations",
    "instalments",
    "collateral_fees",
)
"""Kinds of parts of which a case shows how many it has."""
OTHERS = ("claims", "assets", "submissions")
"""Kinds that are counted with their sums or states."""
PLANS, ASKED = "distribution_plans", "spendings_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Counts, and sums in fen.

    `parts` counts the kinds of parts by their path; `addable` are those that the person may add to.
    """

    claims: int
    claims_by_state: tuple[tuple[ClaimState, int], ...]
    filed_fen: int
    counting: int
    counting_fen: int
    parts: Mapping[str, int]
    addable: frozenset[str]
    spendings_asked: int
    assets: int
    received_fen: int
    on_hand_fen: int
    cover: Cover
    plans: int
    distributions: int
    paid_fen: int
    submissions: int
    open_submissions: int
    appointments: tuple[Appointment, ...]


def overview(occasion: Occasion, case: Case) -> Overview:
    """What lies in a case."""
    session = occasion.session
    counted, by_state = counts_in(session, case), claims_by_state(session, case)
    taking = [by_state[state] for state in TAKING_PART if state in by_state]
    assets, received_fen = count_and_sum(session, case, Asset, Asset.received_fen)
    distributions, paid_fen = count_and_sum(session, case, Distribution, Distribution.paid_fen)
    answers = submissions_by_state(session, case)
    return Overview(
        claims=sum(one.number for one in by_state.values()),
        claims_by_state=tuple((s, by_state[s.value].number) for s in ClaimState if s.value in by_state),
        filed_fen=sum(one.filed_fen for one in by_state.values()),
        counting=sum(one.number for one in taking),
        counting_fen=sum(one.counting_fen for one in taking),
        parts={path: counted[path] for path in COUNTED},
        addable=addable(occasion, case),
        spendings_asked=counted[ASKED],
        assets=assets,
        received_fen=received_fen,
        on_hand_fen=estate_account.standing(session, case).on_hand(),
        cover=estate_book.article_43(occasion, case),
        plans=counted[PLANS],
        distributions=distributions,
        paid_fen=paid_fen,
        submissions=sum(answers.values()),
        open_submissions=answers.get(SubmissionState.SUBMITTED.value, 0),
        appointments=offices_in(session, case),
    )


class ClaimsInState(NamedTuple):
    """The claims of a case that stand alike: how many, as filed and as they count, in fen."""

    number: int
    filed_fen: int
    counting_fen: int


def claims_by_state(session: Session, case: Case) -> dict[str, ClaimsInState]:
    """The claims of a case by their state, counted and summed in one question."""
    known = func.coalesce(Claim.fixed_fen, Claim.admitted_fen, Claim.filed_fen)
    amount = known - Claim.set_off_fen - Claim.plan_received_fen
    groups = session.execute(
        select(Claim.state, func.count(Claim.id), func.sum(Claim.filed_fen), func.sum(amount))
        .where(Claim.case_id == case.id)
        .group_by(Claim.state)
    ).all()
    return {state: ClaimsInState(count, int(filed), int(counts)) for state, count, filed, counts in groups}


def count_and_sum(session: Session, case: Case, model: Any, fen: Any) -> tuple[int, int]:
    """How many rows of a table a case has, and the sum of a column of them in fen."""
    row = session.execute(
        select(func.count(model.id), func.coalesce(func.sum(fen), 0)).where(model.case_id == case.id)
    ).one()
    return int(row[0]), int(row[1])


def submissions_by_state(session: Session, case: Case) -> dict[str, int]:
    """How many requests and reports of the administrator stand in which state."""
    return dict(
        session.execute(
            select(Submission.state, func.count(Submission.id))
            .where(Submission.case_id == case.id)
            .group_by(Submission.state)
        ).all()
    )


def offices_in(session: Session, case: Case) -> tuple[Appointment, ...]:
    """The administrators of a case, in their order."""
    return tuple(
        session.scalars(
            select(Appointment).where(Appointment.case_id == case.id).order_by(Appointment.serial)
        )
    )


def counts_in(session: Session, case: Case) -> dict[str, int]:
    """How many rows of each table a case has, in one question."""
    models: dict[str, Any] = {path: PARTS[path].model for path in COUNTED} | {PLANS: DistributionPlan}
    wanted = [
        select(literal(name).label("name"), func.count(model.id)).where(model.case_id == case.id)
        for name, model in models.items()
    ]
    asked = select(literal(ASKED), func.count(Spending.id)).where(
        Spending.case_id == case.id, Spending.state == SpendingState.REQUESTED.value
    )
    return {str(name): int(count) for name, count in session.execute(union_all(*wanted, asked))}


def addable(occasion: Occasion, case: Case) -> frozenset[str]:
    """Kinds of parts that the person's office lets him add to, while the case goes on."""
    if case.closed_on is not None:
        return frozenset()
    standing = steps.attempt_of(occasion, case).standing
    return frozenset(
        path
        for path in (*COUNTED, *OTHERS)
        if any(not row.sources and row.permits(standing) for row in PARTS[path].procedure.transitions)
    )


def count_of_parties(occasion: Occasion, case: Case) -> int:
    """How many parties a case has had."""
    return occasion.session.scalar(select(func.count(Party.id)).where(Party.case_id == case.id)) or 0
