"""Plans of distribution, distributions with their arithmetic, shares; only to be read."""

from typing import Any

from marshmallow import fields

from court_app import visit
from court_app.api.blueprints import CourtBlueprint
from court_app.api.cases import ID, shared
from court_app.api.parts import SERIAL
from court_app.api.schemas_common import PageQuery
from court_app.api.schemas_parts import DistributionsSchema, DistributionWholeSchema, PlansSchema
from court_app.languages import thawed
from court_app.services.distribution import distributions
from models.vocabulary import ShareState
from workflows.payloads.base import Word

blueprint = CourtBlueprint("distributions_api", "分配 · distributions", f"/cases/{ID}")


class ShareQuery(PageQuery):
    """Which shares are looked for."""

    state: fields.Field[Any] = Word(ShareState, load_default=None, allow_none=True)


@blueprint.get("/plans")
@blueprint.response(200, PlansSchema)
def list_plans(case_id: int) -> dict[str, Any]:
    """The plans of distribution of a case, by number."""
    return {"items": distributions.plans_of(visit.occasion(), shared(case_id))}


@blueprint.get("/distributions")
@blueprint.response(200, DistributionsSchema)
def list_distributions(case_id: int) -> dict[str, Any]:
    """The distributions of a case, by number."""
    return {"items": distributions.of_case(visit.occasion(), shared(case_id))}


@blueprint.get(f"/distributions/{SERIAL}")
@blueprint.arguments(ShareQuery, location="query")
@blueprint.response(200, DistributionWholeSchema)
def show_distribution(query: dict[str, Any], case_id: int, serial: int) -> dict[str, Any]:
    """One distribution with its arithmetic and a page of its shares."""
    occasion = visit.occasion()
    made = distributions.find(occasion, shared(case_id), serial)
    found = distributions.shares_of(
        occasion, made, state=query["state"], page=query["page"], size=query["size"]
    )
    names = ("serial", "kind", "made_on", "announced_on", "pool_fen", "paid_fen", "remark", "version")
    return {
        **{name: getattr(made, name) for name in names},
        "working": thawed(made.working),
        "shares": {
            "items": found.shares,
            "sum_fen": found.sum_fen,
            "page": found.page,
            "size": found.size,
            "total": found.total,
            "pages": found.pages,
        },
    }
