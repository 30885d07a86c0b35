"""A real browser in front of a real server of the application."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright
from werkzeug.serving import make_server

from court_app.demo.people import PASSWORD
from court_app.visit import CourtFlask

CHROMIUM = os.environ.get("COURT_TEST_CHROMIUM", "/usr/bin/chromium")
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WRONG = """asked => axe.run(document, asked).then(found => found.violations.flatMap(
    wrong => wrong.nodes.map(node => `${wrong.id}: ${node.html.slice(0, 120)}`)))"""
QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)


def launch(playwright: Playwright) -> Browser:
    """Start the browser that bootstrap has installed."""
    path = CHROMIUM if Path(CHROMIUM).exists() else None
    return playwright.chromium.launch(executable_path=path, args=list(QUIET))


@contextmanager
def serving(app: CourtFlask) -> Iterator[str]:
    """Serve the application on a free port; gives its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


def enter(page: Page, base: str, username: str) -> None:
    """Sign in by typing."""
    page.goto(f"{base}/sign-in")
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_selector("details.court-menu")


def violations(page: Page) -> list[str]:
    """What axe finds wrong with a page: rule and element.

    What it finds right stays in the browser: to read all of that here takes longer than to look for it.
    """
    page.evaluate(f"() => {{ {AXE.read_text(encoding='utf-8')} }}")
    return list(page.evaluate(WRONG, {"runOnly": RULES, "resultTypes": ["violations"]}))
