"""Money of a distribution that comes back: each payment is followed to its own end, to the fen."""

from datetime import timedelta
from typing import Any

import pytest
from marshmallow import ValidationError
from sqlalchemy import select

from court_app.errors import BadInput
from court_app.services.estate import estate_account
from court_app.services.payments import payment_lists
from models import Case, LedgerEntry, PayeeAccount, Payment
from models.vocabulary import DeadlineKind as K
from models.vocabulary import LedgerAccount as A
from models.vocabulary import PaymentState as P
from tests.liquidation.paying_out import (
    NUMBER,
    account,
    handed_over,
    payments,
    result,
    totals,
    uploaded_accounts,
    uploaded_results,
)
from tests.liquidation.playing import CLERK, JUDGE, REASON, Liquidation, today
from tests.liquidation.test_distributions import judged, settle, sued


@pytest.fixture
def paid(distributed: Liquidation) -> Liquidation:
    """All three have been paid."""
    handed_over(distributed)
    result(distributed, 1, "1-3")
    return distributed


def sent_back(case: Liquidation, *serials: int, on: str = "", reason: str = "账户已冻结") -> list[str]:
    """The bank sends payments back that were recorded as paid; returns why not, if it is refused."""
    told = [{"payment": serial, "reason": reason} for serial in serials]
    return case.refused(case.step, "record_sent_back", CLERK, returned_on=on or today(case), returned=told)


def deposited(case: Liquidation, numbers: str) -> list[str]:
    """Payments are deposited by their numbers; returns why not, if it is refused."""
    return case.refused(case.step, "deposit_unclaimed_share", CLERK, payments=numbers)


def released(case: Liquidation, numbers: str, *, to_creditor: bool) -> list[str]:
    """What was deposited goes to its creditor or to the others; returns why not, if it is refused."""
    told = {"payments": numbers, "to_creditor": to_creditor, **REASON}
    return case.refused(case.step, "release_unclaimed_share", CLERK, **told)


def owed(case: Liquidation) -> tuple[int, int]:
    """What the ledger owes of shares, and what it holds in escrow, in fen."""
    with case.play.bench.reading() as session:
        held = estate_account.balances(session, session.get_one(Case, case.case))
        return -held.get(A.PAYABLE_SHARES, 0), -held.get(A.ESCROW, 0)


def states(case: Liquidation) -> list[str]:
    """How every payment stands, by number."""
    return [state for _, state in payments(case)]


def last_day(case: Liquidation, serial: int) -> Any:
    """Until when a payment can be collected, as its page says."""
    with case.play.bench.reading() as session:
        found = session.get_one(Case, case.case)
        return payment_lists.story_of(case.play.occasion(session, CLERK), found, serial).last_day


def test_what_the_bank_sends_back_days_later_is_owed_again_and_paid_to_another_account(
    paid: Liquidation,
) -> None:
    paid.later(5)

    refused = sent_back(paid, 2)
    open_again = (owed(paid), totals(paid))
    same = handed_over(paid)
    account(paid, 2, "6222029999999999", reason="退汇后更正。")
    handed_over(paid)
    result(paid, 2, "1")

    assert refused == []
    assert open_again == ((12_000_000, 0), ({"PAID": 24_000_000, "RETURNED": 12_000_000}, True))
    assert same == ["no_account"]
    assert (states(paid), owed(paid)) == (["PAID"] * 3, (0, 0))


def test_every_payment_that_comes_back_late_has_its_own_entry_that_names_it(paid: Liquidation) -> None:
    sent_back(paid, 1, 3)

    with paid.play.bench.reading() as session:
        chosen = select(LedgerEntry).where(LedgerEntry.case_id == paid.case).order_by(LedgerEntry.serial)
        entries = [(str(one.reference), one.debit_fen) for one in session.scalars(chosen)][-2:]
        line = payment_lists.story_of(
            paid.play.occasion(session, CLERK), session.get_one(Case, paid.case), 3
        ).lines[-1]
        assert entries == [("付款文件第1号第1行", 12_000_000), ("付款文件第1号第3行", 12_000_000)]
        assert (line.state, line.reason) == (P.RETURNED, "账户已冻结")
        assert line.settled_on is not None
        assert line.sent_back_on is not None


def test_what_was_not_paid_does_not_come_back_late(distributed: Liquidation) -> None:
    nothing = sent_back(distributed, 1)
    handed_over(distributed)
    result(distributed, 1, "1")

    assert nothing == ["nothing_paid"]
    assert sent_back(distributed, 1, 2) == ["payments_not_paid"]
    tomorrow = (distributed.play.day + timedelta(days=1)).isoformat()
    assert sent_back(distributed, 1, on=tomorrow) == ["returned_on_another_day"]
    assert sent_back(distributed, 1) == []
    assert sent_back(distributed, 1) == ["nothing_paid"], "a second click finds it returned already"


def test_a_payment_that_came_back_late_has_two_months_from_that_day(paid: Liquidation) -> None:
    paid.later(30)
    sent_back(paid, 3)
    deposited(paid, "3")
    announced = paid.clocks(K.UNCLAIMED_SHARE)[0].due_on
    last = last_day(paid, 3)
    paid.on(announced + timedelta(days=1))
    early = released(paid, "3", to_creditor=False)
    paid.on(last)
    still = released(paid, "3", to_creditor=False)
    paid.later(1)
    too_late = released(paid, "3", to_creditor=True)

    done = released(paid, "3", to_creditor=False)

    assert last > announced
    assert (early, still, too_late, done) == (
        ["share_has_not_lapsed"],
        ["share_has_not_lapsed"],
        ["share_is_waived"],
        [],
    )
    assert payments(paid)[2:] == [(12_000_000, "FORFEITED"), (6_000_000, "PREPARED"), (6_000_000, "PREPARED")]
    assert totals(paid) == ({"PAID": 24_000_000, "PREPARED": 12_000_000}, True)
    assert (owed(paid), paid.shares()[3]) == ((12_000_000, 0), (0, "REDISTRIBUTED"))


def test_a_share_released_from_escrow_whose_payment_comes_back_is_deposited_and_collected(
    planned: Liquidation,
) -> None:
    serial = sued(planned, 900_000, 0)
    planned.final(360_000)
    judged(planned, serial, 900_000)
    settle(planned, "release_litigation_escrow", serial, to_creditor=True)
    account(planned, serial)
    handed_over(planned)
    result(planned, 1, p1="户名不符")

    refused = deposited(planned, "4")
    aside = (owed(planned), planned.shares()[serial])
    released(planned, "4", to_creditor=True)

    assert refused == []
    assert aside == ((27_000_000, 9_000_000), (9_000_000, "UNCLAIMED"))
    assert (owed(planned), planned.shares()[serial]) == ((36_000_000, 0), (9_000_000, "RELEASED"))
    assert payments(planned)[3:] == [(9_000_000, "COLLECTED"), (9_000_000, "PREPARED")]
    assert handed_over(planned) == ["no_account"], "it does not go to the account from which it came back"


def test_of_a_claim_with_two_distributions_each_payment_has_its_own_end(planned: Liquidation) -> None:
    planned.step("distribute", pool_fen="270000", announced_on=today(planned))
    planned.final(360_000)
    for serial in (1, 2, 3):
        account(planned, serial)
    handed_over(planned, 1)
    handed_over(planned, 2)
    result(planned, 1, "1-2", p3="账户已销户")
    result(planned, 2, "1-3")

    refused = deposited(planned, "3")
    other = deposited(planned, "3,6")
    released(planned, "3", to_creditor=True)

    assert (refused, other) == ([], ["payments_do_not_wait"])
    assert (planned.shares(1)[3], planned.shares(2)[3]) == ((9_000_000, "RELEASED"), (12_000_000, "PAID"))
    assert payments(planned)[5:] == [(12_000_000, "PAID"), (9_000_000, "PREPARED")]


def test_a_part_of_a_share_is_waived_and_what_was_paid_of_it_is_kept(planned: Liquidation) -> None:
    suit = sued(planned, 900_000, 0)
    planned.final(400_000)
    for serial in (1, 2, 3):
        account(planned, serial)
    handed_over(planned)
    result(planned, 1, "1-3")
    judged(planned, suit, 0)
    settle(planned, "release_litigation_escrow", suit, to_creditor=False)
    deposited(planned, "6")
    half = (planned.shares()[3], owed(planned))
    planned.on(last_day(planned, 6) + timedelta(days=1))

    refused = released(planned, "6", to_creditor=False)

    assert half == ((13_333_333, "PAID"), (6_666_667, 3_333_333))
    assert refused == []
    shares = planned.shares()
    assert shares[3] == (10_000_000, "RELEASED")
    assert [shares[n][0] for n in (1, 2)] == [15_000_000, 15_000_000]
    assert (totals(planned)[1], owed(planned)) == (True, (10_000_000, 0))


def test_several_that_were_not_collected_go_to_the_others_at_once(distributed: Liquidation) -> None:
    deposited(distributed, "2-3")
    distributed.on(distributed.clocks(K.UNCLAIMED_SHARE)[0].due_on + timedelta(days=1))

    refused = released(distributed, "2-3", to_creditor=False)

    assert refused == []
    assert distributed.shares() == {
        1: (36_000_000, "PAID"),
        2: (0, "REDISTRIBUTED"),
        3: (0, "REDISTRIBUTED"),
    }
    assert (totals(distributed), owed(distributed)) == (({"PREPARED": 36_000_000}, True), (36_000_000, 0))


def test_a_step_names_payments_or_a_claim(distributed: Liquidation) -> None:
    for told in ({}, {"payments": "1", "claim_serial": 1}, {"payments": "x"}):
        with pytest.raises(ValidationError):
            distributed.step("deposit_unclaimed_share", **told)


def test_the_bank_s_table_says_what_was_sent_back_late_and_on_which_day(paid: Liquidation) -> None:
    paid.later(3)
    with pytest.raises(BadInput) as unclear:
        uploaded_results(paid, 1, ("2", "120000.00", "退回", "账户已冻结"))

    counts = uploaded_results(paid, 1, ("2", "120000.00", "退汇", "账户已冻结"))

    assert "退汇" in str(unclear.value.fields)
    assert (counts, states(paid)) == ((0, 0, 1), ["PAID", "RETURNED", "PAID"])
    with paid.play.bench.reading() as session:
        back = session.scalars(select(Payment).where(Payment.state == P.RETURNED)).one()
        assert back.reopened_on == paid.play.day


def test_an_account_from_which_money_came_back_is_not_the_new_account_unless_it_was_checked(
    distributed: Liquidation,
) -> None:
    handed_over(distributed)
    result(distributed, 1, "1-2", p3="系统故障")
    name, bank = "江澜市恒泰贸易有限公司", "江澜银行望江支行"

    with pytest.raises(BadInput) as same:
        account(distributed, 3, reason="退回后更正。")
    with pytest.raises(BadInput):
        uploaded_accounts(distributed, ("3", name, bank, f"{NUMBER}003", "提供"))
    account(distributed, 3, reason="经债权人核实无误。", again=True)
    once_more = account(distributed, 3, reason="经债权人核实无误。", again=True)

    assert list(same.value.fields) == ["account_number"]
    assert handed_over(distributed) == []
    with distributed.play.bench.reading() as session:
        assert session.scalars(select(PayeeAccount.id).order_by(PayeeAccount.id.desc())).first() == once_more


@pytest.mark.parametrize("number", ["=1+1", "1234567", "6" * 35, "六二二二零二零零"])
def test_what_is_no_account_number_is_refused(planned: Liquidation, number: str) -> None:
    with pytest.raises(ValidationError) as refused:
        account(planned, 1, number)

    assert list(refused.value.normalized_messages()) == ["account_number"]


def test_full_width_digits_are_plain_ones(planned: Liquidation) -> None:
    wide = NUMBER.translate({ord("0") + n: 0xFF10 + n for n in range(10)})

    made = account(planned, 1, f"{wide[:4]} {wide[4:]}")

    with planned.play.bench.reading() as session:
        assert session.get_one(PayeeAccount, made).account_number == NUMBER


def test_money_that_comes_back_after_the_end_is_still_paid(paid: Liquidation) -> None:
    paid.spend_the_rest()
    paid.step("request_termination_120", report="分配完结。", **REASON)
    paid.step("terminate_120", JUDGE, **REASON)
    paid.later(20)

    refused = sent_back(paid, 1)
    account(paid, 1, "6222028888888888", reason="退汇后更正。")
    handed_over(paid)
    result(paid, 2, "1")

    assert (refused, states(paid), owed(paid)) == ([], ["PAID"] * 3, (0, 0))
