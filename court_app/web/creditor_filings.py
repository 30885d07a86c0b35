"""Creditors file their claims from a phone by a code: the code, the case, the form, the check, the receipt.

The code is sent once, in a form; the cookie, signed by the court, then says which code was entered, never the
code. Nobody who has entered none takes the lock by which the court writes.
"""

import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from flask import Blueprint, Response, flash, g, redirect, render_template, request, url_for
from flask import session as cookie
from marshmallow import Schema, ValidationError

from court_app import visit
from court_app.errors import BadInput, NotFound, StaleVersion
from court_app.identity import PAPER_BYTES
from court_app.languages import say
from court_app.services import creditor_filings, filing_codes, filing_desk, steps
from court_app.services.claim_papers import MEGABYTE, MOST_BYTES
from court_app.services.filing_check import cautions_of, working_of
from court_app.services.filing_desk import FilingDesk, Own
from court_app.services.filing_forms import CorrectedByCode, PaperHandedIn, WithdrawnByCode
from court_app.services.occasion import Occasion
from court_app.web.form_reading import read_form
from court_app.web.forms import errors_of, fields_of
from court_app.web.stepping import Answer, answers, loose
from models import Claim, FilingCode
from workflows.calculations.money import plain
from workflows.engine import StepRefused
from workflows.text import Text
from workflows.transition import Obstacle

blueprint = Blueprint("creditor_filings", __name__, url_prefix="/claim")
ENTERED, HOURS = "filing", 3
"""What the cookie says of an entered code, and how long it is believed after the last page."""
LIMITS = {
    "each": MOST_BYTES // MEGABYTE,
    "files": creditor_filings.MOST_FILES,
    "together": PAPER_BYTES // MEGABYTE,
}
"""Of what is uploaded at once, in megabytes."""
Work = Callable[[Occasion, FilingCode], Any]


@contextmanager
def reading() -> Iterator[tuple[Occasion, FilingCode | None]]:
    """The moment, and the code that was entered in this browser, in a session that only reads."""
    with visit.bench().reading() as looking:
        occasion = visit.bench().occasion(looking, None, visit.now())
        yield occasion, entered(occasion)


def entered(occasion: Occasion) -> FilingCode | None:
    """The code that was entered in this browser; None if none, made anew since, or too long ago."""
    kept = cookie.get(ENTERED)
    if not kept or occasion.now.timestamp() - kept["at"] > HOURS * 3600:
        return None
    return filing_codes.entered(occasion, kept["code"], kept["edition"])


def stay(code: FilingCode) -> None:
    """Remember in the browser which code was entered, from now on."""
    at = int(visit.now().timestamp())
    cookie[ENTERED] = {"code": code.id, "edition": code.edition, "at": at}


def writing(work: Work) -> Any:
    """Do what writes, as who holds the entered code."""
    occasion = visit.occasion().by_the_law_itself()
    code = entered(occasion)
    if code is None:
        raise NotFound(creditor_filings.NO_CODE)
    return work(occasion, code)


def to_the_door() -> Answer:
    """Whoever has entered no code is asked for it."""
    return redirect(url_for("creditor_filings.ask"))


@blueprint.get("")
@visit.public
def ask() -> str:
    """Ask for a code."""
    return render_template("creditor_ask.html", told=[])


@blueprint.post("")
@visit.public
def enter() -> Answer:
    """Enter a code; a wrong one is told, and nothing is remembered of it."""
    with reading() as (occasion, _):
        code = filing_codes.find(occasion, request.form.get("code", ""))
        if code is None:
            return render_template("creditor_ask.html", told=[say(creditor_filings.NO_CODE)]), 404
        stay(code)
    return redirect(url_for("creditor_filings.desk"))


@blueprint.post("/leave")
@visit.public
def leave() -> Answer:
    """Forget the code in this browser."""
    cookie.pop(ENTERED, None)
    return to_the_door()


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


def claim_page(before: FilingDesk, serial: int, errors: Mapping[str, list[str]] | None = None) -> str:
    """The page of a claim.

    Raises:
        NotFound: if it is not before this creditor.
    """
    own = before.own(serial)
    if own is None:
        raise NotFound(Text("没有凭这个申报码申报的第{serial}号债权。", serial=serial))
    views = fields_of(PaperHandedIn, errors=errors)
    return render_template(
        "creditor_claim.html",
        desk=before,
        own=own,
        views=views,
        loose=loose(errors or {}, views),
        limits=LIMITS,
    )


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


def stated(claim: Claim) -> dict[str, Any]:
    """A claim as its form proposes it."""
    names = ("claim_class", "basis", "evidence", "security", "joint", "co_debtors", "agent_name")
    figures = [
        {
            "kind": figure.kind,
            "filed_fen": plain(figure.filed_fen),
            "working": figure.working,
            "until_on": figure.until_on,
            "currency": figure.currency,
            "foreign_amount": figure.foreign_amount,
            "exchange_rate": figure.exchange_rate,
        }
        for figure in claim.figures
        if figure.kind.value != "WHOLE"
    ]
    return {
        **{name: getattr(claim, name) for name in names},
        "agent_authority": claim.agent_authority,
        "conditional": bool(claim.flags.get("conditional")),
        "figures": figures,
        "filed_fen": "" if figures else plain(claim.filed_fen),
    }


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


def undo() -> None:
    """Write nothing; a form that was refused before anything was locked has taken no session."""
    if "session" in g:
        visit.session().rollback()


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


@blueprint.post("/<int:serial>/papers")
@visit.public
@visit.takes_papers
def hand_in(serial: int) -> Answer:
    """Hand in files with a claim: all of them, or, if one cannot be taken, none."""
    with reading() as (occasion, code):
        if code is None:
            return to_the_door()
        files = sent_files()
        try:
            creditor_filings.look_over(files)
            writing(partial(handed_in, serial=serial, files=files))
        except (BadInput, ValidationError) as error:
            undo()
            return claim_page(filing_desk.desk_of(occasion, code), serial, errors_of(error)), 422
    flash(say(Text("已收到{count}个文件。", count=len(files))), "success")
    return redirect(url_for("creditor_filings.show", serial=serial))


def sent_files() -> list[tuple[str, bytes]]:
    """The files of the form, by name."""
    found: list[tuple[str, bytes]] = []
    for file in request.files.getlist("file"):
        if file.filename:
            found.append((file.filename, file.read()))
        file.close()
    return found


def handed_in(acting: Occasion, own: FilingCode, *, serial: int, files: list[tuple[str, bytes]]) -> None:
    """Keep the files of the form."""
    typed = read_form(PaperHandedIn, request.form)
    creditor_filings.hand_in(acting, own, serial, typed, files)


@blueprint.get("/<int:serial>/papers/<int:position>")
@visit.public
def paper(serial: int, position: int) -> Answer:
    """A paper that he has handed in."""
    with reading() as (occasion, code):
        if code is None:
            return to_the_door()
        kept, content = creditor_filings.paper(occasion, code, serial, position)
        return as_file(content, kept.media_type, f"{serial}-{position}")


def as_file(content: bytes, media_type: str, name: str) -> Response:
    """A file to be saved: what a stranger has sent is never shown as a page of the court's."""
    ending = media_type.partition("/")[2]
    answer = Response(content, mimetype=media_type)
    answer.headers["Content-Disposition"] = f"attachment; filename=claim-{name}.{ending}"
    return answer
