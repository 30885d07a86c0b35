"""The estate's account, spendings and the reconciliation on pages and through the API."""

import io
import re
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
    interest = {"kind": "INTEREST", "reason": "回单"}
    assert at.confirm(f"{page}/entries/new", **interest, amount_fen="20").status_code == 302
    assert at.send(f"{page}/entries/new", **interest, amount_fen="0").status_code == 422
    assert at.confirm(f"{page}/entries/3/reverse", reason="重复").status_code == 302
    assert "已由第 4 号冲正" in at.page(page)
    by_step = f"{page}/entries/1/reverse"
    assert at.send_to(f"{page}/entries/new", by_step, reason="重复").status_code == 422

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
        f"/cases/{estate.case}/spendings",
    )

    opened = {
        page: {name for name, at in people.items() if at.client.get(page).status_code == 200}
        for page in pages
    }

    assert {page: seen for page, seen in opened.items() if seen != TEAM | OFFICE | {OWN}} == {}
    entry = {"kind": "INTEREST", "amount_fen": "1", "reason": "回单"}
    assert people["jiancha"].send(f"{account}/entries/new", **entry).status_code == 403
    for form in (f"{account}/entries/new", f"{account}/entries/1/reverse"):
        answers = {name: at.client.get(form).status_code for name, at in people.items()}
        assert {name for name, code in answers.items() if code in {200, 302}} == TEAM | {OWN}
        assert answers["jiancha"] == 403


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
    assert program.post(f"{path}/reconciliation/match", pair).json["matched"] == 1
    agreed = program.get(f"{path}/reconciliation/agreements").json
    assert (agreed["total"], [one["change_fen"] for one in agreed["items"]]) == (2, [900, 75_000_000])
    whole = program.get(f"{path}/reconciliation/agreements/{agreed['items'][0]['id']}").json
    assert ([one["id"] for one in whole["bank"]], [one["entry"] for one in whole["ledger"]]) == ([line], [5])
    assert program.get(f"{path}/reconciliation").json["difference_fen"] == 0
    assert program.post(f"{path}/reconciliation/unmatch", {"bank_line": line}).status_code == 200
    assert program.get(f"{path}/reconciliation").json["difference_fen"] == 0


def test_an_entry_by_hand_is_shown_as_it_would_be_and_is_made_once_it_is_confirmed(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, estate = stage
    at, account = desk(app, OWN), f"/cases/{estate.case}/account"
    before = at.page(account)
    told = {"kind": "INTEREST", "amount_fen": "20", "reason": "回单"}

    shown = at.send(f"{account}/entries/new", **told)

    assert shown.status_code == 200
    for word in ("将记入的分录", "利息收入", "20.00", "可供分配50,020.00元"):
        assert word in shown.text
    assert "利息收入" not in at.page(account).partition("各科目余额")[2].partition("分录")[0]
    assert before.count("<tr>") == at.page(account).count("<tr>")
    back = at.send(f"{account}/entries/new", **told, back="1")
    assert (back.status_code, 'value="20"' in back.text) == (200, True)


def test_a_reversal_is_shown_before_it_is_made(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    at, account = desk(app, OWN), f"/cases/{estate.case}/account"
    at.confirm(f"{account}/entries/new", kind="INTEREST", amount_fen="20", reason="回单")

    shown = at.send(f"{account}/entries/3/reverse", reason="重复")

    assert (shown.status_code, "冲正第3号分录" in shown.text) == (200, True)
    assert "已由第 4 号冲正" not in at.page(account)


def test_a_program_checks_what_is_no_step_and_nothing_is_kept(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    program, path = Caller(app, OWN), f"/cases/{estate.case}/account"
    told = {"kind": "FEE", "amount_fen": "10.00", "reason": "回单"}
    day = estate.play.day.isoformat()
    bank = f"{HEADING}\n{day},750000,,750000,江澜重工有限公司,价款,B1\n"

    checked = program.post(f"{path}/entries?check=true", told)
    refused = program.post(f"{path}/entries?check=true", {**told, "amount_fen": "10000"})
    read = program.upload(f"{path}/statements?check=true", "流水.csv", bank.encode())

    assert (checked.status_code, checked.json["checked"], checked.json["serial"]) == (200, True, 3)
    assert (refused.status_code, list(refused.json["errors"])) == (422, ["amount_fen"])
    assert (read.status_code, read.json["checked"]) == (200, True)
    assert program.get(f"{path}/entries").json["total"] == 2
    assert program.get(f"{path}/statements").json["items"] == []


def test_an_import_that_is_only_checked_says_what_would_agree_and_imports_nothing(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, estate = stage
    at, account = desk(app, OWN), f"/cases/{estate.case}/account"
    day = estate.play.day.isoformat()
    uploaded(at, account, f"{HEADING}\n{day},750000,,750000,江澜重工有限公司,价款,B1\n")
    page = f"{account}/reconciliation/statements/1"
    token = at.token(page)

    form = {"csrf_token": token, "check": "1"}
    shown = at.client.post(f"{page}/confirm", data=form, follow_redirects=True)

    assert "只检查，没有导入" in shown.text
    assert "已读取，待确认" in at.page(page)


def test_the_form_of_a_reversal_is_offered_only_for_what_can_be_reversed_by_hand(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, estate = stage
    at, page = desk(app, OWN), f"/cases/{estate.case}/account"

    answer = at.client.get(f"{page}/entries/1/reverse", follow_redirects=True)

    assert answer.request.path == page
    assert "由步骤生成的分录不能手工冲正" in answer.text


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"%PDF-1.7\n...", "PDF"), (b"\xd0\xcf\x11\xe0\xa1", "XLS"), (b"<html><table>", "HTML")],
)
def test_a_file_that_is_no_table_is_refused_for_its_type_and_not_for_its_columns(
    stage: tuple[CourtFlask, Estate], content: bytes, kind: str
) -> None:
    app, estate = stage
    at, page = desk(app, OWN), f"/cases/{estate.case}/account/reconciliation"
    file = (io.BytesIO(content), "流水.csv")

    answer = at.client.post(f"{page}/statements", data={"csrf_token": at.token(page), "file": file})

    assert answer.status_code == 422
    assert f"文件类型不对（{kind}）" in answer.text
    assert "第一行须为列名" not in answer.text


def test_what_an_automatic_matching_came_to_is_told_as_it_is(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    at, page = desk(app, OWN), f"/cases/{estate.case}/account/reconciliation"
    day = estate.play.day.isoformat()
    uploaded(at, f"/cases/{estate.case}/account", f"{HEADING}\n{day},9,,9,利息,利息,B1\n")
    shown = f"{page}/statements/1"

    at.send_to(shown, f"{shown}/confirm")
    first = at.page(page)
    at.send_to(page, f"{page}/match-all")
    again = at.page(page)

    for said in (first, again):
        assert "没有可以自动核对的银行流水和分录。" in said
        assert "尚有1行银行流水、1笔分录没有核对" in said
    assert "已自动核对" not in first + again


def test_many_lines_are_matched_with_one_entry_and_opened_again_on_pages(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, estate = stage
    at, account = desk(app, OWN), f"/cases/{estate.case}/account"
    page, day = f"{account}/reconciliation", estate.play.day.isoformat()
    lines = [f"{day},3000,,{n * 3000},分期买受人,价款,B{n}" for n in range(1, 251)]
    uploaded(at, account, "\n".join([HEADING, *lines]))
    at.send_to(f"{page}/statements/1", f"{page}/statements/1/confirm")
    narrowed = f"{page}?q=分期买受人"
    shown = at.page(narrowed)
    assert "选择列出的全部 250 行（各页），合计 750,000.00 元" in shown
    entry = re.findall(r'name="ledger_line" value="([0-9]+)"', shown)[0]
    some = re.findall(r'name="bank_line" value="([0-9]+)"', shown)

    few = at.send_to(narrowed, f"{page}/match", bank_line=some, ledger_line=entry)
    every = at.send_to(narrowed, f"{page}/match", all_lines="yes", q="分期买受人", ledger_line=entry)

    assert (len(some), few.status_code) == (100, 422)
    assert "所选100行银行流水合计300,000.00元，与所选1笔分录合计750,000.00元不符" in few.text
    assert every.status_code == 302
    done = at.page(page)
    assert "等 250 行" in done
    assert "相符" in done
    agreement = re.findall(r"reconciliation/agreements/([0-9]+)", done)[0]
    whole = at.page(f"{page}/agreements/{agreement}?page=5")
    assert "250 行银行流水合计 750,000.00 元＝1 笔分录合计 750,000.00 元。" in whole
    at.send_to(page, f"{page}/unmatch", agreement=agreement)
    assert "有未达账项" in at.page(page)


def test_a_cost_leads_from_the_asset_to_its_spending_and_back(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    at, case = desk(app, OWN), f"/cases/{estate.case}"
    assert "spendings" not in at.page(case).partition("财产与分配")[2].partition("管理人")[0]
    cost = {"kind": "CUSTODY", "amount_fen": "4000", "payee": "江澜仓储有限公司"}
    assert at.confirm(f"{case}/assets/1/steps/record_cost", **cost).status_code == 302

    account, asset = at.page(f"{case}/account"), at.page(f"{case}/assets/1")
    asked = re.findall(r'href="([^"]+request_spending[^"]+)"', asset)[0].replace("&amp;", "&")
    form = at.page(asked)

    assert "减：已登记、尚未批准支出的财产费用4,000.00元。" in account
    assert "已登记、尚无支出的财产费用" in account
    assert "财产费用尚无支出 4,000.00 元" in at.page(case)
    assert "尚无支出，待付" in asset
    assert 'value="4000.00"' in form
    assert 'value="江澜仓储有限公司"' in form
    spend = {**ASKED, "amount_fen": "4000", "asset_serial": "1", "cost": "1"}
    assert at.confirm(f"{case}/spendings/new/spend_directly", **spend).status_code == 302
    assert "所负担的财产费用" in at.page(f"{case}/spendings/1")
    assert "已支付" in at.page(f"{case}/assets/1").partition('id="costs"')[2]
    assert "尚未批准支出" not in at.page(f"{case}/account")


def test_the_check_of_a_step_says_what_it_would_book_and_on_which_day(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, estate = stage
    at, judge = desk(app, OWN), desk(app, "shenzhiheng")
    spendings, page = f"/cases/{estate.case}/spendings", f"/cases/{estate.case}/account"
    at.confirm(f"{spendings}/new/request_spending", **ASKED)
    approve = f"{spendings}/1/steps/approve_spending"

    form = judge.page(approve)
    checked = judge.send(approve, approved_fen="8000").get_data(as_text=True)

    assert 'value="8000.00"' in form
    assert "将记入财产账户的分录" in checked
    assert "批准第1号支出：厂房看护" in checked
    assert re.search(r"<dt>行为日期</dt><dd[^>]*>\d{4}-\d{2}-\d{2}</dd>", checked)
    assert "批准第1号支出" not in at.page(page)


def test_a_day_before_the_previous_step_is_named_beside_the_field_with_the_day_that_it_may_not_precede(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, estate = stage
    at = desk(app, OWN)
    spendings = f"/cases/{estate.case}/spendings"
    at.confirm(f"{spendings}/new/request_spending", **ASKED)

    refused = at.send(f"{spendings}/1/steps/drop_spending", effective_on="2001-01-01", reason="不再需要")

    said = refused.get_data(as_text=True)
    assert refused.status_code == 422
    assert re.search(r"#field-effective_on\">行为日期</a>：[^<]*不得早于[^<]*（\d{4}年\d+月\d+日）", said)


def test_a_line_that_only_the_bank_has_leads_to_the_entry_that_is_missing(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, estate = stage
    at = desk(app, OWN)
    account = f"/cases/{estate.case}/account"
    day = estate.play.day.isoformat()
    bank = f"{HEADING}\n{day},750000,,750000,江澜重工有限公司,价款,B1\n{day},,15,749985,,手续费,JL9\n"
    statement = uploaded(at, account, bank).headers["Location"]
    at.send_to(statement, f"{statement}/confirm")

    found = at.page(f"{account}/reconciliation")

    leads_to = re.search(r'href="([^"]*entries/new[^"]*)"', found)
    assert leads_to is not None
    offered = at.page(leads_to[1].replace("&amp;", "&"))
    assert all(f'value="{typed}"' in offered for typed in (day, "15.00", "JL9"))
