"""The delivery ledger: who is served with what, how, and when; and what is printed together."""

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Redirect

from court_app import visit
from court_app.languages import say
from court_app.services.casework import cases
from court_app.services.paging import pages_of
from court_app.services.papers import deliveries, return_receipts
from court_app.web.cases import page_address
from court_app.web.layout import wanted_page
from court_app.web.stepping import Answer, StepPage, form_page, posted
from models import Delivery
from models.vocabulary import DeliveryState
from workflows.text import Text

blueprint = Blueprint("ledger", __name__)
ON_A_PAGE = 50


@blueprint.get("/cases/<int:case_id>/deliveries")
def of_case(case_id: int) -> str:
    """The ledger of a case."""
    occasion = visit.occasion()
    case = cases.find(occasion, case_id)
    visit.reads_case(case_id)
    page, state = wanted_page(), request.args.get("state", "")[:40] or None
    return render_template(
        "deliveries.html",
        case=case,
        section="deliveries",
        state=state,
        states=list(DeliveryState),
        deliveries=deliveries.of_case(occasion, case, state=state, page=page, size=ON_A_PAGE),
        batches=deliveries.batches_of(occasion, case),
        state_of=state_of,
        page=page,
        pages=pages_of(deliveries.count_of(occasion, case, state), ON_A_PAGE),
        address=page_address("ledger.of_case", "state", case_id=case_id),
    )


def state_of(delivery: Delivery) -> DeliveryState:
    """The state of a delivery as a word."""
    return DeliveryState(delivery.state)


@blueprint.post("/cases/<int:case_id>/batches")
def print_batch(case_id: int) -> Redirect:
    """Print what was ticked together."""
    occasion = visit.occasion()
    case = cases.find(occasion, case_id)
    cases.must_work_on(occasion, case)
    chosen = [
        int(number) for number in request.form.getlist("delivery") if number.isdecimal() and len(number) < 10
    ]
    title = request.form.get("title", "").strip() or occasion.today.isoformat()
    deliveries.print_batch(occasion, case, chosen, title)
    flash(say(Text("打印批次已生成，可以随时再次打开。")), "success")
    return redirect(url_for("ledger.of_case", case_id=case_id))


@blueprint.get("/batches/<int:batch_id>/pdf")
def batch(batch_id: int) -> Response:
    """The bytes of a print batch, the same as the first time."""
    kept, pdf = deliveries.find_batch(visit.occasion(), batch_id)
    visit.reads_case(kept.case_id)
    answer = Response(pdf, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f"inline; filename=batch-{batch_id}.pdf"
    return answer


def opened(delivery_id: int) -> Delivery:
    """A delivery that the person may read."""
    delivery = deliveries.find(visit.occasion(), delivery_id)
    visit.reads_case(delivery.case_id)
    return delivery


@blueprint.get("/deliveries/<int:delivery_id>")
def show(delivery_id: int) -> str:
    """One delivery and what may come next."""
    delivery = opened(delivery_id)
    options = deliveries.options(visit.occasion(), delivery)
    return render_template(
        "delivery.html",
        delivery=delivery,
        case=delivery.document.case,
        state=state_of(delivery),
        no_receipt=return_receipts.why_none(delivery),
        allowed=[o for o in options if o.allowed],
        hindered=[o for o in options if not o.allowed],
        section="deliveries",
    )


@blueprint.get("/deliveries/<int:delivery_id>/receipt")
def receipt(delivery_id: int) -> Response:
    """The return receipt of a delivery, to be printed and signed."""
    pdf = return_receipts.receipt_of(visit.occasion(), opened(delivery_id))
    answer = Response(pdf, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f"inline; filename=receipt-{delivery_id}.pdf"
    return answer


def page_of(delivery_id: int, name: str) -> StepPage:
    """A step of a delivery as pages show it."""
    delivery, occasion = opened(delivery_id), visit.occasion()
    return StepPage(
        subject=delivery,
        name=name,
        back=url_for("ledger.show", delivery_id=delivery_id),
        take=lambda moment, data, version: deliveries.take_step(
            moment, delivery_id, name, data, version=version
        ),
        proposal={"address": delivery.address, "served_on": occasion.today},
    )


@blueprint.get("/deliveries/<int:delivery_id>/steps/<name>")
def step(delivery_id: int, name: str) -> Answer:
    """The form of a step of a delivery."""
    return form_page(page_of(delivery_id, name))


@blueprint.post("/deliveries/<int:delivery_id>/steps/<name>")
def take(delivery_id: int, name: str) -> Answer:
    """Check, confirm, take."""
    return posted(page_of(delivery_id, name))
