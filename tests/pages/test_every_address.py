"""Every address × every role: what is not allowed is closed, and nothing ever breaks."""

import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from court_app.services.procedure.parts import SHARED
from court_app.visit import CourtFlask
from tests.pages.conftest import USERS

pytestmark = pytest.mark.slow
PUBLIC = {
    "/sign-in",
    "/healthz",
    "/readyz",
    "/metrics",
    "/verify",
    "/verify/<code>",
    "/static/vendor/<name>",
    "/api/v1/openapi.json",
    "/api/v1/",
    "/language",
    "/ballot",
    "/claim",
    "/claim/leave",
    "/claim/desk",
    "/claim/new",
    "/claim/<int:serial>",
    "/claim/<int:serial>/correct",
    "/claim/<int:serial>/withdraw",
    "/claim/<int:serial>/papers",
    "/claim/<int:serial>/papers/<int:position>",
    "/api/v1/sessions",
    "/api/v1/verify/<string(length=19):code>",
}
EXAMPLES = {
    "case_id": "3",
    "document_id": "5",
    "delivery_id": "3",
    "party_id": "2",
    "batch_id": "1",
    "draft_id": "1",
    "code": "AAAA-BBBB-CCCC-DDDD",
    "kind": "csv",
    "user_id": "2",
    "court_id": "2",
    "sign_in_id": "1",
    "administrator_id": "1",
    "selection_id": "1",
    "serial": "1",
    "change": "grades",
    "part_kind": "claims",
    "event_id": "1",
    "position": "1",
    "part": "1",
    "which": "filings",
    "agreement": "1",
}
NAMES = {
    "steps.": "accept",
    "part_steps.": "file_claim",
    "papers.": "submit",
    "ledger.": "send",
    "notices.": "send",
    "filing.": "receive_application",
    "calculators.": "period",
    "calculators_api.": "period",
}


def address_of(rule: Rule) -> str:
    """A rule with examples in its places."""
    name = next((name for start, name in NAMES.items() if rule.endpoint.startswith(start)), "x")

    def fill(found: re.Match[str]) -> str:
        place = found.group(1).rsplit(":", 1)[-1]
        return EXAMPLES.get(place, name)

    return re.sub(r"<([^>]+)>", fill, rule.rule)


def rules(app: CourtFlask, method: str) -> Iterator[Rule]:
    """Every rule that answers to a method."""
    return (rule for rule in app.url_map.iter_rules() if method in (rule.methods or ()))


def test_nobody_enters_without_signing_in(demo: CourtFlask) -> None:
    stranger = demo.test_client()
    opened = []
    for method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
        for rule in rules(demo, method):
            answer = stranger.open(address_of(rule), method=method)
            closed = answer.status_code in {401, 400} or (
                answer.status_code == 302 and "/sign-in" in answer.location
            )
            if not closed and rule.rule not in PUBLIC:
                opened.append((method, rule.rule, answer.status_code))

    assert opened == []


@pytest.mark.parametrize("username", USERS)
def test_no_page_breaks_for_any_role(
    demo: CourtFlask, browsers: dict[str, FlaskClient], username: str
) -> None:
    broken = []
    for rule in rules(demo, "GET"):
        answer = browsers[username].get(address_of(rule))
        if answer.status_code >= 500:
            broken.append((rule.rule, answer.status_code))

    assert broken == []


CASE_PAGES = (
    "/cases/3",
    "/cases/3/documents",
    "/cases/3/deliveries",
    "/cases/3/parties",
    "/cases/3/team",
    "/cases/3/history",
    "/cases/3/claims",
    "/cases/3/submissions",
    "/cases/3/distributions",
)
SHARED_PAGES = {"/cases/3", "/cases/3/claims", "/cases/3/submissions", "/cases/3/distributions"}
"""What the administrator of the case sees of it too."""


@pytest.mark.parametrize("page", CASE_PAGES)
def test_a_case_opens_for_office_and_team_and_for_nobody_else(
    browsers: dict[str, FlaskClient], page: str
) -> None:
    seen = {username for username in USERS if browsers[username].get(page).status_code == 200}

    assert seen - ({"hengzheng"} if page in SHARED_PAGES else set()) == {
        "lian",
        "shenzhiheng",
        "ouyangshen",
        "luyun",
        "fangyining",
        "heqieyu",
        "tangbo",
        "weiran",
        "guyin",
        "jiancha",
    }


@pytest.mark.parametrize("username", USERS)
def test_only_the_system_administrator_opens_the_administration(
    browsers: dict[str, FlaskClient], username: str
) -> None:
    answer = browsers[username].get("/administration")

    assert (answer.status_code == 200) == (username == "guanli")


def test_the_auditor_reads_a_case_and_can_take_no_step(browsers: dict[str, FlaskClient]) -> None:
    page = browsers["jiancha"].get("/cases/3").text

    assert "现在没有您可以记录的步骤" in page


def test_a_form_without_its_token_is_refused(browsers: dict[str, FlaskClient]) -> None:
    answer = browsers["shenzhiheng"].post("/cases/3/steps/accept", data={"confirmed": "1"})

    assert answer.status_code == 400


def test_every_answer_carries_the_strict_policy(browsers: dict[str, FlaskClient]) -> None:
    for page in ("/", "/cases", "/cases/3", "/documents/5"):
        policy = browsers["shenzhiheng"].get(page).headers["Content-Security-Policy"]

        assert "unsafe" not in policy
        assert "default-src 'self'" in policy


@pytest.mark.parametrize(
    "query", ["kind=x", "endpoint=x", "_scheme=javascript", "_external=1", "case_id=9", "page=-3"]
)
@pytest.mark.parametrize("page", ["/cases", "/cases/3/history", "/cases/3/deliveries", "/cases/3/parties"])
def test_strange_words_in_an_address_are_not_passed_on(
    browsers: dict[str, FlaskClient], page: str, query: str
) -> None:
    answer = browsers["shenzhiheng"].get(f"{page}?{query}")

    assert answer.status_code == 200
    assert "javascript:" not in answer.text


@pytest.mark.parametrize("query", ["q=法院", "q=%00", "page=99999999999999999999", "state=x&category=x"])
@pytest.mark.parametrize("kind", sorted(SHARED))
def test_every_list_of_a_case_can_be_searched_by_any_words(
    browsers: dict[str, FlaskClient], kind: str, query: str
) -> None:
    answer = browsers["shenzhiheng"].get(f"/cases/3/{kind}?{query}")

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "page",
    [
        "/cases?page=",
        "/cases?year=",
        "/roster?court=",
        "/filing/receive_application?draft=",
        "/cases/3/account?serial=",
    ],
)
def test_a_number_that_no_database_holds_is_as_none(browsers: dict[str, FlaskClient], page: str) -> None:
    answer = browsers["shenzhiheng"].get(page + "9" * 20)

    assert answer.status_code < 500
