"""The papers of a case that an administrator has: his own, and what reached him."""

from flask import Blueprint, Response, render_template

from court_app import visit
from court_app.services.paging import pages_of
from court_app.services.papers import served_papers
from court_app.web.case_page import paper_address
from court_app.web.cases import page_address
from court_app.web.layout import wanted_page
from court_app.web.parts import opened
from models.vocabulary import DocumentState

blueprint = Blueprint("served", __name__, url_prefix="/cases/<int:case_id>/served")
ON_A_PAGE = 20


@blueprint.get("")
def index(case_id: int) -> str:
    """The papers of a case that the person's administrator has."""
    occasion, case = visit.occasion(), opened(case_id)
    page = wanted_page()
    total = served_papers.count_of(occasion, case)
    return render_template(
        "served.html",
        case=case,
        papers=served_papers.of_case(occasion, case, page=page, size=ON_A_PAGE),
        page=page,
        pages=pages_of(total, ON_A_PAGE),
        address=page_address("served.index", case_id=case_id),
        paper_address=paper_address,
        paper_state=lambda paper: DocumentState(paper.state),
        section="served",
    )


@blueprint.get("/<int:document_id>")
def pdf(case_id: int, document_id: int) -> Response:
    """The bytes of such a paper."""
    sheet = served_papers.pdf(visit.occasion(), opened(case_id), document_id)
    answer = Response(sheet.pdf, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f"inline; filename=document-{document_id}.pdf"
    return answer
