"""A case whose creditors may file by a code; each test has a copy of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from court_app.demo.actors import Play
from court_app.services.filing import filing_codes
from tests.liquidation.playing import Liquidation, accept, publish
from tests.pages.desks import Desk, another_case, desk, kept, served, settings_in
from tests.pages.estate import Estate
from tests.pages.filings.phones import CLERK, Stage
from tests.stages import Stages


def published(play: Play) -> Estate:
    """An accepted case whose notice was published; its three known creditors have codes."""
    case = accept(play, 2)
    publish(case)
    another_case(play)
    with play.bench.writing() as session, session.begin():
        filing_codes.issue_to_known(play.occasion(session, CLERK), case.case)
    return Estate(play, case.case, [])


@pytest.fixture
def stage(tmp_path: Path, empty_sqlite: Path, stages: Stages) -> Iterator[Stage]:
    """That case behind its pages."""
    shutil.copy(empty_sqlite, tmp_path / "court.db")
    settings = settings_in(tmp_path, f"sqlite:///{tmp_path / 'court.db'}")
    estate = kept(stages, "filings", settings, published)
    yield served(estate, settings), Liquidation(estate.play, estate.case)
    estate.play.bench.database.dispose()


@pytest.fixture
def case(stage: Stage) -> Liquidation:
    """The liquidation."""
    return stage[1]


@pytest.fixture
def phone(stage: Stage) -> FlaskClient:
    """A phone on which nobody has signed in."""
    return stage[0].test_client()


@pytest.fixture
def clerk(stage: Stage) -> Desk:
    """The clerk at his browser."""
    return desk(stage[0], CLERK)
