"""Creditors who ask together: a quarter of all claims (EBL 62(2)), half of the unsecured (EBL 66)."""

from collections.abc import Sequence
from typing import Any

import pytest

from models.vocabulary import ClaimClass, MeetingCaller
from tests.workflows.building import Kept, a_meeting, an_attempt_at, code_of
from workflows.calculations.holdings import Whole, holding
from workflows.calculations.stakes import Stake
from workflows.guards.holdings import (
    CALLING,
    RECONSIDERING,
    callers_hold_enough,
    no_creditors_are_named_for_others,
    they_hold_enough,
)
from workflows.law.thresholds import CALL_A_MEETING

ALL, UNSECURED = Whole(secured_too=True), Whole(secured_too=False)


def stake(serial: int, fen: int, **more: Any) -> Stake:
    """A confirmed ordinary claim of a creditor of its own."""
    values = {
        "creditor": serial,
        "serial": serial,
        "claim_class": ClaimClass.ORD,
        "state": "CONFIRMED",
        "amount_fen": fen,
        **more,
    }
    return Stake(**values)


BANK = stake(1, 600, claim_class=ClaimClass.SEC)
WAGES = stake(5, 100, claim_class=ClaimClass.EMP)
OPEN = stake(6, 50, state="SUED")
REGISTER = (BANK, stake(2, 250), stake(3, 99), stake(4, 51), WAGES, OPEN)


def asked(named: str, register: Sequence[Stake] = REGISTER, typed: tuple[int, int] = (0, 0)) -> str | None:
    """What is said when the creditors of these claims ask for a meeting."""
    data = {
        "called_by": MeetingCaller.CREDITORS,
        "proposers": named,
        "proposers_fen": typed[0],
        "total_fen": typed[1],
    }
    return code_of(callers_hold_enough(a_meeting(), an_attempt_at(Kept(stakes_held=list(register)), **data)))


def test_all_claims_are_a_thousand_with_the_secured_and_without_wages_and_open_claims() -> None:
    found = holding(REGISTER, {2}, ALL)

    assert (found.held_fen, found.total_fen) == (250, 1000)


def test_the_claims_without_security_leave_the_secured_bank_out() -> None:
    found = holding(REGISTER, {1, 2}, UNSECURED)

    assert (found.held_fen, found.total_fen) == (250, 400)


def test_the_court_may_have_wages_and_open_claims_counted() -> None:
    whole = Whole(secured_too=True, employees_in_total=True, unfixed_in_total=True)

    found = holding(REGISTER, {5, 6}, whole)

    assert (found.held_fen, found.total_fen) == (150, 1150)


def test_a_creditor_who_is_named_by_one_claim_holds_all_of_his_claims() -> None:
    found = holding((stake(1, 100, creditor=9), stake(2, 40, creditor=9), stake(3, 300)), {2}, ALL)

    assert (found.rows, found.held_fen) == (((9, (1, 2), 140),), 140)


@pytest.mark.parametrize(("last", "code"), [(249, "callers_hold_too_little"), (250, None), (251, None)])
def test_creditors_who_call_a_meeting_hold_exactly_a_quarter_or_more(last: int, code: str | None) -> None:
    register = (stake(1, 1000 - last), stake(2, last))

    assert asked("2", register) == code


@pytest.mark.parametrize(("held", "code"), [(499, "holds_too_little"), (500, None), (501, None)])
def test_who_asks_to_reconsider_a_distribution_holds_half_of_the_unsecured(
    held: int, code: str | None
) -> None:
    register = [BANK, stake(2, held), stake(3, 1000 - held)]
    attempt = an_attempt_at(Kept(stakes_held=register), applicants="1-2", holds_fen=0, total_fen=0)

    assert code_of(they_hold_enough(RECONSIDERING, attempt)) == code


def test_a_refusal_says_what_they_hold_of_what() -> None:
    data = {"called_by": MeetingCaller.CREDITORS, "proposers": "3-4", "proposers_fen": 0, "total_fen": 0}

    refusal = callers_hold_enough(a_meeting(), an_attempt_at(Kept(stakes_held=list(REGISTER)), **data))

    assert refusal is not None
    assert "合计：1.50／10.00，须4分之1以上（含本数），未达到。" in str(refusal.text)


def test_with_a_claims_table_figures_are_not_typed_and_its_numbers_are_right() -> None:
    assert asked("", typed=(900, 1000)) == "reckoned_from_the_table"
    assert asked("2", typed=(900, 1000)) == "reckoned_from_the_table"
    assert asked("2,77") == "no_such_claim"


@pytest.mark.parametrize(("fen", "code"), [(24, "callers_hold_too_little"), (25, None)])
def test_before_any_claim_has_a_vote_the_figures_are_typed(fen: int, code: str | None) -> None:
    assert asked("", register=(), typed=(fen, 100)) == code


@pytest.mark.parametrize("caller", [MeetingCaller.COURT, MeetingCaller.ADMIN, MeetingCaller.COMMITTEE])
def test_others_call_a_meeting_without_any_claims(caller: MeetingCaller) -> None:
    def said(named: str) -> tuple[str | None, str | None]:
        attempt = an_attempt_at(Kept(), called_by=caller, proposers=named, proposers_fen=0, total_fen=0)
        meeting = a_meeting()
        return (
            code_of(callers_hold_enough(meeting, attempt)),
            code_of(no_creditors_are_named_for_others(meeting, attempt)),
        )

    assert (said(""), said("1")) == ((None, None), (None, "proposed_by_others"))


def test_the_working_names_each_creditor_with_his_claims_and_the_whole() -> None:
    contents = Kept(stakes_held=list(REGISTER))
    settings = {"employee_claims_in_total": False, "unfixed_claims_in_total": False}

    lines = CALLING.working(CALLING.holding({"proposers": "2"}, settings, contents), contents)

    assert [str(line) for line in lines] == [
        "债权人2（债权表第2号）：2.50元。",
        "债权总额（含有财产担保的债权）：10.00元。",
        "合计：2.50／10.00，须4分之1以上（含本数），达到。",
    ]


def test_a_working_shows_twenty_creditors_and_adds_up_the_rest() -> None:
    found = holding([stake(n, 10) for n in range(1, 26)], set(range(1, 26)), ALL)

    lines = found.working(CALL_A_MEETING, [f"债权人{n}" for n in range(1, 21)])

    assert str(lines[20]) == "其余5位债权人：0.50元。"
