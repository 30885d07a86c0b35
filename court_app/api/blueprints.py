"""The blueprint of every API module: what may go wrong is documented, a repeated POST is recognised."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from flask_smorest import Blueprint

from court_app.api.idempotency import HEADER, idempotent
from court_app.json_reading import CourtParser

ALWAYS = (401, 403, 404)
WHEN_WRITING = (400, 409, 413, 415, 422)
KEY_PARAMETER = {
    "in": "header",
    "name": HEADER,
    "required": False,
    "schema": {"type": "string", "minLength": 1, "maxLength": 120},
    "description": "the same key with the same body gives the same answer and does nothing twice",
}


class CourtBlueprint(Blueprint):  # type: ignore[misc]
    """A blueprint under `/api/v1`."""

    ARGUMENTS_PARSER = CourtParser()

    def __init__(self, name: str, about: str, prefix: str = "") -> None:
        super().__init__(name, name, url_prefix=f"/api/v1{prefix}", description=about)

    def get(self, rule: str, **options: Any) -> Callable[[Any], Any]:
        """A view that reads."""
        return self._documented(rule, "GET", ALWAYS, options)

    def post(self, rule: str, **options: Any) -> Callable[[Any], Any]:
        """A view that adds or acts; under one Idempotency-Key it does so once."""
        options["parameters"] = [*options.get("parameters", ()), KEY_PARAMETER]
        return self._documented(rule, "POST", ALWAYS + WHEN_WRITING, options, idempotent)

    def put(self, rule: str, **options: Any) -> Callable[[Any], Any]:
        """A view that replaces."""
        return self._documented(rule, "PUT", ALWAYS + WHEN_WRITING, options)

    def patch(self, rule: str, **options: Any) -> Callable[[Any], Any]:
        """A view that changes."""
        return self._documented(rule, "PATCH", ALWAYS + WHEN_WRITING, options)

    def delete(self, rule: str, **options: Any) -> Callable[[Any], Any]:
        """A view that ends something."""
        return self._documented(rule, "DELETE", ALWAYS, options)

    def _documented(
        self,
        rule: str,
        method: str,
        problems: tuple[int, ...],
        options: dict[str, Any],
        around: Callable[[Any], Any] = lambda view: view,
    ) -> Callable[[Any], Any]:
        def register(view: Any) -> Any:
            wrapped = around(view)
            for status in problems:
                wrapped = self.alt_response(status, HTTPStatus(status).name)(wrapped)
            return self.route(rule, methods=[method], **options)(wrapped)

        return register
