"""Papers: on the left as they will be printed, on the right what can be written."""

import secrets
from functools import partial

from flask import Blueprint, Response, make_response, render_template, request, url_for

from court_app import visit
from court_app.languages import thawed
from court_app.services.casework import cases
from court_app.services.paging import pages_of
from court_app.services.papers import documents, sealing
from court_app.services.procedure import steps
from court_app.web.cases import page_address
from court_app.web.layout import asset, wanted_page
from court_app.web.stepping import Answer, StepPage, form_page, posted
from documents.kinds import form_of
from models import Document
from models.vocabulary import DocumentState

blueprint = Blueprint("papers", __name__)
ON_A_PAGE = 50
SECONDS_BETWEEN_LOOKS = "5"
PREVIEW_POLICY = "default-src 'none'; style-src 'self'; img-src data:; frame-ancestors 'self'"


@blueprint.get("/cases/<int:case_id>/documents")
def of_case(case_id: int) -> str:
    """The papers of a case."""
    occasion = visit.occasion()
    case = cases.find(occasion, case_id)
    visit.reads_case(case_id)
    page = wanted_page()
    return render_template(
        "documents.html",
        case=case,
        section="documents",
        page=page,
        state_of=state_of,
        documents=documents.of_case(occasion, case, page=page, size=ON_A_PAGE),
        pages=pages_of(documents.count_of(occasion, case), ON_A_PAGE),
        address=page_address("papers.of_case", case_id=case_id),
    )


def state_of(paper: Document) -> DocumentState:
    """The state of a paper as a word."""
    return DocumentState(paper.state)


def opened(document_id: int) -> Document:
    """A paper that the person may read."""
    paper = documents.find(visit.occasion(), document_id)
    visit.reads_case(paper.case_id)
    return paper


@blueprint.get("/documents/<int:document_id>")
def show(document_id: int) -> Response:
    """The drafting page of a paper; comes again by itself while a long one is being sealed."""
    paper, occasion = opened(document_id), visit.occasion()
    options = steps.own(occasion, documents.options(occasion, paper))
    sealed_later = sealing.of_this_text(occasion, paper)
    under_way = sealed_later is not None and sealed_later.under_way
    waited_for = {"revise", sealing.STEP} if under_way else {"revise"}
    answer = make_response(
        render_template(
            "document.html",
            paper=paper,
            case=paper.case,
            form=form_of(paper.kind),
            state=state_of(paper),
            editing=next((o for o in options if o.transition.name == "revise" and o.allowed), None),
            allowed=[o for o in options if o.allowed and o.transition.name not in waited_for],
            hindered=[o for o in options if not o.allowed],
            approval=documents.approval_of(paper),
            sealing=sealed_later,
            has_pdf=paper.sha256 is not None or not sealing.is_long(paper),
            why=thawed(sealed_later.why) if sealed_later else [],
            key=secrets.token_urlsafe(12),
            section="documents",
        )
    )
    if under_way and "still" not in request.args:
        answer.headers["Refresh"] = SECONDS_BETWEEN_LOOKS
    return answer


def with_style(html: str) -> str:
    """A paper with the style sheet of the screen."""
    return html.replace("</head>", f'<link rel="stylesheet" href="{asset("paper.css")}"></head>', 1)


@blueprint.get("/documents/<int:document_id>/preview")
def preview(document_id: int) -> Response:
    """The paper as it will be printed, as a page of its own."""
    html = with_style(visit.bench().mill.preview(opened(document_id)))
    answer = Response(html, mimetype="text/html")
    answer.headers["Content-Security-Policy"] = PREVIEW_POLICY
    return answer


@blueprint.get("/documents/<int:document_id>/pdf")
def pdf(document_id: int) -> Response:
    """The bytes of the paper; of one that is not yet sealed, a proof."""
    sheet = documents.pdf_of(visit.occasion(), opened(document_id), copy="copy" in request.args)
    answer = Response(sheet.pdf, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f"inline; filename=document-{document_id}.pdf"
    return answer


def page_of(document_id: int, name: str) -> StepPage:
    """A step of a paper as pages show it."""
    paper, occasion = opened(document_id), visit.occasion()
    blocks = [(block.name, block.label) for block in form_of(paper.kind).blocks]
    return StepPage(
        subject=paper,
        name=name,
        back=url_for("papers.show", document_id=document_id),
        take=lambda moment, data, version: documents.take_step(
            moment, document_id, name, data, version=version
        ),
        choices={"blocks": blocks},
        proposal={"blocks": paper.blocks, "made_on": paper.made_on},
        knows=partial(documents.knowledge, occasion, paper, name)(),
    )


@blueprint.get("/documents/<int:document_id>/steps/<name>")
def step(document_id: int, name: str) -> Answer:
    """The form of a step of a paper."""
    return form_page(page_of(document_id, name))


@blueprint.post("/documents/<int:document_id>/steps/<name>")
def take(document_id: int, name: str) -> Answer:
    """Check, confirm, take."""
    return posted(page_of(document_id, name))
