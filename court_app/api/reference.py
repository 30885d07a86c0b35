"""The description of the API for people: one page, read off the OpenAPI file, nothing from elsewhere."""

from flask import Blueprint, Flask, current_app, render_template

from court_app.visit import public

blueprint = Blueprint("reference", __name__)


@blueprint.get("/api/v1/")
@public
def show() -> str:
    """Every address of the API with what goes in, what comes out and what may go wrong."""
    api = current_app.extensions["flask-smorest"]["apis"][""]["ext_obj"]
    return render_template("reference.html", spec=api.spec.to_dict())


def open_to_all(app: Flask) -> None:
    """Nobody needs to sign in to read what the API is."""
    name = "api-docs.openapi_json"
    inner = app.view_functions[name]
    app.view_functions[name] = public(lambda: inner())
