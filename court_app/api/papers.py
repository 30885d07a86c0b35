"""Documents and deliveries: lists, steps, bytes; and what the public may verify."""

from typing import Any

from flask import Response, jsonify

from court_app import visit
from court_app.api import step_views, views
from court_app.api.blueprints import CourtBlueprint
from court_app.api.cases import ID, expected_version, opened
from court_app.api.cases import shared as shared_case
from court_app.api.schemas import StepBody
from court_app.api.schemas_common import PageQuery
from court_app.api.stepping import answered
from court_app.services.casework import proving
from court_app.services.papers import deliveries, documents, return_receipts, sealing, served_papers

blueprint = CourtBlueprint("papers_api", "文书与送达 · documents and deliveries")
PAPER = "<int(max=2147483647):document_id>"
DELIVERY = "<int(max=2147483647):delivery_id>"


@blueprint.get(f"/cases/{ID}/documents")
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200)
def list_documents(query: dict[str, Any], case_id: int) -> Response:
    """The papers of a case, newest first."""
    case, occasion = opened(case_id), visit.occasion()
    total = documents.count_of(occasion, case)
    papers = documents.of_case(occasion, case, page=query["page"], size=query["size"])
    return jsonify(views.page_of([views.document(paper) for paper in papers], total, query))


@blueprint.get(f"/cases/{ID}/own-documents")
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200)
def list_own_documents(query: dict[str, Any], case_id: int) -> Response:
    """The papers that an administrator has: his own, those served on him, those of the creditors."""
    case, occasion = shared_case(case_id), visit.occasion()
    total = served_papers.count_of(occasion, case)
    papers = served_papers.of_case(occasion, case, page=query["page"], size=query["size"])
    return jsonify(views.page_of([views.document(paper) for paper in papers], total, query))


@blueprint.get(f"/cases/{ID}/deliveries")
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200)
def list_deliveries(query: dict[str, Any], case_id: int) -> Response:
    """The delivery ledger of a case, newest first."""
    case, occasion = opened(case_id), visit.occasion()
    total = deliveries.count_of(occasion, case)
    rows = deliveries.of_case(occasion, case, page=query["page"], size=query["size"])
    return jsonify(views.page_of([views.delivery(row) for row in rows], total, query))


@blueprint.get(f"/documents/{PAPER}")
@blueprint.response(200)
def show_document(document_id: int) -> Response:
    """One paper with its blocks and frozen facts."""
    paper = documents.find(visit.occasion(), document_id)
    visit.reads_case(paper.case_id)
    return jsonify(views.document_whole(paper))


@blueprint.get(f"/documents/{PAPER}/steps")
@blueprint.response(200)
def document_steps(document_id: int) -> Response:
    """Every step of a paper."""
    occasion = visit.occasion()
    paper = documents.find(occasion, document_id)
    visit.reads_case(paper.case_id)
    return jsonify(
        version=paper.version, items=[step_views.option(o) for o in documents.options(occasion, paper)]
    )


@blueprint.post(f"/documents/{PAPER}/steps")
@blueprint.arguments(StepBody)
@blueprint.response(201)
@blueprint.alt_response(202, description="A long paper is being drawn; see `Location`")
def take_document_step(body: dict[str, Any], document_id: int) -> tuple[Response, int]:
    """Take a step of a paper; a long one is sealed by a job: 202, and `Location` says how far it is."""
    version = expected_version(body)
    return answered(
        body,
        lambda moment: documents.take_step(moment, document_id, body["step"], body["data"], version=version),
    )


@blueprint.get(f"/documents/{PAPER}/sealing")
@blueprint.response(200)
def show_sealing(document_id: int) -> Response:
    """How far the sealing of a long paper is; 404 if none was asked for."""
    occasion = visit.occasion()
    paper = documents.find(occasion, document_id)
    visit.reads_case(paper.case_id)
    return jsonify(views.sealing(sealing.of_paper(occasion, paper)))


@blueprint.get(f"/documents/{PAPER}/pdf")
@blueprint.response(200, content_type="application/pdf")
def document_pdf(document_id: int) -> Response:
    """The bytes of a paper; of one that is not yet sealed, a proof."""
    occasion = visit.occasion()
    paper = documents.find(occasion, document_id)
    visit.reads_case(paper.case_id)
    return Response(documents.pdf_of(occasion, paper).pdf, mimetype="application/pdf")


@blueprint.get(f"/deliveries/{DELIVERY}")
@blueprint.response(200)
def show_delivery(delivery_id: int) -> Response:
    """One row of the ledger."""
    row = deliveries.find(visit.occasion(), delivery_id)
    visit.reads_case(row.case_id)
    return jsonify(views.delivery(row))


@blueprint.get(f"/deliveries/{DELIVERY}/receipt")
@blueprint.response(200, content_type="application/pdf")
@blueprint.alt_response(409, description="Cancelled, or served by announcement: nobody signs for it")
def delivery_receipt(delivery_id: int) -> Response:
    """The return receipt of a delivery, to be printed and signed."""
    occasion = visit.occasion()
    row = deliveries.find(occasion, delivery_id)
    visit.reads_case(row.case_id)
    return Response(return_receipts.receipt_of(occasion, row), mimetype="application/pdf")


@blueprint.get(f"/deliveries/{DELIVERY}/steps")
@blueprint.response(200)
def delivery_steps(delivery_id: int) -> Response:
    """Every step of a delivery."""
    occasion = visit.occasion()
    row = deliveries.find(occasion, delivery_id)
    visit.reads_case(row.case_id)
    return jsonify(
        version=row.version, items=[step_views.option(o) for o in deliveries.options(occasion, row)]
    )


@blueprint.post(f"/deliveries/{DELIVERY}/steps")
@blueprint.arguments(StepBody)
@blueprint.response(201)
def take_delivery_step(body: dict[str, Any], delivery_id: int) -> tuple[Response, int]:
    """Take a step of a delivery."""
    version = expected_version(body)
    return answered(
        body,
        lambda moment: deliveries.take_step(moment, delivery_id, body["step"], body["data"], version=version),
    )


@blueprint.get("/verify/<string(length=19):code>")
@blueprint.response(200)
@visit.public
def verify(code: str) -> Response:
    """What the public may know of the paper that bears a code."""
    proof = proving.proof_of(visit.occasion(), code.upper())
    return jsonify(
        number=proof.number,
        kind=views.word(proof.kind),
        court=proof.court,
        made_on=views.day(proof.made_on),
        issued_at=views.day(proof.issued_at),
        sha256=proof.sha256,
        superseded=proof.superseded,
        signer=proof.signer,
        intact=proof.intact,
    )
