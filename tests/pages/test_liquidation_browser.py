"""A claim on its way from filing to the claims table in a real browser, by administrator and clerk."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from court_app.db import upgrade
from tests.pages.browser import serving, violations
from tests.pages.desks import a_stage, served, settings_in
from tests.pages.estate import OWN, Estate, an_accepted_liquidation
from tests.pages.test_browser import Desk

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture(scope="module")
def court(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Estate]]:
    """A liquidation whose claims can be filed, served."""
    folder = tmp_path_factory.mktemp("claims")
    settings = settings_in(folder, f"sqlite:///{folder / 'court.db'}")
    upgrade(settings.database_url)
    estate = an_accepted_liquidation(a_stage(settings))
    with serving(served(estate, settings)) as address:
        yield address, estate
    estate.play.bench.database.dispose()


@pytest.mark.parametrize(
    ("language", "width", "creditor"), [("zh", 360, 0), ("en", 1280, 1), ("zh", 1280, 2)]
)
def test_a_claim_is_filed_reviewed_and_listed(
    browser: Browser, court: tuple[str, Estate], language: str, width: int, creditor: int
) -> None:
    address, estate = court
    claims = f"/cases/{estate.case}/claims"
    desks = [
        Desk(browser, address, username, language=language, scripts=creditor != 2)
        for username in (OWN, "heqieyu")
    ]
    outside, clerk = desks
    for desk in desks:
        desk.page.set_viewport_size({"width": width, "height": 900})

    outside.step(
        f"{claims}/new/file_claim",
        creditor_id=str(estate.creditors[creditor]),
        filed_fen="1000000.00",
        basis="货款",
    )
    claim = outside.page.url.removeprefix(address)
    clerk.step(f"{claim}/steps/register_claim")
    outside.step(
        f"{claim}/steps/review_claim",
        claim_class="ORD",
        figures__0__admitted_fen="900000.00",
        limitation_kept="yes",
        opinion="证据齐全。",
    )
    clerk.step(f"{claim}/steps/list_claim")

    found = {}
    for desk in desks:
        for path in ("/", f"/cases/{estate.case}", claims, claim, f"{claims}/new/file_claim"):
            desk.page.goto(address + path)
            wide = desk.page.evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
            )
            wrong = violations(desk.page) if creditor != 2 else []
            found[path] = wrong + (["scrolls sideways"] if wide else [])
    for desk in desks:
        if language == "en":
            desk.page.locator("button[name=language][value=zh]").click()
        desk.context.close()

    assert {path: wrong for path, wrong in found.items() if wrong} == {}
    assert estate.state_of("claims", int(claim.rsplit("/", 1)[1])) == "LISTED"
