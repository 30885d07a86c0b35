"""The estate's account, spendings and the reconciliation on pages and through the API."""

import io
from collections.abc import Iterator

import pytest
from werkzeug.test import TestResponse

from court_app.db import upgrade
from court_app.demo.people import PEOPLE
from court_app.visit import CourtFlask
from tests.pages.desks import Desk, a_stage, another_case, desk, served, settings_in
from tests.pages.estate import OTHER, OWN, Estate, a_distributed_liquidation
from tests.pages.test_api import Caller

pytestmark = pytest.mark.slow
TEAM = {"shenzhiheng", "ouyangshen", "luyun", "fangyining", "heqieyu"}
OFFICE = {"lian", "tangbo", "weiran", "guyin", "jiancha"}
HEADING = "日期,收入,支出,余额,对方户名,摘要,流水号"
ASKED = {
    "kind": "EXP_ESTATE",
    "payee": "江澜安保服务有限公司",
    "purpose": "厂房看护",
    "amount_fen": "8000",
    "ground": "看护合同。",
}


@pytest.fixture
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[CourtFlask, Estate]]:
    """A liquidation after its final distribution: 750,000 yuan came in, 700,000 were distributed."""
    folder = tmp_path_factory.mktemp("account")
    settings = settings_in(folder, f"sqlite:///{folder / 'court.db'}")
    upgrade(settings.database_url)
    play = a_stage(settings)
    another_case(play)
    estate = a_distributed_liquidation(play)
    yield served(estate, settings), estate
    estate.play.bench.database.dispose()


def uploaded(at: Desk, account: str, bank: str) -> TestResponse:
    """Send a statement by the form of the reconciliation."""
    page = f"{account}/reconciliation"
    file = (io.BytesIO(bank.encode()), "流水.csv")
    return at.client.post(f"{page}/statements", data={"csrf_token": at.token(page), "file": file})


def test_an_account_is_kept_on_pages_from_an_entry_to_the_reconciliation(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, estate = stage
    at, judge = desk(app, OWN), desk(app, "shenzhiheng")
    page = f"/cases/{estate.case}/account"
    spendings = f"/cases/{estate.case}/spendings"

    assert "可供分配50,000.00元" in at.page(page)
    assert at.send(f"{page}/entries/new", kind="INTEREST", amount_fen="20", reason="回单").status_code == 302
    assert at.send(f"{page}/entries/new", kind="INTEREST", amount_fen="0", reason="回单").status_code == 422
    assert at.send(f"{page}/entries/3/reverse", reason="重复").status_code == 302
    assert "已由第 4 号冲正" in at.page(page)
    assert at.send(f"{page}/entries/1/reverse", reason="重复").status_code == 422

    assert at.confirm(f"{spendings}/new/request_spending", **ASKED).status_code == 302
    assert "待批准" in at.page(spendings)
    approve = f"{spendings}/1/steps/approve_spending"
    assert judge.confirm(approve, approved_fen="8000").status_code == 302
    assert at.confirm(f"{spendings}/1/steps/pay_spending", paid_fen="8000", out_of="BANK").status_code == 302
    assert "可供分配42,000.00元" in at.page(page)
    only_bank = at.page(f"{page}?account=BANK")
    assert "支付第1号支出：厂房看护" in only_bank
    assert "第1次分配" not in only_bank.partition('id="entries"')[2]

    day = estate.play.day.isoformat()
    bank = f"{HEADING}\n{day},750000,,750000,江澜重工有限公司,价款,B1\n{day},,8000,742000,安保,看护费,B2\n"
    wrong = uploaded(at, page, bank.replace("742000", "1"))
    assert wrong.status_code == 422
    assert "第3行“余额”" in wrong.text
    kept = uploaded(at, page, bank)
    assert kept.headers["Location"].endswith("/statements/1")
    shown = f"{page}/reconciliation/statements/1"
    assert at.send_to(shown, f"{shown}/confirm").status_code == 302
    done = at.page(f"{page}/reconciliation")
    assert "银行流水余额742,000.00元" in done
    assert "相符" in done


def test_the_account_opens_for_court_and_own_administrator_only(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    people = {username: desk(app, username) for username in (*(p[0] for p in PEOPLE), OWN, OTHER)}
    account = f"/cases/{estate.case}/account"
    pages = (
        account,
        f"{account}/export.csv",
        f"{account}/export.xlsx",
        f"{account}/reconciliation",
        f"{account}/entries/new",
        f"/cases/{estate.case}/spendings",
    )

    opened = {
        page: {name for name, at in people.items() if at.client.get(page).status_code == 200}
        for page in pages
    }

    assert {page: seen for page, seen in opened.items() if seen != TEAM | OFFICE | {OWN}} == {}
    entry = {"kind": "INTEREST", "amount_fen": "1", "reason": "回单"}
    assert people["jiancha"].send(f"{account}/entries/new", **entry).status_code == 403


def test_the_printed_account_is_a_pdf(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage

    answer = desk(app, OWN).client.get(f"/cases/{estate.case}/account/statement.pdf")

    assert (answer.status_code, answer.data[:5]) == (200, b"%PDF-")


def test_the_case_page_names_the_account_and_what_is_not_paid(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    at = desk(app, OWN)
    asked = {**ASKED, "amount_fen": "60000"}
    assert at.confirm(f"/cases/{estate.case}/spendings/new/request_spending", **asked).status_code == 302

    page = at.page(f"/cases/{estate.case}")

    assert "账上 750,000.00 元" in page
    assert "不足清偿破产费用" in page
    account = at.page(f"/cases/{estate.case}/account")
    assert "estate_fen=50000.00&expenses_fen=60000.00" in account


def test_the_api_says_and_does_the_same(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    program, path = Caller(app, OWN), f"/cases/{estate.case}/account"

    made = program.post(f"{path}/entries", {"kind": "FEE", "amount_fen": "10.00", "reason": "回单"})
    refused = program.post(f"{path}/entries", {"kind": "FEE", "amount_fen": "10000", "reason": "回单"})
    account = program.get(path).json
    entries = program.get(f"{path}/entries?account=BANK").json

    assert (made.status_code, made.json["serial"], refused.status_code) == (201, 3, 422)
    assert (account["on_hand_fen"], account["distributable_fen"]) == (74_999_000, 4_999_000)
    assert account["article_43"]["all_is_covered"] is True
    assert (entries["total"], entries["debit_fen"], entries["credit_fen"]) == (2, 75_000_000, 1_000)
    assert program.post(f"{path}/entries/3/reverse", {"reason": "错"}).json["reverses"] == 3

    day = estate.play.day.isoformat()
    bank = f"{HEADING}\n{day},750000,,750000,江澜重工有限公司,价款,B1\n{day},9,,750009,利息,利息,B2\n"
    assert program.upload(f"{path}/statements", "流水.csv", bank.encode()).status_code == 201
    assert program.post(f"{path}/statements/1/confirm", {}).json["matched"] == 1
    found = program.get(f"{path}/reconciliation").json
    assert (found["bank_only_fen"], found["unexplained_fen"]) == (900, 0)
    line = found["bank_only"][0]["id"]
    entry = program.post(f"{path}/entries", {"kind": "INTEREST", "amount_fen": "9", "reason": "结息"}).json
    ours = next(side["id"] for side in entry["lines"] if side["account"]["value"] == "BANK")
    pair = {"bank_line": line, "ledger_lines": [ours]}
    assert program.post(f"{path}/reconciliation/match", pair).json == {"matched": 1}
    assert program.get(f"{path}/reconciliation").json["difference_fen"] == 0
    assert program.post(f"{path}/reconciliation/unmatch", {"bank_line": line}).status_code == 200
    assert program.get(f"{path}/reconciliation").json["difference_fen"] == 0
