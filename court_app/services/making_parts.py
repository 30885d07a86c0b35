"""How a new part of a case is made of what was supplied with the step that begins it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from sqlalchemy import inspect, select

from court_app.errors import BadInput
from court_app.services.claim_ranks import record_rank
from court_app.services.making_joint_parties import state_debt
from court_app.services.occasion import Occasion
from court_app.services.searching_keys import keys_of
from court_app.services.steps import Beginning
from models import (
    Appointment,
    Asset,
    Avoidance,
    Case,
    Claim,
    ClaimFigure,
    Meeting,
    Motion,
    Party,
    Resolution,
    Retrieval,
    SetOff,
    Spending,
    Submission,
)
from models.vocabulary import (
    ClaimClass,
    ConditionKind,
    DebtorStanding,
    FigureKind,
    PartyKind,
    PartyRole,
    SetOffDebt,
)
from workflows.law.retrieval import RETRIEVAL_FINDINGS
from workflows.law.set_off import SET_OFF_FINDINGS
from workflows.law.settings import read_settings
from workflows.text import Text


def put(part: Any, values: Mapping[str, Any], *names: str) -> None:
    """Copy values into a part."""
    for name in names:
        setattr(part, name, values[name])


def make_claim(begun: Beginning) -> None:
    """A claim as it was filed, or an employee's claim as the administrator found it."""
    claim, data = cast(Claim, begun.part), begun.data
    claim.filed_on, claim.filed_fen, claim.set_off_fen = begun.on, data["filed_fen"], 0
    claim.basis, claim.figures, claim.plan_received_fen = data["basis"], figures_of(data), 0
    employee = "publicised_on" in data
    claim.party = creditor_of(begun, PartyKind.PERSON if employee else PartyKind.ENTERPRISE)
    if employee:
        claim.claim_class, claim.admitted_fen = ClaimClass.EMP, data["filed_fen"]
        admit_as_listed(claim)
        claim.flags = {"publicised_on": data["publicised_on"].isoformat()}
        if data["manager"]:
            claim.flags = {**claim.flags, "manager": True}
        claim.evidence = claim.security = claim.opinion = claim.co_debtors = ""
        claim.agent_name = claim.agent_authority = ""
        claim.joint = False
        claim.debtor_as, claim.same_debt_creditor = DebtorStanding.PRINCIPAL, ""
        claim.whole_debt_filed = True
        set_condition(claim, ConditionKind.NONE, "")
        record_rank(claim, read_settings(begun.case.court.settings), data["rank_reason"])
        return
    claim.whole_debt_filed = True
    state_claim(begun.occasion, begun.case, claim, data)
    claim.opinion = ""
    last_day = begun.case.flags.get("claims_deadline")
    if last_day and begun.on > date.fromisoformat(last_day):
        claim.flags = {**claim.flags, "late": True}


def admit_as_listed(claim: Claim) -> None:
    """Every figure of an employee's claim is admitted as the administrator lists it (EBL 48(2))."""
    for figure in claim.figures:
        figure.admitted_fen = figure.filed_fen


def state_claim(occasion: Occasion, case: Case, claim: Claim, data: Mapping[str, Any]) -> None:
    """What a creditor says of his claim, when he files it or corrects it (EBL 49)."""
    put(claim, data, "claim_class", "evidence", "security", "joint", "co_debtors")
    put(claim, data, "agent_name", "agent_authority")
    state_debt(claim, data)
    claim.asset = asset_in(occasion, case, data["asset_serial"])
    set_condition(claim, data["condition_kind"], data["condition"])


def set_condition(claim: Claim, kind: ConditionKind, words: str) -> None:
    """What a claim depends on; its shares are laid aside for a condition, not for a time (EBL 46(1), 117)."""
    claim.condition_kind, claim.condition = kind, words
    others = {name: value for name, value in claim.flags.items() if name != "conditional"}
    claim.flags = {**others, "conditional": True} if kind.lays_aside else others


def figures_of(data: Mapping[str, Any]) -> list[ClaimFigure]:
    """The figures of a claim as filed; one that was not split is one figure."""
    filed = data["figures"] or [{"kind": FigureKind.WHOLE, "filed_fen": data["filed_fen"]}]
    return [ClaimFigure(position=place, **figure) for place, figure in enumerate(filed, 1)]


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


def creditor_of(begun: Beginning, kind: PartyKind) -> Party:
    """The creditor who is named: one of the case, or a new one.

    An enterprise of the case that is typed again is the same creditor; persons may share a name.
    """
    data = begun.data
    if data.get("creditor_id"):
        party = begun.occasion.session.scalar(
            select(Party).where(Party.id == data["creditor_id"], Party.case_id == begun.case.id)
        )
        if party is None or party.role not in {PartyRole.CREDITOR, PartyRole.APPLICANT}:
            raise BadInput({"creditor_id": [Text("本案没有这个债权人。")]})
        return party
    name = data["creditor_name"]
    known = begun.occasion.session.scalar(
        select(Party)
        .where(
            Party.case_id == begun.case.id,
            Party.name == name,
            Party.kind == PartyKind.ENTERPRISE,
            Party.role.in_((PartyRole.CREDITOR, PartyRole.APPLICANT)),
            Party.until_on.is_(None),
        )
        .order_by(Party.id)
        .limit(1)
    )
    if known is not None and kind == PartyKind.ENTERPRISE:
        return known
    party = new_creditor(begun.case, kind, name, begun.on, data["filed_fen"])
    if "parties" in inspect(begun.case).unloaded:
        begun.occasion.session.add(party)  # thousands of creditors are not read to add one
    else:
        begun.case.parties.append(party)
    return party


def new_creditor(case: Case, kind: PartyKind, name: str, on: date, claim_fen: int) -> Party:
    """A creditor who comes into the case with his claim."""
    return Party(
        case_id=case.id,
        role=PartyRole.CREDITOR,
        kind=kind,
        name=name,
        name_keys=keys_of(name),
        from_on=on,
        claim_fen=claim_fen,
        agents=[],
    )


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
    put(motion, data, "unaffected", "unaffected_because", "consultation", "investors")
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
    put(asset, data, "kind", "name", "location", "book_fen", "encumbrance")
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
