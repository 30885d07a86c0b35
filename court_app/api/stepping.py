"""One way to answer a step that a program asks for: taken, taken later by a job, or only checked."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import jsonify, url_for
from flask.wrappers import Response

from court_app import visit
from court_app.api import step_views, views
from court_app.services.occasion import Occasion
from court_app.services.papers import documents, sealing
from court_app.services.procedure.dry_run import nothing_kept
from court_app.services.procedure.machines import Stepping
from court_app.services.procedure.step_records import Taken


def answered(body: Mapping[str, Any], take: Callable[[Occasion], Taken]) -> tuple[Response, int]:
    """Take the step; or with `check` say whether it would be taken, and to what, and keep nothing."""
    if not body["check"]:
        done = take(visit.occasion())
        return put_off(done.subject) if done.later else (jsonify(step_views.taken(done)), 201)
    visit.keeps_nothing()
    with nothing_kept(visit.occasion()) as moment:
        done = take(moment)
        would_be = {"state": views.state_of(done.subject), "case": {"state": views.state_of(done.case)}}
    return jsonify(checked=True, **would_be), 200


def put_off(paper: Stepping) -> tuple[Response, int]:
    """A long paper that is drawn by a job: 202, and where to look how far it is."""
    occasion = visit.occasion()
    answer = jsonify(views.sealing(sealing.of_paper(occasion, documents.find(occasion, paper.id))))
    answer.headers["Location"] = url_for("papers_api.show_sealing", document_id=paper.id)
    return answer, 202
