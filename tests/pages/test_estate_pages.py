"""The estate in sums and an encumbered asset, by pages and API, for the court and the administrator."""

import io
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from court_app.db import upgrade
from court_app.visit import CourtFlask
from tests.pages.desks import Desk, a_stage, another_case, desk, served, settings_in
from tests.pages.estate import OTHER, OWN, Estate, an_accepted_liquidation
from tests.pages.test_api import Caller

pytestmark = pytest.mark.slow
MORTGAGE: dict[str, Any] = {
    "kind": "MORTGAGE",
    "holder": "江澜农村商业银行",
    "secured_fen": "3000000",
    "priority": "1",
    "registration": "江澜动产抵押第0618号",
}


def a_secured_claim(estate: Estate) -> int:
    """A claim of the bank for three million, listed as secured."""
    serial = estate.begin(
        "claims",
        "file_claim",
        creditor_name="江澜农村商业银行",
        claim_class="SEC",
        filed_fen="3000000",
        basis="借款",
        security="设备抵押",
    )
    estate.part("claims", serial, "register_claim")
    estate.part(
        "claims",
        serial,
        "review_claim",
        claim_class="SEC",
        admitted_fen="3000000",
        limitation_kept=True,
        opinion="抵押已登记。",
    )
    return serial


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[CourtFlask, Estate]]:
    """Machines with a mortgage sold for 2,150,000 at a cost of 50,000; a vehicle; tests only add to it."""
    folder = tmp_path_factory.mktemp("estate")
    settings = settings_in(folder, f"sqlite:///{folder / 'court.db'}")
    upgrade(settings.database_url)
    play = a_stage(settings)
    another_case(play)
    estate = an_accepted_liquidation(play)
    claim = a_secured_claim(estate)
    one = estate.begin("assets", "find_asset", kind="EQUIPMENT", name="数控机床一批", book_fen="4000000")
    estate.part("assets", one, "record_encumbrance", **MORTGAGE, claim_serial=claim)
    estate.part("assets", one, "take_over_asset")
    estate.part("assets", one, "appraise", appraiser="江澜评估事务所", appraised_fen="2500000")
    estate.part("assets", one, "offer", method="AUCTION", reserve_fen="2000000", deposit_fen="200000")
    estate.step("dispose_asset", asset_serial=one, buyer="江澜重工有限公司", price_fen="2150000")
    estate.part("assets", one, "receive_part", received_fen="200000", reference="回单1")
    estate.part("assets", one, "receive_price", received_fen="1950000")
    estate.part("assets", one, "record_cost", kind="AUCTION", amount_fen="50000")
    estate.begin("assets", "find_asset", kind="VEHICLE", name="货车", book_fen="90000")
    yield served(estate, settings), estate
    estate.play.bench.database.dispose()


@pytest.fixture(scope="module")
def clerk(stage: tuple[CourtFlask, Estate]) -> Desk:
    """The clerk at his browser."""
    return desk(stage[0], "heqieyu")


def test_the_page_of_an_asset_shows_where_its_proceeds_go(
    stage: tuple[CourtFlask, Estate], clerk: Desk
) -> None:
    page = clerk.page(f"/cases/{stage[1].case}/assets/1")

    assert "变价款2,150,000.00元－变价费用50,000.00元＝净额2,100,000.00元。" in page
    assert "受偿2,100,000.00元，不足的900,000.00元转为普通债权" in page
    assert f'href="/cases/{stage[1].case}/claims/1">1 江澜农村商业银行</a>' in page
    assert "江澜动产抵押第0618号" in page
    assert "回单1" in page


def test_every_line_of_the_summary_opens_the_assets_that_it_adds_up(
    stage: tuple[CourtFlask, Estate], clerk: Desk
) -> None:
    case = stage[1].case
    summary = clerk.page(f"/cases/{case}/estate")

    vehicles = clerk.page(f"/cases/{case}/assets?category=VEHICLE&state=-RELEASED")

    assert f'href="/cases/{case}/assets?category=VEHICLE&state=-RELEASED"' in summary
    assert summary.count("4,090,000.00") == 1
    assert f'href="/cases/{case}/assets/1">数控机床一批</a>' in summary
    assert "货车" in vehicles
    assert "数控机床" not in vehicles


def test_the_summary_and_the_list_are_exported_as_they_are_shown(
    stage: tuple[CourtFlask, Estate], clerk: Desk
) -> None:
    case = stage[1].case

    table = clerk.client.get(f"/cases/{case}/estate/export.csv").data.decode("utf-8-sig").splitlines()
    book = CalamineWorkbook.from_filelike(
        io.BytesIO(clerk.client.get(f"/cases/{case}/estate/export.xlsx").data)
    )
    cells = book.get_sheet_by_index(0).to_python()
    chosen = clerk.client.get(f"/cases/{case}/assets/export.csv?category=VEHICLE").data.decode("utf-8-sig")

    assert table[0].startswith("类别,项数,其中设有担保,账面价值（元）")
    assert table[1:] == [
        "机器设备,1,1,4000000.00,2500000.00,2150000.00,2150000.00,50000.00",
        "车辆,1,0,90000.00,0.00,0.00,0.00,0.00",
        "合计,2,1,4090000.00,2500000.00,2150000.00,2150000.00,50000.00",
    ]
    assert [",".join(row) for row in cells] == table
    assert len(chosen.splitlines()) == 2


def test_the_working_is_printed_for_the_file(stage: tuple[CourtFlask, Estate], clerk: Desk) -> None:
    case = stage[1].case

    answer = clerk.client.get(f"/cases/{case}/estate/1/proceeds.pdf")
    text = pypdfium2.PdfDocument(answer.data)[0].get_textpage().get_text_bounded().replace(" ", "")

    assert answer.mimetype == "application/pdf"
    assert "变价款处理表" in text
    assert "净额2,100,000.00元" in text
    assert clerk.client.get(f"/cases/{case}/estate/2/proceeds.pdf").status_code == 404


def test_the_administrator_of_the_case_sees_the_estate_and_no_other_does(
    stage: tuple[CourtFlask, Estate],
) -> None:
    paths = [f"/cases/{stage[1].case}/estate{tail}" for tail in ("", "/export.csv", "/1/proceeds.pdf")]
    own, other = desk(stage[0], OWN), desk(stage[0], OTHER)

    assert {own.client.get(path).status_code for path in paths} == {200}
    assert {other.client.get(path).status_code for path in paths} == {404}


def test_a_program_reads_every_row_of_how_an_asset_became_money(stage: tuple[CourtFlask, Estate]) -> None:
    caller, path = Caller(stage[0], OWN), f"/cases/{stage[1].case}"

    found = caller.get(f"{path}/assets/1/realisation").json

    assert found["encumbrances"][0]["kind"] == {"value": "MORTGAGE", "label": "抵押权"}
    assert (found["encumbrances"][0]["claim_serial"], found["encumbrances"][0]["release"]) == (1, None)
    assert found["appraisals"][0]["value_yuan"] == "2500000.00"
    assert [(one["result"]["value"], one["price_yuan"]) for one in found["rounds"]] == [
        ("SOLD", "2150000.00")
    ]
    assert [(one["amount_yuan"], one["round"]) for one in found["receipts"]] == [
        ("200000.00", 1),
        ("1950000.00", 1),
    ]
    assert found["costs"][0]["kind"]["value"] == "AUCTION"
    assert (found["proceeds"]["net_yuan"], found["proceeds"]["short_yuan"]) == ("2100000.00", "900000.00")
    assert [(met["claim_serial"], met["paid_fen"]) for met in found["proceeds"]["met"]] == [(1, 210_000_000)]
    assert caller.get(f"{path}/assets/2/realisation").json["proceeds"] is None
    assert Caller(stage[0], OTHER).get(f"{path}/assets/1/realisation").status_code == 404


def test_a_program_reads_the_estate_in_sums_and_lists_one_kind(stage: tuple[CourtFlask, Estate]) -> None:
    caller, path = Caller(stage[0], "heqieyu"), f"/cases/{stage[1].case}"

    found = caller.get(f"{path}/estate").json
    listed = caller.get(f"{path}/assets?category=VEHICLE").json

    assert [(g["word"]["value"], g["count"], g["burdened"]) for g in found["kinds"]] == [
        ("EQUIPMENT", 1, 1),
        ("VEHICLE", 1, 0),
    ]
    assert found["sums"]["book_yuan"] == "4090000.00"
    pool = caller.get(f"{path}/estate/pool").json
    assert [(one["asset_serial"], one["short_yuan"]) for one in pool["encumbered"]] == [(1, "900000.00")]
    assert (pool["pool_fen"], pool["working"][0][:9]) == (0, "未设担保的财产到账")
    assert [one["name"] for one in listed["items"]] == ["货车"]


def test_a_burden_is_recorded_once_and_lifted_by_choosing_it(
    stage: tuple[CourtFlask, Estate], clerk: Desk
) -> None:
    path = f"/cases/{stage[1].case}/assets/2"
    seizure = {"kind": "SEIZURE", "holder": "江澜市望川区人民法院"}

    clerk.confirm(f"{path}/steps/record_encumbrance", **seizure)
    offered = clerk.page(f"{path}/steps/lift_encumbrance")
    wrong = clerk.confirm(
        f"{path}/steps/lift_encumbrance", encumbrance="1", release="PAID", reason="付款。", redeemed_fen="1"
    )
    clerk.confirm(f"{path}/steps/lift_encumbrance", encumbrance="1", release="ARTICLE_19", reason="已解除。")

    assert '<option value="1">1 查封：江澜市望川区人民法院</option>' in offered
    assert wrong.status_code == 409
    assert "只限于质物、留置物" in wrong.text
    assert "受理后解除保全措施" in clerk.page(path)


def test_how_an_asset_came_into_the_estate_is_asked_shown_exported_and_told(
    stage: tuple[CourtFlask, Estate], clerk: Desk
) -> None:
    caller, case = Caller(stage[0], OWN), f"/cases/{stage[1].case}"

    form = clerk.page(f"{case}/assets/new/find_asset")
    page = clerk.page(f"{case}/assets/1")
    table = clerk.client.get(f"{case}/assets/export.csv").data.decode("utf-8-sig").splitlines()
    told = caller.get(f"{case}/assets/1").json

    assert all(f'value="{word}"' in form for word in ("AT_ACCEPTANCE", "RECOVERED", "LATER"))
    assert "取得原因</dt>" in page
    assert "受理时属于债务人" in page
    assert "取得原因" in table[0]
    assert "受理时属于债务人" in table[1]
    assert told["origin"]["value"] == "AT_ACCEPTANCE"
    assert told["taken_over_on"] == stage[1].play.day.isoformat()
