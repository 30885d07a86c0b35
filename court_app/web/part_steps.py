"""Taking a step of a part of a case, and beginning a new part."""

from functools import partial
from typing import Any

from flask import Blueprint, redirect, request, url_for

from court_app import visit
from court_app.languages import say
from court_app.services.administrators.selecting import proposal
from court_app.services.equalisation.failed_plans import recorded
from court_app.services.fees.fee_proposals import proposal_of
from court_app.services.joint_debts import one_debt_hints
from court_app.services.procedure import parts
from court_app.services.procedure.machines import Part
from court_app.services.procedure.previewing import preview
from court_app.web import avoidances, claims
from court_app.web.asset_choices import receipts_of, rows_of
from court_app.web.part_choices import of_the_case
from court_app.web.part_rows import INSTEAD, may_take
from court_app.web.parts import facts_of, opened, opened_kind, written
from court_app.web.stepping import Answer, StepPage, form_page, posted
from models import Asset, Avoidance, Claim, Investor, Retrieval, SetOff
from workflows.calculations.money import plain
from workflows.law.set_off import SET_OFF_FINDINGS
from workflows.text import Text

blueprint = Blueprint("part_steps", __name__, url_prefix="/cases/<int:case_id>/<part_kind>")


def step_of(case_id: int, part_kind: str, serial: int, name: str) -> StepPage:
    """A step of a part as pages show it."""
    occasion, case, kind = visit.occasion(), opened(case_id), opened_kind(part_kind)
    part = parts.of_case(occasion, case, kind, serial)
    row = kind.procedure.row(name, part.state, part.flags, occasion.today)
    offered = of_the_case(occasion, case, row.payload, name, part_kind)
    proposed = {**proposal(case), **proposal_of(occasion, part, name), **request.args.to_dict()}
    by_figures = isinstance(part, Claim) and name == claims.REVIEW
    if isinstance(part, Claim) and by_figures:
        offered.choices["figures"] = claims.figures_to_review(part)
    if isinstance(part, Asset):
        offered.choices.update(rows_of(part, name))
    if isinstance(part, Retrieval) and name == "correct_receipt":
        offered.choices.update(receipts_of(part))
    return StepPage(
        subject=part,
        name=name,
        back=url_for("parts.show", case_id=case_id, part_kind=part_kind, serial=serial),
        take=lambda moment, data, version: parts.take_step(
            moment, case_id, part_kind, serial, name, data, version=version
        ),
        preview=partial(preview, occasion, part),
        choices=offered.choices,
        lookups=offered.lookups,
        proposal={**known_of(part, name), **proposed},
        exclude=("admitted_fen",) if by_figures else not_asked(part, name),
        about=f"{serial} {part.title}",
        facts=[
            *((say(column.label), written(column, value)) for column, value in facts_of(kind, part)),
            *(hints_of(part) if by_figures else ()),
        ],
    )


def known_of(part: Part, name: str) -> dict[str, Any]:
    """What is known of a part already, with which the form of a step begins."""
    known: dict[str, Any] = {}
    if isinstance(part, Claim):
        known = {**claims.known_of(part, name), **(claims.review_of(part) if name == claims.REVIEW else {})}
    if isinstance(part, Avoidance) and name == avoidances.ANSWER:
        known = avoidances.known_of(part)
    if isinstance(part, SetOff) and name == "examine_set_off":
        known = examined(part)
    if isinstance(part, Investor) and name == "correct_investor":
        known = listed(part)
    return {**recorded(part, name), **known}


def hints_of(part: Part) -> list[tuple[str, str]]:
    """What to look at before a claim is reviewed: other claims that may be for the same debt."""
    if not isinstance(part, Claim):
        return []
    hints = one_debt_hints.hints_of_claim(visit.session(), part)
    return [(say(Text("同一债务的提示")), say(hint.text)) for hint in hints]


def listed(investor: Investor) -> dict[str, Any]:
    """An investor as he is listed, so that only what is wrong is typed anew.

    His whole number is for those who may correct it.
    """
    found = {name: getattr(investor, name) for name in ("holding", "shares", "source")}
    sums = {name: plain(getattr(investor, name)) for name in ("subscribed_fen", "paid_in_fen")}
    number = investor.party.number if may_take(investor, "correct_investor") else ""
    told = {"name": investor.party.name, "kind": investor.party.kind, "identity_number": number}
    return {**told, **found, **sums}


def not_asked(part: Part, name: str) -> tuple[str, ...]:
    """The fields of a step that have nothing to do with this very part."""
    if isinstance(part, Avoidance) and name == avoidances.ANSWER:
        return avoidances.not_asked(part)
    return ()


def examined(set_off: SetOff) -> dict[str, Any]:
    """What was found about a set-off before, so that it is corrected and not forgotten."""
    found = {name: getattr(set_off, name) for name in (*SET_OFF_FINDINGS, "debt_has_priority", "opinion")}
    value = set_off.priority_fen
    return {**found, "priority_fen": "" if value is None else plain(value)}


def beginning_of(case_id: int, part_kind: str, name: str) -> StepPage:
    """A step that begins a part as pages show it."""
    occasion, case, kind = visit.occasion(), opened(case_id), opened_kind(part_kind)
    made = parts.blank(occasion, case, kind)
    row = kind.procedure.row(name, None, {}, occasion.today)
    offered = of_the_case(occasion, case, row.payload, name, part_kind)

    return StepPage(
        subject=made,
        name=name,
        back=url_for("parts.index", case_id=case_id, part_kind=part_kind),
        take=lambda moment, data, _version: parts.begin(moment, case_id, part_kind, name, data),
        preview=partial(preview, occasion, made),
        choices=offered.choices,
        lookups=offered.lookups,
        proposal={**proposal_of(occasion, made, name), **request.args.to_dict()},
        after=lambda serial: url_for("parts.show", case_id=case_id, part_kind=part_kind, serial=serial),
    )


@blueprint.get("/<int:serial>/steps/<name>")
def step(case_id: int, part_kind: str, serial: int, name: str) -> Answer:
    """The form of a step of a part; steps of many rows have pages of their own."""
    instead = INSTEAD.get((part_kind, name))
    if instead is not None:
        return redirect(url_for(instead, case_id=case_id, serial=serial))
    return form_page(step_of(case_id, part_kind, serial, name))


@blueprint.post("/<int:serial>/steps/<name>")
def take(case_id: int, part_kind: str, serial: int, name: str) -> Answer:
    """Check, confirm, take."""
    return posted(step_of(case_id, part_kind, serial, name))


@blueprint.get("/new/<name>")
def begin(case_id: int, part_kind: str, name: str) -> Answer:
    """The form of a step that begins a part."""
    return form_page(beginning_of(case_id, part_kind, name))


@blueprint.post("/new/<name>")
def make(case_id: int, part_kind: str, name: str) -> Answer:
    """Check, confirm, begin."""
    return posted(beginning_of(case_id, part_kind, name))
