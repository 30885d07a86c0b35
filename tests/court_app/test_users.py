"""How users come, are kept, and are shut out."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from court_app.errors import BadInput, Forbidden, NotFound, NotSignedIn, TooManyAttempts
from court_app.services.casework import administration, users
from models import Court, SignIn, User
from models.vocabulary import Role
from tests.people import PASSWORD, a_court, a_user, keep

NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)


@pytest.fixture
def court(session: Session) -> Court:
    made = a_court()
    keep(session, made)
    return made


@pytest.fixture
def lin(session: Session, court: Court) -> User:
    made = a_user(Role.JUDGE, court=court)
    keep(session, made)
    return made


@pytest.fixture
def admin(session: Session, court: Court) -> User:
    made = a_user(Role.SYSTEM_ADMIN, court=court, username="admin", name="管理员")
    keep(session, made)
    return made


def add(session: Session, admin: User, **changes: object) -> User:
    given: dict[str, object] = {
        "username": "zhou",
        "name": "周正",
        "password": PASSWORD,
        "court_id": admin.court_id,
        "roles": [Role.CLERK],
        "now": NOW,
    }
    return administration.add_user(session, admin, **{**given, **changes})  # type: ignore[arg-type]


def test_a_new_user_signs_in_with_the_given_password(session: Session, admin: User) -> None:
    made = add(session, admin)

    assert users.authenticate(session, "zhou", PASSWORD, NOW) is made
    assert PASSWORD not in made.password_hash


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"password": "short nine"[:9]}, "password"),
        ({"password": "x" * 201}, "password"),
        ({"username": "Zhou"}, "username"),
        ({"username": "周正"}, "username"),
        ({"username": "admin"}, "username"),
        ({"roles": []}, "roles"),
        ({"roles": [Role.SYSTEM]}, "roles"),
        ({"roles": [Role.SYSTEM_ADMIN, Role.JUDGE]}, "roles"),
        ({"roles": [Role.AUDITOR, Role.CLERK]}, "roles"),
    ],
)
def test_a_user_who_does_not_fit_is_refused_by_field(
    session: Session, admin: User, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(BadInput) as refusal:
        add(session, admin, **changes)

    assert list(refusal.value.fields) == [field]


def test_a_password_of_ten_characters_is_long_enough(session: Session, admin: User) -> None:
    assert add(session, admin, password="ten chars!").id is not None


def test_seven_failures_do_not_shut_out_and_eight_do(session: Session, lin: User) -> None:
    for _ in range(7):
        users.note_failure(session, "lin", NOW)
    assert users.authenticate(session, "lin", PASSWORD, NOW) is lin

    users.note_failure(session, "lin", NOW)
    with pytest.raises(TooManyAttempts):
        users.authenticate(session, "lin", PASSWORD, NOW)


def test_a_deactivated_user_is_answered_like_an_unknown_one(session: Session, lin: User) -> None:
    users.set_active(session, lin, active=False, now=NOW)

    with pytest.raises(NotSignedIn, match="用户名或者密码不正确"):
        users.authenticate(session, "lin", PASSWORD, NOW)


def test_of_a_token_only_the_hash_is_kept(session: Session, lin: User) -> None:
    token, kept = users.open_session(session, lin, NOW, timedelta(hours=10))

    assert token not in kept.token_hash
    assert users.sign_in_of(session, token, NOW) is kept


def test_a_session_holds_until_its_last_moment_and_not_in_it(session: Session, lin: User) -> None:
    token, _ = users.open_session(session, lin, NOW, timedelta(hours=10))

    before = users.sign_in_of(session, token, NOW + timedelta(hours=10) - timedelta(seconds=1))
    after = users.sign_in_of(session, token, NOW + timedelta(hours=10))

    assert before is not None
    assert after is None


def test_nobody_revokes_the_session_of_another(session: Session, lin: User, admin: User) -> None:
    token, kept = users.open_session(session, lin, NOW, timedelta(hours=10))

    users.revoke(session, admin, kept.id, NOW)

    assert users.sign_in_of(session, token, NOW) is not None


def test_changing_the_password_ends_every_session_and_token(session: Session, lin: User) -> None:
    token, _ = users.open_session(session, lin, NOW, timedelta(days=90), purpose=users.TOKEN)

    users.change_password(session, lin, PASSWORD, "another long one", NOW)

    assert users.sign_in_of(session, token, NOW) is None
    assert users.authenticate(session, "lin", "another long one", NOW) is lin


def test_without_the_old_password_there_is_no_new_one(session: Session, lin: User) -> None:
    with pytest.raises(BadInput) as refusal:
        users.change_password(session, lin, "not the old one", "another long one", NOW)

    assert list(refusal.value.fields) == ["old"]


def test_who_loses_a_role_is_signed_out_at_once(session: Session, admin: User, lin: User) -> None:
    token, _ = users.open_session(session, lin, NOW, timedelta(hours=10))

    administration.change_user(session, admin, lin.id, name="林静", roles=[Role.CLERK], active=True, now=NOW)

    assert lin.roles == {Role.CLERK}
    assert users.sign_in_of(session, token, NOW) is None


def test_an_administrator_does_not_change_himself(session: Session, admin: User) -> None:
    with pytest.raises(Forbidden):
        administration.change_user(
            session, admin, admin.id, name="x", roles=[Role.JUDGE], active=True, now=NOW
        )


def test_an_administrator_of_one_court_does_not_find_users_of_another(session: Session, admin: User) -> None:
    stranger = a_user(Role.JUDGE, court=a_court("潮02", "潮平市中级人民法院"), username="chen")
    keep(session, stranger)

    assert stranger not in administration.users_of(session, admin)
    with pytest.raises(NotFound):
        administration.user_of(session, admin, stranger.id)


def test_a_judge_administers_nothing(session: Session, lin: User) -> None:
    with pytest.raises(Forbidden):
        administration.users_of(session, lin)


def test_a_court_settles_what_the_law_leaves_to_it_within_bounds(
    session: Session, admin: User, court: Court
) -> None:
    administration.change_settings(session, admin, court.id, {"correction_days": 60})

    assert court.settings["correction_days"] == 60
    with pytest.raises(BadInput) as refusal:
        administration.change_settings(
            session, admin, court.id, {"correction_days": 61, "supplement_default": "yes", "unknown": 1}
        )
    assert set(refusal.value.fields) == {"correction_days", "supplement_default", "unknown"}


def test_failures_of_long_ago_are_forgotten(session: Session) -> None:
    users.note_failure(session, "lin", NOW - timedelta(hours=2))

    users.note_failure(session, "lin", NOW)

    from models import FailedSignIn

    assert len(session.scalars(select(FailedSignIn)).all()) == 1


def test_the_list_of_ones_sessions_shows_only_what_still_lets_in(session: Session, lin: User) -> None:
    users.open_session(session, lin, NOW - timedelta(days=2), timedelta(hours=10), label="old")
    _, ended = users.open_session(session, lin, NOW, timedelta(hours=10), label="ended")
    users.revoke(session, lin, ended.id, NOW)
    users.open_session(session, lin, NOW, timedelta(hours=10), label="open")

    found: list[SignIn] = users.sign_ins_of(session, lin, NOW)

    assert [kept.label for kept in found] == ["open"]
