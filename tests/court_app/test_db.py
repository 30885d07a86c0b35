"""The two kinds of sessions, on both databases."""

from collections.abc import Callable
from threading import Event, Thread

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from court_app import db
from court_app.db import Database
from models import Court, User
from models.vocabulary import Role
from tests.people import BEFORE, a_court, a_user, keep
from tests.statements import AS_SHIPPED

Opens = Callable[[], Session]


def test_what_one_session_wrote_another_reads(writing: Opens, reading: Opens) -> None:
    with writing() as session:
        keep(session, a_court())

    with reading() as session:
        assert session.scalars(select(Court.name)).all() == ["江澜市中级人民法院"]


def test_a_session_that_reads_cannot_write(reading: Opens) -> None:
    with reading() as session:
        session.add(a_court())

        with pytest.raises(DBAPIError):
            session.flush()


def test_after_a_reading_session_the_same_connection_writes_again(writing: Opens, reading: Opens) -> None:
    with reading() as session:
        session.execute(text("SELECT 1"))

    with writing() as session:
        keep(session, a_court())

        assert session.scalar(select(Court.code)) == "澜01"


def test_a_writer_does_not_wait_for_an_open_reader(writing: Opens, reading: Opens) -> None:
    written = Event()

    def write() -> None:
        with writing() as session:
            keep(session, a_court())
        written.set()

    with reading() as session:
        session.scalars(select(Court)).all()
        thread = Thread(target=write)
        thread.start()
        in_time = written.wait(5)
    thread.join()

    assert in_time


def test_a_moment_keeps_its_time_zone(session: Session) -> None:
    keep(session, a_user(Role.JUDGE, court=a_court()))
    session.expire_all()

    found = session.scalars(select(User)).one()

    assert found.created_at == BEFORE
    assert found.created_at.tzinfo is not None


def test_two_people_cannot_change_the_same_row_unawares(writing: Opens) -> None:
    with writing() as session:
        keep(session, a_user(Role.JUDGE, court=a_court()))
        user_id = session.scalars(select(User.id)).one()
    with writing() as looking:
        stale = looking.get_one(User, user_id)
    with writing() as session:
        session.get_one(User, user_id).name = "林静之"
        session.commit()

    with writing() as session:
        session.add(stale)
        stale.name = "林小静"
        with pytest.raises(StaleDataError):
            session.commit()


def test_a_row_that_belongs_to_nothing_is_refused(session: Session) -> None:
    session.add(User(**{**vars_of(a_user(Role.JUDGE)), "court_id": 999}))

    with pytest.raises(DBAPIError):
        session.flush()


def vars_of(user: User) -> dict[str, object]:
    """The plain columns of a user."""
    return {
        name: getattr(user, name)
        for name in ("username", "name", "role_names", "password_hash", "language", "active", "created_at")
    }


def test_a_password_in_an_address_may_hold_a_percent_sign(tmp_path: object) -> None:
    from court_app.db import alembic_config

    config = alembic_config("postgresql+psycopg://court:a%40b@db/court")

    assert config.get_main_option("sqlalchemy.url") == "postgresql+psycopg://court:a%40b@db/court"


def test_sqlite_keeps_its_promises_after_a_power_cut(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db, "PRAGMAS", AS_SHIPPED)
    database = Database(f"sqlite:///{tmp_path}/court.db")

    with database.writing() as session:
        values = [
            session.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]
    database.dispose()

    assert values == ["wal", 2, 1, 10000]
