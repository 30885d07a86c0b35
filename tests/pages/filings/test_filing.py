"""Creditors file their claims from a phone by a code: form, check, receipt."""

from html import unescape

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from court_app.services.filing import filing_codes
from models import Case, CaseEvent, ClaimFiling, FilingCode, Party, PayeeAccount
from models.vocabulary import ClaimState
from tests.liquidation.playing import Liquidation
from tests.pages.filings.phones import CLAIM, CLERK, a_code, claim_of, enter, filed, look, newcomer, send

pytestmark = pytest.mark.slow


def test_a_creditor_files_by_the_code_of_his_notice_and_has_a_receipt(
    case: Liquidation, phone: FlaskClient
) -> None:
    entered = enter(phone, a_code(case, 1).lower().replace("-", " "))
    desk_page = phone.get("/claim/desk").text
    status, check = send(phone, "/claim/new", **CLAIM)
    before = look(case, lambda s: s.scalar(select(func.count(ClaimFiling.id))))
    _, where = send(phone, "/claim/new", confirmed="1", key="once", **CLAIM)
    page = unescape(phone.get(where).text)
    claim = claim_of(case, int(where.rsplit("/", 1)[1]))
    event = look(
        case,
        lambda s: s.scalars(
            select(CaseEvent).where(CaseEvent.machine == "claim", CaseEvent.subject_id == claim.id)
        ).one(),
    )

    assert (entered, status, before) == (302, 200, 0)
    assert "2026-04-16" in desk_page
    assert "合计申报1,020,000.50元" in check
    assert "超过2026-03-01" not in check
    assert (claim.state, claim.filed_fen) == (ClaimState.FILED.value, 102_000_050)
    assert event.step == "file_claim"
    assert (event.actor_id, event.actor_name) == (None, f"{claim.party.name}，凭第1号申报码")
    assert event.hash in page
    assert "已收到" in page


def test_a_form_that_is_sent_twice_files_once(case: Liquidation, phone: FlaskClient) -> None:
    enter(phone, a_code(case))
    form = {**CLAIM, **newcomer("江澜两次商行"), "confirmed": "1", "key": "sent-twice"}

    _, first = send(phone, "/claim/new", **form)
    _, again = send(phone, "/claim/new", **form)

    assert first == again
    assert (
        look(case, lambda s: s.scalar(select(func.count(Party.id)).where(Party.name == "江澜两次商行"))) == 1
    )


@pytest.mark.parametrize("typed", ["", "ABCD-EFGH-JKLM", "A" * 400, "' OR 1=1 --", "中文"])
def test_who_has_no_code_sees_nothing_and_files_nothing(phone: FlaskClient, typed: str) -> None:
    status = enter(phone, typed)
    desk_page = phone.get("/claim/desk")
    posted, where = send(phone, "/claim/new", confirmed="1", **CLAIM)

    assert status == 404
    assert (desk_page.status_code, desk_page.location) == (302, "/claim")
    assert (posted, where) == (302, "/claim")


def test_a_code_that_was_made_anew_voids_the_one_before_and_keeps_what_was_filed(
    case: Liquidation, phone: FlaskClient
) -> None:
    serial = filed(phone, case)
    code_serial = look(case, lambda s: s.scalar(select(func.max(FilingCode.serial))))
    before = a_code(case, code_serial)

    with case.play.bench.writing() as session, session.begin():
        filing_codes.renew(case.play.occasion(session, CLERK), case.case, code_serial)

    assert phone.get("/claim/desk").status_code == 302
    assert enter(phone, before) == 404
    assert enter(phone, a_code(case, code_serial)) == 302
    assert phone.get(f"/claim/{serial}").status_code == 200


def test_a_newcomer_who_gives_a_known_creditors_name_sees_none_of_his_claims(
    case: Liquidation, phone: FlaskClient
) -> None:
    known = look(case, lambda s: s.scalars(select(FilingCode).where(FilingCode.serial == 2)).one().party)
    own = case.begin("claims", "file_claim", creditor_id=known.id, filed_fen="77", basis="货款")

    serial = filed(phone, case, creditor_name=known.name)

    assert claim_of(case, serial).party_id != known.id
    assert phone.get(f"/claim/{own}").status_code == 404


def test_a_known_creditor_sees_what_came_on_paper_and_changes_nothing_of_it(
    case: Liquidation, phone: FlaskClient
) -> None:
    known = look(case, lambda s: s.scalars(select(FilingCode).where(FilingCode.serial == 3)).one().party)
    own = case.begin("claims", "file_claim", creditor_id=known.id, filed_fen="88", basis="货款")
    enter(phone, a_code(case, 3))

    page = phone.get(f"/claim/{own}")

    assert page.status_code == 200
    assert "补正申报" not in page.text
    assert phone.get(f"/claim/{own}/correct").status_code == 404
    assert phone.get(f"/claim/{own}/withdraw").status_code == 404


def test_what_is_missing_is_named_and_nothing_is_lost(case: Liquidation, phone: FlaskClient) -> None:
    enter(phone, a_code(case))

    status, page = send(phone, "/claim/new", **{**CLAIM, "creditor_name": "江澜缺项商行", "phone": ""})

    assert status == 422
    assert '<a href="#field-phone">联系电话</a>' in page
    assert 'value="江澜缺项商行"' in page


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"identity_number": "91110108551385082X"}, "校验位不正确"),
        ({"bank": "江澜银行"}, "须一并填写"),
        ({"agent_name": "陆远"}, "代理权限"),
        ({"consents_to_electronic": "yes"}, "电子送达地址"),
        ({"figures.0.currency": "USD"}, "币种、外币金额和折合率"),
        ({"claim_class": "EMP"}, "从列出的选项中选择"),
    ],
)
def test_what_does_not_fit_is_told(
    case: Liquidation, phone: FlaskClient, typed: dict[str, str], told: str
) -> None:
    enter(phone, a_code(case))

    status, page = send(phone, "/claim/new", confirmed="1", **{**CLAIM, **newcomer(), **typed})

    assert status == 422
    assert told in page


def test_interest_beyond_the_acceptance_and_an_agent_are_told_before_filing(
    case: Liquidation, phone: FlaskClient
) -> None:
    accepted = look(case, lambda s: s.get_one(Case, case.case)).accepted_on
    enter(phone, a_code(case))
    late_interest = {"figures.1.until_on": accepted.isoformat()}
    agent = {"agent_name": "陆远", "agent_authority": "特别授权"}

    status, page = send(phone, "/claim/new", **{**CLAIM, **newcomer(), **late_interest, **agent})

    assert status == 200
    assert "自受理时起停止计算，超过" in page
    assert "请上传授权委托书" in page


def test_the_docket_names_the_agent_who_filed(case: Liquidation, phone: FlaskClient) -> None:
    serial = filed(phone, case, agent_name="陆远", agent_authority="特别授权")

    event = look(
        case,
        lambda s: s.scalars(
            select(CaseEvent).where(
                CaseEvent.machine == "claim", CaseEvent.subject_id == claim_of(case, serial).id
            )
        ).one(),
    )

    assert event.actor_name.startswith("陆远（代江澜来访商行），凭第")


def test_an_account_is_kept_once_and_not_asked_again(case: Liquidation, phone: FlaskClient) -> None:
    account = {"account_name": "江澜来访商行", "bank": "江澜银行", "account_number": "6222 0000 1111"}
    serial = filed(phone, case, **account)

    party = claim_of(case, serial).party_id
    page = phone.get("/claim/new").text
    kept = look(case, lambda s: s.scalars(select(PayeeAccount).where(PayeeAccount.party_id == party)).all())

    assert [one.account_number for one in kept] == ["622200001111"]
    assert 'name="account_number"' not in page
    assert "622200001111" not in page


def test_a_creditor_names_his_guarantor_by_code_and_finds_him_when_he_corrects(
    case: Liquidation, phone: FlaskClient
) -> None:
    told = {"joint_parties.0.name": "望川融资担保有限公司", "joint_parties.0.role": "JOINT_GUARANTOR"}

    serial = filed(phone, case, **told)
    form = unescape(phone.get(f"/claim/{serial}/correct").text)

    assert case.part("joint_parties", 1).claim.serial == serial
    assert 'value="望川融资担保有限公司"' in form


def test_a_guarantor_who_files_by_code_says_of_which_creditor_and_what_he_paid(
    case: Liquidation, phone: FlaskClient
) -> None:
    enter(phone, a_code(case))
    form = {**CLAIM, **newcomer("望川融资担保有限公司"), "same_debt": "PAID", "confirmed": "1"}

    without, page = send(phone, "/claim/new", **form)
    whole = {"same_debt_creditor": "望川城市商业银行", "paid_on": "2026-01-15", "paid_fen": "1000000"}
    status, where = send(phone, "/claim/new", **form, **whole)
    claim = case.part("claims", int(where.rsplit("/", 1)[1]))

    assert (without, "请填写求偿权所涉的债权人。" in page) == (422, True)
    assert (status, claim.same_debt_creditor, claim.paid_fen) == (302, "望川城市商业银行", 100_000_000)


@pytest.mark.parametrize(
    "sum_of", [{"filed_fen": "0"}, {"figures.0.kind": "PRINCIPAL", "figures.0.filed_fen": "0"}]
)
def test_a_claim_for_nothing_is_not_filed(
    case: Liquidation, phone: FlaskClient, sum_of: dict[str, str]
) -> None:
    enter(phone, a_code(case, 1))
    typed = {name: value for name, value in CLAIM.items() if not name.startswith("figures.")}

    status, told = send(phone, "/claim/new", **typed, **sum_of)

    assert status == 422
    assert "申报金额须大于零" in told
