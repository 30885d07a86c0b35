"""What the steps of the committee, of major acts reported beforehand and of inspections do."""

from collections.abc import Callable
from typing import cast

from court_app.services.meetings.making_supervision import seat
from court_app.services.procedure import parts
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.step_records import Taken
from models import Committee, Deliberation, Disposal, Inspection
from models.vocabulary import ResolutionMatter


def committee_of(taken: Taken) -> Committee:
    """The committee whose step it is."""
    return cast(Committee, taken.subject)


def deliberation_of(taken: Taken) -> Deliberation:
    """The committee's decision whose step it is."""
    return cast(Deliberation, taken.subject)


def disposal_of(taken: Taken) -> Disposal:
    """The reported act whose step it is."""
    return cast(Disposal, taken.subject)


def inspection_of(taken: Taken) -> Inspection:
    """The request to inspect whose step it is."""
    return cast(Inspection, taken.subject)


def recognise_members(taken: Taken) -> None:
    """Who was chosen takes his seat today, who was to leave loses it today (EBL 67(2))."""
    committee = committee_of(taken)
    tell_members(taken, recognised=True)
    for member in committee.coming:
        member.recognised_on = taken.on
    for member in committee.going:
        member.until_on = taken.on
    committee.recognised_on = committee.recognised_on or taken.on


def refuse_members(taken: Taken) -> None:
    """Who was chosen does not take a seat; who was to leave stays (EBL 67(2))."""
    committee = committee_of(taken)
    tell_members(taken, recognised=False)
    for member in committee.coming:
        member.until_on = taken.on
    for member in committee.going:
        member.leaving = False


def tell_members(taken: Taken, *, recognised: bool) -> None:
    """Whom the decision is about: it names those who come and those who go."""
    committee = committee_of(taken)
    coming, going = committee.coming, committee.going
    chosen_by = (coming[0].resolution if coming else None) or committee.resolution
    taken.found.update(
        recognised=recognised,
        members=[{"name": one.name, "person": one.person, "kind": one.kind} for one in coming],
        leaving_members=[one.name for one in going],
        resolution_subject=chosen_by.subject,
        resolved_on=chosen_by.voted_on,
        meeting_number=chosen_by.meeting.serial,
    )


def name_sitting_members(taken: Taken) -> None:
    """Who sits on the committee on the day of its report (I3-14)."""
    sitting = committee_of(taken).members_on(taken.on)
    taken.found.update(
        members=[{"name": one.name, "person": one.person, "kind": one.kind} for one in sitting]
    )


def replace_members(taken: Taken) -> None:
    """The meeting names who goes and who comes; both wait for the court (EBL 61(1)④, 67(2))."""
    committee, data = committee_of(taken), taken.data
    contents = CaseContents(taken.occasion.session, taken.case)
    resolution = contents.resolution(data["resolution_serial"])
    leaving = set(data["leaving"])
    for member in committee.members_on(taken.on):
        member.leaving = member.position in leaving
    if resolution is not None:
        seat(committee, contents, data["members"], resolution)


def delegate_powers(taken: Taken) -> None:
    """What the committee may decide for the meeting from now on (I3-13)."""
    matters = taken.data["matters"]
    committee_of(taken).delegated = [matter.value for matter in ResolutionMatter if matter in matters]


def end_committee(taken: Taken) -> None:
    """The seats end with the committee."""
    committee = committee_of(taken)
    committee.ended_on = taken.on
    for member in committee.members:
        member.until_on = member.until_on or taken.on


def dissolve_committee(taken: Taken) -> None:
    """A step of the case that ends it ends its committee."""
    committee = CaseContents(taken.occasion.session, taken.case).committee()
    if committee is not None:
        parts.take_within(taken, committee, "dissolve")


def record_request_of_committee(taken: Taken) -> None:
    """Who refuses to be supervised in what, and when the court was asked (EBL 68(3))."""
    deliberation, data = deliberation_of(taken), taken.data
    deliberation.resisting, deliberation.refused_what = data["resisting"], data["refused_what"]
    deliberation.asked_on = taken.on


def record_supervision_decided(taken: Taken) -> None:
    """When the court decided."""
    deliberation_of(taken).ruled_on = taken.on


def record_question(taken: Taken) -> None:
    """What the committee wants explained."""
    disposal = disposal_of(taken)
    disposal.flags = {**disposal.flags, "question": taken.data["question"]}


def record_explanation(taken: Taken) -> None:
    """What the administrator answered."""
    disposal_of(taken).explanation = taken.data["explanation"]


def record_disposal_objection(taken: Taken) -> None:
    """By which decision, and why, the committee wants the act corrected (I3-15(3))."""
    disposal, contents = disposal_of(taken), CaseContents(taken.occasion.session, taken.case)
    disposal.decision = contents.deliberation(taken.data["decision_serial"])
    disposal.objection = taken.data["reason"]


def record_stop(taken: Taken) -> None:
    """When the court stopped the act: what passes it again is voted on after that (I3-15(4))."""
    disposal_of(taken).stopped_on = taken.on


def record_act_done(taken: Taken) -> None:
    """When the act was done."""
    disposal_of(taken).done_on = taken.on


def record_papers_given(taken: Taken) -> None:
    """What was given, and how secrets are kept (I3-10(2))."""
    inspection, data = inspection_of(taken), taken.data
    inspection.given, inspection.given_on = data["given"], taken.on
    inspection.undertaking = data["undertaking"]


def record_papers_refused(taken: Taken) -> None:
    """Why the administrator does not give them."""
    inspection = inspection_of(taken)
    inspection.refusal, inspection.refused_on = taken.data["reason"], taken.on


def record_papers_asked_of_court(taken: Taken) -> None:
    """When the creditor asked the court."""
    inspection_of(taken).asked_on = taken.on


COMMITTEE_EFFECTS: dict[str, Callable[[Taken], None]] = {
    effect.__name__: effect
    for effect in (
        recognise_members,
        refuse_members,
        name_sitting_members,
        replace_members,
        delegate_powers,
        end_committee,
        dissolve_committee,
        record_request_of_committee,
        record_supervision_decided,
        record_question,
        record_explanation,
        record_disposal_objection,
        record_stop,
        record_act_done,
        record_papers_given,
        record_papers_refused,
        record_papers_asked_of_court,
    )
}
