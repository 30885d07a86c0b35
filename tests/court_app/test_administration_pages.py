"""Accounts and administration, as people use them in a browser."""

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Court, User
from models.vocabulary import Role
from tests.people import PASSWORD, a_court, a_user, enter, form_token, keep

Opens = Callable[[], Session]


@pytest.fixture(autouse=True)
def people(writing: Opens) -> None:
    """The court of Jianglan has a judge, Lin Jing, and a system administrator."""
    with writing() as session:
        court = a_court()
        keep(
            session,
            a_user(Role.JUDGE, court=court),
            a_user(Role.SYSTEM_ADMIN, court=court, username="admin", name="管理员"),
        )


def send(client: FlaskClient, path: str, **data: object) -> int:
    return client.post(path, data={"csrf_token": form_token(client, "/account"), **data}).status_code


def test_a_judge_does_not_get_into_the_administration(client: FlaskClient) -> None:
    enter(client)

    statuses = [client.get(path).status_code for path in ("/administration", "/administration/users/1")]

    assert statuses == [403, 403]
    assert "系统管理" not in re.sub(r"<title>.*</title>", "", client.get("/account").text)


def test_an_administrator_adds_a_clerk_who_then_signs_in(client: FlaskClient, reading: Opens) -> None:
    enter(client, "admin")
    with reading() as session:
        court_id = session.scalar(select(Court.id))

    status = send(
        client,
        "/administration/users/new",
        username="wu",
        name="吴敏",
        court=str(court_id),
        roles="CLERK",
        password="first password",
    )
    client.get("/account")
    send(client, "/sign-out")
    enter(client, "wu", "first password")

    assert status == 302
    assert "吴敏" in client.get("/account").text


def test_a_form_that_does_not_fit_comes_back_with_what_was_typed_and_why(client: FlaskClient) -> None:
    enter(client, "admin")

    answer = client.post(
        "/administration/users/new",
        data={"csrf_token": form_token(client, "/account"), "username": "Wu Min", "name": "吴敏"},
    )

    assert answer.status_code == 422
    assert 'value="吴敏"' in answer.text
    assert "没有保存，请先处理以下问题" in answer.text
    assert 'href="#field-password"' in answer.text


def test_an_administrator_deactivates_a_user(client: FlaskClient, reading: Opens) -> None:
    enter(client, "admin")

    status = send(client, "/administration/users/1", name="林静", roles="JUDGE")

    assert status == 302
    with reading() as session:
        assert session.get_one(User, 1).active is False


def test_an_administrator_gives_a_new_password(client: FlaskClient) -> None:
    enter(client, "admin")

    status = send(client, "/administration/users/1/password", password="given by admin")
    send(client, "/sign-out")
    enter(client, "lin", "given by admin")

    assert status == 302


def test_the_settings_of_a_court_show_their_article_and_are_kept(client: FlaskClient, reading: Opens) -> None:
    enter(client, "admin")
    page = client.get("/administration/courts/1").text

    status = send(
        client,
        "/administration/courts/1",
        correction_days="10",
        supplement_default="no",
        exec_transfer_needs_debtor_notice="no",
        hearing_notice_days="3",
        posted_appeal_wait_days="7",
    )

    assert "《最高人民法院" in page
    assert status == 302
    with reading() as session:
        settings = session.get_one(Court, 1).settings
    assert (settings["correction_days"], settings["supplement_default"]) == (10, False)


def test_a_setting_out_of_bounds_is_refused_by_name(client: FlaskClient) -> None:
    enter(client, "admin")

    assert send(client, "/administration/courts/1", correction_days="61") == 422


def test_changing_the_password_keeps_this_session_and_ends_the_others(client: FlaskClient) -> None:
    elsewhere = client.application.test_client()
    enter(elsewhere)
    enter(client)

    status = send(client, "/account/password", old=PASSWORD, password="another long one")

    assert status == 302
    assert client.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 302


def test_a_token_is_shown_once_and_can_be_revoked(client: FlaskClient) -> None:
    enter(client)
    page = client.post(
        "/account/tokens", data={"csrf_token": form_token(client, "/account"), "label": "统计接口"}
    ).text
    found = re.search(r'class="court-token">([^<]+)<', page)
    assert found is not None
    header = {"Authorization": f"Bearer {found.group(1)}"}
    before = client.get("/api/v1/sessions/current", headers=header).status_code

    listed = client.get("/account").text
    revoke = re.search(r'action="(/account/sign-ins/\d+/revoke)"', listed)
    assert revoke is not None
    send(client, revoke.group(1))
    after = client.get("/api/v1/sessions/current", headers=header).status_code

    assert found.group(1) not in listed
    assert (before, after) == (200, 401)
