"""What waits for the person today."""

from flask import Blueprint, render_template

from court_app import visit
from court_app.services import finding
from models import Document
from models.vocabulary import DocumentState

blueprint = Blueprint("worklist", __name__)


@blueprint.get("/")
def show() -> str:
    """Clocks, papers, deliveries and cases that wait."""
    occasion = visit.occasion()
    return render_template(
        "worklist.html", work=finding.worklist(occasion), today=occasion.today, paper_state=paper_state
    )


def paper_state(paper: Document) -> DocumentState:
    """The state of a paper as a word."""
    return DocumentState(paper.state)
