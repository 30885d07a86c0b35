"""Acts that are no steps, only checked: `?check=true` does all of it and keeps nothing."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Response, jsonify, make_response, request

from court_app import visit

CHECK = "check"
YES = frozenset({"true", "1", "yes"})
PARAMETER = {
    "in": "query",
    "name": CHECK,
    "required": False,
    "schema": {"type": "boolean", "default": False},
    "description": "only check, do nothing: 200 with what would come of it, else the error",
}
"""How it is described in the contract."""


def checkable(view: Callable[..., Any]) -> Callable[..., Any]:
    """Answer a check with what the act itself would answer, and `checked`; whatever it wrote is undone."""

    @wraps(view)
    def answered(*args: Any, **kwargs: Any) -> Any:
        if request.args.get(CHECK, "").lower() not in YES:
            return view(*args, **kwargs)
        visit.keeps_nothing()
        with visit.trying_out():
            made: Response = make_response(view(*args, **kwargs))
        return jsonify({**(made.get_json() or {}), "checked": True}), 200

    return answered
