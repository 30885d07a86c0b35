"""Expenses of the bankruptcy and debts of common benefit: who decides, what may be paid, in which order."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from models.vocabulary import LedgerAccount
from tests.liquidation.playing import CLERK, JUDGE, REASON, Liquidation, today
from tests.liquidation.test_estate_account import balance, enter, standing

At = Callable[[str], Liquidation]
A = LedgerAccount
ASKED = {"kind": "EXP_ESTATE", "payee": "江澜安保服务有限公司", "purpose": "厂房看护", "ground": "看护合同。"}


@pytest.fixture
def planned(at: At) -> Liquidation:
    """A case with 750,000 yuan in the bank."""
    return at("planned")


def ask(case: Liquidation, yuan: str, **more: Any) -> int:
    """Ask for a spending; returns its number."""
    return case.begin("spendings", "request_spending", **{**ASKED, "amount_fen": yuan, **more})


def approved(case: Liquidation, yuan: str, **more: Any) -> int:
    """A spending that the judge has approved as asked."""
    serial = ask(case, yuan, **more)
    case.move("spendings", serial, "approve_spending", JUDGE, approved_fen=yuan)
    return serial


def refused(case: Liquidation, serial: int, step: str, who: str = CLERK, /, **data: Any) -> list[str]:
    """With which codes a step of a spending is refused."""
    return case.refused(case.move, "spendings", serial, step, who, **data)


def test_what_is_approved_is_owed_and_what_is_paid_has_left_the_bank(planned: Liquidation) -> None:
    serial = approved(planned, "20000")
    owed = standing(planned)

    planned.move("spendings", serial, "pay_spending", paid_fen="20000", reference="BOC-1")

    assert (owed.owed(A.PAYABLE_EXPENSE), owed.distributable_fen) == (2_000_000, 73_000_000)
    assert (balance(planned, A.BANK), balance(planned, A.PAYABLE_EXPENSE)) == (730_000, 0)
    assert balance(planned, A.EXP_ESTATE) == 20_000
    paid = planned.part("spendings", serial)
    assert (paid.state, paid.paid_fen, paid.reference) == ("PAID", 2_000_000, "BOC-1")


@pytest.mark.parametrize(("yuan", "codes"), [("5000", []), ("5000.01", ["above_the_threshold"])])
def test_up_to_the_courts_threshold_the_administrator_spends_alone(
    planned: Liquidation, yuan: str, codes: list[str]
) -> None:
    act = {**ASKED, "amount_fen": yuan}

    assert planned.refused(planned.begin, "spendings", "spend_directly", **act) == codes
    assert balance(planned, A.BANK) == (745_000 if not codes else 750_000)


@pytest.mark.parametrize("kind", ["ADVANCES", "LOANS", "CBD_CONTRACT"])
def test_what_is_paid_back_or_must_be_reported_is_never_spent_alone(planned: Liquidation, kind: str) -> None:
    act = {**ASKED, "kind": kind, "amount_fen": "1"}

    assert planned.refused(planned.begin, "spendings", "spend_directly", **act) == ["kind_needs_approval"]


def test_who_asks_does_not_approve(planned: Liquidation) -> None:
    serial = planned.begin("spendings", "request_spending", JUDGE, **{**ASKED, "amount_fen": "100"})

    codes = refused(planned, serial, "approve_spending", JUDGE, approved_fen="100")

    assert codes == ["asked_it_himself"]


def test_only_a_judge_approves(planned: Liquidation) -> None:
    serial = planned.begin("spendings", "request_spending", JUDGE, **{**ASKED, "amount_fen": "100"})

    assert refused(planned, serial, "approve_spending", CLERK, approved_fen="100") == ["not_permitted"]


@pytest.mark.parametrize(
    ("yuan", "codes"), [("0", ["more_than_asked"]), ("100", []), ("100.01", ["more_than_asked"])]
)
def test_no_more_is_approved_than_was_asked_for(planned: Liquidation, yuan: str, codes: list[str]) -> None:
    serial = ask(planned, "100")

    assert refused(planned, serial, "approve_spending", JUDGE, approved_fen=yuan) == codes


def test_no_more_is_approved_than_is_there_after_what_is_owed_to_others(planned: Liquidation) -> None:
    planned.step("distribute", pool_fen="700000", announced_on=today(planned))
    serial, small = ask(planned, "50000.01"), ask(planned, "50000")

    codes = refused(planned, serial, "approve_spending", JUDGE, approved_fen="50000.01")

    assert codes == ["money_is_not_there"]
    assert refused(planned, small, "approve_spending", JUDGE, approved_fen="50000") == []


@pytest.mark.parametrize(("yuan", "codes"), [("100", []), ("100.01", ["more_than_approved"])])
def test_no_more_is_paid_than_was_approved(planned: Liquidation, yuan: str, codes: list[str]) -> None:
    serial = approved(planned, "100")

    assert refused(planned, serial, "pay_spending", paid_fen=yuan) == codes


def test_what_is_paid_for_less_frees_the_rest(planned: Liquidation) -> None:
    serial = approved(planned, "100")

    planned.move("spendings", serial, "pay_spending", paid_fen="60")

    assert (balance(planned, A.PAYABLE_EXPENSE), balance(planned, A.EXP_ESTATE)) == (0, 60)


def test_a_debt_waits_while_an_expense_is_asked_for_that_takes_what_is_there(planned: Liquidation) -> None:
    """The shortage example of section 8: pool 1,200, expenses 900, debts 600, so debts get 300."""
    planned.step("distribute", pool_fen="748800", announced_on=today(planned))
    debt = approved(planned, "600", kind="CBD_BUSINESS", purpose="工资")
    ask(planned, "900")

    assert refused(planned, debt, "pay_spending", paid_fen="600") == ["rank_comes_first"]
    assert refused(planned, debt, "pay_part", paid_fen="300.01") == ["rank_comes_first"]
    assert refused(planned, debt, "pay_part", paid_fen="300") == []
    assert planned.part("spendings", debt).unpaid_fen == 30_000


def test_an_expense_is_approved_before_a_debt_of_common_benefit_that_was_approved_first(
    planned: Liquidation,
) -> None:
    """The shortage example of section 8 in the other order: expenses 900 in full, debts 300 (EBL 43(2))."""
    planned.step("distribute", pool_fen="748800", announced_on=today(planned))
    debt = approved(planned, "600", kind="CBD_BUSINESS", purpose="工资")
    too_much, expense = ask(planned, "1200.01"), ask(planned, "900")

    codes = refused(planned, too_much, "approve_spending", JUDGE, approved_fen="1200.01")
    planned.move("spendings", too_much, "refuse_spending", JUDGE, **REASON)
    planned.move("spendings", expense, "approve_spending", JUDGE, approved_fen="900")
    planned.move("spendings", expense, "pay_spending", paid_fen="900")

    assert codes == ["money_is_not_there"]
    assert refused(planned, debt, "pay_part", paid_fen="300.01") == ["rank_comes_first"]
    assert refused(planned, debt, "pay_part", paid_fen="300") == []
    assert balance(planned, A.BANK) == 748_800


def test_a_small_expense_is_paid_before_a_debt_of_common_benefit_that_waits(planned: Liquidation) -> None:
    planned.step("distribute", pool_fen="748800", announced_on=today(planned))
    approved(planned, "1200", kind="CBD_BUSINESS", purpose="工资")
    act = {**ASKED, "amount_fen": "900"}

    debt = planned.refused(planned.begin, "spendings", "spend_directly", **{**act, "kind": "CBD_BUSINESS"})
    expense = planned.refused(planned.begin, "spendings", "spend_directly", **act)

    assert (debt, expense) == (["money_is_not_there"], [])


def test_a_part_is_less_than_the_whole(planned: Liquidation) -> None:
    serial = approved(planned, "100")

    assert refused(planned, serial, "pay_part", paid_fen="100") == ["not_a_part"]
    assert refused(planned, serial, "pay_part", paid_fen="40") == []
    assert refused(planned, serial, "drop_spending", **REASON) == ["paid_in_part"]
    assert refused(planned, serial, "pay_spending", paid_fen="60") == []


def test_what_is_dropped_is_not_owed_any_more(planned: Liquidation) -> None:
    serial = approved(planned, "100")

    planned.move("spendings", serial, "drop_spending", **REASON)

    assert (balance(planned, A.PAYABLE_EXPENSE), balance(planned, A.EXP_ESTATE)) == (0, 0)


@pytest.mark.parametrize(("yuan", "codes"), [("100", []), ("100.01", ["more_than_paid"])])
def test_no_more_comes_back_than_was_paid(planned: Liquidation, yuan: str, codes: list[str]) -> None:
    serial = approved(planned, "100")
    planned.move("spendings", serial, "pay_spending", paid_fen="100")

    assert refused(planned, serial, "return_spending", returned_fen=yuan, **REASON) == codes


@pytest.mark.parametrize(("kind", "codes"), [("LOANS", ["not_reported"]), ("CBD_CONTRACT", ["not_reported"])])
def test_loans_and_executory_contracts_are_reported_first(
    planned: Liquidation, kind: str, codes: list[str]
) -> None:
    act = {**ASKED, "kind": kind, "amount_fen": "1"}

    assert planned.refused(planned.begin, "spendings", "request_spending", **act) == codes
    told = {**act, "reported_on": today(planned)}
    assert planned.refused(planned.begin, "spendings", "request_spending", **told) == []


def test_an_advance_is_paid_back_as_an_expense_up_to_what_was_advanced(planned: Liquidation) -> None:
    enter(planned, kind="ADVANCE", amount_fen="1000")
    serial = ask(planned, "1000.01", kind="ADVANCES", purpose="偿还垫付款")

    too_much = refused(planned, serial, "approve_spending", JUDGE, approved_fen="1000.01")
    planned.move("spendings", serial, "approve_spending", JUDGE, approved_fen="1000")
    planned.move("spendings", serial, "pay_spending", paid_fen="1000")

    assert too_much == ["more_than_advanced"]
    assert (balance(planned, A.ADVANCES), balance(planned, A.BANK)) == (0, 750_000)


@pytest.mark.parametrize(
    ("days", "codes"), [(0, []), (1, ["report_is_not_possible"]), (-10_000, ["report_is_not_possible"])]
)
def test_a_report_was_made_in_the_case_and_not_in_the_future(
    planned: Liquidation, days: int, codes: list[str]
) -> None:
    told = {
        **ASKED,
        "amount_fen": "100",
        "reported_on": (planned.play.day + timedelta(days=days)).isoformat(),
    }

    assert planned.refused(planned.begin, "spendings", "request_spending", **told) == codes


@pytest.mark.parametrize(
    ("years", "codes"),
    [(10, []), (11, ["due_day_is_not_plausible"]), (-10, []), (-11, ["due_day_is_not_plausible"])],
)
def test_a_spending_does_not_fall_due_in_another_age(
    planned: Liquidation, years: int, codes: list[str]
) -> None:
    told = {**ASKED, "amount_fen": "100", "due_on": f"{planned.play.day.year + years}-06-01"}

    assert planned.refused(planned.begin, "spendings", "request_spending", **told) == codes


@pytest.mark.parametrize(("pool", "codes"), [("650000", []), ("650000.01", ["spendings_undecided"])])
def test_what_was_asked_for_and_is_not_decided_is_not_distributed(
    pool: str, codes: list[str], planned: Liquidation
) -> None:
    ask(planned, "100000")
    data = {"pool_fen": pool, "announced_on": today(planned)}

    assert planned.refused(planned.step, "distribute", **data) == codes


def test_a_request_that_was_refused_keeps_nothing_back(planned: Liquidation) -> None:
    planned.move("spendings", ask(planned, "100000"), "refuse_spending", JUDGE, **REASON)

    data = {"pool_fen": "750000", "announced_on": today(planned)}
    assert planned.refused(planned.step, "distribute", **data) == []
