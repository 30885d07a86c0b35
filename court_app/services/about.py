"""What a step of a part knows of that part: for its clocks and its papers, as plain values."""

from collections.abc import Callable, Mapping
from typing import Any

from documents.kinds import form_of
from models import Appointment, Asset, Case, Claim, Document, Meeting, Resolution, Selection, Submission
from models.vocabulary import AdministratorGrade, ExclusionGround
from workflows.law.citations import cite, together


def about(subject: Any) -> Mapping[str, Any]:
    """The plain values of a case or a part; nothing for a delivery."""
    told = ABOUT.get(type(subject))
    return told(subject) if told else {}


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
        "chair_name": flags.get("chair_name"),
    }


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


def of_meeting(meeting: Meeting) -> dict[str, Any]:
    """Which meeting it is."""
    return {"meeting_number": meeting.serial, "meeting_on": meeting.held_on or meeting.planned_on}


def of_resolution(resolution: Resolution) -> dict[str, Any]:
    """What was resolved, when."""
    return {
        "resolution_subject": resolution.subject,
        "resolved_on": resolution.voted_on,
        "meeting_number": resolution.meeting.serial,
    }


def of_asset(asset: Asset) -> dict[str, Any]:
    """Which asset it is."""
    return {"asset_name": asset.name}


def of_appointment(appointment: Appointment) -> dict[str, Any]:
    """Whose office it is."""
    return {"old_administrator": appointment.party.name, "appointed_on": appointment.appointed_on}


def of_submission(submission: Submission) -> dict[str, Any]:
    """What was asked."""
    return {
        "request_kind": submission.kind,
        "request_subject": submission.subject,
        "requested_on": submission.submitted_on,
        "granted": submission.state == "GRANTED",
    }


def of_selection(selection: Selection) -> dict[str, Any]:
    """Everything that lets a choice be repeated: the frozen roster, who was left out, what came out."""
    return {
        "selection_serial": selection.serial,
        "selection_method": selection.method,
        "selection_ground": selection.ground,
        "roster_court": selection.roster_court.name if selection.roster_court else "",
        "prepared_on": selection.prepared_on,
        "drawn_on": selection.drawn_on,
        "candidates": [
            {"number": one["number"], "name": one["name"], "grade": AdministratorGrade(one["grade"]).zh}
            for one in selection.candidates
        ],
        "left_out": [left_out(one) for one in selection.candidates if one["ground"]],
        "commitment": selection.commitment,
        "opened_seed": selection.seed,
        "order": selection.ranking,
        "standby_names": [one["name"] for one in selection.waiting],
        "chosen_name": selection.chosen_name,
        "dropped": selection.flags.get("dropped", []),
        "rota_after": selection.flags.get("rota_after"),
        "no_conflict_on": selection.declaration.get("on"),
        "no_conflict_since": selection.declaration.get("since"),
        "committee": selection.flags.get("committee"),
        "witnesses": selection.flags.get("witnesses"),
    }


def left_out(one: Mapping[str, Any]) -> dict[str, Any]:
    """A candidate who was left out, with reason and article."""
    return {
        "number": one["number"],
        "name": one["name"],
        "ground": ExclusionGround(one["ground"]).zh,
        "note": one["note"],
        "basis": together(cite(*one["basis"]), "zh"),
    }


ABOUT: dict[type, Callable[[Any], dict[str, Any]]] = {
    Case: of_case,
    Document: of_document,
    Claim: of_claim,
    Meeting: of_meeting,
    Resolution: of_resolution,
    Asset: of_asset,
    Appointment: of_appointment,
    Submission: of_submission,
    Selection: of_selection,
}
