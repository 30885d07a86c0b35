"""Remuneration and court fee of a case: their slices and working, and what they are as expenses."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from marshmallow import Schema, fields

from court_app import visit
from court_app.api import views
from court_app.api.blueprints import CourtBlueprint
from court_app.api.cases import ID, shared
from court_app.api.parts import SERIAL
from court_app.api.schemas_parts import WordSchema, in_yuan
from court_app.errors import NotFound
from court_app.languages import say, thawed
from court_app.services.fees import fee_expenses, fee_sheets
from court_app.services.procedure import parts
from models.vocabulary import InstalmentState
from workflows.text import Text

blueprint = CourtBlueprint("fees_api", "报酬和受理费 · remuneration and court fee", f"/cases/{ID}")


class FeeExpenseSchema(Schema):
    """A fee as a bankruptcy expense (EBL 41)."""

    path = fields.String()
    serial = fields.Integer()
    label = fields.String()
    payee = fields.String()
    amount_fen = fields.Integer()
    amount_yuan = in_yuan("amount_fen")
    paid_fen = fields.Integer()
    paid_yuan = in_yuan("paid_fen")
    owed_fen = fields.Integer()
    owed_yuan = in_yuan("owed_fen")
    is_final = fields.Boolean()
    basis = fields.List(fields.String())
    working = fields.List(fields.String())


class FeeExpensesSchema(Schema):
    """The fees of a case, with their sum."""

    items = fields.List(fields.Nested(FeeExpenseSchema))
    sum_fen = fields.Integer()
    sum_yuan = in_yuan("sum_fen")


class BracketSchema(Schema):
    """A slice: rate and limit in percent, the part of the value, what is due on it in yuan, exactly."""

    slice = fields.String()
    rate = fields.String()
    limit = fields.String()
    part_fen = fields.Integer()
    part_yuan = in_yuan("part_fen")
    due = fields.String()


class InstalmentRowSchema(Schema):
    """An instalment of a remuneration."""

    serial = fields.Integer()
    asked_on = fields.Date()
    asked_fen = fields.Integer()
    asked_yuan = in_yuan("asked_fen")
    allowed_fen = fields.Integer(allow_none=True)
    allowed_yuan = in_yuan("allowed_fen")
    paid_fen = fields.Integer()
    paid_yuan = in_yuan("paid_fen")
    paid_on = fields.Date(allow_none=True)
    state = fields.Function(lambda one: WordSchema().dump(word(one.state)), metadata={"type": "object"})


class FeeSheetSchema(Schema):
    """A fee with its slices, its working, its instalments."""

    value_fen = fields.Integer()
    value_yuan = in_yuan("value_fen")
    due_fen = fields.Integer()
    due_yuan = in_yuan("due_fen")
    cap_fen = fields.Integer()
    cap_yuan = in_yuan("cap_fen")
    brackets = fields.List(fields.Nested(BracketSchema))
    instalments = fields.List(fields.Nested(InstalmentRowSchema))
    asked_fen = fields.Integer()
    allowed_fen = fields.Integer()
    paid_fen = fields.Integer()
    working = fields.List(fields.String())


def word(state: str) -> InstalmentState:
    """A state as a word."""
    return InstalmentState(state)


def lines(frozen: Any) -> list[str]:
    """The working in the language of the request."""
    return thawed(frozen)


@blueprint.get("/fees")
@blueprint.response(200, FeeExpensesSchema)
def list_fees(case_id: int) -> dict[str, Any]:
    """Remuneration and court fee of a case as expenses of its distribution, each with its working."""
    found = fee_expenses.expenses_of(visit.occasion(), shared(case_id))
    items = [
        {
            "path": one.path,
            "serial": one.serial,
            "label": say(one.label),
            "payee": one.payee,
            "amount_fen": one.amount_fen,
            "paid_fen": one.paid_fen,
            "owed_fen": one.owed_fen,
            "is_final": one.is_final,
            "basis": views.basis(one.basis),
            "working": lines(one.working),
        }
        for one in found
    ]
    return {"items": items, "sum_fen": sum(one.amount_fen for one in found)}


@blueprint.get(f"/fees/<string:part_kind>/{SERIAL}")
@blueprint.response(200, FeeSheetSchema)
def show_fee(case_id: int, part_kind: str, serial: int) -> Mapping[str, Any]:
    """One remuneration, instalment, collateral's fee or court fee: slices, working, instalments."""
    occasion, case = visit.occasion(), shared(case_id)
    part = parts.of_case(occasion, case, parts.shown_kind(occasion, part_kind), serial)
    sheet = fee_sheets.sheet_of(occasion, part)
    if sheet is None:
        raise NotFound(Text("没有这个页面。"))
    return {
        "value_fen": sheet.value_fen,
        "due_fen": sheet.due_fen,
        "cap_fen": sheet.cap_fen,
        "brackets": [{**asdict(one), "slice": say(one.slice)} for one in sheet.brackets],
        "instalments": sheet.instalments,
        "asked_fen": sheet.asked_fen,
        "allowed_fen": sheet.allowed_fen,
        "paid_fen": sheet.paid_fen,
        "working": lines(sheet.working),
    }
