"""Notices to many: the batches of a case, how far they are, sending, results, proof."""

import secrets
from collections.abc import Callable, Mapping
from typing import Any

from flask import Blueprint, Response, flash, make_response, redirect, render_template, request, url_for
from marshmallow import Schema, ValidationError
from werkzeug.wrappers import Response as Redirect

from court_app import visit
from court_app.errors import BadInput
from court_app.languages import say
from court_app.services.casework import cases
from court_app.services.exporting import as_csv, as_workbook
from court_app.services.filing import filing_codes
from court_app.services.occasion import Occasion
from court_app.services.once import once
from court_app.services.paging import pages_of
from court_app.services.papers import (
    notices,
    notices_printing,
    notices_proof,
    notices_results,
    notices_sending,
)
from court_app.services.papers.notices_proof import Cell
from court_app.services.papers.notices_sending import Outcome
from court_app.web.cases import WORKBOOK, page_address
from court_app.web.form_errors import errors_of
from court_app.web.form_reading import read_form
from court_app.web.forms import fields_of
from court_app.web.layout import number, wanted_page
from court_app.web.stepping import Answer
from models import NoticeBatch
from models.vocabulary import DeliveryState, DocumentKind, Term
from workflows.payloads.notices import ConfirmAll, ConfirmList, SendAll
from workflows.text import Text

blueprint = Blueprint("notices", __name__)
ON_A_PAGE = 20
SECONDS_BETWEEN_LOOKS = "5"
Act = Callable[[Occasion, int, Mapping[str, Any]], Outcome]
ACTS: dict[str, tuple[Text, type[Schema], Act]] = {
    "send": (Text("全部发出"), SendAll, notices_sending.send),
    "confirm": (Text("登记同一方式的送达"), ConfirmAll, notices_sending.confirm_method),
    "results": (Text("导入送达结果表"), ConfirmList, notices_results.record_results),
}
"""What can be done with all rows of a batch: label, what is supplied, the service."""


@blueprint.get("/cases/<int:case_id>/notices")
def of_case(case_id: int) -> str:
    """The batches of a case, and the papers that wait for one."""
    occasion = visit.occasion()
    case = cases.find(occasion, case_id)
    visit.reads_case(case_id)
    batches = [(batch, notices.progress(occasion, batch)) for batch in notices.of_case(occasion, case)]
    return render_template(
        "notices.html",
        case=case,
        section="notices",
        batches=batches,
        told={batch.id: notices_proof.telling(occasion, batch) for batch, _ in batches},
        waiting=notices.waiting_papers(occasion, case),
        working=bool(cases.roles_in(occasion, case)),
    )


@blueprint.post("/documents/<int:document_id>/notices")
def make(document_id: int) -> Redirect:
    """Have everyone's copy of an issued paper made."""
    batch = notices.make(visit.occasion(), document_id)
    flash(say(Text("通知正在后台制作，可以离开本页，随时回来查看进度。")), "success")
    return redirect(url_for("notices.show", batch_id=batch.id))


def opened(batch_id: int) -> NoticeBatch:
    """A batch that the person may read."""
    batch = notices.find(visit.occasion(), batch_id)
    visit.reads_case(batch.case_id)
    return batch


@blueprint.get("/notices/<int:batch_id>")
def show(batch_id: int) -> Response:
    """A batch: how far it is, who is told; comes again by itself until all is made."""
    batch, occasion = opened(batch_id), visit.occasion()
    far, page = notices.progress(occasion, batch), wanted_page()
    told = notices_proof.telling(occasion, batch)
    answer = make_response(
        render_template(
            "notices_batch.html",
            batch=batch,
            case=batch.document.case,
            section="notices",
            far=far,
            told=told,
            rows=notices.rows_of(occasion, batch, page=page, size=ON_A_PAGE),
            why_not=lambda row: notices_proof.why_not(row, told.clock),
            state_of=lambda delivery: DeliveryState(delivery.state),
            acts=ACTS if cases.roles_in(occasion, batch.document.case) else {},
            parts=notices_printing.parts(occasion, batch) if far.finished else 0,
            encloses_codes=batch.document.kind == DocumentKind.CREDITOR_NOTICE
            and filing_codes.may_hand_out(occasion, batch.document.case),
            page=page,
            pages=pages_of(batch.total, ON_A_PAGE),
            address=page_address("notices.show", batch_id=batch_id),
        )
    )
    if not far.finished and "still" not in request.args:
        answer.headers["Refresh"] = SECONDS_BETWEEN_LOOKS
    return answer


@blueprint.post("/notices/<int:batch_id>/again")
def again(batch_id: int) -> Redirect:
    """Try once more what no font covered."""
    count = notices.draw_again(visit.occasion(), batch_id)
    flash(say(Text("将重新制作{count}份通知。", count=count)), "success")
    return redirect(url_for("notices.show", batch_id=batch_id))


@blueprint.get("/notices/<int:batch_id>/<int:position>/pdf")
def pdf(batch_id: int, position: int) -> Response:
    """One addressee's copy."""
    opened(batch_id)
    answer = Response(notices.copy_of(visit.occasion(), batch_id, position), mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f"inline; filename=notice-{batch_id}-{position}.pdf"
    return answer


@blueprint.get("/notices/<int:batch_id>/acts/<any(send, confirm, results):name>")
def act_form(batch_id: int, name: str) -> str:
    """The form of an act on all rows."""
    today = visit.occasion().today
    return form(opened(batch_id), name, {"effective_on": today, "served_on": today}, {})


def form(batch: NoticeBatch, name: str, values: Mapping[str, Any], errors: Mapping[str, Any]) -> str:
    """The form, with what was typed and what is wrong with it."""
    label, schema, _ = ACTS[name]
    return render_template(
        "notices_act.html",
        batch=batch,
        case=batch.document.case,
        section="notices",
        name=name,
        label=label,
        views=fields_of(schema, values=values, errors=errors),
    )


def typed_into(schema: type[Schema]) -> dict[str, Any]:
    """What was typed; a file takes the place of the text."""
    typed, file = read_form(schema, request.form), request.files.get("file")
    if file is not None and file.filename:
        typed["rows"] = file.read().decode("utf-8-sig", errors="replace")
    return typed


@blueprint.post("/notices/<int:batch_id>/acts/<any(send, confirm, results):name>")
def act(batch_id: int, name: str) -> Answer:
    """Check on the first press what would happen; do it on the second."""
    label, schema, service = ACTS[name]
    typed, occasion = typed_into(schema), visit.occasion()
    sure, key = "sure" in request.form, request.form.get("key", "")
    outcomes: list[Outcome] = []

    def work() -> int:
        outcomes.append(service(occasion, batch_id, typed))
        return batch_id

    try:
        once(occasion, key if sure else "", work)
    except (BadInput, ValidationError) as error:
        visit.session().rollback()
        return form(opened(batch_id), name, typed, errors_of(error)), 422
    if sure:
        done = outcomes[0].done if outcomes else 0
        flash(say(Text("已记录{count}条。", count=done)), "success")
        return redirect(url_for("notices.show", batch_id=batch_id))
    visit.session().rollback()
    batch = opened(batch_id)
    return render_template(
        "notices_check.html",
        batch=batch,
        case=batch.document.case,
        section="notices",
        name=name,
        label=label,
        typed=typed,
        views=fields_of(schema, values=typed),
        outcome=outcomes[0],
        key=secrets.token_urlsafe(12),
    )


@blueprint.post("/notices/<int:batch_id>/prints")
def print_part(batch_id: int) -> Redirect:
    """Print some hundreds of copies together."""
    part = request.form.get("part", 1, number)
    made = notices_printing.print_part(visit.occasion(), batch_id, part)
    flash(say(Text("打印批次已生成，可以随时再次打开。")), "success")
    return redirect(url_for("ledger.of_case", case_id=made.case_id))


@blueprint.get("/notices/<int:batch_id>/labels/<int:part>")
def labels(batch_id: int, part: int) -> Response:
    """The mailing labels of what is printed together."""
    opened(batch_id)
    answer = Response(notices_printing.labels(visit.occasion(), batch_id, part), mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f"inline; filename=labels-{batch_id}-{part}.pdf"
    return answer


@blueprint.post("/notices/<int:batch_id>/sheet")
def ask_for_sheet(batch_id: int) -> Redirect:
    """Draw the proof sheet as it stands."""
    batch = notices_proof.ask_for_sheet(visit.occasion(), batch_id)
    made = Text("送达证明表已生成。") if batch.sheet_sha256 else Text("送达证明表正在后台生成。")
    flash(say(made), "success")
    return redirect(url_for("notices.show", batch_id=batch_id))


@blueprint.get("/notices/<int:batch_id>/sheet.<any(pdf, csv, xlsx):kind>")
def sheet(batch_id: int, kind: str) -> Response:
    """The proof sheet as it was drawn, or its rows of this moment for a spreadsheet."""
    batch, occasion = opened(batch_id), visit.occasion()
    if kind == "pdf":
        answer = Response(notices_proof.sheet_pdf(occasion, batch_id), mimetype="application/pdf")
    else:
        heading, *rows = [[spoken(cell) for cell in row] for row in notices_proof.exported(occasion, batch)]
        answer = spreadsheet(kind, heading, rows)
    way = "inline" if kind == "pdf" else "attachment"
    answer.headers["Content-Disposition"] = f"{way}; filename=proof-{batch_id}.{kind}"
    return answer


@blueprint.get("/notices/<int:batch_id>/results.csv")
def blank_results(batch_id: int) -> Response:
    """The table to fill in with receipts and returns."""
    rows = notices_sending.rows_of(visit.occasion(), opened(batch_id))
    answer = spreadsheet("csv", notices_results.HEADING, notices_results.blank_table(rows))
    answer.headers["Content-Disposition"] = f"attachment; filename=results-{batch_id}.csv"
    return answer


def spreadsheet(kind: str, heading: Any, rows: Any) -> Response:
    """A table as CSV or workbook."""
    if kind == "xlsx":
        return Response(as_workbook(heading, rows), mimetype=WORKBOOK)
    return Response(as_csv(heading, rows), mimetype="text/csv")


def spoken(cell: Cell) -> str:
    """A cell in the language of the request."""
    return say(cell) if isinstance(cell, Text | Term) else cell
