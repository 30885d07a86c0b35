"""The system administrator imports a notice; nobody else may."""

import pytest
from flask.testing import FlaskClient

from court_app.visit import CourtFlask
from models import CalendarDay, User
from models.vocabulary import Role
from tests.people import a_court, a_user, enter, form_token, keep


@pytest.fixture
def admin(app: CourtFlask, client: FlaskClient) -> FlaskClient:
    """A system administrator at a browser."""
    with app.extensions["court"].writing() as session:
        keep(session, a_user(Role.SYSTEM_ADMIN))
    enter(client)
    return client


def send(client: FlaskClient, csv: str, source: str = "国办发明电〔2026〕1号") -> tuple[int, str]:
    """Import a text."""
    token = form_token(client, "/administration/calendar")
    answer = client.post("/administration/calendar", data={"csrf_token": token, "csv": csv, "source": source})
    return answer.status_code, answer.text


def test_a_notice_is_kept_day_by_day(app: CourtFlask, admin: FlaskClient) -> None:
    status, _ = send(admin, "2027-02-05,REST\n2027-02-07,WORKING\n")

    with app.extensions["court"].reading() as session:
        assert (status, session.query(CalendarDay).count()) == (302, 2)
    assert "国办发明电〔2026〕1号" in admin.get("/administration/calendar").text


def test_a_line_that_cannot_be_read_is_named_and_nothing_is_kept(app: CourtFlask, admin: FlaskClient) -> None:
    status, text = send(admin, "2027-02-05,REST\n2027-02-30,REST\n")

    with app.extensions["court"].reading() as session:
        assert (status, session.query(CalendarDay).count()) == (422, 0)
    assert "第2行不能识别" in text
    assert "2027-02-30" in text, "what was typed is kept"


def test_nobody_else_opens_the_calendar(app: CourtFlask, client: FlaskClient) -> None:
    with app.extensions["court"].writing() as session:
        court = a_court()
        keep(session, court, a_user(Role.PRESIDENT, court=court))
        assert session.query(User).count() == 1
    enter(client)

    assert client.get("/administration/calendar").status_code == 403
