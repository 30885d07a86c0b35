"""One request: one transaction, one person, one moment; what is not open to all is closed."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from court_app import visit
from court_app.errors import Forbidden, NotFound
from court_app.web.session import within
from models import Court, User
from models.vocabulary import Role
from tests.people import a_court, a_user, bearer, enter, form_token, keep
from workflows.text import Text

Writing = Callable[[], Session]
OPEN_TO_ALL = {
    "healthz",
    "readyz",
    "metrics",
    "session.sign_in",
    "session.enter",
    "session.leave",
    "session.choose_language",
    "sessions.open_session",
    "reference.show",
    "api-docs.openapi_json",
    "static.show",
    "verification.ask",
    "phone_ballots.ask",
    "phone_ballots.vote",
    "filing_door.ask",
    "filing_door.enter",
    "filing_door.leave",
    "creditor_filings.desk",
    "creditor_filings.show",
    "creditor_filings.new",
    "creditor_filings.file",
    "creditor_filings.correcting",
    "creditor_filings.correct",
    "creditor_filings.withdrawing",
    "creditor_filings.withdraw",
    "creditor_papers.hand_in",
    "creditor_papers.paper",
    "creditor_filings_api.show_desk",
    "creditor_filings_api.show_claim",
    "creditor_filings_api.file",
    "creditor_filings_api.correct",
    "creditor_filings_api.withdraw",
    "creditor_filings_api.hand_in",
    "verification.show",
    "papers_api.verify",
}


@pytest.fixture(autouse=True)
def judge_lin(writing: Writing) -> None:
    """There is a judge, Lin Jing, at the court of Jianglan."""
    with writing() as session:
        keep(session, a_user(Role.JUDGE, court=a_court()))


def rename(client_app: Flask, ending: Callable[[], object]) -> int:
    """A view that renames the court and then ends in some way."""

    @visit.public
    def view() -> object:
        visit.session().scalars(select(Court)).one().name = "改名法院"
        return ending()

    client_app.add_url_rule("/api/v1/rename", "rename", view, methods=["POST"])  # type: ignore[arg-type]
    return client_app.test_client().post("/api/v1/rename").status_code


def name_of_court(reading: Callable[[], Session]) -> str | None:
    with reading() as session:
        return session.scalar(select(Court.name))


def test_what_a_view_wrote_is_kept_when_it_answers_well(own_app: Flask, reading: Writing) -> None:
    status = rename(own_app, lambda: "ok")

    assert status == 200
    assert name_of_court(reading) == "改名法院"


def test_what_a_view_wrote_is_undone_when_it_raises(own_app: Flask, reading: Writing) -> None:
    def refuse() -> object:
        raise Forbidden(Text("不可以。"))

    status = rename(own_app, refuse)

    assert status == 403
    assert name_of_court(reading) == "江澜市中级人民法院"


def test_what_a_view_wrote_is_undone_when_it_answers_with_an_error(own_app: Flask, reading: Writing) -> None:
    status = rename(own_app, lambda: ("again", 422))

    assert status == 422
    assert name_of_court(reading) == "江澜市中级人民法院"


def test_a_page_that_is_read_cannot_write(own_app: Flask) -> None:
    @visit.public
    def view() -> str:
        visit.session().add(a_court("潮02", "潮平市中级人民法院"))
        visit.session().flush()
        return "written"

    own_app.add_url_rule("/api/v1/write", "write", view)

    assert own_app.test_client().get("/api/v1/write").status_code == 500


def test_only_these_addresses_are_open_to_everybody(app: Flask) -> None:
    marks = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if getattr(app.view_functions[rule.endpoint], "is_public", False)
    }

    assert marks & OPEN_TO_ALL == OPEN_TO_ALL
    assert {name for name in marks - OPEN_TO_ALL if not name.startswith("public.")} == set()


def test_every_other_address_is_closed_to_strangers(app: Flask, client: FlaskClient) -> None:
    answers = {}
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        if getattr(view, "is_public", False) or "GET" not in (rule.methods or set()):
            continue
        path = rule.rule
        for argument in rule.arguments:
            path = re.sub(rf"<any\(([^,)]+)[^)]*\):{argument}>", r"\1", path)
            path = re.sub(rf"<([^<>]*:)?{argument}>", "1", path)
        answers[path] = client.get(path).status_code

    assert answers
    assert {path: status for path, status in answers.items() if status not in {302, 401}} == {}


def test_who_lacks_the_role_is_told_so(own_app: Flask) -> None:
    def view() -> str:
        return visit.must_be(Role.PRESIDENT).name

    own_app.add_url_rule("/api/v1/presidents-only", "presidents_only", view)
    client = own_app.test_client()

    assert client.get("/api/v1/presidents-only", headers=bearer(client)).status_code == 403


def test_an_expired_or_invented_token_opens_nothing(client: FlaskClient) -> None:
    answer = client.get("/api/v1/sessions/current", headers={"Authorization": "Bearer invented"})

    assert answer.status_code == 401


def test_who_is_deactivated_is_out_at_the_next_click(client: FlaskClient, writing: Writing) -> None:
    enter(client)
    with writing() as session:
        session.scalars(select(User)).one().active = False
        session.commit()

    assert client.get("/account").status_code == 302


def test_signing_in_forgets_what_the_cookie_held_before(client: FlaskClient) -> None:
    before = form_token(client)

    enter(client)
    answer = client.post("/sign-out", data={"csrf_token": before})

    assert answer.status_code == 400


def test_an_unknown_case_and_a_forbidden_one_look_alike(own_app: Flask) -> None:
    def view() -> str:
        raise NotFound(Text("没有这个案件，或者您无权查阅。"))

    own_app.add_url_rule("/api/v1/secret-case", "secret_case", view)
    client = own_app.test_client()

    answer = client.get("/api/v1/secret-case", headers=bearer(client))

    assert answer.json is not None
    assert (answer.status_code, answer.json["detail"]) == (404, "没有这个案件，或者您无权查阅。")


@pytest.mark.parametrize(
    "address",
    ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "cases", "", None, "/a\nb"],
)
def test_an_address_outside_the_court_leads_to_the_first_page(address: str | None) -> None:
    assert within(address) == "/"


def test_an_address_inside_the_court_is_followed() -> None:
    assert within("/cases/12?tab=history") == "/cases/12?tab=history"
