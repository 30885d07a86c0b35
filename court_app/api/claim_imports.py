"""Claims out of a table: upload, rows with what is wrong with them, import, withdrawal as a whole."""

from typing import Any

from flask import Response, jsonify
from marshmallow import Schema, fields

from court_app import visit
from court_app.api import views
from court_app.api.blueprints import CourtBlueprint
from court_app.api.cases import ID, shared
from court_app.api.parts import SERIAL
from court_app.api.uploads import Made, RowQuery, UndoBody, kept_view, made
from court_app.languages import language, translate
from court_app.services.claims import claim_import, claim_import_run
from court_app.visit import takes_uploads
from models import ClaimImport, ClaimImportRow
from models.vocabulary import ImportKind
from workflows.payloads.base import Word
from workflows.text import thaw

blueprint = CourtBlueprint("claim_imports_api", "债权导入 · import of claims", f"/cases/{ID}/claims/imports")


class UploadForm(Schema):
    """What a table holds; a list of employees' claims says when it was publicised (EBL 48(2))."""

    kind: fields.Field[Any] = Word(ImportKind, load_default=ImportKind.CLAIMS)
    publicised_on = fields.String(load_default=None, allow_none=True)


class RunBody(Schema):
    """How a table is imported."""

    with_duplicates = fields.Boolean(load_default=False)


def table_view(table: ClaimImport) -> dict[str, Any]:
    """A table: what it holds and how far it is."""
    names = ("rows", "wrong", "duplicates", "with_duplicates")
    return {
        **kept_view(table),
        **{name: getattr(table, name) for name in names},
        "kind": views.word(table.kind),
        "publicised_on": views.day(table.publicised_on),
        "fault": thaw(table.fault, language(), translate) if table.fault else None,
        "undone_at": views.day(table.undone_at),
    }


def row_view(row: ClaimImportRow) -> dict[str, Any]:
    """A row: what it says, what is wrong with it, the claim that became of it."""
    return {
        "number": row.number,
        "creditor": row.creditor,
        "filed_fen": row.content.get("filed_fen"),
        "faults": [
            {"column": one["column"], "message": thaw(one["why"], language(), translate)}
            for one in row.faults
        ],
        "same_as_claim": row.same_as_claim,
        "same_as_row": row.same_as_row,
        "claim": row.claim.serial if row.claim else None,
    }


@blueprint.get("")
@blueprint.response(200)
def list_imports(case_id: int) -> Response:
    """The tables of a case, newest first."""
    found = claim_import.of_case(visit.occasion(), shared(case_id))
    return jsonify(items=[table_view(table) for table in found])


@blueprint.post("")
@blueprint.arguments(UploadForm, location="form")
@blueprint.response(201)
@takes_uploads
def upload(form: dict[str, Any], case_id: int) -> Made:
    """Upload a table (XLSX or CSV) as the file `file`; it is read, and nothing becomes a claim yet."""
    name, content = visit.file_needed()
    table = claim_import.upload(visit.occasion(), case_id, name, content, **form)
    return made(table_view(table), "claim_imports_api.show", case_id)


@blueprint.get(f"/{SERIAL}")
@blueprint.arguments(RowQuery, location="query")
@blueprint.response(200)
def show(query: dict[str, Any], case_id: int, serial: int) -> Response:
    """A table with a page of its rows."""
    occasion = visit.occasion()
    table = claim_import.find(occasion, shared(case_id), serial)
    rows, total = claim_import.rows_of(occasion, table, query["rows"], page=query["page"], size=query["size"])
    found = {"items": [row_view(row) for row in rows], "total": total, "page": query["page"]}
    return jsonify({**table_view(table), "found": found})


@blueprint.post(f"/{SERIAL}/run")
@blueprint.arguments(RunBody)
@blueprint.response(202)
def run(body: dict[str, Any], case_id: int, serial: int) -> tuple[Response, int]:
    """Import the rows that are right; a long table goes on in the background."""
    table = claim_import_run.run(visit.occasion(), case_id, serial, with_duplicates=body["with_duplicates"])
    return jsonify(table_view(table)), 202


@blueprint.post(f"/{SERIAL}/undo")
@blueprint.arguments(UndoBody)
@blueprint.response(200)
def undo(body: dict[str, Any], case_id: int, serial: int) -> Response:
    """Withdraw every claim of the table, as long as none of them has moved on."""
    return jsonify(table_view(claim_import_run.undo(visit.occasion(), case_id, serial, body["reason"])))
