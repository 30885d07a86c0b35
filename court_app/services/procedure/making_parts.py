"""How a new part of a case is made of what was supplied with the step that begins it."""

from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import select

from court_app.errors import BadInput
from court_app.services.occasion import Occasion
from court_app.services.procedure.step_records import Beginning
from models import (
    Appointment,
    Asset,
    Avoidance,
    Case,
    Claim,
    Meeting,
    Motion,
    Resolution,
    Retrieval,
    SetOff,
    Spending,
    Submission,
)
from models.vocabulary import (
    PartyRole,
    SetOffDebt,
)
from workflows.law.retrieval import RETRIEVAL_FINDINGS
from workflows.law.set_off import SET_OFF_FINDINGS
from workflows.text import Text


def put(part: Any, values: Mapping[str, Any], *names: str) -> None:
    """Copy values into a part."""
    for name in names:
        setattr(part, name, values[name])


def asset_named(begun: Beginning, serial: int | None) -> Asset | None:
    """The asset of the case that a new part names; see `asset_in`."""
    return asset_in(begun.occasion, begun.case, serial)


def asset_in(occasion: Occasion, case: Case, serial: int | None) -> Asset | None:
    """The asset of the case that secures a claim (EBL 109).

    Raises:
        BadInput: if the case has none of that number.
    """
    if serial is None:
        return None
    asset = occasion.session.scalar(select(Asset).where(Asset.case_id == case.id, Asset.serial == serial))
    if asset is None:
        raise BadInput({"asset_serial": [Text("本案没有第{serial}号财产。", serial=serial)]})
    return asset


def make_meeting(begun: Beginning) -> None:
    """A meeting as it is called."""
    meeting = cast(Meeting, begun.part)
    put(meeting, begun.data, "form", "called_by", "planned_on", "time", "place", "agenda", "proposers")
    meeting.present, meeting.present_fen, meeting.minutes, meeting.chair = 0, 0, "", ""
    meeting.working = []


def make_motion(begun: Beginning) -> None:
    """A motion as it is put to the vote."""
    motion, data = cast(Motion, begun.part), begun.data
    motion.meeting = meeting_named(begun)
    put(motion, data, "matter", "group", "small_up_to_fen", "subject", "content", "closes_on")
    put(motion, data, "unaffected", "unaffected_because", "consultation", "investors", "rights_by")
    motion.put_on, motion.working, motion.remuneration = begun.on, [], []


def meeting_named(begun: Beginning) -> Meeting:
    """The meeting of the case that is named; a guard has seen that it is there."""
    return begun.occasion.session.scalars(
        select(Meeting).where(
            Meeting.case_id == begun.case.id, Meeting.serial == begun.data["meeting_serial"]
        )
    ).one()


def make_resolution(begun: Beginning) -> None:
    """A resolution with the figures of its vote."""
    resolution, data = cast(Resolution, begun.part), begun.data
    resolution.meeting = meeting_named(begun)
    put(resolution, data, "matter", "subject", "present", "for_heads", "for_fen", "total_fen")
    resolution.group, resolution.voted_on = data.get("group"), begun.on


def make_asset(begun: Beginning) -> None:
    """An asset as it was found."""
    asset, data = cast(Asset, begun.part), begun.data
    put(asset, data, "kind", "origin", "name", "location", "book_fen", "encumbrance")
    asset.major = data["major"] or data["kind"].is_real_estate
    asset.found_on, asset.received_fen, asset.buyer, asset.appraiser = begun.on, 0, "", ""
    asset.set_off_fen = 0


def make_avoidance(begun: Beginning) -> None:
    """An act of the debtor as it was found."""
    avoidance = cast(Avoidance, begun.part)
    put(
        avoidance,
        begun.data,
        "ground",
        "counterparty",
        "act",
        "act_on",
        "amount_fen",
        "insolvent_then",
        "exception",
        "evidence",
        "income",
    )
    avoidance.found_on, avoidance.returned_fen = begun.on, 0
    anchor, taken = begun.data["anchor_on"], begun.data["misappropriated"]
    told = {"anchor_on": anchor.isoformat() if anchor else None, "misappropriated": taken or None}
    avoidance.flags = {name: value for name, value in told.items() if value}
    avoidance.forum = avoidance.reference = ""


def make_set_off(begun: Beginning) -> None:
    """A set-off as its notice says, or as the administrator found or declared it."""
    set_off, data = cast(SetOff, begun.part), begun.data
    put(set_off, data, "asserted_fen", "debt", "debt_on", "evidence")
    set_off.debt_kind = data.get("debt_kind", SetOffDebt.ORDINARY)
    set_off.by_administrator = "benefits_estate" in data
    set_off.object_until_on, set_off.opinion = data.get("object_until_on"), data.get("opinion", "")
    set_off.received_on, set_off.debt_fen = data.get("made_on", begun.on), data.get("debt_fen", 0)
    set_off.extinguished_fen, set_off.grounds, set_off.working = 0, [], []
    set_off.objection = set_off.forum = set_off.reference = set_off.late_reason = set_off.acquired_from = ""
    if "made_on" in data:
        put(set_off, data, *SET_OFF_FINDINGS, "creditor", "insolvent_then")
        set_off.debt_fen = data["asserted_fen"]
        return
    set_off.claim, set_off.asset = claim_of_case(begun, data), asset_named(begun, data["asset_serial"])
    set_off.creditor = set_off.claim.party.name


def claim_of_case(begun: Beginning, data: Mapping[str, Any]) -> Claim:
    """The claim that a set-off names; a check has seen that it is there."""
    return begun.occasion.session.scalars(
        select(Claim).where(Claim.case_id == begun.case.id, Claim.serial == data["claim_serial"])
    ).one()


def make_retrieval(begun: Beginning) -> None:
    """A claim to property as its owner makes it; late if the realisation plan was proposed before (I2-26)."""
    retrieval, data = cast(Retrieval, begun.part), begun.data
    put(retrieval, data, "owner", "contact", "ground", "claimed_property", "value_fen")
    put(retrieval, data, "title_basis", "by_judgment", *RETRIEVAL_FINDINGS)
    retrieval.asset, retrieval.claimed_on = asset_named(begun, data["asset_serial"]), begun.on
    retrieval.costs_fen = retrieval.delay_costs_fen = retrieval.refund_fen = retrieval.costs_paid_fen = 0
    retrieval.refund_paid_fen = retrieval.apart_fen = retrieval.proceeds_given_fen = 0
    retrieval.opinion = retrieval.forum = retrieval.reference = retrieval.received_by = ""
    retrieval.working = []
    if begun.case.flags.get("realisation_plan"):
        retrieval.flags = {**retrieval.flags, "late": True}


def make_spending(begun: Beginning) -> None:
    """An expense or debt of common benefit as it was asked for, or spent alone."""
    spending, data = cast(Spending, begun.part), begun.data
    put(spending, data, "kind", "payee", "purpose", "amount_fen", "ground", "evidence")
    spending.requested_on = begun.on
    spending.due_on, spending.reported_on = data.get("due_on"), data.get("reported_on")
    spending.approved_fen = spending.paid_fen = spending.returned_fen = 0
    spending.decision = spending.reference = ""
    spending.asked_by_id = begun.occasion.user.id if begun.occasion.user else None
    spending.submission = submission_named(begun, data.get("submission_serial"))
    spending.common_ground = data["common_ground"]


def submission_named(begun: Beginning, serial: int | None) -> Submission | None:
    """The administrator's request to the court that a spending goes back to.

    Raises:
        BadInput: if the case has no such request.
    """
    if serial is None:
        return None
    found = begun.occasion.session.scalar(
        select(Submission).where(Submission.case_id == begun.case.id, Submission.serial == serial)
    )
    if found is None or not found.kind.is_request:
        raise BadInput({"submission_serial": [Text("本案没有第{serial}号请示。", serial=serial)]})
    return found


def make_appointment(begun: Beginning) -> None:
    """An office of the administrator who is now a party of the case."""
    appointment = cast(Appointment, begun.part)
    appointment.party = begun.case.parties_as(PartyRole.ADMINISTRATOR)[-1]
    appointment.appointed_on = begun.on


def make_submission(begun: Beginning) -> None:
    """What the administrator asks or reports."""
    submission = cast(Submission, begun.part)
    put(submission, begun.data, "kind", "subject", "text", "amount_fen")
    submission.submitted_on, submission.answer = begun.on, ""
