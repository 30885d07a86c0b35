"""Chinese is the original, English is complete; who is asking chooses."""

from collections.abc import Iterable
from typing import Any

from flask import Flask, request
from flask_babel import Babel, gettext

from court_app import visit
from court_app.errors import Problem, problem_of
from workflows.law.citations import Citation, together
from workflows.text import show, thaw

CHINESE, ENGLISH = "zh", "en"
LOCALES = {CHINESE: "zh_Hans_CN", ENGLISH: "en"}
"""Babel reads `zh_CN` as `zh_Hans_CN` and would not find a catalog under the short name."""
COOKIE = "court_language"
YEAR_SECONDS = 365 * 24 * 3600


def init_app(app: Flask) -> None:
    """Give the application its languages, and templates the functions that speak them."""
    Babel(
        app,
        default_locale=LOCALES[CHINESE],
        default_timezone="Asia/Shanghai",
        locale_selector=lambda: LOCALES[language()],
    )
    app.jinja_env.globals["say"] = say
    app.jinja_env.globals["language"] = language
    app.jinja_env.filters.update(say=say, cited=cited)


def language() -> str:
    """The language of the request: of the person, else of the cookie, else of the browser.

    A program says it with each request.
    """
    user = visit.visitor()
    chosen = user.language if user else request.cookies.get(COOKIE)
    named = request.path.startswith("/api/") and request.headers.get("Accept-Language")
    if chosen in LOCALES and not named:
        return str(chosen)
    return request.accept_languages.best_match([CHINESE, "zh-CN", ENGLISH], CHINESE)[:2]


def translate(message: str) -> str:
    """A message in the language of the request; the Chinese original is its name."""
    return str(gettext(message)) if message else ""


def say(value: Any) -> str:
    """A sentence, term, day or list as people read it, in the language of the request."""
    return "" if value is None else show(value, language(), translate)


def thawed(frozen: Iterable[Any]) -> list[str]:
    """Sentences that a record keeps, such as a working, in the language of the request."""
    return [thaw(line, language(), translate) for line in frozen]


def cited(basis: Iterable[Citation]) -> str:
    """Articles as people cite them, in the language of the request, each statute named once."""
    return together(basis, language())


def problem(error: Exception) -> Problem | None:
    """A problem object in the language of the request; None if the error is not for people."""
    return problem_of(error, language(), translate)
