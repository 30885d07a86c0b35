"""Forms of creditors by code: what was typed is checked, shown to be confirmed, done."""

import secrets
from collections.abc import Mapping
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from marshmallow import Schema, ValidationError

from court_app.errors import BadInput, StaleVersion
from court_app.languages import say
from court_app.services.filing import filing_desk
from court_app.services.filing.filing_check import cautions_of, working_of
from court_app.services.filing.filing_desk import FilingDesk, Own
from court_app.services.filing.filing_forms import CorrectedByCode, WithdrawnByCode
from court_app.services.joint_debts.making_joint_parties import TOLD
from court_app.services.procedure import steps
from court_app.web.filing_door import Work, undo, writing
from court_app.web.form_errors import errors_of
from court_app.web.forms import fields_of
from court_app.web.stepping import Answer, answers, loose
from models import Claim
from workflows.calculations.money import plain
from workflows.engine import StepRefused
from workflows.text import Text
from workflows.transition import Obstacle


def stated(claim: Claim) -> dict[str, Any]:
    """A claim as its form proposes it."""
    names = ("claim_class", "basis", "evidence", "security", "joint", "co_debtors", "agent_name")
    of_debt = ("debtor_as", "same_debt", "same_debt_creditor", "paid_on")
    figures = [
        {
            "kind": figure.kind,
            "filed_fen": plain(figure.filed_fen),
            "working": figure.working,
            "until_on": figure.until_on,
            "owed_on": figure.owed_on,
            "currency": figure.currency,
            "foreign_amount": figure.foreign_amount,
            "exchange_rate": figure.exchange_rate,
        }
        for figure in claim.figures
        if figure.kind.value != "WHOLE"
    ]
    return {
        **{name: getattr(claim, name) for name in (*names, *of_debt)},
        "paid_fen": "" if claim.paid_fen is None else plain(claim.paid_fen),
        "joint_parties": [
            {name: getattr(one, name) for name in TOLD} for one in claim.joint_parties if not one.is_struck
        ],
        "agent_authority": claim.agent_authority,
        "condition_kind": claim.condition_kind,
        "condition": claim.condition,
        "figures": figures,
        "filed_fen": "" if figures else plain(claim.filed_fen),
    }


def posted(
    before: FilingDesk,
    schema: Schema,
    typed: Mapping[str, Any],
    work: Work,
    done: Text,
    *,
    own: Own | None = None,
) -> Answer:
    """Check what was typed; show it to be confirmed, or do it if it was."""
    if "back" in request.form:
        return form_page(before, schema, typed, own=own)
    try:
        loaded = schema.load(dict(typed))
        if "confirmed" in request.form:
            return kept(writing(work), done)
        steps.refuse(filing_desk.FILE, () if own else before.obstacles)
    except (ValidationError, BadInput, StepRefused, StaleVersion) as error:
        undo()
        return refused(before, schema, typed, own, error)
    return check_page(before, schema, typed, loaded, own)


def kept(claim: Claim, done: Text) -> Answer:
    """Lead to the claim, once it is written."""
    flash(say(done), "success")
    return redirect(url_for("creditor_filings.show", serial=claim.serial))


def refused(
    before: FilingDesk,
    schema: Schema,
    typed: Mapping[str, Any],
    own: Own | None,
    error: ValidationError | BadInput | StepRefused | StaleVersion,
) -> Answer:
    """The form again, with everything that was typed and what stands against it."""
    if isinstance(error, StepRefused):
        return form_page(before, schema, typed, own=own, obstacles=error.obstacles), 409
    if isinstance(error, StaleVersion):
        return form_page(before, schema, typed, own=own, told=[say(error.message)]), 409
    return form_page(before, schema, typed, own=own, errors=errors_of(error)), 422


def form_page(
    before: FilingDesk,
    schema: Schema,
    typed: Mapping[str, Any],
    *,
    own: Own | None = None,
    errors: Mapping[str, list[str]] | None = None,
    obstacles: tuple[Obstacle, ...] = (),
    told: list[str] | None = None,
) -> str:
    """A form, with what was typed and what is wrong with it."""
    views = fields_of(schema, values=typed, errors=errors)
    return render_template(
        "creditor_form.html",
        desk=before,
        own=own,
        views=views,
        step=step_of(schema),
        obstacles=obstacles,
        loose=[*(told or []), *loose(errors or {}, views)],
        version=request.form.get("version") or (own.claim.version if own else ""),
    )


def check_page(
    before: FilingDesk,
    schema: Schema,
    typed: Mapping[str, Any],
    loaded: Mapping[str, Any],
    own: Own | None,
) -> str:
    """What was typed, to be read over, with its working and what to know before it is sent."""
    states = "figures" in loaded
    return render_template(
        "creditor_check.html",
        desk=before,
        own=own,
        step=step_of(schema),
        answers=answers(fields_of(schema, values=typed)),
        working=working_of(loaded) if states else [],
        cautions=cautions_of(before, loaded) if states else [],
        form=request.form,
        key=request.form.get("key") or secrets.token_urlsafe(12),
    )


def step_of(schema: Schema) -> str:
    """Which step a form is for."""
    steps = {CorrectedByCode: filing_desk.CORRECT, WithdrawnByCode: filing_desk.WITHDRAW}
    return steps.get(type(schema), filing_desk.FILE)
