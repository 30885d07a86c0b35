"""Claims out of a table, on pages: upload, look at every row, import, withdraw as a whole."""

import secrets
from collections.abc import Sequence

from flask import Blueprint, Response, flash, make_response, redirect, render_template, request, url_for
from marshmallow import ValidationError

from court_app import visit
from court_app.errors import BadInput
from court_app.languages import language, say, translate
from court_app.services import claim_import, claim_import_run, claim_table, employee_table, sheets
from court_app.services.once import once
from court_app.services.paging import pages_of
from court_app.visit import takes_uploads
from court_app.web.cases import page_address
from court_app.web.forms import sentences_of
from court_app.web.layout import wanted_page
from court_app.web.parts import as_table, opened
from court_app.web.stepping import Answer
from models import ClaimImportRow
from models.vocabulary import ImportKind, ImportState
from workflows.engine import StepRefused
from workflows.text import Text, thaw
from workflows.transition import Obstacle

blueprint = Blueprint("claim_imports", __name__, url_prefix="/cases/<int:case_id>/claims/imports")
ON_A_PAGE = 50
SECONDS_BETWEEN_LOOKS = "5"
Errors = Sequence[str]
SHEETS = {
    ImportKind.CLAIMS: (claim_table.CLAIMS, claim_table.examples),
    ImportKind.EMPLOYEES: (employee_table.EMPLOYEES, employee_table.examples),
}
"""What each kind of table may say, and rows that show it."""


@blueprint.get("")
def index(case_id: int) -> str:
    """The tables of a case, and the form to upload another."""
    return listed(case_id)


def listed(case_id: int, errors: Errors = (), obstacles: Sequence[Obstacle] = ()) -> str:
    """The list, with what was wrong with the last upload."""
    case = opened(case_id)
    return render_template(
        "claim_imports.html",
        case=case,
        tables=claim_import.of_case(visit.occasion(), case),
        kinds=ImportKind,
        headings={kind: list(sheet.readers) for kind, (sheet, _) in SHEETS.items()},
        typed=request.form,
        today=visit.occasion().today,
        most=sheets.MOST_ROWS,
        errors=errors,
        obstacles=obstacles,
        key=secrets.token_urlsafe(12),
        section="claims",
    )


@blueprint.post("")
@takes_uploads
def upload(case_id: int) -> Answer:
    """Keep a table and read it."""
    (name, content), occasion = visit.file_sent(), visit.occasion()
    try:
        serial = once(
            occasion,
            request.form.get("key", ""),
            lambda: (
                claim_import.upload(
                    occasion,
                    case_id,
                    name,
                    content,
                    kind=wanted_kind(request.form.get("kind", "")),
                    publicised_on=request.form.get("publicised_on"),
                ).serial
            ),
        )
    except (BadInput, ValidationError) as error:
        visit.session().rollback()
        return listed(case_id, sentences_of(error)), 422
    except StepRefused as error:
        visit.session().rollback()
        return listed(case_id, obstacles=error.obstacles), 409
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


def shown(
    case_id: int, serial: int, errors: Errors = (), obstacles: Sequence[Obstacle] = (), status: int = 200
) -> Response:
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
            errors=errors,
            obstacles=obstacles,
            section="claims",
        ),
        status,
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
    except (BadInput, StepRefused) as error:
        return refused(case_id, serial, error)
    flash(say(Text("导入已经开始。")), "success")
    return redirect(url_for("claim_imports.show", case_id=case_id, serial=serial))


@blueprint.post("/<int:serial>/undo")
def undo(case_id: int, serial: int) -> Answer:
    """Withdraw every claim of the table."""
    try:
        claim_import_run.undo(visit.occasion(), case_id, serial, request.form.get("reason", ""))
    except (BadInput, StepRefused) as error:
        return refused(case_id, serial, error)
    flash(say(Text("已经整批撤回。")), "success")
    return redirect(url_for("claim_imports.show", case_id=case_id, serial=serial))


def refused(case_id: int, serial: int, error: BadInput | StepRefused) -> Response:
    """The page of the table, with why nothing was done."""
    visit.session().rollback()
    if isinstance(error, StepRefused):
        return shown(case_id, serial, obstacles=error.obstacles, status=409)
    return shown(case_id, serial, sentences_of(error), status=422)
