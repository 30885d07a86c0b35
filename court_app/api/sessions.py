"""Signing in and out by program."""

from typing import Any

from court_app import identity, visit
from court_app.api.blueprints import CourtBlueprint
from court_app.api.schemas_common import CredentialsSchema, SessionSchema, UserSchema
from models import User

blueprint = CourtBlueprint("sessions", "登录与令牌 · signing in", "/sessions")


@blueprint.post("")
@blueprint.arguments(CredentialsSchema)
@blueprint.response(201, SessionSchema)
@blueprint.alt_response(429, "TOO_MANY_REQUESTS")
@visit.public
def open_session(body: dict[str, str]) -> dict[str, Any]:
    """Sign in; the answer's token goes into `Authorization: Bearer …`."""
    token, found = identity.admit(body["username"], body["password"], body["label"])
    return {"token": token, "expires_at": found.expires_at, "user": found.user}


@blueprint.get("/current")
@blueprint.response(200, UserSchema)
def show_session() -> User:
    """Who is signed in."""
    return visit.person()


@blueprint.delete("/current")
@blueprint.response(204)
def end_session() -> None:
    """Sign out: the token of this request ends at once."""
    identity.leave()
