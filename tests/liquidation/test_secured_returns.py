"""Payments to secured creditors out of their collateral that the bank sends back (EBL 109)."""

import pytest
from sqlalchemy import func, select

from court_app.errors import BadInput
from court_app.services.estate import estate_account, paid_of_collateral
from models import Case, LedgerEntry, SecuredReturn
from models.vocabulary import EntrySource
from models.vocabulary import LedgerAccount as A
from tests.liquidation.paying_out import account
from tests.liquidation.playing import CLERK, JUDGE, REASON, Liquidation
from tests.liquidation.selling import mortgaged, sale
from tests.liquidation.test_reserves import enter, estate, reverse

BANK = {"kind": "SECURED_PAID", "amount_fen": "80000", "claim_serial": 4}
RETURNS = "secured_returns"


@pytest.fixture
def paid(met: Liquidation) -> Liquidation:
    """A machine brought 80,000 yuan for the mortgagee, claim 4 of 100,000; 80,000 were paid to him."""
    asset = met.begin("assets", "find_asset", kind="EQUIPMENT", name="数控机床")
    met.move("assets", asset, "take_over_asset")
    claim = mortgaged(met, 100_000, asset)
    met.move("claims", claim, "verify", meeting_serial=1)
    met.move("assets", asset, "offer", method="AUCTION")
    met.step("dispose_asset", **sale(asset, 80_000))
    met.move("assets", asset, "receive_price", received_fen="80000")
    met.step("confirm_claims", JUDGE)
    account(met, claim)
    enter(met, **BANK)
    return met


def entry_of(case: Liquidation) -> int:
    """The number of the entry that paid the mortgagee."""
    with case.play.bench.reading() as session:
        chosen = select(func.max(LedgerEntry.serial)).where(
            LedgerEntry.case_id == case.case, LedgerEntry.source == EntrySource.MANUAL
        )
        return session.scalars(chosen).one()


def sent_back(case: Liquidation) -> list[str]:
    """The bank sends it back; returns why not, if it is refused."""
    told = {"entry_serial": entry_of(case), "reason": "账户6222020000000000004已注销"}
    return case.refused(case.begin, RETURNS, "record_secured_return", **told)


def standing(case: Liquidation) -> tuple[list[int], int, int]:
    """Bank, paid to the secured and escrow in fen; what is reserved for them; what they have had."""
    with case.play.bench.reading() as session:
        held = estate_account.balances(session, session.get_one(Case, case.case))
        had = paid_of_collateral.paid_by_claim(session, session.get_one(Case, case.case))
        on = [held.get(one, 0) for one in (A.BANK, A.SECURED, A.ESCROW)]
        return on, estate(case).secured_fen, had.get(4, 0)


def moved(case: Liquidation, name: str, **told: object) -> list[str]:
    """A step of the payment that came back; returns why not, if it is refused."""
    return case.refused(case.move, RETURNS, 1, name, CLERK, **told)


def state(case: Liquidation) -> tuple[str, int]:
    """Where the payment stands, and what is owed of it in fen."""
    part: SecuredReturn = case.part(RETURNS, 1)
    return part.state, part.owed_fen


def test_what_the_bank_sends_back_is_due_to_the_secured_creditor_again(paid: Liquidation) -> None:
    before = standing(paid)

    refused = sent_back(paid)

    assert (before, refused) == (([0, 8_000_000, 0], 0, 8_000_000), [])
    assert standing(paid) == ([8_000_000, 0, 0], 8_000_000, 0)
    assert state(paid) == ("RETURNED", 8_000_000)
    assert paid.part(RETURNS, 1).reason == "账户****0004已注销"


def test_it_is_paid_again_to_an_account_written_since(paid: Liquidation) -> None:
    sent_back(paid)
    same = moved(paid, "pay_secured_again")
    account(paid, 4, "6222020000000000999")

    refused = moved(paid, "pay_secured_again", reference="20250620001")

    assert (same, refused) == (["same_account"], [])
    assert standing(paid) == ([0, 8_000_000, 0], 0, 8_000_000)
    assert state(paid) == ("PAID", 0)


def test_the_same_account_is_used_once_it_was_checked(paid: Liquidation) -> None:
    sent_back(paid)

    assert moved(paid, "pay_secured_again", again=True) == []


def test_what_comes_back_a_second_time_is_owed_once_more(paid: Liquidation) -> None:
    sent_back(paid)
    moved(paid, "pay_secured_again", again=True)

    refused = moved(paid, "record_return_again", reason="户名不符")

    assert refused == []
    assert standing(paid) == ([8_000_000, 0, 0], 8_000_000, 0)
    assert moved(paid, "pay_secured_again") == ["same_account"]


def test_what_cannot_be_paid_is_laid_aside_and_nobody_else_has_anything_of_it(paid: Liquidation) -> None:
    sent_back(paid)

    refused = moved(paid, "lay_secured_aside", **REASON)

    assert refused == []
    assert standing(paid) == ([8_000_000, 8_000_000, -8_000_000], 0, 8_000_000)
    assert estate(paid).distributable_fen == 0
    assert state(paid) == ("KEPT", 8_000_000)


def test_its_creditor_collects_what_was_laid_aside_whenever_he_comes(paid: Liquidation) -> None:
    sent_back(paid)
    moved(paid, "lay_secured_aside", **REASON)
    paid.later(100)
    account(paid, 4, "6222020000000000999")

    refused = moved(paid, "pay_what_was_kept")

    assert refused == []
    assert standing(paid) == ([0, 8_000_000, 0], 0, 8_000_000)
    assert state(paid) == ("PAID", 0)


def test_one_payment_comes_back_once_and_is_not_reversed_by_hand_any_more(paid: Liquidation) -> None:
    entry = entry_of(paid)
    sent_back(paid)

    again = sent_back(paid)

    assert again == ["returned_before"]
    with pytest.raises(BadInput):
        reverse(paid, entry)


def test_only_a_payment_out_of_collateral_that_stands_comes_back_so(paid: Liquidation) -> None:
    other = paid.refused(paid.begin, RETURNS, "record_secured_return", entry_serial=1, reason="账户已注销")
    reverse(paid, entry_of(paid))

    undone = sent_back(paid)

    assert (other, undone) == (["no_secured_payment"], ["entry_is_undone"])
