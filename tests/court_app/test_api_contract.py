"""The API keeps what its description promises, whatever is thrown at it."""

from typing import Any

import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings

from models.vocabulary import Role
from tests.people import a_court, a_user, bearer, keep


@pytest.mark.slow
@pytest.mark.long
def test_signing_in_keeps_its_promises(app: Flask, client: FlaskClient) -> None:
    with app.extensions["court"].writing() as session:
        keep(session, a_user(Role.JUDGE, court=a_court()))
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    found: list[Any] = list(schema.include(path_regex="^/api/v1/sessions").get_all_operations())
    operations = [result.ok() for result in found]

    for operation in operations:
        try_out(operation, bearer(client))

    assert {operation.label for operation in operations} >= {
        "POST /api/v1/sessions",
        "GET /api/v1/sessions/current",
    }


def try_out(operation: Any, headers: dict[str, str]) -> None:
    """Send what hypothesis invents, and check every answer against the description."""

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(case=operation.as_strategy())
    def holds(case: Any) -> None:
        case.call_and_validate(headers=headers)

    holds()
