"""Creditors file their claims from a phone by a code: form, check, receipt, papers, corrections."""

import io
import logging
import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from court_app.db import upgrade
from court_app.services import claim_papers, creditor_filings, filing_codes
from court_app.visit import CourtFlask
from models import Case, CaseEvent, Claim, ClaimFiling, ClaimPaper, Delivery, FilingCode, Party, PayeeAccount
from models.vocabulary import ClaimState, DocumentKind, RecipientKind
from tests.liquidation.playing import Liquidation, accept, publish
from tests.pages.desks import Desk, a_stage, another_case, desk, served, settings_in
from tests.pages.estate import Estate

pytestmark = pytest.mark.slow
CLERK = "heqieyu"
PDF, JPEG = b"%PDF-1.7 contract", b"\xff\xd8\xff\xe0 photo"
WHO = {
    "identity_number": "91110108551385082Q",
    "phone": "13900000000",
    "service_address": "江澜市滨江路9号",
}
CLAIM = {
    **WHO,
    "claim_class": "ORD",
    "figures.0.kind": "PRINCIPAL",
    "figures.0.filed_fen": "1000000",
    "figures.1.kind": "INTEREST",
    "figures.1.filed_fen": "20000.50",
    "figures.1.until_on": "2026-03-01",
    "basis": "2025年5月签订买卖合同，交货后未付款。",
}
Stage = tuple[CourtFlask, Liquidation]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """An accepted case whose notice was published; its three known creditors have codes."""
    folder = tmp_path_factory.mktemp("filings")
    settings = settings_in(folder, f"sqlite:///{folder / 'court.db'}")
    upgrade(settings.database_url)
    play = a_stage(settings)
    case = accept(play, 2)
    publish(case)
    another_case(play)
    with play.bench.writing() as session, session.begin():
        filing_codes.issue_to_known(play.occasion(session, CLERK), case.case)
    yield served(Estate(play, case.case, []), settings), case
    play.bench.database.dispose()


@pytest.fixture
def case(stage: Stage) -> Liquidation:
    """The liquidation."""
    return stage[1]


@pytest.fixture
def phone(stage: Stage) -> FlaskClient:
    """A phone on which nobody has signed in."""
    return stage[0].test_client()


@pytest.fixture(scope="module")
def clerk(stage: Stage) -> Desk:
    """The clerk at his browser."""
    return desk(stage[0], CLERK)


def a_code(case: Liquidation, serial: int = 0, holder: str = "江澜来访商行") -> str:
    """What is printed on a slip: of a known creditor, or of one made for somebody who came by."""
    with case.play.bench.writing() as session, session.begin():
        occasion = case.play.occasion(session, CLERK)
        number = serial or filing_codes.issue_to_newcomer(occasion, case.case, holder).serial
        return filing_codes.slips(occasion, session.get_one(Case, case.case), serial=number)[0].code


def token(phone: FlaskClient) -> str:
    """The token of the forms of this browser."""
    return re.findall(r'name="csrf_token" value="([^"]+)"', phone.get("/claim").text)[0]


def send(phone: FlaskClient, path: str, /, **typed: Any) -> tuple[int, str]:
    """Send a form; returns the status and what the page says, or where it leads."""
    answer = phone.post(path, data={"csrf_token": token(phone), **typed})
    return answer.status_code, unescape(answer.text) if answer.status_code != 302 else answer.location


def enter(phone: FlaskClient, code: str) -> int:
    """Enter a code."""
    return send(phone, "/claim", code=code)[0]


def newcomer(name: str = "江澜来访商行") -> dict[str, str]:
    """What somebody says who is not among the known creditors."""
    return {"creditor_name": name, "creditor_kind": "ENTERPRISE"}


def filed(phone: FlaskClient, case: Liquidation, /, **typed: str) -> int:
    """A claim is filed by somebody who came by; returns its number."""
    enter(phone, a_code(case))
    _, where = send(phone, "/claim/new", confirmed="1", **{**CLAIM, **newcomer(), **typed})
    return int(where.rsplit("/", 1)[1])


def look(case: Liquidation, read: Callable[[Any], Any]) -> Any:
    """Something of the database."""
    with case.play.bench.reading() as session:
        return read(session)


def claim_of(case: Liquidation, serial: int) -> Claim:
    """A claim of the case."""
    return look(
        case,
        lambda session: session.scalars(
            select(Claim).where(Claim.case_id == case.case, Claim.serial == serial)
        ).one(),
    )


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


def upload(phone: FlaskClient, serial: int, *files: tuple[bytes, str]) -> tuple[int, str]:
    """Hand in files."""
    held = [(io.BytesIO(content), name) for content, name in files]
    answer = phone.post(
        f"/claim/{serial}/papers", data={"csrf_token": token(phone), "kind": "EVIDENCE", "file": held}
    )
    return answer.status_code, unescape(answer.text)


def papers(case: Liquidation, serial: int) -> list[tuple[int, str, str]]:
    """The papers of a claim: position, name, what they are."""
    claim = claim_of(case, serial)
    chosen = select(ClaimPaper).where(ClaimPaper.claim_id == claim.id).order_by(ClaimPaper.position)
    return look(case, lambda s: [(p.position, p.name, p.media_type) for p in s.scalars(chosen)])


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


@pytest.fixture
def after_the_window(stage: Stage) -> Iterator[None]:
    """The window for filing is over; afterwards the day is what it was."""
    clock, before, day = stage[0].extensions["court_clock"], stage[1].play.now, stage[1].play.day
    clock.forward(days=60)
    yield
    clock.now, stage[1].play.day = before, day


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


def test_the_clerk_makes_codes_and_prints_them_but_no_page_shows_one(case: Liquidation, clerk: Desk) -> None:
    path = f"/cases/{case.case}/filing-codes"
    made = clerk.send_to(path, path, holder="江澜问询商行")
    serial = look(case, lambda s: s.scalar(select(func.max(FilingCode.serial))))
    code = a_code(case, serial)

    page = clerk.page(path + "?q=江澜问询")
    slip = clerk.client.get(f"{path}/{serial}.pdf")
    everything = clerk.client.get(f"{path}/slips.pdf")

    assert made.status_code == 302
    assert "江澜问询商行" in page
    assert code not in page
    assert [(s.status_code, s.mimetype) for s in (slip, everything)] == [(200, "application/pdf")] * 2


def test_slips_lie_in_the_order_of_the_notices_with_which_they_are_sent(case: Liquidation) -> None:
    case.issue(DocumentKind.CREDITOR_NOTICE)

    with case.play.bench.reading() as session:
        rows = list(
            session.scalars(
                select(Delivery)
                .where(
                    Delivery.case_id == case.case, Delivery.recipient_kind == RecipientKind.KNOWN_CREDITORS
                )
                .order_by(Delivery.id)
            )
        )
        found = filing_codes.slips(
            case.play.occasion(session, CLERK),
            session.get_one(Case, case.case),
            deliveries=[row.id for row in rows],
        )

        codes = dict(
            session.execute(
                select(FilingCode.party_id, FilingCode.serial).where(
                    FilingCode.case_id == case.case, FilingCode.party_id.is_not(None)
                )
            ).all()
        )

    assert len(found) == 3
    assert [slip.serial for slip in found] == [codes[r.party_id] for r in rows if r.party_id in codes]


def test_nobody_but_the_team_and_the_administrator_makes_codes(case: Liquidation, stage: Stage) -> None:
    other = desk(stage[0], "jiancha")
    path = f"/cases/{case.case}/filing-codes"

    assert other.client.get(path).status_code == 404
    assert other.client.get(f"{path}/1.pdf").status_code == 403
    assert other.send_to("/", path, holder="旁人").status_code in {403, 404}


def test_a_code_without_a_name_and_codes_when_all_have_one_are_refused(
    clerk: Desk, case: Liquidation
) -> None:
    path = f"/cases/{case.case}/filing-codes"

    blank = clerk.send_to(path, path, holder=" ")
    while clerk.send_to(path, path).status_code == 302:
        pass
    again = clerk.send_to(path, path)

    assert (blank.status_code, again.status_code) == (422, 422)
    assert "都已经有申报码" in unescape(again.text)


HEADER = "X-Filing-Code"
BODY = {
    **WHO,
    "creditor_name": "江澜程序商行",
    "creditor_kind": "ENTERPRISE",
    "figures": [{"kind": "PRINCIPAL", "filed_fen": "5000"}],
    "basis": "货款",
}


def test_a_program_files_once_corrects_hands_in_and_withdraws_by_a_code(
    case: Liquidation, stage: Stage
) -> None:
    program, headers = stage[0].test_client(), {HEADER: a_code(case)}
    keyed = {**headers, "Idempotency-Key": "k-1"}

    made = program.post("/api/v1/filing/claims", json={"data": BODY}, headers=keyed)
    again = program.post("/api/v1/filing/claims", json={"data": BODY}, headers=keyed)
    own = made.json
    stated = {name: BODY[name] for name in ("figures", "basis")}
    path = f"/api/v1/filing/claims/{own['serial']}"
    stale = program.post(f"{path}/corrections", json={"data": stated, "version": 99}, headers=headers)
    changed = program.post(
        f"{path}/corrections", json={"data": stated, "version": own["version"]}, headers=headers
    )
    paper = program.post(
        f"{path}/papers?kind=IDENTITY", data={"file": (io.BytesIO(PDF), "a.pdf")}, headers=headers
    )
    gone = program.post(
        f"{path}/withdrawal", json={"reason": "和解", "version": changed.json["version"]}, headers=headers
    )
    everything = program.get("/api/v1/filing", headers=headers).json

    assert (made.status_code, again.status_code) == (201, 201)
    assert own["serial"] == again.json["serial"]
    assert own["receipt"]["actor_name"].startswith("江澜程序商行，凭第")
    assert own["filed_fen"] == 500_000
    assert (stale.status_code, changed.status_code) == (409, 200)
    assert paper.json["items"][0]["kind"]["value"] == "IDENTITY"
    assert gone.json["state"]["value"] == "WITHDRAWN"
    assert [claim["serial"] for claim in everything["claims"]] == [own["serial"]]


@pytest.mark.parametrize("code", ["", "ABCD-EFGH-JKLM"])
def test_a_program_without_a_code_learns_and_does_nothing(stage: Stage, code: str) -> None:
    program, headers = stage[0].test_client(), {HEADER: code}

    statuses = {
        program.get("/api/v1/filing", headers=headers).status_code,
        program.get("/api/v1/filing/claims/1", headers=headers).status_code,
        program.post("/api/v1/filing/claims", json={"data": BODY}, headers=headers).status_code,
        program.post(
            "/api/v1/filing/claims/1/papers", data={"file": (io.BytesIO(PDF), "a.pdf")}, headers=headers
        ).status_code,
    }

    assert statuses == {401}


def test_what_a_program_says_wrongly_is_named(case: Liquidation, stage: Stage) -> None:
    program, headers = stage[0].test_client(), {HEADER: a_code(case)}

    answer = program.post(
        "/api/v1/filing/claims",
        json={"data": {**BODY, "phone": "", "effective_on": "2026-01-01"}},
        headers=headers,
    )

    assert answer.status_code == 422
    assert {"phone", "effective_on"} <= set(answer.json["errors"])


def test_the_team_sees_who_filed_and_an_outsider_of_the_case_opens_no_paper(
    case: Liquidation, stage: Stage, phone: FlaskClient
) -> None:
    serial = filed(phone, case)
    upload(phone, serial, (PDF, "合同.pdf"))
    team, stranger = desk(stage[0], CLERK), desk(stage[0], "waijia")

    page = team.page(f"/cases/{case.case}/claims/{serial}")
    closed = stranger.client.get(f"/cases/{case.case}/claims/{serial}/papers/1")

    assert "号申报码网上申报" in page
    assert WHO["identity_number"] in page
    assert closed.status_code == 404


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
