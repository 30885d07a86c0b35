"""Who gets in, by page and by program."""

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from models.vocabulary import Role
from tests.conftest import StandingClock
from tests.people import PASSWORD, a_court, a_user, bearer, enter, form_token, keep

Writing = Callable[[], Session]


@pytest.fixture(autouse=True)
def judge_lin(writing: Writing) -> None:
    """There is a judge, Lin Jing, at the court of Jianglan."""
    with writing() as session:
        keep(session, a_user(Role.JUDGE, court=a_court()))


def test_a_page_of_the_court_leads_a_stranger_to_the_sign_in_page_and_back(client: FlaskClient) -> None:
    answer = client.get("/account?from=mail")

    assert answer.status_code == 302
    assert answer.headers["Location"] == "/sign-in?next=/account?from%3Dmail"


def test_who_has_no_account_finds_filing_voting_and_verification_on_the_sign_in_page(
    client: FlaskClient,
) -> None:
    page = client.get("/sign-in").text

    doors = re.findall(r'href="(/claim|/ballot|/verify)"', page)
    assert doors == ["/claim", "/ballot", "/verify"]
    assert {client.get(door).status_code for door in doors} == {200}


def test_a_code_that_no_paper_bears_stays_in_its_field_to_be_corrected(client: FlaskClient) -> None:
    answer = client.get("/verify?code=aaaa-bbbb-cccc-dddd", follow_redirects=True)

    assert answer.status_code == 404
    assert "没有查到这个验证码对应的文书。" in answer.text
    assert 'value="AAAA-BBBB-CCCC-DDDD"' in answer.text


def test_a_judge_signs_in_and_is_greeted_by_name(client: FlaskClient) -> None:
    enter(client)

    assert "林静" in client.get("/account").text


def test_after_sign_in_nobody_is_led_to_another_server(client: FlaskClient) -> None:
    data = {"csrf_token": form_token(client), "username": "lin", "password": PASSWORD}

    answer = client.post("/sign-in?next=//elsewhere.example/", data=data)

    assert answer.headers["Location"] == "/"


def test_a_form_without_the_token_of_its_page_is_refused(client: FlaskClient) -> None:
    answer = client.post("/sign-in", data={"username": "lin", "password": PASSWORD})

    assert answer.status_code == 400
    assert "页面已经过期" in answer.text


def test_a_wrong_password_and_an_unknown_name_are_answered_alike(client: FlaskClient) -> None:
    answers = [
        client.post(
            "/sign-in", data={"csrf_token": form_token(client), "username": name, "password": "x" * 12}
        )
        for name in ("lin", "nobody")
    ]

    assert [answer.status_code for answer in answers] == [401, 401]
    assert all("用户名或者密码不正确。" in answer.text for answer in answers)


def test_after_eight_failures_even_the_right_password_waits_a_quarter_of_an_hour(
    client: FlaskClient, clock: StandingClock
) -> None:
    for _ in range(8):
        client.post("/api/v1/sessions", json={"username": "lin", "password": "wrong password"})

    at_once = client.post("/api/v1/sessions", json={"username": "lin", "password": PASSWORD})
    clock.forward(minutes=15, seconds=1)
    later = client.post("/api/v1/sessions", json={"username": "lin", "password": PASSWORD})

    assert (at_once.status_code, later.status_code) == (429, 201)


def test_signing_out_ends_the_session_at_once(client: FlaskClient) -> None:
    enter(client)
    token = form_token(client, "/account")

    client.post("/sign-out", data={"csrf_token": token})

    assert client.get("/account").status_code == 302


def test_a_session_ends_by_itself_after_ten_hours(client: FlaskClient, clock: StandingClock) -> None:
    enter(client)

    clock.forward(hours=9, minutes=59)
    before = client.get("/account").status_code
    clock.forward(minutes=1)
    after = client.get("/account").status_code

    assert (before, after) == (200, 302)


def test_a_program_gets_a_token_and_is_known_by_it(client: FlaskClient) -> None:
    header = bearer(client)

    answer = client.get("/api/v1/sessions/current", headers=header)

    assert answer.json is not None
    assert answer.json["name"] == "林静"
    assert answer.json["roles"] == ["JUDGE"]
    assert answer.json["court"] == {"code": "澜01", "name": "江澜市中级人民法院"}


def test_a_program_signs_out_and_its_token_is_worth_nothing(client: FlaskClient) -> None:
    header = bearer(client)

    ended = client.delete("/api/v1/sessions/current", headers=header)
    after = client.get("/api/v1/sessions/current", headers=header)

    assert (ended.status_code, after.status_code) == (204, 401)


def test_without_a_token_the_api_says_problem_json(client: FlaskClient) -> None:
    answer = client.get("/api/v1/sessions/current")

    assert answer.status_code == 401
    assert answer.mimetype == "application/problem+json"


def test_the_cookie_of_the_pages_counts_on_the_api_only_with_the_csrf_header(client: FlaskClient) -> None:
    enter(client)
    token = form_token(client, "/account")

    bare = client.get("/api/v1/sessions/current")
    with_header = client.get("/api/v1/sessions/current", headers={"X-CSRFToken": token})

    assert (bare.status_code, with_header.status_code) == (401, 200)


def test_a_fragment_asked_for_after_the_session_ended_reloads_the_whole_page(client: FlaskClient) -> None:
    answer = client.get("/account", headers={"HX-Request": "true"})

    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"] == "/sign-in?next=/account"


def test_who_chooses_english_is_answered_in_english(client: FlaskClient) -> None:
    enter(client)
    token = form_token(client, "/account")

    client.post("/language", data={"csrf_token": token, "language": "en", "next": "/account"})

    assert '<html lang="en">' in client.get("/account").text


def test_a_program_is_answered_in_the_language_of_its_header(client: FlaskClient) -> None:
    answer = client.get("/api/v1/sessions/current", headers={"Accept-Language": "en"})

    assert answer.json is not None
    assert answer.json["title"] == "Please sign in"
