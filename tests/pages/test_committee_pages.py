"""The creditors' committee, reported acts and inspections on their pages and through the API."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from court_app.demo.actors import Play
from court_app.visit import CourtFlask
from tests.pages.desks import Desk, desk, kept, served, settings_in
from tests.pages.estate import FIGURES, OWN, Estate, an_accepted_liquidation, first_meeting
from tests.pages.test_api import Caller
from tests.stages import Stages

pytestmark = pytest.mark.slow
CLERK, JUDGE = "heqieyu", "shenzhiheng"


@pytest.fixture
def stage(tmp_path: Path, empty_sqlite: Path, stages: Stages) -> Iterator[tuple[CourtFlask, Estate]]:
    """A liquidation whose first meeting has resolved to set up a committee."""
    settings = settings_in(tmp_path, f"sqlite:///{tmp_path / 'court.db'}")
    shutil.copy(empty_sqlite, tmp_path / "court.db")
    estate = kept(stages, "committee", settings, resolved)
    yield served(estate, settings), estate
    estate.play.bench.database.dispose()


def resolved(play: Play) -> Estate:
    """Play a liquidation to the resolution on a committee."""
    estate = an_accepted_liquidation(play)
    for party in estate.creditors:
        estate.listed_claim(party)
    first_meeting(estate)
    subject = "设立债权人委员会"
    estate.begin(
        "resolutions", "resolution_passed", meeting_serial=1, matter="61.4", subject=subject, **FIGURES
    )
    return estate


def chosen(at: Desk, case: int, **more: str) -> str:
    """The clerk records the election; returns what the check page or the answer says."""
    typed = {
        "resolution_serial": "1",
        "members.0.kind": "CREDITOR",
        "members.0.claim_serial": "1",
        "members.0.person": "陈旻昇",
        "members.1.kind": "CREDITOR",
        "members.1.claim_serial": "2",
        "members.1.person": "欧阳清",
        "members.2.kind": "EMPLOYEE",
        "members.2.person": "苏禾",
        **more,
    }
    answer = at.confirm(f"/cases/{case}/committees/new/choose_committee", **typed)
    return answer.location or answer.text


def recognised(app: CourtFlask, case: int) -> None:
    """A committee that the court has recognised."""
    chosen(desk(app, CLERK), case)
    desk(app, JUDGE).confirm(f"/cases/{case}/committees/1/steps/recognise_members")


def test_the_form_offers_claims_and_resolutions_and_refuses_two_for_the_employees(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, case = stage[0], stage[1].case
    at = desk(app, CLERK)

    form = at.page(f"/cases/{case}/committees/new/choose_committee")
    refused = chosen(at, case, **{"members.1.kind": "UNION", "members.1.claim_serial": ""})
    location = chosen(at, case)

    assert "1 设立债权人委员会（通过）" in form
    assert form.count("代表姓名") == 9, "as many rows as the law knows seats"
    assert "须有且只有1名职工代表或者工会代表，现有2名。" in refused
    assert location.endswith(f"/cases/{case}/committees/1")
    assert "欧阳清" in at.page(f"/cases/{case}/committees/1")


def test_the_votes_are_typed_member_by_member_and_counted_before_they_are_confirmed(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, case = stage[0], stage[1].case
    recognised(app, case)
    at, path = desk(app, CLERK), f"/cases/{case}/committee_decisions/new/committee_carries"
    typed = {
        "power": "ESTATE",
        "subject": "查阅账户",
        "text": "要求管理人提供收支明细。",
        "form": "ON_SITE",
        "minutes": "全体到会。",
        **{f"votes.{place}.member": str(place + 1) for place in range(3)},
        **{f"votes.{place}.vote": "FOR" for place in range(2)},
        "votes.2.vote": "AGAINST",
    }

    silent = at.send(path, **typed)
    check = at.send(path, **typed, **{"votes.2.dissent": "没有必要。"})
    done = at.confirm(path, **typed, **{"votes.2.dissent": "没有必要。"})

    assert "第3号成员反对，应当记明其不同意见。" in silent.text
    assert "同意的成员：2／3，须超过2分之1，达到。" in check.text
    assert done.status_code == 302
    page = at.page(f"/cases/{case}/committee_decisions/1")
    assert "全体成员3人：同意2人，反对1人，弃权0人，未参加0人。" in page
    assert "没有必要。" in page


def test_a_program_reads_members_votes_and_working_field_by_field(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, case = stage[0], stage[1].case
    recognised(app, case)
    caller = Caller(app, CLERK)
    cast = [{"member": place, "vote": "FOR"} for place in (1, 2)] + [{"member": 3, "vote": "ABSENT"}]
    body = {
        "step": "committee_carries",
        "data": {
            "power": "ESTATE",
            "subject": "查阅账户",
            "text": "要求管理人提供收支明细。",
            "form": "WRITTEN",
            "minutes": "书面表决。",
            "votes": cast,
        },
    }

    begun = caller.post(f"/cases/{case}/committee_decisions", body)
    committee = caller.get(f"/cases/{case}/committees/1").json
    decision = caller.get(f"/cases/{case}/committee_decisions/1").json

    assert begun.status_code == 201
    assert [(one["position"], one["kind"]["value"]) for one in committee["members"]] == [
        (1, "CREDITOR"),
        (2, "CREDITOR"),
        (3, "EMPLOYEE"),
    ]
    assert [one["vote"]["value"] for one in decision["votes"]] == ["FOR", "FOR", "ABSENT"]
    assert decision["working"][0] == "全体成员3人：同意2人，反对0人，弃权0人，未参加1人。"


def test_the_administrator_reports_an_act_and_the_committee_is_its_addressee(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, estate = stage
    recognised(app, estate.case)
    estate.begin("assets", "find_asset", kind="LAND", name="工业用地使用权")
    at, path = desk(app, OWN), f"/cases/{estate.case}/disposals/new/report_act"
    typed = {
        "act": "69.1",
        "subject": "关于拍卖土地的报告",
        "planned_on": (estate.play.day + timedelta(days=10)).isoformat(),
        "text": "公开拍卖。",
    }

    nameless = at.send(path, **typed)
    done = at.confirm(path, **typed, asset_serials="1")

    assert "转让财产的，请写明财产序号。" in nameless.text
    assert done.status_code == 302
    page = at.page(f"/cases/{estate.case}/disposals/1")
    assert "债权人委员会" in page
    assert "工业用地使用权" in page


def test_a_creditor_asks_to_inspect_and_the_list_says_what(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    at, path = desk(app, OWN), f"/cases/{estate.case}/inspections/new/request_inspection"

    done = at.confirm(path, creditor_id=str(estate.creditors[0]), papers="ASSET_REPORT")

    assert done.status_code == 302
    assert "债务人财产状况报告" in at.page(f"/cases/{estate.case}/inspections")
    table = desk(app, CLERK).client.get(f"/cases/{estate.case}/inspections/export.csv").text
    assert "债务人财产状况报告" in table
