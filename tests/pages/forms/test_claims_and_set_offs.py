"""Claims, set-offs and retrievals on pages: check pages, double clicks, two clerks at one claim."""

import pytest

from court_app.visit import CourtFlask
from tests.pages.desks import desk
from tests.pages.estate import (
    OWN,
    Estate,
)
from tests.pages.forms.typed import claim, claims, filed

pytestmark = pytest.mark.slow


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
