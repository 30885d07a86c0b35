"""The pages of sign-in, account and administration in a real browser: accessible, and usable on a phone."""

from collections.abc import Iterator
from typing import cast

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright

from court_app.visit import CourtFlask
from models.vocabulary import Role
from tests.pages.browser import launch, serving, violations
from tests.people import PASSWORD, a_court, a_user, keep

pytestmark = [pytest.mark.slow, pytest.mark.browser]
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
        opened = launch(playwright)
        yield opened
        opened.close()


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """The application, served; with a court, a judge and a system administrator."""
    with app.extensions["court"].writing() as session:
        court = a_court()
        keep(session, a_user(Role.JUDGE, court=court))
        keep(session, a_user(Role.SYSTEM_ADMIN, court=court, username="admin", name="方圆"))
    with serving(cast(CourtFlask, app)) as served:
        yield served


def sign_in(page: Page, address: str) -> None:
    page.goto(f"{address}/sign-in?next=/account")
    page.fill("#username", "admin")
    page.fill("#password", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url("**/account")


def faults(page: Page) -> list[str]:
    """What axe finds on the page that is shown, and whether it scrolls sideways."""
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    found = violations(page) + (["is too wide"] if wide else [])
    return [f"{page.url} {fault}" for fault in found]


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
