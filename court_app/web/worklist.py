"""What waits for the person today."""

from flask import Blueprint, render_template

from court_app import visit
from court_app.services import administrator_desk, finding
from court_app.web.case_page import from_outside, state_of
from models import Document
from models.vocabulary import DocumentState

blueprint = Blueprint("worklist", __name__)


@blueprint.get("/")
def show() -> str:
    """Clocks, papers, deliveries and cases that wait; an administrator sees what he owes."""
    occasion = visit.occasion()
    if from_outside():
        desk = administrator_desk.desk(occasion)
        return render_template(
            "worklist_administrator.html", desk=desk, today=occasion.today, state_of=state_of
        )
    return render_template(
        "worklist.html", work=finding.worklist(occasion), today=occasion.today, paper_state=paper_state
    )


def paper_state(paper: Document) -> DocumentState:
    """The state of a paper as a word."""
    return DocumentState(paper.state)
