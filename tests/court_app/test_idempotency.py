"""A repeated submission is recognised by its key."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask, request
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app import visit
from court_app.api.blueprints import CourtBlueprint
from court_app.errors import Forbidden
from models import Court, IdempotentAnswer
from models.vocabulary import Role
from tests.people import a_court, a_user, bearer, keep
from workflows.text import Text

Opens = Callable[[], Session]


@pytest.fixture
def client(own_app: Flask, writing: Opens) -> FlaskClient:
    """A program of Judge Lin, and an address that founds a court with every POST."""
    with writing() as session:
        court = a_court()
        keep(session, a_user(Role.JUDGE, court=court), a_user(Role.CLERK, court=court, username="wu"))
    blueprint = CourtBlueprint("courts", "courts", "/courts")

    @blueprint.post("")
    def found() -> dict[str, object]:
        visit.person()
        number = visit.session().scalar(select(func.count(Court.id))) or 0
        visit.session().add(a_court(f"试{number}", "试验法院"))
        if request.args.get("refuse"):
            raise Forbidden(Text("不可以。"))
        return {"court": number}

    own_app.register_blueprint(blueprint)
    return own_app.test_client()


def courts(reading: Opens) -> int:
    with reading() as session:
        return session.scalar(select(func.count(Court.id))) or 0


def test_the_same_key_and_body_give_the_same_answer_and_do_it_once(
    client: FlaskClient, reading: Opens
) -> None:
    headers = {**bearer(client), "Idempotency-Key": "a-1"}

    first = client.post("/api/v1/courts", json={"a": 1}, headers=headers)
    second = client.post("/api/v1/courts", json={"a": 1}, headers=headers)

    assert first.json == second.json == {"court": 1}
    assert (first.status_code, second.status_code) == (200, 200)
    assert second.headers["Idempotent-Replayed"] == "true"
    assert courts(reading) == 2


def test_the_same_key_with_another_body_is_refused(client: FlaskClient, reading: Opens) -> None:
    headers = {**bearer(client), "Idempotency-Key": "a-1"}
    client.post("/api/v1/courts", json={"a": 1}, headers=headers)

    answer = client.post("/api/v1/courts", json={"a": 2}, headers=headers)

    assert answer.status_code == 422
    assert answer.json is not None
    assert list(answer.json["errors"]) == ["Idempotency-Key"]
    assert courts(reading) == 2


def test_without_a_key_every_request_counts(client: FlaskClient, reading: Opens) -> None:
    headers = bearer(client)

    for _ in range(2):
        client.post("/api/v1/courts", json={}, headers=headers)

    assert courts(reading) == 3


def test_the_key_of_one_person_means_nothing_to_another(client: FlaskClient, reading: Opens) -> None:
    for name in ("lin", "wu"):
        client.post("/api/v1/courts", json={}, headers={**bearer(client, name), "Idempotency-Key": "a-1"})

    assert courts(reading) == 3


def test_a_refused_request_keeps_no_answer_and_can_be_tried_again(
    client: FlaskClient, reading: Opens
) -> None:
    headers = {**bearer(client), "Idempotency-Key": "a-1"}

    refused = client.post("/api/v1/courts?refuse=1", json={}, headers=headers)
    again = client.post("/api/v1/courts", json={}, headers=headers)

    assert (refused.status_code, again.status_code) == (403, 200)
    assert courts(reading) == 2


@pytest.mark.parametrize("key", ["", "x" * 121])
def test_a_key_has_one_to_120_characters(client: FlaskClient, key: str) -> None:
    answer = client.post("/api/v1/courts", json={}, headers={**bearer(client), "Idempotency-Key": key})

    assert answer.status_code == 422


def test_the_token_of_a_sign_in_is_never_kept(client: FlaskClient, reading: Opens) -> None:
    client.post(
        "/api/v1/sessions",
        json={"username": "lin", "password": "a long password of tests"},
        headers={"Idempotency-Key": "a-1"},
    )

    with reading() as session:
        assert session.scalars(select(IdempotentAnswer)).all() == []


def test_two_different_files_under_one_key_are_two_requests(client: FlaskClient) -> None:
    headers = {**bearer(client), "Idempotency-Key": "a-1"}

    answers = [
        client.post("/api/v1/courts", data={"file": (BytesIO(content), "a.pdf")}, headers=headers).status_code
        for content in (b"one", b"one", b"two")
    ]

    assert answers == [200, 200, 422]
