"""Every kind of paper with invented facts: what the court can issue, and how it will look."""

from flask import Blueprint, Response, render_template

from court_app import visit
from court_app.errors import NotFound
from court_app.services.papers.mill import SEAL_TEXT
from court_app.web.papers import PREVIEW_POLICY, with_style
from documents.drafting import default_blocks, sample_facts
from documents.kinds import form_of
from documents.rendering import Look, render_html, render_pdf
from models.vocabulary import DocumentKind
from workflows.text import Text

blueprint = Blueprint("specimens", __name__, url_prefix="/specimens")


@blueprint.get("")
def index() -> str:
    """Every kind with its form number and who approves it."""
    return render_template("specimens.html", forms=[form_of(kind) for kind in DocumentKind])


def kind_of(name: str) -> DocumentKind:
    """A kind by its name.

    Raises:
        NotFound: if there is none.
    """
    if name not in DocumentKind.__members__:
        raise NotFound(Text("没有这种文书。"))
    return DocumentKind[name]


def look() -> Look:
    """How a specimen looks: sealed for tests, and marked as specimen."""
    address = visit.bench().mill.verify_address
    return Look(specimen=True, sealed=True, seal_text=SEAL_TEXT, verify_address=address)


@blueprint.get("/<name>")
def show(name: str) -> Response:
    """A specimen as a page."""
    kind = kind_of(name)
    facts = sample_facts(kind)
    html = render_html(kind, facts, default_blocks(kind, facts), look())
    answer = Response(with_style(html), mimetype="text/html")
    answer.headers["Content-Security-Policy"] = PREVIEW_POLICY
    return answer


@blueprint.get("/<name>.pdf")
def pdf(name: str) -> Response:
    """A specimen as PDF, unsigned."""
    kind = kind_of(name)
    facts = sample_facts(kind)
    return Response(render_pdf(kind, facts, default_blocks(kind, facts), look()), mimetype="application/pdf")
