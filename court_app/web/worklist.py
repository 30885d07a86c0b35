"""What waits for the person today."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from court_app import visit
from court_app.services.administrators import administrator_desk
from court_app.services.casework import finding
from court_app.web.case_page import from_outside, state_of
from court_app.web.layout import WITH_CASES
from models import Document
from models.vocabulary import DocumentState

blueprint = Blueprint("worklist", __name__)


@blueprint.get("/")
def show() -> str | Response:
    """Clocks, papers, deliveries and cases that wait; an administrator sees what he owes.

    Who sees no case at all begins with the users.
    """
    occasion = visit.occasion()
    if occasion.user is not None and not WITH_CASES & occasion.user.roles:
        return redirect(url_for("administration.users_page"))
    if from_outside():
        desk = administrator_desk.desk(occasion)
        return render_template(
            "worklist_administrator.html",
            desk=desk,
            today=occasion.today,
            state_of=state_of,
            paper_state=paper_state,
        )
    return render_template(
        "worklist.html", work=finding.worklist(occasion), today=occasion.today, paper_state=paper_state
    )


def paper_state(paper: Document) -> DocumentState:
    """The state of a paper as a word."""
    return DocumentState(paper.state)
