"""The pages and the API on which a failed plan, its receipts and the one ratio are seen and kept."""

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from court_app.bench import Bench
from court_app.db import upgrade
from court_app.demo.failed_plan_scene import plan_failed
from court_app.visit import CourtFlask
from models import FailedPlan
from tests.applications import application
from tests.conftest import StandingClock
from tests.pages.desks import Desk, a_stage, desk, settings_in
from tests.pages.test_api import Caller

pytestmark = pytest.mark.slow
Stage = tuple[CourtFlask, str, str]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The scene of the demonstration behind the pages: the application, its case, a day of performance."""
    folder = tmp_path_factory.mktemp("failed")
    settings = settings_in(folder, f"sqlite:///{folder / 'court.db'}")
    upgrade(settings.database_url)
    play = a_stage(settings)
    plan_failed(play)
    with play.bench.reading() as session:
        plan = session.scalars(select(FailedPlan)).one()
        case, day = plan.case_id, plan.ended_on.isoformat()
    yield application(settings, StandingClock(play.now)), f"/cases/{case}", day
    Bench.of(settings).database.dispose()


@pytest.fixture(scope="module")
def clerk(stage: Stage) -> Desk:
    """The clerk of the case."""
    return desk(stage[0], "heqieyu")


def test_the_draft_shows_the_ratio_as_a_fraction_and_each_line(stage: Stage, clerk: Desk) -> None:
    page = clerk.page(f"{stage[1]}/distributions/draft")

    assert "r = 7/30" in page
    assert "2,000,000.00元×7／30－200,000.00元→266,666.67元" in page
    assert "本次不分配" in page


def test_claim_register_and_plan_say_what_is_left(stage: Stage, clerk: Desk) -> None:
    own = clerk.page(f"{stage[1]}/claims/1")
    register = clerk.page(f"{stage[1]}/register")
    plan = clerk.page(f"{stage[1]}/failed_plans/1")

    assert "原债权 1,000,000.00 元 － 已受偿 300,000.00 元 ＝ 余额 700,000.00 元" in own
    assert "余额＝原债权－已受偿（元）" in register
    assert "已登记 2 笔，2 笔债权，合计 500,000.00 元。" in plan
    assert clerk.client.get(f"{stage[1]}/register/table.pdf").data.startswith(b"%PDF")
    assert clerk.client.get(f"{stage[1]}/distributions/draft/sheet.pdf").data.startswith(b"%PDF")


def test_the_check_page_shows_what_the_claim_would_stand_at(stage: Stage, clerk: Desk) -> None:
    typed = {"claim_serial": "3", "received_fen": "1000.00", "received_on": stage[2], "evidence": "凭证3号"}

    answer = clerk.send(f"{stage[1]}/plan_receipts/new/record_plan_receipt", **typed)

    assert "原债权1,000,000.00元－已登记受偿0.00元－本笔1,000.00元＝余额999,000.00元" in answer.text


def test_the_judge_corrects_what_was_recorded_without_typing_it_again(stage: Stage) -> None:
    page = desk(stage[0], "shenzhiheng").page(f"{stage[1]}/failed_plans/1/steps/correct_failed_plan")

    assert "望川控股集团有限公司" in page
    assert "（2026）豫9701破29号之一" in page


def test_a_receipt_is_found_by_its_creditor(stage: Stage, clerk: Desk) -> None:
    page = clerk.page(f"{stage[1]}/plan_receipts?q=融通")

    assert "江澜融通小额贷款有限公司" in page
    assert "江澜市恒远钢材贸易有限公司" not in page


def test_a_table_is_uploaded_and_every_wrong_row_is_shown(stage: Stage, clerk: Desk) -> None:
    heading = "债权表序号,已受偿,受偿日期,证据"
    content = f"{heading}\n3,5000,{stage[2]},凭证4号\n77,1,{stage[2]},凭证5号".encode()
    tables = f"{stage[1]}/plan_receipts/tables"

    sent = clerk.upload(tables, "受偿.csv", content)
    page = clerk.page(sent.location)

    assert re.search(r"登记 1 笔", page)
    assert "债权表中没有这笔债权" in page
    assert "债权表中没有这笔债权" in clerk.page(f"{sent.location}?rows=wrong")
    assert "受偿.csv" in clerk.page(tables)


def test_a_file_that_is_no_table_is_refused_with_the_columns_that_are_needed(
    stage: Stage, clerk: Desk
) -> None:
    answer = clerk.upload(f"{stage[1]}/plan_receipts/tables", "表.csv", "甲,乙\n1,2".encode())

    assert answer.status_code == 422
    assert "第一行须为列名" in answer.text
    assert clerk.client.get(f"{stage[1]}/plan_receipts/tables/blank.xlsx").data.startswith(b"PK")


def test_whoever_has_no_part_in_the_case_sees_nothing_of_it(stage: Stage) -> None:
    outside = desk(stage[0], "mingli")

    outside.page(f"{stage[1]}/plan_receipts/tables", 404)
    outside.page(f"{stage[1]}/failed_plans/1", 404)


def test_the_api_says_and_does_the_same(stage: Stage) -> None:
    app, case, day = stage
    caller = Caller(app, "heqieyu")
    before = caller.post(f"{case}/distributions/draft", {}).json
    rank = next(one for one in before["ranks"] if one["same_ratio"])
    content = f"债权表序号,已受偿,受偿日期,证据\n3,100000,{day},凭证9号".encode()

    table = caller.upload(f"{case}/plan_receipts/tables", "受偿.csv", content)
    shown = caller.get(f"{case}/plan_receipts/tables/{table.json['serial']}").json
    done = caller.post(f"{case}/plan_receipts/tables/{table.json['serial']}/run", {})
    again = caller.post(f"{case}/plan_receipts/tables/{table.json['serial']}/run", {})

    assert (rank["fraction"], rank["percent"]) == ("7/30", "23.3333")
    assert before["excess"] is None
    assert table.status_code == 201
    assert (shown["rows"], shown["wrong"], shown["right_fen"]) == (1, 0, 10_000_000)
    assert (done.status_code, done.json["imported"], again.status_code) == (200, 1, 422)
    assert caller.get(f"{case}/claims/3").json["amount_fen"] == 90_000_000
    assert len(caller.get(f"{case}/plan_receipts/tables").json["items"]) >= 2
