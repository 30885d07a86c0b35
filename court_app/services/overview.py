"""What lies in a bankruptcy case, in counts and sums: one look, few questions, however many claims."""

from dataclasses import dataclass

from sqlalchemy import func, select

from court_app.services import estate_account, estate_book
from court_app.services.claims_counted import TAKING_PART
from court_app.services.occasion import Occasion
from models import (
    Appointment,
    Asset,
    Case,
    Claim,
    Distribution,
    DistributionPlan,
    Meeting,
    Party,
    Resolution,
    Spending,
    Submission,
)
from models.vocabulary import ClaimState, SpendingState, SubmissionState
from workflows.calculations.shortage import Cover


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Counts, and sums in fen."""

    claims: int
    claims_by_state: tuple[tuple[ClaimState, int], ...]
    filed_fen: int
    counting: int
    counting_fen: int
    meetings: int
    resolutions: int
    assets: int
    received_fen: int
    on_hand_fen: int
    cover: Cover
    spendings: int
    requested: int
    plans: int
    distributions: int
    paid_fen: int
    submissions: int
    open_submissions: int
    appointments: tuple[Appointment, ...]


def overview(occasion: Occasion, case: Case) -> Overview:
    """What lies in a case."""
    session = occasion.session
    amount = func.coalesce(Claim.fixed_fen, Claim.admitted_fen, Claim.filed_fen) - Claim.set_off_fen
    groups = session.execute(
        select(Claim.state, func.count(Claim.id), func.sum(Claim.filed_fen), func.sum(amount))
        .where(Claim.case_id == case.id)
        .group_by(Claim.state)
    ).all()
    by_state = {state: (count, int(filed), int(counts)) for state, count, filed, counts in groups}
    taking = [by_state[state] for state in TAKING_PART if state in by_state]
    assets, received = session.execute(
        select(func.count(Asset.id), func.coalesce(func.sum(Asset.received_fen), 0)).where(
            Asset.case_id == case.id
        )
    ).one()
    paid = session.execute(
        select(func.count(Distribution.id), func.coalesce(func.sum(Distribution.paid_fen), 0)).where(
            Distribution.case_id == case.id
        )
    ).one()
    answers = dict(
        session.execute(
            select(Submission.state, func.count(Submission.id))
            .where(Submission.case_id == case.id)
            .group_by(Submission.state)
        ).all()
    )
    spendings = dict(
        session.execute(
            select(Spending.state, func.count(Spending.id))
            .where(Spending.case_id == case.id)
            .group_by(Spending.state)
        ).all()
    )
    return Overview(
        claims=sum(count for count, _, _ in by_state.values()),
        claims_by_state=tuple((s, by_state[s.value][0]) for s in ClaimState if s.value in by_state),
        filed_fen=sum(filed for _, filed, _ in by_state.values()),
        counting=sum(count for count, _, _ in taking),
        counting_fen=sum(counts for _, _, counts in taking),
        meetings=count_of(occasion, case, Meeting),
        resolutions=count_of(occasion, case, Resolution),
        assets=assets,
        received_fen=int(received),
        on_hand_fen=estate_account.standing(session, case).on_hand(),
        cover=estate_book.article_43(occasion, case),
        spendings=sum(spendings.values()),
        requested=spendings.get(SpendingState.REQUESTED.value, 0),
        plans=count_of(occasion, case, DistributionPlan),
        distributions=paid[0],
        paid_fen=int(paid[1]),
        submissions=sum(answers.values()),
        open_submissions=answers.get(SubmissionState.SUBMITTED.value, 0),
        appointments=tuple(
            session.scalars(
                select(Appointment).where(Appointment.case_id == case.id).order_by(Appointment.serial)
            )
        ),
    )


def count_of(occasion: Occasion, case: Case, model: type[Meeting | Resolution | DistributionPlan]) -> int:
    """How many rows of a table a case has."""
    return occasion.session.scalar(select(func.count(model.id)).where(model.case_id == case.id)) or 0


def count_of_parties(occasion: Occasion, case: Case) -> int:
    """How many parties a case has had."""
    return occasion.session.scalar(select(func.count(Party.id)).where(Party.case_id == case.id)) or 0
