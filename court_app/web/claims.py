"""What is peculiar to claims on pages: their figures, what a review proposes, the register."""

from datetime import date
from typing import Any

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for

from court_app import visit
from court_app.errors import BadInput
from court_app.languages import say
from court_app.services.claims import claim_register, claim_sheets
from court_app.services.distribution.distribution_drafts import page_of
from court_app.services.joint_debts import one_debt_hints
from court_app.web.cases import page_address
from court_app.web.creditor_forms import stated
from court_app.web.form_errors import sentences_of
from court_app.web.layout import day, wanted_page, yuan
from court_app.web.parts import as_table, opened
from court_app.web.stepping import Answer
from models import Claim, ClaimEntry
from models.vocabulary import ClaimClass, ClaimState
from workflows.calculations.money import plain
from workflows.text import Text

blueprint = Blueprint("claims", __name__, url_prefix="/cases/<int:case_id>/register")
ON_A_PAGE = 50
REVIEW, CORRECT, CONDITION = "review_claim", "correct_claim", "record_condition"
HEADING = (
    Text("序号"),
    Text("债权人"),
    Text("债权性质"),
    Text("申报金额（元）"),
    Text("审查认定金额（元）"),
    Text("确定金额（元）"),
    Text("已抵销（元）"),
    Text("重整、和解中已受偿（元）"),
    Text("扣除抵销、已受偿后计入的债权额（元）"),
    Text("临时确定的债权额（元）"),
    Text("状态"),
    Text("自何日起"),
    Text("附条件、附期限"),
    Text("条件、期限的内容"),
)


def review_of(claim: Claim) -> dict[str, Any]:
    """What the form of a review proposes: every figure as it was filed, with the class that was named."""
    return {
        "claim_class": claim.rank_decided or claim.claim_class,
        "condition_kind": claim.condition_kind,
        "condition": claim.condition,
        "figures": [
            {
                "position": figure.position,
                "admitted_fen": plain(figure.filed_fen),
                "until_on": figure.until_on,
            }
            for figure in claim.figures
        ],
    }


def known_of(claim: Claim, name: str) -> dict[str, Any]:
    """What the form of a step proposes of a claim, so that what was said before is corrected and not lost."""
    if name == CORRECT:
        return {**stated(claim), "asset_serial": claim.asset.serial if claim.asset else ""}
    if name == CONDITION:
        return {"condition_kind": claim.condition_kind, "condition": claim.condition}
    return {}


def figures_to_review(claim: Claim) -> list[tuple[str, str]]:
    """Every figure by its position, named with the sum filed."""
    return [
        (
            str(figure.position),
            say(Text("{kind}：申报{filed}元", kind=figure.kind, filed=yuan(figure.filed_fen))),
        )
        for figure in claim.figures
    ]


def asked_day(today: date) -> date:
    """The day whose register is asked for; today if none that can be read is named."""
    try:
        return date.fromisoformat(request.args.get("on", ""))
    except ValueError:
        return today


@blueprint.get("")
def register(case_id: int) -> str:
    """The register as at a day: the totals of every class, fifty entries a page."""
    occasion, case = visit.occasion(), opened(case_id)
    on, chosen = asked_day(occasion.today), request.args.get("class", None, ClaimClass)
    page = wanted_page()
    return render_template(
        "register.html",
        case=case,
        on=on,
        today=occasion.today,
        chosen=chosen,
        classes=list(ClaimClass),
        found=claim_register.register(occasion, case, on, claim_class=chosen, page=page, size=ON_A_PAGE),
        state_of=lambda entry: ClaimState(entry.state),
        address=page_address("claims.register", "on", "class", case_id=case_id),
        section="claims",
    )


@blueprint.get("/export.<kind>")
def export(case_id: int, kind: str) -> Response:
    """The register as at a day as a table for a spreadsheet."""
    occasion, case = visit.occasion(), opened(case_id)
    on, chosen = asked_day(occasion.today), request.args.get("class", None, ClaimClass)
    entries = claim_register.everything(occasion, case, on, chosen)
    return as_table(f"register-{on}", kind, [say(label) for label in HEADING], list(map(cells, entries)))


@blueprint.get("/debts")
def debts(case_id: int) -> str:
    """Which claims may be for one debt, who stands back, what must go back: fifty hints a page."""
    case = opened(case_id)
    found = page_of(one_debt_hints.hints_of_case(visit.session(), case), wanted_page(), ON_A_PAGE)
    return render_template(
        "one_debts.html",
        case=case,
        found=found,
        address=page_address("claims.debts", case_id=case_id),
        section="joint_parties",
    )


@blueprint.get("/<which>.pdf")
def printed(case_id: int, which: str) -> Answer:
    """The register of filings, or the claims table, as at a day, to be printed and signed."""
    occasion, case = visit.occasion(), opened(case_id)
    on = asked_day(occasion.today)
    try:
        pdf = claim_sheets.printed(occasion, case, which, on)
    except BadInput as error:
        flash(" ".join(sentences_of(error)), "danger")
        return redirect(url_for("claims.register", case_id=case_id, on=on.isoformat()))
    answer = Response(pdf, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f"inline; filename={which}-{on}.pdf"
    return answer


def cells(entry: ClaimEntry) -> list[str]:
    """One entry as a row of the exported register."""
    sums = (
        *(getattr(entry, name) for name in claim_register.SUMS),
        entry.amount_fen,
        entry.provisional_fen,
    )
    return [
        str(entry.claim.serial),
        entry.claim.party.name,
        say(entry.claim_class),
        *("" if fen is None else plain(fen) for fen in sums),
        say(ClaimState(entry.state)),
        day(entry.on),
        say(entry.claim.depends_on) if entry.claim.depends_on else "",
        entry.claim.condition,
    ]
