"""Settings of an installation."""

from dataclasses import fields
from pathlib import Path

import pytest

from court_app.settings import ENTRIES, Settings


def test_without_any_variable_everything_has_its_default() -> None:
    settings = Settings.from_environment({})

    assert settings.database_url == "sqlite:///var/court.db"
    assert (settings.session_hours, settings.token_days, settings.demo) == (10, 90, False)


def test_the_database_lies_in_the_data_folder_unless_another_is_named() -> None:
    kept = Settings.from_environment({"COURT_DATA_DIR": "/srv/court"})
    named = Settings.from_environment({"COURT_DATABASE_URL": "postgresql+psycopg://db/court"})

    assert kept.database_url == "sqlite:////srv/court/court.db"
    assert named.database_url == "postgresql+psycopg://db/court"


def test_a_number_that_is_none_is_refused_by_the_name_of_its_variable() -> None:
    with pytest.raises(ValueError, match="COURT_SESSION_HOURS must be a whole number, not 'ten'"):
        Settings.from_environment({"COURT_SESSION_HOURS": "ten"})


def test_the_secret_key_is_made_once_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "court")

    first, second = settings.key(), settings.key()

    assert first == second
    assert len(first) == 64
    assert (tmp_path / "court" / "secret_key").stat().st_mode & 0o777 == 0o600


def test_a_secret_key_that_is_given_is_used_and_not_kept(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, secret_key="given")

    assert settings.key() == "given"
    assert list(tmp_path.iterdir()) == []


def test_every_setting_is_listed_with_a_reason() -> None:
    listed = {entry.variable.removeprefix("COURT_").lower() for entry in ENTRIES}

    assert listed == {field.name for field in fields(Settings)}
    assert all(len(entry.why) > 10 for entry in ENTRIES)
