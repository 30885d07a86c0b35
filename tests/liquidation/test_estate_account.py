"""The estate's account: every fen that comes or goes stands in a ledger that balances."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError

from court_app.errors import BadInput, Forbidden
from court_app.services.casework.proving import check_everything
from court_app.services.estate import estate_account, estate_book, estate_postings, ledger_by_hand
from models import Case, LedgerEntry, LedgerLine
from models.ledger import EntriesAreKept
from models.vocabulary import EntrySource, LedgerAccount
from tests.liquidation.playing import CLERK, JUDGE, REASON, Liquidation, today
from workflows.calculations.bookkeeping import Standing, Unbalanced, debit
from workflows.text import Text

At = Callable[[str], Liquidation]
A = LedgerAccount


@pytest.fixture
def planned(at: At) -> Liquidation:
    """A case with 750,000 yuan in the bank and a plan in force."""
    return at("planned")


def standing(case: Liquidation, days_ago: int = 0) -> Standing:
    """What the estate has and owes."""
    with case.play.bench.reading() as session:
        on = case.play.day - timedelta(days=days_ago)
        return estate_account.standing(session, session.get_one(Case, case.case), on)


def balance(case: Liquidation, account: LedgerAccount) -> int:
    """Debits less credits of an account, in yuan."""
    return standing(case).balances.get(account, 0) // 100


def enter(case: Liquidation, who: str = CLERK, /, **data: Any) -> int:
    """Make an entry by hand; returns its number."""
    with case.play.bench.writing() as session, session.begin():
        raw = {"reason": "银行回单。", **data}
        return ledger_by_hand.enter(case.play.occasion(session, who), case.case, raw).serial


def reverse(case: Liquidation, serial: int, who: str = CLERK) -> int:
    """Reverse an entry; returns the number of the reversal."""
    with case.play.bench.writing() as session, session.begin():
        occasion = case.play.occasion(session, who)
        return ledger_by_hand.reverse(occasion, case.case, serial, {"reason": "重复记账。"}).serial


def numbers(case: Liquidation) -> list[int]:
    """The numbers of all entries."""
    with case.play.bench.reading() as session:
        chosen = select(LedgerEntry.serial).where(LedgerEntry.case_id == case.case)
        return list(session.scalars(chosen.order_by(LedgerEntry.serial)))


def test_the_price_of_an_asset_is_in_the_bank_from_its_day_and_not_before(planned: Liquidation) -> None:
    assert standing(planned).balances == {A.BANK: 75_000_000, A.PROCEEDS: -75_000_000}
    assert standing(planned, days_ago=1).balances == {}


def test_what_came_back_from_an_act_set_aside_is_booked_once_when_the_money_comes(
    planned: Liquidation,
) -> None:
    accepted = planned.part("claims", 1).filed_on - timedelta(days=90)
    act = planned.begin(
        "avoidances",
        "find_act",
        ground="GIFT",
        counterparty="江澜某公司",
        act="无偿转让。",
        act_on=accepted.isoformat(),
        amount_fen="1000",
    )
    planned.move("avoidances", act, "demand_return", how="书面")
    planned.move("avoidances", act, "take_back", kind="CASH", name="退回款", returned_fen="1000")
    before = balance(planned, A.BANK)
    asset = planned.part("avoidances", act).flags["asset"]
    planned.move("assets", asset, "take_over_asset")

    planned.move("assets", asset, "collect", received_fen="1000")

    assert (before, balance(planned, A.BANK), balance(planned, A.RECOVERIES)) == (750_000, 751_000, -1_000)


def test_a_distribution_is_owed_to_creditors_and_what_is_laid_aside_is_escrow(planned: Liquidation) -> None:
    planned.step("distribute", pool_fen="700000", announced_on=today(planned))

    owed = standing(planned)
    assert owed.owed(A.PAYABLE_SHARES) + owed.owed(A.ESCROW) == 70_000_000
    assert owed.balances[A.ORDINARY] == 70_000_000
    assert (owed.on_hand(), owed.distributable_fen) == (75_000_000, 5_000_000)


def test_a_share_that_is_laid_aside_later_moves_to_escrow_and_no_money_moves(planned: Liquidation) -> None:
    planned.step("distribute", pool_fen="300000", announced_on=today(planned))

    planned.step("deposit_unclaimed_share", claim_serial=2)

    owed = standing(planned)
    assert (owed.owed(A.PAYABLE_SHARES), owed.owed(A.ESCROW)) == (20_000_000, 10_000_000)
    assert owed.balances[A.BANK] == 75_000_000


def test_a_share_that_is_paid_out_leaves_the_bank_and_no_more_than_is_owed(planned: Liquidation) -> None:
    planned.step("distribute", pool_fen="300000", announced_on=today(planned))

    def pay(fen: int) -> None:
        with planned.play.bench.writing() as session, session.begin():
            cause = estate_account.Cause(planned.play.day, None)
            case = session.get_one(Case, planned.case)
            estate_postings.pay_shares(planned.play.occasion(session, CLERK), case, cause, 1, fen)

    pay(10_000_000)
    planned.step("deposit_unclaimed_share", claim_serial=2)

    with pytest.raises(BadInput):
        pay(10_000_001)
    estate = standing(planned)
    assert (estate.owed(A.PAYABLE_SHARES), estate.owed(A.ESCROW)) == (10_000_000, 10_000_000)
    assert (estate.on_hand(), estate.distributable_fen) == (65_000_000, 45_000_000)


def test_nothing_is_distributed_twice_and_the_refusal_prints_its_working(planned: Liquidation) -> None:
    planned.step("distribute", pool_fen="700000", announced_on=today(planned))

    codes = planned.refused(planned.step, "distribute", pool_fen="50000.01", announced_on=today(planned))

    assert codes == ["money_is_not_there"]
    assert [str(line) for line in standing(planned).working()] == [
        "账上款项（银行存款、库存现金）750,000.00元。",
        "减：应付分配款700,000.00元。",
        "可供分配50,000.00元。",
    ]


def test_an_advance_is_on_hand_and_is_not_distributed_but_pays_expenses(planned: Liquidation) -> None:
    enter(planned, kind="ADVANCE", amount_fen="100000")

    estate = standing(planned)
    assert (estate.on_hand(), estate.distributable_fen, estate.spendable_fen) == (
        85_000_000,
        75_000_000,
        85_000_000,
    )


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"kind": "OPENING", "amount_fen": "0"}, "amount_fen"),
        ({"kind": "FEE", "amount_fen": "5000.01"}, "amount_fen"),
        ({"kind": "DEPOSIT_BACK", "amount_fen": "1"}, "amount_fen"),
        ({"kind": "ESCROW_OUT", "amount_fen": "1"}, "amount_fen"),
        ({"kind": "TO_BANK", "amount_fen": "1"}, "amount_fen"),
        ({"kind": "LATE_COST", "amount_fen": "1"}, "claim_serial"),
        ({"kind": "LATE_COST", "amount_fen": "1", "claim_serial": 1}, "amount_fen"),
        ({"kind": "SECURED_PAID", "amount_fen": "1", "claim_serial": 1}, "claim_serial"),
        ({"kind": "INTEREST", "amount_fen": "1", "effective_on": "2020-01-01"}, "effective_on"),
        ({"kind": "INTEREST", "amount_fen": "1", "effective_on": "2030-01-01"}, "effective_on"),
    ],
)
def test_an_entry_by_hand_that_cannot_be_is_refused_and_nothing_is_written(
    planned: Liquidation, data: dict[str, Any], field: str
) -> None:
    with pytest.raises(BadInput) as wrong:
        enter(planned, **data)

    assert list(wrong.value.fields) == [field]
    assert numbers(planned) == [1]


def test_a_fee_up_to_the_threshold_is_entered_and_the_docket_says_so(planned: Liquidation) -> None:
    enter(planned, kind="FEE", amount_fen="5000")

    assert (balance(planned, A.BANK), balance(planned, A.EXP_ESTATE)) == (745_000, 5_000)


def test_only_the_judge_adjusts_the_account(planned: Liquidation) -> None:
    with pytest.raises(Forbidden):
        enter(planned, kind="ADJUST_IN", amount_fen="1")

    assert enter(planned, JUDGE, kind="ADJUST_IN", amount_fen="1") == 2


def test_an_entry_is_reversed_once_by_a_new_one_and_numbers_have_no_gaps(planned: Liquidation) -> None:
    made = enter(planned, kind="INTEREST", amount_fen="12.34")

    reversal = reverse(planned, made)

    assert (reversal, numbers(planned)) == (3, [1, 2, 3])
    assert balance(planned, A.BANK) == 750_000
    with pytest.raises(BadInput):
        reverse(planned, made)


def test_what_a_step_has_entered_is_not_reversed_by_hand(planned: Liquidation) -> None:
    with pytest.raises(BadInput):
        reverse(planned, 1)

    assert numbers(planned) == [1]


def test_an_entry_is_never_changed_or_deleted(planned: Liquidation) -> None:
    with planned.play.bench.writing() as session:
        session.scalars(select(LedgerEntry)).first().reason = "改"  # type: ignore[union-attr]
        with pytest.raises(EntriesAreKept):
            session.flush()
        session.rollback()
        session.delete(session.scalars(select(LedgerLine)).first())
        with pytest.raises(EntriesAreKept):
            session.flush()
        session.rollback()


def test_the_database_itself_refuses_an_entry_that_does_not_balance(planned: Liquidation) -> None:
    with planned.play.bench.writing() as session:
        with pytest.raises(IntegrityError):
            session.execute(update(LedgerEntry).values(credit_fen=1))
        session.rollback()


def test_the_service_refuses_sides_that_do_not_balance(planned: Liquidation) -> None:
    with planned.play.bench.writing() as session:
        occasion = planned.play.occasion(session, CLERK)
        posting = estate_account.Posting(
            on=planned.play.day,
            text=Text("银行存款"),
            sides=(debit(A.BANK, 5),),
            source=EntrySource.MANUAL,
        )
        with pytest.raises(Unbalanced):
            estate_account.post(occasion, session.get_one(Case, planned.case), posting)
        session.rollback()


def test_the_account_opens_into_its_entries_by_account_and_day(planned: Liquidation) -> None:
    enter(planned, kind="INTEREST", amount_fen="10")
    enter(planned, kind="FEE", amount_fen="3")

    with planned.play.bench.reading() as session:
        occasion, case = planned.play.occasion(session, CLERK), session.get_one(Case, planned.case)
        bank = estate_book.entries(occasion, case, estate_book.WantedEntries(account=A.BANK))
        fees = estate_book.entries(occasion, case, estate_book.WantedEntries(account=A.EXP_ESTATE))
        before = estate_book.WantedEntries(last=planned.play.day - timedelta(days=1))
        earlier = estate_book.entries(occasion, case, before)

    assert (bank.total, bank.debit_fen, bank.credit_fen) == (3, 75_001_000, 300)
    assert ([entry.serial for entry in fees.entries], earlier.total) == ([3], 0)


def test_a_termination_for_want_of_money_cannot_name_less_than_stands_on_the_account(
    planned: Liquidation,
) -> None:
    asked = {"expenses_fen": "900000", **REASON}

    codes = planned.refused(planned.step, "request_termination_43", estate_fen="749999.99", **asked)

    assert codes == ["ledger_says_more"]
    assert planned.refused(planned.step, "request_termination_43", estate_fen="750000", **asked) == []


def test_every_event_of_the_ledger_is_in_the_docket(planned: Liquidation) -> None:
    enter(planned, kind="INTEREST", amount_fen="10")

    with planned.play.bench.reading() as session:
        without = session.scalar(select(func.count(LedgerEntry.id)).where(LedgerEntry.event_id.is_(None)))

    assert without == 0


def test_a_ledger_that_was_changed_behind_the_systems_back_is_reported(planned: Liquidation) -> None:
    with planned.play.bench.writing() as session, session.begin():
        session.execute(update(LedgerLine).where(LedgerLine.debit_fen > 0).values(debit_fen=1))

    with planned.play.bench.reading() as session:
        faults = check_everything(session, planned.play.bench.mill.store).faults

    assert [fault.what for fault in faults] == ["ledger: its sides do not make its sum"]


def test_expected_proceeds_count_under_article_43_only_where_the_court_has_set_so(
    planned: Liquidation,
) -> None:
    serial = planned.begin("assets", "find_asset", kind="EQUIPMENT", name="铣床")
    planned.move("assets", serial, "take_over_asset")
    planned.move("assets", serial, "appraise", appraiser="某评估所", appraised_fen="100")

    found = []
    for counted in (False, True):
        with planned.play.bench.writing() as session:
            occasion, case = planned.play.occasion(session, CLERK), session.get_one(Case, planned.case)
            case.court.settings = {**case.court.settings, "article_43_expected_proceeds": counted}
            found.append(estate_book.article_43(occasion, case).available_fen)
            session.rollback()

    assert found == [75_000_000, 75_010_000]
