"""What the steps of the administrator's office do, and of what he asks and reports."""

from collections.abc import Callable
from typing import cast

from court_app.services.administrators.selection_effects import entry_for, use_selection
from court_app.services.claims.claim_effects import claims_in
from court_app.services.procedure import parts
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.step_records import Taken
from court_app.services.searching_keys import keys_of
from models import Appointment, Party, Submission
from models.vocabulary import ClaimState, PartyRole


def appointment_of(taken: Taken) -> Appointment:
    """The office whose step it is."""
    return cast(Appointment, taken.subject)


def submission_of(taken: Taken) -> Submission:
    """The request or report whose step it is."""
    return cast(Submission, taken.subject)


def open_appointment(taken: Taken) -> None:
    """The administrator whom the acceptance appoints takes office the same day (EBL 13)."""
    taken.occasion.session.flush()
    parts.begin_within(taken, "appointments", "appoint", {})


def replace_administrator(taken: Taken) -> None:
    """The old administrator's role ends, the new one's begins, each today (AA-32 to 38)."""
    office, data = appointment_of(taken), taken.data
    office.ended_on = taken.on
    office.party.until_on = taken.on
    old = office.party.name
    owing = [*taken.case.flags.get("handing_over", []), office.party_id]
    taken.case.flags = {**taken.case.flags, "handing_over": owing}
    entry = entry_for(taken, data["administrator_name"])
    taken.case.parties.append(
        Party(
            role=PartyRole.ADMINISTRATOR,
            kind=data["administrator_kind"],
            name=data["administrator_name"],
            name_keys=keys_of(data["administrator_name"]),
            legal_representative=data["administrator_head"],
            representative_title="负责人",
            domicile=data["administrator_address"],
            service_address=data["administrator_address"],
            phone=data["administrator_phone"],
            administrator_id=entry,
            from_on=taken.on,
            agents=[],
        )
    )
    taken.occasion.session.flush()
    use_selection(taken)
    parts.begin_within(taken, "appointments", "appoint", {})
    taken.found.update(old_administrator=old, ex_officio=taken.row.name == "replace_ex_officio")


def end_handover(taken: Taken) -> None:
    """Who has handed over has no more part in the case (AA-37)."""
    party_id = appointment_of(taken).party_id
    owing = [one for one in taken.case.flags.get("handing_over", []) if one != party_id]
    taken.case.flags = {**taken.case.flags, "handing_over": owing}


def close_office(taken: Taken) -> None:
    """The office and the role end; what is left to him is his last report, until his seal is destroyed."""
    office = appointment_of(taken)
    office.ended_on = office.party.until_on = taken.on
    last = [*taken.case.flags.get("last_report", []), office.party_id]
    taken.case.flags = {**taken.case.flags, "last_report": last}


def close_the_last_report(taken: Taken) -> None:
    """Whose seal is destroyed has no more part in the case (AA 29(2))."""
    party_id = appointment_of(taken).party_id
    last = [one for one in taken.case.flags.get("last_report", []) if one != party_id]
    taken.case.flags = {**taken.case.flags, "last_report": last}


def end_appointment(taken: Taken) -> None:
    """A step of the case ends the office that holds (EBL 122; or the debtor goes on by itself)."""
    office = CaseContents(taken.occasion.session, taken.case).appointment()
    if office is not None:
        parts.take_within(taken, office, "end")


def retain_appointment(taken: Taken) -> None:
    """Pending suits keep the administrator in office (EBL 122)."""
    office = CaseContents(taken.occasion.session, taken.case).appointment()
    if office is not None:
        parts.take_within(taken, office, "retain")
    pending = claims_in(taken.occasion, taken.case, ClaimState.SUED, ClaimState.ARBITRATED)
    taken.found["pending_suits"] = [
        {
            "creditor": claim.party.name,
            "serial": claim.serial,
            "forum": claim.flags.get("forum", ""),
            "reference": claim.flags.get("reference", ""),
        }
        for claim in pending
    ]


def record_answer(taken: Taken) -> None:
    """What the court answered."""
    submission = submission_of(taken)
    submission.answer, submission.answered_on = taken.data["answer"], taken.on


def record_noting(taken: Taken) -> None:
    """When the court took note."""
    submission = submission_of(taken)
    submission.answer, submission.answered_on = taken.data["remark"], taken.on


OFFICE_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "open_appointment": open_appointment,
    "replace_administrator": replace_administrator,
    "end_handover": end_handover,
    "close_office": close_office,
    "close_the_last_report": close_the_last_report,
    "end_appointment": end_appointment,
    "retain_appointment": retain_appointment,
    "record_answer": record_answer,
    "record_noting": record_noting,
}
