"""Joint parties, recourse and hints on their pages and through the API."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from court_app.demo.actors import Play
from court_app.visit import CourtFlask
from tests.documents.looking import text_of
from tests.pages.desks import desk, kept, served, settings_in
from tests.pages.estate import OWN, Estate, an_accepted_liquidation
from tests.pages.test_api import Caller
from tests.stages import Stages

pytestmark = pytest.mark.slow
CLERK, JUDGE = "heqieyu", "shenzhiheng"
BANK, GUARANTOR = "望川城市商业银行", "望川融资担保有限公司"
Stage = tuple[CourtFlask, Estate]


@pytest.fixture
def stage(tmp_path: Path, empty_sqlite: Path, stages: Stages) -> Iterator[Stage]:
    """A bank's claim (1) with its guarantor, whose recourse (2) is tied to it."""
    settings = settings_in(tmp_path, f"sqlite:///{tmp_path / 'court.db'}")
    shutil.copy(empty_sqlite, tmp_path / "court.db")
    estate = kept(stages, "one_debt", settings, guaranteed)
    yield served(estate, settings), estate
    estate.play.bench.database.dispose()


def guaranteed(play: Play) -> Estate:
    """Play a liquidation to the filing of recourse beside the creditor's own claim."""
    estate = an_accepted_liquidation(play)
    bank = estate.begin(
        "claims",
        "file_claim",
        creditor_name=BANK,
        filed_fen="800000",
        basis="借款合同（编号JN-2025-0316）",
        joint_parties=[{"name": GUARANTOR, "role": "JOINT_GUARANTOR"}],
    )
    recourse = estate.begin(
        "claims",
        "file_claim",
        creditor_name=GUARANTOR,
        filed_fen="800000",
        basis="保证合同",
        same_debt="FUTURE",
        same_debt_creditor=BANK,
    )
    tied = {"same_debt": "FUTURE", "principal_serial": bank, "reason": "同一借款。"}
    estate.part("claims", recourse, "tie_claim", **tied)
    estate.part("claims", bank, "register_claim")
    return estate


def test_the_page_of_a_claim_shows_who_else_owes_it_and_what_to_look_at(stage: Stage) -> None:
    app, estate = stage

    page = desk(app, CLERK).page(f"/cases/{estate.case}/claims/1")

    assert GUARANTOR in page
    assert "连带责任保证人" in page
    assert f"/cases/{estate.case}/joint_parties/1" in page
    assert "债权人已经以第1号债权申报全部债权" in page


def test_a_review_shows_the_hints_beside_the_form(stage: Stage) -> None:
    app, estate = stage

    page = desk(app, CLERK).page(f"/cases/{estate.case}/claims/1/steps/review_claim")

    assert "同一债务的提示" in page


def test_the_administrator_records_a_receipt_and_sees_it_on_both_pages(stage: Stage) -> None:
    app, estate = stage
    at = desk(app, OWN)

    at.confirm(
        f"/cases/{estate.case}/joint_parties/1/steps/record_joint_receipt",
        received_on=estate.play.day.isoformat(),
        amount_fen="123456.78",
        evidence="银行回单",
    )

    assert "123,456.78" in at.page(f"/cases/{estate.case}/joint_parties/1")
    assert "123,456.78" in at.page(f"/cases/{estate.case}/claims/1")
    assert "同一债务已经清偿给谁" in at.page(f"/cases/{estate.case}/claims/2")
    told = Caller(app, CLERK).get(f"/cases/{estate.case}/claims/1/debt").json["debt"]
    assert (told["others_fen"], told["paid_fen"], told["is_satisfied"]) == (12_345_678, 0, False)
    assert [one["serial"] for one in told["behind"]] == [2]


def test_the_clerk_names_guarantors_in_the_form_by_which_a_claim_is_filed(stage: Stage) -> None:
    app, estate = stage
    at = desk(app, CLERK)

    at.confirm(
        f"/cases/{estate.case}/claims/new/file_claim",
        creditor_name="江澜市恒泰贸易有限公司",
        filed_fen="1000",
        **{"joint_parties.0.name": "江澜港务集团", "joint_parties.0.role": "JOINT_DEBTOR"},
    )

    assert "江澜港务集团" in at.page(f"/cases/{estate.case}/joint_parties")


def test_the_list_of_hints_and_the_registers_tell_of_one_debt(stage: Stage) -> None:
    app, estate = stage
    at = desk(app, JUDGE)

    hints = at.page(f"/cases/{estate.case}/register/debts")
    register = at.page(f"/cases/{estate.case}/register")
    sheet = at.client.get(f"/cases/{estate.case}/register/filings.pdf")

    assert "共 1 项" in hints
    assert "尚未代偿的将来求偿权" in register
    assert BANK in text_of(sheet.data)


def test_a_program_reads_hints_and_joint_parties(stage: Stage) -> None:
    app, estate = stage
    caller = Caller(app, CLERK)

    hints = caller.get(f"/cases/{estate.case}/register/debts").json
    parties = caller.get(f"/cases/{estate.case}/joint_parties").json
    claim = caller.get(f"/cases/{estate.case}/claims/2").json

    assert [(one["code"], one["claims"]) for one in hints["items"]] == [("whole_debt_is_filed", [2, 1])]
    assert [(one["name"], one["own_claim"]) for one in parties["items"]] == [(GUARANTOR, 2)]
    assert (claim["same_debt"]["value"], claim["principal"]) == ("FUTURE", 1)


def test_a_program_is_told_why_recourse_is_not_listed(stage: Stage) -> None:
    app, estate = stage
    estate.part("claims", 2, "register_claim")
    view = {"claim_class": "ORD", "admitted_fen": "800000", "limitation_kept": True, "opinion": "属实。"}
    estate.part("claims", 2, "review_claim", **view)

    answer = Caller(app, CLERK).step(f"/cases/{estate.case}/claims/2", "list_claim")

    assert answer.status_code == 409
    assert [one["code"] for one in answer.json["obstacles"]] == ["whole_debt_is_filed"]
