"""One way to answer a step that a program asks for: taken, or only checked."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import jsonify
from flask.wrappers import Response

from court_app import visit
from court_app.api import step_views, views
from court_app.services.dry_run import nothing_kept
from court_app.services.occasion import Occasion
from court_app.services.step_records import Taken


def answered(body: Mapping[str, Any], take: Callable[[Occasion], Taken]) -> tuple[Response, int]:
    """Take the step; or with `check` say whether it would be taken, and to what, and keep nothing."""
    if not body["check"]:
        return jsonify(step_views.taken(take(visit.occasion()))), 201
    visit.keeps_nothing()
    with nothing_kept(visit.occasion()) as moment:
        done = take(moment)
        would_be = {"state": views.state_of(done.subject), "case": {"state": views.state_of(done.case)}}
    return jsonify(checked=True, **would_be), 200
