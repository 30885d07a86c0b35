"""Two people at the same money, vote or file at the same moment: it is done once, and one of them is told."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm.exc import StaleDataError

from court_app.errors import BadInput, ServiceError
from court_app.services.estate import bank_matching, bank_statements, ledger_by_hand
from court_app.services.estate.estate_account import ledger_faults, standing
from court_app.services.meetings import phone_votes, voting_codes
from court_app.services.once import once
from models import (
    Ballot,
    BankLine,
    BankStatement,
    Case,
    Distribution,
    LedgerEntry,
    Meeting,
    Motion,
    PaymentLine,
    Resolution,
)
from models.vocabulary import BallotChoice, LedgerAccount
from tests.liquidation.paying_out import handed_over, payments, result
from tests.liquidation.playing import CLERK, JUDGE, Liquidation, today
from tests.liquidation.test_reconciliation import csv_of, line, upload
from tests.liquidation.voting import AGAINST, FOR, ballots, key, put
from workflows.engine import StepRefused

TAKEN = "taken"
OTHER = "fangyining"
ASKED = {"kind": "EXP_ESTATE", "payee": "江澜安保服务有限公司", "purpose": "看护", "ground": "合同。"}


def at_once(*acts: Callable[[], Any]) -> list[str]:
    """Do these things at the same moment; what became of each, in order of the alphabet."""

    def done(act: Callable[[], Any]) -> str:
        try:
            act()
        except StepRefused as refusal:
            return refusal.obstacles[0].code
        except BadInput:
            return "bad_input"
        except ServiceError as refusal:
            return refusal.kind
        except (StaleDataError, OperationalError):
            return "try_again"
        return TAKEN

    with ThreadPoolExecutor(len(acts)) as people:
        return sorted(people.map(done, acts))


def count(case: Liquidation, chosen: Any) -> int:
    """How many rows there are."""
    with case.play.bench.reading() as session:
        return int(session.scalar(select(func.count()).select_from(chosen.subquery())) or 0)


def held(case: Liquidation, account: LedgerAccount) -> int:
    """What stands on an account, in fen; and the ledger has no faults."""
    with case.play.bench.reading() as session:
        assert list(ledger_faults(session)) == []
        return standing(session, session.get_one(Case, case.case)).balances.get(account, 0)


def enter(case: Liquidation, form: str, **entry: str) -> int:
    """An entry is made by hand, from a form with a key."""
    with case.play.bench.writing() as session, session.begin():
        occasion = case.play.occasion(session, CLERK)
        return once(occasion, form, lambda: ledger_by_hand.enter(occasion, case.case, entry).serial)


@pytest.fixture
def voting(met: Liquidation) -> Liquidation:
    """Three creditors have amounts for voting and a code each."""
    met.step("fix_provisional_amounts", JUDGE, reason="管理人已经审查。")
    met.move("meetings", 1, "issue_codes")
    return met


def standing_ballots(case: Liquidation, motion: int) -> int:
    """How many ballots of a motion stand."""
    return count(
        case,
        select(Ballot.id)
        .join(Motion, Motion.id == Ballot.motion_id)
        .where(Motion.case_id == case.case, Motion.serial == motion, Ballot.stands),
    )


def test_two_clerks_key_the_same_ballot_and_one_of_them_is_told(voting: Liquidation) -> None:
    motion = put(voting)

    def keyed(who: str, said: str) -> Callable[[], None]:
        return lambda: voting.move("motions", motion, "key_ballots", who, ballots=ballots(voting, c1=said))

    said = at_once(keyed(CLERK, FOR), keyed(OTHER, AGAINST))

    assert said == ["has_voted_already", TAKEN]
    assert standing_ballots(voting, motion) == 1


def test_a_creditor_votes_from_his_phone_while_the_clerk_keys_his_paper(voting: Liquidation) -> None:
    motion = put(voting)
    with voting.play.bench.reading() as session:
        meeting = session.scalars(select(Meeting).where(Meeting.case_id == voting.case)).one()
        occasion = voting.play.occasion(session, CLERK)
        code = {slip.first_claim: slip.code for slip in voting_codes.slips(occasion, meeting)}[1]

    def phoned() -> None:
        with voting.play.bench.writing() as session, session.begin():
            occasion = voting.play.occasion(session, CLERK).by_the_law_itself()
            phone_votes.cast(occasion, code, {motion: BallotChoice.AGAINST})

    said = at_once(phoned, lambda: key(voting, motion, c1=FOR))

    assert said == ["has_voted_already", TAKEN]
    assert standing_ballots(voting, motion) == 1


def test_a_vote_that_two_people_count_makes_one_resolution(voting: Liquidation) -> None:
    motion = put(voting)
    key(voting, motion, c1=FOR, c2=FOR, c3=AGAINST)

    said = at_once(*[lambda who=who: voting.move("motions", motion, "count", who) for who in (CLERK, OTHER)])

    assert said == [TAKEN, "wrong_state"]
    assert count(voting, select(Resolution.id).where(Resolution.case_id == voting.case)) == 1


def test_an_entry_that_is_sent_twice_at_once_is_made_once(planned: Liquidation) -> None:
    form = {"kind": "INTEREST", "amount_fen": "20", "reason": "回单。"}
    before = held(planned, LedgerAccount.BANK)

    said = at_once(*[lambda: enter(planned, "one-form", **form)] * 3)

    assert TAKEN in said
    assert set(said) <= {TAKEN, "already-sent"}
    assert held(planned, LedgerAccount.BANK) - before == 2_000


def test_many_entries_at_once_have_numbers_without_gaps(planned: Liquidation) -> None:
    form = {"kind": "INTEREST", "amount_fen": "20", "reason": "回单。"}
    before = held(planned, LedgerAccount.BANK)

    said = at_once(*[lambda n=n: enter(planned, f"form-{n}", **form) for n in range(4)])

    assert said == [TAKEN] * 4
    assert held(planned, LedgerAccount.BANK) - before == 8_000


def test_an_entry_that_two_people_reverse_is_reversed_once(planned: Liquidation) -> None:
    serial = enter(planned, "", kind="INTEREST", amount_fen="20", reason="回单。")
    before = held(planned, LedgerAccount.BANK)

    def reversed_by(who: str) -> None:
        with planned.play.bench.writing() as session, session.begin():
            occasion = planned.play.occasion(session, who)
            ledger_by_hand.reverse(occasion, planned.case, serial, {"reason": "重复。"})

    said = at_once(*[lambda who=who: reversed_by(who) for who in (CLERK, OTHER)])

    assert said == ["bad_input", TAKEN]
    assert before - held(planned, LedgerAccount.BANK) == 2_000


def test_money_that_is_there_once_is_approved_once(planned: Liquidation) -> None:
    asked = [planned.begin("spendings", "request_spending", **ASKED, amount_fen="600000") for _ in range(2)]

    def approve(serial: int) -> None:
        planned.move("spendings", serial, "approve_spending", JUDGE, approved_fen="600000")

    said = at_once(*[lambda n=n: approve(n) for n in asked])

    assert said == ["money_is_not_there", TAKEN]


def test_an_expense_that_two_people_pay_is_paid_once(planned: Liquidation) -> None:
    serial = planned.begin("spendings", "request_spending", **ASKED, amount_fen="600000")
    planned.move("spendings", serial, "approve_spending", JUDGE, approved_fen="600000")

    def pay(who: str) -> None:
        planned.move("spendings", serial, "pay_spending", who, paid_fen="600000")

    said = at_once(*[lambda who=who: pay(who) for who in (CLERK, OTHER)])

    assert said == [TAKEN, "wrong_state"]
    assert held(planned, LedgerAccount.BANK) == 15_000_000


def test_money_that_is_there_once_is_distributed_once(planned: Liquidation) -> None:
    def distribute(who: str) -> None:
        planned.step("distribute", who, pool_fen="500000", announced_on=today(planned))

    said = at_once(*[lambda who=who: distribute(who) for who in (CLERK, OTHER)])

    assert said == ["money_is_not_there", TAKEN]
    assert count(planned, select(Distribution.id).where(Distribution.case_id == planned.case)) == 1
    assert sum(fen for fen, _ in planned.shares().values()) == 50_000_000


def test_of_two_payment_files_at_once_only_one_has_the_payments(distributed: Liquidation) -> None:
    said = at_once(
        *[
            lambda who=who: distributed.step("make_payment_file", who, distribution_serial=1)
            for who in (CLERK, OTHER)
        ]
    )

    assert said[1] == TAKEN
    assert said[0] != TAKEN
    assert count(distributed, select(PaymentLine.id)) == 3


def test_results_that_two_people_record_take_the_money_out_once(distributed: Liquidation) -> None:
    handed_over(distributed)

    said = at_once(*[lambda: refused_or_taken(result(distributed, 1, "1-3"))] * 2)

    assert said[1] == TAKEN
    assert said[0] != TAKEN
    assert payments(distributed) == [(12_000_000, "PAID")] * 3
    assert held(distributed, LedgerAccount.BANK) == 39_000_000


def refused_or_taken(codes: Sequence[str]) -> None:
    """Turn codes of a refusal back into a failure."""
    if codes:
        raise BadInput({"": []})


def test_a_share_is_either_sent_to_the_bank_or_deposited(distributed: Liquidation) -> None:
    said = at_once(
        lambda: distributed.step("make_payment_file", CLERK, distribution_serial=1),
        lambda: distributed.step("deposit_unclaimed_share", OTHER, claim_serial=3),
    )

    third, (_, share) = payments(distributed)[2], distributed.shares()[3]
    assert TAKEN in said
    assert (third[1], share) in {("DEPOSITED", "UNCLAIMED"), ("IN_FILE", "PAID")}


def test_one_statement_that_two_people_upload_and_import_is_imported_once(planned: Liquidation) -> None:
    content = csv_of(line(planned, "750000", "", "750000", "A1"))

    def taken_in(who: str) -> None:
        serial = upload(planned, content, who)
        with planned.play.bench.writing() as session, session.begin():
            occasion = planned.play.occasion(session, who)
            bank_statements.confirm(occasion, planned.case, serial)
            bank_matching.match_all(occasion, planned.case)

    said = at_once(*[lambda who=who: taken_in(who) for who in (CLERK, OTHER)])

    lines = select(BankLine.id).join(BankStatement, BankStatement.id == BankLine.statement_id)
    imported = lines.where(BankStatement.case_id == planned.case, BankStatement.state == "IMPORTED")
    assert said[1] == TAKEN
    assert said[0] != TAKEN
    assert count(planned, imported) == 1


def test_two_entries_of_two_cases_do_not_wait_for_each_other(
    at: Callable[[str], Liquidation],
) -> None:
    one, other = at("planned"), at("declared")

    said = at_once(
        lambda: enter(one, "", kind="INTEREST", amount_fen="20", reason="回单。"),
        lambda: other.hold_money(100),
    )

    assert said == [TAKEN, TAKEN]
    assert count(other, select(LedgerEntry.id).where(LedgerEntry.case_id == other.case)) == 1
