"""How a new claim is made of what was filed, and the creditor with it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from sqlalchemy import inspect, select

from court_app.errors import BadInput
from court_app.services.claims.claim_ranks import record_rank
from court_app.services.joint_debts.making_joint_parties import state_debt
from court_app.services.occasion import Occasion
from court_app.services.procedure.making_parts import asset_in, put
from court_app.services.procedure.step_records import Beginning
from court_app.services.searching_keys import keys_of
from models import (
    Case,
    Claim,
    ClaimFigure,
    Party,
)
from models.vocabulary import (
    ClaimClass,
    ConditionKind,
    DebtorStanding,
    FigureKind,
    PartyKind,
    PartyRole,
)
from workflows.law.settings import read_settings
from workflows.text import Text


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
