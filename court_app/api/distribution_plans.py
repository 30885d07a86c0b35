"""Plans of distribution with their tables (EBL 115(2))."""

from typing import Any

from flask import Response, jsonify

from court_app import visit
from court_app.api import views
from court_app.api.blueprints import CourtBlueprint
from court_app.api.cases import ID, shared
from court_app.api.distribution_drafts import money
from court_app.api.parts import SERIAL
from court_app.api.payments import paged
from court_app.api.schemas_common import PageQuery
from court_app.languages import language, thawed, translate
from court_app.services.distribution import distribution_plans
from models import PlanEntry

blueprint = CourtBlueprint("distribution_plans_api", "分配方案 · plans of distribution", f"/cases/{ID}")


@blueprint.get(f"/plans/{SERIAL}")
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200)
def show_plan(query: dict[str, Any], case_id: int, serial: int) -> Response:
    """A plan of distribution with its contents and a page of its table (EBL 115(2))."""
    occasion = visit.occasion()
    plan = distribution_plans.find(occasion, shared(case_id), serial)
    found = distribution_plans.entries_of(occasion, plan, page=query["page"], size=query["size"])
    sums = distribution_plans.sums_of(occasion, plan)
    return jsonify(
        {
            "serial": plan.serial,
            "state": views.word(plan.state),
            "proposed_on": views.day(plan.proposed_on),
            "ruled_on": views.day(plan.ruled_on),
            **money("available", plan.available_fen),
            **money("expenses", plan.expenses_fen),
            **money("common", plan.common_fen),
            **money("for_claims", plan.limit_fen),
            **money("remuneration", plan.remuneration_fen),
            "order_and_ratio": plan.order_and_ratio,
            "rounding": distribution_plans.ROUNDING.render(language(), translate),
            "method": plan.method,
            "in_kind": [
                {
                    "asset_serial": one["asset_serial"],
                    "claim_serial": one["claim_serial"],
                    **money("value", one["value_fen"]),
                }
                for one in plan.in_kind
            ],
            "investors": [
                {"investor_serial": one["serial"], "name": one["name"], **money("paid", one["fen"])}
                for one in plan.investors
            ],
            "working": thawed(plan.working),
            **{
                key: value
                for name, fen in sums.items()
                for key, value in money(f"sum_{name[:-4]}", fen).items()
            },
            "entries": paged(found, [entry_view(entry) for entry in found.rows]),
        }
    )


def entry_view(entry: PlanEntry) -> dict[str, Any]:
    """A creditor in the table of a plan."""
    return {
        "claim_serial": entry.serial,
        "creditor": entry.creditor,
        "domicile": entry.domicile,
        "claim_class": views.word(entry.claim_class),
        "rank": views.word(entry.rank),
        "state": views.word(entry.state),
        **money("amount", entry.amount_fen),
        **money("secured", entry.secured_fen),
        **money("counted", entry.counted_fen),
        **money("paid", entry.paid_fen),
    }
