"""The demonstration played once; and an empty court on each database for what is loaded from files."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from court_app.bench import Bench
from court_app.services.casework import users
from court_app.settings import Settings
from documents.signing import test_credentials
from tests.played import NOW, a_copy
from workflows.calendar import court_date

TODAY = court_date(NOW)
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """Every scene of the demonstration, on SQLite; tests only read it."""
    bench = Bench.of(a_copy(tmp_path_factory, "played"))
    yield bench
    bench.database.dispose()


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The certificate of the test seal, made once: a key takes a second."""
    folder = tmp_path_factory.mktemp("certificate") / "certificate"
    test_credentials(folder)
    return folder


@pytest.fixture
def bench(settings: Settings, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    """An empty court, on each database; passwords are hashed cheaply."""
    shutil.copytree(certificate, settings.data_dir / "certificate")
    monkeypatch.setattr(users, "HASHER", CHEAP)
    made_bench = Bench.of(settings)
    yield made_bench
    made_bench.database.dispose()
