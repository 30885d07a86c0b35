"""Signing in and out, and the choice of a language."""

from urllib.parse import urlsplit

from flask import Blueprint, redirect, render_template, request
from sqlalchemy import select
from werkzeug.wrappers import Response

from court_app import identity, languages, visit
from court_app.demo.people import PASSWORD
from court_app.errors import NotSignedIn, TooManyAttempts
from court_app.visit import public
from models import User

blueprint = Blueprint("session", __name__)


@blueprint.get("/sign-in")
@public
def sign_in() -> str | Response:
    """The sign-in page."""
    if visit.visitor() is not None:
        return redirect(within(request.args.get("next")))
    return page()


@blueprint.post("/sign-in")
@public
def enter() -> str | Response | tuple[str, int]:
    """Sign in; whoever came for another page goes on to it."""
    username, password = request.form.get("username", ""), request.form.get("password", "")
    try:
        token, found = identity.admit(username, password, browser())
    except (NotSignedIn, TooManyAttempts) as error:
        return page(languages.say(error.message), username), error.status
    identity.enter(token, found)
    return redirect(within(request.args.get("next")))


@blueprint.post("/sign-out")
@public
def leave() -> Response:
    """Sign out."""
    identity.leave()
    return redirect("/sign-in")


@blueprint.post("/language")
@public
def choose_language() -> Response:
    """Choose a language; kept with the person, or in a cookie."""
    wanted = request.form.get("language", languages.CHINESE)
    chosen = wanted if wanted in languages.LOCALES else languages.CHINESE
    user = visit.visitor()
    if user is not None:
        user.language = chosen
    answer = redirect(within(request.form.get("next")))
    answer.set_cookie(languages.COOKIE, chosen, max_age=languages.YEAR_SECONDS, samesite="Lax", httponly=True)
    return answer


def page(failure: str = "", username: str = "") -> str:
    """The sign-in page; in a demonstration it names its users."""
    people: list[User] = []
    if visit.bench().settings.demo:
        people = list(visit.session().scalars(select(User).where(User.active).order_by(User.id)))
    return render_template(
        "sign_in.html", failure=failure, username=username, people=people, demo_password=PASSWORD
    )


def browser() -> str:
    """How a session is named in the list of one's sessions."""
    agent = request.user_agent.string
    for mark, name in (
        ("Edg/", "Edge"),
        ("Chrome/", "Chrome"),
        ("Firefox/", "Firefox"),
        ("Safari/", "Safari"),
    ):
        if mark in agent:
            return name
    return agent[:40] or "—"


def within(address: str | None) -> str:
    """An address of this application, or the first page: nobody is led elsewhere."""
    if not address or not address.startswith("/") or address.startswith(("//", "/\\")):
        return "/"
    parts = urlsplit(address)
    return "/" if parts.scheme or parts.netloc or any(ord(sign) < 32 for sign in address) else address
