"""Ranks, conditions and returns by pages and API: what is asked, what is shown before it is confirmed."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from court_app.db import upgrade
from court_app.visit import CourtFlask
from tests.pages.desks import Desk, a_stage, desk, served, settings_in
from tests.pages.estate import Estate, an_accepted_liquidation
from tests.pages.test_api import Caller

pytestmark = pytest.mark.slow


def a_return(estate: Estate, **act: Any) -> int:
    """Something came back on demand; returns the number of the act."""
    day = (estate.play.day - timedelta(days=200)).isoformat()
    told = {"act": "见审计报告。", "act_on": day, "amount_fen": "800000", **act}
    serial = estate.begin("avoidances", "find_act", **told)
    estate.part("avoidances", serial, "demand_return", how="书面通知")
    estate.part("avoidances", serial, "take_back", kind="CASH", name="款项", returned_fen="800000")
    return serial


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[CourtFlask, Estate]]:
    """A claim for injury with a condition is registered; a manager and a buyer gave something back."""
    folder = tmp_path_factory.mktemp("ranks")
    settings = settings_in(folder, f"sqlite:///{folder / 'court.db'}")
    upgrade(settings.database_url)
    estate = an_accepted_liquidation(a_stage(settings))
    serial = estate.begin(
        "claims",
        "file_claim",
        creditor_name="江澜市第一人民医院",
        basis="侵权",
        figures=[{"kind": "INJURY", "filed_fen": "50000"}],
        condition_kind="SUSPENSIVE",
        condition="工伤认定作出",
    )
    estate.part("claims", serial, "register_claim")
    income = {"ground": "ABNORMAL_INCOME", "insolvent_then": True, "income": "BONUS"}
    a_return(estate, **income, counterparty="卢明达")
    a_return(estate, ground="UNREASONABLE", counterparty="望川投资有限公司")
    yield served(estate, settings), estate
    estate.play.bench.database.dispose()


@pytest.fixture(scope="module")
def clerk(stage: tuple[CourtFlask, Estate]) -> Desk:
    """The clerk at his browser."""
    return desk(stage[0], "heqieyu")


def test_the_review_shows_the_condition_and_asks_for_the_reason_of_a_rank(
    stage: tuple[CourtFlask, Estate], clerk: Desk
) -> None:
    path = f"/cases/{stage[1].case}/claims/1/steps/review_claim"
    found = {
        "claim_class": "EMP",
        "figures.0.position": "1",
        "figures.0.admitted_fen": "50000",
        "limitation_kept": "yes",
        "enforcement_kept": "yes",
        "opinion": "属实。",
        "condition_kind": "SUSPENSIVE",
        "condition": "工伤认定作出",
    }

    asked = clerk.page(path)
    bare = clerk.send(path, **found)
    explained = clerk.send(path, **found, rank_reason="伤者无其他生活来源。")

    assert "附生效条件" in asked
    assert "工伤认定作出" in asked
    assert bare.status_code == 409
    assert "本院通常列为普通债权" in bare.text
    assert "第二十八条" in bare.text
    assert explained.status_code == 200
    assert "理由：伤者无其他生活来源" in explained.text


def test_the_register_shows_what_a_claim_depends_on(stage: tuple[CourtFlask, Estate], clerk: Desk) -> None:
    case = stage[1].case

    page = clerk.page(f"/cases/{case}/register")
    table = clerk.client.get(f"/cases/{case}/register/export.csv").data.decode("utf-8-sig")

    assert "附生效条件" in page
    assert "附生效条件,工伤认定作出" in table


def test_only_what_the_ground_needs_is_asked_and_the_working_is_shown_first(
    stage: tuple[CourtFlask, Estate], clerk: Desk
) -> None:
    acts = f"/cases/{stage[1].case}/avoidances"

    income, price = (clerk.page(f"{acts}/{serial}/steps/answer_counterparty") for serial in (1, 2))
    checked = clerk.send(f"{acts}/2/steps/answer_counterparty", price_fen="300000")

    assert "企业职工月平均工资" in income
    assert "相对人已付的价款" not in income
    assert "相对人已付的价款" in price
    assert "企业职工月平均工资" not in price
    assert "因返还形成的300,000.00元，性质为共益债务。" in checked.text


def test_a_program_records_it_once_and_reads_claim_debt_and_working(stage: tuple[CourtFlask, Estate]) -> None:
    program, case = Caller(stage[0], "heqieyu"), f"/cases/{stage[1].case}"

    taken = program.step(f"{case}/avoidances/1", "answer_counterparty")
    twice = program.step(f"{case}/avoidances/1", "answer_counterparty")
    program.step(f"{case}/avoidances/2", "answer_counterparty", price_fen="300000")

    act, other = (program.get(f"{case}/avoidances/{serial}").json for serial in (1, 2))
    claim = program.get(f"{case}/claims/{act['claims'][0]['serial']}").json
    debt = program.get(f"{case}/spendings/{other['spendings'][0]['serial']}").json
    assert (taken.status_code, twice.status_code) == (201, 409)
    assert act["answered_fen"] == 80_000_000
    assert act["working"][1] == "因返还形成的债权800,000.00元，为普通债权。"
    assert (claim["avoidance"], claim["filed_fen"]) == (1, 80_000_000)
    assert (debt["avoidance"], debt["common_ground"]["value"]) == (2, "I2-11(2)")
