"""What is owed back under a void composition where others have paid a creditor or he let something go."""

from models.vocabulary import ClaimClass as C
from workflows.calculations.draft import draft
from workflows.calculations.draft_lines import DraftClaim, Figures
from workflows.calculations.one_debt import Debt
from workflows.calculations.void_composition import excess_of


def owed_back(second: DraftClaim) -> dict[int, int]:
    """What is owed back where 1 had 40 of 100 under the agreement, 3 nothing of 100, and 20 is there."""
    first, third = DraftClaim(1, C.ORD, 60, plan_fen=40), DraftClaim(3, C.ORD, 100)
    sheet = excess_of(draft([first, second, third], (), Figures(20)))
    return {row.serial: row.excess_fen for row in sheet.rows}


def test_who_was_paid_by_a_guarantor_takes_no_more_than_he_needs_and_the_others_keep_the_rest() -> None:
    assert owed_back(DraftClaim(2, C.ORD, 100)) == {1: 20}
    assert owed_back(DraftClaim(2, C.ORD, 100, debt=Debt(90))) == {1: 15}


def test_who_has_had_more_with_what_a_guarantor_paid_owes_it_back() -> None:
    assert owed_back(DraftClaim(2, C.ORD, 70, plan_fen=30, debt=Debt(90))) == {2: 20}


def test_what_a_creditor_let_go_is_not_reckoned_as_money_that_he_had() -> None:
    assert owed_back(DraftClaim(2, C.ORD, 100, received_fen=10, waived_fen=10)) == {1: 20}
