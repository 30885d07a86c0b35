"""The pages of sign-in, account and administration in a real browser: accessible, and usable on a phone."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from models.vocabulary import Role
from tests.people import PASSWORD, a_court, a_user, keep

pytestmark = [pytest.mark.slow, pytest.mark.browser]
CHROMIUM = os.environ.get("COURT_TEST_CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"
PAGES = [
    "/account",
    "/administration",
    "/administration/users/new",
    "/administration/users/1",
    "/administration/courts/1",
    "/api/v1/",
    "/nothing-here",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """The application, served; with a court, a judge and a system administrator."""
    with app.extensions["court"].writing() as session:
        court = a_court()
        keep(session, a_user(Role.JUDGE, court=court))
        keep(session, a_user(Role.SYSTEM_ADMIN, court=court, username="admin", name="方圆"))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def sign_in(page: Page, address: str) -> None:
    page.goto(f"{address}/sign-in?next=/account")
    page.fill("#username", "admin")
    page.fill("#password", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url("**/account")


def faults(page: Page) -> list[str]:
    """What axe finds on the page that is shown, and whether it scrolls sideways."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(f"axe.run({RULES})")["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return [f"{page.url} {fault['id']}" for fault in found] + ([f"{page.url} is too wide"] if wide else [])


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("language", "width"), [("zh-CN", 1280), ("zh-CN", 360), ("en", 1280), ("en", 360)])
def test_the_pages_have_no_fault_that_axe_can_find_and_fit_the_screen(
    browser: Browser, address: str, language: str, width: int
) -> None:
    context = browser.new_context(locale=language, viewport={"width": width, "height": 800})
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda line: refused.append(line.text) if "Security Policy" in line.text else None)
    page.goto(f"{address}/sign-in")
    found = faults(page)
    sign_in(page, address)
    if language == "en":
        page.click("text=English")

    for path in PAGES:
        page.goto(address + path)
        found += faults(page)
    page.goto(f"{address}/administration/users/new")
    page.click("main button[type=submit]")
    found += faults(page)
    context.close()

    assert found == []
    assert refused == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_everything_works_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    sign_in(page, address)

    page.click("text=English")
    page.click("details.court-menu summary")
    page.click("details.court-menu button")

    assert page.url.endswith("/sign-in")
    context.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_keyboard_reaches_the_content_first_and_closes_the_menu(browser: Browser, address: str) -> None:
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    sign_in(page, address)

    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.textContent")
    page.click("details.court-menu summary")
    page.keyboard.press("Escape")

    assert first == "跳到正文"
    assert page.evaluate("document.querySelector('details.court-menu').open") is False
    context.close()
