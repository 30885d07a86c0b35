"""A claim as its creditor sees it by his code, and the papers he hands in with it."""

from collections.abc import Mapping
from functools import partial

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from marshmallow import ValidationError

from court_app import visit
from court_app.errors import BadInput, NotFound
from court_app.identity import PAPER_BYTES
from court_app.languages import say
from court_app.services.claims.claim_papers import MEGABYTE, MOST_BYTES
from court_app.services.filing import creditor_papers, filing_desk
from court_app.services.filing.filing_desk import FilingDesk
from court_app.services.filing.filing_forms import PaperHandedIn
from court_app.services.occasion import Occasion
from court_app.web.filing_door import reading, to_the_door, undo, writing
from court_app.web.form_errors import errors_of
from court_app.web.form_reading import read_form
from court_app.web.forms import fields_of
from court_app.web.stepping import Answer, loose
from models import FilingCode
from workflows.text import Text

blueprint = Blueprint("creditor_papers", __name__, url_prefix="/claim")
LIMITS = {
    "each": MOST_BYTES // MEGABYTE,
    "files": creditor_papers.MOST_FILES,
    "together": PAPER_BYTES // MEGABYTE,
}
"""Of what is uploaded at once, in megabytes."""


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
            creditor_papers.look_over(files)
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
    creditor_papers.hand_in(acting, own, serial, typed, files)


@blueprint.get("/<int:serial>/papers/<int:position>")
@visit.public
def paper(serial: int, position: int) -> Answer:
    """A paper that he has handed in."""
    with reading() as (occasion, code):
        if code is None:
            return to_the_door()
        kept, content = creditor_papers.paper(occasion, code, serial, position)
        return as_file(content, kept.media_type, f"{serial}-{position}")


def as_file(content: bytes, media_type: str, name: str) -> Response:
    """A file to be saved: what a stranger has sent is never shown as a page of the court's."""
    ending = media_type.partition("/")[2]
    answer = Response(content, mimetype=media_type)
    answer.headers["Content-Disposition"] = f"attachment; filename=claim-{name}.{ending}"
    return answer
