"""Investors out of a table: checked or listed all at once, and taken back as a whole."""

from typing import Any

from flask import Response, jsonify

from court_app import visit
from court_app.api import views
from court_app.api.blueprints import CourtBlueprint
from court_app.api.cases import ID, shared
from court_app.api.checking import PARAMETER, checkable
from court_app.api.parts import SERIAL
from court_app.api.uploads import UndoBody
from court_app.services.distribution import investor_tables
from court_app.services.distribution.investor_tables import InvestorTable
from court_app.visit import takes_uploads

blueprint = CourtBlueprint(
    "investor_tables_api", "出资人导入 · investors out of a table", f"/cases/{ID}/investors/tables"
)


def table_view(table: InvestorTable) -> dict[str, Any]:
    """A table: whom it listed, and how many are listed still."""
    return {
        "serial": table.serial,
        "investor_serials": [one.serial for one in table.investors],
        "listed_on": views.day(table.investors[0].listed_on),
        "listed": len(table.listed),
    }


@blueprint.get("")
@blueprint.response(200)
def list_tables(case_id: int) -> Response:
    """The tables of a case, newest first."""
    return jsonify(items=tables_of(case_id))


def tables_of(case_id: int) -> list[dict[str, Any]]:
    """The tables of a case as programs see them, newest first."""
    return [table_view(table) for table in investor_tables.of_case(visit.occasion(), shared(case_id))]


@blueprint.post("")
@blueprint.response(200)
@takes_uploads
@blueprint.doc(parameters=[PARAMETER])
@checkable
def upload(case_id: int) -> Response:
    """List the investors of a table (XLSX or CSV, as the file `file`), all or none."""
    investor_tables.record(visit.occasion(), case_id, visit.uploaded())
    return jsonify(tables_of(case_id)[0])


@blueprint.post(f"/{SERIAL}/undo")
@blueprint.arguments(UndoBody)
@blueprint.response(200)
def undo(body: dict[str, Any], case_id: int, serial: int) -> Response:
    """Strike every investor of a table who is listed still, as entered in error."""
    count = investor_tables.take_back(visit.occasion(), case_id, serial, body["reason"])
    return jsonify(struck=count)
