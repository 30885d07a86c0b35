"""What goes wrong is told in words of people, in their language, with a way out."""

import pytest
from flask.testing import FlaskClient
from marshmallow import Schema, ValidationError, fields, validate
from sqlalchemy.orm.exc import StaleDataError

from court_app.errors import BadInput, Forbidden, NotFound, StaleVersion, problem_of
from court_app.schema_messages import in_our_words
from workflows.engine import NoSuchStep, StepRefused
from workflows.errors import CalculationError, SettingError
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Obstacle


class Party(Schema):
    name = fields.String(required=True)


class Everything(Schema):
    text = fields.String(validate=validate.Length(2, 3))
    short = fields.String(validate=validate.Length(min=2))
    long = fields.String(validate=validate.Length(max=3))
    number = fields.Integer(strict=True, validate=validate.Range(1, 5))
    least = fields.Integer(validate=validate.Range(min=1))
    most = fields.Integer(validate=validate.Range(max=5))
    choice = fields.String(validate=validate.OneOf(["a", "b"]))
    pattern = fields.String(validate=validate.Regexp("^a$"))
    day = fields.Date()
    moment = fields.AwareDateTime()
    yes = fields.Boolean()
    many = fields.List(fields.String())
    parties = fields.List(fields.Nested(Party))
    party = fields.Nested(Party)
    mapping = fields.Dict()
    needed = fields.String(required=True)
    never_null = fields.String()


def problem(error: Exception, language: str = "zh") -> dict[str, object]:
    found = problem_of(error, language)
    assert found is not None
    return found


def test_a_refused_step_is_a_conflict_that_names_every_obstacle_with_its_article() -> None:
    refusal = StepRefused(
        "accept",
        [
            Obstacle("fee", Text("尚欠{sum}元。", sum=5), cite("EBL 10(1)")),
            Obstacle("team", Text("尚未确定承办法官。"), cite("CPL 40")),
        ],
    )

    told = problem(refusal)

    assert told["status"] == 409
    assert told["obstacles"] == [
        {"code": "fee", "message": "尚欠5元。", "basis": ["《中华人民共和国企业破产法》第十条第一款"]},
        {"code": "team", "message": "尚未确定承办法官。", "basis": ["《中华人民共和国民事诉讼法》第四十条"]},
    ]


@pytest.mark.parametrize(
    ("error", "status", "kind"),
    [
        (NotFound(Text("没有这个案件。")), 404, "/problems/not-found"),
        (Forbidden(Text("不可以。")), 403, "/problems/forbidden"),
        (StaleVersion(4), 409, "/problems/stale-version"),
        (StaleDataError(), 409, "/problems/stale-version"),
        (NoSuchStep("bankruptcy", "fly"), 404, "/problems/no-such-step"),
        (CalculationError("bad_day", Text("不对。"), "from"), 422, "/problems/bad_day"),
        (SettingError("correction_days", Text("不对。")), 422, "/problems/bad-input"),
        (BadInput({"name": [Text("请填写此项。")]}), 422, "/problems/bad-input"),
        (ValidationError("Unknown field."), 422, "/problems/bad-input"),
    ],
)
def test_each_kind_of_error_has_its_status(error: Exception, status: int, kind: str) -> None:
    told = problem(error)

    assert (told["status"], told["type"]) == (status, kind)
    assert told["title"]
    assert told["detail"]


def test_an_error_of_the_program_is_not_for_people() -> None:
    assert problem_of(RuntimeError("x")) is None


def test_a_stale_version_names_the_current_one() -> None:
    assert problem(StaleVersion(4))["version"] == 4


def test_nested_fields_are_named_by_their_path() -> None:
    with pytest.raises(ValidationError) as wrong:
        Everything().load({"needed": "x", "parties": [{"name": "a"}, {}]})

    assert problem(wrong.value)["errors"] == {"parties.1.name": ["请填写此项。"]}


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"text": "a"}, "长度须为2至3。"),
        ({"short": "a"}, "长度不得少于2。"),
        ({"long": "abcd"}, "长度不得超过3。"),
        ({"number": 6}, "须为1至5。"),
        ({"number": "x"}, "须为整数。"),
        ({"least": 0}, "不得小于1。"),
        ({"most": 6}, "不得大于5。"),
        ({"choice": "c"}, "须为：a, b。"),
        ({"pattern": "b"}, "写法不正确。"),
        ({"day": "2026-02-30"}, "须为 2026-09-20 形式的日期。"),
        ({"moment": "x"}, "须为 2026-09-20T09:30:00+08:00 形式的时间。"),
        ({"yes": "maybe"}, "须为是（true）或者否（false）。"),
        ({"many": "a"}, "须为列表。"),
        ({"party": "a"}, "须为对象。"),
        ({"mapping": "a"}, "须为对象。"),
        ({"text": 5}, "须为文字。"),
        ({"never_null": None}, "不能为空值。"),
        ({"other": 1}, "没有这个字段。"),
    ],
)
def test_what_marshmallow_says_is_said_in_chinese(given: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValidationError) as wrong:
        Everything().load({"needed": "x", **given})

    told = problem(wrong.value)["errors"]

    assert isinstance(told, dict)
    assert [text for texts in told.values() for text in texts] == [sentence]


def test_braces_in_a_message_mean_nothing() -> None:
    assert str(in_our_words("{0} and {name}")) == "{0} and {name}"


def test_the_api_tells_a_program_what_is_missing_by_field(client: FlaskClient) -> None:
    answer = client.post("/api/v1/sessions", json={"username": "lin"}, headers={"Accept-Language": "en"})

    assert answer.status_code == 422
    assert answer.json is not None
    assert answer.json["errors"] == {"password": ["Please fill this in."]}
    assert answer.json["instance"] == "/api/v1/sessions"


def test_a_body_that_is_no_json_is_refused_with_a_sentence(client: FlaskClient) -> None:
    answer = client.post("/api/v1/sessions", data="{", content_type="application/json")

    assert answer.status_code in {400, 422}
    assert answer.mimetype == "application/problem+json"


def test_a_wrong_method_names_the_right_ones(client: FlaskClient) -> None:
    answer = client.put("/api/v1/sessions")

    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]
    assert answer.mimetype == "application/problem+json"


def test_a_page_that_does_not_exist_is_told_on_a_page(client: FlaskClient) -> None:
    answer = client.get("/nothing-here")

    assert answer.status_code == 404
    assert answer.mimetype == "text/html"
    assert "没有找到" in answer.text


def test_a_fragment_is_answered_with_a_fragment(client: FlaskClient) -> None:
    answer = client.get("/nothing-here", headers={"HX-Request": "true"})

    assert "<html" not in answer.text
    assert "没有找到" in answer.text
