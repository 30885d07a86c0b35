"""The estate in sums, and all that is recorded of how one asset became money; only to be read."""

from typing import Any, cast

from marshmallow import Schema, fields

from court_app import visit
from court_app.api.blueprints import CourtBlueprint
from court_app.api.cases import ID, shared
from court_app.api.parts import SERIAL
from court_app.api.schemas_parts import WordSchema, sum_in_fen
from court_app.languages import say
from court_app.services.estate import estate_pool, estate_summary, realising
from court_app.services.procedure import parts
from models import Asset
from workflows.calculations.asset_costs import counted_fen, is_open

blueprint = CourtBlueprint("estate_api", "财产变价 · realisation of the estate", f"/cases/{ID}")


def sums(*names: str) -> dict[str, fields.Field[Any]]:
    """Fields for sums, each in fen and in yuan."""
    return {field: made for name in names for field, made in sum_in_fen(name).items()}


SUMS = Schema.from_dict(sums(*estate_summary.SUMS), name="EstateSums")


class GroupSchema(Schema):
    """The assets of one kind or state."""

    word = fields.Nested(WordSchema)
    count = fields.Integer()
    burdened = fields.Integer(metadata={"description": "how many bear a security that stands"})
    sums = fields.Nested(SUMS)


class EstateSchema(Schema):
    """The estate by kind, by state and in all; released assets count among the states only."""

    kinds = fields.List(fields.Nested(GroupSchema))
    states = fields.List(fields.Nested(GroupSchema))
    count = fields.Integer()
    burdened = fields.Integer()
    sums = fields.Nested(SUMS)


class BroughtSchema(Schema.from_dict(sums(*estate_pool.SUMS))):  # type: ignore[misc]
    """What an encumbered asset brought and what is left of it."""

    asset_serial = fields.Integer()
    expected = fields.Boolean()


class PoolSchema(Schema.from_dict(sums("free_fen", "surplus_fen", "pool_fen"))):  # type: ignore[misc]
    """What joins the pool, before expenses; the encumbered assets that were sold, one by one."""

    encumbered = fields.List(fields.Nested(BroughtSchema))
    working = fields.List(fields.String())


class EncumbranceSchema(Schema.from_dict(sums("secured_fen", "redeemed_fen"))):  # type: ignore[misc]
    """What burdens the asset, or did."""

    position = fields.Integer()
    kind = fields.Nested(WordSchema)
    holder = fields.String()
    priority = fields.Integer(allow_none=True)
    since_on = fields.Date(allow_none=True)
    registration = fields.String()
    claim_serial = fields.Integer(attribute="claim.serial", dump_default=None)
    remark = fields.String()
    release = fields.Nested(WordSchema, allow_none=True)
    released_on = fields.Date(allow_none=True)
    release_reason = fields.String()


class AppraisalSchema(Schema.from_dict(sums("value_fen"))):  # type: ignore[misc]
    """An appraisal; the last one counts."""

    position = fields.Integer()
    appraiser = fields.String()
    reference = fields.String()
    base_on = fields.Date(allow_none=True)
    reported_on = fields.Date(allow_none=True)
    valid_until = fields.Date(allow_none=True)


class RoundSchema(Schema.from_dict(sums("reserve_fen", "deposit_fen", "price_fen", "forfeited_fen"))):  # type: ignore[misc]
    """A round of the sale and how it ended."""

    position = fields.Integer()
    method = fields.Nested(WordSchema)
    platform = fields.String()
    offered_on = fields.Date()
    starts_on = fields.Date(allow_none=True)
    ends_on = fields.Date(allow_none=True)
    appraisal_position = fields.Integer(allow_none=True)
    resolution_serial = fields.Integer(allow_none=True)
    result = fields.Nested(WordSchema)
    closed_on = fields.Date(allow_none=True)
    buyer = fields.String()
    reason = fields.String()


class ReceiptSchema(Schema.from_dict(sums("amount_fen"))):  # type: ignore[misc]
    """Money that came in; below zero where some went back."""

    position = fields.Integer()
    kind = fields.Nested(WordSchema)
    on = fields.Date()
    payer = fields.String()
    reference = fields.String()
    round = fields.Integer(attribute="round.position", dump_default=None)


class CostSchema(Schema.from_dict(sums("amount_fen"))):  # type: ignore[misc]
    """What realising the asset cost; one that was struck out counts no more."""

    position = fields.Integer()
    kind = fields.Nested(WordSchema)
    on = fields.Date()
    payee = fields.String()
    reference = fields.String()
    struck_on = fields.Date(allow_none=True)
    struck_reason = fields.String()
    reason = fields.String()
    spending_serial = fields.Integer(attribute="spending.serial", dump_default=None, allow_none=True)
    counted_fen = fields.Function(counted_fen, metadata={"type": "integer", "description": "fen"})
    open = fields.Function(is_open, metadata={"type": "boolean", "description": "no spending pays it"})


class MetSchema(Schema.from_dict(sums("paid_fen", "own_fen", "short_fen"))):  # type: ignore[misc]
    """What the asset brings on a secured claim, what of it is its creditor's, what of it becomes ordinary."""

    rank = fields.Integer()
    claim_serial = fields.Integer(attribute="claim.serial")
    creditor = fields.String(attribute="claim.creditor")
    amount_fen = fields.Integer(attribute="claim.amount_fen")
    covered_fen = fields.Integer(attribute="claim.covered_fen")
    passed = fields.Function(
        lambda met: [{"claim_serial": serial, "fen": fen} for serial, fen in met.passed.items()],
        metadata={
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"claim_serial": {"type": "integer"}, "fen": {"type": "integer"}},
            },
            "description": "goes to who has paid the creditor and steps in for him (SG 23(2))",
        },
    )


class ProceedsSchema(
    Schema.from_dict(sums("gross_fen", "cost_fen", "borne_fen", "net_fen", "surplus_fen", "short_fen"))  # type: ignore[misc]
):
    """Where the proceeds go."""

    expected = fields.Boolean(metadata={"description": "the price is agreed, but has not all come in"})
    met = fields.List(fields.Nested(MetSchema))
    working = fields.Function(
        lambda one: [say(line) for line in one.working],
        metadata={"type": "array", "items": {"type": "string"}},
    )


class RealisationSchema(Schema):
    """How an asset became money."""

    encumbrances = fields.List(fields.Nested(EncumbranceSchema))
    appraisals = fields.List(fields.Nested(AppraisalSchema))
    rounds = fields.List(fields.Nested(RoundSchema))
    receipts = fields.List(fields.Nested(ReceiptSchema))
    costs = fields.List(fields.Nested(CostSchema))
    proceeds = fields.Nested(ProceedsSchema, allow_none=True)


@blueprint.get("/estate")
@blueprint.response(200, EstateSchema)
def show_estate(case_id: int) -> estate_summary.EstateSummary:
    """The estate of a case in sums, by kind and by state."""
    return estate_summary.summary(visit.occasion(), shared(case_id))


@blueprint.get("/estate/pool")
@blueprint.response(200, PoolSchema)
def show_pool(case_id: int) -> dict[str, Any]:
    """What the estate has brought in: to secured claims, and to the pool, with the working."""
    found = estate_pool.pool_of(visit.occasion().session, shared(case_id))
    rows = [
        {
            "asset_serial": row.asset.serial,
            "expected": row.proceeds.expected,
            **{name: getattr(row.proceeds, name) for name in estate_pool.SUMS},
        }
        for row in found.rows
    ]
    return {
        **{name: getattr(found, name) for name in ("free_fen", "surplus_fen", "pool_fen")},
        "encumbered": rows,
        "working": [say(line) for line in found.working],
    }


@blueprint.get(f"/assets/{SERIAL}/realisation")
@blueprint.response(200, RealisationSchema)
def show_realisation(case_id: int, serial: int) -> dict[str, Any]:
    """Burdens, appraisals, rounds, money, costs of an asset, and where its proceeds go with the working."""
    occasion = visit.occasion()
    asset = cast(Asset, parts.of_case(occasion, shared(case_id), parts.PARTS["assets"], serial))
    rows = ("encumbrances", "appraisals", "rounds", "receipts", "costs")
    return {
        **{name: getattr(asset, name) for name in rows},
        "proceeds": realising.proceeds_of(occasion.session, asset),
    }
