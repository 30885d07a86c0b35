"""Plans of distribution and distributions: the working, the shares, what became of each."""

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for

from court_app import visit
from court_app.errors import BadInput
from court_app.languages import say, thawed
from court_app.services.casework import cases
from court_app.services.distribution import distribution_plan_sheets, distribution_plans, distributions
from court_app.services.distribution.distributing import counted_in
from court_app.services.distribution.holdings import investors_of
from court_app.services.distribution.in_kind import lines_in_kind
from court_app.services.occasion import Occasion
from court_app.services.payments import payment_lists
from court_app.web.cases import filters, page_address
from court_app.web.form_errors import sentences_of
from court_app.web.layout import day, wanted_page, yuan
from court_app.web.part_rows import may_begin
from court_app.web.parts import as_table, opened
from court_app.web.stepping import Answer
from models import Case, Distribution, Share
from models.vocabulary import DocumentKind, Rank, ShareState
from workflows.calculations.draft_lines import done_with
from workflows.engine import Option
from workflows.text import Text

blueprint = Blueprint("distributions", __name__, url_prefix="/cases/<int:case_id>/distributions")
MOST_EXPORTED = 20_000
PLAN_PAGE = 50
STEPS = frozenset(
    {
        "propose_distribution_plan",
        "recognise_distribution_plan",
        "reconsider",
        "distribute",
        "final_distribution",
        "distribute_surplus",
        "settle_conditional_share",
        "release_guarantee_share",
        "release_litigation_escrow",
        "release_unsold_share",
        "deposit_unclaimed_share",
        "release_unclaimed_share",
    }
)
"""The steps of a case that come next on the page of its plans and distributions."""
HEADING = (
    Text("债权表序号"),
    Text("债权人"),
    Text("债权性质"),
    Text("参加分配的债权额（元）"),
    Text("分配额（元）"),
    Text("状态"),
    Text("处理日期"),
)


@blueprint.get("")
def index(case_id: int) -> str:
    """The plans and the distributions of a case."""
    occasion, case = visit.occasion(), opened(case_id)
    return render_template(
        "distributions.html",
        case=case,
        plans=distributions.plans_of(occasion, case),
        distributions=distributions.of_case(occasion, case),
        may_vote_on=may_begin(case, "motions", "put_to_vote"),
        motion_subject=DocumentKind.DISTRIBUTION_PLAN.zh,
        **next_steps(occasion, case),
        section="distributions",
    )


def next_steps(occasion: Occasion, case: Case) -> dict[str, list[Option]]:
    """The steps about plans and distributions: those that may be taken now, and why others not."""
    options = [option for option in cases.options(occasion, case) if option.transition.name in STEPS]
    return {
        "allowed": [option for option in options if option.allowed],
        "hindered": [option for option in options if not option.allowed],
    }


@blueprint.get("/plans/<int:serial>")
def show_plan(case_id: int, serial: int) -> str:
    """One plan with its contents and its full table."""
    occasion, case = visit.occasion(), opened(case_id)
    plan = distribution_plans.find(occasion, case, serial)
    narrowed, page = bool(request.args.get("undomiciled")), wanted_page()
    lacking = distribution_plans.entries_of(occasion, plan, without_domicile=True, page=page, size=PLAN_PAGE)
    whole = distribution_plans.entries_of(occasion, plan, page=page, size=PLAN_PAGE)
    return render_template(
        "distribution_plan.html",
        in_kind=lines_in_kind(plan),
        investors=investors_of(plan),
        case=case,
        plan=plan,
        found=lacking if narrowed else whole,
        narrowed=narrowed,
        undomiciled=lacking.total,
        count=whole.total,
        totals=distribution_plans.sums_of(occasion, plan),
        working=thawed(plan.working),
        rounding=distribution_plans.ROUNDING,
        done_with=done_with,
        may_vote_on=may_begin(case, "motions", "put_to_vote"),
        motion_subject=DocumentKind.DISTRIBUTION_PLAN.zh,
        address=page_address("distributions.show_plan", "undomiciled", case_id=case_id, serial=serial),
        section="distributions",
    )


@blueprint.get("/plans/<int:serial>/sheet.pdf")
def printed_plan(case_id: int, serial: int) -> Answer:
    """The plan as 破产财产分配方案 with its full table."""
    occasion, case = visit.occasion(), opened(case_id)
    plan = distribution_plans.find(occasion, case, serial)
    try:
        pdf = distribution_plan_sheets.printed(occasion, case, plan)
    except BadInput as error:
        flash(" ".join(sentences_of(error)), "danger")
        return redirect(url_for("distributions.show_plan", case_id=case_id, serial=serial))
    answer = Response(pdf, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f"inline; filename=distribution-plan-{serial}.pdf"
    return answer


@blueprint.get("/plans/<int:serial>/export.<kind>")
def export_plan(case_id: int, serial: int, kind: str) -> Response:
    """The table of a plan for a spreadsheet."""
    occasion, case = visit.occasion(), opened(case_id)
    plan = distribution_plans.find(occasion, case, serial)
    found = distribution_plans.entries_of(occasion, plan, size=MOST_EXPORTED)
    rows = [[say(cell) for cell in distribution_plan_sheets.cells(entry)] for entry in found.rows]
    heading = [say(name) for name in distribution_plan_sheets.HEADING]
    return as_table(f"distribution-plan-{serial}", kind, heading, rows)


@blueprint.get("/<int:serial>")
def show(case_id: int, serial: int) -> str:
    """One distribution with its working and its shares."""
    occasion, case = visit.occasion(), opened(case_id)
    made = distributions.find(occasion, case, serial)
    state = request.args.get("state", None, ShareState)
    page = wanted_page()
    return render_template(
        "distribution.html",
        case=case,
        made=made,
        working=working(made),
        counted_in=counted_in,
        done_with=done_with,
        open_payments=payment_lists.totals_of(occasion, made).open,
        states=distributions.by_state(occasion, made),
        found=distributions.shares_of(occasion, made, state=state, page=page),
        state=state,
        filters=filters("state"),
        address=page_address("distributions.show", "state", case_id=case_id, serial=serial),
        section="distributions",
    )


def working(made: Distribution) -> list[str]:
    """The arithmetic of a distribution, line by line, in the language of the request."""
    return thawed(made.working)


@blueprint.get("/<int:serial>/export.<kind>")
def export(case_id: int, serial: int, kind: str) -> Response:
    """The shares of a distribution as a table for a spreadsheet."""
    occasion, case = visit.occasion(), opened(case_id)
    made = distributions.find(occasion, case, serial)
    state = request.args.get("state", None, ShareState)
    found = distributions.shares_of(occasion, made, state=state, size=MOST_EXPORTED)
    rows = [cells(share) for share in found.shares]
    return as_table(f"distribution-{serial}", kind, [say(name) for name in HEADING], rows)


def cells(share: Share) -> list[str]:
    """A share as a line of a table; an investor has no class and no claim."""
    return [
        str(share.owner.serial),
        share.party.name,
        say(Rank.EQUITY if share.investor else share.claim.claim_class),
        "" if share.investor else yuan(counted_in(share)).replace(",", ""),
        yuan(share.amount_fen).replace(",", ""),
        say(done_with(share.state, share.amount_fen)),
        day(share.settled_on) if share.settled_on else "",
    ]
