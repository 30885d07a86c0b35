"""The demonstration, played once for all tests that look at it, whoever comes first; each gets a copy."""

import os
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from court_app.bench import Bench
from court_app.db import upgrade
from court_app.demo.cases import load
from court_app.settings import Settings
from workflows.calendar import court_date

NOW = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)


def a_copy(factory: pytest.TempPathFactory, name: str) -> Settings:
    """The settings of a demonstration of one's own."""
    folder = factory.mktemp(name) / "court"
    shutil.copytree(played(factory), folder)
    return settings_in(folder)


def settings_in(folder: Path) -> Settings:
    """The settings of a demonstration that keeps its data in a folder."""
    return Settings.from_environment({"COURT_DATA_DIR": str(folder), "COURT_DEMO": "1"})


def played(factory: pytest.TempPathFactory) -> Path:
    """The demonstration, played once for all who test at the same time; the others wait for the first."""
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder, ready = shared / "played", shared / "played.ready"
    try:
        folder.mkdir()
    except FileExistsError:
        for _ in range(600):
            if ready.exists():
                return folder
            time.sleep(1)
        raise
    settings = settings_in(folder)
    upgrade(settings.database_url)
    bench = Bench.of(settings)
    load(bench, court_date(NOW))
    bench.database.dispose()
    ready.touch()
    return folder
