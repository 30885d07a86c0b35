"""How parts of a case, plans, distributions and shares are answered: field by field.

The schema of a part is read off the columns of its kind. A sum is given twice: in fen as a whole number, in
yuan as text with two decimals.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from marshmallow import Schema, fields

from court_app.api.schemas_common import PageSchema
from court_app.languages import language, say, translate
from court_app.services.procedure.column import Column, Form
from court_app.services.procedure.machines import Part
from court_app.services.procedure.part_columns import columns_of, shown
from court_app.services.procedure.parts import PartKind
from workflows.payloads.base import labelled
from workflows.text import thaw


class WordSchema(Schema):
    """A word by its value and its label in the language of the request."""

    value = fields.String()
    label = fields.Function(say, metadata={"type": "string"})


class WorkingLine(fields.String):
    """A line of a working as it was kept, in the language of the request."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> str:
        return thaw(value, language(), translate)


PLAIN: Mapping[Form, type[fields.Field[Any]]] = {
    Form.TEXT: fields.String,
    Form.LINES: fields.String,
    Form.NUMBER: fields.Integer,
    Form.DAY: fields.Date,
    Form.YESNO: fields.Boolean,
}


def named(column: Column) -> dict[str, Any]:
    """The metadata of a column: its label."""
    return {"metadata": labelled(str(column.label), column.name), "allow_none": True}


def sum_in_fen(name: str, **more: Any) -> dict[str, fields.Field[Any]]:
    """A sum as two fields: `x_fen` and `x_yuan`."""
    described = more or {"metadata": {}, "allow_none": True}
    return {name: fields.Integer(**described), f"{name.removesuffix('_fen')}_yuan": in_yuan(name)}


def in_yuan(name: str) -> fields.Field[Any]:
    """A sum in yuan as text with two decimals, from the field that holds it in fen."""

    def text(held: Any) -> str | None:
        fen = held[name] if isinstance(held, Mapping) else getattr(held, name)
        return None if fen is None else f"{Decimal(fen) / 100:.2f}"

    return fields.Function(text, metadata={"type": "string", "nullable": True, "example": "1409.50"})


def fields_of(column: Column, owner: str = "") -> dict[str, fields.Field[Any]]:
    """The fields in which a column of a part is answered; `owner` is the kind of part."""
    if column.form == Form.YUAN:
        return sum_in_fen(column.name, **named(column))
    if column.form in {Form.WORD, Form.STATE}:
        return {column.name: fields.Nested(WordSchema, **named(column))}
    if column.form == Form.WORDS:
        return {column.name: fields.List(fields.Nested(WordSchema), **named(column))}
    if column.form == Form.WORKING:
        return {column.name: fields.List(WorkingLine(), **named(column))}
    if column.form == Form.ROWS:
        return {column.name: fields.List(fields.Nested(row_schema(column, owner)), **named(column))}
    return {column.name: PLAIN[column.form](**named(column))}


def row_schema(column: Column, owner: str) -> type[Schema]:
    """The schema of a row of a table that a part holds."""
    made: dict[str, fields.Field[Any]] = {}
    for inner in column.rows:
        made |= fields_of(inner)
    return Schema.from_dict(made, name=f"{owner}{column.name.capitalize()}Schema")


SCHEMAS: dict[str, type[Schema]] = {}


def schema_of(kind: PartKind) -> type[Schema]:
    """The schema of a part of a kind, with its version; made once."""
    if kind.path not in SCHEMAS:
        SCHEMAS[kind.path] = made_of(kind)
    return SCHEMAS[kind.path]


def made_of(kind: PartKind) -> type[Schema]:
    """A new schema of a part of a kind."""
    made: dict[str, fields.Field[Any]] = {}
    for column in columns_of(kind):
        made |= fields_of(column, kind.model.__name__)
    made["version"] = fields.Integer()
    return Schema.from_dict(made, name=f"{kind.model.__name__}Schema")


def values_of(kind: PartKind, part: Part) -> dict[str, Any]:
    """A part as its schema reads it."""
    values = {column.name: shown(kind, column, part) for column in columns_of(kind)}
    return {**values, "version": part.version}


def list_schema(kind: PartKind) -> type[Schema]:
    """A page of parts of a kind, with the totals of its sums over all pages."""
    sums: dict[str, fields.Field[Any]] = {}
    for column in columns_of(kind):
        if column.summed:
            sums |= sum_in_fen(column.name)
    name = kind.model.__name__
    made: dict[str, Any] = {"items": fields.List(fields.Nested(schema_of(kind)))}
    if sums:
        made["totals"] = fields.Nested(Schema.from_dict(sums, name=f"{name}TotalsSchema"))
    made |= {field: fields.Integer() for field in ("page", "size", "total", "pages")}
    return Schema.from_dict(made, name=f"{name}ListSchema")


class PlanSchema(Schema):
    """A plan of distribution (EBL 115(2))."""

    serial = fields.Integer()
    state = fields.Nested(WordSchema)
    proposed_on = fields.Date()
    ruled_on = fields.Date(allow_none=True)
    available_fen = fields.Integer()
    available_yuan = in_yuan("available_fen")
    remuneration_fen = fields.Integer()
    remuneration_yuan = in_yuan("remuneration_fen")
    order_and_ratio = fields.String()
    method = fields.String()
    version = fields.Integer()


class PlansSchema(Schema):
    """The plans of a case, by number."""

    items = fields.List(fields.Nested(PlanSchema))


class DistributionSchema(Schema):
    """A distribution (EBL 116, 123)."""

    serial = fields.Integer()
    kind = fields.Nested(WordSchema)
    made_on = fields.Date()
    announced_on = fields.Date(allow_none=True)
    pool_fen = fields.Integer()
    pool_yuan = in_yuan("pool_fen")
    paid_fen = fields.Integer()
    paid_yuan = in_yuan("paid_fen")
    remark = fields.String()
    version = fields.Integer()


class DistributionsSchema(Schema):
    """The distributions of a case, by number."""

    items = fields.List(fields.Nested(DistributionSchema))


class ShareSchema(Schema):
    """What one claim gets (EBL 117 to 119), or one investor of a surplus (CL 236(2))."""

    claim_serial = fields.Integer(attribute="of_claim.serial", allow_none=True)
    investor_serial = fields.Integer(attribute="investor.serial", allow_none=True)
    creditor = fields.String(attribute="party.name")
    claim_class = fields.Nested(WordSchema, attribute="of_claim.claim_class", allow_none=True)
    amount_fen = fields.Integer()
    amount_yuan = in_yuan("amount_fen")
    state = fields.Nested(WordSchema)
    settled_on = fields.Date(allow_none=True)


class SharesSchema(PageSchema):
    """A page of shares, with the sum over all pages."""

    items = fields.List(fields.Nested(ShareSchema))
    sum_fen = fields.Integer()
    sum_yuan = in_yuan("sum_fen")


class DistributionWholeSchema(DistributionSchema):
    """A distribution with its arithmetic and a page of its shares."""

    working = fields.List(fields.String())
    shares = fields.Nested(SharesSchema)
