"""Writing on the pages of a liquidation: check pages, double clicks, two clerks at one claim."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from court_app.visit import CourtFlask
from models import Case, Claim, Party
from models.vocabulary import PartyKind, PartyRole
from tests.pages.desks import Desk, desk, kept, served, settings_in
from tests.pages.estate import (
    FIGURES,
    OWN,
    Estate,
    an_accepted_liquidation,
    first_meeting,
    ready_to_distribute,
)
from tests.stages import Stages

pytestmark = pytest.mark.slow


@pytest.fixture
def stage(database_url: str, tmp_path: Path, stages: Stages) -> Iterator[tuple[CourtFlask, Estate]]:
    """A liquidation whose claims can be filed, on each database."""
    settings = settings_in(tmp_path, database_url)
    estate = kept(stages, "forms", settings, an_accepted_liquidation)
    yield served(estate, settings), estate
    estate.play.bench.database.dispose()


def filed(estate: Estate, **more: str) -> dict[str, str]:
    """What is typed to file a claim."""
    return {
        "creditor_id": str(estate.creditors[0]),
        "claim_class": "ORD",
        "filed_fen": "1000.50",
        "basis": "货款",
        **more,
    }


def claims(estate: Estate) -> int:
    """How many claims there are."""
    with estate.play.bench.reading() as session:
        return session.scalar(select(func.count(Claim.id))) or 0


def test_an_administrator_files_a_claim_and_sees_it_before_it_counts(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, estate = stage
    at, path = desk(app, OWN), f"/cases/{estate.case}/claims/new/file_claim"

    check = at.send(path, **filed(estate))
    before = claims(estate)
    done = at.confirm(path, **filed(estate))

    assert "江澜融通小额贷款有限公司" in check.text
    assert "1000.50" in check.text
    assert before == 0
    assert done.status_code == 302
    assert done.location.endswith(f"/cases/{estate.case}/claims/1")
    assert "1,000.50" in at.page(f"/cases/{estate.case}/claims/1")


def test_a_claim_confirmed_twice_is_filed_once(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    at, path = desk(app, "heqieyu"), f"/cases/{estate.case}/claims/new/file_claim"

    first = at.confirm(path, **filed(estate, key="one-form"))
    again = at.confirm(path, **filed(estate, key="one-form"))
    other = at.confirm(path, **filed(estate, key="another-form"))

    assert (first.status_code, again.status_code, other.status_code) == (302, 302, 302)
    assert first.location == again.location != other.location
    assert claims(estate) == 2


def test_the_second_of_two_clerks_at_one_claim_is_told_that_it_has_changed(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, estate = stage
    serial = estate.begin("claims", "file_claim", creditor_id=estate.creditors[0], filed_fen="10")
    path = f"/cases/{estate.case}/claims/{serial}/steps/withdraw_claim"
    version = str(claim(estate, serial).version)
    estate.part("claims", serial, "register_claim")

    answer = desk(app, OWN).confirm(path, version=version, reason="债权人撤回。")

    assert answer.status_code == 409
    assert claim(estate, serial).state == "REGISTERED"


def test_a_step_confirmed_twice_by_one_person_is_taken_once_and_shown_again(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, estate = stage
    serial = estate.begin("claims", "file_claim", creditor_id=estate.creditors[0], filed_fen="10")
    path = f"/cases/{estate.case}/claims/{serial}/steps/register_claim"
    at, version = desk(app, OWN), str(claim(estate, serial).version)

    first = at.confirm(path, version=version, key="one-form")
    taken = claim(estate, serial).version
    again = at.confirm(path, version=version, key="one-form")

    assert (first.status_code, again.status_code) == (302, 302)
    assert first.location == again.location
    assert claim(estate, serial).version == taken
    assert "没有重复办理" in at.page(f"/cases/{estate.case}/claims/{serial}")


def test_another_text_in_the_same_form_is_another_act(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    at, path = desk(app, "heqieyu"), f"/cases/{estate.case}/claims/new/file_claim"

    at.confirm(path, **filed(estate, key="one-form"))
    other = at.confirm(path, **filed(estate, key="one-form", filed_fen="2000.00"))

    assert other.location.endswith("/claims/2")
    assert claim(estate, 2).filed_fen == 200_000


@pytest.mark.parametrize(("who", "said"), [(OWN, "您本人"), ("heqieyu", "最近一次记录是")])
def test_an_old_page_says_who_has_moved_on(stage: tuple[CourtFlask, Estate], who: str, said: str) -> None:
    app, estate = stage
    serial = estate.begin("claims", "file_claim", creditor_id=estate.creditors[0], filed_fen="10")
    path, version = f"/cases/{estate.case}/claims/{serial}/steps", str(claim(estate, serial).version)
    desk(app, OWN).confirm(f"{path}/register_claim", version=version, key="register")

    answer = desk(app, who).confirm(
        f"{path}/withdraw_claim", version=version, reason="撤回。", key="withdraw"
    )

    assert answer.status_code == 409
    assert said in answer.text
    assert "他人" not in answer.text
    assert ("您本人" in answer.text) == (who == OWN)


def test_the_check_page_refuses_what_only_the_effect_knows(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    at, path = desk(app, OWN), f"/cases/{estate.case}/claims/new/file_claim"

    check = at.send(path, **filed(estate, asset_serial="9"))

    assert check.status_code == 422
    assert "本案没有第9号财产" in check.text
    assert "确认提交" not in check.text
    assert claims(estate) == 0


def claim(estate: Estate, serial: int) -> Claim:
    """A claim by its number."""
    with estate.play.bench.reading() as session:
        return session.scalars(select(Claim).where(Claim.serial == serial)).one()


def test_a_claim_is_reviewed_beside_what_was_filed_figure_by_figure(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, estate = stage
    figures = [{"kind": "PRINCIPAL", "filed_fen": "1000"}, {"kind": "INTEREST", "filed_fen": "60"}]
    serial = estate.begin(
        "claims",
        "file_claim",
        creditor_id=estate.creditors[0],
        figures=figures,
        evidence="借款合同、转账凭证",
    )
    estate.part("claims", serial, "register_claim")
    at, path = desk(app, OWN), f"/cases/{estate.case}/claims/{serial}"

    form = at.page(f"{path}/steps/review_claim")
    done = at.confirm(
        f"{path}/steps/review_claim",
        claim_class="ORD",
        limitation_kept="yes",
        enforcement_kept="yes",
        opinion="利息没有约定。",
        **{
            "figures.0.position": "1",
            "figures.0.admitted_fen": "1000.00",
            "figures.0.evidence_page": "证据1第2页",
            "figures.1.position": "2",
            "figures.1.admitted_fen": "0",
            "figures.1.reason": "合同没有约定利息",
        },
    )

    assert "借款合同、转账凭证" in form
    assert "本金：申报1,000.00元" in form
    assert 'value="1000.00"' in form
    assert done.status_code == 302
    shown = at.page(path)
    assert "证据1第2页" in shown
    assert "合同没有约定利息" in shown
    assert claim(estate, serial).admitted_fen == 100_000


def test_the_register_of_a_day_is_shown_and_saved_as_a_table(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    estate.listed_claim(estate.creditors[0])
    at, path, day = desk(app, "heqieyu"), f"/cases/{estate.case}/register", estate.play.day.isoformat()

    today = at.page(f"{path}?on={day}&class=ORD")
    before = at.page(f"{path}?on=2020-01-01")
    table = at.client.get(f"{path}/export.csv?on={day}").get_data(as_text=True)

    assert "1,000,000.00" in today
    assert "截至这一天没有登记的债权" in before
    row = "江澜融通小额贷款有限公司,普通债权,1000000.00,900000.00,,0.00,0.00,900000.00,,已编入债权表"
    assert row in table


def test_a_set_off_is_seen_on_its_page_at_its_claim_and_in_the_register(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, estate = stage
    estate.listed_claim(estate.creditors[0])
    at, case = desk(app, "heqieyu"), f"/cases/{estate.case}"
    notice = {"claim_serial": "1", "asserted_fen": "900000", "debt": "租金", "debt_fen": "400000"}
    at.confirm(f"{case}/set_offs/new/notify_set_off", debt_on="2024-05-01", debt_kind="ORDINARY", **notice)
    at.confirm(f"{case}/set_offs/1/steps/examine_set_off", opinion="债权债务均成立。")

    check = at.send(f"{case}/set_offs/1/steps/accept_set_off")
    at.confirm(f"{case}/set_offs/1/steps/accept_set_off")

    own, claim = at.page(f"{case}/set_offs/1"), at.page(f"{case}/claims/1")
    register, day = at.page(f"{case}/register"), estate.play.day.isoformat()
    table = at.client.get(f"{case}/register/export.csv?on={day}").get_data(as_text=True)
    assert "抵销生效" in check.text
    assert "债权余500,000.00元，债务余0.00元。" in check.text
    assert "三项中最小的为400,000.00元" in own
    assert f'href="{case}/set_offs/1"' in claim
    assert f'href="{case}/claims/1"' in own
    assert "500,000.00" in claim
    assert "500,000.00" in register
    assert "1000000.00,900000.00,,400000.00,0.00,500000.00,," in table


def test_what_was_found_about_a_set_off_is_proposed_when_it_is_examined_again(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, estate = stage
    estate.listed_claim(estate.creditors[0])
    told = {"asserted_fen": "1", "debt": "租金", "debt_fen": "1", "debt_on": "2024-05-01"}
    serial = estate.begin("set_offs", "notify_set_off", claim_serial=1, **told)
    found = {"acquired_on": "2026-01-15", "acquired_from": "望川包装有限公司", "priority_fen": "12345.00"}
    estate.part(
        "set_offs", serial, "examine_set_off", opinion="受让取得。", knew_when_acquiring=True, **found
    )

    form = desk(app, "heqieyu").page(f"/cases/{estate.case}/set_offs/{serial}/steps/examine_set_off")

    assert all(f'value="{value}"' in form for value in found.values())
    assert form.count(" checked") == 1


def test_an_objection_without_a_ground_is_sent_back_to_its_field(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    estate.listed_claim(estate.creditors[0])
    told = {"asserted_fen": "1", "debt": "租金", "debt_fen": "1", "debt_on": "2024-05-01"}
    serial = estate.begin("set_offs", "notify_set_off", claim_serial=1, **told)
    estate.part("set_offs", serial, "examine_set_off", opinion="待核对。")

    answer = desk(app, "heqieyu").confirm(
        f"/cases/{estate.case}/set_offs/{serial}/steps/object_to_set_off", reason="数额不符。"
    )

    assert answer.status_code == 422
    assert 'href="#field-grounds"' in answer.text


def test_a_retrieval_is_typed_accepted_and_handed_over_on_pages(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    machine = estate.begin("assets", "find_asset", kind="EQUIPMENT", name="注塑机")
    at, path = desk(app, OWN), f"/cases/{estate.case}/retrievals"
    claimed = {"owner": "望川机电租赁有限公司", "ground": "GENERAL", "contract": "NONE"}
    more = {"claimed_property": "注塑机一台", "title_basis": "租赁合同", "asset_serial": str(machine)}

    begun = at.confirm(f"{path}/new/claim_retrieval", **claimed, **more)
    at.confirm(f"{path}/1/steps/accept_retrieval", opinion="权属清楚。", costs_fen="100")
    unpaid = at.confirm(f"{path}/1/steps/hand_over", received_by="钱经理", costs_paid_fen="99")
    at.confirm(f"{path}/1/steps/hand_over", received_by="钱经理", costs_paid_fen="100")

    assert begun.location.endswith(f"{path}/1")
    assert "应付费用100.00元，已付99.00元" in unpaid.text
    assert estate.state_of("retrievals", 1) == "HANDED_OVER"
    assert estate.state_of("assets", machine) == "RELEASED"
    account = f"/cases/{estate.case}/account?source=RETRIEVAL&amp;serial=1"
    shown = at.client.get(f"{path}/1").get_data(as_text=True)
    assert account in shown
    assert "第1号取回权：收到加工费、保管费等费用" in shown
    narrowed = at.client.get(account.replace("&amp;", "&")).get_data(as_text=True)
    assert f'href="{path}/1"' in narrowed
    assert at.client.get(f"{path}/1/steps/correct_receipt").status_code == 200


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
