"""Tables that programs send: what every kind of them has in common."""

from typing import Any

from flask import Response, jsonify, url_for
from marshmallow import Schema, fields, validate

from court_app.api import views
from court_app.api.schemas_common import PageQuery
from models import ClaimImport, PlanReceiptTable

Kept = ClaimImport | PlanReceiptTable
Made = tuple[Response, int, dict[str, str]]


class RowQuery(PageQuery):
    """Which rows are looked for."""

    rows = fields.String(load_default="", validate=validate.OneOf(["", "wrong", "duplicate"]))


class UndoBody(Schema):
    """Why what came of a table is withdrawn."""

    reason = fields.String(required=True, validate=validate.Length(1, 200))


def kept_view(table: Kept) -> dict[str, Any]:
    """What is kept of a table: its file, how far it is, how many rows became something."""
    return {
        **{name: getattr(table, name) for name in ("serial", "name", "sha256", "imported")},
        "state": views.word(table.state),
        "made_at": views.day(table.made_at),
        "finished_at": views.day(table.finished_at),
    }


def made(shown: dict[str, Any], endpoint: str, case_id: int) -> Made:
    """The answer to an upload: the table, and where it is found from now on."""
    where = url_for(endpoint, case_id=case_id, serial=shown["serial"])
    return jsonify(shown), 201, {"Location": where}
