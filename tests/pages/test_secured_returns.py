"""A payment to a secured creditor that came back, on pages and through the API."""

from collections.abc import Iterator

import pytest

from court_app.db import upgrade
from court_app.services.estate import estate_account
from court_app.services.estate.estate_account import Posting
from court_app.visit import CourtFlask
from models import Case, Party
from models.vocabulary import EntrySource, ManualEntryKind
from tests.pages.desks import a_stage, desk, served, settings_in
from tests.pages.estate import OWN, Estate, a_distributed_liquidation
from workflows.calculations.bookkeeping import by_hand
from workflows.text import Text

pytestmark = pytest.mark.slow
ACCOUNT = {
    "account_name": "江澜银行",
    "bank": "江澜银行营业部",
    "account_number": "6222020000000888",
    "reason": "债权人书面更正。",
}


def pay_secured(estate: Estate, fen: int) -> int:
    """The ledger says that the first claim was paid out of collateral; returns the number of the entry."""
    with estate.play.bench.writing() as session, session.begin():
        made = estate_account.post(
            estate.play.occasion(session, "heqieyu"),
            session.get_one(Case, estate.case),
            Posting(
                on=estate.play.day,
                text=Text("{kind}", kind=ManualEntryKind.SECURED_PAID),
                sides=by_hand(ManualEntryKind.SECURED_PAID, fen),
                source=EntrySource.MANUAL,
                source_serial=1,
            ),
        )
        assert made is not None
        return made.serial


def name_of(estate: Estate) -> str:
    """The first creditor."""
    with estate.play.bench.reading() as session:
        return session.get_one(Party, estate.creditors[0]).name


@pytest.fixture
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[CourtFlask, Estate, int]]:
    """A liquidation in which 10,000 yuan were paid out of collateral; and the entry that paid them."""
    folder = tmp_path_factory.mktemp("secured")
    settings = settings_in(folder, f"sqlite:///{folder / 'court.db'}")
    upgrade(settings.database_url)
    estate = a_distributed_liquidation(a_stage(settings))
    entry = pay_secured(estate, 1_000_000)
    yield served(estate, settings), estate, entry
    estate.play.bench.database.dispose()


def test_what_comes_back_is_followed_on_pages_from_its_entry_to_its_creditor(
    stage: tuple[CourtFlask, Estate, int],
) -> None:
    app, estate, entry = stage
    at, case = desk(app, OWN), f"/cases/{estate.case}"
    part, name = f"{case}/secured_returns/1", name_of(estate)
    offered = at.page(f"{case}/account")

    begun = at.confirm(
        f"{case}/secured_returns/new/record_secured_return", entry_serial=str(entry), reason="账户已注销"
    )
    shown = at.page(part)
    without = at.send(f"{part}/steps/pay_secured_again")
    at.send(f"{case}/claims/1/account", **ACCOUNT, replaces="0")
    paid = at.confirm(f"{part}/steps/pay_secured_again", reference="JL1")

    named, unnamed = (at.page(f"{case}/secured_returns?q={text}") for text in (name, "没有这个人"))

    assert "登记银行退回" in offered
    assert (f'{part}"' in named, f'{part}"' in unnamed) == (True, False)
    assert begun.location.endswith(part)
    for word in ("尚未交付（元）", "10,000.00", "账户已注销", "财产账户上的分录", "再次支付", "提存"):
        assert word in shown
    assert "债权人没有收款账户" in without.text
    assert (paid.status_code, estate.state_of("secured_returns", 1)) == (302, "PAID")
    assert "6222020000000888" in at.page(f"{case}/claims/1/account")
    assert "6222020000000888" not in desk(app, "jiancha").client.get(f"{case}/claims/1/account").text
