"""Votes of classes on pages: the investors' roll, and an application to approve a plan with its print."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from court_app.db import upgrade
from models import Motion, VotingRight
from tests.liquidation.playing import JUDGE, REASON, Liquidation, accept, file_claims, meet, publish
from tests.pages.desks import Desk, a_stage, desk, served, settings_in
from tests.pages.estate import Estate

pytestmark = pytest.mark.slow
HOLDERS = [
    {"name": "江澜控股集团有限公司", "rights_fen": "6000000"},
    {"name": "江澜员工持股会", "rights_fen": "1000000", "unaffected": True},
]


@pytest.fixture(scope="module")
def clerk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Liquidation]]:
    """A case whose investors have passed a plan that its ordinary class refused; the clerk at his browser."""
    folder = tmp_path_factory.mktemp("classes")
    settings = settings_in(folder, f"sqlite:///{folder / 'court.db'}")
    upgrade(settings.database_url)
    play = a_stage(settings)
    case = accept(play, 2)
    publish(case)
    file_claims(case)
    case.later(55)
    meet(case)
    case.step("confirm_claims", JUDGE)
    vote(case, "FOR", group="EQUITY", investors=HOLDERS)
    vote(case, "AGAINST", group="ORDINARY")
    case.move("resolutions", 2, "refuse_second_vote", **REASON)
    told = {"applicant": "ADMINISTRATOR", "plan_ratio": "10", "members_treated_equally": "YES"}
    case.begin("plan_approvals", "ask_for_approval", **told)
    estate = Estate(play, case.case, [])
    yield desk(served(estate, settings), "heqieyu"), case
    play.bench.database.dispose()


def vote(case: Liquidation, said: str, **more: object) -> None:
    """A class votes as one man."""
    asked = {"meeting_serial": 1, "matter": "61.6", "subject": "重整计划草案", **more}
    motion = case.begin("motions", "put_to_vote", **asked)
    with case.play.bench.reading() as session:
        own = (Motion.case_id == case.case) & (Motion.serial == motion)
        chosen = select(VotingRight.party_id).join(Motion).where(own, VotingRight.may_vote)
        ballots = [{"creditor_id": one, "choice": said} for one in session.scalars(chosen)]
    case.move("motions", motion, "key_ballots", ballots=ballots)
    case.move("motions", motion, "count")


def test_the_roll_of_the_investors_shows_voting_rights_and_why_one_has_no_vote(
    clerk: tuple[Desk, Liquidation],
) -> None:
    at, case = clerk

    page = at.page(f"/cases/{case.case}/motions/1/roll")

    assert "表决权总额" in page
    assert "6,000,000.00" in page
    assert "权益未受重整计划草案调整或者影响" in page
    assert "债权表序号、性质" not in page


def test_the_page_of_an_application_shows_conditions_votes_ranks_and_working(
    clerk: tuple[Desk, Liquidation],
) -> None:
    at, case = clerk

    page = at.page(f"/cases/{case.case}/plan_approvals/1")

    for said in ("六项条件", "各表决组的表决", "破产清算的试算", "出资人组已经通过", "打印六项条件"):
        assert said in page


def test_the_conditions_are_printed_and_answered_by_the_api(clerk: tuple[Desk, Liquidation]) -> None:
    at, case = clerk

    sheet = at.client.get(f"/cases/{case.case}/plan_approvals/1/conditions.pdf")
    headers = {"X-CSRFToken": at.token(f"/cases/{case.case}/motions/1/roll")}
    asked = at.client.get(f"/api/v1/cases/{case.case}/plan_approvals/1", headers=headers)
    answer = asked.get_json()

    assert (sheet.status_code, sheet.mimetype) == (200, "application/pdf")
    assert [row["number"] for row in answer["conditions"]] == [1, 2, 3, 4, 5, 6]
    assert answer["outcome"]["value"] == "OPEN"
    assert [row["group"]["value"] for row in answer["class_rows"]] == ["EQUITY", "ORDINARY"]
