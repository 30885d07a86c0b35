"""Drafts and plans of a distribution on pages and through the API; these tests only read."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from court_app.visit import CourtFlask
from tests.pages.desks import Desk, desk, kept, served, settings_in
from tests.pages.estate import OWN, Estate, a_distributed_liquidation
from tests.pages.test_api import Caller
from tests.stages import Stages

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def stage(
    tmp_path_factory: pytest.TempPathFactory, empty_sqlite: Path, stages: Stages
) -> Iterator[tuple[CourtFlask, Estate]]:
    """A liquidation after its final distribution; nobody changes it."""
    folder = tmp_path_factory.mktemp("drafts")
    shutil.copy(empty_sqlite, folder / "court.db")
    settings = settings_in(folder, f"sqlite:///{folder / 'court.db'}")
    estate = kept(stages, "drafts", settings, a_distributed_liquidation)
    yield served(estate, settings), estate
    estate.play.bench.database.dispose()


@pytest.fixture(scope="module")
def at(stage: tuple[CourtFlask, Estate]) -> str:
    """The address of the case."""
    return f"/cases/{stage[1].case}"


@pytest.fixture(scope="module")
def desks(stage: tuple[CourtFlask, Estate]) -> dict[str, Desk]:
    """Who pays, and who looks on."""
    return {name: desk(stage[0], name) for name in (OWN, "jiancha")}


@pytest.fixture(scope="module")
def program(stage: tuple[CourtFlask, Estate]) -> Caller:
    """The administrator's program."""
    return Caller(stage[0], OWN)


def test_a_draft_shows_who_moves_if_a_claim_were_larger(desks: dict[str, Desk], at: str) -> None:
    page = desks[OWN].page(f"{at}/distributions/draft?available=100000&claim_1=1&amount_1=2000000")

    assert "假设成立时变动的债权" in page
    assert "可供分配：100,000.00元＋担保财产剩余0.00元＝100,000.00元。" in page
    assert "与登记册" not in desks[OWN].page(f"{at}/distributions/draft")


def test_what_cannot_be_drafted_is_named_and_the_form_stays(desks: dict[str, Desk], at: str) -> None:
    page = desks[OWN].page(f"{at}/distributions/draft?available=x&claim_1=1", 422)

    assert "可供分配的财产（元）</strong>" in page
    assert 'value="x"' in page


def test_a_draft_is_printed_and_exported(desks: dict[str, Desk], at: str) -> None:
    client = desks[OWN].client

    pdf = client.get(f"{at}/distributions/draft/sheet.pdf?available=100000")
    book = client.get(f"{at}/distributions/draft/export.xlsx?available=100000&state=LITIGATED")

    assert pdf.data.startswith(b"%PDF")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(book.data)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows] == ["债权表序号", "3"]


def test_a_program_drafts_and_asks_what_if(program: Caller, at: str) -> None:
    body = {"available_fen": "100000", "changes": [{"claim_serial": 1, "left_out": True}]}

    answer = program.post(f"{at}/distributions/draft?rank=ordinary", body)

    assert answer.status_code == 200
    assert answer.json["comparison"]["difference_fen"] == 0
    assert answer.json["comparison"]["moved"][0]["after_fen"] == 0
    assert {row["rank"]["value"] for row in answer.json["lines"]["items"]} == {"ordinary"}


def test_a_plan_is_shown_and_printed_with_its_table(desks: dict[str, Desk], program: Caller, at: str) -> None:
    page = desks[OWN].page(f"{at}/distributions/plans/1")
    pdf = desks[OWN].client.get(f"{at}/distributions/plans/1/sheet.pdf")
    table = desks[OWN].client.get(f"{at}/distributions/plans/1/export.csv")

    assert "可供债权分配（元）" in page
    assert pdf.data.startswith(b"%PDF")
    assert len(table.text.splitlines()) == 5
    assert program.get(f"{at}/plans/1").json["entries"]["total"] == 4


def test_no_plan_is_offered_where_none_may_be_proposed(desks: dict[str, Desk], at: str) -> None:
    pages = [desks[name].page(f"{at}/distributions/draft") for name in (OWN, "jiancha")]

    assert not [page for page in pages if "以此提出分配方案" in page]
