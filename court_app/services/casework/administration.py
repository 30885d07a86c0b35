"""Keeping an installation: its users, their roles, and what each court has settled for itself.

Who administers sees no case, so that role stands alone.
"""

import logging
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from court_app.errors import BadInput, Forbidden, NotFound
from court_app.permissions import may_administer
from court_app.services.casework import users
from models import Administrator, Court, User
from models.vocabulary import Role
from workflows.errors import SettingError
from workflows.law.settings import SETTINGS, read_settings
from workflows.text import Text

log = logging.getLogger("court.administration")
ASSIGNABLE = tuple(role for role in Role if role != Role.SYSTEM)


def must_administer(admin: User, court_id: int | None = None) -> None:
    """Stop whoever does not administer this court; one without a court administers them all.

    Raises:
        Forbidden: if so.
    """
    if not may_administer(admin) or (admin.court_id is not None and admin.court_id != court_id):
        raise Forbidden(Text("只有系统管理员可以进行此项操作。"))


def courts_of(session: Session, admin: User) -> list[Court]:
    """The courts that a person administers."""
    must_administer(admin, admin.court_id)
    wanted = select(Court).order_by(Court.code)
    if admin.court_id is not None:
        wanted = wanted.where(Court.id == admin.court_id)
    return list(session.scalars(wanted))


def users_of(session: Session, admin: User) -> list[User]:
    """The users that a person administers, by name of sign-in."""
    must_administer(admin, admin.court_id)
    wanted = select(User).order_by(User.court_id, User.username)
    if admin.court_id is not None:
        wanted = wanted.where(User.court_id == admin.court_id)
    return list(session.scalars(wanted))


def user_of(session: Session, admin: User, user_id: int) -> User:
    """A user that a person administers.

    Raises:
        NotFound: if there is none, or none for this person.
    """
    user = session.get(User, user_id)
    if user is None or (admin.court_id is not None and user.court_id != admin.court_id):
        raise NotFound(Text("没有这个用户。"))
    must_administer(admin, user.court_id)
    return user


def court_of(session: Session, admin: User, court_id: int) -> Court:
    """A court that a person administers.

    Raises:
        NotFound: if there is none, or none for this person.
    """
    court = session.get(Court, court_id)
    if court is None or (admin.court_id is not None and court.id != admin.court_id):
        raise NotFound(Text("没有这个法院。"))
    must_administer(admin, court.id)
    return court


def add_user(
    session: Session,
    admin: User,
    *,
    username: str,
    name: str,
    password: str,
    court_id: int | None,
    roles: Iterable[Role],
    now: datetime,
    administrator_id: int | None = None,
) -> User:
    """Add a user to a court, or to the entry of a roster that he signs in for.

    Raises:
        BadInput: naming the field that does not fit.
    """
    chosen = frozenset(roles)
    check_roles(chosen)
    court = None if court_id is None else court_of(session, admin, court_id)
    must_administer(admin, court_id)
    entry = entry_of(session, chosen, court, administrator_id)
    if court is None and entry is None and chosen != {Role.SYSTEM_ADMIN}:
        raise BadInput({"court": [Text("请选择所属法院。")]})
    user = users.create_user(
        session,
        username=username,
        name=name,
        password=password,
        court=court,
        roles=chosen,
        now=now,
        administrator=entry,
    )
    note("user added", admin, user)
    return user


def change_user(
    session: Session,
    admin: User,
    user_id: int,
    *,
    name: str,
    roles: Iterable[Role],
    active: bool,
    now: datetime,
) -> User:
    """Change a user's name and roles, let him in or shut him out; never oneself.

    Whoever loses a role is signed out, so that the change holds at once.

    Raises:
        BadInput: if the roles do not fit together.
        Forbidden: if it is oneself.
    """
    user = user_of(session, admin, user_id)
    if user.id == admin.id:
        raise Forbidden(Text("不能修改自己的角色，也不能停用自己。"))
    chosen = frozenset(roles)
    check_roles(chosen)
    if (Role.ADMINISTRATOR in chosen) != (user.administrator_id is not None):
        raise BadInput({"roles": [Text("管理人用户须属于名册中的一条，法院人员不得担任管理人。")]})
    if user.roles - chosen:
        users.revoke_all(session, user, now)
    user.name = name
    user.role_names = sorted(role.value for role in chosen)
    users.set_active(session, user, active, now)
    note("user changed", admin, user)
    return user


def entries_of(session: Session, admin: User) -> list[Administrator]:
    """The entries of rosters that users may belong to; one without a court administers them all."""
    must_administer(admin, admin.court_id)
    if admin.court_id is not None:
        return []
    return list(session.scalars(select(Administrator).order_by(Administrator.court_id, Administrator.serial)))


def entry_of(
    session: Session, roles: frozenset[Role], court: Court | None, administrator_id: int | None
) -> Administrator | None:
    """The entry of the roster that a user signs in for.

    Raises:
        BadInput: if an administrator has none or has a court, or anybody else has one.
    """
    if Role.ADMINISTRATOR not in roles:
        if administrator_id is not None:
            raise BadInput({"administrator": [Text("只有管理人用户属于名册中的一条。")]})
        return None
    if court is not None:
        raise BadInput({"court": [Text("管理人用户不属于任何法院，请留空。")]})
    entry = session.get(Administrator, administrator_id) if administrator_id is not None else None
    if entry is None:
        raise BadInput({"administrator": [Text("请选择该用户所属的管理人。")]})
    return entry


def note(done: str, admin: User, user: User) -> None:
    """Write into the log who changed whom, by number and without names."""
    values = {"by": admin.id, "about": user.id, "roles": list(user.role_names), "active": user.active}
    log.info(done, extra=values)


def check_roles(roles: frozenset[Role]) -> None:
    """Somebody has a role; who administers the system or audits it holds no other.

    Raises:
        BadInput: if not.
    """
    if not roles or Role.SYSTEM in roles:
        raise BadInput({"roles": [Text("请至少选择一个角色。")]})
    for alone in (Role.SYSTEM_ADMIN, Role.AUDITOR, Role.ADMINISTRATOR):
        if alone in roles and len(roles) > 1:
            raise BadInput({"roles": [Text("{role}不得兼任其他角色。", role=alone)]})


def set_password(session: Session, admin: User, user_id: int, password: str, now: datetime) -> User:
    """Give a user a new password; everything that lets him in ends.

    Raises:
        BadInput: if the password is too short.
    """
    user = user_of(session, admin, user_id)
    users.give_password(session, user, password, now)
    note("password reset", admin, user)
    return user


def change_settings(session: Session, admin: User, court_id: int, given: Mapping[str, Any]) -> Court:
    """Settle what the law leaves to a court.

    Raises:
        BadInput: naming every setting that does not fit.
    """
    court = court_of(session, admin, court_id)
    wrong: dict[str, list[Text]] = {}
    for name in given:
        if name not in SETTINGS:
            wrong[name] = [Text("没有这项设置。")]
            continue
        try:
            SETTINGS[name].read(given[name])
        except SettingError as error:
            wrong[name] = [error.message]
    if wrong:
        raise BadInput(wrong)
    court.settings = read_settings({**court.settings, **given})
    session.flush()
    log.info("settings changed", extra={"by": admin.id, "court": court.id, "settings": dict(given)})
    return court
