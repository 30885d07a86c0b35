"""A draft of a distribution and what would be different if; reckons, and writes nothing."""

from typing import Any

from flask import Response, jsonify
from marshmallow import fields

from court_app import visit
from court_app.api import views
from court_app.api.blueprints import CourtBlueprint
from court_app.api.cases import ID, shared
from court_app.api.schemas_common import PageQuery
from court_app.languages import say
from court_app.services.distribution import distribution_drafts as drafts
from court_app.services.distribution.distribution_drafts import Drafted
from models.vocabulary import Rank, ShareState
from workflows.calculations.draft import working_of
from workflows.calculations.draft_lines import DraftLine, RankLine
from workflows.calculations.equity import Surplus
from workflows.calculations.money import plain
from workflows.calculations.void_composition import ExcessSheet
from workflows.calculations.what_if import Comparison
from workflows.payloads.base import Word
from workflows.payloads.draft import DraftAsked

blueprint = CourtBlueprint("distribution_drafts_api", "分配试算 · draft distributions", f"/cases/{ID}")


class LineQuery(PageQuery):
    """Which lines are looked for."""

    rank: fields.Field[Any] = Word(Rank, load_default=None, allow_none=True)
    state: fields.Field[Any] = Word(ShareState, load_default=None, allow_none=True)


def money(name: str, fen: int) -> dict[str, Any]:
    """A sum in fen and in yuan; a difference may be below zero."""
    return {f"{name}_fen": fen, f"{name}_yuan": f"{'-' if fen < 0 else ''}{plain(abs(fen))}"}


def rank_view(one: RankLine) -> dict[str, Any]:
    """A rank with its ratio."""
    return {
        "rank": views.word(one.rank),
        "count": one.count,
        **money("total", one.total_fen),
        **money("paid", one.paid_fen),
        "fraction": one.fraction,
        "percent": one.percent,
        "same_ratio": one.level is not None,
    }


def line_view(found: Drafted, line: DraftLine) -> dict[str, Any]:
    """A claim with what it gets, and the arithmetic."""
    claim = line.claim
    return {
        "claim_serial": claim.serial,
        "creditor": found.claims[claim.serial].party.name,
        "claim_class": views.word(claim.claim_class),
        "rank": views.word(line.rank),
        "state": views.word(claim.state),
        "condition_kind": views.word(found.claims[claim.serial].condition_kind),
        **money("amount", claim.amount_fen),
        **money("received", claim.received_fen),
        **money("received_under_plan", claim.plan_fen),
        **money("secured", line.secured_fen),
        **money("counted", line.counted_fen),
        **money("paid", line.paid_fen),
        "working": [say(part) for part in working_of(line, found.draft.ranks)],
    }


def comparison_view(comparison: Comparison | None) -> dict[str, Any] | None:
    """Every claim whose payment would change, and the sums on both sides."""
    if comparison is None:
        return None
    return {
        "moved": [
            {
                "claim_serial": one.serial,
                **money("before", one.before_fen),
                **money("after", one.after_fen),
                **money("difference", one.difference_fen),
            }
            for one in comparison.moved
        ],
        **money("before", comparison.before_fen),
        **money("after", comparison.after_fen),
        **money("difference", comparison.after_fen - comparison.before_fen),
        **money("rest_before", comparison.before.rest_fen),
        **money("rest_after", comparison.after.rest_fen),
        "ranks": [rank_view(one) for one in comparison.after.ranks],
    }


def excess_view(sheet: ExcessSheet | None) -> dict[str, Any] | None:
    """What creditors owe back of receipts under a void agreement (EBL 103(2)); null if none is void."""
    if sheet is None:
        return None
    return {
        **money("total", sheet.total_fen),
        "working": [say(line) for line in sheet.working],
        "items": [
            {
                "claim_serial": row.serial,
                **money("received", row.received_fen),
                **money("kept_up_to", row.due_fen),
                **money("excess", row.excess_fen),
                "working": say(row.working),
            }
            for row in sheet.rows
        ],
    }


def surplus_view(surplus: Surplus) -> dict[str, Any]:
    """What is left over, who gets it, and what must be settled before anybody does (CL 236(2))."""
    return {
        **money("surplus", surplus.rest_fen),
        "before": [say(line) for line in surplus.before],
        "items": [
            {
                "investor_serial": one.holding.serial,
                "name": one.holding.name,
                "holding": views.word(one.holding.kind),
                "measure": one.holding.measure,
                **money("paid", one.fen),
            }
            for one in surplus.given
        ],
        "working": [say(line) for line in surplus.working],
    }


@blueprint.post("/distributions/draft")
@blueprint.arguments(LineQuery, location="query", as_kwargs=False)
@blueprint.arguments(DraftAsked)
@blueprint.response(200)
def draft(query: dict[str, Any], body: dict[str, Any], case_id: int) -> Response:
    """What every claim would get, by the register as it stands and the figures given; nothing is written."""
    found = drafts.drafted(visit.occasion(), shared(case_id), body)
    made = found.draft
    shown = drafts.page_of(found.lines(query["rank"] or "", query["state"]), query["page"], query["size"])
    return jsonify(
        {
            **money("available", found.figures.available_fen),
            **money("surplus", made.surplus_fen),
            **money("pool", made.pool_fen),
            **money("rest", made.rest_fen),
            "unmet": list(made.unmet),
            "of_unknown_condition": [claim.serial for claim in found.of_unknown_condition],
            "ranks": [rank_view(one) for one in made.ranks],
            "shares": [
                {"state": views.word(state), "count": count, **money("sum", fen)}
                for state, (count, fen) in made.escrow().items()
            ],
            "working": [say(line) for line in made.working],
            "taxes_older_than_securities": [say(line) for line in found.older_taxes],
            "investors": surplus_view(found.surplus),
            "comparison": comparison_view(found.comparison),
            "excess": excess_view(found.excess),
            "lines": {
                "items": [line_view(found, line) for line in shown.rows],
                "page": shown.page,
                "size": shown.size,
                "total": shown.total,
                "pages": shown.pages,
            },
        }
    )
