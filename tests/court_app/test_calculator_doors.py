"""The money calculators through page, API and command: lists typed line by line, answers, refusals."""

import io
import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient

from court_app import create_app
from court_app.bench import Bench
from court_app.cli import main
from court_app.db import upgrade
from court_app.services.casework import users
from court_app.settings import Settings
from models.vocabulary import Role
from tests.conftest import StandingClock
from tests.people import PASSWORD, a_court, a_user, enter, form_token, keep
from workflows.calculations.registry import CALCULATORS

MONEY = ("vote", "plan-classes", "distribution", "equalisation", "remuneration", "court-fee", "interest")
VOTE = {
    "matter": "distribution_plan",
    "present": 6,
    "for_heads": 3,
    "for_amount": "11701234.56",
    "total_amount": "20601234.55",
}


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A court with one judge; nothing here writes to it."""
    chosen = Settings.from_environment({"COURT_DATA_DIR": str(tmp_path_factory.mktemp("calculators"))})
    upgrade(chosen.database_url)
    bench = Bench.of(chosen)
    kept, users.HASHER = users.HASHER, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with bench.writing() as session:
        keep(session, a_user(Role.JUDGE, court=a_court()))
    yield create_app(chosen, StandingClock())
    users.HASHER = kept
    bench.database.dispose()


@pytest.fixture(scope="module")
def judge(application: Flask) -> FlaskClient:
    """The judge's browser."""
    client = application.test_client()
    enter(client)
    return client


Post = Callable[[str, Any], Any]


@pytest.fixture(scope="module")
def post(application: Flask) -> Post:
    """The judge's program."""
    client = application.test_client()
    token = client.post("/api/v1/sessions", json={"username": "lin", "password": PASSWORD}).json["token"]
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    return lambda name, body: client.post(
        f"/api/v1/calculators/{name}", data=json.dumps(body), headers=headers
    )


def typed(client: FlaskClient, calculator: str, **fields: str) -> tuple[int, str]:
    """What the page of a calculator answers to a form: its status and its text."""
    token = form_token(client, "/account")
    answer = client.post(f"/calculators/{calculator}", data={"csrf_token": token, **fields})
    return answer.status_code, re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.text)))


def called(monkeypatch: pytest.MonkeyPatch, name: str, body: str) -> int:
    """The exit code of the command with something on its standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(body.encode())))
    return main(["calc", name])


@pytest.mark.parametrize("name", MONEY)
def test_api_and_command_give_the_same_answer_with_working_and_basis(
    post: Post, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    example = dict(CALCULATORS[name].example)

    by_api = post(name, example).json
    code = called(monkeypatch, name, json.dumps(example))

    assert code == 0
    assert json.loads(capsys.readouterr().out) == by_api
    assert by_api["working"]
    assert by_api["basis"]


@pytest.mark.parametrize("name", MONEY)
def test_an_array_is_answered_item_by_item(post: Post, name: str) -> None:
    good, bad = post(name, [dict(CALCULATORS[name].example), {"nonsense": 1}]).json

    assert good["working"]
    assert bad["error"]["code"] == "unknown_field"


def test_a_wrong_sum_is_named_by_its_place_and_its_reason(
    post: Post, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    claims = [
        {"id": "S1", "rank": "ordinary", "amount": "1.00"},
        {"id": "S2", "rank": "tax", "amount": "1.00"},
    ]
    body = {"pool": "1.00", "claims": claims}

    by_api = post("distribution", body)
    code = called(monkeypatch, "distribution", json.dumps(body))

    assert (by_api.status_code, by_api.mimetype) == (422, "application/problem+json")
    assert (by_api.json["code"], by_api.json["field"]) == ("bad_choice", "claims.1.rank")
    assert code == 2
    assert json.loads(capsys.readouterr().err)["error"]["field"] == "claims.1.rank"


def test_a_field_with_half_a_character_for_its_name_is_refused_and_not_a_fault(post: Post) -> None:
    assert post("vote", {**VOTE, "\ud800": 1}).status_code == 422


@pytest.mark.slow
def test_the_api_takes_a_hundred_thousand_claims(post: Post) -> None:
    claims = [{"id": f"S{n}", "rank": "ordinary", "amount": f"{n}.00"} for n in range(1, 100_001)]

    answer = post("distribution", {"pool": "1000.00", "claims": claims})

    assert answer.status_code == 200
    assert len(answer.json["payments"]) == 100_000


@pytest.mark.parametrize("name", MONEY)
def test_the_page_shows_its_example_ready_to_be_sent(judge: FlaskClient, name: str) -> None:
    page = judge.get(f"/calculators/{name}").text
    fields = dict(re.findall(r'<(?:input|select)[^>]* name="([\w.]+)"[^>]*? value="([^"]*)"', page))
    fields |= dict(re.findall(r'<textarea[^>]* name="([\w.]+)"[^>]*>\n([^<]*)</textarea>', page))
    for select, choices in re.findall(r'<select[^>]* name="([\w.]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', choices)
        fields[select] = chosen[1] if chosen else ""

    status, text = typed(judge, name, **{key: unescape(value) for key, value in fields.items()})

    assert status == 200
    assert "计算过程" in text


def test_a_vote_in_the_address_can_be_passed_on(judge: FlaskClient) -> None:
    query = "&".join(f"{name}={value}" for name, value in VOTE.items())

    page = judge.get(f"/calculators/vote?{query}")

    assert page.status_code == 200
    assert "人数：3／6，须超过2分之1，未达到。" in page.text
    assert "10,300,617.28" in page.text


def test_claims_are_typed_a_line_each_by_any_name_of_their_rank(judge: FlaskClient) -> None:
    lines = "\n".join(
        [
            "F1 破产费用 100.00",
            "",
            "T1\t税款债权\t1,000.00",
            "O1 ordinary 500",
            "O2，普通债权，500.00",
            "O3,ORD,500.00",
            "张 三\tsocial insurance and taxes\t900",
        ]
    )

    status, text = typed(judge, "distribution", pool="2,150.00", claims=lines)

    assert status == 200
    assert "张 三 社会保险费用和税款 900.00 900.00" in text
    assert "O1 普通债权 500.00 50.00" in text
    assert "余额0.00元" in text


def test_secured_claims_are_typed_a_line_each_with_their_asset(judge: FlaskClient) -> None:
    lines = "厂房 100.00 10.00 A 60.00\n设备 5.00 0 C 5.00\n厂房 100.00 10.00 B 60.00"

    status, text = typed(judge, "distribution", pool="1.00", secured=lines)

    assert status == 200
    assert "A 担保财产：厂房 60.00 60.00" in text
    assert "B 担保财产：厂房 60.00 30.00" in text
    assert "B 普通债权 30.00 1.00" in text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"claims": "S1 普通债权 1.00\n\nS2 普通债权 1.005"}, "第3行 ：“金额（元）”最多两位小数"),
        ({"claims": "S1 普通债权 1.00\nS1 普通债权 2.00"}, "第2行 ：“编号”中的“S1”出现了不止一次"),
        ({"claims": "S1 股东 1.00"}, "第1行 ：“顺位”须为：破产费用、共益债务"),
        ({"claims": "S1 普通债权"}, "第1行有2栏，须有3栏"),
        ({"claims": "S1 普通债权 1.00 备注"}, "第1行有4栏，最多3栏"),
        ({"secured": "厂房 1.00 2.00 A 1.00"}, "第1行 ：“变价费用（元）”不能多于变价款"),
        ({"secured": "厂房 9 0 A 1\n厂房 8 0 B 1"}, "第2行：同一财产的变价款和费用前后不一致"),
        ({"secured": "厂房 9 0 A 1\n厂房 9 0 B -1"}, "第2行 ：“债权金额（元）”不能为负数"),
        ({"pool": "-1"}, "“可供分配的财产（元）”不能为负数"),
    ],
)
def test_the_page_says_on_which_line_what_is_wrong_and_keeps_what_was_typed(
    judge: FlaskClient, fields: dict[str, str], said: str
) -> None:
    status, text = typed(judge, "distribution", **{"pool": "1.00", "claims": "", **fields})

    assert status == 422
    assert said in text
    assert all(
        word in text or word == fields.get("pool") for value in fields.values() for word in value.split()
    )


def test_a_second_vote_stands_behind_the_first_on_the_line_of_its_class(judge: FlaskClient) -> None:
    lines = "担保 2 2 5.00 5.00\n普通债权组 6 3 1.00 3.00 6 4 2.00 3.00\ntax 3 1 1 1 拒绝"

    status, text = typed(judge, "plan-classes", classes=lines, **{"facts.taxes_paid_in_full": "no"})

    assert status == 422
    assert "第1行 ：“组别”须为：有财产担保债权组" in text
    status, text = typed(
        judge,
        "plan-classes",
        classes=lines.replace("担保", "有财产担保债权"),
        **{"facts.taxes_paid_in_full": "no"},
    )
    assert status == 200
    assert "普通债权组再次表决：两项均达到，决议通过。" in text
    assert "不符合第2项条件，人民法院不得依此批准。" in text


def test_a_long_list_of_payments_is_cut_and_says_so(judge: FlaskClient) -> None:
    claims = "\n".join(f"S{n} 普通债权 1.00" for n in range(501))

    status, text = typed(judge, "distribution", pool="501.00", claims=claims)

    assert status == 200
    assert "只显示前500笔，共501笔" in text
    assert "S499 普通债权" in text
    assert "S500 普通债权 1.00 1.00" not in text


def test_what_was_typed_is_shown_as_text_and_never_as_a_page(judge: FlaskClient) -> None:
    token = form_token(judge, "/account")

    page = judge.post(
        "/calculators/distribution",
        data={"csrf_token": token, "pool": "1.00", "claims": "<script>1</script> 普通债权 1.00"},
    ).text

    assert "<script>1" not in page
    assert "&lt;script&gt;1" in page


def test_a_form_of_lists_counts_only_with_its_token(judge: FlaskClient) -> None:
    assert judge.post("/calculators/distribution", data={"pool": "1.00"}).status_code == 400
