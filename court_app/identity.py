"""Who is asking: the session cookie of the pages, the token of the API, and who is let in at all."""

from datetime import timedelta

from flask import Flask, current_app, g, redirect, request, url_for
from flask import session as cookie
from flask_wtf.csrf import CSRFProtect, validate_csrf
from flask_wtf.csrf import ValidationError as WrongCsrfToken
from werkzeug.wrappers import Response

from court_app import visit
from court_app.errors import NotSignedIn
from court_app.services.casework import users
from models import SignIn, User
from workflows.payloads.base import CONTROL
from workflows.text import Text

API = "/api/"
CSRF_HEADER = "X-CSRFToken"
TOKEN = "token"  # noqa: S105 (the name of a cookie's entry)
FORMS = frozenset({"multipart/form-data", "application/x-www-form-urlencoded"})
BODY_BYTES, LIST_BYTES, PAPER_BYTES, UPLOAD_BYTES = 1_000_000, 16_000_000, 32_000_000, 100_000_000
csrf = CSRFProtect()


def init_app(app: Flask) -> None:
    """Check bodies, forms and persons before any view is reached."""
    app.config.update(
        WTF_CSRF_CHECK_DEFAULT=False,
        WTF_CSRF_TIME_LIMIT=None,
        MAX_CONTENT_LENGTH=BODY_BYTES,
        MAX_FORM_MEMORY_SIZE=BODY_BYTES,
        SESSION_COOKIE_NAME="court",
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_HTTPONLY=True,
    )
    csrf.init_app(app)
    app.before_request(limit_body)
    app.before_request(receive_body)
    app.before_request(check_form)
    app.before_request(identify)
    app.before_request(close_the_door)


def is_api() -> bool:
    """Whether the request is a program's."""
    return request.path.startswith(API)


def marked(mark: str) -> bool:
    """Whether the view of the request bears a mark."""
    view = current_app.view_functions.get(request.endpoint or "")
    marks = (view, getattr(view, "view_class", None))
    return any(getattr(bearer_of_mark, mark, False) for bearer_of_mark in marks)


def limit_body() -> None:
    """Let large bodies through only where files or long lists are taken."""
    if marked("takes_long_lists"):
        request.max_content_length = LIST_BYTES
    if marked("takes_papers"):
        request.max_content_length = PAPER_BYTES
    if marked("takes_uploads"):
        request.max_content_length = UPLOAD_BYTES


def receive_body() -> None:
    """Take in the whole body first: whoever sends slowly must not hold the database's write lock."""
    if request.mimetype in FORMS:
        len(request.form)
    elif request.method not in visit.READS:
        request.get_data()


def check_form() -> None:
    """A form counts only with the token of its page; the API takes no cookie without it."""
    if not is_api():
        csrf.protect()


def identify() -> None:
    """Find out who is asking."""
    token = bearer() if is_api() else cookie.get(TOKEN)
    if token and (request.method in visit.READS or opens_something(token)):
        g.sign_in = users.sign_in_of(visit.session(), token, visit.now())


def opens_something(token: str) -> bool:
    """Whether a token is good; asked without the write lock, which no stranger may take."""
    with visit.bench().reading() as looking:
        return users.sign_in_of(looking, token, visit.now()) is not None


def bearer() -> str | None:
    """The token of an API request: of its header, or of the cookie if the CSRF header comes with it."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return token.strip()
    if TOKEN in cookie and CSRF_HEADER in request.headers:
        try:
            validate_csrf(request.headers[CSRF_HEADER])
        except WrongCsrfToken:
            return None
        return str(cookie[TOKEN])
    return None


def close_the_door() -> Response | None:
    """Whatever is not marked public needs somebody who has signed in."""
    if visit.visitor() is not None or request.endpoint is None or marked("is_public"):
        return None
    if is_api():
        raise NotSignedIn(Text("请先登录，或者检查令牌是否已经失效。"))
    back = request.full_path.rstrip("?") if request.method == "GET" else None
    address = url_for("session.sign_in", next=back if back != "/" else None)
    if request.headers.get("HX-Request"):
        return Response("", 401, {"HX-Redirect": address})
    return redirect(address)


def admit(username: str, password: str, label: str, *, purpose: str = users.SESSION) -> tuple[str, SignIn]:
    """Check name and password and open a session.

    The slow check of the password holds no lock; a failure is kept though the request fails.
    """
    moment, known = visit.now(), CONTROL.sub("", encodable(username)).strip().lower()
    try:
        with visit.bench().reading() as looking:
            user_id = users.authenticate(looking, known, encodable(password), moment).id
    except NotSignedIn:
        users.note_failure(visit.session(), known, moment)
        visit.session().commit()
        raise
    user = visit.session().get_one(User, user_id)
    hours = timedelta(hours=visit.bench().settings.session_hours)
    shown = CONTROL.sub("", encodable(label))
    return users.open_session(visit.session(), user, moment, hours, purpose=purpose, label=shown)


def encodable(text: str) -> str:
    """A text that can be written down; JSON may hold halves of characters that cannot."""
    return text.encode(errors="replace").decode()


def enter(token: str, found: SignIn) -> None:
    """Let the browser of the request in; what its cookie held before is forgotten."""
    cookie.clear()
    cookie[TOKEN] = token
    g.sign_in = found


def leave() -> None:
    """End the session of the request."""
    found = visit.sign_in()
    if found is not None:
        users.revoke(visit.session(), found.user, found.id, visit.now())
    cookie.clear()
    g.pop("sign_in", None)
