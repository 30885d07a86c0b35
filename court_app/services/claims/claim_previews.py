"""The working of a rank, of a condition, of what a counterparty is owed, before the step is taken."""

from collections.abc import Mapping, Sequence
from typing import Any

from court_app.services.claims.claim_effects import undisputed
from court_app.services.occasion import Occasion
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.machines import Stepping
from court_app.services.procedure.parts import serials_in_words
from court_app.services.procedure.step_records import case_of
from models import Avoidance, Case, Claim
from models.vocabulary import ClaimClass, ShareState
from workflows.calculations import condition, rank
from workflows.calculations.money import yuan
from workflows.guards.claim_conditions import announced_on
from workflows.guards.claim_ranks import as_it_stands, as_listed, as_reviewed
from workflows.guards.counterparties import owed_after
from workflows.law.settings import read_settings
from workflows.payloads.serials import serials_of
from workflows.text import Text
from workflows.transition import Transition

Data = Mapping[str, Any]


def working_before(occasion: Occasion, subject: Stepping, row: Transition, data: Data) -> tuple[Text, ...]:
    """What was typed comes to; nothing where the step decides none of these."""
    if not data:
        return ()
    if isinstance(subject, Avoidance) and "answer_counterparty" in row.does:
        return owed_after(subject, data).working
    if isinstance(subject, Claim):
        return of_rank(subject, row, data)
    if "came_about" in data:
        return of_condition(occasion, case_of(subject), data)
    if "confirm_claims" in row.does:
        return of_confirmation(undisputed(occasion, case_of(subject), serials_of(data["serials"])))
    return ()


def of_confirmation(confirmed: Sequence[Claim]) -> tuple[Text, ...]:
    """Which entries a ruling would confirm, and their sum (EBL 58(2))."""
    serials = serials_in_words(claim.serial for claim in confirmed)
    total = sum(claim.admitted_fen or 0 for claim in confirmed)
    return (
        Text(
            "确认第{serials}号债权，共{count}笔，合计{sum}元。",
            serials=serials,
            count=len(confirmed),
            sum=yuan(total),
        ),
    )


def of_rank(claim: Claim, row: Transition, data: Data) -> tuple[Text, ...]:
    """Why figures that article 113 does not name come into the class that is found, listed or decided."""
    settings = read_settings(claim.case.court.settings)
    if "record_rank_decision" in row.does:
        found, reason = data["rank"], data["reason"]
        return tuple(rank.working(as_it_stands(claim), found, settings, decided=found, reason=reason))
    if "record_review" in row.does:
        decided = claim.rank_decided
        reason = data["rank_reason"] if decided is None else claim.rank_reason
        found, figures = data["claim_class"], as_reviewed(claim, data)
        return tuple(rank.working(figures, found, settings, decided=decided, reason=reason))
    if "publicised_on" in data:
        figures, reason = as_listed(data), data["rank_reason"]
        return tuple(rank.working(figures, ClaimClass.EMP, settings, decided=None, reason=reason))
    return ()


def of_condition(occasion: Occasion, case: Case, data: Data) -> tuple[Text, ...]:
    """To whom a share goes that was laid aside for a condition (EBL 117(2))."""
    share = CaseContents(occasion.session, case).share(data["claim_serial"], ShareState.CONDITIONAL)
    announced = announced_on(case)
    if share is None or announced is None or not share.claim.condition_kind.lays_aside:
        return ()
    line = condition.working(
        share.claim.condition_kind,
        share.claim.condition,
        announced,
        came_about=data["came_about"],
        share_fen=share.amount_fen,
    )
    return (line,)
