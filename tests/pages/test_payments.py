"""Payments on pages and through the API, by who pays; others see less."""

import io
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from werkzeug.test import TestResponse

from court_app.demo.actors import Play
from court_app.services.exporting import as_csv
from court_app.services.payments.payment_results import RESULT_HEADING
from court_app.services.payments.payment_tables import ACCOUNT_HEADING
from court_app.settings import Settings
from court_app.visit import CourtFlask
from tests.pages.desks import Desk, another_case, desk, kept, served, settings_in
from tests.pages.estate import OTHER, OWN, Estate, a_distributed_liquidation
from tests.pages.test_api import Caller
from tests.stages import Stages

pytestmark = pytest.mark.slow
NUMBERS = {1: "6222020000000000001", 2: "6222020000000000002"}
"""Account numbers of the creditors of the first two claims."""
RESULTS = as_csv(RESULT_HEADING, [("1", "", "成功", ""), ("2", "", "退回", "户名不符")])
CORRECTION = {
    "account_name": "乙公司",
    "bank": "江澜银行",
    "account_number": "6222 0299 9999",
    "reason": "更正",
}


@dataclass(frozen=True)
class Paying:
    """A liquidation after its final distribution, and those who look at its payments."""

    app: CourtFlask
    estate: Estate

    @property
    def at(self) -> str:
        """The address of the case."""
        return f"/cases/{self.estate.case}"

    @property
    def own(self) -> Desk:
        """Who pays, at his browser."""
        return desk(self.app, OWN)

    @property
    def program(self) -> Caller:
        """The administrator's program."""
        return Caller(self.app, OWN)


def distributed(play: Play) -> Estate:
    """A liquidation after its final distribution, beside another case."""
    another_case(play)
    return a_distributed_liquidation(play)


def answered(play: Play) -> Estate:
    """Two accounts are known and were sent to the bank, which paid the first and not the second."""
    estate = distributed(play)
    paying = Paying(served(estate, play.bench.settings), estate)
    own = paying.own
    accounts_told(own, paying.at)
    own.confirm(f"{paying.at}/steps/make_payment_file", distribution_serial="1")
    results_told(own, paying.at)
    return estate


def accounts_told(own: Desk, at: str) -> TestResponse:
    """The table of the first two accounts is sent."""
    rows = [(str(serial), "甲公司", "江澜银行", number, "提供") for serial, number in NUMBERS.items()]
    return own.upload(f"{at}/distributions/1/payments/accounts", "a.csv", as_csv(ACCOUNT_HEADING, rows))


def results_told(own: Desk, at: str) -> TestResponse:
    """What the bank answered is sent."""
    file = f"{at}/payments/files/1"
    return own.client.post(
        f"{file}/results", data={"csrf_token": own.token(file), "file": (io.BytesIO(RESULTS), "r.csv")}
    )


def corrected(own: Desk, payment: str, **typed: str) -> TestResponse:
    """The account of a payment is corrected."""
    return own.client.post(
        f"{payment}/account", data={"csrf_token": own.token(payment), **CORRECTION, "replaces": "2", **typed}
    )


@pytest.fixture
def settings(tmp_path: Path, empty_sqlite: Path) -> Settings:
    """An installation of one's own, on SQLite."""
    shutil.copy(empty_sqlite, tmp_path / "court.db")
    return settings_in(tmp_path, f"sqlite:///{tmp_path / 'court.db'}")


@pytest.fixture
def unpaid(settings: Settings, stages: Stages) -> Iterator[Paying]:
    """Nothing is paid yet."""
    estate = kept(stages, "unpaid", settings, distributed)
    yield Paying(served(estate, settings), estate)
    estate.play.bench.database.dispose()


@pytest.fixture
def paying(settings: Settings, stages: Stages) -> Iterator[Paying]:
    """The bank has paid the first claim and sent the second one's money back."""
    estate = kept(stages, "answered", settings, answered)
    yield Paying(served(estate, settings), estate)
    estate.play.bench.database.dispose()


def test_accounts_files_and_results_go_through_pages(unpaid: Paying) -> None:
    own, at, payments = unpaid.own, unpaid.at, f"{unpaid.at}/distributions/1/payments"
    wrong = own.upload(f"{payments}/accounts", "a.csv", as_csv(ACCOUNT_HEADING, [("1", "甲", "", "x", "")]))
    accounts_told(own, at)

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
    sent = results_told(own, at)

    assert wrong.status_code == 422
    assert (only.status_code, "登记了1笔已支付、0笔退回" in only.text) == (200, True)
    assert "等待银行结果" in only.text
    assert (made.status_code, sent.status_code) == (302, 302)
    assert made.headers["Location"].endswith("/distributions/1/payments")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(book.data)).get_sheet_by_index(0).to_python()
    assert [row[2] for row in sheet] == ["收款账号", *NUMBERS.values()]
    assert f'{at}/steps/deposit_unclaimed_share"' in own.page(f"{at}/distributions")
    page = own.page(payments)
    assert "与分配总额一致" in page
    assert "户名不符" in page


def test_an_account_is_corrected_on_the_page_of_its_payment(paying: Paying) -> None:
    own, payment = paying.own, f"{paying.at}/payments/2"

    short = corrected(own, payment, account_number="1")
    stale = corrected(own, payment, replaces="0")
    done = corrected(own, payment)

    assert (short.status_code, stale.status_code, done.status_code) == (422, 409, 302)
    assert "62220299999" in own.page(payment)


def test_only_who_pays_sees_an_account_whole(paying: Paying) -> None:
    at = paying.at
    desks = {name: desk(paying.app, name) for name in (OWN, OTHER, "shenzhiheng", "jiancha")}

    seen = {name: desks[name].client.get(f"{at}/payments/1").text for name in desks}
    lists = desks[OWN].page(f"{at}/distributions/1/payments") + desks[OWN].page(f"{at}/payments/files/1")

    assert NUMBERS[1] in seen[OWN]
    assert NUMBERS[1] in seen["shenzhiheng"]
    assert NUMBERS[1] not in seen["jiancha"] + seen[OTHER] + lists
    assert "****0001" in seen["jiancha"]
    for file in ("bank.xlsx", "bank.csv"):
        assert desks["jiancha"].client.get(f"{at}/payments/files/1/{file}").status_code == 403
    assert desks[OTHER].client.get(f"{at}/payments/1").status_code == 404


def test_a_program_reads_the_story_and_sends_the_rest(paying: Paying) -> None:
    program, at = paying.program, paying.at
    corrected(paying.own, f"{at}/payments/2")

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


def test_what_the_bank_sends_back_late_is_recorded_from_the_page_of_its_payment(paying: Paying) -> None:
    own, program, at, step = paying.own, paying.program, paying.at, f"{paying.at}/steps/record_sent_back"
    linked = "record_sent_back?returned.0.payment=1" in own.page(f"{at}/payments/1")
    form = own.page(f"{step}?returned.0.payment=1")

    told = {"returned.0.payment": "1", "returned.0.reason": "账户已冻结"}
    made = own.confirm(step, returned_on=paying.estate.play.day.isoformat(), **told)
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
