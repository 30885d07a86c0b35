"""What a step of a part knows of that part: for its clocks and its papers, as plain values."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import object_session

from court_app.services.papers import about_answers as answers
from court_app.services.papers import about_fees as fees
from court_app.services.papers import about_meetings as meetings
from court_app.services.papers.about_estate import PLANS, of_whole_case
from court_app.services.papers.about_office import of_appointment, of_selection, of_submission
from court_app.services.papers.about_votes import of_motion
from court_app.services.procedure.earlier_steps import last_step_of
from documents.kinds import form_of
from models import (
    Appointment,
    Asset,
    Avoidance,
    Case,
    Claim,
    CollateralFee,
    Committee,
    CourtFee,
    Deliberation,
    Delivery,
    Disposal,
    Document,
    Inspection,
    Instalment,
    Meeting,
    Motion,
    Remuneration,
    Resolution,
    Retrieval,
    Selection,
    SetOff,
    Submission,
)
from models.vocabulary import (
    DeliberationState,
    InspectionState,
)
from workflows.payloads.estate import RevocationAsked

REVOCATION_GROUNDS = dict(RevocationAsked.grounds_zh)


def about(subject: Any, step: str) -> Mapping[str, Any]:
    """The plain values of a case or a part of it, as `step` must know them; nothing for a delivery."""
    if isinstance(subject, Delivery):
        return {}
    case = subject if isinstance(subject, Case) else subject.case
    told = ABOUT.get(type(subject))
    return {
        **of_case(case),
        **of_ruling_on_plan(case, step),
        **of_whole_case(case, step),
        **(told(subject) if told else {}),
    }


def of_case(case: Case) -> dict[str, Any]:
    """How far a bankruptcy case has come."""
    flags = case.flags
    return {
        "declared": bool(flags.get("declared")),
        "declared_on": flags.get("declared_on"),
        "first_meeting_held_on": flags.get("first_meeting_held_on"),
        "termination_reason": flags.get("termination_reason"),
        "termination_asked_on": flags.get("termination_asked_on"),
        "terminated_on": flags.get("terminated_on"),
        "ended_by": flags.get("ground"),
        "chair_name": flags.get("chair_name"),
        **of_request_to_end(case),
    }


def of_request_to_end(case: Case) -> dict[str, Any]:
    """What the administrator said of the estate when he asked for the end (EBL 43(4), 120)."""
    if not case.flags.get("termination_asked_on"):
        return {}
    asked = last_step_of(case, "request_termination_43", "request_termination_120")
    if asked is None:
        return {}
    if asked.step == "request_termination_120":
        return {"termination_article": "120"}
    sums = {name: fen_from(asked.payload[name]) for name in ("estate_fen", "expenses_fen")}
    return {"termination_article": "43", **sums}


def of_ruling_on_plan(case: Case, step: str) -> dict[str, Any]:
    """Where the step is a ruling on a plan: the plan, and the last vote on it with its figures."""
    session = object_session(case)
    if session is None or step not in PLANS:
        return {}
    matter, proposal = PLANS[step]
    proposed = last_step_of(case, proposal)
    told: dict[str, Any] = {"plan_text": proposed.payload.get("plan")} if proposed else {}
    vote = session.scalar(
        select(Resolution)
        .where(Resolution.case_id == case.id, Resolution.matter == matter)
        .order_by(Resolution.serial.desc())
        .limit(1)
    )
    if vote is None:
        return told
    figures = {name: getattr(vote, name) for name in ("present", "for_heads", "for_fen", "total_fen")}
    return told | {"plan_vote": {"meeting": vote.meeting.serial, "on": vote.voted_on, **figures}}


def fen_from(yuan: Any) -> int:
    """A sum in fen, from yuan as the docket writes them."""
    return int(Decimal(str(yuan)) * 100)


def of_document(document: Document) -> dict[str, Any]:
    """A correction names the paper that it corrects."""
    return {
        "corrected_number": document.number,
        "corrected_title": form_of(document.kind).title,
        "corrected_on": document.made_on,
    }


def of_claim(claim: Claim) -> dict[str, Any]:
    """Whose claim it is, its number and sums."""
    return {
        "claim_serial": claim.serial,
        "creditor": claim.party.name,
        "class_of_claim": claim.claim_class,
        "claimed_fen": claim.filed_fen,
        "verified_on": claim.verified_on,
    }


def of_resolution(resolution: Resolution) -> dict[str, Any]:
    """What was resolved, when; who asks for its revocation, why (EBL 64(2))."""
    told = meetings.of_resolution(resolution)
    asked = last_step_of(resolution, "request_revocation")
    if asked is None:
        return told
    return told | {
        "revocation_creditor": asked.payload["creditor"],
        "revocation_asked_on": asked.payload.get("posted_on") or asked.effective_on,
        "revocation_ground": REVOCATION_GROUNDS.get(asked.payload["ground"]),
        "revocation_harm": asked.payload["harm"],
    }


def of_asset(asset: Asset) -> dict[str, Any]:
    """Which asset it is."""
    return {"asset_name": asset.name}


def of_deliberation(deliberation: Deliberation) -> dict[str, Any]:
    """What the committee asks the court about, and against whom (EBL 68(3))."""
    return {
        "decision_subject": deliberation.subject,
        "resisting": deliberation.resisting,
        "refused_what": deliberation.refused_what,
        "asked_on": deliberation.asked_on,
        "granted": deliberation.state == DeliberationState.ORDERED,
    }


def of_inspection(inspection: Inspection) -> dict[str, Any]:
    """What the creditor wants to inspect, and why he was not given it (I3-10)."""
    asked = last_step_of(inspection, "ask_court_for_papers")
    return {
        "creditor": inspection.party.name,
        "inspection_asked_on": inspection.requested_on,
        "papers_asked": inspection.kinds,
        "which_papers": inspection.which,
        "refused_on": inspection.refused_on,
        "refusal_reason": inspection.refusal,
        "grounds": asked.payload["grounds"] if asked else None,
        "granted": inspection.state == InspectionState.ORDERED,
    }


ABOUT: dict[type, Callable[[Any], dict[str, Any]]] = {
    Document: of_document,
    Claim: of_claim,
    Meeting: meetings.of_meeting,
    Motion: of_motion,
    Resolution: of_resolution,
    Asset: of_asset,
    Avoidance: answers.of_avoidance,
    Deliberation: of_deliberation,
    Disposal: answers.of_disposal,
    Inspection: of_inspection,
    SetOff: answers.of_set_off,
    Retrieval: answers.of_retrieval,
    Appointment: of_appointment,
    Committee: meetings.of_committee,
    Submission: of_submission,
    Selection: of_selection,
    Remuneration: fees.of_remuneration,
    Instalment: fees.of_instalment,
    CollateralFee: fees.of_collateral_fee,
    CourtFee: fees.of_court_fee,
}
