"""Reading JSON that strangers send: what Python cannot read is bad input, never a fault of ours.

Brackets nested thousands deep and numbers of thousands of digits are valid JSON that its reader gives up on.
"""

import json
from typing import Any

from flask import Request
from flask.json.provider import DefaultJSONProvider
from webargs.flaskparser import FlaskParser


class CourtJson(DefaultJSONProvider):
    """Flask's JSON, whose reader raises nothing but `ValueError`."""

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        """Read a text.

        Raises:
            ValueError: if it cannot be read.
        """
        try:
            return super().loads(s, **kwargs)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error


class CourtParser(FlaskParser):
    """The reader of request bodies, to which whatever cannot be read is invalid JSON."""

    def _raw_load_json(self, req: Request) -> Any:
        try:
            return super()._raw_load_json(req)
        except (json.JSONDecodeError, UnicodeDecodeError):
            raise
        except (RecursionError, ValueError) as error:
            raise json.JSONDecodeError("nested too deeply, or a number too long", "?", 0) from error
