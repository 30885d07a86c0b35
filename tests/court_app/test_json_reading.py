"""JSON that its reader gives up on is bad input, told as such, at every door."""

import pytest
from flask.testing import FlaskClient

TOO_MUCH = ["[" * 100_000, '{"a":' * 50_000, "1" * 5_000, "{", "\x00"]


@pytest.mark.parametrize("body", TOO_MUCH)
def test_a_body_that_nobody_can_read_is_refused_and_no_fault(client: FlaskClient, body: str) -> None:
    answer = client.post("/api/v1/sessions", data=body, content_type="application/json")

    assert answer.status_code in {400, 422}
    assert answer.mimetype == "application/problem+json"
