"""Drafts, plans and payments on pages and through the API, by who pays; others see less."""

import io
from collections.abc import Iterator

import pytest
from python_calamine import CalamineWorkbook

from court_app.db import upgrade
from court_app.services.exporting import as_csv
from court_app.services.payment_results import RESULT_HEADING
from court_app.services.payment_tables import ACCOUNT_HEADING
from court_app.visit import CourtFlask
from tests.pages.desks import Desk, a_stage, another_case, desk, served, settings_in
from tests.pages.estate import OTHER, OWN, Estate, a_distributed_liquidation
from tests.pages.test_api import Caller

pytestmark = pytest.mark.slow
NUMBERS = {1: "6222020000000000001", 2: "6222020000000000002"}
"""Account numbers of the creditors of the first two claims."""


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[CourtFlask, Estate]]:
    """A liquidation after its final distribution; the tests of this module carry it on in their order."""
    folder = tmp_path_factory.mktemp("payments")
    settings = settings_in(folder, f"sqlite:///{folder / 'court.db'}")
    upgrade(settings.database_url)
    play = a_stage(settings)
    another_case(play)
    estate = a_distributed_liquidation(play)
    yield served(estate, settings), estate
    estate.play.bench.database.dispose()


@pytest.fixture(scope="module")
def at(stage: tuple[CourtFlask, Estate]) -> str:
    """The address of the case."""
    return f"/cases/{stage[1].case}"


@pytest.fixture(scope="module")
def desks(stage: tuple[CourtFlask, Estate]) -> dict[str, Desk]:
    """Those who pay, who look on, and who are of another case."""
    return {name: desk(stage[0], name) for name in (OWN, OTHER, "shenzhiheng", "jiancha")}


@pytest.fixture(scope="module")
def program(stage: tuple[CourtFlask, Estate]) -> Caller:
    """The administrator's program."""
    return Caller(stage[0], OWN)


def test_a_draft_shows_who_moves_if_a_claim_were_larger(desks: dict[str, Desk], at: str) -> None:
    page = desks[OWN].page(f"{at}/distributions/draft?available=100000&claim_1=1&amount_1=2000000")

    assert "假设成立时变动的债权" in page
    assert "可供分配：100,000.00元＋担保财产剩余0.00元＝100,000.00元。" in page
    assert "与登记册" not in desks[OWN].page(f"{at}/distributions/draft")


def test_what_cannot_be_drafted_is_named_and_the_form_stays(desks: dict[str, Desk], at: str) -> None:
    page = desks[OWN].page(f"{at}/distributions/draft?available=x&claim_1=1", 422)

    assert "可供分配的财产（元）</strong>" in page
    assert 'value="x"' in page


def test_a_draft_is_printed_and_exported(desks: dict[str, Desk], at: str) -> None:
    client = desks[OWN].client

    pdf = client.get(f"{at}/distributions/draft/sheet.pdf?available=100000")
    book = client.get(f"{at}/distributions/draft/export.xlsx?available=100000&state=LITIGATED")

    assert pdf.data.startswith(b"%PDF")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(book.data)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows] == ["债权表序号", "3"]


def test_a_program_drafts_and_asks_what_if(program: Caller, at: str) -> None:
    body = {"available_fen": "100000", "changes": [{"claim_serial": 1, "left_out": True}]}

    answer = program.post(f"{at}/distributions/draft?rank=ordinary", body)

    assert answer.status_code == 200
    assert answer.json["comparison"]["difference_fen"] == 0
    assert answer.json["comparison"]["moved"][0]["after_fen"] == 0
    assert {row["rank"]["value"] for row in answer.json["lines"]["items"]} == {"ordinary"}


def test_a_plan_is_shown_and_printed_with_its_table(desks: dict[str, Desk], program: Caller, at: str) -> None:
    page = desks[OWN].page(f"{at}/distributions/plans/1")
    pdf = desks[OWN].client.get(f"{at}/distributions/plans/1/sheet.pdf")
    table = desks[OWN].client.get(f"{at}/distributions/plans/1/export.csv")

    assert "可供债权分配（元）" in page
    assert pdf.data.startswith(b"%PDF")
    assert len(table.text.splitlines()) == 5
    assert program.get(f"{at}/plans/1").json["entries"]["total"] == 4


def test_accounts_files_and_results_go_through_pages(desks: dict[str, Desk], at: str) -> None:
    own, payments = desks[OWN], f"{at}/distributions/1/payments"
    wrong = own.upload(f"{payments}/accounts", "a.csv", as_csv(ACCOUNT_HEADING, [("1", "甲", "", "x", "")]))
    rows = [(str(serial), "甲公司", "江澜银行", number, "提供") for serial, number in NUMBERS.items()]
    own.upload(f"{payments}/accounts", "a.csv", as_csv(ACCOUNT_HEADING, rows))

    made = own.confirm(f"{at}/steps/make_payment_file", distribution_serial="1")
    only = own.client.post(
        f"{at}/payments/files/1/results",
        data={
            "csrf_token": own.token(f"{at}/payments/files/1"),
            "check": "1",
            "file": (io.BytesIO(as_csv(RESULT_HEADING, [("1", "", "成功", "")])), "r.csv"),
        },
    )
    book = own.client.get(f"{at}/payments/files/1/bank.xlsx")
    results = [("1", "", "成功", ""), ("2", "", "退回", "户名不符")]
    file = f"{at}/payments/files/1"
    sent = own.client.post(
        f"{file}/results",
        data={
            "csrf_token": own.token(file),
            "file": (io.BytesIO(as_csv(RESULT_HEADING, results)), "r.csv"),
        },
    )

    assert wrong.status_code == 422
    assert (only.status_code, "登记了1笔已支付、0笔退回" in only.text) == (200, True)
    assert "等待银行结果" in only.text
    assert (made.status_code, sent.status_code) == (302, 302)
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(book.data)).get_sheet_by_index(0).to_python()
    assert [row[2] for row in sheet] == ["收款账号", *NUMBERS.values()]
    page = own.page(payments)
    assert "与分配总额一致" in page
    assert "户名不符" in page


def test_an_account_is_corrected_on_the_page_of_its_payment(desks: dict[str, Desk], at: str) -> None:
    own, payment = desks[OWN], f"{at}/payments/2"
    typed = {
        "account_name": "乙公司",
        "bank": "江澜银行",
        "account_number": "6222 0299 9999",
        "reason": "更正",
    }

    short = own.client.post(
        f"{payment}/account",
        data={"csrf_token": own.token(payment), **typed, "account_number": "1", "replaces": "2"},
    )
    stale = own.client.post(
        f"{payment}/account", data={"csrf_token": own.token(payment), **typed, "replaces": "0"}
    )
    kept = own.client.post(
        f"{payment}/account", data={"csrf_token": own.token(payment), **typed, "replaces": "2"}
    )

    assert (short.status_code, stale.status_code, kept.status_code) == (422, 409, 302)
    assert "62220299999" in own.page(payment)


def test_only_who_pays_sees_an_account_whole(desks: dict[str, Desk], at: str) -> None:
    seen = {name: desks[name].client.get(f"{at}/payments/1").text for name in desks}
    lists = desks[OWN].page(f"{at}/distributions/1/payments") + desks[OWN].page(f"{at}/payments/files/1")

    assert NUMBERS[1] in seen[OWN]
    assert NUMBERS[1] in seen["shenzhiheng"]
    assert NUMBERS[1] not in seen["jiancha"] + seen[OTHER] + lists
    assert "****0001" in seen["jiancha"]
    for file in ("bank.xlsx", "bank.csv"):
        assert desks["jiancha"].client.get(f"{at}/payments/files/1/{file}").status_code == 403
    assert desks[OTHER].client.get(f"{at}/payments/1").status_code == 404


def test_a_program_reads_the_story_and_sends_the_rest(program: Caller, at: str) -> None:
    story = program.get(f"{at}/payments/2").json
    totals = program.get(f"{at}/distributions/1/payments").json
    again = program.step(at, "make_payment_file", distribution_serial=1)
    result = program.upload(
        f"{at}/payments/files/2/results", "r.csv", as_csv(RESULT_HEADING, [("1", "", "成功", "")])
    )

    assert [line["state"]["value"] for line in story["lines"]] == ["RETURNED"]
    assert story["ready"]
    assert totals["sum_fen"] == 70_000_000
    assert (again.status_code, result.status_code) == (201, 200)
    assert program.get(f"{at}/payments/2").json["state"]["value"] == "PAID"
    assert program.get(f"{at}/payments/files/2").json["outcome"][0]["count"] == 1
    assert program.get(f"{at}/payments/files/2/bank.csv").status_code == 200


def test_no_plan_is_offered_where_none_may_be_proposed(desks: dict[str, Desk], at: str) -> None:
    pages = [desks[name].page(f"{at}/distributions/draft") for name in (OWN, "jiancha")]

    assert not [page for page in pages if "以此提出分配方案" in page]


def test_what_the_bank_sends_back_late_is_recorded_from_the_page_of_its_payment(
    desks: dict[str, Desk], program: Caller, stage: tuple[CourtFlask, Estate], at: str
) -> None:
    own, step = desks[OWN], f"{at}/steps/record_sent_back"
    linked = "record_sent_back?returned.0.payment=1" in own.page(f"{at}/payments/1")
    form = own.page(f"{step}?returned.0.payment=1")

    told = {"returned.0.payment": "1", "returned.0.reason": "账户已冻结"}
    made = own.confirm(step, returned_on=stage[1].play.day.isoformat(), **told)
    back = program.get(f"{at}/payments/1").json
    laid_aside = program.step(at, "deposit_unclaimed_share", payments="1")
    unclear = program.step(at, "deposit_unclaimed_share", payments="1", claim_serial=1)

    assert linked
    assert 'value="1"' in form
    assert (made.status_code, laid_aside.status_code, unclear.status_code) == (302, 201, 422)
    assert (back["state"]["value"], back["reason"]) == ("RETURNED", "账户已冻结")
    page = own.page(f"{at}/payments/1")
    assert "付款后退汇" in page
    assert "领取的最后一日" in page
    assert "与分配总额一致" in own.page(f"{at}/distributions/1/payments")
