"""Front-end files under names that change with their content: kept by browsers for ever, sent compressed."""

from functools import cache

from flask import Blueprint, Response, abort, request

from court_app.assets import VENDOR, manifest
from court_app.visit import public

blueprint = Blueprint("static", __name__, url_prefix="/static/vendor")
FOR_EVER = "public, max-age=31536000, immutable"
TYPES = {"css": "text/css", "js": "text/javascript"}


@blueprint.get("/<name>")
@public
def show(name: str) -> Response:
    """A file by its hashed name."""
    if name not in manifest().values():
        abort(404)
    packed = request.accept_encodings["gzip"] > 0
    response = Response(content(f"{name}.gz" if packed else name), mimetype=TYPES[name.rsplit(".", 1)[-1]])
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = FOR_EVER
    return response


@cache
def content(file_name: str) -> bytes:
    """The bytes of a file; a name never gets other bytes."""
    return (VENDOR / file_name).read_bytes()
