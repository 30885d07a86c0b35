"""Taking a step in a case."""

from functools import partial

from flask import Blueprint, request, url_for

from court_app import visit
from court_app.languages import say
from court_app.services.administrators.selecting import proposal
from court_app.services.casework import cases
from court_app.services.fees.fee_proposals import proposal_of
from court_app.services.procedure import step_records
from court_app.services.procedure.previewing import preview
from court_app.web.distributions import STEPS as OF_DISTRIBUTIONS
from court_app.web.filing_codes import offered_address
from court_app.web.form_reading import proposed_in
from court_app.web.forms import Choices
from court_app.web.part_choices import of_the_case
from court_app.web.stepping import Answer, StepPage, form_page, posted
from models import Case
from models.vocabulary import ReadinessOfItem
from workflows.law.petition_papers import PAPER_BY_CODE

OF_PAYMENTS = {
    "make_payment_file": ("payments.index", "distribution_serial"),
    "record_payment_results": ("payment_files.file", "file_serial"),
    "record_sent_back": ("payments.show", "returned.0.payment"),
}
"""The page on which a step of payments shows, and the field that says which."""
blueprint = Blueprint("steps", __name__, url_prefix="/cases/<int:case_id>/steps")


def page_of(case_id: int, name: str) -> StepPage:
    """A step of a case as pages show it."""
    occasion = visit.occasion()
    case = cases.find_shared(occasion, case_id)
    visit.reads_case(case_id)
    row = step_records.procedure_of(case).row(name, case.state, case.flags, occasion.today)
    offered = of_the_case(occasion, case, row.payload, name)
    return StepPage(
        subject=case,
        name=name,
        back=url_for("cases.show", case_id=case_id),
        take=lambda moment, data, version: cases.take_step(moment, case_id, name, data, version=version),
        preview=partial(preview, occasion, case),
        choices={"received_codes": missing_papers(case), **offered.choices},
        lookups=offered.lookups,
        proposal={
            "filing_address": offered_address(),
            **proposal(case),
            **proposal_of(occasion, case, name),
            **proposed_in(row.payload(), request.args),
        },
        after=partial(afterwards, case_id, name) if name in OF_DISTRIBUTIONS | OF_PAYMENTS.keys() else None,
    )


def afterwards(case_id: int, name: str, _made: int) -> str:
    """Where a step of distributions and payments leads: to the page of what it has made or moved."""
    endpoint, field = OF_PAYMENTS.get(name, ("distributions.index", ""))
    number = request.form.get(field, "").strip()
    if not number.isdecimal():
        return url_for("distributions.index", case_id=case_id)
    return url_for(endpoint, case_id=case_id, serial=int(number))


def missing_papers(case: Case) -> Choices:
    """The papers that can come in now."""
    open_items = (ReadinessOfItem.MISSING, ReadinessOfItem.DEFECTIVE)
    checklist = case.petition.checklist if case.petition else ()
    return [(i.code, say(PAPER_BY_CODE[i.code].label)) for i in checklist if i.readiness in open_items]


@blueprint.get("/<name>")
def show(case_id: int, name: str) -> Answer:
    """The form of a step."""
    return form_page(page_of(case_id, name))


@blueprint.post("/<name>")
def take(case_id: int, name: str) -> Answer:
    """Check, confirm, take."""
    return posted(page_of(case_id, name))
