"""Filing codes on pages of the case: made for known creditors and newcomers, made anew, printed on slips."""

import secrets
from urllib.parse import urlsplit

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from marshmallow import ValidationError

from court_app import visit
from court_app.errors import BadInput, NotFound
from court_app.languages import say
from court_app.services.filing import creditor_papers, filing_codes
from court_app.services.once import once
from court_app.services.papers import notices, notices_printing
from court_app.web.cases import page_address
from court_app.web.creditor_papers import as_file
from court_app.web.form_errors import errors_of
from court_app.web.layout import number, wanted_page
from court_app.web.parts import opened
from court_app.web.stepping import Answer
from models import Case
from workflows.text import Text

blueprint = Blueprint("filing_codes", __name__, url_prefix="/cases/<int:case_id>/filing-codes")
ON_A_PAGE = 20


def filing_address() -> str:
    """Where creditors enter their codes."""
    return f"{visit.bench().settings.public_address}{url_for('filing_door.ask')}"


def offered_address() -> str:
    """The address that a notice proposes to creditors; none while the pages are only on this machine."""
    local = urlsplit(visit.bench().settings.public_address).hostname in {"127.0.0.1", "localhost", "::1"}
    return "" if local else filing_address()


@blueprint.get("")
def index(case_id: int) -> str:
    """The codes of a case; the codes themselves are only on the slips."""
    return page(opened(case_id))


def page(case: Case, told: list[str] | None = None) -> str:
    """The page of the codes of a case."""
    occasion, text = visit.occasion(), request.args.get("q", "").strip()[:100]
    may = filing_codes.may_hand_out(occasion, case)
    if not may:
        raise NotFound(Text("没有这个页面。"))
    return render_template(
        "filing_codes.html",
        case=case,
        section="filing-codes",
        told=told or [],
        text=text,
        made=filing_codes.count_of(occasion, case),
        waiting=filing_codes.count_waiting(occasion, case),
        found=filing_codes.page_of(occasion, case, text=text, page=wanted_page(), size=ON_A_PAGE),
        filing_address=filing_address(),
        key=secrets.token_urlsafe(12),
        address=page_address("filing_codes.index", "q", case_id=case.id),
    )


@blueprint.post("")
def issue(case_id: int) -> Answer:
    """Make codes for all who have none, for somebody who has come by, or one anew."""
    opened(case_id)
    try:
        once(visit.occasion(), key_of_form(), lambda: issued(case_id))
    except (BadInput, ValidationError) as error:
        visit.session().rollback()
        told = [line for lines in errors_of(error).values() for line in lines]
        return page(opened(case_id), told), 422
    flash(say(Text("申报码已制发，请打印申报码通知。")), "success")
    return redirect(url_for("filing_codes.index", case_id=case_id))


def key_of_form() -> str:
    """The key of the form that was sent, of the several that a page holds."""
    key, serial = request.form.get("key", "")[:40], request.form.get("serial", "", str)[:12]
    return f"{key}:{serial}:{'holder' in request.form}" if key else ""


def issued(case_id: int) -> int:
    """Make what the form asks for; returns how many codes were made."""
    occasion, serial = visit.occasion(), request.form.get("serial", None, number)
    if serial is not None:
        return filing_codes.renew(occasion, case_id, serial).serial
    if "holder" in request.form:
        return filing_codes.issue_to_newcomer(occasion, case_id, request.form["holder"]).serial
    return filing_codes.issue_to_known(occasion, case_id)


@blueprint.get("/slips.pdf")
def all_slips(case_id: int) -> Answer:
    """The slips of all codes, to be printed."""
    return sheet(opened(case_id), "all")


@blueprint.get("/<int:serial>.pdf")
def one_slip(case_id: int, serial: int) -> Answer:
    """The slip of one code."""
    return sheet(opened(case_id), str(serial), serial=serial)


@blueprint.get("/notices/<int:batch_id>/<int:part>.pdf")
def enclosed(case_id: int, batch_id: int, part: int) -> Answer:
    """The slips that are enclosed with one part of a printed batch of notices, in its order."""
    case, occasion = opened(case_id), visit.occasion()
    batch = notices.find(occasion, batch_id)
    if batch.case_id != case.id:
        raise NotFound(Text("没有这批通知，或者您无权查阅。"))
    rows = [row.id for row in notices_printing.chosen(occasion, batch, part)]
    return sheet(case, f"notices-{batch_id}-{part}", deliveries=rows)


def sheet(case: Case, name: str, *, serial: int | None = None, deliveries: list[int] | None = None) -> Answer:
    """Slips as PDF, for those who may hand them out."""
    occasion = visit.occasion()
    found = filing_codes.slips(occasion, case, serial=serial, deliveries=deliveries)
    try:
        pdf = filing_codes.printed(occasion, case, filing_address(), found)
    except BadInput as error:
        flash(" ".join(line for lines in errors_of(error).values() for line in lines), "danger")
        return redirect(url_for("filing_codes.index", case_id=case.id))
    answer = Response(pdf, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f"inline; filename=filing-codes-{name}.pdf"
    return answer


papers = Blueprint("claim_papers", __name__, url_prefix="/cases/<int:case_id>/claims")


@papers.get("/<int:serial>/papers/<int:position>")
def paper(case_id: int, serial: int, position: int) -> Response:
    """A paper that was handed in with a claim, to be saved."""
    case = opened(case_id)
    kept, content = creditor_papers.paper_for_team(visit.occasion(), case, serial, position)
    return as_file(content, kept.media_type, f"{serial}-{position}")
