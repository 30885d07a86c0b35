"""Invented courts and people for tests."""

import re
from datetime import UTC, datetime

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from court_app.services.casework import users
from models import Court, User
from models.vocabulary import CourtLevel, Role

PASSWORD = "a long password of tests"
PASSWORD_HASH = users.HASHER.hash(PASSWORD)
BEFORE = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)


def a_court(code: str = "澜01", name: str = "江澜市中级人民法院", superior: Court | None = None) -> Court:
    """A court that does not exist."""
    level = CourtLevel.HIGH if code == "澜" else CourtLevel.INTERMEDIATE
    return Court(code=code, name=name, level=level, superior=superior)


def a_user(*roles: Role, court: Court | None = None, username: str = "lin", name: str = "林静") -> User:
    """A person who signs in with `PASSWORD`."""
    return User(
        username=username,
        name=name,
        court=court,
        role_names=[role.value for role in roles],
        password_hash=PASSWORD_HASH,
        language="zh",
        active=True,
        created_at=BEFORE,
    )


def keep(session: Session, *kept: Court | User) -> None:
    """Store and commit."""
    session.add_all(kept)
    session.commit()


def form_token(client: FlaskClient, path: str = "/sign-in") -> str:
    """The token that a page puts into its forms."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get(path).text)
    if found is None:
        raise LookupError(f"{path} holds no form")
    return found.group(1)


def enter(client: FlaskClient, username: str = "lin", password: str = PASSWORD) -> None:
    """Sign in as a browser does."""
    answer = client.post(
        "/sign-in",
        data={"csrf_token": form_token(client), "username": username, "password": password},
    )
    if answer.status_code != 302:
        raise PermissionError(answer.status_code)


def bearer(client: FlaskClient, username: str = "lin", password: str = PASSWORD) -> dict[str, str]:
    """The header of a program that has signed in."""
    answer = client.post("/api/v1/sessions", json={"username": username, "password": password})
    return {"Authorization": f"Bearer {answer.json['token']}"}  # type: ignore[index]
