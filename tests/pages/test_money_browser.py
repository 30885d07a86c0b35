"""From the vote to the creditor's account in a real browser: ballots, set-off, sale, bank, payments, fees.

One case, played by services up to the first meeting; then every act is clicked. Every page on the way is
looked at in both languages and on a phone: axe, sideways scrolling, Chinese that has an English.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from sqlalchemy import select

from court_app import catalog
from court_app.db import upgrade
from court_app.services.casework.proving import check_everything
from court_app.services.meetings import voting_codes
from models import Meeting
from models.vocabulary import Term
from tests.pages.browser import serving, violations
from tests.pages.desks import a_stage, served, settings_in
from tests.pages.estate import FIGURES, OWN, Estate, an_accepted_liquidation
from tests.pages.test_browser import Desk
from tests.pages.test_fee_pages import ASKED, PLAN

pytestmark = [pytest.mark.slow, pytest.mark.browser]
JUDGE, CLERK = "shenzhiheng", "heqieyu"
PAGES = (
    "meetings/1",
    "meetings/1/attendance",
    "meetings/1/codes",
    "motions",
    "motions/1",
    "motions/1/roll",
    "resolutions/1",
    "set_offs",
    "set_offs/1",
    "assets",
    "assets/1",
    "estate",
    "spendings/1",
    "account",
    "account?account=BANK",
    "account/entries/new",
    "account/reconciliation",
    "account/reconciliation/statements/1",
    "distributions",
    "distributions/draft",
    "distributions/plans/1",
    "distributions/1",
    "distributions/1/payments",
    "distributions/1/payments/accounts",
    "payments/1",
    "payments/files/1",
    "remunerations/1",
    "instalments/1",
    "register",
    "claims/1",
)
STORED = frozenset({"第一次债权人会议"})
"""What was written into the record in the court's language and stays so."""
BANK = "日期,收入,支出,余额,对方户名,摘要,流水号\n{day},750000,,750000,江澜重工有限公司,机床款,B1\n"
RESULTS = "序号,金额,结果,原因\n1,,成功,\n2,,退回,户名不符\n3,,成功,\n"


@pytest.fixture(scope="module")
def court(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Estate]]:
    """A liquidation whose first meeting was held, with amounts and codes for voting, served."""
    folder = tmp_path_factory.mktemp("money")
    settings = settings_in(folder, f"sqlite:///{folder / 'court.db'}")
    upgrade(settings.database_url)
    estate = an_accepted_liquidation(a_stage(settings))
    for party in estate.creditors:
        estate.listed_claim(party)
    estate.play.later(46)
    estate.step("appoint_chair", JUDGE, chair_party_id=estate.creditors[0])
    estate.play.later(10)
    figures = {"present": 3, "present_fen": "2700000", "minutes": "核查债权表。"}
    estate.step("hold_first_meeting", claims_verified=True, remuneration_reported=True, **figures)
    estate.step("fix_provisional_amounts", JUDGE, reason="管理人已经审查。")
    estate.part("meetings", 1, "issue_codes")
    with serving(served(estate, settings)) as address:
        yield address, estate
    estate.play.bench.database.dispose()


@pytest.fixture(scope="module")
def walked(browser: Browser, court: tuple[str, Estate]) -> tuple[str, Estate]:
    """The whole way, clicked by the people whose acts they are."""
    address, estate = court
    at = f"/cases/{estate.case}"
    office, judge, clerk = (
        Desk(browser, address, name, language="zh", scripts=True) for name in (OWN, JUDGE, CLERK)
    )
    voted(browser, address, estate, office, clerk)
    office_acts(at, office, judge)
    reconciled(address, at, estate, office)
    planned(at, estate, office, judge, clerk)
    paid(address, at, estate, office)
    for desk in (office, judge, clerk):
        desk.context.close()
    return address, estate


def voted(browser: Browser, address: str, estate: Estate, office: Desk, clerk: Desk) -> None:
    """Creditors sign in; a motion is put, voted on by phone and on paper, and counted."""
    at = f"/cases/{estate.case}"
    first, second, third = estate.creditors
    clerk.page.goto(f"{address}{at}/meetings/1/attendance")
    for party in (first, second):
        clerk.page.select_option(f"[name=come-{party}]", "IN_PERSON")
    clerk.page.locator("main form[method=post] button.btn-primary").click()
    clerk.page.wait_for_selector(".alert-success")
    clerk.step(f"{at}/motions/new/put_to_vote", meeting_serial="1", matter="61.5", subject="继续营业")
    from_the_phone(browser, address, code_of(estate, 1))
    office.page.goto(f"{address}{at}/motions/1/roll")
    office.page.check(f"[name=vote-{second}][value=FOR]")
    office.page.check(f"[name=vote-{third}][value=AGAINST]")
    office.page.locator("main form[method=post] button.btn-primary").click()
    office.page.wait_for_selector(".alert-success")
    clerk.step(f"{at}/motions/1/steps/count")


def code_of(estate: Estate, claim: int) -> str:
    """What is printed on a creditor's slip."""
    with estate.play.bench.reading() as session:
        meeting = session.scalars(select(Meeting).where(Meeting.case_id == estate.case)).one()
        slips = voting_codes.slips(estate.play.occasion(session, CLERK), meeting)
        return {slip.first_claim: slip.code for slip in slips}[claim]


def from_the_phone(browser: Browser, address: str, code: str) -> None:
    """A creditor votes on a phone that is 360 points wide; each screen fits and axe finds nothing."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="zh-CN", has_touch=True)
    phone = context.new_page()
    phone.goto(f"{address}/ballot")
    assert faults(phone) == []
    phone.fill("[name=code]", code.lower())
    phone.tap("main form button[type=submit]")
    phone.wait_for_selector("[name=send]")
    assert faults(phone) == []
    phone.check("[name=motion-1][value=FOR]")
    phone.tap("[name=send]")
    phone.wait_for_selector("[name=confirmed]")
    assert faults(phone) == []
    phone.tap("[name=confirmed]")
    phone.wait_for_selector(".alert-success")
    assert faults(phone) == []
    context.close()


def office_acts(at: str, office: Desk, judge: Desk) -> None:
    """A set-off is noticed and accepted; a machine is sold and paid for; an expense approved and paid."""
    judge.step(f"{at}/steps/confirm_claims")
    notice = {"claim_serial": "1", "asserted_fen": "100000.00", "debt": "租金", "debt_fen": "100000.00"}
    office.step(f"{at}/set_offs/new/notify_set_off", **notice, debt_on="2025-01-05")
    office.step(f"{at}/set_offs/1/steps/examine_set_off", opinion="互负债务属实。")
    office.step(f"{at}/set_offs/1/steps/accept_set_off")
    judge.step(f"{at}/steps/declare_bankruptcy", cause_stands="yes", no_rescue="yes", findings="资不抵债。")
    office.step(f"{at}/assets/new/find_asset", kind="EQUIPMENT", name="机床")
    office.step(f"{at}/assets/1/steps/take_over_asset")
    office.step(f"{at}/assets/1/steps/appraise", appraiser="江澜评估事务所", appraised_fen="800000")
    office.step(f"{at}/assets/1/steps/offer", method="AUCTION", reserve_fen="700000")
    office.step(f"{at}/steps/dispose_asset", asset_serial="1", buyer="江澜重工有限公司", price_fen="750000")
    office.step(f"{at}/assets/1/steps/receive_price", received_fen="750000")
    rest = {"kind": "EXP_ESTATE", "payee": "江澜安保服务有限公司", "purpose": "看护", "ground": "合同。"}
    office.step(f"{at}/spendings/new/request_spending", **rest, amount_fen="8000")
    judge.step(f"{at}/spendings/1/steps/approve_spending", approved_fen="8000")
    office.step(f"{at}/spendings/1/steps/pay_spending", paid_fen="8000")


def reconciled(address: str, at: str, estate: Estate, office: Desk) -> None:
    """The bank's statement is uploaded, looked at, imported and matched."""
    page, day = office.page, estate.play.day.isoformat()
    page.goto(f"{address}{at}/account/reconciliation")
    page.set_input_files("[name=file]", upload("流水.csv", BANK.format(day=day)))
    page.locator("form[enctype] button.btn-primary").click()
    page.wait_for_url("**/statements/1")
    page.locator("main form button.btn-primary").click()
    page.wait_for_url("**/reconciliation*")
    assert "B1" in page.locator("section[aria-labelledby=matched]").inner_text()


def upload(name: str, text: str) -> dict[str, object]:
    """A file as a person chooses it."""
    return {"name": name, "mimeType": "text/csv", "buffer": text.encode()}


def planned(at: str, estate: Estate, office: Desk, judge: Desk, clerk: Desk) -> None:
    """Remuneration is fixed in its plan; the plan of distribution is proposed, passed and recognised."""
    estate.begin("remunerations", "fix_remuneration_plan", JUDGE, **PLAN)
    asked = {**ASKED, "amount_fen": "20000", "estate_fen": "742000", "remuneration_serial": "1"}
    office.step(f"{at}/instalments/new/ask_payment", **asked)
    judge.step(f"{at}/instalments/1/steps/allow_payment", allowed_fen="20000", reason="符合方案。")
    office.step(
        f"{at}/steps/propose_distribution_plan",
        available_fen="700000",
        remuneration_fen="20000",
        method="银行转账。",
    )
    clerk.step(f"{at}/steps/distribution_plan_passed", **{name: str(one) for name, one in FIGURES.items()})
    judge.step(f"{at}/steps/recognise_distribution_plan", reason="程序合法。")
    day = estate.play.day.isoformat()
    office.step(f"{at}/steps/final_distribution", pool_fen="650000", announced_on=day, says_final="yes")


def paid(address: str, at: str, estate: Estate, office: Desk) -> None:
    """Accounts are written, a file goes to the bank, one payment comes back and is seen so."""
    page = office.page
    for serial in range(1, 4):
        page.goto(f"{address}{at}/payments/{serial}")
        known = {
            "account_name": "江澜有限公司",
            "bank": "江澜银行",
            "account_number": f"62220200000000{serial}",
        }
        office.fill({**known, "reason": "债权人提供。"})
        page.locator("main form[method=post] button.btn-primary").click()
        page.wait_for_selector(".alert-success")
    office.step(f"{at}/steps/make_payment_file", distribution_serial="1")
    page.goto(f"{address}{at}/payments/files/1")
    page.set_input_files("[name=file]", upload("结果.csv", RESULTS))
    page.locator("main form[enctype] button.btn-primary").click()
    page.wait_for_selector(".alert-success")
    page.goto(f"{address}{at}/payments/2")
    assert "户名不符" in page.locator("main").inner_text()


def faults(page: Page) -> list[str]:
    """What axe finds, and whether a page scrolls sideways."""
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1")
    return violations(page) + (["scrolls sideways"] if wide else [])


def words() -> set[str]:
    """Everything that the catalog or a vocabulary says in Chinese and has an English for."""
    said = {str(message.id) for message in catalog.english() if message.id}
    kinds = list(Term.__subclasses__())
    return said | {word.zh for kind in kinds for word in kind if re.search(r"[\u4e00-\u9fff]", word.zh)}


def test_everything_that_was_clicked_is_in_the_books(walked: tuple[str, Estate]) -> None:
    _, estate = walked

    states = [estate.state_of("motions", 1), estate.state_of("set_offs", 1), estate.state_of("spendings", 1)]

    assert states == ["COUNTED", "EFFECTIVE", "PAID"]
    assert estate.state_of("resolutions", 1) == "PASSED"
    with estate.play.bench.reading() as session:
        assert check_everything(session, estate.play.bench.mill.store).faults == ()


@pytest.mark.parametrize(("language", "width"), [("zh", 1280), ("en", 1280), ("en", 360)])
def test_every_page_on_the_way_is_accessible_fits_and_speaks_one_language(
    browser: Browser, walked: tuple[str, Estate], language: str, width: int
) -> None:
    address, estate = walked
    desk = Desk(browser, address, OWN, language=language, scripts=True)
    desk.page.set_viewport_size({"width": width, "height": 900})
    own = words() - STORED if language == "en" else set()
    script = "e => e.flatMap(x => x.innerText.split(/[\\n\\t]+/)).map(x => x.trim())"

    found = {}
    for path in PAGES:
        answer = desk.page.goto(f"{address}/cases/{estate.case}/{path}")
        assert answer is not None
        assert answer.status == 200, path
        chinese = set(desk.page.eval_on_selector_all("body", script)) & own
        found[path] = [*faults(desk.page), *sorted(chinese)]
    if language == "en":
        desk.page.locator("button[name=language][value=zh]").click()
    desk.context.close()

    assert {path: wrong for path, wrong in found.items() if wrong} == {}
