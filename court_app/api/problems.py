"""What goes wrong in the API is told as RFC 9457 problem details, and documented as such."""

from typing import Any

from flask_smorest import Api
from marshmallow import Schema, fields


class ObstacleSchema(Schema):
    """One reason why the law does not allow a step."""

    code = fields.String(metadata={"description": "stable code"})
    message = fields.String(metadata={"description": "sentence in the language of the request"})
    basis = fields.List(fields.String(), metadata={"description": "articles"})


class ProblemSchema(Schema):
    """Problem details for HTTP APIs (RFC 9457)."""

    type = fields.String(required=True, metadata={"description": "kind of problem", "example": "about:blank"})
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String(required=True)
    instance = fields.String()
    request_id = fields.String(metadata={"description": "names the request in the log"})
    errors = fields.Dict(
        keys=fields.String(),
        values=fields.List(fields.String()),
        metadata={"description": "by field, nested fields joined by dots"},
    )
    obstacles = fields.List(fields.Nested(ObstacleSchema))
    version = fields.Integer(metadata={"description": "current version, where the one given was stale"})
    code = fields.String(metadata={"description": "why a calculation is not possible"})
    field = fields.String(allow_none=True)
    message = fields.String()


class CourtApi(Api):  # type: ignore[misc]
    """flask-smorest, whose errors are problem details; `court_app.failures` answers them all."""

    ERROR_SCHEMA = ProblemSchema
    DEFAULT_RESPONSE_CONTENT_TYPE: str

    def _register_error_handlers(self) -> None:
        """Leave errors to the application, which also knows pages."""

    def _register_responses(self) -> None:
        kept: Any = self.DEFAULT_RESPONSE_CONTENT_TYPE
        self.DEFAULT_RESPONSE_CONTENT_TYPE = "application/problem+json"
        super()._register_responses()
        self.DEFAULT_RESPONSE_CONTENT_TYPE = kept
