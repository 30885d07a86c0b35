"""One request: its transaction, its person, its moment. Pages and API both stand on it.

A request that reads gets a session that can only read. Any other gets one that writes; it is committed when
the view has answered well, and rolled back when it raised or answered with an error.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar, cast

from flask import Flask, Response, current_app, g, request
from sqlalchemy.orm import Session
from werkzeug.routing import IntegerConverter

from court_app.bench import Bench
from court_app.clock import Clock
from court_app.errors import BadInput, Forbidden, NotSignedIn
from court_app.json_reading import CourtJson
from court_app.services.casework import access
from court_app.services.occasion import Occasion
from court_app.services.procedure.dry_run import nothing_kept
from models import SignIn, User
from models.vocabulary import Role
from workflows.text import Text

log = logging.getLogger("court.failures")
MOST_IN_ADDRESS = 2**31 - 1
READS = frozenset({"GET", "HEAD", "OPTIONS"})
FIRST_ERROR = 400
View = TypeVar("View", bound=Callable[..., Any])


class NumberInAddress(IntegerConverter):
    """A whole number in an address, as large as a database may hold; a larger one leads nowhere."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"max": MOST_IN_ADDRESS, **options})


class CourtFlask(Flask):
    """Flask, which ends the transaction before it answers, so that a failed commit is an answer too."""

    json_provider_class = CourtJson

    def dispatch_request(self) -> Response:
        """Answer, and keep what was written if the answer is no error."""
        response = self.make_response(super().dispatch_request())
        if "session" in g and request.method not in READS:
            if response.status_code < FIRST_ERROR:
                g.session.commit()
            else:
                g.session.rollback()
        return response

    def log_exception(self, exc_info: Any) -> None:
        """Log a fault of ours with its trace; the address may hold names, its pattern does not."""
        rule = request.url_rule.rule if request.url_rule else None
        log.error("unexpected error", exc_info=exc_info, extra={"request": g.get("request_id"), "rule": rule})


def init_app(app: Flask, bench: Bench, clock: Clock) -> None:
    """Give every request of the application a session, a person and a moment."""
    app.extensions["court"] = bench
    app.url_map.converters["int"] = NumberInAddress
    app.extensions["court_clock"] = clock
    app.after_request(log_reading)
    app.teardown_request(close)


def bench() -> Bench:
    """The court's workplace in this process."""
    return cast(Bench, current_app.extensions["court"])


def now() -> datetime:
    """The moment of the request; the same from its beginning to its end."""
    if "now" not in g:
        g.now = current_app.extensions["court_clock"]()
    return cast(datetime, g.now)


def session() -> Session:
    """The session of the request: it reads for GET, writes for the rest."""
    if "session" not in g:
        g.session = bench().reading() if request.method in READS else bench().writing()
    return cast(Session, g.session)


def close(_error: BaseException | None) -> None:
    """Leave nothing open."""
    kept: Session | None = g.pop("session", None)
    if kept is not None:
        kept.close()


def sign_in() -> SignIn | None:
    """The session or token by which somebody is signed in."""
    return cast("SignIn | None", g.get("sign_in"))


def visitor() -> User | None:
    """Who is asking; None if nobody has signed in."""
    found = sign_in()
    return found.user if found else None


def person() -> User:
    """Who is asking.

    Raises:
        NotSignedIn: if nobody has signed in.
    """
    user = visitor()
    if user is None:
        raise NotSignedIn(Text("请先登录。"))
    return user


def must_be(*roles: Role) -> User:
    """Who is asking, if he holds one of these roles.

    Raises:
        Forbidden: if he holds none.
    """
    user = person()
    if not user.roles & set(roles):
        raise Forbidden(Text("您的角色不能进行此项操作。"))
    return user


def occasion() -> Occasion:
    """The moment for a service: who, when, in which transaction; one that is undone while trying out."""
    tried: Occasion | None = g.get("moment")
    return tried or own_occasion()


def own_occasion() -> Occasion:
    """The moment in the request's own transaction."""
    return bench().occasion(session(), visitor(), now())


@contextmanager
def trying_out() -> Iterator[Occasion]:
    """Let everything within happen at a moment of which nothing is kept: see `nothing_kept`."""
    with nothing_kept(own_occasion()) as moment:
        g.moment = moment
        try:
            yield moment
        finally:
            g.pop("moment", None)


def public(view: View) -> View:
    """Mark a view that nobody needs to sign in for; all others are closed."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def file_sent() -> tuple[str, bytes]:
    """Name and bytes of the file that a form sent as `file`; empty if it sent none."""
    file = request.files.get("file")
    return (file.filename or "", file.read()) if file else ("", b"")


def file_needed() -> tuple[str, bytes]:
    """Name and bytes of the file `file`, which a program must send.

    Raises:
        BadInput: if there is none.
    """
    if "file" not in request.files:
        raise BadInput({"file": [Text("请选择一个有内容的文件。")]})
    return file_sent()


def takes_uploads(view: View) -> View:
    """Mark a view that takes files; all others refuse bodies above 1 MB."""
    view.takes_uploads = True  # type: ignore[attr-defined]
    return view


def takes_papers(view: View) -> View:
    """Mark a view that takes the papers of a claim from whoever holds a code; 32 MB at most."""
    view.takes_papers = True  # type: ignore[attr-defined]
    return view


def takes_long_lists(view: View) -> View:
    """Mark a view that takes lists of a hundred thousand items; 16 MB at most."""
    view.takes_long_lists = True  # type: ignore[attr-defined]
    return view


def uploaded() -> bytes:
    """The file that came with the request.

    Raises:
        BadInput: if there is none, or nothing in it.
    """
    _, content = file_sent()
    if not content:
        raise BadInput({"file": [Text("请选择一个有内容的文件。")]})
    return content


def keeps_nothing() -> None:
    """Say that the request only checks: nothing of it, not even its answer, is kept."""
    g.keeps_nothing = True


def kept_nothing() -> bool:
    """Whether the request has only checked."""
    return bool(g.get("keeps_nothing"))


def reads_case(case_id: int) -> None:
    """Say that the request shows a case; who reads what is noted after the answer."""
    g.read_case = case_id


def log_reading(response: Response) -> Response:
    """Note who read a case, in a transaction of its own; a page that cannot be noted is not shown."""
    case_id, user = g.pop("read_case", None), visitor()
    if case_id is not None and user is not None and response.status_code < FIRST_ERROR:
        with bench().writing() as own, own.begin():
            access.log_reading(own, case_id, user.id, now())
    return response
