"""What stands on the check page of a step, and tables that are looked at before they count."""

import pytest

from court_app.visit import CourtFlask
from models import Case, Party
from models.vocabulary import PartyKind, PartyRole
from tests.pages.desks import Desk, desk, served, settings_in
from tests.pages.estate import (
    FIGURES,
    OWN,
    Estate,
    first_meeting,
    ready_to_distribute,
)
from tests.pages.forms.typed import claim, claims, filed

pytestmark = pytest.mark.slow


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_written(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, estate = stage

    answer = desk(app, OWN).confirm(
        f"/cases/{estate.case}/claims/new/file_claim", **filed(estate, filed_fen="一千")
    )

    assert answer.status_code == 422
    assert 'href="#field-filed_fen"' in answer.text
    assert claims(estate) == 0


def test_the_check_page_of_a_step_shows_papers_and_who_gets_them(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    serial = estate.begin("claims", "file_claim", creditor_id=estate.creditors[0], filed_fen="10")

    check = desk(app, "shenzhiheng").send(
        f"/cases/{estate.case}/claims/{serial}/steps/fix_provisional_amount",
        provisional_fen="5",
        reason="债权尚有争议。",
    )

    assert check.status_code == 200
    assert "决定书（临时确定债权额）" in check.text
    assert "江澜融通小额贷款有限公司" in check.text


def test_a_vote_is_reckoned_on_its_check_page(stage: tuple[CourtFlask, Estate]) -> None:
    _, estate = stage
    for creditor in estate.creditors:
        estate.listed_claim(creditor)
    first_meeting(estate)
    at = desk(served_today(estate), "heqieyu")

    vote = at.send(
        f"/cases/{estate.case}/resolutions/new/resolution_passed",
        **{name: str(value) for name, value in FIGURES.items()},
        meeting_serial="1",
        matter="61.3",
        subject="监督管理人的办法",
    )

    assert vote.status_code == 200
    assert "人数：2／3，须" in vote.text
    assert "两项均达到，决议通过。" in vote.text


def test_what_would_be_refused_is_said_before_it_is_confirmed(stage: tuple[CourtFlask, Estate]) -> None:
    _, estate = stage
    ready_to_distribute(estate)
    at = desk(served_today(estate), OWN)

    answer = at.send(
        f"/cases/{estate.case}/steps/final_distribution",
        pool_fen="750000.01",
        announced_on=estate.play.day.isoformat(),
        says_final="yes",
    )

    assert answer.status_code == 409
    assert "可供分配的款项为750,000.00元，不足本次分配总额750,000.01元" in answer.text
    assert "第一百一十六条" in answer.text
    assert 'value="750000.01"' in answer.text


def test_the_division_of_a_distribution_stands_on_its_check_page(
    stage: tuple[CourtFlask, Estate],
) -> None:
    _, estate = stage
    ready_to_distribute(estate)
    at = desk(served_today(estate), OWN)

    check = at.send(
        f"/cases/{estate.case}/steps/final_distribution",
        pool_fen="300000",
        announced_on=estate.play.day.isoformat(),
        says_final="yes",
    )

    assert check.status_code == 200
    assert "本次分配总额300,000.00元。" in check.text
    assert "普通债权：债权2,700,000.00元，分配300,000.00元" in check.text


def served_today(estate: Estate) -> CourtFlask:
    """The application on the day to which the case has been played."""
    return served(estate, settings_in(estate.play.bench.settings.data_dir, database_of(estate)))


def database_of(estate: Estate) -> str:
    """The address of the database."""
    return estate.play.bench.settings.database_url


def test_few_creditors_are_a_list_and_many_are_looked_up(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    at, form = desk(app, OWN), f"/cases/{estate.case}/claims/new/file_claim"
    few = at.page(form)
    add_creditors(estate, 60)

    many = at.page(form)
    found = at.page(f"/cases/{estate.case}/creditors?step=file_claim&kind=claims&field=creditor_id&q=50号")
    picked = at.page(f"{form}?creditor_id={estate.creditors[2]}")

    assert few.count("<option") > 3
    assert "江澜融通小额贷款有限公司" in few
    assert "江澜融通小额贷款有限公司" not in many
    assert "从列表中查找" in many
    assert found.count(f'href="/cases/{estate.case}/claims/new/file_claim?creditor_id=') == 1
    assert f'<option value="{estate.creditors[2]}" selected>' in picked


def add_creditors(estate: Estate, many: int) -> None:
    """Creditors that are already known to the case."""
    with estate.play.bench.writing() as session, session.begin():
        case = session.get_one(Case, estate.case)
        case.parties.extend(
            Party(
                role=PartyRole.CREDITOR,
                kind=PartyKind.ENTERPRISE,
                name=f"江澜第{number}号供应商",
                from_on=estate.play.day,
                agents=[],
            )
            for number in range(many)
        )


def test_an_administrator_cannot_take_a_step_of_the_court(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    at: Desk = desk(app, OWN)
    serial = estate.begin("claims", "file_claim", creditor_id=estate.creditors[0], filed_fen="10")

    for path in (
        f"/cases/{estate.case}/claims/{serial}/steps/fix_provisional_amount",
        f"/cases/{estate.case}/steps/appoint_chair",
    ):
        answer = at.confirm(path, provisional_fen="5", reason="理由", chair_party_id=str(estate.creditors[0]))

        assert answer.status_code == 409
        assert "只能由" in answer.text


def test_a_table_of_claims_is_looked_at_before_it_is_imported_and_can_be_withdrawn(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, estate = stage
    at, path = desk(app, "heqieyu"), f"/cases/{estate.case}/claims/imports"
    content = "债权人,本金\n临江五金商行,1000\n澜江布行,x\n".encode()

    uploaded = at.upload(path, "claims.csv", content)
    shown = at.page(f"{path}/1")
    before = claims(estate)
    run = at.send_to(f"{path}/1", f"{path}/1/run")
    imported = claim(estate, 1)
    undone = at.send_to(f"{path}/1", f"{path}/1/undo", reason="重复上传")

    assert uploaded.location.endswith(f"{path}/1")
    assert "请填写以元为单位" in shown
    assert before == 0
    assert (run.status_code, undone.status_code) == (302, 302)
    assert (imported.filed_fen, imported.state) == (100_000, "FILED")
    assert claim(estate, 1).state == "WITHDRAWN"
    assert desk(app, "lian").upload(path, "claims.csv", content).status_code == 409


def test_a_list_of_employees_says_when_it_was_publicised(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    at, path = desk(app, OWN), f"/cases/{estate.case}/claims/imports"
    content = "职工姓名,工资\n梁晓禾,21600\n".encode()

    undated = at.upload(path, "list.csv", content, kind="EMPLOYEES")
    at.upload(path, "list.csv", content, kind="EMPLOYEES", publicised_on="2026-01-05")
    at.send_to(f"{path}/1", f"{path}/1/run")

    assert (undated.status_code, "请填写此项" in undated.text) == (422, True)
    assert (claim(estate, 1).claim_class, claim(estate, 1).state) == ("EMP", "LISTED")
    assert "职工要求更正清单" in at.page(f"/cases/{estate.case}/claims/1")


def test_a_file_that_is_no_table_is_refused_with_the_way_out(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    at, path = desk(app, OWN), f"/cases/{estate.case}/claims/imports"

    empty = at.upload(path, "claims.csv", b"")
    at.upload(path, "claims.csv", "姓名,金额\n甲,1\n".encode())

    assert empty.status_code == 422
    assert "请选择一个有内容的文件" in empty.text
    assert "第一行须为列名" in at.page(f"{path}/1")
