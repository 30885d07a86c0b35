"""The whole petition in a real browser, in both languages and without scripts; and axe on every page."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from sqlalchemy import select

from court_app.bench import Bench
from court_app.db import upgrade
from court_app.demo.people import create_courts, create_people
from court_app.services.casework import sweeping
from court_app.settings import Settings
from court_app.visit import CourtFlask
from models import Case, Document
from tests.applications import application
from tests.conftest import StandingClock
from tests.pages.browser import enter, serving, violations
from tests.pages.conftest import USERS

pytestmark = [pytest.mark.slow, pytest.mark.browser]
MONDAY = datetime(2026, 10, 12, 1, 30, tzinfo=UTC)
PAGES = {
    "shenzhiheng": (
        "/",
        "/cases",
        "/cases?q=lanchuan",
        "/cases/3",
        "/cases/3/history",
        "/cases/3/documents",
        "/documents/5",
        "/cases/3/deliveries",
        "/deliveries/3",
        "/cases/3/parties",
        "/cases/3/team",
        "/calculators",
        "/calculators/period?from=2026-09-20&deadline=claim_window",
        "/calculators/acceptance-schedule?accepted_on=2026-03-02",
        "/calculators/vote?matter=composition&present=6&for_heads=3&for_amount=1.00&total_amount=2.00",
        "/calculators/plan-classes?classes=ordinary+6+3+1.00+2.00+refused&facts.order_kept=no",
        "/calculators/distribution?pool=5.00&claims=S1+ordinary+9.00&secured=A+5.00+1.00+B+9.00",
        "/calculators/distribution?pool=5.00&claims=S1+ordinary",
        "/calculators/remuneration?value=13925678.90&collateral=8080000.00+6500000.00",
        "/calculators/court-fee?kind=bankruptcy&value=22695678.90",
        "/calculators/interest?principal=9.00&from=2024-01-01&to=2024-02-01&rates=2024-01-01+3",
        "/account",
        "/specimens",
        "/cases/3/steps/see_to_effect",
        "/nothing-here",
    ),
    "lian": (
        "/",
        "/filing",
        "/filing/receive_application",
        "/cases/15",
        "/cases/15/steps/require_supplement",
    ),
    "tangbo": ("/", "/cases/15/team"),
    "guanli": ("/administration", "/administration/calendar", "/administration/users/new", "/account"),
    "gaoyuan": ("/", "/cases"),
    "guyin": ("/", "/cases/3"),
}


@pytest.fixture(scope="module")
def demo_address(demo: CourtFlask) -> Iterator[str]:
    """The demonstration, served."""
    with serving(demo) as address:
        yield address


@pytest.mark.parametrize("username", PAGES)
@pytest.mark.parametrize(("language", "width"), [("zh-CN", 1280), ("en-US", 1280), ("zh-CN", 360)])
def test_axe_finds_nothing_and_no_page_scrolls_sideways(
    browser: Browser, demo_address: str, username: str, language: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, locale=language)
    page = context.new_page()
    enter(page, demo_address, username)
    if language == "en-US":
        page.locator("button[name=language][value=en]").click()

    found = {}
    for path in PAGES[username]:
        page.goto(demo_address + path)
        wide = page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
        )
        found[path] = violations(page) + (["scrolls sideways"] if wide else [])
    if language == "en-US":
        page.locator("button[name=language][value=zh]").click()
    context.close()

    assert {path: wrong for path, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(("width", "folded"), [(1280, False), (360, True)])
def test_on_a_phone_the_pages_of_a_case_stand_behind_one_line(
    browser: Browser, demo_address: str, width: int, folded: bool
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="zh-CN")
    page = context.new_page()
    enter(page, demo_address, "heqieyu")
    page.goto(f"{demo_address}/cases/3/parties")
    parties = page.locator("aside a[aria-current=page]")

    page.wait_for_load_state()
    hidden = not parties.is_visible()
    if hidden:
        page.locator("aside summary").click()
    shown = parties.is_visible()
    context.close()

    assert (hidden, shown) == (folded, True)


@pytest.mark.parametrize("username", [name for name in USERS if name not in PAGES])
def test_axe_finds_nothing_for_any_other_role(browser: Browser, demo_address: str, username: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    page = context.new_page()
    enter(page, demo_address, username)

    found = {}
    for path in ("/", "/cases", "/cases/3", "/documents/5", "/specimens", "/account"):
        page.goto(demo_address + path)
        found[path] = violations(page)
    context.close()

    assert {path: wrong for path, wrong in found.items() if wrong} == {}


@pytest.fixture
def court(tmp_path: Path) -> Iterator[tuple[str, StandingClock, Bench]]:
    """An empty court with its people, served."""
    settings = Settings.from_environment({"COURT_DATA_DIR": str(tmp_path), "COURT_SESSION_HOURS": "1000"})
    upgrade(settings.database_url)
    bench, clock = Bench.of(settings), StandingClock(MONDAY)
    with bench.writing() as session, session.begin():
        create_people(session, create_courts(session), MONDAY)
    with serving(application(settings, clock)) as address:
        yield address, clock, bench
    bench.database.dispose()


class Desk:
    """A person at a browser."""

    def __init__(
        self, browser: Browser, address: str, username: str, *, language: str, scripts: bool
    ) -> None:
        locale = "en-US" if language == "en" else "zh-CN"
        self.context = browser.new_context(java_script_enabled=scripts, locale=locale)
        self.page: Page = self.context.new_page()
        self.address = address
        enter(self.page, address, username)
        if language == "en":
            self.page.locator("button[name=language][value=en]").click()

    def step(self, path: str, **values: str) -> None:
        """Fill in a step's form, check, confirm."""
        self.page.goto(self.address + path)
        self.fill(values)
        self.page.locator("main form button.btn-primary").first.click()
        self.page.locator("button[name=confirmed]").click()
        self.page.wait_for_selector(".alert-success")

    def fill(self, values: dict[str, str]) -> None:
        """Type, tick and choose by the names of the fields."""
        for name, value in values.items():
            field = self.page.locator(f"main [name='{name.replace('__', '.')}']")
            kind = field.first.get_attribute("type")
            if kind in {"radio", "checkbox"}:
                self.page.locator(f"main [name='{name.replace('__', '.')}'][value='{value}']").check()
            elif field.first.evaluate("element => element.tagName") == "SELECT":
                field.first.select_option(value)
            else:
                field.first.fill(value)


PETITION = {
    "procedure_type": "LIQUIDATION",
    "applicant_kind": "CREDITOR",
    "applicant__name": "江澜市恒远钢材贸易有限公司",
    "applicant__short_name": "恒远公司",
    "applicant__domicile": "江澜市临江区滨河东路118号",
    "debtor__name": "澜川精密机械有限公司",
    "debtor__short_name": "澜川公司",
    "debtor__domicile": "江澜市开发区创业三路9号",
    "debtor__legal_representative": "龚䶮",
    "purpose": "对债务人进行破产清算。",
    "facts_and_reasons": "债务人不能清偿到期债务。",
    "claim_yuan": "3862174.55",
    "claim_basis": "生效判决确认。",
    "assets_yuan": "31207445.60",
    "debts_yuan": "102336780.17",
    "established_on": "2011-03-18",
    "registration_authority": "江澜市市场监督管理局",
}
ACCEPTANCE = {
    "has_jurisdiction": "yes",
    "debts_due_unpaid": "yes",
    "grounds": "ENFORCEMENT_FAILED",
    "administrator_name": "江澜衡正会计师事务所",
    "administrator_head": "方序",
    "administrator_address": "江澜市望江路66号8层",
    "administrator_phone": "0000-2223334",
    "findings": "经网络查控及现场调查，未发现债务人有可供执行的财产。",
}


@pytest.mark.parametrize(("language", "scripts"), [("zh", True), ("en", True), ("zh", False)])
def test_a_petition_goes_all_the_way_through_the_pages(
    browser: Browser, court: tuple[str, StandingClock, Bench], language: str, scripts: bool
) -> None:
    address, clock, bench = court
    names = ("lian", "tangbo", "shenzhiheng", "heqieyu", "guyin")
    window, head, judge, clerk, keeper = (
        Desk(browser, address, name, language=language, scripts=scripts) for name in names
    )

    window.step("/filing/receive_application", **PETITION)
    head.page.goto(f"{address}/cases/1/team")
    for place, name in (("JUDGE_IN_CHARGE", "沈知衡"), ("CLERK", "何㛃语")):
        group = head.page.locator(f"main label:has(input[name='{place}'])", has_text=name)
        group.locator("input").check()
    head.page.locator("main form button.btn-primary").first.click()
    head.page.wait_for_selector(".alert-success")
    clerk.step("/cases/1/steps/notify_debtor")
    issue(bench, "DEBTOR_NOTICE", clerk, judge, keeper)
    clerk.step("/deliveries/1/steps/send", method="DIRECT")
    clerk.step("/deliveries/1/steps/confirm", served_on="2026-10-12", signed_by="前台")
    clock.forward(days=9)
    with bench.writing() as session, session.begin():
        sweeping.sweep(bench.occasion(session, None, clock.now))
    judge.page.goto(f"{address}/cases/1")
    judge.step("/cases/1/steps/accept", **ACCEPTANCE)
    issue(bench, "ACCEPTANCE_RULING", judge, judge, keeper, clerk)

    with bench.reading() as session:
        states = dict(session.execute(select(Case.number, Case.state)).all())
        ruling = session.scalars(select(Document).where(Document.kind == "ACCEPTANCE_RULING")).one()
    assert states == {"（2026）豫97破申1号": "BA_ACCEPTED", "（2026）豫97破1号": "LQ_OPEN"}
    assert ruling.state == "ISSUED"
    pdf = judge.context.request.get(f"{address}/documents/{ruling.id}/pdf")
    assert pdf.body().startswith(b"%PDF")
    judge.page.goto(f"{address}/verify/{ruling.verification_code}")
    assert ruling.sha256 in judge.page.content()
    for desk in (window, head, judge, clerk, keeper):
        desk.context.close()


def issue(
    bench: Bench, kind: str, author: Desk, judge: Desk, keeper: Desk, clerk: Desk | None = None
) -> None:
    """Take the draft of a kind through approval, seal and issue, by pages."""
    with bench.reading() as session:
        paper = session.scalars(select(Document.id).where(Document.kind == kind)).one()
    author.step(f"/documents/{paper}/steps/submit")
    judge.step(f"/documents/{paper}/steps/approve")
    keeper.step(f"/documents/{paper}/steps/seal")
    (clerk or author).step(f"/documents/{paper}/steps/issue")
