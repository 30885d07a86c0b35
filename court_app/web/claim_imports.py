"""Claims out of a table, on pages: upload, look at every row, import, withdraw as a whole."""

from flask import Blueprint, Response, flash, make_response, redirect, render_template, request, url_for

from court_app import visit
from court_app.languages import language, say, translate
from court_app.services import sheets
from court_app.services.claims import claim_import, claim_import_run, claim_table, employee_table
from court_app.services.occasion import Occasion
from court_app.services.paging import pages_of
from court_app.visit import takes_uploads
from court_app.web.cases import page_address
from court_app.web.layout import wanted_page
from court_app.web.parts import as_table, opened
from court_app.web.stepping import Answer
from court_app.web.uploads import NOTHING_REFUSED, REFUSALS, Refused, kept, new_key, refused
from models import ClaimImportRow
from models.vocabulary import ImportKind, ImportState
from workflows.text import Text, thaw

blueprint = Blueprint("claim_imports", __name__, url_prefix="/cases/<int:case_id>/claims/imports")
ON_A_PAGE = 50
SECONDS_BETWEEN_LOOKS = "5"
SHEETS = {
    ImportKind.CLAIMS: (claim_table.CLAIMS, claim_table.examples),
    ImportKind.EMPLOYEES: (employee_table.EMPLOYEES, employee_table.examples),
}
"""What each kind of table may say, and rows that show it."""


@blueprint.get("")
def index(case_id: int) -> Answer:
    """The tables of a case, and the form to upload another."""
    return listed(case_id)


def listed(case_id: int, why: Refused = NOTHING_REFUSED) -> Answer:
    """The list, with what was wrong with the last upload."""
    case = opened(case_id)
    page = render_template(
        "claim_imports.html",
        case=case,
        tables=claim_import.of_case(visit.occasion(), case),
        kinds=ImportKind,
        headings={kind: list(sheet.readers) for kind, (sheet, _) in SHEETS.items()},
        typed=request.form,
        today=visit.occasion().today,
        most=sheets.MOST_ROWS,
        errors=why.errors,
        obstacles=why.obstacles,
        key=new_key(),
        section="claims",
    )
    return page, why.status


@blueprint.post("")
@takes_uploads
def upload(case_id: int) -> Answer:
    """Keep a table and read it."""
    name, content = visit.file_sent()
    kind, publicised_on = wanted_kind(request.form.get("kind", "")), request.form.get("publicised_on")

    def keep(moment: Occasion) -> int:
        return claim_import.upload(
            moment, case_id, name, content, kind=kind, publicised_on=publicised_on
        ).serial

    try:
        serial = kept(keep)
    except REFUSALS as error:
        return listed(case_id, refused(error))
    return redirect(url_for("claim_imports.show", case_id=case_id, serial=serial))


def wanted_kind(typed: str) -> ImportKind:
    """Which kind of table is meant; claims that were filed if nothing is said."""
    return ImportKind(typed) if typed in {kind.value for kind in ImportKind} else ImportKind.CLAIMS


@blueprint.get("/blank.<kind>")
def blank(case_id: int, kind: str) -> Response:
    """A table to fill in, with two invented rows."""
    opened(case_id)
    wanted = wanted_kind(request.args.get("of", ""))
    sheet, examples = SHEETS[wanted]
    return as_table(wanted.value.lower(), kind, list(sheet.readers), [list(row) for row in examples()])


@blueprint.get("/<int:serial>")
def show(case_id: int, serial: int) -> Response:
    """A table with its rows; comes again by itself while it is being read or imported."""
    return shown(case_id, serial)


def shown(case_id: int, serial: int, why: Refused = NOTHING_REFUSED) -> Response:
    """The page of a table, with why an act was refused."""
    occasion, case = visit.occasion(), opened(case_id)
    table = claim_import.find(occasion, case, serial)
    which = request.args.get("rows", "")
    page = wanted_page()
    rows, total = claim_import.rows_of(occasion, table, which, page=page, size=ON_A_PAGE)
    answer = make_response(
        render_template(
            "claim_import.html",
            case=case,
            table=table,
            rows=rows,
            faults=faults,
            fault=thaw(table.fault, language(), translate) if table.fault else "",
            which=which,
            total=total,
            page=page,
            pages=pages_of(total, ON_A_PAGE),
            address=page_address("claim_imports.show", "rows", case_id=case_id, serial=serial),
            errors=why.errors,
            obstacles=why.obstacles,
            section="claims",
        ),
        why.status,
    )
    if table.state in {ImportState.UPLOADED, ImportState.RUNNING}:
        answer.headers["Refresh"] = SECONDS_BETWEEN_LOOKS
    return answer


def faults(row: ClaimImportRow) -> list[str]:
    """What is wrong with a row, cell by cell, in the reader's language."""
    return [
        say(Text("{column}：{what}", column=one["column"], what=thaw(one["why"], language(), translate)))
        for one in row.faults
    ]


@blueprint.post("/<int:serial>/run")
def run(case_id: int, serial: int) -> Answer:
    """Import the rows that are right."""
    with_duplicates = "with_duplicates" in request.form
    try:
        claim_import_run.run(visit.occasion(), case_id, serial, with_duplicates=with_duplicates)
    except REFUSALS as error:
        return shown(case_id, serial, refused(error))
    flash(say(Text("导入已经开始。")), "success")
    return redirect(url_for("claim_imports.show", case_id=case_id, serial=serial))


@blueprint.post("/<int:serial>/undo")
def undo(case_id: int, serial: int) -> Answer:
    """Withdraw every claim of the table."""
    try:
        claim_import_run.undo(visit.occasion(), case_id, serial, request.form.get("reason", ""))
    except REFUSALS as error:
        return shown(case_id, serial, refused(error))
    flash(say(Text("已经整批撤回。")), "success")
    return redirect(url_for("claim_imports.show", case_id=case_id, serial=serial))
