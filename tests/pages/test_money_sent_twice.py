"""A form about money that is sent twice does its work once: what it begins, approves or books."""

import io
import re
from collections.abc import Iterator

import pytest

from court_app.db import upgrade
from court_app.visit import CourtFlask
from documents.kinds import form_of
from models import Document, LedgerEntry, Payment, Spending
from tests.pages.desks import Desk, a_stage, desk, served, settings_in
from tests.pages.estate import Estate, a_distributed_liquidation

pytestmark = pytest.mark.slow
RESULTS = "序号,金额,结果,原因\n1,,成功,\n2,,成功,\n3,,成功,\n"
FORMS = {
    "spendings/new/request_spending": (
        Spending,
        {
            "kind": "EXP_ESTATE",
            "payee": "江澜安保服务有限公司",
            "purpose": "看护",
            "amount_fen": "8000",
            "ground": "合同。",
        },
    ),
    "account/entries/new": (LedgerEntry, {"kind": "INTEREST", "amount_fen": "20", "reason": "回单"}),
}


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[CourtFlask, Estate]]:
    """A liquidation after its final distribution."""
    folder = tmp_path_factory.mktemp("twice")
    settings = settings_in(folder, f"sqlite:///{folder / 'court.db'}")
    upgrade(settings.database_url)
    estate = a_distributed_liquidation(a_stage(settings))
    yield served(estate, settings), estate
    estate.play.bench.database.dispose()


def rows(estate: Estate, model: type) -> int:
    """How many there are in the case."""
    with estate.play.bench.reading() as session:
        return int(session.query(model).filter_by(case_id=estate.case).count())


@pytest.mark.parametrize("form", FORMS)
def test_a_form_with_one_key_makes_one_row(stage: tuple[CourtFlask, Estate], form: str) -> None:
    app, estate = stage
    clerk, path = desk(app, "heqieyu"), f"/cases/{estate.case}/{form}"
    model, typed = FORMS[form]
    before = rows(estate, model)

    first, again = (clerk.confirm(path, key="one-key-of-" + form[:40], **typed) for _ in range(2))

    assert (first.status_code, again.status_code) == (302, 302)
    assert first.location == again.location
    assert rows(estate, model) == before + 1


def test_an_expense_that_is_approved_by_two_clicks_is_approved_once(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    judge = desk(app, "shenzhiheng")
    asked = FORMS["spendings/new/request_spending"][1]
    serial = estate.begin("spendings", "request_spending", **asked)
    path = f"/cases/{estate.case}/spendings/{serial}/steps/approve_spending"
    token = judge.token(path)

    sent = [
        judge.client.post(path, data={"csrf_token": token, "confirmed": "1", "approved_fen": "8000"})
        for _ in range(2)
    ]

    assert [answer.status_code for answer in sent] == [302, 409]
    assert estate.state_of("spendings", serial) == "APPROVED"


def test_a_text_that_is_saved_by_two_clicks_is_one_new_version(stage: tuple[CourtFlask, Estate]) -> None:
    app, estate = stage
    judge = desk(app, "shenzhiheng")
    with estate.play.bench.reading() as session:
        drafts = session.query(Document).filter_by(case_id=estate.case, state="DRAFT")
        paper = next(draft.id for draft in drafts if form_of(draft.kind).blocks)
    page = judge.page(f"/documents/{paper}")
    form = dict(re.findall(r'<input type="hidden" name="([a-z_]+)" value="([^"]*)">', page))
    block = re.findall(r'name="(blocks\.[a-z_]+)"', page)[0]

    sent = [
        judge.client.post(f"/documents/{paper}/steps/revise", data={**form, block: "改过的文本。"})
        for _ in range(2)
    ]

    assert [answer.status_code for answer in sent] == [302, 302]
    with estate.play.bench.reading() as session:
        assert len(session.get_one(Document, paper).versions) == 1


def test_results_of_the_bank_that_are_uploaded_twice_are_booked_once(
    stage: tuple[CourtFlask, Estate],
) -> None:
    app, estate = stage
    clerk, at = desk(app, "heqieyu"), f"/cases/{estate.case}"
    with estate.play.bench.reading() as session:
        waiting = session.query(Payment).filter_by(case_id=estate.case).count()
    known = {"account_name": "江澜有限公司", "bank": "江澜银行", "reason": "债权人提供。"}
    for serial in range(1, waiting + 1):
        number = f"62220200000000{serial}"
        clerk.send_to(
            f"{at}/payments/{serial}",
            f"{at}/payments/{serial}/account",
            **known,
            account_number=number,
            replaces="0",
        )
    clerk.confirm(f"{at}/steps/make_payment_file", distribution_serial="1")
    entries = rows(estate, LedgerEntry)

    page = f"{at}/payments/files/1"
    sent = [results(clerk, page, f"{page}/results") for _ in range(2)]

    assert sent[0] == 302
    assert sent[1] in {403, 409, 422}
    assert rows(estate, LedgerEntry) == entries + 1


def results(clerk: Desk, page: str, path: str) -> int:
    """Send the bank's table by the form of a payment file."""
    form = {"csrf_token": clerk.token(page), "file": (io.BytesIO(RESULTS.encode()), "结果.csv")}
    return clerk.client.post(path, data=form).status_code
