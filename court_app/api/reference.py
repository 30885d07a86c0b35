"""The description of the API for people: one page, read off the OpenAPI file, nothing from elsewhere."""

from typing import Any

from flask import Blueprint, Flask, current_app, render_template

from court_app.visit import public

blueprint = Blueprint("reference", __name__)


@blueprint.get("/api/v1/")
@public
def show() -> str:
    """Every address of the API with what goes in, what comes out and what may go wrong."""
    api = current_app.extensions["flask-smorest"]["apis"][""]["ext_obj"]
    return render_template("reference.html", spec=api.spec.to_dict(), examples=examples)


def examples(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """The properties of a schema in the order in which they were written."""
    return list(schema.get("properties", {}).items())


def open_to_all(app: Flask) -> None:
    """Nobody needs to sign in to read what the API is."""
    public(app.view_functions["api-docs.openapi_json"])
