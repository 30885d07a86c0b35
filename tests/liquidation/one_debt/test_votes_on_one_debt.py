"""One debt is voted once (EBL 50, 51, 59)."""

import pytest

from court_app.services.joint_debts.one_debts import Ties, entitled_as_tied
from models.vocabulary import ClaimClass, SameDebt
from tests.liquidation.one_debt.guaranteeing import (
    fix,
    of_the_bank,
    of_the_guarantor,
    receive,
    roll_of,
    through,
    tie,
)
from tests.liquidation.playing import (
    Liquidation,
)
from workflows.calculations.one_debt import Behind, Debt, Tie, stands_back
from workflows.calculations.waterfall import Entitled


def test_one_debt_is_voted_once_by_the_creditor_until_he_is_paid_in_full(guaranteed: Liquidation) -> None:
    before = roll_of(guaranteed)

    receive(guaranteed, 1, 299_999)
    almost = roll_of(guaranteed)
    receive(guaranteed, 1, 1)
    after = roll_of(guaranteed)

    supplier = (True, 100_000_000, None)
    of_the_creditor = {1: (True, 100_000_000, None), 2: (False, 0, "SAME_DEBT"), 3: supplier}
    assert before == almost == of_the_creditor
    assert after == {1: (False, 0, "NOTHING"), 2: (True, 70_000_000, None), 3: supplier}


@pytest.mark.parametrize(
    ("serial", "amount", "received", "plan"), [(1, 1000, 30, 5), (2, 0, 0, 0), (3, 1000, 0, 5)]
)
def test_who_stands_back_counts_for_nothing_and_who_was_paid_is_owed_less(
    serial: int, amount: int, received: int, plan: int
) -> None:
    back = stands_back(Tie(how=SameDebt.PAID, principal=1))
    assert back is not None
    ties = Ties({2: back}, {1: Debt(700, (Behind(2, 670),))})

    found = entitled_as_tied(Entitled(serial, ClaimClass.ORD, 1000, 0, 5), ties)

    assert (found.amount_fen, found.received_fen, found.plan_fen) == (amount, received, plan)


def test_future_recourse_has_no_vote_as_its_share_is_laid_aside(invited: Liquidation) -> None:
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited)
    supplier = invited.file("江澜市恒泰贸易有限公司", 1_000_000)
    tie(invited, guarantor, bank, whole_debt_filed=False)
    for serial, yuan in ((bank, 600_000), (guarantor, 400_000), (supplier, 1_000_000)):
        invited.list_claim(serial, yuan)
    through(invited, bank, guarantor, supplier)

    rights = roll_of(invited)

    assert rights[guarantor] == (False, 0, "CONDITIONAL")
    assert rights[bank] == (True, 60_000_000, None)


def test_a_claim_against_a_general_guarantor_is_voted_with_what_he_answers_for(
    answering: Liquidation,
) -> None:
    before = roll_of(answering)[1]

    fix(answering, 1, 250_000)

    assert before == (True, 100_000_000, None)
    assert roll_of(answering)[1] == (True, 25_000_000, None)
