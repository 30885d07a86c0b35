"""What is peculiar to claims: their figures, and the register as at a day; only to be read."""

from typing import Any, cast

from marshmallow import Schema, fields

from court_app import visit
from court_app.api.blueprints import CourtBlueprint
from court_app.api.cases import ID, shared
from court_app.api.parts import SERIAL
from court_app.api.schemas_common import PageQuery, PageSchema
from court_app.api.schemas_parts import WordSchema, sum_in_fen
from court_app.languages import language, say
from court_app.services.claims import claim_register
from court_app.services.claims.older_taxes import taxes_older_than_securities
from court_app.services.distribution.distribution_drafts import page_of
from court_app.services.joint_debts import debt_payments, one_debt_hints
from court_app.services.procedure import parts
from models import Claim
from models.vocabulary import ClaimClass, ClaimState
from workflows.law.citations import together
from workflows.payloads.base import Word, labelled

blueprint = CourtBlueprint("claims_api", "债权 · claims", f"/cases/{ID}")
SUMS = {name: field for each in claim_register.SUMS for name, field in sum_in_fen(each).items()}

COUNTED = sum_in_fen(
    "amount_fen",
    metadata=labelled("扣除抵销、已受偿后计入的债权额", "what it counts for after set-offs and receipts"),
)


class RegisterQuery(PageQuery):
    """Which register is asked for: as at a day, of a class."""

    on: fields.Field[Any] = fields.Date(load_default=None, allow_none=True)
    claim_class: fields.Field[Any] = Word(ClaimClass, load_default=None, allow_none=True)


class EntrySchema(Schema.from_dict({**SUMS, **COUNTED, **sum_in_fen("provisional_fen")})):  # type: ignore[misc]
    """How a claim stood."""

    serial = fields.Integer(attribute="claim.serial")
    creditor = fields.String(attribute="claim.party.name")
    claim_class = fields.Nested(WordSchema)
    state = fields.Function(lambda entry: WordSchema().dump(ClaimState(entry.state)))
    since = fields.Date(attribute="on")
    condition_kind = fields.Nested(WordSchema, attribute="claim.condition_kind")
    condition = fields.String(attribute="claim.condition")


class ClassTotalSchema(Schema.from_dict(SUMS)):  # type: ignore[misc]
    """The totals of a class."""

    claim_class = fields.Nested(WordSchema)
    claims = fields.Integer()


class RegisterSchema(PageSchema):
    """A page of the register as at a day, with the totals of every class."""

    on = fields.Date()
    items = fields.List(fields.Nested(EntrySchema))
    totals = fields.List(fields.Nested(ClassTotalSchema))


class FigureSchema(Schema.from_dict({**sum_in_fen("filed_fen"), **sum_in_fen("admitted_fen")})):  # type: ignore[misc]
    """One figure of a claim, as filed and as admitted."""

    position = fields.Integer()
    kind = fields.Nested(WordSchema)
    working = fields.String()
    until_on = fields.Date(allow_none=True)
    currency = fields.String()
    foreign_amount = fields.Decimal(as_string=True, allow_none=True)
    exchange_rate = fields.Decimal(as_string=True, allow_none=True)
    owed_on = fields.Date(allow_none=True)
    admitted_until_on = fields.Date(allow_none=True)
    reason = fields.String()
    evidence_page = fields.String()


class FiguresSchema(Schema):
    """The figures of a claim, in their order."""

    items = fields.List(fields.Nested(FigureSchema))
    older_than_securities = fields.List(fields.String())


@blueprint.get("/register")
@blueprint.arguments(RegisterQuery, location="query")
@blueprint.response(200, RegisterSchema)
def show_register(query: dict[str, Any], case_id: int) -> dict[str, Any]:
    """The claims register as it stood at the end of a day, today if none is named."""
    occasion = visit.occasion()
    found = claim_register.register(
        occasion,
        shared(case_id),
        query["on"] or occasion.today,
        claim_class=query["claim_class"],
        page=query["page"],
        size=query["size"],
    )
    names = ("on", "totals", "page", "size", "total", "pages")
    return {"items": found.entries, **{name: getattr(found, name) for name in names}}


class HintSchema(Schema):
    """Something to be looked at: a sentence, its articles, the numbers of the claims it is about."""

    code = fields.String()
    text = fields.String()
    basis = fields.String()
    claims = fields.List(fields.Integer())


class HintsSchema(Schema):
    """A page of hints."""

    items = fields.List(fields.Nested(HintSchema))
    page, size, total, pages = (fields.Integer() for _ in range(4))


@blueprint.get("/register/debts")
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, HintsSchema)
def show_debts(query: dict[str, Any], case_id: int) -> dict[str, Any]:
    """Which claims may be for one debt, who stands back, what must go back; hints, never refusals."""
    case = shared(case_id)
    found = page_of(one_debt_hints.hints_of_case(visit.session(), case), query["page"], query["size"])
    items = [
        {
            "code": hint.code,
            "text": say(hint.text),
            "basis": together(hint.basis, language()),
            "claims": hint.claims,
        }
        for hint in found.rows
    ]
    return {"items": items, **{name: getattr(found, name) for name in ("page", "size", "total", "pages")}}


class PaidToSchema(
    Schema.from_dict(  # type: ignore[misc]
        {
            name: field
            for each in ("redeemed_fen", "shares_fen", "collateral_fen", "in_kind_fen", "paid_fen", "due_fen")
            for name, field in sum_in_fen(each).items()
        }
    )
):
    """What the case has paid the holder of a claim on a debt, by the way it took."""

    serial = fields.Integer()
    creditor = fields.String()


class DebtSchema(
    Schema.from_dict(  # type: ignore[misc]
        {
            name: field
            for each in ("amount_fen", "others_fen", "paid_fen", "due_fen", "creditor_had_fen", "over_fen")
            for name, field in sum_in_fen(each).items()
        }
    )
):
    """What of one debt has been paid to whom: the creditor, and who has paid him and steps in (SG 23(2))."""

    creditor = fields.Nested(PaidToSchema)
    behind = fields.List(fields.Nested(PaidToSchema))
    is_satisfied = fields.Boolean()
    working = fields.Function(lambda debt: say(debt.working), metadata={"type": "string"})


class DebtsSchema(Schema):
    """The debt that a claim is for; nothing where nobody but the debtor has paid on it."""

    debt = fields.Nested(DebtSchema, allow_none=True)


@blueprint.get(f"/claims/{SERIAL}/debt")
@blueprint.response(200, DebtsSchema)
def show_debt(case_id: int, serial: int) -> dict[str, Any]:
    """What of the debt that a claim is for has been paid to whom since the acceptance."""
    occasion, case = visit.occasion(), shared(case_id)
    claim = cast(Claim, parts.of_case(occasion, case, parts.PARTS["claims"], serial))
    return {"debt": debt_payments.debt_of(occasion.session, claim)}


@blueprint.get(f"/claims/{SERIAL}/figures")
@blueprint.response(200, FiguresSchema)
def show_figures(case_id: int, serial: int) -> dict[str, Any]:
    """The figures of a claim: what was filed for each, what is admitted and why."""
    occasion, case = visit.occasion(), shared(case_id)
    claim = cast(Claim, parts.of_case(occasion, case, parts.PARTS["claims"], serial))
    older = taxes_older_than_securities(occasion.session, case, [claim])
    return {"items": claim.figures, "older_than_securities": [say(line) for line in older]}
