"""The description of the API for people: one page, read off the OpenAPI file, nothing from elsewhere."""

from typing import Any

from flask import Blueprint, Flask, current_app, render_template

from court_app.visit import public

FILE = "api-docs.openapi_json"
blueprint = Blueprint("reference", __name__)


@blueprint.get("/api/v1/")
@public
def show() -> str:
    """Every address of the API with what goes in, what comes out and what may go wrong."""
    api = current_app.extensions["flask-smorest"]["apis"][""]["ext_obj"]
    return render_template("reference.html", spec=api.spec.to_dict())


def open_to_all(app: Flask) -> None:
    """Nobody needs to sign in to read what the API is."""
    inner: Any = app.view_functions[FILE]

    @public
    def openapi_json() -> Any:
        return inner()

    app.view_functions[FILE] = openapi_json
