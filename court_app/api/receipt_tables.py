"""Receipts under a failed plan out of a table: upload, rows with what is wrong with them, recording."""

from typing import Any

from flask import Response, jsonify

from court_app import visit
from court_app.api.blueprints import CourtBlueprint
from court_app.api.cases import ID, shared
from court_app.api.parts import SERIAL
from court_app.api.uploads import Made, RowQuery, UndoBody, kept_view, made
from court_app.languages import say
from court_app.services.distribution.distribution_drafts import page_of
from court_app.services.equalisation import receipt_checks, receipt_tables
from court_app.services.equalisation.receipt_table import ReceiptRow
from court_app.visit import takes_uploads

blueprint = CourtBlueprint(
    "receipt_tables_api",
    "受偿导入 · import of receipts under a failed plan",
    f"/cases/{ID}/plan_receipts/tables",
)


def row_view(row: ReceiptRow) -> dict[str, Any]:
    """A row: what it says, and what is wrong with it."""
    return {
        "number": row.number,
        "claim_serial": row.serial,
        "creditor": row.creditor,
        "original_fen": row.original_fen,
        "received_fen": row.received_fen,
        "received_on": row.received_on.isoformat() if row.received_on else None,
        "evidence": row.evidence,
        "faults": [{"column": column, "message": say(why)} for column, why in row.wrong],
    }


@blueprint.get("")
@blueprint.response(200)
def list_tables(case_id: int) -> Response:
    """The tables of a case, newest first."""
    found = receipt_tables.of_case(visit.occasion(), shared(case_id))
    return jsonify(items=[kept_view(table) for table in found])


@blueprint.post("")
@blueprint.response(201)
@takes_uploads
def upload(case_id: int) -> Made:
    """Upload a table (XLSX or CSV) as the file `file`; it is read, and nothing is recorded yet."""
    name, content = visit.file_needed()
    table = receipt_tables.upload(visit.occasion(), case_id, name, content)
    return made(kept_view(table), "receipt_tables_api.show", case_id)


@blueprint.get(f"/{SERIAL}")
@blueprint.arguments(RowQuery, location="query")
@blueprint.response(200)
def show(query: dict[str, Any], case_id: int, serial: int) -> Response:
    """A table with a page of its rows, held against the case as it stands now."""
    occasion = visit.occasion()
    table = receipt_tables.find(occasion, shared(case_id), serial)
    found = receipt_checks.looked_at(occasion, table)
    rows = page_of(found.wrong if query["rows"] == "wrong" else found.rows, query["page"], query["size"])
    shown = {"items": [row_view(row) for row in rows.rows], "total": rows.total, "page": rows.page}
    counts = {"rows": len(found.rows), "wrong": len(found.wrong), "right_fen": found.right_fen}
    return jsonify({**kept_view(table), **counts, "found": shown})


@blueprint.post(f"/{SERIAL}/run")
@blueprint.response(200)
def run(case_id: int, serial: int) -> Response:
    """Record the rows that are right, all at once."""
    return jsonify(kept_view(receipt_tables.run(visit.occasion(), case_id, serial)))


@blueprint.post(f"/{SERIAL}/undo")
@blueprint.arguments(UndoBody)
@blueprint.response(200)
def undo(body: dict[str, Any], case_id: int, serial: int) -> Response:
    """Take back every receipt of the table, as long as no distribution has looked at one of them."""
    return jsonify(kept_view(receipt_tables.undo(visit.occasion(), case_id, serial, body["reason"])))
