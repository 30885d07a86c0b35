"""A whole case in a real browser, from the petition to deregistration, by all its people."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sqlalchemy import select

from court_app.bench import Bench
from court_app.db import upgrade
from court_app.demo.people import create_courts, create_people
from court_app.services.casework import sweeping, users
from court_app.services.casework.proving import check_everything
from models import Case, Claim, Share
from tests.applications import application
from tests.conftest import StandingClock
from tests.pages.browser import serving
from tests.pages.desks import CHEAP, settings_in
from tests.pages.story import ADMINISTRATOR, CHAIR, Act, Pause, announced, liquidation
from tests.pages.test_browser import ACCEPTANCE, PETITION, Desk

pytestmark = [pytest.mark.slow, pytest.mark.browser]
MONDAY = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
BY_THE_DEBTOR = {
    **{name: text for name, text in PETITION.items() if not name.startswith(("applicant__", "claim_"))},
    "applicant_kind": "DEBTOR",
}
PEOPLE = ("lian", "tangbo", "shenzhiheng", "heqieyu")
OFFICE = "hengzheng"
"""Who signs in for the administrator whom the ruling of acceptance appoints."""


class Court:
    """A court at its browsers."""

    def __init__(self, browser: Browser, folder: Path, language: str) -> None:
        settings = settings_in(folder, f"sqlite:///{folder / 'court.db'}")
        upgrade(settings.database_url)
        users.HASHER = CHEAP
        self.bench, self.clock = Bench.of(settings), StandingClock(MONDAY)
        with self.bench.writing() as session, session.begin():
            create_people(session, create_courts(session), MONDAY)
        self.app = application(settings, self.clock)
        self.browser, self.language = browser, language
        self.desks: dict[str, Desk] = {}

    def sit_down(self, address: str) -> None:
        """Everybody signs in."""
        for name in (*PEOPLE, OFFICE):
            self.desks[name] = Desk(self.browser, address, name, language=self.language, scripts=True)

    def later(self, days: int) -> None:
        """Let days pass, and let the law bring about what falls due."""
        self.clock.forward(days=days)
        with self.bench.writing() as session, session.begin():
            sweeping.sweep(self.bench.occasion(session, None, self.clock.now))

    def play(self, case: int, act: Act) -> None:
        """Do what an act says, by its page."""
        desk = self.desks[OFFICE if act.who == ADMINISTRATOR else act.who]
        path = f"/cases/{case}"
        if act.kind:
            path += f"/{act.kind}/{act.serial or 'new'}"
        desk.step(
            f"{path}/{act.step}" if act.kind and act.serial is None else f"{path}/steps/{act.step}",
            **dict(self.typed(case, act)),
        )

    def typed(self, case: int, act: Act) -> Iterator[tuple[str, str]]:
        """What is typed into which field; the numbers of figures stand in the form already."""
        for name, value in act.typed.items():
            if not isinstance(value, list):
                yield name, self.written(case, value)
                continue
            for place, row in enumerate(value):
                for inner, one in row.items():
                    if inner != "position":
                        yield f"{name}__{place}__{inner}", self.written(case, one)

    def written(self, case: int, value: object) -> str:
        """A value as it is typed or ticked."""
        if value == CHAIR:
            with self.bench.reading() as session:
                first = select(Claim.party_id).where(Claim.case_id == case, Claim.serial == 1)
                return str(session.scalars(first).one())
        return "yes" if value is True else str(value)


def petitioned_and_accepted(court: Court, address: str) -> int:
    """The debtor's petition is received, assigned, reviewed and accepted; returns the 破 case."""
    court.desks["lian"].step("/filing/receive_application", **BY_THE_DEBTOR)
    head = court.desks["tangbo"].page
    head.goto(f"{address}/cases/1/team")
    for place, name in (("JUDGE_IN_CHARGE", "沈知衡"), ("CLERK", "何㛃语")):
        group = head.locator(f"main label:has(input[name='{place}'])", has_text=name)
        group.locator("input").check()
    head.locator("main form button.btn-primary").first.click()
    head.wait_for_selector(".alert-success")
    court.desks["shenzhiheng"].step("/cases/1/steps/start_direct_review")
    court.desks["shenzhiheng"].step("/cases/1/steps/accept", **{**ACCEPTANCE, "grounds": "BALANCE_SHEET"})
    with court.bench.reading() as session:
        return session.scalars(select(Case.id).where(Case.parent_id == 1)).one()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_case_goes_from_the_petition_to_deregistration(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    court = Court(browser, tmp_path, language)
    with serving(court.app) as address:
        court.sit_down(address)

        case = petitioned_and_accepted(court, address)
        court.later(3)
        today = court.clock.now.date()
        for act in (*announced(today), *liquidation(today)):
            if isinstance(act, Pause):
                court.later(act.days)
            else:
                court.play(case, act)

        court.desks[OFFICE].page.goto(f"{address}/cases/{case}/distributions/1")
        shown = court.desks[OFFICE].page.content()
        for desk in court.desks.values():
            desk.context.close()

    with court.bench.reading() as session:
        held = session.get_one(Case, case)
        shares = {share.claim.serial: share.amount_fen for share in session.scalars(select(Share))}
        proof = check_everything(session, court.bench.mill.store)
    assert (held.state, held.flags["ground"]) == ("LQ_DEREGISTERED", "T120B")
    assert sum(shares.values()) == 65_000_000
    assert shares[3] < shares[1] == shares[2]
    assert f"{shares[1] // 100:,}.{shares[1] % 100:02d}" in shown
    assert proof.faults == ()
    court.bench.database.dispose()
