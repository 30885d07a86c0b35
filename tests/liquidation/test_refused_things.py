"""Things in kind that their creditors do not take, and things worth more than a share (EBL 114, 118)."""

from typing import Any

import pytest

from court_app.errors import BadInput
from court_app.services.estate import estate_account
from court_app.services.procedure.contents import CaseContents
from models import Case
from models.vocabulary import DeadlineKind as K
from models.vocabulary import LedgerAccount as A
from tests.liquidation.paying_out import payments, totals
from tests.liquidation.playing import CLERK, Liquidation, today
from tests.liquidation.test_distribution_in_kind import EVERY_ONE, adopted, final, resolved_in_kind, thing
from tests.liquidation.test_payments_that_come_back import owed, released

REFUSED = {"asset_serial": 2, "reason": "债权人称设备对其无用。"}
SOLD = {"asset_serial": 2, "buyer": "望川润达物流有限公司", "how": "网络拍卖第二场"}
NEW = {"already_booked_fen": "0"}
DEARER = {**thing(value="350000"), "difference_fen": "50000"}
"""A machine worth 50,000 more than the share for which its creditor takes it."""


@pytest.fixture
def declared(declared: Liquidation) -> Liquidation:
    """The meeting has resolved to give a machine in kind."""
    return resolved_in_kind(declared)


def on_account(case: Liquidation, *accounts: A) -> list[int]:
    """What stands on accounts of the estate, in fen."""
    with case.play.bench.reading() as session:
        held = estate_account.balances(session, session.get_one(Case, case.case))
        return [held.get(account, 0) for account in accounts]


def refuses(case: Liquidation) -> list[str]:
    """The creditor refuses the machine; returns why not, if that is refused itself."""
    return case.refused(case.step, "refuse_thing", CLERK, **REFUSED)


def resold(case: Liquidation, yuan: str, **more: Any) -> list[str]:
    """The machine that was refused is sold; returns why not, if it is refused."""
    return case.refused(case.step, "sell_refused_thing", CLERK, **SOLD, **NEW, received_fen=yuan, **more)


def after_two_months(case: Liquidation) -> None:
    """The two months of EBL 118 are over."""
    case.later((case.clocks(K.UNCLAIMED_SHARE)[0].due_on - case.play.day).days + 1)


@pytest.fixture
def given(declared: Liquidation) -> Liquidation:
    """The machine stands for the share of the third claim, 300,000 yuan; the others are owed as much."""
    adopted(declared, thing())
    final(declared, 900_000)
    return declared


def test_a_thing_that_is_refused_is_laid_aside_and_nobody_owes_money_for_it(given: Liquidation) -> None:
    before = owed(given)

    refused = refuses(given)

    assert refused == []
    assert payments(given)[0] == (EVERY_ONE, "DEPOSITED")
    assert (owed(given), before) == ((2 * EVERY_ONE, 0), (2 * EVERY_ONE, 0))
    assert totals(given) == ({"PREPARED": 2 * EVERY_ONE, "UNCLAIMED": EVERY_ONE}, True)


def test_a_thing_that_is_laid_aside_is_neither_handed_over_nor_refused_again(given: Liquidation) -> None:
    refuses(given)

    assert given.refused(given.move, "assets", 2, "distribute_in_kind") == ["thing_was_refused"]
    assert "no_thing_given" in refuses(given)


def test_a_creditor_who_takes_it_within_the_two_months_gets_the_thing_itself(given: Liquidation) -> None:
    refuses(given)
    given.on(given.clocks(K.UNCLAIMED_SHARE)[0].due_on)

    refused = released(given, "1", to_creditor=True)

    assert refused == []
    assert payments(given)[0] == (EVERY_ONE, "IN_KIND")
    assert given.refused(given.move, "assets", 2, "distribute_in_kind") == []
    assert owed(given) == (2 * EVERY_ONE, 0)


def test_a_thing_that_was_handed_over_is_not_refused_any_more(given: Liquidation) -> None:
    given.move("assets", 2, "distribute_in_kind")

    assert refuses(given) == ["thing_handed_over"]


def test_what_is_no_share_is_not_refused(given: Liquidation) -> None:
    told = {**REFUSED, "asset_serial": 1}

    assert given.refused(given.step, "refuse_thing", CLERK, **told) == ["not_given_in_kind"]


def test_a_thing_that_is_waived_is_sold_before_the_others_get_its_price(given: Liquidation) -> None:
    refuses(given)
    after_two_months(given)
    early = released(given, "1", to_creditor=False)
    resold(given, "300000")

    refused = released(given, "1", to_creditor=False)

    assert (early, refused) == (["thing_is_not_sold"], [])
    assert [(fen, state) for fen, state in payments(given) if state != "FORFEITED"] == [
        (45_000_000, "PREPARED"),
        (45_000_000, "PREPARED"),
    ]
    assert owed(given) == (3 * EVERY_ONE, 0)
    assert on_account(given, A.BANK, A.PROCEEDS, A.ORDINARY) == [90_000_000, -90_000_000, 90_000_000]


def test_a_refused_thing_that_brings_less_than_its_value_costs_nobody_but_him_who_refused_it(
    given: Liquidation,
) -> None:
    refuses(given)

    refused = resold(given, "250000")

    assert refused == []
    assert payments(given)[0] == (25_000_000, "DEPOSITED")
    assert given.shares()[3] == (25_000_000, "UNCLAIMED")
    assert owed(given) == (2 * EVERY_ONE, 25_000_000)
    assert on_account(given, A.BANK, A.PROCEEDS, A.ORDINARY) == [85_000_000, -85_000_000, 85_000_000]
    assert totals(given)[1]


def test_what_a_refused_thing_brings_above_its_value_is_the_estate_s(given: Liquidation) -> None:
    refuses(given)

    resold(given, "300000.01")

    assert payments(given)[0] == (EVERY_ONE, "DEPOSITED")
    assert owed(given) == (2 * EVERY_ONE, EVERY_ONE)
    assert on_account(given, A.BANK) == [90_000_001]


def test_who_refused_may_still_collect_the_price_within_the_two_months(given: Liquidation) -> None:
    refuses(given)
    resold(given, "250000")

    refused = released(given, "1", to_creditor=True)

    assert refused == []
    assert payments(given)[-1] == (25_000_000, "PREPARED")
    assert given.part("assets", 2).state == "PAID"


def test_only_what_was_refused_is_sold_in_place_of_its_creditor(given: Liquidation) -> None:
    assert resold(given, "300000") == ["no_thing_laid_aside"]

    refuses(given)

    assert resold(given, "0") == ["nothing_received"]


def test_a_creditor_pays_the_difference_before_a_dearer_thing_stands_for_his_share(
    declared: Liquidation,
) -> None:
    adopted(declared, DEARER, price=350_000)
    unpaid = final(declared, 900_000)
    wrong = declared.refused(declared.move, "assets", 2, "receive_difference", received_fen="49999.99", **NEW)
    declared.move("assets", 2, "receive_difference", received_fen="50000", **NEW)

    refused = final(declared, 900_000)

    assert unpaid == ["difference_not_paid"]
    assert (wrong, refused) == (["wrong_difference"], [])
    assert payments(declared) == [
        (EVERY_ONE, "IN_KIND"),
        (EVERY_ONE, "PREPARED"),
        (EVERY_ONE, "PREPARED"),
    ]
    booked = on_account(declared, A.BANK, A.PAYABLE_SHARES, A.PROCEEDS)
    assert booked == [65_000_000, -60_000_000, -95_000_000]
    assert declared.refused(declared.move, "assets", 2, "distribute_in_kind") == []


def test_a_difference_is_paid_only_where_the_plan_says_so_and_once(declared: Liquidation) -> None:
    adopted(declared, DEARER, price=350_000)
    paid = {"received_fen": "50000", **NEW}
    first = declared.refused(declared.move, "assets", 2, "receive_difference", **paid)

    again = declared.refused(declared.move, "assets", 2, "receive_difference", **paid)

    assert (first, again) == ([], ["no_difference_owed"])


def test_a_difference_that_is_too_small_for_the_share_is_named(declared: Liquidation) -> None:
    with pytest.raises(BadInput) as planned:
        declared.step(
            "propose_distribution_plan",
            available_fen="900000",
            remuneration_fen="0",
            method="银行转账。",
            in_kind=[{**thing(value="350000"), "difference_fen": "49999.99"}],
        )

    assert "多出的0.01元" in str(planned.value.fields["in_kind"][0])


@pytest.fixture
def dearer(declared: Liquidation) -> Liquidation:
    """The creditor has paid 50,000 yuan above his share; the machine stands for his share."""
    adopted(declared, DEARER, price=350_000)
    declared.move("assets", 2, "receive_difference", received_fen="50000", **NEW)
    final(declared, 900_000)
    return declared


def gives_back(case: Liquidation) -> list[str]:
    """The difference is given back; returns why not, if that is refused."""
    return case.refused(case.move, "assets", 2, "return_difference", reason="债权人不受领该设备。")


def test_a_difference_paid_for_a_thing_that_is_refused_is_kept_for_him_who_paid_it(
    dearer: Liquidation,
) -> None:
    before = on_account(dearer, A.BANK, A.PROCEEDS, A.ESCROW)
    early = gives_back(dearer)

    refused = refuses(dearer)

    assert (early, refused) == (["thing_is_not_refused"], [])
    assert before == [65_000_000, -95_000_000, 0]
    assert on_account(dearer, A.BANK, A.PROCEEDS, A.ESCROW) == [65_000_000, -90_000_000, -5_000_000]
    assert dearer.part("assets", 2).difference_aside_fen == 5_000_000


def test_a_difference_goes_back_whole_and_once_and_the_two_months_do_not_touch_it(
    dearer: Liquidation,
) -> None:
    refuses(dearer)
    after_two_months(dearer)
    resold(dearer, "200000")
    released(dearer, "1", to_creditor=False)

    refused = gives_back(dearer)

    assert refused == []
    assert gives_back(dearer) == ["no_difference_held"]
    assert on_account(dearer, A.BANK, A.ESCROW) == [80_000_000, 0]
    assert owed(dearer) == (80_000_000, 0)


def test_who_takes_the_thing_after_all_has_paid_the_difference_already(dearer: Liquidation) -> None:
    refuses(dearer)
    released(dearer, "1", to_creditor=True)

    refused = dearer.refused(dearer.move, "assets", 2, "distribute_in_kind")

    assert refused == []
    assert on_account(dearer, A.BANK, A.PROCEEDS, A.ESCROW) == [65_000_000, -95_000_000, 0]


def test_who_had_the_difference_back_pays_it_again_before_he_is_given_the_thing(dearer: Liquidation) -> None:
    refuses(dearer)
    gives_back(dearer)
    released(dearer, "1", to_creditor=True)
    unpaid = dearer.refused(dearer.move, "assets", 2, "distribute_in_kind")
    dearer.move("assets", 2, "receive_difference", received_fen="50000", **NEW)

    refused = dearer.refused(dearer.move, "assets", 2, "distribute_in_kind")

    assert (unpaid, refused) == (["difference_not_paid"], [])


def test_a_difference_goes_back_before_the_thing_is_anybody_s_share(declared: Liquidation) -> None:
    adopted(declared, DEARER, price=350_000)
    declared.move("assets", 2, "receive_difference", received_fen="50000", **NEW)

    refused = gives_back(declared)

    assert refused == []
    assert on_account(declared, A.BANK, A.PROCEEDS) == [60_000_000, -60_000_000]
    assert final(declared, 900_000) == ["difference_not_paid"]


def more(case: Liquidation, yuan: str) -> list[str]:
    """One more distribution of money alone; returns why not, if it is refused."""
    return case.refused(case.step, "distribute", CLERK, pool_fen=yuan, announced_on=today(case))


def free(case: Liquidation) -> int:
    """What can be distributed, in fen."""
    with case.play.bench.reading() as session:
        return CaseContents(session, session.get_one(Case, case.case)).undistributed_fen()


@pytest.fixture
def waiting(declared: Liquidation) -> Liquidation:
    """50,000 yuan were paid for a machine that is nobody's share yet; 600,000 are on the account besides."""
    adopted(declared, DEARER, price=350_000)
    declared.move("assets", 2, "receive_difference", received_fen="50000", **NEW)
    return declared


@pytest.mark.parametrize(("yuan", "codes"), [("600000.01", ["money_is_not_there"]), ("600000", [])])
def test_a_difference_is_not_distributed_before_its_thing_is_collected(
    waiting: Liquidation, yuan: str, codes: list[str]
) -> None:
    assert free(waiting) == 60_000_000
    assert more(waiting, yuan) == codes


def test_a_difference_that_is_refused_after_a_distribution_leaves_nothing_below_zero(
    dearer: Liquidation,
) -> None:
    before = free(dearer)

    refuses(dearer)

    assert (before, free(dearer)) == (0, 0)


def test_a_difference_is_free_once_its_thing_was_collected(dearer: Liquidation) -> None:
    before = free(dearer)

    dearer.move("assets", 2, "distribute_in_kind")

    assert (before, free(dearer)) == (0, 5_000_000)


def test_a_case_does_not_end_while_a_difference_waits_for_its_thing(dearer: Liquidation) -> None:
    dearer.step("deposit_unclaimed_share", CLERK, payments="2-3")
    told = {"report": "分配完结。", "reason": "分配完结。"}

    waiting = dearer.refused(dearer.step, "request_termination_120", CLERK, **told)
    dearer.move("assets", 2, "distribute_in_kind")
    free_now = dearer.refused(dearer.step, "request_termination_120", CLERK, **told)

    assert (waiting, free_now) == (["difference_is_held"], ["rest_is_undistributed"])


def test_a_difference_for_a_thing_that_is_nobody_s_share_goes_back_though_all_else_is_distributed(
    waiting: Liquidation,
) -> None:
    more(waiting, "600000")

    refused = gives_back(waiting)

    assert (refused, free(waiting)) == ([], 0)
