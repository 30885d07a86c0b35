"""What the public may check: that a paper was issued, with which bytes, signed by whom."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from court_app import visit
from court_app.errors import NotFound
from court_app.languages import say
from court_app.services.casework import proving
from court_app.web.stepping import Answer

blueprint = Blueprint("verification", __name__, url_prefix="/verify")


@blueprint.get("")
@visit.public
def ask() -> str | Response:
    """Ask for a code."""
    code = request.args.get("code", "").strip().upper()[:40]
    return redirect(url_for("verification.show", code=code)) if code else render_template("verify.html")


@blueprint.get("/<code>")
@visit.public
def show(code: str) -> Answer:
    """What is known of the paper that bears a code; where none does, the field again, to be corrected."""
    typed = code.upper()[:40]
    try:
        return render_template("verify.html", proof=proving.proof_of(visit.occasion(), typed))
    except NotFound as error:
        return render_template("verify.html", typed=typed, told=say(error.message)), 404
