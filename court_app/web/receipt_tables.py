"""Receipts under a failed plan out of a table, on pages: upload, look at every row, record."""

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for

from court_app import visit
from court_app.languages import say
from court_app.services.distribution.distribution_drafts import page_of
from court_app.services.equalisation import receipt_checks, receipt_table, receipt_tables
from court_app.services.sheets import MOST_ROWS
from court_app.visit import takes_uploads
from court_app.web.cases import page_address
from court_app.web.layout import wanted_page
from court_app.web.parts import as_table, opened
from court_app.web.stepping import Answer
from court_app.web.uploads import NOTHING_REFUSED, REFUSALS, Refused, kept, new_key, refused
from workflows.text import Text

blueprint = Blueprint("receipt_tables", __name__, url_prefix="/cases/<int:case_id>/plan_receipts/tables")
ON_A_PAGE = 50


@blueprint.get("")
def index(case_id: int) -> Answer:
    """The tables of a case, and the form to upload another."""
    return listed(case_id)


def listed(case_id: int, why: Refused = NOTHING_REFUSED) -> Answer:
    """The list, with what was wrong with the last upload."""
    case = opened(case_id)
    page = render_template(
        "receipt_tables.html",
        case=case,
        tables=receipt_tables.of_case(visit.occasion(), case),
        headings=receipt_table.HEADINGS,
        most=MOST_ROWS,
        errors=why.errors,
        obstacles=why.obstacles,
        key=new_key(),
        section="plan_receipts",
    )
    return page, why.status


@blueprint.post("")
@takes_uploads
def upload(case_id: int) -> Answer:
    """Keep a table."""
    name, content = visit.file_sent()
    try:
        serial = kept(lambda moment: receipt_tables.upload(moment, case_id, name, content).serial)
    except REFUSALS as error:
        return listed(case_id, refused(error))
    return redirect(url_for("receipt_tables.show", case_id=case_id, serial=serial))


@blueprint.get("/blank.<kind>")
def blank(case_id: int, kind: str) -> Response:
    """A table to fill in, with two invented rows."""
    opened(case_id)
    rows = [list(row) for row in receipt_table.examples()]
    return as_table("plan-receipts", kind, list(receipt_table.HEADINGS), rows)


@blueprint.get("/<int:serial>")
def show(case_id: int, serial: int) -> Answer:
    """A table with its rows as they stand against the case now."""
    return shown(case_id, serial)


def shown(case_id: int, serial: int, why: Refused = NOTHING_REFUSED) -> Answer:
    """The page of a table, with why an act was refused."""
    occasion, case = visit.occasion(), opened(case_id)
    table = receipt_tables.find(occasion, case, serial)
    found = receipt_checks.looked_at(occasion, table)
    which = "wrong" if request.args.get("rows") == "wrong" else ""
    page = render_template(
        "receipt_table.html",
        case=case,
        table=table,
        found=found,
        which=which,
        shown=page_of(found.wrong if which else found.rows, wanted_page(), ON_A_PAGE),
        address=page_address("receipt_tables.show", "rows", case_id=case_id, serial=serial),
        errors=why.errors,
        obstacles=why.obstacles,
        section="plan_receipts",
    )
    return page, why.status


@blueprint.post("/<int:serial>/run")
def run(case_id: int, serial: int) -> Answer:
    """Record the rows that are right."""
    try:
        table = receipt_tables.run(visit.occasion(), case_id, serial)
    except REFUSALS as error:
        return shown(case_id, serial, refused(error))
    flash(say(Text("已登记{count}笔受偿。", count=table.imported)), "success")
    return redirect(url_for("receipt_tables.show", case_id=case_id, serial=serial))


@blueprint.post("/<int:serial>/undo")
def undo(case_id: int, serial: int) -> Answer:
    """Take back every receipt of the table."""
    try:
        receipt_tables.undo(visit.occasion(), case_id, serial, request.form.get("reason", ""))
    except REFUSALS as error:
        return shown(case_id, serial, refused(error))
    flash(say(Text("已经整批撤回。")), "success")
    return redirect(url_for("receipt_tables.show", case_id=case_id, serial=serial))
