"""What a paper about remuneration or the court fee knows of it: brackets, sums, who is paid."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import object_session

from models import Appointment, Case, CaseEvent, CollateralFee, CourtFee, Instalment, Remuneration
from models.vocabulary import CourtFeeState, InstalmentState
from workflows.calculations.court_fee import bankruptcy_fee
from workflows.calculations.money import yuan, yuan_exactly
from workflows.calculations.remuneration_fixing import (
    at_rates,
    legal_cap,
    legal_collateral_cap,
    rates_from,
)
from workflows.calculations.slicing import Part, percentage
from workflows.law.scales import BANKRUPTCY_FEE_PART, WAN, Slice
from workflows.law.settings import read_settings

Told = dict[str, Any]


def rows(parts: Iterable[Part]) -> list[Told]:
    """Slices as a paper lists them: name, rate in percent, the part of the value, what is due, exactly."""
    return [
        {
            "slice": name_of(one.slice),
            "rate": percentage(one.share),
            "part": yuan(one.part_fen),
            "due": yuan_exactly(one.due_fen),
        }
        for one in parts
    ]


def name_of(one: Slice) -> str:
    """A slice as a paper names it, its bounds in 万 of yuan: the tables of a paper are narrow."""
    over, to = one.over_fen // WAN, None if one.to_fen is None else one.to_fen // WAN
    if to is None:
        return f"超过{over}万元的部分"
    return f"超过{over}万元至{to}万元的部分" if over else f"不超过{to}万元的部分"


def of_payee(remuneration: Remuneration) -> Told:
    """Whose remuneration it is, since when he holds the office."""
    party = remuneration.party
    return {
        "remuneration_payee": party.name,
        "payee_kind": party.kind.value,
        "appointed_on": party.from_on,
        "planned_on": remuneration.planned_on,
        "several": is_one_of_several(remuneration),
    }


def is_one_of_several(remuneration: Remuneration) -> bool:
    """Whether another administrator of the case has a remuneration too (AR 16)."""
    session = object_session(remuneration)
    if session is None:
        return False
    other = select(Remuneration.id).where(
        Remuneration.case_id == remuneration.case_id, Remuneration.id != remuneration.id
    )
    return session.scalar(other.limit(1)) is not None


def of_remuneration(remuneration: Remuneration) -> Told:
    """The plan or the final amount slice by slice; the objection, if there was one."""
    final = remuneration.base_fen is not None
    base = remuneration.forecast_fen if remuneration.base_fen is None else remuneration.base_fen
    found = at_rates(base, rates_from(remuneration.rates))
    return {
        **of_payee(remuneration),
        "decides": "final" if final else "plan",
        "basis_fen": base,
        "brackets": rows(found.parts),
        "reckoned_fen": found.fen,
        "planned_fen": remuneration.planned_fen,
        "legal_cap_fen": legal_cap(base, remuneration.local_percent).fen,
        "collected": remuneration.collection.zh,
        "stages": remuneration.stages,
        "collateral": remuneration.collateral,
        "competitive": remuneration.competitive,
        "factors": remuneration.factors,
        **of_objection(remuneration),
    }


def of_objection(remuneration: Remuneration) -> Told:
    """What the creditors' meeting objected last, and what the administrator answered since (AR 17, 18)."""
    objected = last_event(remuneration, "object_to_remuneration")
    if objected is None:
        return {}
    explained = last_event(remuneration, "explain_remuneration")
    heard = last_event(remuneration, "hear_objection")
    answered = explained is not None and explained.position > objected.position
    return {
        "objected_on": objected.effective_on,
        "objection_request": objected.payload["request"],
        "objection_reason": objected.payload["reason"],
        "explanation": explained.payload["explanation"] if explained and answered else None,
        "heard_on": heard.effective_on if heard and heard.position > objected.position else None,
    }


DECIDED = {InstalmentState.REFUSED: "refusal", InstalmentState.RECALLED: "withdrawal"}
"""What a decision on an application says, where it does not allow a payment."""


def last_event(remuneration: Remuneration, step: str) -> CaseEvent | None:
    """The last of the steps of that name, as the docket keeps it."""
    session = object_session(remuneration)
    if session is None:
        return None
    return session.scalar(
        select(CaseEvent)
        .where(
            CaseEvent.case_id == remuneration.case_id,
            CaseEvent.machine == "remuneration",
            CaseEvent.subject_id == remuneration.id,
            CaseEvent.step == step,
        )
        .order_by(CaseEvent.position.desc())
        .limit(1)
    )


def of_instalment(instalment: Instalment) -> Told:
    """What was asked for, and how much had been allowed before."""
    remuneration = instalment.remuneration
    withdrawn = instalment.state == InstalmentState.RECALLED
    return {
        **of_payee(remuneration),
        "decides": DECIDED.get(InstalmentState(instalment.state), "payment"),
        **({"allowed_fen": instalment.allowed_fen} if withdrawn else {}),
        "requested_on": instalment.asked_on,
        "collect_on": instalment.collect_on,
        "asked_fen": instalment.asked_fen,
        "work": instalment.work,
        "limit_fen": remuneration.limit_fen,
        "paid_before_fen": allowed_before(instalment),
    }


def allowed_before(instalment: Instalment) -> int:
    """What the other applications about the same remuneration were allowed, in fen."""
    session = object_session(instalment)
    if session is None:
        return 0
    sums = session.scalars(
        select(Instalment.allowed_fen).where(
            Instalment.remuneration_id == instalment.remuneration_id,
            Instalment.id != instalment.id,
            Instalment.allowed_fen.is_not(None),
        )
    )
    return sum(one or 0 for one in sums)


def of_collateral_fee(fee: CollateralFee) -> Told:
    """The collateral, its creditor, the cap (AR 13)."""
    base = min(fee.value_fen or 0, fee.claim_fen or 0)
    local = int(read_settings(fee.case.court.settings)["remuneration_local_percent"])
    cap = legal_collateral_cap(base, base, local)
    office = office_in(fee.case)
    return {
        "decides": "collateral",
        "remuneration_payee": office.party.name if office else None,
        "appointed_on": office.appointed_on if office else None,
        "asset_name": fee.asset.name,
        "creditor": fee.claim.party.name,
        "work": fee.work,
        "basis_fen": base,
        "brackets": rows(cap.parts),
        "legal_cap_fen": cap.fen,
        "several": False,
    }


def office_in(case: Case) -> Appointment | None:
    """The administrator's latest office."""
    session = object_session(case)
    if session is None:
        return None
    return session.scalar(
        select(Appointment).where(Appointment.case_id == case.id).order_by(Appointment.serial.desc()).limit(1)
    )


def of_court_fee(fee: CourtFee) -> Told:
    """The fee slice by slice (FEE 13①, 14⑥)."""
    if fee.state == CourtFeeState.WAIVED:
        return {}
    found = bankruptcy_fee(fee.base_fen)
    half = found.full_fen * BANKRUPTCY_FEE_PART
    return {
        "basis_fen": fee.base_fen,
        "fee_rule": fee.base_rule.zh,
        "brackets": [
            row | {"rate": rate_of(one)} for row, one in zip(rows(found.parts), found.parts, strict=True)
        ],
        "fee_full": yuan_exactly(found.full_fen),
        "fee_half": yuan_exactly(half),
        "fee_at_most": found.at_most,
        "fee_fen": fee.amount_fen,
    }


def rate_of(part: Part) -> str:
    """The rate of a slice of the fee's scale; a flat one has none."""
    return "定额" if part.slice.flat_fen is not None else f"{percentage(Fraction(part.share))}%"
