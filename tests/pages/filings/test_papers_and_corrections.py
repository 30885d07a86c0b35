"""What becomes of a claim that was filed by a code: papers, corrections, withdrawal, lateness."""

import logging
import re
from html import unescape

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from court_app.services.claims import claim_papers
from court_app.services.filing import creditor_filings
from models import FilingCode
from models.vocabulary import ClaimState
from tests.liquidation.playing import Liquidation
from tests.pages.desks import Desk
from tests.pages.filings.phones import (
    CLAIM,
    JPEG,
    PDF,
    WHO,
    Stage,
    a_code,
    claim_of,
    enter,
    filed,
    look,
    newcomer,
    papers,
    send,
    upload,
)

pytestmark = pytest.mark.slow


@pytest.fixture
def after_the_window(stage: Stage) -> None:
    """The window for filing is over."""
    stage[0].extensions["court_clock"].forward(days=60)


def test_evidence_is_handed_in_and_the_same_file_is_kept_once(
    case: Liquidation, phone: FlaskClient, clerk: Desk
) -> None:
    serial = filed(phone, case)

    first, _ = upload(phone, serial, (PDF, "合同.pdf"), (JPEG, "送货单.jpg"))
    again, _ = upload(phone, serial, (PDF, "合同.pdf"))
    own = phone.get(f"/claim/{serial}/papers/1")
    court = clerk.client.get(f"/cases/{case.case}/claims/{serial}/papers/1")

    assert (first, again) == (302, 302)
    assert papers(case, serial) == [(1, "合同.pdf", "application/pdf"), (2, "送货单.jpg", "image/jpeg")]
    assert own.data == court.data == PDF
    assert "attachment" in own.headers["Content-Disposition"]
    assert "合同.pdf" in clerk.page(f"/cases/{case.case}/claims/{serial}")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"<script>alert(1)</script>", "只接收 PDF、JPEG、PNG"),
        (b"", "有内容的文件"),
        (PDF + b"0" * 2000, "每个文件不超过"),
    ],
)
def test_a_file_that_is_no_paper_is_refused_by_its_name_and_none_is_kept(
    case: Liquidation, phone: FlaskClient, monkeypatch: pytest.MonkeyPatch, content: bytes, told: str
) -> None:
    monkeypatch.setattr(claim_papers, "MOST_BYTES", 1000)
    serial = filed(phone, case)

    status, page = upload(phone, serial, (PDF, "合同.pdf"), (content, "附件.pdf"))

    assert status == 422
    assert told in page
    assert "附件.pdf" in page
    assert papers(case, serial) == []


def test_the_administrator_asks_for_a_correction_and_the_creditor_corrects(
    case: Liquidation, phone: FlaskClient
) -> None:
    serial = filed(phone, case)
    case.move("claims", serial, "register_claim")
    case.move(
        "claims", serial, "ask_correction", reason="请补充对账单，利息起算日不明。", until_on="2026-04-10"
    )

    asked = unescape(phone.get(f"/claim/{serial}").text)
    form = phone.get(f"/claim/{serial}/correct").text
    version = re.findall(r'name="version" value="(\d+)"', form)[0]
    said = {name: value for name, value in CLAIM.items() if name not in WHO}
    status, where = send(
        phone,
        f"/claim/{serial}/correct",
        confirmed="1",
        version=version,
        **{**said, "figures.0.filed_fen": "900000"},
    )
    twice, told = send(
        phone,
        f"/claim/{serial}/correct",
        confirmed="1",
        version=version,
        **{**said, "figures.0.filed_fen": "1"},
    )
    claim = claim_of(case, serial)

    assert "请补充对账单" in asked
    assert "2026-04-10" in asked
    assert 'value="1000000.00"' in form
    assert (status, where) == (302, f"/claim/{serial}")
    assert (twice, "您看到的内容此后已有更新" in told) == (409, True)
    assert (claim.state, claim.filed_fen) == (ClaimState.REGISTERED.value, 92_000_050)
    assert "correction_asked" not in claim.flags
    assert "请补充对账单" not in phone.get(f"/claim/{serial}").text


def test_a_claim_that_was_reviewed_is_not_changed_by_its_creditor_any_more(
    case: Liquidation, phone: FlaskClient
) -> None:
    serial = filed(phone, case, **{"figures.1.kind": "", "figures.1.filed_fen": "", "figures.1.until_on": ""})
    case.move("claims", serial, "register_claim")
    review = {
        "claim_class": "ORD",
        "admitted_fen": "900000",
        "limitation_kept": True,
        "opinion": "证据充分。",
    }
    case.move("claims", serial, "review_claim", **review)

    not_yet = unescape(phone.get(f"/claim/{serial}").text)
    case.move("claims", serial, "list_claim")
    page = unescape(phone.get(f"/claim/{serial}").text)

    assert "900,000.00" not in not_yet

    assert "900,000.00" in page
    assert "证据充分。" in page
    assert phone.get(f"/claim/{serial}/correct").status_code == 404
    assert upload(phone, serial, (PDF, "合同.pdf"))[0] == 422


def test_a_creditor_takes_his_claim_back_with_a_reason(case: Liquidation, phone: FlaskClient) -> None:
    serial = filed(phone, case)

    check, page = send(phone, f"/claim/{serial}/withdraw", reason="已经和解。")
    still = claim_of(case, serial).state
    done, _ = send(phone, f"/claim/{serial}/withdraw", confirmed="1", key="w", reason="已经和解。")
    twice, _ = send(phone, f"/claim/{serial}/withdraw", confirmed="1", key="w", reason="已经和解。")
    anew, _ = send(phone, f"/claim/{serial}/withdraw", confirmed="1", key="x", reason="再撤。")

    assert (check, still, done, twice, anew) == (200, ClaimState.FILED.value, 302, 302, 409)
    assert "确认撤回" in page
    assert claim_of(case, serial).state == ClaimState.WITHDRAWN.value


def test_another_creditors_code_opens_neither_claim_nor_papers(
    case: Liquidation, phone: FlaskClient, stage: Stage
) -> None:
    serial = filed(phone, case)
    upload(phone, serial, (PDF, "合同.pdf"))
    other = stage[0].test_client()
    enter(other, a_code(case))

    seen = [
        other.get(f"/claim/{serial}{page}").status_code for page in ("", "/correct", "/withdraw", "/papers/1")
    ]
    sent = [
        send(other, f"/claim/{serial}/correct", confirmed="1", **CLAIM)[0],
        send(other, f"/claim/{serial}/withdraw", confirmed="1", reason="恶意")[0],
        upload(other, serial, (PDF, "合同.pdf"))[0],
    ]

    assert seen == [404, 404, 404, 404]
    assert sent == [404, 404, 404]


def test_one_code_files_only_so_many_claims(
    case: Liquidation, phone: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(creditor_filings, "MOST_CLAIMS", 1)
    filed(phone, case)

    status, page = send(phone, "/claim/new", confirmed="1", **CLAIM)

    assert status == 422
    assert "最多申报1笔债权" in page


def test_neither_code_nor_name_nor_number_is_in_the_log(
    case: Liquidation, phone: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    own = a_code(case)
    with caplog.at_level(logging.DEBUG, logger="court"):
        enter(phone, own)
        send(phone, "/claim/new", confirmed="1", **{**CLAIM, **newcomer()})
    lines = "\n".join(str(vars(record)) for record in caplog.records)

    assert "/claim/new" in lines
    for secret in (own, own.replace("-", ""), "江澜来访商行", WHO["identity_number"], WHO["phone"]):
        assert secret not in lines


def test_a_late_filing_is_taken_and_told_what_it_costs(
    case: Liquidation, phone: FlaskClient, after_the_window: None
) -> None:
    enter(phone, a_code(case))

    desk_page = unescape(phone.get("/claim/desk").text)
    _, check = send(phone, "/claim/new", **{**CLAIM, **newcomer()})
    _, where = send(phone, "/claim/new", confirmed="1", **{**CLAIM, **newcomer()})
    claim = claim_of(case, int(where.rsplit("/", 1)[1]))

    assert "已经届满" in desk_page
    assert "本次为补充申报" in check
    assert claim.flags["late"] is True


def test_a_claim_filed_in_time_is_not_raised_after_the_window(
    case: Liquidation, phone: FlaskClient, stage: Stage
) -> None:
    serial = filed(phone, case)
    clock = stage[0].extensions["court_clock"]
    clock.forward(days=60)
    enter(phone, a_code(case, look(case, lambda s: s.scalar(select(func.max(FilingCode.serial))))))
    said = {name: value for name, value in CLAIM.items() if name not in WHO}

    raised, told = send(
        phone, f"/claim/{serial}/correct", confirmed="1", **{**said, "figures.0.filed_fen": "1000000.01"}
    )
    same, _ = send(phone, f"/claim/{serial}/correct", confirmed="1", **said)
    clock.forward(days=-60)

    assert raised == 409
    assert "增加的部分请另行补充申报" in told
    assert same == 302
    assert "late" not in claim_of(case, serial).flags
