"""Remuneration at the desks of judge and administrator and for a program: working, slices, expenses."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from court_app.demo.actors import Play
from court_app.visit import CourtFlask
from tests.liquidation.remunerating import ASKED, FINAL, PLAN
from tests.pages.desks import another_case, desk, kept, served, settings_in
from tests.pages.estate import OTHER, OWN, Estate, an_accepted_liquidation
from tests.pages.test_api import Caller
from tests.stages import Stages

pytestmark = pytest.mark.slow
JUDGE = "shenzhiheng"
TYPED = {
    "payee": "ACCOUNTING_FIRM",
    "forecast_fen": "13925678.90",
    "rates.to_100": "11.5",
    "collection": "INSTALMENTS",
    "stages.0.when": "第一次债权人会议之后",
    "stages.0.percent": "40",
    "stages.1.when": "分配完结之后",
    "stages.1.percent": "60",
    "workload": "债权人约六十人。",
    "factors": "复杂程度中等。",
}


@pytest.fixture
def stage(tmp_path: Path, empty_sqlite: Path, stages: Stages) -> Iterator[tuple[CourtFlask, Estate]]:
    """A liquidation that was accepted and announced, and another with its own administrator."""
    settings = settings_in(tmp_path, f"sqlite:///{tmp_path / 'court.db'}")
    shutil.copy(empty_sqlite, tmp_path / "court.db")
    estate = kept(stages, "fees", settings, beside_another_case)
    yield served(estate, settings), estate
    estate.play.bench.database.dispose()


def beside_another_case(play: Play) -> Estate:
    """An accepted liquidation in a court that then gets another case."""
    estate = an_accepted_liquidation(play)
    another_case(play)
    return estate


def planned(estate: Estate, **more: Any) -> str:
    """A plan is fixed; returns the address of the case."""
    estate.begin("remunerations", "fix_remuneration_plan", JUDGE, **{**PLAN, **more})
    return f"/cases/{estate.case}"


def test_the_judge_sees_the_working_before_he_confirms_and_the_slices_after(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, estate = stage
    judge, form = desk(app, JUDGE), f"/cases/{estate.case}/remunerations/new/fix_remuneration_plan"

    check = judge.send(form, **TYPED).text
    made = judge.confirm(form, **TYPED)
    page = judge.page(f"/cases/{estate.case}/remunerations/1")

    assert "1,000,000.00元×11.5%＝115,000.00元" in check
    assert made.status_code == 302
    assert "235,540.734" in page
    assert "1,150,540.73" in page
    assert "1,155,540.73" in page
    assert "报酬方案告知期限" in page


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"rates.to_100": "12.5"}, "报酬比例超出限制：不超过1,000,000.00元的部分12.5%，上限12%。"),
        ({"rates.to_100": "abc"}, "最多四位小数的百分比"),
        ({"stages.1.percent": "59"}, "各期比例之和须为100%。"),
        ({"payee": "GOVERNMENT"}, "不收取报酬"),
    ],
)
def test_what_the_law_does_not_allow_is_told_at_its_field(
    stage: tuple[CourtFlask, Estate], typed: dict[str, str], told: str
) -> None:
    app, estate = stage
    judge, form = desk(app, JUDGE), f"/cases/{estate.case}/remunerations/new/fix_remuneration_plan"

    answer = judge.send(form, **{**TYPED, **typed})

    assert answer.status_code in {409, 422}
    assert told in answer.text


def test_an_application_that_is_sent_twice_is_one(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    path, own = planned(estate), desk(app, OWN)
    form = f"{path}/instalments/new/ask_payment"
    key = own.page(form).partition('name="key" value="')[2].partition('"')[0]

    for _ in range(2):
        own.confirm(form, key=key, **ASKED)

    page = own.page(f"{path}/remunerations/1")
    assert "第1号" in page
    assert "第2号" not in page
    assert "300,000.00" in page


def test_the_instalments_add_up_and_open_into_their_rows(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    path = planned(estate)
    for amount in ("100000.00", "250000.50"):
        serial = estate.begin("instalments", "ask_payment", **{**ASKED, "amount_fen": amount})
        estate.part("instalments", serial, "allow_payment", JUDGE, allowed_fen=amount, reason="符合方案。")

    page = desk(app, JUDGE).page(f"{path}/remunerations/1")

    assert "350,000.50" in page
    assert f'href="{path}/instalments/2"' in page


def test_the_administrator_of_another_case_sees_nothing_of_it(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    path, stranger, own = planned(estate), desk(app, OTHER), desk(app, OWN)

    for address in ("remunerations", "remunerations/1", "instalments", "collateral_fees", "court_fees"):
        stranger.page(f"{path}/{address}", 404)
        own.page(f"{path}/{address}")


def test_a_program_reads_slices_and_expenses(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    path, judge = planned(estate), Caller(app, JUDGE)
    estate.part("remunerations", 1, "fix_remuneration", JUDGE, **{**FINAL, "fixed_fen": "1000000.00"})
    estate.begin("court_fees", "reckon_court_fee", JUDGE, unencumbered_fen="22695678.90")

    sheet = judge.get(f"{path}/fees/remunerations/1").json
    fees = judge.get(f"{path}/fees").json

    assert [row["due"] for row in sheet["brackets"][:4]] == [
        "120,000.00",
        "400,000.00",
        "400,000.00",
        "235,540.734",
    ]
    assert (sheet["due_fen"], sheet["cap_yuan"]) == (115_554_073, "1155540.73")
    assert [(one["path"], one["amount_yuan"], one["is_final"]) for one in fees["items"]] == [
        ("remunerations", "1000000.00", True),
        ("court_fees", "77639.20", True),
    ]
    assert fees["sum_yuan"] == "1077639.20"
    assert all(one["working"] for one in fees["items"])


def test_what_is_no_fee_has_no_slices(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    asset = estate.begin("assets", "find_asset", kind="EQUIPMENT", name="数控机床", book_fen="1200000")

    answer = Caller(app, JUDGE).get(f"/cases/{estate.case}/fees/assets/{asset}")

    assert answer.status_code == 404


def test_two_judges_do_not_overwrite_each_other(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    path, judge = planned(estate), Caller(app, JUDGE)
    version = judge.get(f"{path}/remunerations/1").json["version"]
    estate.part("remunerations", 1, "adjust_by_court", JUDGE, **change())

    late = judge.post(
        f"{path}/remunerations/1/steps",
        {"step": "fix_remuneration", "data": FINAL, "version": version},
    )

    assert late.status_code == 409


def change() -> dict[str, Any]:
    """A changed plan."""
    kept = {name: PLAN[name] for name in ("forecast_fen", "collection", "stages", "factors")}
    return {**kept, "reason": "工作量小于预测。", "rates": {"to_100": "10"}}
