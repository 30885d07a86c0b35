"""A draft of a distribution on a page: figures in the address, what everybody gets, and what moves if."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from marshmallow import ValidationError

from court_app import visit
from court_app.errors import BadInput, problem_of
from court_app.languages import language, say, translate
from court_app.services.distribution import distribution_drafts as drafts
from court_app.services.distribution import distribution_sheets as sheets
from court_app.services.distribution.distribution_drafts import Drafted
from court_app.services.joint_debts import one_debt_hints
from court_app.services.procedure import steps
from court_app.web.form_errors import label_of
from court_app.web.layout import wanted_page
from court_app.web.parts import as_table, opened
from court_app.web.stepping import Answer
from models import Case
from models.vocabulary import ClaimClass, Rank, ShareState
from workflows.calculations.draft import working_of
from workflows.calculations.money import plain
from workflows.payloads.draft import DraftAsked

blueprint = Blueprint("distribution_drafts", __name__, url_prefix="/cases/<int:case_id>/distributions/draft")
ON_A_PAGE = 50
CHANGES = (1, 2, 3)
"""So many claims may be changed at once on the page; the API takes more."""
FIGURES = {
    "available": "available_fen",
    "expenses": "expenses_fen",
    "common": "common_fen",
    "uncollected": "uncollected",
    "other_available": "other_available_fen",
}
OF_ASSET = {"proceeds": "proceeds_fen", "cost": "cost_fen", "order": "order"}
OF_CLAIM = {"claim": "claim_serial", "amount": "amount_fen", "class": "claim_class", "out": "left_out"}
NUMBERED = re.compile(r"(proceeds|cost|order|claim|amount|class|out)_([0-9]{1,7})").fullmatch


def typed() -> dict[str, str]:
    """What the address says, empty fields left out."""
    return {name: text.strip()[:200] for name, text in request.args.items() if text.strip()}


def asked(said: Mapping[str, str]) -> dict[str, Any]:
    """What the address says, as a draft takes it."""
    raw: dict[str, Any] = {field: said[name] for name, field in FIGURES.items() if name in said}
    numbered: dict[str, dict[int, dict[str, Any]]] = {"collateral": {}, "changes": {}}
    for name, text in said.items():
        if found := NUMBERED(name):
            word, number = found.group(1), int(found.group(2))
            if word in OF_ASSET:
                numbered["collateral"].setdefault(number, {"asset_serial": number})[OF_ASSET[word]] = text
            else:
                numbered["changes"].setdefault(number, {})[OF_CLAIM[word]] = text
    for name, items in numbered.items():
        raw[name] = [items[number] for number in sorted(items)]
    return raw


def drafted(case: Case) -> tuple[Drafted | None, dict[str, list[str]]]:
    """The draft that the address asks for; or what is wrong, by the label of the field."""
    try:
        return drafts.drafted(visit.occasion(), case, drafts.read(asked(typed()))), {}
    except (ValidationError, BadInput) as error:
        problem = problem_of(error, language(), translate) or {}
        wrong: dict[str, list[str]] = problem.get("errors", {})
        return None, {label_of(DraftAsked, path): lines for path, lines in wrong.items()}


def address(endpoint: str, case_id: int, number: str = "page") -> Callable[..., str]:
    """The address of the same draft: another page of it, or narrowed to some of its lines."""
    kept = {name: text for name, text in typed().items() if name not in {"page", "moved"}}

    def to(page: int | None = None, **narrowed: str) -> str:
        chosen: dict[str, Any] = {**kept, **narrowed}
        if page is not None:
            chosen[number] = page
        return url_for(endpoint, case_id=case_id, **{name: value for name, value in chosen.items() if value})

    return to


@blueprint.get("")
def show(case_id: int) -> str | tuple[str, int]:
    """The draft of a case with its form."""
    case = opened(case_id)
    found, wrong = drafted(case)
    basic = found or drafts.drafted(visit.occasion(), case, drafts.read({}))
    rank, state = request.args.get("rank", ""), request.args.get("state", None, ShareState)
    lines = found.lines(rank, state) if found else []
    may_propose = steps.allows(visit.occasion(), case, "propose_distribution_plan")
    moved = found.comparison.moved if found and found.comparison else ()
    page = render_template(
        "distribution_draft.html",
        case=case,
        found=found,
        wrong=wrong,
        typed=typed(),
        assets=basic.secured.assets,
        claims=basic.claims,
        default_available=basic.figures.available_fen if not typed().get("available") else None,
        changes=CHANGES,
        classes=list(ClaimClass),
        shown=drafts.page_of(lines, wanted_page(), ON_A_PAGE),
        lines_fen=sum(line.total_fen for line in lines),
        moved=drafts.page_of(moved, request.args.get("moved", 1, int), ON_A_PAGE),
        working_of=working_of,
        debts=len(one_debt_hints.hints_of_case(visit.session(), case)),
        rank=rank,
        state=state,
        to=address("distribution_drafts.show", case_id),
        to_moved=address("distribution_drafts.show", case_id, "moved"),
        export=lambda kind: address("distribution_drafts.export", case_id)(kind=kind),
        proposal=proposal(case_id, found) if found and may_propose else "",
        give=giving(case, found) if found else "",
        equity=Rank.EQUITY,
        printed=address("distribution_drafts.printed", case_id)(),
        section="distributions",
    )
    return (page, 422) if wrong else page


def proposal(case_id: int, found: Drafted) -> str:
    """The form of a plan, filled with the figures of the draft and what was told of collateral."""
    figures = found.figures
    told = {
        f"collateral.{place}.{field}": text
        for place, one in enumerate(asked(typed())["collateral"])
        for field, text in one.items()
    }
    return url_for(
        "steps.show",
        case_id=case_id,
        name="propose_distribution_plan",
        available_fen=plain(figures.available_fen),
        expenses_fen=plain(figures.expenses_fen),
        common_fen=plain(figures.common_fen),
        **told,
    )


def giving(case: Case, found: Drafted) -> str:
    """The form of a distribution to investors, filled with the surplus; empty where nobody may take it."""
    if not (found.surplus.given and steps.allows(visit.occasion(), case, "distribute_surplus")):
        return ""
    fen = plain(found.surplus.rest_fen)
    return url_for("steps.show", case_id=case.id, name="distribute_surplus", pool_fen=fen)


@blueprint.get("/export.<kind>")
def export(case_id: int, kind: str) -> Answer:
    """The draft as a table for a spreadsheet."""
    found, wrong = drafted(opened(case_id))
    if found is None:
        return back(case_id, wrong)
    lines = found.lines(request.args.get("rank", ""), request.args.get("state", None, ShareState))
    rows = [[say(cell) for cell in row] for row in sheets.rows_of(found, lines)]
    return as_table("distribution-draft", kind, [say(name) for name in sheets.HEADING], rows)


@blueprint.get("/sheet.pdf")
def printed(case_id: int) -> Answer:
    """The draft to be printed."""
    case = opened(case_id)
    found, wrong = drafted(case)
    if found is None:
        return back(case_id, wrong)
    try:
        pdf = sheets.printed_draft(visit.occasion(), case, found)
    except BadInput as error:
        return back(case_id, {name: [say(text) for text in texts] for name, texts in error.fields.items()})
    answer = Response(pdf, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = "inline; filename=distribution-draft.pdf"
    return answer


def back(case_id: int, wrong: Mapping[str, list[str]]) -> Answer:
    """Back to the form, saying why."""
    flash(" ".join(text for texts in wrong.values() for text in texts), "danger")
    return redirect(address("distribution_drafts.show", case_id)())
