"""How a committee, its decisions, reports of major acts and inspections are made of what was supplied."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.making_parts import put
from court_app.services.procedure.step_records import Beginning
from models import (
    Committee,
    CommitteeMember,
    CommitteeVote,
    Deliberation,
    Disposal,
    Inspection,
    Party,
    Resolution,
)
from models.vocabulary import Addressee, MemberKind, Undertaking
from workflows.calculations.committee import count
from workflows.guards.committees import in_office
from workflows.payloads.serials import serials_of
from workflows.text import freeze


def contents_of(begun: Beginning) -> CaseContents:
    """What lies in the case of the part that begins."""
    return CaseContents(begun.occasion.session, begun.case)


def make_committee(begun: Beginning) -> None:
    """A committee as the meeting chose it; its members wait for the court."""
    committee, contents = cast(Committee, begun.part), contents_of(begun)
    resolution = contents.resolution(begun.data["resolution_serial"])
    committee.resolution = cast(Resolution, resolution)
    committee.chosen_on, committee.delegated = begun.on, []
    seat(committee, contents, begun.data["members"], committee.resolution)


def seat(
    committee: Committee, contents: CaseContents, chosen: Iterable[Mapping[str, Any]], by: Resolution
) -> None:
    """Add members whom a resolution chooses, each with the next number."""
    for place, member in enumerate(chosen, len(committee.members) + 1):
        claim = contents.claim(member["claim_serial"]) if member["kind"] == MemberKind.CREDITOR else None
        committee.members.append(
            CommitteeMember(
                position=place,
                kind=member["kind"],
                party=claim.party if claim else None,
                person=member["person"],
                contact=member["contact"],
                resolution=by,
                leaving=False,
            )
        )


def make_deliberation(begun: Beginning) -> None:
    """A decision of the committee with its votes and how they were counted."""
    deliberation, data = cast(Deliberation, begun.part), begun.data
    put(deliberation, data, "power", "subject", "text", "form", "minutes")
    deliberation.committee = cast(Committee, contents_of(begun).committee())
    deliberation.decided_on, deliberation.refused_what = begun.on, ""
    result = count(vote["vote"] for vote in data["votes"])
    deliberation.members, deliberation.yes = result.members, result.yes
    deliberation.working = [freeze(line) for line in result.working]
    seats = {one.position: one for one in deliberation.committee.members_on(begun.on)}
    deliberation.votes = [
        CommitteeVote(member=seats[vote["member"]], vote=vote["vote"], dissent=vote["dissent"])
        for vote in sorted(data["votes"], key=lambda vote: vote["member"])
    ]


def make_disposal(begun: Beginning) -> None:
    """A major act as it was reported: to the committee, or to the court if there is none (EBL 69)."""
    disposal, data, contents = cast(Disposal, begun.part), begun.data, contents_of(begun)
    put(disposal, data, "act", "subject", "text", "amount_fen", "planned_on")
    disposal.reported_on, disposal.objection, disposal.explanation = begun.on, "", ""
    to_committee = in_office(contents.committee(), begun.on)
    disposal.addressee = Addressee.COMMITTEE if to_committee else Addressee.COURT
    disposal.assets = list(contents.assets_numbered(serials_of(data["asset_serials"])))


def make_inspection(begun: Beginning) -> None:
    """A creditor's request to inspect papers (I3-10)."""
    inspection, data = cast(Inspection, begun.part), begun.data
    inspection.party = begun.occasion.session.get_one(Party, data["creditor_id"])
    inspection.papers = [paper.value for paper in dict.fromkeys(data["papers"])]
    inspection.which, inspection.requested_on = data["which"], begun.on
    inspection.refusal = inspection.given = ""
    inspection.undertaking = Undertaking.NONE
