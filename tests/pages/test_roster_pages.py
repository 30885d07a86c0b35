"""The roster and the selections on pages: who sees what, and what a form does."""

import json

import pytest
from flask.testing import FlaskClient

from court_app.visit import CourtFlask
from tests.pages.conftest import USERS
from tests.people import form_token

pytestmark = pytest.mark.slow
EVERYBODY_READS = ("/roster", "/roster/7", "/roster?on=2020-01-01&page=3", "/roster?kind=x&grade=y&on=z")


@pytest.mark.parametrize("page", EVERYBODY_READS)
def test_the_published_roster_is_read_by_everybody(browsers: dict[str, FlaskClient], page: str) -> None:
    closed = {username for username in USERS if browsers[username].get(page).status_code != 200}

    assert closed == set()


@pytest.mark.parametrize("page", ["/roster/1/sanctions", "/roster/1/grades", "/roster/1/particulars"])
def test_forms_that_change_the_roster_open_for_its_keepers_alone(
    browsers: dict[str, FlaskClient], page: str
) -> None:
    opened = {username for username in USERS if browsers[username].get(page).status_code == 200}

    assert opened == {"tangbo", "weiran"}


def test_an_entry_shows_its_suspension_and_until_when(browsers: dict[str, FlaskClient]) -> None:
    page = browsers["heqieyu"].get("/roster/7").text

    assert "停止担任管理人" in page
    assert "2027-06-01" in page


def test_a_sanction_is_read_over_before_it_is_written(browsers: dict[str, FlaskClient]) -> None:
    keeper = browsers["weiran"]
    typed = {
        "csrf_token": form_token(keeper, "/account"),
        "status": "REMOVED",
        "ground": "DISQUALIFIED",
        "from_on": "2026-11-24",
        "reason": "被吊销执业许可证。",
    }

    answer = keeper.post("/roster/9/sanctions", data=typed)

    assert "请核对" in answer.text
    assert "在册" in keeper.get("/roster/9").text


def test_a_table_with_a_wrong_row_names_it(browsers: dict[str, FlaskClient]) -> None:
    keeper = browsers["tangbo"]
    table = "名册,名称,编入日期\n机构,某律师事务所,2026-99-01\n"

    answer = keeper.post("/roster/import", data={"csrf_token": form_token(keeper, "/account"), "csv": table})

    assert answer.status_code == 422
    assert "第 2 行" in answer.text


@pytest.mark.parametrize("username", ["hengzheng", "zhengxu", "mingli"])
def test_an_administrator_sees_the_selections_that_chose_it(
    browsers: dict[str, FlaskClient], username: str
) -> None:
    answer = browsers[username].get("/selections")

    assert answer.status_code == 200
    assert "选定与声明" in answer.text


@pytest.mark.parametrize("username", ["hengzheng", "tingzhang", "guanli", "suli"])
def test_the_selections_of_a_case_are_closed_to_who_may_not_read_it(
    browsers: dict[str, FlaskClient], username: str
) -> None:
    assert browsers[username].get("/cases/3/selections").status_code == 404


def test_the_calculator_shows_the_ranking_and_whether_the_commitment_fits(
    browsers: dict[str, FlaskClient],
) -> None:
    page = browsers["jiancha"].get("/calculators/draw?seed=a&case_number=b&candidates=1,2&commitment=00").text

    assert "与承诺值不一致" in page
    assert "24626bfae1695bb43ead6c62001e66f62b99531cd8458d3053c2dfee9197e3c1" in page


def test_the_roster_is_read_by_programs_too(demo: CourtFlask, browsers: dict[str, FlaskClient]) -> None:
    keeper = browsers["tangbo"]
    header = {"X-CSRFToken": form_token(keeper, "/account")}

    answer = json.loads(keeper.get("/api/v1/roster?on=2026-11-24&status=SUSPENDED", headers=header).text)

    assert [one["number"] for one in answer["items"]] == [7]
