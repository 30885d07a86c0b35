"""Users: how they come, sign in, are shut out for a while, and leave."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from court_app.errors import BadInput, NotSignedIn, TooManyAttempts
from models import Administrator, Court, FailedSignIn, SignIn, User
from models.vocabulary import Role
from workflows.text import Text

HASHER = PasswordHasher()
NOBODY = HASHER.hash(secrets.token_hex(16))
"""What is checked for a name nobody has, so that unknown names take as long as known ones."""
MOST_FAILURES = 8
WHILE = timedelta(minutes=15)
LEAST_CHARACTERS = 10
SESSION, TOKEN = "session", "token"


def create_user(
    session: Session,
    *,
    username: str,
    name: str,
    password: str,
    court: Court | None,
    roles: Iterable[Role],
    now: datetime,
    administrator: Administrator | None = None,
    hashed: str | None = None,
) -> User:
    """Add a user; `administrator` is the entry of the roster that he signs in for.

    Many users with one password, as in a demonstration, are spared its slow hash if it is `hashed` already.

    Raises:
        BadInput: naming the field that does not fit.
    """
    check_password(password)
    if not username.isascii() or not username.strip() or username != username.strip().lower():
        raise BadInput({"username": [Text("用户名只能使用小写字母、数字和符号，不含空格。")]})
    if session.scalar(select(User.id).where(User.username == username)):
        raise BadInput({"username": [Text("用户名“{name}”已经存在。", name=username)]})
    user = User(
        username=username,
        name=name,
        court=court,
        administrator_id=administrator.id if administrator else None,
        role_names=sorted(role.value for role in roles),
        password_hash=hashed or HASHER.hash(password),
        created_at=now,
    )
    session.add(user)
    session.flush()
    return user


def check_password(password: str) -> None:
    """A password must be long; nothing else makes it good."""
    if len(password) < LEAST_CHARACTERS or len(password) > 200:
        raise BadInput({"password": [Text("密码须为{least}至200个字符。", least=LEAST_CHARACTERS)]})


def authenticate(session: Session, username: str, password: str, now: datetime) -> User:
    """Check name and password.

    Raises:
        TooManyAttempts: if the name failed too often in the last while.
        NotSignedIn: if they do not fit; the failure must be kept by `note_failure` in a transaction of
            its own.
    """
    failures = session.scalar(
        select(func.count(FailedSignIn.id)).where(
            FailedSignIn.username == username[:64], FailedSignIn.at > now - WHILE
        )
    )
    if (failures or 0) >= MOST_FAILURES:
        raise TooManyAttempts(Text("登录失败次数过多，请{minutes}分钟后再试。", minutes=15))
    user = session.scalar(select(User).where(User.username == username))
    try:
        HASHER.verify(user.password_hash if user else NOBODY, password)
    except VerificationError as error:
        raise NotSignedIn(Text("用户名或者密码不正确。")) from error
    if user is None or not user.active:
        raise NotSignedIn(Text("用户名或者密码不正确。"))
    return user


def note_failure(session: Session, username: str, now: datetime) -> None:
    """Count a failed sign-in; old ones are forgotten."""
    session.execute(delete(FailedSignIn).where(FailedSignIn.at < now - 4 * WHILE))
    session.add(FailedSignIn(username=username[:64], at=now))
    session.flush()


def open_session(
    session: Session, user: User, now: datetime, lasts: timedelta, *, purpose: str = SESSION, label: str = ""
) -> tuple[str, SignIn]:
    """Open a session or give an API token; only its hash is kept."""
    token = secrets.token_urlsafe(32)
    sign_in = SignIn(
        user=user,
        token_hash=hash_of(token),
        purpose=purpose,
        label=label[:200],
        created_at=now,
        expires_at=now + lasts,
    )
    session.add(sign_in)
    session.flush()
    return token, sign_in


def hash_of(token: str) -> str:
    """What of a token is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


def sign_in_of(session: Session, token: str, now: datetime) -> SignIn | None:
    """The session that a token opens, if it still does."""
    found = session.scalar(select(SignIn).where(SignIn.token_hash == hash_of(token)))
    return found if found is not None and found.is_good(now) else None


def sign_ins_of(session: Session, user: User, now: datetime) -> list[SignIn]:
    """The sessions and tokens of a user that still hold."""
    rows = session.scalars(
        select(SignIn)
        .where(SignIn.user_id == user.id, SignIn.revoked_at.is_(None), SignIn.expires_at > now)
        .order_by(SignIn.created_at.desc())
    )
    return list(rows)


def revoke(session: Session, user: User, sign_in_id: int, now: datetime) -> None:
    """Revoke one of a user's own sessions or tokens."""
    session.execute(
        update(SignIn)
        .where(SignIn.id == sign_in_id, SignIn.user_id == user.id, SignIn.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def revoke_all(session: Session, user: User, now: datetime) -> None:
    """Revoke everything that lets a user in."""
    session.execute(
        update(SignIn).where(SignIn.user_id == user.id, SignIn.revoked_at.is_(None)).values(revoked_at=now)
    )


def change_password(session: Session, user: User, old: str, new: str, now: datetime) -> None:
    """Change one's own password; every other session ends.

    Raises:
        BadInput: if the old one is wrong or the new one too short.
    """
    try:
        HASHER.verify(user.password_hash, old)
    except VerificationError as error:
        raise BadInput({"old": [Text("原密码不正确。")]}) from error
    give_password(session, user, new, now)


def give_password(session: Session, user: User, password: str, now: datetime) -> None:
    """Give a user a new password; everything that lets him in ends.

    Raises:
        BadInput: if it is too short.
    """
    check_password(password)
    user.password_hash = HASHER.hash(password)
    revoke_all(session, user, now)
    session.flush()


def set_active(session: Session, user: User, active: bool, now: datetime) -> None:
    """Let a user in again, or shut him out at once."""
    user.active = active
    if not active:
        revoke_all(session, user, now)
    session.flush()
