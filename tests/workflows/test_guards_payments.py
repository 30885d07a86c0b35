"""Guards of plans and payments: both sides of what they ask."""

from datetime import timedelta
from typing import Any

import pytest

from models import Claim, Distribution, Payment
from models.vocabulary import ClaimState, DeadlineKind, DistributionKind, LedgerAccount
from models.vocabulary import PaymentState as P
from tests.workflows.building import DAY, Kept, a_case, a_clock, an_attempt_at, code_of
from workflows.calendar import add_months
from workflows.guards import court_fee, distribution, payments, plans
from workflows.text import Text
from workflows.transition import Guard

ONE = timedelta(days=1)
LAST = add_months(DAY, 2)


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


def paid_out(state: P, serial: int = 1, **more: Any) -> Payment:
    """A payment of the last distribution, prepared with it on the day of its announcement."""
    made = Distribution(kind=more.pop("kind", DistributionKind.FINAL), made_on=DAY)
    return Payment(serial=serial, state=state, distribution=made, prepared_on=DAY, **more)


@pytest.mark.parametrize(
    ("state", "by_claim", "by_number"),
    [
        (P.PREPARED, None, None),
        (P.RETURNED, None, None),
        (P.IN_FILE, "share_is_with_the_bank", "payments_do_not_wait"),
        (P.PAID, "share_is_with_the_bank", "payments_do_not_wait"),
        (P.DEPOSITED, "no_share_to_deposit", "payments_do_not_wait"),
        (P.FORFEITED, "no_share_to_deposit", "payments_do_not_wait"),
    ],
)
def test_deposited_is_only_what_waits_or_came_back(
    state: P, by_claim: str | None, by_number: str | None
) -> None:
    kept = Kept(named=[paid_out(state)])

    assert code(payments.payments_may_be_deposited, kept, payments="", claim_serial=1) == by_claim
    assert code(payments.payments_may_be_deposited, kept, payments="1", claim_serial=None) == by_number


def test_a_payment_that_is_not_there_is_named() -> None:
    kept = Kept(named=[paid_out(P.RETURNED)])

    told = payments.payments_may_be_deposited(
        a_case(), an_attempt_at(kept, payments="1-3", claim_serial=None)
    )

    assert told is not None
    assert told.text.values == {"odd": ["2", "3"]}


@pytest.mark.parametrize("to_creditor", [True, False])
@pytest.mark.parametrize(("offset", "lapsed"), [(-1, False), (0, False), (1, True)])
@pytest.mark.parametrize(
    ("days", "more"),
    [
        (0, {}),
        (40, {"reopened_on": DAY + timedelta(days=40)}),
        (0, {"reopened_on": DAY - ONE}),
    ],
)
def test_a_payment_not_collected_is_waived_when_two_months_are_over(
    to_creditor: bool, offset: int, lapsed: bool, days: int, more: dict[str, Any]
) -> None:
    case = a_case(deadlines=[a_clock(DeadlineKind.UNCLAIMED_SHARE, due_on=LAST, trigger_on=DAY)])
    last = LAST if not days else add_months(DAY + timedelta(days=days), 2)
    kept = Kept(named=[paid_out(P.DEPOSITED, **more)])

    found = code_of(
        payments.deposits_go_where_they_belong(
            case,
            an_attempt_at(
                kept, last + offset * ONE, payments="1", claim_serial=None, to_creditor=to_creditor
            ),
        )
    )

    expected = ("share_is_waived" if lapsed else None, None if lapsed else "share_has_not_lapsed")
    assert found == expected[0 if to_creditor else 1]


@pytest.mark.parametrize(
    ("kind", "code_to_others"),
    [(DistributionKind.INTERIM, "share_has_not_lapsed"), (DistributionKind.SUPPLEMENTARY, None)],
)
def test_before_the_last_announcement_nothing_lapses_but_what_was_found_after_the_end(
    kind: DistributionKind, code_to_others: str | None
) -> None:
    kept = Kept(named=[paid_out(P.DEPOSITED, kind=kind)])
    told = {"payments": "1", "claim_serial": None, "to_creditor": False}
    attempt = an_attempt_at(kept, add_months(DAY, 2) + 5 * ONE, **told)

    assert code_of(payments.deposits_go_where_they_belong(a_case(), attempt)) == code_to_others


@pytest.mark.parametrize(
    ("state", "on", "codes"),
    [
        (P.PAID, 0, [None, None]),
        (P.PAID, -1, [None, "returned_on_another_day"]),
        (P.PAID, 4, [None, "returned_on_another_day"]),
        (P.RETURNED, 0, ["payments_not_paid", None]),
    ],
)
def test_sent_back_late_is_what_was_paid_between_that_day_and_today(
    state: P, on: int, codes: list[str | None]
) -> None:
    kept = Kept(named=[paid_out(state, settled_on=DAY)])
    told = {"returned_on": DAY + on * ONE, "returned": [{"payment": 1, "reason": "账户已销户"}]}
    attempt = an_attempt_at(kept, DAY + 3 * ONE, **told)

    guards = (payments.were_paid, payments.came_back_after_it_was_paid)

    assert [code_of(guard(a_case(), attempt)) for guard in guards] == codes


@pytest.mark.parametrize(("ahead", "refusal"), [(-1, None), (0, None), (1, "announced_ahead")])
def test_a_distribution_is_recorded_once_it_has_been_announced(ahead: int, refusal: str | None) -> None:
    assert code(distribution.announcement_is_made, Kept(), announced_on=DAY + ahead * ONE) == refusal


@pytest.mark.parametrize(
    ("listed", "on_hand", "paid", "refusal"),
    [
        (100, 0, 0, None),
        (101, 0, 0, "remuneration_exceeds"),
        (150, 150, 0, None),
        (151, 150, 0, "remuneration_exceeds"),
        (170, 150, 20, None),
        (171, 150, 20, "remuneration_exceeds"),
    ],
)
def test_no_more_remuneration_is_planned_than_there_is_to_pay_it(
    listed: int, on_hand: int, paid: int, refusal: str | None
) -> None:
    kept = Kept(balances={LedgerAccount.BANK: on_hand, LedgerAccount.EXP_REMUNERATION: paid})

    found = code(court_fee.remuneration_is_there, kept, remuneration_fen=listed, available_fen=100)

    assert found == refusal


def test_sentences_of_a_working_follow_each_other_and_words_form_a_list() -> None:
    sentences = [Text("账上款项{sum}元。", sum="1"), Text("可供分配{sum}元。", sum="1")]

    assert str(Text("算式：{working}", working=sentences)) == "算式：账上款项1元。可供分配1元。"
    assert str(Text("序号：{odd}。", odd=["1", "2"])) == "序号：1、2。"
