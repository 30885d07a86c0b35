"""What may go wrong in a service, and how it is told (RFC 9457) in the user's language."""

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError
from sqlalchemy.orm.exc import StaleDataError

from court_app.schema_messages import in_our_words
from workflows.calculations.registry import shown
from workflows.engine import NoSuchStep, StepRefused
from workflows.errors import CalculationError, SettingError
from workflows.text import Text, Translate

HAS_CHANGED = Text("您看到的内容此后已有更新，请刷新后重新核对再提交。")


class ServiceError(Exception):
    """Something a person can understand; nothing was written."""

    status = 400
    kind = "bad-request"
    title = Text("请求不能处理")

    def __init__(self, message: Text) -> None:
        self.message = message
        super().__init__(str(message))


class NotFound(ServiceError):
    """There is none, or none for this person."""

    status, kind, title = 404, "not-found", Text("没有找到")


class Forbidden(ServiceError):
    """This person may not."""

    status, kind, title = 403, "forbidden", Text("无权操作")


class NotSignedIn(ServiceError):
    """Nobody has signed in."""

    status, kind, title = 401, "not-signed-in", Text("请先登录")


class TooManyAttempts(ServiceError):
    """Too many failed sign-ins."""

    status, kind, title = 429, "too-many-attempts", Text("登录失败次数过多")


class StaleVersion(ServiceError):
    """It has been changed since it was read, by whomever."""

    status, kind, title = 409, "stale-version", Text("内容已有更新")

    def __init__(self, current: int, message: Text | None = None) -> None:
        self.current = current
        super().__init__(message or HAS_CHANGED)


class BadInput(ServiceError):
    """Fields that do not fit, each with its sentences."""

    status, kind, title = 422, "bad-input", Text("填写的内容有误")

    def __init__(self, fields: Mapping[str, list[Text]]) -> None:
        self.fields = dict(fields)
        super().__init__(Text("请按提示修改后重新提交。"))


Problem = dict[str, Any]


def problem_of(error: Exception, language: str = "zh", translate: Translate = str) -> Problem | None:
    """A problem object for an error that people can understand; None for any other."""
    for handler in (_service, _refused, _validation, _calculation, _stale):
        problem = handler(error)
        if problem is not None:
            said: Problem = shown(problem, language, translate)
            return said
    return None


def _problem(kind: str, title: Text, status: int, detail: Text, **more: Any) -> Problem:
    return {"type": f"/problems/{kind}", "title": title, "status": status, "detail": detail, **more}


def _service(error: Exception) -> Problem | None:
    if not isinstance(error, ServiceError):
        return None
    more: dict[str, Any] = {}
    if isinstance(error, BadInput):
        more["errors"] = error.fields
    if isinstance(error, StaleVersion):
        more["version"] = error.current
    return _problem(error.kind, error.title, error.status, error.message, **more)


def _refused(error: Exception) -> Problem | None:
    if isinstance(error, NoSuchStep):
        return _problem(
            "no-such-step", Text("没有这个步骤"), 404, Text("本程序没有“{step}”这个步骤。", step=error.step)
        )
    if not isinstance(error, StepRefused):
        return None
    obstacles = [{"code": o.code, "message": o.text, "basis": list(o.basis)} for o in error.obstacles]
    return _problem(
        "step-refused",
        Text("法律不允许此步骤"),
        409,
        Text("有{count}项障碍，未作任何改动。", count=len(obstacles)),
        obstacles=obstacles,
    )


def _validation(error: Exception) -> Problem | None:
    if isinstance(error, SettingError):
        return _service(BadInput({error.name: [error.message]}))
    if not isinstance(error, ValidationError):
        return None
    normalized: Any = error.normalized_messages
    return _service(BadInput(flatten(normalized())))


def flatten(messages: Any, path: str = "") -> dict[str, list[Text]]:
    """Messages by field, nested fields joined by dots."""
    if isinstance(messages, Mapping):
        found: dict[str, list[Text]] = {}
        for name, below in messages.items():
            at = path if str(name) == "_schema" else f"{path}.{name}".strip(".")
            found |= flatten(below, at)
        return found
    lines = messages if isinstance(messages, list) else [messages]
    return {path: [line if isinstance(line, Text) else in_our_words(str(line)) for line in lines]}


def _calculation(error: Exception) -> Problem | None:
    if not isinstance(error, CalculationError):
        return None
    return _problem(
        error.code,
        Text("不能计算"),
        422,
        error.message,
        code=error.code,
        field=error.field,
        message=error.message,
        errors={error.field or "": [error.message]},
    )


def _stale(error: Exception) -> Problem | None:
    if not isinstance(error, StaleDataError):
        return None
    return _problem(
        "stale-version",
        StaleVersion.title,
        409,
        HAS_CHANGED,
    )
