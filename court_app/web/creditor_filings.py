"""Creditors file their claims from a phone by a code: the case, the form, the check, the receipt."""

from flask import Blueprint, render_template, request

from court_app import visit
from court_app.errors import NotFound
from court_app.services.filing import creditor_filings, filing_desk
from court_app.services.filing.filing_desk import FilingDesk, Own
from court_app.services.filing.filing_forms import CorrectedByCode, WithdrawnByCode
from court_app.services.occasion import Occasion
from court_app.web.creditor_forms import form_page, posted, stated
from court_app.web.creditor_papers import claim_page
from court_app.web.filing_door import reading, stay, to_the_door
from court_app.web.form_reading import read_form
from court_app.web.stepping import Answer
from models import Claim, FilingCode
from workflows.text import Text

blueprint = Blueprint("creditor_filings", __name__, url_prefix="/claim")


@blueprint.get("/desk")
@visit.public
def desk() -> Answer:
    """The case, the last day, the claims that were filed."""
    with reading() as (occasion, code):
        if code is None:
            return to_the_door()
        stay(code)
        return render_template("creditor_desk.html", desk=filing_desk.desk_of(occasion, code))


@blueprint.get("/<int:serial>")
@visit.public
def show(serial: int) -> Answer:
    """One of his claims: its receipt, where it stands, what comes next, its papers."""
    with reading() as (occasion, code):
        if code is None:
            return to_the_door()
        stay(code)
        return claim_page(filing_desk.desk_of(occasion, code), serial)


@blueprint.get("/new")
@visit.public
def new() -> Answer:
    """The form of a claim, or why none may be filed."""
    with reading() as (occasion, code):
        if code is None:
            return to_the_door()
        stay(code)
        before, schema = filing_desk.desk_of(occasion, code), creditor_filings.form_of(occasion, code)
        page = form_page(before, schema, {}, obstacles=before.obstacles)
        return page, 409 if before.obstacles else 200


@blueprint.post("/new")
@visit.public
def file() -> Answer:
    """Check what was typed, show it to be confirmed, file it."""
    with reading() as (occasion, code):
        if code is None:
            return to_the_door()
        before, schema = filing_desk.desk_of(occasion, code), creditor_filings.form_of(occasion, code)
        typed = read_form(schema, request.form)

        def work(acting: Occasion, own: FilingCode) -> Claim:
            return creditor_filings.file(acting, own, typed, request.form.get("key", ""))

        return posted(before, schema, typed, work, Text("申报已经收到。"))


def own_of(occasion: Occasion, code: FilingCode, serial: int, step: str) -> tuple[FilingDesk, Own]:
    """A claim with which a step may be taken; what was confirmed is left to the step to refuse.

    Raises:
        NotFound: if there is none, or not any more.
    """
    before = filing_desk.desk_of(occasion, code)
    own = before.own(serial)
    if own is None or (step not in own.may and "confirmed" not in request.form):
        raise NotFound(Text("本债权现在不能补正或者撤回；管理人已经审查的，请直接与管理人联系。"))
    return before, own


@blueprint.get("/<int:serial>/correct")
@visit.public
def correcting(serial: int) -> Answer:
    """The form of a claim as it was filed, to be corrected."""
    with reading() as (occasion, code):
        if code is None:
            return to_the_door()
        stay(code)
        before, own = own_of(occasion, code, serial, filing_desk.CORRECT)
        return form_page(before, CorrectedByCode(), stated(own.claim), own=own)


@blueprint.post("/<int:serial>/correct")
@visit.public
def correct(serial: int) -> Answer:
    """Check what was typed, show it to be confirmed, correct the claim."""
    with reading() as (occasion, code):
        if code is None:
            return to_the_door()
        before, own = own_of(occasion, code, serial, filing_desk.CORRECT)
        schema = CorrectedByCode()
        typed, version = read_form(schema, request.form), request.form.get("version", None, int)

        def work(acting: Occasion, mine: FilingCode) -> Claim:
            key = request.form.get("key", "")
            return creditor_filings.correct(acting, mine, serial, typed, version=version, key=key)

        return posted(before, schema, typed, work, Text("补正已经收到。"), own=own)


@blueprint.get("/<int:serial>/withdraw")
@visit.public
def withdrawing(serial: int) -> Answer:
    """Ask why a claim is taken back."""
    with reading() as (occasion, code):
        if code is None:
            return to_the_door()
        stay(code)
        before, own = own_of(occasion, code, serial, filing_desk.WITHDRAW)
        return form_page(before, WithdrawnByCode(), {}, own=own)


@blueprint.post("/<int:serial>/withdraw")
@visit.public
def withdraw(serial: int) -> Answer:
    """Ask again whether he means it; take the claim back."""
    with reading() as (occasion, code):
        if code is None:
            return to_the_door()
        before, own = own_of(occasion, code, serial, filing_desk.WITHDRAW)
        schema = WithdrawnByCode()
        typed, version = read_form(schema, request.form), request.form.get("version", None, int)

        def work(acting: Occasion, mine: FilingCode) -> Claim:
            key = request.form.get("key", "")
            return creditor_filings.withdraw(acting, mine, serial, typed, version=version, key=key)

        return posted(before, schema, typed, work, Text("申报已经撤回。"), own=own)
