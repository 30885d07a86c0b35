"""A liquidation whose claims can be filed, behind its pages; each test has a copy of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from court_app.visit import CourtFlask
from tests.pages.desks import kept, served, settings_in
from tests.pages.estate import (
    Estate,
    an_accepted_liquidation,
)
from tests.stages import Stages


@pytest.fixture
def stage(database_url: str, tmp_path: Path, stages: Stages) -> Iterator[tuple[CourtFlask, Estate]]:
    """A liquidation whose claims can be filed, on each database."""
    settings = settings_in(tmp_path, database_url)
    estate = kept(stages, "forms", settings, an_accepted_liquidation)
    yield served(estate, settings), estate
    estate.play.bench.database.dispose()
