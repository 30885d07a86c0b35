"""Tables of payments: accounts sent in, files for the bank, and what the bank made of them."""

from typing import Any

from flask import Response, jsonify
from marshmallow import fields

from court_app import visit
from court_app.api import views
from court_app.api.blueprints import CourtBlueprint
from court_app.api.cases import ID, shared
from court_app.api.checking import PARAMETER, checkable
from court_app.api.distribution_drafts import money
from court_app.api.parts import SERIAL
from court_app.api.payments import counted, line_view, owner_view, paged
from court_app.api.schemas_common import PageQuery
from court_app.services.exporting import as_csv
from court_app.services.payments import payment_lists, payment_results, payment_tables
from court_app.services.payments.payment_lists import FileRow
from court_app.visit import takes_uploads
from models.vocabulary import PaymentState
from workflows.payloads.base import Word

blueprint = CourtBlueprint("payment_files_api", "付款文件 · files for the bank", f"/cases/{ID}")


class LineQuery(PageQuery):
    """Which lines of a file are looked for."""

    state: fields.Field[Any] = Word(PaymentState, load_default=None, allow_none=True)


@blueprint.post("/payments/accounts")
@blueprint.response(200)
@takes_uploads
@blueprint.doc(parameters=[PARAMETER])
@checkable
def upload_accounts(case_id: int) -> Response:
    """Write down the accounts of a table (XLSX or CSV, as the file `file`), all or none."""
    count = payment_tables.record_accounts(visit.occasion(), case_id, visit.uploaded())
    return jsonify(written=count)


@blueprint.get(f"/payments/files/{SERIAL}")
@blueprint.arguments(LineQuery, location="query")
@blueprint.response(200)
def show_file(query: dict[str, Any], case_id: int, serial: int) -> Response:
    """A payment file with what the bank made of it."""
    occasion = visit.occasion()
    file = payment_lists.file_of(occasion, shared(case_id), serial)
    found = payment_lists.lines_of(
        occasion, file, state=query["state"], page=query["page"], size=query["size"]
    )
    return jsonify(
        {
            "serial": file.serial,
            "distribution": file.distribution.serial,
            "made_on": views.day(file.made_on),
            "made_by": file.made_by,
            "payments": file.payments,
            **money("total", file.total_fen),
            "outcome": counted(payment_lists.outcome_of(occasion, file)),
            "lines": paged(found, [file_row_view(row) for row in found.rows]),
        }
    )


def file_row_view(row: FileRow) -> dict[str, Any]:
    """A line of a file with whose it is."""
    return {**line_view(row.line), **owner_view(row.claim)}


@blueprint.get(f"/payments/files/{SERIAL}/bank.csv")
@blueprint.response(200, content_type="text/csv")
def for_bank(case_id: int, serial: int) -> Response:
    """The file as it goes to the bank; only for who pays."""
    occasion, case = visit.occasion(), shared(case_id)
    rows = payment_tables.bank_rows(occasion, case, payment_lists.file_of(occasion, case, serial))
    return Response(as_csv(payment_tables.FILE_HEADING, rows), mimetype="text/csv")


@blueprint.post(f"/payments/files/{SERIAL}/results")
@blueprint.response(200)
@takes_uploads
@blueprint.doc(parameters=[PARAMETER])
@checkable
def upload_results(case_id: int, serial: int) -> Response:
    """Record the bank's result file (as the file `file`), all rows or none."""
    made = payment_results.record_results(visit.occasion(), case_id, serial, visit.uploaded())
    return jsonify(paid=made.paid, returned=made.back, sent_back=made.late)
