"""Guards of plans and payments: both sides of what they ask."""

from typing import Any

import pytest

from models import Claim
from models.vocabulary import ClaimState
from models.vocabulary import PaymentState as P
from tests.workflows.building import Kept, a_case, an_attempt_at, code_of
from workflows.guards import distribution, payments, plans
from workflows.transition import Guard


def code(guard: Guard, kept: Kept, **data: Any) -> str | None:
    """The code with which a guard refuses; None if it does not."""
    return code_of(guard(a_case(), an_attempt_at(kept, **data)))


@pytest.mark.parametrize(
    ("left", "refusal"), [(99, "beyond_the_plan"), (100, None), (-5, "beyond_the_plan"), (None, None)]
)
def test_a_distribution_stays_within_the_plan_to_the_fen(left: int | None, refusal: str | None) -> None:
    assert code(distribution.the_plan_covers_it, Kept(plan_limit=left), pool_fen=100) == refusal


def test_a_plan_names_at_least_one_claim_that_takes_part() -> None:
    listed = Kept(claims=[Claim(state=ClaimState.LISTED.value)])
    sued = Kept(claims=[Claim(state=ClaimState.SUED.value)])

    assert code(plans.plan_names_creditors, listed) == "plan_without_creditors"
    assert code(plans.plan_names_creditors, sued) is None


@pytest.mark.parametrize(
    ("state", "refusal"),
    [
        (P.PREPARED, None),
        (P.RETURNED, None),
        (P.IN_FILE, "nothing_to_pay"),
        (P.PAID, "nothing_to_pay"),
        (P.DEPOSITED, "nothing_to_pay"),
    ],
)
def test_a_file_is_made_only_of_what_waits(state: P, refusal: str | None) -> None:
    assert code(payments.a_payment_waits, Kept(payments={state: 1})) == refusal


@pytest.mark.parametrize(
    ("ready", "refusal"), [((0, 0), "nothing_to_pay_here"), ((0, 3), "no_account"), ((1, 2), None)]
)
def test_a_file_needs_one_creditor_whose_account_is_known(
    ready: tuple[int, int], refusal: str | None
) -> None:
    assert code(payments.a_payment_has_an_account, Kept(ready=ready), distribution_serial=1) == refusal


def test_results_name_only_lines_that_wait_for_them() -> None:
    kept = Kept(with_the_bank=frozenset({1, 2}))
    returned = [{"position": 2, "reason": "户名不符"}]

    assert code(payments.lines_are_with_the_bank, kept, file_serial=1, paid="1", returned=returned) is None
    assert (
        code(payments.lines_are_with_the_bank, kept, file_serial=1, paid="3", returned=returned)
        == "lines_not_with_the_bank"
    )


@pytest.mark.parametrize(("state", "refusal"), [(P.IN_FILE, "share_is_with_the_bank"), (P.RETURNED, None)])
def test_what_is_with_the_bank_is_not_deposited(state: P, refusal: str | None) -> None:
    kept = Kept(payments={state: 1})

    assert code(payments.share_is_not_with_the_bank, kept, claim_serial=1) == refusal
