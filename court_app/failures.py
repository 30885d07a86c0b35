"""Errors become answers here: a problem object for programs, a page for people, in the same words."""

from http import HTTPStatus
from typing import Any

from flask import Flask, Response, g, jsonify, render_template, request
from flask_wtf.csrf import CSRFError
from marshmallow import ValidationError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from court_app import languages
from court_app.errors import Problem, ServiceError
from court_app.identity import is_api
from workflows.engine import NoSuchStep, StepRefused
from workflows.errors import CalculationError, SettingError
from workflows.text import Text

FOR_PEOPLE: tuple[type[Exception], ...] = (
    ServiceError,
    StepRefused,
    NoSuchStep,
    ValidationError,
    CalculationError,
    SettingError,
    StaleDataError,
)
KEPT_HEADERS = ("Allow", "Retry-After", "WWW-Authenticate")
SENTENCES: dict[int, tuple[Text, Text]] = {
    400: (Text("请求不能处理"), Text("请求的写法不正确，请返回后重试。")),
    401: (Text("请先登录"), Text("请先登录。")),
    403: (Text("无权操作"), Text("您无权进行此项操作。")),
    404: (Text("没有找到"), Text("这个地址下没有内容，或者您无权查阅。")),
    405: (Text("不能这样操作"), Text("这个地址不接受此种请求方法。")),
    409: (Text("内容已有更新"), Text("请刷新后重新核对再提交。")),
    413: (Text("内容过大"), Text("提交的内容超过允许的大小，请减小后重试。")),
    415: (Text("格式不支持"), Text("请以 application/json 格式提交。")),
    422: (Text("填写的内容有误"), Text("请按提示修改后重新提交。")),
    500: (
        Text("系统出错"),
        Text("系统发生错误，未作任何改动。请稍后重试；仍不行的，请把请求编号告诉管理员。"),
    ),
}
OTHERWISE = SENTENCES[400]


def init_app(app: Flask) -> None:
    """Register what each kind of error becomes; after the API, whose own handler it replaces."""
    for kind in FOR_PEOPLE:
        app.register_error_handler(kind, answer)
    app.register_error_handler(HTTPException, answer_http)


def answer(error: Exception) -> Response:
    """An error of a service or of the law."""
    give_up()
    problem = languages.problem(error)
    if problem is None:
        raise error
    return respond(problem)


def answer_http(error: HTTPException) -> Response:
    """An error of HTTP, or a fault of ours: that one is logged with its trace."""
    give_up()
    if error.response is not None:
        return error.response  # type: ignore[return-value]
    code = error.code or HTTPStatus.BAD_REQUEST
    title, detail = SENTENCES.get(code, OTHERWISE)
    if isinstance(error, CSRFError):
        detail = Text("页面已经过期，请返回、刷新后重新提交。")
    messages = getattr(error, "data", {}).get("messages")
    if messages:
        problem = languages.problem(ValidationError(by_field(messages))) or {}
    else:
        problem = {
            "type": "about:blank",
            "title": languages.say(title),
            "status": int(code),
            "detail": languages.say(detail),
        }
    response = respond(problem)
    for name, value in error.get_headers():
        if name in KEPT_HEADERS:
            response.headers[name] = value
    return response


def by_field(messages: dict[str, Any]) -> dict[str, Any]:
    """What webargs says, without the place (body, query) that it names first."""
    found: dict[str, Any] = {}
    for place, below in messages.items():
        found |= below if isinstance(below, dict) else {place: below}
    return found


def give_up() -> None:
    """Undo what the request has written so far."""
    if "session" in g:
        g.session.rollback()


def respond(problem: Problem) -> Response:
    """A problem as programs or people read it."""
    if is_api():
        problem = {**problem, "instance": request.path, "request_id": g.get("request_id")}
        response = jsonify(problem)
        response.mimetype = "application/problem+json"
    else:
        only_a_part = request.headers.get("HX-Request") and not request.headers.get("HX-Boosted")
        page = "error_fragment.html" if only_a_part else "error.html"
        response = Response(render_template(page, problem=problem), mimetype="text/html")
    response.status_code = problem["status"]
    return response
