"""What steps know of the administrator's office, of what he asks, and of how he was chosen."""

from collections.abc import Mapping
from typing import Any

from court_app.services.procedure.earlier_steps import last_step_of
from models import (
    Appointment,
    Selection,
    Submission,
)
from models.vocabulary import (
    AdministratorGrade,
    AppointmentState,
    ExclusionGround,
    SubmissionState,
)
from workflows.law.citations import cite, together


def of_appointment(appointment: Appointment) -> dict[str, Any]:
    """Whose office it is; what was asked about it, and what he answered (AA-31, 35)."""
    told: dict[str, Any] = {
        "old_administrator": appointment.party.name,
        "old_administrator_kind": appointment.party.kind.value,
        "appointed_on": appointment.appointed_on,
        "granted": appointment.state == AppointmentState.REPLACED,
    }
    if appointment.state == AppointmentState.ENDED:
        struck = last_step_of(appointment.case, "deregister")
        told |= {
            "ended_on": appointment.ended_on,
            "deregistered_on": struck.effective_on if struck else None,
        }
    asked = last_step_of(appointment, "request_replacement", "resign")
    if asked is None:
        return told
    explained = last_step_of(appointment, "explain")
    return told | {
        "office_asked_by": asked.step,
        "office_asked_on": asked.effective_on,
        "office_asked_reason": asked.payload["reason"],
        "explanation": explained.payload["explanation"] if explained else None,
    }


def of_submission(submission: Submission) -> dict[str, Any]:
    """What was asked."""
    return {
        "request_kind": submission.kind,
        "request_subject": submission.subject,
        "requested_on": submission.submitted_on,
        "granted": submission.state == SubmissionState.GRANTED,
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
